/* Statistics for programs: see stat.h. Times in nanoseconds, nothing rounded but shares. */
#include <stdio.h>
#include <string.h>

#include "event/event.h"
#include "sink/json.h"
#include "sink/stat_in.h"
#include "sink/stat_key.h"

/* CSV, as in RFC 4180 */

static void put_csv(struct buf *b, const char *text)
{
	if (!text[strcspn(text, ",\"\r\n")]) {
		buf_puts(b, text);
		return;
	}
	buf_putc(b, '"');
	for (; *text; text++) {
		if (*text == '"')
			buf_putc(b, '"');
		buf_putc(b, *text);
	}
	buf_putc(b, '"');
}

static void put_value(struct buf *b, enum stat_unit unit, uint64_t v)
{
	if (unit == UNIT_SHARE)
		buf_printf(b, "%llu.%04llu", (unsigned long long)(v / 10000), (unsigned long long)(v % 10000));
	else
		buf_udec(b, v);
}

static void put_csv_row(struct stat *s, const struct stat_view *v, const struct stat_row *r, const char *instead)
{
	struct buf *b = &s->out->text;

	for (unsigned i = 0; i < v->nkeys; i++) {
		if (i)
			buf_putc(b, ',');
		put_csv(b, !instead ? stat_row_key(r, i) : i ? "" : instead);
	}
	for (unsigned i = 0; i < v->ncolumns; i++) {
		buf_putc(b, ',');
		put_value(b, stat_columns[v->columns[i]].unit, stat_value(s, v->columns[i], r));
	}
	buf_putc(b, '\n');
	output_line_end(s->out);
}

/* The table by keys only. */
void stat_write_csv(struct stat *s)
{
	const struct stat_view *v = &s->views[0];
	struct buf *b = &s->out->text;

	for (unsigned i = 0; i < v->nkeys; i++)
		buf_printf(b, "%s%s", i ? "," : "", stat_keys[v->keys[i]].name);
	for (unsigned i = 0; i < v->ncolumns; i++)
		buf_printf(b, ",%s", stat_columns[v->columns[i]].field);
	buf_putc(b, '\n');
	for (size_t row = 0; row < v->shown; row++)
		put_csv_row(s, v, v->table.rows.at[row], NULL);
	if (v->rest_rows)
		put_csv_row(s, v, &v->rest, "(more)");
}

/* JSON */

static void put_name(struct buf *b, const char *name, bool first)
{
	if (!first)
		buf_putc(b, ',');
	json_string(b, name, strlen(name));
	buf_putc(b, ':');
}

static void put_number(struct buf *b, const char *name, uint64_t v)
{
	put_name(b, name, false);
	json_number(b, v, false);
}

/* Powers of two: how many calls took from so many ns to below twice as many. */
static void put_histogram(struct buf *b, const struct stat_row *r)
{
	bool any = false;

	put_name(b, "histogram", false);
	buf_putc(b, '[');
	for (unsigned i = 0; i < 64; i++) {
		uint64_t n = histogram_power(&r->times, i);
		if (!n)
			continue;
		buf_puts(b, any ? ",{\"from_ns\":" : "{\"from_ns\":");
		json_number(b, i ? 1ULL << i : 0, false);
		put_number(b, "calls", n);
		buf_putc(b, '}');
		any = true;
	}
	buf_putc(b, ']');
}

/* Keys that have no value are null. */
static void put_keys(struct buf *b, const struct stat_view *v, const struct stat_row *r)
{
	for (unsigned i = 0; i < v->nkeys; i++) {
		const char *text = stat_row_key(r, i);
		put_name(b, stat_keys[v->keys[i]].name, i == 0);
		if (!r->ids[i])
			buf_puts(b, "null");
		else if (stat_keys[v->keys[i]].number)
			json_number(b, r->ids[i], true);
		else
			json_string(b, text, strlen(text));
	}
}

static void put_columns(struct stat *s, const struct stat_view *v, const struct stat_row *r, bool first)
{
	struct buf *b = &s->out->text;

	for (unsigned i = 0; i < v->ncolumns; i++) {
		const struct stat_column *c = &stat_columns[v->columns[i]];
		uint64_t value = stat_value(s, v->columns[i], r);
		put_name(b, c->field, first && !i);
		if (c->unit == UNIT_SHARE)
			put_value(b, c->unit, value);
		else
			json_number(b, value, false);
	}
	if (s->opts->parts & STAT_HISTOGRAM)
		put_histogram(b, r);
}

static void put_total(struct stat *s)
{
	buf_putc(&s->out->text, '{');
	put_columns(s, &s->views[0], &s->total, true);
	buf_putc(&s->out->text, '}');
}

static void put_view(struct stat *s, const struct stat_view *v)
{
	struct buf *b = &s->out->text;

	buf_puts(b, ",\n");
	put_name(b, v->name, true);
	buf_putc(b, '[');
	for (size_t row = 0; row < v->shown; row++) {
		buf_puts(b, row ? ",\n{" : "\n{");
		put_keys(b, v, v->table.rows.at[row]);
		put_columns(s, v, v->table.rows.at[row], false);
		buf_putc(b, '}');
		output_line_end(s->out);
	}
	buf_putc(b, ']');
	if (!v->rest_rows)
		return;
	buf_puts(b, ",\n");
	buf_printf(b, "\"%s_more\":{\"rows\":", v->name);
	json_number(b, v->rest_rows, false);
	put_columns(s, v, &v->rest, false);
	buf_putc(b, '}');
}

static void put_flights(struct stat *s)
{
	struct buf *b = &s->out->text;

	buf_puts(b, ",\n\"in_flight\":[");
	for (const struct stat_flight *f = s->left; f; f = f->next) {
		buf_printf(b, "%s{\"pid\":%d,\"tid\":%d,\"call\":\"", f == s->left ? "" : ",", f->pid, f->tid);
		stat_put_call(s, f, b);
		buf_putc(b, '"');
		put_number(b, "since_ns", s->last_ns - f->enter_ns);
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
}

void stat_write_json(struct stat *s)
{
	struct buf *b = &s->out->text;

	buf_puts(b, "{\"duration_ns\":");
	json_number(b, s->last_ns - s->first_ns, false);
	put_number(b, "threads", s->tasks);
	put_number(b, "lost", s->lost);
	buf_puts(b, ",\n\"total\":");
	put_total(s);
	for (unsigned i = 0; i < s->nviews; i++)
		put_view(s, &s->views[i]);
	put_flights(s);
	buf_puts(b, "}\n");
	output_line_end(s->out);
}
