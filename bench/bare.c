/*
 * The floor of any ptrace tracer: waitpid and PTRACE_SYSCALL, twice a call, and nothing else.
 *
 *   bare [-c CPU] PROGRAM [ARGS...]      -c: tracer and program both on that CPU
 */
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
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

	while ((c = getopt(argc, argv, "+c:")) != -1) {
		if (c != 'c')
			return 2;
		pin(atoi(optarg));
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
		ptrace(PTRACE_SYSCALL, tid, 0, status >> 16 || signo == (SIGTRAP | 0x80) || signo == SIGCONT ? 0 : signo);
	}
}
