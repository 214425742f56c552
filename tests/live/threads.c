/* Threads: each has its own lines, and its own end. options: -f -e trace=getpriority */
#include "expect.h"

#include <pthread.h>
#include <sys/resource.h>

enum { THREADS = 8, CALLS = 20 };

static pid_t tids[THREADS];

/* A joined thread may not have ended yet: the kernel wakes the joiner a little earlier. If we ended first, ours would be its status. */
static void wait_until_gone(pid_t tid)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/self/task/%d", tid);
	while (access(path, F_OK) == 0)
		usleep(1000);
}

static void *work(void *arg)
{
	long n = (long)arg;

	tids[n] = (pid_t)syscall(SYS_gettid);
	for (int i = 0; i < CALLS; i++)
		syscall(SYS_getpriority, PRIO_PROCESS, 0);
	return NULL;
}

int main(void)
{
	pthread_t threads[THREADS];

	for (long i = 0; i < THREADS; i++)
		pthread_create(&threads[i], NULL, work, (void *)i);
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	for (int i = 0; i < THREADS; i++)
		wait_until_gone(tids[i]);
	for (int i = 0; i < THREADS; i++) {
		for (int j = 0; j < CALLS; j++)
			expect("%d getpriority(PRIO_PROCESS, 0) = 20", tids[i]);
		expect("%d +++ exited with 0 +++", tids[i]);
	}
	expect("%d +++ exited with 5 +++", getpid());
	return 5;
}
