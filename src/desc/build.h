/*
 * Tables under construction: what the parser fills, the passes after it complete, and descc prints. Private to src/desc.
 */
#ifndef RINGSIDE_DESC_BUILD_H
#define RINGSIDE_DESC_BUILD_H

#include <setjmp.h>
#include <stdio.h>

#include "base/map.h"
#include "base/vec.h"
#include "desc/lex.h"
#include "desc/plan.h"
#include "desc/table.h"

/* Sizes that only build_layout() knows: of pointers and size_t, of long, and of old_uid_t. */
enum { SIZE_WORD = 0, SIZE_LONG = 255, SIZE_OLD_ID = 254 };

enum decl_kind { DECL_CALL, DECL_STRUCT, DECL_ENUM, DECL_FLAGS, DECL_TYPE, DECL_IOCTL, DECL_REPLACED };

/* A top-level declaration: its tokens, and what became of it. */
struct decl {
	uint8_t kind;        /* enum decl_kind */
	bool used;
	bool busy;           /* TYPE: being expanded, to catch circles */
	uint32_t name;       /* string */
	uint32_t at;         /* token of the name */
	uint16_t set;        /* ENUM, FLAGS */
	uint16_t instance[4]; /* STRUCT: type by direction parameter; 0: not made yet */
};

/* An explicit layout of a struct for some ABIs: fields in memory order without implicit padding. */
struct layout_item {
	int32_t field; /* index within the struct; -1: padding */
	uint32_t bytes; /* of padding */
};

struct layout {
	uint16_t type;
	uint32_t abis; /* bit per enum abi */
	uint32_t first, count; /* layout items */
	uint32_t at;           /* token, for messages */
};

struct constant {
	uint64_t value;
	uint32_t name;
	uint32_t decl;
};

/* A call's number in each ABI. */
struct number_row {
	uint32_t name;
	uint8_t nargs[ABI_COUNT];
	int16_t nr[ABI_COUNT]; /* -1: none */
	int16_t inner[ABI_COUNT]; /* within another call: see abi_inner_number(). -1: none */
	uint16_t since;
	bool described;
};

struct builder {
	VEC(struct source_file) files;
	uint16_t first_user;   /* files from here on are the user's: they may replace what those before declare */
	token_vec tokens;
	size_t pos;            /* next token */
	FILE *messages;        /* where errors go */
	unsigned errors;
	jmp_buf recover;       /* to the next declaration */

	VEC(char) strings;
	VEC(struct type) types;
	VEC(struct field) fields;
	VEC(struct switch_case) cases;
	VEC(struct expr) exprs;
	VEC(struct set) sets;
	VEC(struct symbol) symbols;
	VEC(struct shape) shapes;
	VEC(struct call) calls;
	VEC(struct plan_row) plans;
	VEC(struct request_family) families;
	VEC(uint16_t) numbers[ABI_COUNT];
	uint16_t siginfo, kvm_run;
	uint16_t patterns;     /* the set of ioctl requests that stand for many numbers */

	VEC(struct decl) decls;
	VEC(struct layout) layouts;
	VEC(struct layout_item) layout_items;
	VEC(struct constant) constants;
	VEC(struct number_row) number_rows;
	VEC(struct member_use) member_uses;
	VEC(uint32_t) type_tokens; /* per type: where it was written, for messages */
	uint16_t ioctl_set;

	struct map string_ids, decl_ids, constant_ids, type_ids, plan_ids, number_ids;
};

extern const char *const build_abi_names[ABI_COUNT];

void build_init(struct builder *b, FILE *messages);
void build_done(struct builder *b);
uint32_t build_string(struct builder *b, const char *s, size_t len); /* interned */
const char *build_text(const struct builder *b, uint32_t string);
uint16_t build_type(struct builder *b, const struct type *t, uint32_t token); /* interned */
uint64_t build_hash(const void *data, size_t len);

/* Message with file, line, column, the line and a caret. error_at() goes on; fail_at() abandons the declaration. */
void error_at(struct builder *b, uint32_t token, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void fail_at(struct builder *b, uint32_t token, const char *fmt, ...) __attribute__((format(printf, 3, 4), noreturn));

/* The passes, in this order. Each reports through error_at(); the result stands when b->errors is 0. */
char *build_read(struct builder *b, const char *path); /* a file's text, to be freed; NULL after a message */
void build_numbers(struct builder *b, const char *path, char *text); /* numbers.tbl; the text is changed */
void build_add(struct builder *b, const char *path, char *text);     /* a .sys file; the builder owns the text from here on */
void build_parse(struct builder *b);
void build_layout(struct builder *b);

/* The member `name` of the struct that an argument of this type points to (of a switch: what it is otherwise), or NULL. */
const struct field *build_told(const struct builder *b, uint16_t type, uint32_t name);

void build_check(struct builder *b);
void build_plans(struct builder *b);
void build_calls(struct builder *b); /* number tables, raw calls, classes */
void build_all(struct builder *b);   /* parse to calls; each pass only when those before it found nothing wrong */

/* The finished tables as a desc whose arrays the builder still owns. */
struct desc build_view(const struct builder *b);
void build_emit(const struct builder *b, const char *numbers, FILE *out); /* as C; the sources with them, for --describe */
void build_dump(const struct builder *b, FILE *out); /* constants, sizes and offsets, for tools/check-constants */

void build_dump_classes(const struct builder *b, int abi, FILE *out); /* lines of class and call */

/* Between parser files. */
struct scope;
struct token *tok(struct builder *b);                              /* the next token */
bool accept(struct builder *b, const char *text);
void expect(struct builder *b, const char *text);
bool accept_word(struct builder *b, const char *word);             /* unless it is the name of the next member */
uint32_t expect_name(struct builder *b);                           /* string */
uint32_t expect_member(struct builder *b); /* a name, or in quotes one that is no identifier: "fmt.pix" */
uint16_t parse_expr(struct builder *b, struct scope *s);
uint64_t parse_constant(struct builder *b);                        /* NUMBER, NAME, with << | + - */
uint16_t parse_type(struct builder *b, struct scope *s);
void parse_members(struct builder *b, struct scope *s, const char *close, bool is_call);
struct decl *find_decl(struct builder *b, uint8_t kind, uint32_t name);
struct constant *find_constant(struct builder *b, uint32_t name);
bool at_request(struct builder *b); /* at the name of an ioctl request or attribute: NAME NUMBER, no suffix of a type */
void build_attributes(struct builder *b); /* writes `attributes` declarations as enums and structs */
void parse_set(struct builder *b, size_t decl);
int parse_abi(struct builder *b);                                  /* an ABI's name; -1 when there is none */
unsigned expect_abi(struct builder *b);
void parse_argument_type(struct builder *b, struct scope *s, struct field *f); /* type and suffixes */
uint16_t parse_result(struct builder *b, struct scope *s, struct field *remarks, unsigned *n);
uint16_t add_shape(struct builder *b, struct scope *s, uint16_t ret, const struct field *remarks, unsigned n);
void case_scope(struct scope *s, const struct scope *common);
void add_constant(struct builder *b, uint32_t name, uint64_t value, uint32_t decl, uint32_t at);

/* Requests of ioctl(2): parse_ioctl.c */
typedef VEC(struct switch_case) case_vec;
void parse_ioctl_names(struct builder *b); /* their names, as the enum ioctl_cmd and the patterns */
void parse_ioctl_cases(struct builder *b, const struct scope *common, uint16_t ret, case_vec *cases); /* their arguments */
uint64_t decl_key(uint8_t kind, uint32_t name);
void scope_resolve(struct builder *b, struct scope *s);

/* A name that an expression used before all members were known. */
struct fixup {
	uint16_t expr;
	uint32_t name;
	uint32_t token;
	uint8_t up;
};

/* *argument.member in an expression. */
struct member_use {
	uint16_t expr;
	uint16_t type; /* of the argument */
	uint32_t token;
};

/* Where names are looked up while a struct or a call is parsed. */
struct scope {
	struct scope *outer;     /* of an anonymous struct: the struct around it */
	VEC(struct field) fields;
	VEC(struct fixup) fixups;
	uint32_t params[8];      /* strings */
	unsigned nparams;
	uint8_t dir;             /* what the parameter `dir` stands for; 0: there is none */
	uint32_t prefix;         /* string */
	bool is_call;
};

#endif
