/* A call's arguments and result as pieces of strace's text, for formats that have a place for each. */
#ifndef RINGSIDE_SINK_EXPORT_SPLIT_H
#define RINGSIDE_SINK_EXPORT_SPLIT_H

#include <stdbool.h>

#include "base/buf.h"
#include "event/event.h"
#include "sink/show.h"

struct text_opts;

enum { SPLIT_MAX = 32 }; /* more than any call has */

struct split {
	struct show show;    /* first: it is the visitor */
	const struct visitor_ops *text_ops;
	struct buf text;     /* all arguments as in the text: "3, \"abc\", 3" */
	unsigned n;
	struct {
		const char *name;
		size_t start, end; /* of the value, in text */
	} args[SPLIT_MAX];
	struct buf result;   /* "3", "-2 ENOENT", "?" */
};

/* Of a CALL. Names live as long as the descriptions, or until the next call. */
void split_call(struct split *s, const struct text_opts *opts, const struct event *e);
void split_done(struct split *s);

/* The call's name; `scratch` is room for that of a number without one. */
const char *split_name(const struct text_opts *opts, const struct event *e, struct buf *scratch);
/* "SIGINT", "exited with 1", "killed by SIGKILL"; false when the event is not worth a mark. */
bool split_mark(const struct text_opts *opts, const struct event *e, struct buf *out);

#endif
