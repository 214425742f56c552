/*
 * What calls, errors, signals and flags are, in words: the files of calls/about, which the program carries with it. The format is in calls/README.md.
 */
#ifndef RINGSIDE_DESC_ABOUT_H
#define RINGSIDE_DESC_ABOUT_H

#include <stdbool.h>
#include <stddef.h>

enum about_kind { ABOUT_CALL, ABOUT_ERRNO, ABOUT_SIGNAL, ABOUT_FLAG, ABOUT_KINDS };

/* An error that a call returns, and when. */
struct about_error {
	const char *name; /* "ENOENT" */
	const char *when;
};

struct about {
	enum about_kind kind;
	const char *name;
	const char *text;    /* sentences */
	const char *libc;    /* CALL: how programs reach it: "open(3), openat(3)"; NULL: by a function of its name */
	const char *see;     /* CALL: names of related ones, separated by spaces; or NULL */
	const char *tip;     /* CALL: what to mind when using it; or NULL */
	bool vdso;           /* CALL: there is a version that does not enter the kernel */
	const struct about_error *errors;
	size_t nerrors;
};

/* NULL when nothing is written of it. What it returns lives until the program ends. */
const struct about *about_find(enum about_kind kind, const char *name);
/* The i-th of all, or NULL: for tests and lists. */
const struct about *about_at(size_t i);

#endif
