/*
 * Chains: elements one after the other, each as long as its first member says (control messages, netlink messages and their
 * attributes). They come from programs, so lengths may be anything.
 */
#include "decode/walk_in.h"

#include <stdio.h>
#include <string.h>

struct chain {
	const struct type *t;
	const struct type *elem;
	uint32_t head;  /* bytes of an element before what varies: up to its last member */
	uint32_t align;
};

static const struct type *unsized(const struct walk *w, const struct type *t)
{
	while (t->kind == TYPE_SIZED)
		t = type_at(w, t->elem);
	return t;
}

static struct chain chain_of(const struct walk *w, const struct type *t)
{
	struct chain c = {.t = t, .elem = unsized(w, type_at(w, t->elem))};

	c.head = w->d->fields[c.elem->first + c.elem->count - 1u].offset[w->abi];
	c.align = t->flags & TF_COUNTED ? 1 : t->when ? t->when : c.elem->align[w->abi];
	return c;
}

/* TF_COUNTED: the bytes of the element at `at`, by what a member says of those that follow its head. */
static uint64_t counted_length(const struct walk *w, const struct chain *c, const struct place *at)
{
	const struct field *f = &w->d->fields[c->elem->first + c->t->when];
	const struct type *t = type_at(w, f->type);
	uint64_t n = place_number(at, f->offset[w->abi], t->size[w->abi], false, false);

	return c->head + (t->flags & TF_MASKED ? (n & (uint64_t)w->d->exprs[t->len].value) >> t->first : n);
}

/* What the element at `at` says of its own length. */
static uint64_t chain_length(const struct walk *w, const struct chain *c, const struct place *at)
{
	const struct type *first = type_at(w, w->d->fields[c->elem->first].type);

	if (c->t->flags & TF_COUNTED)
		return counted_length(w, c, at);
	return place_number(at, 0, first->size[w->abi], false, false);
}

static uint64_t chain_step(const struct chain *c, uint64_t len)
{
	return (len + c->align - 1) / c->align * c->align;
}

/* Whether anything follows the element of that length. */
static bool chain_goes_on(const struct chain *c, const struct place *at, uint64_t len)
{
	return len && chain_step(c, len) < at->avail && (len >= c->head || !(c->t->flags & TF_LIST));
}

static void show_left(struct walk *w, const struct chain *c, const struct place *at)
{
	char text[32];

	if (c->t->flags & TF_LIST) {
		w->v->ops->element(w->v);
		w->v->ops->bytes(w->v, &(struct bytes){at->p, at->avail, BYTES_HEX});
		return;
	}
	w->v->ops->more(w->v);
	snprintf(text, sizeof(text), "%#llx", (unsigned long long)at->addr);
	walk_comment(w, text);
}

static void show_elements(struct walk *w, const struct chain *c, const struct place *at, const struct scope *s)
{
	struct place left = *at, outer_chain = w->chain;
	uint32_t outer = w->nth;
	uint64_t len = c->head;

	for (w->nth = 0; left.avail; w->nth++) {
		if (left.avail < c->head || len < c->head) {
			show_left(w, c, &left);
			break;
		}
		if (w->nth == w->o->max_string && !w->o->verbose && c->t->flags & (TF_LIST | TF_COUNTED)) {
			w->v->ops->more(w->v);
			break;
		}
		struct place one = left;
		len = chain_length(w, c, &left);
		uint32_t size = len < c->head ? c->head : len < left.avail ? (uint32_t)len : left.avail;
		one.avail = size;
		w->v->ops->element(w->v);
		w->chain = *at;
		w->chain.avail = at->avail - left.avail;
		walk_value(w, c->t->elem, &one, s);
		if (!chain_goes_on(c, &left, len))
			break;
		uint32_t step = (uint32_t)chain_step(c, len);
		left.p += step;
		left.addr += step;
		left.avail -= step;
	}
	w->nth = outer;
	w->chain = outer_chain;
}

/* Elements of which a member says how many bytes follow its head, and another number how many there are. */
static void show_counted(struct walk *w, const struct chain *c, const struct place *at, const struct scope *s)
{
	uint32_t outer = w->nth;
	uint64_t bytes = walk_count(w, c->t, s, at), where = 0;
	int64_t count = 0;

	walk_eval(w, c->t->first, s, at, &count);
	for (w->nth = 0; w->nth < count; w->nth++) {
		struct place one = *at;
		one.addr += where;
		one.before = NULL;
		if (where > bytes || bytes - where < c->head || (w->nth == w->o->max_string && !w->o->verbose)) {
			w->v->ops->more(w->v);
			break;
		}
		if (where > at->avail || at->avail - where < c->head) {
			one.avail = 0;
			show_left(w, c, &one);
			break;
		}
		one.p += where;
		uint64_t all = counted_length(w, c, &one);
		one.avail = all < at->avail - where ? (uint32_t)all : at->avail - (uint32_t)where;
		w->v->ops->element(w->v);
		walk_value(w, c->t->elem, &one, s);
		where += all;
	}
	w->nth = outer;
}

/* The text of the attribute of that type among those of the chain that came before, as a number. */
uint64_t walk_attribute(const struct walk *w, uint64_t type)
{
	enum { HEAD = 4, ORDER = 4, TYPE_MASK = 0x3fff };
	struct place left = w->chain;
	char text[8] = "";
	uint64_t found;

	while (left.avail >= HEAD) {
		uint64_t len = place_number(&left, 0, 2, false, false), step = (len + ORDER - 1) / ORDER * ORDER;
		if ((place_number(&left, 2, 2, false, false) & TYPE_MASK) == type && len > HEAD && len <= left.avail)
			memcpy(text, left.p + HEAD, strnlen((const char *)left.p + HEAD, len - HEAD < 8 ? len - HEAD : 8));
		if (len < HEAD || step >= left.avail)
			break;
		left.p += step;
		left.avail -= (uint32_t)step;
	}
	memcpy(&found, text, sizeof(found));
	return found;
}

void walk_chain(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	if (t->flags & TF_LINKED) {
		walk_linked(w, t, at, s);
		return;
	}
	struct chain c = chain_of(w, t);
	if (t->flags & TF_LIST && at->avail < c.head) {
		w->v->ops->bytes(w->v, &(struct bytes){at->p, at->avail, BYTES_HEX});
		return;
	}
	bool lone = t->flags & TF_LIST && !chain_goes_on(&c, at, chain_length(w, &c, at));
	w->v->ops->open(w->v, lone ? GROUP_LONE : GROUP_ARRAY, NULL);
	if (t->flags & TF_COUNTED && t->first)
		show_counted(w, &c, at, s);
	else
		show_elements(w, &c, at, s);
	w->v->ops->close(w->v, lone ? GROUP_LONE : GROUP_ARRAY);
}

void walk_chain_behind(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s)
{
	struct place at = {.addr = addr, .phase = (uint8_t)phase};
	uint64_t want = walk_count(w, t, s, &at);
	size_t got;
	enum blob_status status;

	want = walk_share(w, want);
	if (!want && t->flags & TF_LIST) { /* no message is no bytes */
		w->v->ops->bytes(w->v, &(struct bytes){.data = (const uint8_t *)""});
		return;
	}
	at.p = event_memory(w->e, phase, addr, want < UINT32_MAX ? (size_t)want : UINT32_MAX, &got, &status);
	at.avail = (uint32_t)got;
	if (!got || (got < want && status == BLOB_FAULT) || (!(t->flags & TF_LIST) && got < chain_of(w, t).head))
		w->v->ops->pointer(w->v, addr, POINTER_UNREADABLE);
	else
		walk_chain(w, t, &at, s);
}

/* Whether a value of that type fits into what is there. */
static bool fits(const struct walk *w, const struct type *t, const struct place *at)
{
	if (t->kind == TYPE_ARRAY && t->flags & TF_BYTES && !(t->flags & TF_CHAIN))
		return type_at(w, t->elem)->size[w->abi] <= at->avail;
	bool varies = t->kind == TYPE_SIZED && t->len && w->d->exprs[t->len].op != EXPR_CONST;
	return varies || (t->size[w->abi] <= at->avail && !(t->kind == TYPE_INT && t->fill && at->avail > t->fill));
}

void walk_rest(struct walk *w, uint16_t id, const struct place *at, const struct scope *s)
{
	const struct type *t = type_at(w, id);

	if (t->kind == TYPE_SWITCH) {
		const struct switch_case *c = walk_choose(w, t, s, at);
		if (c && c->type)
			walk_rest(w, c->type, at, s);
	} else if (fits(w, t, at)) {
		walk_value(w, id, at, s);
	} else {
		w->v->ops->bytes(w->v, &(struct bytes){at->p, at->avail, BYTES_HEX});
	}
}
