/*
 * The capture plan: what to copy for a call, as flat rows. Derived from the types by descc; executed by every engine's copier,
 * each in its own way. Rows of one shape and ABI, parents before children. At most PLAN_ROWS_MAX.
 */
#ifndef RINGSIDE_DESC_PLAN_H
#define RINGSIDE_DESC_PLAN_H

#include <stdint.h>

#include "desc/table.h"

enum { PLAN_ROWS_MAX = 16, PLAN_DEPTH_MAX = 3 };

enum plan_kind {
	PLAN_CSTR,    /* bytes up to a NUL, at most cap */
	PLAN_BYTES,   /* count x unit bytes */
	PLAN_VECTOR,  /* pointers (abi_word bytes each) up to a NULL one; children are strings they point to */
	PLAN_FD,      /* copies nothing: the number at the base is a descriptor (4 bytes), wanted as BLOB_FD. In memory: count of them, unit bytes apart */
	PLAN_FD_RET,  /* the result is a descriptor, wanted as BLOB_FD when the call succeeded */
	PLAN_PID,     /* likewise a pid, wanted as BLOB_COMM */
	PLAN_FDSET,   /* likewise `unit` bytes, each set bit of which is a descriptor: bit 0 of the first number is descriptor 0 */
	PLAN_RIGHTS,  /* the parent's bytes are control messages: the descriptors of SCM_RIGHTS in them are wanted as BLOB_FD */
	PLAN_NETLINK, /* argument `slot` is a descriptor: if of a netlink socket, its protocol is wanted as BLOB_NETLINK */
};

enum plan_from {
	FROM_CONST, /* value */
	FROM_ARG,   /* argument `slot` */
	FROM_FIELD, /* the number of `size` bytes at `value` within the same parent element */
	FROM_RET,   /* the result; nothing is copied when it is an error */
	FROM_DEREF, /* the number of `size` bytes that argument `slot` points to, read in the row's phase */
	FROM_HEAD,  /* of a row of bytes: so many as the number of `size` bytes at `value` behind argument `slot` says, `each` bytes and `base` in all */
	FROM_BITS,  /* of argument `slot`, divided by 1 << shift, the bits of `value` */
};

struct plan_number {
	uint8_t from; /* enum plan_from */
	uint8_t slot;
	uint8_t size;
	uint8_t shift;  /* ARG: value is added, and the sum divided by 1 << shift */
	uint32_t value;
};

enum { PLAN_HAS_FILL = 1, PLAN_FILL_TOTAL = 2, PLAN_ALWAYS = 4, PLAN_IF_NETLINK = 16 };

struct plan_row {
	uint8_t phase;   /* enum phase (event.h): when to copy. Exit rows only when the result is no error, but see PLAN_ALWAYS */
	uint8_t kind;    /* enum plan_kind */
	int8_t parent;   /* row whose bytes hold the pointer, for each of its elements; -1: argument `slot` is the pointer */
	uint8_t slot;
	uint8_t flags;   /* PLAN_HAS_FILL: at most `fill` units too. PLAN_FILL_TOTAL: fill is a total over all elements of the parent, used up in order.
	                    PLAN_ALWAYS: an exit row wanted after failures too.
	                    PLAN_IF_NETLINK: only when a PLAN_NETLINK row of the call found one */
	uint32_t offset; /* of the pointer within an element of the parent */
	uint32_t unit;   /* bytes an element */
	struct plan_number count;
	struct plan_number fill;
	uint32_t cap;    /* most bytes in all; 0: the user's string limit */
	uint16_t base, each; /* FROM_HEAD */
};

#endif
