/*
 * The text of rows (sink/page_rows.h), as pages have it: a row is
 *
 *   the lines of trace that came with it, and of a call:
 *   \x03, then its arguments, each \x01 register name \x02 value, the register 0 to 5 or -
 *   \x04 result
 *   \x06 raw registers in hexadecimal, separated by commas: number, six arguments, result, instruction pointer
 *   \x07 its stack, where it has one and somebody can read it; each frame is
 *        \x01 function \x02 bytes into it \x02 module \x02 offset in it, hexadecimal \x02 source file \x02 line
 *   \x05 ends it.
 */
#ifndef RINGSIDE_SINK_PAGE_TEXT_H
#define RINGSIDE_SINK_PAGE_TEXT_H

#include "sink/export_split.h"
#include "sink/output.h"

struct event;
struct sink;
struct symbols;
struct task;
struct text_opts;

struct page_text {
	const struct text_opts *opts;
	struct symbols *symbols; /* for stacks; NULL: they are left out */
	struct output lines;     /* what trace prints, before it goes with a row */
	struct sink *text;       /* ... printed there */
	struct split split;
};

/* All of it must outlive *p. */
void page_text_init(struct page_text *p, const struct text_opts *opts, struct symbols *symbols);
/* An event, row or not; it may have lines to show. 0 or -errno. */
int page_text_event(struct page_text *p, const struct event *e, const struct task *t);
/* Appends what belongs to this event, which is a row. */
void page_text_put(struct page_text *p, const struct event *e, struct buf *out);
/* Forgets the lines so far. */
void page_text_drop(struct page_text *p);
void page_text_done(struct page_text *p);

#endif
