/*
 * Inside filter expressions: the parsed form, and what its parts may ask of each other. Private to src/filter/where*.c.
 */
#ifndef RINGSIDE_FILTER_WHERE_IN_H
#define RINGSIDE_FILTER_WHERE_IN_H

#include <regex.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "desc/table.h"
#include "event/event.h"
#include "filter/filter.h"
#include "filter/where.h"

/* Words of the expression */

enum word_kind { WORD_END, WORD_NAME, WORD_NUMBER, WORD_STRING, WORD_CLASS, WORD_PUNCT, WORD_BAD };

enum unit { UNIT_NONE, UNIT_TIME, UNIT_SIZE };

struct where_word {
	uint8_t kind;       /* enum word_kind */
	uint8_t unit;       /* NUMBER: enum unit */
	uint32_t at, len;   /* bytes of the text */
	const char *text;   /* NAME, CLASS: as written; STRING: without quotes and escapes; BAD: what is wrong */
	size_t text_len;
	uint64_t number;    /* in ns or bytes when it has a unit */
};

typedef VEC(struct where_word) where_words;

/* Appends all words, WORD_END last. Their texts are in the arena. */
void where_lex(const char *text, struct arena *a, where_words *out);

/* Values */

enum value_kind {
	VALUE_NUMBER,
	VALUE_BYTES,
	VALUE_THING, /* something that is neither, but not NULL: a struct */
};

struct where_value {
	uint8_t kind;           /* enum value_kind */
	bool is_signed;
	bool residue;           /* NUMBER: bits without a name */
	bool unnamed;           /* NUMBER: of an enum or flags, but without a name */
	bool cut;               /* BYTES: there was more */
	uint8_t nparts;
	uint64_t raw;
	const struct where_text {
		const char *text;
		size_t len;
	} *parts;               /* NUMBER: its names; or, when `whole`, how it is shown */
	bool whole;
	const uint8_t *data;    /* BYTES */
	size_t len;
};

/* Operands */

/* What every event may have. */
enum where_field {
	FIELD_CALL, FIELD_NR, FIELD_ABI, FIELD_KIND, FIELD_PID, FIELD_TID, FIELD_COMM, FIELD_RET, FIELD_ERRNO, FIELD_DUR, FIELD_SIGNAL,
	FIELD_PATH, FIELD_FD, FIELD_SIZE,
	FIELD_COUNT,
};

/* What a field's values are like, for checks. */
enum field_type { FIELD_IS_NUMBER, FIELD_IS_NAMED /* number with a name */, FIELD_IS_TIME, FIELD_IS_TEXT, FIELD_IS_WORD /* one of a few */ };

struct field_info {
	const char *name;
	uint8_t type; /* enum field_type */
	bool late;
	const char *help;
};

extern const struct field_info where_fields[FIELD_COUNT];

enum { NAMES_MAX = 6 };

/* An argument or member, by its name and perhaps names around it. */
struct where_arg {
	const char *names[NAMES_MAX]; /* outermost first; some in between may be left out */
	unsigned nnames;
	bool path;                    /* asked is what the descriptor stands for */
	bool late;
	bool plain;                   /* it may be a number without names */
	struct callset calls;         /* which have it */
	VEC(uint16_t) sets;           /* whose names its numbers are shown with */
	VEC(struct where_value) values; /* of the event at hand */
};

struct where_symbol {
	const char *name;
	uint64_t value;
	bool has_value;
};

enum operand_kind { OPERAND_FIELD, OPERAND_ARG, OPERAND_NUMBER, OPERAND_TEXT, OPERAND_SYMBOLS, OPERAND_CLASS, OPERAND_NAME /* not resolved yet */ };

struct operand {
	uint8_t kind;              /* enum operand_kind */
	uint8_t unit;              /* NUMBER: enum unit */
	uint8_t field;             /* FIELD: enum where_field */
	bool path;                 /* FIELD: the path behind the descriptor */
	bool null;                 /* NUMBER: written as NULL */
	uint32_t at, len;          /* where it stands in the text */
	const struct call *only;   /* FIELD: of this call */
	unsigned arg;              /* ARG */
	int class;                 /* CLASS */
	__int128 number;
	const char *text;          /* TEXT */
	size_t text_len;
	const struct where_symbol *symbols; /* SYMBOLS: joined by '|' */
	unsigned nsymbols;
	const char *names[NAMES_MAX];     /* NAME: parts between the dots */
	unsigned nnames;
	struct operand *mask;      /* only these bits of the value; NUMBER or SYMBOLS */
};

static inline bool operand_is_constant(const struct operand *o)
{
	return o->kind == OPERAND_NUMBER || o->kind == OPERAND_TEXT || o->kind == OPERAND_SYMBOLS || o->kind == OPERAND_CLASS;
}

/* Nodes */

enum node_kind { NODE_AND, NODE_OR, NODE_NOT, NODE_CLASS, NODE_TEST, NODE_COMPARE };

enum compare_op { OP_EQ, OP_LT, OP_LE, OP_GT, OP_GE, OP_GLOB, OP_REGEX };

struct node {
	uint8_t kind;            /* enum node_kind */
	uint8_t op;              /* COMPARE: enum compare_op */
	int class;
	struct node *a, *b;
	struct operand left;
	VEC(struct operand) right; /* COMPARE: any of them */
	regex_t regex;
	bool has_regex;
	struct where_ends *ends; /* where_bounds.c's */
};

struct where {
	const char *what, *text;
	const struct desc *desc;
	uint32_t max_string;
	struct arena arena;      /* of the parsed form */
	struct arena values;     /* of the event at hand */
	VEC(struct node *) nodes;
	VEC(struct where_arg) args;
	VEC(struct where_value) fields; /* the values of the operand at hand */
	struct node *root;
	struct where_needs needs;
	struct callset calls;    /* for which it can be true */
	bool collected;          /* the args' values are those of the event at hand */
	enum certainty {
		CERTAIN_NOW,     /* the event is all there is */
		CERTAIN_MEMORY,  /* it will have an end: what may change till then is unknown */
		CERTAIN_REGISTERS, /* ... and memory is unknown, too */
	} certainty;
};

/* A diag_error() with the text, and a mark below it. Result: -EINVAL. */
int where_error(const struct where *w, uint32_t at, uint32_t len, const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* The grammar: where_parse.c. Fills the root; 0, or -EINVAL after a message. */
int where_grammar(struct where *w);

/* Names: where_names.c */

/*
 * Makes a NAME what it stands for, `left` being what it is compared with (or NULL). 0, or -EINVAL after a message.
 */
int where_resolve(struct where *w, struct operand *o, const struct operand *left);
/* Whether the set has a symbol of that name; a name " or " another stands for both. */
bool where_set_has(const struct desc *d, uint16_t set, const char *name);
bool where_same_name(const char *symbol, size_t len, const char *name);

/* Appends what an event has of a field, and says which calls can have it: where_fields.c. */
void where_field_values(struct where *w, const struct operand *o, const struct event *e, const struct task *t);
void where_field_calls(const struct where *w, const struct operand *o, struct callset *out);
/* Fills the values of all args that the event's call has: where_args.c. */
void where_args_collect(struct where *w, const struct event *e);

/* How one value compares with a constant on the node's right side: where_compare.c. */
enum truth where_compare(struct where *w, const struct node *n, const struct where_value *v, const struct operand *right);
/* Whether it is not 0, or not empty; under the operand's mask. */
enum truth where_nonzero(const struct where *w, const struct operand *o, const struct where_value *v);

/* A part of the expression about an event, of which no task is known: where.c. */
enum truth where_eval_node(struct where *w, const struct node *n, const struct event *e);
/* Whether the node asks for a call's number or ABI only. */
bool where_is_by_number(const struct node *n);

static inline enum truth truth_of(bool v)
{
	return v ? TRUTH_TRUE : TRUTH_FALSE;
}

static inline enum truth truth_not(enum truth t)
{
	return t == TRUTH_UNKNOWN ? t : truth_of(t == TRUTH_FALSE);
}

#endif
