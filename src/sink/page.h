/*
 * A recording as the data of a page that people look at (web/): compact columns that the page decodes, and text by blocks. The sink fills the
 * page's template and writes one file that needs nothing else.
 *
 * The template has a line `<!--DATA-->`; there come script elements that browsers keep but don't run:
 *
 *   type=text/block       base64 of gzip of the text of PAGE_BLOCK rows, see sink/page_text.h
 *   type=text/column      base64 of a column, see sink/page_pack.h; its name is the element's data-name
 *   type=application/json names for the numbers, tasks, and what is known of the recording
 */
#ifndef RINGSIDE_SINK_PAGE_H
#define RINGSIDE_SINK_PAGE_H

#include <stdint.h>

#include "sink/output.h"
#include "sink/sink.h"

struct dictionary;
struct symbols;
struct text_opts;

enum { PAGE_BLOCK = 2048 };

struct page_opts {
	const struct text_opts *text; /* how lines look; realtime_offset may be set before the first event */
	struct symbols *symbols;      /* for stacks; NULL: they are left out */
	const char *page;             /* the template, NUL-terminated */
	/* Appends members of the head that the command knows: `"host":"vm","argv":[...]`, a comma before each. Called once, at the end. */
	void (*more)(void *ctx, struct buf *out);
	/* Appends what is known of a call, as the members of an object. */
	void (*about)(void *ctx, const char *name, struct buf *out);
	void *ctx;
};

/* Written to `out`, which stays the caller's; complete after the sink's end. The options must outlive the sink. NULL where zlib is missing. */
struct sink *page_new(const struct page_opts *opts, struct output *out);

/* `,\n"calls":{"openat":{...},...}`: what is known of the calls among those names. */
void page_put_calls(const struct page_opts *opts, const struct dictionary *names, struct buf *out);

#endif
