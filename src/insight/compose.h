/*
 * The way back: a call's arguments from words as a trace shows them, by the descriptions. Numbers, symbols joined by '|', "strings" with C's
 * escapes (quotes may be left out), {field=value, ...}, [element, ...], NULL; further @N, room for N bytes, and @, room as large as it
 * has to be or, of a number, the length of the buffer that it belongs to.
 */
#ifndef RINGSIDE_INSIGHT_COMPOSE_H
#define RINGSIDE_INSIGHT_COMPOSE_H

#include <stdint.h>

struct arena;
struct call;
struct desc;

/*
 * Fills args[6] of a call of this machine's own ABI from n words; what pointers point to lies in `memory`, zeroed where nothing was said. Missing
 * words stand for arguments that have a condition (0) or that the kernel writes (@). 0, or -EINVAL after a diag_error() that names the argument.
 */
int compose_args(const struct desc *d, const struct call *c, char *const *words, unsigned n, struct arena *memory, uint64_t args[6]);

#endif
