/*
 * The options of `ringside trace`: the table, and what each does. Messages have strace's words wherever strace has a message, because
 * scripts look for them.
 */
#include "cmd/trace_opts.h"

#include <ctype.h>
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/expression.h"
#include "cmd/options.h"
#include "cmd/units.h"
#include "desc/load.h"

enum {
	OPT_EXPRESSION, OPT_ENV, OPT_PID, OPT_USER, OPT_ARGV0, OPT_DESCRIBE, OPT_ENGINE, OPT_RING_SIZE,
	OPT_SYSTEM, OPT_TREE, OPT_CGROUP, OPT_CONTAINER, OPT_COMM, OPT_UID,
	OPT_FOLLOW, OPT_FOLLOW_OLD, OPT_DETACH, OPT_DAEMONIZE, OPT_LIMIT, OPT_SEPARATE, OPT_INTERRUPTIBLE, OPT_KILL_ON_EXIT, OPT_SECCOMP,
	OPT_TRACE, OPT_SIGNAL, OPT_STATUS, OPT_WHERE, OPT_TRACE_FDS, OPT_PATH, OPT_SUCCESSFUL, OPT_FAILED,
	OPT_COLUMNS, OPT_COLOR, OPT_ABBREV, OPT_VERBOSE, OPT_RAW, OPT_READ, OPT_WRITE, OPT_QUIET, OPT_FDS, OPT_PIDS, OPT_IP, OPT_NUMBER, OPT_ARG_NAMES,
	OPT_OUTPUT, OPT_APPEND, OPT_RELATIVE, OPT_STRING, OPT_CLOCK, OPT_TOOK, OPT_NO_ABBREV, OPT_HEX, OPT_CONST, OPT_ALWAYS_PID, OPT_JSON,
	OPT_STACK, OPT_FRAMES, OPT_FOLD, OPT_CALL_GRAPH,
	OPT_SUMMARY_ONLY, OPT_SUMMARY, OPT_OVERHEAD, OPT_SORT, OPT_TABLE, OPT_WALL,
	OPT_INJECT, OPT_FAULT,
	OPT_HELP, OPT_VERSION,
	OPT_LATER, /* and all after it: what we do not have yet, each its own id */
};

enum { OTHERS_MAX = 32 };

static const char startup[] = "Startup", targets[] = "Whom to watch (eBPF)", tracing[] = "Tracing", filtering[] = "Filtering", format[] = "Output format",
		  statistics[] = "Statistics", tampering[] = "Tampering", misc[] = "Miscellaneous";

static const struct option_row rows[] = {
	{OPT_EXPRESSION, 'e', NULL, ARG_NEEDED, "EXPR", "General",
	 "What to trace, and how: OPTION=[!]all or OPTION=[!]VALUE[,VALUE]... OPTION is trace (which may be left out), abbrev, verbose, raw, signal, status, where, quiet, decode-fds, decode-pids, inject or fault, each also an option of its own"},

	{OPT_ENV, 'E', "env", ARG_NEEDED, "VAR[=VALUE]", startup, "Set VAR in the program's environment, or remove it"},
	{OPT_PID, 'p', "attach", ARG_NEEDED, "PID", startup, "Trace running processes: numbers separated by commas or white space. May be repeated"},
	{OPT_USER, 'u', "user", ARG_NEEDED, "USER", startup, "Run the program as this user, by name or as UID:GID"},
	{OPT_ARGV0, 0, "argv0", ARG_NEEDED, "NAME", startup, "What the program sees as its argv[0]"},
	{OPT_DESCRIBE, 0, "describe", ARG_NEEDED, "FILE", startup, "Descriptions of calls beside the built-in ones. May be repeated"},
	{OPT_ENGINE, 0, "engine", ARG_NEEDED, "NAME", startup, "How to watch: ptrace, ebpf or auto (default): ebpf where an option takes it, ptrace else; fake:FILE replays events written as text"},

	{OPT_RING_SIZE, 0, "ring-size", ARG_NEEDED, "SIZE", startup,
	 "How much the kernel may be ahead of us with --engine=ebpf before events are lost: 64k to 2G, 16M if not given"},

	{OPT_SYSTEM, 0, "system", ARG_NONE, NULL, targets, "All processes, also those that come. These places add up with each other, PROGRAM and -p"},
	{OPT_TREE, 0, "tree", ARG_NEEDED, "PID", targets, "A process and all that descends from it. May be repeated, as may the following"},
	{OPT_CGROUP, 0, "cgroup", ARG_NEEDED, "PATH", targets, "What is in a cgroup, or below it: a folder, or a path as in /proc/PID/cgroup"},
	{OPT_CONTAINER, 0, "container", ARG_NEEDED, "NAME", targets, "A container by name or beginning of its id (Docker, Podman, containerd, CRI-O, LXC, nspawn), or a systemd unit"},
	{OPT_COMM, 0, "comm", ARG_NEEDED, "PATTERN", targets, "Of these only threads whose name matches; alone: of all. Likewise"},
	{OPT_UID, 0, "uid", ARG_NEEDED, "USER", targets, "Of these only processes of this user (the real one), by name or number"},

	{OPT_DETACH, 'b', "detach-on", ARG_NEEDED, "CALL", tracing, "Detach from who makes this call: execve, which stands for execveat, too"},
	{OPT_DAEMONIZE, 'D', "daemonize", ARG_OPTIONAL, "WHERE", tracing,
	 "Let the program, not the tracer, be the child of who starts us; the tracer is a grandchild (-D), in its own process group (-DD, pgroup) or session (-DDD, session)"},
	{OPT_FOLLOW, 'f', "follow-forks", ARG_NONE, NULL, tracing, "Trace new processes and threads too; twice: with --output-separately"},
	{OPT_FOLLOW_OLD, 'F', NULL, ARG_NONE, NULL, NULL, NULL},
	{OPT_INTERRUPTIBLE, 'I', "interruptible", ARG_NEEDED, "WHEN", tracing,
	 "Which moments a signal can end the trace at: 1 or anywhere; 2 or waiting, after the event at hand (default); 3 or never (default with -o FILE PROG); 4 or never_tstp, not even ^Z"},
	{OPT_KILL_ON_EXIT, 0, "kill-on-exit", ARG_NONE, NULL, tracing, "Kill what is traced if we are killed"},
	{OPT_LIMIT, 0, "syscall-limit", ARG_NEEDED, "COUNT", tracing, "Detach from everything once so many calls were shown"},
	{OPT_SECCOMP, 0, "seccomp-bpf", ARG_NONE, NULL, tracing, "Leave calls that are not traced at full speed, whatever it takes (with -f)"},

	{OPT_TRACE, 0, "trace", ARG_NEEDED, "SET", filtering,
	 "Trace only these calls: names, numbers, /regexes and classes (%file %process %network %signal %ipc %desc %memory %creds %clock %pure %stat %lstat %fstat %%stat %statfs %fstatfs %%statfs), all or none; ! in front inverts; ? in front of a name that may not exist; @64, @32 or @x32 behind limits it to that ABI"},
	{OPT_SIGNAL, 0, "signal", ARG_NEEDED, "SET", filtering, "Show only these signals"},
	{OPT_SIGNAL, 0, "signals", ARG_NEEDED, NULL, NULL, NULL},
	{OPT_STATUS, 0, "status", ARG_NEEDED, "SET", filtering, "Show only calls that ended so: successful, failed, unfinished, unavailable, detached"},
	{OPT_WHERE, 0, "where", ARG_NEEDED, "EXPR", filtering,
	 "Show only calls for which EXPR is true: 'errno==ENOENT && path~\"/etc/*\"', dur>10ms, 'openat.flags&O_TRUNC'; see 'ringside help where'. May be repeated"},
	{OPT_TRACE_FDS, 0, "trace-fds", ARG_NEEDED, "SET", filtering, "Show only calls that have one of these descriptors: numbers; ! in front inverts. With -P either will do"},
	{OPT_PATH, 'P', "trace-path", ARG_NEEDED, "PATH", filtering, "Show only calls that access PATH. May be repeated"},
	{OPT_SUCCESSFUL, 'z', "successful-only", ARG_NONE, NULL, filtering, "Show only calls that succeeded"},
	{OPT_FAILED, 'Z', "failed-only", ARG_NONE, NULL, filtering, "Show only calls that failed"},

	{OPT_COLUMNS, 'a', "columns", ARG_NEEDED, "COLUMN", format, "Where results are aligned (default 40)"},
	{OPT_ABBREV, 0, "abbrev", ARG_NEEDED, "SET", format, "Calls whose structures are shortened (default all)"},
	{OPT_VERBOSE, 0, "verbose", ARG_NEEDED, "SET", format, "Calls whose pointers are followed (default all)"},
	{OPT_RAW, 0, "raw", ARG_NEEDED, "SET", format, "Calls whose arguments are shown as plain numbers"},
	{OPT_READ, 0, "read", ARG_NEEDED, "SET", format, "Dump what is read through these descriptors, in hex and as text"},
	{OPT_WRITE, 0, "write", ARG_NEEDED, "SET", format, "Dump what is written through these descriptors"},
	{OPT_QUIET, 'q', "quiet", ARG_OPTIONAL, "SET", format,
	 "Leave messages out: attach, exit, path-resolution, personality, thread-execve; -q: attach,personality; -qq: exit too; -qqq: all"},
	{OPT_QUIET, 0, "silent", ARG_OPTIONAL, NULL, NULL, NULL},
	{OPT_QUIET, 0, "silence", ARG_OPTIONAL, NULL, NULL, NULL},
	{OPT_FDS, 'y', "decode-fds", ARG_OPTIONAL, "SET", format, "Show what descriptors stand for: path (default), socket, dev, pidfd, eventfd, signalfd, all or none; -yy: all"},
	{OPT_PIDS, 0, "decode-pids", ARG_NEEDED, "SET", format, "Show what is known of pids: comm"},
	{OPT_PIDS, 'Y', NULL, ARG_NONE, NULL, format, "As --decode-pids=comm"},
	{OPT_IP, 'i', "instruction-pointer", ARG_NONE, NULL, format, "Show the instruction pointer at the call"},
	{OPT_NUMBER, 'n', "syscall-number", ARG_NONE, NULL, format, "Show the call's number"},
	{OPT_ARG_NAMES, 'N', "arg-names", ARG_NONE, NULL, format, "Show the names of arguments"},
	{OPT_OUTPUT, 'o', "output", ARG_NEEDED, "FILE", format, "Write to FILE, or with | or ! in front to a command, not to stderr"},
	{OPT_APPEND, 'A', "output-append-mode", ARG_NONE, NULL, format, "Append to the file"},
	{OPT_SEPARATE, 0, "output-separately", ARG_NONE, NULL, format, "A file FILE.PID for each process"},
	{OPT_RELATIVE, 'r', "relative-timestamps", ARG_OPTIONAL, "PRECISION", format, "Show the time since the line before; s, ms, us (default) or ns"},
	{OPT_STRING, 's', "string-limit", ARG_NEEDED, "BYTES", format, "How much of a string is shown (default 32)"},
	{OPT_CLOCK, 't', "absolute-timestamps", ARG_OPTIONAL, "[FORMAT][,PRECISION]", format,
	 "Show the time: none, time (default) or unix; s (default), ms, us or ns. -tt: us; -ttt: unix,us"},
	{OPT_CLOCK, 0, "timestamps", ARG_OPTIONAL, NULL, NULL, NULL},
	{OPT_TOOK, 'T', "syscall-times", ARG_OPTIONAL, "PRECISION", format, "Show how long each call took; s, ms, us (default) or ns"},
	{OPT_NO_ABBREV, 'v', "no-abbrev", ARG_NONE, NULL, format, "Show structures in full"},
	{OPT_HEX, 'x', "strings-in-hex", ARG_OPTIONAL, "WHICH", format,
	 "Escape strings in hex: none, non-ascii-chars, non-ascii (-x) or all (default, -xx)"},
	{OPT_CONST, 'X', "const-print-style", ARG_NEEDED, "STYLE", format, "Constants as raw numbers, abbrev (names, default) or verbose (both)"},
	{OPT_ALWAYS_PID, 0, "always-show-pid", ARG_NONE, NULL, format, "Show the pid on every line"},
	{OPT_JSON, 0, "json", ARG_OPTIONAL, "raw", format, "Write JSON Lines, an object an event ('ringside explain --json-schema'); raw: with all that 'replay --from-json' needs"},
	{OPT_STACK, 'k', "stack-trace", ARG_OPTIONAL, "WHAT", format, "Show the stack behind each call and signal: symbol (default): functions; source (-kk): lines of source, too"},
	{OPT_FRAMES, 0, "stack-trace-frame-limit", ARG_NEEDED, "LIMIT", format, "How many frames of a stack are shown (default 256)"},
	{OPT_FOLD, 0, "dedup-stacks", ARG_NONE, NULL, format, "Show a stack once, with a number, and from then on only the number (with -k)"},
	{OPT_CALL_GRAPH, 0, "call-graph", ARG_NEEDED, "MODE", format, "As -k; how stacks are walked: dwarf (default): by unwind tables, dwarf,BYTES: within so much of the stack; fp: by frame pointers"},
	{OPT_COLOR, 0, "color", ARG_OPTIONAL, NULL, NULL, NULL},

	{OPT_SUMMARY_ONLY, 'c', "summary-only", ARG_NONE, NULL, statistics, "Count calls, errors and time, and show only the table of that"},
	{OPT_SUMMARY, 'C', "summary", ARG_NONE, NULL, statistics, "The table after the trace"},
	{OPT_OVERHEAD, 'O', "summary-syscall-overhead", ARG_NEEDED, "TIME", statistics, "Take this off each call's time; in s, ms, us (default) or ns"},
	{OPT_SORT, 'S', "summary-sort-by", ARG_NEEDED, "COLUMN", statistics, "Sort by a column of the table (default time), or nothing"},
	{OPT_TABLE, 'U', "summary-columns", ARG_NEEDED, "COLUMNS", statistics,
	 "Which columns: time-percent, total-time, min-time, max-time, avg-time, wall-total, wall-min, wall-max, wall-avg, calls, errors, name"},
	{OPT_WALL, 'w', "summary-wall-clock", ARG_NONE, NULL, statistics, "Count the time from entry to return, not the CPU time between"},

	{OPT_INJECT, 0, "inject", ARG_NEEDED, "SET:ACTION[:ACTION]...", tampering,
	 "Change what calls do. Actions: error=ERRNO, retval=VALUE, signal=SIG, syscall=CALL of %pure in place of the one not made, delay_enter=TIME, delay_exit=TIME, poke_enter=@argN=HEX[,@argM=HEX]..., poke_exit=..., argN=VALUE; when=FIRST[..LAST][+[STEP]] says which of a task's calls, if=EXPR for which arguments (as --where, 'path~\"*.conf\"'). May be repeated"},
	{OPT_FAULT, 0, "fault", ARG_NEEDED, "SET[:error=ERRNO][:when=WHEN][:if=EXPR]", tampering, "As --inject, with ENOSYS for the error when none is given"},

	{OPT_HELP, 'h', "help", ARG_NONE, NULL, misc, "Show this"},
	{OPT_VERSION, 'V', "version", ARG_NONE, NULL, misc, "Show the version and what is built in"},

	{OPT_LATER + 6, 0, "kvm", ARG_NEEDED, NULL, NULL, NULL},
	{OPT_LATER + 7, 0, "namespace", ARG_NEEDED, NULL, NULL, NULL},
	{OPT_LATER + 10, 0, "pidns-translation", ARG_NONE, NULL, NULL, NULL},
	{OPT_LATER + 13, 'd', "debug", ARG_NONE, NULL, NULL, NULL},
	{OPT_LATER + 14, 0, "tips", ARG_OPTIONAL, NULL, NULL, NULL},
};

static int invalid_argument(const struct option_use *use)
{
	return usage_error("invalid %s argument: '%s'", use->given, use->arg);
}

/* Decimal only, as strace has it: 010 is ten. */
static int parse_decimal(const char *s, unsigned long max, unsigned *out)
{
	char *end;

	if (!isdigit((unsigned char)*s))
		return -EINVAL;
	errno = 0;
	unsigned long v = strtoul(s, &end, 10);
	if (*end || errno || v > max)
		return -EINVAL;
	*out = (unsigned)v;
	return 0;
}

/* Index of the word, or -1. */
static int word_index(const char *const *words, size_t n, const char *word, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(words[i]) == len && memcmp(words[i], word, len) == 0)
			return (int)i;
	return -1;
}

#define WORD_INDEX(words, word, len) word_index((words), sizeof(words) / sizeof((words)[0]), (word), (len))

/* Startup */

static int add_pids(struct trace_opts *o, const char *list)
{
	static const char separators[] = ", \t\n";

	for (list += strspn(list, separators); *list; list += strspn(list, separators)) {
		size_t len = strcspn(list, separators);
		char word[32] = "";
		unsigned pid;

		memcpy(word, list, len < sizeof(word) ? len : sizeof(word) - 1);
		if (parse_decimal(word, INT32_MAX, &pid) || !pid) {
			diag_error("Invalid process id: '%.*s'", (int)len, list);
			return -EINVAL;
		}
		*vec_push(&o->pids) = (pid_t)pid;
		list += len;
	}
	return 0;
}

static int set_ids(struct trace_opts *o, const char *pair)
{
	char uid_text[16] = "";
	const char *colon = strchr(pair, ':');
	size_t len = (size_t)(colon - pair);
	unsigned uid, gid;

	memcpy(uid_text, pair, len < sizeof(uid_text) ? len : sizeof(uid_text) - 1);
	if (parse_decimal(uid_text, UINT32_MAX - 1UL, &uid) || parse_decimal(colon + 1, UINT32_MAX - 1UL, &gid)) {
		diag_error("Invalid UID:GID pair '%s'", pair);
		return -EINVAL;
	}
	o->user = (struct ptrace_user){.uid = uid, .gid = gid};
	return 0;
}

static int set_user(struct trace_opts *o, const char *name)
{
	o->user_name = name;
	if (strchr(name, ':'))
		return set_ids(o, name);
	struct passwd *p = getpwnam(name);
	if (!p) {
		diag_error("Cannot find user '%s'", name);
		return -EINVAL;
	}
	o->user = (struct ptrace_user){.uid = p->pw_uid, .gid = p->pw_gid, .name = name};
	return 0;
}

static int set_engine(struct trace_opts *o, const struct option_use *use)
{
	o->engine = strcmp(use->arg, "auto") == 0 ? NULL : use->arg;
	if (o->engine && strcmp(use->arg, "ptrace") && strcmp(use->arg, "ebpf") && !str_starts(use->arg, "fake:"))
		return usage_error("no such engine: '%s'; there are auto, ptrace, ebpf and fake:FILE", use->arg);
	return 0;
}

/* The kernel wants a power of two. */
static int set_ring_size(struct trace_opts *o, const struct option_use *use)
{
	uint64_t bytes;

	if (units_bytes(use->arg, &bytes) || bytes < 1 << 16 || bytes > 1u << 31)
		return usage_error("invalid --ring-size argument: '%s'; a size from 64k to 2G is wanted", use->arg);
	for (o->ring_bytes = 1 << 16; o->ring_bytes < bytes;)
		o->ring_bytes *= 2;
	return 0;
}

static int apply_startup(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_ENV:
		*vec_push(&o->env) = use->arg;
		return 0;
	case OPT_PID:
		return add_pids(o, use->arg);
	case OPT_USER:
		return set_user(o, use->arg);
	case OPT_ARGV0:
		o->argv0 = use->arg;
		return 0;
	case OPT_DESCRIBE:
		*vec_push(&o->describe) = (char *)use->arg;
		return 0;
	case OPT_RING_SIZE:
		return set_ring_size(o, use);
	default:
		return set_engine(o, use);
	}
}

/* Tracing */

static int set_interruptible(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"anywhere", "waiting", "never", "never_tstp"};
	int word = WORD_INDEX(words, use->arg, strlen(use->arg));
	unsigned number = (unsigned)word + 1;

	if (word < 0 && (parse_decimal(use->arg, INTERRUPT_NEVER_TSTP, &number) || !number))
		return invalid_argument(use);
	o->interruptible = number;
	return 0;
}

static int set_daemonize(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"", "grandchild", "pgroup", "session", "pgrp"}; /* as in enum daemonize */
	int word = use->arg ? WORD_INDEX(words, use->arg, strlen(use->arg)) : DAEMONIZE_GRANDCHILD;

	if (use->by_letter) {
		o->big_d++;
		return 0;
	}
	if (word < 1)
		return invalid_argument(use);
	o->daemonize = word == 4 ? DAEMONIZE_GROUP : (enum daemonize)word;
	o->daemonize_set = true;
	return 0;
}

static int set_detach(struct trace_opts *o, const struct option_use *use)
{
	if (strcmp(use->arg, "execve") != 0) {
		diag_error("Syscall '%s' for -b isn't supported", use->arg);
		return -EINVAL;
	}
	o->detach_on_exec = true;
	return 0;
}

/* As many as there will ever be are as good as no limit. */
static int set_limit(struct trace_opts *o, const struct option_use *use)
{
	int64_t limit;

	if (!isdigit((unsigned char)*use->arg) || str_number(use->arg, 1, INT64_MAX, &limit))
		return invalid_argument(use);
	o->syscall_limit = (uint64_t)limit;
	return 0;
}

static int apply_tracing(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_FOLLOW:
		o->f_letters += use->by_letter;
		o->follow = true;
		o->separate |= o->f_letters > 1;
		return 0;
	case OPT_FOLLOW_OLD:
		o->big_f++;
		return 0;
	case OPT_SEPARATE:
		o->separate = true;
		return 0;
	case OPT_KILL_ON_EXIT:
		o->kill_on_exit = true;
		return 0;
	case OPT_SECCOMP:
		o->seccomp = true;
		return 0;
	case OPT_DETACH:
		return set_detach(o, use);
	case OPT_DAEMONIZE:
		return set_daemonize(o, use);
	case OPT_LIMIT:
		return set_limit(o, use);
	default:
		return set_interruptible(o, use);
	}
}

/* Filtering, and the other sets: they need the descriptions, so they wait. */

static void add_expression(struct trace_opts *o, const char *qualifier, const char *text)
{
	struct expression *e = vec_push(&o->expressions);

	*e = (struct expression){qualifier, text};
}

static int apply_set(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_EXPRESSION:
		add_expression(o, NULL, use->arg);
		return 0;
	case OPT_PATH:
		*vec_push(&o->paths) = use->arg;
		return 0;
	case OPT_SUCCESSFUL:
	case OPT_FAILED:
		o->only_letters++;
		add_expression(o, "status", use->row->id == OPT_FAILED ? "failed" : "successful");
		return 0;
	case OPT_NO_ABBREV:
		add_expression(o, "abbrev", "none");
		return 0;
	case OPT_QUIET:
		o->q_letters += !use->arg;
		if (use->arg)
			add_expression(o, "quiet", use->arg);
		return 0;
	case OPT_FDS:
		o->y_letters += use->by_letter;
		if (!use->by_letter)
			add_expression(o, "decode-fds", use->arg ? use->arg : "path");
		return 0;
	case OPT_PIDS:
		add_expression(o, "decode-pids", use->arg ? use->arg : "comm");
		return 0;
	default:
		add_expression(o, use->row->name, use->arg);
		return 0;
	}
}

/* Output format */

static const char *const precisions[] = {"s", "ms", "us", "ns"};

static int set_precision(const struct option_use *use, digits *out)
{
	int i = use->arg ? WORD_INDEX(precisions, use->arg, strlen(use->arg)) : 2;

	if (i < 0)
		return invalid_argument(use);
	*out = (digits)(i * 3);
	return 0;
}

static int set_clock_word(struct text_opts *t, const char *word, size_t len)
{
	static const char *const formats[] = {"none", "time", "unix"};
	bool only_format = str_starts(word, "format:"), only_precision = str_starts(word, "precision:");
	size_t skip = only_format ? 7 : only_precision ? 10 : 0;
	int as = only_precision ? -1 : WORD_INDEX(formats, word + skip, len - skip);
	int precision = only_format ? -1 : WORD_INDEX(precisions, word + skip, len - skip);

	if (as >= 0)
		t->clock = (enum clock_as)as;
	else if (precision >= 0)
		t->clock_digits = (digits)(precision * 3);
	return as < 0 && precision < 0 ? -EINVAL : 0;
}

static int set_clock(struct trace_opts *o, const struct option_use *use)
{
	if (use->by_letter) {
		o->t_letters++;
		return 0;
	}
	o->clock_set = true;
	o->text.clock = CLOCK_TIME;
	o->text.clock_digits = 0;
	for (const char *s = use->arg ? use->arg : "time"; *s; s += *s == ',') {
		size_t len = strcspn(s, ",");
		if (set_clock_word(&o->text, s, len))
			return invalid_argument(use);
		s += len;
	}
	return 0;
}

static int set_hex(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"none", "non-ascii", "all", "non-ascii-chars"}; /* as in enum escape_as */
	int i = WORD_INDEX(words, use->arg ? use->arg : "all", strlen(use->arg ? use->arg : "all"));

	if (use->by_letter) {
		o->x_letters++;
		return 0;
	}
	if (i < 0)
		return invalid_argument(use);
	o->strings_set = true;
	o->text.show.escape = (enum escape_as)i;
	return 0;
}

static int set_const(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"abbrev", "raw", "verbose"}; /* as in enum symbols_as */
	int i = WORD_INDEX(words, use->arg, strlen(use->arg));

	if (i < 0)
		return invalid_argument(use);
	o->text.show.symbols = (enum symbols_as)i;
	return 0;
}

static int set_color(const struct option_use *use)
{
	static const char *const words[] = {"auto", "never", "always"};
	int i = use->arg ? WORD_INDEX(words, use->arg, strlen(use->arg)) : 2;

	if (i < 0)
		return invalid_argument(use);
	if (i == 2) {
		diag_error("--color=always is not supported yet");
		return -ENOTSUP;
	}
	return 0;
}

static int set_json(struct trace_opts *o, const struct option_use *use)
{
	if (use->arg && strcmp(use->arg, "raw") != 0)
		return invalid_argument(use);
	o->json = true;
	o->lines.raw = use->arg != NULL;
	return 0;
}

static int apply_number(const struct option_use *use, unsigned long max, unsigned *out)
{
	return parse_decimal(use->arg, max, out) ? invalid_argument(use) : 0;
}

static int apply_values(struct trace_opts *o, const struct option_use *use)
{
	enum { STRING_MAX = UINT32_MAX / 4 };

	switch (use->row->id) {
	case OPT_COLUMNS:
		return apply_number(use, INT32_MAX, &o->text.column);
	case OPT_STRING:
		return apply_number(use, STRING_MAX, &o->text.show.max_string);
	case OPT_RELATIVE:
		return set_precision(use, &o->text.relative);
	case OPT_TOOK:
		return set_precision(use, &o->text.took);
	case OPT_CLOCK:
		return set_clock(o, use);
	case OPT_HEX:
		return set_hex(o, use);
	case OPT_CONST:
		return set_const(o, use);
	case OPT_JSON:
		return set_json(o, use);
	case OPT_STACK:
		return trace_stack_mode(o, use);
	case OPT_CALL_GRAPH:
		return trace_stack_call_graph(o, use);
	case OPT_FRAMES:
		return parse_decimal(use->arg, INT32_MAX, &o->frame_limit) || !o->frame_limit ? invalid_argument(use) : 0;
	default:
		return set_color(use);
	}
}

static int apply_format(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_IP:
		o->text.ip = true;
		return 0;
	case OPT_NUMBER:
		o->text.nr = true;
		return 0;
	case OPT_ARG_NAMES:
		o->text.show.arg_names = true;
		return 0;
	case OPT_OUTPUT:
		o->output = use->arg;
		return 0;
	case OPT_APPEND:
		o->append = true;
		return 0;
	case OPT_ALWAYS_PID:
		o->always_pid = true;
		return 0;
	case OPT_FOLD:
		o->text.fold_stacks = true;
		return 0;
	default:
		return apply_values(o, use);
	}
}

/* Statistics */

static int set_overhead(struct trace_opts *o, const struct option_use *use)
{
	return str_time(use->arg, &o->table.overhead_ns) ? invalid_argument(use) : 0;
}

static int apply_statistics(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_SUMMARY_ONLY:
		o->summary_only = true;
		return 0;
	case OPT_SUMMARY:
		o->summary = true;
		return 0;
	case OPT_OVERHEAD:
		return set_overhead(o, use);
	case OPT_SORT:
		o->sort_set = true;
		return summary_sort_parse(&o->table, use->arg) ? usage_error("invalid sortby: '%s'", use->arg) : 0;
	case OPT_TABLE:
		o->columns_set = true;
		return summary_columns_parse(&o->table, use->arg) ? usage_hint() : 0;
	default:
		o->table.wall = true;
		return 0;
	}
}

static int apply_option(void *ctx, const struct option_use *use)
{
	struct trace_opts *o = ctx;
	int id = use->row->id;

	if (id == OPT_HELP || id == OPT_VERSION) {
		o->verdict = id == OPT_HELP ? VERDICT_HELP : VERDICT_VERSION;
		return -ECANCELED;
	}
	if (id >= OPT_LATER) {
		diag_error("%s is not supported yet", use->given);
		return -ENOTSUP;
	}
	switch (id) {
	case OPT_ENV: case OPT_PID: case OPT_USER: case OPT_ARGV0: case OPT_DESCRIBE: case OPT_ENGINE: case OPT_RING_SIZE:
		return apply_startup(o, use);
	case OPT_SYSTEM: case OPT_TREE: case OPT_CGROUP: case OPT_CONTAINER: case OPT_COMM: case OPT_UID:
		return targets_add(&o->targets, (enum target_word)(id - OPT_SYSTEM), use->arg);
	case OPT_FOLLOW: case OPT_FOLLOW_OLD: case OPT_DETACH: case OPT_DAEMONIZE: case OPT_LIMIT: case OPT_SEPARATE: case OPT_INTERRUPTIBLE: case OPT_KILL_ON_EXIT: case OPT_SECCOMP:
		return apply_tracing(o, use);
	case OPT_EXPRESSION: case OPT_TRACE: case OPT_SIGNAL: case OPT_STATUS: case OPT_WHERE: case OPT_TRACE_FDS: case OPT_PATH: case OPT_SUCCESSFUL: case OPT_FAILED:
	case OPT_ABBREV: case OPT_VERBOSE: case OPT_RAW: case OPT_READ: case OPT_WRITE: case OPT_QUIET: case OPT_FDS: case OPT_PIDS: case OPT_NO_ABBREV:
	case OPT_INJECT: case OPT_FAULT:
		return apply_set(o, use);
	case OPT_SUMMARY_ONLY: case OPT_SUMMARY: case OPT_OVERHEAD: case OPT_SORT: case OPT_TABLE: case OPT_WALL:
		return apply_statistics(o, use);
	default:
		return apply_format(o, use);
	}
}

/* Contradictions */

#define SUMMARIES "(-c/--summary-only or -C/--summary)"

static int check_summary(const struct trace_opts *o)
{
	bool any = o->summary_only || o->summary;

	if (o->summary_only && o->summary)
		return usage_error("-c/--summary-only and -C/--summary are mutually exclusive");
	if (any && o->separate)
		return usage_error(SUMMARIES " and -ff/--output-separately are mutually exclusive");
	if (o->table.wall && !any)
		return usage_error("-w/--summary-wall-clock must be given with " SUMMARIES);
	if (o->columns_set && !any)
		return usage_error("-U/--summary-columns must be given with " SUMMARIES);
	if (o->sort_set && !any)
		diag_warn("-S/--summary-sort-by has no effect without " SUMMARIES);
	return 0;
}

static int check_program(const struct trace_opts *o)
{
	if (!o->argv && !o->pids.len && !targets_any(&o->targets) && !(o->engine && str_starts(o->engine, "fake:")) && !o->from_file)
		return usage_error("must have PROG [ARGS] or -p PID");
	if (o->big_d > DAEMONIZE_SESSION)
		return usage_error("Too many -D's (%u), maximum supported -D count is %d", o->big_d, DAEMONIZE_SESSION);
	if (!o->argv && (o->daemonize || o->big_d))
		return usage_error("PROG [ARGS] must be specified with -D/--daemonize");
	if (!o->argv && o->argv0)
		return usage_error("PROG [ARGS] must be specified with --argv0");
	if (o->kill_on_exit && o->pids.len) {
		diag_error("--kill-on-exit and -p/--attach are mutually exclusive options");
		return -EINVAL;
	}
	return 0;
}

static int check_output(struct trace_opts *o)
{
	if (o->separate && o->output && (o->output[0] == '|' || o->output[0] == '!'))
		return usage_error("piping the output and -ff/--output-separately are mutually exclusive");
	if (o->json && (o->separate || o->summary_only || o->summary))
		return usage_error("--json and -c, -C or -ff are mutually exclusive");
	if (o->separate && !o->follow && !o->output)
		diag_warn("--output-separately has no effect without -o/--output");
	if (o->append && !o->output)
		diag_warn("-A/--output-append-mode has no effect without -o/--output");
	return 0;
}

static int check_twice(const struct trace_opts *o)
{
	const char *letter = o->t_letters && o->clock_set ? "-t and --absolute-timestamps"
		: o->q_letters && o->quiet_set ? "-q and -e quiet/--quiet"
		: o->x_letters && o->strings_set ? "-x and --strings-in-hex"
		: o->y_letters && o->fds_set ? "-y and --decode-fds"
		: o->big_d && o->daemonize_set ? "-D and --daemonize" : NULL;

	if (!letter)
		return 0;
	diag_error("%s cannot be provided simultaneously", letter);
	return -EINVAL;
}

static void warn_ineffective(const struct trace_opts *o)
{
	const struct {
		bool given;
		const char *name;
	} options[] = {
		{o->text.ip, "-i/--instruction-pointer"},
		{o->k_letters || o->stack_set, "-k/--stack-trace"},
		{o->text.nr, "-n/--syscall-number"},
		{o->text.show.arg_names, "-N/--arg-names"},
		{o->text.relative >= 0, "-r/--relative-timestamps"},
		{o->text.clock != CLOCK_NONE, "-t/--absolute-timestamps"},
		{o->text.took >= 0, "-T/--syscall-times"},
		{o->fd_kinds, "-y/--decode-fds"},
	};

	for (size_t i = 0; o->summary_only && i < sizeof(options) / sizeof(options[0]); i++)
		if (options[i].given)
			diag_warn("%s has no effect with -c/--summary-only", options[i].name);
	if (o->only_letters > 1)
		diag_warn("Only the last of -z/--successful-only/-Z/--failed-only options will take effect. See status qualifier for more complex filters.");
}

static void settle_follow(struct trace_opts *o)
{
	if (o->big_f && o->follow)
		diag_warn("deprecated option -F ignored");
	else if (o->big_f)
		diag_warn("option -F is deprecated, please use -f/--follow-forks instead");
	o->follow |= o->big_f > 0;
	if (o->seccomp && !o->follow) {
		diag_warn("--seccomp-bpf cannot be used without -f/--follow-forks, disabling");
		o->seccomp = false;
	}
	const char *against = o->syscall_limit ? "--syscall-limit" : o->detach_on_exec ? "-b" : NULL;
	if (o->seccomp && against) {
		diag_warn("--seccomp-bpf is not enabled because it is not compatible with %s", against);
		o->seccomp = false;
	}
	if (o->seccomp && o->pids.len)
		diag_warn("--seccomp-bpf is not enabled for processes attached with -p");
	o->kill_on_exit |= o->seccomp && !o->pids.len;
}

/* What letters stand for, now that they have been counted. */
static void settle_letters(struct trace_opts *o)
{
	static const unsigned quiet[] = {0, QUIET_ATTACH | QUIET_PERSONALITY, QUIET_ATTACH | QUIET_PERSONALITY | QUIET_EXIT, ~0U};

	if (o->big_d)
		o->daemonize = (enum daemonize)o->big_d;
	if (o->q_letters)
		o->text.quiet = quiet[o->q_letters < 3 ? o->q_letters : 3];
	else if (!o->quiet_set && o->output && o->argv)
		o->text.quiet = quiet[1];
	if (o->t_letters) {
		o->text.clock = o->t_letters > 2 ? CLOCK_UNIX : CLOCK_TIME;
		o->text.clock_digits = o->t_letters > 1 ? 6 : 0;
	}
	if (o->x_letters)
		o->text.show.escape = o->x_letters > 1 ? ESCAPE_HEX_ALL : ESCAPE_HEX_STRING;
	if (o->y_letters)
		o->fd_kinds = o->y_letters > 1 ? FD_ALL : 1 << FD_PATH;
}

static void settle_output(struct trace_opts *o)
{
	struct text_opts *t = &o->text;
	bool several = o->follow || o->pids.len + (o->argv != NULL) > 1 || targets_any(&o->targets);

	o->notice.personality = o->summary_only && !(t->quiet & QUIET_PERSONALITY);
	o->notice.attach = !(t->quiet & QUIET_ATTACH) && !targets_any(&o->targets); /* those come and go by the thousand */
	t->append = o->append;
	t->separate = o->separate ? o->output : NULL;
	t->pid = o->always_pid || (o->output && !t->separate && several) ? PID_ALWAYS : t->separate ? PID_NEVER : PID_WHEN_SEVERAL;
	t->abbrev = o->abbrev.bits;
	t->verbose = o->verbose.bits;
	t->raw = o->raw.bits;
	t->dump = numset_empty(&o->dump.read) && numset_empty(&o->dump.write) ? NULL : &o->dump;
	memcpy(t->signals, o->signals.bits, sizeof(t->signals));
	if (o->interruptible == INTERRUPT_DEFAULT)
		o->interruptible = o->daemonize ? INTERRUPT_NEVER_TSTP : o->output && o->argv ? INTERRUPT_NEVER : INTERRUPT_WAITING;
}

static int check(struct trace_opts *o)
{
	int err = check_twice(o);

	err = err ? err : check_summary(o);
	err = err ? err : check_output(o);
	err = err ? err : check_program(o);
	if (err)
		return err;
	settle_follow(o);
	settle_letters(o);
	warn_ineffective(o);
	settle_output(o);
	return trace_stack_settle(o);
}

/* The options of a command that has others beside trace's. */
struct all_options {
	struct trace_opts *o;
	const struct option_table *others;
	struct option_row rows[sizeof(rows) / sizeof(rows[0]) + OTHERS_MAX];
};

static int apply_any(void *ctx, const struct option_use *use)
{
	struct all_options *all = ctx;

	return use->row->id >= OPT_OTHERS ? all->others->apply(all->others->ctx, use) : apply_option(all->o, use);
}

static bool is_replaced(const struct option_row *r, const struct option_table *others)
{
	for (size_t i = 0; others && i < others->n; i++) {
		const struct option_row *o = &others->rows[i];
		if ((r->letter && r->letter == o->letter) || (r->name && o->name && strcmp(r->name, o->name) == 0))
			return true;
	}
	return false;
}

static struct option_table option_table(struct all_options *all)
{
	size_t n = 0;

	for (size_t i = 0; all->others && i < all->others->n && n < OTHERS_MAX; i++)
		all->rows[n++] = all->others->rows[i];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (!is_replaced(&rows[i], all->others))
			all->rows[n++] = rows[i];
	return (struct option_table){all->rows, n, apply_any, all};
}

static void set_defaults(struct trace_opts *o)
{
	*o = (struct trace_opts){0};
	o->text = (struct text_opts){.show.max_string = 32, .column = 40, .relative = -1, .took = -1, .desc = &desc_builtin};
	callset_all(&o->trace);
	callset_all(&o->abbrev);
	callset_all(&o->verbose);
	wordset_all(&o->signals);
	wordset_all(&o->status);
	summary_defaults(&o->table);
}

int trace_opts_parse(struct trace_opts *o, const struct option_table *others, int argc, char **argv)
{
	struct all_options all = {.o = o, .others = others};
	struct option_table table = option_table(&all);

	set_defaults(o);
	int first = options_parse(&table, argc, argv);

	if (first == -ECANCELED)
		return 0;
	if (first < 0)
		return first;
	o->argv = argv[first] ? &argv[first] : NULL;
	o->from_file = others && others->from_file && *others->from_file;
	if (o->describe.len) {
		o->text.desc = desc_load(o->describe.at, o->describe.len);
		if (!o->text.desc)
			return -EINVAL;
	}
	o->table.desc = o->dump.desc = o->text.desc;
	o->lines.text = &o->text;
	for (size_t i = 0; i < o->expressions.len; i++) {
		int err = expression_apply(o, &o->expressions.at[i]);
		if (err)
			return err;
	}
	for (size_t i = 0; i < o->wheres.len; i++)
		where_limit(o->wheres.at[i], &o->trace);
	return check(o);
}

void trace_opts_done(struct trace_opts *o)
{
	vec_done(&o->env);
	vec_done(&o->pids);
	vec_done(&o->describe);
	targets_done(&o->targets);
	vec_done(&o->paths);
	for (size_t i = 0; i < o->wheres.len; i++)
		where_free(o->wheres.at[i]);
	vec_done(&o->wheres);
	numset_done(&o->trace_fds);
	numset_done(&o->dump.read);
	numset_done(&o->dump.write);
	injections_done(&o->injections);
	vec_done(&o->expressions);
	trace_stack_done(o);
}

void trace_opts_help(const struct option_table *others, FILE *to, unsigned columns)
{
	struct all_options all = {.others = others};
	struct option_table table = option_table(&all);

	options_help(&table, to, columns);
}
