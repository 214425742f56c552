/* What the files of a statistic share: see stat.h. */
#ifndef RINGSIDE_SINK_STAT_IN_H
#define RINGSIDE_SINK_STAT_IN_H

#include <stdbool.h>
#include <stdint.h>

#include "sink/stat.h"
#include "sink/stat_place.h"
#include "sink/stat_rows.h"

enum stat_unit { UNIT_COUNT, UNIT_NS, UNIT_BYTES, UNIT_SHARE /* 1/10000 */ };

/* Something told of a row. */
struct stat_column {
	const char *name;
	const char *field;  /* in CSV and JSON */
	const char *help;
	enum stat_unit unit;
	uint64_t (*value)(const struct stat_row *r, const struct stat_row *total);
	bool (*idle)(const struct stat_row *total); /* whether there is nothing to tell; NULL: never. Not shown unasked then */
	bool hidden;        /* not shown unasked */
};

extern const struct stat_column stat_columns[];

/* A table. */
struct stat_view {
	const char *name;   /* in JSON */
	const char *title;  /* NULL: the one that was asked for by keys */
	enum stat_key keys[STAT_KEYS_MAX];
	unsigned nkeys;
	bool only_failed;   /* calls that failed */
	bool only_known;    /* calls for which there is a value */
	unsigned top;       /* rows shown; 0: all */
	int sort;
	const char *brief;  /* columns shown unless others were asked for; NULL: all that have something to tell */
	int columns[STAT_COLUMNS_MAX];
	unsigned ncolumns;
	struct stat_table table;
	/* Once it is done: rows in their order, and what is not shown as one. */
	size_t shown;
	struct stat_row rest;
	uint64_t rest_rows;
};

/* A call in progress. */
struct stat_flight {
	pid_t pid, tid;
	uint8_t abi;
	uint64_t nr, enter_ns;
	struct stat_flight *next;
};

enum { STAT_VIEWS_MAX = 4 };

struct stat {
	struct sink sink;
	const struct stat_opts *opts;
	struct output *out;
	struct stat_view views[STAT_VIEWS_MAX];
	unsigned nviews;
	struct stat_row total;       /* while counting only where a call may be in several rows; else summed up at the end */
	bool by_class;
	struct place_moves moves;
	struct map flights;          /* by tid */
	struct stat_flight *left;    /* that tracing left in progress */
	uint64_t tasks, lost;
	uint64_t first_ns, last_ns;  /* the time that was watched */
	struct buf text, keys;       /* room to work in */
};

/* The value of a column of a row, by its index. */
uint64_t stat_value(const struct stat *s, int column, const struct stat_row *r);
/* Chooses a view's columns, puts its rows in order, and sums up those that are not shown. */
void stat_view_finish(const struct stat *s, struct stat_view *v);
/* "read", "syscall_0x3e7". */
void stat_put_call(const struct stat *s, const struct stat_flight *f, struct buf *out);

void stat_write_text(struct stat *s);
void stat_write_csv(struct stat *s);
void stat_write_json(struct stat *s);

#endif
