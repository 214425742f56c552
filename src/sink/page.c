/* Events to the data of a page: see page.h. Text goes out block by block as events come; columns, compressed, wait for the end. */
#include "sink/page.h"

#include <stdlib.h>
#include <string.h>

#include "desc/table.h"
#include "event/event.h"
#include "sink/json.h"
#include "sink/page_pack.h"
#include "sink/page_rows.h"
#include "sink/page_text.h"
#include "sink/text.h"

enum { LEVEL = 6 };

struct page {
	struct sink sink;
	const struct page_opts *opts;
	struct output *out;
	struct page_columns *columns;
	struct page_rows rows;
	struct page_text text;
	struct buf block, packed;
	unsigned in_block;
};

/* Text */

static void end_block(struct page *p)
{
	if (!p->in_block)
		return;
	p->packed.len = 0;
	page_gzip(&p->packed, p->block.data, p->block.len, LEVEL);
	buf_puts(&p->out->text, "<script type=\"text/block\">");
	page_base64(&p->out->text, p->packed.data, p->packed.len);
	buf_puts(&p->out->text, "</script>\n");
	output_line_end(p->out);
	p->block.len = 0;
	p->in_block = 0;
}

static int page_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct page *p = (struct page *)sink;
	struct page_row row;
	int err = page_text_event(&p->text, e, t);

	if (err || !page_rows_add(&p->rows, e, t, &row))
		return err;
	page_columns_put(p->columns, &row, p->rows.first_ns);
	page_text_put(&p->text, e, &p->block);
	if (++p->in_block == PAGE_BLOCK)
		end_block(p);
	return p->out->broken ? -1 : 0;
}

/* The end */

void page_put_calls(const struct page_opts *opts, const struct dictionary *names, struct buf *b)
{
	bool first = true;

	buf_puts(b, ",\n\"calls\":{");
	for (size_t i = 0; i < names->words.len && opts->about; i++) {
		const char *name = names->words.at[i];
		if (!desc_call_named(opts->text->desc, name))
			continue;
		buf_puts(b, first ? "" : ",");
		json_string(b, name, strlen(name));
		buf_puts(b, ":{");
		opts->about(opts->ctx, name, b);
		buf_putc(b, '}');
		first = false;
	}
	buf_putc(b, '}');
}

/* Nothing in it may end the element that it stands in. */
static void put_script_text(struct output *o, const struct buf *json)
{
	for (size_t i = 0; i < json->len; i++) {
		if (json->data[i] == '<')
			buf_puts(&o->text, "\\u003c");
		else
			buf_putc(&o->text, json->data[i]);
	}
}

static void put_head(struct page *p)
{
	const struct page_rows *r = &p->rows;
	struct buf b = {0};

	buf_printf(&b, "{\"version\":1,\"rows\":%llu,\"calls_made\":%llu,\"lost\":%llu,\"block\":%d,\"first_ns\":\"%llu\",\"realtime_offset\":\"%llu\"",
	           (unsigned long long)r->rows, (unsigned long long)r->calls, (unsigned long long)r->lost, PAGE_BLOCK, (unsigned long long)r->first_ns,
	           (unsigned long long)p->opts->text->realtime_offset);
	dictionary_put_json(&r->names, "names", &b);
	dictionary_put_json(&r->paths, "paths", &b);
	dictionary_put_json(&r->fds, "fds", &b);
	page_rows_put_tasks(r, &b);
	page_rows_put_errors(r, &b);
	page_put_calls(p->opts, &r->names, &b);
	if (p->opts->more)
		p->opts->more(p->opts->ctx, &b);
	buf_putc(&b, '}');
	buf_puts(&p->out->text, "<script type=\"application/json\" id=\"head\">");
	put_script_text(p->out, &b);
	buf_puts(&p->out->text, "</script>\n");
	output_line_end(p->out);
	buf_done(&b);
}

static void put_column(void *ctx, const char *name, const struct buf *base64)
{
	struct page *p = ctx;

	buf_printf(&p->out->text, "<script type=\"text/column\" data-name=\"%s\">", name);
	buf_put(&p->out->text, base64->data, base64->len);
	buf_puts(&p->out->text, "</script>\n");
	output_line_end(p->out);
}

static const char marker[] = "<!--DATA-->";

static int page_end(struct sink *sink)
{
	struct page *p = (struct page *)sink;
	const char *rest = strstr(p->opts->page, marker);

	page_text_done(&p->text);
	end_block(p);
	page_columns_end(p->columns, put_column, p);
	put_head(p);
	if (rest)
		buf_puts(&p->out->text, rest + strlen(marker));
	output_flush(p->out);
	page_rows_done(&p->rows);
	buf_done(&p->block);
	buf_done(&p->packed);
	int err = p->out->broken ? -1 : 0;
	free(p);
	return err;
}

static const struct sink_ops ops = {.event = page_event, .end = page_end};

struct sink *page_new(const struct page_opts *opts, struct output *out)
{
	const char *data = strstr(opts->page, marker);
	struct page *p = page_pack_supported() ? calloc(1, sizeof(*p)) : NULL;

	if (!p)
		return NULL;
	p->sink.ops = &ops;
	p->opts = opts;
	p->out = out;
	p->columns = page_columns_new(LEVEL);
	page_rows_init(&p->rows, opts->text);
	page_text_init(&p->text, opts->text, opts->symbols);
	buf_put(&out->text, opts->page, data ? (size_t)(data - opts->page) : strlen(opts->page));
	output_line_end(out);
	return &p->sink;
}
