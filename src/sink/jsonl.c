/* JSON Lines: see jsonl.h. What an event has becomes members of the table; values are left to the JSON visitor. */
#include "sink/jsonl.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "decode/walk.h"
#include "event/fields.h"
#include "event/tamper.h"
#include "sink/json.h"
#include "sink/jsonl_members.h"
#include "sink/stack.h"
#include "sink/text.h"
#include "task/task.h"

enum { NS = 1000000000 };

#define K(kind) (1U << EVENT_##kind)
enum { ALL = (1U << (EVENT_LOST + 1)) - 1, CALLS = K(CALL) | K(ENTERED), SIGNALS = K(SIGNAL) | K(STOP) };

#define INTEGER "{\"$ref\":\"#/$defs/integer\"}"
#define VALUE "{\"$ref\":\"#/$defs/value\"}"
#define STRING "{\"type\":\"string\"}"

const struct member_row jsonl_members[M_COUNT] = {
	[M_TYPE] = {"type", ALL, true, NULL, NULL}, /* the schema has a form for each */
	[M_TIME] = {"time", ALL, true, "{\"type\":\"string\",\"pattern\":\"^[0-9]+[.][0-9]{9}$\"}",
	            "Seconds since 1970: when the call began, or the event happened. A string, because no common parser keeps 19 digits of a number"},
	[M_PID] = {"pid", ALL, true, INTEGER, "The process"},
	[M_TID] = {"tid", ALL, true, INTEGER, "The thread"},
	[M_COMM] = {"comm", ALL, false, STRING, "The thread's name, when it is known"},
	[M_ABI] = {"abi", CALLS, true, "{\"enum\":[\"x86_64\",\"i386\",\"x32\",\"aarch64\",\"riscv64\"]}", "Which kernel interface the call came through"},
	[M_NR] = {"nr", CALLS, true, INTEGER, "The call's number in that ABI"},
	[M_CALL] = {"call", CALLS, false, STRING, "The call's name; not there when the number has none"},
	[M_ARGS] = {"args", CALLS, true, "{\"type\":\"object\",\"additionalProperties\":" VALUE "}",
	            "Arguments by name, in the order of the text; those of an unknown call are arg1, arg2, ..."},
	[M_OUTCOME] = {"outcome", K(CALL), false, "{\"enum\":[\"none\",\"unavailable\",\"detached\"]}",
	               "Why there is no ret: the task ended inside the call, the result could not be read, tracing ended before the call did"},
	[M_RET] = {"ret", K(CALL), false, VALUE, "The result; of a call that failed, the negative error number"},
	[M_ERROR] = {"error", K(CALL), false, STRING, "The error's name; what a call that failed has"},
	[M_TAMPERED] = {"tampered", CALLS, false, "{\"type\":\"array\",\"items\":{\"enum\":[\"result\",\"memory\",\"args\",\"delay\",\"signal\"]}}",
	                "What --inject did: the call was not made and the result is injected; memory was overwritten; arguments were replaced; it was delayed; a signal was sent"},
	[M_DURATION] = {"duration_ns", K(CALL), false, INTEGER, "From entry to return"},
	[M_CPU] = {"cpu_ns", K(CALL), false, INTEGER, "System CPU time that the call took, where that was measured"},
	[M_SIGNO] = {"signo", SIGNALS, true, INTEGER, "The signal's number"},
	[M_SIGNAL] = {"signal", SIGNALS, false, STRING, "The signal's name"},
	[M_INFO] = {"info", K(SIGNAL), false, VALUE, "The signal's siginfo"},
	[M_STATUS] = {"status", K(EXIT), false, INTEGER, "Exit status"},
	[M_KILLED_BY] = {"killed_by", K(EXIT), false, INTEGER, "The signal that ended the task"},
	[M_CORE] = {"core", K(EXIT), false, "{\"const\":true}", "A core was dumped"},
	[M_OLD_TID] = {"old_tid", K(EXEC), true, INTEGER, "The thread that called execve, and goes on as tid"},
	[M_PARENT] = {"parent", K(START), true, INTEGER, "The traced task that this one comes from; 0: there is none"},
	[M_LOST] = {"lost", K(LOST), true, INTEGER, "How many events are missing here; 0: nobody knows"},
	[M_STACK] = {"stack", CALLS | SIGNALS, false,
	             "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/frame\"}}", "With -k: where the task was and who called, the innermost first"},
	[M_RAW] = {"raw", ALL, false, "{\"$ref\":\"#/$defs/raw\"}", "What was captured, with --json=raw"},
};

const char *const jsonl_types[] = {
	[EVENT_CALL] = "call", [EVENT_ENTERED] = "entered", [EVENT_SIGNAL] = "signal", [EVENT_STOP] = "stop", [EVENT_START] = "start",
	[EVENT_EXEC] = "exec", [EVENT_EXIT] = "exit", [EVENT_DETACH] = "detach", [EVENT_LOST] = "lost",
};

const char *const jsonl_outcomes[] = {
	[OUTCOME_NONE] = "none", [OUTCOME_UNAVAILABLE] = "unavailable", [OUTCOME_DETACHED] = "detached",
};

struct jsonl {
	struct sink sink;
	const struct jsonl_opts *opts;
	struct output *out;
	struct buf *b;
	uint8_t kind; /* of the event at hand */
};

static const struct desc *desc_of(const struct jsonl *j)
{
	return j->opts->text->desc;
}

/* Members */

static void member(struct jsonl *j, enum member m)
{
	assert(jsonl_members[m].kinds >> j->kind & 1);
	buf_putc(j->b, m == M_TYPE ? '{' : ',');
	buf_putc(j->b, '"');
	buf_puts(j->b, jsonl_members[m].name);
	buf_puts(j->b, "\":");
}

static void put_number(struct jsonl *j, enum member m, uint64_t v, bool is_signed)
{
	member(j, m);
	json_number(j->b, v, is_signed);
}

static void put_string(struct jsonl *j, enum member m, const char *s)
{
	member(j, m);
	json_string(j->b, s, strlen(s));
}

static void put_time(struct jsonl *j, uint64_t ns)
{
	ns += j->opts->text->realtime_offset;
	member(j, M_TIME);
	buf_printf(j->b, "\"%llu.%09llu\"", (unsigned long long)(ns / NS), (unsigned long long)(ns % NS));
}

/* Calls */

static void put_args(struct jsonl *j, const struct event *e)
{
	struct decode_opts o = text_decode_opts(j->opts->text, e);
	bool whole = e->kind == EVENT_CALL && e->outcome != OUTCOME_NONE && e->outcome != OUTCOME_DETACHED;
	struct json json;

	member(j, M_ARGS);
	buf_putc(j->b, '{');
	json_init(&json, j->b);
	decode_args(&o, e, whole ? DECODE_ALL : DECODE_ENTRY, &json.visitor);
	json_end(&json);
	buf_putc(j->b, '}');
}

static void put_error(struct jsonl *j, const struct event *e)
{
	const char *name = decode_errno_name(desc_of(j), (unsigned)-e->ret);
	char number[24];

	put_number(j, M_RET, (uint64_t)e->ret, true);
	snprintf(number, sizeof(number), "%lld", (long long)-e->ret);
	put_string(j, M_ERROR, name ? name : number);
}

static void put_value(struct jsonl *j, const struct event *e)
{
	struct decode_opts o = text_decode_opts(j->opts->text, e);
	struct json json;
	size_t start;

	member(j, M_RET);
	start = j->b->len;
	json_init_value(&json, j->b);
	decode_result(&o, e, &json.visitor);
	json_end(&json);
	if (j->b->len == start) /* a call that says nothing by its result */
		json_number(j->b, (uint64_t)e->ret, true);
}

static void put_call(struct jsonl *j, const struct event *e)
{
	const struct call *c = desc_call(desc_of(j), (enum abi)e->abi, e->nr);

	put_string(j, M_ABI, abi_name((enum abi)e->abi));
	put_number(j, M_NR, abi_register_number((enum abi)e->abi, e->nr), false);
	if (c)
		put_string(j, M_CALL, desc_call_name(desc_of(j), c));
	put_args(j, e);
}

static void put_tampered(struct jsonl *j, const struct event *e)
{
	static const char *const words[] = {"result", "memory", "args", "delay", "signal"}; /* bits of enum tampered */
	unsigned what = event_tampered(e);
	char before = '[';

	if (!what)
		return;
	member(j, M_TAMPERED);
	for (unsigned i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!(what >> i & 1))
			continue;
		buf_putc(j->b, before);
		json_string(j->b, words[i], strlen(words[i]));
		before = ',';
	}
	buf_putc(j->b, ']');
}

static void put_result(struct jsonl *j, const struct event *e)
{
	if (jsonl_outcomes[e->outcome])
		put_string(j, M_OUTCOME, jsonl_outcomes[e->outcome]);
	else if (e->outcome == OUTCOME_ERROR)
		put_error(j, e);
	else
		put_value(j, e);
	put_tampered(j, e);
	if (e->exit_ns)
		put_number(j, M_DURATION, e->exit_ns - e->enter_ns, false);
	if (e->cpu_ns)
		put_number(j, M_CPU, e->cpu_ns, false);
}

/* Signals and tasks */

static void put_signal(struct jsonl *j, const struct event *e)
{
	const struct text_opts *t = j->opts->text;
	struct decode_opts o = {.desc = t->desc, .verbose = true, .follow = true, .index_names = true, .max_string = t->show.max_string};
	char text[16];
	const char *name = decode_signal_name(t->desc, (unsigned)e->signo, text);
	struct json json;

	put_number(j, M_SIGNO, (uint64_t)e->signo, true);
	if (name)
		put_string(j, M_SIGNAL, name);
	if (e->kind != EVENT_SIGNAL || !e->nblobs)
		return;
	member(j, M_INFO);
	json_init_value(&json, j->b);
	decode_siginfo(&o, e, &json.visitor);
	json_end(&json);
}

static void put_exit(struct jsonl *j, const struct event *e)
{
	if (!WIFSIGNALED(e->status)) {
		put_number(j, M_STATUS, (uint64_t)WEXITSTATUS(e->status), false);
		return;
	}
	put_number(j, M_KILLED_BY, (uint64_t)WTERMSIG(e->status), false);
	if (WCOREDUMP(e->status)) {
		member(j, M_CORE);
		buf_puts(j->b, "true");
	}
}

static void put_kind(struct jsonl *j, const struct event *e)
{
	switch (e->kind) {
	case EVENT_CALL:
		put_call(j, e);
		put_result(j, e);
		break;
	case EVENT_ENTERED:
		put_call(j, e);
		put_tampered(j, e);
		break;
	case EVENT_SIGNAL:
	case EVENT_STOP:
		put_signal(j, e);
		break;
	case EVENT_EXIT:
		put_exit(j, e);
		break;
	case EVENT_EXEC:
		put_number(j, M_OLD_TID, (uint64_t)e->old_tid, true);
		break;
	case EVENT_START:
		put_number(j, M_PARENT, (uint64_t)e->parent, true);
		break;
	case EVENT_LOST:
		put_number(j, M_LOST, e->lost, false);
		break;
	}
}

/* Raw */

/* Those that are not 0. */
static void put_fields(struct buf *b, const void *of, const struct event_field *fields)
{
	size_t start = b->len;

	for (const struct event_field *f = fields; f->name; f++) {
		uint64_t v = event_field_get(of, f);
		if (!v)
			continue;
		if (b->len != start)
			buf_putc(b, ',');
		json_string(b, f->name, strlen(f->name));
		buf_putc(b, ':');
		json_number(b, v, f->is_signed);
	}
}

static void put_blob(struct buf *b, const struct blob *blob)
{
	static const char hex[] = "0123456789abcdef";
	size_t start = b->len;

	buf_putc(b, '{');
	put_fields(b, blob, blob_fields);
	buf_puts(b, b->len == start + 1 ? "\"data\":\"" : ",\"data\":\"");
	for (uint32_t i = 0; i < blob->len; i++) {
		buf_putc(b, hex[blob->data[i] >> 4]);
		buf_putc(b, hex[blob->data[i] & 15]);
	}
	buf_puts(b, "\"}");
}

static void put_raw(struct jsonl *j, const struct event *e)
{
	size_t start;

	member(j, M_RAW);
	buf_putc(j->b, '{');
	start = j->b->len;
	put_fields(j->b, e, event_fields);
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED) {
		buf_puts(j->b, j->b->len == start ? "\"args\":" : ",\"args\":");
		for (unsigned i = 0; i < 6; i++) {
			buf_putc(j->b, i ? ',' : '[');
			json_number(j->b, e->args[i], false);
		}
		buf_putc(j->b, ']');
	}
	for (unsigned i = 0; i < e->nblobs; i++) {
		if (!i)
			buf_puts(j->b, j->b->len == start ? "\"blobs\":[" : ",\"blobs\":[");
		else
			buf_putc(j->b, ',');
		put_blob(j->b, &e->blobs[i]);
	}
	buf_puts(j->b, e->nblobs ? "]}" : "}");
}

/* The sink */

static bool is_wanted(const struct jsonl *j, const struct event *e)
{
	const uint64_t *signals = j->opts->text->signals;

	if (e->kind != EVENT_SIGNAL && e->kind != EVENT_STOP)
		return true;
	return e->signo >= 0 && e->signo < 256 && (signals[e->signo / 64] >> e->signo % 64 & 1);
}

static int jsonl_event(struct sink *s, const struct event *e, const struct task *t)
{
	struct jsonl *j = (struct jsonl *)s;

	if (!is_wanted(j, e))
		return 0;
	j->kind = e->kind;
	put_string(j, M_TYPE, jsonl_types[e->kind]);
	put_time(j, e->enter_ns);
	put_number(j, M_PID, (uint64_t)e->pid, true);
	put_number(j, M_TID, (uint64_t)e->tid, true);
	if (t && t->comm[0])
		put_string(j, M_COMM, t->comm);
	put_kind(j, e);
	if (j->opts->text->symbols && stack_has(e)) {
		member(j, M_STACK);
		stack_put_json(j->b, j->opts->text->symbols, e);
	}
	if (j->opts->raw)
		put_raw(j, e);
	buf_puts(j->b, "}\n");
	output_line_end(j->out);
	return 0;
}

static int jsonl_flush(struct sink *s)
{
	output_flush(((struct jsonl *)s)->out);
	return 0;
}

static int jsonl_end(struct sink *s)
{
	jsonl_flush(s);
	free(s);
	return 0;
}

static const struct sink_ops jsonl_ops = {.event = jsonl_event, .flush = jsonl_flush, .end = jsonl_end};

struct sink *jsonl_new(const struct jsonl_opts *opts, struct output *out)
{
	struct jsonl *j = calloc(1, sizeof(*j));

	if (!j)
		abort();
	j->sink.ops = &jsonl_ops;
	j->opts = opts;
	j->out = out;
	j->b = &out->text;
	return &j->sink;
}
