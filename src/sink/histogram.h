/*
 * Counts of times in buckets that grow with them: 32 to each power of two, so a value is known to 3 percent, whatever its size, in
 * memory that does not grow with the number of values. Only powers of two that occur have buckets.
 */
#ifndef RINGSIDE_SINK_HISTOGRAM_H
#define RINGSIDE_SINK_HISTOGRAM_H

#include <stdint.h>

/* Octave 0 holds 0 to 31 as they are; octave n the values with n + 5 bits, by those behind the first. */
enum { HISTOGRAM_SUB_BITS = 5, HISTOGRAM_SUBS = 1 << HISTOGRAM_SUB_BITS, HISTOGRAM_OCTAVES = 64 - HISTOGRAM_SUB_BITS + 1 };

/* Zeros are an empty one. */
struct histogram {
	uint64_t *octaves[HISTOGRAM_OCTAVES]; /* HISTOGRAM_SUBS counts each, or NULL */
	uint64_t count;
};

void histogram_add(struct histogram *h, uint64_t value);
/* `subs` are counts of one octave, HISTOGRAM_SUBS of them. */
void histogram_add_octave(struct histogram *h, unsigned octave, const uint64_t *subs);
void histogram_merge(struct histogram *into, const struct histogram *from);
void histogram_done(struct histogram *h);

/* The value that a share of `per_100000` of all values does not exceed: the middle of its bucket. 0 when there are none. */
uint64_t histogram_quantile(const struct histogram *h, unsigned per_100000);

/* How many values lie from 2^power to below 2^(power + 1); power 0 has 0 too. */
uint64_t histogram_power(const struct histogram *h, unsigned power);

#endif
