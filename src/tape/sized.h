/*
 * Lanes, and numbers whose low bits are noise: their size in a lane that compresses, then the bits as they are. Private to src/tape.
 */
#ifndef RINGSIDE_TAPE_SIZED_H
#define RINGSIDE_TAPE_SIZED_H

#include "base/buf.h"
#include "tape/bytes.h"

#define MODEL_INLINE static inline __attribute__((always_inline))

/* A column: bytes being written, or read. */
struct lane {
	struct buf out;
	struct bytes in;
};

/* Numbers of up to 64 bits. */
struct sized {
	struct lane size;
	struct buf out;
	uint64_t pending;
	unsigned npending;
	const uint8_t *in;        /* 8 bytes after its end can be read */
	uint64_t in_at, in_bits;
};

static inline void bits_put(struct sized *s, uint64_t v, unsigned n)
{
	while (n) {
		unsigned room = 64 - s->npending < n ? 64 - s->npending : n;
		uint64_t part = room == 64 ? v : v & ((1ULL << room) - 1);
		s->pending |= part << s->npending;
		s->npending += room;
		v = room == 64 ? 0 : v >> room;
		n -= room;
		if (s->npending == 64) {
			uint8_t word[8];
			le_put(word, 8, s->pending);
			buf_put(&s->out, word, 8);
			s->pending = 0;
			s->npending = 0;
		}
	}
}

static inline uint64_t bits_get(struct sized *s, unsigned n)
{
	if (s->in_bits - s->in_at < n) {
		s->size.in.bad = true;
		return 0;
	}
	const uint8_t *p = s->in + (s->in_at >> 3);
	unsigned shift = s->in_at & 7;
	uint64_t v = le_get(p, 8) >> shift;
	if (shift + n > 64)
		v |= (uint64_t)p[8] << (64 - shift);
	s->in_at += n;
	return n < 64 ? v & ((1ULL << n) - 1) : v;
}

enum { SIZED_NEGATIVE = 128, SIZED_LONG = 1, SIZED_FINE_MAX = 31, SIZED_FINE = 2 };

/*
 * A byte with the sign, the size in bits and the two bits below the highest, whose distribution is not even; the bits below those go as they
 * are. Sizes above 31 need a second byte, and have no such two bits.
 */
static inline void sized_put(struct sized *s, uint64_t v)
{
	uint8_t negative = v >> 63 ? SIZED_NEGATIVE : 0;
	uint64_t magnitude = negative ? -v : v;
	unsigned size = bit_length(magnitude);

	if (size > SIZED_FINE_MAX) {
		buf_putc(&s->size.out, (char)(SIZED_LONG | negative));
		buf_putc(&s->size.out, (char)size);
		bits_put(s, magnitude, size - 1);
	} else if (size > SIZED_FINE) {
		unsigned rest = size - 1 - SIZED_FINE;
		buf_putc(&s->size.out, (char)(negative | size << SIZED_FINE | (magnitude >> rest & 3)));
		bits_put(s, magnitude, rest);
	} else {
		buf_putc(&s->size.out, (char)(negative | size << SIZED_FINE | (magnitude & (size == 2))));
	}
}

static inline uint64_t sized_get_long(struct sized *s, uint8_t sign)
{
	unsigned size = bytes_u8(&s->size.in);

	if (size <= SIZED_FINE_MAX || size > 64) {
		s->size.in.bad = true;
		return 0;
	}
	uint64_t magnitude = bits_get(s, size - 1) | 1ULL << (size - 1);
	return sign ? -magnitude : magnitude;
}

static inline uint64_t sized_get(struct sized *s)
{
	uint8_t byte = bytes_u8(&s->size.in), sign = byte & SIZED_NEGATIVE;
	unsigned size = (byte & 127) >> SIZED_FINE;
	uint64_t magnitude;

	if (size > SIZED_FINE) {
		unsigned rest = size - 1 - SIZED_FINE;
		magnitude = (uint64_t)(4 | (byte & 3)) << rest | bits_get(s, rest);
	} else if (size) {
		magnitude = size == 2 ? 2 | (byte & 1) : 1;
	} else if (byte & 3) {
		return sized_get_long(s, sign);
	} else {
		return 0;
	}
	return sign ? -magnitude : magnitude;
}

MODEL_INLINE uint64_t code_sized(struct sized *s, uint64_t v, const bool put)
{
	if (!put)
		return sized_get(s);
	sized_put(s, v);
	return v;
}

/* The bits that do not fill a word yet. */
static inline void sized_finish(struct sized *s)
{
	uint8_t word[8];

	le_put(word, 8, s->pending);
	if (s->npending)
		buf_put(&s->out, word, (s->npending + 7) / 8);
	s->pending = 0;
	s->npending = 0;
}

/* Where to read from: the sizes, and the bits with 8 bytes behind them that may be read. */
static inline void sized_open(struct sized *s, struct bytes size, const void *bits, size_t len)
{
	s->size.in = size;
	s->in = bits;
	s->in_at = 0;
	s->in_bits = (uint64_t)len * 8;
}

#endif
