/*
 * What target.h keeps: maps of each object that looks at calls.
 */
#ifndef RINGSIDE_CAPTURE_BPF_TARGET_MAPS_H
#define RINGSIDE_CAPTURE_BPF_TARGET_MAPS_H

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "capture/bpf/target_config.h"

struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, struct mark);
} marks SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_CGROUP_ARRAY);
	__uint(max_entries, TARGET_CGROUPS_MAX);
	__uint(key_size, sizeof(__u32));
	__uint(value_size, sizeof(__u32));
} target_cgroups SEC(".maps");

/* Tasks that are not wanted, so that their calls cost next to nothing: target_aside_since(), at a place for several, of which the last one has it. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, TARGET_SLOTS);
	__type(key, __u32);
	__type(value, __u64);
} target_unwanted SEC(".maps");

/* What tasks are owed whose marks there was no memory for, as happens for a moment now and then: their first calls make up for it. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1 << TARGET_OWED_BITS);
	__type(key, __u32);
	__type(value, struct owed);
} target_owed SEC(".maps");

/* Sections of their own, so that user space finds them in whatever object they are. */
const volatile struct target_config target_config SEC(".rodata.target");
volatile struct target_state target_state SEC(".data.target") = {.generation = 1};

#endif
