/*
 * What the programs of tests/family share: system calls that never happen. A seccomp filter answers every call whose sixth
 * argument is FAMILY_OK with success, those with FAMILY_FAIL with EINVAL, and lets a helper answer those with FAMILY_REPLY: any result, and bytes in memory, as if a
 * device had filled them. Nothing of what is asked takes effect, so requests that this machine has no device for, or that would
 * change it, can be seen to succeed. Calls without these marks go to the kernel: give them bad descriptors.
 *
 * All memory that is shown lies at fixed addresses, so that two runs print the same.
 */
#ifndef RINGSIDE_TESTS_FAMILY_H
#define RINGSIDE_TESTS_FAMILY_H

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FAMILY_OK = 0x600d, FAMILY_REPLY = 0x600e, FAMILY_FAIL = 0x600f, ARENA_BYTES = 0x20000 };

/* Memory: [arena, arena_end) is there, what follows is not. */
static char *const arena = (char *)0x10000000;
static char *const arena_end = (char *)0x10000000 + ARENA_BYTES;

/* What the helper is to write, and where, before it answers. Volatile: the compiler takes it that syscall() does not come back here. */
static volatile struct {
	void *to;
	const void *from;
	size_t size;
} family_fill;

static void family_die(const char *what) __attribute__((noreturn));
static void family_die(const char *what)
{
	perror(what);
	exit(2);
}

static pid_t family_program, family_helper;

static void family_end(void)
{
	kill(family_helper, SIGKILL);
}

/* Answers calls for ever; it shares memory and descriptors with the program, and dies with it. */
static int family_answer(void *arg)
{
	int listener = *(volatile int *)arg;
	struct seccomp_notif ask;
	struct seccomp_notif_resp reply;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != family_program)
		_exit(0);
	for (;;) {
		memset(&ask, 0, sizeof(ask));
		if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &ask)) {
			if (errno == EINTR || errno == ENOENT)
				continue;
			_exit(0);
		}
		if (family_fill.size)
			memcpy(family_fill.to, family_fill.from, family_fill.size);
		memset(&reply, 0, sizeof(reply));
		reply.id = ask.id;
		reply.val = (int)ask.data.args[4];
		ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply);
	}
}

static void family_filter(int *listener)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5])),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FAMILY_OK, 3, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FAMILY_REPLY, 3, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FAMILY_FAIL, 3, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
	};
	struct sock_fprog filter = {sizeof(code) / sizeof(*code), code};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		family_die("no_new_privs");
	*listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter, 0, 0, 0);
	if (*listener < 0)
		family_die("seccomp");
}

/* To be called first. */
static void family_start(void) __attribute__((unused));
static void family_start(void)
{
	static int listener;
	static char stack[65536] __attribute__((aligned(16)));

	if (mmap(arena, ARENA_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) != arena ||
	    mmap(arena_end, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) != arena_end)
		family_die("arena");
	/* Nobody but the program brings memory in: an engine that stops nobody cannot read what was never touched. */
	memset(arena, 0, ARENA_BYTES);
	family_filter(&listener);
	/* With a signal of its own at its end, wait() does not see it. It does not inherit the filter's marks on what it calls. */
	family_program = getpid();
	family_helper = clone(family_answer, stack + sizeof(stack), CLONE_VM | CLONE_FILES, &listener);
	if (family_helper < 0)
		family_die("clone");
	atexit(family_end);
}

/* The call goes to the kernel. */
#define try(nr, ...) family_call(nr, 0, 0, ##__VA_ARGS__, 0, 0, 0, 0)
/* The call succeeds with 0 (up to five arguments). */
#define ok(nr, ...) family_call(nr, 0, FAMILY_OK, ##__VA_ARGS__, 0, 0, 0, 0)
/* The call fails with EINVAL (up to five arguments). */
#define fail(nr, ...) family_call(nr, 0, FAMILY_FAIL, ##__VA_ARGS__, 0, 0, 0, 0)
/* The call returns `ret` (up to four arguments). */
#define reply(nr, ret, ...) family_call(nr, ret, FAMILY_REPLY, ##__VA_ARGS__, 0, 0, 0, 0)

#define family_call(nr, ret, mark, a, b, c, d, ...) \
	syscall(nr, (long)(a), (long)(b), (long)(c), (long)(d), family_fifth(mark, ret, ##__VA_ARGS__, 0), (long)(mark))
#define family_fifth(mark, ret, e, ...) ((mark) == FAMILY_REPLY ? (long)(ret) : (long)(e))

/* With options, one in FAMILY_EVERY of what there is to try is enough: whether it is this one's turn. */
static int family_turn(void) __attribute__((unused));
static int family_turn(void)
{
	static unsigned long turn;
	const char *every = getenv("FAMILY_EVERY");

	return !every || turn++ % strtoul(every, NULL, 10) == 0;
}

/* Patterns that buffers are filled with. */
enum pattern { ZEROS, RISING, ONES, COUNTING, POINTERS, ONE, TWO16, TWO64, PATTERNS };

static void fill(void *to, size_t size, enum pattern pattern) __attribute__((unused));
static void fill(void *to, size_t size, enum pattern pattern)
{
	char *p = to;

	memset(p, pattern == ONES ? 0xff : 0, size);
	for (size_t i = 0; i < size; i++) {
		if (pattern == RISING)
			p[i] = (char)(i + 1);
		else if (pattern == COUNTING && i % 4 == 0 && i + 4 <= size)
			*(uint32_t *)(p + i) = (uint32_t)(i / 4 + 1);
		else if (pattern == POINTERS && i % sizeof(long) == 0 && i + sizeof(long) <= size)
			*(unsigned long *)(p + i) = (unsigned long)(arena + 0x8000 + i);
		else if (pattern == ONE && i % 4 == 0)
			p[i] = 1;
		else if (pattern == TWO16 && i % 2 == 0)
			p[i] = 2;
		else if (pattern == TWO64 && i % 8 == 0)
			p[i] = 2;
	}
}

#endif
