/* Folded stacks: see export.h. The rows are those of statistics by comm, stack, call and path. */
#include <stdlib.h>
#include <string.h>

#include "sink/export.h"
#include "sink/stack.h"
#include "sink/stat_key.h"
#include "sink/stat_place.h"
#include "sink/stat_rows.h"
#include "sink/text.h"
#include "symbol/symbols.h"
#include "task/task.h"

enum { COMM, STACK, CALL, PATH, PARTS };
enum { ROWS_MAX = 100000 };

static const enum stat_key parts[PARTS] = {[COMM] = STAT_COMM, [CALL] = STAT_CALL, [PATH] = STAT_PATH};

struct folded {
	struct sink sink;
	const struct export_opts *opts;
	struct output *out;
	struct stat_opts stat;
	struct stat_table table;
	struct place_moves moves;
	struct buf text, keys;
};

/* A frame must not look like several, nor like the end of the line. */
static void put_frame(struct buf *b, const char *text)
{
	for (; *text; text++)
		buf_putc(b, *text == ';' ? ':' : (unsigned char)*text < ' ' ? '?' : *text);
}

/* Who called, from the outermost on: functions; where those are not known, the name of the file. */
static void put_stack(const struct folded *f, const struct event *e, struct buf *out)
{
	const struct frame_info *const *frames;
	unsigned n = stack_frames(f->opts->text->symbols, e, &frames);

	for (unsigned i = n; i > 0; i--) {
		const struct frame_info *at = frames[i - 1];
		const char *slash = at->path ? strrchr(at->path, '/') : NULL;
		if (i < n)
			buf_putc(out, ';');
		if (at->function) {
			put_frame(out, at->function);
			continue;
		}
		buf_putc(out, '[');
		put_frame(out, slash ? slash + 1 : at->path && *at->path ? at->path : "unknown");
		buf_putc(out, ']');
	}
}

static bool has_stack(const struct folded *f, const struct event *e)
{
	return f->opts->text->symbols && stack_has(e);
}

static void put_parts(const struct folded *f, const struct stat_subject *subject, const uint64_t *ids, struct buf *out)
{
	out->len = 0;
	for (unsigned i = 0; i < PARTS; i++) {
		if (i == STACK && has_stack(f, subject->e))
			put_stack(f, subject->e, out);
		else if (i != STACK && ids[i])
			stat_keys[parts[i]].put(subject, out);
		buf_putc(out, '\0');
	}
}

static int folded_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct folded *f = (struct folded *)sink;
	struct stat_subject subject = {.opts = &f->stat, .e = e, .task = t, .class = -1, .text = &f->text};
	struct stat_sample sample = {.wall_ns = e->exit_ns - e->enter_ns};
	uint64_t ids[PARTS];

	if (e->kind != EVENT_CALL || e->outcome > OUTCOME_ERROR)
		return 0;
	struct place_bytes moved = place_moved(&f->moves, e);
	sample.in = moved.in ? moved.in : moved.out;
	for (unsigned i = 0; i < PARTS; i++)
		ids[i] = i != STACK ? stat_keys[parts[i]].id(&subject) : has_stack(f, e) ? stack_hash(e) : 0;
	struct stat_row *r = stat_table_find(&f->table, ids);
	if (!r) {
		put_parts(f, &subject, ids, &f->keys);
		r = stat_table_add(&f->table, ids, f->keys.data, f->keys.len);
	}
	stat_row_add(r, &sample);
	return 0;
}

static uint64_t weight_of(const struct folded *f, const struct stat_row *r)
{
	return f->opts->weight == WEIGHT_TIME ? r->wall_ns : f->opts->weight == WEIGHT_CALLS ? r->calls : r->in;
}

static void put_row(struct folded *f, const struct stat_row *r)
{
	struct buf *b = &f->out->text;
	uint64_t weight = weight_of(f, r);

	if (!weight)
		return;
	for (unsigned i = 0; i < PARTS; i++) {
		const char *text = r->text ? stat_row_key(r, i) : i == CALL ? "(merged)" : "";
		if (!*text && (i == STACK || i == PATH))
			continue;
		if (i)
			buf_putc(b, ';');
		if (i == STACK)
			buf_puts(b, text);
		else
			put_frame(b, *text ? text : "?");
	}
	buf_printf(b, " %llu\n", (unsigned long long)weight);
	output_line_end(f->out);
}

static int compare(const void *left, const void *right)
{
	const struct stat_row *a = *(struct stat_row *const *)left, *b = *(struct stat_row *const *)right;
	int order = 0;

	for (unsigned i = 0; i < PARTS && !order; i++)
		order = strcmp(stat_row_key(a, i), stat_row_key(b, i));
	return order;
}

static int folded_end(struct sink *sink)
{
	struct folded *f = (struct folded *)sink;
	struct stat_table *t = &f->table;

	qsort(t->rows.at, t->rows.len, sizeof(*t->rows.at), compare);
	for (size_t i = 0; i < t->rows.len; i++)
		put_row(f, t->rows.at[i]);
	put_row(f, &t->rest);
	output_flush(f->out);
	stat_table_done(t);
	buf_done(&f->text);
	buf_done(&f->keys);
	free(f);
	return 0;
}

struct sink *export_folded_new(const struct export_opts *opts, struct output *out)
{
	static const struct sink_ops ops = {.event = folded_event, .end = folded_end};
	struct folded *f = calloc(1, sizeof(*f));

	if (!f)
		abort();
	f->sink.ops = &ops;
	f->opts = opts;
	f->out = out;
	f->stat.desc = opts->text->desc;
	f->table.nkeys = PARTS;
	f->table.max_rows = ROWS_MAX;
	place_moves_init(&f->moves, f->stat.desc);
	return &f->sink;
}
