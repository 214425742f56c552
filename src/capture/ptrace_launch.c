/* Starting a program with a seccomp filter that picks the calls to be traced, or without. */
#include <errno.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/diag.h"
#include "capture/launch.h"
#include "capture/ptrace_priv.h"
#include "filter/prefilter.h"

struct filter {
	struct sock_filter *program;
	int len;                /* 0: none */
	bool no_new_privs;
};

/*
 * Whether the kernel takes the filter, tried out in a child: a policy that we run under may forbid it. The trial lets exit_group
 * pass: the filter may leave all calls that end a process to a tracer, and there is none.
 */
static bool filter_works(const struct filter *f)
{
	enum { AHEAD = 3 };
	struct sock_filter trial[AHEAD + BPF_MAXINSNS] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_exit_group, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	int status;
	pid_t child = fork();

	if (child == 0) {
		memcpy(trial + AHEAD, f->program, (size_t)f->len * sizeof(*trial));
		_exit(prefilter_install(trial, (unsigned)f->len + AHEAD, f->no_new_privs) != 0);
	}
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

/* The kernel's filter sees the number in the register: who wants a call within another must get that one. */
static void want_outer(enum abi abi, uint64_t wanted[16])
{
	for (uint64_t nr = ABI_INNER; nr < ABI_INNER_END; nr++) {
		uint64_t outer = abi_register_number(abi, nr);
		if (wanted[nr / 64] >> (nr % 64) & 1)
			wanted[outer / 64] |= 1ULL << (outer % 64);
	}
}

/* Those that ptrace_sandbox.c is to see. */
static void want(const struct desc *d, enum abi abi, const char *name, uint64_t bits[16])
{
	const struct call *c = desc_call_named(d, name);
	int nr = c ? desc_number(d, abi, c) : -1;

	if (nr >= 0)
		bits[nr / 64] |= 1ULL << (nr % 64);
}

/* The wanted calls of every ABI that can run here, their bits in `bits`; how many there are. */
static unsigned wanted_abis(const struct ptrace_source *s, uint64_t bits[ABI_COUNT][16], struct prefilter_abi abis[ABI_COUNT])
{
	/* x32 shares its architecture with x86_64, and its numbers lie above: so in this order. */
	static const enum abi order[] = {ABI_X86_64, ABI_X32, ABI_I386, ABI_AARCH64, ABI_RISCV64};
	unsigned n = 0;

	for (unsigned i = 0; i < ABI_COUNT; i++) {
		enum abi abi = order[i];
		if (!arch_runs(abi))
			continue;
		memcpy(bits[abi], s->opts.capture.wanted[abi], sizeof(bits[abi]));
		if (s->stacks)
			stack_want_changes(s->stacks, abi, bits[abi]);
		want_outer(abi, bits[abi]);
		want(s->opts.capture.desc, abi, "prctl", bits[abi]);
		want(s->opts.capture.desc, abi, "seccomp", bits[abi]);
		abis[n++] = (struct prefilter_abi){arch_audit(abi), abi == ABI_X32 ? ARCH_X32_BIT : 0, bits[abi]};
	}
	return n;
}

/*
 * A filter is in effect in all tasks that descend from the one that installs it, traced or not, and for good: calls that it
 * hands to a tracer fail with ENOSYS when there is none. So it takes following and no attached tasks; and the tracees end
 * with the tracer, but with --seccomp-bpf only it is the user who sees that. Nor is it used unasked when calls are tampered with:
 * a keeper would have to finish what was begun.
 */
static void plan_filter(struct ptrace_source *s, struct filter *f)
{
	const struct ptrace_opts *o = &s->opts;
	struct prefilter_abi abis[ABI_COUNT];
	uint64_t bits[ABI_COUNT][16];

	if (!o->capture.wanted && o->prefilter == PREFILTER_ON && o->follow && !o->npids)
		diag_warn("Seccomp filter is requested but there are no syscalls to filter.  See -e trace to filter syscalls.");
	if (!o->capture.wanted || !o->follow || o->npids || o->prefilter == PREFILTER_OFF)
		return;
	if (o->prefilter == PREFILTER_AUTO && (o->tamperer.decide || o->daemonize || o->detach_on_exec))
		return;
	bool permitted = prefilter_permitted();
	unsigned nabis = wanted_abis(s, bits, abis);
	if (o->prefilter == PREFILTER_AUTO && !(permitted && prefilter_worthwhile(&abis[0])))
		return;
	int n = prefilter_build(abis, nabis, &f->program);
	f->len = n > 0 ? n : 0;
	f->no_new_privs = !permitted;
	if (n > 0 && filter_works(f) && (o->prefilter == PREFILTER_ON || keeper_split(s) == 0))
		return;
	f->len = 0;
	if (o->prefilter == PREFILTER_ON)
		diag_warn("%s; every call stops", n < 0 ? "the set of calls is too complex for a seccomp filter"
		                                        : "the kernel does not take a seccomp filter");
}

/* In the child. */
static int install_filter(void *ctx)
{
	struct filter *f = ctx;

	if (!f->len || !prefilter_install(f->program, (unsigned)f->len, f->no_new_privs))
		return 0;
	diag_error("cannot install the seccomp filter: %s", strerror(errno));
	return -1;
}

/* Traced from here on, and stopped; nothing of it has been seen yet. */
static int seize_child(struct ptrace_source *s, pid_t child)
{
	int status;

	if (ptrace(PTRACE_SEIZE, child, 0, s->options) || ptrace(PTRACE_INTERRUPT, child, 0, 0)) {
		int err = -errno;
		diag_error("cannot trace the program: ptrace(PTRACE_SEIZE, %d): %s", child, strerror(-err));
		return err;
	}
	while (waitpid(child, &status, __WALL) < 0)
		if (errno != EINTR)
			return -errno;
	if (!WIFSTOPPED(status)) {
		/* It could not become the user, and said so. */
		return -ECHILD;
	}
	return 0;
}

static int start(struct ptrace_source *s, struct launch *l)
{
	enum daemonize how = s->opts.daemonize;
	pid_t child = how ? launch_behind(l, how) : launch_fork(l);
	int err = child < 0 ? child : seize_child(s, child);

	if (child > 0) {
		int gone = launch_end(l, !err);
		err = err ? err : gone;
	}
	if (err)
		return err;
	struct tracee *t = tracee_new(s, child, child);
	t->launching = true;
	s->base.child = how ? 0 : child;
	event_start(s, t, how ? 0 : getpid());
	*vec_push(&s->held) = t;
	return 0;
}

int tracee_launch(struct ptrace_source *s)
{
	struct filter f = {0};
	struct launch l = {.before = install_filter, .ctx = &f};
	int err = launch_prepare(&l, &s->opts);

	if (err)
		return err;
	plan_filter(s, &f);
	s->filtered = f.len > 0;
	l.before_user = s->filtered; /* installing takes rights that the user need not have */
	if (s->filtered)
		s->options |= PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;
	err = start(s, &l);
	launch_done(&l);
	free(f.program);
	return err;
}
