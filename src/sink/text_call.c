/* A call's lines in strace's text: what stands around the arguments, which the show visitor writes. */
#include <errno.h>
#include <stdlib.h>

#include "decode/walk.h"
#include "event/tamper.h"
#include "sink/gloss.h"
#include "sink/text_priv.h"

/* Stacks */

static bool call_is(const struct text_opts *o, const struct event *e, const char *name)
{
	const struct call *c = desc_call(o->desc, e->abi, e->nr);

	return c && strcmp(desc_call_name(o->desc, c), name) == 0;
}

void call_put_stack(struct text *t, struct stream *s, const struct event *e)
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

void call_last_stack_free(struct buf *b)
{
	if (b)
		buf_done(b);
	free(b);
}

void call_put_last_stack(struct text *t, struct stream *s, const struct event *e)
{
	struct buf *b = map_remove(&t->last_stacks, (uint64_t)e->tid);

	if (b) {
		line_interrupt(s);
		buf_put(&s->out->text, b->data, b->len);
		output_line_end(s->out);
	}
	call_last_stack_free(b);
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

void call_personality(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	if (!task->abi_changed || t->opts->quiet & QUIET_PERSONALITY)
		return;
	buf_printf(line_of(t, s, e, task), "[ Process PID=%d runs in %s mode. ]", e->tid, text_abi_mode((enum abi)task->abi));
	line_end(s);
}

static void call_begin(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	call_personality(t, s, e, task);
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

void call_entered(struct text *t, struct stream *s, const struct event *e, const struct task *task)
{
	call_start(t, s, e, task, DECODE_ENTRY);
	s->open_tid = e->tid;
	if (s->out->by_line)
		output_flush(s->out);
}

/* What was in progress is left; nobody knows how it ends. A line that other lines have followed stays as it is. */
void call_detached(struct text *t, struct stream *s, const struct event *e, const struct task *task)
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

void call_ended(struct text *t, struct stream *s, const struct event *e, const struct task *task)
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
		call_put_stack(t, s, e);
	else
		keep_last_stack(t, e);
	if (t->opts->vcpus)
		put_vcpu(t, s, e);
}
