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

struct packer {
	z_stream z;
	struct buf out;
	uint8_t raw[CHUNK];
	size_t len;
};

struct page_columns {
	struct packer packers[PAGE_COLUMNS];
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

static void packer_flush(struct packer *p, int how)
{
	p->z.next_in = p->raw;
	p->z.avail_in = (uInt)p->len;
	deflate_into(&p->z, &p->out, how);
	p->len = 0;
}

static void put_number(struct packer *p, uint64_t v)
{
	if (p->len + 10 > CHUNK)
		packer_flush(p, Z_NO_FLUSH);
	for (; v >= 0x80; v >>= 7)
		p->raw[p->len++] = (uint8_t)(v | 0x80);
	p->raw[p->len++] = (uint8_t)v;
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
		deflateInit2(&c->packers[i].z, level, Z_DEFLATED, GZIP, MEMORY, Z_DEFAULT_STRATEGY);
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
		put_number(&c->packers[i], numbers[i]);
	c->last_ns = row->start_ns;
}

void page_columns_end(struct page_columns *c, void (*put)(void *ctx, const char *name, const struct buf *base64), void *ctx)
{
	struct buf text = {0};

	for (int i = 0; i < PAGE_COLUMNS; i++) {
		struct packer *p = &c->packers[i];
		packer_flush(p, Z_FINISH);
		text.len = 0;
		page_base64(&text, p->out.data, p->out.len);
		put(ctx, page_column_names[i], &text);
	}
	buf_done(&text);
}

void page_columns_free(struct page_columns *c)
{
	for (int i = 0; c && i < PAGE_COLUMNS; i++) {
		deflateEnd(&c->packers[i].z);
		buf_done(&c->packers[i].out);
	}
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

void page_columns_free(struct page_columns *c)
{
	(void)c;
}

void page_gzip(struct buf *out, const void *data, size_t len, int level)
{
	(void)level;
	buf_put(out, data, len);
}
#endif
