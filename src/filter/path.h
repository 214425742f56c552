/* -P: calls that name one of some files, or have a descriptor of one. -e trace-fds: calls with one of some descriptors. */
#ifndef RINGSIDE_FILTER_PATH_H
#define RINGSIDE_FILTER_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "event/event.h"

struct desc;
struct buf;
struct numset;

struct pathset {
	VEC(char *) names;
};

/* Adds a path, and what it resolves to when that differs (then it says so, unless `quiet`). */
void pathset_add(struct pathset *s, const char *path, bool quiet);
/* Whether a CALL or ENTERED event accesses one of them, as of entry. Needs BLOB_FD notes. */
bool pathset_match(const struct pathset *s, const struct desc *d, const struct event *e);
/* Appends the file that a CALL or ENTERED event is about: the first name among its arguments, as written, or what its first descriptor stands for. */
void path_of(const struct desc *d, const struct event *e, struct buf *out);
/* Whether a CALL or ENTERED event has one of these among its arguments, or in the sets of poll(2) and select(2). */
bool fds_match(const struct numset *fds, const struct desc *d, const struct event *e);
void pathset_done(struct pathset *s);

#endif
