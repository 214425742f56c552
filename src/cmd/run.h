/* The run that trace, record and replay share: options, source, filters, sinks. What they don't share is a job. */
#ifndef RINGSIDE_CMD_RUN_H
#define RINGSIDE_CMD_RUN_H

#include <stdbool.h>
#include <stdio.h>

#include "cmd/trace_opts.h"

struct count_by;
struct sink;
struct source;

struct job {
	const struct option_table *options; /* beside trace's; may be NULL */
	void (*help)(FILE *to);
	/* Each may be NULL. 0, or -errno after a diag_error(). */
	int (*settle)(void *ctx, struct trace_opts *o); /* after the options were parsed */
	int (*open_source)(void *ctx, struct trace_opts *o, struct source **out); /* in place of an engine */
	int (*open_sink)(void *ctx, const struct source *s, struct sink **out);   /* beside text and table; owned by the run */
	bool (*wants)(const struct source *s, const struct event *e); /* whether the event, which tells of tasks in any case, is to be shown */
	bool only_sink;                                 /* ... in their place */
	bool lean;                                      /* ... for which no more is captured than options ask for */
	const struct count_by *count;                   /* calls may be counted in the kernel, told apart by these; NULL: not */
	bool tell_engine;                               /* say which it is */
	bool (*done)(void *ctx);                        /* asked between events: whether to end the trace */
	bool all_notes;                                 /* events have notes that were not asked for */
	void *ctx;
};

/* Parses the options and runs. The exit status. */
int job_run(const struct job *job, int argc, char **argv);

#endif
