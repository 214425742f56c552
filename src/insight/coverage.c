/* `ringside explain --coverage`: what the tables describe, counted. */
#include "insight/explain.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "decode/walk_in.h"
#include "desc/table.h"
#include "insight/signature.h"

enum { NAME_COLUMNS = 28, NUMBER_COLUMNS = 10 };

/* The types that a call's arguments and result consist of. */
struct reach {
	const struct desc *d;
	uint8_t *seen;      /* a byte for each type */
	uint64_t customs;   /* bits: those met */
};

static void reach_type(struct reach *r, uint16_t id);

static void reach_fields(struct reach *r, unsigned first, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		reach_type(r, r->d->fields[first + i].type);
}

static void reach_type(struct reach *r, uint16_t id)
{
	const struct type *t = &r->d->types[id];

	if (r->seen[id])
		return;
	r->seen[id] = 1;
	for (size_t i = 0; t->kind == TYPE_CUSTOM && i < ncustoms; i++)
		if (!strcmp(customs[i].name, desc_string(r->d, t->name)))
			r->customs |= 1ULL << i;
	reach_type(r, t->elem);
	if (t->kind == TYPE_POINTER)
		reach_type(r, t->set);
	if (t->kind == TYPE_STRUCT)
		reach_fields(r, t->first, t->count);
	for (unsigned i = 0; t->kind == TYPE_SWITCH && i < t->count; i++)
		reach_type(r, r->d->cases[t->first + i].type);
}

static void reach_shape(struct reach *r, uint16_t id)
{
	const struct shape *s = &r->d->shapes[id];

	reach_fields(r, s->first, s->count);
	reach_fields(r, s->remark, s->nremarks);
	reach_type(r, s->ret);
}

/* Which custom decoders a call may need, as bits. */
static uint64_t call_customs(const struct desc *d, const struct call *c)
{
	struct reach r = {.d = d, .seen = calloc(d->ntypes, 1)};

	if (!r.seen)
		abort();
	r.seen[0] = 1;
	reach_shape(&r, c->shape);
	for (unsigned i = 0; i < c->ncases; i++)
		reach_shape(&r, d->cases[c->first_case + i].shape);
	free(r.seen);
	return r.customs;
}

static void put_list(struct buf *out, const char *text, unsigned columns)
{
	size_t line = out->len;

	buf_puts(out, "  ");
	buf_wrap(out, text, line, 2, columns);
}

/* A name and how many of what. */
static void put_counts(struct buf *out, const char *name, unsigned a, unsigned b)
{
	size_t line = out->len;

	buf_printf(out, "  %s ", name);
	buf_pad(out, line + NAME_COLUMNS);
	buf_printf(out, "%*u%*u\n", NUMBER_COLUMNS, a, NUMBER_COLUMNS, b);
}

static void put_heading(struct buf *out, const char *title, const char *a, const char *b)
{
	size_t line = out->len + 1;

	buf_printf(out, "\n%s ", title);
	buf_pad(out, line + NAME_COLUMNS);
	buf_printf(out, "%*s%*s\n", NUMBER_COLUMNS, a, NUMBER_COLUMNS, b);
}

/* Calls */

static bool is_call(const struct desc *d, uint32_t i)
{
	const char *name = desc_call_name(d, &d->calls[i]);

	return *name && desc_call_named(d, name) == &d->calls[i];
}

static void cover_calls(struct buf *out, const struct desc *d, unsigned columns)
{
	struct buf opaque = {0}, *users = calloc(ncustoms, sizeof(*users));
	unsigned total = 0, described = 0, with_code = 0;

	if (!users)
		abort();
	for (uint32_t i = 1; i < d->ncalls; i++) {
		const char *name = desc_call_name(d, &d->calls[i]);
		if (!is_call(d, i))
			continue;
		total++;
		described += d->calls[i].described;
		if (!d->calls[i].described)
			buf_printf(&opaque, "%s%s", opaque.len ? ", " : "", name);
		uint64_t used = call_customs(d, &d->calls[i]);
		with_code += used != 0;
		for (size_t k = 0; k < ncustoms; k++)
			if (used >> k & 1)
				buf_printf(&users[k], "%s%s", users[k].len ? ", " : "", name);
	}
	buf_printf(out, "Calls: %u, of which %u are described, %u of these with custom code for some of their arguments; %u have a name only:\n", total,
	           described, with_code, total - described);
	put_list(out, buf_cstr(&opaque), columns);
	buf_printf(out, "\nCustom code: %zu decoders, and the calls that may need them\n", ncustoms);
	for (size_t k = 0; k < ncustoms; k++) {
		size_t line = out->len;
		buf_printf(out, "  %s ", customs[k].name);
		buf_pad(out, line + 20);
		buf_wrap(out, users[k].len ? buf_cstr(&users[k]) : "within what others show", line, 20, columns);
		buf_done(&users[k]);
	}
	free(users);
	buf_done(&opaque);
}

static void cover_forms(struct buf *out, const struct desc *d)
{
	put_heading(out, "Calls of several forms", "forms", "");
	for (uint32_t i = 1; i < d->ncalls; i++) {
		const struct call *c = &d->calls[i];
		if (!is_call(d, i) || !c->ncases || !strcmp(desc_call_name(d, c), "ioctl"))
			continue;
		size_t line = out->len;
		buf_printf(out, "  %s ", desc_call_name(d, c));
		buf_pad(out, line + NAME_COLUMNS);
		buf_printf(out, "%*u\n", NUMBER_COLUMNS, c->ncases);
	}
}

/* Requests of ioctl(2) */

static void cover_requests(struct buf *out, const struct desc *d)
{
	unsigned named = 0, described = 0;

	put_heading(out, "Requests of ioctl(2)", "names", "described");
	for (uint32_t i = 1; i < d->nfamilies; i++) {
		const struct request_family *f = &d->families[i];
		put_counts(out, desc_string(d, f->name), f->named, f->described);
		named += f->named;
		described += f->described;
	}
	put_counts(out, "all", named, described);
}

/* Options of sockets */

/* Symbols of the sets that a type may show a number with. */
static unsigned count_names(const struct desc *d, uint16_t type)
{
	const struct type *t = &d->types[type];
	unsigned n = 0;

	if (t->kind == TYPE_INT)
		return t->set ? d->sets[t->set].count : 0;
	for (unsigned i = 0; t->kind == TYPE_SWITCH && i < t->count; i++)
		n += count_names(d, d->cases[t->first + i].type);
	return n;
}

static const struct field *argument(const struct desc *d, const char *call, const char *name)
{
	const struct call *c = desc_call_named(d, call);
	const struct shape *s = c ? &d->shapes[c->shape] : NULL;

	for (unsigned i = 0; s && i < s->count; i++)
		if (!strcmp(desc_string(d, d->fields[s->first + i].name), name))
			return &d->fields[s->first + i];
	return NULL;
}

/* Cases for particular options of a level in the type of their value. */
static unsigned count_values(const struct desc *d, const char *call, uint64_t level)
{
	const struct field *f = argument(d, call, "optval");
	const struct type *t = f ? &d->types[f->type] : NULL;

	while (t && t->kind == TYPE_POINTER)
		t = &d->types[t->elem];
	for (unsigned i = 0; t && t->kind == TYPE_SWITCH && i < t->count; i++) {
		const struct switch_case *c = &d->cases[t->first + i];
		unsigned n = 0;
		if (c->is_default || c->value != level || d->types[c->type].kind != TYPE_SWITCH)
			continue;
		for (unsigned k = 0; k < d->types[c->type].count; k++)
			n += !d->cases[d->types[c->type].first + k].is_default;
		return n;
	}
	return 0;
}

static const char *level_name(const struct desc *d, uint64_t level)
{
	const struct field *f = argument(d, "getsockopt", "level");
	const struct set *s = &d->sets[f ? signature_set(d, f->type) : 0];

	for (uint32_t i = 0; i < s->count; i++)
		if (d->symbols[s->first + i].value == level)
			return desc_string(d, d->symbols[s->first + i].name);
	return "?";
}

/* The levels that a switch tells apart, and those that are left to another one. */
static void cover_levels(struct buf *out, const struct desc *d, const struct type *t, unsigned *named, unsigned *described)
{
	for (unsigned i = 0; t->kind == TYPE_SWITCH && i < t->count; i++) {
		const struct switch_case *c = &d->cases[t->first + i];
		if (c->is_default) {
			cover_levels(out, d, &d->types[c->type], named, described);
			continue;
		}
		unsigned get = count_values(d, "getsockopt", c->value), set = count_values(d, "setsockopt", c->value);
		unsigned n = count_names(d, c->type), of = get > set ? get : set;
		put_counts(out, level_name(d, c->value), n, of);
		*named += n;
		*described += of;
	}
}

static void cover_options(struct buf *out, const struct desc *d)
{
	const struct field *f = argument(d, "getsockopt", "optname");
	unsigned named = 0, described = 0;

	put_heading(out, "Options of sockets", "names", "described");
	if (f)
		cover_levels(out, d, &d->types[f->type], &named, &described);
	put_counts(out, "all", named, described);
	buf_puts(out, "  Values of other options are shown as a number when they have four bytes, as bytes otherwise.\n");
}

void explain_coverage(struct buf *out, const struct desc *d, unsigned columns)
{
	cover_calls(out, d, columns);
	cover_forms(out, d);
	cover_requests(out, d);
	cover_options(out, d);
}
