/*
 * attributes NAME(params) "UNKNOWN" { CONSTANT VALUE [type] ... [default: type] }: the attributes of one kind of netlink message. It stands
 * for an enum of the constants and a struct with a case for each, both called NAME; this file writes them in its place, as tokens.
 */
#include "desc/build.h"

/* Tokens of our own, which are where the declaration is. One that starts a declaration is at its line's start, no other is. */
static void put_at(struct builder *b, struct token at, const char *text, bool starts)
{
	struct source_file own = {"", text};
	size_t n = b->tokens.len;

	lex(&own, at.file, (token_vec *)&b->tokens);
	for (size_t i = n; i < b->tokens.len; i++) {
		b->tokens.at[i].line = at.line;
		b->tokens.at[i].column = starts && i == n ? 1 : 2;
	}
}

static void put(struct builder *b, struct token at, const char *text)
{
	put_at(b, at, text, false);
}

static void put_copy(struct builder *b, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct token t = b->tokens.at[i];
		t.column += t.column == 1;
		*vec_push(&b->tokens) = t;
	}
}

/* The end of the type that starts at token i: where the next attribute or the end of the declaration is. */
static size_t type_end(struct builder *b, size_t i)
{
	int depth = 0;

	for (;; i++) {
		const struct token *t = &b->tokens.at[i];
		if (t->kind == TOK_END || (!depth && token_is(t, "}")))
			return i;
		b->pos = i;
		if (!depth && (at_request(b) || token_is(t, "default") || token_is(t, ",")))
			return i;
		depth += token_is(t, "{") + token_is(t, "[") + token_is(t, "(") - token_is(t, "}") - token_is(t, "]") - token_is(t, ")");
	}
}

/* Each attribute: its constant's tokens for the enum, or its case for the struct. */
static size_t put_attributes(struct builder *b, size_t i, bool cases)
{
	bool default_given = false;
	struct token at = b->tokens.at[i];

	while (!token_is(&b->tokens.at[i], "}") && b->tokens.at[i].kind != TOK_END) {
		if (token_is(&b->tokens.at[i], ",")) {
			i++;
			continue;
		}
		bool fallback = token_is(&b->tokens.at[i], "default");
		size_t type = i + 2, end = type_end(b, type);
		if (end == type && fallback)
			break;
		default_given |= fallback;
		if (!cases && !fallback)
			put_copy(b, i, type);
		if (cases && end > type) {
			put_copy(b, i, i + 1);
			put(b, at, ":");
			put_copy(b, type, end);
		}
		i = end;
	}
	if (cases && !default_given)
		put(b, at, "default: buf[here] hex");
	return i;
}

/* One declaration, whose first token is at i. */
static void expand(struct builder *b, size_t i)
{
	size_t name = i + 1, open = name + 1;
	struct token at = b->tokens.at[i];

	while (!token_is(&b->tokens.at[open], "{") && b->tokens.at[open].kind != TOK_END)
		open++;
	size_t text = open - 1;
	bool has_text = b->tokens.at[text].kind == TOK_STRING;
	bool named = !token_is(&b->tokens.at[open + 1], "default"); /* otherwise their types are mere indices */
	if (named) {
		put_at(b, at, "enum", true);
		put_copy(b, name, name + 1);
		put_copy(b, text, text + has_text);
		put(b, at, "{");
		put_attributes(b, open + 1, false);
		put(b, at, "}");
	}
	put_at(b, at, "struct", true);
	put_copy(b, name, has_text ? text : open);
	put(b, at, "prefix nla_ list packed { len: u16 type: joined {"
	           " nested: flags nla_nested of u16 mask 0x8000 nonzero"
	           " order: flags nla_order of u16 mask 0x4000 overlay nonzero"
	           " kind:");
	put(b, at, named ? "enum" : "u16 hex");
	put_copy(b, name, name + named);
	put(b, at, named ? "of u16 mask 0x3fff overlay }" : "mask 0x3fff overlay }");
	put(b, at, "switch type & 0x3fff {");
	put_attributes(b, open + 1, true);
	put(b, at, "} }");
}

void build_attributes(struct builder *b)
{
	size_t n = b->tokens.len;

	for (size_t i = 0; i < n; i++)
		if (b->tokens.at[i].column == 1 && token_is(&b->tokens.at[i], "attributes"))
			expand(b, i);
}
