/*
 * Names of descriptors from what the kernel's side tells of them (bpf/names.h): the text that /proc/TID/fd/N links to, and for -yy what
 * capture/fdinfo.h describes. What it does not tell (namespaces, say) is asked of /proc, if the descriptor is still open.
 */
#ifdef HAVE_BPF

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/str.h"
#include "capture/ebpf_priv.h"
#include "capture/fdinfo.h"
#include "capture/sockinfo.h"

#define PIDFS_MAGIC 0x50494446 /* linux/magic.h has it since 6.14 */

enum { PEERS_MAX = 65536 };

struct name {
	struct ebpf_source *source;
	const struct record *record;
	struct name_head head;
	const char *parts[NAME_COMPONENTS]; /* leaf first */
	unsigned count;
	int fd;
	bool deleted;
};

/* It comes with most calls: what has no socket or state has none to clear, either. */
static bool parse(struct name *n, const struct record_blob *b)
{
	const uint8_t *at = (const uint8_t *)(b + 1), *end = at + b->len;
	size_t head = offsetof(struct name_head, a);

	if (b->len < head)
		return false;
	memcpy(&n->head, at, head);
	n->head.a = n->head.b = 0;
	if (n->head.flags & NAME_SOCKET)
		head = sizeof(n->head);
	else if (n->head.flags & NAME_STATE)
		head = offsetof(struct name_head, socket);
	if (b->len < head)
		return false;
	memcpy(&n->head, at, head);
	at += head;
	for (n->count = 0; n->count < n->head.count && n->count < NAME_COMPONENTS; n->count++) {
		const uint8_t *nul = memchr(at, 0, (size_t)(end - at));
		if (!nul)
			break;
		n->parts[n->count] = (const char *)at;
		at = nul + 1;
	}
	n->fd = (int)(int64_t)b->addr;
	n->deleted = n->head.flags & NAME_DELETED;
	return true;
}

static void put_path(struct buf *out, const struct name *n)
{
	for (unsigned i = n->count; i > 0; i--) {
		buf_putc(out, '/');
		buf_puts(out, n->parts[i - 1]);
	}
	if (!out->len)
		buf_putc(out, '/');
}

static void put_link(struct buf *out, const struct name *n)
{
	char path[64], link[4096];

	snprintf(path, sizeof(path), "/proc/%u/fd/%d", n->record->tid, n->fd);
	ssize_t len = readlink(path, link, sizeof(link));
	if (len > 0)
		buf_put(out, link, (size_t)len);
	else
		buf_puts(out, n->count ? n->parts[0] : "?");
}

/* The root of all, or an object without a path: its filesystem says of which kind. */
static void put_rootless(struct buf *out, struct name *n)
{
	const char *leaf = n->count ? n->parts[0] : "";

	switch (n->head.magic) {
	case PIPEFS_MAGIC:
		buf_printf(out, "pipe:[%llu]", (unsigned long long)n->head.ino);
		break;
	case SOCKFS_MAGIC:
		buf_printf(out, "socket:[%llu]", (unsigned long long)n->head.ino);
		break;
	case ANON_INODE_FS_MAGIC:
		buf_printf(out, "anon_inode:%s", leaf);
		break;
	case NSFS_MAGIC:
		if (n->count > 1)
			buf_printf(out, "%s:[%llu]", n->parts[n->count - 1], (unsigned long long)n->head.ino);
		else
			put_link(out, n);
		break;
	case PIDFS_MAGIC:
		buf_puts(out, "anon_inode:[pidfd]");
		break;
	default:
		if (strcmp(leaf, "/") == 0) {
			buf_putc(out, '/');
		} else if (n->head.magic == TMPFS_MAGIC || n->head.magic == HUGETLBFS_MAGIC) { /* memfd_create(2), shmget(2) */
			buf_printf(out, "/%s", leaf);
			n->deleted = true;
		} else {
			put_link(out, n);
		}
	}
}

/* A peer that has closed is shown as long as the socket lives. */
static uint32_t lasting_peer(struct ebpf_source *s, uint64_t ino, uint32_t peer)
{
	if (s->peers.len > PEERS_MAX)
		map_done(&s->peers);
	if (peer)
		map_put(&s->peers, ino, (void *)(uintptr_t)peer);
	return peer ? peer : (uint32_t)(uintptr_t)map_get(&s->peers, ino);
}

static void put_socket(struct buf *out, const struct name *n)
{
	const struct name_socket *k = &n->head.socket;
	uint32_t addr[4], peer[4];

	memcpy(addr, k->addr, sizeof(addr));
	memcpy(peer, k->peer_addr, sizeof(peer));
	sockinfo_put(out, &(struct sockinfo_facts){
		.proto = k->proto, .inode = n->head.ino, .family = k->family, .addr = addr, .peer_addr = peer,
		.port = (uint16_t)(k->port << 8 | k->port >> 8), .peer_port = k->peer_port,
		.peer_inode = lasting_peer(n->source, n->head.ino, k->peer_ino), .path = k->path, .path_len = k->path_len,
		.protocol = k->protocol, .portid = k->portid,
	});
}

static void read_fdinfo(const struct name *n, char *text, size_t size)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%u/fdinfo/%d", n->record->tid, n->fd);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t len = fd < 0 ? 0 : read(fd, text, size - 1);
	text[len > 0 ? len : 0] = '\0';
	if (fd >= 0)
		close(fd);
}

/* Text as /proc would have it, of what the kernel's side has told. */
static void make_fdinfo(const struct name *n, const char *link, char *text, size_t size)
{
	enum { EFD_SEMAPHORE_BIT = 1, PTMX_MAJOR = 5, PTMX_MINOR = 2 };
	bool ptmx = S_ISCHR(n->head.mode) && n->head.rdev == (PTMX_MAJOR << 20 | PTMX_MINOR);

	text[0] = '\0';
	if (strstr(link, "[eventfd]"))
		snprintf(text, size, "eventfd-count: %16llx\neventfd-id: %d\neventfd-semaphore: %d\n", (unsigned long long)n->head.a,
		         (int)(uint32_t)n->head.b, (int)(n->head.b >> 32 & EFD_SEMAPHORE_BIT));
	else if (strstr(link, "[signalfd]"))
		snprintf(text, size, "sigmask:\t%016llx\n", ~(unsigned long long)n->head.a);
	else if (ptmx || strstr(link, "[pidfd]"))
		read_fdinfo(n, text, size);
}

static void put_details(struct buf *out, const struct name *n, const char *link)
{
	char fdinfo[4096];

	if (n->head.flags & NAME_SOCKET) {
		put_socket(out, n);
		return;
	}
	make_fdinfo(n, link, fdinfo, sizeof(fdinfo));
	if (link[0] == '/')
		fdinfo_put_device(out, n->head.mode, n->head.rdev >> 20, n->head.rdev & 0xfffff, fdinfo);
	else if (str_starts(link, "anon_inode:"))
		fdinfo_put_anonymous(out, link, fdinfo);
}

static struct blob note(struct ebpf_source *s, const struct record_blob *b, uint8_t slot, const struct buf *text)
{
	uint8_t *data = arena_alloc(&s->arena, text->len + 1);

	if (text->len)
		memcpy(data, text->data, text->len);
	return (struct blob){
		.slot = slot, .phase = b->phase, .row = UINT8_MAX, .parent = -1, .want = (uint32_t)text->len, .len = (uint32_t)text->len,
		.addr = b->addr, .data = data,
	};
}

static bool is_known(const struct name_known *k, const struct record_blob *b)
{
	return k->told.len == b->len && !memcmp(k->told.data, b + 1, b->len);
}

static void keep(struct name_known *k, const struct record_blob *b, const struct buf *path)
{
	k->told.len = k->path.len = 0;
	buf_put(&k->told, b + 1, b->len);
	buf_put(&k->path, path->data, path->len);
}

void names_done(struct ebpf_source *s)
{
	for (unsigned i = 0; i < NAMES_KNOWN; i++) {
		buf_done(&s->names[i].told);
		buf_done(&s->names[i].path);
	}
}

unsigned name_blobs(struct ebpf_source *s, const struct record *r, const struct record_blob *b, struct blob out[NAME_BLOBS])
{
	struct name n;
	struct buf *text = &s->text, none = {0};
	unsigned count = 0;

	bool plain = !s->opts.common.capture.sockets;
	struct name_known *known = &s->names[b->addr % NAMES_KNOWN];
	if (plain && is_known(known, b)) {
		out[0] = note(s, b, BLOB_FD, &known->path);
		return 1;
	}
	n.source = s;
	n.record = r;
	if (!parse(&n, b))
		return 0;
	plain = plain && !n.head.magic && !n.head.flags;
	text->len = 0;
	if (n.head.magic)
		put_rootless(text, &n);
	else
		put_path(text, &n);
	if (n.deleted && n.fd == AT_FDCWD)
		buf_puts(text, " (deleted)");
	else if (n.deleted)
		out[count++] = note(s, b, BLOB_DELETED, &none);
	out[count++] = note(s, b, BLOB_FD, text);
	if (plain)
		keep(known, b, text);
	if (!s->opts.common.capture.sockets || n.fd == AT_FDCWD)
		return count;
	struct buf details = {0};
	put_details(&details, &n, buf_cstr(text));
	if (details.len)
		out[count++] = note(s, b, BLOB_SOCKET, &details);
	buf_done(&details);
	return count;
}

unsigned comm_blobs(struct ebpf_source *s, const struct record_blob *b, struct blob *out)
{
	struct copy c = {0};
	unsigned count = 0;

	fdinfo_comm(&c, (enum phase)b->phase, (pid_t)b->addr);
	if (c.blobs.len) {
		struct buf text = {.data = (char *)c.blobs.at[0].data, .len = c.blobs.at[0].len};
		out[count++] = note(s, b, BLOB_COMM, &text);
	}
	copy_done(&c);
	return count;
}

#endif
