/* Walking up a stack: see unwind.h. Nothing here trusts what it reads: a walk that does not climb ends. */
#include "symbol/unwind.h"

#include <dwarf.h>
#include <string.h>

enum { EXPR_DEPTH = 32, EXPR_STEPS = 256 };

struct machine_regs {
	uint8_t sp, bp, pc, word;
};

static const struct machine_regs machines[] = {
	[MACHINE_X86_64] = {X86_64_SP, X86_64_BP, X86_64_PC, 8},
	[MACHINE_I386] = {I386_SP, I386_BP, I386_PC, 4},
};

struct walk {
	const struct unwind_space *space;
	const struct machine_regs *m;
	struct registers regs; /* of the frame at hand */
	bool exact;
};

static bool read_word(const struct walk *w, uint64_t address, uint64_t *out)
{
	*out = 0;
	return w->space->read(w->space->ctx, address, out, w->m->word);
}

static uint64_t in_word(const struct walk *w, uint64_t v)
{
	return w->m->word == 4 ? (uint32_t)v : v;
}

static bool get_register(const struct walk *w, unsigned reg, uint64_t *out)
{
	if (reg >= UNWIND_REGISTERS || !(w->regs.known >> reg & 1))
		return false;
	*out = w->regs.value[reg];
	return true;
}

/* ---- expressions ---- */

struct evaluation {
	const struct walk *w;
	uint64_t cfa;
	uint64_t stack[EXPR_DEPTH];
	unsigned depth;
	bool bad;
};

static void push(struct evaluation *v, uint64_t value)
{
	if (v->depth < EXPR_DEPTH)
		v->stack[v->depth++] = in_word(v->w, value);
	else
		v->bad = true;
}

static uint64_t pop(struct evaluation *v)
{
	if (v->depth)
		return v->stack[--v->depth];
	v->bad = true;
	return 0;
}

static void push_register(struct evaluation *v, unsigned reg, uint64_t offset)
{
	uint64_t value = 0;

	v->bad |= !get_register(v->w, reg, &value);
	push(v, value + offset);
}

static void push_memory(struct evaluation *v, size_t len)
{
	uint64_t address = pop(v), value = 0;

	v->bad |= len > sizeof(value) || !v->w->space->read(v->w->space->ctx, address, &value, len);
	push(v, value);
}

static void push_picked(struct evaluation *v, uint64_t below)
{
	if (below < v->depth)
		push(v, v->stack[v->depth - 1 - below]);
	else
		v->bad = true;
}

static int64_t as_signed(const struct evaluation *v, uint64_t value)
{
	return v->w->m->word == 4 ? (int32_t)value : (int64_t)value;
}

static void binary(struct evaluation *v, uint8_t atom)
{
	uint64_t b = pop(v), a = pop(v);
	int64_t sa = as_signed(v, a), sb = as_signed(v, b);
	unsigned bits = v->w->m->word * 8u;

	switch (atom) {
	case DW_OP_plus: push(v, a + b); break;
	case DW_OP_minus: push(v, a - b); break;
	case DW_OP_mul: push(v, a * b); break;
	case DW_OP_and: push(v, a & b); break;
	case DW_OP_or: push(v, a | b); break;
	case DW_OP_xor: push(v, a ^ b); break;
	case DW_OP_shl: push(v, b < bits ? a << b : 0); break;
	case DW_OP_shr: push(v, b < bits ? a >> b : 0); break;
	case DW_OP_shra: push(v, (uint64_t)(sa >> (b < bits ? b : bits - 1))); break;
	case DW_OP_eq: push(v, a == b); break;
	case DW_OP_ne: push(v, a != b); break;
	case DW_OP_lt: push(v, sa < sb); break;
	case DW_OP_le: push(v, sa <= sb); break;
	case DW_OP_gt: push(v, sa > sb); break;
	case DW_OP_ge: push(v, sa >= sb); break;
	default: v->bad = true;
	}
}

static void operate(struct evaluation *v, const struct rule_op *op)
{
	uint64_t a, b;

	if (op->atom >= DW_OP_lit0 && op->atom <= DW_OP_lit31) {
		push(v, op->atom - DW_OP_lit0);
		return;
	}
	if (op->atom >= DW_OP_breg0 && op->atom <= DW_OP_breg31) {
		push_register(v, op->atom - DW_OP_breg0, op->number);
		return;
	}
	switch (op->atom) {
	case DW_OP_const1u: case DW_OP_const1s: case DW_OP_const2u: case DW_OP_const2s: case DW_OP_const4u: case DW_OP_const4s:
	case DW_OP_const8u: case DW_OP_const8s: case DW_OP_constu: case DW_OP_consts: case DW_OP_addr:
		push(v, op->number);
		break;
	case DW_OP_bregx: push_register(v, (unsigned)op->number, op->number2); break;
	case DW_OP_call_frame_cfa: push(v, v->cfa); break;
	case DW_OP_plus_uconst: push(v, pop(v) + op->number); break;
	case DW_OP_deref: push_memory(v, v->w->m->word); break;
	case DW_OP_deref_size: push_memory(v, op->number); break;
	case DW_OP_dup: push_picked(v, 0); break;
	case DW_OP_over: push_picked(v, 1); break;
	case DW_OP_pick: push_picked(v, op->number); break;
	case DW_OP_drop: pop(v); break;
	case DW_OP_swap:
		b = pop(v);
		a = pop(v);
		push(v, b);
		push(v, a);
		break;
	case DW_OP_neg: push(v, -pop(v)); break;
	case DW_OP_not: push(v, ~pop(v)); break;
	case DW_OP_nop: break;
	default: binary(v, op->atom);
	}
}

/* Branches have no place in such expressions in practice, and are not followed. */
static bool evaluate(const struct walk *w, const struct unwind_rule *rule, const struct rule_of *of, uint64_t cfa, uint64_t *out)
{
	struct evaluation v = {.w = w, .cfa = cfa};

	for (unsigned i = 0; i < of->nops && i < EXPR_STEPS && !v.bad; i++)
		operate(&v, &rule->ops[of->offset + (int32_t)i]);
	*out = pop(&v);
	return !v.bad;
}

/* ---- frames ---- */

static bool find_cfa(const struct walk *w, const struct unwind_rule *rule, uint64_t *cfa)
{
	if (rule->cfa.how == RULE_EXPR)
		return evaluate(w, rule, &rule->cfa, 0, cfa);
	if (rule->cfa.how != RULE_REGISTER || !get_register(w, rule->cfa.reg, cfa))
		return false;
	*cfa = in_word(w, *cfa + (uint64_t)(int64_t)rule->cfa.offset);
	return true;
}

/* A register of the caller's; false when it is lost. */
static bool recover(const struct walk *w, const struct unwind_rule *rule, unsigned reg, uint64_t cfa, uint64_t *out)
{
	const struct rule_of *of = &rule->regs[reg];
	uint64_t offset = (uint64_t)(int64_t)of->offset;

	switch (of->how) {
	case RULE_SAME:
		return get_register(w, reg, out);
	case RULE_SAVED:
		return read_word(w, in_word(w, cfa + offset), out);
	case RULE_CFA:
		*out = in_word(w, cfa + offset);
		return true;
	case RULE_REGISTER:
		if (!get_register(w, of->reg, out))
			return false;
		*out = in_word(w, *out + offset);
		return true;
	case RULE_SAVED_EXPR:
		return evaluate(w, rule, of, cfa, &offset) && read_word(w, offset, out);
	case RULE_EXPR:
		return evaluate(w, rule, of, cfa, out);
	default:
		return false;
	}
}

/* To the caller's registers; false when there is none. */
static bool step_by_rule(struct walk *w, const struct unwind_rule *rule)
{
	struct registers caller = {.machine = w->regs.machine};
	uint64_t cfa;

	if (rule->regs[w->m->pc].how == RULE_UNDEFINED || !find_cfa(w, rule, &cfa))
		return false;
	for (unsigned reg = 0; reg <= w->m->pc; reg++) {
		if (recover(w, rule, reg, cfa, &caller.value[reg]))
			caller.known |= 1u << reg;
	}
	if (!(caller.known >> w->m->pc & 1))
		return false;
	if (!(caller.known >> w->m->sp & 1)) {
		caller.value[w->m->sp] = cfa;
		caller.known |= 1u << w->m->sp;
	}
	w->regs = caller;
	w->exact = rule->signal;
	return true;
}

static bool step_by_frame_pointer(struct walk *w)
{
	uint64_t bp, sp, up, pc;

	if (!get_register(w, w->m->bp, &bp) || !get_register(w, w->m->sp, &sp) || bp < sp || bp % w->m->word)
		return false;
	if (!read_word(w, bp, &up) || !read_word(w, bp + w->m->word, &pc))
		return false;
	if (!w->space->find(w->space->ctx, pc))
		return false;
	w->regs.value[w->m->bp] = up;
	w->regs.value[w->m->sp] = bp + 2u * w->m->word;
	w->regs.value[w->m->pc] = pc;
	w->regs.known = 1u << w->m->bp | 1u << w->m->sp | 1u << w->m->pc;
	w->exact = false;
	return true;
}

static const struct unwind_rule *rule_at(const struct walk *w, const struct code_range *range, uint64_t pc)
{
	uint64_t address;

	/* After a call that does not return, the next address may be another function's. */
	pc -= !w->exact;
	if (!range->image || image_machine(range->image) != w->regs.machine ||
	    !image_address(range->image, pc - range->start + range->offset, &address))
		return NULL;
	return image_rule(range->image, address);
}

static bool step(struct walk *w, const struct code_range *range, bool frame_pointers)
{
	const struct unwind_rule *rule = frame_pointers ? NULL : rule_at(w, range, w->regs.value[w->m->pc]);
	uint64_t sp = w->regs.value[w->m->sp], pc = w->regs.value[w->m->pc];
	bool moved = rule ? step_by_rule(w, rule) : step_by_frame_pointer(w);

	return moved && w->regs.value[w->m->pc] && (w->regs.value[w->m->sp] != sp || w->regs.value[w->m->pc] != pc);
}

unsigned unwind(const struct unwind_space *space, const struct unwind_opts *opts, const struct registers *start,
                struct unwind_frame *frames, enum unwind_end *end)
{
	struct walk w = {.space = space, .m = &machines[start->machine], .regs = *start, .exact = true};
	unsigned n = 0;

	do {
		if (n == opts->limit) {
			*end = UNWIND_LIMIT;
			return n;
		}
		uint64_t pc = w.regs.value[w.m->pc];
		const struct code_range *range = space->find(space->ctx, pc);
		frames[n++] = (struct unwind_frame){range, pc, w.exact};
		if (!range) {
			*end = UNWIND_ASTRAY;
			return n;
		}
	} while (step(&w, frames[n - 1].range, opts->frame_pointers));
	*end = UNWOUND;
	return n;
}
