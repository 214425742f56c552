/* JSON Lines: see jsonl.h. */
#include "sink/jsonl.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "sink/json.h"
#include "task/task.h"

enum { NS = 1000000000 };

struct jsonl {
	struct sink sink;
	struct jsonl_opts opts;
	struct output out;
};

static void member(struct buf *b, const char *name)
{
	buf_putc(b, ',');
	buf_putc(b, '"');
	buf_puts(b, name);
	buf_puts(b, "\":");
}

static void number(struct buf *b, const char *name, uint64_t v, bool is_signed)
{
	member(b, name);
	json_number(b, v, is_signed);
}

static void string(struct buf *b, const char *name, const char *s)
{
	member(b, name);
	json_string(b, s, strlen(s));
}

static void put_time(struct jsonl *j, uint64_t ns)
{
	ns += j->opts.realtime_offset;
	buf_printf(&j->out.text, ",\"time\":\"%llu.%09llu\"", (unsigned long long)(ns / NS), (unsigned long long)(ns % NS));
}

static void put_args(struct jsonl *j, const struct event *e)
{
	struct buf *b = &j->out.text;
	struct json json;

	buf_puts(b, ",\"args\":{");
	json_init(&json, b);
	decode_args(&j->opts.decode, e, e->kind == EVENT_ENTERED ? DECODE_ENTRY : DECODE_ALL, &json.visitor);
	json_end(&json);
	buf_putc(b, '}');
}

static void put_result(struct jsonl *j, const struct event *e)
{
	static const char *const outcomes[] = {
		[OUTCOME_NONE] = "none", [OUTCOME_UNAVAILABLE] = "unavailable", [OUTCOME_DETACHED] = "detached",
	};
	struct buf *b = &j->out.text;
	struct json json;

	if (e->outcome > OUTCOME_ERROR) {
		string(b, "outcome", outcomes[e->outcome]);
		return;
	}
	if (e->outcome == OUTCOME_ERROR) {
		const char *name = decode_errno_name(j->opts.decode.desc, (unsigned)-e->ret);
		number(b, "ret", (uint64_t)e->ret, true);
		if (name)
			string(b, "error", name);
	} else {
		member(b, "ret");
		json_init_value(&json, b);
		decode_result(&j->opts.decode, e, &json.visitor);
		json_end(&json);
	}
	number(b, "duration_ns", e->exit_ns - e->enter_ns, false);
}

static void put_call(struct jsonl *j, const struct event *e)
{
	struct buf *b = &j->out.text;
	const struct call *c = desc_call(j->opts.decode.desc, (enum abi)e->abi, e->nr);

	string(b, "abi", abi_name((enum abi)e->abi));
	number(b, "nr", e->nr, false);
	if (c)
		string(b, "call", desc_call_name(j->opts.decode.desc, c));
	put_args(j, e);
	if (e->kind == EVENT_CALL)
		put_result(j, e);
}

static void put_signal(struct jsonl *j, const struct event *e)
{
	struct buf *b = &j->out.text;
	struct json json;
	char text[16];
	const char *name = decode_signal_name(j->opts.decode.desc, (unsigned)e->signo, text);

	number(b, "signo", (uint64_t)e->signo, true);
	if (name)
		string(b, "signal", name);
	if (e->kind != EVENT_SIGNAL || !e->nblobs)
		return;
	member(b, "info");
	json_init_value(&json, b);
	decode_siginfo(&j->opts.decode, e, &json.visitor);
	json_end(&json);
}

static void put_exit(struct buf *b, const struct event *e)
{
	if (WIFSIGNALED(e->status)) {
		number(b, "killed_by", (uint64_t)WTERMSIG(e->status), false);
		if (WCOREDUMP(e->status))
			buf_puts(b, ",\"core\":true");
	} else {
		number(b, "status", (uint64_t)WEXITSTATUS(e->status), false);
	}
}

static int jsonl_event(struct sink *s, const struct event *e, const struct task *t)
{
	static const char *const types[] = {
		[EVENT_CALL] = "call", [EVENT_ENTERED] = "entered", [EVENT_SIGNAL] = "signal", [EVENT_STOP] = "stop", [EVENT_START] = "start",
		[EVENT_EXEC] = "exec", [EVENT_EXIT] = "exit", [EVENT_DETACH] = "detach", [EVENT_LOST] = "lost",
	};
	struct jsonl *j = (struct jsonl *)s;
	struct buf *b = &j->out.text;

	buf_puts(b, "{\"type\":\"");
	buf_puts(b, types[e->kind]);
	buf_putc(b, '"');
	put_time(j, e->enter_ns);
	number(b, "pid", (uint64_t)e->pid, true);
	number(b, "tid", (uint64_t)e->tid, true);
	if (t && t->comm[0])
		string(b, "comm", t->comm);
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED)
		put_call(j, e);
	else if (e->kind == EVENT_SIGNAL || e->kind == EVENT_STOP)
		put_signal(j, e);
	else if (e->kind == EVENT_EXIT)
		put_exit(b, e);
	else if (e->kind == EVENT_EXEC)
		number(b, "old_tid", (uint64_t)e->old_tid, true);
	else if (e->kind == EVENT_START)
		number(b, "parent", (uint64_t)e->parent, true);
	else if (e->kind == EVENT_LOST)
		number(b, "lost", e->lost, false);
	buf_puts(b, "}\n");
	output_line_end(&j->out);
	return j->out.broken ? -EIO : 0;
}

static int jsonl_flush(struct sink *s)
{
	struct jsonl *j = (struct jsonl *)s;

	output_flush(&j->out);
	return j->out.broken ? -EIO : 0;
}

static int jsonl_end(struct sink *s)
{
	struct jsonl *j = (struct jsonl *)s;

	output_flush(&j->out);
	int err = j->out.broken ? -EIO : 0;
	output_close(&j->out);
	free(j);
	return err;
}

static const struct sink_ops jsonl_ops = {.event = jsonl_event, .flush = jsonl_flush, .end = jsonl_end};

struct sink *jsonl_open(const struct jsonl_opts *opts, struct output *out)
{
	struct jsonl *j = calloc(1, sizeof(*j));

	if (!j)
		abort();
	j->sink.ops = &jsonl_ops;
	j->opts = *opts;
	j->out = *out;
	return &j->sink;
}
