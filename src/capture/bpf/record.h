/*
 * What our BPF programs and ebpf*.c share: layouts of maps and of ring records. Included by both, so only fixed-size types.
 */
#ifndef RINGSIDE_CAPTURE_BPF_RECORD_H
#define RINGSIDE_CAPTURE_BPF_RECORD_H

#include <linux/types.h>

#endif
