/*
 * The event: one raw fact about a traced task, as a capture engine hands it on. Numbers and bytes only: nothing here knows
 * a symbol, and nothing downstream of it knows which engine made it.
 */
#ifndef RINGSIDE_EVENT_EVENT_H
#define RINGSIDE_EVENT_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/abi.h"

enum event_kind {
	EVENT_CALL,    /* a system call that has ended; outcome says how */
	EVENT_ENTERED, /* a call in progress: entry facts only. A CALL of the same tid with `announced` set follows */
	EVENT_SIGNAL,  /* a signal is about to be delivered: signo, and blob BLOB_SIGINFO */
	EVENT_STOP,    /* group-stop by signal signo */
	EVENT_START,   /* a task is traced from here on; parent is its tracing origin's tid, or 0 when attached by us (then a BLOB_COMM tells its name) */
	EVENT_EXEC,    /* an execve from a thread succeeded: the task `old_tid` goes on as `tid`. Only sent when they differ */
	EVENT_EXIT,    /* the task is gone: status is a wait status */
	EVENT_DETACH,  /* the task goes on untraced */
	EVENT_LOST,    /* `lost` events are missing here */
};

enum outcome {
	OUTCOME_OK,          /* ret is the result */
	OUTCOME_ERROR,       /* ret is -errno, kernel-internal ERESTART* numbers included */
	OUTCOME_NONE,        /* never returned: the task ended inside it */
	OUTCOME_UNAVAILABLE, /* it returned, but the result could not be read */
	OUTCOME_DETACHED,    /* tracing ended while it was in progress */
};

enum blob_status {
	BLOB_OK,      /* `len` bytes, all that was wanted */
	BLOB_SHORT,   /* the copy limit or the string's NUL cut it: `len` < `want` */
	BLOB_FAULT,   /* memory after `len` bytes (perhaps 0) could not be read */
	BLOB_LATE,    /* wanted at entry, readable only at exit */
	BLOB_SKIPPED, /* not copied: the plan or the record had no room */
};

/* What a blob holds, beside the memory that arguments (slots 0 to 5) point to. */
enum {
	BLOB_RET = 6,     /* memory that the return value points to */
	BLOB_SIGINFO = 7, /* the siginfo of EVENT_SIGNAL, in the layout of the event's ABI */
	BLOB_FD = 8,      /* addr is a descriptor number (AT_FDCWD included); data is what /proc/TID/fd/N links to, no NUL */
	BLOB_SOCKET = 9,  /* addr is a descriptor number; data is struct fd_socket-like text, see capture/fdinfo.h */
	BLOB_COMM = 10,   /* addr is a tid; data is its comm */
	BLOB_DELETED = 11, /* addr is a descriptor number whose file has no name any more; no data */
	BLOB_NETLINK = 12, /* addr is the descriptor of a netlink socket; data is its protocol, 4 bytes, or ~0 while it is not bound */
	BLOB_TAMPER = 13, /* what was done to the call: see event/tamper.h */
	BLOB_STACK = 14,   /* frames of the task's stack: event/stack.h */
	BLOB_MODULES = 15, /* ... and the files that they are in */
	BLOB_PIDNS = 20, /* addr is a pid as the task knows it; data is what it is in our pid namespace, 4 bytes */
	BLOB_NAMESPACE = 21, /* addr is a CLONE_NEW* flag; data is the namespace entered, "uts:[4026531838]" */
	BLOB_VCPU = 22,  /* addr is the descriptor of a virtual CPU; data is the start of its struct kvm_run, index its number */
	BLOB_HIDDEN = 0xff, /* a note that is not to be seen */
};

/*
 * Bytes copied out of a task. Decoding asks for memory by phase and address, so blobs need no knowledge of the types that
 * lie in them; slot and parent serve filters and engines.
 */
struct blob {
	uint8_t slot;    /* argument 0..5, or BLOB_* */
	uint8_t phase;   /* enum phase: when the bytes were read */
	uint8_t status;  /* enum blob_status */
	uint8_t row;     /* plan row that asked for it */
	int16_t parent;  /* index of the blob whose bytes held the pointer, or -1 */
	uint16_t pad;
	uint32_t index;  /* which element of the parent */
	uint32_t want;   /* bytes wanted */
	uint32_t len;    /* bytes present */
	uint64_t addr;   /* where they were */
	const uint8_t *data;
};

/* Calls that were added up before there was an event: they have in common what the event says, and are of one octave of time. */
struct event_counts {
	uint64_t calls;                  /* of START: tasks */
	uint64_t wall_ns, cpu_ns;        /* of all together */
	uint64_t min_ns, max_ns;
	uint64_t moved;                  /* the sum of results that are no errors */
	unsigned octave;                 /* as in sink/histogram.h */
	const uint64_t *subs;            /* how many are in each of its buckets */
};

struct event {
	uint8_t kind;      /* enum event_kind */
	uint8_t abi;       /* enum abi */
	uint8_t outcome;   /* CALL: enum outcome */
	bool announced;    /* CALL: an ENTERED of this call went before */
	pid_t pid;         /* thread group */
	pid_t tid;
	uint64_t enter_ns; /* CLOCK_MONOTONIC; for events other than CALL and ENTERED the time of the event */
	uint64_t exit_ns;  /* CALL */
	uint64_t nr;       /* CALL, ENTERED: as in the register, but see ABI_INNER */
	uint64_t args[6];  /* in the ABI's argument order, not register order of another ABI; of a call within another: its own */
	int64_t ret;
	uint64_t ip, sp;   /* at entry (CALL, ENTERED) or now */
	uint64_t cpu_ns;   /* CALL: system CPU time spent, when the source was asked for it */
	const struct blob *blobs;
	unsigned nblobs;
	int signo;         /* SIGNAL, STOP */
	int status;        /* EXIT: as from waitpid(2) */
	pid_t old_tid;     /* EXEC */
	pid_t parent;      /* START */
	uint64_t lost;     /* LOST */
	const struct event_counts *counts; /* CALL, START: it stands for several; NULL: for one. For sinks that count, and asked for */
};

/*
 * The bytes at [addr, addr + want) as of `phase`; entry memory that was only readable later counts as entry memory.
 * Result: a pointer and in *len how many of the wanted bytes are there (0 to want); NULL with *len = 0 when none are.
 * *status tells why fewer than wanted came (enum blob_status).
 */
const uint8_t *event_memory(const struct event *e, enum phase phase, uint64_t addr, size_t want, size_t *len,
                            enum blob_status *status);

/* What BLOB_FD (or another numbered kind) says of `number` as of `phase`; for the exit, what was known at entry will do. NULL: nothing. */
const struct blob *event_note(const struct event *e, uint8_t kind, enum phase phase, uint64_t number);

/* Bytes in a register, and in a pointer, of an ABI: 4 or 8. */
unsigned abi_word(enum abi abi);
const char *abi_name(enum abi abi); /* "x86_64", "i386", "x32", "aarch64", "riscv64" */
int abi_native(void);               /* enum abi of the machine this was built for */

#endif
