/*
 * Carrying out what the command wants done to a call. Everything happens while the task stands still at the call's entry or exit.
 *
 * A program may rely on the registers of its arguments after a call, so those that were replaced get their values back; and a call whose task is
 * let go at its entry is made as the program made it.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/diag.h"
#include "capture/ptrace_priv.h"
#include "capture/ptrace_regs.h"

static int64_t number_of(const struct ptrace_source *s, enum abi abi, const char *name)
{
	const struct call *c = name ? desc_call_named(s->opts.capture.desc, name) : NULL;
	int nr = c ? desc_number(s->opts.capture.desc, abi, c) : -1;

	return nr < 0 ? REGS_NO_CALL : abi == ABI_X32 ? nr | ARCH_X32_BIT : nr;
}

/* Memory */

/* Whole words at a time, whatever the page's protection. */
static bool write_memory(pid_t tid, uint64_t addr, const uint8_t *data, size_t len)
{
	for (size_t done = 0; done < len;) {
		uint64_t skew = (addr + done) % sizeof(long);
		void *at = (void *)(uintptr_t)(addr + done - skew);
		size_t n = sizeof(long) - skew < len - done ? sizeof(long) - skew : len - done;
		errno = 0;
		long word = ptrace(PTRACE_PEEKDATA, tid, at, 0);
		if (errno)
			return false;
		memcpy((char *)&word + skew, data + done, n);
		if (ptrace(PTRACE_POKEDATA, tid, at, word))
			return false;
		done += n;
	}
	return true;
}

/* Whether the call has that argument. */
static bool has_arg(const struct ptrace_source *s, const struct tracee *t, unsigned arg)
{
	const struct desc *d = s->opts.capture.desc;
	const struct call *c = desc_call(d, (enum abi)t->call.abi, t->call.nr);
	unsigned nargs = c ? c->nargs[t->call.abi] : 6;

	if (arg < nargs && arg < 6)
		return true;
	diag_warn("Failed to tamper with process %d: requested to tamper with argument #%u, but system call '%s' has only %u arguments",
	          t->tid, arg + 1, c ? desc_call_name(d, c) : "?", nargs);
	return false;
}

static bool poke(const struct ptrace_source *s, const struct tracee *t, const struct poke *p)
{
	if (!has_arg(s, t, p->arg))
		return false;
	if (write_memory(t->tid, t->call.args[p->arg], p->data, p->len))
		return true;
	diag_warn("Failed to tamper with process %d: couldn't poke", t->tid);
	return false;
}

static unsigned poke_all(const struct ptrace_source *s, const struct tracee *t, enum phase phase)
{
	unsigned what = 0;

	for (size_t i = 0; i < t->tamper.npokes; i++)
		if (t->tamper.pokes[i].phase == phase && poke(s, t, &t->tamper.pokes[i]))
			what = TAMPERED_MEMORY;
	return what;
}

/* Registers */

static unsigned change_args(const struct ptrace_source *s, struct tracee *t)
{
	enum abi abi = (enum abi)t->call.abi;
	struct regs_change c = {0};

	for (unsigned i = 0; i < 6; i++) {
		if (!(t->tamper.args_set >> i & 1) || !has_arg(s, t, i))
			continue;
		c.args_set |= (uint8_t)(1 << i);
		c.args[i] = abi_word(abi) == 4 ? (uint32_t)t->tamper.args[i] : t->tamper.args[i];
	}
	if (c.args_set && t->call.nr != t->own_nr) {
		diag_warn("Failed to tamper with process %d: arguments of a call within another cannot be replaced", t->tid);
		return 0;
	}
	if (!c.args_set || regs_change(t->tid, abi, &c))
		return 0;
	for (unsigned i = 0; i < 6; i++)
		if (c.args_set >> i & 1)
			t->call.args[i] = c.args[i];
	t->args_changed = c.args_set;
	return TAMPERED_ARGS;
}

static unsigned change_call(const struct ptrace_source *s, struct tracee *t)
{
	enum abi abi = (enum abi)t->call.abi;
	struct regs_change c = {.set_nr = true, .nr = (uint64_t)number_of(s, abi, t->tamper.instead)};

	if (!t->tamper.result || regs_change(t->tid, abi, &c))
		return 0;
	t->not_made = true;
	return TAMPERED_RESULT;
}

/* A signal cannot be had from a stop of the filter's by resuming from it. Sent, it comes at once all the same. */
static unsigned add_signal(struct tracee *t, bool seccomp)
{
	if (!t->tamper.signo)
		return 0;
	if (seccomp && syscall(SYS_tgkill, t->pid, t->tid, t->tamper.signo) == 0)
		t->signal_sent = t->tamper.signo;
	else
		t->inject = t->tamper.signo;
	return TAMPERED_SIGNAL;
}

static void delay(struct tracee *t, enum phase phase)
{
	if (t->tamper.delay_ns[phase])
		t->resume_ns = clock_ns() + t->tamper.delay_ns[phase];
}

static void tell(struct tracee *t, enum phase phase, unsigned what)
{
	uint8_t byte = (uint8_t)what;

	if (!what)
		return;
	copy_bytes(&t->copy, BLOB_TAMPER, phase, 0, &byte, 1);
	t->call.blobs = t->copy.blobs.at;
	t->call.nblobs = (unsigned)t->copy.blobs.len;
}

void tamper_entry(struct ptrace_source *s, struct tracee *t, bool seccomp)
{
	const struct tamperer *by = &s->opts.tamperer;

	if (!by->decide || t->launching)
		return;
	struct event entry = t->call;
	t->tamper = (struct tamper){0};
	entry.kind = EVENT_ENTERED;
	t->tampered = by->decide(by->ctx, &entry, &t->tamper);
	if (!t->tampered)
		return;
	memcpy(t->own_args, t->call.args, sizeof(t->own_args));
	unsigned what = poke_all(s, t, PHASE_ENTRY) | change_args(s, t);
	if (what)
		call_copy_entry(s, t);
	what |= change_call(s, t) | add_signal(t, seccomp);
	delay(t, PHASE_ENTRY);
	tell(t, PHASE_ENTRY, what | (t->resume_ns ? TAMPERED_DELAY : 0));
}

static void restore(struct tracee *t, struct regs_change *c)
{
	c->args_set = t->args_changed;
	memcpy(c->args, t->own_args, sizeof(c->args));
	t->args_changed = 0;
	if (c->args_set || c->set_nr || c->set_ret)
		regs_change(t->tid, (enum abi)t->call.abi, c);
}

void tamper_return(struct tracee *t, struct __ptrace_syscall_info *info)
{
	const struct tamper *w = &t->tamper;
	struct regs_change c = {0};

	if (!t->tampered)
		return;
	if (t->not_made) {
		c.set_ret = true;
		c.ret = w->failed ? -w->ret : w->ret;
		info->exit.rval = (int64_t)c.ret;
		info->exit.is_error = w->failed;
	}
	t->not_made = false;
	restore(t, &c);
}

void tamper_exit(struct ptrace_source *s, struct tracee *t)
{
	if (!t->tampered)
		return;
	unsigned what = poke_all(s, t, PHASE_EXIT);
	delay(t, PHASE_EXIT);
	tell(t, PHASE_EXIT, what | (t->resume_ns ? TAMPERED_DELAY : 0));
	t->tampered = false;
}

void tamper_undo(struct tracee *t)
{
	struct regs_change c = {.set_nr = t->not_made, .nr = t->own_nr};

	t->resume_ns = 0;
	if (!t->tampered || !t->called)
		return;
	if (t->inject == t->tamper.signo)
		t->inject = 0;
	t->tampered = t->not_made = false;
	restore(t, &c);
}

bool tamper_disguise(struct tracee *t, siginfo_t *info)
{
	if (!t->signal_sent || info->si_signo != t->signal_sent || info->si_code != SI_TKILL)
		return false;
	*info = (siginfo_t){.si_signo = t->signal_sent, .si_code = SI_KERNEL};
	t->signal_sent = 0;
	return ptrace(PTRACE_SETSIGINFO, t->tid, 0, info) == 0;
}
