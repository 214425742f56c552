/*
 * Numbers as bytes: varints, fixed little-endian numbers and runs of bits. Reading is bounded: past the end, or at a number that
 * cannot be one, the value is 0 and the reader is marked bad, so that a caller checks once for many numbers.
 */
#ifndef RINGSIDE_TAPE_BYTES_H
#define RINGSIDE_TAPE_BYTES_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

struct bytes {
	const uint8_t *at, *end;
	bool bad;
};

static inline struct bytes bytes_of(const void *data, size_t len)
{
	return (struct bytes){.at = data, .end = data ? (const uint8_t *)data + len : NULL};
}

static inline size_t bytes_left(const struct bytes *b)
{
	return (size_t)(b->end - b->at);
}

/* The next `len` bytes, or NULL. */
static inline const uint8_t *bytes_take(struct bytes *b, size_t len)
{
	const uint8_t *at = b->at;

	if (bytes_left(b) < len) {
		b->bad = true;
		b->at = b->end;
		return NULL;
	}
	b->at += len;
	return at;
}

static inline uint64_t bytes_number_rest(struct bytes *b, uint64_t v, unsigned shift)
{
	while (b->at < b->end && shift < 64) {
		uint8_t byte = *b->at++;
		v |= (uint64_t)(byte & 127) << shift;
		if (byte < 128)
			return v;
		shift += 7;
	}
	b->bad = true;
	return 0;
}

static inline uint64_t bytes_number(struct bytes *b)
{
	if (b->at < b->end && *b->at < 128)
		return *b->at++;
	return bytes_number_rest(b, 0, 0);
}

/* A number that counts things of which each takes at least a byte of what follows. */
static inline size_t bytes_count(struct bytes *b)
{
	uint64_t n = bytes_number(b);

	if (n > bytes_left(b)) {
		b->bad = true;
		return 0;
	}
	return (size_t)n;
}

static inline uint8_t bytes_u8(struct bytes *b)
{
	const uint8_t *p = bytes_take(b, 1);

	return p ? *p : 0;
}

static inline uint64_t zigzag(uint64_t v)
{
	return v << 1 ^ -(v >> 63);
}

static inline uint64_t unzigzag(uint64_t z)
{
	return z >> 1 ^ -(z & 1);
}

static inline int64_t bytes_signed(struct bytes *b)
{
	return (int64_t)unzigzag(bytes_number(b));
}

static inline void put_number(struct buf *b, uint64_t v)
{
	while (v >= 128) {
		buf_putc(b, (char)(v | 128));
		v >>= 7;
	}
	buf_putc(b, (char)v);
}

static inline void put_signed(struct buf *b, int64_t v)
{
	put_number(b, zigzag((uint64_t)v));
}

/* Fixed size, little-endian on every machine. */
static inline uint64_t le_get(const uint8_t *p, unsigned size)
{
	uint64_t v = 0;

	if (size == 8) { /* one load */
		memcpy(&v, p, 8);
		return le64toh(v);
	}
	for (unsigned i = 0; i < size; i++)
		v |= (uint64_t)p[i] << (8 * i);
	return v;
}

static inline void le_put(uint8_t *p, unsigned size, uint64_t v)
{
	for (unsigned i = 0; i < size; i++)
		p[i] = (uint8_t)(v >> (8 * i));
}

static inline unsigned bit_length(uint64_t v)
{
	return v ? 64 - (unsigned)__builtin_clzll(v) : 0;
}

#endif
