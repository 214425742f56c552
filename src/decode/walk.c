/*
 * The walk: interprets the tables over an event's registers and blobs and tells a visitor. It leaves numbers to number.c and
 * what the language cannot say to custom/.
 */
#include "decode/walk_in.h"

#include <stdio.h>
#include <string.h>

#include "desc/expr.h"

enum { PATH_BYTES = 4096, ELEMENTS_MAX = 65536 };

static const struct type *type_at(const struct walk *w, uint16_t id)
{
	return &w->d->types[id];
}

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
};

static const struct field *field_at(const struct walk *w, const struct scope *s, unsigned i)
{
	return &w->d->fields[s->first + i];
}

/* The value behind a pointer argument. */
static bool lookup_deref(const struct lookup *l, const struct scope *s, const struct field *f, int64_t *value)
{
	const struct type *pointer = type_at(l->w, f->type);
	const struct type *t = type_at(l->w, pointer->elem);
	unsigned size = t->size[l->w->abi];
	size_t len;
	enum blob_status status;

	if (!s->is_call || pointer->kind != TYPE_POINTER || size > 8)
		return false;
	enum phase phase = pointer->dir & DIR_OUT ? l->phase : PHASE_ENTRY;
	uint64_t addr = l->w->e->args[f->reg[l->w->abi]];
	const uint8_t *p = event_memory(l->w->e, phase, addr, size, &len, &status);
	if (len < size && phase == PHASE_EXIT)
		p = event_memory(l->w->e, PHASE_ENTRY, addr, size, &len, &status);
	if (len < size)
		return false;
	struct place at = {.p = p, .avail = (uint32_t)len};
	*value = (int64_t)place_number(&at, 0, size, t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN);
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
	if (e->op == EXPR_PARAM) {
		struct lookup outer = {l->w, s->user, l->phase};
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
		return lookup_deref(l, s, f, value);
	const struct type *t = type_at(l->w, f->type);
	unsigned size = t->size[l->w->abi];
	struct place reg = {.p = (const uint8_t *)&l->w->e->args[f->reg[l->w->abi] % REG_RET], .avail = 8};
	const struct place *at = s->is_call ? &reg : &s->place;
	uint32_t offset = s->is_call ? 0 : f->offset[l->w->abi];
	if (!at->p || !size || offset + size > at->avail)
		return false;
	*value = (int64_t)place_number(at, offset, size, t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN);
	return true;
}

bool walk_eval(const struct walk *w, uint16_t expr, const struct scope *s, const struct place *at, int64_t *value)
{
	struct lookup l = {w, s, at ? at->phase : PHASE_ENTRY};

	return expr_eval(w->d, expr, lookup_name, &l, value);
}

/* Absent or unknown conditions hold. */
static bool holds(const struct walk *w, uint16_t expr, const struct scope *s, const struct place *at)
{
	int64_t v;

	return !expr || !walk_eval(w, expr, s, at, &v) || v;
}

/* Pointers */

static void unreadable(struct walk *w, uint64_t addr)
{
	w->v->ops->pointer(w->v, addr, POINTER_UNREADABLE);
}

static void walk_string(struct walk *w, const struct type *t, uint64_t addr, enum phase phase)
{
	size_t len;
	enum blob_status status;
	const uint8_t *p = event_memory(w->e, phase, addr, PATH_BYTES, &len, &status);
	const uint8_t *end = p ? memchr(p, '\0', len) : NULL;
	struct bytes b = {.data = p, .len = end ? (size_t)(end - p) : len, .flags = BYTES_STRING};

	if (t->flags & TF_PATH)
		b.flags |= BYTES_PATH;
	if (!end && (status == BLOB_FAULT || !len)) {
		unreadable(w, addr);
		return;
	}
	if (!end)
		b.flags |= BYTES_CUT;
	w->v->ops->bytes(w->v, &b);
}

/* How many units a buffer or array has: its capacity, but no more than was filled. */
static uint64_t repeat_count(struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t n = 0, fill;

	if (!walk_eval(w, t->len, s, at, &n))
		return 0;
	if (t->fill && !(t->flags & TF_TOTAL) && walk_eval(w, t->fill, s, at, &fill) && (uint64_t)fill < (uint64_t)n)
		n = fill;
	return (uint64_t)n;
}

static void show_bytes(struct walk *w, const struct type *t, const uint8_t *p, size_t got, uint64_t n)
{
	struct bytes b = {.data = p, .len = got, .flags = t->flags & TF_HEX ? BYTES_HEX : 0};
	const uint8_t *end = t->flags & TF_CSTR && p ? memchr(p, '\0', got) : NULL;

	if (end) {
		b.len = (size_t)(end - p);
		b.flags |= BYTES_STRING;
	} else if (got < n) {
		b.flags |= BYTES_CUT;
	}
	w->v->ops->bytes(w->v, &b);
}

static void walk_buffer(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	struct place at = {.phase = (uint8_t)phase};
	uint64_t n = repeat_count(w, t, s, &at);
	size_t got;
	enum blob_status status;

	if (w->total_on) {
		if (n > w->total)
			n = w->total;
		w->total -= n;
	}
	const uint8_t *p = event_memory(w->e, phase, addr, n < UINT32_MAX ? (size_t)n : UINT32_MAX, &got, &status);
	if (n && got < n && got <= w->o->max_string && !(t->flags & TF_CSTR && p && memchr(p, '\0', got))) {
		unreadable(w, addr);
		return;
	}
	show_bytes(w, t, p, got, n);
}

/* Elements from `at` on; true when all n could be shown, or were left out because the options say so. */
static void walk_elements(struct walk *w, const struct type *t, const struct place *at, uint64_t n, const struct scope *s)
{
	uint32_t unit = type_at(w, t->elem)->size[w->abi];
	uint64_t shown = 0;

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (; shown < n; shown++) {
		struct place elem = *at;
		uint64_t offset = shown * unit;
		if ((!w->o->verbose && shown == w->o->max_string) || shown == ELEMENTS_MAX) {
			w->v->ops->more(w->v);
			break;
		}
		if (offset + unit > at->avail) {
			char text[32];
			w->v->ops->more(w->v);
			snprintf(text, sizeof(text), "%#llx", (unsigned long long)(at->addr + offset));
			walk_comment(w, text);
			break;
		}
		elem.p += offset;
		elem.addr += offset;
		elem.avail = unit;
		w->v->ops->element(w->v);
		walk_value(w, t->elem, &elem, s);
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}

static void with_total(struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t total;

	if (t->flags & TF_TOTAL && walk_eval(w, t->fill, s, at, &total) && total >= 0) {
		w->total_on = true;
		w->total = (uint64_t)total;
	}
}

static void walk_array(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	struct place at = {.addr = addr, .phase = (uint8_t)phase};
	uint64_t n = repeat_count(w, t, s, &at);
	uint32_t unit = type_at(w, t->elem)->size[w->abi];
	bool outer_on = w->total_on;
	uint64_t outer_total = w->total;
	size_t got;
	enum blob_status status;

	if (t->flags & TF_BYTES)
		n = unit ? n / unit : 0;
	uint64_t want = n * unit;
	at.p = event_memory(w->e, phase, addr, want < UINT32_MAX ? (size_t)want : UINT32_MAX, &got, &status);
	at.avail = (uint32_t)got;
	if (n && got < unit) {
		unreadable(w, addr);
		return;
	}
	with_total(w, t, s, &at);
	walk_elements(w, t, &at, n, s);
	w->total_on = outer_on;
	w->total = outer_total;
}

static uint64_t count_vector(const struct walk *w, const struct place *at)
{
	unsigned word = abi_word(w->abi);
	uint64_t n = 0;

	while ((n + 1) * word <= at->avail && place_number(at, (uint32_t)(n * word), word, false, false))
		n++;
	return n;
}

static void walk_vector(struct walk *w, const struct type *t, const struct place *at)
{
	unsigned word = abi_word(w->abi);
	uint64_t n = count_vector(w, at);
	bool ended = (n + 1) * word <= at->avail;

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (uint64_t i = 0; i < n; i++) {
		if (!w->o->verbose && i == w->o->max_string) {
			w->v->ops->more(w->v);
			ended = true;
			break;
		}
		w->v->ops->element(w->v);
		walk_behind(w, t->elem, place_number(at, (uint32_t)(i * word), word, false, false), at->phase, NULL);
	}
	if (!ended) {
		char text[32];
		w->v->ops->more(w->v);
		snprintf(text, sizeof(text), "%#llx", (unsigned long long)(at->addr + n * word));
		walk_comment(w, text);
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}

/* The pointer, and how many there are: 0x7ffd04 plus "23 vars" as a remark. */
static void walk_brief(struct walk *w, const struct type *t, const struct place *at, uint64_t n, bool complete)
{
	const char *word = desc_string(w->d, t->name);
	size_t len = strlen(word);
	char text[64];

	w->v->ops->pointer(w->v, at->addr, POINTER_SKIPPED);
	if (!complete && !n) {
		snprintf(text, sizeof(text), "unreadable");
	} else if (n == 1) {
		snprintf(text, sizeof(text), "1 %s%s", word, complete ? "" : ", unterminated");
	} else {
		bool y = len && word[len - 1] == 'y';
		snprintf(text, sizeof(text), "%llu %.*s%s%s", (unsigned long long)n, (int)(y ? len - 1 : len), word, y ? "ies" : "s",
		         complete ? "" : ", unterminated");
	}
	walk_comment(w, text);
}

static void walk_vector_at(struct walk *w, const struct type *pointer, const struct type *t, uint64_t addr, enum phase phase)
{
	size_t got;
	enum blob_status status;
	struct place at = {.addr = addr, .phase = (uint8_t)phase};

	at.p = event_memory(w->e, phase, addr, ELEMENTS_MAX * 8, &got, &status);
	at.avail = (uint32_t)got;
	uint64_t n = count_vector(w, &at);
	if (pointer && pointer->flags & TF_BRIEF && !w->o->verbose)
		walk_brief(w, pointer, &at, n, (n + 1) * abi_word(w->abi) <= got);
	else if (got < abi_word(w->abi))
		unreadable(w, addr);
	else
		walk_vector(w, t, &at);
}

/* Values of a fixed size (structs, numbers, customs) behind a pointer. */
static bool fetch(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s,
                  struct place *at)
{
	uint32_t size = t->size[w->abi];
	int64_t bytes;
	size_t got;
	enum blob_status status;

	*at = (struct place){.addr = addr, .phase = (uint8_t)phase};
	if (t->kind == TYPE_SIZED && t->len && walk_eval(w, t->len, s, at, &bytes) && (uint64_t)bytes < size)
		size = (uint32_t)bytes;
	at->p = event_memory(w->e, phase, addr, size, &got, &status);
	at->avail = (uint32_t)got;
	if (phase == PHASE_EXIT) {
		size_t before;
		const uint8_t *p = event_memory(w->e, PHASE_ENTRY, addr, size, &before, &status);
		at->before = before == got ? p : NULL;
	}
	return got == size;
}

static void walk_number_behind(struct walk *w, uint16_t elem, const struct place *at, const struct scope *s)
{
	w->v->ops->open(w->v, GROUP_REF, NULL);
	walk_value(w, elem, at, s);
	w->v->ops->close(w->v, GROUP_REF);
}

/* What a custom decoder works on: the bytes of its underlying type, however long that is. */
static bool fetch_custom(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s,
                         struct place *at)
{
	const struct type *under = type_at(w, t->elem);
	size_t got;
	enum blob_status status;

	if (under->kind != TYPE_BUFFER && under->kind != TYPE_ARRAY)
		return fetch(w, t, addr, phase, s, at);
	*at = (struct place){.addr = addr, .phase = (uint8_t)phase};
	uint64_t n = repeat_count(w, under, s, at);
	if (under->kind == TYPE_ARRAY && !(under->flags & TF_BYTES))
		n *= type_at(w, under->elem)->size[w->abi];
	at->p = event_memory(w->e, phase, addr, n < UINT32_MAX ? (size_t)n : UINT32_MAX, &got, &status);
	at->avail = (uint32_t)got;
	return got || !n;
}

void walk_behind(struct walk *w, uint16_t elem, uint64_t addr, enum phase phase, const struct scope *s)
{
	const struct type *t = type_at(w, elem);
	struct place at;

	if (!addr) {
		w->v->ops->pointer(w->v, 0, POINTER_NULL);
		return;
	}
	switch ((enum type_kind)t->kind) {
	case TYPE_STRING:
		walk_string(w, t, addr, phase);
		return;
	case TYPE_BUFFER:
		walk_buffer(w, t, addr, phase, s);
		return;
	default:
		break;
	}
	if (!w->o->follow) {
		w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
		return;
	}
	switch ((enum type_kind)t->kind) {
	case TYPE_ARRAY:
		walk_array(w, t, addr, phase, s);
		break;
	case TYPE_VECTOR:
		walk_vector_at(w, NULL, t, addr, phase);
		break;
	case TYPE_VOID:
		w->v->ops->pointer(w->v, addr, POINTER_PLAIN);
		break;
	case TYPE_CUSTOM:
		if (fetch_custom(w, t, addr, phase, s, &at))
			walk_value(w, elem, &at, s);
		else
			unreadable(w, addr);
		break;
	default:
		if (!fetch(w, t, addr, phase, s, &at))
			unreadable(w, addr);
		else if (t->kind == TYPE_INT || t->kind == TYPE_POINTER)
			walk_number_behind(w, elem, &at, s);
		else
			walk_value(w, elem, &at, s);
	}
}

/* Whether what the call wrote behind the pointer is there. */
static bool exit_valid(const struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t v;

	if (!w->returned)
		return false;
	if (t->when)
		return walk_eval(w, t->when, s, at, &v) && v;
	return !w->failed;
}

/* The members that only the part after the call shows; none: all of them. */
static bool has_after(const struct walk *w, const struct type *t)
{
	while (t->kind == TYPE_SIZED)
		t = type_at(w, t->elem);
	if (t->kind == TYPE_STRUCT)
		for (unsigned i = 0; i < t->count; i++)
			if (w->d->fields[t->first + i].flags & FF_AFTER)
				return true;
	return false;
}

static bool anything_after(const struct walk *w, const struct type *t, const struct place *at, const struct scope *user)
{
	while (t->kind == TYPE_SIZED)
		t = type_at(w, t->elem);
	if (!has_after(w, t))
		return true;
	struct scope s = {.user = user, .first = t->first, .place = *at};
	for (unsigned i = 0; i < t->count; i++) {
		const struct field *f = &w->d->fields[t->first + i];
		if (f->flags & FF_AFTER && holds(w, f->cond, &s, at))
			return true;
	}
	return false;
}

static void walk_after(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	const struct type *elem = type_at(w, t->elem);
	struct place at;

	if (!addr || (elem->kind == TYPE_STRUCT || elem->kind == TYPE_SIZED)) {
		if (!addr || !fetch(w, elem, addr, PHASE_EXIT, s, &at) || !anything_after(w, elem, &at, s))
			return;
	}
	w->v->ops->change(w->v);
	w->half = HALF_AFTER;
	walk_behind(w, t->elem, addr, PHASE_EXIT, s);
	w->half = HALF_WHOLE;
}

static void walk_before(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	w->half = HALF_BEFORE;
	walk_behind(w, t->elem, addr, phase, s);
	w->half = HALF_WHOLE;
}

/* [128 => 16]: a number before and after, once; also without change. */
static void walk_changed_number(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s, bool valid)
{
	struct place before, after;
	unsigned size = t->size[w->abi];

	bool have_before = fetch(w, t, addr, PHASE_ENTRY, s, &before);
	bool have_after = valid && fetch(w, t, addr, PHASE_EXIT, s, &after);
	if (!have_before && !have_after) {
		unreadable(w, addr);
		return;
	}
	w->v->ops->open(w->v, GROUP_REF, NULL);
	if (have_before)
		walk_value(w, (uint16_t)(t - w->d->types), &before, s);
	if (have_after && (!have_before || memcmp(before.p, after.p, size))) {
		if (have_before)
			w->v->ops->change(w->v);
		walk_value(w, (uint16_t)(t - w->d->types), &after, s);
	}
	w->v->ops->close(w->v, GROUP_REF);
}

/* An inout pointer shown once, at exit: numbers inside marked `change` show both values. */
static void walk_change(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	const struct type *elem = type_at(w, t->elem);
	struct place exit = {.phase = PHASE_EXIT};
	bool valid = exit_valid(w, t, s, &exit);

	if (!addr) {
		w->v->ops->pointer(w->v, 0, POINTER_NULL);
	} else if (elem->kind == TYPE_INT) {
		walk_changed_number(w, elem, addr, s, valid);
	} else {
		w->only_changes = !valid;
		walk_behind(w, t->elem, addr, valid ? PHASE_EXIT : PHASE_ENTRY, s);
		w->only_changes = false;
	}
}

static void walk_pointer(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	uint64_t addr = place_number(at, 0, t->size[w->abi] > 4 ? 8 : t->size[w->abi], false, false);
	struct place exit = {.phase = PHASE_EXIT};
	const struct type *elem = type_at(w, t->elem);

	if (!addr) {
		w->v->ops->pointer(w->v, 0, POINTER_NULL);
		return;
	}
	if (elem->kind == TYPE_VECTOR && w->o->follow) {
		walk_vector_at(w, t, elem, addr, at->phase);
		return;
	}
	if (t->dir == DIR_IN) {
		if (t->flags & TF_PLAIN_REF) {
			w->v->ops->pointer(w->v, addr, POINTER_PLAIN);
			return;
		}
		walk_behind(w, t->elem, addr, at->phase, s);
		return;
	}
	bool valid = exit_valid(w, t, s, &exit);
	if (t->dir == DIR_INOUT) {
		walk_before(w, t, addr, at->phase, s);
		if (valid)
			walk_after(w, t, addr, s);
	} else if (valid && w->half != HALF_BEFORE) {
		if (t->flags & TF_BRIEF && !w->o->verbose) {
			w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
			walk_comment(w, desc_string(w->d, t->name));
		} else {
			walk_behind(w, t->elem, addr, PHASE_EXIT, s);
		}
	} else {
		w->v->ops->pointer(w->v, addr, POINTER_INVALID);
	}
}

/* Structs */

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
		return has_after(w, t) ? f->flags & FF_AFTER : !(f->flags & FF_BEFORE);
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

		if (f->flags & FF_HIDDEN || !shown_in_half(w, t, f) || !holds(w, f->cond, &s, at))
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
	uint64_t n = repeat_count(w, t, s, at);

	if (t->kind == TYPE_ARRAY) {
		uint32_t unit = type_at(w, t->elem)->size[w->abi];
		walk_elements(w, t, at, t->flags & TF_BYTES ? (unit ? n / unit : 0) : n, s);
		return;
	}
	show_bytes(w, t, at->p, n < at->avail ? (size_t)n : at->avail, n < at->avail ? n : at->avail);
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

/* Calls */

static struct walk walk_start(const struct decode_opts *o, const struct event *e, struct visitor *v)
{
	return (struct walk){
		.o = o, .d = o->desc, .e = e, .v = v, .abi = (enum abi)e->abi,
		.returned = e->kind == EVENT_CALL && e->outcome <= OUTCOME_ERROR,
		.failed = e->kind == EVENT_CALL && e->outcome == OUTCOME_ERROR,
	};
}

static void raw_args(struct walk *w, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		w->v->ops->arg(w->v, "", false);
		walk_plain(w, w->e->args[i], 8, false, STYLE_HEX);
	}
}

static void raw_described(struct walk *w, const struct shape *s)
{
	const struct field *fields = &w->d->fields[s->first];

	for (unsigned i = 0; i < s->count; i++) {
		uint64_t raw = w->e->args[fields[i].reg[w->abi] % REG_RET];
		w->v->ops->arg(w->v, desc_string(w->d, fields[i].name), false);
		if (type_at(w, fields[i].type)->size[w->abi] == 4)
			raw = (uint32_t)raw;
		walk_plain(w, raw, 8, false, STYLE_HEX);
	}
}

static bool is_split(const struct walk *w, const struct field *f)
{
	const struct type *t = type_at(w, f->type);

	return t->kind == TYPE_POINTER && t->dir == DIR_INOUT && !(f->flags & FF_CHANGE);
}

static void walk_arg(struct walk *w, const struct field *f, const struct scope *s, enum decode_part part)
{
	const struct type *t = type_at(w, f->type);
	struct place at = {.p = (const uint8_t *)&w->e->args[f->reg[w->abi] % REG_RET], .avail = 8};
	uint64_t addr = place_number(&at, 0, t->size[w->abi] > 4 ? 8 : 4, false, false);
	struct place exit = {.phase = PHASE_EXIT};

	if (t->kind == TYPE_POINTER && f->flags & FF_CHANGE)
		walk_change(w, t, addr, s);
	else if (part == DECODE_ENTRY && is_split(w, f) && addr)
		walk_before(w, t, addr, PHASE_ENTRY, s);
	else if (part == DECODE_EXIT && addr) {
		if (exit_valid(w, t, s, &exit))
			walk_after(w, t, addr, s);
	} else
		walk_value(w, f->type, &at, s);
}

static void walk_args(struct walk *w, const struct shape *shape, enum decode_part part)
{
	struct scope s = {.is_call = true, .first = shape->first};
	struct place at = {.phase = PHASE_ENTRY};
	bool reached = false; /* the first argument that needs exit data */
	unsigned shown = 0;

	for (unsigned i = 0; i < shape->count; i++) {
		const struct field *f = &w->d->fields[shape->first + i];
		bool needs_exit = type_at(w, f->type)->flags & TF_EXIT;
		bool first = needs_exit && !reached;

		if (!holds(w, f->cond, &s, &at))
			continue;
		reached |= needs_exit;
		if (part == DECODE_ENTRY && reached) {
			if (!is_split(w, f))
				return;
			w->v->ops->arg(w->v, desc_string(w->d, f->name), f->flags & FF_NAMED);
			walk_arg(w, f, &s, DECODE_ENTRY);
			return;
		}
		if (part == DECODE_EXIT && !reached) {
			shown++;
			continue;
		}
		if (part == DECODE_EXIT && first) {
			w->v->ops->resume(w->v, shown + is_split(w, f));
			if (is_split(w, f)) {
				walk_arg(w, f, &s, DECODE_EXIT);
				continue;
			}
		}
		w->v->ops->arg(w->v, desc_string(w->d, f->name), f->flags & FF_NAMED);
		walk_arg(w, f, &s, DECODE_ALL);
	}
}

void decode_args(const struct decode_opts *o, const struct event *e, enum decode_part part, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	const struct call *c = desc_call(w.d, w.abi, e->nr);

	if (!c || !c->described) {
		if (part != DECODE_EXIT)
			raw_args(&w, c ? c->nargs[w.abi] : 6);
		return;
	}
	const struct shape *shape = desc_shape(w.d, c, w.abi, e->args);
	if (o->raw) {
		if (part != DECODE_EXIT)
			raw_described(&w, shape);
		return;
	}
	walk_args(&w, shape, part);
}

static void walk_remark(struct walk *w, const struct field *f, const struct scope *s)
{
	uint64_t value = f->reg[w->abi] == REG_RET ? (uint64_t)w->e->ret : w->e->args[f->reg[w->abi] % REG_RET];
	struct place at = {.p = (const uint8_t *)&value, .avail = 8};

	if (f->flags & FF_LITERAL) {
		w->v->ops->element(w->v);
		walk_text(w, desc_string(w->d, f->name), BYTES_PLAIN);
		return;
	}
	if (f->flags & FF_UNNAMED)
		w->v->ops->element(w->v);
	else
		w->v->ops->field(w->v, desc_string(w->d, f->name));
	walk_value(w, f->type, &at, s);
}

static void walk_remarks(struct walk *w, const struct shape *shape)
{
	struct scope s = {.is_call = true, .first = shape->first};
	struct place at = {.phase = PHASE_EXIT};
	bool opened = false;

	for (unsigned i = 0; i < shape->nremarks; i++) {
		const struct field *f = &w->d->fields[shape->remark + i];
		if (!holds(w, f->cond, &s, &at))
			continue;
		if (!opened)
			w->v->ops->open(w->v, GROUP_RESULT, NULL);
		opened = true;
		walk_remark(w, f, &s);
	}
	if (opened)
		w->v->ops->close(w->v, GROUP_RESULT);
}

void decode_result(const struct decode_opts *o, const struct event *e, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	const struct call *c = desc_call(w.d, w.abi, e->nr);

	if (w.failed || !c || !c->described || o->raw) {
		walk_plain(&w, (uint64_t)e->ret, 8, true, c && c->described && !w.failed ? STYLE_HEX : STYLE_DEC);
		return;
	}
	const struct shape *shape = desc_shape(w.d, c, w.abi, e->args);
	struct place at = {.p = (const uint8_t *)&e->ret, .avail = 8, .phase = PHASE_EXIT};
	struct scope s = {.is_call = true, .first = shape->first};
	walk_value(&w, shape->ret, &at, &s);
	walk_remarks(&w, shape);
}

void decode_siginfo(const struct decode_opts *o, const struct event *e, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	struct place at = {.phase = PHASE_EXIT};
	struct scope none = {0};

	w.returned = true;
	for (unsigned i = 0; i < e->nblobs; i++) {
		if (e->blobs[i].slot == BLOB_SIGINFO) {
			at.p = e->blobs[i].data;
			at.avail = e->blobs[i].len;
		}
	}
	if (at.p && w.d->siginfo)
		walk_value(&w, w.d->siginfo, &at, &none);
}
