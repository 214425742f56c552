/*
 * strace's text: a line for each call, signal and end of a task. A call that is in progress when another line has to be written
 * is broken in two: "name(... <unfinished ...>", and later "<... name resumed>...".
 */
#ifndef RINGSIDE_SINK_TEXT_H
#define RINGSIDE_SINK_TEXT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "decode/walk.h"
#include "sink/dump.h"
#include "sink/output.h"
#include "sink/show.h"
#include "sink/sink.h"

struct desc;
struct symbols;
struct tasks;

enum quiet {
	QUIET_ATTACH = 1 << 0, /* struct notice_opts has it */
	QUIET_EXIT = 1 << 1,
	QUIET_PATHS = 1 << 2, /* the command's: what -P resolved */
	QUIET_PERSONALITY = 1 << 3,
	QUIET_EXECVE = 1 << 4,
};

enum clock_as { CLOCK_NONE, CLOCK_TIME /* 12:34:56 */, CLOCK_UNIX /* seconds since 1970 */ };

enum pid_as { PID_WHEN_SEVERAL /* "[pid  123] " */, PID_ALWAYS /* "123   " */, PID_NEVER };

/* A time's fraction: 0, 3, 6 or 9 digits; -1: the time is not shown. */
typedef int8_t digits;

/* Calls by ABI and number, like struct callset of the filter; numbers beyond are not in it. */
typedef const uint64_t (*text_calls)[16];

struct text_opts {
	const struct desc *desc;
	struct show_opts show;
	text_calls abbrev;         /* calls not shown in full; NULL: all */
	text_calls verbose;        /* calls whose pointers are followed; NULL: all */
	text_calls raw;            /* calls with plain numbers as arguments; NULL: none */
	uint64_t signals[4];       /* bit a signal: lines for these only */
	unsigned quiet;            /* bits of enum quiet */
	enum pid_as pid;
	bool comms;                /* pids in front of lines with the name of the task */
	enum clock_as clock;
	digits clock_digits;
	digits relative;           /* -r */
	digits took;               /* -T */
	bool ip, nr;               /* -i, -n */
	const struct dump_opts *dump; /* -e read, -e write; NULL: none */
	bool vcpus;                /* -e kvm=vcpu+ */
	bool explain;              /* errors and flags in words */
	unsigned column;           /* of the result */
	const char *separate;      /* a file PATH.TID for each task, instead of `out` */
	bool append;
	const struct palette *palette; /* of separate files; NULL: no colours */
	const struct tasks *tasks;
	struct symbols *symbols;   /* stacks behind lines, see sink/stack.h; NULL: none */
	bool fold_stacks;          /* each is shown once, and by its number from then on */
	char *(*ifname)(unsigned index, char *buf); /* as in struct decode_opts */
	bool recorded;             /* all events are at hand: nobody waits, and lines that come again are worth remembering (sink/memo.h) */
	uint64_t realtime_offset;  /* as in struct source; may be set after text_new(), before the first event */
};

/*
 * Writes to `out` (NULL when opts->separate), which stays the caller's. The options must outlive the sink. Its event() fails only
 * when a separate file cannot be opened.
 */
struct sink *text_new(const struct text_opts *opts, struct output *out);

/* How this call is decoded: what the sets of calls and the other options come to. */
struct decode_opts text_decode_opts(const struct text_opts *o, const struct event *e);

/* What tasks of an ABI are said to run in: "32 bit", "64 bit", "x32". */
const char *text_abi_mode(enum abi abi);

#endif
