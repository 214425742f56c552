/*
 * The set of wanted calls as a seccomp filter, so that the others run without a stop.
 */
#ifndef RINGSIDE_FILTER_PREFILTER_H
#define RINGSIDE_FILTER_PREFILTER_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The calls of one ABI, in the bits of 1,024 numbers; higher numbers are wanted. */
struct prefilter_abi {
	uint32_t audit_arch;    /* AUDIT_ARCH_*: those that share one follow each other, */
	uint32_t first;         /* by rising number of the table's first call as the register has it (0, or the x32 bit) */
	const uint64_t *wanted; /* 16 words */
};

/* Whether enough calls of an ABI are unwanted for a filter to be worth its price on the wanted ones. */
bool prefilter_worthwhile(const struct prefilter_abi *abi);

/*
 * Builds the program: SECCOMP_RET_TRACE for wanted calls, and for all of other architectures, SECCOMP_RET_ALLOW for others.
 * It looks at architecture and number only, so the kernel (5.11 and newer) remembers which numbers are always allowed and doesn't
 * run it for them; for the rest it is a binary search. Returns the number of instructions in *out, which the caller frees;
 * -E2BIG when it would be too long.
 */
int prefilter_build(const struct prefilter_abi *abis, unsigned n, struct sock_filter **out);

/* Whether this process may install a filter without giving up what no_new_privs takes from it (set-user-ID programs). */
bool prefilter_permitted(void);

/*
 * Installs it in the calling process, for good, with no_new_privs when `no_new_privs`. 0 or -errno. Async-signal-safe.
 */
int prefilter_install(const struct sock_filter *program, unsigned len, bool no_new_privs);

#endif
