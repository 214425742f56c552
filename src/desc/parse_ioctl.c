/*
 * Requests of ioctl(2). All `ioctl` declarations together make the enum ioctl_cmd, the set of patterns, and the cases of the call
 * that says `ioctls`:
 *
 *     NAME VALUE [ABI, ... VALUE]... [mask MASK] [[name:] type] [-> result]
 *
 * A name with parentheses, or `_`, is a pattern: it stands for all numbers that have VALUE under MASK. Where several fit, the one
 * whose mask has the most bits counts.
 */
#include "desc/build.h"

#include <string.h>

/* The number a request has in some ABIs; `abis` 0: in all of those that the others do not name. */
struct request_value {
	uint64_t value;
	uint8_t abis;
	uint32_t at;
};

struct request {
	uint32_t name;      /* string; 0: it has none */
	uint32_t at;        /* token */
	uint64_t mask;      /* of a pattern; 0: none */
	struct request_value values[ABI_COUNT];
	unsigned n;
};

int parse_abi(struct builder *b)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (accept(b, build_abi_names[abi]))
			return abi;
	return -1;
}

static bool is_abi(const struct token *t)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (token_is(t, build_abi_names[abi]))
			return true;
	return false;
}

static bool is_parameter(const struct token *t)
{
	return token_is(t, "size") || token_is(t, "nr");
}

bool at_request(struct builder *b)
{
	static const char *const suffixes[] = {"mask", "bits", "shl", "within", "align", "max", "min"};
	struct token *t = tok(b);

	if (t->kind == TOK_STRING)
		return true;
	if (t->kind != TOK_NAME || is_abi(t) || token_is(t, "when"))
		return false;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (token_is(t, suffixes[i]))
			return false;
	return t[1].kind == TOK_NUMBER || (is_abi(t + 1) && !token_is(t + 2, ":")) || (token_is(t + 1, "(") && is_parameter(t + 2));
}

/* (size, nr, nr SET) as text: what is between the parentheses of the name. */
static uint32_t pattern_name(struct builder *b, const struct token *name)
{
	char text[256];
	int n = snprintf(text, sizeof(text), "%.*s(", (int)name->len, name->text);
	const char *between = "";

	while (!accept(b, ")")) {
		struct token *t = tok(b);
		if (!is_parameter(t))
			fail_at(b, (uint32_t)b->pos, "expected size or nr");
		b->pos++;
		n += snprintf(text + n, sizeof(text) - (size_t)n, "%s%.*s", between, (int)t->len, t->text);
		between = ",";
		if (token_is(t, "nr") && tok(b)->kind == TOK_NAME) {
			uint32_t at = (uint32_t)b->pos;
			uint32_t set = expect_name(b);
			struct decl *d = find_decl(b, DECL_ENUM, set);
			if (!d)
				fail_at(b, at, "no enum of that name");
			d->used = true;
			n += snprintf(text + n, sizeof(text) - (size_t)n, ":%s", build_text(b, set));
		}
		accept(b, ",");
	}
	snprintf(text + n, sizeof(text) - (size_t)n, ")");
	return build_string(b, text, strlen(text));
}

static void request_value(struct builder *b, struct request *r)
{
	struct request_value v = {.at = (uint32_t)b->pos};

	if (is_abi(tok(b))) {
		do {
			v.abis |= (uint8_t)(1u << expect_abi(b));
		} while (accept(b, ","));
	}
	v.value = parse_constant(b);
	if (r->n == ABI_COUNT)
		fail_at(b, v.at, "too many values");
	r->values[r->n++] = v;
}

/* Up to where the argument begins. */
static struct request parse_request(struct builder *b)
{
	struct request r = {.at = (uint32_t)b->pos};
	struct token *name = tok(b);
	bool pattern = token_is(name, "_");

	b->pos++;
	if (name->kind == TOK_NAME && accept(b, "(")) {
		r.name = pattern_name(b, name);
		pattern = true;
	} else if (!pattern) {
		r.name = build_string(b, name->text, name->len);
	}
	do
		request_value(b, &r);
	while (is_abi(tok(b)));
	if (pattern)
		expect(b, "mask");
	if (pattern)
		r.mask = parse_constant(b) | (~0ULL << 32);
	/* Where no ABI is named are all the others. */
	uint8_t named = 0;
	for (unsigned i = 0; i < r.n; i++)
		named |= r.values[i].abis;
	for (unsigned i = 0; i < r.n && named; i++)
		if (!r.values[i].abis)
			r.values[i].abis = (uint8_t)~named & ((1u << ABI_COUNT) - 1);
	return r;
}

/* A name, and where it stands. */
struct named {
	struct symbol symbol;
	uint32_t at;
};

typedef VEC(struct named) named_vec;

/* Those that fewer ABIs have first. */
static int by_abis(uint8_t a, uint8_t c)
{
	int na = a ? __builtin_popcount(a) : ABI_COUNT, nc = c ? __builtin_popcount(c) : ABI_COUNT;

	return na - nc;
}

/* What the user's files say of a request comes before what ours do; `rank` is 0 or 1, kept where the tables do not need it. */
static unsigned rank(const struct builder *b, uint32_t decl)
{
	return b->tokens.at[b->decls.at[decl].at].file < b->first_user;
}

static int symbol_order(const void *x, const void *y)
{
	const struct symbol *a = &((const struct named *)x)->symbol, *c = &((const struct named *)y)->symbol;

	if (a->value != c->value)
		return a->value < c->value ? -1 : 1;
	return a->mask != c->mask ? (a->mask > c->mask) - (a->mask < c->mask) : by_abis(a->abis, c->abis);
}

static int case_order(const void *x, const void *y)
{
	const struct switch_case *a = x, *c = y;

	if (a->value != c->value)
		return a->value < c->value ? -1 : 1;
	return a->type != c->type ? a->type - c->type : by_abis(a->abis, c->abis);
}

static void add_names(struct builder *b, const struct request *r, uint32_t from, uint32_t decl, named_vec *exact, named_vec *patterns)
{
	named_vec *to = r->mask ? patterns : exact;

	if (!r->name)
		return;
	if (!r->mask)
		add_constant(b, r->name, r->values[0].value, decl, r->at);
	for (unsigned i = 0; i < r->n; i++) {
		struct symbol one = {.value = r->values[i].value, .mask = r->mask ? r->mask : rank(b, from), .name = r->name,
		                     .len = (uint16_t)strlen(build_text(b, r->name)), .abis = r->values[i].abis};
		*vec_push(to) = (struct named){one, r->values[i].at};
	}
}

/* Goes over the argument's tokens to the next request, or to the end of the declaration. */
static void skip_argument(struct builder *b)
{
	int depth = 0;

	while (depth || !(at_request(b) || token_is(tok(b), "}"))) {
		struct token *t = tok(b);
		if (t->kind == TOK_END)
			fail_at(b, (uint32_t)b->pos, "expected '}'");
		if (t->kind == TOK_PUNCT)
			depth += (strchr("{[(", *t->text) != NULL) - (strchr("}])", *t->text) != NULL);
		b->pos++;
	}
}

static uint16_t add_set(struct builder *b, const char *name, const named_vec *symbols, uint16_t flags)
{
	struct set set = {.name = build_string(b, name, strlen(name)), .first = (uint32_t)b->symbols.len, .count = (uint32_t)symbols->len,
	                  .flags = flags, .residue_style = STYLE_HEX, .unknown = build_string(b, "_IOC", 4)};

	for (size_t i = 0; i < symbols->len; i++) {
		*vec_push(&b->symbols) = symbols->at[i].symbol;
		if (flags & SET_SORTED)
			b->symbols.at[b->symbols.len - 1].mask = ~0ULL;
	}
	*vec_push(&b->sets) = set;
	return (uint16_t)(b->sets.len - 1);
}

static void check_twice(struct builder *b, const named_vec *exact)
{
	for (size_t i = 1; i < exact->len; i++) {
		const struct symbol *a = &exact->at[i - 1].symbol, *c = &exact->at[i].symbol;
		if (a->value == c->value && a->abis == c->abis && a->mask)
			error_at(b, exact->at[i].at, "two requests have this value: '%s' and '%s'", build_text(b, a->name), build_text(b, c->name));
	}
}

void parse_ioctl_names(struct builder *b)
{
	struct decl d = {.kind = DECL_ENUM, .name = build_string(b, "ioctl_cmd", 9), .used = true};
	uint32_t decl = (uint32_t)b->decls.len;
	named_vec exact = {0}, patterns = {0};

	for (uint32_t i = 1; i < decl; i++) {
		if (b->decls.at[i].kind != DECL_IOCTL)
			continue;
		b->pos = b->decls.at[i].at + 1;
		struct request_family family = {.name = b->decls.at[i].name};
		bool opaque = accept(b, "opaque");
		expect(b, "{");
		while (!accept(b, "}")) {
			struct request r = parse_request(b);
			add_names(b, &r, i, decl, &exact, &patterns);
			skip_argument(b);
			family.named += r.name != 0;
			family.described += !opaque;
		}
		*vec_push(&b->families) = family;
		b->decls.at[i].used = true;
	}
	qsort(exact.at, exact.len, sizeof(*exact.at), symbol_order);
	check_twice(b, &exact);
	d.set = add_set(b, "ioctl_cmd", &exact, SET_SORTED);
	b->patterns = patterns.len ? add_set(b, "ioctl_pattern", &patterns, 0) : 0;
	vec_done(&exact);
	vec_done(&patterns);
	*vec_push(&b->decls) = d;
	map_put(&b->decl_ids, decl_key(DECL_ENUM, d.name), (void *)(uintptr_t)decl);
}

/* A request's third argument: [name:] type, named argp when it is a pointer, arg otherwise. */
static void request_argument(struct builder *b, struct scope *s, size_t reg)
{
	struct field f = {0};
	bool named = token_is(tok(b) + 1, ":");

	if (named) {
		f.name = expect_name(b);
		expect(b, ":");
	}
	memset(f.reg, (int)reg, sizeof(f.reg));
	parse_argument_type(b, s, &f);
	if (!named)
		f.name = b->types.at[f.type].kind == TYPE_INT && b->types.at[f.type].style != STYLE_ADDR ? build_string(b, "arg", 3)
		                                                                                         : build_string(b, "argp", 4);
	*vec_push(&s->fields) = f;
}

static uint16_t request_shape(struct builder *b, const struct scope *common, uint16_t ret)
{
	struct scope s;
	struct field remarks[8];
	unsigned nremarks = 0;

	case_scope(&s, common);
	if (!at_request(b) && !token_is(tok(b), ",") && !token_is(tok(b), "}") && !token_is(tok(b), "->"))
		request_argument(b, &s, common->fields.len);
	if (token_is(tok(b), "->"))
		ret = parse_result(b, &s, remarks, &nremarks);
	accept(b, ",");
	scope_resolve(b, &s);
	uint16_t shape = add_shape(b, &s, ret, remarks, nremarks);
	vec_done(&s.fields);
	return shape;
}

void parse_ioctl_cases(struct builder *b, const struct scope *common, uint16_t ret, case_vec *cases)
{
	case_vec patterns = {0};

	for (size_t i = 1; i < b->decls.len; i++) {
		if (b->decls.at[i].kind != DECL_IOCTL)
			continue;
		b->pos = b->decls.at[i].at + 1;
		if (token_is(tok(b), "opaque"))
			continue;
		expect(b, "{");
		while (!accept(b, "}")) {
			struct request r = parse_request(b);
			uint16_t shape = request_shape(b, common, ret);
			for (unsigned k = 0; k < r.n; k++)
				*(struct switch_case *)vec_push(r.mask ? &patterns : cases) =
					(struct switch_case){.value = r.values[k].value, .mask = r.mask, .type = (uint16_t)rank(b, (uint32_t)i), .shape = shape, .abis = r.values[k].abis};
		}
	}
	qsort(cases->at, cases->len, sizeof(*cases->at), case_order);
	for (int bits = 64; bits > 0; bits--) /* the most particular pattern first */
		for (size_t i = 0; i < patterns.len; i++)
			if (__builtin_popcountll(patterns.at[i].mask) == bits)
				*(struct switch_case *)vec_push(cases) = patterns.at[i];
	vec_done(&patterns);
}
