/* Words to arguments: see compose.h. Numbers first, since they say which form a call has and how large buffers are. */
#include "insight/compose.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "desc/expr.h"
#include "desc/table.h"
#include "event/event.h"

enum { ROOM_MAX = 1 << 30, ROOM_DEFAULT = 4096, NAME_MAX_BYTES = 128 };

struct composer {
	const struct desc *d;
	enum abi abi;
	const struct call *call;
	const struct shape *shape;
	struct arena *memory;
	uint64_t *args;
	uint64_t lengths[6]; /* of what each pointer argument points to, in units */
	const uint8_t *end;  /* of the memory that is being filled */
	const char *what;    /* the argument at hand, for messages */
	const char *word;    /* all of it */
};

static bool compose_value(struct composer *c, uint16_t type, const char **at, uint8_t *to);

static bool fail(const struct composer *c, const char *at, const char *why)
{
	diag_error("%s: %s at '%s' in '%s'", c->what, why, *at ? at : "its end", c->word);
	return false;
}

static uint8_t *room(struct composer *c, size_t size)
{
	uint8_t *p = arena_alloc(c->memory, size + 1);

	memset(p, 0, size + 1);
	return p;
}

static void skip_blanks(const char **at)
{
	*at += strspn(*at, " ,");
}

/* Numbers */

static bool symbol_value(const struct desc *d, uint16_t set, const char *name, uint64_t *value)
{
	const struct set *s = &d->sets[set];

	for (uint32_t i = 0; i < s->count; i++) {
		const struct symbol *y = &d->symbols[s->first + i];
		if (strcmp(desc_string(d, y->name), name) == 0) {
			*value = y->value;
			return true;
		}
	}
	return false;
}

/* A name of the argument's own set, else of any: AT_FDCWD, SIGKILL. */
static bool named_value(const struct composer *c, uint16_t set, const char *name, uint64_t *value)
{
	if (set && symbol_value(c->d, set, name, value))
		return true;
	if (strcmp(name, "AT_FDCWD") == 0) {
		*value = (uint64_t)-100;
		return true;
	}
	for (uint32_t i = 1; i < c->d->nsets; i++)
		if (symbol_value(c->d, (uint16_t)i, name, value))
			return true;
	return false;
}

struct names {
	const struct desc *d;
	uint16_t set;
};

static const char *next_symbol(const void *ctx, size_t i)
{
	const struct names *n = ctx;
	const struct set *s = &n->d->sets[n->set];

	return n->set && i < s->count ? desc_string(n->d, n->d->symbols[s->first + i].name) : NULL;
}

static bool unknown_name(const struct composer *c, uint16_t set, const char *name)
{
	struct names names = {c->d, set};
	const char *near = str_nearest(name, next_symbol, &names);

	if (near)
		diag_error("%s: no such name: '%s', did you mean '%s'?", c->what, name, near);
	else
		diag_error("%s: neither a number nor a known name: '%s'", c->what, name);
	return false;
}

/* htons(80), htonl(1), inet_addr("127.0.0.1"), makedev(1, 3): as the text shows such numbers, of which `name` has been read. */
static bool function_value(struct composer *c, const char *name, const char **at, uint64_t *value)
{
	unsigned major, minor;
	char address[64];
	int end = 0;

	if (str_starts(name, "htons") || str_starts(name, "htonl"))
		*value = strtoull(*at + 1, NULL, 0); /* bytes are swapped where it is stored */
	else if (strcmp(name, "inet_addr") == 0 && sscanf(*at, "(\"%63[0-9.]\"%n", address, &end) == 1 && inet_addr(address) != INADDR_NONE)
		*value = inet_addr(address);
	else if (strcmp(name, "makedev") == 0 && sscanf(*at, "(%i, %i%n", (int *)&major, (int *)&minor, &end) == 2)
		*value = makedev(major, minor);
	else
		return fail(c, *at, "no such function, or not with that");
	*at += strcspn(*at, ")");
	*at += **at == ')';
	return true;
}

/* [INT CHLD], a set of signals. */
static bool signal_set(struct composer *c, const char **at, uint64_t *value)
{
	char name[NAME_MAX_BYTES] = "SIG";

	for (++*at, skip_blanks(at); **at && **at != ']'; skip_blanks(at)) {
		size_t n = strcspn(*at, " ,]");
		uint64_t signo = 0;
		if (n < sizeof(name) - 4) {
			memcpy(name + 3, *at, n);
			name[3 + n] = '\0';
		}
		if (!named_value(c, desc_set_named(c->d, "signals"), name, &signo) &&
		    !named_value(c, desc_set_named(c->d, "signals"), name + 3, &signo))
			return unknown_name(c, desc_set_named(c->d, "signals"), name);
		*value |= signo ? 1ULL << (signo - 1) : 0;
		*at += n;
	}
	*at += **at == ']';
	return true;
}

static bool one_number(struct composer *c, uint16_t set, const char **at, uint64_t *value)
{
	const char *s = *at;
	char name[NAME_MAX_BYTES], *end;

	*value = 0;
	if (*s == '[')
		return signal_set(c, at, value);
	if (isdigit((unsigned char)*s) || ((*s == '-' || *s == '~') && isdigit((unsigned char)s[1]))) {
		errno = 0;
		*value = *s == '-' ? (uint64_t)strtoll(s, &end, 0) : strtoull(s + (*s == '~'), &end, 0);
		*value = *s == '~' ? ~*value : *value;
		*at = end;
		return !errno || fail(c, s, "a number that is too large");
	}
	size_t n = 0;
	while (isalnum((unsigned char)s[n]) || s[n] == '_')
		n++;
	if (!n || n >= sizeof(name))
		return fail(c, s, "a number or a name is needed");
	memcpy(name, s, n);
	name[n] = '\0';
	*at = s + n;
	if (strcmp(name, "NULL") == 0) {
		*value = 0;
		return true;
	}
	if (**at == '(')
		return function_value(c, name, at, value);
	return named_value(c, set, name, value) || unknown_name(c, set, name);
}

/* A|B|1|21<<C */
static bool compose_number(struct composer *c, uint16_t set, const char **at, uint64_t *value)
{
	uint64_t one, by = 0;

	*value = 0;
	for (;; ++*at) {
		if (!one_number(c, set, at, &one))
			return false;
		if (str_starts(*at, "<<")) {
			*at += 2;
			if (!one_number(c, set, at, &by))
				return false;
		}
		*value |= by < 64 ? one << by : 0;
		by = 0;
		if (**at != '|')
			return true;
	}
}

/* Bytes of a value: structs whose size varies have no more than the room behind them. */
static bool put_bytes(struct composer *c, const char *at, uint8_t *to, const void *bytes, size_t size)
{
	if (size > (size_t)(c->end - to))
		return fail(c, at, "more than there is room for");
	memcpy(to, bytes, size);
	return true;
}

static void store(uint8_t *to, uint64_t value, unsigned size, bool big_endian)
{
	for (unsigned i = 0; i < size; i++)
		to[big_endian ? size - 1 - i : i] = (uint8_t)(value >> 8 * i);
}

/* Strings */

static uint8_t escaped(const char **at)
{
	static const char from[] = "ntr0\\\"", to[] = "\n\t\r\0\\\"";
	const char *s = *at, *known = strchr(from, *s);
	char hex[3] = "";

	if (*s == 'x' && isxdigit((unsigned char)s[1])) {
		hex[0] = s[1];
		hex[1] = isxdigit((unsigned char)s[2]) ? s[2] : '\0';
		*at += 1 + strlen(hex);
		return (uint8_t)strtoul(hex, NULL, 16);
	}
	++*at;
	return known && *s ? (uint8_t)to[known - from] : (uint8_t)*s;
}

/* Quoted, or all that is left up to what `stops` has. The bytes are NUL-terminated. */
static uint8_t *compose_text(struct composer *c, const char **at, const char *stops, size_t *len)
{
	bool quoted = **at == '"';
	uint8_t *out = room(c, strlen(*at));

	*len = 0;
	*at += quoted;
	while (**at && (quoted ? **at != '"' : !strchr(stops, **at))) {
		if (**at == '\\' && quoted && (*at)[1]) {
			++*at;
			out[(*len)++] = escaped(at);
		} else {
			out[(*len)++] = (uint8_t)*(*at)++;
		}
	}
	if (quoted && **at == '"')
		++*at;
	return out;
}

/* Structs and arrays */

/* A number that an expression takes from the members before it, or -1. */
static int64_t member_number(const struct composer *c, const struct type *t, uint16_t expr, const uint8_t *from)
{
	const struct expr *e = &c->d->exprs[expr];
	uint64_t value = 0;

	if (e->op != EXPR_FIELD || e->b || e->a >= t->count)
		return -1;
	const struct field *f = &c->d->fields[t->first + e->a];
	size_t size = c->d->types[f->type].size[c->abi];
	if (size > sizeof(value))
		return -1;
	memcpy(&value, from + f->offset[c->abi], size);
	return (int64_t)value;
}

/* Where a value goes. */
struct member {
	const struct field *field;
	uint8_t *to;
};

static bool find_member(const struct composer *c, const struct type *t, const char *name, size_t len, uint8_t *to, struct member *out);

/* Among the members that a switch within the struct brings. */
static bool find_in_switch(const struct composer *c, const struct type *t, const struct field *f, const char *name, size_t len, uint8_t *to,
                           struct member *out)
{
	const struct type *choice = &c->d->types[f->type];
	int64_t value = choice->kind == TYPE_SWITCH ? member_number(c, t, choice->len, to) : 0;

	if (choice->kind == TYPE_STRUCT)
		return find_member(c, choice, name, len, to + f->offset[c->abi], out);
	for (unsigned i = 0; choice->kind == TYPE_SWITCH && i < choice->count; i++) {
		const struct switch_case *one = &c->d->cases[choice->first + i];
		const struct type *of = &c->d->types[one->type];
		if (of->kind == TYPE_STRUCT && (int64_t)one->value == value && !one->is_default)
			return find_member(c, of, name, len, to + f->offset[c->abi], out);
	}
	return false;
}

static bool find_member(const struct composer *c, const struct type *t, const char *name, size_t len, uint8_t *to, struct member *out)
{
	for (unsigned i = 0; i < t->count; i++) {
		const struct field *f = &c->d->fields[t->first + i];
		const char *text = desc_string(c->d, f->name);
		if (strlen(text) == len && memcmp(text, name, len) == 0) {
			*out = (struct member){f, to + f->offset[c->abi]};
			return true;
		}
		if (f->flags & FF_EMBED && find_in_switch(c, t, f, name, len, to, out))
			return true;
	}
	return false;
}

static bool compose_struct(struct composer *c, const struct type *t, const char **at, uint8_t *to)
{
	struct member m;

	if (**at != '{')
		return fail(c, *at, "'{' is needed for a struct");
	++*at;
	for (skip_blanks(at); **at != '}'; skip_blanks(at)) {
		size_t len = strcspn(*at, "=},");
		bool found = find_member(c, t, *at, len, to, &m);
		if (!found || (*at)[len] != '=')
			return fail(c, *at, found ? "'=' is needed after a member's name" : "no member of that name");
		*at += len + 1;
		if (!compose_value(c, m.field->type, at, m.to))
			return false;
	}
	++*at;
	return true;
}

static size_t size_of(const struct composer *c, uint16_t type)
{
	const struct type *t = &c->d->types[type];

	return t->size[c->abi] ? t->size[c->abi] : t->kind == TYPE_CUSTOM || t->kind == TYPE_SIZED ? size_of(c, t->elem) : 0;
}

/* Elements in [ ], or one alone. How many there were in *n. */
static uint8_t *compose_elements(struct composer *c, uint16_t type, const char **at, size_t *n)
{
	size_t size = size_of(c, type), cap = strlen(*at) + 1;
	uint8_t *out = room(c, size * cap + ROOM_DEFAULT);
	bool list = **at == '[';

	c->end = out + size * cap + ROOM_DEFAULT;
	*n = 0;
	*at += list;
	for (skip_blanks(at); **at && **at != ']'; skip_blanks(at)) {
		if (!compose_value(c, type, at, out + size * (*n)++))
			return NULL;
		if (!list)
			return out;
	}
	if (list && **at != ']') {
		fail(c, *at, "']' is missing");
		return NULL;
	}
	*at += list;
	return out;
}

static uint8_t *compose_vector(struct composer *c, const char **at, size_t *n)
{
	uint8_t *out = room(c, (strlen(*at) + 2) * sizeof(uint64_t));

	*n = 0;
	if (**at != '[') {
		fail(c, *at, "'[' is needed for a list of strings");
		return NULL;
	}
	for (++*at, skip_blanks(at); **at && **at != ']'; skip_blanks(at)) {
		size_t len;
		store(out + sizeof(uint64_t) * (*n)++, (uintptr_t)compose_text(c, at, ",] ", &len), sizeof(uint64_t), false);
	}
	*at += **at == ']';
	return out;
}

/* What a pointer points to, in units of its type; NULL after a message. */
static uint8_t *compose_pointed(struct composer *c, uint16_t type, const char **at, const char *stops, size_t *units)
{
	const struct type *t = &c->d->types[type];

	while (t->kind == TYPE_SIZED || t->kind == TYPE_CUSTOM) {
		type = t->elem;
		t = &c->d->types[type];
	}
	switch (t->kind) {
	case TYPE_STRING: case TYPE_BUFFER:
		return compose_text(c, at, stops, units);
	case TYPE_VECTOR:
		return compose_vector(c, at, units);
	case TYPE_ARRAY:
		return compose_elements(c, t->elem, at, units);
	default:
		if (!size_of(c, type)) {
			size_t len;
			*units = 1;
			return compose_text(c, at, stops, &len); /* of no fixed form: bytes */
		}
		uint8_t *out = room(c, size_of(c, type) + ROOM_DEFAULT);
		c->end = out + size_of(c, type) + ROOM_DEFAULT;
		*units = size_of(c, type);
		return compose_value(c, type, at, out) ? out : NULL;
	}
}

/* A pointer within a struct: what it points to has memory of its own. */
static bool compose_inner(struct composer *c, uint16_t elem, const char **at, uint8_t *to)
{
	const uint8_t *end = c->end;
	uint8_t address[8];
	size_t units;

	if (str_starts(*at, "NULL")) {
		*at += strlen("NULL");
		return true;
	}
	uint8_t *p = compose_pointed(c, elem, at, ",}] ", &units);
	c->end = end;
	if (!p)
		return false;
	store(address, (uintptr_t)p, abi_word(c->abi), false);
	return put_bytes(c, *at, to, address, abi_word(c->abi));
}

/* Bytes, strings and arrays that lie within a struct. */
static bool compose_within(struct composer *c, uint16_t type, const char **at, uint8_t *to)
{
	const struct type *t = &c->d->types[type];
	const uint8_t *end = c->end;
	size_t units, size = size_of(c, type);
	uint8_t *p = compose_pointed(c, type, at, ",}] ", &units);

	c->end = end;
	if (!p)
		return false;
	units *= t->kind == TYPE_ARRAY ? size_of(c, t->elem) : 1;
	if (size && units > size)
		return fail(c, *at, "more than there is room for");
	return put_bytes(c, *at, to, p, units);
}

/* A member or an element. */
static bool compose_value(struct composer *c, uint16_t type, const char **at, uint8_t *to)
{
	const struct type *t = &c->d->types[type];
	uint8_t bytes[8];
	uint64_t value;

	switch (t->kind) {
	case TYPE_CUSTOM: case TYPE_SIZED:
		return compose_value(c, t->elem, at, to);
	case TYPE_STRUCT:
		return compose_struct(c, t, at, to);
	case TYPE_POINTER:
		return compose_inner(c, t->elem, at, to);
	case TYPE_INT:
		if (!compose_number(c, t->set, at, &value))
			return false;
		store(bytes, value, t->size[c->abi], t->flags & TF_BIG_ENDIAN || t->meaning == MEANING_PORT || t->meaning == MEANING_HTONL);
		return put_bytes(c, *at, to, bytes, t->size[c->abi]);
	case TYPE_STRING: case TYPE_BUFFER: case TYPE_ARRAY:
		return compose_within(c, type, at, to);
	default:
		return fail(c, *at, "a value of this kind cannot be given");
	}
}

/* Arguments */

/* A sibling argument, by its register. */
static bool look_up(const void *ctx, const struct expr *e, int64_t *value)
{
	const struct composer *c = ctx;
	const struct field *f = e->op == EXPR_FIELD && !e->b && e->a < c->shape->count ? &c->d->fields[c->shape->first + e->a] : NULL;

	if (!f || f->reg[c->abi] >= 6)
		return false;
	*value = (int64_t)c->args[f->reg[c->abi]];
	return true;
}

static size_t room_size(const struct composer *c, uint16_t type)
{
	const struct type *t = &c->d->types[type];
	int64_t n;

	while (t->kind == TYPE_CUSTOM && !t->size[c->abi])
		t = &c->d->types[t->elem];
	if (t->kind != TYPE_BUFFER && t->kind != TYPE_ARRAY)
		return size_of(c, type) ? size_of(c, type) : ROOM_DEFAULT;
	if (!t->len || !expr_eval(c->d, t->len, look_up, c, &n) || n < 0 || n > ROOM_MAX)
		return ROOM_DEFAULT;
	return (size_t)n * (t->kind == TYPE_ARRAY && !(t->flags & TF_BYTES) ? size_of(c, t->elem) : 1);
}

/* What an argument is, once the numbers are known that say so. */
static const struct type *resolved(const struct composer *c, uint16_t type)
{
	const struct type *t = &c->d->types[type];
	const struct switch_case *chosen = NULL;
	int64_t value;

	if (t->kind != TYPE_SWITCH)
		return t;
	bool known = expr_eval(c->d, t->len, look_up, c, &value);
	for (unsigned i = 0; i < t->count; i++) {
		const struct switch_case *one = &c->d->cases[t->first + i];
		if (one->is_default ? !chosen : known && one->value == (uint64_t)value)
			chosen = one;
	}
	return chosen ? resolved(c, chosen->type) : t;
}

static bool compose_pointer(struct composer *c, const struct field *f, const char *word)
{
	const struct type *t = resolved(c, f->type);
	unsigned reg = f->reg[c->abi];
	size_t units = 0;
	uint8_t *p;

	if (strcmp(word, "NULL") == 0)
		return true;
	if (word[0] == '@') {
		int64_t size = (int64_t)room_size(c, t->elem);
		if (word[1] && str_number(word + 1, 0, ROOM_MAX, &size))
			return fail(c, word + 1, "a number of bytes is needed");
		p = room(c, (size_t)size);
		units = (size_t)size;
	} else {
		const char *at = word;
		p = compose_pointed(c, t->elem, &at, "", &units);
		if (p && *at)
			return fail(c, at, "nothing is expected");
	}
	c->args[reg] = (uintptr_t)p;
	c->lengths[reg] = units;
	return p;
}

static bool compose_integer(struct composer *c, const struct field *f, const char *word)
{
	const struct type *t = resolved(c, f->type);
	const char *at = word;

	while (t->kind == TYPE_CUSTOM)
		t = &c->d->types[t->elem];
	uint16_t set = t->set ? t->set : t->meaning == MEANING_SIGNAL ? desc_set_named(c->d, "signals") : 0;
	if (!compose_number(c, set, &at, &c->args[f->reg[c->abi]]))
		return false;
	return !*at || fail(c, at, "nothing is expected");
}

/* What may be one, that is. */
static bool is_pointer(const struct composer *c, const struct field *f)
{
	uint8_t kind = c->d->types[f->type].kind;

	return kind == TYPE_POINTER || kind == TYPE_SWITCH;
}

/* The length of the buffer that argument `index` says the length of. */
static bool compose_length(struct composer *c, unsigned index, const struct field *f)
{
	for (unsigned i = 0; i < c->shape->count; i++) {
		const struct field *of = &c->d->fields[c->shape->first + i];
		const struct type *t = &c->d->types[of->type];
		if (t->kind != TYPE_POINTER)
			continue;
		t = &c->d->types[t->elem];
		const struct expr *e = &c->d->exprs[t->len];
		if (t->len && (e->op == EXPR_FIELD && e->a == index)) {
			c->args[f->reg[c->abi]] = c->lengths[of->reg[c->abi]];
			return true;
		}
	}
	return fail(c, "@", "this is the length of no other argument");
}

/* The word of an argument: what was given, what stands for it when nothing was, or NULL after a message. */
static const char *word_of(const struct composer *c, const struct field *f, char *const *words, unsigned n, unsigned i)
{
	const struct type *t = resolved(c, f->type);

	if (i < n)
		return words[i];
	if (f->cond)
		return "0";
	if (t->kind == TYPE_POINTER && t->dir == DIR_OUT)
		return "@";
	diag_error("%s: missing argument: %s", desc_call_name(c->d, c->call), c->what);
	return NULL;
}

enum turn { TURN_NUMBERS, TURN_POINTERS, TURN_LENGTHS };

static enum turn turn_of(const struct composer *c, const struct field *f, const char *word)
{
	return is_pointer(c, f) ? TURN_POINTERS : word[0] == '@' ? TURN_LENGTHS : TURN_NUMBERS;
}

static bool compose_one(struct composer *c, unsigned i, const struct field *f, enum turn turn)
{
	if (turn == TURN_POINTERS && resolved(c, f->type)->kind == TYPE_POINTER)
		return compose_pointer(c, f, c->word);
	return turn == TURN_LENGTHS ? compose_length(c, i, f) : compose_integer(c, f, c->word);
}

/* One turn over the arguments. The form may change with each number. */
static bool compose_turn(struct composer *c, char *const *words, unsigned n, enum turn turn)
{
	for (unsigned i = 0; i < c->shape->count; i++) {
		const struct field *f = &c->d->fields[c->shape->first + i];
		if (f->reg[c->abi] >= 6 || (f->flags & FF_HIDDEN))
			continue;
		c->what = desc_string(c->d, f->name);
		c->word = word_of(c, f, words, n, i);
		if (!c->word)
			return false;
		if (turn_of(c, f, c->word) != turn)
			continue;
		if (!compose_one(c, i, f, turn))
			return false;
		c->shape = desc_shape(c->d, c->call, c->abi, c->args);
	}
	return true;
}

int compose_args(const struct desc *d, const struct call *call, char *const *words, unsigned n, struct arena *memory, uint64_t args[6])
{
	struct composer c = {.d = d, .abi = (enum abi)abi_native(), .call = call, .memory = memory, .args = args};

	memset(args, 0, 6 * sizeof(*args));
	c.shape = desc_shape(d, call, c.abi, args);
	for (enum turn turn = TURN_NUMBERS; turn <= TURN_LENGTHS; turn++)
		if (!compose_turn(&c, words, n, turn))
			return -EINVAL;
	if (n <= c.shape->count)
		return 0;
	diag_error("%s takes %u arguments, not %u", desc_call_name(d, call), c.shape->count, n);
	return -EINVAL;
}
