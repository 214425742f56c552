/*
 * What the kernel's own description of its types (BTF) tells of what it has. libbpf reads all of it anew for each object; that takes some 20 ms and many
 * pages, which questions of yes and no need not.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_TYPES_H
#define RINGSIDE_CAPTURE_EBPF_TYPES_H

#include <stdbool.h>

struct kernel_types;

/* Of the running kernel; opened once, never closed. NULL: it has none, or of a kind that is not known here. */
const struct kernel_types *kernel_types(void);
/* Whether it has a function that programs may call. */
bool kernel_types_function(const struct kernel_types *k, const char *name);
/* How many arguments programs at a tracepoint get, with the one that all have; 0: there is no such tracepoint. */
unsigned kernel_types_tracepoint(const struct kernel_types *k, const char *name);

#endif
