/*
 * What a descriptor of the current task stands for: the names of its path's components as they are in the kernel's cache, or what an object
 * without a path says of itself. bpf_d_path() may not be called where calls begin, and it is an estimate as everything here is: what
 * changes at this moment may be told half.
 *
 * The record of a name is struct name_head and the components; the rest, text above all, is for user space.
 */
#ifndef RINGSIDE_CAPTURE_BPF_NAMES_H
#define RINGSIDE_CAPTURE_BPF_NAMES_H

#include <linux/bpf.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>

#include "capture/bpf/cast.h"
#include "capture/bpf/copy.h"

enum { FD_CWD = -100, NAME_BYTES = 256, NAME_SHORT = 40, NAME_STEPS = 4, FAMILY_UNIX = 1, FAMILY_INET = 2, FAMILY_INET6 = 10, FAMILY_NETLINK = 16, SLOT_NETLINK = 12 };
enum { MAGIC_SOCKET = 0x534f434b, MAGIC_ANON = 0x09041934, MAGIC_NSFS = 0x6e736673 };
enum { MODE_TYPE = 0170000, MODE_CHAR = 0020000, MODE_BLOCK = 0060000 };

#ifdef KERNEL_CASTS
#define CAST_CASE(name) struct name * : trace_config.casts[CAST_##name],
#define kernel_cast(type, at) ((type *)bpf_rdonly_cast((void *)(at), _Generic((type *)0, CAST_STRUCTS(CAST_CASE) default : 0)))
#define kernel_load(type, at, member, to) ((to) = kernel_cast(type, at)->member)
#else
#define kernel_load(type, at, member, to) BPF_CORE_READ_INTO(&(to), at, member)
#endif
/* A member of the kernel's struct at an address; 0 when nothing is there. */
#define kernel_read(type, at, member) \
	({ \
		type *at_ = (type *)(at); \
		__typeof__(at_->member) read_; \
		kernel_load(type, at_, member, read_); \
		read_; \
	})

/* A word of the kernel's memory: of a type that begins with one. */
#define kernel_word(at) kernel_read(struct pt_regs, at, r15)

/* The file behind a descriptor of the current task, or NULL. */
static __always_inline struct file *file_of(__s32 fd)
{
	struct files_struct *files = kernel_read(struct task_struct, bpf_get_current_task_btf(), files);
	struct fdtable *table = kernel_read(struct files_struct, files, fdt);

	if (fd < 0 || (__u32)fd >= kernel_read(struct fdtable, table, max_fds))
		return 0;
	return (struct file *)kernel_word(kernel_read(struct fdtable, table, fd) + fd);
}

static __always_inline struct sock *sock_of(struct file *file)
{
	return kernel_read(struct socket, kernel_read(struct file, file, private_data), sk);
}

static __always_inline __u64 magic_of(struct dentry *dentry)
{
	return kernel_read(struct super_block, kernel_read(struct dentry, dentry, d_sb), s_magic);
}

static __always_inline __u8 *note_at(struct call *c, __u32 at)
{
	return at < RECORD_DATA ? c->data + bounded(at, RECORD_DATA - 1) : c->data + RECORD_DATA + bounded(at - RECORD_DATA, RECORD_NOTES - 1);
}

/* A blob's head for what user space makes of a number; its bytes are to come. NULL: there is no room. */
static __always_inline struct record_blob *note_open(struct call *c, __u8 slot, __u64 number)
{
	__u32 at = c->head.bytes;

	if (at >= RECORD_DATA + RECORD_NOTES)
		return 0;
	struct record_blob *b = (struct record_blob *)note_at(c, at);
	*b = (struct record_blob){.slot = slot, .phase = c->phase, .row = 255, .parent = -1, .addr = number};
	c->blob = at;
	c->head.bytes = at + sizeof(*b);
	c->head.nblobs++;
	return b;
}

/* Appends a name of so many bytes. */
static __always_inline bool name_append(struct call *c, const unsigned char *name, __u32 len)
{
	if (c->head.bytes >= RECORD_DATA + RECORD_NOTES)
		return false;
	__u8 *to = note_at(c, c->head.bytes);
#ifdef KERNEL_CASTS
	if (len < NAME_SHORT) { /* a type that has text, which may be read in any portions */
		const __u64 *from = (const __u64 *)kernel_cast(struct new_utsname, name);
		((__u64 *)to)[0] = from[0];
		((__u64 *)to)[1] = from[1];
		for (int i = 2; i < NAME_SHORT / 8 && len >= 16; i++)
			((__u64 *)to)[i] = from[i];
		to[bounded(len, 63)] = 0;
		c->head.bytes += len + 1;
		return true;
	}
#endif
	long n = bpf_probe_read_kernel_str(to, NAME_BYTES, name);
	if (n <= 0 || n > NAME_BYTES)
		return false;
	c->head.bytes += n;
	return true;
}

/* Appends the dentry's name, and goes on to its parent; false at the root. */
static __always_inline bool name_component(struct call *c)
{
	struct name_walk *w = &c->name;
	__u64 dentry = w->dentry;
	if (dentry == w->root) {
		__u64 above = (__u64)kernel_read(struct mount, w->mount, mnt_parent);
		if (!above || above == w->mount)
			return 0;
		w->dentry = (__u64)kernel_read(struct mount, w->mount, mnt_mountpoint);
		w->mount = above;
		w->root = (__u64)kernel_read(struct mount, above, mnt.mnt_root);
		return 1;
	}
	__u64 parent = (__u64)kernel_read(struct dentry, dentry, d_parent);
	if (parent == dentry && w->count) /* the root of a mount that is no longer anywhere */
		return 0;
	w->count += name_append(c, kernel_read(struct dentry, dentry, d_name.name), kernel_read(struct dentry, dentry, d_name.hash_len) >> 32);
	w->dentry = parent;
	return parent != dentry;
}

/* Some of them; false when there are no more. */
__attribute__((noinline)) int name_some(struct call *c)
{
	for (int i = 0; i < NAME_STEPS; i++)
		if (!c || !name_component(c))
			return 0;
	return 1;
}

static __always_inline void name_socket_inet(struct name_socket *s, struct sock *sk)
{
	s->port = kernel_read(struct sock, sk, __sk_common.skc_num);
	s->peer_port = kernel_read(struct sock, sk, __sk_common.skc_dport);
	if (s->family == FAMILY_INET) {
		*(__u32 *)s->addr = kernel_read(struct sock, sk, __sk_common.skc_rcv_saddr);
		*(__u32 *)s->peer_addr = kernel_read(struct sock, sk, __sk_common.skc_daddr);
	} else {
		BPF_CORE_READ_INTO((struct in6_addr *)s->addr, sk, __sk_common.skc_v6_rcv_saddr);
		BPF_CORE_READ_INTO((struct in6_addr *)s->peer_addr, sk, __sk_common.skc_v6_daddr);
	}
}

static __always_inline __u32 socket_inode(struct sock *sk)
{
	struct socket *socket = kernel_read(struct sock, sk, sk_socket);
	struct socket_alloc *both = (void *)socket - bpf_core_field_offset(struct socket_alloc, socket);

	return socket ? kernel_read(struct socket_alloc, both, vfs_inode.i_ino) : 0;
}

static __always_inline void name_socket_unix(struct name_socket *s, struct sock *sk)
{
	struct sock *peer = kernel_read(struct unix_sock, sk, peer);
	struct unix_address *addr = kernel_read(struct unix_sock, sk, addr);

	if (peer)
		s->peer_ino = socket_inode(peer);
	if (!addr)
		return;
	__u32 len = kernel_read(struct unix_address, addr, len) - 2;
	/* The name, a struct sockaddr_un, lies behind the two numbers of struct unix_address. */
	bpf_probe_read_kernel(s->path, sizeof(s->path), (void *)addr + bpf_core_field_offset(struct unix_address, len) + 4 + 2);
	s->path_len = len <= sizeof(s->path) ? len : 0;
}

/* What a socket is, at s. */
__attribute__((noinline)) int name_socket(struct name_socket *s, __u64 file)
{
	if (!s)
		return 0;
	struct sock *sk = sock_of((struct file *)file);
	s->family = kernel_read(struct sock, sk, __sk_common.skc_family);
	s->protocol = kernel_read(struct sock, sk, sk_protocol);
	BPF_CORE_READ_STR_INTO(&s->proto, sk, sk_prot_creator, name);
	if (s->family == FAMILY_UNIX)
		name_socket_unix(s, sk);
	else if (s->family == FAMILY_INET || s->family == FAMILY_INET6)
		name_socket_inet(s, sk);
	else if (s->family == FAMILY_NETLINK)
		s->portid = kernel_read(struct netlink_sock, sk, portid);
	return 0;
}

/* What an object without a path keeps: an eventfd's count, a signalfd's mask. */
static __always_inline void name_state(struct name_head *h, struct file *file, struct dentry *dentry)
{
	void *private = kernel_read(struct file, file, private_data);
	char name[12] = {};

	h->flags |= NAME_STATE;
	h->a = h->b = 0;
	bpf_probe_read_kernel_str(name, sizeof(name), kernel_read(struct dentry, dentry, d_name.name));
	if (name[1] == 'e' && name[2] == 'v' && name[6] == 'f') { /* [eventfd], not [eventpoll] */
		h->a = kernel_read(struct eventfd_ctx, private, count);
		h->b = (__u32)kernel_read(struct eventfd_ctx, private, id) | (__u64)kernel_read(struct eventfd_ctx, private, flags) << 32;
	} else if (name[1] == 's' && name[2] == 'i') {
		h->a = kernel_read(struct signalfd_ctx, private, sigmask.sig[0]);
	}
}

/* The kind of a namespace, as one more component. */
static __always_inline void name_namespace(struct call *c, struct file *file)
{
	struct ns_common *ns = kernel_read(struct inode, kernel_read(struct file, file, f_inode), i_private);
	const struct proc_ns_operations *ops = kernel_read(struct ns_common, ns, ops);

	c->name.count += name_append(c, (const unsigned char *)kernel_read(struct proc_ns_operations, ops, name), NAME_BYTES);
}

/* What only this kind of file has. */
static __always_inline void name_details(struct call *c, struct name_head *h, struct file *file, struct dentry *dentry)
{
	struct inode *inode = kernel_read(struct file, file, f_inode);

	h->mode = kernel_read(struct inode, inode, i_mode);
	__u16 type = h->mode & MODE_TYPE;
	if (type == MODE_CHAR || type == MODE_BLOCK)
		h->rdev = kernel_read(struct inode, inode, i_rdev);
	if (h->magic == MAGIC_ANON) {
		name_state(h, file, dentry);
	} else if (h->magic == MAGIC_SOCKET) {
		h->flags |= NAME_SOCKET;
		__builtin_memset(&h->a, 0, sizeof(*h) - __builtin_offsetof(struct name_head, a));
		name_socket(&h->socket, (__u64)file);
		if (h->socket.peer_ino) /* later calls show it, even if it is gone then */
			c->due = 1;
	}
}

/* Bytes of a name's head: what comes last is there for some only. */
static __always_inline __u32 name_head_bytes(const struct name_head *h)
{
	return h->flags & NAME_SOCKET  ? sizeof(*h)
		: h->flags & NAME_STATE ? __builtin_offsetof(struct name_head, socket) : __builtin_offsetof(struct name_head, a);
}

/* Appends a blob that says what a path leads to, and what is behind it when that is a file: with `details`, also what only its kind has. */
static __always_inline void name_path(struct call *c, __s32 fd, struct path *path, struct file *file, bool details)
{
	struct record_blob *b = note_open(c, SLOT_NAME, (__s64)fd);

	if (!b)
		return;
	struct name_head *h = (struct name_head *)(b + 1);
	__builtin_memset(h, 0, __builtin_offsetof(struct name_head, a));
	struct name_walk *w = &c->name;
	w->dentry = (__u64)path->dentry;
	w->mount = (__u64)path->mnt - bpf_core_field_offset(struct mount, mnt);
	w->root = (__u64)kernel_read(struct vfsmount, path->mnt, mnt_root);
	w->count = 0;
	if (kernel_read(struct dentry, path->dentry, d_parent) == path->dentry) { /* the root of all, or it has no path */
		h->magic = magic_of(path->dentry);
		if (file)
			h->ino = kernel_read(struct inode, kernel_read(struct file, file, f_inode), i_ino);
		w->root = 0; /* its name says what it is */
	} else if (!kernel_read(struct dentry, path->dentry, d_hash.pprev)) {
		h->flags |= NAME_DELETED;
	}
	if (file && details)
		name_details(c, h, file, path->dentry);
	__u32 from = c->head.bytes;
	c->head.bytes += name_head_bytes(h);
	for (int i = 0; i < NAME_COMPONENTS / NAME_STEPS; i++)
		if (!name_some(c))
			break;
	if (file && h->magic == MAGIC_NSFS)
		name_namespace(c, file);
	h->count = w->count;
	b->want = b->len = c->head.bytes - from;
	c->head.bytes = (c->head.bytes + 7) & ~7u;
}

/* Appends a blob that says what the descriptor is; nothing when it is not open. */
__attribute__((noinline)) int name_fd(struct call *c, __s32 fd)
{
	if (!c)
		return 0;
	struct file *file = fd == FD_CWD ? 0 : file_of(fd);
	struct path path;
	if (fd == FD_CWD) {
		struct fs_struct *fs = kernel_read(struct task_struct, bpf_get_current_task_btf(), fs);
		path.mnt = kernel_read(struct fs_struct, fs, pwd.mnt);
		path.dentry = kernel_read(struct fs_struct, fs, pwd.dentry);
	} else {
		if (!file)
			return 0;
		path.mnt = kernel_read(struct file, file, f_path.mnt);
		path.dentry = kernel_read(struct file, file, f_path.dentry);
	}
	name_path(c, fd, &path, file, trace_config.sockets);
	return 0;
}

/* The protocol of a netlink socket, all ones while it is not bound; nothing for others. */
__attribute__((noinline)) int name_netlink(struct call *c, __s32 fd)
{
	struct file *file = file_of(fd);

	if (!c || !file || magic_of(kernel_read(struct file, file, f_path.dentry)) != MAGIC_SOCKET)
		return 0;
	struct sock *sk = sock_of(file);
	if (kernel_read(struct sock, sk, __sk_common.skc_family) != FAMILY_NETLINK)
		return 0;
	c->netlink = 1;
	struct record_blob *b = note_open(c, SLOT_NETLINK, (__u32)fd);
	if (!b)
		return 0;
	__u32 protocol = kernel_read(struct sock, sk, sk_protocol);
	*(__u32 *)(b + 1) = kernel_read(struct netlink_sock, sk, portid) ? protocol : ~0u;
	b->want = b->len = 4;
	c->head.bytes += 8;
	return 0;
}

#endif
