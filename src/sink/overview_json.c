/* Sums as JSON: see overview.h. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "sink/json.h"
#include "sink/overview.h"
#include "sink/overview_in.h"
#include "sink/page_pack.h"

enum { LISTED = 2000, RATE_NAMES = 5, POWERS = 32, LEVEL = 1 };

typedef unsigned long long ull;

static void put_text(struct buf *b, const char *text, size_t len)
{
	json_string(b, text, len);
}

/* Moments */

static int earlier(const void *a, const void *b)
{
	const struct cell *x = *(const struct cell *const *)a, *y = *(const struct cell *const *)b;

	if (x->longest.start_ns != y->longest.start_ns)
		return x->longest.start_ns < y->longest.start_ns ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

static const struct cell **sorted_cells(const struct overview *o, size_t *n)
{
	const struct cell **all = malloc((o->cells + 1) * sizeof(*all));

	if (!all)
		abort();
	*n = 0;
	for (size_t i = 0; i < o->lanes.len; i++)
		for (size_t k = 0; k < o->lanes.at[i].cells.len; k++)
			all[(*n)++] = &o->lanes.at[i].cells.at[k];
	qsort(all, *n, sizeof(*all), earlier);
	return all;
}

static void put_column(void *ctx, const char *name, const struct buf *base64)
{
	struct buf *b = ctx;

	buf_printf(b, ",\"%s\":\"", name);
	buf_put(b, base64->data, base64->len);
	buf_putc(b, '"');
}

static void put_extra(struct buf *b, const char *name, struct page_numbers *n)
{
	struct buf text = {0};

	page_numbers_end(n, &text);
	put_column(b, name, &text);
	buf_done(&text);
}

static uint32_t word_again(const struct dictionary *from, struct dictionary *to, uint32_t word)
{
	const char *text = dictionary_word(from, word);

	return word ? dictionary_add(to, text, strlen(text)) : 0;
}

static void put_cells(const struct overview *o, const struct page_rows *rows, struct buf *b)
{
	struct page_columns *columns = page_columns_new(LEVEL);
	struct page_numbers *count = page_numbers_new(LEVEL), *failed = page_numbers_new(LEVEL), *number = page_numbers_new(LEVEL);
	struct dictionary paths = {0}, fds = {0};
	size_t n;
	const struct cell **all = sorted_cells(o, &n);

	for (size_t i = 0; i < n; i++) {
		struct page_row row = all[i]->longest;
		row.path = word_again(&rows->paths, &paths, row.path);
		row.fd = word_again(&rows->fds, &fds, row.fd);
		page_columns_put(columns, &row, rows->first_ns);
		page_numbers_put(count, all[i]->count);
		page_numbers_put(failed, all[i]->failed);
		page_numbers_put(number, all[i]->number);
	}
	free(all);
	buf_printf(b, "\"rows\":%zu,\"columns\":{\"\":\"\"", n);
	page_columns_end(columns, put_column, b);
	put_extra(b, "count", count);
	put_extra(b, "failed", failed);
	put_extra(b, "number", number);
	buf_putc(b, '}');
	dictionary_put_json(&rows->names, "names", b);
	dictionary_put_json(&paths, "paths", b);
	dictionary_put_json(&fds, "fds", b);
	dictionary_done(&paths);
	dictionary_done(&fds);
}

/* The tables */

static void put_sum(struct buf *b, const struct sum *s)
{
	buf_printf(b, "%llu,%llu,%llu,%llu,%llu", (ull)s->calls, (ull)s->errors, (ull)s->total_ns, (ull)s->read, (ull)s->written);
}

static void put_names(const struct overview *o, struct buf *b)
{
	static const unsigned shares[] = {50000, 90000, 99000};
	bool first = true;

	buf_puts(b, "\"names\":[");
	for (size_t i = 0; i < o->names.len; i++) {
		const struct name_sum *n = &o->names.at[i];
		if (!n->sum.calls)
			continue;
		buf_printf(b, "%s\n[%zu,", first ? "" : ",", i);
		put_sum(b, &n->sum);
		for (size_t k = 0; k < sizeof(shares) / sizeof(shares[0]); k++) {
			uint64_t share = histogram_quantile(&n->times, shares[k]); /* the middle of its bucket */
			buf_printf(b, ",%llu", (ull)(share < n->max_ns ? share : n->max_ns));
		}
		buf_printf(b, ",%llu,[", (ull)n->max_ns);
		for (unsigned power = 0; power < POWERS; power++)
			buf_printf(b, "%s%llu", power ? "," : "", (ull)histogram_power(&n->times, power));
		buf_puts(b, "]]");
		first = false;
	}
	buf_putc(b, ']');
}

static void put_tasks(const struct overview *o, struct buf *b)
{
	bool first = true;

	buf_puts(b, ",\n\"tasks\":[");
	for (size_t i = 0; i < o->lanes.len; i++) {
		if (!o->lanes.at[i].calls)
			continue;
		buf_printf(b, "%s[%zu,%llu,%llu]", first ? "" : ",", i, (ull)o->lanes.at[i].calls, (ull)o->lanes.at[i].total_ns);
		first = false;
	}
	buf_putc(b, ']');
}

/* What a descriptor stands for: "3</etc/passwd>" is /etc/passwd. */
static void put_place_name(const struct page_rows *rows, uint64_t id, struct buf *b)
{
	const char *word = dictionary_word(id & PLACE_OF_FD ? &rows->fds : &rows->paths, (uint32_t)id), *open = id & PLACE_OF_FD ? strchr(word, '<') : NULL;
	size_t len = strlen(open ? open + 1 : word);

	put_text(b, open ? open + 1 : word, open && len ? len - 1 : len);
}

/* For qsort(): the most first. */
#define MOST_FIRST(name, type, member) \
	static int name(const void *a, const void *b) \
	{ \
		const type *x = *(const type *const *)a, *y = *(const type *const *)b; \
		return x->member > y->member ? -1 : x->member < y->member; \
	}

MOST_FIRST(by_total, struct place_sum, sum.total_ns)
MOST_FIRST(by_calls, struct error_sum, calls)
MOST_FIRST(by_name_calls, struct name_sum, sum.calls)

static const void **pointers(const void *at, size_t n, size_t size, int (*order)(const void *a, const void *b))
{
	const void **all = malloc((n + 1) * sizeof(*all));

	if (!all)
		abort();
	for (size_t i = 0; i < n; i++)
		all[i] = (const char *)at + i * size;
	qsort(all, n, sizeof(*all), order);
	return all;
}

static void put_places(const struct overview *o, const struct page_rows *rows, struct buf *b)
{
	const void **all = pointers(o->places.at, o->places.len, sizeof(*o->places.at), by_total);

	buf_printf(b, ",\n\"all_places\":%zu,\"places\":[", o->places.len);
	for (size_t i = 0; i < o->places.len && i < LISTED; i++) {
		const struct place_sum *p = all[i];
		buf_puts(b, i ? ",\n[" : "\n[");
		put_place_name(rows, p->id, b);
		buf_putc(b, ',');
		put_sum(b, &p->sum);
		buf_printf(b, ",%s,[", p->more_users ? "true" : "false");
		for (size_t k = 0; k < p->users.len; k++)
			buf_printf(b, "%s[%u,%llu,%llu]", k ? "," : "", p->users.at[k].task, (ull)p->users.at[k].read, (ull)p->users.at[k].written);
		buf_puts(b, "]]");
	}
	buf_putc(b, ']');
	free(all);
}

static void put_errors(const struct overview *o, struct buf *b)
{
	const void **all = pointers(o->errors.at, o->errors.len, sizeof(*o->errors.at), by_calls);

	buf_printf(b, ",\n\"all_errors\":%zu,\"errors\":[", o->errors.len);
	for (size_t i = 0; i < o->errors.len && i < LISTED; i++) {
		const struct error_sum *s = all[i];
		const char *what = dictionary_word(&o->folded, s->what);
		buf_printf(b, "%s\n[%u,%u,", i ? "," : "", s->name, s->error);
		put_text(b, what, strlen(what));
		buf_printf(b, ",%llu,%llu,%llu,%s]", (ull)s->calls, (ull)s->total_ns, (ull)s->places, s->more_places ? "true" : "false");
	}
	buf_putc(b, ']');
	free(all);
}

static void put_steps(struct buf *b, const uint32_t *steps, unsigned n)
{
	buf_putc(b, '[');
	for (unsigned i = 0; i < n; i++) {
		if (i)
			buf_putc(b, ',');
		buf_udec(b, steps[i]);
	}
	buf_putc(b, ']');
}

static void put_rate(const struct overview *o, struct buf *b)
{
	const void **all = pointers(o->names.at, o->names.len, sizeof(*o->names.at), by_name_calls);

	buf_puts(b, ",\n\"rate\":{\"all\":");
	put_steps(b, o->rate_all, OVERVIEW_RATE_STEPS);
	buf_puts(b, ",\"failed\":");
	put_steps(b, o->rate_failed, OVERVIEW_RATE_STEPS);
	buf_puts(b, ",\"names\":[");
	for (size_t i = 0; i < o->names.len && i < RATE_NAMES; i++) {
		const struct name_sum *n = all[i];
		if (!n->rate)
			break;
		buf_printf(b, "%s[%zu,", i ? "," : "", (size_t)(n - o->names.at));
		put_steps(b, n->rate, OVERVIEW_RATE_STEPS);
		buf_putc(b, ']');
	}
	buf_puts(b, "]}");
	free(all);
}

static void put_heat(const struct overview *o, struct buf *b)
{
	buf_printf(b, ",\n\"heat\":{\"columns\":%d,\"lines\":%d,\"counts\":", OVERVIEW_HEAT_COLUMNS, OVERVIEW_HEAT_LINES);
	put_steps(b, &o->heat[0][0], OVERVIEW_HEAT_COLUMNS * OVERVIEW_HEAT_LINES);
	buf_putc(b, '}');
}

static void put_memory(const struct overview *o, const struct page_rows *rows, struct buf *b)
{
	buf_puts(b, ",\n\"memory\":[");
	for (size_t i = 0; i < o->mapped.len; i++) {
		const struct mapped *m = &o->mapped.at[i];
		buf_printf(b, "%s[%lld,%u,%lld]", i ? "," : "", (long long)(m->at_ns - rows->first_ns), m->task, (long long)m->change);
	}
	buf_putc(b, ']');
}

void overview_put_json(const struct overview *o, const struct page_rows *rows, struct buf *b)
{
	buf_printf(b, "{\"stands_for\":%llu,\"calls\":%llu,", (ull)o->rows, (ull)o->calls);
	put_cells(o, rows, b);
	buf_puts(b, ",\n\"summary\":{");
	put_names(o, b);
	put_tasks(o, b);
	put_places(o, rows, b);
	put_errors(o, b);
	put_rate(o, b);
	put_heat(o, b);
	put_memory(o, rows, b);
	buf_puts(b, "}}");
}
