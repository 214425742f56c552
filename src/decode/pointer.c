/* What pointers point to: strings, buffers, arrays, vectors, values of a fixed size; before the call, after it, or both. */
#include "decode/walk_in.h"

#include <stdio.h>
#include <string.h>

enum { PATH_BYTES = 4096, ELEMENTS_MAX = 65536 };

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
uint64_t walk_count(struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t n = 0, fill = 0;

	if (!walk_eval(w, t->len, s, at, &n))
		return 0;
	if (t->fill && !(t->flags & TF_TOTAL) && walk_eval(w, t->fill, s, at, &fill) && (uint64_t)fill < (uint64_t)n)
		n = fill;
	else if (t->fill && !(t->flags & TF_TOTAL) && fill < 0 && t->size[w->abi]) /* of room for so many, less than none */
		n = 0;
	return (uint64_t)n;
}

void walk_bytes(struct walk *w, const struct type *t, const uint8_t *p, size_t got, uint64_t n)
{
	struct bytes b = {.data = p, .len = got, .flags = (t->flags & TF_HEX ? BYTES_HEX : 0) | (t->flags & TF_PATH ? BYTES_PATH : 0)};
	const uint8_t *end = t->flags & TF_CSTR && p ? memchr(p, '\0', got) : NULL;

	if (end) {
		b.len = (size_t)(end - p);
		b.flags |= BYTES_STRING;
	} else if (got < n) {
		b.flags |= BYTES_CUT;
	} else if (t->flags & TF_CSTR && n && (n == t->size[w->abi] || !t->size[w->abi])) { /* a full array has no room for the NUL */
		b.len = n - 1;
		b.flags |= BYTES_CUT;
	}
	if (t->flags & TF_TRIM)
		b.flags |= BYTES_TRIM;
	w->v->ops->bytes(w->v, &b);
}

uint64_t walk_share(struct walk *w, uint64_t n)
{
	if (!w->total_on)
		return n;
	if (n > w->total)
		n = w->total;
	w->total -= n;
	return n;
}

static void walk_buffer(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	struct place at = {.phase = (uint8_t)phase};
	uint64_t n = walk_count(w, t, s, &at);
	size_t got;
	enum blob_status status;
	int64_t told;

	if (!walk_eval(w, t->len, s, &at, &told)) { /* behind another pointer, which leads nowhere */
		unreadable(w, addr);
		return;
	}
	n = walk_share(w, n);
	if (abi_word(w->abi) == 4 && addr > UINT32_MAX) { /* TF_WIDE: where nothing can be, not even nothing */
		unreadable(w, addr);
		return;
	}
	const uint8_t *p = event_memory(w->e, phase, addr, n < UINT32_MAX ? (size_t)n : UINT32_MAX, &got, &status);
	bool cut = got && status == BLOB_SHORT; /* no more was copied, though there was more */
	if (n && got < n && got <= w->o->max_string && !cut && !(t->flags & TF_CSTR && p && memchr(p, '\0', got))) {
		unreadable(w, addr);
		return;
	}
	if (t->flags & TF_CSTR && !t->size[w->abi] && !t->fill && n && got == n && !memchr(p, '\0', got)) { /* a text that is cut off */
		w->v->ops->bytes(w->v, &(struct bytes){.data = p, .len = got, .flags = BYTES_CUT});
		return;
	}
	walk_bytes(w, t, p, got, n);
}

/* Elements from `at` on; true when all n could be shown, or were left out because the options say so. */
void walk_elements(struct walk *w, const struct type *t, const struct place *at, uint64_t n, const struct scope *s, bool whole)
{
	uint32_t unit = type_at(w, t->elem)->size[w->abi];
	uint64_t shown = 0, limit = t->flags & TF_BRIEF && t->when ? t->when : w->o->max_string;
	uint32_t outer = w->nth;

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (; shown < n; shown++) {
		struct place elem = *at;
		uint64_t offset = shown * unit;
		bool most = t->kind == TYPE_ARRAY && !(t->flags & (TF_CHAIN | TF_BRIEF)) && t->when && shown == t->when;
		if (most || (!w->o->verbose && !whole && shown == limit) || shown == ELEMENTS_MAX) {
			w->v->ops->more(w->v);
			break;
		}
		if (offset + unit > at->avail) {
			char text[32];
			w->v->ops->more(w->v);
			snprintf(text, sizeof(text), "%#llx", (unsigned long long)(at->addr + offset));
			if (!whole)
				walk_comment(w, text);
			break;
		}
		elem.p += offset;
		elem.addr += offset;
		elem.avail = unit;
		w->v->ops->element(w->v);
		w->nth = (uint32_t)shown;
		walk_value(w, t->elem, &elem, s);
		const char *remark = t->set ? walk_symbol(w, t->set, shown) : NULL;
		if (remark)
			walk_comment(w, remark);
	}
	w->nth = outer;
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
	uint64_t n = walk_count(w, t, s, &at);
	uint32_t unit = type_at(w, t->elem)->size[w->abi];
	bool outer_on = w->total_on;
	uint64_t outer_total = w->total;
	size_t got;
	enum blob_status status;

	if (t->flags & TF_BYTES)
		n = unit ? n / unit : 0;
	if (unit && n > UINT64_MAX / unit) { /* a length that is none: -1, say */
		unreadable(w, addr);
		return;
	}
	uint64_t want = n * unit;
	at.p = event_memory(w->e, phase, addr, want < UINT32_MAX ? (size_t)want : UINT32_MAX, &got, &status);
	at.avail = (uint32_t)got;
	bool constant = w->d->exprs[t->len].op == EXPR_CONST;
	bool fixed = constant && ((n == 2 && !t->when) || t->set); /* a pair, or elements with names: all of it or nothing */
	if (n && got < (fixed ? want : unit)) {
		unreadable(w, addr);
		return;
	}
	with_total(w, t, s, &at);
	walk_elements(w, t, &at, n, s, constant && n == 1); /* one value is no list to shorten */
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

void walk_vector(struct walk *w, const struct type *t, const struct place *at)
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
	if (!complete && !n)
		return;
	if (n == 1) {
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

/* What the bytes at `at` were before the call. */
static void look_before(const struct walk *w, struct place *at)
{
	enum blob_status status;
	size_t got;

	if (at->phase != PHASE_EXIT)
		return;
	const uint8_t *p = event_memory(w->e, PHASE_ENTRY, at->addr, at->avail, &got, &status);
	at->before = got == at->avail ? p : NULL;
}

/* Of the bytes that a number told at exit, those that it had asked for at entry. */
static int64_t capacity(const struct walk *w, const struct type *t, const struct scope *s, int64_t bytes)
{
	struct place entry = {.phase = PHASE_ENTRY};
	int64_t asked;

	return walk_eval(w, t->len, s, &entry, &asked) && (uint64_t)asked < (uint64_t)bytes ? asked : bytes;
}

/* Elements at a struct's end, and the rest of a list, are shown as far as they could be read. */
static bool ends_in_array(const struct walk *w, const struct type *t)
{
	const struct type *s = type_at(w, t->elem);
	if (s->kind == TYPE_STRUCT && s->flags & TF_LIST)
		return true;
	const struct type *last = s->kind == TYPE_STRUCT && s->count ? type_at(w, w->d->fields[s->first + s->count - 1u].type) : NULL;

	if (last && last->kind == TYPE_BUFFER && last->flags & TF_CSTR && last->flags & TF_BRIEF)
		return true;
	return last && last->kind == TYPE_ARRAY && !(last->flags & TF_CHAIN);
}

/* Values of a fixed size (structs, numbers, customs) behind a pointer. */
static bool fetch(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s,
                  struct place *at)
{
	enum { OPEN_MAX = 1 << 24 };
	uint32_t size = t->size[w->abi];
	int64_t bytes, least;
	bool open = false;
	size_t got;
	enum blob_status status;

	*at = (struct place){.addr = addr, .phase = (uint8_t)phase};
	if (t->kind == TYPE_SIZED && t->len && walk_eval(w, t->len, s, at, &bytes)) {
		if (phase == PHASE_EXIT && w->d->exprs[t->len].op == EXPR_DEREF) /* the kernel tells how much there is, and writes no more than fits */
			bytes = capacity(w, t, s, bytes);
		if (t->fill && walk_eval(w, t->fill, s, at, &least) && (uint64_t)bytes < (uint64_t)least)
			return false;
		if (t->when && (uint64_t)bytes > t->when)
			bytes = t->when;
		open = walk_ends_open(w, type_at(w, t->elem));
		if ((uint64_t)bytes < size || (open && bytes < OPEN_MAX))
			size = (uint32_t)bytes;
	}
	at->p = event_memory(w->e, phase, addr, size, &got, &status);
	at->avail = (uint32_t)got;
	look_before(w, at);
	return got == size || (open && (status == BLOB_SHORT || ends_in_array(w, t)) && got >= t->size[w->abi]);
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
	uint64_t n = walk_count(w, under, s, at);
	if (under->kind == TYPE_ARRAY && !(under->flags & TF_BYTES))
		n *= type_at(w, under->elem)->size[w->abi];
	at->p = event_memory(w->e, phase, addr, n < UINT32_MAX ? (size_t)n : UINT32_MAX, &got, &status);
	at->avail = (uint32_t)got;
	look_before(w, at);
	return got || !n;
}

/* There is nothing behind it to be followed. */
static bool has_no_elements(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	struct place at = {.addr = addr, .phase = (uint8_t)phase};

	return !(t->flags & TF_CHAIN) && walk_count(w, t, s, &at) == 0;
}

void walk_behind(struct walk *w, uint16_t elem, uint64_t addr, enum phase phase, const struct scope *s)
{
	const struct type *t = type_at(w, elem);
	struct place at;

	if (!addr) {
		w->v->ops->pointer(w->v, 0, POINTER_NULL);
		return;
	}
	if (t->kind == TYPE_SWITCH) {
		struct place none = {.phase = (uint8_t)phase};
		const struct switch_case *c = walk_choose(w, t, s, &none);
		if (c)
			walk_behind(w, c->type, addr, phase, s);
		else
			w->v->ops->pointer(w->v, addr, POINTER_PLAIN);
		return;
	}
	switch ((enum type_kind)t->kind) {
	case TYPE_STRING:
		walk_string(w, t, addr, phase);
		return;
	case TYPE_BUFFER:
		if (w->o->follow || !(t->flags & TF_VALUE)) {
			walk_buffer(w, t, addr, phase, s);
			return;
		}
		break;
	default:
		break;
	}
	if (!w->o->follow && t->flags & TF_CHAIN && t->flags & TF_LIST) { /* messages are but bytes then */
		walk_buffer(w, t, addr, phase, s);
		return;
	}
	if (!w->o->follow && t->kind == TYPE_ARRAY && has_no_elements(w, t, addr, phase, s)) {
		w->v->ops->open(w->v, GROUP_ARRAY, NULL);
		w->v->ops->close(w->v, GROUP_ARRAY);
		return;
	}
	if (!w->o->follow && !(w->remark && t->kind == TYPE_CUSTOM)) {
		w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
		return;
	}
	switch ((enum type_kind)t->kind) {
	case TYPE_ARRAY:
		if (t->flags & TF_CHAIN)
			walk_chain_behind(w, t, addr, phase, s);
		else
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
		else if (t->kind == TYPE_INT || t->kind == TYPE_POINTER || (t->flags & TF_JOINED && t->flags & TF_PATH))
			walk_number_behind(w, elem, &at, s);
		else
			walk_value(w, elem, &at, s);
	}
}

/* Whether what the call wrote behind the pointer is there. */
bool walk_exit_valid(const struct walk *w, const struct type *t, const struct scope *s, const struct place *at)
{
	int64_t v;

	if (!w->returned)
		return false;
	if (t->when)
		return walk_eval(w, t->when, s, at, &v) && v;
	return !w->failed;
}

/* The members that only the part after the call shows; none: all of them. */
bool walk_has_after(const struct walk *w, const struct type *t)
{
	while (t->kind == TYPE_SIZED)
		t = type_at(w, t->elem);
	if (t->kind == TYPE_STRUCT)
		for (unsigned i = 0; i < t->count; i++)
			if (w->d->fields[t->first + i].flags & FF_AFTER)
				return true;
	return false;
}

/* Whether a member without a name shows any. */
static bool is_empty(const struct walk *w, const struct field *f, const struct scope *s, const struct place *at)
{
	const struct type *t = type_at(w, f->type);
	struct scope inner = *s;

	if (t->kind == TYPE_SIZED) { /* a struct with parameters, whose only member may be a switch */
		inner = (struct scope){.user = s, .params = t->first, .place = *at};
		t = type_at(w, t->elem);
	}
	if (t->kind == TYPE_STRUCT && t->count == 1) {
		inner.first = t->first;
		t = type_at(w, w->d->fields[t->first].type);
	}
	return t->kind == TYPE_SWITCH && !walk_choose(w, t, &inner, at);
}

/* Whether a member is there: of elements at a struct's end the first. */
static bool is_there(const struct walk *w, const struct field *f, const struct place *at)
{
	const struct type *t = type_at(w, f->type);
	uint32_t offset = f->offset[w->abi], size = t->size[w->abi];
	enum blob_status status;
	size_t got;

	if (t->kind != TYPE_ARRAY || size || t->flags & TF_CHAIN)
		return offset + size <= at->avail;
	size = type_at(w, t->elem)->size[w->abi];
	event_memory(w->e, (enum phase)at->phase, at->addr, offset + size, &got, &status);
	return got >= offset + size;
}

/* Whether a member is a pointer to elements, none of which could be read: the part before the call has shown it. */
static bool leads_nowhere(const struct walk *w, const struct field *f, const struct place *at)
{
	const struct type *t = type_at(w, f->type);
	uint32_t offset = f->offset[w->abi], size = t->size[w->abi];
	enum blob_status status;
	size_t got;

	if (t->kind != TYPE_POINTER || type_at(w, t->elem)->kind != TYPE_ARRAY || offset + size > at->avail)
		return false;
	struct place member = {.p = at->p + offset, .avail = size};
	event_memory(w->e, PHASE_EXIT, place_number(&member, 0, size, false, false), 1, &got, &status);
	return !got;
}

/* Whether the part after the call shows any member. */
static bool anything_after(const struct walk *w, const struct type *t, const struct place *at, const struct scope *user)
{
	while (t->kind == TYPE_SIZED)
		t = type_at(w, t->elem);
	if (t->kind != TYPE_STRUCT)
		return true;
	struct scope s = {.user = user, .first = t->first, .place = *at};
	bool marked = walk_has_after(w, t);
	for (unsigned i = 0; i < t->count; i++) {
		const struct field *f = &w->d->fields[t->first + i];
		if ((marked ? !(f->flags & FF_AFTER) : f->flags & (FF_BEFORE | FF_HIDDEN)) || !walk_holds(w, f->cond, &s, at))
			continue;
		if (marked && leads_nowhere(w, f, at))
			return false;
		if (f->flags & FF_EMBED ? !is_empty(w, f, &s, at) : is_there(w, f, at))
			return true;
	}
	return false;
}

static void walk_after(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	uint16_t id = t->set ? t->set : t->elem;
	const struct type *elem = type_at(w, id);
	struct place at;

	if (!w->o->follow)
		return;
	if (!addr || elem->kind == TYPE_STRUCT || elem->kind == TYPE_SIZED || t->set) {
		if (!addr || !fetch(w, elem, addr, PHASE_EXIT, s, &at) || !anything_after(w, elem, &at, s))
			return;
	}
	w->v->ops->change(w->v);
	w->half = t->set ? HALF_WHOLE : HALF_AFTER;
	walk_behind(w, id, addr, PHASE_EXIT, s);
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

static bool not_followed(const struct walk *w, const struct type *t, const struct scope *s)
{
	struct place at = {.phase = PHASE_ENTRY};
	int64_t v;

	return t->flags & TF_PLAIN_REF || (t->fill && walk_eval(w, t->fill, s, &at, &v) && v);
}

/* An inout pointer shown once, at exit: numbers inside marked `change` show both values. */
void walk_change(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	const struct type *elem = type_at(w, t->elem);
	struct place exit = {.phase = PHASE_EXIT};
	bool valid = walk_exit_valid(w, t, s, &exit);

	if (!addr) {
		w->v->ops->pointer(w->v, 0, POINTER_NULL);
	} else if (not_followed(w, t, s)) {
		w->v->ops->pointer(w->v, addr, POINTER_PLAIN);
	} else if (!w->o->follow) {
		w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
	} else if (elem->kind == TYPE_INT) {
		walk_changed_number(w, elem, addr, s, valid);
	} else {
		w->only_changes = !valid;
		walk_behind(w, t->elem, addr, valid ? PHASE_EXIT : PHASE_ENTRY, s);
		w->only_changes = false;
	}
}

/* What a call only reads was copied before it, unless the pointer itself was known only after. */
static enum phase phase_of_input(const struct walk *w, uint64_t addr, enum phase phase)
{
	size_t got;
	enum blob_status status;

	return phase == PHASE_EXIT && event_memory(w->e, PHASE_ENTRY, addr, 1, &got, &status) ? PHASE_ENTRY : phase;
}

static bool readable(const struct walk *w, uint64_t addr)
{
	enum blob_status status;
	size_t got;

	return event_memory(w->e, PHASE_ENTRY, addr, 1, &got, &status) && got;
}

/* TF_OPAQUE: whether the pointer is shown as a number. */
static bool is_opaque(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	struct place none = {.phase = PHASE_ENTRY};

	return t->flags & TF_OPAQUE && (!addr || !w->o->verbose || !w->o->follow || !walk_count(w, type_at(w, t->elem), s, &none));
}

/* Whether enough of a buffer was read to show it. */
static bool buffer_readable(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	struct place none = {.phase = PHASE_ENTRY};
	uint64_t n = walk_count(w, t, s, &none);
	enum blob_status status;
	size_t got;

	event_memory(w->e, PHASE_ENTRY, addr, n < UINT32_MAX ? (size_t)n : UINT32_MAX, &got, &status);
	return got >= n || got > w->o->max_string;
}

/* TF_ZEROED: whether all that the value has was 0 before the call. */
static bool was_zero(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	struct place at;

	if (!(t->flags & TF_ZEROED) || !fetch(w, type_at(w, t->elem), addr, PHASE_ENTRY, s, &at))
		return false;
	for (uint32_t i = 0; i < at.avail; i++)
		if (at.p[i])
			return false;
	return true;
}

void walk_inout_before(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	if (is_opaque(w, t, addr, s))
		walk_plain(w, addr, t->size[w->abi], false, STYLE_HEX);
	else if (!was_zero(w, t, addr, s))
		walk_before(w, t, addr, phase, s);
}

/* Whether the part after the call is shown as the part before was. */
static bool has_after(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	struct place at;

	if (t->set)
		return fetch(w, type_at(w, t->elem), addr, PHASE_ENTRY, s, &at);
	return !(t->flags & TF_OPAQUE) || (!is_opaque(w, t, addr, s) && buffer_readable(w, type_at(w, t->elem), addr, s));
}

void walk_inout_after(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	struct place exit = {.phase = PHASE_EXIT};
	bool valid = walk_exit_valid(w, t, s, &exit), zero = was_zero(w, t, addr, s);

	if (zero && t->set && !valid)
		w->v->ops->pointer(w->v, addr, POINTER_INVALID);
	else if (zero)
		walk_behind(w, t->set ? t->set : t->elem, addr, valid ? PHASE_EXIT : PHASE_ENTRY, s);
	else if (valid && has_after(w, t, addr, s))
		walk_after(w, t, addr, s);
	if (!valid && t->flags & TF_TOLD && w->failed && w->o->follow && readable(w, addr)) {
		w->v->ops->change(w->v);
		w->v->ops->pointer(w->v, addr, POINTER_INVALID);
	}
}

/* What the program gave, and in the same braces what the call told. */
static void walk_continued(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s)
{
	struct place before, after = {.phase = PHASE_ENTRY};
	uint16_t elem = t->elem;

	while (type_at(w, elem)->kind == TYPE_SWITCH) {
		const struct switch_case *c = walk_choose(w, type_at(w, elem), s, &after);
		elem = c ? c->type : 0;
	}
	if (!w->o->follow || !elem || !fetch(w, type_at(w, elem), addr, PHASE_ENTRY, s, &before)) {
		w->v->ops->pointer(w->v, addr, w->o->follow ? POINTER_UNREADABLE : POINTER_SKIPPED);
		return;
	}
	bool told = walk_exit_valid(w, t, s, &before) && fetch(w, type_at(w, elem), addr, PHASE_EXIT, s, &after);
	if (type_at(w, elem)->kind == TYPE_INT) {
		walk_number_behind(w, elem, &before, s);
		return;
	}
	w->half = told ? HALF_CONTINUED : HALF_BEFORE;
	walk_value(w, elem, told ? &after : &before, s);
	w->half = HALF_WHOLE;
}

void walk_pointer(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	uint64_t addr = place_number(at, 0, t->size[w->abi] > 4 ? 8 : t->size[w->abi], false, false);
	struct place exit = {.phase = PHASE_EXIT};
	const struct type *elem = type_at(w, t->elem);

	if (is_opaque(w, t, addr, s)) {
		walk_plain(w, addr, t->size[w->abi], false, STYLE_HEX);
		return;
	}
	if (!addr) {
		w->v->ops->pointer(w->v, 0, POINTER_NULL);
		return;
	}
	if (elem->kind == TYPE_VECTOR && w->o->follow) {
		walk_vector_at(w, t, elem, addr, at->phase);
		return;
	}
	if (not_followed(w, t, s)) {
		w->v->ops->pointer(w->v, addr, POINTER_PLAIN);
		return;
	}
	if (t->dir == DIR_IN) {
		if (t->flags & TF_BRIEF && !w->o->verbose && w->o->follow) {
			w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
			if (t->name)
				walk_comment(w, desc_string(w->d, t->name));
			return;
		}
		walk_behind(w, t->elem, addr, phase_of_input(w, addr, (enum phase)at->phase), s);
		return;
	}
	bool valid = walk_exit_valid(w, t, s, &exit);
	if (t->flags & TF_CONTINUED) {
		walk_continued(w, t, addr, s);
	} else if (t->dir == DIR_INOUT) {
		walk_inout_before(w, t, addr, at->phase, s);
		walk_inout_after(w, t, addr, s);
	} else if (valid && w->half != HALF_BEFORE) {
		if (t->flags & TF_BRIEF && !w->o->verbose) {
			w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
			if (t->name)
				walk_comment(w, desc_string(w->d, t->name));
		} else {
			walk_behind(w, t->elem, addr, PHASE_EXIT, s);
		}
	} else {
		w->v->ops->pointer(w->v, addr, POINTER_INVALID);
	}
}
