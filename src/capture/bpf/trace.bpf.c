/*
 * The programs of the eBPF engine: a call's entry and exit, and what else happens to a task. They tell of targets only (target.h); what a
 * call's memory holds is copy.h's business.
 *
 * A call's record is built in the task's own storage, from its entry on, and handed over at its exit.
 */
#include <stdbool.h>

#include <linux/bpf.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "capture/bpf/copy.h"
#include "capture/bpf/inner.h"
#include "capture/bpf/kernel.h"
#include "capture/bpf/notes.h"
#include "capture/bpf/pressure.h"
#include "capture/bpf/record.h"
#include "capture/bpf/target.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL"; /* helpers that read memory ask for one that the kernel counts as GPL */

enum { NATIVE, I386, X32 }; /* enum abi */

/* Records */

/* An event that is no call's, of the task that `c` belongs to; its ids are set. Only that task, or who makes it, counts its events. */
static __always_inline void record_begin(struct record *r, struct call *c, __u8 kind)
{
	if (c && kind != RECORD_START)
		hand_over_owed(c);
	r->kind = kind;
	r->enter_ns = bpf_ktime_get_ns();
	r->seq = c ? ++c->seq : 0;
}

static __always_inline void ids_of_current(struct record *r)
{
	__u64 ids = target_ids();

	r->pid = ids >> 32;
	r->tid = (__u32)ids;
}

/* Where a task has its calls */

static __always_inline struct call *call_slot(__u64 key)
{
	__u32 at = target_place(key, CALL_SLOT_BITS);

	return bpf_map_lookup_elem(&call_slots, &at);
}

/* NULL: nowhere. */
static __always_inline struct call *call_find(struct task_struct *task)
{
	__u64 key = target_key_of(task);
	struct call *c = call_slot(key);

	return c && c->owner == key ? c : bpf_task_storage_get(&calls, task, 0, 0);
}

/* For a task that has none yet. NULL: there is no memory. */
static __always_inline struct call *call_make(struct task_struct *task)
{
	__u64 key = target_key_of(task);
	struct call *c = call_slot(key);

	if (!c || !target_claim(&c->owner, key))
		return bpf_task_storage_get(&calls, task, 0, BPF_LOCAL_STORAGE_GET_F_CREATE);
	c->task = (__u64)task;
	return c;
}

/* What it has, or gets; NULL: there is no memory, and an event is lost. */
static __always_inline struct call *call_of(struct task_struct *task)
{
	struct call *c = call_find(task);

	c = c ? c : call_make(task);
	if (!c)
		__sync_fetch_and_add(&trace_state.untold, 1);
	return c;
}

/* The task has ended; or it is new, and its stack is one of a task whose end was not seen. Its slot is as if it had never been used. */
static __always_inline void call_leave_slot(struct task_struct *task)
{
	__u64 key = target_key_of(task);
	struct call *c = call_slot(key);

	if (!c || c->owner != key)
		return;
	c->gen |= 1;
	__builtin_memset((void *)&c->seq, 0, offsetof(struct call, data) - offsetof(struct call, seq));
	c->gen++;
	asm volatile("" ::: "memory");
	c->owner = 0;
}

/* Calls */

static __always_inline __u8 abi_by(__u32 status, __u64 nr)
{
	if (status & TS_COMPAT)
		return I386;
	return nr & 0x40000000 && !(nr >> 32) ? X32 : NATIVE;
}

static __always_inline __u8 abi_of(struct task_struct *task, __u64 nr)
{
	return abi_by(task->thread_info.status, nr);
}

static __always_inline struct call_row *call_row_of(__u8 abi, __u64 nr)
{
	__u32 at = nr & ~0x40000000ull;

	if (abi != X32)
		at = nr;
	if (at >= CALL_NUMBERS)
		return 0;
	at += abi * CALL_NUMBERS;
	return bpf_map_lookup_elem(&numbers, &at);
}

/* A call that nobody wants, whoever makes it: of most, when some are wanted, this is all that they cost. */
static __always_inline bool is_nowhere(__u64 id)
{
	struct call_row *row = trace_config.some_calls && id < CALL_NUMBERS ? call_row_of(NATIVE, id) : 0;

	return row && row->flags & CALL_NOWHERE;
}

/* The same, of the ABI that it is of. Of an execve the number at its exit may be another ABI's than at its entry. */
static __always_inline bool is_unwanted(struct task_struct *task, __u64 id)
{
	__u8 abi = abi_of(task, id);
	__u64 nr = abi == I386 ? (__u32)id : id;
	struct call_row *row = trace_config.some_calls ? call_row_of(abi, nr) : 0;

	return row && !(row->flags & (CALL_WANTED | CALL_EXECVE)) && !has_inner(abi, nr);
}

#include "capture/bpf/stack.inc"

/* Registers as they were at entry; the kernel keeps them until the exit. */
static __always_inline void take_registers(struct record *h, struct pt_regs *regs)
{
	if (h->abi == I386) {
		h->args[0] = (__u32)regs->bx;
		h->args[1] = (__u32)regs->cx;
		h->args[2] = (__u32)regs->dx;
		h->args[3] = (__u32)regs->si;
		h->args[4] = (__u32)regs->di;
		h->args[5] = (__u32)regs->bp;
	} else {
		h->args[0] = regs->di;
		h->args[1] = regs->si;
		h->args[2] = regs->dx;
		h->args[3] = regs->r10;
		h->args[4] = regs->r8;
		h->args[5] = regs->r9;
	}
	h->ip = regs->ip;
	h->sp = regs->sp;
}

/* The first is empty: NULL. */
static __always_inline struct copy_plan *plan_at(__u32 plan)
{
	return plan ? bpf_map_lookup_elem(&plans, &plan) : 0;
}

/* 1 + the plan of a case; 0: there is no such case. */
__attribute__((noinline)) __u32 plan_of_case(__u64 value, __u32 of)
{
	__u32 hash = case_hash(value, of);

	for (__u32 i = 0; i < CASE_PROBES; i++) {
		__u32 at = (hash + i) & trace_config.case_mask;
		struct call_case *c = bpf_map_lookup_elem(&cases, &at);
		if (!c || !c->plan)
			return 0;
		if (c->value == value && c->of == of)
			return c->plan;
	}
	return 0;
}

/* The plan of cases that are known by some bits of an argument; the one that is there without any, when there is none. */
__attribute__((noinline)) int plan_of_masks(__u64 arg, __u32 nr, __u32 abi, __u32 plan)
{
	for (__u32 i = 0; i < CASE_MASKS && trace_config.masks[i]; i++) {
		__u32 chosen = plan_of_case(arg & trace_config.masks[i], case_of(nr, abi, i + 1));
		if (chosen)
			return (int)(chosen - 1);
	}
	return (int)plan;
}

static __always_inline struct copy_plan *plan_of(struct call *c, const struct call_row *row)
{
	__u32 plan = row->plan;

	if (row->flags & CALL_SELECT) {
		__u64 value = (c->head.args[bounded(row->slot, 7) < 6 ? bounded(row->slot, 7) : 0] & row->mask) >> (row->shift & 63);
		__u32 chosen = plan_of_case(value, case_of(c->head.nr, c->head.abi, 0));
		if (chosen)
			plan = chosen - 1;
		else if (row->flags & CALL_MASKS)
			plan = plan_of_masks(value, c->head.nr, c->head.abi, plan);
	}
	c->head.plan = plan;
	return plan_at(plan);
}

/* How much of a string or buffer is copied while the ring fills. 0: as much as wanted. */
static __always_inline __u32 how_much(void)
{
	__u64 fill = ring_fill(), begin = trace_config.degrade_at;

	return fill < begin ? 0 : fill < begin + begin / 2 ? DEGRADED_FIRST : DEGRADED_LAST;
}

/*
 * When the call begins. To read the clock takes a fifth of what it costs to tell of a trivial call. Where nobody wants to know, it is as of user space's last look at
 * the ring, and by the lower bits another one for each of the task's calls.
 */
static __always_inline __u64 call_time(const struct call *c)
{
	return trace_config.timeless ? (ring_state.now_ns & ~0xffffull) | (__u16)(c->gen >> 1) : bpf_ktime_get_ns();
}

static __always_inline void call_begin(struct call *c, struct pt_regs *regs, __u8 abi, __u64 nr)
{
	struct record *h = &c->head;

	c->due = h->abi != abi; /* a line may tell of that */
	h->kind = RECORD_CALL;
	h->abi = abi;
	h->flags = 0;
	h->bytes = 0;
	h->nblobs = 0;
	h->plan = 0;
	if (!h->tid) /* they stay, but on_exec() */
		ids_of_current(h);
	h->nr = nr;
	take_registers(h, regs);
	h->enter_ns = call_time(c);
	c->fresh = 0;
	c->result_at = 0;
	if (trace_config.degrade_at)
		c->cut_to = how_much();
	if (trace_config.own_comm)
		note_own_comm(c);
	if (trace_config.cpu_time) {
		struct task_struct *task = bpf_get_current_task_btf();
		c->ran_ns = task->se.sum_exec_runtime;
		c->ran_at_ns = task->se.exec_start;
		c->cpu = bpf_get_smp_processor_id();
	}
}

/*
 * CPU time since the entry. The scheduler's sum is of the moment exec_start; the clock of that is the CPU's own, so that on another one the part
 * behind it cannot be told.
 */
static __always_inline __u64 cpu_spent(struct call *c)
{
	struct task_struct *task = bpf_get_current_task_btf();
	__s64 spent = task->se.sum_exec_runtime - c->ran_ns, wall = c->head.exit_ns - c->head.enter_ns;

	if (c->cpu == bpf_get_smp_processor_id())
		spent += wall - (__s64)(task->se.exec_start - c->ran_at_ns);
	return spent < 0 ? 0 : spent > wall ? wall : spent;
}

static __always_inline void call_entry(struct call *c, const struct call_row *row)
{
	struct copy_plan *p = plan_of(c, row);

	if (!p)
		return;
	c->spills = 1;
	c->parents = p->parents[0] | (p->joined ? p->parents[1] : 0);
	plan_enter(c, p);
}

/* Whether it has a descriptor that is wanted, or may have. */
static __always_inline bool fds_fit(const struct call *c, const struct call_row *row)
{
	bool fits = !row || row->flags & (CALL_TELLS | CALL_FDS);

	for (__u32 i = 0; i < 6 && row; i++) {
		__u32 fd = c->head.args[i];
		if (row->fds >> i & 1 && (__s32)fd >= 0)
			fits |= fd >= FD_NUMBERS || trace_config.only_fds[fd / 64 % (FD_NUMBERS / 64)] >> (fd % 64) & 1;
	}
	return fits;
}

/*
 * What of a call's beginning is more than its registers; false when it is not to be told. As are the other functions that both a task's slot and its storage come to,
 * one for itself, which the verifier goes through once.
 */
__attribute__((noinline)) int call_more(struct call *c, const struct call_row *row, __u8 inner)
{
	if (!c)
		return 0;
	if (inner) {
		if (call_unpack(c))
			row = call_row_of(c->head.abi, c->head.nr);
		if (row && !(row->flags & CALL_WANTED))
			return 0;
	}
	if (trace_config.some_fds && !c->due && !fds_fit(c, row))
		return 0;
	c->ends = row ? row->ends : 0;
	if (row)
		call_entry(c, row);
	if (trace_config.stacks && row && row->flags & CALL_LEAVES && !(c->head.flags & RECORD_LAUNCH))
		call_stack(c, 0);
	return 1;
}

static __always_inline __u32 status_of(const struct call *c)
{
#ifdef KERNEL_CASTS
	if (c->task)
		return kernel_cast(struct task_struct, c->task)->thread_info.status;
#endif
	return bpf_get_current_task_btf()->thread_info.status;
}

/* Begins a call of the current task, where that has its calls; false when it is not to be told. A number beyond the table is wanted: it has no row. */
static __always_inline bool call_take(struct call *c, struct pt_regs *regs, __u64 id, __u16 flags)
{
	__u8 abi = abi_by(status_of(c), id);
	__u64 nr = abi == I386 ? (__u32)id : id;
	struct call_row *row = call_row_of(abi, nr);
	bool inner = has_inner(abi, nr), taken = true;

	if ((row && !inner && !(row->flags & CALL_WANTED)) || (flags & RECORD_LAUNCH && !(row && row->flags & CALL_EXECVE)))
		return false;
	c->gen++;
	hand_over_owed(c);
	call_begin(c, regs, abi, nr);
	c->head.flags = flags;
	c->ends = 0;
	if (inner || trace_config.some_fds || (row && (row->plan || row->ends || row->flags & (CALL_SELECT | CALL_LEAVES))))
		taken = call_more(c, row, inner);
	c->active = taken;
	c->gen++;
	return taken;
}

/*
 * Where a task has its calls that has no slot, or was not known to be a target when it last made one; NULL when the call that begins is not to be told. When there
 * is no memory, its end is another chance, and counts.
 */
static __attribute__((noinline)) struct call *call_first(struct pt_regs *regs, long id)
{
	struct task_struct *task = bpf_get_current_task_btf();

	if (is_unwanted(task, id))
		return 0;
	struct call *c = call_find(task);
	if (c && c->judged == target_state.generation)
		return c;
	struct mark *m = target_of(task);
	if (!m) {
		target_set_aside(task, regs);
		return 0;
	}
	c = c ? c : call_make(task);
	if (!c)
		return 0;
	c->launch = (m->flags & MARK_LAUNCH) != 0;
	c->judged = c->launch || target_config.uids || target_config.comms ? 0 : m->generation;
	return c;
}

SEC("tp_btf/sys_enter")
int BPF_PROG(on_enter, struct pt_regs *regs, long id)
{
	if (is_nowhere(id))
		return 0;
	__u64 key = target_key(regs);
	struct call *c = call_slot(key);
	if (!c || c->owner != key || c->judged != target_state.generation)
		c = target_is_aside(regs) ? 0 : call_first(regs, id);
	if (!c)
		return 0;
	if (call_take(c, regs, id, c->launch ? RECORD_LAUNCH : 0) && trace_config.announce && !trace_state.entered)
		trace_state.entered = 1;
	return 0;
}

/* Where the task has its calls, when the entry of one was not seen that is to be told: seccomp decided on it, or it began before the task was watched. */
static __always_inline struct call *call_unentered(struct task_struct *task, struct call *c, struct pt_regs *regs)
{
	struct mark *m = target_of(task);

	if (!m || m->flags & MARK_LAUNCH)
		return 0;
	c = c ? c : call_of(task);
	if (!c)
		return 0;
	if (c->newborn) { /* the other end of the call that made it */
		c->newborn = 0;
		return 0;
	}
	return (long)regs->orig_ax < 0 ? 0 : c;
}

/* Where it is in memory: shmat's by ipc(2). */
static __always_inline void fetch_result(struct call *c)
{
	__u32 result;

	if (bpf_probe_read_user(&result, sizeof(result), (void *)c->result_at))
		c->head.flags |= RECORD_NO_RESULT;
	else
		c->head.ret = result;
}

/* Killed while it waited in the call: what that would return is seen by nobody, a ptracer included. */
static __always_inline bool is_killed(long ret)
{
	bool interrupted = ret == -4 || (ret <= -512 && ret >= -516); /* EINTR, ERESTARTSYS to ERESTART_RESTARTBLOCK */

	return interrupted && bpf_get_current_task_btf()->pending.signal.sig[0] >> (9 - 1) & 1;
}

/*
 * Whether filters leave out a call that ends like this. What user space knows of already it is also told the end of, and of what its calls say of a
 * task: RESTARTBLOCK is for the restart_syscall(2) to come.
 */
static __always_inline bool is_left_out(const struct call *c, bool failed)
{
	__u32 at = c->ends;
	struct call_ends *e = at ? bpf_map_lookup_elem(&ends, &at) : 0;
	__u64 error = failed ? -c->head.ret : 0, ns = c->head.exit_ns - c->head.enter_ns;
	__s64 ret = failed ? -1 : c->head.ret;

	if (!e || c->due || c->looked || error == 516 || c->head.flags & ~(RECORD_STACKED | RECORD_DEGRADED | RECORD_PARTED))
		return false;
	for (__u32 i = 0; i < END_BOXES; i++) {
		struct end_box *b = &e->box[i];
		if (i < e->n && b->errors[error / 64 % (END_ERRORS / 64)] >> (error % 64) & 1 && ret >= b->min_ret && ret <= b->max_ret &&
		    ns >= b->min_ns && ns <= b->max_ns)
			return false;
	}
	return true;
}

/* The call in progress has come to its end. */
__attribute__((noinline)) int leave(struct call *c, long ret)
{
	if (!c || (is_killed(ret) && !c->struck)) /* on_task_exit() tells */
		return 0;
	c->gen++;
	c->head.ret = c->head.abi == I386 ? (int)ret : ret;
	c->head.exit_ns = trace_config.untimed && !c->looked ? c->head.enter_ns : bpf_ktime_get_ns();
	if (trace_config.cpu_time)
		c->head.cpu_ns = cpu_spent(c);
	bool failed = (__u64)c->head.ret > -4096ull;
	if (trace_config.degrade_at && !c->cut_to)
		c->cut_to = how_much();
	if (c->result_at && !failed)
		fetch_result(c);
	if (is_left_out(c, failed)) {
		c->active = 0;
		c->gen++;
		return 0;
	}
	struct copy_plan *p = plan_at(c->head.plan);
	if (p) {
		if (c->late && !(c->head.flags & RECORD_EXECED))
			copy_late(c, p, copy_some);
		plan_leave(c, p, failed);
	}
	if (trace_config.stacks && !(c->head.flags & RECORD_LAUNCH))
		call_stack(c, c->head.flags & RECORD_EXECED);
	hand_over_or_owe(c);
	c->active = 0;
	c->gen++;
	brake(c);
	return 0;
}

/* The same of a task that has no slot, or of whose call the entry was not seen; NULL when its end is not to be told. */
static __attribute__((noinline)) struct call *call_last(struct pt_regs *regs, long ret)
{
	struct task_struct *task = bpf_get_current_task_btf();

	if (trace_config.stacks)
		map_called(task, regs, ret);
	if (is_unwanted(task, regs->orig_ax))
		return 0;
	struct call *c = call_find(task);
	return c && c->active ? c : call_unentered(task, c, regs);
}

SEC("tp_btf/sys_exit")
int BPF_PROG(on_exit, struct pt_regs *regs, long ret)
{
	if (!trace_config.stacks && is_nowhere(regs->orig_ax))
		return 0;
	__u64 key = target_key(regs);
	struct call *c = call_slot(key);
	if (trace_config.stacks || !c || c->owner != key || !c->active)
		c = target_is_aside(regs) ? 0 : call_last(regs, ret);
	if (c && (c->active || call_take(c, regs, regs->orig_ax, RECORD_UNENTERED)))
		leave(c, ret);
	return 0;
}

/* Tasks that come and go */

SEC("tp_btf/sched_process_fork")
int BPF_PROG(on_fork, struct task_struct *parent, struct task_struct *child)
{
	struct record r = {};

	call_leave_slot(child);
	if (!target_forked(parent, child))
		return 0;
	struct call *c = call_of(child);
	if (!c)
		return 0;
	c->newborn = 1;
	__u64 ids = target_ids_of(child);
	r.pid = ids >> 32;
	r.tid = (__u32)ids;
	r.nr = (__u32)target_ids();
	r.args[0] = (__u64)BPF_CORE_READ(child, mm);
	record_begin(&r, c, RECORD_START);
	event_tell(&r);
	return 0;
}

__attribute__((noinline)) int prepare_exec(struct call *c)
{
	struct copy_plan *p = c ? plan_at(c->head.plan) : 0;

	if (!c || !p || !c->active || !c->late)
		return 0;
	c->gen++;
	copy_late(c, p, copy_memory);
	c->gen++;
	return 0;
}

/* Past the point at which an execve can fail for want of its arguments, and before their memory goes. */
SEC("tp_btf/sched_prepare_exec")
int BPF_PROG(on_prepare_exec, struct task_struct *task, struct linux_binprm *bprm)
{
	struct call *c = call_find(task);

	return c ? prepare_exec(c) : 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(on_exec, struct task_struct *task, int old_pid, struct linux_binprm *bprm)
{
	struct mark *m = target_of(task);
	struct record r = {};

	if (!m)
		return 0;
	m->flags = (m->flags & ~MARK_LAUNCH) | (m->flags & MARK_LAUNCH ? MARK_TARGET : 0);
	struct call *c = call_of(task);
	if (!c)
		return 0;
	if (task->pid != old_pid) {
		if (c->active) {
			c->head.kind = RECORD_ENTRY;
			call_tell(c);
			c->head.kind = RECORD_CALL;
			c->looked = 1;
		}
		ids_of_current(&r);
		r.nr = target_config.in_ns ? c->head.tid : old_pid;
		record_begin(&r, c, RECORD_EXEC);
		event_tell(&r);
	}
	ids_of_current(&c->head);
	c->head.flags = (c->head.flags & ~RECORD_LAUNCH) | RECORD_EXECED;
	if (trace_config.stacks)
		map_image(task);
	return 0;
}

/* A thread other than the leader execs: it waits for all others to end, and takes the leader's id. */
static __always_inline bool execs_from_thread(struct signal_struct *signal)
{
	if (bpf_core_field_exists(signal->group_exec_task))
		return BPF_CORE_READ(signal, group_exec_task);
	struct signal_struct___before_5_17 *old = (void *)signal;
	return BPF_CORE_READ(old, group_exit_task) && !(BPF_CORE_READ(signal, flags) & SIGNAL_GROUP_EXIT);
}

static __always_inline void tell_exit(struct task_struct *task)
{
	struct mark *m = target_of(task);
	struct record r = {};

	if (!m)
		return;
	struct call *c = call_of(task);
	if (!c)
		return;
	bool launching = m->flags & MARK_LAUNCH;
	ids_of_current(&r);
	if (c->active) {
		c->head.flags |= RECORD_ENDED;
		c->head.exit_ns = bpf_ktime_get_ns();
		if (trace_config.stacks && !launching && task->mm) /* Linux 6.16: it still has its memory */
			call_stack(c, 0);
		call_tell(c);
		c->active = 0;
	}
	/* No pointer to follow, which takes the verifier a millisecond at each of its paths. */
	struct signal_struct *signal = BPF_CORE_READ(task, signal);
	/* As wait4(2) would tell it: of a process that ends as a whole, what that was for. */
	r.nr = BPF_CORE_READ(signal, flags) & SIGNAL_GROUP_EXIT ? BPF_CORE_READ(signal, group_exit_code) : task->exit_code;
	r.flags = launching ? RECORD_LAUNCH : 0;
	if (execs_from_thread(signal) && task->pid == task->tgid)
		r.flags |= RECORD_IN_CALL;
	record_begin(&r, c, RECORD_EXIT);
	event_tell(&r);
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(on_task_exit, struct task_struct *task)
{
	tell_exit(task);
	call_leave_slot(task);
	return 0;
}

/* Signals */

struct signal_record {
	struct record head;
	struct record_blob blob;
	__u8 info[INFO_BYTES];
};

/* Not inlined: in one frame with what calls stack_take() it would be more than the 512 bytes that Linux before 6.13 allows together. */
static __attribute__((noinline)) int tell_signal(struct call *c, int signo, struct kernel_siginfo *info, __u64 ids, __u16 flags)
{
	struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
	struct signal_record s = {
		.head = {.pid = ids >> 32, .tid = (__u32)ids, .flags = flags, .nr = signo, .nblobs = 1, .bytes = sizeof(s.blob) + sizeof(s.info)},
		.blob = {.slot = 7 /* BLOB_SIGINFO */, .row = 255, .parent = -1, .want = sizeof(s.info), .len = sizeof(s.info)},
	};

	if (!(flags & RECORD_SENT)) {
		s.head.ip = regs->ip;
		s.head.sp = regs->sp;
	}
	/* A union that ends where the kernel's largest member does. */
	if (bpf_probe_read_kernel(s.info, KERNEL_SIGINFO_BYTES, info))
		*(int *)s.info = signo;
	record_begin(&s.head, c, RECORD_SIGNAL);
	hand_over(&s, sizeof(s));
	return 0;
}

static __attribute__((noinline)) int tell_stop(struct call *c, int signo, __u16 flags)
{
	struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
	struct record r = {.nr = signo, .flags = flags, .ip = regs->ip, .sp = regs->sp};

	ids_of_current(&r);
	record_begin(&r, c, RECORD_STOP);
	event_tell(&r);
	return 0;
}

static __always_inline bool stops(int signo)
{
	return signo >= 19 && signo <= 22; /* SIGSTOP SIGTSTP SIGTTIN SIGTTOU */
}

SEC("tp_btf/signal_deliver")
int BPF_PROG(on_signal, int signo, struct kernel_siginfo *info, struct k_sigaction *action)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct mark *m = target_of(task);
	__u16 flags = 0;

	if (!m || m->flags & MARK_LAUNCH || signo == 9 || brake_owns(signo, info))
		return 0;
	struct call *c = call_of(task);
	if (!c)
		return 0;
	struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(task);
	if (trace_config.stacks) {
		hand_over_owed(c); /* the last stack that was told is that one's */
		flags = stack_take(c, 0) ? RECORD_STACKED : 0;
		c->interrupted_sp = regs->sp;
	}
	tell_signal(c, signo, info, target_ids(), flags);
	if (stops(signo) && !action->sa.sa_handler)
		tell_stop(c, signo, flags);
	return 0;
}

/*
 * Signals that are never delivered, unless the task is ptraced, are told when they are sent: what it ignores, and what is deadly to all of its
 * process at once. Here `current` is the sender.
 */
static __always_inline bool takes_effect_when_sent(struct task_struct *task, int signo, int result)
{
	struct signal_struct *signal = BPF_CORE_READ(task, signal);
	bool dying = BPF_CORE_READ(signal, flags) & SIGNAL_GROUP_EXIT;

	if (result == TRACE_SIGNAL_IGNORED)
		return !dying; /* or it is of no interest any more */
	return result == TRACE_SIGNAL_DELIVERED && dying && BPF_CORE_READ(signal, group_exit_code) == signo;
}

SEC("tp_btf/signal_generate")
int BPF_PROG(on_sent_signal, int signo, struct kernel_siginfo *info, struct task_struct *task, int group, int result)
{
	bool stops_for_us = trace_config.hold_at && signo == BRAKE_SIGNAL;

	if (signo == 9 || (!stops_for_us && !takes_effect_when_sent(task, signo, result)))
		return 0;
	struct mark *m = target_mark(task);
	if (!m || !m->wanted || m->flags & MARK_LAUNCH)
		return 0;
	struct call *c = call_find(task);
	if (!c || brake_sent(c, task, signo, result) || brake_owns(signo, info) || (stops_for_us && !takes_effect_when_sent(task, signo, result)))
		return 0;
	__u64 ids = (__u64)c->head.pid << 32 | c->head.tid;
	if (!c->head.tid) /* it has made no call that was told */
		ids = target_ids_of(task);
	c->struck = result == TRACE_SIGNAL_DELIVERED;
	c->due = 1;
	__u16 flags = RECORD_SENT | (c->active ? RECORD_IN_CALL : 0);
	if (trace_config.stacks && task == bpf_get_current_task_btf() && stack_take(c, 0))
		flags |= RECORD_STACKED;
	tell_signal(0, signo, info, ids, flags);
	return 0;
}

/* What is in progress, for who asks: a head and blobs each, then whether they are of one moment. */
SEC("iter/task")
int look(struct bpf_iter__task *ctx)
{
	struct seq_file *seq = ctx->meta->seq;
	struct task_struct *task = ctx->task;

	if (!task)
		return 0;
	struct call *c = call_find(task);
	if (!c || !c->active || c->looked)
		return 0;
	if (bpf_ktime_get_ns() - c->head.enter_ns < trace_state.look_ns)
		return 0;
	struct look_end end = {.gen = *(volatile __u32 *)&c->gen};
	__u64 bytes;
	if (end.gen & 1 || !blob_bytes(&c->head, RECORD_ALL, &bytes))
		return 0;
	if (bpf_seq_write(seq, &c->head, sizeof(c->head) + bytes))
		return 0;
	end.bytes = bytes;
	end.whole = c->active && *(volatile __u32 *)&c->gen == end.gen;
	if (end.whole)
		c->looked = 1;
	bpf_seq_write(seq, &end, sizeof(end));
	return 0;
}

#include "capture/bpf/uring.inc"
