/*
 * The grammar of filter expressions. From loose to tight:  ||  &&  !  comparison  &  |
 *
 *   test     := operand | operand OP operand | operand in (constant, ...) | %class
 *   operand  := value | value & mask            mask: constants joined by '|', perhaps in parentheses
 *   value    := name(.name)* | number | string | CONSTANT | CONSTANT '|' CONSTANT ...
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "filter/where_in.h"

enum { DEPTH_MAX = 200 };

struct parser {
	struct where *w;
	where_words words;
	size_t next;
	unsigned depth;
};

int where_error(const struct where *w, uint32_t at, uint32_t len, const char *fmt, ...)
{
	struct buf b = {0};
	char message[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	buf_printf(&b, "%s: column %u: %s\n  %s\n  ", w->what, at + 1, message, w->text);
	for (uint32_t i = 0; i < at; i++)
		buf_putc(&b, w->text[i] == '\t' ? '\t' : ' ');
	buf_putc(&b, '^');
	for (uint32_t i = 1; i < len; i++)
		buf_putc(&b, '~');
	diag_error("%s", buf_cstr(&b));
	buf_done(&b);
	return -EINVAL;
}

/* Words */

static const struct where_word *peek(const struct parser *p)
{
	return &p->words.at[p->next];
}

static bool is(const struct parser *p, const char *text)
{
	const struct where_word *w = peek(p);

	return (w->kind == WORD_PUNCT || w->kind == WORD_NAME) && strcmp(w->text, text) == 0;
}

static bool take(struct parser *p, const char *text)
{
	bool found = is(p, text);

	p->next += found;
	return found;
}

static int fail(const struct parser *p, const char *what)
{
	const struct where_word *w = peek(p);

	if (w->kind == WORD_BAD)
		return where_error(p->w, w->at, w->len, "%s", w->text);
	if (w->kind == WORD_END)
		return where_error(p->w, w->at, w->len, "%s expected, but the expression ends", what);
	return where_error(p->w, w->at, w->len, "%s expected", what);
}

static int expect(struct parser *p, const char *text)
{
	char what[8];

	if (take(p, text))
		return 0;
	snprintf(what, sizeof(what), "'%s'", text);
	return fail(p, what);
}

/* Operands */

static int parse_dotted(struct parser *p, struct operand *o)
{
	o->kind = OPERAND_NAME;
	do {
		const struct where_word *w = peek(p);
		if (w->kind != WORD_NAME)
			return fail(p, "a name");
		if (o->nnames == NAMES_MAX)
			return where_error(p->w, w->at, w->len, "more than %d names", NAMES_MAX);
		o->names[o->nnames++] = w->text;
		o->len = w->at + w->len - o->at;
		p->next++;
	} while (take(p, "."));
	return 0;
}

static int class_named(const char *word)
{
	for (int i = 0; i < CLASS_COUNT; i++)
		if (strcmp(desc_class_names()[i], word) == 0)
			return i;
	return strcmp(word, "%net") == 0 ? CLASS_NETWORK : -1;
}

static const char *next_class(const void *ctx, size_t i)
{
	(void)ctx;
	return i < CLASS_COUNT ? desc_class_names()[i] : NULL;
}

static int parse_class(struct parser *p, struct operand *o)
{
	const struct where_word *w = peek(p);

	o->kind = OPERAND_CLASS;
	o->class = class_named(w->text);
	if (o->class < 0) {
		const char *near = str_nearest(w->text, next_class, NULL);
		return where_error(p->w, w->at, w->len, "no class of calls '%s'%s%s%s", w->text, near ? ", did you mean '" : "", near ? near : "",
		                   near ? "'?" : "");
	}
	p->next++;
	return 0;
}

static int parse_value(struct parser *p, struct operand *o)
{
	bool negative = take(p, "-");
	const struct where_word *w = peek(p);

	*o = (struct operand){.at = w->at, .len = w->len};
	if (w->kind == WORD_NUMBER) {
		o->kind = OPERAND_NUMBER;
		o->unit = w->unit;
		o->number = negative ? -(__int128)w->number : (__int128)w->number;
		p->next++;
		return 0;
	}
	if (negative)
		return fail(p, "a number");
	switch (w->kind) {
	case WORD_STRING:
		o->kind = OPERAND_TEXT;
		o->text = w->text;
		o->text_len = w->text_len;
		p->next++;
		return 0;
	case WORD_CLASS:
		return parse_class(p, o);
	case WORD_NAME:
		return parse_dotted(p, o);
	default:
		return fail(p, "a name, a number or a string");
	}
}

/* CONSTANT '|' CONSTANT: numbers and symbols become one. */
static int join(struct parser *p, struct operand *o, const struct operand *more)
{
	if (o->kind == OPERAND_NUMBER && more->kind == OPERAND_NUMBER) {
		o->number |= more->number;
	} else if (o->kind == OPERAND_SYMBOLS && more->kind == OPERAND_SYMBOLS) {
		struct where_symbol *all = arena_alloc(&p->w->arena, (o->nsymbols + more->nsymbols) * sizeof(*all));
		memcpy(all, o->symbols, o->nsymbols * sizeof(*all));
		memcpy(all + o->nsymbols, more->symbols, more->nsymbols * sizeof(*all));
		o->symbols = all;
		o->nsymbols += more->nsymbols;
	} else {
		return where_error(p->w, more->at, more->len, "'|' joins constants of one kind");
	}
	o->len = more->at + more->len - o->at;
	return 0;
}

static int parse_joined(struct parser *p, struct operand *o, const struct operand *left)
{
	struct operand more;
	int err = parse_value(p, o);

	/* A name on the right of a field stands for one of its words, so it has to know. */
	err = err ? err : where_resolve(p->w, o, left);
	while (!err && take(p, "|")) {
		err = parse_value(p, &more);
		err = err ? err : where_resolve(p->w, &more, left);
		err = err ? err : join(p, o, &more);
	}
	return err;
}

static int parse_mask(struct parser *p, struct operand *o)
{
	bool paren = take(p, "(");
	struct operand *mask = arena_alloc(&p->w->arena, sizeof(*mask));
	int err = parse_joined(p, mask, o);

	if (err)
		return err;
	o->mask = mask;
	if (mask->kind != OPERAND_NUMBER && mask->kind != OPERAND_SYMBOLS)
		return where_error(p->w, mask->at, mask->len, "a constant expected after '&'; 'and' is '&&'");
	return paren ? expect(p, ")") : 0;
}

static int parse_operand(struct parser *p, struct operand *o, const struct operand *left)
{
	int err = parse_joined(p, o, left);

	if (!err && take(p, "&")) {
		if (operand_is_constant(o))
			return where_error(p->w, o->at, o->len, "the field stands in front of '&', the constant behind it");
		err = parse_mask(p, o);
	}
	return err;
}

/* Checks of kinds */

static const char *name_of(const struct operand *o)
{
	return o->kind == OPERAND_FIELD ? where_fields[o->field].name : "it";
}

/* What sense the right side makes for the left. */
static int check_pair(struct where *w, const struct operand *left, const struct operand *right)
{
	bool is_field = left->kind == OPERAND_FIELD;
	uint8_t type = is_field ? where_fields[left->field].type : 0;
	bool text = is_field && (type == FIELD_IS_TEXT || type == FIELD_IS_WORD || left->path);
	bool number = right->kind == OPERAND_NUMBER && !right->null;

	if (right->kind == OPERAND_CLASS && (!is_field || left->field != FIELD_CALL))
		return where_error(w, right->at, right->len, "a class has calls: only call can be in it");
	if (!is_field)
		return 0;
	if (text && (number || right->kind == OPERAND_SYMBOLS))
		return where_error(w, right->at, right->len, "%s is text: write \"%.*s\"", name_of(left), (int)right->len, w->text + right->at);
	if (right->kind == OPERAND_TEXT && (type == FIELD_IS_NUMBER || type == FIELD_IS_TIME) && !left->path)
		return where_error(w, right->at, right->len, "%s is a number", name_of(left));
	if (number && type == FIELD_IS_TIME && right->unit != UNIT_TIME && right->number)
		return where_error(w, right->at, right->len, "%s is a time: %.*sns, us, ms, s, min or h", name_of(left), (int)right->len, w->text + right->at);
	if (number && type != FIELD_IS_TIME && right->unit == UNIT_TIME)
		return where_error(w, right->at, right->len, "%s is no time", name_of(left));
	return 0;
}

static int compile_regex(struct where *w, struct node *n)
{
	const struct operand *o = &n->right.at[0];
	char why[128];
	int err = regcomp(&n->regex, o->text, REG_EXTENDED | REG_NOSUB);

	if (err) {
		regerror(err, &n->regex, why, sizeof(why));
		return where_error(w, o->at, o->len, "%s", why);
	}
	n->has_regex = true;
	return 0;
}

static int check_compare(struct where *w, struct node *n)
{
	const struct operand *first = &n->right.at[0];
	bool pattern = n->op == OP_GLOB || n->op == OP_REGEX;
	int err = 0;

	if (operand_is_constant(&n->left))
		return where_error(w, n->left.at, n->left.len, "the field stands on the left");
	if (pattern && first->kind != OPERAND_TEXT)
		return where_error(w, first->at, first->len, "a pattern in quotes expected");
	for (size_t i = 0; i < n->right.len && !err; i++)
		err = check_pair(w, &n->left, &n->right.at[i]);
	return err || n->op != OP_REGEX ? err : compile_regex(w, n);
}

/* Nodes */

static int parse_or(struct parser *p, struct node **out);

static struct node *node_new(struct parser *p, enum node_kind kind)
{
	struct node *n = arena_alloc(&p->w->arena, sizeof(*n));

	*n = (struct node){.kind = (uint8_t)kind};
	*vec_push(&p->w->nodes) = n;
	return n;
}

static struct node *negated(struct parser *p, struct node *of)
{
	struct node *n = node_new(p, NODE_NOT);

	n->a = of;
	return n;
}

static const struct {
	const char *text;
	enum compare_op op;
	bool negate;
} operators[] = {
	{"==", OP_EQ, false}, {"!=", OP_EQ, true}, {"<", OP_LT, false}, {"<=", OP_LE, false}, {">", OP_GT, false}, {">=", OP_GE, false},
	{"~", OP_GLOB, false}, {"!~", OP_GLOB, true}, {"=~", OP_REGEX, false},
};

static int find_operator(const struct parser *p)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (peek(p)->kind == WORD_PUNCT && is(p, operators[i].text))
			return (int)i;
	return -1;
}

static int parse_list(struct parser *p, struct node *n)
{
	int err = expect(p, "(");

	while (!err) {
		struct operand *o = vec_push(&n->right);
		*o = (struct operand){0};
		err = parse_joined(p, o, &n->left);
		if (!err && !operand_is_constant(o))
			err = where_error(p->w, o->at, o->len, "a constant expected in the list");
		if (err || !take(p, ","))
			break;
	}
	return err ? err : expect(p, ")");
}

/* What follows an operand, if anything does: a comparison. */
static int parse_comparison(struct parser *p, struct node *n, struct node **out)
{
	int op = find_operator(p);
	bool negate = op >= 0 && operators[op].negate, list = op < 0 && take(p, "in");
	int err;

	*out = n;
	if (op < 0 && !list) {
		if (operand_is_constant(&n->left))
			return fail(p, "a comparison");
		return 0;
	}
	n->kind = NODE_COMPARE;
	n->op = op < 0 ? OP_EQ : operators[op].op;
	p->next += op >= 0;
	if (list)
		err = parse_list(p, n);
	else {
		struct operand *o = vec_push(&n->right);
		*o = (struct operand){0};
		err = parse_operand(p, o, &n->left);
	}
	err = err ? err : check_compare(p->w, n);
	if (negate)
		*out = negated(p, n);
	return err;
}

static int parse_test(struct parser *p, struct node **out)
{
	struct node *n = node_new(p, NODE_TEST);
	int err = parse_operand(p, &n->left, NULL);

	if (err)
		return err;
	if (n->left.kind == OPERAND_CLASS) {
		n->kind = NODE_CLASS;
		n->class = n->left.class;
		*out = n;
		return 0;
	}
	return parse_comparison(p, n, out);
}

/* `(flags & 3) == 1`: what looked like a test is an operand. */
static int parse_parenthesis(struct parser *p, struct node **out)
{
	int err = parse_or(p, out);

	err = err ? err : expect(p, ")");
	if (!err && (*out)->kind == NODE_TEST && (find_operator(p) >= 0 || is(p, "in")))
		err = parse_comparison(p, *out, out);
	return err;
}

static int parse_not(struct parser *p, struct node **out)
{
	int err;

	if (p->depth++ > DEPTH_MAX)
		return where_error(p->w, peek(p)->at, 1, "too deep");
	if (take(p, "!") || take(p, "not")) {
		err = parse_not(p, out);
		if (!err)
			*out = negated(p, *out);
	} else if (take(p, "(")) {
		err = parse_parenthesis(p, out);
	} else {
		err = parse_test(p, out);
	}
	p->depth--;
	return err;
}

static int parse_and(struct parser *p, struct node **out)
{
	int err = parse_not(p, out);

	while (!err && (take(p, "&&") || take(p, "and"))) {
		struct node *n = node_new(p, NODE_AND);
		n->a = *out;
		err = parse_not(p, &n->b);
		*out = n;
	}
	return err;
}

static int parse_or(struct parser *p, struct node **out)
{
	int err = parse_and(p, out);

	while (!err && (take(p, "||") || take(p, "or"))) {
		struct node *n = node_new(p, NODE_OR);
		n->a = *out;
		err = parse_and(p, &n->b);
		*out = n;
	}
	return err;
}

int where_grammar(struct where *w)
{
	struct parser p = {.w = w};

	where_lex(w->text, &w->arena, &p.words);
	int err = parse_or(&p, &w->root);
	if (!err && peek(&p)->kind != WORD_END)
		err = fail(&p, "'&&', '||' or the end");
	vec_done(&p.words);
	return err;
}
