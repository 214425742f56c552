/* Files and descriptors. */
#include <stdio.h>
#include <string.h>

#include "decode/custom/custom.h"

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

/* The members of a head that a description tells, one after the other. */
static void head_members(struct walk *w, const struct custom_use *u, const struct type *head, const struct place *at)
{
	for (unsigned i = 0; i < head->count; i++) {
		const struct field *f = &w->d->fields[head->first + i];
		dirent_member(w, f, at, f->offset[w->abi], u->scope);
	}
}

static void lsm_ctx(struct walk *w, const struct custom_use *u, const struct type *head, const struct place *at, uint64_t len)
{
	uint64_t text = place_number(at, 24, 8, false, false);
	uint32_t size = head->size[w->abi];
	uint64_t got = at->avail - size;

	if (text > len - size)
		text = len - size;
	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	head_members(w, u, head, at);
	if (text) {
		struct bytes b = {at->p + size, text < got ? (size_t)text : (size_t)got, BYTES_HEX};
		w->v->ops->field(w->v, "ctx");
		if (got < text && got <= w->o->max_string)
			w->v->ops->pointer(w->v, at->addr + size, POINTER_UNREADABLE);
		else
			w->v->ops->bytes(w->v, &b);
	}
	w->v->ops->close(w->v, GROUP_STRUCT);
}

/* Instead of an element that does not fit, or could not be read. */
static void no_more(struct walk *w, uint64_t addr)
{
	char text[32];

	snprintf(text, sizeof(text), "%#llx", (unsigned long long)addr);
	w->v->ops->more(w->v);
	walk_comment(w, text);
}

/* lsm_ctxs(many): struct lsm_ctx, each with its length as third member and text at its end. */
void custom_lsm_ctxs(struct walk *w, const struct custom_use *u)
{
	const struct type *array = type_at(w, u->type->elem), *head = type_at(w, array->elem);
	uint64_t total = walk_count(w, array, u->scope, u->at), offset = 0;
	uint32_t size = head->size[w->abi];
	bool many = custom_param(w, u, 0, 0);

	if (u->at->avail < size) {
		w->v->ops->pointer(w->v, u->at->addr, POINTER_UNREADABLE);
		return;
	}
	if (many)
		w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (uint64_t len = size; len >= size && offset < total; offset += len) {
		if (offset + size > u->at->avail) {
			no_more(w, u->at->addr + offset);
			break;
		}
		struct place at = dirent_at(u, (uint32_t)offset);
		if (many)
			w->v->ops->element(w->v);
		len = place_number(&at, 16, 8, false, false);
		uint64_t room = len < total - offset ? len : total - offset;
		lsm_ctx(w, u, head, &at, room < size ? size : room);
		if (!many || len > total)
			break;
	}
	if (many)
		w->v->ops->close(w->v, GROUP_ARRAY);
}

static void handle_bytes(struct walk *w, const struct place *at, uint32_t n)
{
	enum { HEAD = 8, HANDLE_MAX = 128 };
	uint32_t want = n < HANDLE_MAX ? n : HANDLE_MAX;
	struct bytes b = {at->p + HEAD, want, BYTES_HEX | BYTES_PATH | (n > want ? BYTES_CUT : 0)};

	w->v->ops->field(w->v, "handle_type");
	walk_plain(w, place_number(at, 4, 4, true, false), 4, true, STYLE_DEC);
	w->v->ops->field(w->v, "f_handle");
	if (at->avail < HEAD + want)
		walk_text(w, "???", BYTES_PLAIN);
	else
		w->v->ops->bytes(w->v, &b);
}

/* file_handle(filled): struct file_handle; filled by the call, it has only a length until the call has succeeded. */
void custom_file_handle(struct walk *w, const struct custom_use *u)
{
	bool filled = custom_param(w, u, 0, 0);
	uint32_t n = (uint32_t)place_number(u->at, 0, 4, false, false), asked = n;

	if (u->at->avail < 4 || (!filled && u->at->avail < 8)) {
		w->v->ops->pointer(w->v, u->at->addr, POINTER_UNREADABLE);
		return;
	}
	if (u->at->before) {
		struct place before = {.p = u->at->before, .avail = u->at->avail};
		asked = (uint32_t)place_number(&before, 0, 4, false, false);
	}
	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	w->v->ops->field(w->v, "handle_bytes");
	walk_plain(w, asked, 4, false, STYLE_UDEC);
	if (n != asked) {
		w->v->ops->change(w->v);
		walk_plain(w, n, 4, false, STYLE_UDEC);
	}
	if (!filled || !w->failed)
		handle_bytes(w, u->at, n);
	w->v->ops->close(w->v, GROUP_STRUCT);
}

/* The name of a member's value, or the value and what it may be. */
static void member_name(const struct walk *w, const struct type *t, uint64_t value, char *text, size_t size)
{
	const struct set *s = &w->d->sets[t->set];

	for (uint32_t i = 0; i < s->count; i++) {
		const struct symbol *sym = &w->d->symbols[s->first + i];
		if (sym->value == value) {
			snprintf(text, size, "%s", desc_string(w->d, sym->name));
			return;
		}
	}
	snprintf(text, size, "%#llx /* %s */", (unsigned long long)value, desc_string(w->d, s->unknown));
}

/* qcmd: a command and, in the low byte, a kind of quota, as the macro that joins them. */
void custom_qcmd(struct walk *w, const struct custom_use *u)
{
	const struct field *f = &w->d->fields[type_at(w, u->type->elem)->first];
	uint32_t raw = (uint32_t)place_number(u->at, 0, 4, false, false);
	char cmd[64], type[64], text[160];
	struct part part = {text, 0};
	struct number n = {.raw = raw, .size = 4, .style = STYLE_UDEC, .parts = &part, .nparts = 1};

	member_name(w, type_at(w, f[0].type), raw >> 8, cmd, sizeof(cmd));
	member_name(w, type_at(w, f[1].type), raw & 0xff, type, sizeof(type));
	part.len = (uint32_t)snprintf(text, sizeof(text), "QCMD(%s, %s)", cmd, type);
	w->v->ops->number(w->v, &n);
}

/* The string at addr, which ends before addr + room; its size with the NUL, or 0. */
static uint64_t show_string_at(struct walk *w, const struct custom_use *u, uint64_t addr, uint64_t room)
{
	size_t got;
	enum blob_status status;
	const uint8_t *p = event_memory(w->e, (enum phase)u->at->phase, addr, (size_t)room, &got, &status);
	const uint8_t *end = p ? memchr(p, '\0', got) : NULL;

	if (!end)
		return 0;
	w->v->ops->bytes(w->v, &(struct bytes){p, (size_t)(end - p), BYTES_STRING | BYTES_PATH});
	return (uint64_t)(end - p) + 1;
}

/* string_at(base, size[, n]): a string, or n of them, at this offset from `base` bytes after the start of a struct of `size` bytes. */
void custom_string_at(struct walk *w, const struct custom_use *u)
{
	uint64_t offset = custom_number(w, u);
	bool wide = type_at(w, u->type->elem)->size[w->abi] == 8;
	uint64_t base = (uint64_t)custom_param(w, u, 0, 0), size = (uint64_t)custom_param(w, u, 1, 0);
	int64_t n = custom_param(w, u, 2, -1);
	uint64_t addr = u->scope->place.addr + base + offset, end = u->scope->place.addr + size;

	if (offset >= size || base + offset >= size) {
		walk_plain(w, wide ? addr : offset, wide ? 8 : 4, false, STYLE_HEX);
		return;
	}
	if (n < 0) {
		if (!show_string_at(w, u, addr, end - addr))
			walk_plain(w, wide ? addr : offset, wide ? 8 : 4, false, STYLE_HEX);
		return;
	}
	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (int64_t i = 0; i < n && addr < end; i++) {
		w->v->ops->element(w->v);
		uint64_t len = show_string_at(w, u, addr, end - addr);
		if (!len)
			break;
		addr += len;
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}
