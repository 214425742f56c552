/*
 * Requests of io_uring: what bpf/uring.inc tells of their beginning and end to an event, once they have completed. Several may be in progress in one
 * task, which goes on meanwhile, so they are never announced.
 */
#ifdef HAVE_BPF

#include <stdlib.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "base/diag.h"
#include "capture/ebpf_priv.h"
#include "capture/ebpf_types.h"
#include "desc/table.h"
#include "trace_maps.skel.h"

enum { NR_IO_URING_SETUP = 425 };

static void tell_missing(struct ebpf_source *s)
{
	if (s->uring_lacks)
		diag_note("requests of io_uring are not shown: this kernel lacks the tracepoint %s (Linux 6.0 and newer have it)", s->uring_lacks);
	s->uring_lacks = NULL;
}

static bool only_requests(const uint64_t (*wanted)[16])
{
	bool others = !wanted;

	for (unsigned nr = 0; !others && nr < ABI_URING; nr++)
		others = wanted[ABI_X86_64][nr / 64] >> (nr % 64) & 1;
	return !others;
}

const char *uring_lacking(void)
{
	const struct kernel_types *kernel = kernel_types();

	if (!kernel_types_tracepoint(kernel, "io_uring_submit_req") && kernel_types_tracepoint(kernel, "io_uring_submit_sqe") != 3)
		return "io_uring_submit_req";
	return kernel_types_tracepoint(kernel, "io_uring_complete") ? NULL : "io_uring_complete";
}

void uring_begin(struct ebpf_source *s)
{
	s->uring_lacks = uring_lacking();
	if (only_requests(s->opts.common.capture.wanted))
		tell_missing(s);
}

void uring_note_call(struct ebpf_source *s, const struct event *e)
{
	if (e->abi == ABI_X86_64 && e->nr == NR_IO_URING_SETUP && e->ret >= 0)
		tell_missing(s);
}

static struct event uring_event(struct ebpf_source *s, const struct record *r, uint32_t bytes)
{
	struct event e = record_event(s, r, bytes);

	e.cpu_ns = 0;
	e.outcome = r->ret < 0 && r->ret >= -4095 ? OUTCOME_ERROR : OUTCOME_OK;
	return e;
}

/* The memory of its beginning as it was then, that of its end from there: blobs within others know their place by address only. */
static void join_blobs(struct ebpf_source *s, struct event *e, const struct event *begin)
{
	struct blob *all = arena_alloc(&s->arena, (begin->nblobs + e->nblobs + 1u) * sizeof(*all));
	unsigned n = 0;

	for (unsigned i = 0; i < begin->nblobs; i++)
		all[n++] = begin->blobs[i];
	for (unsigned i = 0; i < e->nblobs; i++) {
		if (e->blobs[i].phase != PHASE_EXIT)
			continue;
		all[n] = e->blobs[i];
		all[n++].parent = -1;
	}
	e->blobs = all;
	e->nblobs = n;
}

static struct uring_begun *begun_of(struct ebpf_source *s, const struct record *r)
{
	return map_get(&s->requests, r->request);
}

static void begun_free(struct ebpf_source *s, struct uring_begun *b)
{
	map_remove(&s->requests, b->record->request);
	free(b->record);
	free(b);
}

/* One that will never be told to have completed. */
static void push_unfinished(struct ebpf_source *s, struct uring_begun *b, enum outcome outcome, uint64_t now_ns)
{
	struct record *copy = arena_alloc(&s->arena, b->bytes);

	memcpy(copy, b->record, b->bytes);
	struct event e = uring_event(s, copy, b->bytes);
	e.outcome = (uint8_t)outcome;
	e.exit_ns = now_ns;
	*(struct event *)vec_push(&s->queue) = e;
	begun_free(s, b);
}

static void take_begin(struct ebpf_source *s, const struct record *r, uint32_t bytes)
{
	struct uring_begun *b = begun_of(s, r);

	if (b) /* completed without a word: IOSQE_CQE_SKIP_SUCCESS, or that was lost */
		push_unfinished(s, b, OUTCOME_UNAVAILABLE, r->enter_ns);
	b = malloc(sizeof(*b));
	struct record *copy = malloc(bytes);
	if (!b || !copy)
		abort();
	memcpy(copy, r, bytes);
	*b = (struct uring_begun){copy, bytes};
	map_put(&s->requests, r->request, b);
}

static void take_end(struct ebpf_source *s, const struct record *r, uint32_t bytes)
{
	struct uring_begun *b = begun_of(s, r);
	struct event e = uring_event(s, r, bytes);

	if (b) {
		struct record *copy = arena_alloc(&s->arena, b->bytes);
		memcpy(copy, b->record, b->bytes);
		struct event begin = uring_event(s, copy, b->bytes);
		join_blobs(s, &e, &begin);
		if (!(r->flags & RECORD_MORE))
			begun_free(s, b);
	}
	*(struct event *)vec_push(&s->queue) = e;
}

void uring_take(struct ebpf_source *s, const struct record *r, uint32_t bytes)
{
	if (r->kind == RECORD_URING_BEGIN)
		take_begin(s, r, bytes);
	else
		take_end(s, r, bytes);
}

void uring_abandon(struct ebpf_source *s, pid_t tid, enum outcome outcome, uint64_t now_ns)
{
	VEC(struct uring_begun *) left = {0};

	map_for_each(&s->requests, slot) {
		struct uring_begun *b = slot->value;
		if (!tid || (pid_t)b->record->tid == tid)
			*(struct uring_begun **)vec_push(&left) = b;
	}
	for (size_t i = 0; i < left.len; i++)
		push_unfinished(s, left.at[i], outcome, now_ns);
	vec_done(&left);
}

void uring_done(struct ebpf_source *s)
{
	map_for_each(&s->requests, slot) {
		struct uring_begun *b = slot->value;
		free(b->record);
		free(b);
	}
	map_done(&s->requests);
}

#endif
