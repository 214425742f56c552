/*
 * Inside the walk: what custom decoders may use. Private to src/decode.
 */
#ifndef RINGSIDE_DECODE_WALK_IN_H
#define RINGSIDE_DECODE_WALK_IN_H

#include "decode/walk.h"

/* Where a value's bytes are. */
struct place {
	const uint8_t *p;      /* NULL: nowhere */
	const uint8_t *before; /* the same bytes as of entry, for members marked `change`; or NULL */
	uint32_t avail;        /* bytes at p (and at before) */
	uint64_t addr;         /* in the task; 0 for registers */
	uint8_t phase;         /* enum phase */
};

/* How names in expressions are bound: the members around a value, and the parameters given to them. */
struct scope {
	const struct scope *outer; /* of an anonymous struct */
	const struct scope *user;  /* where the parameters are evaluated */
	uint16_t params;           /* first parameter expr */
	uint16_t first;            /* first field */
	bool is_call;
	struct place place;        /* of a struct */
};

enum half {
	HALF_WHOLE,
	HALF_BEFORE,
	HALF_AFTER,
	HALF_CONTINUED, /* both at once: members marked `after` as of exit, the others as of entry */
};

struct walk {
	const struct decode_opts *o;
	const struct desc *d;
	const struct event *e;
	struct visitor *v;
	enum abi abi;
	bool returned;       /* the result is known */
	bool failed;         /* ... and is an error */
	enum half half;      /* of an inout struct */
	bool only_changes;   /* a failed call: members marked `change` only */
	uint8_t phase;       /* enum phase of the number at hand: which notes about it count */
	const uint8_t *at;   /* ... and all its bytes, or NULL: where the memory that was copied has it */
	bool result;         /* the number that the call returned: an address of 0 is no NULL */
	bool remark;         /* on a result: unknown symbols are but numbers */
	bool word;           /* of the number that is walked: TF_WORD */
	bool total_on;
	uint64_t total;      /* bytes left for the buffers that share a total */
	struct place chain;  /* the elements of the innermost chain that were shown */
	uint32_t nth;        /* index of the innermost array element */
	uint64_t pairs[REG_RET - 1]; /* i386: a register with the one after it, for 8-byte numbers */
	uint64_t swapped[REG_RET - 1]; /* likewise, for those whose high half comes first */
};

/* A value of type `id` at `at`. */
void walk_value(struct walk *w, uint16_t id, const struct place *at, const struct scope *s);
/* A struct as NAME(member, member). */
void walk_macro(struct walk *w, uint16_t id, const struct place *at, const struct scope *s, const char *name);
/* What a pointer of value addr points to. */
void walk_behind(struct walk *w, uint16_t elem, uint64_t addr, enum phase phase, const struct scope *s);
/* An expression in a scope; memory is looked up as of the phase of `at`. False when it is unknown. */
bool walk_eval(const struct walk *w, uint16_t expr, const struct scope *s, const struct place *at, int64_t *value);
/* Little-endian bytes as a number, extended from `size` bytes; 0 when there are too few. */
uint64_t place_number(const struct place *at, uint32_t offset, unsigned size, bool is_signed, bool big_endian);

static inline const struct type *type_at(const struct walk *w, uint16_t id)
{
	return &w->d->types[id];
}

/* The register that carries an argument. */
static inline const uint64_t *walk_register(const struct walk *w, const struct field *f)
{
	unsigned reg = f->reg[w->abi];

	if (w->abi == ABI_I386 && reg < REG_RET - 1 && type_at(w, f->type)->size[ABI_I386] == 8)
		return type_at(w, f->type)->flags & TF_BIG_ENDIAN ? &w->swapped[reg] : &w->pairs[reg];
	return reg == REG_SP ? &w->e->sp : &w->e->args[reg % REG_RET];
}

/* Expressions: eval.c. Absent or unknown conditions hold. */
bool walk_holds(const struct walk *w, uint16_t expr, const struct scope *s, const struct place *at);

/* Pointers: pointer.c */
void walk_pointer(struct walk *w, const struct type *t, const struct place *at, const struct scope *s);
/* Whether what the call wrote behind the pointer is there. */
bool walk_exit_valid(const struct walk *w, const struct type *t, const struct scope *s, const struct place *at);
/* The two parts of an inout pointer: as the kernel found it, and `=> ` as it left it, if that shows anything. */
void walk_inout_before(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s);
void walk_inout_after(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s);
/* An inout pointer shown once, at exit: numbers inside marked `change` show both values. */
void walk_change(struct walk *w, const struct type *t, uint64_t addr, const struct scope *s);
/* Whether only some members are shown in the part after the call. */
bool walk_has_after(const struct walk *w, const struct type *t);
/* How many units a buffer or array has: its capacity, but no more than was filled. */
uint64_t walk_count(struct walk *w, const struct type *t, const struct scope *s, const struct place *at);
/* What a buffer of n bytes gets of the total that it shares with others (TF_TOTAL), if it does. */
uint64_t walk_share(struct walk *w, uint64_t n);
/* A buffer of n bytes, of which `got` are here. */
void walk_bytes(struct walk *w, const struct type *t, const uint8_t *p, size_t got, uint64_t n);
/* n elements from `at` on, as far as they are there; without -v no more than strings may have bytes, unless they are part of a struct. */
void walk_elements(struct walk *w, const struct type *t, const struct place *at, uint64_t n, const struct scope *s, bool whole);
void walk_vector(struct walk *w, const struct type *t, const struct place *at);
/* The case of a switch that applies, or NULL. */
const struct switch_case *walk_choose(const struct walk *w, const struct type *t, const struct scope *s, const struct place *at);

/* Whether a struct's last member takes all that is left. */
bool walk_ends_open(const struct walk *w, const struct type *t);

/* Chains: chain.c. Elements of varying length, as far as they are there. */
void walk_chain(struct walk *w, const struct type *t, const struct place *at, const struct scope *s);
void walk_chain_behind(struct walk *w, const struct type *t, uint64_t addr, enum phase phase, const struct scope *s);
/* Elements that are linked by offsets (TF_LINKED): linked.c. */
void walk_linked(struct walk *w, const struct type *t, const struct place *at, const struct scope *s);
/* The first 8 bytes, up to a NUL, of the netlink attribute of that type that was shown before in the innermost chain; 0: none. */
uint64_t walk_attribute(const struct walk *w, uint64_t type);
/* What is left after a chain's or struct's head: the case that a switch chooses, as bytes when it does not fit. */
void walk_rest(struct walk *w, uint16_t id, const struct place *at, const struct scope *s);

struct buf;

/* Numbers: number.c */
/* A number in a text: %u, %x (with 0x), %c (a letter in quotes). */
void walk_print(struct buf *text, char how, uint64_t value);
void walk_number(struct walk *w, const struct type *t, uint64_t raw);
/* A number of `size` bytes and its names in the set of t. */
void walk_symbols(struct walk *w, const struct type *t, uint64_t raw, unsigned size);
/* A number with a network meaning: address.c. */
void walk_address(struct walk *w, const struct type *t, uint64_t raw);
/* The symbol for a value of an enum, or NULL. */
const char *walk_symbol(const struct walk *w, uint16_t set, uint64_t value);
void walk_plain(struct walk *w, uint64_t raw, unsigned size, bool is_signed, enum style style);
/* The name of a value of an enum, or NULL. */
const char *walk_symbol(const struct walk *w, uint16_t set, uint64_t value);
void walk_symbolic(struct walk *w, uint64_t raw, unsigned size, const char *text); /* one symbol, no table */
void walk_text(struct walk *w, const char *text, uint32_t flags);                   /* bytes from a C string */
void walk_comment(struct walk *w, const char *text);
void walk_beside(struct walk *w, uint64_t raw, unsigned size, bool is_signed, const char *text); /* a number with a remark, if any */

/*
 * Custom decoders: values that the language does not say. They see bytes and scope, never the task; params are the
 * expressions written after the name.
 */
struct custom_use {
	const struct type *type;  /* the CUSTOM type */
	const struct place *at;
	const struct scope *scope;
};

typedef void custom_fn(struct walk *w, const struct custom_use *u);

struct custom {
	const char *name;
	custom_fn *show;
};

extern const struct custom customs[];
extern const size_t ncustoms;

/* Parameter i of a use, or `otherwise` when it is unknown or not given. */
int64_t custom_param(const struct walk *w, const struct custom_use *u, unsigned i, int64_t otherwise);
/* The bytes as one number of the underlying type. */
uint64_t custom_number(const struct walk *w, const struct custom_use *u);

#endif
