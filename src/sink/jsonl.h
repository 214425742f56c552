/*
 * JSON Lines (--json): an object an event, on one output. The values are json.h's.
 */
#ifndef RINGSIDE_SINK_JSONL_H
#define RINGSIDE_SINK_JSONL_H

#include "decode/walk.h"
#include "sink/output.h"
#include "sink/sink.h"

struct jsonl_opts {
	struct decode_opts decode;
	uint64_t realtime_offset; /* to add to event times, ns */
};

/* The sink owns the output. */
struct sink *jsonl_open(const struct jsonl_opts *opts, struct output *out);

#endif
