/* Messages beside the trace: see notice.h. */
#include "sink/notice.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "sink/text.h"
#include "task/task.h"

struct notice {
	struct sink sink;
	const struct notice_opts *opts;
	struct output *out;
	struct {
		pid_t tid, pid;
		unsigned threads;
	} attached;     /* the process whose attachment is to be told, threads 0: none */
	pid_t detached; /* told about already */
};

/* Within a line of text perhaps, whose columns don't count it. */
static void tell_in_text(struct output *out, const char *text)
{
	size_t start = out->text.len;

	buf_printf(&out->text, "%s: %s\n", diag_program, text);
	out->line_start += (ssize_t)(out->text.len - start);
	if (out->by_line)
		output_flush(out);
}

/* Does not overtake the text it follows. */
static __attribute__((format(printf, 2, 3))) void tell(struct notice *n, const char *fmt, ...)
{
	char text[128];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n->out && n->opts->in_text) {
		tell_in_text(n->out, text);
		return;
	}
	if (n->out && n->out->by_line)
		output_flush(n->out);
	diag_note("%s", text);
}

/* All threads of a process are attached in a row, and told about as one. */
static void tell_attached(struct notice *n)
{
	if (!n->attached.threads)
		return;
	if (n->attached.threads > 1)
		tell(n, "Process %d attached with %u threads", n->attached.tid, n->attached.threads);
	else
		tell(n, "Process %d attached", n->attached.tid);
	n->attached.threads = 0;
}

static void started(struct notice *n, const struct event *e)
{
	if (e->tid == n->opts->child)
		return;
	if (n->attached.threads && e->parent == 0 && n->attached.pid == e->pid) {
		n->attached.threads++;
		return;
	}
	tell_attached(n);
	n->attached.tid = e->tid;
	n->attached.pid = e->pid;
	n->attached.threads = 1;
	if (e->parent)
		tell_attached(n);
}

/* The call it is in comes before the DETACH, and its line ends after the message. */
static void detached(struct notice *n, const struct event *e)
{
	bool told = n->detached == e->tid;

	n->detached = e->kind == EVENT_CALL ? e->tid : 0;
	if (told)
		return;
	tell(n, "Process %d detached", e->tid);
}

static void personality(struct notice *n, const struct task *task)
{
	buf_printf(&n->out->text, "[ Process PID=%d runs in %s mode. ]\n", task->tid, text_abi_mode((enum abi)task->abi));
	output_line_end(n->out);
}

static int notice_event(struct sink *sink, const struct event *e, const struct task *task)
{
	struct notice *n = (struct notice *)sink;
	bool leaves = e->kind == EVENT_DETACH || (e->kind == EVENT_CALL && e->outcome == OUTCOME_DETACHED);

	if (n->opts->attach && e->kind == EVENT_START)
		started(n, e);
	else
		tell_attached(n);
	if (n->opts->attach && leaves)
		detached(n, e);
	if (n->opts->personality && task && task->abi_changed)
		personality(n, task);
	return 0;
}

static int notice_flush(struct sink *sink)
{
	tell_attached((struct notice *)sink);
	return 0;
}

static int notice_end(struct sink *sink)
{
	tell_attached((struct notice *)sink);
	free(sink);
	return 0;
}

static const struct sink_ops notice_ops = {.event = notice_event, .flush = notice_flush, .end = notice_end};

struct sink *notice_new(const struct notice_opts *opts, struct output *out)
{
	struct notice *n = calloc(1, sizeof(*n));

	if (!n)
		abort();
	n->sink.ops = &notice_ops;
	n->opts = opts;
	n->out = out;
	return &n->sink;
}
