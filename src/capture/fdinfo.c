/* Notes on descriptors: see fdinfo.h. */
#include "capture/fdinfo.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/str.h"
#include "capture/nsinfo.h"
#include "capture/sockinfo.h"

enum { LINUX_NSIG = 64 };

static bool known(const struct copy *c, uint8_t slot, enum phase phase, uint64_t number)
{
	for (size_t i = 0; i < c->blobs.len; i++) {
		const struct blob *b = &c->blobs.at[i];
		if (b->slot == slot && b->phase == phase && b->addr == number)
			return true;
	}
	return false;
}

static size_t read_file(const char *path, char *data, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return 0;
	n = read(fd, data, size - 1);
	close(fd);
	data[n > 0 ? n : 0] = '\0';
	return n > 0 ? (size_t)n : 0;
}

/* The text after "key:" and blanks in fdinfo of the descriptor; NULL when there is no such line. */
static const char *fdinfo_value(const char *fdinfo, const char *key)
{
	const char *line = strstr(fdinfo, key);

	return line ? line + strlen(key) + strspn(line + strlen(key), " \t") : NULL;
}

static void describe_eventfd(struct buf *out, const char *fdinfo)
{
	const char *count = fdinfo_value(fdinfo, "eventfd-count:"), *id = fdinfo_value(fdinfo, "eventfd-id:");
	const char *semaphore = fdinfo_value(fdinfo, "eventfd-semaphore:");

	if (!count || !id)
		return;
	buf_printf(out, "{eventfd-count=%#llx, eventfd-id=%ld", strtoull(count, NULL, 16), strtol(id, NULL, 10));
	if (semaphore)
		buf_printf(out, ", eventfd-semaphore=%ld", strtol(semaphore, NULL, 10));
	buf_putc(out, '}');
}

static void put_signal(struct buf *out, int signo)
{
	if (signo == SIGIO)
		buf_puts(out, "IO"); /* the library's abbreviation is POLL */
	else if (signo < 32)
		buf_puts(out, sigabbrev_np(signo));
	else if (signo == 32)
		buf_puts(out, "RTMIN");
	else
		buf_printf(out, "RT_%d", signo - 32);
}

static void describe_signalfd(struct buf *out, const char *fdinfo)
{
	const char *text = fdinfo_value(fdinfo, "sigmask:");

	if (!text)
		return;
	uint64_t mask = strtoull(text, NULL, 16);
	bool inverted = __builtin_popcountll(mask) >= LINUX_NSIG * 2 / 3;
	buf_puts(out, inverted ? "signalfd:~[" : "signalfd:[");
	if (inverted)
		mask = ~mask;
	for (int signo = 1, n = 0; signo <= LINUX_NSIG; signo++) {
		if (!(mask >> (signo - 1) & 1))
			continue;
		if (n++)
			buf_putc(out, ' ');
		put_signal(out, signo);
	}
	buf_putc(out, ']');
}

static void describe_pidfd(struct buf *out, const char *fdinfo)
{
	const char *pid = fdinfo_value(fdinfo, "Pid:");

	if (pid && strtol(pid, NULL, 10) > 0)
		buf_printf(out, "pid:%ld", strtol(pid, NULL, 10));
}

void fdinfo_put_device(struct buf *out, uint32_t mode, unsigned major, unsigned minor, const char *fdinfo)
{
	if (!S_ISCHR(mode) && !S_ISBLK(mode))
		return;
	buf_printf(out, "<%s %u:%u", S_ISBLK(mode) ? "block" : "char", major, minor);
	const char *tty = fdinfo_value(fdinfo, "tty-index:");
	if (S_ISCHR(mode) && tty)
		buf_printf(out, " @/dev/pts/%ld", strtol(tty, NULL, 10));
	buf_putc(out, '>');
}

static void describe_device(struct buf *out, const char *path, const char *fdinfo)
{
	struct stat st;

	if (stat(path, &st) == 0)
		fdinfo_put_device(out, st.st_mode, major(st.st_rdev), minor(st.st_rdev), fdinfo);
}

void fdinfo_put_anonymous(struct buf *out, const char *link, const char *fdinfo)
{
	if (strstr(link, "[eventfd]"))
		describe_eventfd(out, fdinfo);
	else if (strstr(link, "[signalfd]"))
		describe_signalfd(out, fdinfo);
	else if (strstr(link, "[pidfd]"))
		describe_pidfd(out, fdinfo);
}

static void describe_socket(struct buf *out, const char *path, const char *link)
{
	char proto[64];
	ssize_t n = getxattr(path, "system.sockprotoname", proto, sizeof(proto) - 1);

	if (n <= 0)
		return;
	proto[n] = '\0';
	sockinfo_describe(out, proto, strtoull(link + strlen("socket:["), NULL, 10));
}

/* What is to say of a descriptor beyond its link; nothing for most. */
static void describe(struct buf *out, pid_t pid, int fd, const char *path, const char *link)
{
	char fdinfo_path[64], fdinfo[4096] = "";

	snprintf(fdinfo_path, sizeof(fdinfo_path), "/proc/%d/fdinfo/%d", pid, fd);
	if (str_starts(link, "socket:[")) {
		describe_socket(out, path, link);
		return;
	}
	if (link[0] != '/' && !str_starts(link, "anon_inode:"))
		return;
	read_file(fdinfo_path, fdinfo, sizeof(fdinfo));
	if (link[0] == '/')
		describe_device(out, path, fdinfo);
	else
		fdinfo_put_anonymous(out, link, fdinfo);
}

/* Whether the mark is the kernel's: a file may also be called so. */
static bool is_deleted(const char *path, const char *link)
{
	static const char mark[] = " (deleted)";
	size_t len = strlen(link), n = sizeof(mark) - 1;
	struct stat open, named;

	if (len <= n || strcmp(link + len - n, mark))
		return false;
	return stat(path, &open) || stat(link, &named) || open.st_ino != named.st_ino || open.st_dev != named.st_dev;
}

void fdinfo_note(struct copy *c, const struct capture_opts *o, pid_t tid, enum phase phase, int fd)
{
	uint64_t number = (uint64_t)(int64_t)fd;
	char path[64], link[PATH_MAX];

	if ((fd < 0 && fd != AT_FDCWD) || known(c, BLOB_FD, phase, number))
		return;
	if (fd == AT_FDCWD)
		snprintf(path, sizeof(path), "/proc/%d/cwd", tid);
	else
		snprintf(path, sizeof(path), "/proc/%d/fd/%d", tid, fd);
	ssize_t n = readlink(path, link, sizeof(link) - 1);
	if (n < 0)
		return;
	link[n] = '\0';
	if (fd >= 0 && is_deleted(path, link)) {
		n -= (ssize_t)strlen(" (deleted)");
		link[n] = '\0';
		copy_bytes(c, BLOB_DELETED, phase, number, "", 0);
	}
	copy_bytes(c, BLOB_FD, phase, number, link, (uint32_t)n);
	if (!o->sockets || fd == AT_FDCWD)
		return;
	struct buf text = {0};
	describe(&text, tid, fd, path, link);
	if (text.len)
		copy_bytes(c, BLOB_SOCKET, phase, number, text.data, (uint32_t)text.len);
	buf_done(&text);
}

/* The inode of the socket that the descriptor at `path` is, or 0. */
static uint64_t socket_inode(const char *path)
{
	char link[64];
	ssize_t n = readlink(path, link, sizeof(link) - 1);

	if (n < 0)
		return 0;
	link[n] = '\0';
	return str_starts(link, "socket:[") ? strtoull(link + strlen("socket:["), NULL, 10) : 0;
}

void fdinfo_netlink(struct copy *c, pid_t tid, enum phase phase, int fd)
{
	static struct {
		uint64_t inode;
		int protocol;
	} seen[256];
	char path[64], proto[64];

	if (fd < 0 || known(c, BLOB_NETLINK, phase, (uint64_t)fd))
		return;
	snprintf(path, sizeof(path), "/proc/%d/fd/%d", tid, fd);
	uint64_t inode = socket_inode(path);
	if (!inode)
		return;
	size_t slot = inode % (sizeof(seen) / sizeof(*seen));
	if (seen[slot].inode != inode || seen[slot].protocol == NETLINK_UNBOUND) {
		ssize_t n = getxattr(path, "system.sockprotoname", proto, sizeof(proto) - 1);
		proto[n > 0 ? n : 0] = '\0';
		seen[slot].protocol = sockinfo_netlink(proto, inode);
		seen[slot].inode = inode;
	}
	if (seen[slot].protocol != NOT_NETLINK) {
		uint32_t protocol = (uint32_t)seen[slot].protocol;
		copy_bytes(c, BLOB_NETLINK, phase, (uint64_t)fd, &protocol, sizeof(protocol));
	}
}

/* The name of our `pid`, which is told of `of`. */
static void comm_note(struct copy *c, enum phase phase, pid_t of, pid_t pid)
{
	char path[64], comm[64];

	if (pid <= 0 || known(c, BLOB_COMM, phase, (uint64_t)of))
		return;
	snprintf(path, sizeof(path), "/proc/%d/comm", pid);
	size_t n = read_file(path, comm, sizeof(comm));
	if (n && comm[n - 1] == '\n')
		n--;
	if (n)
		copy_bytes(c, BLOB_COMM, phase, (uint64_t)of, comm, (uint32_t)n);
}

void fdinfo_comm(struct copy *c, enum phase phase, pid_t of)
{
	comm_note(c, phase, of, of);
}

void fdinfo_pid(struct copy *c, const struct capture_opts *o, pid_t tid, enum phase phase, pid_t of)
{
	if (!o->comms && !o->pidns)
		return;
	pid_t pid = nsinfo_pid(tid, of);
	if (o->comms)
		comm_note(c, phase, of, pid);
	if (o->pidns && pid > 0 && pid != of && !known(c, BLOB_PIDNS, phase, (uint64_t)of))
		copy_bytes(c, BLOB_PIDNS, phase, (uint64_t)of, &pid, sizeof(pid));
}
