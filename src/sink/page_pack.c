/* Numbers to compressed columns: see page_pack.h. */
#include "sink/page_pack.h"

#include "base/buf.h"

const char *const page_column_names[PAGE_COLUMNS] = {"kind", "task", "start", "took", "name", "error", "result", "path", "fd", "bytes"};

void page_base64(struct buf *out, const void *data, size_t n)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const uint8_t *p = data;

	buf_grow(out, n / 3 * 4 + 8);
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0) | (i + 2 < n ? p[i + 2] : 0);
		buf_putc(out, alphabet[v >> 18]);
		buf_putc(out, alphabet[v >> 12 & 63]);
		buf_putc(out, i + 1 < n ? alphabet[v >> 6 & 63] : '=');
		buf_putc(out, i + 2 < n ? alphabet[v & 63] : '=');
	}
}

#ifdef HAVE_ZLIB
#include <stdlib.h>
#include <zlib.h>

#include "sink/page_rows.h"

enum { CHUNK = 1 << 16, GZIP = 15 + 16 /* windowBits of deflateInit2() */, MEMORY = 8 };

struct page_numbers {
	z_stream z;
	struct buf out;
	uint8_t raw[CHUNK];
	size_t len;
};

struct page_columns {
	struct page_numbers *packers[PAGE_COLUMNS];
	uint64_t last_ns; /* the start of the row before, or what starts are counted from */
};

bool page_pack_supported(void)
{
	return true;
}

static void deflate_into(z_stream *z, struct buf *out, int how)
{
	do {
		buf_grow(out, CHUNK);
		z->next_out = (Bytef *)out->data + out->len;
		z->avail_out = CHUNK;
		deflate(z, how);
		out->len += CHUNK - z->avail_out;
	} while (!z->avail_out);
}

static void numbers_flush(struct page_numbers *p, int how)
{
	p->z.next_in = p->raw;
	p->z.avail_in = (uInt)p->len;
	deflate_into(&p->z, &p->out, how);
	p->len = 0;
}

void page_numbers_put(struct page_numbers *p, uint64_t v)
{
	if (p->len + 10 > CHUNK)
		numbers_flush(p, Z_NO_FLUSH);
	for (; v >= 0x80; v >>= 7)
		p->raw[p->len++] = (uint8_t)(v | 0x80);
	p->raw[p->len++] = (uint8_t)v;
}

struct page_numbers *page_numbers_new(int level)
{
	struct page_numbers *p = calloc(1, sizeof(*p));

	if (!p)
		abort();
	deflateInit2(&p->z, level, Z_DEFLATED, GZIP, MEMORY, Z_DEFAULT_STRATEGY);
	return p;
}

static void numbers_free(struct page_numbers *p)
{
	deflateEnd(&p->z);
	buf_done(&p->out);
	free(p);
}

void page_numbers_end(struct page_numbers *p, struct buf *base64)
{
	numbers_flush(p, Z_FINISH);
	page_base64(base64, p->out.data, p->out.len);
	numbers_free(p);
}

static uint64_t zigzag(int64_t v)
{
	return (uint64_t)v << 1 ^ (uint64_t)(v >> 63);
}

struct page_columns *page_columns_new(int level)
{
	struct page_columns *c = calloc(1, sizeof(*c));

	if (!c)
		abort();
	for (int i = 0; i < PAGE_COLUMNS; i++)
		c->packers[i] = page_numbers_new(level);
	return c;
}

void page_columns_put(struct page_columns *c, const struct page_row *row, uint64_t first_ns)
{
	/* In the order of page_column_names. */
	const uint64_t numbers[PAGE_COLUMNS] = {
		row->kind, row->task, zigzag((int64_t)(row->start_ns - (c->last_ns ? c->last_ns : first_ns))), row->took_ns, row->name, row->error,
		zigzag(row->result), row->path, row->fd, zigzag(row->bytes),
	};

	for (int i = 0; i < PAGE_COLUMNS; i++)
		page_numbers_put(c->packers[i], numbers[i]);
	c->last_ns = row->start_ns;
}

void page_columns_end(struct page_columns *c, void (*put)(void *ctx, const char *name, const struct buf *base64), void *ctx)
{
	struct buf text = {0};

	for (int i = 0; i < PAGE_COLUMNS; i++) {
		text.len = 0;
		page_numbers_end(c->packers[i], &text);
		put(ctx, page_column_names[i], &text);
	}
	buf_done(&text);
	free(c);
}

void page_gzip(struct buf *out, const void *data, size_t len, int level)
{
	z_stream z = {0};

	deflateInit2(&z, level, Z_DEFLATED, GZIP, MEMORY, Z_DEFAULT_STRATEGY);
	z.next_in = (Bytef *)data;
	z.avail_in = (uInt)len;
	deflate_into(&z, out, Z_FINISH);
	deflateEnd(&z);
}
#else
bool page_pack_supported(void)
{
	return false;
}

struct page_columns *page_columns_new(int level)
{
	(void)level;
	return NULL;
}

void page_columns_put(struct page_columns *c, const struct page_row *row, uint64_t first_ns)
{
	(void)c;
	(void)row;
	(void)first_ns;
}

void page_columns_end(struct page_columns *c, void (*put)(void *ctx, const char *name, const struct buf *base64), void *ctx)
{
	(void)c;
	(void)put;
	(void)ctx;
}

struct page_numbers *page_numbers_new(int level)
{
	(void)level;
	return NULL;
}

void page_numbers_put(struct page_numbers *p, uint64_t v)
{
	(void)p;
	(void)v;
}

void page_numbers_end(struct page_numbers *p, struct buf *base64)
{
	(void)p;
	(void)base64;
}

void page_gzip(struct buf *out, const void *data, size_t len, int level)
{
	(void)level;
	buf_put(out, data, len);
}
#endif
