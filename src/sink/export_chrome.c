/*
 * Chrome's trace events, "JSON Object Format": see export.h. A name is told again when it changes; viewers keep the last.
 */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "sink/export.h"
#include "sink/export_split.h"
#include "sink/json.h"
#include "sink/text.h"
#include "task/task.h"

struct chrome {
	struct sink sink;
	const struct export_opts *opts;
	struct output *out;
	struct split split;
	struct buf scratch;
	struct map names; /* by tid: the name that was told */
	struct map open;  /* by tid: what began and has not ended */
	uint64_t start_ns;
	bool started;
};

static void put_string(struct buf *b, const char *name, const void *text, size_t len)
{
	buf_printf(b, "\"%s\":", name);
	json_string(b, text, len);
}

static void put_us(struct buf *b, const char *name, uint64_t ns)
{
	buf_printf(b, ",\"%s\":%llu.%03u", name, (unsigned long long)(ns / 1000), (unsigned)(ns % 1000));
}

/* Everything before the arguments. */
static struct buf *begin(struct chrome *c, const struct event *e, char phase, const char *name)
{
	struct buf *b = &c->out->text;

	if (!c->started)
		c->start_ns = e->enter_ns;
	buf_puts(b, c->started ? ",\n{" : "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n{");
	c->started = true;
	put_string(b, "name", name, strlen(name));
	buf_printf(b, ",\"ph\":\"%c\",\"pid\":%d,\"tid\":%d", phase, e->pid, e->tid);
	if (phase != 'M')
		put_us(b, "ts", e->enter_ns > c->start_ns ? e->enter_ns - c->start_ns : 0);
	return b;
}

static void end(struct chrome *c)
{
	buf_putc(&c->out->text, '}');
	output_line_end(c->out);
}

/* Names */

static void put_name(struct chrome *c, const struct event *e, const char *what, const char *comm)
{
	struct buf *b = begin(c, e, 'M', what);

	buf_puts(b, ",\"args\":{");
	put_string(b, "name", comm, strlen(comm));
	buf_putc(b, '}');
	end(c);
}

static void tell_name(struct chrome *c, const struct event *e, const struct task *t)
{
	char *told = map_get(&c->names, (uint64_t)e->tid);

	if (!t || !t->comm[0] || (told && strcmp(told, t->comm) == 0))
		return;
	put_name(c, e, "thread_name", t->comm);
	if (e->pid == e->tid)
		put_name(c, e, "process_name", t->comm);
	free(told);
	if (!(told = strdup(t->comm)))
		abort();
	map_put(&c->names, (uint64_t)e->tid, told);
}

/* Events */

static void put_args(struct chrome *c, const struct event *e)
{
	const struct split *s = &c->split;
	struct buf *b = &c->out->text;

	split_call(&c->split, c->opts->text, e);
	buf_puts(b, ",\"args\":{");
	for (unsigned i = 0; i < s->n; i++) {
		put_string(b, s->args[i].name, s->text.data + s->args[i].start, s->args[i].end - s->args[i].start);
		buf_putc(b, ',');
	}
	put_string(b, "=", s->result.data, s->result.len); /* no argument has that name */
	buf_putc(b, '}');
}

static void put_call(struct chrome *c, const struct event *e)
{
	bool ended = e->outcome <= OUTCOME_UNAVAILABLE && e->outcome != OUTCOME_NONE;
	struct buf *b = begin(c, e, ended ? 'X' : 'B', split_name(c->opts->text, e, &c->scratch));

	if (ended)
		put_us(b, "dur", e->exit_ns - e->enter_ns);
	buf_printf(b, ",\"cat\":\"%s\"", e->outcome == OUTCOME_ERROR ? "call,failed" : "call");
	put_args(c, e);
	end(c);
	if (!ended)
		map_put(&c->open, (uint64_t)e->tid, c);
}

/* A call that never returned ends with its task. */
static void end_open(struct chrome *c, const struct event *e)
{
	if (!map_remove(&c->open, (uint64_t)e->tid))
		return;
	begin(c, e, 'E', "");
	end(c);
}

static void put_mark(struct chrome *c, const struct event *e)
{
	if (!split_mark(c->opts->text, e, &c->scratch))
		return;
	struct buf *b = begin(c, e, 'i', buf_cstr(&c->scratch));
	buf_puts(b, ",\"cat\":\"signal\",\"s\":\"t\"");
	end(c);
}

static void forget(struct chrome *c, const struct event *e)
{
	end_open(c, e);
	free(map_remove(&c->names, (uint64_t)e->tid));
}

static int chrome_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct chrome *c = (struct chrome *)sink;

	tell_name(c, e, t);
	if (e->kind == EVENT_CALL)
		put_call(c, e);
	else
		put_mark(c, e);
	if (e->kind == EVENT_EXIT)
		forget(c, e);
	return 0;
}

static int chrome_end(struct sink *sink)
{
	struct chrome *c = (struct chrome *)sink;
	uint64_t real = c->start_ns + c->opts->text->realtime_offset;

	if (!c->started)
		buf_puts(&c->out->text, "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
	buf_printf(&c->out->text, "\n],\"otherData\":{\"start\":\"%llu.%09llu\"}}\n", (unsigned long long)(real / 1000000000),
	           (unsigned long long)(real % 1000000000));
	output_flush(c->out);
	map_for_each(&c->names, slot)
		free(slot->value);
	map_done(&c->names);
	map_done(&c->open);
	split_done(&c->split);
	buf_done(&c->scratch);
	free(c);
	return 0;
}

struct sink *export_chrome_new(const struct export_opts *opts, struct output *out)
{
	static const struct sink_ops ops = {.event = chrome_event, .end = chrome_end};
	struct chrome *c = calloc(1, sizeof(*c));

	if (!c)
		abort();
	c->sink.ops = &ops;
	c->opts = opts;
	c->out = out;
	return &c->sink;
}
