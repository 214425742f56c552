/*
 * Hostile stacks: blobs that are nearly right, as a damaged tape might have them, in text and JSON. Meant for a SAN=1 build, which stops at
 * the first bad access. Prints TAP; the seed is printed, so that a failure can be run again.
 *
 *   stack [ROUNDS [SEED]]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "event/event.h"
#include "event/stack.h"
#include "sink/stack.h"
#include "symbol/image.h"
#include "symbol/symbols.h"

static uint64_t state;

static uint64_t rnd(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

static void put_symbols(struct buf *b)
{
	for (uint64_t n = rnd() % 4; n > 0; n--)
		stack_put_symbol(b, (uint32_t)(rnd() % 4096), (uint32_t)(rnd() % 256), rnd() % 2 ? "function" : "_ZN5outer5innerEv");
}

/* Of this program itself, so that there is something to be found. */
static void put_module(struct buf *b, const char *self)
{
	struct stack_module m = {.kind = (uint8_t)(rnd() % 4), .id = {.kind = (uint8_t)(rnd() % 4), .len = (uint8_t)(rnd() % 33)}, .path = self};
	struct buf symbols = {0};

	m.path_len = (uint16_t)(rnd() % 3 ? strlen(self) : rnd() % (strlen(self) + 1));
	put_symbols(&symbols);
	m.symbols = (const uint8_t *)symbols.data;
	m.symbols_len = (uint16_t)symbols.len;
	stack_put_module(b, &m);
	buf_done(&symbols);
}

/* A copy of its own, so that reading beyond it shows. */
static struct blob blob_of(uint8_t slot, struct buf *b)
{
	for (uint64_t n = rnd() % 3 ? 0 : rnd() % 4; n > 0 && b->len; n--)
		b->data[rnd() % b->len] = (char)rnd();
	uint32_t len = (uint32_t)(rnd() % 4 || !b->len ? b->len : rnd() % b->len);
	uint8_t *data = malloc(len ? len : 1);

	if (!data)
		abort();
	memcpy(data, b->len ? b->data : "", len);
	return (struct blob){.slot = slot, .status = (uint8_t)(rnd() % 5), .want = len, .len = len, .data = data};
}

static void round_of(struct symbols *s, struct stack_fold *fold, const char *self)
{
	struct buf frames = {0}, modules = {0}, out = {0};
	uint64_t nmodules = rnd() % 5;

	for (uint64_t i = 0; i < nmodules; i++)
		put_module(&modules, self);
	for (uint64_t n = rnd() % 20; n > 0; n--) {
		struct stack_frame f = {.module = rnd() % 8 ? (uint32_t)(rnd() % (nmodules + 1)) : MODULE_NONE, .exact = rnd() % 2,
		                        .offset = rnd() % 4 ? rnd() % 100000 : rnd()};
		stack_put_frame(&frames, &f);
	}
	struct blob blobs[2] = {blob_of(BLOB_STACK, &frames), blob_of(BLOB_MODULES, &modules)};
	struct event e = {.kind = rnd() % 2 ? EVENT_CALL : EVENT_SIGNAL, .blobs = blobs, .nblobs = 1 + (unsigned)(rnd() % 2)};
	stack_put_text(&out, s, &e, rnd() % 2 ? fold : NULL);
	stack_put_json(&out, s, &e);
	stack_hash(&e);
	free((void *)blobs[0].data);
	free((void *)blobs[1].data);
	buf_done(&frames);
	buf_done(&modules);
	buf_done(&out);
}

int main(int argc, char **argv)
{
	unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 20000;
	struct images *images = images_new();
	struct stack_fold fold = {0};
	char self[512];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	state = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)getpid() * 0x9e3779b97f4a7c15ULL | 1;
	self[n > 0 ? n : 0] = '\0';
	printf("# seed %" PRIu64 "\n", state);
	struct symbols *s = symbols_new(images, false);
	for (unsigned long i = 0; i < rounds; i++)
		round_of(s, &fold, self);
	symbols_free(s);
	stack_fold_done(&fold);
	images_free(images);
	printf("ok 1 - %lu stacks\n1..1\n", rounds);
	return 0;
}
