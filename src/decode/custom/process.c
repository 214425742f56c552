/* What the kernel tells of processes: how they ended, what they may use, where they may run. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "decode/custom/custom.h"

static void plain(struct walk *w, const char *text)
{
	walk_text(w, text, BYTES_PLAIN);
}

/* A signal number as in a status: its name, or the number when it has none. */
static const char *signal_text(struct walk *w, unsigned signo, char *buf, size_t size)
{
	const char *name = signo ? decode_signal_name(w->d, signo, buf) : NULL;

	if (name)
		return name;
	snprintf(buf, size, "%u", signo);
	return buf;
}

/* The macro that describes the status, with what it says; and the bits that it does not explain. 0: no macro holds. */
static int status_macro(struct walk *w, int status, char *text, size_t size, unsigned *rest)
{
	char buf[16];

	*rest = (unsigned)status & 0xffff;
	if (WIFSTOPPED(status)) {
		unsigned signo = (unsigned)WSTOPSIG(status);
		*rest &= ~(unsigned)W_STOPCODE(signo);
		return snprintf(text, size, "{WIFSTOPPED(s) && WSTOPSIG(s) == %s%s}",
		                signal_text(w, signo & 0x7f, buf, sizeof(buf)), signo & 0x80 ? " | 0x80" : "");
	}
	if (WIFSIGNALED(status)) {
		unsigned signo = (unsigned)WTERMSIG(status);
		*rest &= ~(unsigned)(W_EXITCODE(0, signo) | WCOREFLAG);
		return snprintf(text, size, "{WIFSIGNALED(s) && WTERMSIG(s) == %s%s}", signal_text(w, signo, buf, sizeof(buf)),
		                WCOREDUMP(status) ? " && WCOREDUMP(s)" : "");
	}
	if (WIFEXITED(status)) {
		*rest &= ~(unsigned)W_EXITCODE(WEXITSTATUS(status), 0);
		return snprintf(text, size, "{WIFEXITED(s) && WEXITSTATUS(s) == %d}", WEXITSTATUS(status));
	}
	if (WIFCONTINUED(status)) {
		*rest = 0;
		return snprintf(text, size, "{WIFCONTINUED(s)}");
	}
	return 0;
}

/* wait_status: 32 bits from wait(2), as the macros that tell them apart, the underlying enum in the upper half, and the rest. */
void custom_wait_status(struct walk *w, const struct custom_use *u)
{
	static const struct type rest_type = {.kind = TYPE_INT, .style = STYLE_HEX, .size = {4, 4, 4, 4, 4}};
	uint32_t status = (uint32_t)custom_number(w, u);
	unsigned rest, event = status >> 16;
	char text[128];

	w->v->ops->open(w->v, GROUP_JOINED, NULL);
	w->v->ops->element(w->v);
	if (!status_macro(w, (int)status, text, sizeof(text), &rest)) {
		walk_plain(w, status, 4, false, STYLE_HEX);
	} else {
		plain(w, text);
		if (event) {
			w->v->ops->element(w->v);
			walk_number(w, type_at(w, u->type->elem), event);
			plain(w, "<<16");
		}
		if (rest) {
			w->v->ops->element(w->v);
			walk_number(w, &rest_type, rest);
		}
	}
	w->v->ops->close(w->v, GROUP_JOINED);
}

/* rlimit: whole multiples of 1024 as N*1024, the largest number as infinity. */
void custom_rlimit(struct walk *w, const struct custom_use *u)
{
	unsigned size = type_at(w, u->type->elem)->size[w->abi];
	uint64_t limit = custom_number(w, u);
	char text[32];

	if (limit == (size == 8 ? UINT64_MAX : UINT32_MAX))
		strcpy(text, size == 8 ? "RLIM64_INFINITY" : "RLIM_INFINITY");
	else if (limit > 1024 && limit % 1024 == 0)
		snprintf(text, sizeof(text), "%llu*1024", (unsigned long long)(limit / 1024));
	else
		text[0] = '\0';
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {.raw = limit, .size = (uint8_t)size, .style = STYLE_UDEC, .parts = &part, .nparts = text[0] != '\0'};
	w->v->ops->number(w->v, &n);
}

/* cpuset: the CPUs whose bits are set. */
void custom_cpuset(struct walk *w, const struct custom_use *u)
{
	w->v->ops->open(w->v, GROUP_SET, NULL);
	for (uint32_t cpu = 0; cpu / 8 < u->at->avail; cpu++) {
		if (!(u->at->p[cpu / 8] >> (cpu % 8) & 1))
			continue;
		w->v->ops->element(w->v);
		walk_plain(w, cpu, 4, false, STYLE_UDEC);
	}
	w->v->ops->close(w->v, GROUP_SET);
}

/* hex6: at least six digits, as addresses in segment descriptors are written. */
void custom_hex6(struct walk *w, const struct custom_use *u)
{
	char text[16];

	snprintf(text, sizeof(text), "%#08x", (unsigned)custom_number(w, u));
	walk_text(w, text, BYTES_PLAIN);
}

/*
 * syscall_number(arch): a call's number; by name when the ABI is the task's own, otherwise with the name as a remark. A signal that a call brought
 * names the ABI that its task is in.
 */
void custom_syscall_number(struct walk *w, const struct custom_use *u)
{
	enum { AUDIT_X86_64 = (int)0xc000003e, AUDIT_I386 = 0x40000003, AUDIT_AARCH64 = (int)0xc00000b7, AUDIT_RISCV64 = (int)0xc00000f3,
	       X32_BIT = 0x40000000 };
	unsigned size = type_at(w, u->type->elem)->size[w->abi];
	uint64_t nr = size > 4 ? custom_number(w, u) : (uint32_t)custom_number(w, u);
	enum abi abi;
	char text[80];

	switch ((int)custom_param(w, u, 0, 0)) {
	case AUDIT_X86_64: abi = nr & X32_BIT ? ABI_X32 : ABI_X86_64; break;
	case AUDIT_I386: abi = ABI_I386; break;
	case AUDIT_AARCH64: abi = ABI_AARCH64; break;
	case AUDIT_RISCV64: abi = ABI_RISCV64; break;
	default: abi = ABI_COUNT;
	}
	const struct call *c = abi < ABI_COUNT && nr <= UINT32_MAX ? desc_call(w->d, abi, (uint32_t)nr) : NULL;
	bool foreign = (abi == ABI_AARCH64 || abi == ABI_RISCV64) != (w->abi == ABI_AARCH64 || w->abi == ABI_RISCV64);
	if (c && (abi == w->abi || (w->e->kind == EVENT_SIGNAL && !foreign))) {
		snprintf(text, sizeof(text), "__NR_%s", desc_call_name(w->d, c));
		walk_symbolic(w, nr, size, text);
		return;
	}
	walk_beside(w, nr, size, false, c && !foreign ? desc_call_name(w->d, c) : NULL);
}

/* bpf_instruction: a struct whose members are shown as the arguments of the macros that make it. */
void custom_bpf_instruction(struct walk *w, const struct custom_use *u)
{
	enum { JT_OFFSET = 2, JF_OFFSET = 3 };
	bool jump = u->at->avail > JF_OFFSET && (u->at->p[JT_OFFSET] || u->at->p[JF_OFFSET]);

	walk_macro(w, u->type->elem, u->at, u->scope, jump ? "BPF_JUMP" : "BPF_STMT");
}
