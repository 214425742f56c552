/* Chunks to events: see chunk.h, and model.h for how. Nothing in a payload is believed: numbers are checked where they are used. */
#include "tape/chunk.h"

#include <errno.h>
#include <stdlib.h>

#include "tape/model.h"
#include "tape/stream.h"

struct decoder {
	struct model m;
	struct packer *packer;
	bool brief;
	struct buf streams[STREAM_COUNT];
	struct buf structs[STRUCT_BYTES_MAX + 1]; /* those that were transposed, as they were */
	struct arena dirents;     /* contents that were told in columns */
	size_t room;              /* so many bytes more of them */
	struct event event;
	VEC(struct blob) blobs;
};

struct decoder *decoder_new(void)
{
	struct decoder *c = calloc(1, sizeof(*c));

	if (!c)
		abort();
	c->packer = packer_new(0);
	return c;
}

void decoder_free(struct decoder *c)
{
	if (!c)
		return;
	for (unsigned i = 0; i < STREAM_COUNT; i++)
		buf_done(&c->streams[i]);
	for (unsigned i = 0; i <= STRUCT_BYTES_MAX; i++)
		buf_done(&c->structs[i]);
	arena_done(&c->dirents);
	dirents_done(&c->m.dirents);
	vec_done(&c->m.forms);
	vec_done(&c->m.blob_kinds);
	vec_done(&c->m.groups);
	vec_done(&c->m.tasks);
	vec_done(&c->m.contents);
	vec_done(&c->m.kept);
	vec_done(&c->blobs);
	packer_free(c->packer);
	free(c);
}

static struct bytes stream(const struct decoder *c, enum stream_id id)
{
	return bytes_of(c->streams[id].data, c->streams[id].len);
}

/* ---- loading ---- */

/* A kind whose way to an address or length cannot be gone is damage. */
static bool is_possible(const struct blob_kind *k)
{
	if (k->addr_as >= ADDR_AS_END || k->want_as >= WANT_AS_END)
		return false;
	if (k->addr_as == ADDR_ARG && k->slot >= ARGS)
		return false;
	if (k->addr_as == ADDR_POINTER && k->parent < 0)
		return false;
	return k->want_as != WANT_NEXT_ARG || k->slot < ARGS - 1;
}

static bool read_blob_kind(struct bytes *in, struct blob_kind *k)
{
	*k = (struct blob_kind){.slot = bytes_u8(in)};
	k->phase = bytes_u8(in);
	k->status = bytes_u8(in);
	k->row = bytes_u8(in);
	k->addr_as = bytes_u8(in);
	k->want_as = bytes_u8(in);
	k->parent = (int16_t)bytes_signed(in);
	k->pad = (uint16_t)bytes_number(in);
	k->index = (uint32_t)bytes_number(in);
	if (k->addr_as == ADDR_POINTER)
		k->pointer_at = (uint32_t)bytes_number(in);
	return !in->bad && is_possible(k);
}

static bool read_form(struct model *m, struct bytes *in)
{
	struct form f = {.kind = bytes_u8(in)};

	f.abi = bytes_u8(in);
	f.outcome = bytes_u8(in);
	f.announced = bytes_u8(in);
	f.fields = (uint16_t)bytes_number(in);
	f.nargs = (uint8_t)bytes_number(in);
	f.nr = bytes_number(in);
	f.nblobs = (uint32_t)bytes_count(in);
	if (in->bad || f.nargs > ARGS || f.fields > FIELDS_ALL || f.announced > 1)
		return false;
	f.first_blob = (uint32_t)m->blob_kinds.len;
	f.group = model_group(m, &f);
	*vec_push(&m->forms) = f;
	for (uint32_t i = 0; i < f.nblobs; i++) {
		if (!read_blob_kind(in, vec_push(&m->blob_kinds)))
			return false;
	}
	return true;
}

static bool read_forms(struct decoder *c)
{
	struct bytes in = stream(c, STREAM_FORMS);

	while (bytes_left(&in)) {
		if (!read_form(&c->m, &in) || c->m.groups.len > GROUPS_MAX || c->m.forms.len > FORMS_MAX)
			return false;
	}
	return true;
}

static bool read_tasks(struct decoder *c)
{
	struct bytes in = stream(c, STREAM_TASKS);

	while (bytes_left(&in)) {
		pid_t pid = (pid_t)bytes_signed(&in);
		pid_t tid = (pid_t)((uint64_t)pid + (uint64_t)bytes_signed(&in));
		*vec_push(&c->m.tasks) = (struct task_entry){.pid = pid, .tid = tid};
	}
	return !in.bad;
}

static bool read_lanes(struct decoder *c, const struct lane_set *set)
{
	struct model *m = &c->m;
	struct bytes lengths = stream(c, (enum stream_id)set->stream), in = lengths;

	if (!bytes_left(&lengths))
		return true;
	for (size_t i = 0; i < m->groups.len * set->count; i++)
		bytes_number(&in);
	for (unsigned lane = set->first; lane < set->first + set->count; lane++) {
		for (size_t g = 0; g < m->groups.len; g++) {
			size_t len = bytes_count(&lengths);
			const uint8_t *at = bytes_take(&in, len);
			if (lengths.bad || in.bad)
				return false;
			m->groups.at[g].lanes[lane].in = bytes_of(at, len);
		}
	}
	return true;
}

static void transpose_back(struct buf *out, const uint8_t *in, size_t len, size_t size)
{
	size_t n = len / size;

	out->len = 0;
	buf_grow(out, len);
	for (size_t byte = 0; byte < size; byte++) {
		for (size_t i = 0; i < n; i++)
			out->data[i * size + byte] = (char)*in++;
	}
	out->len = len;
}

static bool read_binary_lane(struct decoder *c, uint64_t size, const uint8_t *at, size_t len)
{
	struct lane *l = size <= STRUCT_BYTES_MAX ? &c->m.binary[size] : NULL;

	if (!l || (size && len % size))
		return false;
	if (!is_struct_size(size)) {
		l->in = bytes_of(at, len);
		return true;
	}
	transpose_back(&c->structs[size], at, len, size);
	l->in = bytes_of(c->structs[size].data, len);
	return true;
}

static bool read_binary(struct decoder *c)
{
	struct bytes lengths = stream(c, STREAM_BINARY), in = lengths;

	if (!bytes_left(&in))
		return true;
	size_t used = bytes_count(&in);
	for (size_t i = 0; i < used * 2; i++)
		bytes_number(&in);
	bytes_count(&lengths);
	for (size_t i = 0; i < used; i++) {
		uint64_t size = bytes_number(&lengths);
		size_t len = bytes_count(&lengths);
		const uint8_t *at = bytes_take(&in, len);
		if (lengths.bad || in.bad || !read_binary_lane(c, size, at, len))
			return false;
	}
	return true;
}

static void read_sized(struct decoder *c, struct sized *s, enum stream_id size, enum stream_id bits)
{
	sized_open(s, stream(c, size), c->streams[bits].data, c->streams[bits].len);
}

static void reset(struct decoder *c)
{
	struct model *m = &c->m;

	m->forms.len = m->blob_kinds.len = m->groups.len = m->tasks.len = m->contents.len = m->kept.len = 0;
	m->last_ns = 0;
	m->last_task = 0;
	memset(m->last_ret, 0, sizeof(m->last_ret));
	memset(m->next_form, 0, sizeof(m->next_form));
	if (c->brief)
		return;
	memset(m->contexts, 0, sizeof(m->contexts));
	memset(m->latest, 0, sizeof(m->latest));
	dirents_reset(&m->dirents);
	arena_reset(&c->dirents);
	c->room = STREAM_RAW_MAX;
	memset(m->guesses, 0, sizeof(m->guesses));
	memset(m->binary, 0, sizeof(m->binary));
}

static bool read_columns(struct decoder *c)
{
	struct model *m = &c->m;

	m->form.in = stream(c, STREAM_FORM);
	m->task.in = stream(c, STREAM_TASK);
	m->text.in = stream(c, STREAM_TEXT);
	read_sized(c, &m->time, STREAM_TIME_SIZE, STREAM_TIME_BITS);
	read_sized(c, &m->duration, STREAM_DURATION_SIZE, STREAM_DURATION_BITS);
	read_sized(c, &m->dirents.inode, STREAM_INODE_SIZE, STREAM_INODE_BITS);
	read_sized(c, &m->dirents.position, STREAM_POSITION_SIZE, STREAM_POSITION_BITS);
	m->dirents.kinds.in = stream(c, STREAM_DIRENTS);
	m->dirents.pads.in = stream(c, STREAM_PADS);
	if (!read_forms(c) || !read_tasks(c))
		return false;
	for (size_t i = 0; i < sizeof(lane_sets) / sizeof(*lane_sets); i++) {
		if (!read_lanes(c, &lane_sets[i]))
			return false;
	}
	return read_binary(c);
}

int decoder_load(struct decoder *c, const void *payload, size_t len, bool brief)
{
	c->brief = brief;
	reset(c);
	int err = packer_unpack(c->packer, c->streams, c->brief ? STREAM_LAST_BRIEF : STREAM_COUNT, payload, len);
	if (!err && !read_columns(c))
		err = -EBADMSG;
	if (err)
		c->m.form.in = bytes_of("", 0);
	return err;
}

/* ---- events ---- */

static bool new_content(struct decoder *c, struct group *g, uint64_t code)
{
	struct model *m = &c->m;
	const uint8_t *data;
	size_t len;

	if (code == CONTENT_DIRENTS) {
		data = dirents_get(&m->dirents, &m->text, &c->dirents, &len, &c->room);
	} else {
		len = bytes_number(&g->lanes[LANE_LEN].in);
		struct lane *l = code == CONTENT_TEXT ? &m->text : &m->binary[len <= STRUCT_BYTES_MAX ? len : 0];
		data = len <= UINT32_MAX ? bytes_take(&l->in, len) : NULL;
	}
	if (!data)
		return false;
	*vec_push(&m->contents) = (struct content){.data = data, .len = (uint32_t)len};
	return true;
}

static bool read_content(struct decoder *c, struct group *g, const struct guesses *guesses, struct blob *b)
{
	struct model *m = &c->m;
	uint64_t code = bytes_number(&g->lanes[LANE_CONTENT].in), n;

	if (code >= CONTENT_TEXT && code <= CONTENT_DIRENTS) {
		if (!new_content(c, g, code))
			return false;
		n = m->contents.len - 1;
	} else if (code < CONTENT_TEXT) {
		n = (uint64_t)(code == CONTENT_FIRST ? *guesses->first : *guesses->second) - 1;
	} else {
		n = code - CONTENT_NUMBER;
	}
	if (n >= m->contents.len)
		return false;
	content_seen(m, guesses, (uint32_t)n);
	b->data = m->contents.at[n].data;
	b->len = m->contents.at[n].len;
	return true;
}

static bool read_pointer(const struct event *e, const struct blob *blobs, const struct blob_kind *k, unsigned i, uint64_t *addr)
{
	const struct blob *up = &blobs[k->parent];
	unsigned word = abi_word(e->abi);

	if ((unsigned)k->parent >= i || k->pointer_at > up->len || up->len - k->pointer_at < word)
		return false;
	*addr = le_get(up->data + k->pointer_at, word);
	return true;
}

static bool read_address(struct group *g, const struct event *e, const struct blob *blobs, const struct blob_kind *k, unsigned i, uint64_t *addr)
{
	switch (k->addr_as) {
	case ADDR_TOLD:
		*addr = unzigzag(bytes_number(&g->lanes[LANE_ADDR].in)) + e->sp;
		return true;
	case ADDR_ARG:
		*addr = e->args[k->slot];
		return true;
	case ADDR_RET:
		*addr = (uint64_t)e->ret;
		return true;
	case ADDR_POINTER:
		return read_pointer(e, blobs, k, i, addr);
	case ADDR_INT_RET:
		*addr = sign_32((uint64_t)e->ret);
		return true;
	case ADDR_TID:
		*addr = (uint64_t)e->tid;
		return true;
	default:
		*addr = sign_32(e->args[k->addr_as - ADDR_INT_ARG]);
		return true;
	}
}

static uint32_t read_want(struct group *g, const struct event *e, const struct blob_kind *k, const struct blob *b)
{
	switch (k->want_as) {
	case WANT_LEN: return b->len;
	case WANT_RET: return (uint32_t)e->ret;
	case WANT_NEXT_ARG: return (uint32_t)e->args[k->slot + 1];
	default: return (uint32_t)bytes_number(&g->lanes[LANE_WANT].in);
	}
}

static bool read_blob(struct decoder *c, const struct form *f, const struct event *e, struct blob *blobs, unsigned i, unsigned of_form)
{
	struct model *m = &c->m;
	struct group *g = &m->groups.at[f->group];
	const struct blob_kind *k = &m->blob_kinds.at[f->first_blob + of_form];
	struct blob *b = &blobs[i];

	*b = (struct blob){
		.slot = k->slot, .phase = k->phase, .status = k->status, .row = k->row, .parent = k->parent, .pad = k->pad,
		.index = k->index,
	};
	if (!read_address(g, e, blobs, k, i, &b->addr))
		return false;
	struct guesses guesses = content_guesses(m, f, e, k, b->addr);
	if (!read_content(c, g, &guesses, b))
		return false;
	b->want = read_want(g, e, k, b);
	keep_blob(m, f, b, 0);
	return true;
}

static bool read_blobs(struct decoder *c, const struct form *f, struct event *e)
{
	uint32_t kept = take_kept(&c->m, f), n = kept + f->nblobs;
	const struct kept *k = c->m.kept.at + c->m.tasks.at[c->m.last_task].kept;

	vec_reserve(&c->blobs, n);
	for (uint32_t i = 0; i < kept; i++)
		c->blobs.at[i] = k[i].blob;
	for (uint32_t i = kept; i < n; i++) {
		if (!read_blob(c, f, e, c->blobs.at, i, i - kept))
			return false;
	}
	e->blobs = c->blobs.at;
	e->nblobs = n;
	return true;
}

/*
 * A lane that ran out made up numbers. Only a payload that was made wrong can do that, not one that was damaged later, so it is enough
 * to look at the end.
 */
static bool ran_out(const struct model *m)
{
	if (m->task.in.bad || m->time.size.in.bad || m->duration.size.in.bad || m->dirents.inode.size.in.bad ||
	    m->dirents.position.size.in.bad || m->dirents.pads.in.bad)
		return true;
	for (size_t g = 0; g < m->groups.len; g++) {
		for (unsigned i = 0; i < LANES; i++) {
			if (m->groups.at[g].lanes[i].in.bad)
				return true;
		}
	}
	return false;
}

/* Members that an event's form may not have. One by one, as compilers clear the whole with an instruction that is slow to start. */
static void clear_event(struct event *e)
{
	e->enter_ns = e->exit_ns = 0;
	for (unsigned i = 0; i < ARGS; i++)
		e->args[i] = 0;
	e->ret = 0;
	e->ip = e->sp = e->cpu_ns = e->lost = 0;
	e->blobs = NULL;
	e->nblobs = 0;
	e->signo = e->status = 0;
	e->old_tid = e->parent = 0;
}

static bool read_event(struct decoder *c, struct event *e)
{
	struct model *m = &c->m;
	uint64_t form = bytes_number(&m->form.in), told = bytes_number(&m->task.in);
	uint64_t task = told ? told - 1 : m->last_task;

	if (task >= m->tasks.len)
		return false;
	uint32_t *guess = form_guess(m, &m->tasks.at[task]);
	uint64_t number = (form ? form : *guess) - 1;
	if (number >= m->forms.len)
		return false;
	form_seen(&m->tasks.at[task], guess, (uint32_t)number);
	const struct form *f = &m->forms.at[number];
	clear_event(e);
	e->kind = f->kind;
	e->abi = f->abi;
	e->outcome = f->outcome;
	e->announced = f->announced;
	e->nr = f->nr;
	e->pid = m->tasks.at[task].pid;
	e->tid = m->tasks.at[task].tid;
	code_brief(m, f, (uint32_t)task, e, false);
	if (!c->brief) {
		code_registers(m, f, e, false);
		code_misc(&m->groups.at[f->group].lanes[LANE_MISC], f, e, false);
		if (!read_blobs(c, f, e))
			return false;
	}
	return true;
}

const struct event *decoder_next(struct decoder *c, bool *bad)
{
	*bad = false;
	if (!bytes_left(&c->m.form.in)) {
		*bad = ran_out(&c->m);
		return NULL;
	}
	if (read_event(c, &c->event))
		return &c->event;
	*bad = true;
	c->m.form.in = bytes_of("", 0);
	return NULL;
}

/* ---- summaries ---- */

static void read_counts(struct tape_summary *s, struct bytes *in)
{
	s->first_ns = bytes_number(in);
	s->last_ns = s->first_ns + bytes_number(in);
	s->events = bytes_number(in);
	s->calls = bytes_number(in);
	s->errors = bytes_number(in);
	s->lost = bytes_number(in);
}

static void read_summary_tasks(struct tape_summary *s, struct arena *a, struct bytes *in)
{
	struct tape_task *tasks = arena_alloc(a, (bytes_left(in) + 1) / 2 * sizeof(*tasks) + 1);
	unsigned n = 0;

	while (bytes_left(in) >= 2) {
		tasks[n].pid = (pid_t)bytes_signed(in);
		tasks[n].tid = (pid_t)((uint64_t)tasks[n].pid + (uint64_t)bytes_signed(in));
		n++;
	}
	s->tasks = tasks;
	s->ntasks = n;
}

static void read_summary_calls(struct tape_summary *s, struct arena *a, struct bytes *in)
{
	struct tape_count *counts = arena_alloc(a, (bytes_left(in) / 4 + 1) * sizeof(*counts));
	unsigned n = 0;

	while (bytes_left(in) >= 4) {
		counts[n].abi = bytes_u8(in);
		counts[n].nr = bytes_number(in);
		counts[n].calls = bytes_number(in);
		counts[n].errors = bytes_number(in);
		n++;
	}
	s->counts = counts;
	s->ncounts = n;
}

bool summary_unpack(struct tape_summary *s, struct arena *a, const void *data, size_t len)
{
	struct bytes in = bytes_of(data, len);

	s->tasks = NULL;
	s->counts = NULL;
	s->ntasks = s->ncounts = 0;
	while (bytes_left(&in)) {
		uint64_t id = bytes_number(&in);
		size_t size = bytes_count(&in);
		const uint8_t *at = bytes_take(&in, size);
		if (in.bad)
			return false;
		struct bytes body = bytes_of(at, size);
		if (id == SUMMARY_COUNTS)
			read_counts(s, &body);
		else if (id == SUMMARY_TASKS)
			read_summary_tasks(s, a, &body);
		else if (id == SUMMARY_CALLS)
			read_summary_calls(s, a, &body);
		if (body.bad)
			return false;
	}
	return true;
}
