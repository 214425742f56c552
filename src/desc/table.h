/*
 * What Linux calls look like, as tables. descc compiles calls/ into one const `struct desc`; --describe FILE makes the same
 * tables at run time. All references are indices into the arrays of the same desc; index 0 of each array is "none".
 */
#ifndef RINGSIDE_DESC_TABLE_H
#define RINGSIDE_DESC_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/abi.h"

enum style { STYLE_DEC, STYLE_UDEC, STYLE_HEX, STYLE_OCT, STYLE_ADDR, STYLE_HEX8 /* %#08x */, STYLE_HEX16 /* %#016llx */, STYLE_HEX2 /* %#02x */ };

/* What an integer stands for, beyond its digits. */
enum meaning {
	MEANING_NONE,
	MEANING_FD,       /* a descriptor: path note */
	MEANING_DIRFD,    /* likewise, or AT_FDCWD */
	MEANING_PID,      /* a thread group */
	MEANING_TID,
	MEANING_PGID,
	MEANING_SIGNAL,   /* SIGINT, SIGRT_2 */
	MEANING_ID,       /* uid, gid: -1 is shown signed */
	MEANING_DEV,      /* makedev(major, minor) */
	MEANING_PORT,     /* big-endian 16 bits: htons(80) */
	MEANING_INET4,    /* inet_addr("127.0.0.1") */
	MEANING_HTONL,    /* big-endian 32 bits: htonl(5) */
	MEANING_FDSET,    /* bits that stand for descriptors, from 8 * its offset in the array on */
	MEANING_IFINDEX,  /* if_nametoindex("lo") */
	MEANING_ERRNO,
	MEANING_RESULT,   /* 0 or more, or -EFAULT */
	MEANING_HTOBS,    /* little-endian 16 bits of Bluetooth: htobs(1) */
	MEANING_LETTER,   /* a letter in quotes */
	MEANING_FOURCC,   /* a code of four letters: v4l2_fourcc('Y', 'U', 'Y', 'V'); its name in a set is a remark */
};

enum type_kind {
	TYPE_VOID,     /* nothing; shown as nothing */
	TYPE_INT,
	TYPE_POINTER,  /* elem: what it points to */
	TYPE_STRING,   /* NUL-terminated, at most TYPE_PATH_MAX bytes */
	TYPE_BUFFER,   /* len (and fill) bytes, shown quoted */
	TYPE_ARRAY,    /* len (and fill) elements of elem; or, TF_BYTES, as many whole elements as fit in len bytes */
	TYPE_VECTOR,   /* pointers to elem until a NULL one */
	TYPE_STRUCT,
	TYPE_SWITCH,   /* the first case whose value equals expr */
	TYPE_CUSTOM,   /* decoded by custom[name] over elem */
	TYPE_SIZED,    /* elem with parameters; and, with len, fields beyond that many bytes are not there */
};

enum direction { DIR_IN = 1, DIR_OUT = 2, DIR_INOUT = 3 };

enum type_flags {
	TF_SIGNED = 1 << 0,
	TF_BIG_ENDIAN = 1 << 1,
	TF_PATH = 1 << 2,      /* STRING: a file name; BUFFER, ARRAY within a struct: never shortened; STRUCT, JOINED: one number with -X raw */
	TF_HEX = 1 << 3,       /* BUFFER: shown in hex escapes */
	TF_BYTES = 1 << 4,     /* ARRAY: len counts bytes */
	TF_TOTAL = 1 << 5,     /* ARRAY: fill is the total of bytes spread over the buffers inside */
	TF_EXIT = 1 << 6,      /* derived: some of it is known at exit only */
	TF_ENTRY = 1 << 7,     /* derived: some of it is read at entry */
	TF_FLAGS = 1 << 8,     /* INT with set: bits, not one of several */
	TF_BRIEF = 1 << 9,     /* unless -v: the pointer and how many elements; name: the word for them. ARRAY: [...], or `when` elements; SIZED: what is beyond, ..., and what is missing is 0 */
	TF_CSTR = 1 << 10,     /* BUFFER: ends at a NUL */
	TF_PLAIN_REF = 1 << 11,/* POINTER to an int: shown without [ ] */
	TF_BESIDE = 1 << 12,   /* INT with set: the number, and its symbols as a remark; JOINED: likewise with -X verbose */
	TF_ALWAYS = 1 << 21,   /* ... whatever the options. STRUCT, LIST: a list even if it is but the members */
	TF_MASKED = 1 << 13,   /* INT: the bits under the constant `len`, shifted down by `first` */
	TF_CHAIN = 1 << 16,    /* ARRAY: elements of varying length, which each one's first member tells; aligned to `when` bytes */
	TF_LIST = 1 << 17,     /* STRUCT: shown as [{members}, and those of nameless members]; ARRAY: without brackets around one element */
	TF_PACKED = 1 << 18,   /* STRUCT: members follow each other without padding */
	TF_WORD = 1 << 20,     /* INT: shown by its names whatever -X says */
	TF_VALUE = 1 << 22,    /* BUFFER: a value, not a string: an address when pointers are not followed */
	TF_TRIM = 1 << 19,     /* BUFFER: a NUL at its end is not shown; LINKED: what comes next to the last element is the end of these bytes */
	TF_OPAQUE = 1 << 22,   /* POINTER: a number, unless -v asks for the bytes */
	TF_ZEROED = 1 << 23,   /* POINTER: inout: what was all zero before the call is not shown as what was before */
	TF_TOLD = 1 << 24,     /* POINTER: inout: after a failure the address stands for what is after the call */
	TF_CONTINUED = 1 << 25,/* POINTER: inout: members marked `after` follow the others in the same braces */
	TF_WIDE = 1 << 15,     /* POINTER: kept in 8 bytes in every ABI */
	TF_JOINED = 1 << 14,   /* STRUCT: its members are parts of one number, shown as a|b */
	TF_FRACTION = 1 << 26, /* STRUCT: likewise, shown as a/b */
	TF_LINKED = 1 << 27,   /* ARRAY, CHAIN: elements anywhere in the first `len` bytes of the outermost struct, the first of them `fill` bytes on; member
	                          number `when` says where the next one is. `first`: expr, how many there are, if something says it */
	TF_OF_FIRST = 1 << 28, /* ... from the first one on, not from its own beginning */
	TF_COUNTED = 1 << 29,  /* CHAIN: member number `when` says how many bytes follow an element's head; `first`: expr, how many elements there are; 0: as many as there is room for */
};

enum { SIZED_BRIEF_MAX = 256 }; /* bytes of a SIZED TF_BRIEF struct */

struct type {
	uint8_t kind;      /* enum type_kind */
	uint8_t style;     /* INT: enum style */
	uint8_t meaning;   /* INT: enum meaning */
	uint8_t dir;       /* POINTER: enum direction */
	uint32_t flags;    /* enum type_flags */
	uint32_t name;     /* string: STRUCT's and CUSTOM's name, the word of TF_BRIEF */
	uint16_t elem;     /* type */
	uint16_t set;      /* INT: symbols; ARRAY: remarks on its elements; POINTER: type after the call, if another */
	uint16_t len;      /* expr: capacity; SWITCH: the value */
	uint16_t fill;     /* expr: how much of it the kernel filled; SIZED: the least len that makes one. INT: within how many bytes it may be, or 0; POINTER: when it is not followed */
	uint16_t when;     /* expr: exit data is valid; none: result is not an error. SIZED: the most bytes there are, or 0 */
	uint16_t first;    /* STRUCT: field; SWITCH: case; SIZED, CUSTOM: the first parameter, an expr of the scope of use */
	uint16_t count;    /* of them; INT: bits by which the number is shifted to the left when it is shown */
	uint8_t align[ABI_COUNT];
	uint32_t size[ABI_COUNT]; /* bytes; 0: not constant */
};

enum field_flags {
	FF_VERBOSE = 1 << 0, /* shown with -v only */
	FF_HIDDEN = 1 << 1,  /* in the layout, never shown */
	FF_BEFORE = 1 << 2,  /* of an inout struct: shown in the part before the call only */
	FF_AFTER = 1 << 3,   /* ... after the call only; argument: shown after the call, although known before */
	FF_EMBED = 1 << 4,   /* a struct or switch whose fields are shown as ours */
	FF_NAMED = 1 << 5,   /* argument: its name is part of the text; CHANGE: before the second value, too */
	FF_CHANGE = 1 << 6,  /* shown at exit: the number before => the number after, when they differ */
	FF_NONZERO = 1 << 7, /* shown only when it is not 0 */
	FF_OVERLAY = 1 << 8, /* starts where the member before it starts */
	FF_LITERAL = 1 << 9, /* result remark: the name itself is the text */
	FF_UNNAMED = 1 << 10,/* result remark: no word before the value; member: no name */
	FF_MORE = 1 << 12,   /* stands for what is not shown: "..." at the end of the struct */
	FF_GAP = 1 << 13,    /* VERBOSE: the "..." stands where the member would */
	FF_STACK = 1 << 11,  /* argument: lies where the stack pointer points to */
};

/* Beside the six of arguments. */
enum { REG_RET = 6, REG_SP = 7 };

/* A member of a struct, an argument of a call, or a remark on a result. */
struct field {
	uint32_t name;     /* string, prefix included */
	uint16_t type;
	uint16_t cond;     /* expr: present when true */
	uint16_t flags;    /* enum field_flags */
	uint8_t reg[ABI_COUNT];      /* argument: index into event.args, or REG_SP; remark: likewise, or REG_RET */
	uint32_t offset[ABI_COUNT];  /* member: bytes from the struct's start */
};

struct switch_case {
	uint64_t value;
	uint64_t mask;     /* calls: the bits of the selecting number that count; 0: all */
	uint16_t type;     /* of the value, or (in calls) unused */
	uint16_t shape;    /* calls: index into shapes */
	bool is_default;
	uint8_t abis;      /* calls: a bit for each ABI in which the case exists; 0: all */
};

enum expr_op {
	EXPR_NONE,
	EXPR_CONST,   /* value */
	EXPR_FIELD,   /* sibling member, or argument: a = field index within the scope, b = how many scopes further out */
	EXPR_PARAM,   /* a = parameter index */
	EXPR_RET,
	EXPR_HERE,    /* how many bytes are there: of the struct (in conditions), from the value on (in lengths) */
	EXPR_PAST,    /* how many bytes of the struct are before the value (in lengths) */
	EXPR_NTH,     /* index of the innermost array element */
	EXPR_NETLINK, /* netlink(a): the protocol of the netlink socket behind descriptor a, see BLOB_NETLINK; -1: it is none */
	EXPR_ATTR,    /* attr(value): the first 8 bytes, up to a NUL, of the netlink attribute of that type before this one; 0: there is none */
	EXPR_DEREF,   /* *argument: a, b as FIELD; the number it points to, in the phase of what asks. With value: *argument.member, its name */
	EXPR_AND, EXPR_OR, EXPR_BITAND, EXPR_BITOR, EXPR_EQ, EXPR_NE, EXPR_LT, EXPR_LE, EXPR_GT, EXPR_GE, EXPR_NOT,
	EXPR_ADD, EXPR_SUB, EXPR_MUL, EXPR_DIV, EXPR_SHR,
};

struct expr {
	uint8_t op;      /* enum expr_op */
	uint16_t a, b;   /* exprs, or what op says */
	int64_t value;
};

enum set_flags {
	SET_FLAGS = 1 << 0,  /* bits; otherwise one value */
	SET_SORTED = 1 << 1, /* an enum whose symbols are in rising order of value */
	SET_QUIET = 1 << 3,  /* a value without a name gets no remark */
	SET_EMPTY = 1 << 5,  /* where only numbers are shown, 0 is nothing */
	SET_APART = 1 << 4,  /* beside numbers, each group has its own */
	SET_REST = 1 << 2,   /* what is left after the named bits is shown even when it is 0 */
};

/* Named values. In a flags set, a symbol stands for the bits under mask; a group of choices shares a mask. In an enum, values up to mask are
 * shown as NAME+N, unless mask is all ones. */
struct symbol {
	uint64_t value;
	uint64_t mask;   /* of the patterns of ioctl requests: the bits that count */
	uint32_t name;
	uint16_t len;    /* of name */
	uint8_t abis;    /* ioctl requests: a bit for each ABI in which this is the name; 0: all */
	uint8_t number;  /* 0, or 1 + enum style: no constant, but bits shown as a number, shifted by `value`, which `name` stands for */
};

enum { SYMBOL_HIDDEN = 255 }; /* a number that is never shown */

struct set {
	uint32_t name;
	uint32_t unknown;   /* string: "O_???" */
	uint16_t flags;     /* enum set_flags */
	uint8_t residue_style;
	uint32_t first, count; /* symbols */
};

/* One form of a call: all calls have one, those with a switch on an argument one a case. */
struct shape {
	uint16_t first, count; /* fields: the arguments, in the order shown */
	uint16_t ret;          /* type */
	uint16_t remark, nremarks; /* fields: what the result means beyond its number */
	uint16_t plan[ABI_COUNT], nplan[ABI_COUNT]; /* plan rows, see plan.h */
};

struct call {
	uint32_t name;
	uint8_t nargs[ABI_COUNT]; /* of the kernel's function: how many raw arguments there are */
	bool described;
	uint32_t classes;    /* bits of enum call_class */
	uint16_t shape;      /* when select is none, or no case matches */
	uint16_t select;     /* expr over the arguments */
	uint16_t first_case, ncases; /* cases: `nexact` sorted by value, those for fewer ABIs first; then those with a mask, in order */
	uint16_t nexact;
	uint16_t since;      /* kernel version: major << 8 | minor; 0: always */
};

enum call_class {
	CLASS_FILE, CLASS_DESC, CLASS_NETWORK, CLASS_PROCESS, CLASS_SIGNAL, CLASS_IPC, CLASS_MEMORY, CLASS_CREDS, CLASS_CLOCK,
	CLASS_PURE, CLASS_STAT, CLASS_LSTAT, CLASS_FSTAT, CLASS_STAT_LIKE, CLASS_STATFS, CLASS_FSTATFS, CLASS_STATFS_LIKE,
	CLASS_COUNT
};

/* Requests of ioctl(2) that are declared together. */
struct request_family {
	uint32_t name;
	uint16_t named;     /* requests with a name */
	uint16_t described; /* requests of which the argument is described, patterns too */
};

struct plan_row;

struct desc {
	const char *strings;        /* NUL-terminated, one after the other */
	const struct type *types;
	const struct field *fields;
	const struct switch_case *cases;
	const struct expr *exprs;
	const struct set *sets;
	const struct symbol *symbols;
	const struct shape *shapes;
	const struct call *calls;
	const struct plan_row *plans;
	const struct request_family *families;
	const uint16_t *numbers[ABI_COUNT]; /* call index by number; 0: no such call */
	uint32_t nnumbers[ABI_COUNT];
	uint32_t ntypes, nfields, ncases, nexprs, nsets, nsymbols, nshapes, ncalls, nplans, nfamilies, nstrings;
	uint16_t siginfo;    /* type of the struct that a SIGNAL event carries */
	uint16_t kvm_run;    /* ... that BLOB_VCPU has */
	uint16_t patterns;   /* set: ioctl requests that stand for many numbers, see desc_request() */
};

extern const struct desc desc_builtin;

static inline const char *desc_string(const struct desc *d, uint32_t s)
{
	return d->strings + s;
}

/* The call with that number, or NULL. The x32 bit of a number is ignored. */
const struct call *desc_call(const struct desc *d, enum abi abi, uint64_t nr);
const struct call *desc_call_named(const struct desc *d, const char *name);
/* Number of the call in an ABI, or -1. */
int desc_number(const struct desc *d, enum abi abi, const struct call *c);
const char *desc_call_name(const struct desc *d, const struct call *c);
/* The form that these arguments select. */
const struct shape *desc_shape(const struct desc *d, const struct call *c, enum abi abi, const uint64_t args[6]);
/* The name of a request of ioctl(2) in a set of them, or NULL; and the pattern it fits, or NULL: NAME(size, nr, nr SET). */
const struct symbol *desc_request(const struct desc *d, uint16_t set, enum abi abi, uint32_t request);
const struct symbol *desc_request_pattern(const struct desc *d, enum abi abi, uint32_t request);
uint16_t desc_set_named(const struct desc *d, const char *name);   /* 0 when there is none */
const char *const *desc_class_names(void); /* CLASS_COUNT names, "%file" first */

#endif
