/* Matching of paths: see path.h. Which arguments are paths is read off the call's types. */
#include "filter/path.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/numset.h"
#include "desc/plan.h"
#include "desc/table.h"

static void add(struct pathset *s, const char *path)
{
	char *copy = strdup(path);

	if (!copy)
		abort();
	*vec_push(&s->names) = copy;
}

void pathset_add(struct pathset *s, const char *path, bool quiet)
{
	char *real = realpath(path, NULL);

	add(s, path);
	if (real && strcmp(real, path) != 0) {
		add(s, real);
		if (!quiet)
			diag_note("Requested path \"%s\" resolved into \"%s\"", path, real);
	}
	free(real);
}

static bool has(const struct pathset *s, const uint8_t *path, size_t len)
{
	for (size_t i = 0; i < s->names.len; i++)
		if (strlen(s->names.at[i]) == len && memcmp(s->names.at[i], path, len) == 0)
			return true;
	return false;
}

/* The file name that an argument is, up to its NUL; NULL when it is none, or not there. */
static const uint8_t *name_arg(const struct desc *d, const struct event *e, const struct field *f, size_t *len)
{
	const struct type *t = &d->types[f->type];
	enum blob_status status;

	if (t->kind != TYPE_POINTER || !(t->dir & DIR_IN))
		return NULL;
	t = &d->types[t->elem];
	if (t->kind != TYPE_STRING || !(t->flags & TF_PATH) || f->reg[e->abi] >= 6)
		return NULL;
	const uint8_t *path = event_memory(e, PHASE_ENTRY, e->args[f->reg[e->abi]], PATH_MAX, len, &status);
	const uint8_t *end = path ? memchr(path, '\0', *len) : NULL;
	*len = end ? (size_t)(end - path) : 0;
	return end ? path : NULL;
}

static bool match_args(const struct pathset *s, const struct desc *d, const struct event *e)
{
	const struct call *c = desc_call(d, e->abi, e->nr);

	if (!c || !c->described)
		return false;
	const struct shape *shape = desc_shape(d, c, e->abi, e->args);
	for (unsigned i = 0; i < shape->count; i++) {
		size_t len;
		const uint8_t *name = name_arg(d, e, &d->fields[shape->first + i], &len);
		if (name && has(s, name, len))
			return true;
	}
	return false;
}

/* Whether a descriptor is one of those that are looked for. AT_FDCWD is none: else every relative path would match its directory. */
typedef bool is_sought(const void *ctx, const struct event *e, int32_t fd);

static uint64_t number_at(const uint8_t *bytes, unsigned size)
{
	uint64_t number = 0;

	memcpy(&number, bytes, size < sizeof(number) ? size : sizeof(number));
	return number;
}

/* What the members of an array hold: a descriptor each, or a bit for each descriptor below the number that is given. */
static bool in_array(const struct event *e, const struct plan_row *array, const struct plan_row *member, is_sought *sought, const void *ctx)
{
	int32_t given = (int32_t)e->args[array->count.slot];
	size_t count = given > 0 ? ((size_t)given + array->count.value) >> array->count.shift : 0, len;
	enum blob_status status;
	const uint8_t *bytes = event_memory(e, PHASE_ENTRY, e->args[array->slot], count * array->unit, &len, &status);

	for (size_t i = 0; bytes && (i + 1) * array->unit <= len; i++) {
		uint64_t number = number_at(bytes + i * array->unit + member->offset, member->unit);
		if (member->kind == PLAN_FD && (int32_t)number >= 0 && sought(ctx, e, (int32_t)number))
			return true;
		for (size_t bit = 0, fd = i * member->unit * 8; member->kind == PLAN_FDSET && bit < member->unit * 8 && fd < (size_t)given; bit++, fd++)
			if (number >> bit & 1 && sought(ctx, e, (int32_t)fd))
				return true;
	}
	return false;
}

/* In arguments, and in sets as poll(2) and select(2) have them. A call is not about what a struct of it may hold among other things. */
static bool any_descriptor(const struct desc *d, const struct event *e, is_sought *sought, const void *ctx)
{
	const struct call *c = desc_call(d, e->abi, e->nr);
	const struct shape *shape = c && c->described ? desc_shape(d, c, e->abi, e->args) : NULL;
	const struct plan_row *rows = shape ? &d->plans[shape->plan[e->abi]] : NULL;

	for (unsigned i = 0; shape && i < shape->nplan[e->abi]; i++) {
		const struct plan_row *r = &rows[i], *array = r->parent >= 0 ? &rows[r->parent] : NULL;
		if (r->phase != PHASE_ENTRY || (r->kind != PLAN_FD && r->kind != PLAN_FDSET))
			continue;
		if (!array && r->slot < 6 && (int32_t)e->args[r->slot] >= 0 && sought(ctx, e, (int32_t)e->args[r->slot]))
			return true;
		if (array && array->parent < 0 && array->slot < 6 && array->unit > 1 && array->count.from == FROM_ARG && in_array(e, array, r, sought, ctx))
			return true;
	}
	return false;
}

static bool is_of_path(const void *ctx, const struct event *e, int32_t fd)
{
	const struct blob *b = event_note(e, BLOB_FD, PHASE_ENTRY, (uint64_t)fd);

	return b && has(ctx, b->data, b->len);
}

bool pathset_match(const struct pathset *s, const struct desc *d, const struct event *e)
{
	return match_args(s, d, e) || any_descriptor(d, e, is_of_path, s);
}

void path_of(const struct desc *d, const struct event *e, struct buf *out)
{
	const struct call *c = desc_call(d, e->abi, e->nr);
	const struct shape *shape = c && c->described ? desc_shape(d, c, e->abi, e->args) : NULL;
	const struct blob *link = NULL;

	for (unsigned i = 0; shape && i < shape->count; i++) {
		const struct field *f = &d->fields[shape->first + i];
		size_t len;
		const uint8_t *name = name_arg(d, e, f, &len);
		if (name && len) {
			buf_put(out, name, len);
			return;
		}
		if (d->types[f->type].meaning == MEANING_FD && !link && f->reg[e->abi] < 6)
			link = event_note(e, BLOB_FD, PHASE_ENTRY, e->args[f->reg[e->abi]]);
	}
	if (link)
		buf_put(out, link->data, link->len);
}

static bool is_numbered(const void *ctx, const struct event *e, int32_t fd)
{
	(void)e;
	return numset_has(ctx, (uint32_t)fd);
}

bool fds_match(const struct numset *fds, const struct desc *d, const struct event *e)
{
	return any_descriptor(d, e, is_numbered, fds);
}

void pathset_done(struct pathset *s)
{
	for (size_t i = 0; i < s->names.len; i++)
		free(s->names.at[i]);
	vec_done(&s->names);
}
