/* The hash FNV-1a of 64 bits, for short texts. Source: draft-eastlake-fnv, Fowler, Noll and Vo. */
#ifndef RINGSIDE_BASE_HASH_H
#define RINGSIDE_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 0xcbf29ce484222325u /* of nothing */

/* The hash of what h is of, with `len` bytes behind it. */
static inline uint64_t hash_more(uint64_t h, const void *data, size_t len)
{
	const uint8_t *p = data;

	for (size_t i = 0; i < len; i++)
		h = (h ^ p[i]) * 0x100000001b3u;
	return h;
}

static inline uint64_t hash_text(const char *text, size_t len)
{
	return hash_more(HASH_START, text, len);
}

#endif
