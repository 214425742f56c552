/* Measuring: see cost.h. */
#include "insight/cost.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

enum { ROUND_NS = 2000000, ROUNDS_MAX = 1000, N_MAX = 1 << 24 };

static uint64_t timed(const struct cost_kind *k, unsigned n)
{
	uint64_t before = clock_ns();
	uint64_t own = k->run(k, n);

	return own ? own : clock_ns() - before;
}

/* So many operations that a round is long beside what the clock costs. */
static unsigned calibrate(const struct cost_kind *k)
{
	unsigned n = 1;

	while (n < N_MAX && timed(k, n) < ROUND_NS / 2)
		n *= 2;
	return n;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void cost_measure(const struct cost_kind *k, unsigned rounds, struct cost *out)
{
	double times[ROUNDS_MAX];

	*out = (struct cost){.kind = k};
	if (k->begin && k->begin(k, &out->missing))
		return;
	if (rounds > ROUNDS_MAX)
		rounds = ROUNDS_MAX;
	unsigned n = calibrate(k);
	for (unsigned i = 0; i < rounds; i++)
		times[i] = (double)timed(k, n) / n;
	if (k->end)
		k->end(k);
	qsort(times, rounds, sizeof(*times), compare);
	out->rounds = rounds;
	out->median_ns = times[rounds / 2];
	out->low_ns = times[rounds / 20];
	out->high_ns = times[rounds - 1 - rounds / 20];
}

const struct cost_kind *cost_kind_named(const char *name)
{
	for (size_t i = 0; i < ncost_kinds; i++)
		if (strcmp(cost_kinds[i].name, name) == 0)
			return &cost_kinds[i];
	return NULL;
}
