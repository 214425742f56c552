/* Inside trace's options: the table, and what is done about each subject's. Private to src/cmd/trace_opts*.c. */
#ifndef RINGSIDE_CMD_TRACE_OPTS_IN_H
#define RINGSIDE_CMD_TRACE_OPTS_IN_H

#include "cmd/options.h"
#include "cmd/trace_opts.h"

/* Ids of options: one a meaning. */
enum {
	OPT_EXPRESSION, OPT_ENV, OPT_PID, OPT_USER, OPT_ARGV0, OPT_DESCRIBE, OPT_ENGINE, OPT_RING_SIZE, OPT_LOSSLESS, OPT_DEGRADE,
	OPT_SYSTEM, OPT_TREE, OPT_CGROUP, OPT_CONTAINER, OPT_COMM, OPT_UID,
	OPT_FOLLOW, OPT_FOLLOW_OLD, OPT_DETACH, OPT_DAEMONIZE, OPT_LIMIT, OPT_SEPARATE, OPT_INTERRUPTIBLE, OPT_KILL_ON_EXIT, OPT_SECCOMP,
	OPT_TRACE, OPT_SIGNAL, OPT_STATUS, OPT_WHERE, OPT_TRACE_FDS, OPT_PATH, OPT_SUCCESSFUL, OPT_FAILED,
	OPT_COLUMNS, OPT_COLOR, OPT_ABBREV, OPT_VERBOSE, OPT_RAW, OPT_READ, OPT_WRITE, OPT_QUIET, OPT_FDS, OPT_PIDS, OPT_PIDNS, OPT_SECONTEXT, OPT_KVM, OPT_NAMESPACE, OPT_IP, OPT_NUMBER, OPT_ARG_NAMES,
	OPT_OUTPUT, OPT_APPEND, OPT_RELATIVE, OPT_STRING, OPT_CLOCK, OPT_TOOK, OPT_NO_ABBREV, OPT_HEX, OPT_CONST, OPT_ALWAYS_PID, OPT_JSON,
	OPT_STACK, OPT_FRAMES, OPT_FOLD, OPT_CALL_GRAPH,
	OPT_SUMMARY_ONLY, OPT_SUMMARY, OPT_OVERHEAD, OPT_SORT, OPT_TABLE, OPT_WALL,
	OPT_INJECT, OPT_FAULT,
	OPT_DECODE, OPT_WHOLE, OPT_EXPLAIN, OPT_FORMAT, OPT_ERRNO, OPT_DUR,
	OPT_DEBUG, OPT_TIPS, OPT_HELP, OPT_VERSION,
};

extern const struct option_row trace_rows[];
extern const size_t trace_nrows;

/* What an option of that group does: 0, or -errno after a diag_error(). */
int trace_apply_startup(struct trace_opts *o, const struct option_use *use);
int trace_apply_tracing(struct trace_opts *o, const struct option_use *use);
int trace_apply_set(struct trace_opts *o, const struct option_use *use);
int trace_apply_format(struct trace_opts *o, const struct option_use *use);
int trace_apply_statistics(struct trace_opts *o, const struct option_use *use);

/* Once all are known: refuses contradictions, warns of what has no effect, and settles what depends on several. 0 or -errno. */
int trace_opts_check(struct trace_opts *o);

/* A usage_error() about the option's argument. Result: -EINVAL. */
int invalid_argument(const struct option_use *use);
/* As str_decimal(), from 0 on. 0 or -EINVAL. */
int parse_decimal(const char *s, unsigned long max, unsigned *out);
/* Index of the word, in whichever case, or -1. */
int word_index(const char *const *words, size_t n, const char *word, size_t len);

#define WORD_INDEX(words, word, len) word_index((words), sizeof(words) / sizeof((words)[0]), (word), (len))

enum { PRECISIONS = 4 };
extern const char *const precisions[PRECISIONS]; /* s, ms, us, ns */

#endif
