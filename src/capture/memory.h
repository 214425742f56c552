/*
 * Bytes of a stopped task's memory.
 */
#ifndef RINGSIDE_CAPTURE_MEMORY_H
#define RINGSIDE_CAPTURE_MEMORY_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { MEMORY_RANGES = 64 };

struct memory_range {
	uint64_t addr;
	void *data;
	size_t len;
	size_t got; /* result: bytes from the start that could be read */
};

/* Reads up to MEMORY_RANGES ranges in one process_vm_readv(2); one more for every range that is not readable to its end. */
void memory_read_ranges(pid_t tid, struct memory_range *ranges, unsigned n);

/* One range; the number of bytes from its start that could be read. */
size_t memory_read(pid_t tid, uint64_t addr, void *data, size_t len);

#endif
