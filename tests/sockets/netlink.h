/* Netlink messages that go nowhere: sockets of all protocols, calls that the stand-in answers. */
#ifndef RINGSIDE_TESTS_SOCKETS_NETLINK_H
#define RINGSIDE_TESTS_SOCKETS_NETLINK_H

#include "standin.h"

#include <linux/netlink.h>

enum { MESSAGE_MAX = 8192, DEPTH_MAX = 5, PROTOCOLS = 24 };

static int sockets[PROTOCOLS]; /* -1: not in this kernel */
static unsigned char pattern[1024], ones[1024];
static unsigned char *message_end; /* nothing is mapped behind it */

/* Sockets have an address before the first call, as the tracer learns of their protocol from the kernel. Then nothing is sent any more. */
static void netlink_begin(void) __attribute__((unused));
static void netlink_begin(void)
{
	static const int zero[] = {SYS_sendto, SYS_sendmsg, -1}, told[] = {SYS_recvfrom, SYS_recvmsg, -1};
	struct sockaddr_nl any = {.nl_family = AF_NETLINK};

	for (int i = 0; i < PROTOCOLS; i++) {
		sockets[i] = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, i);
		if (sockets[i] >= 0 && bind(sockets[i], (void *)&any, sizeof(any)))
			sockets[i] = -1;
	}
	for (unsigned i = 0; i < sizeof(pattern); i++) {
		pattern[i] = (unsigned char)(i * 7 + 3);
		ones[i] = 0xff;
	}
	message_end = (unsigned char *)before_nothing(MESSAGE_MAX) + MESSAGE_MAX;
	standin_begin(zero, told);
}

/* So many bytes, at the end of what is readable, as sent. */
static void send_bytes(int protocol, const void *bytes, size_t len) __attribute__((unused));
static void send_bytes(int protocol, const void *bytes, size_t len)
{
	if (sockets[protocol] < 0)
		return;
	memcpy(message_end - len, bytes, len);
	syscall(SYS_sendto, sockets[protocol], message_end - len, len, 0, NULL, 0);
}

static void receive_bytes(int protocol, const void *bytes, size_t len) __attribute__((unused));
static void receive_bytes(int protocol, const void *bytes, size_t len)
{
	if (sockets[protocol] < 0)
		return;
	memcpy(message_end - len, bytes, len);
	standin->result = (int64_t)len;
	syscall(SYS_recvfrom, sockets[protocol], message_end - len, len, 0, NULL, NULL);
}

/* A message in parts: header, then attributes, nested ones opened and closed. */
struct message {
	unsigned char bytes[MESSAGE_MAX];
	size_t len, open[DEPTH_MAX];
	unsigned depth;
};

static void put_bytes(struct message *m, const void *bytes, size_t len) __attribute__((unused));
static void put_bytes(struct message *m, const void *bytes, size_t len)
{
	memcpy(m->bytes + m->len, bytes, len);
	m->len += len;
	while (m->len % 4)
		m->bytes[m->len++] = 0;
}

static void start(struct message *m, unsigned type, unsigned flags, const void *head, size_t head_len) __attribute__((unused));
static void start(struct message *m, unsigned type, unsigned flags, const void *head, size_t head_len)
{
	struct nlmsghdr h = {.nlmsg_type = (uint16_t)type, .nlmsg_flags = (uint16_t)flags};

	m->len = m->depth = 0;
	put_bytes(m, &h, sizeof(h));
	put_bytes(m, head, head_len);
}

static void open_nest(struct message *m, unsigned type) __attribute__((unused));
static void open_nest(struct message *m, unsigned type)
{
	struct nlattr a = {.nla_type = (uint16_t)type};

	m->open[m->depth++] = m->len;
	put_bytes(m, &a, sizeof(a));
}

static void put_attribute(struct message *m, unsigned type, const void *bytes, size_t len) __attribute__((unused));
static void put_attribute(struct message *m, unsigned type, const void *bytes, size_t len)
{
	struct nlattr a = {(uint16_t)(sizeof(a) + len), (uint16_t)type};

	put_bytes(m, &a, sizeof(a));
	put_bytes(m, bytes, len);
}

static void finish(struct message *m) __attribute__((unused));
static void finish(struct message *m)
{
	uint32_t len = (uint32_t)m->len;

	while (m->depth) {
		size_t at = m->open[--m->depth];
		uint16_t n = (uint16_t)(m->len - at);
		memcpy(m->bytes + at, &n, sizeof(n));
	}
	memcpy(m->bytes, &len, sizeof(len));
}

#endif
