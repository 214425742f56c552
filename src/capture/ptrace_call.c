/*
 * The call in progress of a task: entry facts at one stop, the CALL event at the next. Calls that nobody wants cost two stops
 * and one look at the number.
 */
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>

#include "arch/arch.h"
#include "capture/fdinfo.h"
#include "capture/memory.h"
#include "capture/nsinfo.h"
#include "capture/ptrace_priv.h"
#include "capture/vcpu.h"

/* Results that the kernel keeps to itself, but shows to tracers: include/linux/errno.h. */
enum { ERESTARTSYS = 512, ERESTART_RESTARTBLOCK = 516 };

static bool is_wanted(const struct capture_opts *o, enum abi abi, uint64_t nr)
{
	uint64_t n = arch_number(abi, nr);

	return !o->wanted || n >= 16 * 64 || o->wanted[abi][n / 64] >> (n % 64) & 1;
}

/* Copying more may move what there was. */
static void take_blobs(struct tracee *t)
{
	t->call.blobs = t->copy.blobs.at;
	t->call.nblobs = (unsigned)t->copy.blobs.len;
}

static void copy_call_memory(struct ptrace_source *s, struct tracee *t, enum phase phase, bool failed)
{
	const struct desc *d = s->opts.capture.desc;
	enum abi abi = (enum abi)t->call.abi;
	const struct call *c = d ? desc_call(d, abi, t->call.nr) : NULL;
	const struct shape *shape = c ? desc_shape(d, c, abi, t->call.args) : NULL;

	if (shape && shape->nplan[abi]) {
		struct copy_call call = {
			.tid = t->tid, .abi = abi, .args = t->call.args, .sp = t->call.sp, .ret = t->call.ret, .failed = failed,
			.plan = d->plans + shape->plan[abi], .nplan = shape->nplan[abi],
		};
		copy_rows(&t->copy, &s->opts.capture, &call, phase);
	}
	if (s->opts.capture.namespaces && phase == PHASE_EXIT && !failed)
		nsinfo_entered(&t->copy, d, &t->call);
	if (s->opts.capture.vcpus && c && strcmp(desc_call_name(d, c), "ioctl") == 0)
		vcpu_note(&t->copy, &t->call, phase);
	take_blobs(t);
}

void call_announce(struct ptrace_source *s)
{
	struct tracee *t = s->line;

	if (!t)
		return;
	s->line = NULL;
	t->announced = true;
	struct event *e = vec_push(&s->queue);
	*e = t->call;
	e->kind = EVENT_ENTERED;
}

/* The event is complete but for kind-specific facts. */
static struct event *push_call(struct ptrace_source *s, struct tracee *t, enum outcome outcome)
{
	if (s->line == t)
		s->line = NULL;
	struct event *e = event_push(s, t, EVENT_CALL, t->call.enter_ns);
	t->call.outcome = (uint8_t)outcome;
	t->call.announced = t->announced;
	*e = t->call;
	return e;
}

void call_abandon(struct ptrace_source *s, struct tracee *t, enum outcome outcome)
{
	if (!t->called)
		return;
	t->called = false;
	if (!t->shown)
		return;
	t->call.exit_ns = clock_ns();
	push_call(s, t, outcome);
}

/* Whether the filters need no more to know that they don't want it. */
static bool is_excluded(const struct ptrace_source *s, const struct tracee *t, bool memory)
{
	const struct capture_opts *o = &s->opts.capture;
	struct event entered = t->call;

	entered.kind = EVENT_ENTERED;
	entered.nblobs = memory ? entered.nblobs : 0;
	return o->excludes && o->excludes(o->filter_ctx, &entered, memory);
}

static bool read_task(const void *ctx, uint64_t addr, void *data, size_t len)
{
	return memory_read(((const struct tracee *)ctx)->tid, addr, data, len) == len;
}

void call_copy_entry(struct ptrace_source *s, struct tracee *t)
{
	copy_reset(&t->copy);
	if (s->opts.capture.own_comm)
		fdinfo_comm(&t->copy, PHASE_ENTRY, t->tid);
	copy_call_memory(s, t, PHASE_ENTRY, false);
}

/* Calls that map and unmap change what addresses mean. They are done at some time between their entry and their exit. */
static void tell_stacks(struct ptrace_source *s, const struct tracee *t)
{
	enum abi abi = (enum abi)t->call.abi;

	if (s->stacks)
		stack_called(s->stacks, &t->stack, abi, arch_number(abi, t->call.nr), t->call.args);
}

static void call_entry(struct ptrace_source *s, struct tracee *t, const struct stop *stop,
                       const struct __ptrace_syscall_info *info)
{
	bool seccomp = info->op == PTRACE_SYSCALL_INFO_SECCOMP;
	uint64_t nr = seccomp ? info->seccomp.nr : info->entry.nr;
	enum abi abi = arch_abi(info->arch, nr);

	t->called = true;
	t->stackless = t->launching;
	t->announced = t->call.announced = t->tampered = false;
	t->call.nr = t->own_nr = nr;
	t->call.abi = (uint8_t)abi;
	for (unsigned i = 0; i < 6; i++)
		t->call.args[i] = seccomp ? info->seccomp.args[i] : info->entry.args[i];
	t->result_at = arch_unpack(&t->call, read_task, t);
	tell_stacks(s, t);
	if (s->filtered)
		sandbox_entry(s, t);
	/* A program that we start begins with its execve. */
	t->shown = is_wanted(&s->opts.capture, abi, t->call.nr) && (!t->launching || nr == SYS_execve);
	if (!t->shown)
		return;
	t->call.pid = t->pid;
	t->call.tid = t->tid;
	t->call.kind = EVENT_CALL;
	t->call.ip = info->instruction_pointer;
	t->call.sp = info->stack_pointer;
	t->call.ret = 0;
	t->cpu_ns = stop->cpu_ns;
	if (is_excluded(s, t, false)) {
		t->shown = false;
		return;
	}
	call_copy_entry(s, t);
	if (is_excluded(s, t, true)) {
		t->shown = false;
		return;
	}
	tamper_entry(s, t, seccomp);
	tracee_stack(s, t, PHASE_ENTRY);
	take_blobs(t);
	/* Another task's call that is in progress was printed before this one. */
	call_announce(s);
	if (s->opts.capture.announce)
		s->line = t;
	t->call.enter_ns = clock_ns(); /* last: what we did so far is not the call's time */
}

/* Where the result is elsewhere in memory and cannot be read, there is none to show. */
static enum outcome fetch_result(struct tracee *t, bool failed)
{
	uint32_t result;

	if (failed)
		return OUTCOME_ERROR;
	if (!t->result_at)
		return OUTCOME_OK;
	if (memory_read(t->tid, t->result_at, &result, sizeof(result)) < sizeof(result))
		return OUTCOME_UNAVAILABLE;
	t->call.ret = result;
	return OUTCOME_OK;
}

static void call_exit(struct ptrace_source *s, struct tracee *t, const struct stop *stop,
                      const struct __ptrace_syscall_info *info)
{
	bool failed = info->exit.is_error;

	t->called = false;
	tell_stacks(s, t);
	t->call.exit_ns = s->now_ns;
	t->call.ret = arch_result((enum abi)t->call.abi, info->exit.rval);
	t->call.cpu_ns = stop->cpu_ns > t->cpu_ns ? stop->cpu_ns - t->cpu_ns : 0;
	enum outcome outcome = fetch_result(t, failed);
	tamper_exit(s, t);
	/* Before its execve, the program that we start is none but ourselves. */
	if (t->stackless)
		tracee_stack(s, t, PHASE_EXIT);
	copy_call_memory(s, t, PHASE_EXIT, failed);
	push_call(s, t, outcome);
}

/* The interruption that ends tracing made this call return early; it will be taken up again, untraced. */
static bool is_cut_short(const struct ptrace_source *s, const struct __ptrace_syscall_info *info)
{
	return s->stopping && info->exit.is_error && info->exit.rval <= -ERESTARTSYS && info->exit.rval >= -ERESTART_RESTARTBLOCK;
}

void call_stop(struct ptrace_source *s, struct tracee *t, const struct stop *stop)
{
	struct __ptrace_syscall_info info;

	if (t->called && !t->shown && !t->asked && stop->status >> 16 == 0) {
		t->called = false;
		tell_stacks(s, t);
		return;
	}
	if (ptrace(PTRACE_GET_SYSCALL_INFO, t->tid, (void *)sizeof(info), &info) <= 0)
		return; /* killed in its stop */
	switch (info.op) {
	case PTRACE_SYSCALL_INFO_ENTRY:
		call_abandon(s, t, OUTCOME_UNAVAILABLE);
		if (!s->stopping)
			call_entry(s, t, stop, &info);
		break;
	case PTRACE_SYSCALL_INFO_SECCOMP:
		if (!t->called && !s->stopping)
			call_entry(s, t, stop, &info);
		break;
	case PTRACE_SYSCALL_INFO_EXIT:
		tamper_return(t, &info);
		if (t->called && t->asked)
			sandbox_return(s, t, &info);
		if (t->called && !t->shown)
			t->called = false;
		else if (t->called && !is_cut_short(s, &info))
			call_exit(s, t, stop, &info);
		break;
	}
}
