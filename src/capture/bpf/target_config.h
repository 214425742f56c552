/*
 * Targets, as user space and the kernel tell each other: see target.h. Included by both.
 */
#ifndef RINGSIDE_CAPTURE_BPF_TARGET_CONFIG_H
#define RINGSIDE_CAPTURE_BPF_TARGET_CONFIG_H

#include <linux/types.h>

enum {
	TARGET_CGROUPS_MAX = 16,
	TARGET_UIDS_MAX = 16,
	TARGET_ANCESTORS_MAX = 24, /* how far up a task's ancestors are looked at for the root of a tree */
	TARGET_SLOTS = 16384,      /* tasks that are remembered as not wanted; a power of two */
	TARGET_OWED_BITS = 8,      /* of places for tasks that have no mark yet, though something is known of them */
	TARGET_STACK = 16384,      /* bytes of a task's stack in the kernel, no more than that: THREAD_SIZE */
	TARGET_PID_LEVELS = 8,     /* how deep below the first our pid namespace may be */
	TARGET_COMM_BITS = 64,     /* characters of all patterns, and one for the end of each */
};

/* What was said of a task. */
enum mark_flags {
	MARK_TARGET = 1 << 0, /* its calls are told */
	MARK_LAUNCH = 1 << 1, /* our child, whose calls are told from its execve on */
	MARK_FOLLOW = 1 << 2, /* what it makes from now on is marked likewise */
	MARK_GROUP = 1 << 3,  /* of a leader: its threads are like it */
	MARK_TREE = 1 << 4,   /* so is what it has made before, and what that has made */
	MARK_NEVER = 1 << 5,  /* not a target whatever else holds: ourselves */
	MARK_SEEN = 1 << 6,   /* it has been told of */
	MARK_SAID = MARK_TARGET | MARK_LAUNCH | MARK_FOLLOW | MARK_GROUP | MARK_TREE | MARK_NEVER, /* what user space says, or is inherited */
	/* What threads and children get. */
	MARK_INHERITED = MARK_TARGET | MARK_FOLLOW | MARK_NEVER,
};

/* Shared while they run. */
struct target_state {
	__u32 generation; /* verdicts of others have to be made again */
	__u32 unmarked;   /* how often there was no memory for a mark: who should have had it may be missed */
	__u32 owed;       /* tasks in map target_owed */
};

/* What a mark would say for which there was no memory as its task was made. */
struct owed {
	__u64 owner;      /* target_key() of the task, or 0 */
	__u64 flags;
};

/* A call in progress, for programs that keep nothing else of it. */
struct flight {
	__u64 enter_ns;   /* 0: there is none */
	__u64 sum_ns, start_ns; /* se.sum_exec_runtime, se.exec_start */
	__s32 nr;
	__u32 cpu;
	__u32 inner;
	__u32 abi;
};

/* What is known of a task: map `marks`, task-local storage. User space writes flags, a call in progress where it knows one, and zeros. */
struct mark {
	__u32 flags;      /* enum mark_flags */
	__u32 seq;        /* events told of it, those lost included */
	__u32 generation; /* of the verdict; 0: there is none */
	__u32 wanted;     /* the verdict, but for the user */
	struct flight flight;
};

/* Fixed when the programs are loaded. */
struct target_config {
	__u8 system;      /* every task is a place */
	__u8 trees;       /* some task has MARK_TREE */
	__u8 comms;       /* names are looked at */
	__u8 in_ns;       /* we are in a pid namespace: */
	__u32 ns_ino;
	__u32 cgroups;    /* how many there are in the map */
	__u32 uids;
	__u32 uid[TARGET_UIDS_MAX];
	/* Patterns of names: a bit for each of their characters, in a row, and behind each pattern one for its end. */
	__u64 comm_first;      /* where matching begins */
	__u64 comm_last;       /* the ends */
	__u64 comm_stars;      /* these take any number */
	__u64 comm_match[256]; /* by character: the bits that take it */
};

#endif
