/* Log-linear histograms: see histogram.h. */
#include "sink/histogram.h"

#include <stdlib.h>
#include <string.h>

static unsigned octave_of(uint64_t value)
{
	return value < HISTOGRAM_SUBS ? 0 : 64 - HISTOGRAM_SUB_BITS - (unsigned)__builtin_clzll(value);
}

static unsigned sub_of(uint64_t value, unsigned octave)
{
	return (unsigned)(octave ? value >> (octave - 1) : value) & (HISTOGRAM_SUBS - 1);
}

static uint64_t *octave_at(struct histogram *h, unsigned octave)
{
	if (!h->octaves[octave]) {
		h->octaves[octave] = calloc(HISTOGRAM_SUBS, sizeof(uint64_t));
		if (!h->octaves[octave])
			abort();
	}
	return h->octaves[octave];
}

void histogram_add(struct histogram *h, uint64_t value)
{
	unsigned octave = octave_of(value);

	octave_at(h, octave)[sub_of(value, octave)]++;
	h->count++;
}

void histogram_add_octave(struct histogram *h, unsigned octave, const uint64_t *subs)
{
	uint64_t *counts = octave_at(h, octave);

	for (unsigned i = 0; i < HISTOGRAM_SUBS; i++) {
		counts[i] += subs[i];
		h->count += subs[i];
	}
}

void histogram_merge(struct histogram *into, const struct histogram *from)
{
	for (unsigned i = 0; i < HISTOGRAM_OCTAVES; i++)
		if (from->octaves[i])
			histogram_add_octave(into, i, from->octaves[i]);
}

void histogram_done(struct histogram *h)
{
	for (unsigned i = 0; i < HISTOGRAM_OCTAVES; i++)
		free(h->octaves[i]);
	memset(h, 0, sizeof(*h));
}

static uint64_t middle(unsigned octave, unsigned sub)
{
	if (!octave)
		return sub;
	uint64_t width = 1ULL << (octave - 1);
	return (HISTOGRAM_SUBS + sub) * width + width / 2;
}

uint64_t histogram_quantile(const struct histogram *h, unsigned per_100000)
{
	uint64_t whole = h->count / 100000, part = h->count % 100000;
	uint64_t rank = whole * per_100000 + (part * per_100000 + 99999) / 100000; /* of the value, from 1 on, rounded up */
	uint64_t seen = 0;

	for (unsigned i = 0; i < HISTOGRAM_OCTAVES; i++) {
		for (unsigned j = 0; h->octaves[i] && j < HISTOGRAM_SUBS; j++) {
			seen += h->octaves[i][j];
			if (seen >= rank && seen)
				return middle(i, j);
		}
	}
	return 0;
}

uint64_t histogram_power(const struct histogram *h, unsigned power)
{
	unsigned octave = power < HISTOGRAM_SUB_BITS ? 0 : power - HISTOGRAM_SUB_BITS + 1;
	unsigned first = octave ? 0 : power ? 1U << power : 0, end = octave ? HISTOGRAM_SUBS : 2U << power;
	uint64_t sum = 0;

	for (unsigned j = first; h->octaves[octave] && j < end; j++)
		sum += h->octaves[octave][j];
	return sum;
}
