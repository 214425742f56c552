/*
 * Random and hostile events through the walk, into both visitors: every call of every ABI, registers and memory made of values
 * that break things (0, -1, small, huge, pointers into blobs that are short, empty or overlap). Meant for a SAN=1 build, which stops
 * at the first bad access. Prints TAP; the seed is printed, so that a failure can be run again.
 *
 *   walk [ROUNDS [SEED]]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decode/redact.h"
#include "decode/walk.h"
#include "sink/json.h"
#include "sink/show.h"

static uint64_t state;

static uint64_t rnd(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

enum { BLOBS = 12, BLOB_BYTES = 300, BASE = 0x10000 };

static uint8_t memory[BLOBS][BLOB_BYTES];

/* Where a blob starts; some overlap. */
static uint64_t blob_addr(unsigned i)
{
	return BASE + i * (BLOB_BYTES - 40);
}

static uint64_t nasty(void)
{
	switch (rnd() % 8) {
	case 0: return 0;
	case 1: return ~0ULL;
	case 2: return rnd() % 16;
	case 3: return 1ULL << (rnd() % 64);
	case 4: return rnd() % 300;
	case 5: return rnd();
	default: return blob_addr((unsigned)(rnd() % BLOBS)) + (rnd() % 4 ? 0 : rnd() % BLOB_BYTES);
	}
}

static void fill_memory(void)
{
	for (unsigned i = 0; i < BLOBS; i++) {
		for (unsigned k = 0; k + 8 <= BLOB_BYTES; k += 8) {
			uint64_t v = nasty();
			if (rnd() % 3 == 0)
				v = (uint32_t)nasty() | (uint64_t)(uint32_t)nasty() << 32;
			memcpy(memory[i] + k, &v, 8);
		}
	}
}

static unsigned fill_blobs(struct blob *blobs)
{
	unsigned n = (unsigned)(rnd() % (BLOBS + 1));

	for (unsigned i = 0; i < n; i++) {
		uint32_t len = (uint32_t)(rnd() % (BLOB_BYTES + 1));
		/* An exact copy on the heap, so that one byte too far is seen. */
		uint8_t *data = malloc(len ? len : 1);
		memcpy(data, memory[i], len);
		blobs[i] = (struct blob){
			.slot = (uint8_t)(rnd() % 11), .phase = (uint8_t)(rnd() % 2), .status = (uint8_t)(rnd() % 5), .parent = -1,
			.want = len + (rnd() % 2 ? 10 : 0), .len = len, .addr = blobs[i].slot >= BLOB_FD ? rnd() % 8 : blob_addr(i), .data = data,
		};
		if (blobs[i].slot < BLOB_RET || blobs[i].slot == BLOB_SIGINFO)
			blobs[i].addr = blob_addr(i);
	}
	return n;
}

static size_t decode(const struct event *e, struct buf *out)
{
	static const enum decode_part parts[] = {DECODE_ALL, DECODE_ENTRY, DECODE_EXIT};
	struct decode_opts o = {
		.desc = &desc_builtin, .verbose = rnd() % 2, .follow = rnd() % 8 != 0, .raw = rnd() % 16 == 0,
		.max_string = rnd() % 4 ? 32 : (uint32_t)(rnd() % 3),
	};
	struct show_opts so = {.max_string = o.max_string, .symbols = rnd() % 3, .escape = rnd() % 4};
	struct show show;
	struct json json;

	out->len = 0;
	show_init(&show, &so, out);
	decode_args(&o, e, e->kind == EVENT_ENTERED ? DECODE_ENTRY : parts[rnd() % 3], &show.visitor);
	if (e->kind == EVENT_CALL) {
		show_init(&show, &so, out);
		decode_result(&o, e, &show.visitor);
	}
	decode_siginfo(&o, e, &show.visitor);
	json_init(&json, out);
	decode_args(&o, e, DECODE_ALL, &json.visitor);
	json_end(&json);
	return out->len;
}

static struct redactor redactor = {.what = REDACT_ALL, .desc = &desc_builtin, .key = {1, 2}};

static size_t one(enum abi abi, uint64_t nr, struct buf *out)
{
	struct blob blobs[BLOBS] = {0};
	struct event e = {
		.kind = rnd() % 4 ? EVENT_CALL : EVENT_ENTERED, .abi = (uint8_t)abi, .outcome = (uint8_t)(rnd() % 5), .nr = nr, .blobs = blobs,
	};

	fill_memory();
	e.nblobs = fill_blobs(blobs);
	for (int i = 0; i < 6; i++)
		e.args[i] = nasty();
	/* The first arguments select shapes: meet the cases that exist. */
	const struct call *c = desc_call(&desc_builtin, abi, nr);
	if (c && c->ncases && rnd() % 4)
		e.args[rnd() % 3] = desc_builtin.cases[c->first_case + rnd() % c->ncases].value;
	e.ret = e.outcome == OUTCOME_ERROR ? -(int64_t)(rnd() % 600) : (int64_t)nasty();
	size_t len = decode(&e, out);
	redact_event(&redactor, &e);
	for (unsigned i = 0; i < e.nblobs; i++)
		free((void *)blobs[i].data);
	return len;
}

int main(int argc, char **argv)
{
	unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 0) : 20;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 0x5eed;
	struct buf out = {0};
	uint64_t events = 0;
	size_t longest = 0;

	printf("1..1\n# seed %#" PRIx64 "\n", seed);
	fflush(stdout);
	state = seed;
	for (unsigned long r = 0; r < rounds; r++) {
		for (int abi = 0; abi < ABI_COUNT; abi++) {
			for (uint64_t nr = 0; nr <= desc_builtin.nnumbers[abi]; nr++, events++) {
				size_t len = one((enum abi)abi, nr, &out);
				longest = len > longest ? len : longest;
			}
		}
	}
	printf("ok 1 - %" PRIu64 " random events walked, longest output %zu bytes\n", events, longest);
	buf_done(&out);
	redact_done(&redactor);
	return 0;
}
