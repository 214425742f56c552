/*
 * The time, in nanoseconds. clock_gettime(2).
 */
#ifndef RINGSIDE_BASE_CLOCK_H
#define RINGSIDE_BASE_CLOCK_H

#include <stdint.h>
#include <time.h>

static inline uint64_t clock_of_ns(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

/* CLOCK_MONOTONIC, which events are stamped with. */
static inline uint64_t clock_ns(void)
{
	return clock_of_ns(CLOCK_MONOTONIC);
}

/* What makes a time of clock_ns() one since 1970: struct source's realtime_offset. */
static inline uint64_t clock_realtime_offset_ns(void)
{
	return clock_of_ns(CLOCK_REALTIME) - clock_ns();
}

#endif
