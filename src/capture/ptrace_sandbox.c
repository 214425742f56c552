/*
 * Tasks that restrict themselves while a filter of ours picks the calls that stop. The kernel would refuse one of these the strict mode, since it has a
 * filter; and what a filter of its own refuses would not come to ours. So both are watched for:
 *
 *   strict mode    is made believe, and kept by us: every call stops, and one that is not allowed ends the task, as the kernel has it
 *   own filters    from there on every call stops before any filter is asked, as without ours
 *   PR_GET_SECCOMP tells nothing of ours
 *
 * A task in strict mode that is let go ends: nobody would keep it in its bounds.
 */
#include <errno.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>

#include "capture/ptrace_priv.h"
#include "capture/ptrace_regs.h"
#include "capture/status.h"

static bool is_call(const struct ptrace_source *s, const struct tracee *t, const char *name)
{
	const struct desc *d = s->opts.capture.desc;
	const struct call *c = desc_call(d, (enum abi)t->call.abi, t->call.nr);

	return c && strcmp(desc_call_name(d, c), name) == 0;
}

/* Whether ours is its only filter. Kernels before 5.9 don't say. */
static bool has_our_filter_only(pid_t tid)
{
	long filters = status_number(tid, "Seccomp_filters:");

	return filters == 1 || filters == -ENODATA;
}

static bool strict_allows(const struct ptrace_source *s, const struct tracee *t)
{
	/* kernel/seccomp.c: mode1_syscalls; sigreturn for 32-bit tasks. */
	static const char *const names[] = {"read", "write", "exit", "rt_sigreturn", "sigreturn"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is_call(s, t, names[i]))
			return true;
	return false;
}

/* What a call of prctl or seccomp asks for. */
static enum sandbox_asked asked(const struct ptrace_source *s, const struct tracee *t)
{
	const uint64_t *a = t->call.args;

	if (is_call(s, t, "prctl")) {
		if ((int)a[0] == PR_GET_SECCOMP)
			return SANDBOX_QUERY;
		if ((int)a[0] == PR_SET_SECCOMP)
			return a[1] == SECCOMP_MODE_STRICT ? SANDBOX_STRICT : SANDBOX_FILTER;
	} else if (is_call(s, t, "seccomp")) {
		if (a[0] == SECCOMP_SET_MODE_STRICT)
			return a[1] || a[2] ? SANDBOX_NOTHING : SANDBOX_STRICT;
		if (a[0] == SECCOMP_SET_MODE_FILTER)
			return a[1] & SECCOMP_FILTER_FLAG_TSYNC ? SANDBOX_FILTER_ALL : SANDBOX_FILTER;
	}
	return SANDBOX_NOTHING;
}

void sandbox_entry(const struct ptrace_source *s, struct tracee *t)
{
	struct regs_change none = {.set_nr = true, .nr = (uint64_t)REGS_NO_CALL};

	t->asked = SANDBOX_NOTHING;
	if (t->strict) {
		if (!strict_allows(s, t))
			kill(t->pid, SIGKILL);
		return;
	}
	t->asked = (uint8_t)asked(s, t);
	if (t->asked != SANDBOX_STRICT && t->asked != SANDBOX_QUERY)
		return;
	if (!has_our_filter_only(t->tid) || !regs_known())
		t->asked = SANDBOX_NOTHING;
	else if (t->asked == SANDBOX_STRICT)
		regs_change(t->tid, (enum abi)t->call.abi, &none);
}

static void mark_process(struct ptrace_source *s, pid_t pid)
{
	map_for_each(&s->tasks, slot) {
		struct tracee *t = slot->value;
		t->own_filter |= t->pid == pid;
	}
}

void sandbox_return(struct ptrace_source *s, struct tracee *t, struct __ptrace_syscall_info *info)
{
	struct regs_change done = {.set_ret = true};
	enum sandbox_asked what = (enum sandbox_asked)t->asked;

	t->asked = SANDBOX_NOTHING;
	if (what == SANDBOX_STRICT || (what == SANDBOX_QUERY && info->exit.rval == SECCOMP_MODE_FILTER)) {
		regs_change(t->tid, (enum abi)t->call.abi, &done);
		info->exit.rval = 0;
		info->exit.is_error = false;
		t->strict = what == SANDBOX_STRICT;
	} else if (!info->exit.is_error && what == SANDBOX_FILTER) {
		t->own_filter = true;
	} else if (!info->exit.is_error && what == SANDBOX_FILTER_ALL) {
		mark_process(s, t->pid);
	}
}
