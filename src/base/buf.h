/*
 * A growable byte buffer for building text. Every append either succeeds or, when memory runs out,
 * aborts the program: text building is never where an out-of-memory can be handled.
 */
#ifndef RINGSIDE_BASE_BUF_H
#define RINGSIDE_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buf {
	char *data; /* not NUL-terminated; see buf_cstr() */
	size_t len;
	size_t cap;
};

void buf_grow(struct buf *b, size_t room); /* at least `room` free bytes after it */
void buf_done(struct buf *b);              /* frees; the buffer is empty and usable again */

static inline void buf_put(struct buf *b, const void *data, size_t len)
{
	if (b->cap - b->len < len)
		buf_grow(b, len);
	memcpy(b->data + b->len, data, len);
	b->len += len;
}

static inline void buf_putc(struct buf *b, char c)
{
	if (b->cap == b->len)
		buf_grow(b, 1);
	b->data[b->len++] = c;
}

static inline void buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void buf_dec(struct buf *b, int64_t v);
void buf_udec(struct buf *b, uint64_t v);
void buf_hex(struct buf *b, uint64_t v); /* as %#lx: "0" for zero, "0x1f" otherwise */
void buf_oct(struct buf *b, uint64_t v); /* as %#lo: "0" for zero, "0644" otherwise */
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/*
 * Words of `text` up to its NUL, broken where a line would be longer than `columns`; further lines begin with `indent` blanks. `line` is where
 * the current line starts. Ends with a newline.
 */
void buf_wrap(struct buf *b, const char *text, size_t line, size_t indent, size_t columns);
void buf_pad(struct buf *b, size_t column); /* spaces until len reaches column */

/* The text as a C string; valid until the next change. */
const char *buf_cstr(struct buf *b);

#endif
