/* Growable text buffer: see buf.h. Number formatting is by hand because it is on the path of every printed call. */
#include "base/buf.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

void buf_grow(struct buf *b, size_t room)
{
	size_t cap = b->cap ? b->cap : 256;

	if (b->cap - b->len >= room)
		return;
	while (cap - b->len < room)
		cap *= 2;
	b->data = realloc(b->data, cap);
	if (!b->data)
		abort();
	b->cap = cap;
}

void buf_done(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}

void buf_udec(struct buf *b, uint64_t v)
{
	char tmp[24];
	size_t i = sizeof(tmp);

	do {
		tmp[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v);
	buf_put(b, tmp + i, sizeof(tmp) - i);
}

void buf_dec(struct buf *b, int64_t v)
{
	if (v < 0)
		buf_putc(b, '-');
	buf_udec(b, v < 0 ? -(uint64_t)v : (uint64_t)v);
}

/* Digits of `bits` bits each, behind a prefix unless the number is 0. */
static void put_bits(struct buf *b, uint64_t v, unsigned bits, const char *prefix)
{
	char tmp[32];
	size_t i = sizeof(tmp), n = v ? strlen(prefix) : 0;

	do {
		tmp[--i] = "0123456789abcdef"[v & ((1u << bits) - 1)];
		v >>= bits;
	} while (v);
	i -= n;
	memcpy(tmp + i, prefix, n);
	buf_put(b, tmp + i, sizeof(tmp) - i);
}

void buf_hex(struct buf *b, uint64_t v)
{
	put_bits(b, v, 4, "0x");
}

void buf_oct(struct buf *b, uint64_t v)
{
	put_bits(b, v, 3, "0");
}

enum { PRINTF_ROOM = 128 }; /* what most formatted texts need at most, so that they are formatted once */

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	buf_grow(b, PRINTF_ROOM);
	va_start(ap, fmt);
	int n = vsnprintf(b->data + b->len, b->cap - b->len, fmt, ap);
	va_end(ap);
	if ((size_t)n >= b->cap - b->len) {
		buf_grow(b, (size_t)n + 1);
		va_start(ap, fmt);
		vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->len += (size_t)n;
}

void buf_pad(struct buf *b, size_t column)
{
	if (b->len >= column)
		return;
	buf_grow(b, column - b->len);
	memset(b->data + b->len, ' ', column - b->len);
	b->len = column;
}

const char *buf_cstr(struct buf *b)
{
	buf_putc(b, '\0');
	b->len--;
	return b->data;
}

void buf_wrap(struct buf *b, const char *text, size_t line, size_t indent, size_t columns)
{
	bool fresh = true; /* no word stands on this line yet */

	for (; *text; text += *text == ' ') {
		size_t len = strcspn(text, " ");

		if (!fresh && b->len - line + 1 + len > columns) {
			buf_putc(b, '\n');
			line = b->len;
			buf_pad(b, line + indent);
			fresh = true;
		}
		if (!fresh)
			buf_putc(b, ' ');
		buf_put(b, text, len);
		fresh = false;
		text += len;
	}
	buf_putc(b, '\n');
}
