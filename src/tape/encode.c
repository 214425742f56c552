/* Events to chunks: see chunk.h, and model.h for how. */
#include "tape/chunk.h"

#include <stdlib.h>

#include "base/map.h"
#include "tape/model.h"
#include "tape/stream.h"

/* Numbers by the hash of what they number. */
struct finder {
	struct {
		uint32_t number; /* plus 1; 0: free */
		uint32_t hash;
	} *slots;
	size_t cap;      /* a power of two */
};

struct encoder {
	struct model m;
	struct packer *packer;
	struct finder forms, contents;
	struct map tasks;        /* pid and tid to index + 1 */
	struct tape_summary summary;
	size_t bytes;
	VEC(struct blob_kind) kinds; /* of the event at hand */
	struct buf dirents;          /* contents that are directories, as they are */
	struct buf streams[STREAM_COUNT];
};

static uint64_t hash_bytes(const void *data, size_t len, uint64_t seed)
{
	const uint8_t *p = data;
	uint64_t h = seed ^ len, word;

	for (; len >= 8; p += 8, len -= 8) {
		memcpy(&word, p, 8);
		h = mix(h ^ word);
	}
	word = 0;
	memcpy(&word, p, len);
	return mix(mix(h ^ word));
}

static void finder_clear(struct finder *f)
{
	if (f->cap)
		memset(f->slots, 0, f->cap * sizeof(*f->slots));
}

/* The next slot of what has that hash, from *i on; false at the first free one. */
static bool finder_next(const struct finder *f, uint32_t hash, size_t *i)
{
	for (*i &= f->cap - 1; f->slots[*i].number; *i = (*i + 1) & (f->cap - 1)) {
		if (f->slots[*i].hash == hash)
			return true;
	}
	return false;
}

static void finder_put(struct finder *f, size_t i, uint32_t hash, size_t number)
{
	f->slots[i].number = (uint32_t)number + 1;
	f->slots[i].hash = hash;
}

/* Room for another number, of `len` so far. */
static void finder_grow(struct finder *f, size_t len)
{
	const struct finder old = *f;

	if (len * 2 < f->cap)
		return;
	f->cap = f->cap ? f->cap * 2 : 1024;
	f->slots = calloc(f->cap, sizeof(*f->slots));
	if (!f->slots)
		abort();
	for (size_t from = 0; from < old.cap; from++) {
		size_t i = old.slots[from].hash & (f->cap - 1);
		while (old.slots[from].number && f->slots[i].number)
			i = (i + 1) & (f->cap - 1);
		if (old.slots[from].number)
			f->slots[i] = old.slots[from];
	}
	free(old.slots);
}

struct encoder *encoder_new(int level)
{
	struct encoder *c = calloc(1, sizeof(*c));

	if (!c)
		abort();
	c->packer = packer_new(level);
	return c;
}

static void lane_done(struct lane *l)
{
	buf_done(&l->out);
}

static void sized_done(struct sized *s)
{
	lane_done(&s->size);
	buf_done(&s->out);
}

static void groups_done(struct model *m)
{
	for (size_t g = 0; g < m->groups.len; g++) {
		for (unsigned i = 0; i < LANES; i++)
			lane_done(&m->groups.at[g].lanes[i]);
	}
	m->groups.len = 0;
}

void encoder_free(struct encoder *c)
{
	if (!c)
		return;
	struct model *m = &c->m;
	groups_done(m);
	for (unsigned i = 0; i <= STRUCT_BYTES_MAX; i++)
		lane_done(&m->binary[i]);
	lane_done(&m->text);
	lane_done(&m->form);
	lane_done(&m->task);
	sized_done(&m->time);
	sized_done(&m->duration);
	sized_done(&m->dirents.inode);
	sized_done(&m->dirents.position);
	lane_done(&m->dirents.kinds);
	lane_done(&m->dirents.pads);
	dirents_done(&m->dirents);
	buf_done(&c->dirents);
	vec_done(&m->forms);
	vec_done(&m->blob_kinds);
	vec_done(&m->groups);
	vec_done(&m->tasks);
	vec_done(&m->contents);
	vec_done(&m->kept);
	for (unsigned i = 0; i < STREAM_COUNT; i++)
		buf_done(&c->streams[i]);
	free(c->forms.slots);
	free(c->contents.slots);
	map_done(&c->tasks);
	vec_done(&c->kinds);
	packer_free(c->packer);
	free(c);
}

/* ---- contents ---- */

/* Paths and other strings, with or without their NUL; what isn't is a struct or binary data. */
static bool is_text(const uint8_t *data, uint32_t len)
{
	if (len && !data[len - 1])
		len--;
	for (uint32_t i = 0; i < len; i++) {
		if (data[i] < ' ' && data[i] != '\n' && data[i] != '\t')
			return false;
	}
	return true;
}

/* Where its bytes are found again; for directories, which are told in columns, beside them. */
static struct buf *content_bytes(struct encoder *c, uint8_t code, uint32_t len)
{
	if (code == CONTENT_DIRENTS)
		return &c->dirents;
	return code == CONTENT_TEXT ? &c->m.text.out : &c->m.binary[len <= STRUCT_BYTES_MAX ? len : 0].out;
}

static uint8_t content_code(const uint8_t *data, uint32_t len)
{
	return is_text(data, len) ? CONTENT_TEXT : dirents_is(data, len) ? CONTENT_DIRENTS : CONTENT_BINARY;
}

static bool same_content(struct encoder *c, const struct content *n, const uint8_t *data, uint32_t len)
{
	return n->len == len && (!len || !memcmp(content_bytes(c, n->code, len)->data + n->at, data, len));
}

/* The number of these bytes, which are stored when they are new. */
static uint32_t find_content(struct encoder *c, const uint8_t *data, uint32_t len, bool *is_new)
{
	struct model *m = &c->m;
	uint32_t hash = (uint32_t)hash_bytes(data, len, 1);

	finder_grow(&c->contents, m->contents.len);
	size_t i = hash;
	for (; finder_next(&c->contents, hash, &i); i++) {
		uint32_t n = c->contents.slots[i].number - 1;
		if (same_content(c, &m->contents.at[n], data, len)) {
			*is_new = false;
			return n;
		}
	}
	finder_put(&c->contents, i, hash, m->contents.len);
	uint8_t code = content_code(data, len);
	struct buf *bytes = content_bytes(c, code, len);
	*vec_push(&m->contents) = (struct content){.at = bytes->len, .len = len, .code = code};
	if (len)
		buf_put(bytes, data, len);
	if (code == CONTENT_DIRENTS)
		dirents_put(&m->dirents, &m->text, data, len);
	c->bytes += len;
	*is_new = true;
	return (uint32_t)m->contents.len - 1;
}

static uint32_t put_content(struct encoder *c, struct group *g, const struct guesses *guesses, const struct blob *b)
{
	bool is_new;
	uint32_t n = find_content(c, b->data ? b->data : (const uint8_t *)"", b->len, &is_new);
	struct buf *out = &g->lanes[LANE_CONTENT].out;

	if (is_new) {
		put_number(out, c->m.contents.at[n].code);
		if (c->m.contents.at[n].code != CONTENT_DIRENTS)
			put_number(&g->lanes[LANE_LEN].out, b->len);
	} else if (*guesses->first == n + 1) {
		put_number(out, CONTENT_FIRST);
	} else if (*guesses->second == n + 1) {
		put_number(out, CONTENT_SECOND);
	} else { /* by its number: rows of numbers repeat, as distances would not */
		put_number(out, n + (uint64_t)CONTENT_NUMBER);
	}
	content_seen(&c->m, guesses, n);
	return n;
}

/* ---- forms ---- */

static unsigned fields_of(const struct event *e)
{
	return (e->exit_ns ? HAS_EXIT : 0) | (e->ret || e->kind == EVENT_CALL ? HAS_RET : 0) | (e->ip ? HAS_IP : 0) |
	       (e->sp ? HAS_SP : 0) | (e->cpu_ns ? HAS_CPU : 0) | (e->signo ? HAS_SIGNO : 0) | (e->status ? HAS_STATUS : 0) |
	       (e->old_tid ? HAS_OLD_TID : 0) | (e->parent ? HAS_PARENT : 0) | (e->lost ? HAS_LOST : 0);
}

/* Where in the parent's bytes the pointer lies: not where it was taken from perhaps, but the same number. */
static bool find_pointer(const struct event *e, unsigned word, unsigned i, uint32_t *at)
{
	const struct blob *b = &e->blobs[i];

	if (b->parent < 0 || (unsigned)b->parent >= i)
		return false;
	const struct blob *up = &e->blobs[b->parent];
	for (uint32_t o = 0; o < up->len && up->len - o >= word && o < 1 << 16; o += word) {
		if (le_get(up->data + o, word) == b->addr) {
			*at = o;
			return true;
		}
	}
	return false;
}

static uint8_t note_address_as(const struct event *e, uint64_t addr)
{
	for (unsigned i = 0; i < ARGS; i++) {
		if (sign_32(e->args[i]) == addr)
			return (uint8_t)(ADDR_INT_ARG + i);
	}
	if (sign_32((uint64_t)e->ret) == addr)
		return ADDR_INT_RET;
	return (uint64_t)e->tid == addr ? ADDR_TID : ADDR_TOLD;
}

static uint8_t address_as(const struct event *e, unsigned i, uint32_t *pointer_at)
{
	const struct blob *b = &e->blobs[i];

	if (b->slot >= BLOB_FD)
		return note_address_as(e, b->addr);
	if (b->slot < ARGS && b->addr == e->args[b->slot])
		return ADDR_ARG;
	if (find_pointer(e, abi_word(e->abi), i, pointer_at))
		return ADDR_POINTER;
	return b->addr == (uint64_t)e->ret ? ADDR_RET : ADDR_TOLD;
}

static uint8_t want_as(const struct event *e, const struct blob *b)
{
	if (b->slot < ARGS - 1 && b->want == (uint32_t)e->args[b->slot + 1])
		return WANT_NEXT_ARG;
	if (b->slot < ARGS && b->want == (uint32_t)e->ret)
		return WANT_RET;
	return b->want == b->len ? WANT_LEN : WANT_TOLD;
}

static void describe_blobs(struct encoder *c, const struct event *e, unsigned first)
{
	c->kinds.len = 0;
	for (unsigned i = first; i < e->nblobs; i++) {
		const struct blob *b = &e->blobs[i];
		struct blob_kind *k = vec_push(&c->kinds);
		*k = (struct blob_kind){
			.slot = b->slot, .phase = b->phase, .status = b->status, .row = b->row, .want_as = want_as(e, b),
			.parent = b->parent, .pad = b->pad, .index = b->index,
		};
		k->addr_as = address_as(e, i, &k->pointer_at);
	}
}

static bool is_as_entered(const struct event *e, const struct task_entry *t)
{
	return e->kind == EVENT_CALL && e->announced && t->entered_ns && t->entered_ns == e->enter_ns && t->ip == e->ip &&
	       t->sp == e->sp && !memcmp(t->args, e->args, sizeof(t->args));
}

static bool same_blob(struct encoder *c, const struct kept *k, const struct blob *b)
{
	const struct blob *a = &k->blob;

	return a->slot == b->slot && a->phase == b->phase && a->status == b->status && a->row == b->row && a->parent == b->parent &&
	       a->pad == b->pad && a->index == b->index && a->want == b->want && a->addr == b->addr &&
	       same_content(c, &c->m.contents.at[k->content], b->data, b->len);
}

/* Whether the event begins with the blobs of its ENTERED event. */
static bool has_kept_blobs(struct encoder *c, const struct event *e, const struct task_entry *t)
{
	if (t->nkept > e->nblobs)
		return false;
	for (uint32_t i = 0; i < t->nkept; i++) {
		if (!same_blob(c, &c->m.kept.at[t->kept + i], &e->blobs[i]))
			return false;
	}
	return t->nkept != 0;
}

static struct form describe(struct encoder *c, const struct event *e, const struct task_entry *t)
{
	struct form f = {
		.kind = e->kind, .abi = e->abi, .outcome = e->outcome, .announced = e->announced,
		.fields = (uint16_t)fields_of(e), .nr = e->nr, .nblobs = e->nblobs,
	};

	if (is_as_entered(e, t)) {
		f.fields = (uint16_t)((f.fields & ~(HAS_IP | HAS_SP)) | AS_ENTERED);
		if (has_kept_blobs(c, e, t)) {
			f.fields |= AS_BLOBS;
			f.nblobs -= t->nkept;
		}
		return f;
	}
	for (unsigned i = 0; i < ARGS; i++) {
		if (e->args[i])
			f.nargs = (uint8_t)(i + 1);
	}
	return f;
}

enum { FORM_COMPARED = offsetof(struct form, first_blob) };

static uint32_t hash_parts(const struct form *f, const struct blob_kind *kinds)
{
	uint64_t h = hash_bytes(f, FORM_COMPARED, 2);

	return (uint32_t)(f->nblobs ? hash_bytes(kinds, f->nblobs * sizeof(*kinds), h) : h);
}

static void define_form(struct buf *out, const struct form *f, const struct blob_kind *kinds)
{
	buf_putc(out, (char)f->kind);
	buf_putc(out, (char)f->abi);
	buf_putc(out, (char)f->outcome);
	buf_putc(out, (char)f->announced);
	put_number(out, f->fields);
	put_number(out, f->nargs);
	put_number(out, f->nr);
	put_number(out, f->nblobs);
	for (uint32_t i = 0; i < f->nblobs; i++) {
		const struct blob_kind *k = &kinds[i];
		buf_putc(out, (char)k->slot);
		buf_putc(out, (char)k->phase);
		buf_putc(out, (char)k->status);
		buf_putc(out, (char)k->row);
		buf_putc(out, (char)k->addr_as);
		buf_putc(out, (char)k->want_as);
		put_signed(out, k->parent);
		put_number(out, k->pad);
		put_number(out, k->index);
		if (k->addr_as == ADDR_POINTER)
			put_number(out, k->pointer_at);
	}
}

static bool same_form(const struct model *m, const struct form *f, const struct form *g, const struct blob_kind *kinds)
{
	return !memcmp(f, g, FORM_COMPARED) &&
	       (!f->nblobs || !memcmp(m->blob_kinds.at + f->first_blob, kinds, f->nblobs * sizeof(*kinds)));
}

static uint32_t find_form(struct encoder *c, const struct event *e, uint32_t task)
{
	struct model *m = &c->m;
	struct form f = describe(c, e, &m->tasks.at[task]);

	describe_blobs(c, e, e->nblobs - f.nblobs);
	finder_grow(&c->forms, m->forms.len);
	uint32_t hash = hash_parts(&f, c->kinds.at);
	size_t i = hash;
	for (; finder_next(&c->forms, hash, &i); i++) {
		uint32_t n = c->forms.slots[i].number - 1;
		if (same_form(m, &m->forms.at[n], &f, c->kinds.at))
			return n;
	}
	finder_put(&c->forms, i, hash, m->forms.len);
	f.first_blob = (uint32_t)m->blob_kinds.len;
	f.group = model_group(m, &f);
	*vec_push(&m->forms) = f;
	for (uint32_t b = 0; b < f.nblobs; b++)
		*vec_push(&m->blob_kinds) = c->kinds.at[b];
	define_form(&c->streams[STREAM_FORMS], &f, c->kinds.at);
	c->bytes += 16 + f.nblobs * sizeof(struct blob_kind);
	return (uint32_t)m->forms.len - 1;
}

/* ---- events ---- */

static uint32_t find_task(struct encoder *c, pid_t pid, pid_t tid)
{
	struct model *m = &c->m;
	uint64_t key = (uint64_t)(uint32_t)pid << 32 | (uint32_t)tid;

	if (m->last_task < m->tasks.len && m->tasks.at[m->last_task].pid == pid && m->tasks.at[m->last_task].tid == tid)
		return m->last_task;
	uint32_t n = (uint32_t)(uintptr_t)map_get(&c->tasks, key);
	if (!n) {
		*vec_push(&m->tasks) = (struct task_entry){.pid = pid, .tid = tid};
		n = (uint32_t)m->tasks.len;
		map_put(&c->tasks, key, (void *)(uintptr_t)n);
		put_signed(&c->streams[STREAM_TASKS], pid);
		put_signed(&c->streams[STREAM_TASKS], (int64_t)tid - pid);
	}
	return n - 1;
}

/* Blob i of the event, which is number of_form of its form's. */
static void put_blob(struct encoder *c, const struct form *f, const struct event *e, unsigned i, unsigned of_form)
{
	struct model *m = &c->m;
	struct group *g = &m->groups.at[f->group];
	const struct blob_kind *k = &m->blob_kinds.at[f->first_blob + of_form];
	const struct blob *b = &e->blobs[i];

	if (k->addr_as == ADDR_TOLD)
		put_number(&g->lanes[LANE_ADDR].out, zigzag(b->addr - e->sp));
	if (k->want_as == WANT_TOLD)
		put_number(&g->lanes[LANE_WANT].out, b->want);
	struct guesses guesses = content_guesses(m, f, e, k, b->addr);
	keep_blob(m, f, b, put_content(c, g, &guesses, b));
}

static void count(struct tape_summary *s, struct group *g, const struct event *e)
{
	bool is_call = e->kind == EVENT_CALL, is_error = is_call && e->outcome == OUTCOME_ERROR;
	uint64_t last = e->exit_ns > e->enter_ns ? e->exit_ns : e->enter_ns;

	if (!s->events || e->enter_ns < s->first_ns)
		s->first_ns = e->enter_ns;
	if (!s->events || last > s->last_ns)
		s->last_ns = last;
	s->events++;
	s->calls += is_call;
	s->errors += is_error;
	s->lost += e->lost;
	g->events++;
	g->errors += is_error;
}

void encoder_put(struct encoder *c, const struct event *e)
{
	struct model *m = &c->m;
	struct event copy = *e;
	uint32_t last_task = m->last_task, task = find_task(c, e->pid, e->tid), number = find_form(c, e, task);
	const struct form *f = &m->forms.at[number];

	uint32_t *guess = form_guess(m, &m->tasks.at[task]);

	put_number(&m->form.out, *guess == number + 1 ? 0 : number + 1);
	form_seen(&m->tasks.at[task], guess, number);
	put_number(&m->task.out, task == last_task ? 0 : task + 1);
	code_brief(m, f, task, &copy, true);
	code_registers(m, f, &copy, true);
	code_misc(&m->groups.at[f->group].lanes[LANE_MISC], f, &copy, true);
	uint32_t kept = take_kept(m, f);
	for (unsigned i = kept; i < e->nblobs; i++)
		put_blob(c, f, e, i, i - kept);
	count(&c->summary, &m->groups.at[f->group], e);
	c->bytes += 16 + 4 * e->nblobs;
}

bool encoder_full(const struct encoder *c)
{
	return c->m.forms.len >= FORMS_MAX || c->m.groups.len >= GROUPS_MAX;
}

const struct tape_summary *encoder_summary(const struct encoder *c)
{
	return &c->summary;
}

size_t encoder_bytes(const struct encoder *c)
{
	return c->bytes;
}

/* ---- chunks ---- */

static void put_section(struct buf *out, unsigned id, struct buf *body)
{
	put_number(out, id);
	put_number(out, body->len);
	buf_put(out, body->data ? body->data : "", body->len);
	body->len = 0;
}

static void put_counts(struct buf *out, const struct tape_summary *s)
{
	put_number(out, s->first_ns);
	put_number(out, s->last_ns - s->first_ns);
	put_number(out, s->events);
	put_number(out, s->calls);
	put_number(out, s->errors);
	put_number(out, s->lost);
}

static void put_calls(struct buf *out, const struct model *m)
{
	for (size_t i = 0; i < m->groups.len; i++) {
		const struct group *g = &m->groups.at[i];
		if (g->kind != EVENT_CALL)
			continue;
		buf_putc(out, (char)g->abi);
		put_number(out, g->nr);
		put_number(out, g->events);
		put_number(out, g->errors);
	}
}

static void put_summary(const struct encoder *c, struct buf *out)
{
	struct buf body = {0};

	put_counts(&body, &c->summary);
	put_section(out, SUMMARY_COUNTS, &body);
	buf_put(&body, c->streams[STREAM_TASKS].data, c->streams[STREAM_TASKS].len);
	put_section(out, SUMMARY_TASKS, &body);
	put_calls(&body, &c->m);
	put_section(out, SUMMARY_CALLS, &body);
	buf_done(&body);
}

/* Lengths first, so that a reader can give each lane its part. */
static void put_lanes(struct encoder *c, const struct lane_set *set)
{
	struct buf *out = &c->streams[set->stream];
	struct model *m = &c->m;

	for (unsigned lane = set->first; lane < set->first + set->count; lane++) {
		for (size_t g = 0; g < m->groups.len; g++)
			put_number(out, m->groups.at[g].lanes[lane].out.len);
	}
	for (unsigned lane = set->first; lane < set->first + set->count; lane++) {
		for (size_t g = 0; g < m->groups.len; g++) {
			struct buf *b = &m->groups.at[g].lanes[lane].out;
			buf_put(out, b->data ? b->data : "", b->len);
		}
	}
}

/* The first bytes of all structs, then the second bytes, ...: a member that hardly changes becomes a run. */
static void put_transposed(struct buf *out, const struct buf *in, size_t size)
{
	size_t n = in->len / size;

	buf_grow(out, in->len);
	char *to = out->data + out->len;
	for (size_t byte = 0; byte < size; byte++) {
		for (size_t i = 0; i < n; i++)
			*to++ = in->data[i * size + byte];
	}
	out->len += in->len;
}

static void put_binary(struct encoder *c)
{
	struct buf *out = &c->streams[STREAM_BINARY];
	struct lane *lanes = c->m.binary;
	unsigned used = 0;

	for (unsigned i = 0; i <= STRUCT_BYTES_MAX; i++)
		used += lanes[i].out.len != 0;
	if (!used)
		return;
	put_number(out, used);
	for (unsigned i = 0; i <= STRUCT_BYTES_MAX; i++) {
		if (lanes[i].out.len) {
			put_number(out, i);
			put_number(out, lanes[i].out.len);
		}
	}
	for (unsigned i = 0; i <= STRUCT_BYTES_MAX; i++) {
		if (is_struct_size(i))
			put_transposed(out, &lanes[i].out, i);
		else if (lanes[i].out.len)
			buf_put(out, lanes[i].out.data, lanes[i].out.len);
		lanes[i].out.len = 0;
	}
}

static void move(struct buf *to, struct buf *from)
{
	struct buf b = *to;

	*to = *from;
	*from = b;
	from->len = 0;
}

static void put_sized(struct encoder *c, enum stream_id size, enum stream_id bits, struct sized *s)
{
	sized_finish(s);
	move(&c->streams[size], &s->size.out);
	move(&c->streams[bits], &s->out);
}

/* Forgets all, keeps what memory it can. */
static void reset(struct encoder *c)
{
	struct model *m = &c->m;

	groups_done(m);
	m->forms.len = m->blob_kinds.len = m->tasks.len = m->contents.len = m->kept.len = 0;
	m->last_ns = 0;
	m->last_task = 0;
	memset(m->contexts, 0, sizeof(m->contexts));
	memset(m->latest, 0, sizeof(m->latest));
	memset(m->next_form, 0, sizeof(m->next_form));
	dirents_reset(&m->dirents);
	c->dirents.len = 0;
	memset(m->last_ret, 0, sizeof(m->last_ret));
	memset(m->guesses, 0, sizeof(m->guesses));
	finder_clear(&c->forms);
	finder_clear(&c->contents);
	map_done(&c->tasks);
	c->summary = (struct tape_summary){0};
	c->bytes = 0;
}

void encoder_finish(struct encoder *c, struct buf *summary, struct buf *payload)
{
	struct model *m = &c->m;

	put_summary(c, summary);
	move(&c->streams[STREAM_FORM], &m->form.out);
	move(&c->streams[STREAM_TASK], &m->task.out);
	put_sized(c, STREAM_TIME_SIZE, STREAM_TIME_BITS, &m->time);
	put_sized(c, STREAM_DURATION_SIZE, STREAM_DURATION_BITS, &m->duration);
	for (size_t i = 0; i < sizeof(lane_sets) / sizeof(*lane_sets); i++)
		put_lanes(c, &lane_sets[i]);
	move(&c->streams[STREAM_TEXT], &m->text.out);
	move(&c->streams[STREAM_DIRENTS], &m->dirents.kinds.out);
	move(&c->streams[STREAM_PADS], &m->dirents.pads.out);
	put_sized(c, STREAM_INODE_SIZE, STREAM_INODE_BITS, &m->dirents.inode);
	put_sized(c, STREAM_POSITION_SIZE, STREAM_POSITION_BITS, &m->dirents.position);
	put_binary(c);
	packer_pack(c->packer, payload, c->streams);
	reset(c);
}
