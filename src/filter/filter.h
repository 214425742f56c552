/*
 * Which events matter: strace's -e grammar, -P, -z, -Z. The call set is also what engines use to leave calls alone.
 */
#ifndef RINGSIDE_FILTER_FILTER_H
#define RINGSIDE_FILTER_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "desc/table.h"
#include "event/event.h"

enum { CALLSET_WORDS = 16 }; /* 1,024 numbers an ABI */

/* A set of calls, by ABI and number. */
struct callset {
	uint64_t bits[ABI_COUNT][CALLSET_WORDS];
	bool beyond; /* numbers that the table does not have */
};

static inline bool callset_has(const struct callset *s, enum abi abi, uint64_t nr)
{
	return nr < CALLSET_WORDS * 64 ? s->bits[abi][nr / 64] >> (nr % 64) & 1 : s->beyond;
}

/* The number of an event's call as sets have it, without the x32 bit. */
static inline uint64_t callset_number(const struct event *e)
{
	return e->abi == ABI_X32 ? e->nr & ~(uint64_t)0x40000000 : e->nr;
}

void callset_all(struct callset *s);
void callset_none(struct callset *s);
void callset_remove(struct callset *s, const struct callset *without);

/*
 * Replaces *s. Parses the part after "trace=" (also abbrev=, verbose=, raw=): names, %classes, /regexes, all, none, a leading '!', '?' before
 * a name that may not exist, @64 @32 @x32 after one. 0, or -EINVAL after a diag_error() with the nearest name.
 */
int callset_parse(struct callset *s, const struct desc *d, const char *text);

#endif
