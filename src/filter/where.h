/*
 * Filter expressions (--where): a question about an event in the words that the text shows. The language is in ringside-trace(1).
 *
 * Logic has three values. What an event does not have (the errno of a signal, the flags of a call that has none, the result of a
 * call in progress) is unknown; a comparison with it is unknown, and so is `!` of that. `&&` is false when either side is, `||` true
 * when either side is. A call matches when the whole is true.
 */
#ifndef RINGSIDE_FILTER_WHERE_H
#define RINGSIDE_FILTER_WHERE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/abi.h"

struct bounds;
struct callset;
struct desc;
struct event;
struct task;
struct where;

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN };

/* What an expression looks at, beyond what every event has. */
struct where_needs {
	bool fds;  /* BLOB_FD notes */
	bool comm; /* BLOB_COMM of the task itself, or a task whose comm is known */
	bool late; /* what is known of calls at their end only */
};

/*
 * Compiles an expression. `what` names it in messages ("--where"). Strings were captured up to `max_string` bytes (-s). 0 and a new
 * *out, which keeps `d` and `text`; or -EINVAL after a diag_error() with the column and the nearest name.
 */
int where_parse(const char *what, const char *text, const struct desc *d, uint32_t max_string, struct where **out);
void where_free(struct where *w); /* NULL will do */

const struct where_needs *where_needs(const struct where *w);
/* Takes the calls out of *s for which the expression can never be true. */
void where_limit(const struct where *w, struct callset *s);
/* The event's task may be NULL. */
enum truth where_eval(struct where *w, const struct event *e, const struct task *t);
/*
 * Whether a call in progress (an ENTERED event) can be left alone, because what is known of it makes the expression false whatever its end
 * will bring. Without `memory` only its registers are known.
 */
bool where_excludes(struct where *w, const struct event *e, bool memory);
/* What the end of a call of that number must be like for the expression to be true. */
void where_bounds(struct where *w, enum abi abi, uint64_t nr, struct bounds *out);
/* The fields of every event with a line on each, for help. */
void where_list_fields(FILE *to);

#endif
