/*
 * What the files of the ptrace engine share. ptrace.c hands events out and lets stopped tasks go on; ptrace_wait.c waits;
 * ptrace_stop.c says what a stop means; ptrace_call.c keeps the call in progress; ptrace_launch.c and ptrace_attach.c begin;
 * ptrace_keeper.c stays behind with tasks that cannot do without a tracer; ptrace_tamper.c changes calls, by ptrace_regs.h;
 * ptrace_sandbox.c is for tasks that restrict themselves.
 */
#ifndef RINGSIDE_CAPTURE_PTRACE_PRIV_H
#define RINGSIDE_CAPTURE_PTRACE_PRIV_H

#include <linux/ptrace.h>
#include <signal.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/vec.h"
#include "capture/copy.h"
#include "capture/placement.h"
#include "capture/ptrace.h"
#include "capture/stack.h"

struct __ptrace_syscall_info; /* sys/ptrace.h, which does not go with linux/ptrace.h everywhere */

/* How a stopped task goes on. */
enum resume {
	RESUME_RUN,    /* to its next stop, which depends on whether a filter picks its calls */
	RESUME_LISTEN, /* it stays in its group-stop until SIGCONT */
};

/* What a call does to what the task may call from there on. */
enum sandbox_asked { SANDBOX_NOTHING, SANDBOX_STRICT, SANDBOX_FILTER, SANDBOX_FILTER_ALL /* its threads, too */, SANDBOX_QUERY };

struct tracee {
	pid_t tid, pid;
	bool launching;   /* our child, before its execve and after one that failed: nothing to be seen */
	bool leaving;     /* let go, once its events are consumed */
	bool early;       /* it stopped before its parent told of it */
	bool called;      /* in a call, seen at entry */
	bool shown;       /* ... that makes an event */
	bool announced;   /* ... whose ENTERED went out */
	bool stackless;   /* ... at whose entry there was no stack to be seen */
	uint8_t resume;   /* enum resume */
	int inject;       /* signal to deliver on resuming */
	int early_status;
	uint64_t early_ns;
	uint64_t cpu_ns;  /* system time of its process, as of entry */
	struct event call; /* entry facts */
	uint64_t result_at; /* see arch_unpack() */
	struct copy copy;
	struct stack_task stack;

	uint8_t asked;        /* enum sandbox_asked: by the call in progress */
	bool strict;          /* in strict mode, which we keep */
	bool own_filter;      /* one that might refuse what ours is to see */

	bool tampered;        /* the call in progress is: */
	struct tamper tamper; /* so */
	bool not_made;        /* its number in the register is another */
	uint8_t args_changed; /* bit n: so is the register of argument n */
	uint64_t own_nr, own_args[6]; /* what they were */
	int signal_sent;      /* signal of ours that is on its way to it */
	uint64_t resume_ns;   /* it goes on no sooner; 0: at once */
};

struct stop {
	pid_t tid;
	int status;
	uint64_t cpu_ns;
};

struct ptrace_source {
	struct source base;
	struct ptrace_opts opts;
	long options;             /* PTRACE_O_* */
	bool filtered;            /* a seccomp filter picks the calls of all tracees */
	struct map tasks;         /* tid → struct tracee */
	unsigned attached;        /* pids of opts that have had their turn */

	VEC(struct event) queue;  /* events not yet returned */
	size_t queue_at;
	VEC(struct tracee *) held; /* stopped: to go on when the queue has been consumed. NULL: one that is no more */
	VEC(struct tracee *) gone; /* to be freed then */
	VEC(struct tracee *) late; /* stopped: to go on when their time has come */
	struct tracee *line;      /* in a call that is shown and not announced: only the one that entered last */

	VEC(struct stop) stops;   /* collected, to be handled */
	size_t stops_at;
	pid_t strangers[16];      /* tids that ended without our knowing them, lately */
	unsigned nstrangers;
	unsigned nearly;          /* tasks that are early */

	pid_t front;              /* with a filter nobody asked for: our parent, see ptrace_keeper.c. Or 0 */
	int heir_fd;
	uint64_t now_ns;          /* when the stop being handled was seen */
	bool stopping;
	bool killing;             /* what is left is to end with us */
	int stop_signo;
	unsigned idle_count;      /* ticks since something happened */
	bool idle_due;            /* an idle moment is to be told, after the ENTERED that it brought */
	bool delivered;           /* an event was returned since the last tick */
	bool busy;                /* something happened since the last tick */
	bool ticking;
	struct placement placement;
	struct stacks *stacks;    /* NULL: not wanted */
};

/* ptrace.c */
struct tracee *tracee_new(struct ptrace_source *s, pid_t tid, pid_t pid);
void tracee_drop(struct ptrace_source *s, struct tracee *t); /* out of the map; freed once its events are consumed */
struct event *event_push(struct ptrace_source *s, const struct tracee *t, enum event_kind kind, uint64_t now_ns);
struct event *event_start(struct ptrace_source *s, const struct tracee *t, pid_t parent);

/* When the next of the tasks that are late is due; UINT64_MAX: there are none. Those whose time has come go on. */
uint64_t tracee_resume_late(struct ptrace_source *s);
void tracee_stack(struct ptrace_source *s, struct tracee *t, enum phase phase); /* where it is, as blobs, when that is wanted */

/* ptrace_wait.c */
enum wait_result { WAIT_STOP, WAIT_IDLE, WAIT_NONE /* no children are left */ };
enum wait_result tracee_wait(struct ptrace_source *s, struct stop *out);
void wait_done(struct ptrace_source *s);

/* ptrace_stop.c: queues the events of a stop or an end, and holds the task when it stopped. */
void tracee_stopped(struct ptrace_source *s, const struct stop *stop);
/* Tasks that came early and whose parents, killed perhaps, have not told of them in time, go on. */
void tracee_adopt_overdue(struct ptrace_source *s);

/* ptrace_call.c */
void call_stop(struct ptrace_source *s, struct tracee *t, const struct stop *stop);
void call_abandon(struct ptrace_source *s, struct tracee *t, enum outcome outcome); /* CALL of one in progress, if shown */
void call_announce(struct ptrace_source *s); /* ENTERED for s->line, if any */
void call_copy_entry(struct ptrace_source *s, struct tracee *t); /* the memory that its arguments point to, anew */

/* ptrace_tamper.c */
void tamper_entry(struct ptrace_source *s, struct tracee *t, bool seccomp); /* at a call's entry, its memory copied: as the command wants it */
void tamper_return(struct tracee *t, struct __ptrace_syscall_info *info);   /* at its exit, before anything is read */
void tamper_exit(struct ptrace_source *s, struct tracee *t);                /* ... before its memory is copied */
void tamper_undo(struct tracee *t);                                         /* it is to be let go where it stands */
bool tamper_disguise(struct tracee *t, siginfo_t *info);                    /* a signal of ours becomes as from the kernel */

/* ptrace_sandbox.c: of the calls of tasks with our filter. At entry, made or not; at exit, before anything is read. */
void sandbox_entry(const struct ptrace_source *s, struct tracee *t);
void sandbox_return(struct ptrace_source *s, struct tracee *t, struct __ptrace_syscall_info *info);

/* ptrace_keeper.c */
int keeper_split(struct ptrace_source *s);                /* from here on a child is the tracer. 0 or -errno */
void keeper_check(struct ptrace_source *s);               /* when the front is gone, does not return */
void keeper_let_go(const struct tracee *t);               /* a task that is held goes on, its calls unobserved */
void keeper_pass(pid_t tid, int status);                  /* one that just stopped does */
bool keeper_close(struct ptrace_source *s);               /* whether tracees are the keeper's; returns in the heir then */

/* ptrace_launch.c, ptrace_attach.c: 0 or -errno after a diag_error(). */
int tracee_launch(struct ptrace_source *s);
int tracee_attach(struct ptrace_source *s, pid_t pid);
pid_t tracee_group(pid_t tid); /* thread group of a task, or tid when it is gone */

#endif
