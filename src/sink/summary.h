/*
 * The table of -c: for each call how often, how long, how often in vain.
 */
#ifndef RINGSIDE_SINK_SUMMARY_H
#define RINGSIDE_SINK_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "sink/output.h"
#include "sink/sink.h"

struct desc;

enum { SUMMARY_COLUMNS_MAX = 12 };

struct summary_opts {
	const struct desc *desc;
	bool wall;              /* -w: from entry to return, not CPU time */
	uint64_t overhead_ns;   /* -O: taken off each call */
	int sort;               /* index of a column; -1: as numbered */
	int columns[SUMMARY_COLUMNS_MAX]; /* indices, in the order shown */
	unsigned ncolumns;
};

/* The default order and columns. */
void summary_defaults(struct summary_opts *o);
/* -S: 0, or -EINVAL when there is no such key. */
int summary_sort_parse(struct summary_opts *o, const char *text);
/* -U: 0, or -EINVAL after a diag_error(). Without the name, that is added last. */
int summary_columns_parse(struct summary_opts *o, const char *text);

/* The table is written to `out`, which stays the caller's, at the sink's end. The options must outlive the sink. */
struct sink *summary_new(const struct summary_opts *opts, struct output *out);

#endif
