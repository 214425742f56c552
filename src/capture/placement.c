/* Sharing a CPU with a single running tracee: see placement.h. */
#include "capture/placement.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

enum {
	WINDOW_FIRST = 16,    /* stops: soon after a change */
	WINDOW_LONG = 512,    /* in the steady state */
	TURNS = 16,           /* stops, of which the shortest turn counts */
	SWITCHES_MANY = 8,    /* in a window: several tracees run */
	CPU_FIELD = 39,       /* of /proc/PID/stat, proc(5) */
	DELAY_MANY_NS = 30000, /* a time slice waited for longer than a hand-over between CPUs takes */
};

#define BACKOFF_FIRST_NS 1000000000ull
#define BACKOFF_MOST_NS 64000000000ull

static int set_policy(int policy)
{
	/* What we fork meanwhile is not to be SCHED_IDLE. */
	return sched_setscheduler(0, policy == SCHED_IDLE ? policy | SCHED_RESET_ON_FORK : policy, &(struct sched_param){0});
}

/* Whether the way back from SCHED_IDLE is open, tried out in a child. */
static bool may_return(void)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(set_policy(SCHED_IDLE) || set_policy(SCHED_OTHER));
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

void placement_init(struct placement *p)
{
	*p = (struct placement){.schedstat_fd = -1, .window = WINDOW_FIRST, .backoff_ns = BACKOFF_FIRST_NS};
	if (sched_getaffinity(0, sizeof(p->own), &p->own) || CPU_COUNT(&p->own) < 2)
		return;
	if (sched_getscheduler(0) != SCHED_OTHER || !may_return())
		return;
	p->schedstat_fd = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
	p->possible = p->schedstat_fd >= 0;
}

/* The CPU that a task runs on, or ran on last; -1 when it is gone. */
static int cpu_of(pid_t tid)
{
	char path[64], stat[1024];

	snprintf(path, sizeof(path), "/proc/%d/stat", tid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	ssize_t n = read(fd, stat, sizeof(stat) - 1);
	close(fd);
	stat[n > 0 ? n : 0] = '\0';
	const char *at = strrchr(stat, ')'); /* ends field 2, which may hold anything */
	for (int field = 2; at && field < CPU_FIELD; field++)
		at = strchr(at + 1, ' ');
	return at ? (int)strtol(at, NULL, 10) : -1;
}

static void leave(struct placement *p)
{
	if (!p->active)
		return;
	set_policy(SCHED_OTHER);
	sched_setaffinity(0, sizeof(p->own), &p->own);
	p->active = false;
}

/* Run delay a time slice since the look before. A share of it is ours: the tracee's last steps before it sleeps. */
static uint64_t mean_delay(struct placement *p)
{
	char text[128];
	uint64_t delay, slices;
	ssize_t n = pread(p->schedstat_fd, text, sizeof(text) - 1, 0);

	text[n > 0 ? n : 0] = '\0';
	char *end;
	strtoull(text, &end, 10); /* time run */
	delay = strtoull(end, &end, 10);
	slices = strtoull(end, &end, 10);
	uint64_t mean = slices > p->slices ? (delay - p->delay_ns) / (slices - p->slices) : 0;
	p->delay_ns = delay;
	p->slices = slices;
	return mean;
}

static bool is_crowded(struct placement *p)
{
	if (mean_delay(p) < DELAY_MANY_NS)
		return false;
	leave(p);
	p->not_before_ns = clock_ns() + p->backoff_ns;
	if (p->backoff_ns < BACKOFF_MOST_NS)
		p->backoff_ns *= 2;
	return true;
}

static void join(struct placement *p, int cpu)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	if (sched_setaffinity(0, sizeof(one), &one))
		return;
	p->cpu = cpu;
	p->window = WINDOW_FIRST;
	p->best_ns = UINT64_MAX;
	if (p->active)
		return;
	p->active = true;
	mean_delay(p); /* counts from here */
	if (set_policy(SCHED_IDLE))
		leave(p);
}

/* At the end of a window in which one tracee did all, or nearly all: be where it is. */
static void follow(struct placement *p, pid_t tid)
{
	if (p->active ? is_crowded(p) : clock_ns() < p->not_before_ns)
		return;
	int cpu = cpu_of(tid);
	if (cpu < 0 || !CPU_ISSET(cpu, &p->own))
		leave(p);
	else if (!p->active || cpu != p->cpu)
		join(p, cpu);
	else if (p->window < WINDOW_LONG)
		p->window *= 2;
}

/* Whether the hand-overs have become slow, as they are between CPUs. */
static bool turns_slowly(struct placement *p, uint64_t now)
{
	uint64_t turn = now - p->last_ns;

	p->last_ns = now;
	if (turn < p->turn_ns)
		p->turn_ns = turn;
	if (p->stops % TURNS)
		return false;
	turn = p->turn_ns;
	p->turn_ns = UINT64_MAX;
	if (turn < p->best_ns)
		p->best_ns = turn;
	return turn / 3 > p->best_ns / 2;
}

void placement_stop(struct placement *p, pid_t tid, uint64_t now)
{
	if (!p->possible)
		return;
	if (tid != p->tid) {
		p->tid = tid;
		p->switches++;
	}
	p->stops++;
	bool slow = p->active && turns_slowly(p, now);
	if (p->stops < p->window && p->switches < SWITCHES_MANY && !slow)
		return;
	if (p->switches >= SWITCHES_MANY) {
		leave(p);
		p->window = WINDOW_LONG;
	} else {
		follow(p, tid);
	}
	p->stops = p->switches = 0;
}

void placement_tick(struct placement *p)
{
	if (p->active)
		is_crowded(p);
}

void placement_done(struct placement *p)
{
	if (!p->possible)
		return;
	leave(p);
	close(p->schedstat_fd);
	p->possible = false;
}
