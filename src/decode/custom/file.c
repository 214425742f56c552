/* Files and descriptors. */
#include <stdio.h>
#include <string.h>

#include "decode/custom/custom.h"

/* fdset(nfds): bits 0 to nfds - 1 as the descriptors they stand for. */
void custom_fdset(struct walk *w, const struct custom_use *u)
{
	int64_t nfds = custom_param(w, u, 0, 0);
	static const struct type fd = {.kind = TYPE_INT, .meaning = MEANING_FD, .flags = TF_SIGNED, .size = {4, 4, 4, 4, 4}};

	w->v->ops->open(w->v, GROUP_SET, NULL);
	for (int64_t i = 0; i < nfds && i / 8 < u->at->avail; i++) {
		if (!(u->at->p[i / 8] >> (i % 8) & 1))
			continue;
		w->v->ops->element(w->v);
		walk_number(w, &fd, (uint64_t)i);
	}
	w->v->ops->close(w->v, GROUP_SET);
}

/* A directory entry: head as described, then the name; getdents(2) has the type in the last byte, getdents64(2) in the head. */
struct dirent_shape {
	const struct field *fields; /* ino, off, reclen, type */
	uint32_t reclen, head;      /* offset of reclen; bytes before the name */
	bool type_last;
};

struct dirent_span {
	uint32_t size; /* bytes that belong to it, as far as they are there */
	int64_t beyond; /* bytes that its length claims too much (positive), or too few */
};

static struct dirent_shape dirent_shape(const struct walk *w, const struct custom_use *u)
{
	const struct type *array = type_at(w, u->type->elem);
	const struct type *t = type_at(w, array->elem);
	struct dirent_shape s = {.fields = &w->d->fields[t->first], .type_last = custom_param(w, u, 0, 0)};

	s.reclen = s.fields[2].offset[w->abi];
	s.head = s.reclen + 2 + !s.type_last;
	return s;
}

static struct dirent_span dirent_span(const struct dirent_shape *s, const struct place *at)
{
	uint32_t reclen = (uint32_t)place_number(at, s->reclen, 2, false, false);

	if (reclen < s->head)
		return (struct dirent_span){at->avail, (int64_t)reclen - s->head};
	if (reclen > at->avail)
		return (struct dirent_span){at->avail, (int64_t)reclen - at->avail};
	return (struct dirent_span){reclen, 0};
}

static void dirent_name(struct walk *w, const uint8_t *p, size_t room)
{
	const uint8_t *end = memchr(p, '\0', room);
	struct bytes b = {.data = p, .len = end ? (size_t)(end - p) : room ? room - 1 : 0, .flags = BYTES_STRING | BYTES_PATH};

	if (!end)
		b.flags |= BYTES_CUT;
	w->v->ops->field(w->v, "d_name");
	w->v->ops->bytes(w->v, &b);
}

static void dirent_member(struct walk *w, const struct field *f, const struct place *entry, uint32_t offset, const struct scope *s)
{
	struct place at = *entry;

	at.p += offset;
	at.addr += offset;
	at.avail -= offset;
	w->v->ops->field(w->v, desc_string(w->d, f->name));
	walk_value(w, f->type, &at, s);
}

static void beyond_text(char *text, size_t size, const char *what, int64_t beyond)
{
	snprintf(text, size, "%s%lld bytes %s", what, (long long)(beyond < 0 ? -beyond : beyond), beyond < 0 ? "underflow" : "overflow");
}

static void dirent_show(struct walk *w, const struct dirent_shape *s, const struct place *at, const struct scope *scope)
{
	struct dirent_span span = dirent_span(s, at);
	uint32_t room = span.size - s->head - s->type_last;
	char text[64];

	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	for (unsigned i = 0; i < 3; i++)
		dirent_member(w, &s->fields[i], at, s->fields[i].offset[w->abi], scope);
	if (span.beyond) {
		beyond_text(text, sizeof(text), "", span.beyond);
		walk_comment(w, text);
	}
	if (!s->type_last)
		dirent_member(w, &s->fields[3], at, s->head - 1, scope);
	if (span.beyond >= 0 && span.size > s->head + s->type_last)
		dirent_name(w, at->p + s->head, room);
	if (span.beyond >= 0 && s->type_last && span.size > s->head)
		dirent_member(w, &s->fields[3], at, span.size - 1, scope);
	w->v->ops->close(w->v, GROUP_STRUCT);
}

static struct place dirent_at(const struct custom_use *u, uint32_t offset)
{
	struct place at = *u->at;

	at.p += offset;
	at.addr += offset;
	at.avail -= offset;
	return at;
}

static void dirents_list(struct walk *w, const struct custom_use *u, const struct dirent_shape *s)
{
	uint32_t offset = 0;

	if (u->at->avail && u->at->avail < s->head) {
		w->v->ops->bytes(w->v, &(struct bytes){u->at->p, u->at->avail, BYTES_HEX});
		return;
	}
	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	while (u->at->avail - offset >= s->head) {
		struct place at = dirent_at(u, offset);
		w->v->ops->element(w->v);
		dirent_show(w, s, &at, u->scope);
		offset += dirent_span(s, &at).size;
	}
	if (offset < u->at->avail) {
		w->v->ops->element(w->v);
		w->v->ops->bytes(w->v, &(struct bytes){u->at->p + offset, u->at->avail - offset, BYTES_HEX});
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}

static void dirents_count(struct walk *w, const struct custom_use *u, const struct dirent_shape *s)
{
	uint32_t offset = 0, n = 0;
	bool underflow = false;
	char text[64];

	w->v->ops->pointer(w->v, u->at->addr, POINTER_SKIPPED);
	while (u->at->avail - offset >= s->head) {
		struct place at = dirent_at(u, offset);
		struct dirent_span span = dirent_span(s, &at);
		if (span.beyond) {
			beyond_text(text, sizeof(text), "d_reclen ", span.beyond);
			walk_comment(w, text);
			underflow = span.beyond < 0;
		}
		offset += span.size;
		n++;
	}
	snprintf(text, sizeof(text), "%u%s entries", n, underflow || offset < u->at->avail ? "+" : "");
	walk_comment(w, text);
}

/* dirents(type_last): directory entries of varying length; without -v only how many. */
void custom_dirents(struct walk *w, const struct custom_use *u)
{
	struct dirent_shape s = dirent_shape(w, u);

	if (w->o->verbose)
		dirents_list(w, u, &s);
	else
		dirents_count(w, u, &s);
}
