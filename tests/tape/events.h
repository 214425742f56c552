/*
 * Events for the tape's tests: wild ones, in which every field is random, and tame ones, which look like a program's.
 * A given seed makes the same events on every machine.
 */
#ifndef RINGSIDE_TESTS_TAPE_EVENTS_H
#define RINGSIDE_TESTS_TAPE_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "event/event.h"

struct random {
	uint64_t state;
};

uint64_t random_next(struct random *r);
uint64_t random_below(struct random *r, uint64_t n);

/* An event of any content; what it points to lives in the arena. */
void random_wild(struct random *r, struct arena *a, struct event *e);

/* The next event of a few processes that open, read, stat and close; *now_ns goes on. */
void random_tame(struct random *r, struct arena *a, struct event *e, uint64_t *now_ns);

/* NULL when they are equal in every field and byte, else the name of the first that differs. */
const char *event_difference(const struct event *a, const struct event *b);

#endif
