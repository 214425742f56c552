/*
 * Which tasks are targets. Programs include this; user space marks tasks by pidfd or by an iterator.
 */
#ifndef RINGSIDE_CAPTURE_BPF_TARGET_H
#define RINGSIDE_CAPTURE_BPF_TARGET_H

#include "capture/bpf/kernel.h"

#include <bpf/bpf_helpers.h>

#include "capture/bpf/record.h"

struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, struct mark);
} marks SEC(".maps");

/* The mark of a task whose calls are to be told, or NULL. */
static __always_inline struct mark *target_of(struct task_struct *task)
{
	struct mark *m = bpf_task_storage_get(&marks, task, 0, 0);

	return m && m->flags & (MARK_TARGET | MARK_LAUNCH) ? m : 0;
}

#endif
