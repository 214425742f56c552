/*
 * The kernel's bpf_rdonly_cast() (Linux 6.2): a pointer of that type, whatever it is, so that what lies there is read by a plain load. Programs call a helper that there
 * is not, of this number; ebpf_program.c has the kernel's function called in its place. Shared with that.
 */
#ifndef RINGSIDE_CAPTURE_BPF_CAST_H
#define RINGSIDE_CAPTURE_BPF_CAST_H

#include <linux/types.h>

enum { KERNEL_CAST = 0x7fca57 };

#ifdef __bpf__
static void *(*const bpf_rdonly_cast)(const void *pointer, __u32 type) = (void *)KERNEL_CAST;
#endif

#endif
