/*
 * What the kernel's own description of its types (BTF) tells of what it has. libbpf would read all of it anew for each object; that takes some 20 ms and many
 * pages, which the few questions that we have need not.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_TYPES_H
#define RINGSIDE_CAPTURE_EBPF_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct btf;
struct kernel_types;

/* Of the running kernel; opened once, never closed. NULL: it has none, or of a kind that is not known here. */
const struct kernel_types *kernel_types(void);
/* The id of a function that programs may call, or that stands for an iterator: one whose name begins with bpf_. 0: there is none. */
uint32_t kernel_types_function(const struct kernel_types *k, const char *name);
/* The id of the type that a tracepoint's probe has; 0: there is no such tracepoint. */
uint32_t kernel_types_tracepoint_id(const struct kernel_types *k, const char *name);
/* How many arguments programs at a tracepoint get, with the one that all have; 0: there is no such tracepoint. */
unsigned kernel_types_tracepoint(const struct kernel_types *k, const char *name);
/* The ids of n structs by their names; false when there is not one of each. */
bool kernel_types_structs(const struct kernel_types *k, const char *const *names, size_t n, uint32_t *ids);
/*
 * A file for bpf_object_open_opts.btf_custom_path: an excerpt of the kernel's types, by which programs are relocated. libbpf goes through all types for each name that
 * they refer to; the kernel has 150,000, and an excerpt some hundreds. It is opened before the object, filled before that is loaded, and closed after.
 */
struct types_file {
	int fd;
	char path[32]; /* empty: there can be none, as /proc is missing or the kernel's types are. libbpf finds its way without */
};

void types_file_open(struct types_file *f);
/* `wanted`: the object's types. Of the kernel's, those of the same names are taken (___WORD at their ends apart), and what these consist of. 0 or -errno. */
int types_file_fill(struct types_file *f, const struct btf *wanted);
void types_file_close(struct types_file *f);

#endif
