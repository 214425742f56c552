/*
 * A source that reads what --json=raw wrote: the member "raw" of each line is the event. What else the lines say, apart from the time,
 * is not looked at, so lines can be filtered and sorted by other tools on the way.
 */
#ifndef RINGSIDE_CAPTURE_JSON_H
#define RINGSIDE_CAPTURE_JSON_H

struct source;

/* "-": standard input. 0, or -errno after a diag_error(); -ENOTSUP when this build has no reader of JSON. Holds a line at a time. */
int json_source_open(const char *path, struct source **out);

#endif
