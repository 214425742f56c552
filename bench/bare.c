/*
 * The floor of any ptrace tracer: waitpid and PTRACE_SYSCALL, twice a call, and nothing else.
 *
 *   bare [-c CPU] [-i] PROGRAM [ARGS...]
 *
 * -c: tracer and program both on that CPU. -i: asks what each stop is about (PTRACE_GET_SYSCALL_INFO), as any tracer must that
 * wants to know which call it is: the floor of a tracer that shows anything.
 */
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <linux/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static void pin(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	sched_setaffinity(0, sizeof(set), &set);
}

int main(int argc, char **argv)
{
	int c, status;
	bool ask = false;
	struct ptrace_syscall_info info;

	while ((c = getopt(argc, argv, "+c:i")) != -1) {
		if (c == 'c')
			pin(atoi(optarg));
		else if (c == 'i')
			ask = true;
		else
			return 2;
	}
	if (optind == argc)
		return 2;
	pid_t child = fork();
	if (child == 0) {
		raise(SIGSTOP);
		execvp(argv[optind], &argv[optind]);
		_exit(127);
	}
	waitpid(child, &status, WUNTRACED);
	long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC;
	if (ptrace(PTRACE_SEIZE, child, 0, options)) {
		perror("PTRACE_SEIZE");
		return 1;
	}
	kill(child, SIGCONT);
	for (;;) {
		pid_t tid = waitpid(-1, &status, __WALL);
		if (tid < 0)
			return 0;
		if (!WIFSTOPPED(status))
			continue;
		int signo = WSTOPSIG(status);
		if (ask && signo == (SIGTRAP | 0x80))
			ptrace(PTRACE_GET_SYSCALL_INFO, tid, sizeof(info), &info);
		ptrace(PTRACE_SYSCALL, tid, 0, status >> 16 || signo == (SIGTRAP | 0x80) || signo == SIGCONT ? 0 : signo);
	}
}
