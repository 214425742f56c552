/* Registers by ABI: see ptrace_regs.h. */
#include "capture/ptrace_regs.h"

#include <elf.h>
#include <errno.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

#if defined(__x86_64__)

bool regs_known(void)
{
	return true;
}

/* PTRACE_GETREGS shows a 64-bit tracer all registers of any task in one layout. */
int regs_change(pid_t tid, enum abi abi, const struct regs_change *c)
{
#define REG(name) offsetof(struct user_regs_struct, name)
	static const size_t args64[] = {REG(rdi), REG(rsi), REG(rdx), REG(r10), REG(r8), REG(r9)},
			    args32[] = {REG(rbx), REG(rcx), REG(rdx), REG(rsi), REG(rdi), REG(rbp)};
#undef REG
	const size_t *at = abi == ABI_I386 ? args32 : args64;
	struct user_regs_struct regs;

	if (ptrace(PTRACE_GETREGS, tid, 0, &regs))
		return -errno;
	if (c->set_nr)
		regs.orig_rax = c->nr;
	if (c->set_ret)
		regs.rax = c->ret;
	for (unsigned i = 0; i < 6; i++)
		if (c->args_set >> i & 1)
			*(unsigned long long *)((char *)&regs + at[i]) = abi == ABI_I386 ? (uint32_t)c->args[i] : c->args[i];
	return ptrace(PTRACE_SETREGS, tid, 0, &regs) ? -errno : 0;
}

#elif defined(__aarch64__)

bool regs_known(void)
{
	return true;
}

/* The number has a register set of its own; the first argument and the result share a register. */
int regs_change(pid_t tid, enum abi abi, const struct regs_change *c)
{
	struct user_regs_struct regs;
	struct iovec all = {&regs, sizeof(regs)};
	int nr = (int)c->nr;
	struct iovec number = {&nr, sizeof(nr)};

	(void)abi;
	if (c->set_nr && ptrace(PTRACE_SETREGSET, tid, NT_ARM_SYSTEM_CALL, &number))
		return -errno;
	if (ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &all))
		return -errno;
	for (unsigned i = 0; i < 6; i++)
		if (c->args_set >> i & 1)
			regs.regs[i] = c->args[i];
	if (c->set_ret)
		regs.regs[0] = c->ret;
	return ptrace(PTRACE_SETREGSET, tid, NT_PRSTATUS, &all) ? -errno : 0;
}

#else

bool regs_known(void)
{
	return false;
}

int regs_change(pid_t tid, enum abi abi, const struct regs_change *c)
{
	(void)tid;
	(void)abi;
	(void)c;
	return -ENOTSUP;
}

#endif
