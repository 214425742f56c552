/* Sets of named constants: enums, and flags with their groups. */
#include "desc/build.h"

#include <string.h>

enum { RANGES_MAX = 48 };

void add_constant(struct builder *b, uint32_t name, uint64_t value, uint32_t decl, uint32_t at)
{
	struct constant *known = find_constant(b, name);

	if (known) {
		if (known->value != value)
			error_at(b, at, "'%s' has another value elsewhere", build_text(b, name));
		return;
	}
	*vec_push(&b->constants) = (struct constant){value, name, decl};
	map_put(&b->constant_ids, name, (void *)b->constants.len);
}

static void add_symbol(struct builder *b, uint32_t decl, uint64_t mask)
{
	struct token *t = tok(b);
	uint32_t at = (uint32_t)b->pos;

	if (t->kind != TOK_NAME && t->kind != TOK_STRING)
		fail_at(b, at, "expected the name of a constant");
	b->pos++;
	uint32_t name = build_string(b, t->text, t->len);
	uint64_t value = parse_constant(b);
	accept(b, ",");
	*vec_push(&b->symbols) = (struct symbol){.value = value, .mask = mask ? mask : value, .name = name, .len = (uint16_t)t->len};
	add_constant(b, name, value, decl, at);
}

/* size: number dec MAP_HUGE_SHIFT mask 63<<26, or other: number hex mask 0xff, or _: number mask 1<<32, which is not shown */
static void add_number(struct builder *b, bool hidden)
{
	struct symbol number = {.number = hidden ? SYMBOL_HIDDEN : 1 + STYLE_UDEC};

	if (hidden)
		;
	else if (accept_word(b, "hex"))
		number.number = 1 + STYLE_HEX;
	else
		expect(b, "dec");
	if (!accept_word(b, "mask")) {
		bool text = tok(b)->kind == TOK_STRING;
		number.name = text ? build_string(b, tok(b)->text, tok(b)->len) : expect_name(b);
		b->pos += text;
		number.len = (uint16_t)strlen(build_text(b, number.name));
		expect(b, "mask");
	}
	number.mask = parse_constant(b);
	accept(b, ",");
	if (!number.mask)
		fail_at(b, (uint32_t)b->pos - 1, "a number needs bits");
	number.value = number.len ? (uint64_t)__builtin_ctzll(number.mask) : 0;
	*vec_push(&b->symbols) = number;
}

/* access: enum { ... } mask 3, or access: enum SET mask 3; or a number */
static void add_group(struct builder *b, uint32_t decl)
{
	size_t first = b->symbols.len;
	bool hidden = token_is(tok(b), "_");

	b->pos += 2;
	if (accept_word(b, "number")) {
		add_number(b, hidden);
		return;
	}
	expect(b, "enum");
	if (accept(b, "{")) {
		while (!accept(b, "}"))
			add_symbol(b, decl, 0);
	} else {
		uint32_t at = (uint32_t)b->pos;
		struct decl *d = find_decl(b, DECL_ENUM, expect_name(b));
		if (!d || !d->set)
			fail_at(b, at, "no enum of that name before this line");
		d->used = true;
		struct set from = b->sets.at[d->set];
		for (uint32_t i = 0; i < from.count; i++) {
			struct symbol copy = b->symbols.at[from.first + i];
			*vec_push(&b->symbols) = copy;
		}
	}
	expect(b, "mask");
	uint64_t mask = parse_constant(b);
	accept(b, ",");
	for (size_t i = first; i < b->symbols.len; i++)
		b->symbols.at[i].mask = mask;
}

static uint32_t default_unknown(struct builder *b, const struct set *set)
{
	const char *first = build_text(b, b->symbols.at[set->first].name);
	size_t n = strlen(first);
	char text[128];

	for (uint32_t i = 1; i < set->count; i++) {
		const char *name = build_text(b, b->symbols.at[set->first + i].name);
		size_t k = 0;
		while (k < n && name[k] == first[k])
			k++;
		n = k;
	}
	while (n && first[n - 1] != '_')
		n--;
	snprintf(text, sizeof(text), "%.*s???", (int)n, first);
	return build_string(b, text, strlen(text));
}

static int by_symbol_value(const void *x, const void *y)
{
	const struct symbol *a = x, *c = y;

	if (a->value != c->value)
		return a->value < c->value ? -1 : 1;
	return a->mask < c->mask ? -1 : 1;
}

/* Of several names for one value, the first that was written counts: the mask holds their order meanwhile. */
static void sort_symbols(struct builder *b, const struct set *set)
{
	struct symbol *at = set->count ? &b->symbols.at[set->first] : NULL;

	for (uint32_t i = 0; i < set->count; i++)
		at[i].mask = i;
	qsort(at, set->count, sizeof(*at), by_symbol_value);
	for (uint32_t i = 0; i < set->count; i++)
		at[i].mask = ~0ULL;
}

/* NAME VALUE to LAST: the set's symbols are sorted, so the range is found by name. */
struct range {
	uint32_t name;
	uint64_t last;
};

static void set_ranges(struct builder *b, const struct set *set, const struct range *ranges, unsigned n)
{
	for (uint32_t i = 0; i < set->count; i++)
		for (unsigned k = 0; k < n; k++)
			if (b->symbols.at[set->first + i].name == ranges[k].name)
				b->symbols.at[set->first + i].mask = ranges[k].last;
}

void parse_set(struct builder *b, size_t index)
{
	struct range ranges[RANGES_MAX];
	unsigned nranges = 0;
	struct decl *d = &b->decls.at[index];
	bool flags = d->kind == DECL_FLAGS;
	struct set set = {.name = d->name, .flags = flags ? SET_FLAGS : 0, .residue_style = STYLE_HEX};

	b->pos = d->at + 1;
	if (tok(b)->kind == TOK_STRING) {
		set.unknown = build_string(b, tok(b)->text, tok(b)->len);
		if (!set.unknown)
			set.flags |= SET_QUIET;
		b->pos++;
	}
	if (accept(b, "oct"))
		set.residue_style = STYLE_OCT;
	else if (accept(b, "dec"))
		set.residue_style = STYLE_DEC;
	if (flags && accept(b, "rest"))
		set.flags |= SET_REST;
	if (accept(b, "empty"))
		set.flags |= SET_EMPTY;
	if (flags && accept(b, "apart"))
		set.flags |= SET_APART;
	expect(b, "{");
	set.first = (uint32_t)b->symbols.len;
	while (!accept(b, "}")) {
		if (flags && tok(b)->kind == TOK_NAME && token_is(tok(b) + 1, ":"))
			add_group(b, (uint32_t)index);
		else
			add_symbol(b, (uint32_t)index, 0);
		if (!flags && nranges < RANGES_MAX && accept_word(b, "to")) {
			ranges[nranges++] = (struct range){b->symbols.at[b->symbols.len - 1].name, parse_constant(b)};
			accept(b, ",");
		}
	}
	set.count = (uint32_t)b->symbols.len - set.first;
	if (!set.count && !(flags && set.unknown))
		fail_at(b, b->decls.at[index].at, "a set needs a constant");
	if (!set.unknown && !(set.flags & SET_QUIET))
		set.unknown = default_unknown(b, &set);
	if (!flags) {
		set.flags |= SET_SORTED;
		sort_symbols(b, &set);
		set_ranges(b, &set, ranges, nranges);
	}
	*vec_push(&b->sets) = set;
	b->decls.at[index].set = (uint16_t)(b->sets.len - 1);
}
