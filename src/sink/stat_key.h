/* What a call is counted under: see stat.h. */
#ifndef RINGSIDE_SINK_STAT_KEY_H
#define RINGSIDE_SINK_STAT_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "sink/stat.h"

struct event;
struct task;

/* A call that is being counted. */
struct stat_subject {
	const struct stat_opts *opts;
	const struct event *e;
	const struct task *task;
	int class;          /* enum call_class: which of its classes is meant; -1: it has none */
	struct buf *text;   /* room to work in */
};

struct stat_key_row {
	const char *name;
	const char *header;
	const char *help;
	bool memory;        /* looks at arguments, memory or notes */
	bool number;
	/* What tells values apart; 0: there is none, shown as "-". */
	uint64_t (*id)(const struct stat_subject *s);
	/* Appends the value's text. */
	void (*put)(const struct stat_subject *s, struct buf *out);
};

extern const struct stat_key_row stat_keys[STAT_KEY_COUNT];

/* The classes that by=class knows, of those of enum call_class. */
enum { STAT_CLASSES = 10 };

#endif
