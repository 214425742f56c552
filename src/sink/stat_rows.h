/* The rows of a statistic: see stat.h. */
#ifndef RINGSIDE_SINK_STAT_ROWS_H
#define RINGSIDE_SINK_STAT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "sink/histogram.h"
#include "sink/stat.h"

/* What one call adds, or several that were counted before (event.counts). */
struct stat_sample {
	uint64_t wall_ns, cpu_ns;
	uint64_t in, out; /* bytes */
	bool failed;
	const struct event_counts *counts;
};

struct stat_row {
	uint64_t ids[STAT_KEYS_MAX];
	char *text;             /* of its keys, each with a NUL behind it */
	struct stat_row *next;  /* with the same hash */
	uint64_t calls, errors, wall_ns, cpu_ns, min_ns, max_ns, in, out;
	struct histogram times;
};

enum { STAT_CACHE = 512 };

struct stat_table {
	unsigned nkeys;
	uint32_t max_rows;
	struct map by_hash;
	VEC(struct stat_row *) rows;
	struct stat_row *cache[STAT_CACHE]; /* by hash: the row that was last asked for */
	struct stat_row rest;   /* of merged rows */
	uint64_t merged;        /* how often a row was */
};

/* The row with these ids, or NULL. */
struct stat_row *stat_table_find(struct stat_table *t, const uint64_t *ids);
/*
 * A new row. `text`, which is copied, has nkeys strings with their NULs. Other rows may be merged into `rest` for it: pointers to rows
 * are valid until then. What came of a key before it was merged stays in the rest.
 */
struct stat_row *stat_table_add(struct stat_table *t, const uint64_t *ids, const char *text, size_t len);
void stat_table_done(struct stat_table *t);

void stat_row_add(struct stat_row *r, const struct stat_sample *s);
void stat_row_merge(struct stat_row *into, const struct stat_row *from);
void stat_row_done(struct stat_row *r);
/* The text of its n-th key. */
const char *stat_row_key(const struct stat_row *r, unsigned n);

#endif
