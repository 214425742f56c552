/*
 * The load of `make bench`: a loop of one trivial call, as bare as it gets. Prints the nanoseconds a call took.
 *
 *   loop [-n CALLS] [-t THREADS] [-k getppid|write|openat]
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
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

static void *loop(void *arg)
{
	void (*call)(void) = strcmp(kind, "write") == 0 ? call_write : strcmp(kind, "openat") == 0 ? call_openat : call_getppid;

	for (long i = 0; i < calls; i++)
		call();
	return arg;
}

static uint64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

int main(int argc, char **argv)
{
	pthread_t threads[64];
	int nthreads = 1, c;

	while ((c = getopt(argc, argv, "n:t:k:")) != -1) {
		if (c == 'n')
			calls = atol(optarg);
		else if (c == 't')
			nthreads = atoi(optarg);
		else if (c == 'k')
			kind = optarg;
		else
			return 2;
	}
	if (calls < 1 || nthreads < 1 || nthreads > 64)
		return 2;
	null_fd = open("/dev/null", O_WRONLY);
	uint64_t start = now_ns();
	for (int i = 1; i < nthreads; i++)
		if (pthread_create(&threads[i], NULL, loop, NULL))
			return 1;
	loop(NULL);
	for (int i = 1; i < nthreads; i++)
		pthread_join(threads[i], NULL);
	/* One thread's time a call: with several, all of them made `calls` calls in it. */
	printf("%.1f\n", (double)(now_ns() - start) / (double)(calls * nthreads));
	return 0;
}
