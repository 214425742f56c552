/*
 * Stacks as lines of text behind an event's own, and as a member of its JSON.
 *
 *  > /usr/lib/libc.so.6(__write+0x14) [0xf7d80]           file, function and offset in it, offset in the file
 *  > /tmp/a.out(main+0x20) [0x1169] a.c:12                with source lines
 *  > /tmp/a.out() [0x1169]                                no function is known; for calls, strace says (+0x0)
 *  > [anon](+0x0) [0x7f10a8c3e00b]                        code without a file: its address
 *  > unexpected_backtracing_error [0x7f10a8c3e00b]        no code that is known
 *  > too many stack frames
 */
#ifndef RINGSIDE_SINK_STACK_H
#define RINGSIDE_SINK_STACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"

struct buf;
struct event;
struct frame_info;
struct symbols;

/* Stacks that were shown before, by number. All zeros is empty. */
struct stack_fold {
	struct map numbers; /* hash of the text → number */
	unsigned count;
};

void stack_fold_done(struct stack_fold *f);

/*
 * Appends the lines of an event's stack; nothing when it has none. `fold`: a stack gets a number, and
 * that is all that is shown of it the next time; NULL: each in full.
 */
void stack_put_text(struct buf *b, struct symbols *s, const struct event *e, struct stack_fold *fold);

/* Whether the event has a stack. */
bool stack_has(const struct event *e);
/* A number for what its frames are, the same for the same; not 0. */
uint64_t stack_hash(const struct event *e);
/* Appends a JSON array of its frames, the innermost first. */
void stack_put_json(struct buf *b, struct symbols *s, const struct event *e);
/* Its frames, the innermost first; their number. */
unsigned stack_frames(struct symbols *s, const struct event *e, const struct frame_info *const **out);

#endif
