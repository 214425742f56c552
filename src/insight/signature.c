/* See signature.h. */
#include "insight/signature.h"

#include <string.h>

#include "base/buf.h"
#include "desc/table.h"

static const char *integer_name(const struct type *t, enum abi abi)
{
	bool is_signed = t->flags & TF_SIGNED;

	switch (t->size[abi]) {
	case 1:
		return is_signed ? "signed char " : "unsigned char ";
	case 2:
		return is_signed ? "short " : "unsigned short ";
	case 8:
		if (t->style == STYLE_ADDR)
			return "void *";
		return is_signed ? "long " : "unsigned long ";
	default:
		if (t->style == STYLE_ADDR)
			return "void *";
		/* What C has as an int, although its bits are no number. */
		return is_signed || t->set || t->meaning == MEANING_FD || t->meaning == MEANING_DIRFD ? "int " : "unsigned int ";
	}
}

static void pointed(struct buf *out, const struct desc *d, enum abi abi, const struct type *pointer)
{
	const struct type *t = &d->types[pointer->elem];
	const char *constant = pointer->dir == DIR_IN ? "const " : "";

	while (t->kind == TYPE_SIZED || t->kind == TYPE_CUSTOM || t->kind == TYPE_ARRAY)
		t = &d->types[t->elem];
	buf_puts(out, constant);
	if (t->kind == TYPE_STRING)
		buf_puts(out, "char *");
	else if (t->kind == TYPE_VECTOR)
		buf_puts(out, "char **");
	else if (t->kind == TYPE_STRUCT && t->name)
		buf_printf(out, "struct %s *", desc_string(d, t->name));
	else if (t->kind == TYPE_INT)
		buf_printf(out, "%s*", integer_name(t, abi));
	else
		buf_puts(out, "void *");
}

void signature_type(struct buf *out, const struct desc *d, enum abi abi, uint16_t type)
{
	const struct type *t = &d->types[type];

	while (t->kind == TYPE_CUSTOM || t->kind == TYPE_SIZED)
		t = &d->types[t->elem];
	if (t->kind == TYPE_POINTER)
		pointed(out, d, abi, t);
	else if (t->kind == TYPE_VOID)
		buf_puts(out, "void ");
	else if (t->kind == TYPE_STRUCT && t->name)
		buf_printf(out, "struct %s ", desc_string(d, t->name));
	else
		buf_puts(out, integer_name(t, abi));
}

void signature_prototype(struct buf *out, const struct desc *d, enum abi abi, const struct call *c, const struct shape *s)
{
	signature_type(out, d, abi, s->ret);
	buf_printf(out, "%s(", desc_call_name(d, c));
	if (!s->count)
		buf_puts(out, c->described ? "void" : "...");
	for (unsigned i = 0; i < s->count; i++) {
		const struct field *f = &d->fields[s->first + i];
		buf_puts(out, i ? ", " : "");
		signature_type(out, d, abi, f->type);
		buf_puts(out, desc_string(d, f->name));
	}
	buf_putc(out, ')');
}

/* Expressions */

static const char *operator_text(unsigned op)
{
	static const char *const texts[] = {
		[EXPR_AND] = "&&", [EXPR_OR] = "||", [EXPR_BITAND] = "&", [EXPR_BITOR] = "|", [EXPR_EQ] = "==", [EXPR_NE] = "!=",
		[EXPR_LT] = "<", [EXPR_LE] = "<=", [EXPR_GT] = ">", [EXPR_GE] = ">=", [EXPR_ADD] = "+", [EXPR_SUB] = "-",
		[EXPR_MUL] = "*", [EXPR_DIV] = "/", [EXPR_SHR] = ">>",
	};

	return op < sizeof(texts) / sizeof(texts[0]) ? texts[op] : NULL;
}

/* An argument, and the set that constants beside it are named from. */
static const struct field *field_of(const struct desc *d, const struct shape *s, uint16_t expr)
{
	const struct expr *e = &d->exprs[expr];

	return (e->op == EXPR_FIELD || e->op == EXPR_DEREF) && !e->b && e->a < s->count ? &d->fields[s->first + e->a] : NULL;
}

uint16_t signature_set(const struct desc *d, uint16_t type)
{
	const struct type *t = &d->types[type];

	while (t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || t->kind == TYPE_SIZED || t->kind == TYPE_CUSTOM)
		t = &d->types[t->elem];
	return t->kind == TYPE_INT ? t->set : 0;
}

static bool put_bits(struct buf *out, const struct desc *d, uint16_t set, uint64_t value)
{
	const struct set *s = &d->sets[set];
	size_t start = out->len;

	for (uint32_t i = 0; set && value && i < s->count; i++) {
		const struct symbol *y = &d->symbols[s->first + i];
		if (y->number || !y->value || (value & y->mask) != y->value)
			continue;
		buf_printf(out, "%s%s", out->len > start ? "|" : "", desc_string(d, y->name));
		value &= ~y->value;
	}
	if (!value && out->len > start)
		return true;
	out->len = start;
	return false;
}

static void put_expr(struct buf *out, const struct desc *d, const struct shape *s, uint16_t expr, uint16_t set)
{
	const struct expr *e = &d->exprs[expr];
	const struct field *f = field_of(d, s, expr);
	const char *op = operator_text(e->op);

	if (e->op == EXPR_CONST && put_bits(out, d, set, (uint64_t)e->value))
		return;
	if (e->op == EXPR_CONST)
		buf_printf(out, "%lld", (long long)e->value);
	else if (f)
		buf_printf(out, "%s%s%s%s", e->op == EXPR_DEREF ? "*" : "", desc_string(d, f->name), e->op == EXPR_DEREF && e->value ? "." : "",
		           e->op == EXPR_DEREF && e->value ? desc_string(d, (uint32_t)e->value) : "");
	else if (e->op == EXPR_RET)
		buf_puts(out, "the result");
	else if (e->op == EXPR_NOT) {
		buf_puts(out, "!(");
		put_expr(out, d, s, e->a, 0);
		buf_putc(out, ')');
	} else if (op) {
		const struct field *left = field_of(d, s, e->a);
		put_expr(out, d, s, e->a, set);
		buf_printf(out, " %s ", op);
		put_expr(out, d, s, e->b, left ? signature_set(d, left->type) : set);
	} else
		buf_putc(out, '?');
}

void signature_expr(struct buf *out, const struct desc *d, const struct shape *s, uint16_t expr)
{
	put_expr(out, d, s, expr, 0);
}

/* Meanings */

static const char *number_meaning(const struct type *t)
{
	static const char *const words[] = {
		[MEANING_FD] = "a descriptor", [MEANING_DIRFD] = "a directory's descriptor, or AT_FDCWD: the current directory",
		[MEANING_PID] = "a process", [MEANING_TID] = "a thread", [MEANING_PGID] = "a process group", [MEANING_SIGNAL] = "a signal",
		[MEANING_ID] = "a user or group", [MEANING_DEV] = "a device number", [MEANING_PORT] = "a port", [MEANING_INET4] = "an address",
		[MEANING_FDSET] = "a set of descriptors", [MEANING_IFINDEX] = "a network interface", [MEANING_ERRNO] = "an error",
		[MEANING_HTONL] = "a number in network order",
	};
	const char *word = t->meaning < sizeof(words) / sizeof(words[0]) ? words[t->meaning] : NULL;

	if (word)
		return word;
	if (t->set)
		return t->flags & TF_FLAGS ? "flags" : "one of";
	return t->style == STYLE_ADDR ? "an address" : t->style == STYLE_OCT ? "a number, octal" : "a number";
}

static void put_count(struct buf *out, const struct desc *d, const struct shape *s, const struct type *t)
{
	bool bytes = t->flags & TF_BYTES || t->kind == TYPE_BUFFER;

	if (!t->len)
		return;
	buf_puts(out, t->fill ? ", room for " : ", ");
	signature_expr(out, d, s, t->len);
	buf_puts(out, bytes ? " bytes" : " elements");
	if (!t->fill)
		return;
	buf_puts(out, ", of which the kernel fills as many as ");
	signature_expr(out, d, s, t->fill);
	buf_puts(out, " says");
}

static void put_pointed(struct buf *out, const struct desc *d, const struct shape *s, uint16_t type)
{
	const struct type *t = &d->types[type];

	while (t->kind == TYPE_CUSTOM || t->kind == TYPE_SIZED)
		t = &d->types[t->elem];
	switch (t->kind) {
	case TYPE_STRING:
		buf_puts(out, t->flags & TF_PATH ? "a path" : "a string");
		break;
	case TYPE_BUFFER:
		buf_puts(out, t->flags & TF_PATH ? "a path" : "a buffer");
		put_count(out, d, s, t);
		break;
	case TYPE_ARRAY:
		buf_puts(out, "an array: ");
		put_pointed(out, d, s, t->elem);
		put_count(out, d, s, t);
		break;
	case TYPE_VECTOR:
		buf_puts(out, "strings, up to a NULL");
		break;
	case TYPE_STRUCT:
		buf_printf(out, "a struct%s%s", t->name ? " " : "", t->name ? desc_string(d, t->name) : "");
		break;
	case TYPE_SWITCH:
		buf_puts(out, "what the other arguments say");
		break;
	case TYPE_POINTER:
		buf_puts(out, "a pointer to ");
		put_pointed(out, d, s, t->elem);
		break;
	default:
		buf_puts(out, number_meaning(t));
	}
}

void signature_meaning(struct buf *out, const struct desc *d, const struct shape *s, const struct field *f)
{
	static const char *const verbs[] = {"", "read: ", "written: ", "read and written: "};
	const struct type *t = &d->types[f->type];

	if (t->kind == TYPE_POINTER) {
		buf_puts(out, verbs[t->dir & DIR_INOUT]);
		put_pointed(out, d, s, t->elem);
	} else {
		put_pointed(out, d, s, f->type);
	}
	if (!f->cond)
		return;
	buf_puts(out, "; if ");
	signature_expr(out, d, s, f->cond);
}
