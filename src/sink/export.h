/*
 * Calls in the formats of other programs' viewers. Each is a sink that writes to `out`, which stays the caller's.
 *
 *   export_split.c     a call's arguments as pieces of text
 *   export_chrome.c    Chrome's trace events, as JSON
 *   export_perfetto.c  Perfetto's protobuf; protobuf.h writes its wire format
 *   export_folded.c    folded stacks, as flame graphs are made from
 *   export_csv.c       a row a call
 */
#ifndef RINGSIDE_SINK_EXPORT_H
#define RINGSIDE_SINK_EXPORT_H

#include <stdint.h>

#include "sink/output.h"
#include "sink/sink.h"

struct text_opts;

enum export_weight { WEIGHT_TIME, WEIGHT_CALLS, WEIGHT_BYTES };

struct export_opts {
	const struct text_opts *text; /* how arguments look; realtime_offset may be set before the first event */
	enum export_weight weight;    /* of folded stacks: ns, calls, or bytes in and out */
};

/*
 * A slice a call with its arguments, names of processes and threads, an instant for each signal and end. What is in progress at the end
 * has no end. Times count from the first event; when that was, is in "otherData". The options must outlive the sink.
 */
struct sink *export_chrome_new(const struct export_opts *opts, struct output *out);

/* The same as a Perfetto trace; times are CLOCK_MONOTONIC, with a clock snapshot that tells the time of day. */
struct sink *export_perfetto_new(const struct export_opts *opts, struct output *out);

/* "comm;call;path weight", with stacks "comm;outermost;...;innermost;call;path weight": one line for each that occurs, sorted; at the end, in memory that is limited as that of stat. */
struct sink *export_folded_new(const struct export_opts *opts, struct output *out);

/* A header, then a row for each call, signal and end of a task: RFC 4180, with \n. */
struct sink *export_csv_new(const struct export_opts *opts, struct output *out);

#endif
