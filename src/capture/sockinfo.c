/*
 * Sockets by inode: see sockinfo.h. UNIX sockets can be asked for by inode; internet and netlink ones only all at once, so
 * addresses that won't change (of a connected socket) are remembered.
 */
#include "capture/sockinfo.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/map.h"

#ifndef IPPROTO_UDPLITE
#define IPPROTO_UDPLITE 136
#endif

enum { CACHE_MAX = 65536 };

struct query {
	uint64_t inode;
	struct buf *out; /* the details, without brackets */
	bool found;
	bool lasting;    /* the details won't change while the socket lives */
	int protocol;    /* of a netlink socket */
};

/* A reply message of the dump; whether it was the one. */
typedef bool take_fn(struct query *q, const struct nlmsghdr *msg);

static struct map cache; /* inode → details, malloc'ed */

static int diag_socket(void)
{
	static int fd = -1;

	if (fd < 0)
		fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
	return fd;
}

/* Reads replies to the end, even behind a hit: the socket serves the next question too. */
static void read_replies(int fd, struct query *q, take_fn *take)
{
	_Alignas(struct nlmsghdr) char data[32768];

	for (;;) {
		ssize_t n = recv(fd, data, sizeof(data), 0);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return;
		size_t left = (size_t)n;
		for (const struct nlmsghdr *m = (const void *)data; NLMSG_OK(m, left); m = NLMSG_NEXT(m, left)) {
			if (m->nlmsg_type == NLMSG_DONE || m->nlmsg_type == NLMSG_ERROR)
				return;
			if (!q->found && m->nlmsg_type == SOCK_DIAG_BY_FAMILY)
				q->found = take(q, m);
			if (!(m->nlmsg_flags & NLM_F_MULTI))
				return;
		}
	}
}

static bool ask(struct query *q, const void *request, size_t len, int flags, take_fn *take)
{
	struct {
		struct nlmsghdr head;
		char body[128];
	} msg = {.head = {.nlmsg_len = (uint32_t)NLMSG_LENGTH(len), .nlmsg_type = SOCK_DIAG_BY_FAMILY,
	                  .nlmsg_flags = (uint16_t)(NLM_F_REQUEST | flags)}};
	int fd = diag_socket();

	memcpy(msg.body, request, len);
	if (fd < 0 || send(fd, &msg, msg.head.nlmsg_len, 0) < 0)
		return false;
	read_replies(fd, q, take);
	return q->found;
}

static void put_address(struct buf *out, int family, const uint32_t *addr, uint16_t port)
{
	char text[INET6_ADDRSTRLEN] = "";

	inet_ntop(family, addr, text, sizeof(text));
	buf_printf(out, family == AF_INET6 ? "[%s]:%u" : "%s:%u", text, ntohs(port));
}

static void put_inet(struct buf *out, const struct sockinfo_facts *f)
{
	put_address(out, f->family, f->addr, f->port);
	if (f->peer_port) {
		buf_puts(out, "->");
		put_address(out, f->family, f->peer_addr, f->peer_port);
	}
}

static bool take_inet(struct query *q, const struct nlmsghdr *m)
{
	const struct inet_diag_msg *d = NLMSG_DATA(m);

	if (m->nlmsg_len < NLMSG_LENGTH(sizeof(*d)) || d->idiag_inode != q->inode)
		return false;
	put_inet(q->out, &(struct sockinfo_facts){
		.family = d->idiag_family, .addr = d->id.idiag_src, .port = d->id.idiag_sport, .peer_addr = d->id.idiag_dst, .peer_port = d->id.idiag_dport,
	});
	q->lasting = d->id.idiag_dport != 0;
	return true;
}

static bool ask_inet(struct query *q, uint8_t family, uint8_t protocol)
{
	struct inet_diag_req_v2 request = {.sdiag_family = family, .sdiag_protocol = protocol, .idiag_states = UINT32_MAX};

	return ask(q, &request, sizeof(request), NLM_F_DUMP, take_inet);
}

static void put_quoted(struct buf *out, const uint8_t *s, size_t len)
{
	static const char plain[] = "\"\\\n\t\r\f\v", letter[] = "\"\\ntrfv";

	buf_putc(out, '"');
	for (size_t i = 0; i < len; i++) {
		const char *at = s[i] ? strchr(plain, s[i]) : NULL;
		bool digit_follows = i + 1 < len && s[i + 1] >= '0' && s[i + 1] <= '9';
		if (at)
			buf_printf(out, "\\%c", letter[at - plain]);
		else if (s[i] >= ' ' && s[i] < 0x7f)
			buf_putc(out, (char)s[i]);
		else
			buf_printf(out, digit_follows ? "\\%03o" : "\\%o", s[i]);
	}
	buf_putc(out, '"');
}

static void put_unix(struct buf *out, const struct sockinfo_facts *f)
{
	buf_udec(out, f->inode);
	if (f->peer_inode)
		buf_printf(out, "->%u", f->peer_inode);
	if (f->path_len) {
		size_t skip = f->path[0] == '\0';
		buf_puts(out, skip ? ",@" : ",");
		put_quoted(out, f->path + skip, strnlen((const char *)f->path + skip, f->path_len - skip));
	}
}

static bool take_unix(struct query *q, const struct nlmsghdr *m)
{
	const struct unix_diag_msg *d = NLMSG_DATA(m);
	const struct rtattr *name = NULL;
	uint32_t peer = 0;

	if (m->nlmsg_len < NLMSG_LENGTH(sizeof(*d)) || d->udiag_ino != q->inode)
		return false;
	size_t left = m->nlmsg_len - NLMSG_LENGTH(sizeof(*d));
	for (const struct rtattr *a = (const void *)(d + 1); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
		if (a->rta_type == UNIX_DIAG_NAME && RTA_PAYLOAD(a))
			name = a;
		else if (a->rta_type == UNIX_DIAG_PEER && RTA_PAYLOAD(a) >= sizeof(peer))
			memcpy(&peer, RTA_DATA(a), sizeof(peer));
	}
	q->lasting = peer != 0; /* the reference goes on showing a peer that has closed */
	put_unix(q->out, &(struct sockinfo_facts){
		.inode = q->inode, .peer_inode = peer, .path = name ? RTA_DATA(name) : NULL, .path_len = name ? RTA_PAYLOAD(name) : 0,
	});
	return true;
}

static bool ask_unix(struct query *q)
{
	struct unix_diag_req request = {
		.sdiag_family = AF_UNIX, .udiag_states = UINT32_MAX, .udiag_ino = (uint32_t)q->inode,
		.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER,
		.udiag_cookie = {UINT32_MAX, UINT32_MAX}, /* INET_DIAG_NOCOOKIE: any generation of that inode */
	};

	return ask(q, &request, sizeof(request), 0, take_unix);
}

/* linux/netlink.h */
static const char *const netlink_names[] = {
	[0] = "ROUTE", [1] = "UNUSED", [2] = "USERSOCK", [3] = "FIREWALL", [4] = "SOCK_DIAG", [5] = "NFLOG", [6] = "XFRM",
	[7] = "SELINUX", [8] = "ISCSI", [9] = "AUDIT", [10] = "FIB_LOOKUP", [11] = "CONNECTOR", [12] = "NETFILTER",
	[13] = "IP6_FW", [14] = "DNRTMSG", [15] = "KOBJECT_UEVENT", [16] = "GENERIC", [18] = "SCSITRANSPORT",
	[19] = "ECRYPTFS", [20] = "RDMA", [21] = "CRYPTO", [22] = "SMC",
};

static void put_netlink(struct buf *out, const struct sockinfo_facts *f)
{
	size_t known = sizeof(netlink_names) / sizeof(*netlink_names);
	const char *name = f->protocol < known ? netlink_names[f->protocol] : NULL;

	if (name)
		buf_puts(out, name);
	else
		buf_udec(out, f->protocol);
	buf_printf(out, ":%u", f->portid);
}

static bool take_netlink(struct query *q, const struct nlmsghdr *m)
{
	const struct netlink_diag_msg *d = NLMSG_DATA(m);

	if (m->nlmsg_len < NLMSG_LENGTH(sizeof(*d)) || d->ndiag_ino != q->inode)
		return false;
	q->protocol = d->ndiag_protocol;
	put_netlink(q->out, &(struct sockinfo_facts){.protocol = d->ndiag_protocol, .portid = d->ndiag_portid});
	return true;
}

static bool ask_netlink(struct query *q)
{
	struct netlink_diag_req request = {.sdiag_family = AF_NETLINK, .sdiag_protocol = NDIAG_PROTO_ALL};

	return ask(q, &request, sizeof(request), NLM_F_DUMP, take_netlink);
}

static const struct protocol {
	const char *attribute; /* as the kernel calls it */
	const char *name;      /* as we show it */
	uint8_t family, number;
} protocols[] = {
	{"TCP", "TCP", AF_INET, IPPROTO_TCP},
	{"TCPv6", "TCPv6", AF_INET6, IPPROTO_TCP},
	{"MPTCP", "TCP", AF_INET, IPPROTO_TCP}, /* as strace has it, once there is an address */
	{"MPTCPv6", "TCPv6", AF_INET6, IPPROTO_TCP},
	{"UDP", "UDP", AF_INET, IPPROTO_UDP},
	{"UDPv6", "UDPv6", AF_INET6, IPPROTO_UDP},
	{"UDP-Lite", "UDPLITE", AF_INET, IPPROTO_UDPLITE},
	{"UDPLITEv6", "UDPLITEv6", AF_INET6, IPPROTO_UDPLITE},
	{"RAW", "RAW", AF_INET, 0},
	{"RAWv6", "RAWv6", AF_INET6, 0},
	{"UNIX", "UNIX", AF_UNIX, 0},
	{"UNIX-STREAM", "UNIX-STREAM", AF_UNIX, 0},
	{"NETLINK", "NETLINK", AF_NETLINK, 0},
};

static bool is_mptcp(const struct protocol *p)
{
	return p->attribute[0] == 'M';
}

static bool ask_protocol(struct query *q, const struct protocol *p)
{
	if (p->family == AF_UNIX)
		return ask_unix(q);
	if (p->family == AF_NETLINK)
		return ask_netlink(q);
	return p->number && ask_inet(q, p->family, p->number);
}

static void remember(const struct query *q, const char *details, size_t len)
{
	if (cache.len < CACHE_MAX)
		map_put(&cache, q->inode, strndup(details, len));
}

static void describe(struct buf *out, const struct protocol *p, uint64_t inode)
{
	struct query q = {.inode = inode, .out = out};
	size_t before = out->len;

	buf_printf(out, "%s:[", p->name);
	size_t start = out->len;
	const char *cached = map_get(&cache, inode);
	if (cached) {
		buf_puts(out, cached);
	} else if (!ask_protocol(&q, p)) {
		if (is_mptcp(p)) {
			out->len = before;
			return;
		}
		buf_udec(out, inode);
	} else if (q.lasting) {
		remember(&q, out->data + start, out->len - start);
	}
	buf_putc(out, ']');
}

static const struct protocol *protocol_of(const char *attribute)
{
	for (size_t i = 0; i < sizeof(protocols) / sizeof(*protocols); i++)
		if (strcmp(protocols[i].attribute, attribute) == 0)
			return &protocols[i];
	return NULL;
}

void sockinfo_describe(struct buf *out, const char *proto, uint64_t inode)
{
	const struct protocol *p = protocol_of(proto);

	if (p)
		describe(out, p, inode);
}

void sockinfo_put(struct buf *out, const struct sockinfo_facts *f)
{
	const struct protocol *p = protocol_of(f->proto);

	if (!p || (is_mptcp(p) && !f->port))
		return;
	buf_printf(out, "%s:[", p->name);
	if (p->family == AF_UNIX)
		put_unix(out, f);
	else if (p->family == AF_NETLINK && f->portid)
		put_netlink(out, f);
	else if (p->number && f->port)
		put_inet(out, f);
	else
		buf_udec(out, f->inode);
	buf_putc(out, ']');
}

int sockinfo_netlink(const char *proto, uint64_t inode)
{
	struct buf details = {0};
	struct query q = {.inode = inode, .out = &details};

	if (strcmp(proto, "NETLINK"))
		return NOT_NETLINK;
	bool found = ask_netlink(&q);
	buf_done(&details);
	return found ? q.protocol : NETLINK_UNBOUND;
}
