/*
 * Names of functions that a program made at run time, as it tells them in /tmp/perf-PID.map, a file that perf(1) reads too: a line
 * "START SIZE NAME" each, numbers in hex. PID and /tmp are the program's own, in its namespaces. The file grows; what comes later in it holds.
 */
#ifndef RINGSIDE_CAPTURE_JIT_H
#define RINGSIDE_CAPTURE_JIT_H

#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/vec.h"

struct jit_function {
	uint64_t start;
	uint32_t size, line;  /* line: in the file, from 0 */
	uint32_t name, name_len; /* in struct jit's names */
	uint32_t stamp, index; /* for whoever makes a stack of it */
};

/* All zeros is empty. */
struct jit {
	VEC(struct jit_function) functions; /* by address */
	struct buf names;
	uint32_t lines;
	uint64_t read;     /* bytes of the file, all of whole lines */
	uint64_t changed_ns; /* as of then */
	uint64_t ino;
	pid_t own;         /* what the program calls itself; 0: not known yet */
};

/* Looks whether there is more in the file; cheap when there is not. */
void jit_refresh(struct jit *j, pid_t pid);
/* The function around an address; NULL: none is known. Valid until the next refresh. */
struct jit_function *jit_find(const struct jit *j, uint64_t address);
void jit_done(struct jit *j);

#endif
