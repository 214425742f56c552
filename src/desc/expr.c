/* Evaluates the tables' expressions: see expr.h. */
#include "desc/expr.h"

static bool binary(uint8_t op, int64_t a, int64_t b, int64_t *v)
{
	switch (op) {
	case EXPR_AND: *v = a && b; break;
	case EXPR_OR: *v = a || b; break;
	case EXPR_BITAND: *v = a & b; break;
	case EXPR_BITOR: *v = a | b; break;
	case EXPR_EQ: *v = a == b; break;
	case EXPR_NE: *v = a != b; break;
	case EXPR_LT: *v = a < b; break;
	case EXPR_LE: *v = a <= b; break;
	case EXPR_GT: *v = a > b; break;
	case EXPR_GE: *v = a >= b; break;
	case EXPR_ADD: *v = (int64_t)((uint64_t)a + (uint64_t)b); break;
	case EXPR_SUB: *v = (int64_t)((uint64_t)a - (uint64_t)b); break;
	case EXPR_MUL: *v = (int64_t)((uint64_t)a * (uint64_t)b); break;
	case EXPR_DIV: *v = b ? (int64_t)((uint64_t)a / (uint64_t)b) : 0; break;
	case EXPR_SHR: *v = (int64_t)((uint64_t)a >> (b & 63)); break;
	default: return false;
	}
	return true;
}

bool expr_eval(const struct desc *d, uint16_t expr, expr_lookup *lookup, const void *ctx, int64_t *value)
{
	const struct expr *e = &d->exprs[expr];
	int64_t a, b;

	switch (e->op) {
	case EXPR_NONE:
		return false;
	case EXPR_CONST:
		*value = e->value;
		return true;
	case EXPR_FIELD:
	case EXPR_PARAM:
	case EXPR_RET:
	case EXPR_DEREF:
	case EXPR_HERE:
	case EXPR_PAST:
	case EXPR_NTH:
	case EXPR_NETLINK:
	case EXPR_ATTR:
		return lookup(ctx, e, value);
	case EXPR_NOT:
		if (!expr_eval(d, e->a, lookup, ctx, &a))
			return false;
		*value = !a;
		return true;
	case EXPR_AND:
	case EXPR_OR: /* what decides needs no knowledge of the other */
		if (expr_eval(d, e->a, lookup, ctx, &a) && !a == (e->op == EXPR_AND)) {
			*value = a != 0;
			return true;
		}
		if (!expr_eval(d, e->b, lookup, ctx, &b))
			return false;
		if (!b == (e->op == EXPR_AND)) {
			*value = b != 0;
			return true;
		}
		return expr_eval(d, e->a, lookup, ctx, &a) && binary(e->op, a, b, value);
	default:
		return expr_eval(d, e->a, lookup, ctx, &a) && expr_eval(d, e->b, lookup, ctx, &b) && binary(e->op, a, b, value);
	}
}
