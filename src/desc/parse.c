/*
 * Declarations of the description language: a first pass finds all names and constants, so that order of files and of
 * declarations does not matter; a second parses calls, and structs as calls need them.
 */
#include "desc/build.h"

#include <string.h>

struct token *tok(struct builder *b)
{
	return &b->tokens.at[b->pos];
}

bool accept(struct builder *b, const char *text)
{
	if (!token_is(tok(b), text))
		return false;
	b->pos++;
	return true;
}

bool accept_word(struct builder *b, const char *word)
{
	return !token_is(tok(b) + 1, ":") && accept(b, word);
}

void expect(struct builder *b, const char *text)
{
	if (!accept(b, text))
		fail_at(b, (uint32_t)b->pos, "expected '%s'", text);
}

uint32_t expect_name(struct builder *b)
{
	struct token *t = tok(b);

	if (t->kind != TOK_NAME)
		fail_at(b, (uint32_t)b->pos, "expected a name");
	b->pos++;
	return build_string(b, t->text, t->len);
}

uint32_t expect_member(struct builder *b)
{
	const struct token *t = tok(b);

	if (t->kind != TOK_STRING)
		return expect_name(b);
	b->pos++;
	return build_string(b, t->text, t->len);
}

unsigned expect_abi(struct builder *b)
{
	int abi = parse_abi(b);

	if (abi < 0)
		fail_at(b, (uint32_t)b->pos, "unknown ABI '%.*s'", (int)tok(b)->len, tok(b)->text);
	return (unsigned)abi;
}

uint64_t decl_key(uint8_t kind, uint32_t name)
{
	return (uint64_t)name << 8 | kind;
}

struct decl *find_decl(struct builder *b, uint8_t kind, uint32_t name)
{
	uintptr_t i = (uintptr_t)map_get(&b->decl_ids, decl_key(kind, name));

	return i ? &b->decls.at[i] : NULL;
}

struct constant *find_constant(struct builder *b, uint32_t name)
{
	uintptr_t i = (uintptr_t)map_get(&b->constant_ids, name);

	return i ? &b->constants.at[i - 1] : NULL;
}

/* Members */

static void member_suffixes(struct builder *b, struct scope *s, struct field *f)
{
	static const struct {
		const char *word;
		uint16_t flag;
	} words[] = {
		{"verbose", FF_VERBOSE}, {"hidden", FF_HIDDEN}, {"before", FF_BEFORE}, {"after", FF_AFTER},
		{"named", FF_NAMED}, {"change", FF_CHANGE}, {"nonzero", FF_NONZERO}, {"overlay", FF_OVERLAY}, {"stack", FF_STACK},
		{"nameless", FF_UNNAMED}, {"more", FF_MORE}, {"gap", FF_VERBOSE | FF_GAP},
	};
	bool found;

	do {
		found = false;
		if (accept_word(b, "if")) {
			f->cond = parse_expr(b, s);
			found = true;
		}
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
			if (accept_word(b, words[i].word)) {
				f->flags |= words[i].flag;
				found = true;
			}
		}
	} while (found);
}

void parse_argument_type(struct builder *b, struct scope *s, struct field *f)
{
	f->type = parse_type(b, s);
	member_suffixes(b, s, f);
}

static uint32_t prefixed(struct builder *b, const struct scope *s, uint32_t name)
{
	char full[256];

	if (!s->prefix)
		return name;
	snprintf(full, sizeof(full), "%s%s", build_text(b, s->prefix), build_text(b, name));
	return build_string(b, full, strlen(full));
}

static void parse_member(struct builder *b, struct scope *s, bool is_call)
{
	struct field f = {0};
	uint32_t at = (uint32_t)b->pos;

	if (token_is(tok(b), "switch") && !token_is(tok(b) + 1, ":")) { /* its members are shown as ours */
		f.flags = FF_EMBED;
		f.type = parse_type(b, s);
	} else if (accept(b, "...")) {
		expect(b, ":");
		f.flags = FF_EMBED;
		f.type = parse_type(b, s);
	} else {
		f.name = expect_member(b);
		if (strcmp(build_text(b, f.name), "_") == 0)
			f.flags = FF_HIDDEN;
		else if (!is_call)
			f.name = prefixed(b, s, f.name);
		expect(b, ":");
		f.type = parse_type(b, s);
	}
	member_suffixes(b, s, &f);
	for (size_t i = 0; i < s->fields.len; i++)
		if (s->fields.at[i].name == f.name && f.name && !(f.flags & (FF_HIDDEN | FF_OVERLAY)) && !f.cond)
			error_at(b, at, "'%s' is here twice", build_text(b, f.name));
	*vec_push(&s->fields) = f;
}

void parse_members(struct builder *b, struct scope *s, const char *close, bool is_call)
{
	while (!accept(b, close)) {
		if (tok(b)->kind == TOK_END)
			fail_at(b, (uint32_t)b->pos, "expected '%s'", close);
		parse_member(b, s, is_call);
		accept(b, ",");
	}
}

/* Calls */

/* An argument's register is its place in the prototype, unless `regs` says otherwise; i386 has 8-byte numbers in two. */
static void default_registers(const struct builder *b, struct scope *s, size_t first)
{
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		unsigned reg = 0;
		for (size_t i = 0; i < s->fields.len; i++) {
			struct field *f = &s->fields.at[i];
			const struct type *t = &b->types.at[f->type];
			if (i >= first)
				f->reg[abi] = f->flags & FF_STACK ? REG_SP : (uint8_t)reg;
			reg += abi == ABI_I386 && t->kind == TYPE_INT && t->size[abi] == 8 ? 2 : 1;
		}
	}
}

static int find_arg(const struct scope *s, uint32_t name)
{
	for (size_t i = 0; i < s->fields.len; i++)
		if (s->fields.at[i].name == name)
			return (int)i;
	return -1;
}

/* A remark on the result: "Timeout" if ret == 0, or name: type [of ARG] [if COND] [nonzero]; the name _ is not shown, others may be quoted. */
static void parse_remark(struct builder *b, struct scope *s, struct field *f)
{
	struct token *t = tok(b);

	*f = (struct field){0};
	memset(f->reg, REG_RET, sizeof(f->reg));
	if (t->kind == TOK_STRING && !token_is(t + 1, ":")) {
		b->pos++;
		f->name = build_string(b, t->text, t->len);
		f->flags = FF_LITERAL;
	} else {
		f->name = expect_member(b);
		if (strcmp(build_text(b, f->name), "_") == 0)
			f->flags = FF_UNNAMED;
		expect(b, ":");
		f->type = parse_type(b, s);
		if (accept(b, "of")) {
			uint32_t at = (uint32_t)b->pos;
			int arg = find_arg(s, expect_name(b));
			if (arg < 0)
				fail_at(b, at, "no such argument");
			memcpy(f->reg, s->fields.at[arg].reg, sizeof(f->reg));
		}
	}
	if (accept(b, "if"))
		f->cond = parse_expr(b, s);
	if (accept(b, "nonzero"))
		f->flags |= FF_NONZERO;
}

uint16_t parse_result(struct builder *b, struct scope *s, struct field *remarks, unsigned *n)
{
	*n = 0;
	if (!accept(b, "->")) {
		struct type t = {.kind = TYPE_INT, .style = STYLE_DEC, .flags = TF_SIGNED, .size = {0}};
		return build_type(b, &t, (uint32_t)b->pos);
	}
	uint16_t type = parse_type(b, s);
	if (accept(b, "(")) {
		do {
			if (*n == 8)
				fail_at(b, (uint32_t)b->pos, "more than 8 remarks on a result");
			parse_remark(b, s, &remarks[(*n)++]);
		} while (accept(b, ","));
		expect(b, ")");
	}
	return type;
}

uint16_t add_shape(struct builder *b, struct scope *s, uint16_t ret, const struct field *remarks, unsigned n)
{
	struct shape shape = {.ret = ret};

	shape.first = (uint16_t)b->fields.len;
	shape.count = (uint16_t)s->fields.len;
	for (size_t i = 0; i < s->fields.len; i++)
		*vec_push(&b->fields) = s->fields.at[i];
	shape.remark = (uint16_t)b->fields.len;
	shape.nremarks = (uint16_t)n;
	for (unsigned i = 0; i < n; i++)
		*vec_push(&b->fields) = remarks[i];
	*vec_push(&b->shapes) = shape;
	return (uint16_t)(b->shapes.len - 1);
}

/* A case's arguments follow the common ones; each case is a scope of its own. */
void case_scope(struct scope *s, const struct scope *common)
{
	*s = (struct scope){.is_call = true};
	for (size_t i = 0; i < common->fields.len; i++)
		*vec_push(&s->fields) = common->fields.at[i];
}

static uint16_t parse_case(struct builder *b, const struct scope *common, uint16_t ret, const struct field *remarks, unsigned n)
{
	struct scope s;
	struct field own[8];

	case_scope(&s, common);
	expect(b, "(");
	parse_members(b, &s, ")", true);
	default_registers(b, &s, common->fields.len);
	if (token_is(tok(b), "->")) {
		ret = parse_result(b, &s, own, &n);
		remarks = own;
	}
	scope_resolve(b, &s);
	uint16_t shape = add_shape(b, &s, ret, remarks, n);
	vec_done(&s.fields);
	return shape;
}

static int case_order(const void *x, const void *y)
{
	const struct switch_case *a = x, *c = y;

	return (a->value > c->value) - (a->value < c->value);
}

static unsigned exact_cases(const case_vec *cases)
{
	unsigned n = 0;

	while (n < cases->len && !cases->at[n].mask)
		n++;
	return n;
}

static void parse_cases(struct builder *b, struct call *call, const struct scope *common, uint16_t ret,
                        const struct field *remarks, unsigned nremarks)
{
	case_vec cases = {0};
	bool sorted = false;

	expect(b, "{");
	while (!accept(b, "}")) {
		size_t first = cases.len;

		if (accept(b, "ioctls")) {
			size_t back = b->pos;
			parse_ioctl_cases(b, common, ret, &cases);
			b->pos = back;
			sorted = true; /* and there are no others */
			continue;
		}
		if (accept(b, "default")) {
			call->shape = parse_case(b, common, ret, remarks, nremarks);
			continue;
		}
		do {
			uint64_t value = parse_constant(b);
			*vec_push(&cases) = (struct switch_case){.value = value};
		} while (accept(b, ","));
		uint16_t shape = parse_case(b, common, ret, remarks, nremarks);
		for (size_t i = first; i < cases.len; i++)
			cases.at[i].shape = shape;
		accept(b, ",");
	}
	call->nexact = (uint16_t)exact_cases(&cases);
	if (!sorted)
		qsort(cases.at, cases.len, sizeof(*cases.at), case_order);
	call->first_case = (uint16_t)b->cases.len;
	call->ncases = (uint16_t)cases.len;
	for (size_t i = 0; i < cases.len; i++)
		*vec_push(&b->cases) = cases.at[i];
	vec_done(&cases);
}

/* %class, +%class, -%class: bit CLASS_COUNT + n takes a derived class away. */
static bool accept_class(struct builder *b, uint32_t *classes)
{
	bool minus = token_is(tok(b), "-") && token_is(tok(b) + 1, "%");
	char name[64];

	if (minus || (token_is(tok(b), "+") && token_is(tok(b) + 1, "%")))
		b->pos++;
	if (!accept(b, "%"))
		return false;
	bool twice = accept(b, "%");
	uint32_t at = (uint32_t)b->pos;
	snprintf(name, sizeof(name), "%s%s", twice ? "%%" : "%", build_text(b, expect_name(b)));
	for (unsigned i = 0; i < CLASS_COUNT; i++) {
		if (strcmp(desc_class_names()[i], name) == 0) {
			*classes |= minus ? 1u << (30 + i) : 1u << i; /* only %file and %desc are derived: see derive_classes() */
			return true;
		}
	}
	fail_at(b, at, "unknown class '%s'", name);
}

/* regs ABI, ... (arg arg _ arg): which argument each register carries. */
static void parse_registers(struct builder *b, struct scope *s)
{
	uint32_t abis = 0;

	do {
		abis |= 1u << expect_abi(b);
	} while (accept(b, ","));
	expect(b, "(");
	for (uint8_t reg = 0; !accept(b, ")"); reg++) {
		uint32_t at = (uint32_t)b->pos;
		uint32_t name = expect_name(b);
		accept(b, ",");
		if (strcmp(build_text(b, name), "_") == 0)
			continue;
		int arg = find_arg(s, name);
		if (arg < 0)
			fail_at(b, at, "no argument named '%s'", build_text(b, name));
		for (unsigned abi = 0; abi < ABI_COUNT; abi++)
			if (abis >> abi & 1)
				s->fields.at[arg].reg[abi] = reg;
	}
}

static void parse_call(struct builder *b, struct decl *d)
{
	struct scope s = {.is_call = true};
	struct call call = {.name = d->name, .described = true};
	struct field remarks[8];
	unsigned nremarks;
	uint32_t name = d->name;

	b->pos = d->at + 1;
	if (!map_get(&b->number_ids, name))
		error_at(b, d->at, "'%s' has no row in numbers.tbl", build_text(b, name));
	expect(b, "(");
	parse_members(b, &s, ")", true);
	default_registers(b, &s, 0);
	uint16_t ret = parse_result(b, &s, remarks, &nremarks);
	for (;;) {
		if (accept(b, "regs"))
			parse_registers(b, &s);
		else if (!accept_class(b, &call.classes))
			break;
	}
	struct scope choice = {.is_call = true};
	case_scope(&choice, &s);
	bool choose = accept(b, "switch");
	if (choose)
		call.select = parse_expr(b, &choice);
	scope_resolve(b, &choice);
	scope_resolve(b, &s);
	call.shape = add_shape(b, &s, ret, remarks, nremarks);
	if (choose)
		parse_cases(b, &call, &s, ret, remarks, nremarks);
	vec_done(&s.fields);
	vec_done(&choice.fields);
	*vec_push(&b->calls) = call;
}

/* First pass: the names. */

static int decl_kind(const struct token *t)
{
	static const char *const words[] = {
		[DECL_CALL] = "call", [DECL_STRUCT] = "struct", [DECL_ENUM] = "enum",
		[DECL_FLAGS] = "flags", [DECL_TYPE] = "type", [DECL_IOCTL] = "ioctl",
	};

	for (int i = 0; i < (int)(sizeof(words) / sizeof(*words)); i++)
		if (token_is(t, words[i]))
			return i;
	return -1;
}

/* Its enum and struct are declared behind all else: see attributes.c. */
static bool is_attributes(const struct token *t)
{
	return t->column == 1 && token_is(t, "attributes");
}

/* A declaration starts a line at its first column; nothing inside one does. */
static bool starts_decl(const struct builder *b, size_t i)
{
	const struct token *t = &b->tokens.at[i];

	return is_attributes(t) || (t->column == 1 && t->kind == TOK_NAME && decl_kind(t) >= 0);
}

static void find_decls(struct builder *b)
{
	for (size_t i = 0; i < b->tokens.len; i++) {
		struct token *t = &b->tokens.at[i];

		if (t->kind == TOK_BAD)
			error_at(b, (uint32_t)i, "'%.*s' is no part of the language", (int)t->len, t->text);
		if (is_attributes(t))
			continue;
		if (t->column == 1 && t->kind == TOK_NAME && decl_kind(t) < 0) {
			error_at(b, (uint32_t)i, "expected call, struct, enum, flags, ioctl, attributes or type at the start of a line");
			continue;
		}
		if (!starts_decl(b, i))
			continue;
		struct token *name = t + 1;
		if (name->kind != TOK_NAME) {
			error_at(b, (uint32_t)i + 1, "expected a name");
			continue;
		}
		struct decl d = {.kind = (uint8_t)decl_kind(t), .at = (uint32_t)i + 1};
		d.name = build_string(b, name->text, name->len);
		struct decl *known = find_decl(b, d.kind, d.name);
		if (known && t->file >= b->first_user && b->tokens.at[known->at].file < b->first_user)
			known->kind = DECL_REPLACED;
		else if (known)
			error_at(b, d.at, "'%s' is declared twice", build_text(b, d.name));
		map_put(&b->decl_ids, decl_key(d.kind, d.name), (void *)(uintptr_t)b->decls.len);
		*vec_push(&b->decls) = d;
	}
}

static void each_decl(struct builder *b, bool (*wants)(uint8_t kind), void (*parse)(struct builder *b, size_t i))
{
	size_t n = b->decls.len;

	for (volatile size_t i = 1; i < n; i++) {
		if (!wants(b->decls.at[i].kind) || b->decls.at[i].set)
			continue;
		if (setjmp(b->recover) == 0)
			parse(b, i);
	}
}

static bool wants_sets(uint8_t kind)
{
	return kind == DECL_ENUM || kind == DECL_FLAGS;
}

static bool wants_calls(uint8_t kind)
{
	return kind == DECL_CALL;
}

static void end_of_decl(struct builder *b)
{
	if (tok(b)->kind != TOK_END && !starts_decl(b, b->pos))
		fail_at(b, (uint32_t)b->pos, "expected the end of the declaration");
}

static void parse_set_decl(struct builder *b, size_t i)
{
	parse_set(b, i);
	end_of_decl(b);
}

static void parse_call_decl(struct builder *b, size_t i)
{
	struct decl d = b->decls.at[i];

	parse_call(b, &d);
	b->decls.at[i].used = true;
	end_of_decl(b);
}

/* Structs that are wanted whatever calls exist: what SIGNAL events carry, and what virtual CPUs share. */
static void parse_root(struct builder *b, const char *text, uint16_t *type)
{
	uint32_t len = (uint32_t)strlen(text);
	struct decl *d = find_decl(b, DECL_STRUCT, build_string(b, text, len));
	struct scope s = {0};

	if (!d)
		return;
	const struct token name = {.kind = TOK_NAME, .text = text, .len = len};
	size_t end = b->tokens.len - 1;
	struct token save = b->tokens.at[end];
	b->tokens.at[end] = name;
	b->tokens.at[end].line = b->tokens.at[end].column = 1;
	*vec_push(&b->tokens) = save;
	b->pos = end;
	if (setjmp(b->recover) == 0)
		*type = parse_type(b, &s);
}

void build_parse(struct builder *b)
{
	build_attributes(b);
	*vec_push(&b->tokens) = (struct token){.kind = TOK_END, .file = (uint16_t)(b->files.len ? b->files.len - 1 : 0), .text = "", .line = 1, .column = 1};
	if (b->tokens.len > 1) {
		b->tokens.at[b->tokens.len - 1].line = b->tokens.at[b->tokens.len - 2].line;
		b->tokens.at[b->tokens.len - 1].column = b->tokens.at[b->tokens.len - 2].column + 1;
	}
	find_decls(b);
	each_decl(b, wants_sets, parse_set_decl);
	if (setjmp(b->recover) == 0)
		parse_ioctl_names(b);
	each_decl(b, wants_calls, parse_call_decl);
	parse_root(b, "siginfo", &b->siginfo);
	parse_root(b, "kvm_run_head", &b->kvm_run);
}
