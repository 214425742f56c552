/*
 * What our BPF programs and ebpf*.c share: layouts of maps and of ring records. Included by both, so only fixed-size types.
 */
#ifndef RINGSIDE_CAPTURE_BPF_RECORD_H
#define RINGSIDE_CAPTURE_BPF_RECORD_H

#include <linux/types.h>

enum {
	PAGE_BYTES = 4096,
	/*
	 * Bytes of blobs in one record, after which it is handed over in parts; a power of two. A task's storage has all of that, and may have 8 kB since Linux
	 * 7.0, or there is never any memory for it.
	 */
	RECORD_DATA = 4096,
	RECORD_CHUNK = 1024,     /* bytes copied at a time */
	RECORD_PARENT = 2048,    /* of elements that point to more: they stay in the record */
	MAP_DATA = 16384,        /* bytes of an image in a RECORD_MAP */
	/* Room that the copier leaves behind a blob's head: a chunk, and the zero that a string copy may add. */
	RECORD_ROOM = RECORD_CHUNK + 64,
	RECORD_NOTES = 1024,     /* behind what is copied: names of descriptors that a struct of a page has; a power of two */
	RECORD_ALL = RECORD_DATA + RECORD_NOTES + RECORD_ROOM,
	PLAN_ROWS = 16,          /* = PLAN_ROWS_MAX of desc/plan.h */
	CALL_NUMBERS = 1024,     /* of an ABI; = 16 words of capture_opts.wanted */
	CALL_ABIS = 3,           /* x86_64, i386, x32: as in base/abi.h */
	COMM_BYTES = 16,         /* TASK_COMM_LEN */
	INFO_BYTES = 128,        /* sizeof(siginfo_t) */
	DEGRADED_FIRST = 32,     /* --degrade: bytes of a string from where it begins; from half as much more on */
	DEGRADED_LAST = 8,
};

enum record_kind {
	RECORD_CALL,   /* outcome: the call returned, or RECORD_ENDED says that its task ended in it */
	RECORD_ENTRY,  /* entry facts of a call in progress; of a thread whose execve is about to take its leader's id */
	RECORD_SIGNAL, /* nr: the number; a blob of the siginfo */
	RECORD_STOP,   /* nr: the number of the signal that stops the process */
	RECORD_START,  /* nr: tid of the task that made it */
	RECORD_EXEC,   /* nr: the tid it had before */
	RECORD_EXIT,   /* nr: wait status */
	RECORD_URING_BEGIN, /* a request of io_uring as a call: entry facts. seq: the task's last */
	RECORD_URING_END,   /* its completion, and what its memory holds then */
	RECORD_MAP,    /* code was mapped: args as MAP_*; its name or image as a blob. Not numbered */
	RECORD_PART,   /* blobs of the CALL that comes later, with RECORD_PARTED and the same enter_ns; the first may be those of the part before. Not numbered */
	RECORD_STACK,  /* of the record that comes next of this task with RECORD_STACKED: struct record_stack and bytes follow. Not numbered */
};

enum record_flags {
	RECORD_UNENTERED = 1, /* CALL: its entry was not seen: it began before the task was watched, or seccomp decided on it */
	RECORD_ENDED = 2,     /* CALL: its task ended in it */
	RECORD_EXECED = 4,    /* CALL: it brought another image */
	RECORD_LAUNCH = 8,    /* CALL, EXIT: of our child, which has not become the program */
	RECORD_IN_CALL = 16,  /* SIGNAL: the task is in a call; the signal comes after it. EXIT: it makes place for a thread's execve */
	RECORD_NO_RESULT = 64, /* CALL: the result is in memory that could not be read */
	RECORD_MORE = 128, /* URING_END: others will follow */
	RECORD_SENT = 32,  /* SIGNAL: it is told where it was sent, as it is never delivered */
	RECORD_STACKED = 256, /* CALL, SIGNAL, STOP: a RECORD_STACK went before */
	RECORD_DEGRADED = 512, /* CALL: less was copied than wanted, as the ring was filling */
	RECORD_PARTED = 1024,  /* CALL: its first blobs went before, in RECORD_PARTs */
};

/* The head of each record. Its blobs follow: a struct record_blob and its bytes each, up to a multiple of 8. */
struct record {
	__u8 kind;      /* enum record_kind */
	__u8 abi;       /* enum abi */
	__u16 flags;    /* enum record_flags */
	__u32 bytes;    /* of blobs */
	__u32 pid, tid;
	__u32 seq;      /* of the task's events, those lost included, from 1 on; 0: another task told */
	__u16 nblobs;
	__u16 plan;     /* CALL: index of its plan */
	__u64 enter_ns, exit_ns; /* CLOCK_MONOTONIC; of others than calls only enter_ns */
	__u64 nr;
	__u64 args[6];           /* START: the first is the address of the memory of the new task (struct mm_struct) */
	__s64 ret;
	__u64 ip, sp;
	union {
		__u64 cpu_ns;
		__u64 request; /* URING_*: which it is */
	};
};

/* RECORD_MAP: a record's args. */
enum {
	MAP_START, MAP_END,
	MAP_OFFSET,  /* in its file, bytes */
	MAP_INO,     /* of that; 0: it has none, or one of another layer is meant */
	MAP_MEMORY,  /* address of the struct mm_struct: which process's, as which image */
	MAP_VDSO,    /* 0, or which image of the kernel's own code it is: its bytes are a blob the first time */
};

enum {
	STACK_DATA = 1 << 18,  /* bytes behind a struct record_stack */
	STACK_FRAMES_MAX = 1024,
	STACK_REGISTERS = 17,  /* by DWARF's numbers, as in symbol/unwind.h */
};

/* Behind the head of RECORD_STACK. The registers are those of the processor, in 32-bit code as well. */
struct record_stack {
	__u64 memory;    /* as MAP_MEMORY */
	__u64 base[2];   /* where the slices that follow were: from the stack pointer on, and of the stack that a handler on another interrupted */
	__u32 bytes[2];
	__u8 phase, compat; /* 32-bit code */
	__u8 walked;     /* not slices, but addresses follow, 8 bytes each, the innermost first: frame pointers were followed */
	__u8 pad[5];
	__u64 regs[STACK_REGISTERS];
};

/* As struct blob of event/event.h. */
struct record_blob {
	__u8 slot, phase, status, row;
	__s16 parent;
	__u16 again;    /* the row was copied again, at exit */
	__u32 index, want, len;
	__u32 from;     /* bytes of it that are at the end of the part before */
	__u64 addr;
};

/* What a blob holds beside what event.h knows; ebpf_name.c makes BLOB_FD and others of it. `addr` is the number. */
enum {
	SLOT_NAME = 64, /* a descriptor: struct name_head, then names of path components, leaf first, NUL-terminated */
	SLOT_PID = 65,  /* a pid whose comm is wanted */
};

enum { NAME_COMPONENTS = 64, NAME_SOCKET = 1, NAME_DELETED = 2, NAME_STATE = 4 };

/* What a socket is: as far as its family has it. Ports and addresses as on the wire, but `port` as in the kernel: host order. */
struct name_socket {
	char proto[32];
	__u16 family, port, peer_port, protocol;
	__u8 addr[16], peer_addr[16];
	__u32 peer_ino;     /* unix */
	__u32 portid;       /* netlink */
	__u32 path_len;     /* of sun_path; 0: not bound */
	__u8 path[108];
};

struct name_head {
	__u64 ino;          /* of what has no path */
	__u64 magic;        /* of its filesystem, likewise */
	__u32 rdev;         /* kernel's dev_t: major << 20 | minor */
	__u16 mode;
	__u16 count;        /* of components */
	__u16 flags;        /* NAME_* */
	__u16 pad[3];
	__u64 a, b;         /* with NAME_STATE. eventfd: count; id | flags << 32. signalfd: its mask */
	struct name_socket socket; /* with NAME_SOCKET */
};

/* Plans */

struct copy_number {
	__u8 from;  /* enum plan_from */
	__u8 slot, size, shift;
	__u32 value;
};

struct copy_row {
	__u8 kind;  /* enum plan_kind */
	__u8 phase;
	__s8 parent;
	__u8 slot;
	__u8 flags; /* PLAN_* */
	__u8 word;  /* bytes of a pointer */
	__u16 pad;
	__u32 offset, unit;
	struct copy_number count, fill;
	__u32 cap;  /* never 0 */
	__u16 base, each;
};

/* What to copy for a call: map `plans`. */
struct copy_plan {
	__u16 nrows;
	/* What is named before anything is copied, as bits: arguments that are descriptors, at entry, and the result (FDS_RESULT), at exit. */
	__u16 fds;
	/* Rows to copy, as bits, these descriptors' left out: at entry, */
	__u16 entry;
	__u16 exit;      /* at the exit of a call that succeeded, */
	__u16 always;    /* of one that failed */
	__u16 parents[2]; /* rows that others of that phase have as parent, */
	__u16 joined;    /* and whether one of the exit has one of the entry */
	__u16 fresh;     /* rows from which on none has a parent before */
	__u16 again[PLAN_ROWS]; /* of the entry: a row, and those that hang on it */
	__u8 single[2];  /* 1 + the row, when what is behind one argument is all that there is to copy, at entry and at exit; or 0 */
	struct copy_row rows[PLAN_ROWS];
};

enum { FDS_RESULT = 1 << 6 };

enum call_flags {
	CALL_WANTED = 1,
	CALL_SELECT = 2,   /* which plan is up to an argument: map `cases`, by (args[slot] & mask) >> shift */
	CALL_SUCCESS = 4,  /* told when it succeeds; */
	CALL_FAILURE = 8,  /* when it fails */
	CALL_EXECVE = 16,  /* it brings another image */
	CALL_TELLS = 32,   /* it tells of the task itself, and so is told whatever its arguments and its end */
	CALL_FDS = 64,     /* it has descriptors in memory, too */
	CALL_MAPS = 128,   /* memory, with the protection that is its third argument; */
	CALL_MOVES = 256,  /* with one that no argument tells */
	CALL_NOWHERE = 1024, /* of x86_64: none of this number is wanted, of i386 neither */
	CALL_MASKS = 2048, /* with CALL_SELECT: where there is none for that, by (args[slot] & mask) of the first of trace_config's masks that has one */
	CALL_LEAVES = 512, /* what its stack holds may be another thing at its exit, or it never comes there */
};

/* Map `numbers`, at abi * CALL_NUMBERS + nr. */
struct call_row {
	__u16 flags;  /* enum call_flags */
	__u16 plan;
	__u8 slot, shift;
	__u8 ends;    /* index in map `ends`; 0: whatever its end */
	__u8 fds;     /* arguments that are descriptors, as bits */
	__u64 mask;
};

/* As struct box and struct bounds of event/bounds.h: what the end of a call is to be like. */
enum { END_BOXES = 4, END_ERRORS = 4096 };

struct end_box {
	__u64 errors[END_ERRORS / 64];
	__s64 min_ret, max_ret;
	__u64 min_ns, max_ns;
};

struct call_ends {
	__u64 n;
	struct end_box box[END_BOXES];
};

enum { FD_NUMBERS = 1024 }; /* descriptors from here on are always told */

/* Map `cases`: a case is where its hash says, or up to CASE_PROBES - 1 places behind. */
enum { CASE_PROBES = 8 };

struct call_case {
	__u64 value;
	__u32 of;     /* case_of() */
	__u32 plan;   /* 1 + its plan; 0: no case is here */
};

/* `mask`: 1 + which of trace_config's, or 0. */
static inline __u32 case_of(__u32 nr, __u32 abi, __u32 mask)
{
	return (nr & 0xffff) | abi << 16 | mask << 24;
}

static inline __u32 case_hash(__u64 value, __u32 of)
{
	return ((value ^ of * 0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd) >> 32;
}

/* Behind each record of iterator `look`. */
struct look_end {
	__u32 gen;
	__u32 bytes;  /* of the blobs, as they were when it began */
	__u32 whole;  /* the record is of one moment */
	__u32 pad;
};

/*
 * The ring: map `ring`, in chunks. Records follow each other, each behind a head of 8 bytes and up to a multiple of 8; one that begins in a chunk is in
 * one piece, as there is room for it behind the chunk's end, where positions do not count. The position only ever grows.
 */
enum {
	RING_CHUNK = 1 << 21,
	RING_RECORD_MAX = STACK_DATA + 1024, /* bytes, its head included */
	RING_STRIDE = RING_CHUNK + RING_RECORD_MAX,
	RING_LENGTH_BITS = 20,
};

/*
 * The head of a record of so many bytes at a position. It is written last: whoever finds it there finds the record. What older records have left there cannot be
 * taken for it, as the position is in it; nor can what somebody has had copied there, who does not know the secret.
 */
static inline __u64 ring_head(__u64 secret, __u64 at, __u64 bytes)
{
	return (secret + at / 8) << RING_LENGTH_BITS | bytes;
}

/* Positions, each on a cache line of its own: where the kernel's side writes, and how far user space has read. */
struct ring_state {
	__u64 producer, pad[15];
	__u64 consumer;
	__u64 now_ns; /* as user space last read the clock */
	__u64 more_pad[14];
};

enum { CASE_MASKS = 16 };

/* The kernel's structs that are read by plain loads, where it allows that: kernel_cast() of names.h. */
#define CAST_STRUCTS(X) \
	X(task_struct) X(files_struct) X(fdtable) X(file) X(fs_struct) X(vfsmount) X(mount) X(dentry) X(super_block) X(inode) X(proc_ns_operations) \
	X(ns_common) X(socket) X(socket_alloc) X(sock) X(unix_sock) X(unix_address) X(netlink_sock) X(eventfd_ctx) X(signalfd_ctx) X(io_kiocb) \
	X(io_ring_ctx) X(pt_regs) X(new_utsname)
#define CAST_INDEX(name) CAST_##name,
#define CAST_NAME(name) #name,
enum { CAST_STRUCTS(CAST_INDEX) CASTS };

/* Fixed when the programs are loaded. */
struct trace_config {
	__u8 announce;   /* somebody looks for calls in progress */
	__u8 fds;
	__u8 sockets;
	__u8 own_comm;
	__u8 cpu_time;
	__u8 some_calls; /* not all are wanted */
	__u8 untimed;    /* how long calls take is of no interest, but of those that user space has seen in progress */
	__u8 timeless;   /* nor is when calls begin: call_time() */
	__u8 some_fds;   /* of calls, only those with one of these descriptors: */
	__u64 only_fds[FD_NUMBERS / 64];
	__u8 stacks;     /* enum stacks_how */
	__u32 stack_max; /* bytes of a stack, at most STACK_DATA; of STACKS_WALKED, frames */
	__u64 hold_at, call_to; /* pressure.h; 0: events may be lost */
	__u64 ring_bytes, ring_secret; /* the first: that it may hold */
	__u32 ring_mask; /* of chunks, a power of two, less one */
	__u32 masks[CASE_MASKS]; /* 0: no more */
	__u32 case_mask; /* places of map `cases`, a power of two, less one */
	__u32 casts[CASTS]; /* ids of these structs */
	__u8 brake_own;  /* the keeper may signal only those of this user: */
	__u32 brake_uid;
	__u64 degrade_at; /* as the ring has so many bytes, less is copied; 0: never */
};

enum stacks_how { STACKS_NONE, STACKS_COPIED, STACKS_WALKED };

/* Shared while they run. */
struct trace_state {
	__u64 lost;      /* records that the ring had no room for */
	__u64 untold;    /* calls for which there was no memory */
	__u64 look_ns;   /* calls are looked at when they have taken so long */
	__u32 entered;   /* a call began since user space last set this to 0 */
	__u64 stackless; /* stacks that the ring had no room for */
	__u64 unmapped;  /* mappings, likewise, or that could not be looked at */
};

enum {
	BRAKE_SLOTS = 16384,  /* a power of two: more than threads that stop within a moment */
	BRAKE_SIGNAL = 19, BRAKE_END = 18, /* SIGSTOP, SIGCONT */
	BRAKE_SI_KERNEL = 0x80, BRAKE_SI_QUEUE = -1, /* siginfo.h */
};
#define BRAKE_MAGIC 0x52494e4753494445 /* value of a SIGCONT that is ours: "RINGSIDE" */

/* Start of a siginfo_t that has a value: sigqueue(3). */
struct brake_info {
	__s32 signo, error, code, pad;
	__s32 pid, uid;
	__u64 value;
};

/* Who was stopped: shared with the keeper, which lets them go and writes 0 in their place. */
struct brake_state {
	__u64 stop_at; /* pressure.h */
	__u64 most;  /* bytes that the keeper has seen in the ring */
	__u32 on;    /* there is a keeper */
	__u32 holds; /* how often the ring came to hold_at */
	__u32 let_go; /* of those that were sent signals */
	__u32 sent;  /* signals sent so far: where the next pid goes, modulo BRAKE_SLOTS */
	__u32 pids[BRAKE_SLOTS];
};

#endif
