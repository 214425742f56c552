/*
 * Names in filter expressions: fields, arguments and members by the tables, constants, words. What a name can stand for also says
 * which calls have it.
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "filter/where_in.h"

const struct field_info where_fields[FIELD_COUNT] = {
	[FIELD_CALL] = {"call", FIELD_IS_WORD, false, "name of the call: call==openat, call in (read, write), call~\"open*\""},
	[FIELD_NR] = {"nr", FIELD_IS_NUMBER, false, "its number"},
	[FIELD_ABI] = {"abi", FIELD_IS_WORD, false, "x86_64, i386, x32, aarch64 or riscv64"},
	[FIELD_KIND] = {"kind", FIELD_IS_WORD, false, "call, signal, stop; of what else is shown exit, detach, start, exec, lost"},
	[FIELD_PID] = {"pid", FIELD_IS_NUMBER, false, "the process; kill.pid is an argument of kill(2)"},
	[FIELD_TID] = {"tid", FIELD_IS_NUMBER, false, "the thread"},
	[FIELD_COMM] = {"comm", FIELD_IS_TEXT, false, "the thread's name, as in ps(1): at most 15 bytes"},
	[FIELD_RET] = {"ret", FIELD_IS_NUMBER, true, "the result; -1 when the call failed. ret.path is what a new descriptor stands for"},
	[FIELD_ERRNO] = {"errno", FIELD_IS_NAMED, true, "the error, 0 when there was none: errno==ENOENT"},
	[FIELD_DUR] = {"dur", FIELD_IS_TIME, true, "from entry to return: dur>10ms"},
	[FIELD_SIGNAL] = {"signal", FIELD_IS_NAMED, false, "the signal that arrives: signal==SIGCHLD"},
	[FIELD_PATH] = {"path", FIELD_IS_TEXT, false, "each file name among the arguments, as written and, where it is relative to a known directory, in full"},
	[FIELD_FD] = {"fd", FIELD_IS_NUMBER, false, "each descriptor among the arguments; fd.path is what it stands for"},
	[FIELD_SIZE] = {"size", FIELD_IS_NUMBER, false, "how many bytes the call was asked to move: size>=4096"},
};

void where_list_fields(FILE *to)
{
	for (int i = 0; i < FIELD_COUNT; i++)
		fprintf(to, "  %-8s %s\n", where_fields[i].name, where_fields[i].help);
}

static int field_named(const char *name)
{
	for (int i = 0; i < FIELD_COUNT; i++)
		if (strcmp(where_fields[i].name, name) == 0)
			return i;
	return -1;
}

/* Where a name occurs in the tables */

struct search {
	struct where *w;
	struct where_arg *arg;
	uint8_t *seen; /* by type and how many names were found: 1 it is not below (or not known yet), 2 it is */
};

static bool type_has(struct search *s, uint16_t id, unsigned found);

static void add_set(struct where_arg *a, uint16_t set)
{
	for (size_t i = 0; i < a->sets.len; i++)
		if (a->sets.at[i] == set)
			return;
	*vec_push(&a->sets) = set;
}

/* How the named value is shown. */
static void note_type(struct search *s, uint16_t id)
{
	const struct desc *d = s->w->desc;
	const struct type *t = &d->types[id];

	while (t->kind == TYPE_POINTER || t->kind == TYPE_ARRAY || t->kind == TYPE_SIZED)
		t = &d->types[t->elem];
	if (t->kind == TYPE_CUSTOM) {
		s->arg->plain = true;
		t = &d->types[t->elem];
	}
	uint16_t set = t->set ? t->set : t->meaning == MEANING_SIGNAL ? desc_set_named(d, "signals") : 0;
	if (t->kind == TYPE_INT && set)
		add_set(s->arg, set);
	else
		s->arg->plain = true;
}

static bool field_has(struct search *s, const struct field *f, unsigned found)
{
	const struct where_arg *a = s->arg;
	bool here = false;

	if (f->flags & FF_HIDDEN)
		return false;
	if (strcmp(desc_string(s->w->desc, f->name), a->names[found]) == 0) {
		here = found + 1 == a->nnames || type_has(s, f->type, found + 1);
		if (found + 1 == a->nnames)
			note_type(s, f->type);
	}
	return type_has(s, f->type, found) || here;
}

static bool members_have(struct search *s, const struct type *t, unsigned found)
{
	const struct desc *d = s->w->desc;
	bool has = false;

	if (t->kind == TYPE_STRUCT) {
		for (unsigned i = 0; i < t->count; i++)
			has |= field_has(s, &d->fields[t->first + i], found);
	} else if (t->kind == TYPE_SWITCH) {
		for (unsigned i = 0; i < t->count; i++)
			has |= type_has(s, d->cases[t->first + i].type, found);
	} else {
		has = type_has(s, t->elem, found);
	}
	return has;
}

static bool type_has(struct search *s, uint16_t id, unsigned found)
{
	uint8_t *seen = &s->seen[(size_t)id * NAMES_MAX + found];

	if (!id)
		return false;
	if (!*seen) {
		*seen = 1;
		if (members_have(s, &s->w->desc->types[id], found))
			*seen = 2;
	}
	return *seen == 2;
}

static bool shape_has(struct search *s, const struct shape *shape)
{
	const struct desc *d = s->w->desc;
	bool any = false;

	for (unsigned i = 0; i < shape->count; i++) {
		const struct field *f = &d->fields[shape->first + i];
		if (!field_has(s, f, 0))
			continue;
		any = true;
		s->arg->late |= d->types[f->type].flags & TF_EXIT || f->flags & FF_AFTER;
	}
	return any;
}

static bool call_has(struct search *s, const struct call *c)
{
	const struct desc *d = s->w->desc;
	bool any = c->described && shape_has(s, &d->shapes[c->shape]);

	for (unsigned i = 0; c->described && c->select && i < c->ncases; i++)
		any |= shape_has(s, &d->shapes[d->cases[c->first_case + i].shape]);
	return any;
}

static void add_call(const struct desc *d, struct callset *set, const struct call *c)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		for (uint32_t nr = 0; nr < d->nnumbers[abi] && nr < CALLSET_WORDS * 64; nr++)
			if (d->numbers[abi][nr] == (uint16_t)(c - d->calls))
				set->bits[abi][nr / 64] |= 1ULL << nr % 64;
}

/* One round over the calls. Types that contain themselves may need another: how many places were found says whether. */
static size_t search_calls(struct search *s, const struct call *only)
{
	const struct desc *d = s->w->desc;
	size_t found = 0;

	for (size_t i = 0; i < (size_t)d->ntypes * NAMES_MAX; i++)
		s->seen[i] &= 2;
	for (uint32_t i = 1; i < d->ncalls; i++)
		if ((!only || &d->calls[i] == only) && call_has(s, &d->calls[i]))
			add_call(d, &s->arg->calls, &d->calls[i]);
	for (size_t i = 0; i < (size_t)d->ntypes * NAMES_MAX; i++)
		found += s->seen[i] == 2;
	return found;
}

/* Whether any call (or that one) has a value of these names; fills in what is known of it. */
static bool find_arg(struct where *w, struct where_arg *a, const struct call *only)
{
	struct search s = {w, a, calloc(w->desc->ntypes, NAMES_MAX)};
	struct callset none;
	size_t found = 0, before;

	if (!s.seen)
		abort();
	callset_none(&none);
	callset_none(&a->calls);
	do {
		before = found;
		found = search_calls(&s, only);
	} while (found != before);
	free(s.seen);
	return memcmp(&none, &a->calls, sizeof(none)) != 0;
}

/* Messages */

struct name_list {
	VEC(const char *) names;
	uint8_t *seen; /* types */
};

static const char *next_name(const void *ctx, size_t i)
{
	const struct name_list *l = ctx;

	return i < l->names.len ? l->names.at[i] : NULL;
}

static void list_type(const struct desc *d, struct name_list *l, uint16_t id)
{
	const struct type *t = &d->types[id];

	if (!id || l->seen[id])
		return;
	l->seen[id] = 1;
	if (t->kind == TYPE_STRUCT) {
		for (unsigned i = 0; i < t->count; i++) {
			*vec_push(&l->names) = desc_string(d, d->fields[t->first + i].name);
			list_type(d, l, d->fields[t->first + i].type);
		}
	} else if (t->kind == TYPE_SWITCH) {
		for (unsigned i = 0; i < t->count; i++)
			list_type(d, l, d->cases[t->first + i].type);
	} else {
		list_type(d, l, t->elem);
	}
}

static void list_shape(const struct desc *d, struct name_list *l, const struct shape *shape)
{
	for (unsigned i = 0; i < shape->count; i++)
		*vec_push(&l->names) = desc_string(d, d->fields[shape->first + i].name);
	for (unsigned i = 0; i < shape->count; i++)
		list_type(d, l, d->fields[shape->first + i].type);
}

static void list_call(const struct desc *d, struct name_list *l, const struct call *c)
{
	if (!c->described)
		return;
	list_shape(d, l, &d->shapes[c->shape]);
	for (unsigned i = 0; c->select && i < c->ncases; i++)
		list_shape(d, l, &d->shapes[d->cases[c->first_case + i].shape]);
}

static int unknown_name(struct where *w, const struct operand *o, const char *name, const struct call *only)
{
	const struct desc *d = w->desc;
	struct name_list l = {.seen = calloc(d->ntypes, 1)};

	if (!l.seen)
		abort();
	for (int i = 0; i < FIELD_COUNT && !only; i++)
		*vec_push(&l.names) = where_fields[i].name;
	for (uint32_t i = 1; i < d->ncalls; i++) {
		if (!only && o->nnames > 1 && name == o->names[0])
			*vec_push(&l.names) = desc_call_name(d, &d->calls[i]);
		if (!only || only == &d->calls[i])
			list_call(d, &l, &d->calls[i]);
	}
	const char *near = str_nearest(name, next_name, &l);
	const char *of = only ? desc_call_name(d, only) : NULL;
	char whole[96];
	snprintf(whole, sizeof(whole), "%s%s%s", of ? of : "", of ? "." : "", near ? near : "");
	vec_done(&l.names);
	free(l.seen);
	if (!only && o->nnames == 1 && desc_call_named(d, name))
		return where_error(w, o->at, o->len, "'%s' is a call: write call==%s", name, name);
	if (near)
		return where_error(w, o->at, o->len, "%s%sno argument or field '%s', did you mean '%s'?", of ? of : "", of ? " has " : "", name, whole);
	return where_error(w, o->at, o->len, "%s%sno argument or field '%s'; text stands in quotes", of ? of : "", of ? " has " : "", name);
}

/* Constants */

bool where_same_name(const char *symbol, size_t len, const char *name)
{
	size_t n = strlen(name);

	if (len == n)
		return memcmp(symbol, name, n) == 0;
	for (size_t i = 0; i + n <= len; i++) {
		bool starts = i == 0 || (i >= 4 && memcmp(symbol + i - 4, " or ", 4) == 0);
		bool ends = i + n == len || (i + n + 4 <= len && memcmp(symbol + i + n, " or ", 4) == 0);
		if (starts && ends && memcmp(symbol + i, name, n) == 0)
			return true;
	}
	return false;
}

static const struct symbol *set_symbol(const struct desc *d, uint16_t set, const char *name)
{
	const struct set *s = &d->sets[set];

	for (uint32_t i = 0; i < s->count; i++)
		if (where_same_name(desc_string(d, d->symbols[s->first + i].name), d->symbols[s->first + i].len, name))
			return &d->symbols[s->first + i];
	return NULL;
}

bool where_set_has(const struct desc *d, uint16_t set, const char *name)
{
	return set_symbol(d, set, name) != NULL;
}

/* Where constants are looked for: in some sets, or in all of them. */
struct symbol_space {
	const struct desc *d;
	const uint16_t *sets;
	size_t nsets; /* 0: all */
};

static struct symbol_space space_of(const struct where *w, const struct operand *left, uint16_t *one)
{
	struct symbol_space all = {.d = w->desc};

	if (left && left->kind == OPERAND_ARG)
		return (struct symbol_space){w->desc, w->args.at[left->arg].sets.at, w->args.at[left->arg].sets.len};
	if (!left || left->kind != OPERAND_FIELD || where_fields[left->field].type != FIELD_IS_NAMED)
		return all;
	*one = desc_set_named(w->desc, left->field == FIELD_ERRNO ? "errors" : "signals");
	return (struct symbol_space){w->desc, one, *one != 0};
}

static const struct symbol *find_symbol(const struct symbol_space *s, const char *name)
{
	for (size_t i = 0; i < s->nsets; i++) {
		const struct symbol *found = set_symbol(s->d, s->sets[i], name);
		if (found)
			return found;
	}
	for (uint16_t i = 1; !s->nsets && i < s->d->nsets; i++) {
		const struct symbol *found = set_symbol(s->d, i, name);
		if (found)
			return found;
	}
	return NULL;
}

static const char *next_symbol(const void *ctx, size_t i)
{
	const struct symbol_space *s = ctx;

	for (size_t j = 0; j < s->nsets; i -= s->d->sets[s->sets[j]].count, j++)
		if (i < s->d->sets[s->sets[j]].count)
			return desc_string(s->d, s->d->symbols[s->d->sets[s->sets[j]].first + i].name);
	return !s->nsets && i < s->d->nsymbols ? desc_string(s->d, s->d->symbols[i].name) : NULL;
}

/* Names that the text never shows, for numbers that it does. */
static bool other_name(const char *name, int64_t *value)
{
	static const struct {
		const char *name;
		int64_t value;
	} others[] = {
		{"NULL", 0}, {"AT_FDCWD", -100}, {"EWOULDBLOCK", EAGAIN}, {"EDEADLOCK", EDEADLK}, {"ENOTSUP", EOPNOTSUPP}, {"SIGRTMIN", 32},
	};
	static const char realtime[] = "SIGRT_";

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (strcmp(others[i].name, name) == 0) {
			*value = others[i].value;
			return true;
		}
	}
	if (!str_starts(name, realtime) || str_number(name + strlen(realtime), 1, 32, value))
		return false;
	*value += 32;
	return true;
}

static void set_number(struct operand *o, const char *name, int64_t value)
{
	o->kind = OPERAND_NUMBER;
	o->number = value;
	o->null = strcmp(name, "NULL") == 0;
}

static void set_symbols(struct where *w, struct operand *o, const struct symbol *s)
{
	struct where_symbol *one = arena_alloc(&w->arena, sizeof(*one));

	*one = (struct where_symbol){o->names[0], s->value, true};
	o->kind = OPERAND_SYMBOLS;
	o->symbols = one;
	o->nsymbols = 1;
}

/* Whether the name is a constant that can be compared with the left side. */
static bool resolve_constant(struct where *w, struct operand *o, const struct operand *left)
{
	uint16_t one = 0;
	struct symbol_space near = space_of(w, left, &one), all = {.d = w->desc};
	const struct symbol *s = find_symbol(&near, o->names[0]);
	bool anywhere = !left || left->kind != OPERAND_ARG || w->args.at[left->arg].plain;
	int64_t value;

	if (!s && other_name(o->names[0], &value)) {
		set_number(o, o->names[0], value);
		return true;
	}
	if (!s && near.nsets && anywhere && !one)
		s = find_symbol(&all, o->names[0]);
	if (s)
		set_symbols(w, o, s);
	return s != NULL;
}

static int unknown_constant(const struct where *w, const struct operand *o, const struct operand *left)
{
	uint16_t one = 0;
	struct symbol_space space = space_of(w, left, &one), all = {.d = w->desc};
	bool elsewhere = space.nsets && find_symbol(&all, o->names[0]);
	const char *near = str_nearest(o->names[0], next_symbol, &space);

	if (!near && !elsewhere)
		near = str_nearest(o->names[0], next_symbol, &all);
	if (elsewhere)
		return where_error(w, o->at, o->len, "'%s' is no constant of %.*s%s%s%s", o->names[0], (int)left->len, w->text + left->at,
		                   near ? ", did you mean '" : "", near ? near : "", near ? "'?" : "");
	return where_error(w, o->at, o->len, "no constant '%s'%s%s%s", o->names[0], near ? ", did you mean '" : "", near ? near : "", near ? "'?" : "");
}

/* Words: what a field can be */

static const char *const kinds[] = {"call", "signal", "stop", "start", "exec", "exit", "detach", "lost"};

static const char *next_word(const void *ctx, size_t i)
{
	const struct operand *left = ctx;

	if (left->field == FIELD_KIND)
		return i < sizeof(kinds) / sizeof(kinds[0]) ? kinds[i] : NULL;
	if (left->field == FIELD_ABI)
		return i < ABI_COUNT ? abi_name((enum abi)i) : NULL;
	return NULL;
}

static const char *next_call(const void *ctx, size_t i)
{
	const struct desc *d = ctx;

	return i + 1 < d->ncalls ? desc_call_name(d, &d->calls[i + 1]) : NULL;
}

static int resolve_word(struct where *w, struct operand *o, const struct operand *left)
{
	const char *(*next)(const void *ctx, size_t i) = left->field == FIELD_CALL ? next_call : next_word;
	const void *ctx = left->field == FIELD_CALL ? (const void *)w->desc : left;
	const char *s = NULL;

	for (size_t i = 0; (s = next(ctx, i)) && strcmp(s, o->names[0]) != 0; i++)
		;
	if (!s) {
		const char *near = str_nearest(o->names[0], next, ctx);
		return where_error(w, o->at, o->len, "no %s '%s'%s%s%s", where_fields[left->field].name, o->names[0],
		                   near ? ", did you mean '" : "", near ? near : "", near ? "'?" : "");
	}
	o->kind = OPERAND_TEXT;
	o->text = o->names[0];
	o->text_len = strlen(o->names[0]);
	return 0;
}

/* Fields, arguments and members */

static bool resolve_field(struct where *w, struct operand *o, const struct call *only, unsigned first)
{
	int field = field_named(o->names[first]);
	unsigned n = o->nnames - first;
	bool path = n == 2 && (field == FIELD_FD || field == FIELD_RET) && strcmp(o->names[first + 1], "path") == 0;

	if (field < 0 || (n != 1 && !path))
		return false;
	o->kind = OPERAND_FIELD;
	o->field = (uint8_t)field;
	o->path = path;
	o->only = only;
	w->needs.fds |= path || field == FIELD_PATH;
	w->needs.comm |= field == FIELD_COMM;
	w->needs.late |= where_fields[field].late;
	return true;
}

static bool try_arg(struct where *w, struct operand *o, const struct call *only, unsigned first, bool path)
{
	struct where_arg a = {.nnames = o->nnames - first - path, .path = path};

	memcpy(a.names, o->names + first, a.nnames * sizeof(a.names[0]));
	if (!a.nnames || !find_arg(w, &a, only)) {
		vec_done(&a.sets);
		return false;
	}
	o->kind = OPERAND_ARG;
	o->arg = (unsigned)w->args.len;
	*vec_push(&w->args) = a;
	w->needs.fds |= path;
	w->needs.late |= a.late;
	return true;
}

static bool resolve_arg(struct where *w, struct operand *o, const struct call *only, unsigned first)
{
	bool path = o->nnames - first > 1 && strcmp(o->names[o->nnames - 1], "path") == 0;

	return try_arg(w, o, only, first, false) || (path && try_arg(w, o, only, first, true));
}

/* Below a call, its own arguments come before the fields of all events; else the fields do. */
static bool resolve_value(struct where *w, struct operand *o, const struct call **only)
{
	const struct call *c = o->nnames > 1 ? desc_call_named(w->desc, o->names[0]) : NULL;

	*only = NULL;
	if (!c)
		return resolve_field(w, o, NULL, 0) || resolve_arg(w, o, NULL, 0);
	if (resolve_arg(w, o, c, 1) || resolve_field(w, o, c, 1))
		return true;
	if (resolve_field(w, o, NULL, 0) || resolve_arg(w, o, NULL, 0)) /* a member of that name: time.tv_sec */
		return true;
	*only = c;
	return false;
}

/* Of several names the one that is wrong. */
static const char *first_unknown(struct where *w, const struct operand *o, const struct call *only)
{
	for (unsigned i = only != NULL; i + 1 < o->nnames; i++) {
		struct where_arg a = {.names = {o->names[i]}, .nnames = 1};
		bool found = find_arg(w, &a, only);
		vec_done(&a.sets);
		if (!found)
			return o->names[i];
	}
	return o->names[o->nnames - 1];
}

static bool is_constant_name(const struct operand *o)
{
	const char *s = o->names[0];

	while (*s == '_')
		s++;
	return o->nnames == 1 && isupper((unsigned char)*s);
}

int where_resolve(struct where *w, struct operand *o, const struct operand *left)
{
	bool words = left && left->kind == OPERAND_FIELD && where_fields[left->field].type == FIELD_IS_WORD;
	const struct call *only;

	if (o->kind != OPERAND_NAME)
		return 0;
	if (words && o->nnames == 1)
		return resolve_word(w, o, left);
	if (is_constant_name(o) && resolve_constant(w, o, left))
		return 0;
	if (is_constant_name(o) && left)
		return unknown_constant(w, o, left);
	if (resolve_value(w, o, &only))
		return 0;
	if (o->nnames == 1 && resolve_constant(w, o, left))
		return 0;
	if (is_constant_name(o))
		return unknown_constant(w, o, left);
	return unknown_name(w, o, first_unknown(w, o, only), only);
}
