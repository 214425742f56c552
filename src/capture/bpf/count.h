/*
 * What the counting programs and ebpf_count.c share: layouts of maps. Included by both, so only fixed-size types.
 */
#ifndef RINGSIDE_CAPTURE_BPF_COUNT_H
#define RINGSIDE_CAPTURE_BPF_COUNT_H

#include <linux/types.h>

#include "capture/bpf/target_config.h"

enum {
	COUNT_SUB_BITS = 5,                 /* as in sink/histogram.h */
	COUNT_SUBS = 1 << COUNT_SUB_BITS,
	COUNT_ABIS = 3,                     /* x86_64, i386, x32: enum abi */
	COUNT_INNER_SHIFT = 16,             /* in a number of i386: where what says which call is within begins */
	COUNT_SLOT_BITS = 10,
	COUNT_NEAR_BITS = 8,                /* cells of a CPU that are found without a call of a helper */
};

/*
 * What calls are counted under: those with all of this in common are one cell. Only so many bytes as are asked for are the map's key.
 */
struct count_key {
	__s32 nr;       /* of i386: | key of a call within << COUNT_INNER_SHIFT */
	__u16 error;    /* errno, or 0 */
	__u8 abi;
	__u8 octave;    /* of the time that it took: see sink/histogram.h */
	__u32 pid, tid; /* 0: not asked for */
	char comm[16];
};

struct count_cell {
	__u64 wall_ns, min_ns, max_ns;
	__u64 cpu_ns;
	__u64 moved;            /* the sum of results that are no errors */
	__u64 subs[COUNT_SUBS]; /* calls, by what their times have below the octave's bit */
};

/* Where a cell is looked for first, when its key is no more than a number. */
struct count_near {
	__u64 key; /* plus 1; 0: nobody's yet */
	struct count_cell cell;
};

/* Fixed when the programs are loaded. */
struct count_config {
	__u8 by_pid, by_tid, by_comm;
	__u8 near;                       /* none of these: map `near` is in use */
	__u8 some;                       /* not all calls are wanted: */
	__u64 wanted[COUNT_ABIS][16];    /* by ABI and number; numbers beyond are wanted when */
	__u8 beyond;
	__u32 task_type;                 /* the id of struct task_struct, where it may be cast to: cast.h; or 0 */
};

/* What the programs tell as it comes. */
struct count_state {
	__u64 tasks;    /* that were seen */
	__u64 gone;     /* of these, ended */
	__u64 cells;    /* that were made since user space set this to 0 */
	__u64 missed;   /* calls for which there was no room */
	__u64 set;      /* of map `near`, which is written to */
};

/* Where most tasks have their call in progress: map `flights`, as call_slots of trace_maps.h. Others have it in their mark. */
struct count_slot {
	__u64 owner;      /* target_key() of the task, or 0 */
	__u64 task;       /* its struct task_struct */
	__u32 generation; /* of the verdict that this one is watched, whoever it runs for; 0: it has to be asked for */
	__u32 pad;
	struct flight flight;
};

/* A call in progress, as the iterator hands it over. */
struct count_flight {
	__u32 pid, tid;
	__s32 nr;
	__u32 abi;
	__u64 enter_ns;
	char comm[16];
};

#endif
