/* many PROCESSES: so many that end at once with status N % 100, a few at a time. Prints their pids. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AT_ONCE = 4 };

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 100;

	setvbuf(stdout, NULL, _IOFBF, 1 << 20);
	for (int i = 0; i < n; i++) {
		pid_t child = fork();
		if (child == 0)
			_exit(i % 100);
		printf("%d %d\n", child, i % 100);
		if (i >= AT_ONCE)
			wait(NULL);
	}
	while (wait(NULL) > 0)
		continue;
	return 0;
}
