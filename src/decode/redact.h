/*
 * Redaction: events without what programs read, wrote and named, so that a tape can be given away. Which bytes are what, is what the
 * descriptions say: the walk tells. What no description tells of goes with the buffers.
 *
 * Sizes stay, and so do results: a name becomes another of the same length, so that what the kernel said of lengths goes on to be true.
 */
#ifndef RINGSIDE_DECODE_REDACT_H
#define RINGSIDE_DECODE_REDACT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "event/event.h"

struct desc;

enum redact {
	REDACT_BUFFERS = 1, /* what was read and written, and other strings that are no paths: zeros */
	REDACT_ENV = 2,     /* arguments and environment of programs that are started: empty strings, as many as they were */
	REDACT_PATHS = 4,   /* names of files and of processes: each component another name of its length, the same one for the same */
	REDACT_ADDRESSES = 8, /* internet addresses: another one, the same one for the same; ports stay */
	REDACT_ALL = 15,
};

/* Zeroed, but for `what`, `desc` and `key`. */
struct redactor {
	unsigned what;             /* bits of enum redact */
	const struct desc *desc;
	uint64_t key[2];           /* which name becomes which depends on this secret */
	struct arena arena;
	VEC(struct blob) blobs;
	struct buf text;
	struct event event;        /* the last one handed out */
};

/* The event as it may be seen; valid until the following call. */
const struct event *redact_event(struct redactor *r, const struct event *e);
/* The same for a path that is no event's, and for the name of a process, in place. */
void redact_path(const struct redactor *r, char *path, size_t len);
void redact_comm(const struct redactor *r, char *comm, size_t len);
void redact_done(struct redactor *r);

#endif
