/*
 * What the end of a call may be like for anybody to want it: what filters tell engines, so that other calls need not be told. A set of
 * boxes; the call is to lie in one of them. Where filters say more than boxes can, the boxes are too large, never too small.
 */
#ifndef RINGSIDE_EVENT_BOUNDS_H
#define RINGSIDE_EVENT_BOUNDS_H

#include <stdbool.h>
#include <stdint.h>

enum { BOUNDS_BOXES = 4, BOUNDS_ERRORS = 4096 };

/* Of calls that returned. Both ends of each range are in it. */
struct box {
	uint64_t errors[BOUNDS_ERRORS / 64]; /* bit N: it may fail with error N; bit 0: it may succeed */
	int64_t min_ret, max_ret;            /* a call that failed has -1 */
	uint64_t min_ns, max_ns;             /* how long it took */
};

struct bounds {
	unsigned n; /* 0: no call will do */
	struct box box[BOUNDS_BOXES];
};

void bounds_all(struct bounds *b);
void bounds_none(struct bounds *b);
/* Whether they exclude nothing. */
bool bounds_is_all(const struct bounds *b);
/* *b becomes what lies in both; in either. */
void bounds_and(struct bounds *b, const struct bounds *with);
void bounds_or(struct bounds *b, const struct bounds *with);
/* Whether an end lies in them. `error` is 0 of a call that succeeded. */
bool bounds_has(const struct bounds *b, unsigned error, int64_t ret, uint64_t ns);

#endif
