/*
 * Calls of i386 that are many: what arch/i386.c does, in the kernel, so that the memory behind the arguments of the call within can be copied.
 * Numbers: base/abi.c; what means what: ipc(2), socketcall(2).
 */
#ifndef RINGSIDE_CAPTURE_BPF_INNER_H
#define RINGSIDE_CAPTURE_BPF_INNER_H

#include "capture/bpf/copy.h"

enum { NR_SELECT = 82, NR_MMAP = 90, NR_SOCKETCALL = 102, NR_IPC = 117 };
enum { INNER_SOCKETCALL = 960, SOCKETCALLS = 21, INNER_IPC = 981, IPCS = 25, INNER_MMAP = 1006 + 1, INNER_SELECT = 1008 + 1 };
enum { SEMOP = 1, SEMGET, SEMCTL, SEMTIMEDOP, MSGSND = 11, MSGRCV, MSGGET, MSGCTL, SHMAT = 21, SHMDT, SHMGET, SHMCTL };

static __always_inline bool words_at(__u64 addr, __u64 *words, unsigned n)
{
	__u32 raw[6] = {};

	if (!addr || bpf_probe_read_user(raw, n * sizeof(*raw), (void *)(unsigned long)(__u32)addr))
		return false;
	for (unsigned i = 0; i < n; i++)
		words[i] = raw[i];
	return true;
}

static __always_inline bool unpack_socketcall(__u32 key, __u64 addr, __u64 *in)
{
	switch (key) {
	case 1: case 2: case 3: case 5: case 6: case 7: case 16: case 17:
		return words_at(addr, in, 3);
	case 4: case 13:
		return words_at(addr, in, 2);
	case 8: case 9: case 10: case 18: case 20:
		return words_at(addr, in, 4);
	case 11: case 12:
		return words_at(addr, in, 6);
	case 14: case 15: case 19:
		return words_at(addr, in, 5);
	}
	return false;
}

static __always_inline void set_args(__u64 *in, __u64 a, __u64 b, __u64 c, __u64 d)
{
	in[0] = a;
	in[1] = b;
	in[2] = c;
	in[3] = d;
}

static __always_inline bool unpack_ipc(struct call *call, const __u64 *a, __u64 *in)
{
	__u64 two[2] = {a[4], a[5]};

	switch (a[0] & 0xffff) {
	case SEMOP:
	case SEMTIMEDOP:
		set_args(in, a[1], a[4], a[2], a[5]);
		return true;
	case SEMGET:
	case SHMGET:
		set_args(in, a[1], a[2], a[3], 0);
		return true;
	case SEMCTL: /* the value or pointer is one pointer further away; both are of interest: see semctl@ipc */
		words_at(a[4], two, 1);
		set_args(in, a[1], a[2], a[3], two[0]);
		in[4] = a[4];
		return true;
	case MSGSND:
		set_args(in, a[1], a[4], a[2], a[3]);
		return true;
	case MSGRCV: /* the oldest form has two of the arguments in memory */
		if (!(a[0] >> 16) && !words_at(a[4], two, 2))
			return false;
		set_args(in, a[1], two[0], a[2], two[1]);
		in[4] = a[3];
		return true;
	case MSGGET:
		set_args(in, a[1], a[2], 0, 0);
		return true;
	case MSGCTL:
	case SHMCTL:
		set_args(in, a[1], a[2], a[4], 0);
		return true;
	case SHMAT:
		set_args(in, a[1], a[4], a[2], 0);
		call->result_at = (__u32)a[3];
		return true;
	case SHMDT:
		set_args(in, a[4], 0, 0, 0);
		return true;
	}
	return false;
}

/* Number and arguments of the call in progress become those of the call within, when there is one and it can be told. */
__attribute__((noinline)) int call_unpack(struct call *c)
{
	__u64 in[6] = {};

	if (!c)
		return 0;
	__u64 *a = c->head.args;
	switch (c->head.nr) {
	case NR_SOCKETCALL:
		if ((__u32)a[0] >= SOCKETCALLS || !unpack_socketcall(a[0], a[1], in))
			return 0;
		c->head.nr = INNER_SOCKETCALL + (__u32)a[0];
		break;
	case NR_IPC:
		if ((a[0] & 0xffff) >= IPCS || !unpack_ipc(c, a, in))
			return 0;
		c->head.nr = INNER_IPC + (a[0] & 0xffff);
		break;
	case NR_MMAP:
		if (!words_at(a[0], in, 6))
			return 0;
		c->head.nr = INNER_MMAP;
		break;
	case NR_SELECT:
		if (!words_at(a[0], in, 5))
			return 0;
		c->head.nr = INNER_SELECT;
		break;
	default:
		return 0;
	}
	for (int i = 0; i < 6; i++)
		a[i] = in[i];
	return 1;
}

static __always_inline bool has_inner(__u8 abi, __u64 nr)
{
	return abi == 1 && (nr == NR_SOCKETCALL || nr == NR_IPC || nr == NR_MMAP || nr == NR_SELECT);
}

#endif
