/* A set of small numbers, such as descriptors, in strace's notation: "3,5", "!0,1", all, none. */
#ifndef RINGSIDE_BASE_NUMSET_H
#define RINGSIDE_BASE_NUMSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"

/* All zeros is the empty set. */
struct numset {
	VEC(uint32_t) listed;
	bool inverted; /* the others */
};

bool numset_has(const struct numset *s, uint32_t n);
static inline bool numset_empty(const struct numset *s)
{
	return !s->inverted && !s->listed.len;
}

/* Replaces *s. `what` is what messages call a number ("descriptor"). 0, or -EINVAL after a diag_error(): numbers go up to INT32_MAX. */
int numset_parse(struct numset *s, const char *what, const char *text);
void numset_done(struct numset *s);

#endif
