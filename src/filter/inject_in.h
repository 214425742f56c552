/* A parsed rule of -e inject=. Private to src/filter/inject*.c. */
#ifndef RINGSIDE_FILTER_INJECT_IN_H
#define RINGSIDE_FILTER_INJECT_IN_H

#include "base/vec.h"
#include "event/tamper.h"
#include "filter/filter.h"

struct where;

struct rule {
	struct callset calls;
	struct where *where;        /* if=; NULL: always */
	uint64_t first, last, step; /* when= */
	struct tamper tamper;
	char *text;                 /* owned; what follows points into it, or to memory of its own */
	VEC(struct poke) pokes;
};

void rule_free(struct rule *r);

#endif
