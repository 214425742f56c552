/* Programs to be started: see launch.h. Everything that may fail or allocate happens before the fork, except what the new identity is needed for. */
#include "capture/launch.h"

#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "capture/ptrace.h"

static bool is_executable(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_mode & 0111;
}

static bool search_path(const char *name, char out[PATH_MAX])
{
	const char *dirs = getenv("PATH");

	for (const char *dir = dirs; dir; dir = strchr(dir, ':') ? strchr(dir, ':') + 1 : NULL) {
		int len = (int)strcspn(dir, ":");
		int n = len ? snprintf(out, PATH_MAX, "%.*s/%s", len, dir, name) : snprintf(out, PATH_MAX, "%s", name);
		if (n < PATH_MAX && is_executable(out))
			return true;
	}
	return false;
}

static int find_executable(const char *name, char out[PATH_MAX])
{
	struct stat st;

	if (!strchr(name, '/')) {
		if (*name && strlen(name) < PATH_MAX && search_path(name, out))
			return 0;
		diag_error("Cannot find executable '%s'", name);
		return -ENOENT;
	}
	int err = strlen(name) >= PATH_MAX ? -ENAMETOOLONG : stat(name, &st) ? -errno : 0;
	if (err) {
		diag_error("Cannot stat '%s': %s", name, strerror(-err));
		return err;
	}
	strcpy(out, name);
	return 0;
}

static bool same_key(const char *entry, const char *change, size_t key_len)
{
	return strncmp(entry, change, key_len) == 0 && entry[key_len] == '=';
}

static void change_env(char **env, size_t *n, const char *change)
{
	size_t key_len = strcspn(change, "="), kept = 0;
	bool placed = false;

	for (size_t i = 0; i < *n; i++) {
		if (!same_key(env[i], change, key_len))
			env[kept++] = env[i];
		else if (change[key_len] && !placed) {
			env[kept++] = (char *)change;
			placed = true;
		}
	}
	if (change[key_len] && !placed)
		env[kept++] = (char *)change;
	*n = kept;
}

/* Our environment with the changes made, in their order. */
static char **make_env(const struct ptrace_opts *o)
{
	size_t n = 0;

	while (environ[n])
		n++;
	char **env = calloc(n + o->nenv + 1, sizeof(*env));
	if (!env)
		abort();
	memcpy(env, environ, n * sizeof(*env));
	for (unsigned i = 0; i < o->nenv; i++)
		change_env(env, &n, o->env[i]);
	env[n] = NULL;
	return env;
}

static char **make_argv(const struct ptrace_opts *o)
{
	size_t n = 0;

	while (o->argv[n])
		n++;
	char **argv = calloc(n + 1, sizeof(*argv));
	if (!argv)
		abort();
	memcpy(argv, o->argv, n * sizeof(*argv));
	if (o->argv0)
		argv[0] = (char *)o->argv0;
	return argv;
}

static bool become_user(const struct ptrace_user *u)
{
	if (u->name ? initgroups(u->name, u->gid) : setgroups(0, NULL))
		diag_error("%s: %s", u->name ? "initgroups" : "setgroups", strerror(errno));
	else if (setresgid(u->gid, u->gid, u->gid))
		diag_error("setresgid: %s", strerror(errno));
	else if (setresuid(u->uid, u->uid, u->uid))
		diag_error("setresuid: %s", strerror(errno));
	else
		return true;
	return false;
}

int launch_prepare(struct launch *l, const struct ptrace_opts *o)
{
	int err = find_executable(o->argv[0], l->path);

	l->sigchld_ignored = signal(SIGCHLD, SIG_DFL) == SIG_IGN;
	if (err)
		return err;
	l->user = o->user;
	l->mask = o->mask;
	l->argv = make_argv(o);
	l->env = make_env(o);
	return 0;
}

/*
 * The C library has two signals for itself, takes one of them as the first thread is made, and leaves both out of masks. The program is to have them as we
 * were given them, so this asks the kernel.
 */
enum { SIGSETXID = 33 };

struct kernel_sigaction { /* asm-generic/signal.h */
	__sighandler_t handler;
	unsigned long flags;
	void *restorer;
	uint64_t mask;
};

static struct kernel_sigaction setxid_given;

__attribute__((constructor)) static void look_at_setxid(void)
{
	syscall(SYS_rt_sigaction, SIGSETXID, NULL, &setxid_given, sizeof(setxid_given.mask));
}

static void give_signals(const struct launch *l)
{
	if (l->sigchld_ignored)
		signal(SIGCHLD, SIG_IGN);
	syscall(SYS_rt_sigaction, SIGSETXID, &setxid_given, NULL, sizeof(setxid_given.mask));
	if (l->mask)
		syscall(SYS_rt_sigprocmask, SIG_SETMASK, l->mask, NULL, sizeof(setxid_given.mask));
}

static _Noreturn void run_child(struct launch *l)
{
	char go;

	if (l->go[1] >= 0)
		close(l->go[1]);
	give_signals(l);
	if (l->user && !l->before_user && !become_user(l->user))
		_exit(1);
	if (read(l->go[0], &go, 1) != 1)
		_exit(1);
	if (l->before && l->before(l->ctx))
		_exit(1);
	if (l->user && l->before_user && !become_user(l->user))
		_exit(1);
	execve(l->path, l->argv, l->env);
	diag_error("exec: %s", strerror(errno));
	_exit(1);
}

/* A socket: writing to one that nobody reads any more need not kill us. */
static int open_go(struct launch *l)
{
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, l->go) == 0)
		return 0;
	diag_error("socketpair: %s", strerror(errno));
	return -errno;
}

/* The tracer's parent, which is not needed for long: nobody is to wait for the tracer. */
static void fork_watcher(struct launch *l)
{
	pid_t watcher = fork();

	if (watcher == 0)
		return;
	if (watcher < 0)
		diag_error("fork: %s", strerror(errno));
	else if (send(l->go[1], &watcher, sizeof(watcher), MSG_NOSIGNAL) < 0)
		diag_error("send: %s", strerror(errno));
	_exit(watcher < 0);
}

/* Where Yama restricts tracing, a descendant may only with our consent; the tracer waits for that. */
static _Noreturn void become_watched(struct launch *l, pid_t between)
{
	pid_t watcher;
	int status;

	close(l->go[1]);
	l->go[1] = -1;
	while (waitpid(between, &status, 0) < 0 && errno == EINTR)
		;
	if (read(l->go[0], &watcher, sizeof(watcher)) != sizeof(watcher))
		_exit(1);
	prctl(PR_SET_PTRACER, watcher, 0, 0, 0);
	if (send(l->go[0], "", 1, MSG_NOSIGNAL) != 1)
		_exit(1);
	run_child(l);
}

pid_t launch_behind(struct launch *l, enum daemonize how)
{
	pid_t program = getpid();
	char consent;
	int err = open_go(l);

	if (err)
		return err;
	pid_t between = fork();
	if (between < 0) {
		diag_error("fork: %s", strerror(errno));
		return -EAGAIN;
	}
	if (between > 0)
		become_watched(l, between);
	fork_watcher(l);
	close(l->go[0]);
	if (how == DAEMONIZE_GROUP)
		setpgid(0, 0);
	else if (how == DAEMONIZE_SESSION)
		setsid();
	return read(l->go[1], &consent, 1) == 1 ? program : -ESRCH;
}

pid_t launch_fork(struct launch *l)
{
	int open_err = open_go(l);

	if (open_err)
		return open_err;
	pid_t child = fork();
	if (child == 0)
		run_child(l);
	int err = -errno;
	close(l->go[0]);
	if (child > 0)
		return child;
	diag_error("fork: %s", strerror(-err));
	close(l->go[1]);
	return err;
}

int launch_end(struct launch *l, bool go)
{
	int err = go && send(l->go[1], "", 1, MSG_NOSIGNAL) != 1 ? -errno : 0;

	close(l->go[1]);
	return err;
}

void launch_done(struct launch *l)
{
	free(l->argv);
	free(l->env);
}
