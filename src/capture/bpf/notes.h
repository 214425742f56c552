/*
 * Rows of a plan that copy nothing (desc/plan.h): the number at hand is a descriptor or a pid, of which user space is to tell more. Where descriptors have no names
 * (trace_config.fds), no way leads to those that find them, and so the verifier does not walk through these.
 */
#ifndef RINGSIDE_CAPTURE_BPF_NOTES_H
#define RINGSIDE_CAPTURE_BPF_NOTES_H

#include "capture/bpf/names.h"

enum { NUMBERS_MAX = 64, RIGHTS_MAX = 32, MESSAGES_MAX = 8, SOL_SOCKET_ = 1, SCM_RIGHTS_ = 1, SLOT_COMM = 10 };

static __always_inline void note_pid(struct call *c, __s32 pid)
{
	if (pid > 0)
		note_open(c, SLOT_PID, pid);
}

/* What a number in the data stands for; or c->number, when it has no size. False when it does not lie below `end`. */
__attribute__((noinline)) int note_one(struct call *c, __u8 kind, __u32 at, __u32 size, __u32 end)
{
	if (!c || (size && !number_at(c, at, size, end, &c->number)))
		return 0;
	__s32 number = c->number;
	if (kind == KIND_PID)
		note_pid(c, number);
	else if (kind == KIND_NETLINK)
		name_netlink(c, number);
	else if (trace_config.fds)
		name_fd(c, number);
	return 1;
}

/* The task's own name. */
static __always_inline void note_own_comm(struct call *c)
{
	struct record_blob *b = note_open(c, SLOT_COMM, c->head.tid);

	if (!b)
		return;
	bpf_get_current_comm(b + 1, COMM_BYTES);
	b->want = b->len = COMM_BYTES;
	c->head.bytes += COMM_BYTES;
}

/* The descriptors that some bits stand for. */
__attribute__((noinline)) int note_bits(struct call *c, __u8 bits, __u32 first)
{
	if (!c)
		return 0;
	for (__u32 i = 0; i < 8; i++)
		if (bits >> i & 1)
			name_fd(c, first + i);
	return 0;
}

/* Descriptors that a control message holds: cmsg(3). */
static __always_inline void note_rights(struct call *c, __u32 at, __u32 end)
{
	for (__u32 i = 0; i < RIGHTS_MAX; i++) {
		if (!number_here(c, at + i * 4, 4, end))
			break;
		name_fd(c, c->number);
	}
}

/* A control message: its length, or 0 when there is none. */
__attribute__((noinline)) __u32 note_message(struct call *c, __u32 word, __u32 at, __u32 end)
{
	__u64 len, level, type;

	if (!c || !number_at(c, at, word, end, &len) || !number_at(c, at + word, 4, end, &level) || !number_at(c, at + word + 4, 4, end, &type) ||
	    len < word + 8 || len > end - at)
		return 0;
	if (level == SOL_SOCKET_ && type == SCM_RIGHTS_)
		note_rights(c, at + word + 8, at + len);
	return len;
}

static __always_inline void note_messages(struct call *c, const struct copy_row *r, __u32 at, __u32 end)
{
	__u32 word = r->word == 4 ? 4 : 8;

	for (int i = 0; i < MESSAGES_MAX; i++) {
		__u32 len = note_message(c, word, at, end);
		if (!len)
			break;
		at += (len + word - 1) & ~(word - 1);
	}
}

/* Of a register (element == end), or of the element of another row's blob that lies there. */
__attribute__((noinline)) int note_numbers(struct call *c, const struct copy_row *r, __u32 element, __u32 end)
{
	if (!c || !r)
		return 0;
	if (r->parent < 0) {
		bool result = r->kind == KIND_FD_RET || r->slot >= SLOT_RET;
		c->number = result ? c->head.ret : register_of(c, r->slot);
		if (!result || c->head.ret >= 0)
			note_one(c, r->kind, 0, 0, 0);
		return 0;
	}
	if (r->kind == KIND_RIGHTS) {
		if (trace_config.fds)
			note_messages(c, r, element, end);
		return 0;
	}
	if (r->kind == KIND_FDSET) {
		if (!trace_config.fds || !number_here(c, element + r->offset, r->unit, end))
			return 0;
		__u64 bits = c->number;
		for (__u32 i = 0; i < 64; i += 8)
			note_bits(c, bits >> i, c->up_index * r->unit * 8 + i);
		return 0;
	}
	__u32 count = r->unit && number_of(c, &r->count, element, end) ? c->number : 0;
	for (__u32 i = 0; i < NUMBERS_MAX && i < count; i++)
		if (!note_one(c, r->kind, element + r->offset + i * r->unit, r->unit, end))
			break;
	return 0;
}

/* All that a plan has to be copied as a call begins. */
static __always_inline void plan_enter(struct call *c, const struct copy_plan *p)
{
	for (__u32 i = 0; i < 6 && trace_config.fds && p->fds; i++)
		if (p->fds >> i & 1)
			name_fd(c, register_of(c, i));
	if (p->parents[0] | p->parents[1])
		__builtin_memset(c->made, 0, sizeof(c->made));
	if (p->single[0] && copy_single(c, p, 0))
		return;
	if (p->entry)
		copy_rows(c, p, p->entry, 0);
}

/* The same as it ends. */
static __always_inline void plan_leave(struct call *c, const struct copy_plan *p, bool failed)
{
	__u16 rows = failed ? p->always : p->exit;

	/* What came at entry makes room, when nothing refers to it. */
	if (rows && c->head.bytes > RECORD_DATA / 4 && !p->joined)
		spill(c, 1);
	c->parents = p->parents[1] | (p->joined ? p->parents[0] : 0);
	c->phase = 1;
	if (trace_config.fds && p->fds & FDS_RESULT && c->head.ret >= 0)
		name_fd(c, c->head.ret);
	if (!failed && p->single[1] && copy_single(c, p, 1))
		return;
	if (rows)
		copy_rows(c, p, rows, 1);
}

#endif
