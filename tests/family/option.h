/*
 * Options of sockets on bytes that are all different, and the lines expected of them, in the forms of named.h:
 *
 *   STRUCT(tcp_repair_window, N(snd_wl1); N(snd_wnd); ...)
 *   ...
 *   BOTH_WAYS(SOL_TCP, TCP_REPAIR_WINDOW, struct tcp_repair_window, tcp_repair_window);
 */
#ifndef RINGSIDE_TESTS_FAMILY_OPTION_H
#define RINGSIDE_TESTS_FAMILY_OPTION_H

#include "named.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

/* Addresses. */
static void put_in4(const void *address) __attribute__((unused));
static void put_in4(const void *address)
{
	char text[INET_ADDRSTRLEN];

	put("inet_addr(\"%s\")", inet_ntop(AF_INET, address, text, sizeof(text)));
}

static void put_in6(const char *name, const void *address) __attribute__((unused));
static void put_in6(const char *name, const void *address)
{
	char text[INET6_ADDRSTRLEN];

	put("%sinet_pton(AF_INET6, \"%s\", &%s)", request_comma, inet_ntop(AF_INET6, address, text, sizeof(text)), name);
	request_comma = ", ";
}

static void put_sockaddr(const void *address) __attribute__((unused));
static void put_sockaddr(const void *address)
{
	const struct sockaddr_in *in = address;
	const struct sockaddr_in6 *in6 = address;

	if (in->sin_family == AF_INET) {
		put("{sa_family=AF_INET, sin_port=htons(%u), sin_addr=", ntohs(in->sin_port));
		put_in4(&in->sin_addr);
		put("}");
		return;
	}
	put("{sa_family=AF_INET6, sin6_port=htons(%u), sin6_flowinfo=htonl(%u)", ntohs(in6->sin6_port), ntohl(in6->sin6_flowinfo));
	put_in6("sin6_addr", &in6->sin6_addr);
	put(", sin6_scope_id=%u}", in6->sin6_scope_id);
}

static void put_in6_alone(const void *address)
{
	char text[INET6_ADDRSTRLEN];

	put("inet_pton(AF_INET6, \"%s\")", inet_ntop(AF_INET6, address, text, sizeof(text)));
}

#define I4(m) (put_open(#m), put_in4(&p->m))
#define I6(m) put_in6(#m, &p->m)
#define SA(m) (put_open(#m), put_sockaddr(&p->m))
#define PORT(m) (put_open(#m), put("htons(%u)", ntohs((__u16)p->m)))
/* The index of an interface that is not there. */
#define IFINDEX(m) (put_open(#m), put("%u", (unsigned)p->m))
#define HTONL(m) (put_open(#m), put("htonl(%u)", ntohl((__u32)p->m)))
#define XBE(m) (put_open(#m), put("%#x", sizeof(p->m) == 2 ? ntohs((__u16)p->m) : ntohl((__u32)p->m)))
/* An address in memory that is all different bytes. */
static void make_sockaddr(void *at, int family) __attribute__((unused));
static void make_sockaddr(void *at, int family)
{
	*(unsigned short *)at = (unsigned short)family;
	((unsigned char *)at)[8] &= 0x3f; /* no address of a link, whose scope is an interface */
}

typedef void shower(const void *);

/* A value of that length in the arena. */
static void option(int set, const char *level_name, int level, const char *name, int optname, unsigned length, shower *show) __attribute__((unused));
static void option(int set, const char *level_name, int level, const char *name, int optname, unsigned length, shower *show)
{
	unsigned *told = (unsigned *)(arena + 0x7000);

	*told = length;
	if (set)
		ok(SYS_setsockopt, -1, level, optname, arena, length);
	else
		ok(SYS_getsockopt, -1, level, optname, arena, told);
	request_length = 0;
	put("%s(-1, %s, %s, ", set ? "setsockopt" : "getsockopt", level_name, name);
	show(arena);
	put(set ? ", %u)" : ", [%u])", length);
	expect_call(request_line, "0");
}

static void fresh(void) __attribute__((unused));
static void fresh(void)
{
	fill(arena, 0x6000, RISING);
}

#ifndef SOL_TCP
#define SOL_TCP 6
#endif
#ifndef CLOCK_TAI
#define CLOCK_TAI 11
#endif
#ifndef SOL_SCTP
#define SOL_SCTP 132
#endif
#ifndef SOL_MPTCP
#define SOL_MPTCP 284
#endif
#ifndef SOL_TLS
#define SOL_TLS 282
#endif
#ifndef SOL_XDP
#define SOL_XDP 283
#endif
#ifndef SOL_RDS
#define SOL_RDS 276
#endif
#ifndef SOL_DCCP
#define SOL_DCCP 269
#endif
#ifndef SOL_ICMPV6
#define SOL_ICMPV6 58
#endif

/* Names have to be made texts before they become numbers. */
#define SET_N(level, name, n, shown) option(1, #level, level, #name, name, n, (shower *)show_##shown)
#define GET_N(level, name, n, shown) option(0, #level, level, #name, name, n, (shower *)show_##shown)
#define SET(level, name, type, shown) option(1, #level, level, #name, name, sizeof(type), (shower *)show_##shown)
#define GET(level, name, type, shown) option(0, #level, level, #name, name, sizeof(type), (shower *)show_##shown)
#define BOTH_WAYS(level, name, type, shown) \
	(option(1, #level, level, #name, name, sizeof(type), (shower *)show_##shown), \
	 option(0, #level, level, #name, name, sizeof(type), (shower *)show_##shown))

/* What is too short for its struct. */
static void show_bytes_3(const void *p) __attribute__((unused));
static void show_bytes_3(const void *p)
{
	put("\"\\1\\2\\3\"");
}

/* What is no struct of members. */
#define RAW(type, name, ...) \
	static void show_##name(const type *of_) { __VA_ARGS__; }

#endif
