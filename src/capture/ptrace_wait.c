/*
 * Waiting for stops. With several tracees, all stops that are there are collected and handled in turn, since the kernel looks
 * at tracees in the same order each time and one that stops all the time would starve the others.
 *
 * A timer interrupts the wait every 10 ms while events come; ticks without one in between are idle moments, and the further apart
 * the more of them there were, up to some seconds.
 */
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

#include "capture/ptrace_priv.h"

enum { TICK_US = 10000, SLOWEST = 3 /* 10 ms << 3 * 3: 5 s */, BATCH = 512 };

static volatile sig_atomic_t ticked;

static void on_tick(int signo)
{
	(void)signo;
	ticked = 1;
}

static struct timeval to_timeval(uint64_t us)
{
	return (struct timeval){.tv_sec = (time_t)(us / 1000000), .tv_usec = (suseconds_t)(us % 1000000)};
}

/* Repeating: a tick that comes just before the wait begins must not be the last. */
static void set_timer(uint64_t us, uint64_t interval_us)
{
	setitimer(ITIMER_REAL, &(struct itimerval){.it_interval = to_timeval(interval_us), .it_value = to_timeval(us)}, NULL);
}

static void start_ticking(struct ptrace_source *s)
{
	struct sigaction sa = {.sa_handler = on_tick};
	sigset_t mask;

	/* No SA_RESTART: the wait is what it is there to interrupt. */
	sigaction(SIGALRM, &sa, NULL);
	sigemptyset(&mask);
	sigaddset(&mask, SIGALRM);
	sigprocmask(SIG_UNBLOCK, &mask, NULL);
	set_timer(TICK_US, TICK_US);
	s->ticking = true;
	s->idle_count = 0;
}

void wait_done(struct ptrace_source *s)
{
	if (s->ticking)
		set_timer(0, 0);
	s->ticking = false;
}

static uint64_t system_ns(const struct rusage *u)
{
	return ((uint64_t)u->ru_stime.tv_sec * 1000000 + (uint64_t)u->ru_stime.tv_usec) * 1000;
}

/* 1: *out is set; 0: nothing yet (with WNOHANG); -errno. */
static int wait_one(const struct ptrace_source *s, int flags, struct stop *out)
{
	struct rusage usage;
	bool cpu = s->opts.capture.cpu_time;

	out->tid = wait4(-1, &out->status, __WALL | flags, cpu ? &usage : NULL);
	if (out->tid < 0)
		return -errno;
	out->cpu_ns = cpu && out->tid > 0 ? system_ns(&usage) : 0;
	return out->tid > 0;
}

/* When all have stopped there is nothing to ask for: what else may have come is had by the next wait. */
static void collect(struct ptrace_source *s)
{
	struct stop stop;

	while (s->stops.len < BATCH && s->stops.len + 1 < s->tasks.len && wait_one(s, WNOHANG, &stop) == 1)
		*vec_push(&s->stops) = stop;
}

/*
 * There was a tick: whether nothing has happened for long enough; or only what makes no event, so that the command, which may have
 * been told to end, has not had its turn.
 */
static bool is_idle(struct ptrace_source *s)
{
	bool told = s->delivered;

	ticked = 0;
	s->delivered = false;
	keeper_check(s);
	placement_tick(&s->placement);
	if (s->busy) {
		s->busy = false;
		return !told;
	}
	if (s->idle_count <= SLOWEST) {
		uint64_t us = (uint64_t)TICK_US << (3 * s->idle_count);
		set_timer(us, us);
		s->idle_count++;
	}
	return true;
}

static void note_activity(struct ptrace_source *s)
{
	s->busy = true;
	if (!s->ticking || s->idle_count)
		start_ticking(s);
}

/* Tasks that are late go on in time: the tick comes with the first that is due, unless it comes sooner anyway. */
static void await_late(struct ptrace_source *s)
{
	if (!s->late.len)
		return;
	uint64_t next = tracee_resume_late(s), now = clock_ns();
	uint64_t us = next > now ? (next - now) / 1000 + 1 : 1;
	set_timer(us < TICK_US ? us : TICK_US, TICK_US);
}

enum wait_result tracee_wait(struct ptrace_source *s, struct stop *out)
{
	if (ticked && is_idle(s))
		return WAIT_IDLE;
	if (s->stops_at < s->stops.len) {
		*out = s->stops.at[s->stops_at++];
		return WAIT_STOP;
	}
	s->stops.len = s->stops_at = 0;
	if (!s->ticking)
		start_ticking(s);
	for (;;) {
		await_late(s);
		int r = wait_one(s, 0, out);
		if (r == 1) {
			note_activity(s);
			if (s->tasks.len > 1)
				collect(s);
			return WAIT_STOP;
		}
		if (r != -EINTR)
			return WAIT_NONE;
		if (!ticked || is_idle(s))
			return WAIT_IDLE;
	}
}
