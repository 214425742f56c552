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

/* Bytes that a call moved are its result. */
enum { MOVES_IN = 1, MOVES_OUT = 2 };

struct place_moves {
	uint8_t of[ABI_COUNT][1024]; /* by number: what a call does */
};

void place_moves_init(struct place_moves *m, const struct desc *d);

static inline unsigned place_moves(const struct place_moves *m, const struct event *e)
{
	uint64_t nr = e->abi == ABI_X32 ? e->nr & ~(uint64_t)0x40000000 : e->nr;

	return nr < 1024 ? m->of[e->abi][nr] : 0;
}

#endif
