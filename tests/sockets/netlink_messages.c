/*
 * Netlink messages of all protocols: types, flags, heads of every length; chains of messages; replies.
 * trace: sendto,recvfrom,sendmsg,recvmsg; only: , -v, -s 8, -X raw, -X verbose, -e verbose=none; i386
 */
#include "netlink.h"

#include <linux/rtnetlink.h>
#include <sys/uio.h>

static void types(int protocol, unsigned from, unsigned to)
{
	struct message m;

	for (unsigned type = from; type < to; type++) {
		start(&m, type, 0xffff, pattern, 40);
		finish(&m);
		send_bytes(protocol, m.bytes, m.len);
		start(&m, type, type & 1, ones, 80);
		finish(&m);
		send_bytes(protocol, m.bytes, m.len);
	}
}

/* What follows the header, of every length, for some families. */
static void heads(int protocol, unsigned type, unsigned family, unsigned flags)
{
	struct message m;

	for (unsigned len = 0; len < 80; len += len < 36 ? 1 : 7) {
		unsigned char head[128] = {0};
		memcpy(head, pattern, len);
		head[0] = (unsigned char)family;
		start(&m, type, flags, head, len);
		uint32_t n = 16 + len;
		memcpy(m.bytes, &n, sizeof(n));
		m.len = n;
		send_bytes(protocol, m.bytes, m.len);
	}
}

static void flags(int protocol, unsigned type)
{
	struct message m;

	for (unsigned bit = 1; bit < 0x10000; bit <<= 1) {
		start(&m, type, bit, pattern, 20);
		finish(&m);
		send_bytes(protocol, m.bytes, m.len);
	}
}

static void put_message(struct message *m, uint32_t len, unsigned type, size_t real)
{
	struct nlmsghdr h = {.nlmsg_len = len, .nlmsg_type = (uint16_t)type, .nlmsg_seq = 7, .nlmsg_pid = 1};

	put_bytes(m, &h, sizeof(h));
	put_bytes(m, pattern, real);
}

static void chains(int protocol)
{
	static const uint32_t lengths[] = {0, 1, 15, 16, 17, 19, 20, 24, 0x7fffffff, 0xffffffff};
	struct message m;

	for (unsigned i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		m.len = m.depth = 0;
		put_message(&m, lengths[i], NLMSG_NOOP, 8);
		put_message(&m, 24, NLMSG_DONE, 8);
		put_message(&m, 20, NLMSG_DONE, 4);
		send_bytes(protocol, m.bytes, m.len);
		send_bytes(protocol, m.bytes, m.len - 3);
		receive_bytes(protocol, m.bytes, m.len);
	}
	m.len = 0;
	for (int i = 0; i < 40; i++)
		put_message(&m, 20, NLMSG_OVERRUN, 4);
	receive_bytes(protocol, m.bytes, m.len);
	for (unsigned len = 0; len < 24; len++)
		send_bytes(protocol, pattern, len);
}

static void replies(int protocol)
{
	struct message m;
	static const int errors[] = {0, -2, -95, 22, -4096};
	struct nlmsghdr request = {.nlmsg_len = 32, .nlmsg_type = RTM_GETLINK, .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP};

	for (unsigned i = 0; i < sizeof(errors) / sizeof(*errors); i++) {
		for (unsigned f = 0; f < 4; f++) {
			unsigned char body[64] = {0};
			memcpy(body, &errors[i], 4);
			memcpy(body + 4, &request, sizeof(request));
			start(&m, NLMSG_ERROR, f << 8, body, f & 1 ? 20 : 36);
			if (f & 1) {
				put_attribute(&m, NLMSGERR_ATTR_MSG, "what is wrong", 14);
				put_attribute(&m, NLMSGERR_ATTR_OFFS, pattern, 4);
				put_attribute(&m, NLMSGERR_ATTR_COOKIE, pattern, 8);
			}
			finish(&m);
			receive_bytes(protocol, m.bytes, m.len);
		}
	}
	for (unsigned len = 0; len < 40; len += 3) {
		start(&m, NLMSG_ERROR, 0, pattern, len);
		finish(&m);
		receive_bytes(protocol, m.bytes, m.len);
		start(&m, NLMSG_DONE, NLM_F_MULTI, pattern, len);
		finish(&m);
		receive_bytes(protocol, m.bytes, m.len);
	}
}

static void vectors(int protocol)
{
	struct message m;
	struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};
	struct iovec iov[2];
	struct msghdr h = {.msg_name = &kernel, .msg_namelen = sizeof(kernel), .msg_iov = iov, .msg_iovlen = 2};

	if (sockets[protocol] < 0)
		return;
	start(&m, RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
	put_attribute(&m, 29, "\1\0\0\0", 4);
	finish(&m);
	iov[0] = (struct iovec){m.bytes, m.len};
	iov[1] = (struct iovec){m.bytes, 20};
	syscall(SYS_sendmsg, sockets[protocol], &h, 0);
	for (size_t n = 0; n <= m.len + 20; n += 10) {
		standin->result = (int64_t)n;
		syscall(SYS_recvmsg, sockets[protocol], &h, 0);
	}
	standin->result = -EAGAIN;
	syscall(SYS_recvmsg, sockets[protocol], &h, MSG_DONTWAIT);
}

int main(void)
{
	static const unsigned families[] = {AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, AF_VSOCK, 43, 44};

	netlink_begin();
	types(NETLINK_ROUTE, 0, 0x80);
	types(NETLINK_SOCK_DIAG, 0, 0x1a);
	types(NETLINK_XFRM, 0, 0x30);
	types(NETLINK_SELINUX, 0, 0x16);
	types(NETLINK_AUDIT, 990, 1110);
	types(NETLINK_AUDIT, 1190, 1430);
	types(NETLINK_AUDIT, 1690, 1820);
	types(NETLINK_NETFILTER, 0, 0x20);
	for (unsigned subsystem = 1; subsystem < 13; subsystem++)
		types(NETLINK_NETFILTER, subsystem << 8, (subsystem << 8) + 36);
	types(NETLINK_GENERIC, 0, 17);
	for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
		types(protocol, 0, 5);
		chains(protocol);
		replies(protocol);
		vectors(protocol);
	}
	for (unsigned type = RTM_BASE; type < 0x70; type += 4)
		heads(NETLINK_ROUTE, type, AF_INET, 0);
	for (unsigned i = 0; i < sizeof(families) / sizeof(*families); i++) {
		heads(NETLINK_SOCK_DIAG, 20, families[i], NLM_F_REQUEST);
		heads(NETLINK_SOCK_DIAG, 20, families[i], 0);
	}
	heads(NETLINK_NETFILTER, 0xa00, AF_INET, NLM_F_REQUEST);
	heads(NETLINK_GENERIC, 16, 1, NLM_F_REQUEST);
	heads(NETLINK_SELINUX, 16, 1, 0);
	heads(NETLINK_XFRM, 16, 1, 0);
	for (int protocol = 0; protocol < PROTOCOLS; protocol++)
		for (unsigned type = 16; type < 20; type++)
			flags(protocol, type);
	return 0;
}
