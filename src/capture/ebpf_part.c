/*
 * Calls whose memory does not fit into one record: what went before in RECORD_PARTs is kept with the task, until the call's record comes. The last blob of a
 * part may go on in the next one.
 */
#ifdef HAVE_BPF

#include <stdlib.h>
#include <string.h>

#include "capture/ebpf_priv.h"

static size_t padded(size_t bytes)
{
	return (bytes + 7) & ~(size_t)7;
}

static bool goes_on(const struct parts *p, const struct record_blob *b)
{
	const struct record_blob *last = (const struct record_blob *)(p->blobs.data + p->last);

	return p->n && last->row == b->row && last->addr == b->addr && last->phase == b->phase && last->len == b->from;
}

/* Whether it is that one once more. */
static bool comes_again(const struct record_blob *known, const struct record_blob *b)
{
	return known->row == b->row && known->addr == b->addr && known->phase == b->phase && known->again == b->again && known->parent == b->parent &&
		known->index == b->index && known->len == b->len && !b->from;
}

/* Blobs in a row, each behind its head, up to where one is cut off; without those at the beginning that are there already. */
static void add_blobs(struct parts *p, const uint8_t *at, const uint8_t *end, unsigned n)
{
	static const char zeros[8];
	size_t again = 0, before = p->blobs.len;
	int16_t *where = calloc(n + 1u, sizeof(*where)); /* among all, by their number here */

	if (!where)
		abort();
	for (unsigned i = 0; i < n && end - at >= (ptrdiff_t)sizeof(struct record_blob); i++) {
		struct record_blob b;
		memcpy(&b, at, sizeof(b));
		at += sizeof(b);
		if (end - at < (ptrdiff_t)b.len)
			break;
		const struct record_blob *known = (const struct record_blob *)(p->blobs.data + again);
		if (again < before && comes_again(known, &b)) {
			where[i] = (int16_t)i;
			again += padded(sizeof(*known) + known->len);
			at += padded(b.len);
			continue;
		}
		again = before;
		b.parent = b.parent >= 0 && b.parent < (int)i ? where[b.parent] : -1;
		if (b.from && goes_on(p, &b)) {
			struct record_blob *last = (struct record_blob *)(p->blobs.data + p->last);
			last->status = b.status;
			last->len += b.len;
			p->blobs.len = p->last + sizeof(*last) + b.from;
		} else {
			p->last = p->blobs.len;
			buf_put(&p->blobs, &b, sizeof(b));
			p->n++;
		}
		where[i] = (int16_t)(p->n - 1);
		buf_put(&p->blobs, at, b.len);
		buf_put(&p->blobs, zeros, padded(p->blobs.len) - p->blobs.len);
		at += padded(b.len);
	}
	free(where);
}

void parts_take(struct parts *p, const struct record *r, uint32_t bytes)
{
	if (p->enter_ns != r->enter_ns) {
		p->enter_ns = r->enter_ns;
		p->blobs.len = 0;
		p->n = 0;
	}
	add_blobs(p, (const uint8_t *)(r + 1), (const uint8_t *)r + bytes, r->nblobs);
}

const struct record *parts_join(struct arena *arena, const struct parts *before, const struct record *r, uint32_t *bytes)
{
	struct parts all = {.last = before->last, .n = before->n};

	if (before->enter_ns != r->enter_ns)
		return r;
	buf_put(&all.blobs, before->blobs.data, before->blobs.len);
	add_blobs(&all, (const uint8_t *)(r + 1), (const uint8_t *)r + *bytes, r->nblobs);
	*bytes = (uint32_t)(sizeof(*r) + all.blobs.len);
	struct record *joined = arena_alloc(arena, *bytes);
	*joined = *r;
	joined->nblobs = (uint16_t)all.n;
	joined->bytes = (uint32_t)all.blobs.len;
	memcpy(joined + 1, all.blobs.data, all.blobs.len);
	buf_done(&all.blobs);
	return joined;
}

void parts_done(struct parts *p)
{
	buf_done(&p->blobs);
	*p = (struct parts){0};
}

#endif
