/*
 * The ptrace engine's copier: executes plan rows (desc/plan.h) on a stopped task with as few process_vm_readv(2) as the
 * nesting of the rows allows, one a level and phase in the usual case.
 *
 * What lies behind the rows, in blobs: a PLAN_CSTR blob includes the string's NUL when it was reached; then len < want
 * and the status is BLOB_SHORT. A PLAN_BYTES blob cut by the string limit has the full length in want. Memory that cannot
 * be read at entry is not asked for again at exit: process_vm_readv faults cold pages in by itself, so what was missing
 * at entry was not mapped, and what is there at exit may be another image's.
 */
#ifndef RINGSIDE_CAPTURE_COPY_H
#define RINGSIDE_CAPTURE_COPY_H

#include "base/abi.h"
#include "base/arena.h"
#include "base/vec.h"
#include "capture/source.h"
#include "desc/plan.h"

/* The blobs of one call, from its entry until its event has been consumed. All zeros is a valid empty one. */
struct copy {
	struct arena arena;
	VEC(struct blob) blobs;
	VEC(uint32_t) open; /* while copying: blobs that still want bytes */
	/* Blobs that each row made: its children look for their pointers there. */
	struct {
		uint32_t first, count;
	} rows[PLAN_ROWS_MAX];
};

struct copy_call {
	pid_t tid;
	enum abi abi;
	const uint64_t *args; /* six */
	uint64_t sp;
	int64_t ret;          /* at exit; at entry, 0 */
	bool failed;          /* at exit */
	const struct plan_row *plan;
	unsigned nplan;
};

void copy_reset(struct copy *c);
void copy_done(struct copy *c);

/* Copies what the rows of `phase` ask for. Trouble is told in the blobs' status. */
void copy_rows(struct copy *c, const struct capture_opts *o, const struct copy_call *call, enum phase phase);

/* Appends a blob of bytes that are at hand. */
void copy_bytes(struct copy *c, uint8_t slot, enum phase phase, uint64_t addr, const void *data, uint32_t len);

#endif
