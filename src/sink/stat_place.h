/* Which file or descriptor a call works on, and how many bytes it moved: see stat.h. */
#ifndef RINGSIDE_SINK_STAT_PLACE_H
#define RINGSIDE_SINK_STAT_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "event/event.h"

struct desc;

/*
 * Appends the path that the call names, absolute where what it is relative to is known; else what the descriptor that it works on stands
 * for. False: neither is there.
 */
bool place_path(const struct desc *d, const struct event *e, struct buf *out);

/* Appends the descriptor that the call works on, or has made: "3</etc/passwd>". */
bool place_fd(const struct desc *d, const struct event *e, struct buf *out);

/* Which way a call moves bytes; how many is its result, or stands in the messages that its result counts. */
enum { MOVES_IN = 1, MOVES_OUT = 2, MOVES_MESSAGES = 4 };

struct place_moves {
	uint8_t of[ABI_COUNT][1024]; /* by number: what a call does */
};

struct place_bytes {
	uint64_t in, out;
};

void place_moves_init(struct place_moves *m, const struct desc *d);

/* The bytes that a call moved; 0 for one that failed, and for messages whose memory is not there. */
struct place_bytes place_moved(const struct place_moves *m, const struct event *e);

#endif
