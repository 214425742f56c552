/*
 * What the parts of the text sink share: text.c, text_line.c, text_call.c. Only they include it.
 */
#ifndef RINGSIDE_SINK_TEXT_PRIV_H
#define RINGSIDE_SINK_TEXT_PRIV_H

#include "base/map.h"
#include "sink/memo.h"
#include "sink/stack.h"
#include "sink/text.h"
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

/* text_line.c: what stands at the start of each line, and its end. */

/* A line of its own, after what was left incomplete; at_ns is the time it shows. */
void line_start(struct text *t, struct stream *s, const struct event *e, const struct task *task, uint64_t at_ns);
/* The same for what is not about a call; returns where its text goes. */
struct buf *line_of(struct text *t, struct stream *s, const struct event *e, const struct task *task);
void line_end(struct stream *s);
/* The incomplete line, if there is one, ends as unfinished. */
void line_interrupt(struct stream *s);
void line_put_times(struct text *t, struct buf *b, uint64_t at_ns);

static inline void put_punct(struct output *out, const char *text, enum paint then)
{
	output_paint(out, PAINT_PUNCT);
	buf_puts(&out->text, text);
	output_paint(out, then);
}

/* text_call.c: calls, and the stacks below their lines. */

/* A line of its own when the task has come to make calls of another ABI. */
void call_personality(struct text *t, struct stream *s, const struct event *e, const struct task *task);
void call_entered(struct text *t, struct stream *s, const struct event *e, const struct task *task);
/* What was in progress is left; nobody knows how it ends. */
void call_detached(struct text *t, struct stream *s, const struct event *e, const struct task *task);
void call_ended(struct text *t, struct stream *s, const struct event *e, const struct task *task);
void call_put_stack(struct text *t, struct stream *s, const struct event *e);
/* Of the call that a task ended by, behind the line of its end; then forgotten. */
void call_put_last_stack(struct text *t, struct stream *s, const struct event *e);
void call_last_stack_free(struct buf *b);

#endif
