/* Values where they lie: structs with their members, switches, customs. */
#include "decode/walk_in.h"

#include <string.h>

static void walk_fields(struct walk *w, const struct type *t, const struct place *at, const struct scope *user,
                        const struct scope *outer, bool *more);

static const struct switch_case *choose(const struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t value;

	if (!walk_eval(w, t->len, s, at, &value))
		return NULL;
	for (unsigned i = 0; i < t->count; i++) {
		const struct switch_case *c = &w->d->cases[t->first + i];
		if (c->is_default || c->value == (uint64_t)value)
			return c;
	}
	return NULL;
}

/* The part of a SIZED value that is there. */
static struct place bound(const struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	struct place bounded = *at;
	int64_t bytes;

	if (t->len && walk_eval(w, t->len, s, at, &bytes) && (uint64_t)bytes < at->avail)
		bounded.avail = (uint32_t)bytes;
	return bounded;
}

static void walk_embedded(struct walk *w, uint16_t id, const struct place *at, const struct scope *s, bool *more)
{
	const struct type *t = type_at(w, id);

	while (t->kind == TYPE_SWITCH) {
		const struct switch_case *c = choose(w, t, s, at);
		if (!c || !c->type)
			return;
		t = type_at(w, c->type);
	}
	if (t->kind == TYPE_STRUCT) {
		walk_fields(w, t, at, s->user, s, more);
	} else if (t->kind == TYPE_SIZED && type_at(w, t->elem)->kind == TYPE_STRUCT) {
		struct scope user = {.user = s, .params = t->first};
		struct place bounded = bound(w, t, at, s);
		walk_fields(w, type_at(w, t->elem), &bounded, &user, NULL, more);
	}
}

static bool shown_in_half(const struct walk *w, const struct type *t, const struct field *f)
{
	if (w->only_changes)
		return f->flags & FF_CHANGE;
	if (w->half == HALF_BEFORE)
		return !(f->flags & FF_AFTER);
	if (w->half == HALF_AFTER)
		return walk_has_after(w, t) ? f->flags & FF_AFTER : !(f->flags & FF_BEFORE);
	return true;
}

static void walk_changed_member(struct walk *w, const struct field *f, const struct place *at, const struct scope *s)
{
	unsigned size = type_at(w, f->type)->size[w->abi];
	struct place before = *at;

	before.p = at->before;
	if (at->before && memcmp(at->before, at->p, size)) {
		walk_value(w, f->type, &before, s);
		w->v->ops->change(w->v);
	}
	walk_value(w, f->type, at, s);
}

static void walk_field(struct walk *w, const struct field *f, const struct place *at, const struct scope *s)
{
	w->v->ops->field(w->v, desc_string(w->d, f->name));
	if (f->flags & FF_CHANGE && !w->only_changes)
		walk_changed_member(w, f, at, s);
	else
		walk_value(w, f->type, at, s);
}

static bool is_zero(const struct place *at, uint32_t size)
{
	for (uint32_t i = 0; i < size && i < at->avail; i++)
		if (at->p[i])
			return false;
	return true;
}

static void walk_fields(struct walk *w, const struct type *t, const struct place *at, const struct scope *user,
                        const struct scope *outer, bool *more)
{
	struct scope s = {.outer = outer, .first = t->first, .place = *at};

	if (outer) {
		s.user = outer->user;
		s.params = outer->params;
	} else if (user) {
		s.user = user->user;
		s.params = user->params;
	}
	for (unsigned i = 0; i < t->count; i++) {
		const struct field *f = &w->d->fields[t->first + i];
		uint32_t offset = f->offset[w->abi], size = type_at(w, f->type)->size[w->abi];
		struct place member = *at;

		if (f->flags & FF_HIDDEN || !shown_in_half(w, t, f) || !walk_holds(w, f->cond, &s, at))
			continue;
		if (offset > at->avail || (!(f->flags & FF_EMBED) && offset + size > at->avail))
			continue; /* beyond the struct that the program gave */
		member.p += offset;
		member.addr += offset;
		member.avail -= offset;
		if (member.before)
			member.before += offset;
		if (f->flags & FF_EMBED) {
			walk_embedded(w, f->type, &member, &s, more);
			continue;
		}
		if (size)
			member.avail = size;
		if (f->flags & FF_NONZERO && is_zero(&member, size))
			continue;
		if (f->flags & FF_VERBOSE && !w->o->verbose)
			*more = true;
		else
			walk_field(w, f, &member, &s);
	}
}

static void walk_struct(struct walk *w, const struct type *t, const struct place *at, const struct scope *user)
{
	bool more = false;

	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	walk_fields(w, t, at, user, t->name ? NULL : user, &more);
	if (more)
		w->v->ops->more(w->v);
	w->v->ops->close(w->v, GROUP_STRUCT);
}

static void walk_sized(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	struct place bounded = bound(w, t, at, s);
	struct scope user = {.user = s, .params = t->first};
	const struct type *elem = type_at(w, t->elem);
	if (elem->kind == TYPE_STRUCT)
		walk_struct(w, elem, &bounded, &user);
	else
		walk_value(w, t->elem, &bounded, s);
}

/* Bytes or elements that lie in the struct itself. */
static void walk_inline(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	uint64_t n = walk_count(w, t, s, at);

	if (t->kind == TYPE_ARRAY) {
		uint32_t unit = type_at(w, t->elem)->size[w->abi];
		walk_elements(w, t, at, t->flags & TF_BYTES ? (unit ? n / unit : 0) : n, s);
		return;
	}
	walk_bytes(w, t, at->p, n < at->avail ? (size_t)n : at->avail, n < at->avail ? n : at->avail);
}

int64_t custom_param(const struct walk *w, const struct custom_use *u, unsigned i, int64_t otherwise)
{
	int64_t v;

	if (i < u->type->count && walk_eval(w, (uint16_t)(u->type->first + i), u->scope, u->at, &v))
		return v;
	return otherwise;
}

uint64_t custom_number(const struct walk *w, const struct custom_use *u)
{
	const struct type *t = type_at(w, u->type->elem);

	return place_number(u->at, 0, t->size[w->abi], t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN);
}

static void walk_custom(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	const char *name = desc_string(w->d, t->name);
	struct custom_use use = {t, at, s};

	for (size_t i = 0; i < ncustoms; i++) {
		if (strcmp(customs[i].name, name) == 0) {
			customs[i].show(w, &use);
			return;
		}
	}
	walk_value(w, t->elem, at, s); /* a description of a newer version: show what it is made of */
}

void walk_value(struct walk *w, uint16_t id, const struct place *at, const struct scope *s)
{
	const struct type *t = type_at(w, id);

	switch ((enum type_kind)t->kind) {
	case TYPE_VOID:
		break;
	case TYPE_INT:
		w->phase = at->phase;
		walk_number(w, t, place_number(at, 0, t->size[w->abi], t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN));
		break;
	case TYPE_POINTER:
		walk_pointer(w, t, at, s);
		break;
	case TYPE_STRUCT:
		walk_struct(w, t, at, s);
		break;
	case TYPE_SIZED:
		walk_sized(w, t, at, s);
		break;
	case TYPE_SWITCH: {
		const struct switch_case *c = choose(w, t, s, at);
		if (c && c->type)
			walk_value(w, c->type, at, s);
		break;
	}
	case TYPE_CUSTOM:
		walk_custom(w, t, at, s);
		break;
	case TYPE_STRING:
		break;
	case TYPE_BUFFER:
	case TYPE_ARRAY:
		walk_inline(w, t, at, s);
		break;
	case TYPE_VECTOR:
		walk_vector(w, t, at);
		break;
	}
}
