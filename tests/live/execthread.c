/* exec from a thread that is not the first: it takes over the first one's tid. options: -f -e trace=execve -q -s 200 */
#include "expect.h"

#include <pthread.h>

static char **args;

static void *work(void *arg)
{
	char *argv[] = {args[0], "again", NULL}, *env[] = {NULL};

	(void)arg;
	pid_t tid = (pid_t)syscall(SYS_gettid);
	/* The call began in the thread and ends in the first. */
	expect("%d execve(\"%s\", [\"%s\", \"again\"], %p /* 0 vars */ <pid changed to %d ...>", tid, args[0], args[0], (void *)env, getpid());
	expect("%d +++ superseded by execve in pid %d +++", getpid(), tid);
	expect("~%d <\\.\\.\\. execve resumed>\\) = 0", getpid());
	expect("%d +++ exited with 4 +++", getpid());
	execve(args[0], argv, env);
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t thread;

	if (argc > 1)
		return 4;
	args = argv;
	pthread_create(&thread, NULL, work, NULL);
	for (;;)
		pause();
}
