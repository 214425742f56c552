/* Values where they lie: structs with their members, switches, customs. */
#include "decode/walk_in.h"
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

static void walk_fields(struct walk *w, const struct type *t, const struct place *at, const struct scope *user,
                        const struct scope *outer, bool *more);

const struct switch_case *walk_choose(const struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t value;
	bool known = walk_eval(w, t->len, s, at, &value);

	for (unsigned i = 0; i < t->count; i++) {
		const struct switch_case *c = &w->d->cases[t->first + i];
		if (c->is_default || (known && c->value == (uint64_t)value))
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
	if (t->when && bounded.avail > t->when)
		bounded.avail = t->when;
	return bounded;
}

static void walk_embedded(struct walk *w, uint16_t id, const struct place *at, const struct scope *s, bool *more)
{
	const struct type *t = type_at(w, id);

	while (t->kind == TYPE_SWITCH) {
		const struct switch_case *c = walk_choose(w, t, s, at);
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
		if (f->flags & FF_NAMED) {
			const char *name = desc_string(w->d, f->name);
			w->v->ops->note(w->v, NOTE_NAME, name, strlen(name));
		}
	}
	walk_value(w, f->type, at, s);
}

/* HALF_CONTINUED: the bytes of the phase that counts for a member. */
static struct place as_of_phase(const struct field *f, const struct place *at)
{
	struct place entry = *at;

	if (f->flags & (FF_AFTER | FF_CHANGE) || !at->before)
		return *at;
	entry.p = at->before;
	entry.phase = PHASE_ENTRY;
	return entry;
}

static bool is_remark_member(const struct walk *w, const struct field *f)
{
	const struct type *t = type_at(w, f->type);

	return t->kind == TYPE_VOID && t->flags & TF_BESIDE;
}

/* A member that is a remark on the one before it: its name, where each %u, %x or %c is a number of the description. */
static void walk_member_remark(struct walk *w, const struct field *f, const struct place *at, const struct scope *s)
{
	const struct type *t = type_at(w, f->type);
	const char *format = desc_string(w->d, f->name);
	struct buf text = {0};
	int64_t value;

	if (!w->o->index_names && !(t->flags & TF_ALWAYS))
		return;
	for (unsigned nth = 0; *format; format++) {
		if (*format != '%' || nth == t->count) {
			buf_printf(&text, "%c", *format);
			continue;
		}
		if (!walk_eval(w, (uint16_t)(t->first + nth++), s, at, &value))
			value = 0;
		walk_print(&text, *++format, (uint64_t)value);
	}
	walk_comment(w, buf_cstr(&text));
	buf_done(&text);
}

static void walk_field(struct walk *w, const struct field *f, const struct place *at, const struct scope *s)
{
	bool only_changes = w->only_changes;
	enum half half = w->half;
	struct place counts;

	if (f->flags & FF_UNNAMED)
		w->v->ops->element(w->v);
	else
		w->v->ops->field(w->v, desc_string(w->d, f->name));
	w->only_changes = false; /* what is inside a member that is shown is shown too */
	if (half == HALF_CONTINUED) {
		counts = as_of_phase(f, at);
		at = &counts;
		w->half = HALF_WHOLE;
	}
	if (f->flags & FF_CHANGE && !only_changes)
		walk_changed_member(w, f, at, s);
	else
		walk_value(w, f->type, at, s);
	w->only_changes = only_changes;
	w->half = half;
}

/* The number that a member shows, where it is. */
static uint64_t walk_bits(const struct walk *w, uint16_t id, const struct place *at)
{
	const struct type *t = type_at(w, id);
	uint64_t raw = place_number(at, 0, t->size[w->abi], false, t->flags & TF_BIG_ENDIAN);

	return t->flags & TF_MASKED ? raw & (uint64_t)w->d->exprs[t->len].value : raw;
}

static bool is_zero(const struct place *at, uint32_t size)
{
	for (uint32_t i = 0; i < size && i < at->avail; i++)
		if (at->p[i])
			return false;
	return true;
}

/* A struct of a length that only its bytes, or another number, tell. */
static bool is_open(const struct walk *w, const struct type *t)
{
	return t->kind == TYPE_SIZED && t->len && w->d->exprs[t->len].op != EXPR_CONST;
}

/* Whether a struct in a nameless one, as messages have them, is there at least in part. */
static bool more_of_it(const struct walk *w, const struct type *t, const struct type *m, const struct place *at, uint32_t offset)
{
	if (t->name || m->kind != TYPE_STRUCT || !m->count || offset >= at->avail)
		return false;
	return type_at(w, w->d->fields[m->first].type)->size[w->abi] <= at->avail - offset;
}

/* Whether a `nonzero` member is 0. */
static bool is_nothing(const struct walk *w, const struct field *f, const struct place *at)
{
	const struct type *t = type_at(w, f->type);

	return t->flags & TF_MASKED ? !walk_bits(w, f->type, at) : is_zero(at, t->size[w->abi]);
}

static void walk_fields(struct walk *w, const struct type *t, const struct place *at, const struct scope *user,
                        const struct scope *outer, bool *more)
{
	struct scope s = {.outer = outer, .first = t->first, .place = *at};
	bool gap = false; /* the member before was left out */

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

		if (f->flags & FF_MORE && shown_in_half(w, t, f) && walk_holds(w, f->cond, &s, at))
			*more = true;
		if (f->flags & (FF_HIDDEN | FF_MORE) || !shown_in_half(w, t, f) || !walk_holds(w, f->cond, &s, at))
			continue;
		const struct type *m = type_at(w, f->type);
		bool chained = m->flags & TF_CHAIN && !(m->flags & TF_COUNTED);
		bool rest = m->kind == TYPE_SWITCH || chained || is_open(w, m); /* as long as what there is */
		if (rest ? offset >= at->avail : offset > at->avail || (!(f->flags & FF_EMBED) && offset + size > at->avail))
			if (!more_of_it(w, t, m, at, offset))
				continue; /* beyond the struct that the program gave */
		member.p += offset;
		member.addr += offset;
		member.avail -= offset;
		if (member.before)
			member.before += offset;
		if (f->flags & FF_EMBED) {
			enum half half = w->half;
			if (half == HALF_CONTINUED && f->flags & FF_AFTER)
				w->half = HALF_WHOLE;
			walk_embedded(w, f->type, &member, &s, more);
			w->half = half;
			continue;
		}
		if (size && !rest && size < member.avail)
			member.avail = size;
		if (f->flags & FF_NONZERO && is_nothing(w, f, &member) && !(f->flags & FF_VERBOSE && w->o->verbose && !(f->flags & FF_GAP)))
			continue;
		if (is_remark_member(w, f)) {
			if (!gap)
				walk_member_remark(w, f, &member, &s);
			continue;
		}
		bool left_out = f->flags & FF_VERBOSE && (!(f->flags & FF_NONZERO) || f->flags & FF_GAP) && !w->o->verbose;
		if (left_out && f->flags & FF_GAP && !gap)
			w->v->ops->more(w->v);
		else if (left_out && !(f->flags & FF_GAP))
			*more = true;
		else if (!left_out)
			walk_field(w, f, &member, &s);
		gap = left_out;
	}
}

/* Where the last member ends that there is under these conditions: the kernel takes what follows for beyond the struct. */
static uint32_t end_of(const struct walk *w, uint16_t id, const struct place *at, const struct scope *s);

static uint32_t end_of_members(const struct walk *w, const struct type *t, const struct place *at, const struct scope *user,
                               const struct scope *outer)
{
	struct scope s = {.outer = outer, .first = t->first, .place = *at};
	uint32_t end = 0;

	if (user) {
		s.user = user->user;
		s.params = user->params;
	}
	for (unsigned i = 0; i < t->count; i++) {
		const struct field *f = &w->d->fields[t->first + i];
		uint32_t offset = f->offset[w->abi];
		struct place member = *at;
		if (f->flags & FF_MORE || offset > at->avail || !walk_holds(w, f->cond, &s, at))
			continue;
		member.p += offset;
		member.avail -= offset;
		uint32_t length = end_of(w, f->type, &member, &s);
		if (offset + length > end)
			end = offset + length;
	}
	return end;
}

static uint32_t end_of(const struct walk *w, uint16_t id, const struct place *at, const struct scope *s)
{
	const struct type *t = type_at(w, id);
	struct scope user = {.user = s, .params = t->first};

	while (t->kind == TYPE_SWITCH) {
		const struct switch_case *c = walk_choose(w, t, s, at);
		if (!c || !c->type)
			return 0;
		t = type_at(w, c->type);
	}
	if (t->kind == TYPE_SIZED && type_at(w, t->elem)->kind == TYPE_STRUCT) {
		user.params = t->first;
		return end_of_members(w, type_at(w, t->elem), at, &user, NULL);
	}
	if (t->kind == TYPE_STRUCT && !(t->flags & TF_JOINED))
		return end_of_members(w, t, at, s, t->name ? NULL : s);
	return t->size[w->abi];
}

/* Whether the last member takes all that is left, so that nothing can be beyond. */
bool walk_ends_open(const struct walk *w, const struct type *t)
{
	if (t->kind == TYPE_STRUCT && t->flags & TF_LIST)
		return true;
	return t->count && !type_at(w, w->d->fields[t->first + t->count - 1u].type)->size[w->abi];
}

/* What a struct of `bytes` bytes has beyond the `size` ones of the members that we know, if it is not all zero. */
static void walk_tail(struct walk *w, uint32_t size, const struct place *at, uint64_t bytes, bool brief, bool *more)
{
	enum { SHOWN_MAX = 4096 };
	uint32_t end = bytes < SHOWN_MAX ? (uint32_t)bytes : SHOWN_MAX;
	size_t got;
	enum blob_status status;
	char text[64];

	if (end <= size)
		return;
	const uint8_t *p = event_memory(w->e, (enum phase)at->phase, at->addr + size, end - size, &got, &status);
	if (got < end - size) {
		w->v->ops->element(w->v);
		walk_text(w, "???", BYTES_PLAIN);
		return;
	}
	if (is_zero(&(struct place){.p = p, .avail = (uint32_t)got}, end - size))
		return;
	if (brief && !w->o->verbose) {
		*more = true;
		return;
	}
	snprintf(text, sizeof(text), brief ? "bytes %u..%u" : "/* bytes %u..%u */ ", size, end - 1);
	if (brief) {
		w->v->ops->field(w->v, "extra_data");
	} else {
		w->v->ops->element(w->v);
		walk_text(w, text, BYTES_PLAIN);
	}
	w->v->ops->bytes(w->v, &(struct bytes){.data = p, .len = got, .flags = BYTES_HEX | (brief ? BYTES_PATH : 0)});
	if (brief)
		walk_comment(w, text);
}

/* Members one after the other, without their names. One that is 0 may be left out, unless it is the last and nothing else is shown. */
static void walk_nameless(struct walk *w, const struct type *t, const struct place *at, const struct scope *s, enum group g, const char *name)
{
	const struct field *fields = &w->d->fields[t->first];
	bool shown = false;

	w->v->ops->open(w->v, g, name);
	for (unsigned i = 0; i < t->count; i++) {
		uint32_t offset = fields[i].offset[w->abi];
		struct place member = *at;
		if (fields[i].flags & FF_HIDDEN || offset > at->avail || !walk_holds(w, fields[i].cond, s, at))
			continue;
		member.p += offset;
		member.avail -= offset;
		if (fields[i].flags & FF_NONZERO && !walk_bits(w, fields[i].type, &member) && (shown || i + 1u < t->count))
			continue;
		if (is_remark_member(w, &fields[i])) {
			walk_member_remark(w, &fields[i], &member, s);
			continue;
		}
		w->v->ops->element(w->v);
		walk_value(w, fields[i].type, &member, s);
		shown = true;
	}
	w->v->ops->close(w->v, g);
}

static void walk_joined(struct walk *w, const struct type *t, const struct place *at, const struct scope *user)
{
	struct scope s = {.outer = user, .first = t->first, .place = *at};
	char number[24];

	w->remark = false;
	if (t->flags & TF_PATH)
		snprintf(number, sizeof(number), "%#llx", (unsigned long long)place_number(at, 0, t->size[w->abi], false, false));
	walk_nameless(w, t, at, &s, t->flags & TF_FRACTION ? GROUP_FRACTION : t->flags & TF_BESIDE ? GROUP_NOTED : GROUP_JOINED, t->flags & TF_PATH ? number : NULL);
}

void walk_macro(struct walk *w, uint16_t id, const struct place *at, const struct scope *s, const char *name)
{
	const struct type *t = type_at(w, id);
	struct scope inner = {.place = *at};

	if (t->kind == TYPE_SIZED) {
		inner.user = s;
		inner.params = t->first;
		t = type_at(w, t->elem);
	}
	inner.first = t->first;
	walk_nameless(w, t, at, &inner, GROUP_CALL, name);
}

/* The nameless members of a list, one after the other: those of structs as elements, anything else as one element. */
static void walk_list_rest(struct walk *w, const struct field *f, const struct place *at, const struct scope *s)
{
	uint16_t id = f->type;
	bool more = false;

	while (type_at(w, id)->kind == TYPE_SWITCH) {
		const struct switch_case *c = walk_choose(w, type_at(w, id), s, at);
		if (!c || !c->type)
			return;
		id = c->type;
	}
	if (type_at(w, id)->kind == TYPE_STRUCT && !type_at(w, id)->name) {
		walk_embedded(w, id, at, s, &more);
		if (more)
			w->v->ops->more(w->v);
		return;
	}
	w->v->ops->field(w->v, "data");
	walk_rest(w, id, at, s);
}

/* [{a=1, b=2}, rest]; without rest, the struct alone. */
static void walk_list(struct walk *w, const struct type *t, const struct place *at, const struct scope *user)
{
	const struct field *last = &w->d->fields[t->first + t->count - 1u];
	struct scope s = {.first = t->first, .place = *at};
	uint32_t offset = last->offset[w->abi];
	struct place rest = *at;
	struct type head = *t;
	bool more = false, has_rest = offset < at->avail && walk_holds(w, last->cond, &s, at);

	if (user) {
		s.user = user->user;
		s.params = user->params;
	}
	head.count--;
	if (has_rest || t->flags & TF_ALWAYS) {
		w->v->ops->open(w->v, GROUP_LIST, NULL);
		w->v->ops->field(w->v, "head");
	}
	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	walk_fields(w, &head, at, user, NULL, &more);
	w->v->ops->close(w->v, GROUP_STRUCT);
	rest.p += offset;
	rest.addr += offset;
	rest.avail -= offset;
	if (has_rest)
		walk_list_rest(w, last, &rest, &s);
	if (has_rest || t->flags & TF_ALWAYS)
		w->v->ops->close(w->v, GROUP_LIST);
}

/* Whether the last member has one size, whatever the others say. */
static bool has_fixed_end(const struct walk *w, const struct type *t)
{
	const struct type *last = t->count ? type_at(w, w->d->fields[t->first + t->count - 1u].type) : NULL;

	return last && last->kind != TYPE_SWITCH && last->size[w->abi];
}

static void walk_struct(struct walk *w, const struct type *t, const struct place *at, const struct scope *user, uint64_t bytes, bool brief)
{
	struct type head = *t;
	bool more = false;

	if (t->flags & TF_JOINED) {
		walk_joined(w, t, at, user);
		return;
	}
	if (t->flags & TF_LIST) {
		walk_list(w, t, at, user);
		return;
	}
	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	if (!bytes && at->avail < t->size[w->abi] && has_fixed_end(w, t)) { /* only part of it is there */
		head.count = 1;
		more = true;
	}
	walk_fields(w, &head, at, user, t->name ? NULL : user, &more);
	if (bytes && w->half <= HALF_BEFORE && !walk_ends_open(w, t))
		walk_tail(w, brief ? end_of_members(w, t, at, user, t->name ? NULL : user) : t->size[w->abi], at, bytes, brief, &more);
	if (more)
		w->v->ops->more(w->v);
	w->v->ops->close(w->v, GROUP_STRUCT);
}

static void walk_sized(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	struct place bounded = bound(w, t, at, s);
	struct scope user = {.user = s, .params = t->first};
	const struct type *elem = type_at(w, t->elem);
	uint8_t filled[SIZED_BRIEF_MAX];
	int64_t bytes = 0;

	if (t->flags & TF_BRIEF && bounded.avail < elem->size[w->abi]) { /* what is not there is 0 to the kernel */
		memset(filled, 0, elem->size[w->abi]);
		if (bounded.avail)
			memcpy(filled, bounded.p, bounded.avail);
		bounded.p = filled;
		bounded.avail = elem->size[w->abi];
	}
	if (elem->kind == TYPE_STRUCT) {
		if (t->len && !walk_eval(w, t->len, s, at, &bytes))
			bytes = 0;
		if (t->when && (uint64_t)bytes > t->when)
			bytes = t->when;
		walk_struct(w, elem, &bounded, &user, (uint64_t)bytes, t->flags & TF_BRIEF);
	} else
		walk_value(w, t->elem, &bounded, s);
}

/* A string that fills what is there; its last byte should be a NUL. */
static void walk_inline_string(struct walk *w, const struct type *t, const struct place *at)
{
	bool ended = at->avail && !at->p[at->avail - 1];
	struct bytes b = {at->p, at->avail - ended, (ended || !at->avail ? BYTES_STRING : BYTES_CUT) | (t->flags & TF_PATH ? BYTES_PATH : 0)};

	w->v->ops->bytes(w->v, &b);
}

/* The bytes that follow a struct of a fixed size, as far as they were copied with it. */
static void look_on(const struct walk *w, struct place *at, uint64_t bytes)
{
	enum blob_status status;
	size_t got;
	const uint8_t *p = event_memory(w->e, (enum phase)at->phase, at->addr, bytes < UINT32_MAX ? (size_t)bytes : UINT32_MAX, &got,
	                                &status);

	if (got > at->avail) {
		at->p = p;
		at->avail = (uint32_t)got;
	}
}

/* [...] */
static void walk_no_elements(struct walk *w)
{
	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	w->v->ops->more(w->v);
	w->v->ops->close(w->v, GROUP_ARRAY);
}

/* Bytes or elements that lie in the struct itself. */
static void walk_inline(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	uint64_t n = walk_count(w, t, s, at);

	if (t->flags & TF_CHAIN) {
		struct place whole = *at;
		if (t->flags & TF_COUNTED && at->addr && n > at->avail)
			look_on(w, &whole, n);
		walk_chain(w, t, &whole, s);
		return;
	}
	if (t->kind == TYPE_ARRAY) {
		uint32_t unit = type_at(w, t->elem)->size[w->abi];
		struct place all = *at;
		if (t->flags & TF_BYTES)
			n = unit ? n / unit : 0;
		if (unit && n > UINT64_MAX / unit) { /* a number that is none */
			w->v->ops->pointer(w->v, at->addr, POINTER_UNREADABLE);
			return;
		}
		if (!t->size[w->abi] && at->addr && n * unit > at->avail)
			look_on(w, &all, (t->when && !(t->flags & TF_BRIEF) && n > t->when ? t->when : n) * unit);
		if (n && t->flags & TF_BRIEF && !t->when && !w->o->verbose)
			walk_no_elements(w);
		else if (n && unit > all.avail && at->addr && !t->size[w->abi] && !(t->flags & TF_PATH)) /* not even the first is there */
			w->v->ops->pointer(w->v, at->addr, POINTER_UNREADABLE);
		else
			walk_elements(w, t, &all, n, s, t->flags & TF_PATH);
		return;
	}
	struct type whole = *t;
	struct place all = *at;
	if (!t->size[w->abi] && at->addr && n > at->avail)
		look_on(w, &all, n);
	at = &all;
	if (n && !all.avail && at->addr && !t->size[w->abi] && !(t->flags & TF_CSTR)) {
		w->v->ops->pointer(w->v, at->addr, POINTER_UNREADABLE);
		return;
	}
	if (t->flags & TF_CSTR && !(t->flags & TF_BRIEF))
		whole.flags |= TF_PATH; /* the string limit is for what pointers point to */
	if (t->flags & TF_CSTR && t->fill && n < at->avail && !memchr(at->p, '\0', (size_t)n + 1)) { /* goes on beyond its length */
		struct bytes b = {.data = at->p, .len = (size_t)n, .flags = BYTES_PATH | BYTES_CUT};
		w->v->ops->bytes(w->v, &b);
		return;
	}
	walk_bytes(w, &whole, at->p, n < at->avail ? (size_t)n : at->avail, n < at->avail ? n : at->avail);
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
		if (customs[i].name[0] == name[0] && strcmp(customs[i].name, name) == 0) {
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
		w->at = at->avail >= t->size[w->abi] ? at->p : NULL;
		walk_number(w, t, place_number(at, 0, t->size[w->abi], t->flags & TF_SIGNED, t->flags & TF_BIG_ENDIAN));
		w->at = NULL;
		break;
	case TYPE_POINTER:
		walk_pointer(w, t, at, s);
		break;
	case TYPE_STRUCT:
		walk_struct(w, t, at, s, 0, false);
		break;
	case TYPE_SIZED:
		walk_sized(w, t, at, s);
		break;
	case TYPE_SWITCH:
		walk_rest(w, id, at, s);
		break;
	case TYPE_CUSTOM:
		walk_custom(w, t, at, s);
		break;
	case TYPE_STRING:
		walk_inline_string(w, t, at);
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
