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

#include "base/vec.h"

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

bool prefilter_worthwhile(const struct prefilter_abi *abi)
{
	unsigned unwanted = 0;

	for (uint32_t nr = 0; nr < COMMON; nr++)
		unwanted += !is_wanted(abi->wanted, nr);
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

/* Numbers below the table's are of an ABI that was looked at before. */
static void emit_numbers(struct program *p, const struct prefilter_abi *abi)
{
	struct runs runs = {0};

	*vec_push(&runs.at) = (struct run){0, is_wanted(abi->wanted, 0)};
	for (uint32_t nr = 1; nr <= NUMBERS; nr++)
		if (is_wanted(abi->wanted, nr) != runs.at.at[runs.at.len - 1].wanted)
			*vec_push(&runs.at) = (struct run){abi->first + nr, is_wanted(abi->wanted, nr)};
	emit_search(p, &runs, 0, runs.at.len);
	vec_done(&runs.at);
}

/* The ABIs of one architecture: the number tells which. */
static void emit_arch(struct program *p, const struct prefilter_abi *abis, unsigned n)
{
	if (n > 1) {
		size_t next = emit_branch(p, BPF_JGE, abis[1].first);
		emit_numbers(p, abis);
		land(p, next);
		emit_arch(p, abis + 1, n - 1);
	} else {
		emit_numbers(p, abis);
	}
}

int prefilter_build(const struct prefilter_abi *abis, unsigned n, struct sock_filter **out)
{
	struct program p = {0};

	for (unsigned i = 0, same; i < n; i += same) {
		for (same = 1; i + same < n && abis[i + same].audit_arch == abis[i].audit_arch; same++)
			;
		emit(&p, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
		size_t this_one = emit_branch(&p, BPF_JEQ, abis[i].audit_arch);
		size_t other = p.code.len;
		emit(&p, BPF_JMP | BPF_JA, 0);
		land(&p, this_one);
		emit(&p, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
		emit_arch(&p, abis + i, same);
		p.code.at[other].k = (uint32_t)(p.code.len - other - 1);
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
