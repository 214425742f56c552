/* Patterns of the shell over bytes that may be anything: `*` any number of them, `?` one, [a-z] [!a-z] one of some, `\` takes the next as it is. */
#ifndef RINGSIDE_FILTER_GLOB_H
#define RINGSIDE_FILTER_GLOB_H

#include <stdbool.h>
#include <stddef.h>

/* Whether all of the text matches. A '[' that nothing closes stands for itself. Time is at most length x length. */
bool glob_match(const char *pattern, size_t pattern_len, const void *text, size_t len);

#endif
