/*
 * The way into the ring, and what happens as it fills. Normally nothing: what finds no room is lost, and counted. With --lossless
 *
 *   hold_at  from so many bytes on, each record wakes the keeper (ebpf_brake.c), which freezes the cgroups that it has
 *   stop_at  from here on, a task that comes back from a call is sent SIGSTOP: it makes no other call
 *   call_to  up to here there is room for records of calls; what is above is for those of other events
 *
 * and a call's record that finds no room stays where it was built, in its task's storage, until that one's next event. By then the ring has been
 * emptied, as the task stood still.
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

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 24);
} ring SEC(".maps");

extern const volatile struct trace_config trace_config;

struct trace_state trace_state SEC(".data.trace");
struct brake_state brake_state SEC(".data.brake");

enum { SMALL_BLOBS = 112, MIDDLE_BLOBS = 240 }; /* bytes of blobs, up to which a call's record is copied by ring_put_copy() */

static __always_inline __u64 ring_fill(void)
{
	return bpf_ringbuf_query(&ring, BPF_RB_AVAIL_DATA);
}

static __always_inline __u64 ring_flags(__u64 bytes)
{
	bool wake = trace_config.hold_at && brake_state.on && ring_fill() + bytes >= trace_config.hold_at;

	return wake ? BPF_RB_FORCE_WAKEUP : BPF_RB_NO_WAKEUP;
}

/* Whether there was room. */
static __always_inline bool ring_put(void *record, __u64 bytes)
{
	return !bpf_ringbuf_output(&ring, record, bytes, ring_flags(bytes));
}

/* The same for a length that is known here: a few hundred bytes take the kernel's way of copying longer than ours. */
static __always_inline bool ring_put_copy(const void *record, const __u64 bytes)
{
	void *to = bpf_ringbuf_reserve(&ring, bytes, 0);

	if (!to)
		return false;
	__builtin_memcpy(to, record, bytes);
	bpf_ringbuf_submit(to, ring_flags(bytes));
	return true;
}

/* Whether there was room for a call with so many bytes of blobs. Most have none, or few. */
static __always_inline bool ring_put_call(struct call *c, __u64 bytes)
{
	if (bytes > MIDDLE_BLOBS)
		return ring_put(&c->head, sizeof(c->head) + bytes);
	if (bytes > SMALL_BLOBS)
		return ring_put_copy(&c->head, sizeof(c->head) + MIDDLE_BLOBS);
	return bytes ? ring_put_copy(&c->head, sizeof(c->head) + SMALL_BLOBS) : ring_put_copy(&c->head, sizeof(c->head));
}

static __always_inline void hand_over(void *record, __u64 bytes)
{
	if (!ring_put(record, bytes))
		__sync_fetch_and_add(&trace_state.lost, 1);
}

static __always_inline void hand_over_call(struct call *c)
{
	__u64 bytes = c->head.bytes;

	asm volatile("" : "+r"(bytes));
	if (bytes > RECORD_DATA + RECORD_ROOM)
		return;
	c->head.seq = ++c->seq;
	if (!ring_put_call(c, bytes))
		__sync_fetch_and_add(&trace_state.lost, 1);
}

/* The same at a call's end, where the task can wait. */
static __always_inline void hand_over_or_owe(struct call *c)
{
	__u64 bytes = c->head.bytes;

	asm volatile("" : "+r"(bytes));
	if (!trace_config.hold_at || !brake_state.on) {
		hand_over_call(c);
		return;
	}
	if (bytes > RECORD_DATA + RECORD_ROOM)
		return;
	c->head.seq = c->seq + 1;
	if (ring_fill() + sizeof(c->head) + bytes <= trace_config.call_to && ring_put_call(c, bytes))
		c->seq++;
	else
		c->owed = 1;
}

/* Before any other event of the task. */
static __always_inline void hand_over_owed(struct call *c)
{
	if (!trace_config.hold_at || !c->owed)
		return;
	c->owed = 0;
	hand_over_call(c);
}

/* At the end of a call: no further one, until there is room. Where the signal was sent, who got it is noted: brake_sent(). */
static __always_inline void brake(struct call *c)
{
	if (!trace_config.hold_at || !brake_state.on || (ring_fill() < brake_state.stop_at && !c->owed))
		return;
	c->braking = 1;
	if (bpf_send_signal(BRAKE_SIGNAL))
		c->braking = 0;
}

/* Whether a signal that is being sent is that of brake(). The keeper's list is written to here, as the one that lifts it has to come later. */
static __always_inline bool brake_sent(struct call *c, struct task_struct *task, int signo, int result)
{
	if (!trace_config.hold_at || signo != BRAKE_SIGNAL || !c->braking)
		return false;
	c->braking = 0;
	if (result == TRACE_SIGNAL_DELIVERED) {
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
