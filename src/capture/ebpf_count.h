/*
 * Counting in the kernel: a source whose CALL events stand for many calls (event.counts), and come at the end, or when there is no more
 * room for counters. START comes once, for all tasks. Calls in progress at the end come as ENTERED.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_COUNT_H
#define RINGSIDE_CAPTURE_EBPF_COUNT_H

#include <stdbool.h>

#include "capture/ebpf_target.h"
#include "capture/ptrace.h"

/* What calls are told apart by, beside number, ABI and error. */
struct count_by {
	bool pid, tid, comm;
};

struct count_opts {
	struct ptrace_opts common; /* which calls, what to start, whom to watch; what to copy does not count */
	struct target_opts targets; /* beside these; pids, follow and launches are set from the above */
	struct count_by by;
};

/* 0, or -errno after a diag_error(). What the options point to must live as long as the source. */
int count_source_open(const struct count_opts *opts, struct source **out);

#endif
