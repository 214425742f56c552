/*
 * Control messages and the vectors around them, sent and received.
 * trace: sendmsg,recvmsg,sendmmsg,recvmmsg; only: , -X raw, -X verbose;
 */
#include "standin.h"

#include <netinet/in.h>
#include <sys/uio.h>
#include <time.h>

static unsigned char pattern[512];
static struct msghdr *header;
static unsigned char *control_end;

static void both(void)
{
	syscall(SYS_sendmsg, -1, header, 0);
	syscall(SYS_recvmsg, -1, header, 0);
}

/* A control buffer of that many bytes, at the end of what is readable. */
static void control(const void *bytes, size_t len)
{
	memcpy(control_end - len, bytes, len);
	header->msg_control = control_end - len;
	header->msg_controllen = len;
	both();
}

static size_t put(unsigned char *at, int level, int type, const void *data, size_t len)
{
	struct cmsghdr h = {.cmsg_len = CMSG_LEN(len), .cmsg_level = level, .cmsg_type = type};

	memset(at, 0, CMSG_SPACE(len));
	memcpy(at, &h, sizeof(h));
	memcpy(at + CMSG_LEN(0), data, len);
	return CMSG_SPACE(len);
}

static void one(int level, int type, size_t len)
{
	unsigned char bytes[512];

	control(bytes, put(bytes, level, type, pattern, len));
}

static void every_type(void)
{
	static const struct {
		int level, last;
	} levels[] = {{SOL_SOCKET, 90}, {SOL_IP, 56}, {SOL_IPV6, 82}, {6, 4}, {17, 106}, {132, 12}, {255, 3}, {263, 10}, {270, 5}, {271, 6}, {282, 4}, {999, 2}};
	static const unsigned char lengths[] = {0, 1, 3, 4, 8, 12, 16, 20, 32, 48, 64};

	for (unsigned i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		for (int type = 0; type < levels[i].last; type++)
			for (unsigned k = 0; k < (i < 3 ? sizeof(lengths) : 5); k++)
				one(levels[i].level, type, lengths[k]);
	for (unsigned len = 0; len < 60; len++) {
		one(SOL_SOCKET, 1, len);
		one(SOL_IP, 11, len);
	}
}

/* Lengths that cannot be, several messages, some bytes of one. */
static void chains(void)
{
	unsigned char bytes[2048];
	size_t n = 0;
	static const size_t lengths[] = {16, 17, 20, 24, 1000};

	n += put(bytes, SOL_SOCKET, 1, "\1\0\0\0\2\0\0\0", 8);
	n += put(bytes + n, SOL_SOCKET, 2, pattern, 12);
	n += put(bytes + n, SOL_IP, 2, "\100\0\0\0", 4);
	for (size_t len = 0; len <= n; len++)
		control(bytes, len);
	for (unsigned i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		memcpy(bytes, &lengths[i], sizeof(size_t));
		control(bytes, n);
	}
	n = 0;
	for (int i = 0; i < 40; i++)
		n += put(bytes + n, SOL_SOCKET, 1, "\3\0\0\0", 4);
	control(bytes, n);
}

static void offenders(void)
{
	struct {
		unsigned error;
		unsigned char origin, type, code, pad;
		unsigned info, data;
		struct sockaddr_in6 from;
	} e = {111, 2, 3, 4, 0, 5, 6, {.sin6_family = AF_INET, .sin6_port = 0x5000}};
	unsigned char bytes[256];

	for (unsigned char origin = 0; origin < 9; origin++) {
		e.origin = origin;
		control(bytes, put(bytes, SOL_IP, 11, &e, sizeof(e)));
		control(bytes, put(bytes, SOL_IPV6, 25, &e, sizeof(e)));
	}
}

static void headers(void)
{
	struct iovec iov[40];
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = 0x5000};
	static const size_t counts[] = {0, 1, 2, 33, 40};

	for (unsigned i = 0; i < 40; i++)
		iov[i] = (struct iovec){(void *)(pattern + i), i};
	for (unsigned i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		*header = (struct msghdr){.msg_name = &to, .msg_namelen = i * 4, .msg_iov = iov, .msg_iovlen = counts[i], .msg_flags = 1 << i};
		both();
	}
	*header = (struct msghdr){.msg_iov = (void *)1, .msg_iovlen = 3, .msg_control = (void *)1, .msg_controllen = 16, .msg_name = (void *)1, .msg_namelen = 16};
	both();
	*header = (struct msghdr){.msg_controllen = 16, .msg_iovlen = 2, .msg_namelen = 3};
	both();
	syscall(SYS_recvmsg, -1, header, MSG_DONTWAIT);
	syscall(SYS_recvmsg, -1, NULL, 0);
	syscall(SYS_recvmsg, -1, (void *)1, 0);
	syscall(SYS_sendmsg, -1, (char *)header + sizeof(*header) - 8, ~0u);
}

static void vectors(void)
{
	struct iovec iov[] = {{pattern, 40}, {pattern + 100, 3}};
	struct mmsghdr *many = (void *)before_nothing(3 * sizeof(*many));
	static struct timespec wait = {1, 5};
	unsigned char bytes[64];

	for (int i = 0; i < 3; i++)
		many[i] = (struct mmsghdr){{.msg_iov = iov, .msg_iovlen = 2}, (unsigned)i * 20};
	many[1].msg_hdr.msg_control = bytes;
	many[1].msg_hdr.msg_controllen = put(bytes, SOL_SOCKET, 1, "\0\0\0\0", 4);
	for (int result = -1; result < 4; result++) {
		for (unsigned n = result < 1 ? 1 : (unsigned)result; n < 4; n++) {
			standin->result = result < 0 ? -EAGAIN : result;
			syscall(SYS_sendmmsg, -1, many, n, 0x40);
			syscall(SYS_recvmmsg, -1, many, n, 0, NULL);
			syscall(SYS_recvmmsg, -1, many, n, 0, &wait);
		}
	}
	standin->result = 2;
	syscall(SYS_sendmmsg, -1, NULL, 2, 0);
	syscall(SYS_recvmmsg, -1, (void *)1, 2, 0, (void *)1);
	syscall(SYS_recvmmsg, -1, many, 3, ~0u, &wait);
}

int main(void)
{
	static const int zero[] = {SYS_sendmsg, SYS_recvmsg, -1}, told[] = {SYS_sendmmsg, SYS_recvmmsg, -1};

	for (unsigned i = 0; i < sizeof(pattern); i++)
		pattern[i] = (unsigned char)(i * 7 + 3);
	header = (void *)before_nothing(sizeof(*header));
	control_end = (unsigned char *)before_nothing(4096) + 4096;
	standin_begin(zero, told);
	every_type();
	chains();
	offenders();
	headers();
	vectors();
	return 0;
}
