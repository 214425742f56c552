/*
 * The visitor: the only way from decode to any output. The walk calls it with values, in the order in which they are shown;
 * text and JSON are two visitors. Strings passed in live until the callback returns.
 */
#ifndef RINGSIDE_DECODE_VALUE_H
#define RINGSIDE_DECODE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "desc/table.h"

enum group {
	GROUP_STRUCT,  /* {a=1, b=2} */
	GROUP_ARRAY,   /* [1, 2] */
	GROUP_SET,     /* [INT CHLD]: elements separated by spaces */
	GROUP_NOT_SET, /* ~[INT CHLD] */
	GROUP_CALL,    /* name(1, 2): makedev, htons, ... */
	GROUP_REF,     /* what a pointer to a single number points to: [1] */
	GROUP_RESULT,  /* what a call's result means beyond its number: (in [3], left {...}) */
	GROUP_JOINED,  /* parts of one number: a|b. The name is what it is with numbers only, or NULL: each part on its own then, too */
	GROUP_FRACTION, /* a/b */
	GROUP_LIST,    /* a struct shown as a list, without names: [{..}, 1] */
	GROUP_NOTED,   /* GROUP_JOINED whose name is also what stands before the parts with -X verbose */
	GROUP_LONE,    /* an array of one element, without brackets */
};

enum { PARTS_MAX = 66 };

struct part {
	const char *text;
	uint32_t len;
};

/*
 * A number. Symbolic when nparts > 0 or unknown is set; then the text is the parts joined by '|', followed by the residue.
 */
enum form {
	FORM_OPTIONS,       /* number or symbols, as the options say */
	FORM_BESIDE,        /* the number is what counts, symbols are a remark unless the options say numbers only */
	FORM_BESIDE_ALWAYS, /* ... whatever the options say */
	FORM_NAMES,         /* symbols, whatever the options say */
	FORM_MACRO,         /* symbols, unless the options say numbers only */
};

struct number {
	uint64_t raw;        /* sign-extended when is_signed, else zero-extended, from its size */
	uint8_t size;        /* bytes */
	uint8_t style;       /* enum style: how the raw number is shown */
	bool is_signed;
	uint8_t form;        /* enum form */
	bool has_residue;    /* bits that no part names */
	uint8_t residue_style; /* enum style */
	uint16_t nparts;
	uint64_t residue;
	const struct part *parts;
	const char *call;    /* the part is an argument: "htons(", "inet_pton(AF_INET6, "; a parenthesis closes it */
	bool quoted;         /* ... in quotes */
	bool into;           /* ... the member itself is the last one, and not named before: inet_pton(AF_INET6, "::1", &sin6_addr) */
	const uint8_t *bytes; /* if any, the raw value is these `size` bytes: "\x00\x50" */
	const char *remark;  /* if any, another name of the value: beside the symbols */
	const char *whole;   /* if any, how the raw value is shown: a struct that the symbol stands for */
	const char *unknown; /* "O_???": nothing in raw has a name; NULL when no symbols apply or some were found */
};

enum {
	BYTES_STRING = 1, /* NUL-terminated: data ends before the NUL */
	BYTES_HEX = 2,    /* binary by nature: text shows every byte as \x */
	BYTES_CUT = 4,    /* there was more than data */
	BYTES_PATH = 8,   /* a path: never shortened */
	BYTES_PLAIN = 16, /* a word, not quoted */
	BYTES_TRIM = 64,  /* a NUL at the end is of no interest */
	BYTES_ABSTRACT = 32, /* a socket's name that is no file: data starts after its leading NUL */
};

struct bytes {
	const uint8_t *data;
	size_t len;
	uint32_t flags;
};

enum pointer_reason {
	POINTER_NULL,
	POINTER_PLAIN,      /* nothing is known of what it points to */
	POINTER_UNREADABLE, /* the memory could not be read */
	POINTER_SKIPPED,    /* it was not copied, or the options say not to follow it */
	POINTER_INVALID,    /* the call failed, so there is nothing behind it */
};

enum note {
	NOTE_FD,      /* after a descriptor: its path */
	NOTE_SOCKET,  /* after a descriptor: protocol and ends, such as "TCP:[127.0.0.1:80->...]" */
	NOTE_COMM,    /* after a pid */
	NOTE_DEVICE,  /* after NOTE_FD: what device it is */
	NOTE_DELETED, /* after NOTE_FD: the file has no name any more */
	NOTE_COMMENT, /* after any value: a remark */
	NOTE_NAME,    /* after change: the member's name once more, before the other value */
};

struct visitor;

struct visitor_ops {
	void (*resume)(struct visitor *v, unsigned nargs);            /* first of all: nargs arguments were shown before */
	void (*arg)(struct visitor *v, const char *name, bool shown); /* an argument starts; shown: its name is part of the text */
	void (*field)(struct visitor *v, const char *name);           /* a struct's field starts */
	void (*element)(struct visitor *v);                           /* an element of an array, set, call or result starts */
	void (*open)(struct visitor *v, enum group g, const char *name);
	void (*close)(struct visitor *v, enum group g);
	void (*more)(struct visitor *v);                              /* before close: some members are not shown */
	void (*change)(struct visitor *v);                            /* between the values before and after the call */
	void (*number)(struct visitor *v, const struct number *n);
	void (*bytes)(struct visitor *v, const struct bytes *b);
	void (*pointer)(struct visitor *v, uint64_t addr, enum pointer_reason why);
	void (*note)(struct visitor *v, enum note kind, const char *text, size_t len);
};

struct visitor {
	const struct visitor_ops *ops;
};

#endif
