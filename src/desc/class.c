/* The calls as a whole: filter classes derived from their arguments, calls without description, tables by number. */
#include "desc/build.h"

#include <string.h>

static bool is_descriptor(const struct type *t)
{
	return t->kind == TYPE_INT && (t->meaning == MEANING_FD || t->meaning == MEANING_DIRFD);
}

static bool is_path(const struct builder *b, const struct type *t)
{
	if (t->kind != TYPE_POINTER || !(t->dir & DIR_IN))
		return false;
	const struct type *e = &b->types.at[t->elem];
	return e->kind == TYPE_STRING && e->flags & TF_PATH;
}

/* %file: names a file. %desc: takes or makes a descriptor. */
static uint32_t shape_classes(const struct builder *b, const struct shape *s)
{
	uint32_t classes = is_descriptor(&b->types.at[s->ret]) ? 1u << CLASS_DESC : 0;

	for (unsigned i = 0; i < s->count; i++) {
		const struct type *t = &b->types.at[b->fields.at[s->first + i].type];
		if (is_descriptor(t))
			classes |= 1u << CLASS_DESC;
		if (is_path(b, t))
			classes |= 1u << CLASS_FILE;
	}
	return classes;
}

static void derive_classes(struct builder *b, struct call *c)
{
	uint32_t derived = shape_classes(b, &b->shapes.at[c->shape]);

	for (unsigned i = 0; i < c->ncases; i++)
		derived |= shape_classes(b, &b->shapes.at[b->cases.at[c->first_case + i].shape]);
	uint32_t without = c->classes >> 30; /* -%file, -%desc: see accept_class() */
	c->classes = (c->classes & ((1u << CLASS_COUNT) - 1)) | (derived & ~without);
}

static struct number_row *row_of(struct builder *b, uint32_t name)
{
	uintptr_t i = (uintptr_t)map_get(&b->number_ids, name);

	return i ? &b->number_rows.at[i - 1] : NULL;
}

static void set_number(struct builder *b, int abi, int nr, uint16_t call)
{
	if (nr < 0)
		return;
	while (b->numbers[abi].len <= (size_t)nr)
		*vec_push(&b->numbers[abi]) = 0;
	b->numbers[abi].at[nr] = call;
}

/* Other forms of a call come last, so that who asks for its name finds the call itself. */
static void put_forms_last(struct builder *b)
{
	VEC(struct call) forms = {0};
	size_t n = 0;

	for (size_t i = 0; i < b->calls.len; i++) {
		struct call c = b->calls.at[i];
		if (strchr(build_text(b, c.name), '@'))
			*vec_push(&forms) = c;
		else
			b->calls.at[n++] = c;
	}
	for (size_t i = 0; i < forms.len; i++)
		b->calls.at[n++] = forms.at[i];
	vec_done(&forms);
}

/* mmap@i386 is shown as mmap. */
static void name_forms(struct builder *b)
{
	for (size_t i = 1; i < b->calls.len; i++) {
		const char *name = build_text(b, b->calls.at[i].name);
		char shown[64];
		size_t len = strcspn(name, "@");
		if (name[len]) {
			snprintf(shown, sizeof(shown), "%.*s", (int)len, name);
			b->calls.at[i].name = build_string(b, shown, strlen(shown));
		}
	}
}

void build_calls(struct builder *b)
{
	for (size_t i = 1; i < b->calls.len; i++) {
		struct call *c = &b->calls.at[i];
		struct number_row *row = row_of(b, c->name);

		derive_classes(b, c);
		if (!row)
			continue;
		row->described = true;
		memcpy(c->nargs, row->nargs, sizeof(c->nargs));
		c->since = row->since;
	}
	for (size_t i = 0; i < b->number_rows.len; i++) {
		struct number_row *row = &b->number_rows.at[i];

		if (row->described)
			continue;
		struct call c = {.name = row->name, .since = row->since};
		memcpy(c.nargs, row->nargs, sizeof(c.nargs));
		*vec_push(&b->calls) = c;
	}
	put_forms_last(b);
	for (size_t i = 1; i < b->calls.len; i++) {
		struct number_row *row = row_of(b, b->calls.at[i].name);

		for (int abi = 0; row && abi < ABI_COUNT; abi++) {
			set_number(b, abi, row->nr[abi], (uint16_t)i);
			set_number(b, abi, row->inner[abi], (uint16_t)i);
		}
	}
	name_forms(b);
}
