/* Columns and the order of rows: see stat_in.h. */
#include "sink/stat_in.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "sink/stat_key.h"

static uint64_t share(const struct stat_row *r, const struct stat_row *total)
{
	return total->wall_ns ? (uint64_t)((double)r->wall_ns / (double)total->wall_ns * 10000 + 0.5) : 0;
}

#define MEMBER(name, member) \
	static uint64_t name(const struct stat_row *r, const struct stat_row *total) \
	{ \
		(void)total; \
		return r->member; \
	}

MEMBER(wall, wall_ns)
MEMBER(calls, calls)
MEMBER(errors, errors)
MEMBER(cpu, cpu_ns)
MEMBER(shortest, min_ns)
MEMBER(longest, max_ns)
MEMBER(in, in)
MEMBER(out, out)
MEMBER(moved, in + r->out)

static uint64_t average(const struct stat_row *r, const struct stat_row *total)
{
	(void)total;
	return r->calls ? r->wall_ns / r->calls : 0;
}

/* The middle of a bucket may lie outside of what there was. */
static uint64_t quantile(const struct stat_row *r, unsigned per_100000)
{
	uint64_t ns = histogram_quantile(&r->times, per_100000);

	return ns < r->min_ns ? r->min_ns : ns > r->max_ns ? r->max_ns : ns;
}

#define QUANTILE(name, per_100000) \
	static uint64_t name(const struct stat_row *r, const struct stat_row *total) \
	{ \
		(void)total; \
		return quantile(r, per_100000); \
	}

QUANTILE(p50, 50000)
QUANTILE(p90, 90000)
QUANTILE(p99, 99000)
QUANTILE(p99_9, 99900)

static bool no_cpu(const struct stat_row *total)
{
	return !total->cpu_ns;
}

static bool no_errors(const struct stat_row *total)
{
	return !total->errors;
}

static bool no_bytes(const struct stat_row *total)
{
	return !total->in && !total->out;
}

const struct stat_column stat_columns[] = {
	{"share", "share", "part of the time of all calls", UNIT_SHARE, share, NULL, false},
	{"total", "wall_ns", "time from entry to return", UNIT_NS, wall, NULL, false},
	{"cpu", "cpu_ns", "system CPU time", UNIT_NS, cpu, no_cpu, false},
	{"calls", "calls", "how often", UNIT_COUNT, calls, NULL, false},
	{"errors", "errors", "how often in vain", UNIT_COUNT, errors, no_errors, false},
	{"min", "min_ns", "shortest time", UNIT_NS, shortest, NULL, false},
	{"avg", "avg_ns", "average time", UNIT_NS, average, NULL, false},
	{"p50", "p50_ns", "median time", UNIT_NS, p50, NULL, false},
	{"p90", "p90_ns", "time that 90 percent do not exceed", UNIT_NS, p90, NULL, false},
	{"p99", "p99_ns", "likewise 99 percent", UNIT_NS, p99, NULL, false},
	{"p99.9", "p99_9_ns", "likewise 99.9 percent", UNIT_NS, p99_9, NULL, false},
	{"max", "max_ns", "longest time", UNIT_NS, longest, NULL, false},
	{"in", "in_bytes", "bytes read and received", UNIT_BYTES, in, no_bytes, false},
	{"out", "out_bytes", "bytes written and sent", UNIT_BYTES, out, no_bytes, false},
	{"bytes", "bytes", "both", UNIT_BYTES, moved, no_bytes, true},
};

enum { NCOLUMNS = sizeof(stat_columns) / sizeof(stat_columns[0]) };

_Static_assert((int)NCOLUMNS <= (int)STAT_COLUMNS_MAX, "every column fits once");

uint64_t stat_value(const struct stat *s, int column, const struct stat_row *r)
{
	return stat_columns[column].value(r, &s->total);
}

static bool is_listed(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = list; (at = strstr(at, name)); at += len)
		if ((at == list || at[-1] == ' ') && (!at[len] || at[len] == ' '))
			return true;
	return false;
}

static void choose_columns(const struct stat *s, struct stat_view *v)
{
	const struct stat_opts *o = s->opts;

	memcpy(v->columns, o->columns, sizeof(v->columns));
	v->ncolumns = o->ncolumns;
	for (int i = 0; i < NCOLUMNS && !o->ncolumns; i++) {
		const struct stat_column *c = &stat_columns[i];
		if (!c->hidden && !(c->idle && c->idle(&s->total)) && (!v->brief || is_listed(v->brief, c->name)))
			v->columns[v->ncolumns++] = i;
	}
}

/* Options */

const char *stat_column_name(unsigned i)
{
	return i < NCOLUMNS ? stat_columns[i].name : NULL;
}

static const char *next_column(const void *ctx, size_t i)
{
	(void)ctx;
	return stat_column_name((unsigned)i);
}

static int column_named(const char *name, size_t len)
{
	char word[32];

	for (int i = 0; i < NCOLUMNS; i++)
		if (strlen(stat_columns[i].name) == len && memcmp(stat_columns[i].name, name, len) == 0)
			return i;
	snprintf(word, sizeof(word), "%.*s", (int)len, name);
	const char *near = str_nearest(word, next_column, NULL);
	if (near)
		diag_error("no such column: '%s', did you mean '%s'?", word, near);
	else
		diag_error("no such column: '%s'", word);
	return -EINVAL;
}

int stat_columns_parse(struct stat_opts *o, const char *text)
{
	o->ncolumns = 0;
	for (bool more = true; more;) {
		size_t len = strcspn(text, ",");
		int column = column_named(text, len);
		if (column < 0)
			return column;
		if (o->ncolumns == STAT_COLUMNS_MAX) {
			diag_error("too many columns");
			return -EINVAL;
		}
		o->columns[o->ncolumns++] = column;
		more = text[len] == ',';
		text += len + more;
	}
	return 0;
}

int stat_sort_parse(struct stat_opts *o, const char *text)
{
	bool by_key = strcmp(text, "key") == 0 || strcmp(text, "name") == 0;
	int column = by_key ? -1 : column_named(text, strlen(text));

	if (!by_key && column < 0)
		return column;
	o->sort = column;
	return 0;
}

/* The order of rows */

struct order {
	const struct stat *s;
	const struct stat_view *v;
};

static int compare_keys(const struct stat_view *v, const struct stat_row *a, const struct stat_row *b)
{
	int order = 0;

	for (unsigned i = 0; i < v->nkeys && !order; i++) {
		if (stat_keys[v->keys[i]].number)
			order = (a->ids[i] > b->ids[i]) - (a->ids[i] < b->ids[i]);
		else
			order = strcmp(stat_row_key(a, i), stat_row_key(b, i));
	}
	return order;
}

static int compare_rows(const void *left, const void *right, void *ctx)
{
	const struct stat_row *a = *(struct stat_row *const *)left, *b = *(struct stat_row *const *)right;
	const struct order *o = ctx;

	if (o->v->sort >= 0) {
		uint64_t x = stat_value(o->s, o->v->sort, a), y = stat_value(o->s, o->v->sort, b);
		if (x != y)
			return x < y ? 1 : -1;
	}
	return compare_keys(o->v, a, b);
}

void stat_view_finish(const struct stat *s, struct stat_view *v)
{
	struct stat_table *t = &v->table;
	struct order order = {s, v};

	choose_columns(s, v);
	qsort_r(t->rows.at, t->rows.len, sizeof(*t->rows.at), compare_rows, &order);
	v->shown = v->top && t->rows.len > v->top ? v->top : t->rows.len;
	for (size_t i = v->shown; i < t->rows.len; i++)
		stat_row_merge(&v->rest, t->rows.at[i]);
	stat_row_merge(&v->rest, &t->rest);
	v->rest_rows = t->rows.len - v->shown + t->merged;
}
