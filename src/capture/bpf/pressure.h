/*
 * The way into the ring, and what happens as it fills. Normally nothing: what finds no room is lost, and counted. With --lossless
 *
 *   hold_at  from so many bytes on, each record wakes the keeper (ebpf_brake.c), which freezes the cgroups that it has
 *   stop_at  from here on, a task that comes back from a call is sent SIGSTOP: it makes no other call
 *   call_to  up to here there is room for records of calls; what is above is for those of other events
 *
 * and a call's record that finds no room stays where it was built, in its task's storage, until that one's next event. By then the ring has been
 * emptied, as the task stood still; but who stood still goes on together, so what is above call_to is for these, too.
 */
#ifndef RINGSIDE_CAPTURE_BPF_PRESSURE_H
#define RINGSIDE_CAPTURE_BPF_PRESSURE_H

#include <stdbool.h>

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "capture/bpf/copy.h"
#include "capture/bpf/kernel.h"
#include "capture/bpf/record.h"
#include "capture/bpf/target.h"

enum { RING_FEW = 512, RING_LINE = 64 }; /* bytes */
enum { RING_TRIES = 32 };
#define RING_UNSETTLED (~0ull)

/* In this order: the other position may have come past one that was looked at before. */
static __always_inline __u64 ring_fill(void)
{
	__u64 consumer = ring_state.consumer;

	return ring_state.producer - consumer;
}

/*
 * Takes the next bytes of the ring: whether that is settled, and then 1 + where they are, or 0 when there are none. It is not when others were quicker; when these have
 * filled it up by then and all has been read, what it holds is below 0. One branch, as the verifier goes along both ways of each, and of those after it.
 */
static __always_inline bool ring_try(__u64 size, __u64 *got)
{
	__u64 from = ring_state.producer, holds = from - ring_state.consumer, left = trace_config.ring_bytes - size - holds;
	bool full = (left & ~holds) >> 63;

	*got = full ? 0 : from + 1;
	return full || __sync_val_compare_and_swap(&ring_state.producer, from, from + size) == from;
}

/* The same once more; RING_UNSETTLED. */
__attribute__((noinline)) __u64 ring_again(__u64 size)
{
	__u64 got;

	return ring_try(size, &got) ? got : RING_UNSETTLED;
}

/* The same until it is settled. */
__attribute__((noinline)) __u64 ring_take(__u64 size)
{
	__u64 got = RING_UNSETTLED;

	for (int i = 0; i < RING_TRIES && got == RING_UNSETTLED; i++)
		got = ring_again(size);
	return got == RING_UNSETTLED ? 0 : got;
}

/* Room for a record of so many bytes, behind 8 where ring_commit() puts what is put at `head` here. NULL: there is none. */
static __always_inline __u64 *ring_reserve(__u64 bytes, __u64 *head)
{
	__u64 size = (bytes + sizeof(*head) + 7) & ~7ull, got;

	if (!ring_try(size, &got))
		got = ring_take(size);
	__u64 at = got - 1;
	__u32 chunk = at / RING_CHUNK & trace_config.ring_mask;
	__u8 *data = got ? bpf_map_lookup_elem(&ring, &chunk) : 0;
	*head = ring_head(trace_config.ring_secret, at, bytes);
	return data ? (__u64 *)(data + bounded(at, RING_CHUNK - 8)) : 0;
}

/* The record is there: after all that was written of it, as user space sees it. */
static __always_inline void ring_commit(volatile __u64 *to, __u64 head)
{
	__u64 zero = 0;

	asm volatile("" ::: "memory");
	*to = head;
	if (trace_config.hold_at && brake_state.on && ring_fill() >= trace_config.hold_at)
		bpf_ringbuf_output(&bell, &zero, sizeof(zero), BPF_RB_FORCE_WAKEUP);
}

/* Whether there was room. */
static __always_inline bool ring_put(const void *record, __u64 bytes)
{
	__u64 head, *to;

	if (bytes > RING_RECORD_MAX - sizeof(head) || !(to = ring_reserve(bytes, &head)))
		return false;
	bpf_probe_read_kernel(to + 1, bytes, record);
	ring_commit(to, head);
	return true;
}

/* The same for up to RING_FEW bytes, which the kernel's way of copying takes longer for than ours: by whole lines, with what is behind the record. */
static __always_inline bool ring_put_few(const void *record, __u64 bytes)
{
	const __u64 *from = __builtin_assume_aligned(record, sizeof(*from)); /* or it goes by bytes */
	__u64 lines = (bytes + RING_LINE - 1) / RING_LINE, head, *to = ring_reserve(lines * RING_LINE, &head);

	if (!to)
		return false;
	for (__u32 i = 0; i < RING_FEW / RING_LINE && i < lines; i++)
		__builtin_memcpy(to + 1 + i * (RING_LINE / 8), from + i * (RING_LINE / 8), RING_LINE);
	ring_commit(to, head);
	return true;
}

/* How many bytes of blobs a record has, of `most` that there can be. That there are more only the verifier thinks possible: false. */
static __always_inline bool blob_bytes(const struct record *r, __u64 most, __u64 *bytes)
{
	__u64 n = r->bytes;

	asm volatile("" : "+r"(n));
	*bytes = n;
	return n <= most;
}

/* Whether there was room for a call with so many bytes of blobs. Most have none, or few. */
static __always_inline bool ring_put_call(struct call *c, __u64 bytes)
{
	bytes += sizeof(c->head);
	return bytes > RING_FEW ? ring_put(&c->head, bytes) : ring_put_few(&c->head, bytes);
}

static __always_inline void hand_over(void *record, __u64 bytes)
{
	if (!ring_put(record, bytes))
		__sync_fetch_and_add(&trace_state.lost, 1);
}

/* `often`: by what is faster, and larger. */
static __always_inline void hand_over_call(struct call *c, bool often)
{
	__u64 bytes;

	if (!blob_bytes(&c->head, RECORD_ALL, &bytes))
		return;
	c->head.seq = ++c->seq;
	if (!(often ? ring_put_call(c, bytes) : ring_put(&c->head, sizeof(c->head) + bytes)))
		__sync_fetch_and_add(&trace_state.lost, 1);
}

/* The same where that is rare: a global function, which the verifier goes through once. */
__attribute__((noinline)) int call_tell(struct call *c)
{
	if (c)
		hand_over_call(c, false);
	return 0;
}

/* An event that is no call's, and has no blobs; and nothing else is told of it. */
__attribute__((noinline)) int event_tell(const struct record *r)
{
	if (r)
		hand_over((void *)r, sizeof(*r));
	return 0;
}

/* The same as hand_over_call() at a call's end, where the task can wait. */
static __always_inline void hand_over_or_owe(struct call *c)
{
	__u64 bytes;

	if (!trace_config.hold_at || !brake_state.on) {
		hand_over_call(c, true);
		return;
	}
	if (!blob_bytes(&c->head, RECORD_ALL, &bytes))
		return;
	c->head.seq = c->seq + 1;
	if (ring_fill() + sizeof(c->head) + bytes <= trace_config.call_to && ring_put_call(c, bytes))
		c->seq++;
	else
		c->owed = 1;
}

/*
 * A part of the call's record. What was there when the row at hand began stays, if there are rows that others have as parents: it comes again in the next part.
 * Where the ring has no room, less is copied than wanted.
 */
__attribute__((noinline)) int spill(struct call *c, __u32 fresh)
{
	if (!c || !c->spills || (!fresh && c->parents >> (c->row & 15) & 1))
		return 0;
	struct copy_made *made = &c->made[bounded(c->row, PLAN_ROWS - 1)];
	__u32 keep = c->parents && !fresh ? made->first : 0;
	__u64 bytes;
	if (keep > RECORD_DATA - RECORD_CHUNK || !blob_bytes(&c->head, RECORD_ALL, &bytes))
		return 0;
	c->head.kind = RECORD_PART;
	bool put = (!trace_config.hold_at || ring_fill() + sizeof(c->head) + bytes <= trace_config.call_to) && ring_put(&c->head, sizeof(c->head) + bytes);
	c->head.kind = RECORD_CALL;
	c->head.flags |= put ? RECORD_PARTED : RECORD_DEGRADED;
	c->spills = put;
	if (!put)
		return 0;
	c->head.bytes = keep;
	c->head.nblobs = keep ? made->number : 0;
	return 1;
}

/* Before any other event of the task. */
static __always_inline void hand_over_owed(struct call *c)
{
	if (!trace_config.hold_at || !c->owed)
		return;
	c->owed = 0;
	call_tell(c);
}

/* Whether the keeper can let it go again: as in kill(2). What has become somebody else, or always was, must not be stopped. */
static __always_inline bool brake_may(const struct task_struct *task)
{
	if (!trace_config.brake_own)
		return true;
	const struct cred *cred = BPF_CORE_READ(task, group_leader, real_cred);

	return BPF_CORE_READ(cred, uid.val) == trace_config.brake_uid || BPF_CORE_READ(cred, suid.val) == trace_config.brake_uid;
}

/*
 * At the end of a call: no further one, until there is room. The signal is for this very thread: a second one for the process is none as long as the first is pending,
 * which it is until the thread that got it comes to run, and meanwhile this one would go on. Where it was sent, who got it is noted: brake_sent(). Who is about to
 * stop with others needs none, or all threads that wait in calls would be noted.
 */
static __always_inline void brake(struct call *c)
{
	if (!trace_config.hold_at || !brake_state.on || (ring_fill() < brake_state.stop_at && !c->owed))
		return;
	const struct task_struct *task = bpf_get_current_task_btf();
	if (task->jobctl & JOBCTL_STOP_PENDING || !brake_may(task))
		return;
	c->braking = 1;
	if (bpf_send_signal_thread(BRAKE_SIGNAL))
		c->braking = 0;
}

/* Whether a signal that is being sent is that of brake(). The keeper's list is written to here, as the one that lifts it has to come later. */
static __always_inline bool brake_sent(struct call *c, struct task_struct *task, int signo, int result)
{
	if (!trace_config.hold_at || signo != BRAKE_SIGNAL || !c->braking)
		return false;
	c->braking = 0;
	if (result == TRACE_SIGNAL_DELIVERED || result == TRACE_SIGNAL_LOSE_INFO) {
		__u32 at = __sync_fetch_and_add(&brake_state.sent, 1);
		brake_state.pids[at % BRAKE_SLOTS] = target_ids_of(task) >> 32;
	}
	return true;
}

/* Whether a signal is one that stops for us, or the keeper's that ends that: not part of the trace. */
static __always_inline bool brake_owns(int signo, struct kernel_siginfo *info)
{
	struct brake_info i = {};

	if (!trace_config.hold_at || (signo != BRAKE_SIGNAL && signo != BRAKE_END) || bpf_probe_read_kernel(&i, sizeof(i), info))
		return false;
	return signo == BRAKE_SIGNAL ? i.code == BRAKE_SI_KERNEL : i.code == BRAKE_SI_QUEUE && i.value == BRAKE_MAGIC;
}

#endif
