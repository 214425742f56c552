/* Times as text. */
#ifndef RINGSIDE_SINK_WHEN_H
#define RINGSIDE_SINK_WHEN_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/buf.h"

/* The last second that was formatted: local time is slow to compute. */
struct clock_text {
	time_t second;
	char text[16];
};

/* Seconds padded to `width`, then a fraction of 0, 3, 6 or 9 digits, cut not rounded. */
void when_put_seconds(struct buf *b, uint64_t ns, unsigned width, int digits);
/* A time of day ("12:34:56"), or seconds since 1970, with a fraction of 0, 3, 6 or 9 digits. */
void when_put_clock(struct clock_text *c, struct buf *b, uint64_t realtime_ns, bool unix_seconds, int digits);

#endif
