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

struct task_struct {
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

#endif
