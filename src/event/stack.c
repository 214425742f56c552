/* Stacks to bytes and back: see stack.h. */
#include "event/stack.h"

#include <string.h>

#include "base/buf.h"

enum { MODULE_HEAD = 8, SYMBOL_HEAD = STACK_SYMBOL_HEAD, EXACT = 1u << 31 };

static void put_le(struct buf *out, uint64_t v, unsigned size)
{
	for (unsigned i = 0; i < size; i++)
		buf_putc(out, (char)(v >> i * 8));
}

static uint64_t get_le(const uint8_t *p, unsigned size)
{
	uint64_t v = 0;

	for (unsigned i = 0; i < size; i++)
		v |= (uint64_t)p[i] << i * 8;
	return v;
}

void stack_put_module(struct buf *out, const struct stack_module *m)
{
	buf_putc(out, (char)m->kind);
	buf_putc(out, (char)m->id.kind);
	buf_putc(out, (char)m->id.len);
	buf_putc(out, 0);
	put_le(out, m->path_len, 2);
	put_le(out, m->symbols_len, 2);
	buf_put(out, m->id.bytes, m->id.len);
	buf_put(out, m->path, m->path_len);
	buf_put(out, m->symbols ? (const char *)m->symbols : "", m->symbols_len);
}

void stack_put_symbol(struct buf *out, uint32_t offset, uint32_t size, const char *name)
{
	size_t len = strlen(name);

	len = len < UINT8_MAX ? len : UINT8_MAX;
	put_le(out, offset, 4);
	put_le(out, size, 4);
	buf_putc(out, (char)len);
	buf_put(out, name, len);
}

void stack_put_frame(struct buf *out, const struct stack_frame *f)
{
	put_le(out, f->module | (f->exact ? EXACT : 0), 4);
	put_le(out, f->offset, 8);
}

/* How many bytes the module at `p` takes; 0 when it is not whole. */
static size_t get_module(const uint8_t *p, size_t len, struct stack_module *m)
{
	if (len < MODULE_HEAD || p[2] > sizeof(m->id.bytes))
		return 0;
	*m = (struct stack_module){
		.kind = p[0], .id = {.kind = p[1], .len = p[2]}, .path_len = (uint16_t)get_le(p + 4, 2), .symbols_len = (uint16_t)get_le(p + 6, 2),
	};
	size_t whole = (size_t)MODULE_HEAD + m->id.len + m->path_len + m->symbols_len;
	if (whole > len)
		return 0;
	memcpy(m->id.bytes, p + MODULE_HEAD, m->id.len);
	m->path = (const char *)p + MODULE_HEAD + m->id.len;
	m->symbols = (const uint8_t *)m->path + m->path_len;
	m->record = p;
	m->record_len = whole;
	return whole;
}

unsigned stack_modules(const uint8_t *data, size_t len, struct stack_module *out, unsigned max)
{
	unsigned n = 0;

	for (size_t used; n < max && (used = get_module(data, len, &out[n])) > 0; n++) {
		data += used;
		len -= used;
	}
	return n;
}

bool stack_frame_at(const uint8_t *data, size_t len, unsigned i, struct stack_frame *out)
{
	if (i >= len / STACK_FRAME_BYTES)
		return false;
	const uint8_t *p = data + (size_t)i * STACK_FRAME_BYTES;
	uint32_t head = (uint32_t)get_le(p, 4);
	*out = (struct stack_frame){.module = head & MODULE_NONE, .exact = head & EXACT, .offset = get_le(p + 4, 8)};
	return true;
}

bool stack_module_symbol(const struct stack_module *m, uint64_t offset, const char **name, size_t *name_len, uint32_t *start)
{
	const uint8_t *p = m->symbols, *end = p + m->symbols_len;

	while (end - p >= SYMBOL_HEAD && end - p - SYMBOL_HEAD >= p[8]) {
		*start = (uint32_t)get_le(p, 4);
		uint64_t plus = m->kind == MODULE_ANONYMOUS ? (uint32_t)offset - *start : offset - *start;
		if (plus < get_le(p + 4, 4)) {
			*name = (const char *)p + SYMBOL_HEAD;
			*name_len = p[8];
			return true;
		}
		p += SYMBOL_HEAD + p[8];
	}
	return false;
}
