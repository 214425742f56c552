/*
 * Reading a task's memory: see memory.h. process_vm_readv stops at the first range with a hole, so the rest is asked for
 * again behind it. Where the call itself is refused (a seccomp policy of a container), PTRACE_PEEKDATA does the job slowly.
 */
#include "capture/memory.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

static bool refused;

static size_t peek(pid_t tid, uint64_t addr, uint8_t *data, size_t len)
{
	size_t got = 0;

	while (got < len) {
		uint64_t skew = (addr + got) % sizeof(long);
		errno = 0;
		long word = ptrace(PTRACE_PEEKDATA, tid, (void *)(uintptr_t)(addr + got - skew), 0);
		if (errno)
			break;
		size_t n = sizeof(word) - skew;
		n = n < len - got ? n : len - got;
		memcpy(data + got, (const char *)&word + skew, n);
		got += n;
	}
	return got;
}

/* Spreads the bytes that one call returned over its ranges; the index of the first range that is not full. */
static unsigned account(struct memory_range *ranges, unsigned n, size_t bytes)
{
	unsigned i = 0;

	for (; i < n && bytes >= ranges[i].len; i++) {
		ranges[i].got = ranges[i].len;
		bytes -= ranges[i].len;
	}
	if (i < n)
		ranges[i].got = bytes;
	return i;
}

static void peek_ranges(pid_t tid, struct memory_range *ranges, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		ranges[i].got = peek(tid, ranges[i].addr, ranges[i].data, ranges[i].len);
}

void memory_read_ranges(pid_t tid, struct memory_range *ranges, unsigned n)
{
	struct iovec here[MEMORY_RANGES], there[MEMORY_RANGES];
	unsigned at = 0;

	for (unsigned i = 0; i < n; i++) {
		here[i] = (struct iovec){ranges[i].data, ranges[i].len};
		there[i] = (struct iovec){(void *)(uintptr_t)ranges[i].addr, ranges[i].len};
	}
	while (at < n && !refused) {
		ssize_t got = process_vm_readv(tid, here + at, n - at, there + at, n - at, 0);
		if (got < 0 && (errno == EPERM || errno == ENOSYS)) {
			refused = errno == ENOSYS;
			break;
		}
		at += account(ranges + at, n - at, got < 0 ? 0 : (size_t)got) + 1;
	}
	if (at < n)
		peek_ranges(tid, ranges + at, n - at);
}

size_t memory_read(pid_t tid, uint64_t addr, void *data, size_t len)
{
	struct memory_range range = {addr, data, len, 0};

	memory_read_ranges(tid, &range, 1);
	return range.got;
}
