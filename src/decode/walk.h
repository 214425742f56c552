/*
 * Decoding: a pure function of event, tables and options that drives a visitor. It never reads the tracee.
 */
#ifndef RINGSIDE_DECODE_WALK_H
#define RINGSIDE_DECODE_WALK_H

#include "decode/value.h"
#include "event/event.h"

struct decode_opts {
	const struct desc *desc;
	bool verbose;        /* all fields and elements (-v, -e abbrev=none) */
	bool follow;         /* show what pointers point to (off: -e verbose=none) */
	bool raw;            /* arguments as plain hex numbers (-e raw) */
	/* The name of a network interface, in buf (IF_NAMESIZE bytes) or NULL. NULL: interfaces are shown by number. */
	char *(*ifname)(unsigned index, char *buf);
	bool index_numbers;  /* members that are named by their index have the number as name, parts of a number theirs (-X raw, verbose) ... */
	bool index_names;    /* ... and the name as a remark, or alone */
	uint32_t max_string; /* -s: bytes of a string, elements of an abbreviated array */
};

enum decode_part {
	DECODE_ALL,   /* every argument */
	DECODE_ENTRY, /* what is known before the call is done: up to the first argument that needs exit data */
	DECODE_EXIT,  /* the rest */
};

/* Arguments of a CALL or ENTERED event. */
void decode_args(const struct decode_opts *o, const struct event *e, enum decode_part part, struct visitor *v);
/* The result of a CALL with OUTCOME_OK or OUTCOME_ERROR: a number; what it means beyond that, as GROUP_RESULT. Errors are the sink's to show. */
void decode_result(const struct decode_opts *o, const struct event *e, struct visitor *v);
/* The struct that a virtual CPU shared before or after the call, which has a BLOB_VCPU of that phase. */
void decode_vcpu(const struct decode_opts *o, const struct event *e, enum phase phase, struct visitor *v);
/* The siginfo of a SIGNAL event. */
void decode_siginfo(const struct decode_opts *o, const struct event *e, struct visitor *v);
/* "SIGINT", "SIGRT_3", or NULL when there is no such signal; buf has room for 16 bytes. */
const char *decode_signal_name(const struct desc *d, unsigned signo, char *buf);
/* "ENOENT", or NULL; kernel-internal ERESTART* included. */
const char *decode_errno_name(const struct desc *d, unsigned err);

#endif
