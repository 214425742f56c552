/*
 * Memory that is freed all at once: what belongs to one event, one parse. arena_reset() keeps one block for
 * the next round, so that a steady state allocates nothing. Aborts when memory runs out.
 */
#ifndef RINGSIDE_BASE_ARENA_H
#define RINGSIDE_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *head;
};

void *arena_alloc(struct arena *a, size_t size); /* aligned to 16 bytes, not cleared */
void arena_reset(struct arena *a);               /* everything handed out is invalid; one block is kept */
void arena_done(struct arena *a);

#endif
