/*
 * Makes requests of io_uring, one after the other, and prints the trace that it expects of each: results as they came, so a kernel that
 * does not know an operation is told as such. Status 77: there is no io_uring here.
 *
 *   requests DIR [sqpoll]    DIR: a folder to work in
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <linux/openat2.h>
#include <linux/stat.h>
#include <linux/time_types.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

enum { OP_FTRUNCATE = 55 }; /* newer than some headers */

static struct {
	int fd;
	struct io_uring_params p;
	unsigned *sq_head, *sq_tail, *sq_mask, *sq_array, *cq_head, *cq_tail, *cq_mask, *sq_flags;
	struct io_uring_sqe *sqes;
	struct io_uring_cqe *cqes;
} ring;

static void *map(size_t size, off_t offset)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring.fd, offset);

	if (p == MAP_FAILED)
		exit(1);
	return p;
}

static void ring_open(unsigned flags)
{
	ring.p = (struct io_uring_params){.flags = flags, .sq_thread_idle = 100};
	ring.fd = (int)syscall(SYS_io_uring_setup, 8, &ring.p);
	if (ring.fd < 0)
		exit(errno == ENOSYS || errno == EPERM ? 77 : 1);
	char *sq = map(ring.p.sq_off.array + ring.p.sq_entries * sizeof(unsigned), IORING_OFF_SQ_RING);
	char *cq = map(ring.p.cq_off.cqes + ring.p.cq_entries * sizeof(struct io_uring_cqe), IORING_OFF_CQ_RING);
	ring.sqes = map(ring.p.sq_entries * sizeof(struct io_uring_sqe), IORING_OFF_SQES);
	ring.sq_head = (unsigned *)(sq + ring.p.sq_off.head);
	ring.sq_tail = (unsigned *)(sq + ring.p.sq_off.tail);
	ring.sq_mask = (unsigned *)(sq + ring.p.sq_off.ring_mask);
	ring.sq_array = (unsigned *)(sq + ring.p.sq_off.array);
	ring.sq_flags = (unsigned *)(sq + ring.p.sq_off.flags);
	ring.cq_head = (unsigned *)(cq + ring.p.cq_off.head);
	ring.cq_tail = (unsigned *)(cq + ring.p.cq_off.tail);
	ring.cq_mask = (unsigned *)(cq + ring.p.cq_off.ring_mask);
	ring.cqes = (struct io_uring_cqe *)(cq + ring.p.cq_off.cqes);
}

static void submit(struct io_uring_sqe sqe)
{
	unsigned tail = *ring.sq_tail, at = tail & *ring.sq_mask;

	ring.sqes[at] = sqe;
	ring.sq_array[at] = at;
	__atomic_store_n(ring.sq_tail, tail + 1, __ATOMIC_RELEASE);
	bool polled = ring.p.flags & IORING_SETUP_SQPOLL;
	syscall(SYS_io_uring_enter, ring.fd, 1, 0, polled ? IORING_ENTER_SQ_WAKEUP : 0, NULL, 0);
	while (polled && __atomic_load_n(ring.sq_head, __ATOMIC_ACQUIRE) != tail + 1)
		usleep(1000);
}

/* The result of the next completion. */
static int result(void)
{
	unsigned head = *ring.cq_head;

	while (__atomic_load_n(ring.cq_tail, __ATOMIC_ACQUIRE) == head)
		syscall(SYS_io_uring_enter, ring.fd, 0, 1, IORING_ENTER_GETEVENTS, NULL, 0);
	int res = ring.cqes[head & *ring.cq_mask].res;
	__atomic_store_n(ring.cq_head, head + 1, __ATOMIC_RELEASE);
	return res;
}

/* The expected line; of a failure the result is compared by its number only. */
static void expect(int res, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vprintf(fmt, args);
	va_end(args);
	if (res < 0)
		printf(" = -1 %s (%s)\n", strerrorname_np(-res), strerror(-res));
	else
		printf(" = %d\n", res);
}

static int request(struct io_uring_sqe sqe)
{
	submit(sqe);
	return result();
}

#define REQUEST(op, ...) request((struct io_uring_sqe){.opcode = (op), __VA_ARGS__})
#define AT(p) .addr = (unsigned long)(p)
#define AT2(p) .addr2 = (unsigned long)(p)

static void files(void)
{
	char buf[16] = "";
	struct iovec in[2] = {{buf, 3}, {buf + 8, 8}}, out[2] = {{"ab", 2}, {"cd", 2}};
	struct open_how how = {.flags = O_RDONLY, .resolve = RESOLVE_BENEATH};
	struct statx st;
	int fd, res;

	expect(REQUEST(IORING_OP_NOP), "uring:nop()");
	expect(REQUEST(IORING_OP_MKDIRAT, .fd = AT_FDCWD, AT("dir"), .len = 0700), "uring:mkdirat(AT_FDCWD, \"dir\", 0700)");
	fd = REQUEST(IORING_OP_OPENAT, .fd = AT_FDCWD, AT("dir/file"), .open_flags = O_RDWR | O_CREAT, .len = 0640);
	expect(fd, "uring:openat(AT_FDCWD, \"dir/file\", O_RDWR|O_CREAT, 0640)");
	res = REQUEST(IORING_OP_WRITE, .fd = fd, AT("hello\n"), .len = 6, .off = 0);
	expect(res, "uring:write(%d, \"hello\\n\", 6, 0, 0)", fd);
	res = REQUEST(IORING_OP_READ, .fd = fd, AT(buf), .len = 16, .off = 1);
	expect(res, "uring:read(%d, \"ello\\n\", 16, 1, 0)", fd);
	res = REQUEST(IORING_OP_WRITEV, .fd = fd, AT(out), .len = 2, .off = 2);
	expect(res, "uring:writev(%d, [{iov_base=\"ab\", iov_len=2}, {iov_base=\"cd\", iov_len=2}], 2, 2, 0)", fd);
	res = REQUEST(IORING_OP_READV, .fd = fd, AT(in), .len = 2, .off = 0);
	expect(res, "uring:readv(%d, [{iov_base=\"hea\", iov_len=3}, {iov_base=\"bcd\", iov_len=8}], 2, 0, 0)", fd);
	res = REQUEST(IORING_OP_FSYNC, .fd = fd, .fsync_flags = IORING_FSYNC_DATASYNC);
	expect(res, "uring:fsync(%d, 0, 0, IORING_FSYNC_DATASYNC)", fd);
	res = REQUEST(IORING_OP_FALLOCATE, .fd = fd, .len = 1 /* FALLOC_FL_KEEP_SIZE */, .off = 4, AT(8));
	expect(res, "uring:fallocate(%d, FALLOC_FL_KEEP_SIZE, 4, 8)", fd);
	res = REQUEST(OP_FTRUNCATE, .fd = fd, .off = 3);
	if (res != -EINVAL) /* Linux 6.9 */
		expect(res, "uring:ftruncate(%d, 3)", fd);
	res = REQUEST(IORING_OP_FADVISE, .fd = fd, .len = 10, .fadvise_advice = POSIX_FADV_DONTNEED);
	expect(res, "uring:fadvise(%d, 0, 10, POSIX_FADV_DONTNEED)", fd);
	expect(REQUEST(IORING_OP_CLOSE, .fd = fd), "uring:close(%d)", fd);
	res = REQUEST(IORING_OP_STATX, .fd = AT_FDCWD, AT("nothing"), .len = STATX_SIZE, .statx_flags = AT_SYMLINK_NOFOLLOW, .off = (unsigned long)&st);
	expect(res, "uring:statx(AT_FDCWD, \"nothing\", AT_STATX_SYNC_AS_STAT|AT_SYMLINK_NOFOLLOW, STATX_SIZE, %p)", (void *)&st);
	fd = REQUEST(IORING_OP_OPENAT2, .fd = AT_FDCWD, AT("dir/file"), .len = sizeof(how), .off = (unsigned long)&how);
	expect(fd, "uring:openat2(AT_FDCWD, \"dir/file\", {flags=O_RDONLY, resolve=RESOLVE_BENEATH}, 24)");
	close(fd);
	expect(REQUEST(IORING_OP_OPENAT, .fd = AT_FDCWD, AT("gone"), .open_flags = O_RDONLY), "uring:openat(AT_FDCWD, \"gone\", O_RDONLY)");
	res = REQUEST(IORING_OP_SYMLINKAT, .fd = AT_FDCWD, AT("file"), AT2("dir/link"));
	expect(res, "uring:symlinkat(\"file\", AT_FDCWD, \"dir/link\")");
	res = REQUEST(IORING_OP_LINKAT, .fd = AT_FDCWD, AT("dir/file"), .len = (unsigned)AT_FDCWD, AT2("dir/hard"));
	expect(res, "uring:linkat(AT_FDCWD, \"dir/file\", AT_FDCWD, \"dir/hard\", 0)");
	res = REQUEST(IORING_OP_RENAMEAT, .fd = AT_FDCWD, AT("dir/hard"), .len = (unsigned)AT_FDCWD, AT2("dir/new"), .rename_flags = RENAME_NOREPLACE);
	expect(res, "uring:renameat(AT_FDCWD, \"dir/hard\", AT_FDCWD, \"dir/new\", RENAME_NOREPLACE)");
	res = REQUEST(IORING_OP_SETXATTR, AT("user.a"), AT2("value"), .len = 5, .addr3 = (unsigned long)"gone");
	expect(res, "uring:setxattr(\"gone\", \"user.a\", \"value\", 5, 0)");
	expect(REQUEST(IORING_OP_UNLINKAT, .fd = AT_FDCWD, AT("dir/new")), "uring:unlinkat(AT_FDCWD, \"dir/new\", 0)");
	expect(REQUEST(IORING_OP_UNLINKAT, .fd = AT_FDCWD, AT("dir"), .unlink_flags = AT_REMOVEDIR), "uring:unlinkat(AT_FDCWD, \"dir\", AT_REMOVEDIR)");
}

static void sockets(void)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "nobody"};
	char buf[8];
	int pair[2], fd, res;

	fd = REQUEST(IORING_OP_SOCKET, .fd = AF_UNIX, .off = SOCK_STREAM);
	expect(fd, "uring:socket(AF_UNIX, SOCK_STREAM, 0, 0)");
	res = REQUEST(IORING_OP_CONNECT, .fd = fd, AT(&name), .addr2 = sizeof(name));
	expect(res, "uring:connect(%d, {sa_family=AF_UNIX, sun_path=\"nobody\"}, 110)", fd);
	close(fd);
	socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
	res = REQUEST(IORING_OP_SEND, .fd = pair[0], AT("ping"), .len = 4, .msg_flags = MSG_NOSIGNAL);
	expect(res, "uring:send(%d, \"ping\", 4, MSG_NOSIGNAL)", pair[0]);
	res = REQUEST(IORING_OP_RECV, .fd = pair[1], AT(buf), .len = 8);
	expect(res, "uring:recv(%d, \"ping\", 8, 0)", pair[1]);
	expect(REQUEST(IORING_OP_SHUTDOWN, .fd = pair[0], .len = SHUT_WR), "uring:shutdown(%d, SHUT_WR)", pair[0]);
	close(pair[0]);
	close(pair[1]);
}

/* A request that waits while the task does other things. */
static void waiting(void)
{
	struct __kernel_timespec ts = {.tv_nsec = 20000000};
	char buf[8];
	int ends[2], res;

	pipe(ends);
	submit((struct io_uring_sqe){.opcode = IORING_OP_READ, .fd = ends[0], AT(buf), .len = 8, .off = -1ULL});
	write(ends[1], "later", 5);
	expect(result(), "uring:read(%d, \"later\", 8, -1, 0)", ends[0]);
	submit((struct io_uring_sqe){.opcode = IORING_OP_POLL_ADD, .fd = ends[0], .poll32_events = POLLIN});
	write(ends[1], "x", 1);
	res = result();
	printf("uring:poll_add(%d, POLLIN, 0) = POLLIN\n", ends[0]);
	if (res != POLLIN)
		exit(1);
	expect(REQUEST(IORING_OP_TIMEOUT, AT(&ts), .len = 1, .off = 0), "uring:timeout({tv_sec=0, tv_nsec=20000000}, 0, 0)");
	expect(REQUEST(IORING_OP_ASYNC_CANCEL, .fd = -1, AT(0x1234)), "uring:async_cancel(-1, 0x1234, 0)");
	/* Never completes. */
	submit((struct io_uring_sqe){.opcode = IORING_OP_POLL_ADD, .fd = ends[1], .poll32_events = POLLPRI});
	printf("uring:poll_add(%d, POLLPRI, 0) = ?\n", ends[1]);
}

int main(int argc, char **argv)
{
	if (argc < 2 || chdir(argv[1]))
		return 1;
	ring_open(argc > 2 ? IORING_SETUP_SQPOLL : 0);
	files();
	sockets();
	waiting();
	return 0;
}
