/*
 * Tampering: what is done to a call on the user's order, and how its event tells of that. The rules decide at the call's entry
 * (filter/inject.h), an engine carries it out (capture/ptrace_tamper.c), and sinks see the blob.
 */
#ifndef RINGSIDE_EVENT_TAMPER_H
#define RINGSIDE_EVENT_TAMPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/abi.h"

struct event;

/* Bytes to be written where an argument points to. */
struct poke {
	uint8_t arg;   /* 0 to 6 */
	uint8_t phase; /* enum phase: when */
	size_t len;
	const uint8_t *data;
};

/* What to do to one call. All zeros: nothing. */
struct tamper {
	bool result;        /* the call is not made: its result is ret, or -ret when `failed` */
	bool failed;
	uint64_t ret;
	const char *instead; /* with `result`: the call, without effects, that is made in its place; NULL: none */
	int signo;          /* sent at entry; 0: none */
	uint64_t delay_ns[2]; /* by enum phase */
	uint8_t args_set;   /* bit n: argument n is replaced by args[n] */
	uint64_t args[6];
	const struct poke *pokes; /* kept by whoever decided */
	size_t npokes;
};

/*
 * Asked once about each call that makes an event, at its entry, when its memory has been copied. `entry` has no result. Fills *out, which
 * is all zeros, and says whether there is anything to do.
 */
struct tamperer {
	bool (*decide)(void *ctx, const struct event *entry, struct tamper *out);
	void *ctx;
};

/* What was done to a call: bits of the one byte of its BLOB_TAMPER. A call without that blob is as the program made it. */
enum tampered {
	TAMPERED_RESULT = 1, /* it was not made, and the result is the user's */
	TAMPERED_MEMORY = 2, /* memory that its arguments point to was overwritten */
	TAMPERED_ARGS = 4,   /* arguments were replaced: the event has those that the kernel saw */
	TAMPERED_DELAY = 8,
	TAMPERED_SIGNAL = 16,
};

unsigned event_tampered(const struct event *e);

#endif
