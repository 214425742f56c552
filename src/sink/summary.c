/*
 * Counting calls, and the table of the counts: see summary.h. What a column is called, how wide it is, what sorts by it and how it prints
 * stands in one table.
 */
#include "sink/summary.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/vec.h"
#include "desc/table.h"
#include "sink/text.h"

enum { NUMBERS_MAX = 1024 }; /* calls beyond are kept in a list */

struct spent {
	uint64_t total_ns, min_ns, max_ns;
};

struct tally {
	uint64_t nr;
	uint64_t calls, errors;
	struct spent time;  /* CPU, or wall with -w */
	struct spent wall;
};

struct tallies {
	struct tally known[NUMBERS_MAX];
	VEC(struct tally) unknown;
};

struct summary {
	struct sink sink;
	const struct summary_opts *opts;
	struct output *out;
	struct tallies *abis[ABI_COUNT]; /* NULL: no calls */
};

/* Counting */

static void spent_add(struct spent *s, uint64_t ns, bool first)
{
	s->total_ns += ns;
	if (first || ns < s->min_ns)
		s->min_ns = ns;
	if (ns > s->max_ns)
		s->max_ns = ns;
}

static struct tallies *tallies_of(struct summary *s, enum abi abi)
{
	if (!s->abis[abi]) {
		s->abis[abi] = calloc(1, sizeof(*s->abis[abi]));
		if (!s->abis[abi])
			abort();
	}
	return s->abis[abi];
}

static struct tally *tally_of(struct tallies *ts, uint64_t nr)
{
	if (nr < NUMBERS_MAX) {
		ts->known[nr].nr = nr;
		return &ts->known[nr];
	}
	for (size_t i = 0; i < ts->unknown.len; i++)
		if (ts->unknown.at[i].nr == nr)
			return &ts->unknown.at[i];
	struct tally *t = vec_push(&ts->unknown);
	*t = (struct tally){.nr = nr};
	return t;
}

static uint64_t less(uint64_t ns, uint64_t overhead_ns)
{
	return ns > overhead_ns ? ns - overhead_ns : 0;
}

static int summary_event(struct sink *sink, const struct event *e, const struct task *task)
{
	struct summary *s = (struct summary *)sink;

	(void)task;
	if (e->kind != EVENT_CALL || e->outcome == OUTCOME_NONE || e->outcome == OUTCOME_DETACHED)
		return 0;
	struct tally *t = tally_of(tallies_of(s, e->abi), abi_counted_number((enum abi)e->abi, e->nr));
	uint64_t wall = less(e->exit_ns - e->enter_ns, s->opts->overhead_ns);
	spent_add(&t->time, s->opts->wall ? wall : less(e->cpu_ns, s->opts->overhead_ns), !t->calls);
	spent_add(&t->wall, wall, !t->calls);
	t->calls++;
	t->errors += e->outcome == OUTCOME_ERROR;
	return 0;
}

/* Columns */

struct row {
	const struct tally *tally;
	const struct tally *all;
	const char *name;
};

struct column {
	const char *names[4];  /* the first is the name; the others may be said for it */
	const char *header;
	unsigned width;
	uint64_t (*key)(const struct tally *t); /* greatest first; NULL: by name */
	void (*print)(struct buf *b, const struct row *r, const struct column *c);
	bool is_name;
};

static uint64_t key_total(const struct tally *t)
{
	return t->time.total_ns;
}

static uint64_t key_min(const struct tally *t)
{
	return t->time.min_ns;
}

static uint64_t key_max(const struct tally *t)
{
	return t->time.max_ns;
}

static uint64_t key_avg(const struct tally *t)
{
	return t->calls ? t->time.total_ns / t->calls : 0;
}

static uint64_t key_wall_total(const struct tally *t)
{
	return t->wall.total_ns;
}

static uint64_t key_wall_min(const struct tally *t)
{
	return t->wall.min_ns;
}

static uint64_t key_wall_max(const struct tally *t)
{
	return t->wall.max_ns;
}

static uint64_t key_wall_avg(const struct tally *t)
{
	return t->calls ? t->wall.total_ns / t->calls : 0;
}

static uint64_t key_calls(const struct tally *t)
{
	return t->calls;
}

static uint64_t key_errors(const struct tally *t)
{
	return t->errors;
}

static void print_percent(struct buf *b, const struct row *r, const struct column *c)
{
	double all = (double)r->all->time.total_ns;
	double part = r->tally == r->all ? 100 : all > 0 ? 100 * (double)r->tally->time.total_ns / all : 0;

	buf_printf(b, "%*.2f", (int)c->width, part);
}

static void print_seconds(struct buf *b, const struct row *r, const struct column *c)
{
	buf_printf(b, "%*.6f", (int)c->width, (double)c->key(r->tally) / 1e9);
}

static void print_us(struct buf *b, const struct row *r, const struct column *c)
{
	buf_printf(b, "%*llu", (int)c->width, (unsigned long long)c->key(r->tally) / 1000);
}

static void print_count(struct buf *b, const struct row *r, const struct column *c)
{
	buf_printf(b, "%*llu", (int)c->width, (unsigned long long)c->key(r->tally));
}

static void print_errors(struct buf *b, const struct row *r, const struct column *c)
{
	if (r->tally->errors)
		print_count(b, r, c);
	else
		buf_printf(b, "%*s", (int)c->width, "");
}

static void print_name(struct buf *b, const struct row *r, const struct column *c)
{
	(void)c;
	buf_puts(b, r->name);
}

static const struct column columns[] = {
	{{"time-percent", "time"}, "% time", 6, key_total, print_percent, false},
	{{"total-time", "time-total"}, "seconds", 11, key_total, print_seconds, false},
	{{"min-time", "shortest", "time-min"}, "shortest", 8, key_min, print_seconds, false},
	{{"max-time", "longest", "time-max"}, "longest", 8, key_max, print_seconds, false},
	{{"avg-time", "time-avg"}, "usecs/call", 11, key_avg, print_us, false},
	{{"wall-total", "total-wall"}, "wall-total", 11, key_wall_total, print_seconds, false},
	{{"wall-min", "min-wall"}, "wall-min", 8, key_wall_min, print_seconds, false},
	{{"wall-max", "max-wall"}, "wall-max", 8, key_wall_max, print_seconds, false},
	{{"wall-avg", "avg-wall"}, "wall-avg", 11, key_wall_avg, print_us, false},
	{{"calls", "count"}, "calls", 9, key_calls, print_count, false},
	{{"errors", "error"}, "errors", 9, key_errors, print_errors, false},
	{{"name", "syscall", "syscall-name"}, "syscall", 16, NULL, print_name, true},
};

enum { NCOLUMNS = sizeof(columns) / sizeof(columns[0]), COLUMN_NAME = NCOLUMNS - 1 };

static_assert((int)NCOLUMNS <= (int)SUMMARY_COLUMNS_MAX, "every column fits once");

static int column_named(const char *name, size_t len)
{
	for (int i = 0; i < NCOLUMNS; i++)
		for (int j = 0; j < 4 && columns[i].names[j]; j++)
			if (strlen(columns[i].names[j]) == len && memcmp(columns[i].names[j], name, len) == 0)
				return i;
	return -1;
}

void summary_defaults(struct summary_opts *o)
{
	summary_sort_parse(o, "time");
	summary_columns_parse(o, "time-percent,total-time,avg-time,calls,errors,name");
}

int summary_sort_parse(struct summary_opts *o, const char *text)
{
	bool none = strcmp(text, "nothing") == 0 || strcmp(text, "none") == 0;
	int column = column_named(text, strlen(text));

	if (!none && column < 0)
		return -EINVAL;
	o->sort = column;
	return 0;
}

static int columns_add(struct summary_opts *o, int column, const char *name, size_t len)
{
	if (column < 0) {
		diag_error("unknown column name: '%.*s'", (int)len, name);
		return -EINVAL;
	}
	for (unsigned i = 0; i < o->ncolumns; i++) {
		if (o->columns[i] == column) {
			diag_error("call summary column has been provided more than once: '%.*s' (-U option residual: '%s')", (int)len, name, name);
			return -EINVAL;
		}
	}
	o->columns[o->ncolumns++] = column;
	return 0;
}

int summary_columns_parse(struct summary_opts *o, const char *text)
{
	bool has_name = false;

	o->ncolumns = 0;
	for (bool more = true; more;) {
		size_t len = strcspn(text, ",");
		int column = column_named(text, len);
		int err = columns_add(o, column, text, len);
		if (err)
			return err;
		has_name |= column == COLUMN_NAME;
		more = text[len];
		text += len + more;
	}
	return has_name ? 0 : columns_add(o, COLUMN_NAME, columns[COLUMN_NAME].names[0], 4);
}

/* The table */

struct sorting {
	const struct column *by; /* NULL: as they are */
};

static int row_compare(const void *left, const void *right, void *ctx)
{
	const struct row *a = left, *b = right;
	const struct sorting *s = ctx;

	if (s->by && s->by->is_name)
		return strcmp(a->name, b->name);
	uint64_t x = s->by ? s->by->key(a->tally) : 0, y = s->by ? s->by->key(b->tally) : 0;
	if (x != y)
		return x < y ? 1 : -1;
	return (a->tally->nr > b->tally->nr) - (a->tally->nr < b->tally->nr);
}

static char *row_name(const struct desc *d, enum abi abi, uint64_t nr)
{
	const struct call *c = desc_call(d, abi, nr);
	struct buf b = {0};

	if (c)
		buf_puts(&b, desc_call_name(d, c));
	else
		buf_printf(&b, "syscall_0x%llx", (unsigned long long)nr);
	buf_cstr(&b);
	return b.data;
}

typedef VEC(struct row) row_vec;

static void rows_add(row_vec *rows, const struct summary *s, enum abi abi, const struct tally *t, struct tally *all)
{
	if (!t->calls)
		return;
	*vec_push(rows) = (struct row){.tally = t, .all = all, .name = row_name(s->opts->desc, abi, t->nr)};
	bool first = !all->calls;
	all->calls += t->calls;
	all->errors += t->errors;
	all->time.total_ns += t->time.total_ns;
	all->wall.total_ns += t->wall.total_ns;
	all->time.min_ns = first || t->time.min_ns < all->time.min_ns ? t->time.min_ns : all->time.min_ns;
	all->wall.min_ns = first || t->wall.min_ns < all->wall.min_ns ? t->wall.min_ns : all->wall.min_ns;
	all->time.max_ns = t->time.max_ns > all->time.max_ns ? t->time.max_ns : all->time.max_ns;
	all->wall.max_ns = t->wall.max_ns > all->wall.max_ns ? t->wall.max_ns : all->wall.max_ns;
}

static unsigned column_width(const struct column *c, const row_vec *rows)
{
	unsigned width = c->width;

	for (size_t i = 0; c->is_name && i < rows->len; i++)
		if (strlen(rows->at[i].name) + 1 > width)
			width = (unsigned)strlen(rows->at[i].name) + 1;
	return width;
}

enum line { LINE_HEADER, LINE_RULE, LINE_ROW };

static void put_header(struct buf *b, const struct column *c)
{
	for (size_t i = strlen(c->header); !c->is_name && i < c->width; i++)
		buf_putc(b, ' ');
	buf_puts(b, c->header);
}

static void put_cell(struct buf *b, const struct column *c, enum line line, unsigned width, const struct row *r)
{
	if (line == LINE_HEADER)
		put_header(b, c);
	else if (line == LINE_ROW)
		c->print(b, r, c);
	for (unsigned i = 0; line == LINE_RULE && i < width; i++)
		buf_putc(b, '-');
}

/* Text columns are padded behind, unless they are the last. */
static void put_line(const struct summary *s, enum line line, const row_vec *rows, const struct row *r)
{
	const struct summary_opts *o = s->opts;
	struct buf *b = &s->out->text;

	for (unsigned i = 0; i < o->ncolumns; i++) {
		const struct column *c = &columns[o->columns[i]];
		unsigned width = column_width(c, rows);
		size_t start = b->len;

		put_cell(b, c, line, width, r);
		if (i + 1 < o->ncolumns) {
			buf_pad(b, start + width);
			buf_putc(b, ' ');
		}
	}
	buf_putc(b, '\n');
	output_line_end(s->out);
}

static void put_title(const struct summary *s, enum abi abi)
{
	if (abi == (enum abi)abi_native())
		return;
	buf_printf(&s->out->text, "System call usage summary for %s mode:\n", text_abi_mode(abi));
}

static void put_table(const struct summary *s, enum abi abi)
{
	const struct tallies *ts = s->abis[abi];
	struct tally all = {0};
	row_vec rows = {0};

	for (size_t i = 0; i < NUMBERS_MAX; i++)
		rows_add(&rows, s, abi, &ts->known[i], &all);
	for (size_t i = 0; i < ts->unknown.len; i++)
		rows_add(&rows, s, abi, &ts->unknown.at[i], &all);
	struct sorting by = {s->opts->sort < 0 ? NULL : &columns[s->opts->sort]};
	qsort_r(rows.at, rows.len, sizeof(*rows.at), row_compare, &by);
	put_title(s, abi);
	put_line(s, LINE_HEADER, &rows, NULL);
	put_line(s, LINE_RULE, &rows, NULL);
	for (size_t i = 0; i < rows.len; i++)
		put_line(s, LINE_ROW, &rows, &rows.at[i]);
	put_line(s, LINE_RULE, &rows, NULL);
	put_line(s, LINE_ROW, &rows, &(struct row){&all, &all, "total"});
	for (size_t i = 0; i < rows.len; i++)
		free((char *)rows.at[i].name);
	vec_done(&rows);
}

static int summary_end(struct sink *sink)
{
	struct summary *s = (struct summary *)sink;
	int native = abi_native();

	if (s->abis[native])
		put_table(s, (enum abi)native);
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (s->abis[abi] && abi != native)
			put_table(s, (enum abi)abi);
	output_flush(s->out);
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (s->abis[abi])
			vec_done(&s->abis[abi]->unknown);
		free(s->abis[abi]);
	}
	free(s);
	return 0;
}

static const struct sink_ops summary_ops = {.event = summary_event, .end = summary_end};

struct sink *summary_new(const struct summary_opts *opts, struct output *out)
{
	struct summary *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->sink.ops = &summary_ops;
	s->opts = opts;
	s->out = out;
	return &s->sink;
}
