/*
 * Starting a program: a child that waits until it is watched, then becomes the program.
 */
#ifndef RINGSIDE_CAPTURE_LAUNCH_H
#define RINGSIDE_CAPTURE_LAUNCH_H

#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>

struct ptrace_opts;
struct ptrace_user;

/* Where the tracer stands: -D, -DD, -DDD. */
enum daemonize { DAEMONIZE_NOT, DAEMONIZE_GRANDCHILD, DAEMONIZE_GROUP, DAEMONIZE_SESSION };

struct launch {
	char path[PATH_MAX];
	char **argv, **env;
	const struct ptrace_user *user;
	const sigset_t *mask;
	bool sigchld_ignored;   /* by whoever started us; we cannot wait then, but the program is to have it so */
	int go[2];              /* a byte comes when the child is watched; the end of file when it never will be */
	/* Called in the child just before it becomes the program; not 0: it could not, and has said so. May be NULL. */
	int (*before)(void *ctx);
	bool before_user;       /* ... with our rights: it becomes the user only then */
	void *ctx;
};

/* What argv, argv0, env and user of the options say. *l is zeros. 0, or -errno after a diag_error(). */
int launch_prepare(struct launch *l, const struct ptrace_opts *o);
/* The child, which waits for launch_end(); or -errno after a diag_error(). It may be gone by then: when it cannot become the user, which it says. */
pid_t launch_fork(struct launch *l);
/*
 * The other way round: the calling process waits and becomes the program, and the call returns in a grandchild of it, which is to watch; alone in
 * its process group or session as `how` says. The program's pid, or -errno after a diag_error().
 */
pid_t launch_behind(struct launch *l, enum daemonize how);
/* Lets the child go on, or end. 0 or -errno: it is gone. */
int launch_end(struct launch *l, bool go);
void launch_done(struct launch *l);

#endif
