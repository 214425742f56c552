/* What `ringside trace` is asked to do: its options, parsed. */
#ifndef RINGSIDE_CMD_TRACE_OPTS_H
#define RINGSIDE_CMD_TRACE_OPTS_H

#include <stdio.h>

#include "base/numset.h"
#include "base/vec.h"
#include "capture/ptrace.h"
#include "capture/stack.h"
#include "cmd/expression.h"
#include "cmd/options.h"
#include "cmd/targets.h"
#include "cmd/tips.h"
#include "filter/filter.h"
#include "filter/inject.h"
#include "filter/path.h"
#include "filter/where.h"
#include "filter/words.h"
#include "sink/dump.h"
#include "sink/format.h"
#include "sink/jsonl.h"
#include "sink/notice.h"
#include "sink/summary.h"
#include "sink/text.h"

enum status_bit { STATUS_SUCCESSFUL, STATUS_FAILED, STATUS_UNFINISHED, STATUS_UNAVAILABLE, STATUS_DETACHED, STATUS_COUNT };

/* What --decode-fds shows, as bits of fd_kinds. */
enum fd_kind { FD_PATH, FD_SOCKET, FD_DEV, FD_PIDFD, FD_EVENTFD, FD_SIGNALFD, FD_KINDS, FD_ALL = (1 << FD_KINDS) - 1 };

/* -I: when signals end the trace. */
enum interruptible { INTERRUPT_DEFAULT, INTERRUPT_ANYWHERE, INTERRUPT_WAITING, INTERRUPT_NEVER, INTERRUPT_NEVER_TSTP };

enum verdict { VERDICT_RUN, VERDICT_HELP, VERDICT_VERSION, VERDICT_TIPS };

struct trace_opts {
	enum verdict verdict;
	uint64_t ring_bytes;         /* of the eBPF engine; 0: its own choice */
	bool lossless, degrade;      /* ... as it fills */
	const char *engine;          /* NULL: auto; "ptrace", "ebpf"; "fake:FILE" replays events from a text file */
	char **argv;                 /* program to start, or NULL */
	const char *argv0;
	VEC(const char *) env;
	VEC(pid_t) pids;
	struct targets targets;
	VEC(char *) describe;        /* files of descriptions */
	const char *user_name;
	struct ptrace_user user;
	bool follow, separate, always_pid, kill_on_exit, seccomp;
	enum interruptible interruptible;
	enum daemonize daemonize;
	bool detach_on_exec;
	uint64_t syscall_limit;      /* calls to be shown; 0: no limit */
	const char *output;          /* NULL: stderr; "|command" */
	bool append;
	bool summary_only, summary;
	struct callset trace, abbrev, verbose, raw;
	struct wordset signals, status, quiet;
	bool status_filtered;
	VEC(const char *) paths;
	VEC(struct where *) wheres;  /* all of them hold */
	VEC(char *) texts;           /* that we wrote for them */
	struct where_needs needs;    /* of all of them */
	unsigned fd_kinds;           /* bits of enum fd_kind */
	bool comms, pidns;           /* --decode-pids */
	bool namespaces;
	enum { VCPU_NONE, VCPU_REASON, VCPU_STRUCT } vcpu;
	struct numset trace_fds;
	bool trace_fds_set;
	struct dump_opts dump;
	struct injections injections;
	enum { COLOR_AUTO, COLOR_NEVER, COLOR_ALWAYS } color;
	bool decode, whole_lines;
	const char *format;          /* --format */
	struct format *template;     /* ... compiled */
	bool debug;
	struct tips_opts tips;
	bool json;                   /* --json, in place of text */
	bool cpu_time;               /* of each call, for others than the table */
	bool from_file;              /* events come from a file: there is no program to start */
	const struct option_row *live; /* the first option given that is about programs that run; NULL: none */
	struct images *images;       /* of stacks; NULL: none are wanted */
	struct stack_opts stacks;
	bool stack_lines;            /* with lines of source */
	struct symbols *symbols;     /* of trace_stack_symbols() */
	struct text_opts text;
	struct notice_opts notice;
	struct summary_opts table;
	struct jsonl_opts lines;     /* of --json */

	/* What was said how, for contradictions. */
	unsigned k_letters, frame_limit;
	bool stack_set;
	unsigned f_letters, q_letters, t_letters, x_letters, y_letters, big_d, big_f, only_letters;
	bool daemonize_set, follow_set, string_limit_set, quiet_set, clock_set, strings_set, fds_set, sort_set, columns_set;
	VEC(struct expression) expressions; /* of -e and its long forms: they need the descriptions, which come last */
};

/* Whether more than the paths of descriptors is asked for. */
static inline bool fd_details(const struct trace_opts *o)
{
	return o->fd_kinds & ~(1U << FD_PATH);
}

enum { OPT_OTHERS = 1000 }; /* ids of other commands' options start here */

/*
 * 0, or -errno after a diag_error(). `argv` must live as long as *o. `others` are options of a command that has these beside trace's
 * and in their place where letter or name are the same; NULL: none.
 */
int trace_opts_parse(struct trace_opts *o, const struct option_table *others, int argc, char **argv);
/* Nothing will be started or attached to: refuses options that are about that. 0, or -EINVAL after a diag_error(). Done by itself with `from_file`. */
int trace_opts_recorded(const struct trace_opts *o);
void trace_opts_done(struct trace_opts *o);
/* The options by group, those of `others` first. */
void trace_opts_help(const struct option_table *others, FILE *to, unsigned columns);

/* trace_stack.c: what -k and its relatives say. 0 or -errno after a diag_error(). */
enum { STACK_FRAMES = 256 }; /* by default */
int trace_stack_mode(struct trace_opts *o, const struct option_use *use);
int trace_stack_call_graph(struct trace_opts *o, const struct option_use *use);
int trace_stack_settle(struct trace_opts *o); /* when all options are known: what stacks take is made, or why there are none is said */
void trace_stack_show(struct trace_opts *o);  /* stacks that there are, asked for or not */
/* What names frames, source lines included, for others than the text; stays the options'. NULL: this build can't. */
struct symbols *trace_stack_symbols(struct trace_opts *o);
void trace_stack_done(struct trace_opts *o);

#endif
