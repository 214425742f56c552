/* Statistics as tables to read: see stat.h. Keys come last, so that long ones push nothing aside. */
#include <stdio.h>
#include <string.h>

#include "sink/stat_in.h"
#include "sink/stat_key.h"

enum { NS = 1000000000, CELL_MAX = 32, BAR_WIDTH = 40, HISTOGRAMS = 5, FLIGHTS_SHOWN = 10 };

/* Cells */

/* Three digits that matter and a unit: "512ns", "1.02us", "12.3ms", "3456s". */
static void format_ns(uint64_t ns, char cell[CELL_MAX])
{
	static const char *const units[] = {"ns", "us", "ms", "s"};
	double v = (double)ns;
	unsigned unit = 0;

	for (; unit < 3 && v >= 999.5; unit++)
		v /= 1000;
	snprintf(cell, CELL_MAX, "%.*f%s", !unit || v >= 99.95 ? 0 : v >= 9.995 ? 1 : 2, v, units[unit]);
}

static void format_bytes(uint64_t bytes, char cell[CELL_MAX])
{
	static const char units[] = " KMGTPE";
	double v = (double)bytes;
	unsigned unit = 0;

	for (; units[unit + 1] && v >= 999.5; unit++)
		v /= 1024;
	if (unit)
		snprintf(cell, CELL_MAX, "%.*f%c", v >= 99.95 ? 0 : v >= 9.995 ? 1 : 2, v, units[unit]);
	else
		snprintf(cell, CELL_MAX, "%llu", (unsigned long long)bytes);
}

static void format_cell(enum stat_unit unit, uint64_t v, char cell[CELL_MAX])
{
	if (unit == UNIT_NS)
		format_ns(v, cell);
	else if (unit == UNIT_BYTES)
		format_bytes(v, cell);
	else if (unit == UNIT_SHARE)
		snprintf(cell, CELL_MAX, "%llu.%02llu%%", (unsigned long long)(v / 100), (unsigned long long)(v % 100));
	else
		snprintf(cell, CELL_MAX, "%llu", (unsigned long long)v);
}

static void cell_of(const struct stat *s, int column, const struct stat_row *r, char cell[CELL_MAX])
{
	const struct stat_column *c = &stat_columns[column];
	uint64_t v = stat_value(s, column, r);

	cell[0] = '\0';
	if (v || !(c->idle || c->unit == UNIT_COUNT)) /* a nought says less than nothing there */
		format_cell(c->unit, v, cell);
}

/* Tables */

struct widths {
	size_t columns[STAT_COLUMNS_MAX];
	size_t keys[STAT_KEYS_MAX];
};

static void widen(size_t *width, size_t len)
{
	if (len > *width)
		*width = len;
}

static void measure_row(const struct stat *s, const struct stat_view *v, const struct stat_row *r, struct widths *w)
{
	char cell[CELL_MAX];

	for (unsigned i = 0; i < v->ncolumns; i++) {
		cell_of(s, v->columns[i], r, cell);
		widen(&w->columns[i], strlen(cell));
	}
}

static struct widths measure(const struct stat *s, const struct stat_view *v)
{
	struct widths w = {0};

	for (unsigned i = 0; i < v->ncolumns; i++)
		widen(&w.columns[i], strlen(stat_columns[v->columns[i]].name));
	for (unsigned i = 0; i < v->nkeys; i++)
		widen(&w.keys[i], strlen(stat_keys[v->keys[i]].header));
	for (size_t row = 0; row < v->shown; row++) {
		measure_row(s, v, v->table.rows.at[row], &w);
		for (unsigned i = 0; i < v->nkeys; i++)
			widen(&w.keys[i], strlen(stat_row_key(v->table.rows.at[row], i)));
	}
	measure_row(s, v, &s->total, &w);
	measure_row(s, v, &v->rest, &w);
	return w;
}

static void put_right(struct buf *b, const char *text, size_t width)
{
	buf_printf(b, "%*s  ", (int)width, text);
}

/* What a terminal would take for more than text is shown as '?'. */
static void put_plain(struct buf *b, const char *text)
{
	for (; *text; text++)
		buf_putc(b, (unsigned char)*text < ' ' || *text == 0x7f ? '?' : *text);
}

static void put_key(struct buf *b, const char *text, size_t width, bool last)
{
	size_t start = b->len;

	put_plain(b, text);
	if (!last)
		buf_pad(b, start + width + 2);
}

static void end_line(struct stat *s)
{
	buf_putc(&s->out->text, '\n');
	output_line_end(s->out);
}

static void put_cells(struct stat *s, const struct stat_view *v, const struct stat_row *r, const struct widths *w)
{
	char cell[CELL_MAX];

	for (unsigned i = 0; i < v->ncolumns; i++) {
		cell_of(s, v->columns[i], r, cell);
		put_right(&s->out->text, cell, w->columns[i]);
	}
}

static void put_header(struct stat *s, const struct stat_view *v, const struct widths *w)
{
	struct buf *b = &s->out->text;

	for (unsigned i = 0; i < v->ncolumns; i++)
		put_right(b, stat_columns[v->columns[i]].name, w->columns[i]);
	for (unsigned i = 0; i < v->nkeys; i++)
		put_key(b, stat_keys[v->keys[i]].header, w->keys[i], i + 1 == v->nkeys);
	end_line(s);
}

static void put_rest(struct stat *s, const struct stat_view *v, const struct widths *w)
{
	struct buf *b = &s->out->text;

	if (!v->rest_rows)
		return;
	put_cells(s, v, &v->rest, w);
	buf_printf(b, "(%llu more)", (unsigned long long)v->rest_rows);
	end_line(s);
}

static void put_table(struct stat *s, const struct stat_view *v)
{
	struct buf *b = &s->out->text;
	struct widths w = measure(s, v);

	if (v->title) {
		buf_printf(b, "\n%s%s", v->title, v->table.rows.len ? "\n" : ": none");
		if (!v->table.rows.len) {
			end_line(s);
			return;
		}
	}
	put_header(s, v, &w);
	for (size_t row = 0; row < v->shown; row++) {
		const struct stat_row *r = v->table.rows.at[row];
		put_cells(s, v, r, &w);
		for (unsigned i = 0; i < v->nkeys; i++)
			put_key(b, stat_row_key(r, i), w.keys[i], i + 1 == v->nkeys);
		end_line(s);
	}
	put_rest(s, v, &w);
	if (!v->title) {
		put_cells(s, v, &s->total, &w);
		buf_puts(b, "total");
		end_line(s);
	}
	if (v->table.merged) {
		buf_printf(b, "More than %u rows: those that took the least time were merged into \"more\" as the limit was reached.", v->table.max_rows);
		end_line(s);
	}
}

/* Histograms */

static void put_bar(struct buf *b, uint64_t count, uint64_t most)
{
	unsigned length = most ? (unsigned)((double)count / (double)most * BAR_WIDTH + 0.5) : 0;

	for (unsigned i = 0; i < (length || !count ? length : 1); i++)
		buf_putc(b, '#');
}

static void put_histogram(struct stat *s, const struct stat_row *r, const char *name)
{
	uint64_t counts[64], most = 0;
	unsigned first = 64, last = 0;
	char from[CELL_MAX];
	struct buf *b = &s->out->text;

	for (unsigned i = 0; i < 64; i++) {
		counts[i] = histogram_power(&r->times, i);
		if (!counts[i])
			continue;
		first = first < i ? first : i;
		last = i;
		most = counts[i] > most ? counts[i] : most;
	}
	buf_putc(b, '\n');
	put_plain(b, name);
	end_line(s);
	for (unsigned i = first; i <= last; i++) {
		format_ns(i ? 1ULL << i : 0, from);
		buf_printf(b, "  from %7s %10llu%s", from, (unsigned long long)counts[i], counts[i] ? "  " : "");
		put_bar(b, counts[i], most);
		end_line(s);
	}
}

static void put_histograms(struct stat *s)
{
	const struct stat_view *v = &s->views[0];
	size_t n = !v->top && v->shown > HISTOGRAMS ? HISTOGRAMS : v->shown;
	struct buf name = {0};

	for (size_t row = 0; row < n; row++) {
		name.len = 0;
		for (unsigned i = 0; i < v->nkeys; i++) {
			if (i)
				buf_puts(&name, ", ");
			buf_puts(&name, stat_row_key(v->table.rows.at[row], i));
		}
		put_histogram(s, v->table.rows.at[row], buf_cstr(&name));
	}
	buf_done(&name);
	if (s->total.calls && v->shown > 1)
		put_histogram(s, &s->total, "total");
}

/* The rest */

static void put_count(struct buf *b, uint64_t n, const char *one, const char *many)
{
	buf_printf(b, "%llu %s", (unsigned long long)n, n == 1 ? one : many);
}

static void put_summary(struct stat *s)
{
	struct buf *b = &s->out->text;
	char cell[CELL_MAX];

	buf_putc(b, '\n');
	put_count(b, s->total.calls, "call", "calls");
	if (s->tasks) {
		buf_puts(b, " of ");
		put_count(b, s->tasks, "thread", "threads");
	}
	format_ns(s->last_ns - s->first_ns, cell);
	buf_printf(b, " in %s", cell);
	if (s->total.errors)
		buf_printf(b, ", %llu failed", (unsigned long long)s->total.errors);
	format_bytes(s->total.in, cell);
	buf_printf(b, "; %s bytes in", cell);
	format_bytes(s->total.out, cell);
	buf_printf(b, ", %s out", cell);
	end_line(s);
}

static void put_lost(struct stat *s)
{
	if (!s->lost)
		return;
	put_count(&s->out->text, s->lost, "event was lost: numbers are too small", "events were lost: numbers are too small");
	end_line(s);
}

static void put_flights(struct stat *s)
{
	struct buf *b = &s->out->text;
	unsigned n = 0, shown = 0;
	char cell[CELL_MAX];

	for (const struct stat_flight *f = s->left; f; f = f->next)
		n++;
	if (!n)
		return;
	put_count(b, n, "call in flight at the end: ", "calls in flight at the end: ");
	for (const struct stat_flight *f = s->left; f && shown < FLIGHTS_SHOWN; f = f->next, shown++) {
		buf_puts(b, shown ? ", " : "");
		stat_put_call(s, f, b);
		format_ns(s->last_ns - f->enter_ns, cell);
		buf_printf(b, " (thread %d, for %s)", f->tid, cell);
	}
	if (n > shown)
		buf_printf(b, " and %u more", n - shown);
	end_line(s);
}

void stat_write_text(struct stat *s)
{
	for (unsigned i = 0; i < s->nviews; i++)
		put_table(s, &s->views[i]);
	if (s->opts->parts & STAT_HISTOGRAM)
		put_histograms(s);
	put_summary(s);
	put_flights(s);
	put_lost(s);
}
