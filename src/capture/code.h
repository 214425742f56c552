/*
 * Which code is mapped into a process: the executable lines of /proc/PID/maps, read when they are needed and may have changed. New
 * mappings are noticed when an address is in none that is known; of those that go or are replaced, the calls that do it tell.
 */
#ifndef RINGSIDE_CAPTURE_CODE_H
#define RINGSIDE_CAPTURE_CODE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/abi.h"
#include "base/buf.h"
#include "base/vec.h"
#include "capture/jit.h"
#include "symbol/unwind.h"

struct desc;

/* Calls that change mappings, by ABI and number. */
enum code_change { CHANGE_NONE, CHANGE_MAP, CHANGE_UNMAP, CHANGE_PROTECT, CHANGE_MOVE, CHANGE_ANY };

struct code_calls {
	uint8_t change[ABI_COUNT][1024]; /* enum code_change */
};

void code_calls_init(struct code_calls *c, const struct desc *d);

/* A mapping as a module of event/stack.h. */
struct code_module {
	uint32_t record_at, record_len; /* in struct code's records */
	uint32_t stamp, index;          /* for whoever makes a stack of it */
};

/* A line of /proc/PID/maps: proc_pid_maps(5); or what else tells of a mapping of code. */
struct code_line {
	uint64_t start, end, offset, ino; /* ino: 0 when there is no file */
	const char *path;                 /* not NUL-terminated */
	size_t path_len;
	struct image *vdso;               /* when it is at hand */
	bool file;
};

struct code {
	pid_t pid;
	bool stale;                    /* something may be gone: to be read before it is used */
	bool grown;                    /* something may be new: to be read when an address is not found */
	uint64_t read_ns;              /* when it was read, CLOCK_MONOTONIC */
	VEC(struct code_range) ranges; /* by address; their modules have the same indices */
	VEC(struct code_module) modules;
	struct buf records;            /* for BLOB_MODULES */
	size_t last;                   /* the range found last */
	struct jit jit;                /* functions in memory that no file is mapped to */
};

void code_init(struct code *c, pid_t pid);
void code_done(struct code *c);

/* Reads it anew. That a process is gone, or its maps cannot be read, leaves none. */
void code_read(struct code *c, struct images *images);
/* As if it had been read, for who is told of each change: there is none; the same as in another process; one more, in place of what was there. */
void code_clear(struct code *c);
void code_inherit(struct code *c, const struct code *from);
void code_map(struct code *c, struct images *images, const struct code_line *l);
/* Whether an address that is in none may be in one after reading again. */
bool code_outdated(const struct code *c);
/* The mapping around an address, or NULL. */
const struct code_range *code_find(struct code *c, uint64_t address);
struct code_module *code_module(struct code *c, const struct code_range *r);
/* Whether no file says what is there, so that it was made at run time. */
bool code_is_made(const struct code *c, const struct code_range *r);

/* A call of this kind begins or ends, so that what it says may have happened. */
void code_changed(struct code *c, enum code_change change, const uint64_t args[6]);

#endif
