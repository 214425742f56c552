/* Counting: see stat.h. A call becomes a sample, and the sample is added to a row of each view. */
#include "sink/stat.h"

#include <stdlib.h>
#include <string.h>

#include "desc/table.h"
#include "sink/stat_in.h"
#include "sink/stat_key.h"
#include "task/task.h"

enum { ROWS_MAX = 10000, SIDE_TOP = 10 };

/* Rows */

static void put_keys(const struct stat_view *v, const uint64_t *ids, const struct stat_subject *subject, struct buf *out)
{
	out->len = 0;
	for (unsigned i = 0; i < v->nkeys; i++) {
		if (ids[i])
			stat_keys[v->keys[i]].put(subject, out);
		else
			buf_putc(out, '-');
		buf_putc(out, '\0');
	}
}

static void view_add(struct stat *s, struct stat_view *v, const struct stat_subject *subject, const struct stat_sample *sample)
{
	uint64_t ids[STAT_KEYS_MAX];

	for (unsigned i = 0; i < v->nkeys; i++)
		ids[i] = stat_keys[v->keys[i]].id(subject);
	if (v->only_known && !ids[0])
		return;
	struct stat_row *r = stat_table_find(&v->table, ids);
	if (!r) {
		put_keys(v, ids, subject, &s->keys);
		r = stat_table_add(&v->table, ids, s->keys.data, s->keys.len);
	}
	stat_row_add(r, sample);
}

static bool has_class(const struct stat_view *v)
{
	for (unsigned i = 0; i < v->nkeys; i++)
		if (v->keys[i] == STAT_CLASS)
			return true;
	return false;
}

/* A call counts under each of its classes. */
static void view_add_classes(struct stat *s, struct stat_view *v, struct stat_subject *subject, const struct stat_sample *sample)
{
	const struct call *c = desc_call(s->opts->desc, (enum abi)subject->e->abi, subject->e->nr);
	bool any = false;

	for (int i = 0; i < STAT_CLASSES; i++) {
		if (!c || !(c->classes >> i & 1))
			continue;
		any = true;
		subject->class = i;
		view_add(s, v, subject, sample);
	}
	subject->class = -1;
	if (!any)
		view_add(s, v, subject, sample);
}

static struct stat_sample sample_of(const struct stat *s, const struct event *e)
{
	struct stat_sample sample = {.wall_ns = e->exit_ns > e->enter_ns ? e->exit_ns - e->enter_ns : 0, .cpu_ns = e->cpu_ns, .failed = e->outcome == OUTCOME_ERROR};
	struct place_bytes moved = place_moved(&s->moves, e);

	if ((sample.counts = e->counts)) {
		sample.wall_ns = e->counts->wall_ns;
		sample.cpu_ns = e->counts->cpu_ns;
	}
	sample.in = moved.in;
	sample.out = moved.out;
	return sample;
}

static void count_call(struct stat *s, const struct event *e, const struct task *t)
{
	struct stat_sample sample = sample_of(s, e);
	struct stat_subject subject = {.opts = s->opts, .e = e, .task = t, .class = -1, .text = &s->text};

	if (s->by_class)
		stat_row_add(&s->total, &sample);
	for (unsigned i = 0; i < s->nviews; i++) {
		struct stat_view *v = &s->views[i];
		if (v->only_failed && !sample.failed)
			continue;
		if (i == 0 && s->by_class)
			view_add_classes(s, v, &subject, &sample);
		else
			view_add(s, v, &subject, &sample);
	}
}

/* Calls in flight */

static struct stat_flight *flight_new(const struct event *e)
{
	struct stat_flight *f = calloc(1, sizeof(*f));

	if (!f)
		abort();
	*f = (struct stat_flight){.pid = e->pid, .tid = e->tid, .abi = e->abi, .nr = e->nr, .enter_ns = e->enter_ns};
	return f;
}

static void flight_leave(struct stat *s, struct stat_flight *f)
{
	f->next = s->left;
	s->left = f;
}

static void flight_end(struct stat *s, pid_t tid, bool detached)
{
	struct stat_flight *f = map_remove(&s->flights, (uint64_t)tid);

	if (f && detached)
		flight_leave(s, f);
	else
		free(f);
}

static void follow_flights(struct stat *s, const struct event *e)
{
	if (e->kind == EVENT_ENTERED) {
		flight_end(s, e->tid, false);
		map_put(&s->flights, (uint64_t)e->tid, flight_new(e));
		return;
	}
	if (s->flights.len)
		flight_end(s, e->kind == EVENT_EXEC ? e->old_tid : e->tid, e->kind == EVENT_DETACH);
	if (e->kind == EVENT_CALL && e->outcome == OUTCOME_DETACHED)
		flight_leave(s, flight_new(e));
}

/* The sink */

static void see_time(struct stat *s, const struct event *e)
{
	uint64_t end = e->exit_ns > e->enter_ns ? e->exit_ns : e->enter_ns;

	if (e->kind == EVENT_LOST)
		return;
	if (!s->first_ns || e->enter_ns < s->first_ns)
		s->first_ns = e->enter_ns;
	if (end > s->last_ns)
		s->last_ns = end;
}

static int stat_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct stat *s = (struct stat *)sink;
	bool in_call = e->kind == EVENT_SIGNAL || e->kind == EVENT_STOP || e->kind == EVENT_START || e->kind == EVENT_LOST;

	see_time(s, e);
	if (!in_call)
		follow_flights(s, e);
	if (e->kind == EVENT_CALL && e->outcome <= OUTCOME_ERROR)
		count_call(s, e, t);
	else if (e->kind == EVENT_START)
		s->tasks += e->counts ? e->counts->calls : 1;
	else if (e->kind == EVENT_LOST)
		s->lost += e->lost ? e->lost : 1;
	return 0;
}

void stat_put_call(const struct stat *s, const struct stat_flight *f, struct buf *out)
{
	const struct call *c = desc_call(s->opts->desc, (enum abi)f->abi, f->nr);

	if (c)
		buf_puts(out, desc_call_name(s->opts->desc, c));
	else
		buf_printf(out, "syscall_0x%llx", (unsigned long long)f->nr);
}

static void sum_up(struct stat *s)
{
	const struct stat_table *t = &s->views[0].table;

	for (size_t i = 0; i < t->rows.len && !s->by_class; i++)
		stat_row_merge(&s->total, t->rows.at[i]);
	if (!s->by_class)
		stat_row_merge(&s->total, &t->rest);
}

static void finish(struct stat *s)
{
	sum_up(s);
	map_for_each(&s->flights, slot)
		flight_leave(s, slot->value);
	for (unsigned i = 0; i < s->nviews; i++)
		stat_view_finish(s, &s->views[i]);
}

static void stat_free(struct stat *s)
{
	for (unsigned i = 0; i < s->nviews; i++) {
		stat_table_done(&s->views[i].table);
		stat_row_done(&s->views[i].rest);
	}
	for (struct stat_flight *f = s->left, *next; f; f = next) {
		next = f->next;
		free(f);
	}
	map_done(&s->flights);
	stat_row_done(&s->total);
	buf_done(&s->text);
	buf_done(&s->keys);
	free(s);
}

static int stat_end(struct sink *sink)
{
	static void (*const write[])(struct stat *) = {
		[STAT_TEXT] = stat_write_text, [STAT_CSV] = stat_write_csv, [STAT_JSON] = stat_write_json,
	};
	struct stat *s = (struct stat *)sink;

	finish(s);
	write[s->opts->format](s);
	output_flush(s->out);
	stat_free(s);
	return 0;
}

static struct stat_view *add_view(struct stat *s, const char *name, const char *title)
{
	struct stat_view *v = &s->views[s->nviews++];

	v->name = name;
	v->title = title;
	v->sort = s->opts->sort;
	v->top = s->opts->top || !title ? s->opts->top : SIDE_TOP;
	v->table.max_rows = s->opts->max_rows ? s->opts->max_rows : ROWS_MAX;
	return v;
}

static void add_key(struct stat_view *v, enum stat_key key)
{
	v->keys[v->nkeys++] = key;
	v->table.nkeys = v->nkeys;
}

static void add_views(struct stat *s)
{
	static const char places[] = "share total calls errors avg max in out";
	struct stat_view *v = add_view(s, "rows", NULL);

	for (unsigned i = 0; i < s->opts->nkeys; i++)
		add_key(v, s->opts->keys[i]);
	s->by_class = has_class(v);
	if (s->opts->parts & STAT_ERRORS) {
		v = add_view(s, "errors", "Errors");
		v->only_failed = true;
		v->brief = "calls total avg max";
		add_key(v, STAT_CALL);
		add_key(v, STAT_ERRNO);
	}
	if (s->opts->parts & STAT_PATHS) {
		v = add_view(s, "paths", "Paths");
		v->only_known = true;
		v->brief = places;
		add_key(v, STAT_PATH);
	}
	if (s->opts->parts & STAT_FDS) {
		v = add_view(s, "fds", "Descriptors");
		v->only_known = true;
		v->brief = places;
		add_key(v, STAT_FD);
	}
}

struct sink *stat_new(const struct stat_opts *opts, struct output *out)
{
	static const struct sink_ops ops = {.event = stat_event, .end = stat_end};
	struct stat *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->sink.ops = &ops;
	s->opts = opts;
	s->out = out;
	place_moves_init(&s->moves, opts->desc);
	add_views(s);
	return &s->sink;
}
