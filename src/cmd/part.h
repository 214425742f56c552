/* Which part of a tape a command looks at: --since, --until and --pid of replay, stat and export. */
#ifndef RINGSIDE_CMD_PART_H
#define RINGSIDE_CMD_PART_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/vec.h"
#include "cmd/options.h"
#include "cmd/trace_opts.h"

struct job;
struct source;
struct tape_source_opts;

/* Ids of the options; a command's own are below. */
enum { OPT_SINCE = OPT_OTHERS + 500, OPT_UNTIL, OPT_PIDS };

#define PART_GROUP "Part of the tape"
/* Rows of a command's option table. */
#define PART_ROWS \
	{OPT_SINCE, 0, "since", ARG_NEEDED, "TIME", PART_GROUP, "From this time on: 1.5s or 2m after the tape's start, 12:34:56.789 on that day, or @SECONDS since 1970"}, \
	{OPT_UNTIL, 0, "until", ARG_NEEDED, "TIME", PART_GROUP, "Up to this time"}, \
	{OPT_PIDS, 0, "pid", ARG_NEEDED, "PID", PART_GROUP, "Only these processes and threads: numbers separated by commas. May be repeated"}

/* Whether a file begins as a tape does: a damaged one is still a tape, not a program. */
bool part_is_tape(const char *path);

/*
 * "COMMAND TAPE OPTIONS" is as good as "COMMAND OPTIONS TAPE": the word in front goes to the end, when it is a tape, or with `surely` whatever it is.
 * Result: that word, or NULL.
 */
const char *part_behind(int argc, char **argv, bool surely);

struct tape_part {
	const char *since, *until; /* as given; NULL: no limit */
	VEC(pid_t) pids;
};

static inline bool part_is_option(int id)
{
	return id >= OPT_SINCE && id <= OPT_PIDS;
}

/* Takes an option of PART_ROWS. 0, or -errno after a diag_error(). */
int part_apply(struct tape_part *p, const struct option_use *use);

/* Whether any was given. */
bool part_is_set(const struct tape_part *p);

/*
 * As tape_source_open(), limited to the part; o->since_ns, until_ns, pids and npids are set here. *p must outlive the source. The job's
 * `wants` is set.
 */
int part_open(const struct tape_part *p, const char *path, struct tape_source_opts *o, struct job *job, struct source **out);

void part_done(struct tape_part *p);

#endif
