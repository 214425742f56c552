/*
 * The kernel's structs, as far as our programs read them. Offsets are relocated when a program is loaded (CO-RE), so only names
 * and types of members matter, and a build needs no kernel. A suffix ___WORD of a struct's name does not count: it tells forms of
 * different kernels apart. Source: the kernel's BTF (bpftool btf dump file /sys/kernel/btf/vmlinux format c).
 */
#ifndef RINGSIDE_CAPTURE_BPF_KERNEL_H
#define RINGSIDE_CAPTURE_BPF_KERNEL_H

#include <linux/bpf.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct pt_regs {
	unsigned long r10, r9, r8, ax, bx, cx, dx, si, di, bp, orig_ax, ip, sp;
};

struct thread_info {
	__u32 status; /* TS_COMPAT: see arch/x86/include/asm/thread_info.h */
};

struct sched_entity {
	__u64 exec_start, sum_exec_runtime;
};

struct signal_struct {
	unsigned int flags;
	int group_exit_code;
	struct task_struct *group_exec_task;
};

struct signal_struct___before_5_17 {
	struct task_struct *group_exit_task;
};

struct sigaction {
	void *sa_handler;
};

struct k_sigaction {
	struct sigaction sa;
};

struct kernel_siginfo {
	int si_signo;
};

typedef struct {
	unsigned long sig[1];
} sigset_t;

struct sigpending {
	sigset_t signal;
};

struct linux_binprm;

struct task_struct {
	struct signal_struct *signal;
	struct sigpending pending;
	struct thread_info thread_info;
	int pid, tgid;
	unsigned int flags;
	int exit_code;
	struct sched_entity se;
	char comm[16];
	struct task_struct *real_parent, *group_leader;
};

struct seq_file;

struct bpf_iter_meta {
	struct seq_file *seq;
};

struct bpf_iter__task {
	struct bpf_iter_meta *meta;
	struct task_struct *task;
};

#pragma clang attribute pop

#define TS_COMPAT 0x0002
#define SIGNAL_GROUP_EXIT 0x0004 /* linux/sched/signal.h */

enum { TRACE_SIGNAL_DELIVERED, TRACE_SIGNAL_IGNORED }; /* trace/events/signal.h */
enum { KERNEL_SIGINFO_BYTES = 48 };

#endif
