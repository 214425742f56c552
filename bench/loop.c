/*
 * The load of `make bench`: a loop of one trivial call, as bare as it gets. Prints the nanoseconds a call took.
 *
 *   loop [-n CALLS] [-b BURSTS] [-t THREADS] [-p] [-k getppid|write|openat|access]
 *
 * -b: so many times; the least is printed, which says more than the mean on a machine that has other things to do. -p: processes in place of threads.
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long calls = 100000;
static const char *kind = "getppid";
static int null_fd;

static void call_getppid(void)
{
	syscall(SYS_getppid);
}

static void call_write(void)
{
	syscall(SYS_write, null_fd, "hello, world\n", 13);
}

static void call_openat(void)
{
	syscall(SYS_openat, AT_FDCWD, "/nonexistent/file", O_RDONLY);
}

/* A path of 64 bytes, found to be nowhere at once. */
static void call_access(void)
{
	syscall(SYS_access, "/nonexistent-789012345678901234567890123456789012345678901234567", F_OK);
}

static void *loop(void *arg)
{
	void (*call)(void) = strcmp(kind, "access") == 0 ? call_access : strcmp(kind, "write") == 0 ? call_write : strcmp(kind, "openat") == 0 ? call_openat : call_getppid;

	for (long i = 0; i < calls; i++)
		call();
	return arg;
}

static void in_processes(int n)
{
	for (int i = 1; i < n; i++) {
		if (fork() == 0) {
			loop(NULL);
			_exit(0);
		}
	}
	loop(NULL);
	while (wait(NULL) > 0)
		;
}

static int in_threads(int n)
{
	pthread_t threads[64];

	for (int i = 1; i < n; i++)
		if (pthread_create(&threads[i], NULL, loop, NULL))
			return 1;
	loop(NULL);
	for (int i = 1; i < n; i++)
		pthread_join(threads[i], NULL);
	return 0;
}

static uint64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

/* One thread's time a call: with several, all of them made `calls` calls in it. Negative when it cannot be told. */
static double burst(int nthreads, int processes)
{
	uint64_t start = now_ns();

	if (processes)
		in_processes(nthreads);
	else if (in_threads(nthreads))
		return -1;
	return (double)(now_ns() - start) / (double)(calls * nthreads);
}

int main(int argc, char **argv)
{
	int nthreads = 1, processes = 0, bursts = 1, c;

	while ((c = getopt(argc, argv, "n:b:t:pk:")) != -1) {
		if (c == 'n')
			calls = atol(optarg);
		else if (c == 'b')
			bursts = atoi(optarg);
		else if (c == 't')
			nthreads = atoi(optarg);
		else if (c == 'p')
			processes = 1;
		else if (c == 'k')
			kind = optarg;
		else
			return 2;
	}
	if (calls < 1 || nthreads < 1 || nthreads > 64)
		return 2;
	null_fd = open("/dev/null", O_WRONLY);
	double least = burst(nthreads, processes);
	for (int i = 1; i < bursts && least >= 0; i++) {
		double ns = burst(nthreads, processes);
		least = ns < least ? ns : least;
	}
	if (least < 0)
		return 1;
	printf("%.1f\n", least);
	return 0;
}
