/*
 * The eBPF engine: programs in the kernel at entry and exit of every call, which hand over one record a call. What is traced is never
 * stopped.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_H
#define RINGSIDE_CAPTURE_EBPF_H

#include "capture/ebpf_target.h"
#include "capture/ptrace.h"

enum { EBPF_RING_BYTES = 16 << 20 };

struct ebpf_opts {
	struct ptrace_opts common; /* what to copy, what to start, whom to attach to; the last two members do not count */
	struct target_opts targets; /* whom to watch beside these */
	uint64_t ring_bytes;       /* what the kernel's side may be ahead of us; a power of two, a multiple of pages. 0: EBPF_RING_BYTES */
	bool lossless;             /* what is watched stands still while we catch up: see ebpf_brake.c */
	bool degrade;              /* as the ring fills, less is copied of strings and buffers */
	bool debug;                /* say on stderr, at the end, how much the kernel told */
};

/* 0, or -errno after a diag_error(). What the options point to must live as long as the source. */
int ebpf_source_open(const struct ebpf_opts *opts, struct source **out);

/* What was missing when Ringside was built, as names separated by blanks; NULL when the engine is in. */
const char *ebpf_lacks(void);

#endif
