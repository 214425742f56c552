/* The lines of strace's text: the streams they go to, and those that are not about calls. */
#include "sink/text.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "decode/walk.h"
#include "sink/text_priv.h"

/* Streams */

static struct stream *stream_open(struct text *t, pid_t tid)
{
	struct stream *s = calloc(1, sizeof(*s));
	struct buf name = {0};

	if (!s)
		abort();
	buf_printf(&name, "%s.%d", t->opts->separate, tid);
	int err = output_open_file(&s->own, buf_cstr(&name), t->opts->append);
	s->out = &s->own;
	s->own.palette = t->opts->palette;
	buf_done(&name);
	if (err) {
		free(s);
		errno = -err;
		return NULL;
	}
	map_put(&t->streams, (uint64_t)tid, s);
	return s;
}

/* Where a task's lines go; NULL with errno set when that cannot be opened. */
static struct stream *stream_of(struct text *t, pid_t tid)
{
	if (t->shared.out)
		return &t->shared;
	struct stream *s = map_get(&t->streams, (uint64_t)tid);
	return s ? s : stream_open(t, tid);
}

static void stream_close(struct stream *s)
{
	output_close(&s->own);
	free(s);
}

static void stream_end(struct text *t, pid_t tid)
{
	struct stream *s = t->shared.out ? NULL : map_remove(&t->streams, (uint64_t)tid);

	if (s)
		stream_close(s);
}
/* Other lines */

static bool signal_wanted(const struct text_opts *o, int signo)
{
	return signo >= 0 && signo < 256 && (o->signals[signo / 64] >> signo % 64 & 1);
}

static void put_signal(const struct text_opts *o, struct buf *b, int signo)
{
	char text[16];
	const char *name = decode_signal_name(o->desc, (unsigned)signo, text);

	if (name)
		buf_puts(b, name);
	else
		buf_dec(b, signo);
}

static void signal_line(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	struct decode_opts o = {.desc = t->opts->desc, .verbose = true, .follow = true, .index_names = true, .max_string = t->opts->show.max_string};
	struct buf *b = line_of(t, s, e, task);
	struct show show;

	buf_puts(b, "--- ");
	put_signal(t->opts, b, e->signo);
	buf_putc(b, ' ');
	show_init(&show, &t->opts->show, b);
	show.painted = s->out;
	decode_siginfo(&o, e, &show.visitor);
	output_paint(s->out, PAINT_NONE);
	buf_puts(b, b->data[b->len - 1] == ' ' ? "---" : " ---");
	line_end(s);
	call_put_stack(t, s, e);
}

static void stop_line(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	struct buf *b = line_of(t, s, e, task);

	buf_puts(b, "--- stopped by ");
	put_signal(t->opts, b, e->signo);
	buf_puts(b, " ---");
	line_end(s);
	call_put_stack(t, s, e);
}

static void exit_line(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (WIFSIGNALED(e->status) ? !signal_wanted(t->opts, WTERMSIG(e->status)) : t->opts->quiet & QUIET_EXIT)
		return;
	struct buf *b = line_of(t, s, e, task);

	if (WIFSIGNALED(e->status)) {
		buf_puts(b, "+++ killed by ");
		put_signal(t->opts, b, WTERMSIG(e->status));
		buf_puts(b, WCOREDUMP(e->status) ? " (core dumped) +++" : " +++");
	} else {
		buf_printf(b, "+++ exited with %d +++", WEXITSTATUS(e->status));
	}
	line_end(s);
}

/* The line of an execve in progress, from a thread whose id is about to change. */
static void line_moved(struct stream *s, const struct event *e)
{
	s->open_tid = 0;
	buf_printf(&s->out->text, " <pid changed to %d ...>", e->tid);
	line_end(s);
}

/* With a file a task, the thread's own file ends with what became of it; the rest of its life is in its leader's. */
static void exec_separate(struct text *t, const struct event *e)
{
	struct stream *s = map_get(&t->streams, (uint64_t)e->old_tid);

	if (s && s->open_tid == e->old_tid)
		line_moved(s, e);
	stream_end(t, e->old_tid);
}

static void exec_line(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (!t->shared.out)
		exec_separate(t, e);
	else if (s->open_tid == e->old_tid)
		line_moved(s, e);
	else if (s->open_tid == e->tid)
		line_interrupt(s);
	if (t->opts->quiet & QUIET_EXECVE)
		return;
	buf_printf(line_of(t, s, e, task), "+++ superseded by execve in pid %d +++", e->old_tid);
	line_end(s);
}

static void lost_line(struct text *t, struct stream *s, const struct event *e)
{
	struct buf *b = &s->out->text;

	line_interrupt(s);
	line_put_times(t, b, e->enter_ns);
	if (e->lost)
		buf_printf(b, "+++ %llu events lost +++", (unsigned long long)e->lost);
	else
		buf_puts(b, "+++ events lost +++"); /* nobody knows how many */
	line_end(s);
}

/* What is lost may have been anybody's. */
static void text_lost(struct text *t, const struct event *e)
{
	if (t->shared.out)
		lost_line(t, &t->shared, e);
	map_for_each(&t->streams, slot)
		lost_line(t, slot->value, e);
}

/* The sink */

static void text_call(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (e->kind == EVENT_ENTERED)
		call_entered(t, s, e, task);
	else if (e->outcome == OUTCOME_DETACHED)
		call_detached(t, s, e, task);
	else
		call_ended(t, s, e, task);
}

static void text_other(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (e->kind == EVENT_SIGNAL || e->kind == EVENT_STOP || e->kind == EVENT_EXIT)
		call_personality(t, s, e, task);
	switch (e->kind) {
	case EVENT_SIGNAL:
		if (signal_wanted(t->opts, e->signo))
			signal_line(t, s, e, task);
		break;
	case EVENT_STOP:
		if (signal_wanted(t->opts, e->signo))
			stop_line(t, s, e, task);
		break;
	case EVENT_EXEC:
		exec_line(t, s, e, task);
		break;
	case EVENT_EXIT:
		exit_line(t, s, e, task);
		call_put_last_stack(t, s, e);
		stream_end(t, e->tid);
		break;
	case EVENT_DETACH:
		stream_end(t, e->tid);
		break;
	}
}

static int text_event(struct sink *sink, const struct event *e, const struct task *task)
{
	struct text *t = (struct text *)sink;
	struct stream *s;

	if (e->kind == EVENT_LOST) {
		text_lost(t, e);
		return 0;
	}
	s = stream_of(t, e->tid);
	if (!s)
		return -errno;
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED)
		text_call(t, s, e, task);
	else
		text_other(t, s, e, task);
	return 0;
}

static int text_flush(struct sink *sink)
{
	struct text *t = (struct text *)sink;

	if (t->shared.out)
		output_flush(t->shared.out);
	map_for_each(&t->streams, slot)
		output_flush(((struct stream *)slot->value)->out);
	return 0;
}

static int text_end(struct sink *sink)
{
	struct text *t = (struct text *)sink;

	line_interrupt(&t->shared);
	if (t->shared.out)
		output_flush(t->shared.out);
	map_for_each(&t->streams, slot) {
		line_interrupt(slot->value);
		stream_close(slot->value);
	}
	map_for_each(&t->last_stacks, slot)
		call_last_stack_free(slot->value);
	map_done(&t->last_stacks);
	stack_fold_done(&t->fold);
	map_done(&t->streams);
	buf_done(&t->scratch);
	memo_free(t->memo);
	free(t);
	return 0;
}

static const struct sink_ops text_ops = {.event = text_event, .flush = text_flush, .end = text_end};

struct sink *text_new(const struct text_opts *opts, struct output *out)
{
	struct text *t = calloc(1, sizeof(*t));

	if (!t)
		abort();
	t->sink.ops = &text_ops;
	t->opts = opts;
	t->shared.out = opts->separate ? NULL : out;
	t->restart = desc_call_named(opts->desc, "restart_syscall");
	t->memo = opts->recorded ? memo_new() : NULL;
	return &t->sink;
}
