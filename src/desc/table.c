/* Look-ups in the tables: see table.h. */
#include "desc/table.h"

#include <string.h>

#include "desc/expr.h"

enum { X32_BIT = 0x40000000 };

const struct call *desc_call(const struct desc *d, enum abi abi, uint64_t nr)
{
	if (abi == ABI_X32)
		nr &= ~(uint64_t)X32_BIT;
	if (nr >= d->nnumbers[abi] || !d->numbers[abi][nr])
		return NULL;
	return &d->calls[d->numbers[abi][nr]];
}

const struct call *desc_call_named(const struct desc *d, const char *name)
{
	for (uint32_t i = 1; i < d->ncalls; i++)
		if (strcmp(desc_string(d, d->calls[i].name), name) == 0)
			return &d->calls[i];
	return NULL;
}

int desc_number(const struct desc *d, enum abi abi, const struct call *c)
{
	for (uint32_t nr = 0; nr < d->nnumbers[abi]; nr++)
		if (d->numbers[abi][nr] == (uint16_t)(c - d->calls))
			return (int)nr;
	return -1;
}

const char *desc_call_name(const struct desc *d, const struct call *c)
{
	return desc_string(d, c->name);
}

struct args_view {
	const struct desc *desc;
	const struct shape *shape;
	enum abi abi;
	const uint64_t *args;
};

/* An argument as a number of its type's width. */
static bool arg_lookup(const void *ctx, const struct expr *e, int64_t *value)
{
	const struct args_view *v = ctx;

	if (e->op != EXPR_FIELD)
		return false;
	const struct field *f = &v->desc->fields[v->shape->first + e->a];
	const struct type *t = &v->desc->types[f->type];
	uint64_t raw = v->args[f->reg[v->abi]];
	if (t->size[v->abi] == 4)
		raw = t->flags & TF_SIGNED ? (uint64_t)(int64_t)(int32_t)raw : (uint32_t)raw;
	*value = (int64_t)raw;
	return true;
}

static bool in_abi(uint8_t abis, enum abi abi)
{
	return !abis || abis >> abi & 1;
}

/* The case of a value, or NULL: an exact one before one with a mask. */
static const struct switch_case *find_case(const struct desc *d, const struct call *c, enum abi abi, uint64_t value)
{
	const struct switch_case *cases = &d->cases[c->first_case];
	unsigned low = 0, high = c->nexact;

	while (low < high) {
		unsigned mid = (low + high) / 2;
		if (cases[mid].value < value)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < c->nexact && cases[low].value == value; low++)
		if (in_abi(cases[low].abis, abi))
			return &cases[low];
	for (unsigned i = c->nexact; i < c->ncases; i++)
		if ((value & cases[i].mask) == cases[i].value && in_abi(cases[i].abis, abi))
			return &cases[i];
	return NULL;
}

const struct shape *desc_shape(const struct desc *d, const struct call *c, enum abi abi, const uint64_t args[6])
{
	const struct shape *base = &d->shapes[c->shape];
	int64_t value;

	if (!c->select)
		return base;
	struct args_view view = {d, &d->shapes[d->cases[c->first_case].shape], abi, args};
	if (!c->ncases || !expr_eval(d, c->select, arg_lookup, &view, &value))
		return base;
	const struct switch_case *one = find_case(d, c, abi, (uint64_t)value);
	return one ? &d->shapes[one->shape] : base;
}

const struct symbol *desc_request(const struct desc *d, uint16_t set, enum abi abi, uint32_t request)
{
	const struct symbol *at = &d->symbols[d->sets[set].first];
	uint32_t low = 0, high = d->sets[set].count, n = high;

	while (low < high) {
		uint32_t mid = (low + high) / 2;
		if (at[mid].value < request)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < n && at[low].value == request; low++)
		if (in_abi(at[low].abis, abi))
			return &at[low];
	return NULL;
}

const struct symbol *desc_request_pattern(const struct desc *d, enum abi abi, uint32_t request)
{
	const struct set *set = &d->sets[d->patterns];
	const struct symbol *at = &d->symbols[set->first];

	for (uint32_t i = 0; d->patterns && i < set->count; i++)
		if ((request & at[i].mask) == at[i].value && in_abi(at[i].abis, abi))
			return &at[i];
	return NULL;
}

uint16_t desc_set_named(const struct desc *d, const char *name)
{
	for (uint32_t i = 1; i < d->nsets; i++)
		if (strcmp(desc_string(d, d->sets[i].name), name) == 0)
			return (uint16_t)i;
	return 0;
}
