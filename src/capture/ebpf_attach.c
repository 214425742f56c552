/*
 * Tasks that were there before us. What one of them waits in is told by /proc/TID/syscall; the kernel's record of it will come without an entry
 * (RECORD_UNENTERED).
 */
#ifdef HAVE_BPF

#include <elf.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture/ebpf_priv.h"
#include "capture/fdinfo.h"
#include "desc/table.h"

/* An event as the kernel would have recorded it, with copied blobs. */
static struct record *make_record(const struct event *e, const struct copy *c, uint32_t *bytes)
{
	size_t size = sizeof(struct record);

	for (size_t i = 0; i < c->blobs.len; i++)
		size += sizeof(struct record_blob) + ((c->blobs.at[i].len + 7u) & ~7u);
	struct record *r = calloc(1, size);
	if (!r)
		abort();
	*r = (struct record){
		.kind = RECORD_ENTRY, .abi = e->abi, .pid = (uint32_t)e->pid, .tid = (uint32_t)e->tid, .nblobs = (uint16_t)c->blobs.len,
		.bytes = (uint32_t)(size - sizeof(*r)), .enter_ns = e->enter_ns, .nr = e->nr, .ip = e->ip, .sp = e->sp,
	};
	memcpy(r->args, e->args, sizeof(r->args));
	uint8_t *at = (uint8_t *)(r + 1);
	for (size_t i = 0; i < c->blobs.len; i++) {
		const struct blob *b = &c->blobs.at[i];
		struct record_blob *head = (struct record_blob *)at;
		*head = (struct record_blob){
			.slot = b->slot, .phase = b->phase, .status = b->status, .row = b->row, .parent = b->parent, .index = b->index, .want = b->want,
			.len = b->len, .addr = b->addr,
		};
		if (b->len)
			memcpy(head + 1, b->data, b->len);
		at += sizeof(*head) + ((b->len + 7u) & ~7u);
	}
	*bytes = (uint32_t)size;
	return r;
}

/* Its START says what it is called: no execve will. */
static void push_start(struct ebpf_source *s, struct watched *w)
{
	struct copy c = {0};

	struct event *e = watched_push(s, w, EVENT_START, w->since_ns);
	fdinfo_comm(&c, PHASE_EXIT, w->tid);
	if (c.blobs.len) {
		struct blob *b = arena_alloc(&s->arena, sizeof(*b) + c.blobs.at[0].len);
		*b = c.blobs.at[0];
		memcpy(b + 1, b->data, b->len);
		b->data = (const uint8_t *)(b + 1);
		e->blobs = b;
		e->nblobs = 1;
	}
	copy_done(&c);
}

/* Programs of the machine's own word size: /proc/TID/syscall does not tell what the others' numbers mean. */
static bool is_native(pid_t tid)
{
	char path[64];
	unsigned char ident[EI_NIDENT] = {0};

	snprintf(path, sizeof(path), "/proc/%d/exe", tid);
	FILE *f = fopen(path, "re");
	if (!f)
		return false;
	size_t n = fread(ident, 1, sizeof(ident), f);
	fclose(f);
	return n == sizeof(ident) && ident[EI_CLASS] == ELFCLASS64;
}

bool waiting_call(pid_t tid, struct event *e)
{
	char path[64], line[512] = "";
	uint64_t *a = e->args;
	long nr = -1;

	snprintf(path, sizeof(path), "/proc/%d/syscall", tid);
	errno = 0;
	FILE *f = fopen(path, "re");
	bool got = f && fgets(line, sizeof(line), f);
	int err = got || (errno != EACCES && errno != EPERM) ? 0 : errno;
	bool ok = got &&
		sscanf(line, "%ld %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64, &nr,
		       &a[0], &a[1], &a[2], &a[3], &a[4], &a[5], &e->sp, &e->ip) == 9;
	if (f)
		fclose(f);
	e->nr = (uint64_t)nr;
	ok = ok && nr >= 0 && is_native(tid);
	errno = err;
	return ok;
}

static bool is_wanted(const struct capture_opts *o, const struct event *e)
{
	return !o->wanted || e->nr >= 16 * 64 || o->wanted[e->abi][e->nr / 64] >> (e->nr % 64) & 1;
}

static void push_waiting(struct ebpf_source *s, struct watched *w)
{
	const struct capture_opts *o = &s->opts.common.capture;
	struct event e = {.kind = EVENT_ENTERED, .abi = (uint8_t)abi_native(), .pid = w->pid, .tid = w->tid, .enter_ns = w->since_ns};
	struct copy c = {0};

	if (!o->announce || !waiting_call(w->tid, &e) || !is_wanted(o, &e))
		return;
	const struct call *call = o->desc ? desc_call(o->desc, (enum abi)e.abi, e.nr) : NULL;
	const struct shape *shape = call ? desc_shape(o->desc, call, (enum abi)e.abi, e.args) : NULL;
	if (shape && shape->nplan[e.abi]) {
		struct copy_call one = {
			.tid = w->tid, .abi = (enum abi)e.abi, .args = e.args, .sp = e.sp,
			.plan = o->desc->plans + shape->plan[e.abi], .nplan = shape->nplan[e.abi],
		};
		copy_rows(&c, o, &one, PHASE_ENTRY);
	}
	uint32_t bytes;
	struct record *r = make_record(&e, &c, &bytes);
	copy_done(&c);
	watched_announce(s, w, r, bytes);
}

void watched_attach(void *source, pid_t tid, pid_t pid)
{
	struct ebpf_source *s = source;

	if (tid <= 0 || watched_get(s, tid))
		return;
	struct watched *w = watched_new(s, tid, pid);
	w->since_ns = clock_ns();
	push_start(s, w);
	stacks_attached(s, w);
}

void watched_announce_waiting(struct ebpf_source *s)
{
	map_for_each(&s->tasks, slot)
		if (((struct watched *)slot->value)->since_ns)
			push_waiting(s, slot->value);
}

#endif
