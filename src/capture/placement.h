/*
 * Where the tracer runs. A tracer and its tracee take turns, so on two CPUs each hand-over wakes an idle CPU, which costs far
 * more than the work done. They should share one; but the tracee's affinity is the tracee's own (it can ask for it and passes it on),
 * so only the tracer may be moved.
 *
 * Pinning the tracer to the tracee's CPU is not enough: when it resumes the tracee, its own CPU is busy (with the tracer),
 * so the scheduler wakes the tracee on the other, idle one. But a CPU that runs only SCHED_IDLE tasks counts as idle for that choice. So
 * while exactly one tracee is running, the tracer is pinned to its CPU and made SCHED_IDLE.
 *
 * Nanoseconds a getppid() under the bare two-stop loop, two CPUs, kernel 6.18, idle machine:
 *
 *   free                          18,000 - 21,000
 *   tracer pinned                 17,700
 *   tracer SCHED_IDLE             18,300
 *   tracer pinned, SCHED_BATCH     7,500 - 30,000, at the scheduler's whim
 *   tracer pinned, SCHED_IDLE      6,100 -  7,000
 *   both pinned to one CPU         6,800 -  8,100
 *   tracer polls with WNOHANG      9,500 - 24,000
 *
 * A tracee that is woken while something else runs on its CPU moves on to another. Asking where it is costs two stops' time, so
 * that is done when the turns have become longer than they were, and else once in a long while.
 *
 * The price: a SCHED_IDLE tracer gets next to nothing on a busy machine. So its run delay (/proc/self/schedstat) is watched, and it
 * goes back to normal for a while, ever longer, when others want the CPU. Going back needs CAP_SYS_NICE or a RLIMIT_NICE of 20 or more;
 * without, it would be for ever, so nothing is done then. Nor is anything with one CPU, or another scheduling policy.
 */
#ifndef RINGSIDE_CAPTURE_PLACEMENT_H
#define RINGSIDE_CAPTURE_PLACEMENT_H

#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct placement {
	bool possible;     /* on this machine, for this user */
	bool active;       /* pinned and SCHED_IDLE */
	cpu_set_t own;     /* the affinity we came with */
	int cpu;           /* pinned to */
	pid_t tid;         /* tracee of the stop before */
	unsigned stops;    /* in this window */
	unsigned switches; /* of them, from another tracee than the one before */
	unsigned window;   /* stops until the next look */
	uint64_t last_ns;  /* time of the stop before */
	uint64_t turn_ns;  /* shortest time between two stops in the current short window */
	uint64_t best_ns;  /* ... in any since we moved */
	int schedstat_fd;
	uint64_t delay_ns, slices; /* as of the look before */
	uint64_t backoff_ns, not_before_ns; /* the machine was busy: how long to stay away, and until when */
};

void placement_init(struct placement *p);
/* A tracee stopped, at that time (CLOCK_MONOTONIC). Called for every stop: cheap but for one in many. */
void placement_stop(struct placement *p, pid_t tid, uint64_t now_ns);
/* Some 10 ms have passed. */
void placement_tick(struct placement *p);
/* Everything as it was. */
void placement_done(struct placement *p);

#endif
