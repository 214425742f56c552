/*
 * The ptrace engine's source: the queue of events, and letting tasks go on once their events are consumed. See ptrace_priv.h
 * for the other parts.
 */
#include "capture/ptrace.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include "base/diag.h"
#include "capture/ptrace_priv.h"
#include "capture/ptrace_regs.h"

enum {
	CLOSE_WAITS = 100, /* idle moments after which close() no longer waits for tasks that don't stop */
	HELD_MANY = 8,     /* tasks that stand still while the rest of a batch of stops is handled */
};

struct tracee *tracee_new(struct ptrace_source *s, pid_t tid, pid_t pid)
{
	struct tracee *t = calloc(1, sizeof(*t));

	if (!t)
		abort();
	t->tid = tid;
	t->pid = pid;
	t->call.abi = (uint8_t)abi_native();
	map_put(&s->tasks, (uint64_t)tid, t);
	return t;
}

void tracee_drop(struct ptrace_source *s, struct tracee *t)
{
	if (map_get(&s->tasks, (uint64_t)t->tid) == t)
		map_remove(&s->tasks, (uint64_t)t->tid);
	if (s->line == t)
		s->line = NULL;
	for (size_t i = 0; i < s->late.len; i++)
		if (s->late.at[i] == t)
			s->late.at[i--] = s->late.at[--s->late.len];
	for (size_t i = 0; i < s->held.len; i++)
		if (s->held.at[i] == t)
			s->held.at[i] = NULL; /* release() may be going through them */
	*vec_push(&s->gone) = t;
}

struct event *event_push(struct ptrace_source *s, const struct tracee *t, enum event_kind kind, uint64_t now_ns)
{
	if (s->line && s->line != t)
		call_announce(s);
	struct event *e = vec_push(&s->queue);
	*e = (struct event){.kind = (uint8_t)kind, .abi = t->call.abi, .pid = t->pid, .tid = t->tid, .enter_ns = now_ns};
	return e;
}

struct event *event_start(struct ptrace_source *s, const struct tracee *t, pid_t parent)
{
	struct event *e = event_push(s, t, EVENT_START, clock_ns());

	e->parent = parent;
	return e;
}

void tracee_stack(struct ptrace_source *s, struct tracee *t, enum phase phase)
{
	struct registers regs;

	if (s->stacks && !t->launching && stack_registers(t->tid, &regs))
		stack_copy(s->stacks, &t->stack, t->pid, t->tid, &regs, &t->copy, phase);
}

static void tracee_free(struct ptrace_source *s, struct tracee *t)
{
	if (s->stacks)
		stack_task_done(s->stacks, &t->stack);
	copy_done(&t->copy);
	free(t);
}

/* Errors mean that the task was killed while it stood still: its end will be reported like any other. */
static void tracee_resume(const struct ptrace_source *s, struct tracee *t)
{
	long request = s->filtered && !t->called && !t->strict && !t->own_filter ? PTRACE_CONT : PTRACE_SYSCALL;
	long signo = t->inject;

	if (t->resume == RESUME_LISTEN)
		ptrace(PTRACE_LISTEN, t->tid, 0, 0);
	else
		ptrace((enum __ptrace_request)request, t->tid, 0, signo);
	t->resume = RESUME_RUN;
	t->inject = 0;
}

static void resume_in_time(struct ptrace_source *s, struct tracee *t)
{
	if (t->resume_ns)
		*vec_push(&s->late) = t;
	else
		tracee_resume(s, t);
}

uint64_t tracee_resume_late(struct ptrace_source *s)
{
	uint64_t now = s->late.len ? clock_ns() : 0, next = UINT64_MAX;
	size_t kept = 0;

	for (size_t i = 0; i < s->late.len; i++) {
		struct tracee *t = s->late.at[i];
		if (t->resume_ns > now) {
			next = t->resume_ns < next ? t->resume_ns : next;
			s->late.at[kept++] = t;
		} else {
			t->resume_ns = 0;
			tracee_resume(s, t);
		}
	}
	s->late.len = kept;
	return next;
}

static void tracee_detach(struct ptrace_source *s, struct tracee *t)
{
	tamper_undo(t);
	if (t->strict)
		kill(t->pid, SIGKILL);
	long signo = t->inject;

	/* Signalled first, so that it ends in its next step rather than running on. */
	if (t->tid == s->base.child && s->stop_signo)
		kill(t->tid, s->stop_signo);
	if (s->front)
		keeper_let_go(t);
	else if (ptrace(PTRACE_DETACH, t->tid, 0, signo))
		return; /* killed meanwhile: its end is still to come */
	if (s->line == t)
		call_announce(s);
	call_abandon(s, t, OUTCOME_DETACHED);
	event_push(s, t, EVENT_DETACH, clock_ns());
	tracee_drop(s, t);
}

/* What was returned has been consumed: tasks that wait for that go on. Detaching makes new events. */
static void release(struct ptrace_source *s)
{
	s->queue.len = s->queue_at = 0;
	for (size_t i = 0; i < s->gone.len; i++)
		tracee_free(s, s->gone.at[i]);
	s->gone.len = 0;
	for (size_t i = 0; i < s->held.len; i++) {
		struct tracee *t = s->held.at[i];
		if (t && (s->stopping || t->leaving))
			tracee_detach(s, t);
		else if (t)
			resume_in_time(s, t);
	}
	s->held.len = 0;
}

static bool deliver(struct ptrace_source *s, const struct event **out)
{
	if (s->queue_at == s->queue.len)
		return false;
	*out = &s->queue.at[s->queue_at++];
	s->delivered = true;
	return true;
}

/* Attaches to the next of the processes wanted; false when all have had their turn. */
static bool attach_next(struct ptrace_source *s)
{
	if (s->attached >= s->opts.npids || s->stopping)
		return false;
	tracee_attach(s, s->opts.pids[s->attached++]);
	return true;
}

static int ptrace_next(struct source *base, const struct event **out)
{
	struct ptrace_source *s = (struct ptrace_source *)base;
	struct stop stop;

	for (;;) {
		if (deliver(s, out))
			return SOURCE_EVENT;
		if (s->idle_due) {
			s->idle_due = false;
			return SOURCE_IDLE;
		}
		if (s->killing)
			return SOURCE_END;
		/* Several go on at once: the first wakes a CPU that slept, and the others find it awake. */
		if (s->stops_at == s->stops.len || s->held.len >= HELD_MANY)
			release(s);
		if (s->nearly)
			tracee_adopt_overdue(s);
		if (s->queue_at < s->queue.len || attach_next(s))
			continue;
		if (!s->tasks.len)
			return SOURCE_END;
		switch (tracee_wait(s, &stop)) {
		case WAIT_STOP:
			tracee_stopped(s, &stop);
			break;
		case WAIT_IDLE:
			call_announce(s);
			s->idle_due = true;
			break;
		case WAIT_NONE:
			return SOURCE_END;
		}
	}
}

static bool is_held(const struct ptrace_source *s, const struct tracee *t)
{
	for (size_t i = 0; i < s->held.len; i++)
		if (s->held.at[i] == t)
			return true;
	return false;
}

static void ptrace_stop_source(struct source *base, int signo)
{
	struct ptrace_source *s = (struct ptrace_source *)base;

	if (s->stopping)
		return;
	s->stopping = true;
	s->stop_signo = signo;
	/* As strace does with --kill-on-exit, which --seccomp-bpf implies: no farewell, what is traced ends. */
	s->killing = s->options & PTRACE_O_EXITKILL && !s->front;
	if (s->killing)
		return;
	for (size_t i = 0; i < s->late.len; i++)
		*vec_push(&s->held) = s->late.at[i];
	s->late.len = 0;
	map_for_each(&s->tasks, slot) {
		struct tracee *t = slot->value;
		/* One that came early is let go when its parent, which stops to tell of it, has done so. */
		if (!t->early && !is_held(s, t))
			ptrace(PTRACE_INTERRUPT, t->tid, 0, 0);
	}
}

/* Lets go of what is still traced. A task that does not stop within a second is left to the kernel, which detaches at our end. */
static void detach_rest(struct ptrace_source *s)
{
	struct stop stop;
	unsigned waits = 0;
	bool stopped = false;

	ptrace_stop_source(&s->base, 0);
	release(s);
	while (s->tasks.len && waits < CLOSE_WAITS) {
		if (s->nearly)
			tracee_adopt_overdue(s);
		enum wait_result r = tracee_wait(s, &stop);
		if (r == WAIT_NONE)
			break;
		if (r == WAIT_STOP)
			tracee_stopped(s, &stop);
		else if (!stopped)
			waits += 1u << (3 * (s->idle_count < 2 ? s->idle_count : 2));
		stopped = r == WAIT_STOP;
		release(s);
	}
}

static void kill_rest(const struct ptrace_source *s)
{
	map_for_each(&s->tasks, slot)
		kill(((struct tracee *)slot->value)->pid, SIGKILL);
}

static void ptrace_close(struct source *base)
{
	struct ptrace_source *s = (struct ptrace_source *)base;

	if (s->options & PTRACE_O_EXITKILL && !s->front)
		kill_rest(s);
	else if (!keeper_close(s))
		detach_rest(s);
	wait_done(s);
	placement_done(&s->placement);
	for (size_t i = 0; i < s->gone.len; i++)
		tracee_free(s, s->gone.at[i]);
	map_for_each(&s->tasks, slot)
		tracee_free(s, slot->value);
	stacks_free(s->stacks);
	map_done(&s->tasks);
	vec_done(&s->queue);
	vec_done(&s->held);
	vec_done(&s->gone);
	vec_done(&s->late);
	vec_done(&s->stops);
	free(s);
}

static const struct source_ops ops = {.next = ptrace_next, .stop = ptrace_stop_source, .close = ptrace_close};

/* Starts the program and attaches up to the first process that lets us; the others get their turn in next(). */
static int begin(struct ptrace_source *s)
{
	int err = s->opts.argv ? tracee_launch(s) : -ESRCH;

	if (s->opts.argv && err)
		return err;
	while (err && s->attached < s->opts.npids)
		err = tracee_attach(s, s->opts.pids[s->attached++]);
	return err;
}

int ptrace_source_open(const struct ptrace_opts *opts, struct source **out)
{
	struct ptrace_source *s = calloc(1, sizeof(*s));

	if (!s)
		return -ENOMEM;
	if (opts->tamperer.decide && !regs_known()) {
		diag_error("calls cannot be tampered with on this machine's architecture yet");
		free(s);
		return -ENOTSUP;
	}
	s->base.ops = &ops;
	s->opts = *opts;
	s->base.realtime_offset = clock_realtime_offset_ns();
	if (opts->capture.stacks)
		s->stacks = stacks_new(opts->capture.stacks, opts->capture.desc);
	s->options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC;
	if (opts->follow)
		s->options |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE;
	if (opts->kill_on_exit)
		s->options |= PTRACE_O_EXITKILL;
	int err = begin(s);
	placement_init(&s->placement); /* after the program started, so that it inherits none of it */
	if (err) {
		ptrace_close(&s->base);
		return err;
	}
	*out = &s->base;
	return 0;
}
