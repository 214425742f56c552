/*
 * Statistics in the kernel: calls are counted under what was asked for, and no event is made of them. There are two sets of counters,
 * so that user space can empty one while the other is written to.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "capture/bpf/cast.h"
#include "capture/bpf/count.h"
#include "capture/bpf/kernel.h"
#include "capture/bpf/target.h"

enum { NR_I386_SOCKETCALL = 102, NR_I386_IPC = 117, NR_I386_MMAP = 90, NR_I386_SELECT = 82, NR_I386_EXECVE = 11, NR_I386_EXECVEAT = 358,
       NR_EXECVE = 59, NR_EXECVEAT = 322, X32_BIT = 0x40000000, ERRNO_MAX = 4095 };
enum { COUNT_X86_64, COUNT_I386, COUNT_X32 };

char LICENSE[] SEC("license") = "GPL";

const volatile struct count_config count_config SEC(".rodata.count");
struct count_state count_state SEC(".data.count") = {};

struct cells {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 1); /* key size and this are set by user space */
	__uint(key_size, sizeof(struct count_key));
	__uint(value_size, sizeof(struct count_cell));
} cells_0 SEC(".maps"), cells_1 SEC(".maps");

/* Which of them is written to. An update of such a map returns when no program looks at what was there before. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 1);
	__uint(key_size, sizeof(__u32));
	__array(values, struct cells);
} cells_now SEC(".maps") = {.values = {&cells_0}};

/* Those that come most often: the first to come to a place has it. Of each CPU, two sets. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1); /* when they are in use: two sets of 1 << COUNT_NEAR_BITS */
	__type(key, __u32);
	__type(value, struct count_near);
} near SEC(".maps");

static const struct count_cell no_cell;

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1 << COUNT_SLOT_BITS);
	__type(key, __u32);
	__type(value, struct count_slot);
} flights SEC(".maps");

static __always_inline struct count_slot *slot_at(__u64 key)
{
	__u32 at = target_place(key, COUNT_SLOT_BITS);

	return bpf_map_lookup_elem(&flights, &at);
}

/* The current task, whose slot that is, or which has none: NULL. To ask for it takes a call of a helper. */
static __always_inline struct task_struct *task_of(const struct count_slot *slot)
{
	if (!count_config.task_type)
		return bpf_get_current_task_btf();
	return bpf_rdonly_cast(slot ? (void *)slot->task : bpf_get_current_task_btf(), count_config.task_type);
}

/* Tasks: who comes and goes is looked at before who makes calls */

static __always_inline void see(struct mark *m)
{
	if (m->flags & MARK_SEEN)
		return;
	m->flags |= MARK_SEEN;
	__sync_fetch_and_add(&count_state.tasks, 1);
}

/* As if the task's slot had never been used: it has ended, or is new and has the stack of one whose end was not seen. */
static __always_inline void leave_slot(struct task_struct *task)
{
	__u64 key = target_key_of(task);
	struct count_slot *slot = slot_at(key);

	if (slot && slot->owner == key) {
		slot->generation = 0;
		slot->flight.enter_ns = 0;
		slot->owner = 0;
	}
}

SEC("tp_btf/sched_process_fork")
int BPF_PROG(on_fork, struct task_struct *parent, struct task_struct *child)
{
	leave_slot(child);
	struct mark *m = target_forked(parent, child);
	if (m)
		see(m);
	return 0;
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(on_end, struct task_struct *task)
{
	struct mark *m = target_mark(task);

	if (m && m->flags & MARK_SEEN)
		__sync_fetch_and_add(&count_state.gone, 1);
	leave_slot(task);
	return 0;
}

/* Entry */

static __always_inline bool is_wanted(__u32 abi, __u32 nr)
{
	nr &= ~X32_BIT;
	if (!count_config.some)
		return true;
	if (nr >= 1024 || abi >= COUNT_ABIS)
		return count_config.beyond;
	return count_config.wanted[abi][nr / 64] >> (nr % 64) & 1;
}

/* Calls of i386 that are many have a key, or 1; 0 when the arguments of the one within cannot be read: see base/abi.h. */
static __always_inline __u32 inner_key(__u32 nr, struct pt_regs *regs)
{
	__u32 key = 1, word;
	__u64 args = (__u32)regs->bx;

	if (nr == NR_I386_IPC)
		return regs->bx & 0x7fff;
	if (nr == NR_I386_SOCKETCALL) {
		key = regs->bx & 0x7fff;
		args = (__u32)regs->cx;
	} else if (nr != NR_I386_MMAP && nr != NR_I386_SELECT) {
		return 0;
	}
	return bpf_probe_read_user(&word, sizeof(word), (void *)args) ? 0 : key;
}

static __always_inline bool is_exec(__u32 abi, __u32 nr)
{
	return abi == COUNT_I386 ? nr == NR_I386_EXECVE || nr == NR_I386_EXECVEAT : nr == NR_EXECVE || nr == NR_EXECVEAT;
}

/*
 * CPU time: the kernel adds it up when a task goes off its CPU, and at ticks; what came since is the time since then by the clock of that CPU.
 * On another, which has a clock of its own, it is left out.
 */
static __always_inline __u64 cpu_spent(struct task_struct *task, const struct flight *f, __u64 wall_ns)
{
	__u32 cpu = bpf_get_smp_processor_id();
	__u64 sum_ns = task->se.sum_exec_runtime - f->sum_ns;
	__s64 spent_ns = cpu == f->cpu ? (__s64)(sum_ns - (task->se.exec_start - f->start_ns) + wall_ns) : (__s64)sum_ns;

	/* Clocks are read at different moments: a difference may be too little, and a little too much. */
	return spent_ns < 0 ? 0 : spent_ns > (__s64)wall_ns ? wall_ns : spent_ns;
}

/* Of a task that has no slot, or was not known to be watched when it last made a call; NULL: that one is not to be counted. */
static __attribute__((noinline)) struct flight *flight_first(struct pt_regs *regs, __u32 abi, __u32 nr)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct mark *m = target_of(task);
	__u64 key = target_key(regs);

	if (!m) {
		target_set_aside(task, regs);
		return 0;
	}
	see(m);
	if (m->flags & MARK_LAUNCH)
		return is_exec(abi, nr) ? &m->flight : 0;
	struct count_slot *slot = slot_at(key);
	struct flight *f = &m->flight;
	if (slot && target_claim(&slot->owner, key)) {
		slot->task = (__u64)task;
		slot->generation = target_config.uids || target_config.comms ? 0 : m->generation;
		f = &slot->flight;
	}
	return is_wanted(abi, nr) ? f : 0;
}

SEC("tp_btf/sys_enter")
int BPF_PROG(on_enter, struct pt_regs *regs, long id)
{
	if (target_is_aside(regs))
		return 0;
	__u64 key = target_key(regs);
	struct count_slot *slot = slot_at(key);
	if (slot && (slot->owner != key || slot->generation != target_state.generation))
		slot = 0;
	struct task_struct *task = task_of(slot);
	__u32 nr = (__u32)id;
	__u32 abi = task->thread_info.status & TS_COMPAT ? COUNT_I386 : nr & X32_BIT && nr != (__u32)-1 ? COUNT_X32 : COUNT_X86_64;
	struct flight *f;
	if (slot)
		f = is_wanted(abi, nr) ? &slot->flight : 0;
	else
		f = flight_first(regs, abi, nr);
	if (!f)
		return 0;
	f->abi = abi;
	f->nr = nr;
	f->inner = abi == COUNT_I386 ? inner_key(nr, regs) : 0;
	f->cpu = bpf_get_smp_processor_id();
	f->sum_ns = task->se.sum_exec_runtime;
	f->start_ns = task->se.exec_start;
	f->enter_ns = bpf_ktime_get_ns();
	return 0;
}

/* Exit */

/* `by` when v is not 0, without a branch: each would double the paths that the verifier walks. */
static __always_inline __u32 if_any(__u64 v, __u32 by)
{
	asm volatile("" : "+r"(v));
	return (__u32)((0 - v) >> 63) * by;
}

/* v is not 0. */
static __always_inline __u32 log2_of(__u64 v)
{
	__u32 n = if_any(v >> 32, 32);

	n += if_any(v >> n >> 16, 16);
	n += if_any(v >> n >> 8, 8);
	n += if_any(v >> n >> 4, 4);
	n += if_any(v >> n >> 2, 2);
	return n + if_any(v >> n >> 1, 1);
}

static __always_inline void add(struct count_cell *c, __u64 wall_ns, __u64 cpu_ns, __u32 sub, long ret)
{
	if (!c->max_ns || wall_ns < c->min_ns)
		c->min_ns = wall_ns;
	if (wall_ns > c->max_ns)
		c->max_ns = wall_ns;
	c->wall_ns += wall_ns;
	c->cpu_ns += cpu_ns;
	c->moved += ret > 0 ? ret : 0;
	c->subs[sub & (COUNT_SUBS - 1)]++;
}

/* NULL: its place is another one's. */
static __always_inline struct count_cell *near_cell(const struct count_key *key)
{
	__u64 number = *(const __u64 *)key;
	__u32 at = number * 0x9e3779b97f4a7c15 >> (64 - COUNT_NEAR_BITS) | (count_state.set & 1) << COUNT_NEAR_BITS;
	struct count_near *n = count_config.near ? bpf_map_lookup_elem(&near, &at) : 0;

	if (!n || (n->key && n->key != number + 1))
		return 0;
	n->key = number + 1;
	return &n->cell;
}

static __always_inline void count(const struct count_key *key, __u64 wall_ns, __u64 cpu_ns, __u32 sub, long ret)
{
	__u32 zero = 0;
	struct count_cell *c = near_cell(key);
	void *now = c ? 0 : bpf_map_lookup_elem(&cells_now, &zero);

	if (now)
		c = bpf_map_lookup_elem(now, key);
	if (now && !c) {
		if (!bpf_map_update_elem(now, key, &no_cell, BPF_NOEXIST))
			__sync_fetch_and_add(&count_state.cells, 1);
		c = bpf_map_lookup_elem(now, key);
	}
	if (c)
		add(c, wall_ns, cpu_ns, sub, ret);
	else
		__sync_fetch_and_add(&count_state.missed, 1);
}

/* Who has a slot has its calls there, but those that user space knew of before. */
static __always_inline struct count_slot *slot_of(__u64 key)
{
	struct count_slot *slot = slot_at(key);

	return slot && slot->owner == key ? slot : 0;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(on_exit, struct pt_regs *regs, long ret)
{
	if (target_is_aside(regs))
		return 0;
	struct count_slot *slot = slot_of(target_key(regs));
	struct mark *m = slot ? 0 : target_mark(bpf_get_current_task_btf());
	struct flight *f = slot ? &slot->flight : m ? &m->flight : 0;
	struct task_struct *task = task_of(slot);
	struct count_key key = {};

	if (!f || !f->enter_ns)
		return 0;
	__u64 wall_ns = bpf_ktime_get_ns() - f->enter_ns, cpu_ns = cpu_spent(task, f, wall_ns);
	f->enter_ns = 0;
	if (m && m->flags & MARK_LAUNCH) {
		if (ret)
			return 0; /* it could not be started: not its call */
		m->flags = (m->flags & ~MARK_LAUNCH) | MARK_TARGET;
		m->generation = 0;
		if (!is_wanted(f->abi, f->nr))
			return 0;
	}
	if (f->abi == COUNT_I386)
		ret = (__s32)ret;
	__u32 top = log2_of(wall_ns | 1);
	__u32 octave = top < COUNT_SUB_BITS ? 0 : top - COUNT_SUB_BITS + 1;
	key.nr = (__s32)(f->nr | (__u32)f->inner << COUNT_INNER_SHIFT);
	key.abi = f->abi;
	key.octave = octave;
	key.error = ret < 0 && ret >= -ERRNO_MAX ? -ret : 0;
	if (count_config.by_pid || count_config.by_tid) {
		__u64 ids = target_ids();
		key.pid = count_config.by_pid ? ids >> 32 : 0;
		key.tid = count_config.by_tid ? (__u32)ids : 0;
	}
	if (count_config.by_comm)
		bpf_get_current_comm(key.comm, sizeof(key.comm));
	count(&key, wall_ns, cpu_ns, octave ? wall_ns >> (octave - 1) : wall_ns, ret);
	return 0;
}

/* Iterators */

/* A byte for each task that was seen and has not ended. */
SEC("iter/task")
int living(struct bpf_iter__task *ctx)
{
	struct task_struct *task = ctx->task;
	struct mark *m = task ? bpf_task_storage_get(&marks, task, 0, 0) : 0;
	__u8 one = 1;

	if (m && m->flags & MARK_SEEN && !(task->flags & PF_EXITING))
		bpf_seq_write(ctx->meta->seq, &one, sizeof(one));
	return 0;
}

/* Calls in progress, for whoever reads the iterator. */
SEC("iter/task")
int in_flight(struct bpf_iter__task *ctx)
{
	struct task_struct *task = ctx->task;
	struct count_flight told = {};

	if (!task)
		return 0;
	struct count_slot *slot = slot_of(target_key_of(task));
	struct mark *m = slot ? 0 : target_mark(task);
	struct flight *f = slot ? &slot->flight : m ? &m->flight : 0;
	if (!f || !f->enter_ns || (m && m->flags & MARK_LAUNCH))
		return 0;
	__u64 ids = target_ids_of(task);
	told.pid = ids >> 32;
	told.tid = (__u32)ids;
	told.nr = f->nr | (__u32)f->inner << COUNT_INNER_SHIFT;
	told.abi = f->abi;
	told.enter_ns = f->enter_ns;
	bpf_probe_read_kernel_str(told.comm, sizeof(told.comm), task->comm);
	bpf_seq_write(ctx->meta->seq, &told, sizeof(told));
	return 0;
}
