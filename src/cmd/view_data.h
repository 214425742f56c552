/*
 * A tape as `ringside view` serves it. One pass reads all of it and adds up an overview; on the way it notes where chunks begin and who is who when,
 * so that any chunk can be read on its own later, and gives the rows and words that it would have given in the pass.
 *
 * Rows are numbered from 0 on, over the whole tape. A pass belongs to one thread; what reads chunks belongs to another, from the end of the first
 * pass on.
 */
#ifndef RINGSIDE_CMD_VIEW_DATA_H
#define RINGSIDE_CMD_VIEW_DATA_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

struct tape;
struct trace_opts;

/* What may become of tasks while the tape goes on: enough to know them at any of its rows. */
struct view_change {
	uint64_t row, at_ns;
	uint8_t kind, abi; /* enum event_kind */
	int32_t pid, tid, other; /* other: the parent of one that starts; the former id of one that executes */
	char comm[16];
};

/* A chunk of the tape; the last may stand for damage at the end only. */
struct view_chunk {
	uint64_t first_row, rows;
	uint64_t last_ns;            /* the latest end in it */
	size_t first_gap, gaps;      /* damage right before it; each is a row */
	bool on_tape;
};

struct view_gap {
	uint64_t at_ns, lost;
};

struct view_data {
	const char *path;
	struct trace_opts *o;
	struct tape *tape;           /* of the thread that reads chunks */
	VEC(struct view_chunk) chunks;
	VEC(struct view_gap) gaps;
	VEC(struct view_change) changes;
	uint64_t events;             /* of the whole tape, as its index says */
	uint64_t first_ns, last_ns;
	atomic_ullong done;          /* events of the pass that runs */
	atomic_bool cancel;          /* ends it */
	struct buf head;             /* members of the page's head that the first pass knows; with it, chunks and changes are complete */
};

/* Opens the tape. 0, or -errno after a diag_error(). */
int view_open(struct view_data *v, const char *path, struct trace_opts *o);
void view_close(struct view_data *v);

/*
 * Reads all of the tape and appends the overview (sink/overview.h) of the rows that pass: for which the expression `where` is true, or whose lines have
 * `words`; both NULL: all rows. The first pass must be one of all; it fills v->head. 0; -ECANCELED; -EINVAL: the expression is wrong, after a
 * diag_error(); or -errno after one.
 */
int view_pass(struct view_data *v, const char *where, const char *words, struct buf *out);

/*
 * Appends the rows of a chunk: {"first":ROW,"rows":N,"columns":{...},"names":[...],"paths":[...],"fds":[...]}; the column passes has 1 for those that are
 * looked for. 0; -ERANGE: there is no such chunk; or -errno.
 */
int view_put_chunk(struct view_data *v, size_t chunk, const char *where, const char *words, struct buf *out);

/* Appends the text of the rows of a block (PAGE_BLOCK, see sink/page_text.h). 0 or -errno. */
int view_put_text(struct view_data *v, uint64_t block, struct buf *out);

#endif
