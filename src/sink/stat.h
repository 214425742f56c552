/*
 * Statistics: calls counted and timed by any keys, in memory that does not grow with their number. Rows beyond a limit are merged, the
 * least first, into one that says how many they were.
 *
 *   stat.c         events to samples; calls in flight
 *   stat_key.c     what a call is counted under
 *   stat_place.c   which file or descriptor it works on; bytes in and out
 *   stat_rows.c    the rows
 *   stat_column.c  what is told of a row
 *   stat_text.c stat_data.c  the tables as text; as CSV and JSON
 */
#ifndef RINGSIDE_SINK_STAT_H
#define RINGSIDE_SINK_STAT_H

#include <stdbool.h>
#include <stdint.h>

#include "sink/output.h"
#include "sink/sink.h"

struct desc;

enum stat_key {
	STAT_CALL, STAT_COMM, STAT_PID, STAT_TID, STAT_PATH, STAT_FD, STAT_ERRNO, STAT_CLASS, STAT_HOUR, STAT_KEY_COUNT,
	STAT_KEYS_MAX = 6, STAT_COLUMNS_MAX = 20,
};

enum stat_format { STAT_TEXT, STAT_CSV, STAT_JSON };

/* Tables beside the one by keys. */
enum stat_part { STAT_ERRORS = 1 << 0, STAT_PATHS = 1 << 1, STAT_FDS = 1 << 2, STAT_HISTOGRAM = 1 << 3, STAT_ALL = 15 };

struct stat_opts {
	const struct desc *desc;
	enum stat_key keys[STAT_KEYS_MAX];
	unsigned nkeys;
	int columns[STAT_COLUMNS_MAX]; /* indices */
	unsigned ncolumns;             /* 0: those that have something to tell */
	int sort;                      /* index of a column; -1: by keys */
	unsigned top;                  /* rows shown; 0: all, of tables beside 10 */
	unsigned parts;                /* bits of enum stat_part */
	uint32_t max_rows;             /* of each table; 0: 10,000 */
	enum stat_format format;
	uint64_t realtime_offset;      /* as in struct source; may be set before the first event */
};

/* Each replaces what was there. 0, or -EINVAL after a diag_error() with the nearest name. */
int stat_keys_parse(struct stat_opts *o, const char *text);
int stat_columns_parse(struct stat_opts *o, const char *text);
int stat_sort_parse(struct stat_opts *o, const char *text);
/* Their names, for help; NULL beyond the last. */
const char *stat_key_name(unsigned i);
const char *stat_column_name(unsigned i);

/* Whether arguments, memory and notes of events are looked at, not just who called what when. */
bool stat_needs_memory(const struct stat_opts *o);
/* Likewise for single calls, by ABI and number: 1 for those whose memory is looked at in any case. */
void stat_needs_full(const struct stat_opts *o, uint8_t full[ABI_COUNT][1024]);
/* Whether tasks need their names. */
bool stat_needs_comm(const struct stat_opts *o);
/* Whether descriptors need notes. */
bool stat_needs_fds(const struct stat_opts *o);

/* All is written to `out`, which stays the caller's, at the sink's end. The options must outlive the sink. */
struct sink *stat_new(const struct stat_opts *opts, struct output *out);

#endif
