/*
 * What is told about the tracing itself, on stderr as a rule: tasks that were attached and detached; and, where no text is written, changes
 * of ABI. Goes before the other sinks.
 */
#ifndef RINGSIDE_SINK_NOTICE_H
#define RINGSIDE_SINK_NOTICE_H

#include <stdbool.h>
#include <sys/types.h>

#include "sink/output.h"
#include "sink/sink.h"

struct notice_opts {
	bool attach;        /* tell of attached and detached tasks */
	bool in_text;       /* in the output instead of stderr, where it would be if both were one: what is replayed */
	bool personality;   /* a line in the output when a task changes to another ABI */
	pid_t child;        /* the program we started, which nobody needs to be told about; may be set before the first event */
};

/* `out` (or NULL) is where the trace goes: when that is stderr, what was written to it comes first. The options must outlive the sink. */
struct sink *notice_new(const struct notice_opts *opts, struct output *out);

#endif
