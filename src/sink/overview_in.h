/* What overview.c adds up and overview_json.c prints. */
#ifndef RINGSIDE_SINK_OVERVIEW_IN_H
#define RINGSIDE_SINK_OVERVIEW_IN_H

#include "base/map.h"
#include "base/vec.h"
#include "sink/histogram.h"
#include "sink/page_rows.h"

enum {
	OVERVIEW_COLUMNS = 4096,          /* moments of the whole */
	OVERVIEW_COLUMNS_LEAST = 64,
	OVERVIEW_CELLS = 1 << 19,         /* moments of all threads; about 100 bytes each */
	OVERVIEW_RATE_STEPS = 300,
	OVERVIEW_HEAT_COLUMNS = 240,
	OVERVIEW_HEAT_LINES = 60,
	OVERVIEW_USERS = 32,              /* threads of a place that are told apart */
	OVERVIEW_PAIRS = 1 << 20,         /* of failed calls and places, to count those */
	OVERVIEW_FOLDED_BYTES = 16 << 20, /* of names of files with failed calls */
};

/* A moment of a thread. */
struct cell {
	uint32_t column, count, failed;
	uint64_t number;         /* of the longest */
	struct page_row longest;
};

struct lane {
	VEC(struct cell) cells;  /* in order of time */
	uint64_t calls, total_ns;
};

struct sum {
	uint64_t calls, errors, total_ns, read, written;
};

/* How a call changes the address space. */
enum mapping { MAPPING_NONE, MAPPING_MMAP, MAPPING_MUNMAP, MAPPING_MREMAP, MAPPING_BRK };

struct name_sum {
	struct sum sum;
	uint64_t max_ns;
	struct histogram times;
	uint32_t *rate;          /* by step; NULL: none */
	enum mapping mapping;
};

#define PLACE_OF_FD ((uint64_t)1 << 32)

struct place_user {
	uint32_t task;
	uint64_t read, written;
};

struct place_sum {
	uint64_t id;             /* of a path; of a descriptor with PLACE_OF_FD */
	struct sum sum;
	VEC(struct place_user) users;
	bool more_users;
};

struct error_sum {
	uint32_t name, what;     /* what: of `folded` */
	uint16_t error;
	bool more_places;
	uint64_t calls, total_ns, places;
};

struct mapped {
	uint32_t task;
	unsigned column;
	uint64_t at_ns;
	int64_t change;
};

struct overview {
	uint64_t first_ns, span_ns, rows, calls;
	unsigned columns;        /* moments now */
	size_t cells;
	VEC(struct lane) lanes;  /* by task */
	VEC(struct name_sum) names;
	VEC(struct place_sum) places;
	VEC(struct error_sum) errors;
	VEC(struct mapped) mapped;
	struct map place_by_id, error_by_key; /* index + 1 */
	struct map error_places;
	struct map mapped_by_pid; /* index + 1 of the last */
	struct map breaks;        /* by pid: where brk(2) is */
	struct dictionary folded;
	uint32_t rate_all[OVERVIEW_RATE_STEPS], rate_failed[OVERVIEW_RATE_STEPS];
	uint32_t heat[OVERVIEW_HEAT_LINES][OVERVIEW_HEAT_COLUMNS]; /* the shortest first */
};

#endif
