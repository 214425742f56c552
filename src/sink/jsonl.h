/*
 * JSON Lines (--json): an object an event. Which members it has stands in one table, from which the JSON Schema is generated too.
 * Values of arguments are json.h's.
 */
#ifndef RINGSIDE_SINK_JSONL_H
#define RINGSIDE_SINK_JSONL_H

#include <stdbool.h>

#include "sink/output.h"
#include "sink/sink.h"

struct buf;
struct text_opts;

struct jsonl_opts {
	const struct text_opts *text; /* what is shown of which call: desc, show.max_string, abbrev, verbose, raw, signals, realtime_offset */
	bool raw;                     /* a member "raw" with all that was captured, from which the event can be made again */
};

/* Writes to `out`, which stays the caller's. The options must outlive the sink. */
struct sink *jsonl_new(const struct jsonl_opts *opts, struct output *out);

/* The schema of a line (json-schema.org, draft 2020-12), on several lines. */
void jsonl_schema(struct buf *out);

#endif
