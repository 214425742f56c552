/*
 * Random, hostile and well-formed events through the walk, into both visitors: in each round every form of every call of every ABI, which the
 * arguments select, and every signal. Registers and memory are made of values that break things (0, -1, small, huge, pointers into blobs that are
 * short, empty or overlap), constants that are known, attributes and messages with lengths, names. Meant for a SAN=1 build, which stops
 * at the first bad access. Prints TAP; the seed is printed, so that a failure can be run again.
 *
 *   walk [ROUNDS [SEED]]
 *
 * `make check` does 5 rounds. For a long one: nice build/san/tests/fuzz/walk 1000 $RANDOM
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

enum { BLOBS = 12, LARGE = 10, BLOB_BYTES = 300, LARGE_BYTES = 6000, BASE = 0x10000, SLOTS = 23 };

static uint8_t memory[BLOBS][LARGE_BYTES];

/* Bytes of a blob; some, from LARGE on, hold the large structs, too. */
static uint32_t blob_bytes(unsigned i)
{
	return i < LARGE ? BLOB_BYTES : LARGE_BYTES;
}

/* Where a blob starts; small ones overlap. */
static uint64_t blob_addr(unsigned i)
{
	return BASE + i * (i < LARGE ? BLOB_BYTES - 40 : LARGE_BYTES);
}

/* A constant that some description has. */
static uint64_t known(void)
{
	return desc_builtin.symbols[rnd() % desc_builtin.nsymbols].value;
}

static uint64_t nasty(void)
{
	switch (rnd() % 10) {
	case 0: return 0;
	case 6: return known();
	case 7: return known() | (rnd() % 2 ? known() : known() << 32);
	case 1: return ~0ULL;
	case 2: return rnd() % 16;
	case 3: return 1ULL << (rnd() % 64);
	case 4: return rnd() % 300;
	case 5: return rnd();
	default: return blob_addr((unsigned)(rnd() % BLOBS)) + (rnd() % 4 ? 0 : rnd() % BLOB_BYTES & (rnd() % 2 ? ~3ull : ~0ull));
	}
}

static void fill_numbers(uint8_t *to, size_t size)
{
	for (size_t k = 0; k + 8 <= size; k += 8) {
		uint64_t v = nasty();
		if (rnd() % 3 == 0)
			v = (uint32_t)nasty() | (uint64_t)(uint32_t)nasty() << 32;
		memcpy(to + k, &v, 8);
	}
}

/* What has its own length and type, one behind the other: attributes (2 bytes each), or messages and control messages (4 or 8). Some are wrong. */
static void fill_chain(uint8_t *to, size_t size, unsigned width)
{
	size_t head = width == 2 ? 4 : width == 4 ? 16 : 16;

	fill_numbers(to, size);
	for (size_t at = 0; at + head <= size;) {
		uint64_t len = rnd() % 16 ? head + rnd() % 60 : nasty(), type = rnd() % 4 ? rnd() % 64 : known();
		memcpy(to + at, &len, width);
		memcpy(to + at + width, &type, width == 8 ? 4 : 2);
		if (width == 8)
			memcpy(to + at + 12, &(uint32_t){(uint32_t)(rnd() % 40)}, 4);
		at += len < size ? (len + width - 1) & ~(uint64_t)((width < 4 ? 4 : width) - 1) : size;
	}
}

static void fill_text(uint8_t *to, size_t size)
{
	static const char *const words[] = {"", "/dev/null", "eth0", "socket:[12]", "lo", "%s%n", "\xff\x01", "anon_inode:[eventfd]", "../x", "\n\"\\", "UNIX"};

	for (size_t at = 0; at < size;) {
		const char *word = words[rnd() % (sizeof(words) / sizeof(*words))];
		size_t len = strlen(word) + 1;
		memcpy(to + at, word, len < size - at ? len : size - at);
		at += len;
	}
}

/* A buffer begins with a number that is known: a family, a type, a size. */
static void fill_known(uint8_t *to, size_t size)
{
	uint64_t first = known();

	fill_numbers(to, size);
	memcpy(to, &first, 1u << rnd() % 4);
}

static void fill_memory(void)
{
	for (unsigned i = 0; i < BLOBS; i++) {
		uint32_t size = blob_bytes(i);
		switch (rnd() % 8) {
		case 0: fill_chain(memory[i], size, 2); break;
		case 1: fill_chain(memory[i], size, 4); break;
		case 2: fill_chain(memory[i], size, 8); break;
		case 3: fill_text(memory[i], size); break;
		case 4: fill_known(memory[i], size); break;
		case 5: fill_chain(memory[i], size, 4), fill_chain(memory[i] + 16 + rnd() % 8 * 4, 160, 2); break;
		default: fill_numbers(memory[i], size);
		}
	}
}

static bool is_memory(const struct blob *b)
{
	return b->slot <= BLOB_SIGINFO;
}

static unsigned fill_blobs(struct blob *blobs)
{
	unsigned n = (unsigned)(rnd() % (BLOBS + 1));

	for (unsigned i = 0; i < n; i++) {
		uint32_t len = rnd() % 4 ? blob_bytes(i) : (uint32_t)(rnd() % (blob_bytes(i) + 1));
		/* An exact copy on the heap, so that one byte too far is seen. */
		uint8_t *data = malloc(len ? len : 1);
		memcpy(data, memory[i], len);
		blobs[i] = (struct blob){
			.slot = (uint8_t)(rnd() % 2 ? rnd() % BLOB_RET : rnd() % SLOTS), .phase = (uint8_t)(rnd() % 2), .status = (uint8_t)(rnd() % 5),
			.row = (uint8_t)(rnd() % 4 ? rnd() % 4 : rnd()), .parent = i && rnd() % 4 == 0 ? (int16_t)(rnd() % i) : -1,
			.want = len + (rnd() % 2 ? 10 : 0), .len = len, .data = data,
		};
		blobs[i].addr = is_memory(&blobs[i]) ? blob_addr(i) : rnd() % 4 ? rnd() % 8 : nasty();
	}
	return n;
}

static char *ifname(unsigned index, char *buf)
{
	return index % 2 ? strcpy(buf, "eth\"0") : NULL;
}

static size_t decode(const struct event *e, struct buf *out)
{
	static const enum decode_part parts[] = {DECODE_ALL, DECODE_ENTRY, DECODE_EXIT};
	struct decode_opts o = {
		.desc = &desc_builtin, .verbose = rnd() % 2, .follow = rnd() % 8 != 0, .raw = rnd() % 16 == 0,
		.max_string = rnd() % 4 ? 32 : (uint32_t)(rnd() % 3), .ifname = rnd() % 2 ? ifname : NULL,
		.index_numbers = rnd() % 4 == 0, .index_names = rnd() % 4 == 0,
	};
	struct show_opts so = {.max_string = o.max_string, .symbols = rnd() % 3, .escape = rnd() % 4, .arg_names = rnd() % 2};
	struct show show;
	struct json json;

	out->len = 0;
	show_init(&show, &so, out);
	decode_args(&o, e, e->kind == EVENT_ENTERED ? DECODE_ENTRY : parts[rnd() % 3], &show.visitor);
	if (e->kind == EVENT_CALL) {
		show_init(&show, &so, out);
		decode_result(&o, e, &show.visitor);
	}
	decode_vcpu(&o, e, rnd() % 2, &show.visitor);
	decode_siginfo(&o, e, &show.visitor);
	json_init(&json, out);
	decode_args(&o, e, DECODE_ALL, &json.visitor);
	json_end(&json);
	return out->len;
}

static struct redactor redactor = {.what = REDACT_ALL, .desc = &desc_builtin, .key = {1, 2}};

/* Arguments that select a form of the call: one of them is its value, or has it in some bits. False when none does. */
static bool select_case(const struct call *c, enum abi abi, unsigned index, uint64_t args[6])
{
	const struct switch_case *one = &desc_builtin.cases[c->first_case + index];
	const struct shape *wanted = &desc_builtin.shapes[one->shape];

	for (unsigned i = 0; i < 6 * 4 * 200; i++) { /* a mask's other bits may make it another one */
		static const unsigned shifts[] = {0, 8, 16, 32};
		uint64_t before = args[i % 6];
		args[i % 6] = one->value << shifts[i / 6 % 4] | (one->mask ? rnd() & ~one->mask : 0);
		if (desc_shape(&desc_builtin, c, abi, args) == wanted)
			return true;
		args[i % 6] = before;
	}
	return false;
}

/* How many forms were met, and how many there are: each round. */
static unsigned met, forms;

/* The form of that index; with `ncases`, whichever it comes to. */
static size_t one(enum abi abi, uint64_t nr, unsigned form, struct buf *out)
{
	const struct call *c = desc_call(&desc_builtin, abi, nr);
	struct blob blobs[BLOBS] = {0};
	struct event e = {
		.kind = rnd() % 8 ? EVENT_CALL : EVENT_ENTERED, .abi = (uint8_t)abi, .outcome = (uint8_t)(rnd() % 2 ? OUTCOME_OK : rnd() % 5), .nr = nr, .blobs = blobs,
		.signo = (int)(rnd() % 70),
	};

	fill_memory();
	e.nblobs = fill_blobs(blobs);
	for (int i = 0; i < 6; i++)
		e.args[i] = nasty();
	if (c && form < c->ncases) {
		const struct switch_case *which = &desc_builtin.cases[c->first_case + form];
		if (!which->abis || which->abis >> abi & 1) {
			forms++;
			met += select_case(c, abi, form, e.args);
		}
	}
	e.ret = e.outcome == OUTCOME_ERROR ? -(int64_t)(rnd() % 600) : rnd() % 3 ? (int64_t)(rnd() % 300) : (int64_t)nasty();
	size_t len = decode(&e, out);
	redact_event(&redactor, &e);
	for (unsigned i = 0; i < e.nblobs; i++)
		free((void *)blobs[i].data);
	return len;
}

int main(int argc, char **argv)
{
	unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 0) : 5;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 0x5eed;
	struct buf out = {0};
	uint64_t events = 0;
	size_t longest = 0;

	printf("1..1\n# seed %#" PRIx64 "\n", seed);
	fflush(stdout);
	state = seed;
	for (unsigned long r = 0; r < rounds; r++) {
		for (int abi = 0; abi < ABI_COUNT; abi++) {
			for (uint64_t nr = 0; nr <= desc_builtin.nnumbers[abi]; nr++) {
				const struct call *c = desc_call(&desc_builtin, (enum abi)abi, nr);
				for (unsigned form = 0; form <= (c ? c->ncases : 0); form++, events++) {
					size_t len = one((enum abi)abi, nr, form, &out);
					longest = len > longest ? len : longest;
				}
			}
		}
	}
	printf("%s 1 - %" PRIu64 " random events walked, %u of %u forms of calls met, longest output %zu bytes\n", met == forms ? "ok" : "not ok", events,
	       met, forms, longest);
	buf_done(&out);
	redact_done(&redactor);
	return 0;
}
