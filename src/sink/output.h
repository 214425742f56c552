/*
 * Where text goes: a file, a pipe to a command, or stderr, behind one buffer. Text is appended to `text`; line_start says where
 * the current line began, so that columns are known although part of the line may have been written already.
 */
#ifndef RINGSIDE_SINK_OUTPUT_H
#define RINGSIDE_SINK_OUTPUT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/vec.h"
#include "sink/palette.h"

/* From `at` on, text is painted so. */
struct span {
	size_t at;
	enum paint paint;
};

struct output {
	int fd;
	struct buf text;
	ssize_t line_start; /* index into text; negative by what was written of the line */
	char *name;         /* for messages; NULL: say nothing when it cannot be written (there is no other place than this one) */
	bool by_line;       /* written at each line's end: somebody is watching */
	bool broken;
	pid_t command;      /* to wait for at the end, or 0 */
	const struct palette *palette; /* NULL: no colours */
	VEC(struct span) spans;        /* where colours change in `text`; with a palette only */
	struct buf painted;
};

/* 0, or -errno after a diag_error(). `name` is copied. */
int output_open_file(struct output *o, const char *name, bool append);
/* To the standard input of `sh -c command`. */
int output_open_command(struct output *o, const char *command);
void output_open_stderr(struct output *o);

void output_paint_span(struct output *o, enum paint paint);
/* What is appended from here on is painted so; nothing without a palette. */
static inline void output_paint(struct output *o, enum paint paint)
{
	if (o->palette)
		output_paint_span(o, paint);
}

/* Spaces up to a column of the current line. */
void output_pad(struct output *o, size_t column);
/* The line is complete, its newline included. */
void output_line_end(struct output *o);
/* Writes all there is. The first failure is told about; from then on text is dropped. */
void output_flush(struct output *o);
/* Flushes, closes, waits for the command, and frees. */
void output_close(struct output *o);

/* From a signal handler: a write that waits for a reader, now or later, gives up once a signal interrupts it; what it was to write is lost. */
void output_interrupt(void);

#endif
