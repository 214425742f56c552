/* Wanted calls to seccomp BPF: see prefilter.h. */
#include "filter/prefilter.h"

#include <errno.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/vec.h"
#include "event/event.h"

enum {
	NUMBERS = 16 * 64,
	COMMON = 448,       /* about as many calls as there are */
	UNWANTED_MIN = 64,
	LONGEST_JUMP = 255, /* of a conditional one */
};

/* A program in the making. */
struct program {
	VEC(struct sock_filter) code;
};

/* Numbers from `first` on up to the next run's are all wanted, or all not. */
struct run {
	uint32_t first;
	bool wanted;
};

struct runs {
	VEC(struct run) at;
};

static bool is_wanted(const uint64_t words[16], uint32_t nr)
{
	return nr >= NUMBERS || (words[nr / 64] >> (nr % 64) & 1);
}

bool prefilter_worthwhile(prefilter_calls wanted)
{
	unsigned unwanted = 0;

	for (uint32_t nr = 0; nr < COMMON; nr++)
		unwanted += !is_wanted(wanted[abi_native()], nr);
	return unwanted >= UNWANTED_MIN;
}

static void emit(struct program *p, uint16_t code, uint32_t k)
{
	*vec_push(&p->code) = (struct sock_filter){.code = code, .k = k};
}

static void emit_result(struct program *p, bool wanted)
{
	emit(p, BPF_RET | BPF_K, wanted ? SECCOMP_RET_TRACE : SECCOMP_RET_ALLOW);
}

/*
 * A two-way branch on a comparison: what `jump_false` was told to skip comes right behind, the other part after it. The way
 * to the latter may be longer than a conditional jump reaches, so it goes over an unconditional one.
 */
static size_t emit_branch(struct program *p, uint16_t comparison, uint32_t k)
{
	emit(p, BPF_JMP | comparison | BPF_K, k);
	p->code.at[p->code.len - 1].jf = 1;
	emit(p, BPF_JMP | BPF_JA, 0);
	return p->code.len - 1;
}

/* From here on is what the branch leads to when its comparison holds. */
static void land(struct program *p, size_t branch)
{
	size_t distance = p->code.len - branch - 1;

	if (distance <= LONGEST_JUMP - 1)
		p->code.at[branch - 1].jt = (uint8_t)(distance + 1);
	p->code.at[branch].k = (uint32_t)distance;
}

/* The number is in the accumulator and lies within runs [lo, hi). */
static void emit_search(struct program *p, const struct runs *runs, size_t lo, size_t hi)
{
	if (hi - lo == 1) {
		emit_result(p, runs->at.at[lo].wanted);
		return;
	}
	size_t mid = lo + (hi - lo) / 2;
	size_t branch = emit_branch(p, BPF_JGE, runs->at.at[mid].first);
	emit_search(p, runs, lo, mid);
	land(p, branch);
	emit_search(p, runs, mid, hi);
}

static void emit_numbers(struct program *p, const uint64_t words[16], uint32_t base)
{
	struct runs runs = {0};

	*vec_push(&runs.at) = (struct run){0, base ? true : is_wanted(words, 0)};
	for (uint32_t nr = 0; nr <= NUMBERS; nr++)
		if (is_wanted(words, nr) != runs.at.at[runs.at.len - 1].wanted)
			*vec_push(&runs.at) = (struct run){base + nr, is_wanted(words, nr)};
	emit_search(p, &runs, 0, runs.at.len);
	vec_done(&runs.at);
}

static void emit_abi(struct program *p, prefilter_calls wanted, enum abi abi)
{
	emit(p, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	if (abi != ABI_X86_64) {
		emit_numbers(p, wanted[abi], 0);
		return;
	}
	size_t x32 = emit_branch(p, BPF_JGE, ARCH_X32_BIT);
	emit_numbers(p, wanted[ABI_X86_64], 0);
	land(p, x32);
	emit_numbers(p, wanted[ABI_X32], ARCH_X32_BIT);
}

int prefilter_build(prefilter_calls wanted, struct sock_filter **out)
{
	struct program p = {0};

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (!arch_runs((enum abi)abi) || abi == ABI_X32)
			continue;
		emit(&p, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
		size_t this_one = emit_branch(&p, BPF_JEQ, arch_audit((enum abi)abi));
		size_t next = p.code.len;
		emit(&p, BPF_JMP | BPF_JA, 0);
		land(&p, this_one);
		emit_abi(&p, wanted, (enum abi)abi);
		p.code.at[next].k = (uint32_t)(p.code.len - next - 1);
	}
	emit_result(&p, true);
	if (p.code.len > BPF_MAXINSNS) {
		vec_done(&p.code);
		return -E2BIG;
	}
	*out = p.code.at;
	return (int)p.code.len;
}

bool prefilter_permitted(void)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[2] = {0};

	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1)
		return true;
	if (syscall(SYS_capget, &head, data))
		return false;
	return data[CAP_SYS_ADMIN / 32].effective >> (CAP_SYS_ADMIN % 32) & 1;
}

int prefilter_install(const struct sock_filter *program, unsigned len, bool no_new_privs)
{
	struct sock_fprog prog = {.len = (unsigned short)len, .filter = (struct sock_filter *)program};

	if (no_new_privs && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -errno;
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &prog))
		return -errno;
	return 0;
}
