/* What the expressions in the tables mean at a place of an event: names, parameters, memory behind pointers. */
#include "decode/walk_in.h"

#include <string.h>

#include "desc/expr.h"

uint64_t place_number(const struct place *at, uint32_t offset, unsigned size, bool is_signed, bool big_endian)
{
	uint64_t v = 0;

	if (!at->p || (uint64_t)offset + size > at->avail || size > 8)
		return 0;
	if (big_endian)
		for (unsigned i = 0; i < size; i++)
			v = v << 8 | at->p[offset + i];
	else
		memcpy(&v, at->p + offset, size);
	if (is_signed && size && size < 8 && v >> (size * 8 - 1) & 1)
		v |= ~0ULL << size * 8;
	return v;
}

/* Names in expressions */

struct lookup {
	const struct walk *w;
	const struct scope *s;
	enum phase phase;
	uint32_t avail; /* bytes at the place that asks */
};

static const struct field *field_at(const struct walk *w, const struct scope *s, unsigned i)
{
	return &w->d->fields[s->first + i];
}

/* What a switch is otherwise, which is last. */
static const struct type *otherwise(const struct walk *w, const struct type *t)
{
	return t->kind == TYPE_SWITCH && t->count ? type_at(w, w->d->cases[t->first + t->count - 1].type) : t;
}

/* The value behind a pointer argument: of a struct, that of the member with this name, or of the first. */
static bool lookup_deref(const struct lookup *l, const struct scope *s, const struct field *f, uint32_t member, int64_t *value)
{
	const struct type *pointer = otherwise(l->w, type_at(l->w, f->type));
	const struct type *t = otherwise(l->w, type_at(l->w, pointer->elem));
	uint32_t offset = 0;
	if (t->kind == TYPE_SIZED)
		t = type_at(l->w, t->elem);
	if (t->kind == TYPE_STRUCT) { /* its first member: how long it says it is */
		const struct field *told = &l->w->d->fields[t->first];
		for (unsigned i = 0; member && i < t->count; i++)
			if (l->w->d->fields[t->first + i].name == member)
				told = &l->w->d->fields[t->first + i];
		offset = told->offset[l->w->abi];
		t = type_at(l->w, told->type);
	}
	unsigned size = t->size[l->w->abi];
	size_t len;
	enum blob_status status;

	if (!s->is_call || pointer->kind != TYPE_POINTER || size > 8)
		return false;
	enum phase phase = pointer->dir & DIR_OUT ? l->phase : PHASE_ENTRY;
	uint64_t addr = l->w->e->args[f->reg[l->w->abi]] + offset;
	const uint8_t *p = event_memory(l->w->e, phase, addr, size, &len, &status);
	if (len < size && phase == PHASE_EXIT)
		p = event_memory(l->w->e, PHASE_ENTRY, addr, size, &len, &status);
	if (len < size)
		return false;
	struct place at = {.p = p, .avail = (uint32_t)len};
	*value = (int64_t)place_number(&at, 0, size, t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN);
	return true;
}

static bool lookup_name(const void *ctx, const struct expr *e, int64_t *value);

static bool lookup_netlink(const struct lookup *l, const struct expr *e, int64_t *value)
{
	int64_t fd;

	if (!expr_eval(l->w->d, e->a, lookup_name, l, &fd))
		return false;
	const struct blob *b = event_note(l->w->e, BLOB_NETLINK, l->phase, (uint64_t)(int64_t)(int)fd);
	struct place at = {.p = b ? b->data : NULL, .avail = b ? b->len : 0};
	*value = b ? (int64_t)place_number(&at, 0, 4, false, false) : -1;
	return true;
}

static bool lookup_name(const void *ctx, const struct expr *e, int64_t *value)
{
	const struct lookup *l = ctx;
	const struct scope *s = l->s;

	if (e->op == EXPR_RET) {
		*value = l->w->e->ret;
		return l->w->returned;
	}
	if (e->op == EXPR_HERE) {
		*value = l->avail;
		return true;
	}
	if (e->op == EXPR_PAST) {
		while (s->outer)
			s = s->outer;
		*value = (int64_t)s->place.avail - l->avail;
		return true;
	}
	if (e->op == EXPR_NTH) {
		*value = l->w->nth;
		return true;
	}
	if (e->op == EXPR_ATTR) {
		*value = (int64_t)walk_attribute(l->w, (uint64_t)e->value);
		return true;
	}
	if (e->op == EXPR_NETLINK)
		return lookup_netlink(l, e, value);
	if (e->op == EXPR_PARAM) {
		struct lookup outer = {l->w, s->user, l->phase, s->place.avail};
		while (s && !s->user)
			s = s->outer;
		if (!s)
			return false;
		outer.s = s->user;
		return expr_eval(l->w->d, (uint16_t)(s->params + e->a), lookup_name, &outer, value);
	}
	for (unsigned up = e->b; up && s; up--)
		s = s->outer;
	if (!s)
		return false;
	const struct field *f = field_at(l->w, s, e->a);
	if (e->op == EXPR_DEREF)
		return lookup_deref(l, s, f, (uint32_t)e->value, value);
	const struct type *t = type_at(l->w, f->type);
	unsigned size = t->size[l->w->abi];
	struct place reg = {.p = (const uint8_t *)walk_register(l->w, f), .avail = 8};
	const struct place *at = s->is_call ? &reg : &s->place;
	uint32_t offset = s->is_call ? 0 : f->offset[l->w->abi];
	if (!at->p || !size || offset + size > at->avail)
		return false;
	*value = (int64_t)place_number(at, offset, size, t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN);
	if (t->flags & TF_MASKED)
		*value = (int64_t)(((uint64_t)*value & (uint64_t)l->w->d->exprs[t->len].value) >> t->first);
	return true;
}

bool walk_eval(const struct walk *w, uint16_t expr, const struct scope *s, const struct place *at, int64_t *value)
{
	struct lookup l = {w, s, at ? at->phase : PHASE_ENTRY, at ? at->avail : 0};

	return expr_eval(w->d, expr, lookup_name, &l, value);
}

/* Absent or unknown conditions hold. */
bool walk_holds(const struct walk *w, uint16_t expr, const struct scope *s, const struct place *at)
{
	int64_t v;

	return !expr || !walk_eval(w, expr, s, at, &v) || v;
}
