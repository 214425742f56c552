/*
 * The one interface of all capture engines: open (each engine has its own), next, close.
 */
#ifndef RINGSIDE_CAPTURE_SOURCE_H
#define RINGSIDE_CAPTURE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "event/event.h"

struct bounds;
struct desc;
struct numset;
struct stack_opts;

enum source_result {
	SOURCE_IDLE,  /* nothing for a moment: flush what you hold. Not an error */
	SOURCE_EVENT, /* *out is set; it is valid until the following call */
	SOURCE_END,   /* there will be no more */
};

struct source {
	const struct source_ops *ops;
	/* Set by the engine, for the command. */
	pid_t child;               /* the program we started, or 0 */
	int child_status;          /* its wait status once child_done */
	bool child_done;
	uint64_t realtime_offset;  /* CLOCK_REALTIME = CLOCK_MONOTONIC + this, ns, as of the start */
};

struct source_ops {
	/* enum source_result, or -errno after a diag_error(). */
	int (*next)(struct source *s, const struct event **out);
	/* Ask for an orderly end: tasks are detached (DETACH events come), then END. May be called from between next()s only. */
	void (*stop)(struct source *s, int signo);
	/* Detaches whatever is still traced and frees. */
	void (*close)(struct source *s);
};

static inline int source_next(struct source *s, const struct event **out)
{
	return s->ops->next(s, out);
}

static inline void source_stop(struct source *s, int signo)
{
	s->ops->stop(s, signo);
}

static inline void source_close(struct source *s)
{
	if (s)
		s->ops->close(s);
}

/* What to copy, the same for every engine. */
struct capture_opts {
	const struct desc *desc;
	uint32_t string_bytes;   /* most bytes of a str or buf to copy (-s, plus one); paths come whole */
	bool fds;                /* BLOB_FD for descriptors in arguments, structs and results */
	bool sockets;            /* BLOB_SOCKET too (-yy) */
	bool comms;              /* BLOB_COMM for pids (-Y) */
	bool pidns;              /* BLOB_PIDNS for pids of tasks in other pid namespaces */
	bool namespaces;         /* BLOB_NAMESPACE for what a call entered */
	bool vcpus;              /* BLOB_VCPU at KVM_RUN */
	bool own_comm;           /* BLOB_COMM of the task itself with each call */
	bool cpu_time;           /* event.cpu_ns */
	bool untimed;            /* nobody looks at how long calls take: an end may have the time of its beginning, unless there was an ENTERED */
	bool timeless;           /* nor at when anything happens, but for the order in which several tasks do something; with untimed */
	const struct stack_opts *stacks; /* BLOB_STACK and BLOB_MODULES, of calls, signals and stops (capture/stack.h); NULL: none */
	bool announce;           /* ENTERED events, for sinks that show calls in progress */
	/* Descriptors (a call's first argument) of which everything read, or written, is copied whole. NULL: none. */
	const struct numset *whole_read, *whole_write;
	/* Calls worth an event: wanted[abi][nr / 64] bit nr % 64. NULL: all. A number beyond the table is wanted. */
	const uint64_t (*wanted)[16];
	/*
	 * Asked at a call's entry, about an event as ENTERED: whether it can be left alone. First with its registers only, then, when its
	 * entry memory was copied, with that. NULL: none can.
	 */
	bool (*excludes)(void *ctx, const struct event *e, bool memory);
	/*
	 * Asked once a number: what the end of a call must be like for it to be worth an event. Those that tell of the task itself (execve, prctl) are
	 * in any case. NULL: all are.
	 */
	void (*bounds)(void *ctx, enum abi abi, uint64_t nr, struct bounds *out);
	void *filter_ctx; /* of these two */
	/* Calls that have none of these descriptors are not worth an event. NULL: all are. */
	const struct numset *only_fds;
};

#endif
