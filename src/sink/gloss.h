/* --explain: what a call's error means, or its flags, in words behind its line. The words are those of calls/about. */
#ifndef RINGSIDE_SINK_GLOSS_H
#define RINGSIDE_SINK_GLOSS_H

#include "base/buf.h"
#include "event/event.h"

struct text_opts;

/* Appends "  # WORDS", or nothing, for a CALL. */
void gloss_call(const struct text_opts *o, struct buf *out, const struct event *e);

#endif
