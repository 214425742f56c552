/*
 * What the kernel calls the ABIs of this machine, and calls that are many. Registers need no knowledge here: PTRACE_GET_SYSCALL_INFO hands
 * out number, arguments and result by ABI order.
 */
#ifndef RINGSIDE_ARCH_ARCH_H
#define RINGSIDE_ARCH_ARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/abi.h"
#include "event/event.h"

enum { ARCH_X32_BIT = 0x40000000 }; /* __X32_SYSCALL_BIT of asm/unistd.h */

/* The ABI of a call: AUDIT_ARCH_* (linux/audit.h) and the number in the register. Unknown ones count as native. */
enum abi arch_abi(uint32_t audit_arch, uint64_t nr);

/* AUDIT_ARCH_* of an ABI; x86_64 and x32 share one. */
uint32_t arch_audit(enum abi abi);

/* Whether tasks of that ABI can run on the machine this was built for. */
bool arch_runs(enum abi abi);

/* Where an ABI keeps what: syscall(2), and the kernel's entry code. */
struct arch_registers {
	const char *instruction; /* "syscall" */
	const char *number, *result;
	const char *args[6];
	const char *clobbered;   /* what the instruction itself destroys, in words */
};

const struct arch_registers *arch_registers(enum abi abi);

/* The number without what marks the ABI in it: the index into tables. */
static inline uint64_t arch_number(enum abi abi, uint64_t nr)
{
	return abi == ABI_X32 ? nr & ~(uint64_t)ARCH_X32_BIT : nr;
}

/* A result as the task sees it: 32-bit tasks have sign bits in the middle of the register. */
static inline int64_t arch_result(enum abi abi, int64_t ret)
{
	return abi == ABI_I386 ? (int32_t)ret : ret;
}

/* Reads exactly `len` bytes of the task's memory, or fails. */
typedef bool arch_read(const void *ctx, uint64_t addr, void *data, size_t len);

/*
 * Sees through calls that are many (base/abi.h): number and arguments of the event, fresh from the registers, become those of the call
 * within. Returns where in memory that call's result will be when it has succeeded, or 0: in the register, as always.
 */
uint64_t arch_unpack(struct event *e, arch_read *read, const void *ctx);

#endif
