/* Matching of paths: see path.h. Which arguments are paths is read off the call's types. */
#include "filter/path.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/numset.h"
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

/* AT_FDCWD is no descriptor of the directory: else every relative path would match it. */
static bool match_descriptors(const struct pathset *s, const struct event *e)
{
	for (unsigned i = 0; i < e->nblobs; i++) {
		const struct blob *b = &e->blobs[i];
		if (b->slot == BLOB_FD && b->phase == PHASE_ENTRY && (int32_t)b->addr >= 0 && has(s, b->data, b->len))
			return true;
	}
	return false;
}

bool pathset_match(const struct pathset *s, const struct desc *d, const struct event *e)
{
	return match_args(s, d, e) || match_descriptors(s, e);
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

static bool fd_arg(const struct numset *fds, const struct desc *d, const struct event *e, const struct field *f)
{
	const struct type *t = &d->types[f->type];

	if (t->kind != TYPE_INT || (t->meaning != MEANING_FD && t->meaning != MEANING_DIRFD) || f->reg[e->abi] >= 6)
		return false;
	int32_t fd = (int32_t)e->args[f->reg[e->abi]];
	return fd >= 0 && numset_has(fds, (uint32_t)fd);
}

bool fds_match(const struct numset *fds, const struct desc *d, const struct event *e)
{
	const struct call *c = desc_call(d, e->abi, e->nr);

	if (!c || !c->described)
		return false;
	const struct shape *shape = desc_shape(d, c, e->abi, e->args);
	for (unsigned i = 0; i < shape->count; i++)
		if (fd_arg(fds, d, e, &d->fields[shape->first + i]))
			return true;
	for (unsigned i = 0; i < e->nblobs; i++) {
		const struct blob *b = &e->blobs[i];
		if (b->slot == BLOB_FD && b->phase == PHASE_ENTRY && (int32_t)b->addr >= 0 && numset_has(fds, (uint32_t)b->addr))
			return true;
	}
	return false;
}

void pathset_done(struct pathset *s)
{
	for (size_t i = 0; i < s->names.len; i++)
		free(s->names.at[i]);
	vec_done(&s->names);
}
