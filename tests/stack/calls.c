/* Stacks of all sorts, each with a getppid(2) at its top: calls, handlers, threads, children, other programs. */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOINLINE __attribute__((noinline, noclone))

static NOINLINE void mark(void)
{
	syscall(SYS_getppid);
	__asm__ volatile("");
}

static void handler(int signo)
{
	(void)signo;
	mark();
}

static void *thread(void *arg)
{
	mark();
	return arg;
}

static NOINLINE void deep(int n)
{
	if (n)
		deep(n - 1);
	else
		mark();
	__asm__ volatile("");
}

/* Its frame is too large for what is read at first. */
static NOINLINE void wide(void)
{
	volatile char room[100000];

	room[0] = 1;
	mark();
	room[99999] = room[0];
}

static NOINLINE int variable(int n)
{
	char room[n];

	memset(room, n, (size_t)n);
	mark();
	return room[n / 2];
}

/* Nothing comes after the call: the address to return to is the next function's. */
__attribute__((noreturn)) NOINLINE static void last(void)
{
	mark();
	_exit(0);
}

static NOINLINE void before_last(void)
{
	last();
}

static NOINLINE void child(void)
{
	pid_t pid = fork();

	if (!pid) {
		mark();
		before_last();
	}
	waitpid(pid, NULL, 0);
}

static NOINLINE void other_program(char *self)
{
	pid_t pid = vfork();

	if (!pid) {
		execl(self, self, "again", (char *)NULL);
		_exit(1);
	}
	waitpid(pid, NULL, 0);
}

static NOINLINE void interrupted(void)
{
	struct sigaction action = {.sa_handler = handler};

	sigaction(SIGUSR1, &action, NULL);
	raise(SIGUSR1);
}

/* On a stack of its own. */
static NOINLINE void elsewhere(void)
{
	stack_t stack = {.ss_size = 65536, .ss_sp = malloc(65536)};
	struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};

	sigaltstack(&stack, NULL);
	sigaction(SIGUSR2, &action, NULL);
	raise(SIGUSR2);
}

int main(int argc, char **argv)
{
	pthread_t id;

	mark();
	if (argc > 1)
		return 0;
	deep(3);
	deep(300);
	wide();
	variable(argc + 5000);
	interrupted();
	elsewhere();
	pthread_create(&id, NULL, thread, NULL);
	pthread_join(id, NULL);
	child();
	other_program(argv[0]);
	execl("/nonexistent", "nonexistent", (char *)NULL);
	exit(3);
}
