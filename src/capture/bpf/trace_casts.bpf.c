/*
 * The same programs for Linux 6.2 and newer, where names.h reads the kernel's memory by plain loads. They are another object, as to look in vain for
 * what these take is refused to those without CAP_SYS_ADMIN on older ones.
 */
#define KERNEL_CASTS
#include "capture/bpf/trace.bpf.c"
