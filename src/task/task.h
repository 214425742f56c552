/*
 * Who is who over time: what is known of each traced task, fed by events in order.
 */
#ifndef RINGSIDE_TASK_TASK_H
#define RINGSIDE_TASK_TASK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/map.h"
#include "event/event.h"

enum { TASK_NO_CALL = -1 };

struct task {
	pid_t tid, pid;
	bool alive;
	char comm[16];
	uint64_t last_ns;    /* time of its previous event */
	uint8_t abi;         /* of its last call; that of its origin before */
	bool abi_changed;    /* it is another than when `abi_told` was set */
	uint8_t abi_told;    /* for who tells of changes: the last one told of */
	int64_t nr;          /* of its last call, or TASK_NO_CALL */
	int64_t interrupted; /* of the last call that restart_syscall(2) would go on with, or TASK_NO_CALL */
	/* For the command: whether the call in progress passed its filters when it was announced. */
	bool shown;
};

struct tasks {
	struct map by_tid;
	unsigned alive;      /* tasks being traced now */
	struct task *gone;   /* ended with the last event */
	uint64_t crossed_ns; /* when one became several, or several one, the last time */
};

/* Whether several tasks were traced at a moment not long ago. */
static inline bool tasks_several(const struct tasks *ts, uint64_t at_ns)
{
	return (ts->alive > 1) != (at_ns < ts->crossed_ns);
}

/*
 * Applies the event and returns its task (made when new); NULL for LOST, which is nobody's. Called once an event, before sinks see it;
 * a task that ended stays until the next.
 */
struct task *tasks_apply(struct tasks *ts, const struct event *e);
struct task *tasks_find(const struct tasks *ts, pid_t tid); /* NULL when unknown */
void tasks_done(struct tasks *ts);

#endif
