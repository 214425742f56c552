/* rate CALLS THREADS: each thread makes that many calls, `lseek(-1, N, 0)` with N counting up, as fast as it can. */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static long calls;

static void *work(void *arg)
{
	for (long i = 0; i < calls; i++)
		lseek(-1, i, SEEK_SET);
	return arg;
}

int main(int argc, char **argv)
{
	pthread_t thread[64];
	int n = argc > 2 ? atoi(argv[2]) : 2;

	calls = argc > 1 ? atol(argv[1]) : 1000;
	for (int i = 0; i < n && i < 64; i++)
		pthread_create(&thread[i], NULL, work, NULL);
	for (int i = 0; i < n && i < 64; i++)
		pthread_join(thread[i], NULL);
	return 0;
}
