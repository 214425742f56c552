/*
 * Directories in columns: what getdents64(2) fills a buffer with, told name by name. Private to encode.c and decode.c.
 *
 * An entry is an inode, a position, a length, a type and a name (struct linux_dirent64, getdents64(2)). The length follows from the name.
 * Inodes of neighbours are near each other. Positions are noise, but on many file systems a hash of the name of the entry that follows, so that
 * the same name leads to the same one again. What lies between a name's NUL and the next entry is what was in the buffer before.
 */
#ifndef RINGSIDE_TAPE_DIRENTS_H
#define RINGSIDE_TAPE_DIRENTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "tape/sized.h"

enum { DIRENT_NAMES = 32768 };

struct dirents {
	struct lane kinds;       /* number of entries; of each: enum of dirents.c with its type */
	struct lane pads;        /* what is between, where it is nothing else */
	struct sized inode, position;
	uint64_t last_inode, last_parent;
	struct buf before;       /* what the buffer is expected to hold */
	uint64_t after[DIRENT_NAMES]; /* the position that led to a name, by its hash */
};

/* Forgets what was seen; lanes are the caller's. */
void dirents_reset(struct dirents *d);
void dirents_done(struct dirents *d);

/* Whether the bytes are directory entries and nothing else. */
bool dirents_is(const uint8_t *data, size_t len);
/* Puts such bytes; names go to `text`. */
void dirents_put(struct dirents *d, struct lane *text, const uint8_t *data, size_t len);
/* The bytes, from the arena; NULL when the lanes hold no such thing, or more than *room bytes, which are taken off it. */
const uint8_t *dirents_get(struct dirents *d, struct lane *text, struct arena *a, size_t *len, size_t *room);

#endif
