/* Addresses of sockets by inode, from sock_diag(7). */
#ifndef RINGSIDE_CAPTURE_SOCKINFO_H
#define RINGSIDE_CAPTURE_SOCKINFO_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Appends "PROTO:[details]" for a socket whose protocol name is what the attribute system.sockprotoname says (TCP, UDP-Lite,
 * UNIX-STREAM, NETLINK, ...). Nothing is appended for protocols that have no such notation.
 */
void sockinfo_describe(struct buf *out, const char *proto, uint64_t inode);

/* What is known of a socket, as far as its family has it. */
struct sockinfo_facts {
	const char *proto;            /* as above */
	uint64_t inode;
	int family;
	const uint32_t *addr, *peer_addr;
	uint16_t port, peer_port;     /* network order; 0: not bound, not connected */
	uint32_t peer_inode;          /* UNIX */
	const uint8_t *path;          /* sun_path */
	size_t path_len;
	uint32_t protocol, portid;    /* NETLINK; portid 0: not bound */
};

/* The same from facts that are at hand. */
void sockinfo_put(struct buf *out, const struct sockinfo_facts *f);

enum { NETLINK_UNBOUND = -1, NOT_NETLINK = -2 };

/* The protocol of a netlink socket (NETLINK_ROUTE, ...), or one of the two above. */
int sockinfo_netlink(const char *proto, uint64_t inode);

#endif
