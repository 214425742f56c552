/* Streams: the compressed parts of a chunk's payload. */
#ifndef RINGSIDE_TAPE_STREAM_H
#define RINGSIDE_TAPE_STREAM_H

#include "base/buf.h"
#include "tape/format.h"

enum { STREAM_SLACK = 16 }; /* bytes after a stream's end that may be read and are 0 */

struct packer;

/* NULL never: aborts when memory runs out. level 0: the default. */
struct packer *packer_new(int level);
void packer_free(struct packer *p);

/* Appends all streams (indexed by enum stream_id; empty ones are left out) and a directory before them; empties them. */
void packer_pack(struct packer *p, struct buf *out, struct buf streams[STREAM_COUNT]);

/*
 * Fills streams[] up to `last`; those after it and absent ones are empty. Each has STREAM_SLACK zero bytes after its end. 0, -EBADMSG, or -ENOTSUP.
 */
int packer_unpack(struct packer *p, struct buf streams[STREAM_COUNT], enum stream_id last, const void *data, size_t len);

/* Features a tape needs that this build writes: enum FEATURE_*. */
uint64_t packer_features(void);

#endif
