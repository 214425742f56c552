/*
 * Linked elements: where the next one is, a member of each says, in bytes from its own beginning or from the first one's. They come from programs and
 * drivers, so offsets may be anything; each element has to lie behind the one before it.
 */
#include "decode/walk_in.h"

#include <stdio.h>
#include <string.h>

struct links {
	const struct type *t;
	const struct type *elem;
	const struct field *next;
	uint32_t head;     /* bytes of an element before its last member */
	bool text;         /* that is a string */
	struct place base; /* of the struct that offsets count from */
	uint64_t bytes;    /* of it, in which elements can be */
};

static struct links links_of(const struct walk *w, const struct type *t, const struct scope *s)
{
	struct links l = {.t = t, .elem = type_at(w, t->elem)};

	while (l.elem->kind == TYPE_SIZED)
		l.elem = type_at(w, l.elem->elem);
	l.next = &w->d->fields[l.elem->first + t->when];
	for (unsigned i = 0; i < l.elem->count; i++) {
		const struct field *f = &w->d->fields[l.elem->first + i];
		if (f->offset[w->abi] < l.head)
			continue;
		l.head = f->offset[w->abi];
		l.text = type_at(w, f->type)->kind == TYPE_STRING;
	}
	while (s->outer)
		s = s->outer;
	l.base = s->place;
	return l;
}

static void show_misplaced(struct walk *w, const struct links *l)
{
	char text[64];

	w->v->ops->element(w->v);
	walk_text(w, "???", BYTES_PLAIN);
	snprintf(text, sizeof(text), "misplaced struct %s", desc_string(w->d, l->elem->name));
	walk_comment(w, text);
}

/* The element that is `where` bytes on. */
static struct place element_at(const struct links *l, uint64_t where)
{
	struct place one = l->base;

	one.p += where;
	one.addr += where;
	one.before = NULL;
	one.avail = (uint32_t)((l->bytes < l->base.avail ? l->bytes : l->base.avail) - where);
	const uint8_t *end = l->text ? memchr(one.p + l->head, '\0', one.avail - l->head) : NULL;
	if (end)
		one.avail = (uint32_t)(end + 1 - one.p);
	return one;
}

static void show_elements(struct walk *w, const struct links *l, uint64_t from, int64_t count, const struct scope *s)
{
	uint64_t where = from, before = 0;

	for (w->nth = 0; count < 0 || w->nth < count; w->nth++) {
		if (l->t->flags & TF_TRIM && where == l->bytes)
			return;
		if (where > l->bytes || l->bytes - where < l->head || (w->nth && where <= before + l->head)) {
			show_misplaced(w, l);
			return;
		}
		if (where > l->base.avail || l->base.avail - where < l->head) { /* it was not copied */
			w->v->ops->more(w->v);
			return;
		}
		struct place one = element_at(l, where);
		w->v->ops->element(w->v);
		walk_value(w, l->t->elem, &one, s);
		uint64_t next = place_number(&one, l->next->offset[w->abi], type_at(w, l->next->type)->size[w->abi], false, false);
		if (!next && count < 0)
			return;
		before = where;
		where = (l->t->flags & TF_OF_FIRST ? from : where) + next;
	}
}

void walk_linked(struct walk *w, const struct type *t, const struct place *at, const struct scope *s)
{
	struct links l = links_of(w, t, s);
	int64_t bytes = 0, from = 0, count = -1;
	uint32_t outer = w->nth;

	if (!walk_eval(w, t->len, s, at, &bytes) || !walk_eval(w, t->fill, s, at, &from) || (t->first && !walk_eval(w, t->first, s, at, &count)))
		return;
	l.bytes = bytes < 0 ? 0 : (uint64_t)bytes;
	w->v->ops->open(w->v, GROUP_LONE, NULL);
	show_elements(w, &l, from < 0 ? UINT64_MAX : (uint64_t)from, count, s);
	w->v->ops->close(w->v, GROUP_LONE);
	w->nth = outer;
}
