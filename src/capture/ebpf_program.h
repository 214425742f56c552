/*
 * How the programs of an object come to the kernel. libbpf would look in all of the kernel's types, and read them anew for each object, for what a program's tracepoint
 * is, and the kernel's functions that it calls. kernel_types() has these already.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_PROGRAM_H
#define RINGSIDE_CAPTURE_EBPF_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bpf_link;
struct bpf_program;

/* To be called before objects are opened: from then on sections tp_btf/ and iter/ are ours. Where the kernel's types are not known, libbpf keeps them. */
void programs_take(void);
/* The ids of n structs that programs may cast to (bpf/cast.h); false: this kernel has no such cast, or not one of each. */
bool program_casts(const char *const *names, size_t n, uint32_t *ids);
/* As bpf_program__attach(3): NULL with errno. */
struct bpf_link *program_attach(struct bpf_program *program);

#endif
