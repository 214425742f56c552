/* What the lines of --json consist of: the writer and the schema share this table. */
#ifndef RINGSIDE_SINK_JSONL_MEMBERS_H
#define RINGSIDE_SINK_JSONL_MEMBERS_H

#include <stdbool.h>
#include <stdint.h>

/* In the order in which they are written. */
enum member {
	M_TYPE, M_TIME, M_PID, M_TID, M_COMM, M_ABI, M_NR, M_CALL, M_ARGS, M_OUTCOME, M_RET, M_ERROR, M_TAMPERED, M_DURATION, M_CPU,
	M_SIGNO, M_SIGNAL, M_INFO, M_STATUS, M_KILLED_BY, M_CORE, M_OLD_TID, M_PARENT, M_LOST, M_STACK, M_RAW, M_COUNT
};

struct member_row {
	const char *name;
	uint16_t kinds;     /* bit an enum event_kind: lines that may have it */
	bool required;
	const char *schema; /* of its value */
	const char *help;
};

extern const struct member_row jsonl_members[M_COUNT];
extern const char *const jsonl_types[]; /* by enum event_kind */
extern const char *const jsonl_outcomes[]; /* by enum outcome; NULL: there is a result */

#endif
