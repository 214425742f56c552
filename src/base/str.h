/* Small string helpers. */
#ifndef RINGSIDE_BASE_STR_H
#define RINGSIDE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool str_starts(const char *s, const char *prefix);

/* Edit distance (insert, delete, replace, swap of neighbours), capped at 64-byte words. */
unsigned str_distance(const char *a, const char *b);

/*
 * The candidate nearest to `word`, or NULL when none is near enough (more than a third of its letters differ).
 * next(ctx, i) gives the i-th candidate or NULL at the end.
 */
const char *str_nearest(const char *word, const char *(*next)(const void *ctx, size_t i), const void *ctx);

/* A whole decimal, 0x or 0 number within [min, max]; 0 or -EINVAL / -ERANGE. */
int str_number(const char *s, int64_t min, int64_t max, int64_t *out);
/* As strtoll(3) takes a decimal: blanks and a sign may stand in front, nothing behind, and 010 is ten. */
int str_decimal(const char *s, int64_t min, int64_t max, int64_t *out);

/*
 * A time as strace has it: a number as strtod(3) takes it, but not in hex, then s, ms, us or ns (default us). Finite and not negative; what is beyond some
 * 30 years is that. In ns. 0 or -EINVAL.
 */
int str_time(const char *s, uint64_t *out_ns);

#endif
