/* Changing the registers of a stopped task: the call it is about to make, and its result. Which register is which: syscall(2). */
#ifndef RINGSIDE_CAPTURE_PTRACE_REGS_H
#define RINGSIDE_CAPTURE_PTRACE_REGS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/abi.h"

enum { REGS_NO_CALL = -1 }; /* a number that makes the kernel do nothing */

/* Whether this is known for the machine that this was built for. */
bool regs_known(void);

/* What to change. */
struct regs_change {
	bool set_nr, set_ret;
	uint64_t nr;      /* as in the register; or REGS_NO_CALL */
	uint64_t ret;     /* as in the register: errors are negative */
	uint8_t args_set; /* bit n: args[n], in the ABI's order */
	uint64_t args[6];
};

/* 0 or -errno: ESRCH when it was killed meanwhile. */
int regs_change(pid_t tid, enum abi abi, const struct regs_change *c);

#endif
