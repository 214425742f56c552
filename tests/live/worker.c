/*
 * Something to trace, kill and leave alone: three threads and a child make calls without end. Prints `ready`, then a line whenever
 * every one of them has made more calls.
 */
#include "expect.h"

#include <pthread.h>
#include <sys/resource.h>
#include <sys/prctl.h>
#include <signal.h>
#include <time.h>

enum { WORKERS = 4 };

static volatile unsigned long *counts;

static void *work(void *arg)
{
	struct timespec pause = {.tv_nsec = 100000};

	for (;;) {
		for (int i = 0; i < 10; i++)
			syscall(SYS_getpriority, PRIO_PROCESS, 0);
		counts[(long)arg]++;
		nanosleep(&pause, NULL);
	}
	return NULL;
}

static void wait_for_progress(void)
{
	unsigned long before[WORKERS];

	for (int i = 0; i < WORKERS; i++)
		before[i] = counts[i];
	for (int i = 0; i < WORKERS; i++)
		while (counts[i] == before[i])
			usleep(1000);
}

int main(void)
{
	pthread_t thread;

	counts = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t parent = getpid();
	if (fork() == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		/* The parent may have been killed before that. */
		if (getppid() != parent)
			_exit(0);
		work((void *)0);
	}
	for (long i = 1; i < WORKERS; i++)
		pthread_create(&thread, NULL, work, (void *)i);
	expect("ready");
	for (;;) {
		wait_for_progress();
		expect("progress");
		usleep(20000);
	}
}
