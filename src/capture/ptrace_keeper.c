/*
 * What makes a seccomp filter safe to use unasked. Tasks keep their filter for good, and calls that it hands to a tracer fail
 * with ENOSYS when there is none. But a tracer may be killed, or told to stop while its tracees go on. So the tracer proper is
 * a child of the process that the user started, which only waits, passes signals on, and ends as the tracer ends:
 *
 *   front   the process that the user knows; killing it, with SIGKILL too, makes the tracer a keeper
 *   tracer  everything else. When the front is gone, or the source is closed while tracees live, it is the keeper: it
 *           closes all files and lets its tracees pass until the last has ended
 *   heir    when the source is closed while tracees live: a copy of the tracer, child of the front, that returns from close and
 *           ends the program as the command wants
 *
 * Killing the keeper itself kills the tracees (PTRACE_O_EXITKILL): better than letting calls fail that nobody expects to.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "capture/ptrace_priv.h"

static const int passed_on[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2};

static volatile pid_t tracer;

static void pass_on(int signo, siginfo_t *info, void *context)
{
	(void)context;
	/* What comes from the terminal has come to the tracer too. */
	if (info->si_code <= 0)
		kill(tracer, signo);
}

/* Ends as the other process did. */
static _Noreturn void end_as(int status)
{
	if (WIFSIGNALED(status)) {
		int signo = WTERMSIG(status);
		sigset_t mask;
		setrlimit(RLIMIT_CORE, &(struct rlimit){0});
		signal(signo, SIG_DFL);
		sigemptyset(&mask);
		sigaddset(&mask, signo);
		sigprocmask(SIG_UNBLOCK, &mask, NULL);
		raise(signo);
	}
	_exit(WEXITSTATUS(status));
}

/* Waits for the tracer or, when there is one, its heir; and for other children (what -o '|command' started) to the end. */
static _Noreturn void be_front(int heir_fd, const sigset_t *mask)
{
	int status, last = 0;
	pid_t pid, heir = 0;

	for (size_t i = 0; i < sizeof(passed_on) / sizeof(*passed_on); i++) {
		struct sigaction old, sa = {.sa_sigaction = pass_on, .sa_flags = SA_SIGINFO | SA_RESTART};
		sigaction(passed_on[i], NULL, &old);
		if (old.sa_handler != SIG_IGN)
			sigaction(passed_on[i], &sa, NULL);
	}
	if (mask)
		sigprocmask(SIG_SETMASK, mask, NULL);
	dup2(heir_fd, 3);
	close_range(4, ~0u, 0); /* a reader of our output waits for its last writer */
	for (bool done = false; !done;) {
		pid = waitpid(-1, &status, 0);
		if (pid < 0 && errno != EINTR)
			_exit(1);
		/* Its pid is there before it can end. */
		if (pid > 0 && !heir && read(3, &heir, sizeof(heir)) != sizeof(heir))
			heir = 0;
		done = pid > 0 && (pid == heir || (pid == tracer && !heir));
		last = status;
	}
	if (!heir)
		while (waitpid(-1, &status, 0) > 0 || errno == EINTR)
			;
	end_as(last);
}

int keeper_split(struct ptrace_source *s)
{
	int heir[2];
	pid_t front = getpid();

	if (pipe2(heir, O_CLOEXEC | O_NONBLOCK))
		return -errno;
	tracer = fork();
	if (tracer < 0) {
		close(heir[0]);
		close(heir[1]);
		return -errno;
	}
	if (tracer > 0)
		be_front(heir[0], s->opts.mask);
	close(heir[0]);
	s->heir_fd = heir[1];
	s->front = front;
	/* The same signal as the ticks': a wait ends, and keeper_check() comes. */
	prctl(PR_SET_PDEATHSIG, SIGALRM, 0, 0, 0);
	if (getppid() != front)
		_exit(1);
	return 0;
}

void keeper_pass(pid_t tid, int status)
{
	int signo = WSTOPSIG(status), event = status >> 16;
	bool call = signo == (SIGTRAP | 0x80);

	if (event == PTRACE_EVENT_STOP && signo != SIGTRAP)
		ptrace(PTRACE_LISTEN, tid, 0, 0);
	else
		ptrace(PTRACE_CONT, tid, 0, (long)(event || call ? 0 : signo));
}

void keeper_let_go(const struct tracee *t)
{
	long signo = t->inject;

	ptrace((enum __ptrace_request)(t->resume == RESUME_LISTEN ? PTRACE_LISTEN : PTRACE_CONT), t->tid, 0,
	       t->resume == RESUME_LISTEN ? 0 : signo);
}

static _Noreturn void keep(struct ptrace_source *s)
{
	int status;
	pid_t tid;

	placement_done(&s->placement);
	wait_done(s);
	for (size_t i = 0; i < sizeof(passed_on) / sizeof(*passed_on); i++)
		signal(passed_on[i], SIG_IGN);
	signal(SIGTSTP, SIG_IGN);
	close_range(0, ~0u, 0);
	map_for_each(&s->tasks, slot) {
		const struct tracee *t = slot->value;
		if (t->strict)
			kill(t->pid, SIGKILL);
		if (t->early)
			keeper_pass(t->tid, t->early_status);
	}
	for (size_t i = 0; i < s->held.len; i++)
		if (s->held.at[i])
			keeper_let_go(s->held.at[i]);
	for (size_t i = s->stops_at; i < s->stops.len; i++)
		if (WIFSTOPPED(s->stops.at[i].status))
			keeper_pass(s->stops.at[i].tid, s->stops.at[i].status);
	while ((tid = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR)
		if (tid > 0 && WIFSTOPPED(status))
			keeper_pass(tid, status);
	_exit(0);
}

void keeper_check(struct ptrace_source *s)
{
	if (!s->front || getppid() == s->front)
		return;
	if (s->opts.kill_on_exit)
		_exit(1);
	keep(s);
}

bool keeper_close(struct ptrace_source *s)
{
	int status;
	pid_t tid;

	if (!s->front)
		return false;
	prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0);
	while ((tid = waitpid(-1, &status, __WALL | WNOHANG)) > 0)
		if (WIFSTOPPED(status))
			keeper_pass(tid, status);
	if (tid < 0) /* none are left to be kept */
		return true;
	pid_t heir = (pid_t)syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
	if (heir < 0)
		_exit(1);
	/* Told by both: either may end before the other has got that far, and then the front must know. */
	pid_t named = heir > 0 ? heir : getpid();
	if (write(s->heir_fd, &named, sizeof(named)) != sizeof(named))
		_exit(1);
	if (heir > 0)
		keep(s);
	return true;
}
