/*
 * manycalls THREADS CALLS: makes calls of different kinds, that many in all, and prints how far it has got (0 to 1) twenty times.
 * With 0 threads it makes processes, of some thirty calls each. For tests/memory.
 */
#include "expect.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/uio.h>
#include <sys/wait.h>

enum { CALLS_A_ROUND = 5, CALLS_A_PROCESS = 30, STEPS = 20 };

static long rounds;

static void make_calls(long i)
{
	char path[64], data[512];
	struct iovec iov[2] = {{.iov_base = data, .iov_len = (size_t)(i % 200)}, {.iov_base = path, .iov_len = 10}};

	/* Lengths and contents vary, so that buffers are asked for their largest size again and again. */
	snprintf(path, sizeof(path), "/nonexistent/%0*ld", (int)(i % 40) + 1, i);
	memset(data, (int)i, sizeof(data));
	syscall(SYS_faccessat, AT_FDCWD, path, F_OK);
	syscall(SYS_pwrite64, -1, data, i % sizeof(data), 0L);
	syscall(SYS_pwritev, -1, iov, 2, 0L);
	syscall(SYS_getppid);
	syscall(SYS_fcntl, i % 3, F_GETFD);
}

static void *work(void *arg)
{
	(void)arg;
	for (long i = 0; i < rounds; i++)
		make_calls(i);
	return NULL;
}

static void run_threads(long n)
{
	pthread_t threads[16];

	for (long i = 1; i < n; i++)
		pthread_create(&threads[i], NULL, work, NULL);
	work(NULL);
	for (long i = 1; i < n; i++)
		pthread_join(threads[i], NULL);
}

static void run_processes(long n)
{
	while (n-- > 0) {
		pid_t child = fork();
		if (child == 0) {
			for (long i = 0; i < 4; i++)
				make_calls(i);
			_exit(0);
		}
		waitpid(child, NULL, 0);
	}
}

int main(int argc, char **argv)
{
	long threads = argc > 1 ? atol(argv[1]) : 0, calls = argc > 2 ? atol(argv[2]) : 0;

	if (argc != 3 || threads < 0 || threads > 16 || calls <= 0)
		return 2;
	rounds = calls / CALLS_A_ROUND / STEPS / (threads ? threads : 1);
	for (int step = 1; step <= STEPS; step++) {
		if (threads)
			run_threads(threads);
		else
			run_processes(calls / CALLS_A_PROCESS / STEPS);
		expect("%.2f", (double)step / STEPS);
	}
	return 0;
}
