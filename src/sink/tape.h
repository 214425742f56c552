/*
 * Recording: the sink that puts events on a tape (tape/tape.h), with limits, rotation, and a line of progress.
 *
 * A full disk is told about once; event() fails then, and what had been written can be read.
 */
#ifndef RINGSIDE_SINK_TAPE_H
#define RINGSIDE_SINK_TAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "sink/sink.h"
#include "tape/tape.h"

enum { TAPE_SINK_SP = 1 << 6 };

struct tape_sink_opts {
	const char *path;
	struct tape_opts tape;
	uint64_t max_bytes, max_events, max_ns; /* of a file; 0: no limit. Files exceed max_bytes by less than a chunk */
	unsigned keep;          /* at a limit, go on in a new file and keep so many older ones: PATH.1 is the youngest. 0: tape_sink_full() */
	bool progress;          /* to stderr */
	/* Registers that calls use, by ABI and number, as bits: arguments 0 to 5, TAPE_SINK_SP. Others are not kept. NULL: all are. */
	const uint8_t (*registers)[1024];
	/* Asked before each file but the first: what is known of the recording now (the process table in particular). May be NULL. */
	const struct tape_meta *(*renew)(void *ctx);
	/* What is to be put in place of an event. May be NULL. */
	const struct event *(*change)(void *ctx, const struct event *e);
	/* Whether the recording ends with this event. May be NULL. */
	bool (*until)(void *ctx, const struct event *e, const struct task *t);
	void *ctx;
};

/* Makes the file. 0, or -errno after a diag_error(). What the options point to must outlive the sink. */
int tape_sink_new(const struct tape_sink_opts *opts, struct sink **out);

/* Whether a limit was reached, or `until` was true: no event is taken any more. */
bool tape_sink_full(const struct sink *s);

/* Writes a ring to PATH.1, PATH.2, ... while recording goes on. 0, or -errno after a diag_error(). */
int tape_sink_dump(struct sink *s);

#endif
