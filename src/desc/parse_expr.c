/* Expressions of the description language: C's operators that conditions and lengths need, over numbers, constants and sibling names. */
#include "desc/build.h"

#include <string.h>

static uint16_t node(struct builder *b, uint8_t op, uint16_t x, uint16_t y, int64_t value)
{
	*vec_push(&b->exprs) = (struct expr){.op = op, .a = x, .b = y, .value = value};
	return (uint16_t)(b->exprs.len - 1);
}

/* A sibling's name: found once all members are known. */
static uint16_t sibling(struct builder *b, struct scope *s, uint8_t op)
{
	uint32_t token = (uint32_t)b->pos;
	uint32_t name = expect_name(b);
	uint16_t e = node(b, op, 0, 0, 0);

	*vec_push(&s->fixups) = (struct fixup){.expr = e, .name = name, .token = token};
	return e;
}

static int find_param(const struct scope *s, uint32_t name)
{
	for (unsigned i = 0; i < s->nparams; i++)
		if (s->params[i] == name)
			return (int)i;
	return -1;
}

static uint16_t name_expr(struct builder *b, struct scope *s)
{
	if (accept(b, "ret"))
		return node(b, EXPR_RET, 0, 0, 0);
	if (accept(b, "here"))
		return node(b, EXPR_HERE, 0, 0, 0);
	if (accept(b, "past"))
		return node(b, EXPR_PAST, 0, 0, 0);
	if (accept(b, "nth"))
		return node(b, EXPR_NTH, 0, 0, 0);
	if (token_is(tok(b), "attr") && token_is(tok(b) + 1, "(")) {
		b->pos += 2;
		uint64_t type = parse_constant(b);
		expect(b, ")");
		*vec_push(&b->exprs) = (struct expr){.op = EXPR_ATTR, .value = (int64_t)type};
		return (uint16_t)(b->exprs.len - 1);
	}
	if (token_is(tok(b), "netlink") && token_is(tok(b) + 1, "(")) {
		b->pos += 2;
		uint16_t e = node(b, EXPR_NETLINK, parse_expr(b, s), 0, 0);
		expect(b, ")");
		return e;
	}
	struct token *t = tok(b);
	uint32_t name = build_string(b, t->text, t->len);
	int param = find_param(s, name);
	if (param >= 0) {
		b->pos++;
		return node(b, EXPR_PARAM, (uint16_t)param, 0, 0);
	}
	struct constant *c = find_constant(b, name);
	if (c) {
		b->pos++;
		b->decls.at[c->decl].used = true;
		return node(b, EXPR_CONST, 0, 0, (int64_t)c->value);
	}
	return sibling(b, s, EXPR_FIELD);
}

static uint16_t primary(struct builder *b, struct scope *s)
{
	struct token *t = tok(b);

	if (accept(b, "(")) {
		uint16_t e = parse_expr(b, s);
		expect(b, ")");
		return e;
	}
	if (accept(b, "!"))
		return node(b, EXPR_NOT, primary(b, s), 0, 0);
	if (accept(b, "*")) {
		uint16_t e = sibling(b, s, EXPR_DEREF);
		if (accept(b, "."))
			b->exprs.at[e].value = expect_name(b);
		return e;
	}
	if (accept(b, "-")) {
		uint16_t zero = node(b, EXPR_CONST, 0, 0, 0);
		return node(b, EXPR_SUB, zero, primary(b, s), 0);
	}
	if (t->kind == TOK_NUMBER) {
		b->pos++;
		return node(b, EXPR_CONST, 0, 0, (int64_t)t->value);
	}
	if (t->kind != TOK_NAME)
		fail_at(b, (uint32_t)b->pos, "expected a number, a name or '(' in an expression");
	return name_expr(b, s);
}

static const struct operator {
	char text[3];
	uint8_t op;
	uint8_t level; /* binds tighter when higher */
} operators[] = {
	{"||", EXPR_OR, 1}, {"&&", EXPR_AND, 2}, {"|", EXPR_BITOR, 3}, {"&", EXPR_BITAND, 6},
	{"==", EXPR_EQ, 4}, {"!=", EXPR_NE, 4}, {"<=", EXPR_LE, 5}, {">=", EXPR_GE, 5},
	{"<", EXPR_LT, 5}, {">", EXPR_GT, 5}, {">>", EXPR_SHR, 7}, {"+", EXPR_ADD, 8},
	{"-", EXPR_SUB, 8}, {"*", EXPR_MUL, 9}, {"/", EXPR_DIV, 9},
};

static const struct operator *next_operator(struct builder *b)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++)
		if (token_is(tok(b), operators[i].text))
			return &operators[i];
	return NULL;
}

/* Precedence climbing. Unlike in C, '&' binds tighter than '==': `flags & MASK == X` means what it says. */
static uint16_t binary(struct builder *b, struct scope *s, uint8_t level)
{
	uint16_t left = primary(b, s);
	const struct operator *o;

	while ((o = next_operator(b)) && o->level >= level) {
		b->pos++;
		left = node(b, o->op, left, binary(b, s, o->level + 1), 0);
	}
	return left;
}

uint16_t parse_expr(struct builder *b, struct scope *s)
{
	return binary(b, s, 1);
}

void scope_resolve(struct builder *b, struct scope *s)
{
	for (size_t i = 0; i < s->fixups.len; i++) {
		struct fixup *f = &s->fixups.at[i];
		size_t k = 0;

		while (k < s->fields.len && s->fields.at[k].name != f->name)
			k++;
		if (k == s->fields.len && s->prefix) {
			char full[256];
			snprintf(full, sizeof(full), "%s%s", build_text(b, s->prefix), build_text(b, f->name));
			uint32_t name = build_string(b, full, strlen(full));
			for (k = 0; k < s->fields.len && s->fields.at[k].name != name;)
				k++;
		}
		if (k < s->fields.len) {
			b->exprs.at[f->expr].a = (uint16_t)k;
			b->exprs.at[f->expr].b = f->up;
			if (b->exprs.at[f->expr].op == EXPR_DEREF && b->exprs.at[f->expr].value)
				*vec_push(&b->member_uses) = (struct member_use){f->expr, s->fields.at[k].type, f->token};
		} else if (s->outer) {
			struct fixup up = *f;
			up.up++;
			*vec_push(&s->outer->fixups) = up;
		} else {
			error_at(b, f->token, "'%s' is no constant, parameter or member here", build_text(b, f->name));
		}
	}
	vec_done(&s->fixups);
}

static uint64_t constant_term(struct builder *b)
{
	struct token *t = tok(b);

	if (accept(b, "-"))
		return -constant_term(b);
	if (accept(b, "(")) {
		uint64_t v = parse_constant(b);
		expect(b, ")");
		return v;
	}
	if (t->kind == TOK_NUMBER) {
		b->pos++;
		return t->value;
	}
	if (t->kind == TOK_STRING && !find_constant(b, build_string(b, t->text, t->len))) { /* the text as attr() has it */
		uint64_t v = 0;
		memcpy(&v, t->text, t->len < sizeof(v) ? t->len : sizeof(v));
		b->pos++;
		return v;
	}
	if (t->kind != TOK_NAME)
		fail_at(b, (uint32_t)b->pos, "expected a number or the name of a constant");
	uint32_t name = build_string(b, t->text, t->len);
	struct constant *c = find_constant(b, name);
	if (!c)
		fail_at(b, (uint32_t)b->pos, "unknown constant '%s'", build_text(b, name));
	b->pos++;
	b->decls.at[c->decl].used = true;
	return c->value;
}

uint64_t parse_constant(struct builder *b)
{
	uint64_t v = constant_term(b);

	for (;;) {
		if (accept(b, "<<"))
			v <<= constant_term(b) & 63;
		else if (accept(b, "|"))
			v |= constant_term(b);
		else if (accept(b, "+"))
			v += constant_term(b);
		else
			return v;
	}
}
