/* META chunks: what is known of a recording as a whole, as bytes and back. */
#ifndef RINGSIDE_TAPE_META_H
#define RINGSIDE_TAPE_META_H

#include "base/arena.h"
#include "base/buf.h"
#include "tape/tape.h"

void meta_pack(struct buf *out, const struct tape_meta *m);
/* Everything in *m lives in the arena. What is missing or damaged is 0 or "". */
void meta_unpack(struct tape_meta *m, struct arena *a, const void *data, size_t len);

#endif
