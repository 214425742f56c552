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

#include "capture/bpf/copy.h"

enum { FD_CWD = -100, NAME_BYTES = 256, FAMILY_UNIX = 1, FAMILY_INET = 2, FAMILY_INET6 = 10, FAMILY_NETLINK = 16, SLOT_NETLINK = 12 };
enum { MAGIC_SOCKET = 0x534f434b, MAGIC_ANON = 0x09041934 };
enum { MODE_TYPE = 0170000, MODE_CHAR = 0020000, MODE_BLOCK = 0060000 };

/* Whether names of sockets, devices and the like are wanted with details. */
extern const volatile struct trace_config trace_config;

/* The file behind a descriptor of the current task, or NULL. */
static __always_inline struct file *file_of(__s32 fd)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct fdtable *table = task->files->fdt;
	struct file *file = 0;

	if (fd < 0 || (__u32)fd >= table->max_fds)
		return 0;
	bpf_probe_read_kernel(&file, sizeof(file), table->fd + fd);
	return file;
}

static __always_inline struct sock *sock_of(struct file *file)
{
	struct socket *socket = BPF_CORE_READ(file, private_data);

	return BPF_CORE_READ(socket, sk);
}

static __always_inline __u64 magic_of(struct dentry *dentry)
{
	return BPF_CORE_READ(dentry, d_sb, s_magic);
}

/* A blob's head for what user space makes of a number; its bytes are to come. NULL: there is no room. */
static __always_inline struct record_blob *note_open(struct call *c, __u8 slot, __u64 number)
{
	__u32 at = c->head.bytes;

	if (at >= RECORD_DATA)
		return 0;
	struct record_blob *b = (struct record_blob *)(c->data + bounded(at, RECORD_DATA - 1));
	*b = (struct record_blob){.slot = slot, .phase = c->phase, .row = 255, .parent = -1, .addr = number};
	c->blob = at;
	c->head.bytes = at + sizeof(*b);
	c->head.nblobs++;
	return b;
}

/* Appends the dentry's name, and goes on to its parent; false at the root. The state is in c->name. */
__attribute__((noinline)) int name_component(struct call *c)
{
	struct name_walk *w;
	const unsigned char *name;
	struct dentry *parent;

	if (!c)
		return 0;
	w = &c->name;
	if (c->head.bytes >= RECORD_DATA)
		return 0;
	struct dentry *dentry = (void *)w->dentry;
	if (w->dentry == w->root) {
		struct mount *m = (void *)w->mount, *above = BPF_CORE_READ(m, mnt_parent);
		if (!above || above == m)
			return 0;
		w->dentry = (__u64)BPF_CORE_READ(m, mnt_mountpoint);
		w->mount = (__u64)above;
		w->root = (__u64)BPF_CORE_READ(above, mnt.mnt_root);
		return 1;
	}
	parent = BPF_CORE_READ(dentry, d_parent);
	name = BPF_CORE_READ(dentry, d_name.name);
	if (parent == dentry && w->count) /* the root of a mount that is no longer anywhere */
		return 0;
	__u8 *to = c->data + bounded(c->head.bytes, RECORD_DATA - 1);
	long n = bpf_probe_read_kernel_str(to, NAME_BYTES, name);
	if (n > 0 && n <= NAME_BYTES) {
		c->head.bytes += n;
		w->count++;
	}
	w->dentry = (__u64)parent;
	return parent != dentry;
}

static __always_inline void name_socket_inet(struct name_socket *s, struct sock *sk)
{
	s->port = BPF_CORE_READ(sk, __sk_common.skc_num);
	if (!s->port) /* a raw socket's is its protocol; of one that is not bound */
		s->port = 0;
	s->peer_port = BPF_CORE_READ(sk, __sk_common.skc_dport);
	if (s->family == FAMILY_INET) {
		BPF_CORE_READ_INTO((__u32 *)s->addr, sk, __sk_common.skc_rcv_saddr);
		BPF_CORE_READ_INTO((__u32 *)s->peer_addr, sk, __sk_common.skc_daddr);
	} else {
		BPF_CORE_READ_INTO((struct in6_addr *)s->addr, sk, __sk_common.skc_v6_rcv_saddr);
		BPF_CORE_READ_INTO((struct in6_addr *)s->peer_addr, sk, __sk_common.skc_v6_daddr);
	}
}

static __always_inline __u32 socket_inode(struct sock *sk)
{
	struct socket *socket = BPF_CORE_READ(sk, sk_socket);
	struct socket_alloc *both = (void *)socket - bpf_core_field_offset(struct socket_alloc, socket);

	return socket ? BPF_CORE_READ(both, vfs_inode.i_ino) : 0;
}

static __always_inline void name_socket_unix(struct name_socket *s, struct sock *sk)
{
	struct unix_sock *u = (void *)sk;
	struct sock *peer = BPF_CORE_READ(u, peer);
	struct unix_address *addr = BPF_CORE_READ(u, addr);

	if (peer)
		s->peer_ino = socket_inode(peer);
	if (!addr)
		return;
	__u32 len = BPF_CORE_READ(addr, len) - 2;
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
	s->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	s->protocol = BPF_CORE_READ(sk, sk_protocol);
	BPF_CORE_READ_STR_INTO(&s->proto, sk, sk_prot_creator, name);
	if (s->family == FAMILY_UNIX)
		name_socket_unix(s, sk);
	else if (s->family == FAMILY_INET || s->family == FAMILY_INET6)
		name_socket_inet(s, sk);
	else if (s->family == FAMILY_NETLINK)
		s->portid = BPF_CORE_READ((struct netlink_sock *)sk, portid);
	return 0;
}

/* What only this kind of file has. */
static __always_inline void name_details(struct name_head *h, struct file *file, struct dentry *dentry)
{
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	char name[12] = {};

	h->mode = BPF_CORE_READ(inode, i_mode);
	__u16 type = h->mode & MODE_TYPE;
	if (type == MODE_CHAR || type == MODE_BLOCK)
		h->rdev = BPF_CORE_READ(inode, i_rdev);
	if (h->magic != MAGIC_ANON)
		return;
	void *private = BPF_CORE_READ(file, private_data);
	bpf_probe_read_kernel_str(name, sizeof(name), BPF_CORE_READ(dentry, d_name.name));
	if (name[1] == 'e' && name[2] == 'v' && name[6] == 'f') { /* [eventfd], not [eventpoll] */
		struct eventfd_ctx *e = private;
		h->a = BPF_CORE_READ(e, count);
		h->b = (__u32)BPF_CORE_READ(e, id) | (__u64)BPF_CORE_READ(e, flags) << 32;
	} else if (name[1] == 's' && name[2] == 'i') {
		h->a = BPF_CORE_READ((struct signalfd_ctx *)private, sigmask.sig[0]);
	}
}

/* Appends a blob that says what a path leads to, and what is behind it when that is a file: with `details`, also what only its kind has. */
static __always_inline void name_path(struct call *c, __s32 fd, struct path *path, struct file *file, bool details)
{
	struct record_blob *b = note_open(c, SLOT_NAME, (__s64)fd);

	if (!b)
		return;
	struct name_head *h = (struct name_head *)(b + 1);
	__u32 size = trace_config.sockets ? sizeof(*h) : __builtin_offsetof(struct name_head, a);
	__builtin_memset(h, 0, sizeof(*h));
	c->head.bytes += size;
	struct name_walk *w = &c->name;
	w->dentry = (__u64)path->dentry;
	w->mount = (__u64)path->mnt - bpf_core_field_offset(struct mount, mnt);
	w->root = (__u64)BPF_CORE_READ(path->mnt, mnt_root);
	w->count = 0;
	w->from = c->head.bytes;
	if (BPF_CORE_READ(path->dentry, d_parent) == path->dentry) { /* the root of all, or it has no path */
		h->magic = magic_of(path->dentry);
		if (file)
			h->ino = BPF_CORE_READ(file, f_inode, i_ino);
		w->root = 0; /* its name says what it is */
	} else if (!BPF_CORE_READ(path->dentry, d_hash.pprev)) {
		h->flags |= NAME_DELETED;
	}
	if (file && details) {
		name_details(h, file, path->dentry);
		if (h->magic == MAGIC_SOCKET) {
			h->flags |= NAME_SOCKET;
			name_socket(&h->socket, (__u64)file);
			if (h->socket.peer_ino) /* later calls show it, even if it is gone then */
				c->due = 1;
		}
	}
	for (int i = 0; i < NAME_COMPONENTS; i++)
		if (!name_component(c))
			break;
	h->count = w->count;
	b->want = b->len = size + c->head.bytes - w->from;
	c->head.bytes = (c->head.bytes + 7) & ~7u;
}

/* Appends a blob that says what the descriptor is; nothing when it is not open. */
__attribute__((noinline)) int name_fd(struct call *c, __s32 fd)
{
	if (!c)
		return 0;
	struct task_struct *task = bpf_get_current_task_btf();
	struct file *file = fd == FD_CWD ? 0 : file_of(fd);
	struct path path;
	if (fd == FD_CWD) {
		path.mnt = task->fs->pwd.mnt;
		path.dentry = task->fs->pwd.dentry;
	} else if (!file || BPF_CORE_READ_INTO(&path, file, f_path)) {
		return 0;
	}
	name_path(c, fd, &path, file, trace_config.sockets);
	return 0;
}

/* The protocol of a netlink socket, all ones while it is not bound; nothing for others. */
__attribute__((noinline)) int name_netlink(struct call *c, __s32 fd)
{
	struct file *file = file_of(fd);

	if (!c || !file || magic_of(BPF_CORE_READ(file, f_path.dentry)) != MAGIC_SOCKET)
		return 0;
	struct sock *sk = sock_of(file);
	if (BPF_CORE_READ(sk, __sk_common.skc_family) != FAMILY_NETLINK)
		return 0;
	c->netlink = 1;
	struct record_blob *b = note_open(c, SLOT_NETLINK, (__u32)fd);
	if (!b)
		return 0;
	__u32 protocol = BPF_CORE_READ(sk, sk_protocol);
	*(__u32 *)(b + 1) = BPF_CORE_READ((struct netlink_sock *)sk, portid) ? protocol : ~0u;
	b->want = b->len = 4;
	c->head.bytes += 8;
	return 0;
}

#endif
