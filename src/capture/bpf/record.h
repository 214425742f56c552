/*
 * What our BPF programs and ebpf*.c share: layouts of maps and of ring records. Included by both, so only fixed-size types.
 */
#ifndef RINGSIDE_CAPTURE_BPF_RECORD_H
#define RINGSIDE_CAPTURE_BPF_RECORD_H

#include <linux/types.h>

/* What is known of a task that we know: map `marks`, task-local storage. Of a task without one, nothing is told. */
enum mark_flags {
	MARK_TARGET = 1,  /* its calls are told */
	MARK_LAUNCH = 2,  /* our child, whose calls are told from its execve on */
	MARK_FOLLOW = 4,  /* what it forks is a target too */
};

struct mark {
	__u32 flags; /* enum mark_flags */
	__u32 seq;   /* events told of it, those lost included */
};

#endif
