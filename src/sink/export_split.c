/* Arguments piece by piece: see export_split.h. It is the text's visitor, with a look at where each argument begins. */
#include "sink/export_split.h"

#include <string.h>
#include <sys/wait.h>

#include "decode/walk.h"
#include "sink/text.h"

static void end_argument(struct split *s)
{
	if (s->n)
		s->args[s->n - 1].end = s->text.len;
}

static void split_arg(struct visitor *v, const char *name, bool shown)
{
	struct split *s = (struct split *)v; /* show is its first member, and the visitor that one's */

	end_argument(s);
	s->text_ops->arg(v, name, shown);
	if (s->n == SPLIT_MAX)
		return;
	s->args[s->n].name = name;
	s->args[s->n++].start = s->text.len;
}

static void split_result(struct split *s, const struct text_opts *opts, const struct decode_opts *o, const struct event *e)
{
	s->result.len = 0;
	if (e->outcome == OUTCOME_OK) {
		show_init(&s->show, &opts->show, &s->result);
		decode_result(o, e, &s->show.visitor);
	} else if (e->outcome == OUTCOME_ERROR) {
		const char *name = decode_errno_name(opts->desc, (unsigned)-e->ret);
		buf_printf(&s->result, "%lld %s", (long long)e->ret, name ? name : "");
	} else {
		buf_putc(&s->result, '?');
	}
}

void split_call(struct split *s, const struct text_opts *opts, const struct event *e)
{
	struct decode_opts o = text_decode_opts(opts, e);
	bool whole = e->outcome != OUTCOME_NONE && e->outcome != OUTCOME_DETACHED;
	struct visitor_ops ops;

	split_result(s, opts, &o, e);
	s->n = 0;
	s->text.len = 0;
	show_init(&s->show, &opts->show, &s->text);
	s->text_ops = s->show.visitor.ops;
	ops = *s->text_ops;
	ops.arg = split_arg;
	s->show.visitor.ops = &ops;
	decode_args(&o, e, whole ? DECODE_ALL : DECODE_ENTRY, &s->show.visitor);
	s->show.visitor.ops = s->text_ops;
	end_argument(s);
}

void split_done(struct split *s)
{
	buf_done(&s->text);
	buf_done(&s->result);
}

const char *split_name(const struct text_opts *opts, const struct event *e, struct buf *scratch)
{
	const struct call *c = desc_call(opts->desc, (enum abi)e->abi, e->nr);

	if (c)
		return desc_call_name(opts->desc, c);
	scratch->len = 0;
	buf_printf(scratch, "syscall_0x%llx", (unsigned long long)e->nr);
	return buf_cstr(scratch);
}

static void put_signal(const struct text_opts *opts, int signo, struct buf *out)
{
	char text[16];
	const char *name = decode_signal_name(opts->desc, (unsigned)signo, text);

	if (name)
		buf_puts(out, name);
	else
		buf_printf(out, "signal %d", signo);
}

bool split_mark(const struct text_opts *opts, const struct event *e, struct buf *out)
{
	out->len = 0;
	if (e->kind == EVENT_SIGNAL) {
		put_signal(opts, e->signo, out);
	} else if (e->kind == EVENT_STOP) {
		buf_puts(out, "stopped by ");
		put_signal(opts, e->signo, out);
	} else if (e->kind == EVENT_LOST) {
		buf_printf(out, "%llu events lost", (unsigned long long)e->lost);
	} else if (e->kind == EVENT_EXIT && WIFSIGNALED(e->status)) {
		buf_puts(out, "killed by ");
		put_signal(opts, WTERMSIG(e->status), out);
	} else if (e->kind == EVENT_EXIT) {
		buf_printf(out, "exited with %d", WEXITSTATUS(e->status));
	} else {
		return false;
	}
	return true;
}
