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
	unsigned long r15, r14, r13, r12, r11, r10, r9, r8, ax, bx, cx, dx, si, di, bp, orig_ax, ip, cs, sp;
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

struct vfsmount {
	struct dentry *mnt_root;
};

struct mount {
	void *mnt_ns;
	struct mount *mnt_parent;
	struct dentry *mnt_mountpoint;
	struct vfsmount mnt;
};

struct qstr {
	__u64 hash_len;
	const unsigned char *name;
};

struct hlist_bl_node {
	struct hlist_bl_node *next, **pprev;
};

struct super_block {
	unsigned long s_magic;
};

struct dentry {
	struct hlist_bl_node d_hash;
	struct dentry *d_parent;
	struct qstr d_name;
	struct super_block *d_sb;
};

struct proc_ns_operations {
	const char *name;
};

struct ns_common {
	const struct proc_ns_operations *ops;
	unsigned int inum;
};

struct inode {
	void *i_private;
	__u16 i_mode;
	unsigned long i_ino;
	__u32 i_rdev;
};

struct new_utsname {
	char sysname[65];
};

struct path {
	struct vfsmount *mnt;
	struct dentry *dentry;
};

struct file {
	void *private_data;
	struct inode *f_inode;
	struct path f_path;
};

/* What lies below a file of a union of filesystems, and has been mapped in its place. */
struct backing_file {
	struct file file;
	struct path user_path;
};

struct vdso_image {
	void *data;
	unsigned long size;
};

typedef struct {
	void *vdso;
	const struct vdso_image *vdso_image;
} mm_context_t;

struct mm_struct {
	unsigned long start_code, start_stack;
	mm_context_t context;
};

struct vm_area_struct {
	unsigned long vm_start, vm_end;
	struct mm_struct *vm_mm;
	unsigned long vm_flags, vm_pgoff;
	struct file *vm_file;
};

struct thread_struct {
	unsigned long fsbase;
};

struct fdtable {
	unsigned int max_fds;
	struct file **fd;
};

struct files_struct {
	struct fdtable *fdt;
};

struct fs_struct {
	struct path pwd;
};

struct proto {
	char name[32];
};

struct in6_addr {
	__u8 bytes[16];
};

struct sock_common {
	__u32 skc_daddr, skc_rcv_saddr;
	__u16 skc_dport, skc_num;
	__u16 skc_family;
	struct proto *skc_prot;
	struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
};

struct sock {
	struct sock_common __sk_common;
	struct socket *sk_socket;
	__u16 sk_protocol;
	struct proto *sk_prot_creator;
};

struct socket {
	struct sock *sk;
};

struct socket_alloc {
	struct socket socket;
	struct inode vfs_inode;
};

struct inet_sock {
	__u16 inet_sport;
};

struct unix_address {
	int len;
};

struct unix_sock {
	struct unix_address *addr;
	struct sock *peer;
};

struct netlink_sock {
	__u32 portid;
};

struct eventfd_ctx {
	__u64 count;
	unsigned int flags;
	int id;
};

struct signalfd_ctx {
	sigset_t sigmask;
};

struct io_uring_sqe;

struct io_ring_ctx {
	unsigned int flags;
	__u32 *sq_array;
	struct io_uring_sqe *sq_sqes;
	unsigned int cached_sq_head, sq_entries;
};

struct io_kiocb {
	__u8 opcode;
	struct io_ring_ctx *ctx;
};

struct pid_namespace {
	struct ns_common ns;
};

struct upid {
	int nr;
	struct pid_namespace *ns;
};

struct pid {
	unsigned int level;
	struct upid numbers[1];
};

typedef struct {
	__u32 val;
} kuid_t;

struct cred {
	kuid_t uid, suid;
};

struct task_struct {
	struct signal_struct *signal;
	struct sigpending pending;
	struct files_struct *files;
	struct fs_struct *fs;
	struct thread_info thread_info;
	int pid, tgid;
	unsigned int flags;
	unsigned long jobctl;
	int exit_code;
	struct sched_entity se;
	char comm[16];
	struct task_struct *real_parent, *group_leader;
	struct pid *thread_pid;
	const struct cred *real_cred;
	struct mm_struct *mm;
	unsigned long sas_ss_sp, sas_ss_size;
	struct thread_struct thread;
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

struct io_uring_cqe { /* uapi/linux/io_uring.h */
	__u64 user_data;
	__s32 res;
	__u32 flags;
};

#define TS_COMPAT 0x0002
#define USER32_CS 0x23 /* asm/segment.h */
#define VM_EXEC 0x4 /* linux/mm.h */
#define MNT_NS_INTERNAL (-22l) /* fs/mount.h: the namespace of mounts that are the kernel's own */
#define PF_EXITING 0x00000004 /* linux/sched.h, as are these */
#define PF_IO_WORKER 0x00000010
#define PF_USER_WORKER 0x00004000 /* since 6.4 */
#define SIGNAL_GROUP_EXIT 0x0004 /* linux/sched/signal.h */
#define JOBCTL_STOP_PENDING (1ul << 17) /* linux/sched/jobctl.h */

enum { TRACE_SIGNAL_DELIVERED, TRACE_SIGNAL_IGNORED, TRACE_SIGNAL_LOSE_INFO = 4 }; /* trace/events/signal.h */
enum { KERNEL_SIGINFO_BYTES = 48 };

#endif
