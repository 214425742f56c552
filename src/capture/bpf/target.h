/*
 * Which tasks are watched, decided in the kernel: for every BPF program that looks at calls. Included by each object once, which then
 * has maps and configuration of its own; capture/ebpf_target.c fills them.
 *
 * Places add up: a task is watched when it was named (or one that it descends from), when its cgroup is, or when all are. Names and
 * users narrow that. The verdict on a task is kept in its storage and made again when something that it came from has changed: its
 * name, a cgroup, what user space asks for. It is made at the task's own calls, so for `current` only.
 */
#ifndef RINGSIDE_CAPTURE_BPF_TARGET_H
#define RINGSIDE_CAPTURE_BPF_TARGET_H

#include <stdbool.h>

#include <linux/bpf.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "capture/bpf/kernel.h"
#include "capture/bpf/target_config.h"
#include "capture/bpf/target_maps.h"

static __always_inline struct mark *target_mark(struct task_struct *task)
{
	return task ? bpf_task_storage_get(&marks, task, 0, 0) : 0;
}

/*
 * What tells tasks apart that live: where the registers of a task in a call are, at the end of its stack. It takes no call of a helper. As a distance to something,
 * since a difference is all that the verifier lets a pointer be made a number by.
 */
static __always_inline __u64 target_key(const struct pt_regs *regs)
{
	__u64 key = (__u64)regs;

	asm volatile("%0 -= %1" : "+r"(key) : "r"(&target_config));
	return key;
}

/* The same of any task. */
static __always_inline __u64 target_key_of(struct task_struct *task)
{
	return target_key((struct pt_regs *)bpf_task_pt_regs(task));
}

/* A place among 1 << bits for who has that key: stacks lie at regular distances. */
static __always_inline __u32 target_place(__u64 key, __u32 bits)
{
	return key / TARGET_STACK * 0x9e3779b97f4a7c15 >> (64 - bits);
}

/* Whether a place that is for one task at a time is that one's: it was, or nobody had it. */
static __always_inline bool target_claim(__u64 *owner, __u64 key)
{
	return *owner == key || (!*owner && !__sync_val_compare_and_swap(owner, 0, key));
}

/* The place for what is owed to a task with that key. */
static __always_inline struct owed *target_owed_at(__u64 key)
{
	__u32 at = target_place(key, TARGET_OWED_BITS);

	return bpf_map_lookup_elem(&target_owed, &at);
}

/* The flags that a task is owed, and no longer is. */
static __always_inline __u32 target_owed_to(struct task_struct *task)
{
	__u64 key = target_key_of(task);
	struct owed *o = target_state.owed ? target_owed_at(key) : 0;

	if (!o || o->owner != key)
		return 0;
	__u32 flags = o->flags;
	o->owner = 0;
	__sync_fetch_and_add(&target_state.owed, -1);
	return flags;
}

static __always_inline void target_owe(struct task_struct *task, __u32 flags)
{
	__u64 key = target_key_of(task);
	struct owed *o = target_owed_at(key);

	if (!o || !target_claim(&o->owner, key)) {
		__sync_fetch_and_add(&target_state.unmarked, 1);
		return;
	}
	o->flags = flags;
	__sync_fetch_and_add(&target_state.owed, 1);
}

/* When the kernel has none at hand, it gets some at once: the second time it mostly has. */
static __always_inline struct mark *target_mark_make(struct task_struct *task)
{
	struct mark *m = bpf_task_storage_get(&marks, task, 0, BPF_LOCAL_STORAGE_GET_F_CREATE);

	return m ? m : bpf_task_storage_get(&marks, task, 0, BPF_LOCAL_STORAGE_GET_F_CREATE);
}

/* Of a task that has none, the current one. */
static __always_inline struct mark *target_mark_new(struct task_struct *task)
{
	struct mark *m = target_mark_make(task);

	if (m)
		m->flags |= target_owed_to(task);
	else
		__sync_fetch_and_add(&target_state.unmarked, 1);
	return m;
}

static __always_inline __u64 *target_slot(__u64 key)
{
	__u32 at = key / TARGET_STACK % TARGET_SLOTS;

	return bpf_map_lookup_elem(&target_unwanted, &at);
}

/* What its place holds when it is not wanted, by a verdict of that generation: no other generation's, nor 0. */
static __always_inline __u64 target_aside_since(__u64 key, __u32 generation)
{
	return key ^ generation * 0x9e3779b97f4a7c15;
}

/* Whether it has been set aside. False says nothing. */
static __always_inline bool target_is_aside(const struct pt_regs *regs)
{
	__u64 key = target_key(regs), *slot = target_slot(key);

	return slot && *slot == target_aside_since(key, target_state.generation);
}

/* The next time that it makes a call, target_is_aside() knows: when its verdict is that it is not wanted, but for the user, who may change. */
static __always_inline void target_set_aside(struct task_struct *task, const struct pt_regs *regs)
{
	struct mark *m = target_mark(task);
	__u64 key = target_key(regs), *slot = target_slot(key);

	if (slot && m && !m->wanted)
		*slot = target_aside_since(key, m->generation);
}

/* What was known of it is not so any more, or of the task that had its stack before. */
static __always_inline void target_forget(struct task_struct *task)
{
	__u64 key = target_key_of(task), *slot = target_slot(key);

	if (slot && *slot == target_aside_since(key, target_state.generation))
		*slot = 0;
}

/* What a task's process, and those that it comes from say about it. */
static __always_inline __u32 target_family(struct task_struct *task)
{
	struct mark *m = target_mark(task->group_leader);

	if (m && m->flags & MARK_GROUP)
		return m->flags & MARK_INHERITED;
	if (!target_config.trees)
		return 0;
	struct task_struct *ancestor = task->real_parent;
	for (int i = 0; i < TARGET_ANCESTORS_MAX && ancestor; i++) {
		m = target_mark(ancestor->group_leader);
		if (m && m->flags & MARK_TREE)
			return m->flags & MARK_INHERITED;
		ancestor = ancestor->real_parent;
	}
	return 0;
}

static __always_inline bool target_in_cgroup(void)
{
	bool in = false;

	for (__u32 i = 0; i < TARGET_CGROUPS_MAX; i++)
		in = in || (i < target_config.cgroups && bpf_current_task_under_cgroup(&target_cgroups, i) == 1);
	return in;
}

/* All patterns are one automaton: a bit for each of their characters, set when what came so far can be followed by it. */
static __always_inline bool target_comm_fits(void)
{
	__u64 state = target_config.comm_first;
	char comm[16];

	if (bpf_get_current_comm(comm, sizeof(comm)))
		return false;
	for (int i = 0; i < 16 && comm[i]; i++) {
		__u64 taken = state & target_config.comm_match[(__u8)comm[i]];
		/* A star is left by the empty string, and stays when it takes a character. */
		state = (taken & ~target_config.comm_stars) << 1 | (taken & target_config.comm_stars);
		state |= (state & target_config.comm_stars) << 1;
	}
	return state & target_config.comm_last;
}

static __always_inline bool target_in_place(__u32 flags)
{
	return target_config.system || flags & MARK_TARGET || (target_config.cgroups && target_in_cgroup());
}

/* A thread that the kernel has made for io_uring: no call, start or end of it is the program's. */
static __always_inline bool target_is_worker(struct task_struct *task)
{
	return task->flags & (PF_IO_WORKER | PF_USER_WORKER);
}

/* What a task is called in our pid namespace; 0: nothing, as it is outside of it. */
static __always_inline __u32 target_pid_of(struct task_struct *task)
{
	if (!target_config.in_ns)
		return BPF_CORE_READ(task, pid);
	struct pid *pid = BPF_CORE_READ(task, thread_pid);
	void *numbers = (void *)pid + bpf_core_field_offset(struct pid, numbers);
	__u32 level = BPF_CORE_READ(pid, level), found = 0;

	for (__u32 i = 0; i < TARGET_PID_LEVELS && i <= level; i++) {
		struct upid *upid = numbers + i * bpf_core_type_size(struct upid);
		if (BPF_CORE_READ(upid, ns, ns.inum) == target_config.ns_ino)
			found = BPF_CORE_READ(upid, nr);
	}
	return found;
}

/* Process and thread of a task: tgid << 32 | pid. */
static __always_inline __u64 target_ids_of(struct task_struct *task)
{
	return (__u64)target_pid_of(BPF_CORE_READ(task, group_leader)) << 32 | target_pid_of(task);
}

/* Those of the current one. */
static __always_inline __u64 target_ids(void)
{
	return target_config.in_ns ? target_ids_of(bpf_get_current_task_btf()) : bpf_get_current_pid_tgid();
}

/* Of the current task. A function of its own, as the verifier takes a millisecond for each pointer that leads to another task. */
__attribute__((noinline)) int target_decide(struct mark *m)
{
	struct task_struct *task = bpf_get_current_task_btf();

	if (!m)
		return 0;
	m->generation = target_state.generation;
	if (!(m->flags & MARK_SAID))
		m->flags |= target_family(task);
	m->wanted = m->flags & MARK_LAUNCH ||
		    (!target_is_worker(task) && !(m->flags & MARK_NEVER) && target_in_place(m->flags) && (!target_config.comms || target_comm_fits()) &&
		     (!target_config.in_ns || target_pid_of(task)));
	return 0;
}

static __always_inline bool target_uid_fits(void)
{
	__u32 uid = (__u32)bpf_get_current_uid_gid();
	bool fits = false;

	for (__u32 i = 0; i < TARGET_UIDS_MAX; i++)
		fits = fits || (i < target_config.uids && target_config.uid[i] == uid);
	return fits;
}

/* Its mark with a verdict. `task` is the current one. */
static __always_inline struct mark *target_judged(struct task_struct *task)
{
	struct mark *m = target_mark(task);

	if (m && m->generation == target_state.generation)
		return m;
	if (!m)
		m = target_mark_new(task);
	if (m)
		target_decide(m);
	return m;
}

/* The mark of the current task, when its calls are to be told; or NULL. */
static __always_inline struct mark *target_of(struct task_struct *task)
{
	struct mark *m = target_judged(task);

	return m && m->wanted && (!target_config.uids || target_uid_fits()) ? m : 0;
}

/*
 * To be called for every task that is made: `child`, by `parent`, the current one. It inherits what was said of that one's descendants.
 * The mark of a child whose calls are to be told, as far as that is known before it runs: cgroup, name and user are its parent's. Or NULL.
 */
static __always_inline struct mark *target_forked(struct task_struct *parent, struct task_struct *child)
{
	target_forget(child);
	target_owed_to(child); /* who had that stack before has ended */
	struct mark *m = target_judged(parent);
	__u32 flags = m && m->flags & MARK_FOLLOW ? m->flags & MARK_INHERITED : 0;
	bool wanted = m && (flags & MARK_TARGET || target_config.system || target_config.cgroups) && target_of(parent);

	if (!flags && !wanted)
		return 0;
	m = target_mark_make(child);
	if (!m && flags)
		target_owe(child, flags);
	if (!m)
		return 0;
	m->flags |= flags;
	return wanted ? m : 0;
}

/* A name is about to change. */
SEC("tp_btf/task_rename")
int BPF_PROG(target_renamed, struct task_struct *task)
{
	struct mark *m = target_config.comms ? target_mark(task) : 0;

	target_forget(task);
	if (m)
		m->generation = 0;
	return 0;
}

/* A process has moved; which threads of it had verdicts is not told. */
SEC("tp_btf/cgroup_attach_task")
int target_moved(void *ctx)
{
	if (target_config.cgroups)
		__sync_fetch_and_add(&target_state.generation, 1);
	return 0;
}

#endif
