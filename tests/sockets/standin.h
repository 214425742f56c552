/*
 * A stand-in for the kernel. Calls that a test program names never reach it: a seccomp filter lets them return 0 at once, or hands them to
 * a helper process, which answers with the result that the program has chosen and writes a number, if wanted. So a call succeeds
 * whatever this machine has, and netlink messages, options and the like change nothing. The tracer sees an ordinary call.
 *
 * The program ends with a reason and status 77 where that cannot be had; before that it has made none of those calls.
 */
#ifndef RINGSIDE_TESTS_SOCKETS_STANDIN_H
#define RINGSIDE_TESTS_SOCKETS_STANDIN_H

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { STANDIN_CALLS_MAX = 24, STANDIN_SKIP = 77 };

/* What the helper answers to the next call. In memory that both share. */
struct standin {
	int64_t result;         /* a result, or -errno */
	volatile int listener;
	bool writes;            /* ... and then number becomes that: a length, say */
	uint32_t value;
	uint32_t number;
};

static struct standin *standin;

/* It is there from the beginning: an engine that stops nobody cannot read what was never touched. */
static void *standin_memory(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

	if (p == MAP_FAILED) {
		perror("mmap");
		exit(STANDIN_SKIP);
	}
	return p;
}

static void standin_answer(void)
{
	struct seccomp_notif call;
	struct seccomp_notif_resp answer = {0};

	memset(&call, 0, sizeof(call));
	if (ioctl(standin->listener, SECCOMP_IOCTL_NOTIF_RECV, &call) < 0) {
		if (errno == EINTR || errno == ENOENT)
			return;
		_exit(0);
	}
	if (standin->writes)
		standin->number = standin->value;
	answer.id = call.id;
	if (standin->result < 0)
		answer.error = (int)standin->result;
	else
		answer.val = standin->result;
	ioctl(standin->listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

static int standin_helper(void *parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != *(pid_t *)parent)
		return 0;
	while (standin->listener < 0)
		usleep(100);
	for (;;)
		standin_answer();
	return 0;
}

static unsigned standin_rule(struct sock_filter *code, const int *calls, unsigned action)
{
	unsigned len = 0;

	for (; calls && calls[len / 2] >= 0; len += 2) {
		code[len] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[len / 2], 0, 1);
		code[len + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action);
	}
	return len;
}

/* Installs the filter; a descriptor for the helper. */
static int standin_filter(const int *zero, const int *told)
{
	struct sock_filter code[4 * STANDIN_CALLS_MAX];
	struct sock_fprog program = {.filter = code};
	unsigned len = 0;

	code[len++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	len += standin_rule(code + len, zero, SECCOMP_RET_ERRNO);
	len += standin_rule(code + len, told, SECCOMP_RET_USER_NOTIF);
	code[len++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	program.len = (unsigned short)len;
	int fd = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ? -1 :
		(int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, told ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0, &program);
	if (fd < 0) {
		printf("no seccomp filters or notifications here: %s\n", strerror(errno));
		exit(STANDIN_SKIP);
	}
	return fd;
}

/*
 * From here on the calls of `zero` return 0, and those of `told` what standin->result says. Both are lists of this program's ABI that end
 * in -1, or NULL.
 */
static void standin_begin(const int *zero, const int *told)
{
	static char stack[64 * 1024] __attribute__((aligned(16)));
	static pid_t self;

	self = getpid();
	standin = standin_memory(sizeof(*standin));
	standin->listener = -1;
	/* The helper shares descriptors, so that it has the listener, but no memory other than what is mapped so. */
	if (told && clone(standin_helper, stack + sizeof(stack), CLONE_FILES | SIGCHLD, &self) < 0) {
		perror("clone");
		exit(STANDIN_SKIP);
	}
	int listener = standin_filter(zero, told);
	if (told)
		standin->listener = listener;
}

/* The end of `size` bytes behind which nothing is mapped; zeroed. */
static char *before_nothing(size_t size) __attribute__((unused));
static char *before_nothing(size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), whole = (size + page - 1) / page * page;
	char *p = standin_memory(whole + page);

	munmap(p + whole, page);
	return p + whole - size;
}

#endif
