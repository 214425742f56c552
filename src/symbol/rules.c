/* Unwind rules of an image, as libdw finds them in its tables, kept for each address that was asked for. */
#include <dwarf.h>
#include <stdlib.h>
#include <string.h>

#include "symbol/image_in.h"
#include "symbol/unwind.h"

static const struct unwind_rule no_rule;

static void rule_free(struct unwind_rule *r)
{
	if (r == &no_rule)
		return;
	free(r->ops);
	free(r);
}

void rules_done(struct image *i)
{
	map_for_each(&i->rules, slot)
		rule_free(slot->value);
	map_done(&i->rules);
}

struct building {
	struct unwind_rule *rule;
	VEC(struct rule_op) ops;
};

static void put_expression(struct building *b, struct rule_of *of, enum rule_how how, const Dwarf_Op *ops, size_t nops)
{
	*of = (struct rule_of){.how = (uint8_t)how, .nops = (uint16_t)nops, .offset = (int32_t)b->ops.len};
	for (size_t i = 0; i < nops; i++)
		*vec_push(&b->ops) = (struct rule_op){ops[i].atom, ops[i].number, ops[i].number2};
}

/* "CFA" or "CFA + N", which most are. */
static bool is_cfa_plus(const Dwarf_Op *ops, size_t nops, int64_t *offset)
{
	if (!nops || nops > 2 || ops[0].atom != DW_OP_call_frame_cfa || (nops == 2 && ops[1].atom != DW_OP_plus_uconst))
		return false;
	*offset = nops == 2 ? (int64_t)ops[1].number : 0;
	return *offset >= INT32_MIN && *offset <= INT32_MAX;
}

static void put_cfa(struct building *b, const Dwarf_Op *ops, size_t nops)
{
	struct rule_of *of = &b->rule->cfa;
	bool by_number = nops == 1 && ops[0].atom == DW_OP_bregx;
	int64_t offset = by_number ? (int64_t)ops[0].number2 : nops == 1 ? (int64_t)ops[0].number : 0;

	if (nops == 1 && offset >= INT32_MIN && offset <= INT32_MAX &&
	    (by_number || (ops[0].atom >= DW_OP_breg0 && ops[0].atom <= DW_OP_breg31))) {
		uint8_t reg = (uint8_t)(by_number ? ops[0].number : ops[0].atom - (Dwarf_Word)DW_OP_breg0);
		*of = (struct rule_of){.how = RULE_REGISTER, .reg = reg, .offset = (int32_t)offset};
	} else if (nops) {
		put_expression(b, of, RULE_EXPR, ops, nops);
	} else {
		of->how = RULE_UNDEFINED;
	}
}

/* A location description: see dwarf_frame_register() in libdw.h. */
static void put_register(struct building *b, struct rule_of *of, const Dwarf_Op *ops, size_t nops, const Dwarf_Op *own)
{
	bool is_value = nops && ops[nops - 1].atom == DW_OP_stack_value;
	int64_t offset;

	if (!nops) {
		of->how = ops == own ? RULE_UNDEFINED : RULE_SAME;
	} else if (is_cfa_plus(ops, nops - is_value, &offset)) {
		*of = (struct rule_of){.how = is_value ? RULE_CFA : RULE_SAVED, .offset = (int32_t)offset};
	} else if (nops == 1 && ops[0].atom == DW_OP_regx) {
		*of = (struct rule_of){.how = RULE_REGISTER, .reg = (uint8_t)ops[0].number};
	} else if (nops == 1 && ops[0].atom >= DW_OP_reg0 && ops[0].atom <= DW_OP_reg31) {
		*of = (struct rule_of){.how = RULE_REGISTER, .reg = (uint8_t)(ops[0].atom - DW_OP_reg0)};
	} else {
		put_expression(b, of, is_value ? RULE_EXPR : RULE_SAVED_EXPR, ops, nops - is_value);
	}
}

static unsigned register_count(const struct image *i)
{
	return i->machine == MACHINE_I386 ? I386_PC + 1 : X86_64_PC + 1;
}

static struct unwind_rule *rule_of_frame(const struct image *i, Dwarf_Frame *frame)
{
	struct unwind_rule *rule = calloc(1, sizeof(*rule));
	struct building b = {.rule = rule};
	Dwarf_Op own[3], *ops;
	Dwarf_Addr start, end;
	size_t nops;

	if (!rule)
		abort();
	if (dwarf_frame_info(frame, &start, &end, &rule->signal) < 0 || dwarf_frame_cfa(frame, &ops, &nops)) {
		free(rule);
		return NULL;
	}
	put_cfa(&b, ops, nops);
	for (unsigned reg = 0; reg < register_count(i); reg++) {
		if (dwarf_frame_register(frame, (int)reg, own, &ops, &nops))
			rule->regs[reg].how = RULE_UNDEFINED;
		else
			put_register(&b, &rule->regs[reg], ops, nops, own);
	}
	rule->ops = b.ops.at;
	return rule;
}

/* The debug file is read only when there is nothing else: that takes long. */
static void find_tables(struct image *i)
{
	i->cfi = dwfl_module_eh_cfi(i->module, &i->cfi_bias);
	if (!i->cfi)
		i->cfi = dwfl_module_dwarf_cfi(i->module, &i->cfi_bias);
	i->cfi_known = true;
}

static struct unwind_rule *find_rule(struct image *i, uint64_t address)
{
	Dwarf_Frame *frame;

	if (i->module && !i->cfi_known)
		find_tables(i);
	if (!i->cfi || dwarf_cfi_addrframe(i->cfi, address + i->bias - i->cfi_bias, &frame))
		return NULL;
	struct unwind_rule *rule = rule_of_frame(i, frame);
	free(frame);
	return rule;
}

const struct unwind_rule *image_rule(struct image *i, uint64_t address)
{
	struct unwind_rule *rule = map_get(&i->rules, address + 1);

	if (!rule) {
		rule = find_rule(i, address);
		rule = rule ? rule : (struct unwind_rule *)&no_rule;
		map_put(&i->rules, address + 1, rule);
	}
	return rule == &no_rule ? NULL : rule;
}
