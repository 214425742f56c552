/*
 * How a value compares with a constant. Numbers that have names are compared by name, so that O_TRUNC means what the text shows
 * and not whatever has the same bit; with numbers, by number.
 */
#include <string.h>

#include "base/buf.h"
#include "filter/glob.h"
#include "filter/where_in.h"

static __int128 number_of(const struct where_value *v)
{
	return v->is_signed ? (__int128)(int64_t)v->raw : (__int128)v->raw;
}

/* The number that all the symbols make; false when one of them has none. */
static bool symbols_number(const struct operand *o, uint64_t *out)
{
	*out = 0;
	for (unsigned i = 0; i < o->nsymbols; i++) {
		if (!o->symbols[i].has_value)
			return false;
		*out |= o->symbols[i].value;
	}
	return true;
}

static bool constant_number(const struct operand *o, __int128 *out)
{
	uint64_t raw;

	if (o->kind == OPERAND_NUMBER) {
		*out = o->number;
		return true;
	}
	if (o->kind != OPERAND_SYMBOLS || !symbols_number(o, &raw))
		return false;
	*out = (__int128)(int64_t)raw;
	return true;
}

/* Names */

static bool has_part(const struct where_value *v, const char *name)
{
	for (unsigned i = 0; i < v->nparts; i++)
		if (where_same_name(v->parts[i].text, v->parts[i].len, name))
			return true;
	return false;
}

static bool has_symbol(const struct operand *o, const struct where_text *part)
{
	for (unsigned i = 0; i < o->nsymbols; i++)
		if (where_same_name(part->text, part->len, o->symbols[i].name))
			return true;
	return false;
}

static bool same_names(const struct where_value *v, const struct operand *o)
{
	for (unsigned i = 0; i < o->nsymbols; i++)
		if (!has_part(v, o->symbols[i].name))
			return false;
	for (unsigned i = 0; i < v->nparts; i++)
		if (!has_symbol(o, &v->parts[i]))
			return false;
	return !v->residue;
}

/* Whether the value's first name and the symbols are of one set, so that their numbers can be compared. */
static bool of_one_set(const struct desc *d, const struct where_value *v, const struct operand *o)
{
	char name[64];

	if (v->parts[0].len >= sizeof(name))
		return false;
	memcpy(name, v->parts[0].text, v->parts[0].len);
	name[v->parts[0].len] = '\0';
	for (uint16_t set = 1; set < d->nsets; set++) {
		bool all = where_set_has(d, set, name);
		for (unsigned i = 0; i < o->nsymbols && all; i++)
			all = where_set_has(d, set, o->symbols[i].name);
		if (all)
			return true;
	}
	return false;
}

static enum truth equals_symbols(const struct where *w, const struct where_value *v, const struct operand *o)
{
	uint64_t number;

	if (v->whole)
		return truth_of(v->nparts == 1 && o->nsymbols == 1 && has_part(v, o->symbols[0].name));
	if (v->nparts && same_names(v, o))
		return TRUTH_TRUE;
	if (!symbols_number(o, &number) || number != v->raw)
		return TRUTH_FALSE;
	return truth_of(!v->unnamed && (!v->nparts || of_one_set(w->desc, v, o)));
}

/* Text */

/* How a number is shown, without what is around it: its names, joined. False when it is but a number. */
static bool shown_text(const struct where_value *v, struct buf *b)
{
	for (unsigned i = 0; i < v->nparts; i++) {
		if (i)
			buf_putc(b, '|');
		buf_put(b, v->parts[i].text, v->parts[i].len);
	}
	return v->nparts > 0;
}

/* REG_STARTEND looks behind NULs. A NUL at the end, too: sanitizers check for one. */
static enum truth match_regex(struct where *w, const struct node *n, const void *data, size_t len)
{
	regmatch_t range = {.rm_so = 0, .rm_eo = (regoff_t)len};
	char *copy = arena_alloc(&w->values, len + 1);

	memcpy(copy, data, len);
	copy[len] = '\0';
	return truth_of(regexec(&n->regex, copy, 1, &range, REG_STARTEND) == 0);
}

static enum truth order_text(uint8_t op, const void *data, size_t len, const struct operand *o)
{
	size_t least = len < o->text_len ? len : o->text_len;
	int order = least ? memcmp(data, o->text, least) : 0;

	if (!order)
		order = len < o->text_len ? -1 : len > o->text_len;
	switch ((enum compare_op)op) {
	case OP_LT:
		return truth_of(order < 0);
	case OP_LE:
		return truth_of(order <= 0);
	case OP_GT:
		return truth_of(order > 0);
	case OP_GE:
		return truth_of(order >= 0);
	default:
		return truth_of(order == 0);
	}
}

static enum truth compare_text(struct where *w, const struct node *n, const void *data, size_t len, const struct operand *o)
{
	if (n->op == OP_GLOB)
		return truth_of(glob_match(o->text, o->text_len, data, len));
	if (n->op == OP_REGEX)
		return match_regex(w, n, data, len);
	return order_text(n->op, data, len, o);
}

/* What of a string is not here could have matched. */
static enum truth compare_bytes(struct where *w, const struct node *n, const struct where_value *v, const struct operand *o)
{
	bool differs = n->op == OP_EQ && (v->len > o->text_len || memcmp(v->data, o->text, v->len) != 0);

	if (!v->cut || differs)
		return compare_text(w, n, v->data, v->len, o);
	if (n->op == OP_REGEX || (n->op == OP_GLOB && o->text_len && o->text[o->text_len - 1] == '*'))
		return compare_text(w, n, v->data, v->len, o) == TRUTH_TRUE ? TRUTH_TRUE : TRUTH_UNKNOWN;
	return TRUTH_UNKNOWN;
}

static enum truth compare_shown(struct where *w, const struct node *n, const struct where_value *v, const struct operand *o)
{
	struct buf b = {0};
	enum truth t = TRUTH_UNKNOWN;

	if (shown_text(v, &b))
		t = compare_text(w, n, b.data, b.len, o);
	buf_done(&b);
	return t;
}

/* Numbers */

static enum truth order_numbers(uint8_t op, __int128 a, __int128 b)
{
	switch ((enum compare_op)op) {
	case OP_EQ:
		return truth_of(a == b);
	case OP_LT:
		return truth_of(a < b);
	case OP_LE:
		return truth_of(a <= b);
	case OP_GT:
		return truth_of(a > b);
	case OP_GE:
		return truth_of(a >= b);
	default:
		return TRUTH_UNKNOWN;
	}
}

/* htons(80) is 80, whatever the bytes: the number in the text, if it is one. */
static __int128 shown_number(const struct where_value *v)
{
	uint64_t number = 0;

	if (!v->whole || v->nparts != 1 || !v->parts[0].len)
		return number_of(v);
	for (size_t i = 0; i < v->parts[0].len; i++) {
		char c = v->parts[0].text[i];
		if (c < '0' || c > '9')
			return number_of(v);
		number = number * 10 + (uint64_t)(c - '0');
	}
	return number;
}

static enum truth compare_number(struct where *w, const struct node *n, const struct where_value *v, const struct operand *o)
{
	__int128 value = shown_number(v), right, bits;
	bool masked = n->left.mask != NULL;

	if (masked && constant_number(n->left.mask, &bits))
		value &= bits;
	if (o->kind == OPERAND_TEXT)
		return masked ? TRUTH_UNKNOWN : compare_shown(w, n, v, o);
	if (o->kind == OPERAND_SYMBOLS && n->op == OP_EQ && !masked)
		return equals_symbols(w, v, o);
	return constant_number(o, &right) ? order_numbers(n->op, value, right) : TRUTH_UNKNOWN;
}

enum truth where_compare(struct where *w, const struct node *n, const struct where_value *v, const struct operand *o)
{
	if (o->kind == OPERAND_CLASS) {
		char name[64] = "";
		memcpy(name, v->data, v->len < sizeof(name) ? v->len : sizeof(name) - 1);
		const struct call *c = desc_call_named(w->desc, name);
		return truth_of(c && c->classes >> o->class & 1);
	}
	if (v->kind == VALUE_NUMBER)
		return compare_number(w, n, v, o);
	if (o->kind == OPERAND_NUMBER && o->null)
		return truth_of(n->op == OP_GT); /* whatever it is, it is there */
	if (v->kind != VALUE_BYTES || o->kind != OPERAND_TEXT)
		return TRUTH_UNKNOWN;
	return compare_bytes(w, n, v, o);
}

enum truth where_nonzero(const struct where *w, const struct operand *o, const struct where_value *v)
{
	const struct operand *mask = o->mask;
	__int128 bits;

	(void)w;
	if (v->kind != VALUE_NUMBER)
		return mask ? TRUTH_UNKNOWN : truth_of(v->kind == VALUE_THING || v->len > 0);
	if (!mask)
		return truth_of(v->raw != 0);
	if (mask->kind == OPERAND_SYMBOLS && v->nparts) {
		for (unsigned i = 0; i < mask->nsymbols; i++)
			if (has_part(v, mask->symbols[i].name))
				return TRUTH_TRUE;
		return TRUTH_FALSE;
	}
	if (v->unnamed && mask->kind == OPERAND_SYMBOLS)
		return TRUTH_FALSE;
	return constant_number(mask, &bits) ? truth_of((shown_number(v) & bits) != 0) : TRUTH_UNKNOWN;
}
