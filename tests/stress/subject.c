/*
 * Programs that make a tracer's life hard, by name: each ends by itself with the status that it prints at its end, or says what went wrong.
 *
 *   busy N       N threads that make calls without end; prints "progress" whenever all have got on; ends with its input
 *   storm N      N processes, by fork, vfork, posix_spawn and double fork, some with threads
 *   execs N      a thread executes the program again while others run; N times
 *   sandbox      strict mode, filters
 *   tracer       traces a child of its own, or is not let
 *   stubborn     ignores and blocks every signal
 *   stops        stops itself and is continued
 *   spaces       other namespaces, other rights
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { THREADS_MAX = 256 };

static atomic_ulong counts[THREADS_MAX];
static char *self;

static void *count(void *at)
{
	for (;;) {
		syscall(SYS_getppid);
		atomic_fetch_add((atomic_ulong *)at, 1);
		sched_yield();
	}
	return NULL;
}

static void start_threads(int n)
{
	pthread_attr_t small;
	pthread_t thread;

	pthread_attr_init(&small);
	pthread_attr_setstacksize(&small, 65536);
	for (int i = 0; i < n; i++)
		if (pthread_create(&thread, &small, count, &counts[i]))
			exit(90);
}

static int busy(int n)
{
	unsigned long seen[THREADS_MAX] = {0};

	start_threads(n);
	puts("ready");
	fflush(stdout);
	for (;;) {
		for (int i = 0; i < n; i++) {
			while (counts[i] == seen[i])
				if (poll(&(struct pollfd){.fd = 0, .events = POLLIN}, 1, 1) > 0)
					return 0;
			seen[i] = counts[i];
		}
		puts("progress");
		fflush(stdout);
	}
}

static void *leave(void *unused)
{
	(void)unused;
	syscall(SYS_getppid);
	return NULL;
}

static void one_of_storm(int i)
{
	char *argv[] = {self, "end", NULL};
	pthread_t thread;
	pid_t pid = 0;

	switch (i % 4) {
	case 0:
		if (fork() == 0) {
			pthread_create(&thread, NULL, leave, NULL); /* ends with its process, perhaps before it began */
			_exit(i % 7);
		}
		break;
	case 1:
		if (vfork() == 0)
			_exit(i % 7);
		break;
	case 2:
		posix_spawn(&pid, self, NULL, NULL, argv, environ);
		break;
	default:
		if (fork() == 0) {
			if (fork() == 0)
				syscall(SYS_getppid);
			_exit(i % 7);
		}
	}
}

static int storm(int n)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1); /* what double-forks comes back to us */
	for (int i = 0; i < n; i++) {
		one_of_storm(i);
		if (i % 8 == 7)
			while (waitpid(-1, NULL, WNOHANG) > 0)
				;
	}
	while (wait(NULL) > 0 || errno == EINTR)
		;
	return 42;
}

static char left[16];

static void *execute(void *unused)
{
	char *argv[] = {self, "execs", left, NULL};

	(void)unused;
	execve(self, argv, environ);
	exit(91);
}

static int execs(int n)
{
	pthread_t thread;

	if (!n)
		return 42;
	snprintf(left, sizeof(left), "%d", n - 1);
	start_threads(6);
	pthread_create(&thread, NULL, execute, NULL);
	for (;;)
		pause();
}

static void be_strict(int how)
{
	int ret = how & 1 ? (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_STRICT, 0, NULL) : prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT);

	if (write(1, ret ? "refused\n" : "strict\n", ret ? 8 : 7) < 0)
		_exit(1);
	if (how & 2)
		syscall(SYS_getppid);
	syscall(SYS_exit, 5);
}

static void be_filtered(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_chdir, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpgid, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(code) / sizeof(code[0]), code};

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	printf("filter %d, mode %d\n", prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), prctl(PR_GET_SECCOMP));
	printf("chdir %d\n", chdir("/etc"));
	fflush(stdout);
	if (fork() == 0) {
		chdir("/usr");
		getpgid(0);
		_exit(0);
	}
	int status;
	wait(&status);
	printf("child %#x\nstrict now: %d\n", status & 0x7f, prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT));
}

static int sandbox(void)
{
	int status;

	printf("mode %d\n", prctl(PR_GET_SECCOMP));
	fflush(stdout);
	for (int how = 0; how < 4; how++) {
		if (fork() == 0)
			be_strict(how);
		wait(&status);
		printf("%d: %#x\n", how, status);
		fflush(stdout);
	}
	be_filtered();
	return 42;
}

static int tracer(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0)
			raise(SIGSTOP);
		execl("/bin/true", "true", NULL);
		_exit(92);
	}
	while (waitpid(child, &status, 0) == child && WIFSTOPPED(status))
		ptrace(PTRACE_CONT, child, 0, 0);
	child = fork();
	if (child == 0)
		for (;;)
			pause();
	if (ptrace(PTRACE_SEIZE, child, 0, 0) == 0)
		ptrace(PTRACE_DETACH, child, 0, 0);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	return 42;
}

static int stubborn(void)
{
	sigset_t all;

	for (int i = 1; i < 65; i++)
		signal(i, SIG_IGN);
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	signal(SIGCHLD, SIG_DFL);
	for (int i = 1; i < 32; i++)
		if (i != SIGKILL && i != SIGSTOP)
			kill(getpid(), i);
	if (fork() == 0)
		_exit(0);
	wait(NULL);
	return 42;
}

/* SIGCONT comes until it was heard: one that comes before the stop is lost. */
static int stops(void)
{
	volatile int *passed = mmap(NULL, sizeof(*passed), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t me = getpid();

	for (int i = 0; i < 10; i++) {
		pid_t child = fork();
		if (child == 0) {
			while (*passed == i && getppid() == me) {
				kill(me, SIGCONT);
				usleep(2000);
			}
			_exit(0);
		}
		raise(i % 2 ? SIGSTOP : SIGTSTP);
		*passed = i + 1;
		while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
			;
	}
	return 42;
}

static int spaces(void)
{
	unshare(CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWPID | CLONE_NEWNET);
	if (fork() == 0) {
		if (setgid(65534) || setuid(65534))
			syscall(SYS_getppid);
		prctl(PR_SET_DUMPABLE, 0);
		if (fork() == 0)
			execl("/bin/true", "true", NULL);
		while (wait(NULL) > 0)
			;
		_exit(getuid() != 65534);
	}
	int status = 0;
	wait(&status);
	return 42 + (status != 0 && getuid() == 0);
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	int n = argc > 2 ? atoi(argv[2]) : 0;

	self = argv[0];
	if (strcmp(what, "busy") == 0)
		return busy(n < THREADS_MAX ? n : THREADS_MAX);
	if (strcmp(what, "storm") == 0)
		return storm(n);
	if (strcmp(what, "execs") == 0)
		return execs(n);
	if (strcmp(what, "sandbox") == 0)
		return sandbox();
	if (strcmp(what, "tracer") == 0)
		return tracer();
	if (strcmp(what, "stubborn") == 0)
		return stubborn();
	if (strcmp(what, "stops") == 0)
		return stops();
	if (strcmp(what, "spaces") == 0)
		return spaces();
	return 0;
}
