/*
 * Starting a program: a child that waits until it is traced, then becomes the program. Everything that may fail or allocate
 * happens before the fork, except what the child's new identity is needed for.
 */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/diag.h"
#include "capture/ptrace_priv.h"
#include "filter/prefilter.h"

struct launch {
	char path[PATH_MAX];
	char **argv;
	char **env;
	const struct ptrace_user *user;
	struct sock_filter *filter;
	int filter_len;         /* 0: none */
	bool no_new_privs;
	bool sigchld_ignored;   /* by whoever started us; we cannot wait then, but the program is to have it so */
	int go[2];              /* a byte comes when the child is traced; the end of file when it never will be */
};

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

/* Whether the kernel takes the filter, tried out in a child: a policy that we run under may forbid it. */
static bool filter_works(const struct launch *l)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(prefilter_install(l->filter, (unsigned)l->filter_len, l->no_new_privs) != 0);
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

/* The kernel's filter sees the number in the register: who wants a call within another must get that one. */
static void want_outer(enum abi abi, const uint64_t wanted[16], uint64_t out[16])
{
	memcpy(out, wanted, 16 * sizeof(*out));
	for (uint64_t nr = ABI_INNER; nr < ABI_INNER_END; nr++) {
		uint64_t outer = abi_register_number(abi, nr);
		if (wanted[nr / 64] >> (nr % 64) & 1)
			out[outer / 64] |= 1ULL << (outer % 64);
	}
}

/* The wanted calls of every ABI that can run here, their bits in `bits`; how many there are. */
static unsigned wanted_abis(const struct capture_opts *o, uint64_t bits[ABI_COUNT][16], struct prefilter_abi abis[ABI_COUNT])
{
	/* x32 shares its architecture with x86_64, and its numbers lie above: so in this order. */
	static const enum abi order[] = {ABI_X86_64, ABI_X32, ABI_I386, ABI_AARCH64, ABI_RISCV64};
	unsigned n = 0;

	for (unsigned i = 0; i < ABI_COUNT; i++) {
		enum abi abi = order[i];
		if (!arch_runs(abi))
			continue;
		want_outer(abi, o->wanted[abi], bits[abi]);
		abis[n++] = (struct prefilter_abi){arch_audit(abi), abi == ABI_X32 ? ARCH_X32_BIT : 0, bits[abi]};
	}
	return n;
}

/*
 * A filter is in effect in all tasks that descend from the one that installs it, traced or not, and for good: calls that it
 * hands to a tracer fail with ENOSYS when there is none. So it takes following and no attached tasks; and the tracees end
 * with the tracer, but with --seccomp-bpf only it is the user who sees that.
 */
static void plan_filter(struct ptrace_source *s, struct launch *l)
{
	const struct ptrace_opts *o = &s->opts;
	struct prefilter_abi abis[ABI_COUNT];
	uint64_t bits[ABI_COUNT][16];

	if (!o->capture.wanted || !o->follow || o->npids || o->prefilter == PREFILTER_OFF)
		return;
	bool permitted = prefilter_permitted();
	unsigned nabis = wanted_abis(&o->capture, bits, abis);
	if (o->prefilter == PREFILTER_AUTO && !(permitted && prefilter_worthwhile(&abis[0])))
		return;
	int n = prefilter_build(abis, nabis, &l->filter);
	l->filter_len = n > 0 ? n : 0;
	l->no_new_privs = !permitted;
	if (n > 0 && filter_works(l) && (o->prefilter == PREFILTER_ON || keeper_split(s) == 0))
		return;
	l->filter_len = 0;
	if (o->prefilter == PREFILTER_ON)
		diag_warn("%s; every call stops", n < 0 ? "the set of calls is too complex for a seccomp filter"
		                                        : "the kernel does not take a seccomp filter");
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

static _Noreturn void run_child(struct launch *l)
{
	char go;

	close(l->go[1]);
	if (l->sigchld_ignored)
		signal(SIGCHLD, SIG_IGN);
	if (l->user && !become_user(l->user))
		_exit(1);
	if (read(l->go[0], &go, 1) != 1)
		_exit(1);
	if (l->filter_len && prefilter_install(l->filter, (unsigned)l->filter_len, l->no_new_privs)) {
		diag_error("cannot install the seccomp filter: %s", strerror(errno));
		_exit(1);
	}
	execve(l->path, l->argv, l->env);
	diag_error("exec: %s", strerror(errno));
	_exit(1);
}

/* Traced from here on, and stopped; nothing of it has been seen yet. */
static int seize_child(struct ptrace_source *s, pid_t child)
{
	int status;

	if (ptrace(PTRACE_SEIZE, child, 0, s->options) || ptrace(PTRACE_INTERRUPT, child, 0, 0)) {
		int err = -errno;
		diag_error("cannot trace the program: ptrace(PTRACE_SEIZE, %d): %s", child, strerror(-err));
		return err;
	}
	while (waitpid(child, &status, __WALL) < 0)
		if (errno != EINTR)
			return -errno;
	if (!WIFSTOPPED(status)) {
		/* It could not become the user, and said so. */
		return -ECHILD;
	}
	return 0;
}

static int start(struct ptrace_source *s, struct launch *l)
{
	if (pipe2(l->go, O_CLOEXEC)) {
		diag_error("pipe: %s", strerror(errno));
		return -errno;
	}
	pid_t child = fork();
	if (child == 0)
		run_child(l);
	int err = child < 0 ? -errno : 0;
	close(l->go[0]);
	if (err)
		diag_error("fork: %s", strerror(-err));
	else
		err = seize_child(s, child);
	if (!err && write(l->go[1], "", 1) != 1)
		err = -errno;
	close(l->go[1]);
	if (err)
		return err;
	struct tracee *t = tracee_new(s, child, child);
	t->launching = true;
	s->base.child = child;
	event_start(s, t, getpid());
	*vec_push(&s->held) = t;
	return 0;
}

int tracee_launch(struct ptrace_source *s)
{
	struct launch l = {.user = s->opts.user};
	int err = find_executable(s->opts.argv[0], l.path);

	l.sigchld_ignored = signal(SIGCHLD, SIG_DFL) == SIG_IGN;
	if (err)
		return err;
	plan_filter(s, &l);
	s->filtered = l.filter_len > 0;
	if (s->filtered)
		s->options |= PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;
	l.argv = make_argv(&s->opts);
	l.env = make_env(&s->opts);
	err = start(s, &l);
	free(l.argv);
	free(l.env);
	free(l.filter);
	return err;
}
