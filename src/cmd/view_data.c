/* The tape of `ringside view`: see view_data.h. */
#include "cmd/view_data.h"

#include <errno.h>
#include <string.h>

#include "base/diag.h"
#include "cmd/page_facts.h"
#include "cmd/trace_opts.h"
#include "desc/table.h"
#include "event/event.h"
#include "filter/where.h"
#include "sink/overview.h"
#include "sink/page.h"
#include "sink/page_pack.h"
#include "sink/page_rows.h"
#include "sink/page_text.h"
#include "sink/text.h"
#include "tape/tape.h"
#include "task/task.h"

enum { WORD_BYTES = 32 << 20 /* of files, and of descriptors, that a pass keeps apart */, LEVEL = 1, TELL_EVENTS = 1 << 12 };

/* Events, with who is who, and which of them are looked for. */
struct reader {
	struct tasks tasks;
	struct page_rows rows;
	struct text_opts text; /* the options' own, with these tasks */
	struct where *where;
	const char *words;
	struct page_text lines; /* where words are looked for */
};

/* Of what is looked for one is NULL, or both are. 0 or -errno, and nothing to be done with. */
static int reader_init(struct reader *r, const struct view_data *v, const char *where, const char *words)
{
	uint32_t bytes = tape_meta(v->tape)->string_bytes;

	*r = (struct reader){.text = v->o->text, .words = words};
	int err = where ? where_parse("Show", where, r->text.desc, bytes ? bytes - 1 : UINT32_MAX, &r->where) : 0;
	if (err)
		return err;
	r->text.tasks = &r->tasks;
	page_rows_init(&r->rows, &r->text);
	r->rows.first_ns = v->first_ns;
	r->rows.started = true;
	if (words)
		page_text_init(&r->lines, &r->text, NULL);
	return 0;
}

static void reader_done(struct reader *r)
{
	if (r->words)
		page_text_done(&r->lines);
	where_free(r->where);
	page_rows_done(&r->rows);
	tasks_done(&r->tasks);
}

/* Takes an event; whether it is a row, and whether that is looked for. */
static bool reader_row(struct reader *r, const struct event *e, const struct task *t, struct page_row *row, bool *passes)
{
	if (r->words)
		page_text_event(&r->lines, e, t);
	if (!page_rows_add(&r->rows, e, t, row))
		return false;
	*passes = !r->where || where_eval(r->where, e, t) == TRUTH_TRUE;
	if (r->words) {
		const struct buf *b = &r->lines.lines.text;
		*passes = b->len && memmem(b->data, b->len, r->words, strlen(r->words));
		page_text_drop(&r->lines);
	}
	return true;
}

/* Changes of tasks */

static void note_change(struct view_data *v, const struct event *e, const struct task *t, uint64_t row)
{
	struct view_change *c = vec_push(&v->changes);

	*c = (struct view_change){.row = row, .at_ns = e->enter_ns, .kind = e->kind, .abi = e->abi, .pid = e->pid, .tid = e->tid,
	                          .other = e->kind == EVENT_EXEC ? e->old_tid : e->kind == EVENT_START ? e->parent : 0};
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED)
		c->kind = EVENT_STOP; /* of which nothing remains but the task, and its name */
	memcpy(c->comm, t->comm, sizeof(c->comm));
}

/* `known`: what was noted of a task last, by tid. */
static void note_changes(struct view_data *v, struct map *known, const struct event *e, const struct task *t, uint64_t row)
{
	uintptr_t at = (uintptr_t)map_get(known, (uint64_t)e->tid);
	bool frame = e->kind == EVENT_START || e->kind == EVENT_EXEC || e->kind == EVENT_EXIT || e->kind == EVENT_DETACH;

	if (!t || (at && !frame && memcmp(v->changes.at[at - 1].comm, t->comm, sizeof(t->comm)) == 0))
		return;
	note_change(v, e, t, row);
	if (e->kind == EVENT_EXIT || e->kind == EVENT_DETACH)
		map_remove(known, (uint64_t)e->tid);
	else
		map_put(known, (uint64_t)e->tid, (void *)v->changes.len);
}

/* Who is who before a row. */
static void restore(const struct view_data *v, struct reader *r, uint64_t row)
{
	for (size_t i = 0; i < v->changes.len && v->changes.at[i].row < row; i++) {
		const struct view_change *c = &v->changes.at[i];
		struct blob comm = {.slot = BLOB_COMM, .phase = PHASE_EXIT, .addr = (uint64_t)c->tid, .data = (const uint8_t *)c->comm, .len = (uint32_t)strlen(c->comm)};
		struct event e = {.kind = c->kind, .abi = c->abi, .pid = c->pid, .tid = c->tid, .enter_ns = c->at_ns, .blobs = &comm, .nblobs = 1};
		if (e.kind == EVENT_EXEC)
			e.old_tid = c->other;
		else
			e.parent = c->other;
		page_rows_task(&r->rows, &e, tasks_apply(&r->tasks, &e));
	}
}

/* The pass */

struct pass {
	struct view_data *v;
	struct reader reader;
	struct overview *overview;
	bool first;           /* of all passes */
	struct map known;
	size_t chunk;         /* at which it is */
	uint64_t in_chunk;    /* events of it so far */
};

static void take_row_of(struct pass *p, const struct event *e)
{
	struct reader *r = &p->reader;
	const struct task *t = tasks_apply(&r->tasks, e);
	uint64_t number = r->rows.rows;
	struct page_row row;
	bool passes;

	if (p->first)
		note_changes(p->v, &p->known, e, t, number);
	if (reader_row(r, e, t, &row, &passes) && passes)
		overview_add(p->overview, &r->rows, &row, number, e);
}

/* In the first pass: chunks are told apart by how many events each has. */
static void enter_chunk(struct pass *p, const struct tape_summary *s, bool on_tape)
{
	struct view_data *v = p->v;
	const struct view_chunk *before = v->chunks.len ? &v->chunks.at[v->chunks.len - 1] : NULL;
	size_t gap = before ? before->first_gap + before->gaps : 0;
	uint64_t gaps = v->gaps.len - gap, last = before ? before->last_ns : v->first_ns;

	if (s && s->last_ns > last)
		last = s->last_ns;
	*(struct view_chunk *)vec_push(&v->chunks) = (struct view_chunk){
		.first_row = p->reader.rows.rows - gaps, .last_ns = last, .first_gap = gap, .gaps = gaps, .on_tape = on_tape,
	};
}

static void leave_chunk(struct pass *p)
{
	struct view_chunk *c = &p->v->chunks.at[p->v->chunks.len - 1];

	c->rows = p->reader.rows.rows - c->first_row;
	p->chunk++;
	p->in_chunk = 0;
}

static void take_event(struct pass *p, const struct tape_summary *chunks, size_t n, const struct event *e)
{
	if (p->first && !p->in_chunk)
		enter_chunk(p, p->chunk < n ? &chunks[p->chunk] : NULL, true);
	p->in_chunk++;
	take_row_of(p, e);
	if (p->chunk < n && p->in_chunk >= chunks[p->chunk].events) {
		if (p->first)
			leave_chunk(p);
		else
			p->in_chunk = 0, p->chunk++;
	}
}

/* A row stands for what is missing, as in replay. Chunks that lay there have no rows. */
static void take_damage(struct pass *p, const struct tape_summary *chunks, size_t n, const struct tape_damage *d)
{
	struct event lost = {.kind = EVENT_LOST, .enter_ns = d->since_ns, .lost = d->events};

	if (p->first)
		diag_warn("%s: %s (%llu bytes at %llu): what was there is missing", p->v->path, d->reason, (unsigned long long)d->bytes, (unsigned long long)d->offset);
	for (; p->chunk < n && chunks[p->chunk].offset >= d->offset && chunks[p->chunk].offset < d->offset + (d->bytes ? d->bytes : 1); p->chunk++)
		if (p->first) {
			enter_chunk(p, NULL, false);
			p->v->chunks.at[p->v->chunks.len - 1].rows = p->v->chunks.at[p->v->chunks.len - 1].gaps;
		}
	if (p->first)
		*(struct view_gap *)vec_push(&p->v->gaps) = (struct view_gap){d->since_ns, d->events};
	take_row_of(p, &lost);
}

static int read_all(struct pass *p)
{
	const struct event *e;
	const char *why;
	struct tape *t;
	uint64_t told = 0;
	size_t n;
	int got, err = tape_open(p->v->path, NULL, &t, &why);

	if (err) {
		diag_error("cannot read '%s': %s", p->v->path, why);
		return err;
	}
	const struct tape_summary *chunks = tape_chunks(t, &n);
	while ((got = tape_next(t, &e)) == TAPE_EVENT || got == TAPE_DAMAGE) {
		if (got == TAPE_DAMAGE)
			take_damage(p, chunks, n, tape_damage(t));
		else
			take_event(p, chunks, n, e);
		if (++told % TELL_EVENTS)
			continue;
		atomic_store(&p->v->done, told);
		if (atomic_load(&p->v->cancel))
			break;
	}
	err = got < 0 ? got : got == TAPE_END ? 0 : -ECANCELED;
	if (got < 0)
		diag_error("cannot read '%s': %s", p->v->path, strerror(-got));
	else if (!err && p->first && !tape_finished(t))
		diag_note("%s: the recorder did not finish this tape", p->v->path);
	tape_close(t);
	return err;
}

static void put_about(void *ctx, const char *name, struct buf *b)
{
	page_put_about(((const struct view_data *)ctx)->o->text.desc, name, b);
}

/* From one chunk's last end to its own: what ended in it. */
static void put_chunks(const struct view_data *v, struct buf *b)
{
	buf_puts(b, ",\n\"chunks\":[");
	for (size_t i = 0; i < v->chunks.len; i++) {
		const struct view_chunk *c = &v->chunks.at[i];
		buf_printf(b, "%s[%llu,%llu,%lld]", i ? "," : "", (unsigned long long)c->first_row, (unsigned long long)c->rows, (long long)(c->last_ns - v->first_ns));
	}
	buf_putc(b, ']');
}

static void put_head(struct view_data *v, const struct page_rows *r)
{
	struct page_opts opts = {.text = r->text, .about = put_about, .ctx = v};
	struct buf *b = &v->head;

	buf_printf(b, "\"version\":1,\"rows\":%llu,\"calls_made\":%llu,\"lost\":%llu,\"gaps\":%zu,\"block\":%d,\"first_ns\":\"%llu\",\"realtime_offset\":\"%llu\",\"span\":%llu",
	           (unsigned long long)r->rows, (unsigned long long)r->calls, (unsigned long long)r->lost, v->gaps.len, PAGE_BLOCK,
	           (unsigned long long)r->first_ns, (unsigned long long)v->o->text.realtime_offset, (unsigned long long)(v->last_ns - v->first_ns));
	put_chunks(v, b);
	page_rows_put_tasks(r, b);
	page_rows_put_errors(r, b);
	page_put_calls(&opts, &r->names, b);
}

/* The end of the first pass. */
static void settle(struct pass *p)
{
	struct view_data *v = p->v;
	const struct view_chunk *last = v->chunks.len ? &v->chunks.at[v->chunks.len - 1] : NULL;

	if (p->in_chunk)
		leave_chunk(p);
	if (v->gaps.len > (last ? last->first_gap + last->gaps : 0)) {
		enter_chunk(p, NULL, false);
		leave_chunk(p);
	}
	put_head(v, &p->reader.rows);
}

int view_pass(struct view_data *v, const char *where, const char *words, struct buf *out)
{
	struct pass p = {.v = v, .first = !v->head.len};
	int err = reader_init(&p.reader, v, where, words);

	if (err)
		return err;
	p.reader.rows.paths.limit = p.reader.rows.fds.limit = WORD_BYTES;
	p.overview = overview_new(v->first_ns, v->last_ns);
	atomic_store(&v->done, 0);
	err = read_all(&p);
	if (!err && p.first)
		settle(&p);
	if (!err)
		overview_put_json(p.overview, &p.reader.rows, out);
	overview_free(p.overview);
	map_done(&p.known);
	reader_done(&p.reader);
	return err;
}

/* Chunks */

/* Gives its events to take(), who is who applied. 0 or -errno. */
static int read_chunk(struct view_data *v, struct reader *r, size_t chunk, void (*take)(void *ctx, const struct event *e, const struct task *t), void *ctx)
{
	const struct view_chunk *c = &v->chunks.at[chunk];
	const struct event *e;
	int got = 0;

	for (size_t i = 0; i < c->gaps; i++) {
		const struct view_gap *g = &v->gaps.at[c->first_gap + i];
		struct event lost = {.kind = EVENT_LOST, .enter_ns = g->at_ns, .lost = g->lost};
		take(ctx, &lost, NULL);
	}
	if (!c->on_tape)
		return 0;
	tape_seek(v->tape, chunk, chunk + 1);
	while ((got = tape_next(v->tape, &e)) == TAPE_EVENT)
		take(ctx, e, tasks_apply(&r->tasks, e));
	return got < 0 ? got : 0;
}

struct chunk_reading {
	struct reader *reader;
	struct page_columns *columns;
	struct page_numbers *passes;
};

static void take_row(void *ctx, const struct event *e, const struct task *t)
{
	struct chunk_reading *c = ctx;
	struct page_row row;
	bool passes;

	if (!reader_row(c->reader, e, t, &row, &passes))
		return;
	page_columns_put(c->columns, &row, c->reader->rows.first_ns);
	page_numbers_put(c->passes, passes);
}

static void put_column(void *ctx, const char *name, const struct buf *base64)
{
	struct buf *b = ctx;

	buf_printf(b, ",\"%s\":\"", name);
	buf_put(b, base64->data, base64->len);
	buf_putc(b, '"');
}

int view_put_chunk(struct view_data *v, size_t chunk, const char *where, const char *words, struct buf *out)
{
	struct buf passes = {0};
	struct reader r;
	int err = chunk < v->chunks.len ? reader_init(&r, v, where, words) : -ERANGE;

	if (err)
		return err;
	restore(v, &r, v->chunks.at[chunk].first_row);
	struct chunk_reading reading = {&r, page_columns_new(LEVEL), page_numbers_new(LEVEL)};
	err = read_chunk(v, &r, chunk, take_row, &reading);
	buf_printf(out, "{\"first\":%llu,\"rows\":%llu,\"columns\":{\"\":\"\"", (unsigned long long)v->chunks.at[chunk].first_row, (unsigned long long)r.rows.rows);
	page_columns_end(reading.columns, put_column, out);
	page_numbers_end(reading.passes, &passes);
	put_column(out, "passes", &passes);
	buf_putc(out, '}');
	dictionary_put_json(&r.rows.names, "names", out);
	dictionary_put_json(&r.rows.paths, "paths", out);
	dictionary_put_json(&r.rows.fds, "fds", out);
	buf_putc(out, '}');
	buf_done(&passes);
	reader_done(&r);
	return err;
}

struct text_reading {
	struct page_text lines;
	struct buf *out;
	uint64_t row, first, end;
};

static void take_text(void *ctx, const struct event *e, const struct task *t)
{
	struct text_reading *x = ctx;
	bool row = e->kind != EVENT_ENTERED && e->kind != EVENT_DETACH;

	if (x->row >= x->first && x->row < x->end) {
		page_text_event(&x->lines, e, t);
		if (row)
			page_text_put(&x->lines, e, x->out);
	}
	x->row += row;
}

/* The last chunk that begins at or before a row. */
static size_t chunk_of(const struct view_data *v, uint64_t row)
{
	size_t low = 0, high = v->chunks.len;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;
		if (v->chunks.at[mid].first_row <= row)
			low = mid;
		else
			high = mid;
	}
	return low;
}

int view_put_text(struct view_data *v, uint64_t block, struct buf *out)
{
	struct text_reading x = {.out = out, .first = block * PAGE_BLOCK, .end = (block + 1) * PAGE_BLOCK};
	struct reader r;
	int err = 0;

	if (!v->chunks.len)
		return 0;
	size_t chunk = chunk_of(v, x.first);
	reader_init(&r, v, NULL, NULL);
	x.row = v->chunks.at[chunk].first_row;
	restore(v, &r, x.row);
	page_text_init(&x.lines, &r.text, v->o->symbols);
	for (; !err && chunk < v->chunks.len && x.row < x.end; chunk++)
		err = read_chunk(v, &r, chunk, take_text, &x);
	page_text_done(&x.lines);
	reader_done(&r);
	return err;
}

/* The whole */

static void span_of(struct view_data *v)
{
	size_t n;
	const struct tape_summary *s = tape_chunks(v->tape, &n);

	v->first_ns = n ? UINT64_MAX : 0;
	for (size_t i = 0; i < n; i++) {
		v->first_ns = s[i].first_ns < v->first_ns ? s[i].first_ns : v->first_ns;
		v->last_ns = s[i].last_ns > v->last_ns ? s[i].last_ns : v->last_ns;
		v->events += s[i].events;
	}
	if (v->last_ns < v->first_ns)
		v->last_ns = v->first_ns;
}

int view_open(struct view_data *v, const char *path, struct trace_opts *o)
{
	const char *why;

	*v = (struct view_data){.path = path, .o = o};
	int err = tape_open(path, NULL, &v->tape, &why);
	if (err) {
		diag_error("cannot view '%s': %s", path, why);
		return err;
	}
	o->text.realtime_offset = tape_meta(v->tape)->realtime_offset;
	span_of(v);
	return 0;
}

void view_close(struct view_data *v)
{
	tape_close(v->tape);
	vec_done(&v->chunks);
	vec_done(&v->gaps);
	vec_done(&v->changes);
	buf_done(&v->head);
}
