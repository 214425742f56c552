/* Filter expressions: see where.h. Evaluation, and which calls can match. */
#include "filter/where.h"

#include <stdlib.h>
#include <string.h>

#include "filter/where_in.h"
#include "task/task.h"

/* Values of operands */

struct view {
	struct where *w;
	const struct event *e;
	const struct task *t;
};

struct values {
	const struct where_value *at;
	size_t len;
};

/* Whether the operand's value can still change, or is in memory that is not there yet. A task may get another name in its call. */
static bool is_open(const struct where *w, const struct operand *o)
{
	if (w->certainty == CERTAIN_NOW)
		return false;
	if (o->kind == OPERAND_FIELD)
		return o->field == FIELD_COMM || where_fields[o->field].late ||
		       (w->certainty == CERTAIN_REGISTERS && (o->path || o->field == FIELD_PATH));
	return w->certainty == CERTAIN_REGISTERS || w->args.at[o->arg].late;
}

/* Of a field until the next field is asked for, of an argument until the next event. */
static struct values values_of(struct view *v, const struct operand *o)
{
	struct where *w = v->w;

	if (is_open(w, o))
		return (struct values){NULL, 0};
	if (o->kind == OPERAND_FIELD) {
		w->fields.len = 0;
		where_field_values(w, o, v->e, v->t);
		return (struct values){w->fields.at, w->fields.len};
	}
	if (!w->collected)
		where_args_collect(w, v->e);
	w->collected = true;
	return (struct values){w->args.at[o->arg].values.at, w->args.at[o->arg].values.len};
}

/* Of several values one is enough. */
static enum truth any_of(enum truth sum, enum truth one)
{
	if (sum == TRUTH_TRUE || one == TRUTH_TRUE)
		return TRUTH_TRUE;
	return sum == TRUTH_UNKNOWN || one == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : TRUTH_FALSE;
}

static enum truth compare_constant(struct view *v, const struct node *n, const struct operand *right)
{
	struct values left = values_of(v, &n->left);
	enum truth sum = left.len ? TRUTH_FALSE : TRUTH_UNKNOWN;

	for (size_t i = 0; i < left.len && sum != TRUTH_TRUE; i++)
		sum = any_of(sum, where_compare(v->w, n, &left.at[i], right));
	return sum;
}

/* A value as the constant that it would be. */
static struct operand as_constant(const struct where_value *v, const struct operand *of)
{
	__int128 number = v->is_signed ? (__int128)(int64_t)v->raw : (__int128)v->raw;

	if (v->kind == VALUE_BYTES)
		return (struct operand){.kind = OPERAND_TEXT, .text = (const char *)v->data, .text_len = v->len};
	if (of->mask && of->mask->kind == OPERAND_NUMBER)
		number &= of->mask->number;
	return (struct operand){.kind = OPERAND_NUMBER, .number = number};
}

/* Both sides vary. The values of one field make way for those of another, so the right side's are kept apart. */
static enum truth compare_values(struct view *v, const struct node *n, const struct operand *right)
{
	struct values values = values_of(v, right);
	struct where_value *mine = arena_alloc(&v->w->values, (values.len + 1) * sizeof(*mine));
	enum truth sum = values.len ? TRUTH_FALSE : TRUTH_UNKNOWN;

	if (values.len)
		memcpy(mine, values.at, values.len * sizeof(*mine));
	for (size_t i = 0; i < values.len && sum != TRUTH_TRUE; i++) {
		struct operand constant = as_constant(&mine[i], right);
		sum = any_of(sum, mine[i].kind == VALUE_THING ? TRUTH_UNKNOWN : compare_constant(v, n, &constant));
	}
	return sum;
}

/* Nodes */

static enum truth eval_compare(struct view *v, const struct node *n)
{
	enum truth sum = TRUTH_FALSE;

	for (size_t i = 0; i < n->right.len && sum != TRUTH_TRUE; i++) {
		const struct operand *o = &n->right.at[i];
		sum = any_of(sum, operand_is_constant(o) ? compare_constant(v, n, o) : compare_values(v, n, o));
	}
	return sum;
}

static enum truth eval_test(struct view *v, const struct node *n)
{
	struct values values = values_of(v, &n->left);
	enum truth sum = values.len ? TRUTH_FALSE : TRUTH_UNKNOWN;

	for (size_t i = 0; i < values.len && sum != TRUTH_TRUE; i++)
		sum = any_of(sum, where_nonzero(v->w, &n->left, &values.at[i]));
	return sum;
}

static enum truth eval_class(const struct view *v, const struct node *n)
{
	const struct call *c = desc_call(v->w->desc, (enum abi)v->e->abi, v->e->nr);

	if (v->e->kind != EVENT_CALL && v->e->kind != EVENT_ENTERED)
		return TRUTH_UNKNOWN;
	return truth_of(c && c->classes >> n->class & 1);
}

static enum truth eval(struct view *v, const struct node *n)
{
	enum truth a, b;

	switch ((enum node_kind)n->kind) {
	case NODE_AND:
		a = eval(v, n->a);
		if (a == TRUTH_FALSE)
			return a;
		b = eval(v, n->b);
		return b == TRUTH_FALSE ? b : a == TRUTH_UNKNOWN ? a : b;
	case NODE_OR:
		a = eval(v, n->a);
		return a == TRUTH_TRUE ? a : any_of(a, eval(v, n->b));
	case NODE_NOT:
		return truth_not(eval(v, n->a));
	case NODE_CLASS:
		return eval_class(v, n);
	case NODE_TEST:
		return eval_test(v, n);
	default:
		return eval_compare(v, n);
	}
}

enum truth where_eval(struct where *w, const struct event *e, const struct task *t)
{
	struct view v = {w, e, t};

	arena_reset(&w->values);
	w->collected = false;
	return eval(&v, w->root);
}

enum truth where_eval_node(struct where *w, const struct node *n, const struct event *e)
{
	struct view v = {w, e, NULL};

	arena_reset(&w->values);
	w->collected = false;
	return eval(&v, n);
}

bool where_excludes(struct where *w, const struct event *e, bool memory)
{
	w->certainty = memory ? CERTAIN_MEMORY : CERTAIN_REGISTERS;
	enum truth t = where_eval(w, e, NULL);
	w->certainty = CERTAIN_NOW;
	return t == TRUTH_FALSE;
}

/* Which calls can make it true, and which false */

struct outlook {
	struct callset yes, no;
};

static void callset_and(struct callset *s, const struct callset *with)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		for (int i = 0; i < CALLSET_WORDS; i++)
			s->bits[abi][i] &= with->bits[abi][i];
	s->beyond &= with->beyond;
}

static void callset_or(struct callset *s, const struct callset *with)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		for (int i = 0; i < CALLSET_WORDS; i++)
			s->bits[abi][i] |= with->bits[abi][i];
	s->beyond |= with->beyond;
}

/* What depends on number and ABI only is asked for each of them. */
static void look_by_number(struct where *w, const struct node *n, struct outlook *out)
{
	struct event e = {.kind = EVENT_ENTERED};
	struct view v = {w, &e, NULL};

	callset_none(&out->yes);
	callset_none(&out->no);
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		for (uint64_t nr = 0; nr < CALLSET_WORDS * 64; nr++) {
			e.abi = (uint8_t)abi;
			e.nr = nr;
			enum truth t = eval(&v, n);
			out->yes.bits[abi][nr / 64] |= (uint64_t)(t == TRUTH_TRUE) << nr % 64;
			out->no.bits[abi][nr / 64] |= (uint64_t)(t == TRUTH_FALSE) << nr % 64;
		}
	}
	out->yes.beyond = out->no.beyond = n->kind == NODE_CLASS || n->left.field != FIELD_CALL;
}

static void operand_calls(const struct where *w, const struct operand *o, struct callset *out)
{
	if (o->kind == OPERAND_FIELD)
		where_field_calls(w, o, out);
	else if (o->kind == OPERAND_ARG)
		*out = w->args.at[o->arg].calls;
	else
		callset_all(out);
}

bool where_is_by_number(const struct node *n)
{
	bool field = n->kind == NODE_COMPARE && n->left.kind == OPERAND_FIELD && !n->left.only &&
		     (n->left.field == FIELD_CALL || n->left.field == FIELD_ABI || n->left.field == FIELD_NR);

	for (size_t i = 0; i < n->right.len; i++)
		field &= operand_is_constant(&n->right.at[i]);
	return n->kind == NODE_CLASS || field;
}

static void look(struct where *w, const struct node *n, struct outlook *out)
{
	struct outlook other;

	if (where_is_by_number(n)) {
		look_by_number(w, n, out);
		return;
	}
	switch ((enum node_kind)n->kind) {
	case NODE_AND:
	case NODE_OR:
		look(w, n->a, out);
		look(w, n->b, &other);
		(n->kind == NODE_AND ? callset_and : callset_or)(&out->yes, &other.yes);
		(n->kind == NODE_AND ? callset_or : callset_and)(&out->no, &other.no);
		break;
	case NODE_NOT:
		look(w, n->a, &other);
		out->yes = other.no;
		out->no = other.yes;
		break;
	default:
		operand_calls(w, &n->left, &out->yes);
		for (size_t i = 0; i < n->right.len; i++) {
			operand_calls(w, &n->right.at[i], &other.yes);
			callset_and(&out->yes, &other.yes);
		}
		out->no = out->yes;
	}
}

void where_limit(const struct where *w, struct callset *s)
{
	callset_and(s, &w->calls);
}

/* Beginning and end */

const struct where_needs *where_needs(const struct where *w)
{
	return &w->needs;
}

int where_parse(const char *what, const char *text, const struct desc *d, uint32_t max_string, struct where **out)
{
	struct where *w = calloc(1, sizeof(*w));
	struct outlook outlook;

	if (!w)
		abort();
	w->what = what;
	w->text = text;
	w->desc = d;
	w->max_string = max_string;
	int err = where_grammar(w);
	if (err) {
		where_free(w);
		return err;
	}
	look(w, w->root, &outlook);
	w->calls = outlook.yes;
	*out = w;
	return 0;
}

void where_free(struct where *w)
{
	if (!w)
		return;
	for (size_t i = 0; i < w->nodes.len; i++) {
		if (w->nodes.at[i]->has_regex)
			regfree(&w->nodes.at[i]->regex);
		vec_done(&w->nodes.at[i]->right);
	}
	for (size_t i = 0; i < w->args.len; i++) {
		vec_done(&w->args.at[i].sets);
		vec_done(&w->args.at[i].values);
	}
	vec_done(&w->nodes);
	vec_done(&w->args);
	vec_done(&w->fields);
	arena_done(&w->arena);
	arena_done(&w->values);
	free(w);
}
