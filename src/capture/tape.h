/* The engine that has it all behind it: events come from a tape (tape/tape.h), in the order in which they were recorded. */
#ifndef RINGSIDE_CAPTURE_TAPE_H
#define RINGSIDE_CAPTURE_TAPE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "capture/source.h"

struct tape_meta;

struct tape_source_opts {
	/* What of the tape is wanted: chunks without any of it are passed by. Of the others all events come, because who is who shows in
	 * them; see tape_source_wants(). */
	uint64_t since_ns, until_ns; /* CLOCK_MONOTONIC of the recorded machine. 0 and UINT64_MAX: all */
	const pid_t *pids;           /* processes and threads */
	unsigned npids;
	bool brief;                  /* events come without arguments and memory, four times as fast */
	/* Calls, by ABI and number, that are of no use without: chunks in which there are some are not read briefly. NULL: none. */
	const uint8_t (*full)[1024];
	bool follow;                 /* wait for more until the recorder ends the tape */
};

/*
 * 0, or -errno after a diag_error(). Where the tape is damaged, a warning is given and a LOST event stands for what is missing, with
 * `lost` 0 when nobody knows how many. The options may go after the call, pids must stay.
 */
int tape_source_open(const char *path, const struct tape_source_opts *opts, struct source **out);

/* Changes since_ns and until_ns, for those who need the tape's start to know them. Before the first next(). */
void tape_source_limit(struct source *s, uint64_t since_ns, uint64_t until_ns);

/* Whether the event is of the part that is wanted. */
bool tape_source_wants(const struct source *s, const struct event *e);

/* What is known of the recording; valid until the source is closed. */
const struct tape_meta *tape_source_meta(const struct source *s);

#endif
