/* A row an event: see export.h. */
#include <stdlib.h>
#include <string.h>

#include "decode/walk.h"
#include "sink/export.h"
#include "sink/export_split.h"
#include "sink/text.h"
#include "task/task.h"

enum { NS = 1000000000 };

struct csv {
	struct sink sink;
	const struct export_opts *opts;
	struct output *out;
	struct split split;
	struct buf scratch;
};

/* Quoted when it has to be. */
static void put_cell(struct buf *b, const char *text, size_t len)
{
	bool plain = true;

	for (size_t i = 0; i < len && plain; i++)
		plain = !strchr(",\"\r\n", text[i]);
	buf_putc(b, ',');
	if (!plain)
		buf_putc(b, '"');
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			buf_putc(b, '"');
		buf_putc(b, text[i]);
	}
	if (!plain)
		buf_putc(b, '"');
}

static void put_call(struct csv *c, const struct event *e)
{
	struct buf *b = &c->out->text;
	const char *name = split_name(c->opts->text, e, &c->scratch);
	const char *error = e->outcome == OUTCOME_ERROR ? decode_errno_name(c->opts->text->desc, (unsigned)-e->ret) : "";

	split_call(&c->split, c->opts->text, e);
	put_cell(b, name, strlen(name));
	put_cell(b, c->split.text.data, c->split.text.len);
	if (e->outcome == OUTCOME_ERROR)
		buf_printf(b, ",%lld", (long long)e->ret);
	else
		put_cell(b, c->split.result.data, c->split.result.len);
	put_cell(b, error ? error : "", error ? strlen(error) : 0);
	if (e->outcome <= OUTCOME_UNAVAILABLE && e->outcome != OUTCOME_NONE)
		buf_printf(b, ",%llu", (unsigned long long)(e->exit_ns - e->enter_ns));
	else
		buf_putc(b, ',');
}

static int csv_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct csv *c = (struct csv *)sink;
	struct buf *b = &c->out->text;
	uint64_t real = e->enter_ns + c->opts->text->realtime_offset;

	if (e->kind != EVENT_CALL && !split_mark(c->opts->text, e, &c->scratch))
		return 0;
	buf_printf(b, "%llu.%09llu,%d,%d", (unsigned long long)(real / NS), (unsigned long long)(real % NS), e->pid, e->tid);
	put_cell(b, t ? t->comm : "", t ? strlen(t->comm) : 0);
	if (e->kind == EVENT_CALL) {
		put_call(c, e);
	} else {
		put_cell(b, c->scratch.data, c->scratch.len);
		buf_puts(b, ",,,,");
	}
	buf_putc(b, '\n');
	output_line_end(c->out);
	return 0;
}

static int csv_end(struct sink *sink)
{
	struct csv *c = (struct csv *)sink;

	output_flush(c->out);
	split_done(&c->split);
	buf_done(&c->scratch);
	free(c);
	return 0;
}

struct sink *export_csv_new(const struct export_opts *opts, struct output *out)
{
	static const struct sink_ops ops = {.event = csv_event, .end = csv_end};
	struct csv *c = calloc(1, sizeof(*c));

	if (!c)
		abort();
	c->sink.ops = &ops;
	c->opts = opts;
	c->out = out;
	buf_puts(&out->text, "time,pid,tid,comm,event,args,result,error,duration_ns\n");
	output_line_end(out);
	return &c->sink;
}
