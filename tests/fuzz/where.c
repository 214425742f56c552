/*
 * Random filter expressions, most of them nearly right, over random events. Meant for a SAN=1 build, which stops at the first bad
 * access. What matches must never have been left out beforehand. Prints TAP; the seed is printed, so that a failure can be run again.
 *
 *   where [ROUNDS [SEED]]
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "event/event.h"
#include "filter/filter.h"
#include "filter/where.h"
#include "task/task.h"

enum { EXPRESSION_BYTES = 256, MEMORY_BYTES = 512, BASE = 0x10000 };

static uint64_t state;

static uint64_t rnd(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

static const char *const operands[] = {
	"call", "nr", "abi", "kind", "pid", "tid", "comm", "ret", "errno", "dur", "signal", "path", "fd", "fd.path", "size", "ret.path",
	"openat.flags", "flags", "st_size", "buf", "sin_port", "addr", "sigset", "iov_base", "execve.argv", "fds.fd", "dirfd.path", "count",
};
static const char *const operators[] = {"==", "!=", "<", "<=", ">", ">=", "~", "!~", "=~", " in (", "&", " & 3 == "};
static const char *const constants[] = {
	"0", "3", "-1", "10ms", "4k", "0x7fffffffffffffff", "\"x\"", "\"*a*\"", "\"[a-\"", "ENOENT", "O_TRUNC", "O_CREAT|O_TRUNC", "PROT_READ",
	"NULL", "openat", "ret", "count", "SIGCHLD", "%file", "'\\x00'", "1.5s", "S_IFREG",
};
static const char *const joints[] = {" && ", " || ", " && !", ") && (", " || ("};

#define ANY(list) ((list)[rnd() % (sizeof(list) / sizeof((list)[0]))])

static void build(char *out)
{
	size_t len = 0;

	for (unsigned i = 0; i <= rnd() % 3; i++)
		len += (size_t)snprintf(out + len, EXPRESSION_BYTES - len, "%s%s%s%s", i ? ANY(joints) : "", ANY(operands), ANY(operators), ANY(constants));
	for (unsigned i = 0; i < rnd() % 3 && rnd() % 4 == 0; i++)
		out[rnd() % len] = "()&|!~=<>\"'.%,-\\[ \xff" "0aZ_"[rnd() % 23];
	const char *open = strstr(out, " in (");
	if (open && len + 1 < EXPRESSION_BYTES)
		strcpy(out + len, ")");
}

static uint8_t memory[MEMORY_BYTES];

static unsigned fill_blobs(struct blob *blobs, unsigned max)
{
	static const uint8_t slots[] = {0, 1, 2, 3, BLOB_FD, BLOB_SOCKET, BLOB_COMM};
	unsigned n = (unsigned)(rnd() % (max + 1));

	for (unsigned i = 0; i < MEMORY_BYTES; i++)
		memory[i] = rnd() % 3 ? (uint8_t)rnd() : (uint8_t)"\0/a3"[rnd() % 4];
	for (unsigned i = 0; i < n; i++) {
		uint32_t at = (uint32_t)(rnd() % MEMORY_BYTES), len = (uint32_t)(rnd() % (MEMORY_BYTES - at + 1));
		uint8_t slot = ANY(slots);
		/* A copy of its own, so that reading beyond it shows. */
		uint8_t *data = len ? malloc(len) : NULL;
		if (len)
			memcpy(data, memory + at, len);
		blobs[i] = (struct blob){.slot = slot, .phase = (uint8_t)(rnd() % 2), .status = (uint8_t)(rnd() % 5), .want = len + rnd() % 2,
		                         .len = len, .addr = slot > 3 ? rnd() % 8 : BASE + at, .data = data};
	}
	return n;
}

static void fill_event(struct event *e, struct blob *blobs, unsigned max)
{
	*e = (struct event){.kind = rnd() % 8 ? EVENT_CALL : (uint8_t)(rnd() % (EVENT_LOST + 1)), .abi = (uint8_t)(rnd() % ABI_COUNT),
	                    .outcome = (uint8_t)(rnd() % 5), .pid = 1, .tid = 2, .nr = rnd() % 470, .blobs = blobs, .signo = (int)(rnd() % 70)};
	for (int i = 0; i < 6; i++)
		e->args[i] = rnd() % 2 ? rnd() % 8 : rnd() % 4 ? BASE + rnd() % MEMORY_BYTES : rnd();
	e->ret = e->outcome == OUTCOME_ERROR ? -(int64_t)(rnd() % 600) : (int64_t)(rnd() % 100);
	e->exit_ns = rnd() % 100000000;
	e->nblobs = fill_blobs(blobs, max);
}

/* Whether all is well. */
static bool evaluate(struct where *w)
{
	static const struct task task = {.comm = "x"};
	struct callset calls;
	struct event e;
	struct blob blobs[8];

	callset_all(&calls);
	where_limit(w, &calls);
	for (int i = 0; i < 8; i++) {
		fill_event(&e, blobs, 8);
		enum truth t = where_eval(w, &e, rnd() % 4 ? &task : NULL);
		for (unsigned j = 0; j < e.nblobs; j++)
			free((void *)blobs[j].data);
		if (t == TRUTH_TRUE && e.kind <= EVENT_ENTERED && !callset_has(&calls, (enum abi)e.abi, e.nr))
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 0) : 1000;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 0x5eed;
	unsigned long valid = 0;
	char text[EXPRESSION_BYTES * 2];
	int log = dup(STDERR_FILENO), null = open("/dev/null", O_WRONLY);

	printf("1..1\n# seed %#" PRIx64 "\n", seed);
	fflush(stdout);
	state = seed;
	for (unsigned long r = 0; r < rounds; r++) {
		struct where *w;
		build(text);
		dup2(null, STDERR_FILENO); /* messages are not what is tested */
		int err = where_parse("--where", text, &desc_builtin, 32, &w);
		dup2(log, STDERR_FILENO);
		if (err)
			continue;
		valid++;
		bool well = evaluate(w);
		where_free(w);
		if (!well) {
			printf("not ok 1 - left out what matches: %s\n", text);
			return 1;
		}
	}
	printf("%s 1 - %lu of %lu random expressions were valid\n", valid > rounds / 20 ? "ok" : "not ok", valid, rounds);
	return 0;
}
