/* Evaluation of the expressions in the tables. */
#ifndef RINGSIDE_DESC_EXPR_H
#define RINGSIDE_DESC_EXPR_H

#include "desc/table.h"

/*
 * The value of a name: FIELD, PARAM, RET, DEREF, HERE, PAST, NTH or NETLINK. Returns false when it is not known (memory that was not copied, a result
 * before the call is done); an expression over an unknown value is itself unknown.
 */
typedef bool expr_lookup(const void *ctx, const struct expr *e, int64_t *value);

bool expr_eval(const struct desc *d, uint16_t expr, expr_lookup *lookup, const void *ctx, int64_t *value);

#endif
