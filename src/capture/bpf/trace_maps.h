/*
 * What the programs of the eBPF engine keep and share with user space: maps, and what is in them. These are an object of their own (trace_maps.bpf.c), since
 * it is loaded before those of the programs, which have the same ones: see ebpf_load.c.
 */
#ifndef RINGSIDE_CAPTURE_BPF_TRACE_MAPS_H
#define RINGSIDE_CAPTURE_BPF_TRACE_MAPS_H

#include <stdbool.h>

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "capture/bpf/record.h"
#include "capture/bpf/target_maps.h"

/* Calls */

/* Blobs that a row made. */
struct copy_made {
	__u32 first;     /* where the first is */
	__u16 count;
	__u16 number;    /* its index among all blobs */
};

/* How far the walk along a path has come: kernel addresses. */
struct name_walk {
	__u64 dentry, mount, root; /* the last: of that mount */
	__u32 count;
};

/* A call in progress: maps `call_slots` and `calls`. */
struct call {
	__u64 owner;     /* in a slot: the target_key() of the task that has it, or 0 */
	__u64 task;      /* the address of that one's struct task_struct */
	__u32 gen;       /* odd while it changes: for who looks at it from elsewhere */
	__u32 seq;       /* events told of the task */
	/* The verdict of this generation on the task is that its calls are told, whoever it runs for; 0: the verdict has to be asked for. */
	__u32 judged;
	__u8 active;
	__u8 struck;     /* a signal that is deadly to its process was sent to this very task: it is told, and the call it ends, too */
	__u8 due;        /* it is told however it ends: something that was told stands in it, or what is known from it alone */
	__u8 ends;       /* which end it is to have to be told */
	__u8 launch;     /* the task is our child, which has not become the program */
	union {
		struct { /* what is 0 as a call begins */
			__u16 late;   /* rows whose memory was not there at entry, as bits */
			__u8 looked;  /* user space knows of it */
			__u8 newborn; /* the task has not come back from the call that made it */
			__u8 stacked; /* the call's stack was taken */
			__u8 phase;   /* the copier's */
			__u8 netlink; /* the copier's: the descriptor is a netlink socket's */
			__u8 pad;
		};
		__u64 fresh;
	};
	__u64 interrupted_sp; /* the stack pointer when it last got a signal */
	__u8 owed;       /* its record found no room yet: pressure.h */
	__u8 braking;    /* a signal that stops the task is on its way */
	__u32 cut_to;    /* of strings and buffers no more is copied; 0: as much as the plan says */
	__u64 ran_ns, ran_at_ns; /* the task's CPU time at entry, and when that was noted */
	__u32 cpu;
	__u64 result_at; /* where in memory the result is; 0: in the register, as always */
	/* The copier's: */
	__u16 todo;      /* rows still to do, as bits */
	__u8 late_now;
	__u8 begun;      /* the row has */
	__u8 open;       /* the blob at `blob` wants more */
	__u8 spills;     /* more than fits may be handed over in parts */
	__u16 parents;   /* rows whose blobs have to stay in the record, as others refer to them */
	__u16 row;
	__u32 blob;      /* where the last blob's head is */
	/* Of a row within another's blobs: which of those, and where in it. */
	__u32 up, up_left, up_number, up_offset, up_index;
	__u64 number;    /* number_of()'s result */
	__u64 total;     /* what is left of a row's total */
	struct name_walk name;
	struct copy_made made[PLAN_ROWS];
	struct record head;
	/* A blob may begin at the last byte of RECORD_DATA. */
	__u8 data[RECORD_ALL];
};

_Static_assert(sizeof(struct call) <= 7936, "the kernel may have no memory for it: see RECORD_DATA");

/*
 * Where most tasks have theirs: at a place that is found without a call of a helper, of which two are as much as a third of what it costs to tell of
 * a trivial call. The place is one for several tasks, of which the first has it until it ends.
 */
enum { CALL_SLOT_BITS = 8 };

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1 << CALL_SLOT_BITS);
	__type(key, __u32);
	__type(value, struct call);
} call_slots SEC(".maps");

/* All others: task-local storage. */
struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, struct call);
} calls SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, CALL_ABIS * CALL_NUMBERS);
	__type(key, __u32);
	__type(value, struct call_row);
} numbers SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct call_case);
} cases SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct copy_plan);
} plans SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct call_ends);
} ends SEC(".maps");

const volatile struct trace_config trace_config SEC(".rodata.trace");

/* The way to user space: pressure.h */

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 1);
	__type(key, __u32);
	__uint(value_size, RING_STRIDE);
} ring SEC(".maps");

/* Something is put there to wake the keeper. */
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} bell SEC(".maps");

volatile struct ring_state ring_state SEC(".data.ring");
struct trace_state trace_state SEC(".data.trace");
struct brake_state brake_state SEC(".data.brake");

/* Stacks: stack.inc */

enum { VDSO_IMAGES = 2, PAGE_MASK = PAGE_BYTES * 2 - 1 /* a page's length under this is one still */ };

/* Room to build a record in. */
struct stack_room {
	struct record head;
	struct record_stack stack;
	__u8 data[STACK_DATA + PAGE_MASK]; /* as far as a verifier that knows a page by its mask alone (Linux 6.1) thinks that one may reach */
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1); /* as many as there are CPUs: more than an element of a per-CPU map may have */
	__type(key, __u32);
	__type(value, struct stack_room);
} stack_rooms SEC(".maps");

/* Of a mapping: with an image. */
struct map_room {
	struct call call;
	__u8 more[MAP_DATA];
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct map_room);
} map_room SEC(".maps");

/* Images of the vDSO that user space has been told of. */
__u64 vdsos_told[VDSO_IMAGES] SEC(".data.vdso");

/* Requests of io_uring: uring.inc */

struct uring_sqe {
	__u8 opcode, flags;
	__u16 ioprio;
	__s32 fd;
	__u64 off, addr;
	__u32 len, op_flags;
	__u64 user_data;
	__u16 buf_index, personality;
	__u32 file_index;
	__u64 addr3, pad;
};

/* What is in progress, by the address of its struct io_kiocb. */
struct uring_request {
	struct record head;
	__u32 tgid;
	__u32 pad;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 8192);
	__type(key, __u64);
	__type(value, struct uring_request);
} uring_requests SEC(".maps");

/* Room to build a record in: for submissions and for completions, which may come in between. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 2);
	__type(key, __u32);
	__type(value, struct call);
} uring_room SEC(".maps");

/* What a submission has no room for on its stack. */
struct uring_scratch {
	struct uring_request kept;
	struct uring_sqe sqe;
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct uring_scratch);
} uring_scratch SEC(".maps");

#endif
