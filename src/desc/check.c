/* What parses but cannot be meant: unused declarations, flags that overlap, calls with more arguments than the kernel takes. */
#include "desc/build.h"

#include <string.h>

static void check_unused(struct builder *b)
{
	static const char *const words[] = {
		[DECL_STRUCT] = "struct", [DECL_ENUM] = "enum", [DECL_FLAGS] = "flags", [DECL_TYPE] = "type",
	};

	for (size_t i = 1; i < b->decls.len; i++) {
		const struct decl *d = &b->decls.at[i];
		bool ours = b->first_user == UINT16_MAX || b->tokens.at[d->at].file >= b->first_user;
		if (ours && !d->used && d->kind < DECL_IOCTL && d->kind != DECL_CALL)
			error_at(b, d->at, "%s '%s' is not used", words[d->kind], build_text(b, d->name));
	}
}

/* Two flags that share bits although neither contains the other would print one value in two ways. */
static void check_overlap(struct builder *b, const struct decl *d, const struct set *set)
{
	for (uint32_t i = 0; i < set->count; i++) {
		const struct symbol *x = &b->symbols.at[set->first + i];
		for (uint32_t k = i + 1; k < set->count; k++) {
			const struct symbol *y = &b->symbols.at[set->first + k];
			uint64_t both = x->number || y->number ? 0 : x->mask & y->mask; /* a number has what names have left */
			if (x->mask == y->mask ? x->value == y->value && x->value : both && both != x->mask && both != y->mask)
				error_at(b, d->at, "'%s' and '%s' overlap", build_text(b, x->name), build_text(b, y->name));
			else if (x->mask != y->mask && both == x->mask && both && x->value && y->value == y->mask &&
			         x->value == x->mask)
				error_at(b, d->at, "'%s' must stand before '%s', whose bits it lacks",
				         build_text(b, y->name), build_text(b, x->name));
		}
	}
}

static void check_sets(struct builder *b)
{
	for (size_t i = 1; i < b->decls.len; i++)
		if (b->decls.at[i].kind == DECL_FLAGS && b->decls.at[i].set)
			check_overlap(b, &b->decls.at[i], &b->sets.at[b->decls.at[i].set]);
}

static void check_shape(struct builder *b, const struct shape *s, uint32_t at)
{
	bool seen[REG_SP + 1] = {0};

	for (unsigned i = 0; i < s->count; i++) {
		const struct field *f = &b->fields.at[s->first + i];
		const struct type *t = &b->types.at[f->type];

		uint8_t reg = f->reg[ABI_X86_64];
		if (reg == REG_RET || reg > REG_SP)
			error_at(b, at, "a call has at most 6 arguments");
		else if (seen[reg] && !f->cond)
			error_at(b, at, "two arguments in one register: '%s'", build_text(b, f->name));
		else
			seen[reg] = true;
		if (t->kind == TYPE_STRING || t->kind == TYPE_BUFFER || (t->kind == TYPE_STRUCT && !(t->flags & TF_JOINED)) || t->kind == TYPE_ARRAY ||
		    t->kind == TYPE_VECTOR)
			error_at(b, b->type_tokens.at[f->type], "an argument is a number or a pointer: in, out or inout is missing");
	}
}

static void check_calls(struct builder *b)
{
	for (size_t i = 1; i < b->calls.len; i++) {
		const struct call *c = &b->calls.at[i];
		struct decl *d = c->described ? find_decl(b, DECL_CALL, c->name) : NULL;

		if (!d)
			continue;
		check_shape(b, &b->shapes.at[c->shape], d->at);
		for (unsigned k = 0; k < c->ncases; k++) {
			const struct switch_case *one = &b->cases.at[c->first_case + k];
			check_shape(b, &b->shapes.at[one->shape], d->at);
			if (k && k < c->nexact && one->value == one[-1].value && one->abis == one[-1].abis && (one->type == one[-1].type))
				error_at(b, d->at, "two cases have the value %#llx", (unsigned long long)one->value);
		}
	}
}

/* Bytes whose length nothing tells, anywhere but at a struct's end, would move what follows. */
static void check_structs(struct builder *b)
{
	for (size_t i = 1; i < b->types.len; i++) {
		const struct type *t = &b->types.at[i];
		if (t->kind == TYPE_POINTER && b->types.at[t->elem].flags & TF_LINKED && b->types.at[t->elem].kind == TYPE_ARRAY)
			error_at(b, b->type_tokens.at[i], "linked elements lie in a struct");
		if (t->kind != TYPE_STRUCT)
			continue;
		for (unsigned k = 0; k + 1 < t->count; k++) {
			const struct field *f = &b->fields.at[t->first + k];
			const struct type *m = &b->types.at[f->type];
			bool open = (m->kind == TYPE_BUFFER || m->kind == TYPE_ARRAY) && !m->size[0] &&
			            b->exprs.at[m->len].op != EXPR_CONST;
			if (open && !(f->flags & FF_OVERLAY) && !(f[1].flags & FF_OVERLAY))
				error_at(b, b->type_tokens.at[f->type], "only a struct's last member may have a length that varies");
		}
	}
}

/* *argument.member is there, and a number. */
static void check_member_uses(struct builder *b)
{
	for (size_t i = 0; i < b->member_uses.len; i++) {
		const struct member_use *use = &b->member_uses.at[i];
		uint32_t name = (uint32_t)b->exprs.at[use->expr].value;
		const struct field *f = build_told(b, use->type, name);
		if (!f || b->types.at[f->type].kind != TYPE_INT)
			error_at(b, use->token, "'%s' is no number that this points to", build_text(b, name));
	}
}

void build_check(struct builder *b)
{
	check_member_uses(b);
	check_unused(b);
	check_sets(b);
	check_calls(b);
	check_structs(b);
}
