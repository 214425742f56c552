/*
 * The set of wanted calls as a seccomp filter, so that the others run without a stop.
 */
#ifndef RINGSIDE_FILTER_PREFILTER_H
#define RINGSIDE_FILTER_PREFILTER_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* By ABI and number, as in struct capture_opts. */
typedef const uint64_t (*prefilter_calls)[16];

/* Whether enough calls are unwanted for a filter to be worth its price on the wanted ones. */
bool prefilter_worthwhile(prefilter_calls wanted);

/*
 * Builds the program: SECCOMP_RET_TRACE for wanted calls, SECCOMP_RET_ALLOW for others. It looks at architecture and number
 * only, so the kernel (5.11 and newer) remembers which numbers are always allowed and doesn't run it for them; for the rest it
 * is a binary search. Returns the number of instructions in *out, which the caller frees; -E2BIG when it would be too long.
 */
int prefilter_build(prefilter_calls wanted, struct sock_filter **out);

/* Whether this process may install a filter without giving up what no_new_privs takes from it (set-user-ID programs). */
bool prefilter_permitted(void);

/*
 * Installs it in the calling process, for good, with no_new_privs when `no_new_privs`. 0 or -errno. Async-signal-safe.
 */
int prefilter_install(const struct sock_filter *program, unsigned len, bool no_new_privs);

#endif
