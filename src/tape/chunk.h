/* The contents of DATA chunks: events to bytes (encoder) and back (decoder). Files and framing are write.c's and read.c's. */
#ifndef RINGSIDE_TAPE_CHUNK_H
#define RINGSIDE_TAPE_CHUNK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "tape/tape.h"

struct encoder;
struct decoder;

struct encoder *encoder_new(int level);
void encoder_free(struct encoder *c);
void encoder_put(struct encoder *c, const struct event *e);
/* Whether no further event fits the model; the sizes a user may set are the caller's business. */
bool encoder_full(const struct encoder *c);
/* What is in it: all but offset, bytes and serial, and without tasks and counts. */
const struct tape_summary *encoder_summary(const struct encoder *c);
size_t encoder_bytes(const struct encoder *c); /* before compression */
/* Appends summary and payload of the chunk and begins anew. */
void encoder_finish(struct encoder *c, struct buf *summary, struct buf *payload);

struct decoder *decoder_new(void);
void decoder_free(struct decoder *c);
/*
 * 0, or -EBADMSG: not what an encoder makes; -ENOTSUP: compressed with what this build lacks. The payload may be freed after. `brief`: as
 * in struct tape_select.
 */
int decoder_load(struct decoder *c, const void *payload, size_t len, bool brief);
/* The next event, or NULL after the last; valid until the following call. *bad when the rest cannot be read. */
const struct event *decoder_next(struct decoder *c, bool *bad);

/* Reads a summary; tasks and counts live in the arena. false when it is not one. */
bool summary_unpack(struct tape_summary *s, struct arena *a, const void *data, size_t len);

#endif
