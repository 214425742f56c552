/* The table of ABIs: see arch.h. */
#include "arch/arch.h"

#include <linux/audit.h>

#include "event/event.h"

static const uint32_t audit_arch_of[ABI_COUNT] = {
	[ABI_X86_64] = AUDIT_ARCH_X86_64,
	[ABI_I386] = AUDIT_ARCH_I386,
	[ABI_X32] = AUDIT_ARCH_X86_64,
	[ABI_AARCH64] = AUDIT_ARCH_AARCH64,
	[ABI_RISCV64] = AUDIT_ARCH_RISCV64,
};

enum abi arch_abi(uint32_t audit_arch, uint64_t nr)
{
	if (audit_arch == AUDIT_ARCH_X86_64)
		return nr & ARCH_X32_BIT && nr != UINT64_MAX && !(nr >> 32) ? ABI_X32 : ABI_X86_64;
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (audit_arch_of[abi] == audit_arch)
			return (enum abi)abi;
	return (enum abi)abi_native();
}

uint32_t arch_audit(enum abi abi)
{
	return audit_arch_of[abi];
}

bool arch_runs(enum abi abi)
{
#ifdef __x86_64__
	return abi == ABI_X86_64 || abi == ABI_I386 || abi == ABI_X32;
#else
	return (int)abi == abi_native();
#endif
}

const struct arch_registers *arch_registers(enum abi abi)
{
	static const struct arch_registers of[ABI_COUNT] = {
		[ABI_X86_64] = {"syscall", "rax", "rax", {"rdi", "rsi", "rdx", "r10", "r8", "r9"}, "rcx (gets the return address) and r11 (the flags)"},
		[ABI_I386] = {"int 0x80", "eax", "eax", {"ebx", "ecx", "edx", "esi", "edi", "ebp"}, "nothing"},
		[ABI_X32] = {"syscall", "rax | 0x40000000", "rax", {"rdi", "rsi", "rdx", "r10", "r8", "r9"},
		             "rcx (gets the return address) and r11 (the flags)"},
		[ABI_AARCH64] = {"svc #0", "x8", "x0", {"x0", "x1", "x2", "x3", "x4", "x5"}, "nothing"},
		[ABI_RISCV64] = {"ecall", "a7", "a0", {"a0", "a1", "a2", "a3", "a4", "a5"}, "nothing"},
	};

	return &of[abi];
}
