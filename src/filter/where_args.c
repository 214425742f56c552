/*
 * Arguments and members as values: a visitor over the decoded call that keeps what the expression names. The one part of filter/ that
 * decodes, and only for calls that have such a name.
 */
#include <string.h>

#include "decode/walk.h"
#include "filter/where_in.h"

enum { LEVELS_MAX = 32 };

struct gather {
	struct visitor visitor;
	struct where *w;
	const struct event *e;
	const char *names[LEVELS_MAX]; /* at each depth, NULL in arrays */
	unsigned depth;
	uint64_t last;                 /* the number at hand, for its notes */
};

static struct gather *gather_of(struct visitor *v)
{
	return (struct gather *)v;
}

/* Whether the value at hand is what the arg names: the innermost name is its last, and the others are around it in that order. */
static bool is_at(const struct gather *g, const struct where_arg *a)
{
	unsigned found = a->nnames, level = g->depth + 1;

	while (level && !g->names[level - 1])
		level--;
	if (!level || strcmp(g->names[level - 1], a->names[found - 1]) != 0)
		return false;
	for (found--, level--; level && found; level--)
		if (g->names[level - 1] && strcmp(g->names[level - 1], a->names[found - 1]) == 0)
			found--;
	return !found;
}

static bool applies(const struct gather *g, const struct where_arg *a)
{
	return callset_has(&a->calls, (enum abi)g->e->abi, callset_number(g->e));
}

static void keep(struct gather *g, const struct where_value *v, bool path)
{
	for (size_t i = 0; i < g->w->args.len; i++) {
		struct where_arg *a = &g->w->args.at[i];
		if (a->path == path && applies(g, a) && is_at(g, a))
			*vec_push(&a->values) = *v;
	}
}

/* The visitor's strings live until it returns. */
static void *copy(struct gather *g, const void *data, size_t len)
{
	void *p = arena_alloc(&g->w->values, len + 1);

	if (len)
		memcpy(p, data, len);
	return p;
}

static void set_name(struct gather *g, const char *name)
{
	g->names[g->depth] = name && *name ? copy(g, name, strlen(name) + 1) : NULL;
}

static void gather_resume(struct visitor *v, unsigned nargs)
{
	(void)v;
	(void)nargs;
}

static void gather_arg(struct visitor *v, const char *name, bool shown)
{
	(void)shown;
	set_name(gather_of(v), name);
}

static void gather_field(struct visitor *v, const char *name)
{
	set_name(gather_of(v), name);
}

static void gather_element(struct visitor *v)
{
	struct gather *g = gather_of(v);

	if (g->depth)
		g->names[g->depth] = NULL;
}

static void gather_open(struct visitor *v, enum group group, const char *name)
{
	struct gather *g = gather_of(v);

	(void)name;
	if (group == GROUP_STRUCT || group == GROUP_LIST)
		keep(g, &(struct where_value){.kind = VALUE_THING}, false);
	if (g->depth + 1 < LEVELS_MAX)
		g->depth++;
	g->names[g->depth] = NULL;
}

static void gather_close(struct visitor *v, enum group group)
{
	struct gather *g = gather_of(v);

	(void)group;
	if (g->depth)
		g->depth--;
}

static void gather_more(struct visitor *v)
{
	(void)v;
}

static void gather_change(struct visitor *v)
{
	(void)v;
}

static void gather_number(struct visitor *v, const struct number *n)
{
	struct gather *g = gather_of(v);
	struct where_text parts[PARTS_MAX];
	struct where_value value = {
		.kind = VALUE_NUMBER, .raw = n->raw, .is_signed = n->is_signed, .residue = n->has_residue && n->residue,
		.unnamed = n->unknown != NULL, .whole = n->call != NULL, .nparts = (uint8_t)n->nparts, .parts = parts,
	};

	for (unsigned i = 0; i < n->nparts; i++)
		parts[i] = (struct where_text){copy(g, n->parts[i].text, n->parts[i].len), n->parts[i].len};
	value.parts = copy(g, parts, n->nparts * sizeof(parts[0]));
	g->last = n->raw;
	keep(g, &value, false);
}

static void gather_bytes(struct visitor *v, const struct bytes *b)
{
	struct gather *g = gather_of(v);

	keep(g, &(struct where_value){.kind = VALUE_BYTES, .data = copy(g, b->data, b->len), .len = b->len, .cut = b->flags & BYTES_CUT}, false);
}

static void gather_pointer(struct visitor *v, uint64_t addr, enum pointer_reason why)
{
	(void)why;
	keep(gather_of(v), &(struct where_value){.kind = VALUE_NUMBER, .raw = addr}, false);
}

/* -yy shows what a socket is in place of its link; the link is what a path is compared with, whatever the options. */
static void gather_note(struct visitor *v, enum note kind, const char *text, size_t len)
{
	struct gather *g = gather_of(v);
	const struct blob *link = event_note(g->e, BLOB_FD, PHASE_EXIT, (uint64_t)(int64_t)(int32_t)g->last);
	struct where_value value = {.kind = VALUE_BYTES, .data = copy(g, text, len), .len = len};

	if (kind == NOTE_NAME)
		return;
	if (kind == NOTE_SOCKET && link) {
		value.data = link->data;
		value.len = link->len;
	}
	if (kind == NOTE_FD || (kind == NOTE_SOCKET && link))
		keep(g, &value, true);
}

static const struct visitor_ops gather_ops = {
	.resume = gather_resume, .arg = gather_arg, .field = gather_field, .element = gather_element, .open = gather_open,
	.close = gather_close, .more = gather_more, .change = gather_change, .number = gather_number, .bytes = gather_bytes,
	.pointer = gather_pointer, .note = gather_note,
};

void where_args_collect(struct where *w, const struct event *e)
{
	struct decode_opts o = {.desc = w->desc, .verbose = true, .follow = true, .max_string = w->max_string};
	struct gather g = {.visitor = {&gather_ops}, .w = w, .e = e};
	bool any = false;

	for (size_t i = 0; i < w->args.len; i++) {
		w->args.at[i].values.len = 0;
		any |= applies(&g, &w->args.at[i]);
	}
	if (any && (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED))
		decode_args(&o, e, DECODE_ALL, &g.visitor);
}
