/* The start of a line of strace's text: who, when, where; and its end. */
#include "sink/text_priv.h"

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

void line_put_times(struct text *t, struct buf *b, uint64_t at_ns)
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

static void put_place(const struct text_opts *o, struct output *out, const struct event *e, const struct task *task)
{
	unsigned width = abi_word(task->abi) * 2;
	struct buf *b = &out->text;

	if (o->nr) {
		put_punct(out, "[", PAINT_ARGVAL);
		uint64_t nr = abi_register_number((enum abi)task->abi, (uint64_t)task->nr);
		if ((int32_t)nr == TASK_NO_CALL) /* also when a program asks for a call of that number */
			buf_puts(b, "???");
		else
			buf_printf(b, "%4llu", (unsigned long long)nr);
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

void line_interrupt(struct stream *s)
{
	if (!s->open_tid)
		return;
	s->open_tid = 0;
	output_paint(s->out, PAINT_NONE);
	buf_puts(&s->out->text, " <unfinished ...>\n");
	output_line_end(s->out);
}

void line_end(struct stream *s)
{
	output_paint(s->out, PAINT_NONE);
	buf_putc(&s->out->text, '\n');
	output_line_end(s->out);
}

void line_start(struct text *t, struct stream *s, const struct event *e, const struct task *task, uint64_t at_ns)
{
	struct buf *b = &s->out->text;

	line_interrupt(s);
	put_pid(t, b, e, task);
	line_put_times(t, b, at_ns);
	put_place(t->opts, s->out, e, task);
}

/* A line that is not about a call. */
struct buf *line_of(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	line_start(t, s, e, task, e->enter_ns);
	return &s->out->text;
}
