/* Types of the description language: scalars, symbols, pointers with a direction, strings, buffers, arrays, structs, switches. */
#include "desc/build.h"

#include <string.h>

enum { WORD = SIZE_WORD, LONG = SIZE_LONG, OLD_ID = SIZE_OLD_ID };

static const struct scalar {
	const char *name;
	uint8_t size;
	bool is_signed;
	uint8_t style, meaning;
} scalars[] = {
	{"s8", 1, true, STYLE_DEC, 0}, {"u8", 1, false, STYLE_UDEC, 0},
	{"s16", 2, true, STYLE_DEC, 0}, {"u16", 2, false, STYLE_UDEC, 0},
	{"s32", 4, true, STYLE_DEC, 0}, {"u32", 4, false, STYLE_UDEC, 0},
	{"s64", 8, true, STYLE_DEC, 0}, {"u64", 8, false, STYLE_UDEC, 0},
	{"int", 4, true, STYLE_DEC, 0}, {"uint", 4, false, STYLE_UDEC, 0},
	{"long", LONG, true, STYLE_DEC, 0}, {"ulong", LONG, false, STYLE_UDEC, 0},
	{"size", WORD, false, STYLE_UDEC, 0}, {"ssize", WORD, true, STYLE_DEC, 0},
	{"off", LONG, true, STYLE_DEC, 0}, {"addr", WORD, false, STYLE_ADDR, 0},
	{"fd", 4, true, STYLE_DEC, MEANING_FD}, {"dirfd", 4, true, STYLE_DEC, MEANING_DIRFD},
	{"pid", 4, true, STYLE_DEC, MEANING_PID}, {"tid", 4, true, STYLE_DEC, MEANING_TID},
	{"pgid", 4, true, STYLE_DEC, MEANING_PGID}, {"signal", 4, true, STYLE_DEC, MEANING_SIGNAL},
	{"id", 4, false, STYLE_UDEC, MEANING_ID}, {"id16", OLD_ID, false, STYLE_UDEC, MEANING_ID}, {"dev", WORD, false, STYLE_HEX, MEANING_DEV},
	{"port", 2, false, STYLE_UDEC, MEANING_PORT}, {"inet4", 4, false, STYLE_HEX, MEANING_INET4},
	{"fdbits", 8, false, STYLE_HEX, MEANING_FDSET},
	{"htonl", 4, false, STYLE_UDEC, MEANING_HTONL},
	{"ifindex", 4, true, STYLE_DEC, MEANING_IFINDEX}, {"errno", 4, true, STYLE_DEC, MEANING_ERRNO}, {"result", 4, true, STYLE_DEC, MEANING_RESULT},
	{"htobs", 2, false, STYLE_UDEC, MEANING_HTOBS}, {"letter", 1, false, STYLE_HEX, MEANING_LETTER}, {"fourcc", 4, false, STYLE_HEX, MEANING_FOURCC},
};

static const struct scalar *find_scalar(const struct token *t)
{
	for (size_t i = 0; i < sizeof(scalars) / sizeof(*scalars); i++)
		if (token_is(t, scalars[i].name))
			return &scalars[i];
	return NULL;
}

static struct type scalar_type(const struct scalar *s)
{
	return (struct type){
		.kind = TYPE_INT,
		.style = s->style,
		.meaning = s->meaning,
		.flags = s->is_signed ? TF_SIGNED : 0,
		.size = {s->size, s->size, s->size, s->size, s->size},
	};
}

static const struct scalar *expect_scalar(struct builder *b)
{
	const struct scalar *s = find_scalar(tok(b));

	if (!s)
		fail_at(b, (uint32_t)b->pos, "expected an integer type, such as u32");
	b->pos++;
	return s;
}

static uint16_t mask_expr(struct builder *b, uint64_t mask)
{
	*vec_push(&b->exprs) = (struct expr){.op = EXPR_CONST, .value = (int64_t)mask};
	return (uint16_t)(b->exprs.len - 1);
}

/* `bits LOW N`: a bit-field. `mask M`: these bits where they are. */
static bool int_part(struct builder *b, struct type *t)
{
	if (accept_word(b, "bits")) {
		uint64_t low = parse_constant(b), n = parse_constant(b);
		t->first = (uint16_t)low;
		t->len = mask_expr(b, ((2ULL << (n - 1)) - 1) << low);
	} else if (accept_word(b, "mask")) {
		t->len = mask_expr(b, parse_constant(b));
	} else {
		return false;
	}
	t->flags |= TF_MASKED;
	return true;
}

/* What may follow an integer: how it is shown, its byte order, another meaning, which of its bits. */
static void int_suffixes(struct builder *b, struct type *t)
{
	for (;;) {
		if (accept_word(b, "hex"))
			t->style = STYLE_HEX;
		else if (accept_word(b, "hex8"))
			t->style = STYLE_HEX8;
		else if (accept_word(b, "hex2"))
			t->style = STYLE_HEX2;
		else if (accept_word(b, "shl"))
			t->count = (uint16_t)parse_constant(b);
		else if (accept_word(b, "within"))
			t->fill = (uint16_t)parse_constant(b);
		else if (accept_word(b, "hex16"))
			t->style = STYLE_HEX16;
		else if (accept_word(b, "oct"))
			t->style = STYLE_OCT;
		else if (accept_word(b, "addr"))
			t->style = STYLE_ADDR;
		else if (accept_word(b, "dec"))
			t->style = t->flags & TF_SIGNED ? STYLE_DEC : STYLE_UDEC;
		else if (accept_word(b, "be"))
			t->flags |= TF_BIG_ENDIAN;
		else if (accept_word(b, "word"))
			t->flags |= TF_WORD;
		else if (accept_word(b, "as"))
			t->meaning = expect_scalar(b)->meaning;
		else if (accept_word(b, "beside"))
			t->flags |= TF_BESIDE | (accept_word(b, "always") ? TF_ALWAYS : 0);
		else if (!int_part(b, t))
			return;
	}
}

static const struct decl *expect_set(struct builder *b, uint8_t kind)
{
	uint32_t at = (uint32_t)b->pos;
	uint32_t name = expect_name(b);
	struct decl *d = find_decl(b, kind, name);

	if (!d)
		fail_at(b, at, "no %s set named '%s'", kind == DECL_FLAGS ? "flags" : "enum", build_text(b, name));
	d->used = true;
	return d;
}

static struct type symbols_type(struct builder *b, bool flags)
{
	const struct decl *d = expect_set(b, flags ? DECL_FLAGS : DECL_ENUM);
	struct type t = scalar_type(find_scalar(&(struct token){.kind = TOK_NAME, .text = "u32", .len = 3}));
	if (accept_word(b, "of"))
		t = scalar_type(expect_scalar(b));
	t.style = STYLE_HEX;
	t.set = d->set;
	if (flags)
		t.flags |= TF_FLAGS;
	int_suffixes(b, &t);
	return t;
}

/* '[' was accepted: `capacity -> fill ]` */
static void lengths(struct builder *b, struct scope *s, struct type *t, const char *close)
{
	if (accept_word(b, "bytes"))
		t->flags |= TF_BYTES;
	t->len = parse_expr(b, s);
	if (accept(b, "->"))
		t->fill = parse_expr(b, s);
	else if (t->kind == TYPE_SIZED && accept_word(b, "min"))
		t->fill = parse_expr(b, s);
	if (t->kind != TYPE_BUFFER && accept_word(b, "max"))
		t->when = (uint16_t)parse_constant(b);
	if (t->kind == TYPE_SIZED && accept_word(b, "brief"))
		t->flags |= TF_BRIEF;
	expect(b, close);
}

static uint16_t named_type(struct builder *b, struct scope *s);

/* chain[...] length NAME [count K], or [list] [align N] */
static void chain_suffixes(struct builder *b, struct scope *s, struct type *t)
{
	t->flags |= TF_CHAIN | TF_BYTES;
	if (accept_word(b, "length")) {
		t->flags |= TF_COUNTED;
		t->name = expect_name(b); /* its number is found when the elements' struct is known */
		if (accept_word(b, "count"))
			t->first = parse_expr(b, s);
		return;
	}
	t->flags |= accept_word(b, "list") ? TF_LIST : 0;
	t->when = accept_word(b, "align") ? (uint16_t)parse_constant(b) : 0;
}

static struct type array_type(struct builder *b, struct scope *s, bool chain)
{
	struct type t = {.kind = TYPE_ARRAY};

	expect(b, "[");
	t.elem = parse_type(b, s);
	expect(b, ",");
	lengths(b, s, &t, "]");
	if (chain)
		chain_suffixes(b, s, &t);
	if (accept_word(b, "total")) {
		t.fill = parse_expr(b, s);
		t.flags |= TF_TOTAL;
	}
	if (accept_word(b, "whole"))
		t.flags |= TF_PATH;
	if (accept_word(b, "remarks"))
		t.set = expect_set(b, DECL_ENUM)->set;
	if (tok(b)[1].kind != TOK_STRING && accept_word(b, "brief")) { /* a pointer's has a word */
		t.flags |= TF_BRIEF;
		t.when = tok(b)->kind == TOK_NUMBER ? (uint16_t)parse_constant(b) : 0;
	}
	return t;
}

/* linked[T, bytes N from M] next NAME [of first] [count K | to end] */
static struct type linked_type(struct builder *b, struct scope *s)
{
	struct type t = {.kind = TYPE_ARRAY, .flags = TF_CHAIN | TF_BYTES | TF_LINKED};

	expect(b, "[");
	t.elem = parse_type(b, s);
	expect(b, ",");
	expect(b, "bytes");
	t.len = parse_expr(b, s);
	expect(b, "from");
	t.fill = parse_expr(b, s);
	expect(b, "]");
	expect(b, "next");
	t.name = expect_name(b); /* its number is found when the elements' struct is known */
	if (accept_word(b, "of")) {
		expect(b, "first");
		t.flags |= TF_OF_FIRST;
	}
	if (accept_word(b, "count")) {
		t.first = parse_expr(b, s);
	} else if (accept_word(b, "to")) {
		expect(b, "end");
		t.flags |= TF_TRIM;
	}
	return t;
}

/* nest NAME(args): attributes to the end of what is there. */
static struct type nest_type(struct builder *b, struct scope *s)
{
	struct type t = {.kind = TYPE_ARRAY, .flags = TF_CHAIN | TF_BYTES | TF_LIST, .when = 4};

	t.elem = named_type(b, s);
	*vec_push(&b->exprs) = (struct expr){.op = EXPR_HERE};
	t.len = (uint16_t)(b->exprs.len - 1);
	return t;
}

static struct type vector_type(struct builder *b, struct scope *s)
{
	struct type t = {.kind = TYPE_VECTOR};

	expect(b, "[");
	t.elem = parse_type(b, s);
	expect(b, "]");
	return t;
}

static struct type buffer_type(struct builder *b, struct scope *s, uint32_t flags)
{
	struct type t = {.kind = TYPE_BUFFER, .flags = flags};

	expect(b, "[");
	lengths(b, s, &t, "]");
	if (accept_word(b, "hex"))
		t.flags |= TF_HEX;
	if (accept_word(b, "whole"))
		t.flags |= TF_PATH;
	if (accept_word(b, "trim"))
		t.flags |= TF_TRIM;
	if (accept_word(b, "value"))
		t.flags |= TF_VALUE;
	if (flags & TF_CSTR && tok(b)[1].kind != TOK_STRING && accept_word(b, "brief"))
		t.flags |= TF_BRIEF;
	return t;
}

static struct type string_type(struct builder *b, struct scope *s, uint32_t flags)
{
	struct type t = {.kind = TYPE_STRING, .flags = flags};

	if (accept(b, "(")) { /* path(dirfd): what it is relative to */
		t.len = parse_expr(b, s);
		expect(b, ")");
	}
	return t;
}

/* `(expr, in, ...)` after a struct's or custom's name: direction, and expressions kept one after the other. */
static uint8_t arguments(struct builder *b, struct scope *s, struct type *t)
{
	struct expr args[8];
	unsigned n = 0;
	uint8_t dir = 0;
	VEC(struct fixup) *fixups = (void *)&s->fixups;
	size_t known = s->fixups.len;

	if (!accept(b, "("))
		return 0;
	do {
		if (accept(b, "in"))
			dir = DIR_IN;
		else if (accept(b, "out"))
			dir = DIR_OUT;
		else if (accept(b, "inout"))
			dir = DIR_INOUT;
		else if (s->dir && accept(b, "dir"))
			dir = s->dir;
		else if (n == 8)
			fail_at(b, (uint32_t)b->pos, "more than 8 parameters");
		else {
			uint16_t e = parse_expr(b, s);
			/* A plain name moves with its copy. */
			for (size_t i = known; i < fixups->len; i++)
				if (fixups->at[i].expr == e)
					fixups->at[i].expr = (uint16_t)(0x8000 | n);
			args[n++] = b->exprs.at[e];
		}
	} while (accept(b, ","));
	expect(b, ")");
	t->first = (uint16_t)b->exprs.len;
	t->count = (uint16_t)n;
	for (unsigned i = 0; i < n; i++)
		*vec_push(&b->exprs) = args[i];
	for (size_t i = known; i < fixups->len; i++)
		if (fixups->at[i].expr & 0x8000)
			fixups->at[i].expr = (uint16_t)(t->first + (fixups->at[i].expr & 0x7fff));
	return dir;
}

static uint16_t new_struct_type(struct builder *b, uint32_t name)
{
	uint16_t id = (uint16_t)b->types.len;

	*vec_push(&b->types) = (struct type){.kind = TYPE_STRUCT, .name = name};
	*vec_push(&b->type_tokens) = (uint32_t)b->pos;
	return id;
}

static void finish_struct(struct builder *b, uint16_t type, struct scope *s)
{
	scope_resolve(b, s);
	b->types.at[type].first = (uint16_t)b->fields.len;
	b->types.at[type].count = (uint16_t)s->fields.len;
	for (size_t i = 0; i < s->fields.len; i++)
		*vec_push(&b->fields) = s->fields.at[i];
	vec_done(&s->fields);
}

/* An anonymous struct inside another: its expressions may name members of the outer ones. */
static uint16_t inline_struct(struct builder *b, struct scope *outer)
{
	struct scope s = {.outer = outer, .dir = outer->dir, .nparams = outer->nparams, .prefix = outer->prefix};
	uint16_t type = new_struct_type(b, 0);

	memcpy(s.params, outer->params, sizeof(s.params));
	parse_members(b, &s, "}", false);
	finish_struct(b, type, &s);
	return type;
}

/* joined { ... }, fraction { ... }: numbers that are shown as one. */
static uint16_t joined_struct(struct builder *b, struct scope *outer, uint32_t flags)
{
	expect(b, "{");
	uint16_t type = inline_struct(b, outer);

	b->types.at[type].flags |= flags;
	return type;
}

/* In a layout, `...` is the next member without a name. */
static size_t nameless_field(struct builder *b, const struct scope *s, uint32_t at, size_t *from)
{
	while (*from < s->fields.len && !(s->fields.at[*from].flags & FF_EMBED))
		++*from;
	if (*from == s->fields.len)
		fail_at(b, at, "there is no further member without a name");
	return (*from)++;
}

/* A number that has another width in some ABIs. */
static uint16_t with_width(struct builder *b, uint16_t type, uint32_t abis, uint32_t bytes, uint32_t at)
{
	struct type t = b->types.at[type];

	if (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8)
		fail_at(b, at, "numbers have 1, 2, 4 or 8 bytes");
	if (t.kind == TYPE_CUSTOM)
		t.elem = with_width(b, t.elem, abis, bytes, at);
	else if (t.kind != TYPE_INT)
		fail_at(b, at, "only a number can have another width");
	for (int abi = 0; t.kind == TYPE_INT && abi < ABI_COUNT; abi++)
		if (abis >> abi & 1)
			t.size[abi] = bytes;
	return build_type(b, &t, at);
}

/* layout ABI, ... { field field 2 _ 4 } */
static void struct_layout(struct builder *b, struct scope *s, uint16_t type)
{
	struct layout l = {.type = type, .first = (uint32_t)b->layout_items.len, .at = (uint32_t)b->pos};
	size_t nameless = 0;

	do {
		l.abis |= 1u << expect_abi(b);
	} while (accept(b, ","));
	expect(b, "{");
	while (!accept(b, "}")) {
		uint32_t at = (uint32_t)b->pos;
		struct layout_item item = {.field = -1};

		if (accept(b, "...")) {
			item.field = (int32_t)nameless_field(b, s, at, &nameless);
			*vec_push(&b->layout_items) = item;
			continue;
		}
		uint32_t name = expect_member(b);
		if (strcmp(build_text(b, name), "_") == 0) {
			item.bytes = (uint32_t)parse_constant(b);
		} else {
			size_t k = 0;
			char full[256];
			snprintf(full, sizeof(full), "%s%s", build_text(b, s->prefix), build_text(b, name));
			while (k < s->fields.len && strcmp(build_text(b, s->fields.at[k].name), full))
				k++;
			if (k == s->fields.len)
				fail_at(b, at, "layout names '%s', which is no member", build_text(b, name));
			item.field = (int32_t)k;
			if (tok(b)->kind == TOK_NUMBER)
				s->fields.at[k].type = with_width(b, s->fields.at[k].type, l.abis, (uint32_t)parse_constant(b), at);
		}
		*vec_push(&b->layout_items) = item;
		accept(b, ",");
	}
	l.count = (uint32_t)b->layout_items.len - l.first;
	*vec_push(&b->layouts) = l;
}

/* The struct's type for this direction, parsed from its declaration at first use. */
static uint16_t struct_instance(struct builder *b, struct decl *d, uint8_t dir)
{
	size_t back = b->pos;
	size_t index = (size_t)(d - b->decls.at);

	d->used = true;
	if (d->instance[dir])
		return d->instance[dir];
	b->pos = d->at;
	uint16_t type = new_struct_type(b, d->name);
	b->pos++;
	d->instance[dir] = type;
	struct scope s = {.dir = dir};
	if (accept(b, "(")) {
		do {
			if (accept(b, "dir"))
				continue;
			if (s.nparams == 8)
				fail_at(b, (uint32_t)b->pos, "more than 8 parameters");
			s.params[s.nparams++] = expect_name(b);
		} while (accept(b, ","));
		expect(b, ")");
	}
	if (accept(b, "prefix"))
		s.prefix = expect_name(b);
	if (accept(b, "list"))
		b->types.at[type].flags |= TF_LIST | (accept(b, "always") ? TF_ALWAYS : 0);
	if (accept(b, "packed"))
		b->types.at[type].flags |= TF_PACKED;
	expect(b, "{");
	parse_members(b, &s, "}", false);
	while (accept(b, "layout"))
		struct_layout(b, &s, type);
	finish_struct(b, type, &s);
	b->pos = back;
	return b->decls.at[index].instance[dir];
}

static uint16_t named_type(struct builder *b, struct scope *s)
{
	uint32_t at = (uint32_t)b->pos;
	uint32_t name = expect_name(b);
	struct decl *d = find_decl(b, DECL_TYPE, name);

	if (d) { /* an alias: its tokens, read in this scope */
		size_t back = b->pos;
		if (d->busy)
			fail_at(b, at, "type '%s' contains itself", build_text(b, name));
		d->busy = d->used = true;
		size_t index = (size_t)(d - b->decls.at);
		b->pos = d->at + 1;
		expect(b, "=");
		uint16_t type = parse_type(b, s);
		b->decls.at[index].busy = false;
		b->pos = back;
		return type;
	}
	d = find_decl(b, DECL_STRUCT, name);
	if (!d)
		fail_at(b, at, "unknown type '%s'", build_text(b, name));
	size_t index = (size_t)(d - b->decls.at);
	struct type use = {.kind = TYPE_SIZED};
	uint8_t dir = arguments(b, s, &use);
	use.elem = struct_instance(b, &b->decls.at[index], dir);
	bool sized = accept(b, "[");
	if (sized)
		lengths(b, s, &use, "]");
	return sized || use.count ? build_type(b, &use, at) : use.elem;
}

static struct type custom_type(struct builder *b, struct scope *s)
{
	struct type t = {.kind = TYPE_CUSTOM};

	t.name = expect_name(b);
	arguments(b, s, &t);
	t.elem = parse_type(b, s);
	return t;
}

/* remark(number, ...): what a member's name, as a text, leaves open */
static struct type remark_type(struct builder *b, struct scope *s)
{
	struct type t = {.kind = TYPE_VOID, .flags = TF_BESIDE};

	arguments(b, s, &t);
	if (accept_word(b, "always"))
		t.flags |= TF_ALWAYS;
	return t;
}

static uint16_t switch_value(struct builder *b, struct scope *s)
{
	if (accept(b, ":"))
		return parse_type(b, s);
	expect(b, "{");
	return inline_struct(b, s);
}

static int by_value(const void *x, const void *y)
{
	const struct switch_case *a = x, *c = y;

	if (a->is_default != c->is_default)
		return a->is_default - c->is_default;
	return (a->value > c->value) - (a->value < c->value);
}

/* switch EXPR { A, B: type  C { members }  default: type } */
static struct type switch_type(struct builder *b, struct scope *s)
{
	struct type t = {.kind = TYPE_SWITCH, .len = parse_expr(b, s)};
	VEC(struct switch_case) cases = {0};

	expect(b, "{");
	while (!accept(b, "}")) {
		size_t first = cases.len;

		if (accept(b, "default")) {
			*vec_push(&cases) = (struct switch_case){.is_default = true};
		} else {
			do {
				uint64_t value = parse_constant(b);
				*vec_push(&cases) = (struct switch_case){.value = value};
			} while (accept(b, ","));
		}
		uint16_t type = switch_value(b, s);
		for (size_t i = first; i < cases.len; i++)
			cases.at[i].type = type;
		accept(b, ",");
	}
	qsort(cases.at, cases.len, sizeof(*cases.at), by_value);
	t.first = (uint16_t)b->cases.len;
	t.count = (uint16_t)cases.len;
	for (size_t i = 0; i < cases.len; i++)
		*vec_push(&b->cases) = cases.at[i];
	vec_done(&cases);
	return t;
}

static struct type pointer_type(struct builder *b, struct scope *s, uint8_t dir)
{
	struct type t = {.kind = TYPE_POINTER, .dir = dir};

	t.elem = parse_type(b, s);
	for (;;) {
		if (accept_word(b, "when")) {
			t.when = parse_expr(b, s);
		} else if (accept_word(b, "brief")) {
			t.flags |= TF_BRIEF;
			struct token *word = tok(b);
			if (word->kind != TOK_STRING)
				fail_at(b, (uint32_t)b->pos, "expected the word for the elements, in quotes");
			t.name = build_string(b, word->text, word->len);
			b->pos++;
		} else if (accept_word(b, "unless")) {
			t.fill = parse_expr(b, s);
		} else if (accept_word(b, "plain")) {
			t.flags |= TF_PLAIN_REF;
		} else if (accept_word(b, "opaque")) {
			t.flags |= TF_OPAQUE;
		} else if (accept_word(b, "then")) {
			t.set = parse_type(b, s);
		} else if (accept_word(b, "zeroed")) {
			t.flags |= TF_ZEROED;
		} else if (accept_word(b, "told")) {
			t.flags |= TF_TOLD;
		} else if (accept_word(b, "continued")) {
			t.flags |= TF_CONTINUED;
		} else if (accept_word(b, "wide")) {
			t.flags |= TF_WIDE;
		} else {
			return t;
		}
	}
}

static struct type simple_type(struct builder *b, struct scope *s)
{
	const struct scalar *scalar = find_scalar(tok(b));

	if (scalar) {
		b->pos++;
		struct type t = scalar_type(scalar);
		int_suffixes(b, &t);
		return t;
	}
	if (accept(b, "enum"))
		return symbols_type(b, false);
	if (accept(b, "flags"))
		return symbols_type(b, true);
	if (accept(b, "in"))
		return pointer_type(b, s, DIR_IN);
	if (accept(b, "out"))
		return pointer_type(b, s, DIR_OUT);
	if (accept(b, "inout"))
		return pointer_type(b, s, DIR_INOUT);
	if (s->dir && accept(b, "dir"))
		return pointer_type(b, s, s->dir);
	if (accept(b, "path"))
		return string_type(b, s, TF_PATH);
	if (accept(b, "str"))
		return string_type(b, s, 0);
	if (accept(b, "buf"))
		return buffer_type(b, s, 0);
	if (accept(b, "char"))
		return buffer_type(b, s, TF_CSTR);
	if (accept(b, "array"))
		return array_type(b, s, false);
	if (accept(b, "chain"))
		return array_type(b, s, true);
	if (accept(b, "linked"))
		return linked_type(b, s);
	if (accept(b, "nest"))
		return nest_type(b, s);
	if (accept(b, "vec"))
		return vector_type(b, s);
	if (accept(b, "custom"))
		return custom_type(b, s);
	if (accept(b, "remark"))
		return remark_type(b, s);
	if (accept(b, "switch"))
		return switch_type(b, s);
	return (struct type){.kind = TYPE_VOID};
}

uint16_t parse_type(struct builder *b, struct scope *s)
{
	uint32_t at = (uint32_t)b->pos;

	if (accept(b, "{"))
		return inline_struct(b, s);
	if (accept_word(b, "joined"))
		return joined_struct(b, s, TF_JOINED | (accept(b, "whole") ? TF_PATH : accept(b, "noted") ? TF_PATH | TF_BESIDE : 0));
	if (accept_word(b, "fraction"))
		return joined_struct(b, s, TF_JOINED | TF_FRACTION);
	struct type t = simple_type(b, s);
	if (t.kind == TYPE_VOID && !t.flags) {
		if (accept(b, "void"))
			return build_type(b, &t, at);
		return named_type(b, s);
	}
	uint16_t type = build_type(b, &t, at);
	while (t.kind == TYPE_INT && accept(b, "[")) { /* u32[4] */
		struct type array = {.kind = TYPE_ARRAY, .elem = type};
		lengths(b, s, &array, "]");
		type = build_type(b, &array, at);
	}
	return type;
}
