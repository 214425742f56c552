/*
 * The ptrace engine: strace's semantics for anyone, at two stops a call.
 *
 * Events come in the order in which strace prints. A task stands still from its stop at least until the following next(), so whatever a
 * sink writes for an event comes before the effects of what the task does next. At most one call in progress is unannounced
 * at any time: before an event of another task is returned, and after an idle moment (about 10 ms), its ENTERED event is.
 * A sink may therefore print the start of a call at once when it gets ENTERED, and " <unfinished ...>" only when something
 * else is about to be printed.
 *
 * The first event of a program that we start is START with our own pid as parent; its first call is its execve. Where execve
 * fails, the program that could not be is told about on stderr, and only its EXIT follows. Attached tasks come with parent 0.
 * With `follow`, all threads of a process are attached to: a START each, in a row.
 * A thread that takes over the leader's id by execve: CALL with OUTCOME_NONE for what the leader was in, EXEC, CALL of the execve
 * under the leader's id, announced.
 *
 * next() returns SOURCE_IDLE after about 10 ms without an event, then ever more seldom (to tell the command of signals it
 * may have missed), and when a signal interrupts it. The engine uses SIGALRM and the real interval timer while it runs: writes of
 * the command's must take EINTR. Other children of the process that end while next() waits are reaped and forgotten.
 */
#ifndef RINGSIDE_CAPTURE_PTRACE_H
#define RINGSIDE_CAPTURE_PTRACE_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

#include "capture/launch.h"
#include "capture/source.h"
#include "event/tamper.h"

enum ptrace_prefilter {
	PREFILTER_AUTO, /* when it changes nothing that the program could see, and is worth it */
	PREFILTER_ON,   /* --seccomp-bpf: with no_new_privs where needed. A warning and none when that fails */
	PREFILTER_OFF,
};

struct ptrace_user {
	uid_t uid;
	gid_t gid;
	const char *name; /* for its supplementary groups; NULL: none */
};

struct ptrace_opts {
	struct capture_opts capture;
	char *const *argv;             /* program to start, NULL-terminated; NULL: none */
	const char *argv0;             /* what it sees as argv[0], or NULL for argv[0] */
	const char *const *env;        /* changes to its environment: "K=V" sets, "K" removes */
	unsigned nenv;
	const sigset_t *mask;          /* signals that it has blocked; NULL: as ourselves */
	const struct ptrace_user *user; /* run it as; NULL: as ourselves */
	const pid_t *pids;             /* to attach to */
	unsigned npids;
	bool follow;                   /* new processes and threads too (-f) */
	bool kill_on_exit;             /* PTRACE_O_EXITKILL */
	bool detach_on_exec;           /* from who executes another program; the one that we start apart */
	enum daemonize daemonize;      /* the calling process becomes the program, and the source is opened in a grandchild of it */
	enum ptrace_prefilter prefilter;
	struct tamperer tamperer;      /* decide is NULL: calls are left as they are */
};

/*
 * Starts and attaches. The program inherits signal dispositions, mask and limits as they are at this call: change yours after
 * it. 0, or -errno after a diag_error() when nothing is traced. Of several processes to attach to, those
 * that fail are told about when their turn comes, in next(). What the options point to must live as long as the source.
 */
int ptrace_source_open(const struct ptrace_opts *opts, struct source **out);

#endif
