/*
 * A recording that is too large to be looked at row by row, added up in one pass: for each thread and each moment the longest call and how many
 * there were, and what the tables of the page show. Memory is bounded, whatever the recording's length: moments get longer when there are too
 * many, and of files beyond a limit the sum is kept.
 */
#ifndef RINGSIDE_SINK_OVERVIEW_H
#define RINGSIDE_SINK_OVERVIEW_H

#include <stdint.h>

struct buf;
struct event;
struct overview;
struct page_row;
struct page_rows;

/* Of what happened between these times (CLOCK_MONOTONIC). */
struct overview *overview_new(uint64_t first_ns, uint64_t last_ns);
void overview_free(struct overview *o); /* NULL: nothing */

/* Adds a row; `number` is its place in the recording. Rows come in the order of the recording. */
void overview_add(struct overview *o, const struct page_rows *rows, const struct page_row *row, uint64_t number, const struct event *e);

/*
 * Appends an object. `columns` are those of sink/page_pack.h, of the longest call of each moment, in order of time; beside them count and failed, of
 * all that it stands for, and number. names, paths and fds are their words. `summary` has what web/src/summary.ts says.
 */
void overview_put_json(const struct overview *o, const struct page_rows *rows, struct buf *out);

#endif
