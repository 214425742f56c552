/*
 * Records of the kernel's to events. What the contract of ptrace.h asks for and the kernel tells in another order is put right here: a leader's
 * end comes after its threads', signals that a task ignores after the call that they came in, gaps in a task's numbers become LOST.
 */
#ifdef HAVE_BPF

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "arch/arch.h"
#include "capture/ebpf_priv.h"

_Static_assert(sizeof(siginfo_t) == INFO_BYTES, "INFO_BYTES");

/* Tasks */

struct watched *watched_get(struct ebpf_source *s, pid_t tid)
{
	return map_get(&s->tasks, (uint64_t)tid);
}

struct watched *watched_new(struct ebpf_source *s, pid_t tid, pid_t pid)
{
	struct watched *w = calloc(1, sizeof(*w));

	if (!w)
		abort();
	w->tid = tid;
	w->pid = pid;
	map_put(&s->tasks, (uint64_t)tid, w);
	return w;
}

static void later_done(struct watched *w)
{
	for (size_t i = 0; i < w->later.len; i++)
		free(w->later.at[i]);
	vec_done(&w->later);
}

void watched_free(struct ebpf_source *s, struct watched *w)
{
	later_done(w);
	if (s->stacks)
		stack_task_done(s->stacks, &w->stack);
	copy_done(&w->stacked);
	parts_done(&w->parts);
	free(w->entered);
	free(w);
}

void watched_drop(struct ebpf_source *s, struct watched *w)
{
	s->stops -= w->stopping != 0;
	w->stopping = 0;
	if (map_get(&s->tasks, (uint64_t)w->tid) == w)
		map_remove(&s->tasks, (uint64_t)w->tid);
	*(struct watched **)vec_push(&s->gone) = w;
}

struct event *watched_push(struct ebpf_source *s, const struct watched *w, enum event_kind kind, uint64_t now_ns)
{
	struct event *e = vec_push(&s->queue);

	*e = (struct event){.kind = (uint8_t)kind, .abi = (uint8_t)abi_native(), .pid = w->pid, .tid = w->tid, .enter_ns = now_ns};
	return e;
}

/* Events */

static bool same_place(const struct blob *a, const struct blob *b)
{
	return a->row == b->row && a->addr == b->addr && a->phase == b->phase && a->want == b->want;
}

/*
 * Rows whose memory was missing at entry were copied again as a whole. What was there at entry stays as it was then; a late copy stands in
 * place of a failed one.
 */
static bool replaces(struct blob *blobs, unsigned n, const struct blob *late)
{
	for (unsigned i = 0; i < n; i++) {
		if (!same_place(&blobs[i], late))
			continue;
		if (blobs[i].status == BLOB_FAULT && late->len > blobs[i].len) {
			int16_t parent = blobs[i].parent;
			blobs[i] = *late;
			blobs[i].parent = parent;
		}
		return true;
	}
	return false;
}

/* A number of which this phase has told already. */
static bool is_known(const struct blob *blobs, unsigned n, const struct record_blob *b)
{
	uint8_t slot = b->slot == SLOT_PID ? BLOB_COMM : BLOB_FD;

	for (unsigned i = 0; i < n; i++)
		if (blobs[i].slot == slot && blobs[i].phase == b->phase && blobs[i].addr == b->addr)
			return true;
	return false;
}

static unsigned take_blobs(struct ebpf_source *s, const struct record *r, uint32_t bytes, struct blob **out)
{
	const uint8_t *at = (const uint8_t *)(r + 1), *end = (const uint8_t *)r + bytes;
	struct blob *blobs = arena_alloc(&s->arena, (size_t)r->nblobs * NAME_BLOBS * sizeof(*blobs));
	int16_t *renumbered = arena_alloc(&s->arena, (r->nblobs + 1u) * sizeof(*renumbered));
	unsigned n = 0;

	for (unsigned i = 0; i < r->nblobs && end - at >= (ptrdiff_t)sizeof(struct record_blob); i++) {
		const struct record_blob *b = (const struct record_blob *)at;
		at += sizeof(*b);
		if (end - at < (ptrdiff_t)b->len)
			break;
		if (b->slot >= SLOT_NAME) {
			if (!is_known(blobs, n, b))
				n += b->slot == SLOT_PID ? comm_blobs(s, b, &blobs[n]) : name_blobs(s, r, b, &blobs[n]);
			at += (b->len + 7) & ~7u;
			continue;
		}
		struct blob one = {
			.slot = b->slot, .phase = b->phase, .status = b->status, .row = b->row,
			.parent = b->parent >= 0 && b->parent < (int)i ? renumbered[b->parent] : -1,
			.index = b->index, .want = b->want, .len = b->len, .addr = b->addr, .data = at,
		};
		if (one.slot == BLOB_COMM)
			one.want = one.len = (uint32_t)strnlen((const char *)at, one.len);
		at += (b->len + 7) & ~7u;
		renumbered[i] = (int16_t)n;
		if (b->again && replaces(blobs, n, &one))
			continue;
		blobs[n++] = one;
	}
	for (unsigned i = 0; r->kind == RECORD_CALL && r->plan >= s->first_union && i < n; i++)
		blobs[i].row = UINT8_MAX;
	*out = blobs;
	return n;
}

struct event record_event(struct ebpf_source *s, const struct record *r, uint32_t bytes)
{
	struct watched *w = r->flags & RECORD_PARTED ? watched_get(s, (pid_t)r->tid) : NULL;
	struct blob *blobs = NULL;
	if (w)
		r = parts_join(&s->arena, &w->parts, r, &bytes);
	unsigned n = r->nblobs ? take_blobs(s, r, bytes, &blobs) : 0;
	struct event e = {
		.kind = EVENT_CALL, .abi = r->abi, .pid = (pid_t)r->pid, .tid = (pid_t)r->tid, .enter_ns = r->enter_ns, .exit_ns = r->exit_ns,
		.nr = r->nr, .ret = r->ret, .ip = r->ip, .sp = r->sp, .cpu_ns = r->cpu_ns, .blobs = blobs, .nblobs = n,
	};

	memcpy(e.args, r->args, sizeof(e.args));
	return e;
}

static enum outcome outcome_of(const struct record *r)
{
	if (r->flags & RECORD_ENDED)
		return OUTCOME_NONE;
	if (r->flags & RECORD_NO_RESULT)
		return OUTCOME_UNAVAILABLE;
	return r->ret < 0 && r->ret >= -4095 ? OUTCOME_ERROR : OUTCOME_OK;
}

/* `stacked`: the call that they came in has a stack, which is theirs. */
static void push_later(struct ebpf_source *s, struct watched *w, uint64_t now_ns, bool stacked)
{
	for (size_t i = 0; i < w->later.len; i++) {
		struct event *e = vec_push(&s->queue);
		*e = *w->later.at[i];
		e->enter_ns = e->enter_ns < now_ns ? now_ns : e->enter_ns;
		/* Its blob and bytes lie behind it: see keep_later(). */
		struct blob *b = arena_alloc(&s->arena, sizeof(*b) + INFO_BYTES);
		memcpy(b, w->later.at[i] + 1, sizeof(*b) + INFO_BYTES);
		b->data = (const uint8_t *)(b + 1);
		e->blobs = b;
		if (stacked)
			stacks_add(s, w, e);
	}
	later_done(w);
}

/* A copy of an event that has one blob of INFO_BYTES. */
static void keep_later(struct watched *w, const struct event *e)
{
	struct event *copy = malloc(sizeof(*copy) + sizeof(struct blob) + INFO_BYTES);

	if (!copy)
		abort();
	*copy = *e;
	memcpy(copy + 1, e->blobs, sizeof(struct blob));
	memcpy((char *)(copy + 1) + sizeof(struct blob), e->blobs->data, INFO_BYTES);
	*vec_push(&w->later) = copy;
}

static void push_stop(struct ebpf_source *s, struct watched *w, uint64_t now_ns, bool stacked)
{
	if (!w->stopping)
		return;
	struct event *e = watched_push(s, w, EVENT_STOP, now_ns);
	e->signo = w->stopping;
	if (stacked)
		stacks_add(s, w, e);
	w->stopping = 0;
	s->stops--;
}

static void take_call(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes)
{
	look_forget(s, r);
	s->degraded += (r->flags & RECORD_DEGRADED) != 0;
	if (r->flags & RECORD_LAUNCH) /* an execve that failed: what could not be is told by the child */
		return;
	struct event e = record_event(s, r, bytes);
	e.outcome = (uint8_t)outcome_of(r);
	e.announced = w->announced;
	if (r->flags & RECORD_UNENTERED && w->since_ns)
		e.enter_ns = w->since_ns;
	w->since_ns = 0;
	w->announced = false;
	free(w->entered);
	w->entered = NULL;
	if (r->flags & RECORD_STACKED)
		stacks_add(s, w, &e);
	*(struct event *)vec_push(&s->queue) = e;
	push_later(s, w, e.exit_ns, r->flags & RECORD_STACKED);
	push_stop(s, w, e.exit_ns, r->flags & RECORD_STACKED);
	uring_note_call(s, &e);
}

static void take_entry(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes)
{
	look_forget(s, r);
	if (w->announced)
		return;
	struct event e = record_event(s, r, bytes);
	e.kind = EVENT_ENTERED;
	w->announced = true;
	*(struct event *)vec_push(&s->queue) = e;
}

void watched_settle(struct ebpf_source *s)
{
	uint64_t now = clock_ns();

	if (!s->stops)
		return;
	map_for_each(&s->tasks, slot)
		push_stop(s, slot->value, now, false);
	s->stops = 0;
}

/* The kernel told of the task that got the signal; the other threads of its process stop as they come by. */
static void stop_others(struct ebpf_source *s, const struct watched *w, int signo)
{
	map_for_each(&s->tasks, slot) {
		struct watched *other = slot->value;
		if (other == w || other->pid != w->pid || other->ended || other->stopping)
			continue;
		other->stopping = signo;
		s->stops++;
	}
}

static void take_signal(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes)
{
	struct event e = record_event(s, r, bytes);

	e.kind = r->kind == RECORD_STOP ? EVENT_STOP : EVENT_SIGNAL;
	e.abi = (uint8_t)abi_native();
	e.signo = (int)r->nr;
	e.nr = 0;
	if (e.kind == EVENT_STOP)
		stop_others(s, w, e.signo);
	if (r->flags & RECORD_STACKED)
		stacks_add(s, w, &e);
	if (r->flags & RECORD_IN_CALL && e.nblobs)
		keep_later(w, &e);
	else
		*(struct event *)vec_push(&s->queue) = e;
}

static unsigned threads_of(struct ebpf_source *s, pid_t pid)
{
	unsigned n = 0;

	map_for_each(&s->tasks, slot)
		n += ((struct watched *)slot->value)->pid == pid;
	return n;
}

static void push_end(struct ebpf_source *s, struct watched *w, const struct event *end)
{
	push_later(s, w, end->enter_ns, false);
	uring_abandon(s, w->tid, OUTCOME_NONE, end->enter_ns);
	*(struct event *)vec_push(&s->queue) = *end;
	watched_drop(s, w);
}

/* A thread has gone: was its leader waiting for that? */
static void settle_leader(struct ebpf_source *s, pid_t pid, uint64_t now_ns)
{
	struct watched *leader = watched_get(s, pid);

	if (!leader || !leader->ended || threads_of(s, pid) != 1)
		return;
	leader->end.enter_ns = now_ns;
	push_end(s, leader, &leader->end);
}

void watched_end(struct ebpf_source *s, struct watched *w, uint64_t now_ns)
{
	pid_t pid = w->pid;

	watched_push(s, w, EVENT_DETACH, now_ns);
	watched_drop(s, w);
	settle_leader(s, pid, now_ns);
}

/* The leader's end is told when all its threads have ended, as wait4(2) would. */
static void take_exit(struct ebpf_source *s, struct watched *w, const struct record *r)
{
	struct event end = {
		.kind = EVENT_EXIT, .abi = (uint8_t)abi_native(), .pid = w->pid, .tid = w->tid, .enter_ns = r->enter_ns, .status = (int)r->nr,
	};
	pid_t pid = w->pid;

	if (r->flags & RECORD_IN_CALL) { /* a thread of it goes on in its place: that EXEC tells */
		watched_drop(s, w);
		return;
	}
	if (w->tid == pid && threads_of(s, pid) > 1) {
		w->ended = true;
		w->end = end;
		return;
	}
	push_end(s, w, &end);
	settle_leader(s, pid, end.enter_ns);
}

/* Numbers that are missing in a task's row of events. */
static void note_gap(struct ebpf_source *s, struct watched *w, const struct record *r)
{
	uint32_t gap = r->seq - w->seq - 1;

	if (gap && gap < INT32_MAX) {
		struct event *e = watched_push(s, w, EVENT_LOST, r->enter_ns);
		e->lost = gap;
		s->lost += gap;
	}
	w->seq = r->seq;
}

/* The numbers of its events are those of the thread. */
static void take_exec(struct ebpf_source *s, const struct record *r)
{
	pid_t old_tid = (pid_t)r->nr;
	struct watched *thread = watched_get(s, old_tid), *leader = watched_get(s, (pid_t)r->tid);

	if (thread)
		note_gap(s, thread, r);
	struct event *e = vec_push(&s->queue);
	*e = (struct event){
		.kind = EVENT_EXEC, .abi = (uint8_t)abi_native(), .pid = (pid_t)r->pid, .tid = (pid_t)r->tid, .enter_ns = r->enter_ns, .old_tid = old_tid,
	};
	if (leader)
		watched_drop(s, leader);
	leader = watched_new(s, (pid_t)r->tid, (pid_t)r->pid);
	leader->seq = r->seq;
	leader->announced = thread && thread->announced;
	if (thread) { /* the stack of the call in progress */
		leader->stacked = thread->stacked;
		thread->stacked = (struct copy){0};
	}
	if (thread)
		watched_drop(s, thread);
}

void record_take(struct ebpf_source *s, const struct record *r, uint32_t bytes)
{
	struct watched *w = watched_get(s, (pid_t)r->tid);

	bool uring = r->kind == RECORD_URING_BEGIN || r->kind == RECORD_URING_END;

	if (r->kind == RECORD_EXEC) {
		take_exec(s, r);
		return;
	}
	if (!w && r->kind == RECORD_URING_END) /* its task has ended */
		return;
	if (!w) {
		w = watched_new(s, (pid_t)r->tid, (pid_t)r->pid);
		watched_push(s, w, EVENT_START, r->enter_ns)->parent = r->kind == RECORD_START ? (pid_t)r->nr : 0;
		if (r->kind != RECORD_START && (uring || r->seq))
			w->seq = uring ? r->seq : r->seq - 1;
	}
	if (r->kind == RECORD_PART) {
		parts_take(&w->parts, r, bytes);
		return;
	}
	if (r->kind == RECORD_STACK || r->kind == RECORD_MAP) {
		(r->kind == RECORD_STACK ? stacks_take : stacks_take_map)(s, w, r, bytes);
		return;
	}
	if (uring) { /* these are not numbered */
		uring_take(s, r, bytes);
		return;
	}
	if (r->seq)
		note_gap(s, w, r);
	switch ((enum record_kind)r->kind) {
	case RECORD_CALL:
		take_call(s, w, r, bytes);
		break;
	case RECORD_ENTRY:
		take_entry(s, w, r, bytes);
		break;
	case RECORD_SIGNAL:
	case RECORD_STOP:
		take_signal(s, w, r, bytes);
		break;
	case RECORD_START:
		stacks_started(s, w, r);
		break;
	case RECORD_EXEC:
	case RECORD_URING_BEGIN:
	case RECORD_URING_END:
	case RECORD_MAP:
	case RECORD_PART:
	case RECORD_STACK:
		break;
	case RECORD_EXIT:
		take_exit(s, w, r);
		break;
	}
}

#endif
