/* Compression by zstd, or none when it was not there at build time: see stream.h. */
#include "tape/stream.h"

#include <errno.h>
#include <stdlib.h>

#include "tape/bytes.h"

enum { WORTH_COMPRESSING = 32, DEFAULT_LEVEL = 6 };

#ifdef HAVE_ZSTD
#include <zstd.h>

struct packer {
	ZSTD_CCtx *c;
	ZSTD_DCtx *d;
	int level;
};

struct packer *packer_new(int level)
{
	struct packer *p = calloc(1, sizeof(*p));

	if (!p)
		abort();
	p->c = ZSTD_createCCtx();
	p->d = ZSTD_createDCtx();
	if (!p->c || !p->d)
		abort();
	p->level = level ? level : DEFAULT_LEVEL;
	return p;
}

void packer_free(struct packer *p)
{
	if (!p)
		return;
	ZSTD_freeCCtx(p->c);
	ZSTD_freeDCtx(p->d);
	free(p);
}

/* The compressed length; 0 when that is no gain. */
static size_t compress(struct packer *p, struct buf *out, const struct buf *in)
{
	if (in->len < WORTH_COMPRESSING)
		return 0;
	out->len = 0;
	buf_grow(out, ZSTD_compressBound(in->len));
	size_t n = ZSTD_compressCCtx(p->c, out->data, out->cap, in->data, in->len, p->level);
	return ZSTD_isError(n) || n >= in->len ? 0 : n;
}

static int decompress(struct packer *p, char *out, size_t out_len, const uint8_t *in, size_t len)
{
	size_t n = ZSTD_decompressDCtx(p->d, out, out_len, in, len);

	return ZSTD_isError(n) || n != out_len ? -EBADMSG : 0;
}

uint64_t packer_features(void)
{
	return FEATURE_ZSTD;
}
#else
struct packer {
	int level;
};

struct packer *packer_new(int level)
{
	struct packer *p = calloc(1, sizeof(*p));

	if (!p)
		abort();
	p->level = level;
	return p;
}

void packer_free(struct packer *p)
{
	free(p);
}

static size_t compress(struct packer *p, struct buf *out, const struct buf *in)
{
	(void)p, (void)out, (void)in;
	return 0;
}

static int decompress(struct packer *p, char *out, size_t out_len, const uint8_t *in, size_t len)
{
	(void)p, (void)out, (void)out_len, (void)in, (void)len;
	return -ENOTSUP;
}

uint64_t packer_features(void)
{
	return 0;
}
#endif

void packer_pack(struct packer *p, struct buf *out, struct buf streams[STREAM_COUNT])
{
	struct buf body = {0}, packed = {0};

	for (unsigned id = 0; id < STREAM_COUNT; id++) {
		struct buf *s = &streams[id];
		if (!s->len)
			continue;
		size_t n = stream_is_noise(id) ? 0 : compress(p, &packed, s);
		put_number(out, id);
		put_number(out, n ? CODEC_ZSTD : CODEC_STORED);
		put_number(out, s->len);
		put_number(out, n ? n : s->len);
		buf_put(&body, n ? packed.data : s->data, n ? n : s->len);
		s->len = 0;
	}
	put_number(out, 0); /* ends the directory */
	buf_put(out, body.data ? body.data : "", body.len);
	buf_done(&body);
	buf_done(&packed);
}

struct entry {
	uint64_t id, codec, raw_len, stored_len;
};

static bool next_entry(struct bytes *in, struct entry *e)
{
	e->id = bytes_number(in);
	if (!e->id)
		return false;
	e->codec = bytes_number(in);
	e->raw_len = bytes_number(in);
	e->stored_len = bytes_number(in);
	return !in->bad;
}

static int unpack_stream(struct packer *p, struct buf *out, const struct entry *e, const uint8_t *data)
{
	if (e->raw_len > STREAM_RAW_MAX || (e->codec == CODEC_STORED && e->raw_len != e->stored_len))
		return -EBADMSG;
	out->len = 0;
	buf_grow(out, e->raw_len + STREAM_SLACK);
	memset(out->data + e->raw_len, 0, STREAM_SLACK);
	out->len = e->raw_len;
	if (e->codec == CODEC_ZSTD)
		return decompress(p, out->data, out->len, data, e->stored_len);
	if (e->codec != CODEC_STORED)
		return -ENOTSUP;
	memcpy(out->data, data, out->len);
	return 0;
}

static void make_empty(struct buf streams[STREAM_COUNT])
{
	for (unsigned id = 0; id < STREAM_COUNT; id++) {
		streams[id].len = 0;
		buf_grow(&streams[id], STREAM_SLACK);
		memset(streams[id].data, 0, STREAM_SLACK);
	}
}

int packer_unpack(struct packer *p, struct buf streams[STREAM_COUNT], enum stream_id last, const void *data, size_t len)
{
	struct bytes directory = bytes_of(data, len), body = directory;
	struct entry e;

	make_empty(streams);
	while (next_entry(&body, &e))
		;
	if (body.bad)
		return -EBADMSG;
	while (next_entry(&directory, &e)) {
		const uint8_t *stored = e.stored_len <= bytes_left(&body) ? bytes_take(&body, e.stored_len) : NULL;
		if (!stored)
			return -EBADMSG;
		if (e.id > last || e.id >= STREAM_COUNT)
			continue;
		int err = unpack_stream(p, &streams[e.id], &e, stored);
		if (err) {
			streams[e.id].len = 0;
			return err;
		}
	}
	return 0;
}
