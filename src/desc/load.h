/*
 * Descriptions added at run time (--describe FILE): the built-in sources, which the program carries with it, and the user's are
 * compiled together, by the parser and checker that build the program.
 */
#ifndef RINGSIDE_DESC_LOAD_H
#define RINGSIDE_DESC_LOAD_H

#include <stddef.h>

struct desc;

struct desc_source {
	const char *path;
	const char *text;
};

/* What the built-in tables were made from. */
extern const char desc_numbers[];
extern const struct desc_source desc_sources[];
extern const size_t desc_nsources;

/*
 * The built-in descriptions plus those of n files, which may replace declarations of the same name. Messages go to stderr, with
 * line and caret. Result: tables that live until the program ends, or NULL when anything was wrong.
 */
const struct desc *desc_load(char *const *paths, size_t n);

#endif
