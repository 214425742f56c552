/*
 * Tasks that were there before us. What one of them waits in is told by /proc/TID/syscall; the kernel's record of it will come without an entry
 * (RECORD_UNENTERED).
 */
#ifdef HAVE_BPF

#include <elf.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture/ebpf_priv.h"
#include "capture/fdinfo.h"
#include "desc/table.h"

/* Copied blobs into the arena, where they last as long as the queue. */
static void keep_blobs(struct ebpf_source *s, struct event *e, const struct copy *c)
{
	struct blob *blobs = arena_alloc(&s->arena, (c->blobs.len + 1) * sizeof(*blobs));

	for (size_t i = 0; i < c->blobs.len; i++) {
		blobs[i] = c->blobs.at[i];
		uint8_t *data = arena_alloc(&s->arena, blobs[i].len + 1u);
		memcpy(data, blobs[i].data, blobs[i].len);
		blobs[i].data = data;
	}
	e->blobs = blobs;
	e->nblobs = (unsigned)c->blobs.len;
}

/* Its START says what it is called: no execve will. */
static void push_start(struct ebpf_source *s, struct watched *w)
{
	struct copy c = {0};

	fdinfo_comm(&c, PHASE_EXIT, w->tid);
	keep_blobs(s, watched_push(s, w, EVENT_START, w->since_ns), &c);
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
	FILE *f = fopen(path, "re");
	if (!f)
		return false;
	bool ok = fgets(line, sizeof(line), f) &&
		sscanf(line, "%ld %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64, &nr,
		       &a[0], &a[1], &a[2], &a[3], &a[4], &a[5], &e->sp, &e->ip) == 9;
	fclose(f);
	e->nr = (uint64_t)nr;
	return ok && nr >= 0 && is_native(tid);
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
	keep_blobs(s, &e, &c);
	copy_done(&c);
	w->announced = true;
	*(struct event *)vec_push(&s->queue) = e;
}

void watched_attach(void *source, pid_t tid, pid_t pid)
{
	struct ebpf_source *s = source;

	if (tid <= 0 || watched_get(s, tid))
		return;
	struct watched *w = watched_new(s, tid, pid);
	w->since_ns = clock_ns();
	push_start(s, w);
	push_waiting(s, w);
}

#endif
