/*
 * What a stop means. Every stop ends with the task held, until the events it made are consumed; what a task's end means
 * is here too.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include "capture/fdinfo.h"
#include "capture/ptrace_priv.h"
#include "capture/status.h"

#define OVERDUE_NS 50000000ull

static void hold(struct ptrace_source *s, struct tracee *t)
{
	*vec_push(&s->held) = t;
}

pid_t tracee_group(pid_t tid)
{
	long group = status_number(tid, "Tgid:");

	return group < 0 ? tid : (pid_t)group;
}

static bool was_stranger(struct ptrace_source *s, pid_t tid)
{
	for (size_t i = 0; i < sizeof(s->strangers) / sizeof(*s->strangers); i++) {
		if (s->strangers[i] == tid) {
			s->strangers[i] = 0;
			return true;
		}
	}
	return false;
}

/* A task that stopped before its parent told of it goes on. */
static void adopt(struct ptrace_source *s, struct tracee *t, pid_t parent)
{
	struct stop stop = {.tid = t->tid, .status = t->early_status};

	t->early = false;
	s->nearly--;
	event_start(s, t, parent);
	tracee_stopped(s, &stop);
}

void tracee_adopt_overdue(struct ptrace_source *s)
{
	uint64_t now = clock_ns();
	struct tracee *t;

	do {
		t = NULL;
		map_for_each(&s->tasks, slot) {
			struct tracee *early = slot->value;
			if (early->early && now - early->early_ns > OVERDUE_NS)
				t = early;
		}
		if (t)
			adopt(s, t, 0);
	} while (t);
}

static void child_event(struct ptrace_source *s, const struct tracee *parent)
{
	unsigned long msg = 0;

	if (s->stopping && s->front)
		return; /* kept from the start */
	if (ptrace(PTRACE_GETEVENTMSG, parent->tid, 0, &msg) || was_stranger(s, (pid_t)msg))
		return;
	pid_t tid = (pid_t)msg;
	struct tracee *t = map_get(&s->tasks, msg);
	if (!t) {
		t = tracee_new(s, tid, tracee_group(tid));
		t->own_filter = parent->own_filter;
		event_start(s, t, parent->tid);
	} else if (t->early) {
		t->own_filter = parent->own_filter;
		adopt(s, t, parent->tid);
	}
}

/*
 * An execve succeeded. From a thread that is not the leader, it goes on under the leader's id, and whoever had that is no more
 * (or was never ours: then `leader` is NULL).
 */
static void exec_event(struct ptrace_source *s, pid_t tid, struct tracee *leader)
{
	unsigned long old_tid = 0;

	ptrace(PTRACE_GETEVENTMSG, tid, 0, &old_tid);
	struct tracee *t = (pid_t)old_tid != tid ? map_get(&s->tasks, old_tid) : leader;
	if (!t)
		t = leader ? leader : tracee_new(s, tid, tid);
	t->leaving = s->opts.detach_on_exec && !t->launching;
	t->launching = false;
	t->args_changed = 0; /* another image's registers */
	stack_forget(&t->stack);
	hold(s, t);
	if (t == leader || t->tid == tid)
		return;
	if (leader)
		call_abandon(s, leader, OUTCOME_NONE);
	call_announce(s);
	struct event *e = event_push(s, leader ? leader : t, EVENT_EXEC, clock_ns());
	e->tid = e->pid = tid;
	e->old_tid = (pid_t)old_tid;
	if (leader)
		tracee_drop(s, leader);
	map_remove(&s->tasks, old_tid);
	t->tid = t->pid = t->call.tid = t->call.pid = tid;
	map_put(&s->tasks, (uint64_t)tid, t);
}

/* The siginfo, and who the sender is. */
static void copy_siginfo(struct ptrace_source *s, struct tracee *t, const siginfo_t *info)
{
	copy_bytes(&t->copy, BLOB_SIGINFO, PHASE_ENTRY, 0, info, sizeof(*info));
	if ((info->si_code <= 0 && info->si_code != SI_TIMER) || info->si_signo == SIGCHLD)
		fdinfo_pid(&t->copy, &s->opts.capture, t->tid, PHASE_ENTRY, info->si_pid);
}

static void signal_stop(struct ptrace_source *s, struct tracee *t, int signo)
{
	struct __ptrace_syscall_info info;
	siginfo_t siginfo;

	t->inject = signo;
	hold(s, t);
	if (t->launching)
		return;
	uint64_t now = clock_ns();
	if (!t->called)
		copy_reset(&t->copy);
	if (ptrace(PTRACE_GETSIGINFO, t->tid, 0, &siginfo) == 0) {
		tamper_disguise(t, &siginfo);
		copy_siginfo(s, t, &siginfo);
	}
	tracee_stack(s, t, PHASE_ENTRY);
	struct event *e = event_push(s, t, EVENT_SIGNAL, now);
	e->abi = (uint8_t)abi_native(); /* as PTRACE_GETSIGINFO hands it to us */
	e->signo = signo;
	e->blobs = t->copy.blobs.at;
	e->nblobs = (unsigned)t->copy.blobs.len;
	if (ptrace(PTRACE_GET_SYSCALL_INFO, t->tid, (void *)sizeof(info), &info) > 0) {
		e->ip = info.instruction_pointer;
		e->sp = info.stack_pointer;
	}
}

/* PTRACE_EVENT_STOP: after PTRACE_INTERRUPT, the first stop of a new task, a group-stop, or the end of one. */
static void event_stop(struct ptrace_source *s, struct tracee *t, int signo)
{
	hold(s, t);
	if (signo == SIGTRAP)
		return;
	t->resume = RESUME_LISTEN;
	if (s->stopping)
		return;
	if (!t->called)
		copy_reset(&t->copy);
	tracee_stack(s, t, PHASE_ENTRY);
	struct event *e = event_push(s, t, EVENT_STOP, clock_ns());
	e->signo = signo;
	e->blobs = t->copy.blobs.at;
	e->nblobs = (unsigned)t->copy.blobs.len;
}

static void task_stopped(struct ptrace_source *s, struct tracee *t, const struct stop *stop)
{
	int signo = WSTOPSIG(stop->status);

	switch (stop->status >> 16) {
	case 0:
		if (signo != (SIGTRAP | 0x80)) {
			signal_stop(s, t, signo);
			break;
		}
		/* fall through */
	case PTRACE_EVENT_SECCOMP:
		call_stop(s, t, stop);
		hold(s, t);
		break;
	case PTRACE_EVENT_EXEC:
		exec_event(s, t->tid, t);
		break;
	case PTRACE_EVENT_STOP:
		event_stop(s, t, signo);
		break;
	case PTRACE_EVENT_FORK:
	case PTRACE_EVENT_VFORK:
	case PTRACE_EVENT_CLONE:
		hold(s, t);
		child_event(s, t);
		break;
	default:
		hold(s, t);
	}
}

static void task_ended(struct ptrace_source *s, struct tracee *t, const struct stop *stop)
{
	if (t->early) { /* killed at birth; its parent's word of it makes no new one */
		s->strangers[s->nstrangers++ % 16] = t->tid;
		s->nearly--;
	}
	call_abandon(s, t, OUTCOME_NONE);
	if (!t->early)
		event_push(s, t, EVENT_EXIT, clock_ns())->status = stop->status;
	tracee_drop(s, t);
}

static void stranger(struct ptrace_source *s, const struct stop *stop)
{
	if (!WIFSTOPPED(stop->status)) {
		s->strangers[s->nstrangers++ % 16] = stop->tid;
		return;
	}
	if (s->stopping && s->front) {
		keeper_pass(stop->tid, stop->status);
		return;
	}
	struct tracee *t = tracee_new(s, stop->tid, tracee_group(stop->tid));
	t->early = true;
	t->early_status = stop->status;
	t->early_ns = clock_ns();
	s->nearly++;
}

void tracee_stopped(struct ptrace_source *s, const struct stop *stop)
{
	struct tracee *t = map_get(&s->tasks, (uint64_t)stop->tid);

	if (stop->tid == s->base.child && !WIFSTOPPED(stop->status)) {
		s->base.child_status = stop->status;
		s->base.child_done = true;
	}
	if (!t && stop->status >> 16 == PTRACE_EVENT_EXEC) {
		exec_event(s, stop->tid, NULL);
	} else if (!t) {
		stranger(s, stop);
	} else if (WIFSTOPPED(stop->status)) {
		s->now_ns = clock_ns();
		placement_stop(&s->placement, t->tid, s->now_ns);
		task_stopped(s, t, stop);
	} else {
		task_ended(s, t, stop);
	}
}
