/*
 * --format: a line a call by a template, such as "{time} {comm}[{tid}] {call} {path} -> {ret}". {name} is a field or an argument of the
 * call, {name:12} the same in at least 12 columns, {name:-12} at their right end; {{ is a brace, \n and \t as in C. What a call does not have is nothing.
 */
#ifndef RINGSIDE_SINK_FORMAT_H
#define RINGSIDE_SINK_FORMAT_H

#include <stdio.h>

#include "sink/output.h"
#include "sink/sink.h"
#include "sink/text.h"

struct format;

/* Compiles a template. 0 and a new *out, or -EINVAL after a diag_error() with the column and the nearest name. */
int format_parse(const char *what, const char *text, const struct desc *d, struct format **out);
void format_free(struct format *f); /* NULL will do */
/* The fields, with a line on each, for help. */
void format_list_fields(FILE *to);

struct format_opts {
	const struct format *format;
	const struct text_opts *text;
	/* The file that the call at hand is about, appended to `out`. */
	void (*path)(void *ctx, struct buf *out);
	void *ctx;
};

/* `out` stays the caller's; the options must outlive the sink. */
struct sink *format_new(const struct format_opts *opts, struct output *out);

#endif
