/* What is measured: see cost.h. Each kind is a few lines that do one thing n times, in the plainest way. */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/io_uring.h>
#include <linux/perf_event.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "insight/cost.h"

enum { PAGE = 4096, BATCH = 64, FILE_BYTES = 1 << 20, CHASE_WORDS = 2048, RING_ENTRIES = 64 };

/* Without the kernel */

static pid_t known_pid;

static __attribute__((noinline)) pid_t cached_pid(void)
{
	__asm__ volatile("");
	return known_pid;
}

static uint64_t run_function(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++)
		cached_pid();
	return 0;
}

static uint64_t run_vdso(const struct cost_kind *k, unsigned n)
{
	struct timespec t;

	(void)k;
	for (unsigned i = 0; i < n; i++)
		clock_gettime(CLOCK_MONOTONIC, &t);
	return 0;
}

/* Small calls */

static uint64_t run_nothing(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++)
		syscall(-1L);
	return 0;
}

static uint64_t run_getppid(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++)
		syscall(SYS_getppid);
	return 0;
}

static uint64_t run_clock(const struct cost_kind *k, unsigned n)
{
	struct timespec t;

	(void)k;
	for (unsigned i = 0; i < n; i++)
		syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &t);
	return 0;
}

static uint64_t run_open(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++)
		close(open("/", O_RDONLY | O_CLOEXEC));
	return 0;
}

/* Moving bytes. One file descriptor and one buffer serve all of these. */

static int file = -1;
static char *buffer;

static int open_file(const char *path, const char **why)
{
	file = open(path, O_RDWR | O_CLOEXEC);
	if (file < 0) {
		*why = "it cannot be opened";
		return -errno;
	}
	buffer = buffer ? buffer : calloc(1, FILE_BYTES);
	return buffer ? 0 : -ENOMEM;
}

static int begin_null(const struct cost_kind *k, const char **why)
{
	(void)k;
	return open_file("/dev/null", why);
}

static int begin_zero(const struct cost_kind *k, const char **why)
{
	(void)k;
	return open_file("/dev/zero", why);
}

static int begin_memfd(const struct cost_kind *k, const char **why)
{
	(void)k;
	file = memfd_create("ringside-bench", MFD_CLOEXEC);
	buffer = buffer ? buffer : calloc(1, FILE_BYTES);
	if (file < 0 || !buffer || write(file, buffer, FILE_BYTES) != FILE_BYTES) {
		*why = "no file in memory can be made";
		return -ENOMEM;
	}
	return 0;
}

static void end_file(const struct cost_kind *k)
{
	(void)k;
	close(file);
	file = -1;
}

static uint64_t run_read(const struct cost_kind *k, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (pread(file, buffer, k->bytes, 0) < 0)
			break;
	return 0;
}

static uint64_t run_write(const struct cost_kind *k, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (pwrite(file, buffer, k->bytes, 0) < 0)
			break;
	return 0;
}

/* The same 64 times 64 bytes in three ways. */

static uint64_t run_many_writes(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n * BATCH; i++)
		if (write(file, buffer, 64) < 0)
			break;
	return 0;
}

static uint64_t run_writev(const struct cost_kind *k, unsigned n)
{
	struct iovec iov[BATCH];

	(void)k;
	for (unsigned i = 0; i < BATCH; i++)
		iov[i] = (struct iovec){buffer, 64};
	for (unsigned i = 0; i < n; i++)
		if (writev(file, iov, BATCH) < 0)
			break;
	return 0;
}

static struct {
	int fd;
	char *rings;
	size_t rings_size;
	struct io_uring_sqe *sqes;
	struct io_uring_params p;
} ring = {.fd = -1};

static void end_ring(const struct cost_kind *k)
{
	if (ring.rings && ring.rings != MAP_FAILED)
		munmap(ring.rings, ring.rings_size);
	if (ring.sqes && ring.sqes != MAP_FAILED)
		munmap(ring.sqes, RING_ENTRIES * sizeof(*ring.sqes));
	if (ring.fd >= 0)
		close(ring.fd);
	memset(&ring, 0, sizeof(ring));
	ring.fd = -1;
	end_file(k);
}

static int begin_ring(const struct cost_kind *k, const char **why)
{
	int err = open_file("/dev/null", why);

	if (err)
		return err;
	ring.fd = (int)syscall(SYS_io_uring_setup, RING_ENTRIES, &ring.p);
	if (ring.fd < 0) {
		*why = "io_uring is not available (kernel.io_uring_disabled, a seccomp filter, or an old kernel)";
		end_file(k);
		return -ENOSYS;
	}
	size_t sq = ring.p.sq_off.array + ring.p.sq_entries * sizeof(unsigned);
	size_t cq = ring.p.cq_off.cqes + ring.p.cq_entries * sizeof(struct io_uring_cqe);
	ring.rings_size = sq > cq ? sq : cq;
	ring.rings = mmap(NULL, ring.rings_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring.fd, IORING_OFF_SQ_RING);
	ring.sqes = mmap(NULL, RING_ENTRIES * sizeof(*ring.sqes), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring.fd, IORING_OFF_SQES);
	if (ring.rings != MAP_FAILED && ring.sqes != MAP_FAILED && ring.p.features & IORING_FEAT_SINGLE_MMAP)
		return 0;
	*why = "its rings cannot be mapped";
	end_ring(k);
	return -ENOMEM;
}

static unsigned *ring_word(uint32_t offset)
{
	return (unsigned *)(void *)(ring.rings + offset);
}

static uint64_t run_ring(const struct cost_kind *k, unsigned n)
{
	unsigned mask = *ring_word(ring.p.sq_off.ring_mask);
	unsigned *array = ring_word(ring.p.sq_off.array);

	(void)k;
	for (unsigned i = 0; i < n; i++) {
		unsigned tail = *ring_word(ring.p.sq_off.tail);
		for (unsigned j = 0; j < BATCH; j++, tail++) {
			struct io_uring_sqe *e = &ring.sqes[tail & mask];
			memset(e, 0, sizeof(*e));
			e->opcode = IORING_OP_WRITE;
			e->fd = file;
			e->addr = (uintptr_t)buffer;
			e->len = 64;
			array[tail & mask] = tail & mask;
		}
		__atomic_store_n(ring_word(ring.p.sq_off.tail), tail, __ATOMIC_RELEASE);
		syscall(SYS_io_uring_enter, ring.fd, BATCH, BATCH, IORING_ENTER_GETEVENTS, NULL, 0);
		__atomic_store_n(ring_word(ring.p.cq_off.head), *ring_word(ring.p.cq_off.tail), __ATOMIC_RELEASE);
	}
	return 0;
}

/* A file of 1 MiB, all of it */

static volatile unsigned long sum;

static void touch(const char *p)
{
	for (size_t i = 0; i < FILE_BYTES; i += 64)
		sum += (unsigned char)p[i];
}

static uint64_t run_read_file(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++) {
		for (off_t at = 0; at < FILE_BYTES; at += 65536)
			if (pread(file, buffer + at, 65536, at) < 0)
				return 0;
		touch(buffer);
	}
	return 0;
}

static uint64_t run_map_file(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++) {
		char *p = mmap(NULL, FILE_BYTES, PROT_READ, MAP_PRIVATE, file, 0);
		if (p == MAP_FAILED)
			break;
		touch(p);
		munmap(p, FILE_BYTES);
	}
	return 0;
}

/* Memory */

static uint64_t run_page_fault(const struct cost_kind *k, unsigned n)
{
	size_t size = 256 * PAGE;
	uint64_t spent = 0;

	(void)k;
	for (unsigned done = 0; done < n; done += 256) {
		char *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (p == MAP_FAILED)
			break;
		madvise(p, size, MADV_NOHUGEPAGE);
		unsigned pages = n - done < 256 ? n - done : 256;
		uint64_t before = clock_ns();
		for (unsigned i = 0; i < pages; i++)
			p[(size_t)i * PAGE] = 1;
		spent += clock_ns() - before;
		munmap(p, size);
	}
	return spent;
}

/* 16 KiB, which the first level of the cache holds: read again, with and without a call in between. */
static uint64_t run_chase(const struct cost_kind *k, unsigned n)
{
	static uint64_t words[CHASE_WORDS];
	uint64_t spent = 0;

	for (unsigned i = 0; i < n; i++) {
		if (k->calls)
			syscall(SYS_getppid);
		uint64_t before = clock_ns();
		for (unsigned j = 0; j < CHASE_WORDS; j += 8)
			sum += words[j];
		spent += clock_ns() - before;
	}
	return spent;
}

/* Other tasks */

struct pair {
	int to[2], from[2];
	pid_t child;
};

static struct pair pair;
static cpu_set_t saved_cpus;

static void stay_on(int cpu)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	sched_setaffinity(0, sizeof(one), &one);
}

static void echo(void)
{
	char c;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (read(pair.to[0], &c, 1) == 1 && write(pair.from[1], &c, 1) == 1)
		;
	_exit(0);
}

static int nth_cpu(int n)
{
	for (int cpu = 0; cpu < CPU_SETSIZE; cpu++)
		if (CPU_ISSET(cpu, &saved_cpus) && n-- == 0)
			return cpu;
	return -1;
}

/* A child that answers each byte, on this CPU or on another. */
static int begin_pair(bool same_cpu, const char **why)
{
	sched_getaffinity(0, sizeof(saved_cpus), &saved_cpus);
	int here = nth_cpu(0), there = same_cpu ? here : nth_cpu(1);
	if (here < 0 || there < 0) {
		*why = "there is one CPU only";
		return -ENODEV;
	}
	if (pipe2(pair.to, O_CLOEXEC) || pipe2(pair.from, O_CLOEXEC) || (pair.child = fork()) < 0) {
		*why = "no pipe or no child can be made";
		return -errno;
	}
	if (!pair.child) {
		close(pair.to[1]);
		stay_on(there);
		echo();
	}
	close(pair.to[0]);
	close(pair.from[1]);
	stay_on(here);
	return 0;
}

static int begin_same_cpu(const struct cost_kind *k, const char **why)
{
	(void)k;
	return begin_pair(true, why);
}

static int begin_two_cpus(const struct cost_kind *k, const char **why)
{
	(void)k;
	return begin_pair(false, why);
}

static void end_pair(const struct cost_kind *k)
{
	(void)k;
	close(pair.to[1]);
	close(pair.from[0]);
	waitpid(pair.child, NULL, 0);
	sched_setaffinity(0, sizeof(saved_cpus), &saved_cpus);
}

static uint64_t run_ping(const struct cost_kind *k, unsigned n)
{
	char c = 0;

	(void)k;
	for (unsigned i = 0; i < n; i++)
		if (write(pair.to[1], &c, 1) != 1 || read(pair.from[0], &c, 1) != 1)
			break;
	return 0;
}

static uint64_t run_fork(const struct cost_kind *k, unsigned n)
{
	(void)k;
	for (unsigned i = 0; i < n; i++) {
		pid_t pid = fork();
		if (!pid)
			_exit(0);
		waitpid(pid, NULL, 0);
	}
	return 0;
}

/* Being watched */

/* A child makes n calls, each with a stop before and after. */
static uint64_t run_ptrace(const struct cost_kind *k, unsigned n)
{
	pid_t pid = fork();
	int status;

	(void)k;
	if (!pid) {
		ptrace(PTRACE_TRACEME, 0, 0, 0);
		raise(SIGSTOP);
		for (unsigned i = 0; i < n; i++)
			syscall(SYS_getppid);
		_exit(0);
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		return 0;
	uint64_t before = clock_ns();
	while (!ptrace(PTRACE_SYSCALL, pid, 0, 0) && waitpid(pid, &status, 0) == pid && WIFSTOPPED(status))
		;
	return clock_ns() - before;
}

static int counter = -1;

static int tracepoint_id(void)
{
	static const char *const roots[] = {"/sys/kernel/tracing", "/sys/kernel/debug/tracing"};
	char path[128], text[16] = "";

	for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++) {
		snprintf(path, sizeof(path), "%s/events/raw_syscalls/sys_enter/id", roots[i]);
		int fd = open(path, O_RDONLY | O_CLOEXEC);
		if (fd < 0)
			continue;
		ssize_t n = read(fd, text, sizeof(text) - 1);
		close(fd);
		if (n > 0)
			return atoi(text);
	}
	return -1;
}

static int begin_tracepoint(const struct cost_kind *k, const char **why)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_TRACEPOINT, .size = sizeof(attr)};
	int id = tracepoint_id();

	(void)k;
	attr.config = (uint64_t)id;
	counter = id < 0 ? -1 : (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
	if (counter >= 0)
		return 0;
	*why = id < 0 ? "tracefs cannot be read (mount it, or be root)" : "perf_event_open is not allowed (CAP_PERFMON, kernel.perf_event_paranoid)";
	return -EPERM;
}

static void end_tracepoint(const struct cost_kind *k)
{
	(void)k;
	close(counter);
}

/* In a child, which a filter that lets everything pass does not leave again. */
static uint64_t run_seccomp(const struct cost_kind *k, unsigned n)
{
	/* It looks at an argument, so that the kernel cannot remember the answer by number. */
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = 2, .filter = code};
	uint64_t *spent = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), result;

	(void)k;
	if (spent == MAP_FAILED)
		return 0;
	pid_t pid = fork();
	if (!pid) {
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
		if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
			_exit(1);
		uint64_t before = clock_ns();
		for (unsigned i = 0; i < n; i++)
			syscall(SYS_getppid);
		*spent = clock_ns() - before;
		_exit(0);
	}
	if (pid > 0)
		waitpid(pid, NULL, 0);
	result = *spent;
	munmap(spent, PAGE);
	return result;
}

#define SMALL "A call"
#define BYTES "Moving bytes"
#define MANY "64 x 64 bytes"
#define WHOLE "A file of 1 MiB, all of it"
#define MEMORY "Memory"
#define TASKS "Other tasks"
#define WATCHED "The same empty call, watched"

const struct cost_kind cost_kinds[] = {
	{"function", SMALL, "a function call that returns what is known", 0, 0, NULL, run_function, NULL},
	{"vdso", SMALL, "clock_gettime in the vDSO: the kernel is not entered", 0, 0, NULL, run_vdso, NULL},
	{"nothing", SMALL, "into the kernel and out: a call that does not exist", 0, 1, NULL, run_nothing, NULL},
	{"getppid", SMALL, "getppid: an empty call", 0, 1, NULL, run_getppid, NULL},
	{"clock_gettime", SMALL, "clock_gettime as a call", 0, 1, NULL, run_clock, NULL},
	{"open", SMALL, "open and close a directory", 0, 2, NULL, run_open, NULL},
	{"read1", BYTES, "read 1 byte of /dev/zero", 1, 1, begin_zero, run_read, end_file},
	{"read4k", BYTES, "read 4 KiB of /dev/zero", 4096, 1, begin_zero, run_read, end_file},
	{"read64k", BYTES, "read 64 KiB of /dev/zero", 65536, 1, begin_zero, run_read, end_file},
	{"write1", BYTES, "write 1 byte to a file in memory", 1, 1, begin_memfd, run_write, end_file},
	{"write4k", BYTES, "write 4 KiB to a file in memory", 4096, 1, begin_memfd, run_write, end_file},
	{"write64k", BYTES, "write 64 KiB to a file in memory", 65536, 1, begin_memfd, run_write, end_file},
	{"writes", MANY, "64 times write to /dev/null", BATCH * 64, BATCH, begin_null, run_many_writes, end_file},
	{"writev", MANY, "one writev", BATCH * 64, 1, begin_null, run_writev, end_file},
	{"io_uring", MANY, "64 requests and one io_uring_enter", BATCH * 64, 1, begin_ring, run_ring, end_ring},
	{"read_file", WHOLE, "read in pieces of 64 KiB", FILE_BYTES, FILE_BYTES / 65536, begin_memfd, run_read_file, end_file},
	{"map_file", WHOLE, "mmap and look at it", FILE_BYTES, 2, begin_memfd, run_map_file, end_file},
	{"page_fault", MEMORY, "the first touch of a page", 0, 0, NULL, run_page_fault, NULL},
	{"cached", MEMORY, "reading 16 KiB that are in the cache", 0, 0, NULL, run_chase, NULL},
	{"cached_after", MEMORY, "the same right after a call", 0, 1, NULL, run_chase, NULL},
	{"switch", TASKS, "a byte to another process and back, on one CPU: two switches", 0, 4, begin_same_cpu, run_ping, end_pair},
	{"wake", TASKS, "the same to another CPU: two wake-ups", 0, 4, begin_two_cpus, run_ping, end_pair},
	{"fork", TASKS, "fork, exit and wait", 0, 3, NULL, run_fork, NULL},
	{"seccomp", WATCHED, "with a seccomp filter of two instructions", 0, 1, NULL, run_seccomp, NULL},
	{"tracepoint", WATCHED, "with a tracepoint counted at its entry", 0, 1, begin_tracepoint, run_getppid, end_tracepoint},
	{"ptrace", WATCHED, "with ptrace: two stops", 0, 1, NULL, run_ptrace, NULL},
};

const size_t ncost_kinds = sizeof(cost_kinds) / sizeof(cost_kinds[0]);
