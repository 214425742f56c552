/*
 * What crossing into the kernel costs on this machine, measured: for `ringside bench` and for pages that show a call's way. Times are of one
 * operation, over rounds that are repeated until enough have passed; the median counts, with the range in which most rounds lie.
 */
#ifndef RINGSIDE_INSIGHT_COST_H
#define RINGSIDE_INSIGHT_COST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cost_kind {
	const char *name;   /* a word, for JSON and for choosing: "getpid" */
	const char *group;  /* heading */
	const char *what;   /* a line */
	unsigned bytes;     /* moved by one operation, or 0 */
	unsigned calls;     /* system calls that one operation makes, or 0 */
	/* Prepares: NULL when there is nothing to. 0, or -errno with *why saying what is missing. */
	int (*begin)(const struct cost_kind *k, const char **why);
	/* n operations. Returns nanoseconds, for kinds that time themselves; 0: the caller's clock counts. */
	uint64_t (*run)(const struct cost_kind *k, unsigned n);
	void (*end)(const struct cost_kind *k);
};

struct cost {
	const struct cost_kind *kind;
	double median_ns, low_ns, high_ns; /* of one operation; low and high: nine tenths of the rounds lie between */
	unsigned rounds;
	const char *missing;               /* why it could not be measured, or NULL */
};

extern const struct cost_kind cost_kinds[];
extern const size_t ncost_kinds;

/* NULL when there is none of that name. */
const struct cost_kind *cost_kind_named(const char *name);

/* Takes about `rounds` x 2 ms. */
void cost_measure(const struct cost_kind *k, unsigned rounds, struct cost *out);

#endif
