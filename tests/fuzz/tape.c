/*
 * Fuzz target: chunks whose checksums are right and whose contents are not. A payload made of random events is taken apart, some bytes
 * of its streams are changed, and it is decoded, whole and brief: no crash, no hang, nothing read out of bounds (sanitizers tell).
 *
 *   tape [ROUNDS [SEED]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "events.h"
#include "tape/bytes.h"
#include "tape/chunk.h"
#include "tape/stream.h"

enum { EVENTS = 120 };

static void make_payload(struct random *r, struct buf *payload, struct buf *summary)
{
	struct encoder *c = encoder_new(1);
	struct arena a = {0};
	struct event e;
	uint64_t now_ns = 1000;

	for (unsigned i = 0; i < EVENTS; i++) {
		if (random_below(r, 3))
			random_tame(r, &a, &e, &now_ns);
		else
			random_wild(r, &a, &e);
		encoder_put(c, &e);
	}
	encoder_finish(c, summary, payload);
	encoder_free(c);
	arena_done(&a);
}

static void change(struct random *r, struct buf *b)
{
	if (!b->len)
		return;
	switch (random_below(r, 4)) {
	case 0: b->data[random_below(r, b->len)] = (char)random_next(r); break;
	case 1: b->data[random_below(r, b->len)] ^= (char)(1 << random_below(r, 8)); break;
	case 2: b->len = random_below(r, b->len); break;
	default: memset(b->data + random_below(r, b->len), 0xff, 1);
	}
}

static void put_stored(struct buf *out, const struct buf streams[STREAM_COUNT])
{
	for (unsigned id = 1; id < STREAM_COUNT; id++) {
		if (!streams[id].len)
			continue;
		put_number(out, id);
		put_number(out, CODEC_STORED);
		put_number(out, streams[id].len);
		put_number(out, streams[id].len);
	}
	put_number(out, 0);
	for (unsigned id = 1; id < STREAM_COUNT; id++)
		buf_put(out, streams[id].data ? streams[id].data : "", streams[id].len);
}

/* Reads every byte that the events point to. */
static unsigned consume(struct decoder *d, const struct buf *payload, bool brief)
{
	const struct event *e;
	unsigned n = 0, sum = 0;
	bool bad;

	/* A copy of the very size, so that reading past it is seen. */
	uint8_t *copy = malloc(payload->len);
	memcpy(copy, payload->data, payload->len);
	int err = decoder_load(d, copy, payload->len, brief);
	free(copy);
	while (!err && (e = decoder_next(d, &bad))) {
		n++;
		for (unsigned i = 0; i < e->nblobs; i++) {
			for (uint32_t k = 0; k < e->blobs[i].len; k++)
				sum += e->blobs[i].data[k];
		}
	}
	return n + !sum;
}

int main(int argc, char **argv)
{
	unsigned rounds = argc > 1 ? (unsigned)atoi(argv[1]) : 150;
	struct random r = {argc > 2 ? (uint64_t)atoll(argv[2]) : 1};
	struct decoder *decoder = decoder_new();
	struct packer *packer = packer_new(0);
	struct buf streams[STREAM_COUNT] = {{0}}, payload = {0}, summary = {0};
	unsigned whole = 0;

	for (unsigned i = 0; i < rounds; i++) {
		payload.len = summary.len = 0;
		make_payload(&r, &payload, &summary);
		for (unsigned j = 0; j < 40; j++) {
			if (packer_unpack(packer, streams, STREAM_COUNT, payload.data, payload.len))
				return 1;
			for (uint64_t k = random_below(&r, 4); k--;)
				change(&r, &streams[1 + random_below(&r, STREAM_COUNT - 1)]);
			struct buf changed = {0};
			put_stored(&changed, streams);
			whole += consume(decoder, &changed, false) == EVENTS;
			consume(decoder, &changed, true);
			buf_done(&changed);
			struct arena a = {0};
			struct tape_summary s;
			change(&r, &summary);
			summary_unpack(&s, &a, summary.data, summary.len);
			arena_done(&a);
		}
	}
	for (unsigned id = 0; id < STREAM_COUNT; id++)
		buf_done(&streams[id]);
	buf_done(&payload);
	buf_done(&summary);
	decoder_free(decoder);
	packer_free(packer);
	/* Those that happened not to be changed must have come out whole. */
	printf("%sok 1 - %u chunks with wrong contents\n1..1\n", whole >= rounds * 5 ? "" : "not ", rounds * 40);
	return whole < rounds * 5;
}
