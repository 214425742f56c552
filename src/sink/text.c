/* The lines of strace's text: what stands before and after the arguments, which the show visitor writes. */
#include "sink/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "base/map.h"
#include "decode/walk.h"
#include "event/tamper.h"
#include "sink/gloss.h"
#include "sink/memo.h"
#include "sink/stack.h"
#include "sink/when.h"
#include "task/task.h"

/* An output and the call whose line is not complete yet. */
struct stream {
	struct output *out;
	struct output own; /* where out points with a file a task */
	pid_t open_tid; /* 0: none */
};

struct text {
	struct sink sink;
	const struct text_opts *opts;
	struct stream shared;      /* out is NULL: one stream a task */
	struct map streams;        /* by tid */
	struct buf scratch;
	struct clock_text clock;
	struct memo *memo;         /* NULL: none */
	const struct call *restart; /* restart_syscall(2) */
	uint64_t previous_ns;      /* when the line before began; 0: there was none */
	struct stack_fold fold;
	struct map last_stacks;    /* tid → struct buf: of the call that a task ends by, for behind the line of its end */
};

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

/* The start of a line */

/* As "%-*d". */
static void put_padded(struct buf *b, pid_t pid, size_t width)
{
	size_t start = b->len;

	buf_dec(b, pid);
	buf_pad(b, start + width);
}

/* As of when the line would have begun: before an execve that the event tells the end of. */
static void put_comm(struct text *t, struct buf *b, const struct event *e, const struct task *task)
{
	bool begins = e->kind == EVENT_CALL && !e->announced;
	const struct blob *then = begins ? event_note(e, BLOB_COMM, PHASE_ENTRY, (uint64_t)e->tid) : NULL;
	size_t len = then ? then->len : strnlen(task->comm, sizeof(task->comm));

	if (!len)
		return;
	buf_putc(b, '<');
	show_escaped(&t->opts->show, b, then ? (const void *)then->data : task->comm, len);
	buf_putc(b, '>');
}

static void put_pid(struct text *t, struct buf *b, const struct event *e, const struct task *task)
{
	const struct tasks *ts = t->opts->tasks;
	bool several = ts->alive + (e->kind == EVENT_EXIT) > 1;

	/* As strace, which has begun the line by then: as of the call's entry. */
	if (e->kind == EVENT_CALL && !e->announced)
		several = tasks_several(ts, e->enter_ns);
	if (t->opts->pid == PID_NEVER || (t->opts->pid == PID_WHEN_SEVERAL && !several))
		return;
	bool bracket = t->opts->pid == PID_WHEN_SEVERAL, named = t->opts->comms && task->comm[0];
	if (bracket)
		buf_printf(b, "[pid %5d", e->tid);
	else
		put_padded(b, e->tid, named ? 0 : 5);
	if (named)
		put_comm(t, b, e, task);
	buf_puts(b, bracket ? "] " : " ");
}

static void put_times(struct text *t, struct buf *b, uint64_t at_ns)
{
	const struct text_opts *o = t->opts;

	if (o->clock != CLOCK_NONE) {
		when_put_clock(&t->clock, b, at_ns + o->realtime_offset, o->clock == CLOCK_UNIX, o->clock_digits);
		buf_putc(b, ' ');
	}
	if (o->relative >= 0) {
		uint64_t since = t->previous_ns && at_ns > t->previous_ns ? at_ns - t->previous_ns : 0;
		bool beside = o->clock != CLOCK_NONE;
		if (beside)
			buf_put(b, "(+", 2);
		when_put_seconds(b, since, 6, o->relative);
		if (beside)
			buf_putc(b, ')');
		buf_putc(b, ' ');
		t->previous_ns = at_ns;
	}
}

static inline void put_punct(struct output *out, const char *text, enum paint then)
{
	output_paint(out, PAINT_PUNCT);
	buf_puts(&out->text, text);
	output_paint(out, then);
}

static void put_place(const struct text_opts *o, struct output *out, const struct event *e, const struct task *task)
{
	unsigned width = abi_word(task->abi) * 2;
	struct buf *b = &out->text;

	if (o->nr) {
		put_punct(out, "[", PAINT_ARGVAL);
		if (task->nr < 0 || task->nr > UINT32_MAX)
			buf_puts(b, "???");
		else
			buf_printf(b, "%4lld", (long long)abi_register_number((enum abi)task->abi, (uint64_t)task->nr));
		put_punct(out, "] ", PAINT_NONE);
	}
	if (o->ip) {
		put_punct(out, "[", PAINT_ARGVAL);
		if (e->kind == EVENT_EXIT)
			buf_printf(b, "%.*s", (int)width, "????????????????");
		else
			buf_printf(b, "%0*llx", (int)width, (unsigned long long)e->ip);
		put_punct(out, "] ", PAINT_NONE);
	}
}

static void line_interrupt(struct stream *s)
{
	if (!s->open_tid)
		return;
	s->open_tid = 0;
	output_paint(s->out, PAINT_NONE);
	buf_puts(&s->out->text, " <unfinished ...>\n");
	output_line_end(s->out);
}

static void line_end(struct stream *s)
{
	output_paint(s->out, PAINT_NONE);
	buf_putc(&s->out->text, '\n');
	output_line_end(s->out);
}

static void line_start(struct text *t, struct stream *s, const struct event *e, const struct task *task, uint64_t at_ns)
{
	struct buf *b = &s->out->text;

	line_interrupt(s);
	put_pid(t, b, e, task);
	put_times(t, b, at_ns);
	put_place(t->opts, s->out, e, task);
}

/* Stacks */

static bool call_is(const struct text_opts *o, const struct event *e, const char *name)
{
	const struct call *c = desc_call(o->desc, e->abi, e->nr);

	return c && strcmp(desc_call_name(o->desc, c), name) == 0;
}

static void put_stack(struct text *t, struct stream *s, const struct event *e)
{
	if (!t->opts->symbols || !stack_has(e))
		return;
	stack_put_text(&s->out->text, t->opts->symbols, e, t->opts->fold_stacks ? &t->fold : NULL);
	output_line_end(s->out);
}

static void keep_last_stack(struct text *t, const struct event *e)
{
	struct buf *b = map_get(&t->last_stacks, (uint64_t)e->tid);

	if (!t->opts->symbols || !stack_has(e) || !(call_is(t->opts, e, "exit") || call_is(t->opts, e, "exit_group")))
		return;
	if (!b) {
		b = calloc(1, sizeof(*b));
		if (!b)
			abort();
		map_put(&t->last_stacks, (uint64_t)e->tid, b);
	}
	b->len = 0;
	stack_put_text(b, t->opts->symbols, e, t->opts->fold_stacks ? &t->fold : NULL);
}

static void last_stack_free(struct buf *b)
{
	if (b)
		buf_done(b);
	free(b);
}

static void put_last_stack(struct text *t, struct stream *s, const struct event *e)
{
	struct buf *b = map_remove(&t->last_stacks, (uint64_t)e->tid);

	if (b) {
		line_interrupt(s);
		buf_put(&s->out->text, b->data, b->len);
		output_line_end(s->out);
	}
	last_stack_free(b);
}

/* A line that is not about a call. */
static struct buf *line_of(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	line_start(t, s, e, task, e->enter_ns);
	return &s->out->text;
}

/* Calls */

static bool call_in(text_calls set, const struct event *e, bool otherwise)
{
	uint64_t nr = e->abi == ABI_X32 ? e->nr & ~(uint64_t)0x40000000 : e->nr;

	return !set ? otherwise : nr < 16 * 64 && (set[e->abi][nr / 64] >> nr % 64 & 1);
}

struct decode_opts text_decode_opts(const struct text_opts *o, const struct event *e)
{
	return (struct decode_opts){
		.desc = o->desc,
		.verbose = !call_in(o->abbrev, e, true),
		.follow = call_in(o->verbose, e, true),
		.index_numbers = o->show.symbols != SYMBOLS_ABBREV,
		.index_names = o->show.symbols != SYMBOLS_RAW,
		.raw = call_in(o->raw, e, false),
		.max_string = o->show.max_string,
		.ifname = o->ifname,
	};
}

static void put_name(const struct text_opts *o, struct buf *b, const struct event *e)
{
	const struct call *c = desc_call(o->desc, e->abi, e->nr);

	if (c)
		buf_puts(b, desc_call_name(o->desc, c));
	else
		buf_printf(b, "syscall_0x%llx", (unsigned long long)abi_register_number((enum abi)e->abi, e->nr));
}

static bool is_restart(const struct text *t, const struct event *e)
{
	return t->restart && desc_call(t->opts->desc, e->abi, e->nr) == t->restart;
}

/* restart_syscall(2) has no arguments; what it goes on with is worth more. */
static void put_resuming(const struct text_opts *o, struct buf *b, const struct event *e, const struct task *task)
{
	const struct call *c = task->interrupted < 0 ? NULL : desc_call(o->desc, e->abi, (uint64_t)task->interrupted);

	buf_printf(b, "<... resuming interrupted %s ...>", c ? desc_call_name(o->desc, c) : "system call");
}

/* Painted when `b` is that output's. */
static void put_args(struct text *t, struct buf *b, struct output *out, const struct event *e, const struct task *task, enum decode_part part)
{
	struct decode_opts o = text_decode_opts(t->opts, e);
	struct show show;

	if (!o.raw && is_restart(t, e)) {
		if (part != DECODE_EXIT)
			put_resuming(t->opts, b, e, task);
		return;
	}
	show_init(&show, &t->opts->show, b);
	if (out)
		output_paint(out, PAINT_ARGVAL);
	show.painted = out;
	decode_args(&o, e, part, &show.visitor);
}

/* Whether part of the text would have come after the call's return. */
static bool has_exit_args(struct text *t, const struct event *e, const struct task *task)
{
	t->scratch.len = 0;
	put_args(t, &t->scratch, NULL, e, task, DECODE_EXIT);
	return t->scratch.len > 0;
}

static const char *restart_meaning(int64_t error)
{
	switch (error) {
	case 512:
		return "ERESTARTSYS (To be restarted if SA_RESTART is set)";
	case 513:
		return "ERESTARTNOINTR (To be restarted)";
	case 514:
		return "ERESTARTNOHAND (To be restarted if no handler)";
	case 516:
		return "ERESTART_RESTARTBLOCK (Interrupted by signal)";
	default:
		return NULL;
	}
}

static void put_error(const struct text_opts *o, struct output *out, const struct event *e, bool raw)
{
	struct buf *b = &out->text;
	int64_t error = -e->ret;
	const char *restart = raw ? NULL : restart_meaning(error);
	const char *name = decode_errno_name(o->desc, (unsigned)error);

	if (restart) {
		buf_printf(b, "? %s", restart);
	} else if (name) {
		buf_puts(b, "-1 ");
		output_paint(out, PAINT_ERROR);
		buf_puts(b, name);
		buf_puts(b, " (");
		buf_puts(b, strerror((int)error));
		buf_putc(b, ')');
	} else {
		buf_printf(b, "-1 (errno %lld)", (long long)error);
	}
}

static void put_tampered(struct buf *b, const struct event *e)
{
	unsigned what = event_tampered(e);
	bool args = what & (TAMPERED_MEMORY | TAMPERED_ARGS), result = what & TAMPERED_RESULT;

	if (e->outcome == OUTCOME_NONE)
		return;
	if (args)
		buf_puts(b, result ? " (INJECTED: args, retval)" : " (INJECTED: args)");
	else if (result)
		buf_puts(b, " (INJECTED)");
	if (what & TAMPERED_DELAY)
		buf_puts(b, " (DELAYED)");
}

static void put_value(struct text *t, struct output *out, const struct event *e)
{
	struct decode_opts o = text_decode_opts(t->opts, e);
	struct buf *b = &out->text;
	struct show show;

	output_paint(out, PAINT_RETVAL);
	if (e->outcome == OUTCOME_NONE) {
		buf_puts(b, "?");
	} else if (e->outcome == OUTCOME_UNAVAILABLE) {
		buf_puts(b, "? <unavailable>");
	} else if (e->outcome == OUTCOME_ERROR) {
		put_error(t->opts, out, e, o.raw);
	} else {
		show_init(&show, &t->opts->show, b);
		show.painted = out;
		show.base = PAINT_RETVAL;
		decode_result(&o, e, &show.visitor);
	}
	put_tampered(b, e);
}

static void put_took(const struct text *t, struct output *out, const struct event *e)
{
	if (t->opts->took >= 0 && e->outcome != OUTCOME_NONE) {
		put_punct(out, " <", PAINT_ARGVAL);
		when_put_seconds(&out->text, e->exit_ns - e->enter_ns, 0, t->opts->took);
		put_punct(out, ">", PAINT_ARGVAL);
	}
}

const char *text_abi_mode(enum abi abi)
{
	return abi == ABI_X32 ? "x32" : abi_word(abi) == 4 ? "32 bit" : "64 bit";
}

static void personality(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (!task->abi_changed || t->opts->quiet & QUIET_PERSONALITY)
		return;
	buf_printf(line_of(t, s, e, task), "[ Process PID=%d runs in %s mode. ]", e->tid, text_abi_mode((enum abi)e->abi));
	line_end(s);
}

static void call_begin(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	personality(t, s, e, task);
	line_start(t, s, e, task, e->enter_ns);
}

static void put_call(struct text *t, struct stream *s, const struct event *e, const struct task *task, enum decode_part part)
{
	struct buf *b = &s->out->text;

	output_paint(s->out, PAINT_SYSCALL);
	put_name(t->opts, b, e);
	put_punct(s->out, "(", PAINT_ARGVAL);
	put_args(t, b, s->out, e, task, part);
}

static void call_start(struct text *t, struct stream *s, const struct event *e, const struct task *task, enum decode_part part)
{
	call_begin(t, s, e, task);
	put_call(t, s, e, task, part);
}

static void call_resume(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	struct buf *b = &s->out->text;

	if (s->open_tid == e->tid) {
		s->open_tid = 0;
		return;
	}
	line_start(t, s, e, task, e->exit_ns);
	buf_puts(b, "<... ");
	put_name(t->opts, b, e);
	buf_puts(b, " resumed>");
}

static void call_entered(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	call_start(t, s, e, task, DECODE_ENTRY);
	s->open_tid = e->tid;
	if (s->out->by_line)
		output_flush(s->out);
}

/* What was in progress is left; nobody knows how it ends. A line that other lines have followed stays as it is. */
static void call_detached(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (!e->announced)
		call_start(t, s, e, task, DECODE_ENTRY);
	if (e->announced && s->open_tid != e->tid)
		return;
	s->open_tid = 0;
	buf_puts(&s->out->text, " <detached ...>");
	line_end(s);
}

/* What a virtual CPU shared with the program before the call and after. */
static void put_vcpu(struct text *t, struct stream *s, const struct event *e)
{
	struct decode_opts o = text_decode_opts(t->opts, e);

	for (unsigned i = 0; i < e->nblobs; i++) {
		const struct blob *b = &e->blobs[i];
		struct show show;
		if (b->slot != BLOB_VCPU)
			continue;
		buf_printf(&s->out->text, " VCPU:%u%c ", b->index, b->phase == PHASE_ENTRY ? '<' : '>');
		show_init(&show, &t->opts->show, &s->out->text);
		show.painted = s->out;
		decode_vcpu(&o, e, (enum phase)b->phase, &show.visitor);
		line_end(s);
	}
}

static void put_dump(const struct text *t, struct stream *s, const struct event *e)
{
	if (!t->opts->dump)
		return;
	dump_call(t->opts->dump, &s->out->text, e);
	output_line_end(s->out);
}

/* Behind the arguments, in front of the result. */
static void put_equals(const struct text *t, struct stream *s)
{
	put_punct(s->out, ")", PAINT_NONE);
	output_pad(s->out, t->opts->column ? t->opts->column - 1 : 0);
	put_punct(s->out, " = ", PAINT_NONE);
}

/* A call that was just as this one. */
static void put_known(const struct text *t, struct stream *s, const struct memo_text *text)
{
	struct buf *b = &s->out->text;

	buf_put(b, text->call, text->call_len);
	put_equals(t, s);
	buf_put(b, text->result, text->result_len);
}

/* From the arguments to the result, as it was the last time if it was. */
static void put_ended(struct text *t, struct stream *s, const struct event *e, const struct task *task, bool whole)
{
	struct buf *b = &s->out->text;
	bool lasting = whole && !e->announced && t->memo && !s->out->palette && !is_restart(t, e);
	struct memo_text text;
	size_t start = b->len;

	if (lasting && memo_find(t->memo, e, &text)) {
		put_known(t, s, &text);
		return;
	}
	if (!e->announced)
		put_call(t, s, e, task, whole ? DECODE_ALL : DECODE_ENTRY);
	else if (whole)
		put_args(t, b, s->out, e, task, DECODE_EXIT);
	if (!whole && has_exit_args(t, e, task))
		buf_puts(b, " <unfinished ...>");
	size_t end = b->len;
	put_equals(t, s);
	size_t result = b->len;
	put_value(t, s->out, e);
	text = (struct memo_text){b->data + start, b->data + result, end - start, b->len - result};
	if (lasting)
		memo_keep(t->memo, &text);
}

static void call_ended(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	bool whole = e->outcome == OUTCOME_OK || e->outcome == OUTCOME_ERROR || e->outcome == OUTCOME_UNAVAILABLE;

	if (e->announced)
		call_resume(t, s, e, task);
	else
		call_begin(t, s, e, task);
	put_ended(t, s, e, task, whole);
	put_took(t, s->out, e);
	if (t->opts->explain) {
		output_paint(s->out, PAINT_COMMENT);
		gloss_call(t->opts, &s->out->text, e);
	}
	line_end(s);
	put_dump(t, s, e);
	if (whole)
		put_stack(t, s, e);
	else
		keep_last_stack(t, e);
	if (t->opts->vcpus)
		put_vcpu(t, s, e);
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
	put_stack(t, s, e);
}

static void stop_line(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	struct buf *b = line_of(t, s, e, task);

	buf_puts(b, "--- stopped by ");
	put_signal(t->opts, b, e->signo);
	buf_puts(b, " ---");
	line_end(s);
	put_stack(t, s, e);
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
	put_times(t, b, e->enter_ns);
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
		put_last_stack(t, s, e);
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
		last_stack_free(slot->value);
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
