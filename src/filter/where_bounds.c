/*
 * What an expression says of a call's end, apart from all else: see event/bounds.h. Of each node there is what makes it true and what makes it
 * false; where it says something else, that is everything, either way.
 */
#include <string.h>

#include "event/bounds.h"
#include "filter/where_in.h"

struct where_ends {
	struct bounds yes, no;
};

static void ends_any(struct where_ends *out)
{
	bounds_all(&out->yes);
	bounds_all(&out->no);
}

/* Errors: asked for each of them. */

static void ends_of_errors(struct where *w, const struct node *n, struct where_ends *out)
{
	struct event e = {.kind = EVENT_CALL};

	ends_any(out);
	memset(out->yes.box[0].errors, 0, sizeof(out->yes.box[0].errors));
	memset(out->no.box[0].errors, 0, sizeof(out->no.box[0].errors));
	for (unsigned error = 0; error < BOUNDS_ERRORS; error++) {
		e.outcome = error ? OUTCOME_ERROR : OUTCOME_OK;
		e.ret = -(int64_t)error;
		enum truth t = where_eval_node(w, n, &e);
		out->yes.box[0].errors[error / 64] |= (uint64_t)(t == TRUTH_TRUE) << error % 64;
		out->no.box[0].errors[error / 64] |= (uint64_t)(t == TRUTH_FALSE) << error % 64;
	}
}

/* Results and durations: ranges. */

static int64_t clamped(__int128 v, __int128 min, __int128 max)
{
	return (int64_t)(uint64_t)(v < min ? min : v > max ? max : v);
}

/* Adds min..max as far as the field has such values. */
static void add_range(struct bounds *b, uint8_t field, __int128 min, __int128 max)
{
	__int128 least = field == FIELD_DUR ? 0 : INT64_MIN, most = field == FIELD_DUR ? UINT64_MAX : INT64_MAX;
	struct bounds one;

	if (max < least || min > most || min > max)
		return;
	bounds_all(&one);
	if (field == FIELD_DUR) {
		one.box[0].min_ns = (uint64_t)clamped(min, least, most);
		one.box[0].max_ns = (uint64_t)clamped(max, least, most);
	} else {
		one.box[0].min_ret = clamped(min, least, most);
		one.box[0].max_ret = clamped(max, least, most);
	}
	bounds_or(b, &one);
}

static void ends_of_number(uint8_t field, uint8_t op, __int128 v, struct where_ends *out)
{
	const __int128 far = (__int128)1 << 100;

	bounds_none(&out->yes);
	bounds_none(&out->no);
	switch ((enum compare_op)op) {
	case OP_EQ:
		add_range(&out->yes, field, v, v);
		add_range(&out->no, field, -far, v - 1);
		add_range(&out->no, field, v + 1, far);
		break;
	case OP_LT:
	case OP_GE:
		add_range(op == OP_LT ? &out->yes : &out->no, field, -far, v - 1);
		add_range(op == OP_LT ? &out->no : &out->yes, field, v, far);
		break;
	default:
		add_range(op == OP_LE ? &out->yes : &out->no, field, -far, v);
		add_range(op == OP_LE ? &out->no : &out->yes, field, v + 1, far);
	}
}

static bool are_numbers(const struct node *n)
{
	for (size_t i = 0; i < n->right.len; i++)
		if (n->right.at[i].kind != OPERAND_NUMBER)
			return false;
	return n->kind == NODE_COMPARE && n->op <= OP_GE && !n->left.mask && n->right.len;
}

/* Of several numbers one is enough. */
static void ends_of_numbers(const struct node *n, struct where_ends *out)
{
	struct where_ends one;

	bounds_none(&out->yes);
	bounds_all(&out->no);
	for (size_t i = 0; i < n->right.len; i++) {
		ends_of_number(n->left.field, n->op, n->right.at[i].number, &one);
		bounds_or(&out->yes, &one.yes);
		bounds_and(&out->no, &one.no);
	}
}

/* Nodes */

static void make_leaf(struct where *w, const struct node *n, struct where_ends *out)
{
	struct node of_any = *n; /* whichever call it is about */
	bool constant = true;

	for (size_t i = 0; i < n->right.len; i++)
		constant &= operand_is_constant(&n->right.at[i]);
	of_any.left.only = NULL;
	if (n->left.kind == OPERAND_FIELD && n->left.field == FIELD_ERRNO && constant)
		ends_of_errors(w, &of_any, out);
	else if (n->left.kind == OPERAND_FIELD && (n->left.field == FIELD_RET || n->left.field == FIELD_DUR) && !n->left.path && are_numbers(n))
		ends_of_numbers(n, out);
	else
		ends_any(out);
}

/* These are the same for all calls that have the field. */
static const struct where_ends *leaf(struct where *w, struct node *n)
{
	if (!n->ends) {
		n->ends = arena_alloc(&w->arena, sizeof(*n->ends));
		make_leaf(w, n, n->ends);
	}
	return n->ends;
}

static void ends_of_truth(enum truth t, struct where_ends *out)
{
	(t == TRUTH_TRUE ? bounds_all : bounds_none)(&out->yes);
	(t == TRUTH_FALSE ? bounds_all : bounds_none)(&out->no);
}

/* `e` has but the number. */
static void ends(struct where *w, struct node *n, const struct event *e, struct where_ends *out)
{
	struct where_ends other;

	if (where_is_by_number(n)) {
		ends_of_truth(where_eval_node(w, n, e), out);
		return;
	}
	switch ((enum node_kind)n->kind) {
	case NODE_AND:
	case NODE_OR:
		ends(w, n->a, e, out);
		ends(w, n->b, e, &other);
		(n->kind == NODE_AND ? bounds_and : bounds_or)(&out->yes, &other.yes);
		(n->kind == NODE_AND ? bounds_or : bounds_and)(&out->no, &other.no);
		break;
	case NODE_NOT:
		ends(w, n->a, e, &other);
		out->yes = other.no;
		out->no = other.yes;
		break;
	default:
		if (n->left.only && desc_call(w->desc, (enum abi)e->abi, e->nr) != n->left.only)
			ends_of_truth(TRUTH_UNKNOWN, out);
		else
			*out = *leaf(w, n);
	}
}

void where_bounds(struct where *w, enum abi abi, uint64_t nr, struct bounds *out)
{
	struct event e = {.kind = EVENT_ENTERED, .abi = (uint8_t)abi, .nr = nr};
	struct where_ends whole;

	ends(w, w->root, &e, &whole);
	*out = whole.yes;
}
