/* Addresses of sockets by inode, from sock_diag(7). */
#ifndef RINGSIDE_CAPTURE_SOCKINFO_H
#define RINGSIDE_CAPTURE_SOCKINFO_H

#include <stdint.h>

#include "base/buf.h"

/*
 * Appends "PROTO:[details]" for a socket whose protocol name is what the attribute system.sockprotoname says (TCP, UDP-Lite,
 * UNIX-STREAM, NETLINK, ...). Nothing is appended for protocols that have no such notation.
 */
void sockinfo_describe(struct buf *out, const char *proto, uint64_t inode);

enum { NETLINK_UNBOUND = -1, NOT_NETLINK = -2 };

/* The protocol of a netlink socket (NETLINK_ROUTE, ...), or one of the two above. */
int sockinfo_netlink(const char *proto, uint64_t inode);

#endif
