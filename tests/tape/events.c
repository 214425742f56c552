/* Random events: see events.h. */
#include "events.h"

#include <string.h>

uint64_t random_next(struct random *r)
{
	uint64_t z = r->state += 0x9e3779b97f4a7c15ULL; /* splitmix64 */

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
	return z ^ z >> 31;
}

uint64_t random_below(struct random *r, uint64_t n)
{
	return random_next(r) % n;
}

/* Numbers of all sizes; extremes often. */
static uint64_t any_number(struct random *r)
{
	switch (random_below(r, 8)) {
	case 0: return 0;
	case 1: return UINT64_MAX;
	case 2: return 1ULL << random_below(r, 64);
	case 3: return -(1ULL << random_below(r, 64));
	case 4: return (uint64_t)(uint32_t)random_next(r);
	default: return random_next(r) >> random_below(r, 64);
	}
}

static const uint8_t *any_bytes(struct random *r, struct arena *a, uint32_t len)
{
	uint8_t *data = arena_alloc(a, len + 1);
	unsigned kind = (unsigned)random_below(r, 3), few = (unsigned)random_below(r, 4) + 1;

	for (uint32_t i = 0; i < len; i++)
		data[i] = kind == 0 ? (uint8_t)random_next(r) : (uint8_t)(kind == 1 ? 'a' + random_below(r, few) : random_below(r, few));
	if (len && kind == 1 && random_below(r, 2))
		data[len - 1] = 0;
	return data;
}

/* What getdents64(2) fills a buffer with; now and then not quite. */
static const uint8_t *any_directory(struct random *r, struct arena *a, uint32_t *len)
{
	static const char *const names[] = {".", "..", "file", "another-name", "x", "copyright", "a\xff\n"};
	unsigned n = (unsigned)random_below(r, 8) + 1;
	uint8_t *data = arena_alloc(a, n * 64 + 8);

	*len = 0;
	for (unsigned i = 0; i < n; i++) {
		const char *name = names[random_below(r, 7)];
		uint64_t numbers[2] = {any_number(r), random_below(r, 2) ? any_number(r) : strlen(name) << 40};
		uint16_t length = (uint16_t)((19 + strlen(name) + 1 + 7) & ~7u);
		uint8_t *e = data + *len;
		memset(e, random_below(r, 2) ? 0 : (int)random_below(r, 3), length);
		memcpy(e, numbers, sizeof(numbers));
		memcpy(e + 16, &length, sizeof(length));
		e[18] = (uint8_t)(random_below(r, 30) ? random_below(r, 13) : random_next(r));
		memcpy(e + 19, name, strlen(name) + 1);
		*len += length;
	}
	if (!random_below(r, 8))
		data[random_below(r, *len)] ^= 1 << random_below(r, 8);
	if (!random_below(r, 8))
		*len -= (uint32_t)random_below(r, 20);
	return data;
}

static uint32_t any_len(struct random *r)
{
	static const uint32_t usual[] = {0, 1, 4, 8, 16, 33, 144, 256, 257, 4096};

	return random_below(r, 2) ? usual[random_below(r, sizeof(usual) / sizeof(*usual))] : (uint32_t)random_below(r, 600);
}

static void wild_blob(struct random *r, struct arena *a, const struct event *e, struct blob *blobs, unsigned i)
{
	struct blob *b = &blobs[i];

	*b = (struct blob){
		.slot = (uint8_t)(random_below(r, 4) ? random_below(r, 11) : random_next(r)), .phase = (uint8_t)random_below(r, 2),
		.status = (uint8_t)random_below(r, 5), .row = (uint8_t)random_next(r),
		.parent = (int16_t)((int)random_below(r, 2 * (i + 2)) - (int)i - 2), .pad = (uint16_t)(random_below(r, 9) ? 0 : random_next(r)),
		.index = (uint32_t)(random_below(r, 3) ? random_below(r, 4) : any_number(r)), .len = any_len(r),
	};
	b->data = random_below(r, 6) ? any_bytes(r, a, b->len) : any_directory(r, a, &b->len);
	b->want = random_below(r, 2) ? b->len : (uint32_t)(random_below(r, 2) ? any_number(r) : e->args[random_below(r, 6)]);
	switch (random_below(r, 5)) {
	case 0: b->addr = e->args[random_below(r, 6)]; break;
	case 1: b->addr = (uint64_t)e->ret; break;
	case 2: b->addr = (uint64_t)(int64_t)(int32_t)e->args[random_below(r, 6)]; break;
	case 3:
		b->addr = any_number(r);
		if (i && blobs[0].len >= 16)
			memcpy(&b->addr, blobs[0].data + 8, 8);
		break;
	default: b->addr = any_number(r);
	}
}

void random_wild(struct random *r, struct arena *a, struct event *e)
{
	struct blob *blobs;

	*e = (struct event){
		.kind = (uint8_t)(random_below(r, 20) ? random_below(r, 9) : random_next(r)),
		.abi = (uint8_t)(random_below(r, 20) ? random_below(r, ABI_COUNT) : random_next(r)),
		.outcome = (uint8_t)random_below(r, 5), .announced = random_below(r, 2),
		.pid = (pid_t)(random_below(r, 3) ? 1000 + random_below(r, 5) : any_number(r)),
		.tid = (pid_t)(random_below(r, 3) ? 1000 + random_below(r, 5) : any_number(r)),
		.enter_ns = any_number(r), .exit_ns = any_number(r), .nr = random_below(r, 4) ? random_below(r, 9) : any_number(r),
		.ret = (int64_t)any_number(r), .ip = any_number(r), .sp = any_number(r), .cpu_ns = any_number(r),
		.signo = (int)any_number(r), .status = (int)any_number(r), .old_tid = (pid_t)any_number(r), .parent = (pid_t)any_number(r),
		.lost = any_number(r) >> 8, .nblobs = (unsigned)(random_below(r, 4) ? random_below(r, 4) : random_below(r, 40)),
	};
	for (unsigned i = 0; i < 6; i++)
		e->args[i] = any_number(r);
	e->blobs = blobs = arena_alloc(a, (e->nblobs + 1) * sizeof(*blobs));
	for (unsigned i = 0; i < e->nblobs; i++)
		wild_blob(r, a, e, blobs, i);
}

static void tame_note(struct random *r, struct arena *a, const struct event *e, struct blob *b)
{
	static const char *const paths[] = {"/usr/lib/x86_64-linux-gnu/libc.so.6", "/etc/passwd", "/home/user/src/main.c", "pipe:[12345]"};
	const char *path = paths[(e->args[0] + random_below(r, 20) / 19) % 4];

	(void)a;
	*b = (struct blob){
		.slot = BLOB_FD, .parent = -1, .row = UINT8_MAX, .addr = e->args[0], .want = (uint32_t)strlen(path),
		.len = (uint32_t)strlen(path), .data = (const uint8_t *)path,
	};
}

static void tame_buffer(struct random *r, struct arena *a, const struct event *e, struct blob *b)
{
	uint32_t len = e->ret > 33 ? 33 : (uint32_t)e->ret;

	*b = (struct blob){
		.slot = 1, .phase = PHASE_EXIT, .status = e->ret > 33 ? BLOB_SHORT : BLOB_OK, .parent = -1, .addr = e->args[1],
		.want = (uint32_t)e->ret, .len = len, .data = any_bytes(r, a, len),
	};
}

void random_tame(struct random *r, struct arena *a, struct event *e, uint64_t *now_ns)
{
	static const uint64_t calls[] = {0, 0, 0, 1, 3, 8, 262, 202};
	struct blob *blobs = arena_alloc(a, 2 * sizeof(*blobs));
	pid_t pid = (pid_t)(2000 + random_below(r, 3));

	*now_ns += 2000 + random_below(r, 3000);
	*e = (struct event){
		.kind = EVENT_CALL, .pid = pid, .tid = pid + (pid_t)random_below(r, 2), .enter_ns = *now_ns, .nr = calls[random_below(r, 8)],
		.ip = 0x7f0012345678, .sp = 0x7ffc00001000 + random_below(r, 4) * 64, .blobs = blobs, .nblobs = 1,
	};
	*now_ns += 500 + random_below(r, 1000);
	e->exit_ns = *now_ns;
	if (!random_below(r, 8)) {
		e->kind = EVENT_ENTERED;
		e->exit_ns = 0;
	}
	e->args[0] = 3 + random_below(r, 4);
	e->args[1] = e->sp + 0x80;
	e->args[2] = 4096;
	tame_note(r, a, e, &blobs[0]);
	if (e->kind == EVENT_ENTERED)
		return;
	if (e->nr == 0 && random_below(r, 10)) {
		e->ret = (int64_t)random_below(r, 100);
		tame_buffer(r, a, e, &blobs[1]);
		e->nblobs = 2;
	} else if (e->nr == 0) {
		e->outcome = OUTCOME_ERROR;
		e->ret = -11;
	}
}

static const char *blob_difference(const struct blob *a, const struct blob *b)
{
#define COMPARE(field) if (a->field != b->field) return "blob " #field
	COMPARE(slot);
	COMPARE(phase);
	COMPARE(status);
	COMPARE(row);
	COMPARE(parent);
	COMPARE(pad);
	COMPARE(index);
	COMPARE(want);
	COMPARE(len);
	COMPARE(addr);
#undef COMPARE
	return a->len && memcmp(a->data, b->data, a->len) ? "blob data" : NULL;
}

const char *event_difference(const struct event *a, const struct event *b)
{
	const char *what = NULL;

#define COMPARE(field) if (a->field != b->field) return #field
	COMPARE(kind);
	COMPARE(abi);
	COMPARE(outcome);
	COMPARE(announced);
	COMPARE(pid);
	COMPARE(tid);
	COMPARE(enter_ns);
	COMPARE(exit_ns);
	COMPARE(nr);
	for (unsigned i = 0; i < 6; i++)
		COMPARE(args[i]);
	COMPARE(ret);
	COMPARE(ip);
	COMPARE(sp);
	COMPARE(cpu_ns);
	COMPARE(signo);
	COMPARE(status);
	COMPARE(old_tid);
	COMPARE(parent);
	COMPARE(lost);
	COMPARE(nblobs);
#undef COMPARE
	for (unsigned i = 0; i < a->nblobs && !what; i++)
		what = blob_difference(&a->blobs[i], &b->blobs[i]);
	return what;
}
