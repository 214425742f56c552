/*
 * Attributes of netlink messages, each with values of many lengths, nested as the kernel's are.
 * trace: sendto; only: , -v, -s 8, -X raw, -X verbose; i386
 */
#include "netlink.h"

#include <linux/genetlink.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>

/* Where attributes of one kind are: in which message, behind which head, within which others; and how many there are. */
static const struct kind {
	int protocol;
	unsigned type, flags, family, head_len, count;
	int path[DEPTH_MAX]; /* ends in 0; -N: IFLA_INFO_KIND "bridge" or "tun" stands before */
	unsigned before;     /* bytes between the innermost attribute and those */
} kinds[] = {
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 72, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 7, {IFLA_LINKINFO}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 52, {IFLA_LINKINFO, -1, IFLA_INFO_DATA}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 9, {IFLA_LINKINFO, -1, IFLA_INFO_DATA, 47}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 11, {IFLA_LINKINFO, -2, IFLA_INFO_DATA}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 15, {IFLA_VFINFO_LIST, 1}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 10, {IFLA_VFINFO_LIST, 1, 8}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 3, {IFLA_VFINFO_LIST, 1, 12}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 9, {IFLA_VF_PORTS, 1}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 9, {IFLA_PORT_SELF}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 47, {IFLA_AF_SPEC}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 3, {IFLA_AF_SPEC, AF_INET}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 11, {IFLA_AF_SPEC, AF_INET6}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 4, {IFLA_AF_SPEC, 45}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 10, {IFLA_XDP}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 56, {52}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, 0, 16, 4, {55}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, AF_BRIDGE, 16, 47, {IFLA_PROTINFO}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, AF_BRIDGE, 16, 8, {IFLA_AF_SPEC}, 0},
	{NETLINK_ROUTE, RTM_NEWLINK, 1, AF_BRIDGE, 16, 5, {IFLA_AF_SPEC, 3}, 0},
	{NETLINK_ROUTE, RTM_NEWADDR, 1, AF_INET, 8, 13, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWADDR, 1, AF_INET6, 8, 13, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWADDR, 1, AF_PACKET, 8, 3, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWROUTE, 1, AF_INET, 12, 33, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWROUTE, 1, AF_INET6, 12, 33, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWROUTE, 1, AF_INET, 12, 19, {RTA_METRICS}, 0},
	{NETLINK_ROUTE, RTM_NEWNEIGH, 1, AF_INET, 12, 19, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWNEIGH, 1, AF_INET6, 12, 3, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWNEIGH, 1, AF_INET, 12, 4, {14}, 0},
	{NETLINK_ROUTE, RTM_NEWRULE, 1, AF_INET, 12, 32, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWRULE, 1, AF_INET6, 12, 3, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWQDISC, 1, 0, 20, 18, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWQDISC, 1, 0, 20, 10, {7}, 0},
	{NETLINK_ROUTE, RTM_NEWQDISC, 1, 0, 20, 4, {8}, 0},
	{NETLINK_ROUTE, RTM_NEWACTION, 1, 0, 4, 7, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWACTION, 1, 0, 4, 3, {1}, 0},
	{NETLINK_ROUTE, RTM_NEWACTION, 1, 0, 4, 12, {1, 1}, 0},
	{NETLINK_ROUTE, RTM_NEWNEIGHTBL, 1, 0, 4, 11, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWNEIGHTBL, 1, 0, 4, 21, {6}, 0},
	{NETLINK_ROUTE, RTM_NEWADDRLABEL, 1, AF_INET6, 12, 4, {0}, 0},
	{NETLINK_ROUTE, RTM_GETDCB, 1, 0, 4, 18, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWNETCONF, 1, 0, 4, 13, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWMDB, 1, AF_BRIDGE, 8, 4, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWMDB, 1, AF_BRIDGE, 8, 3, {1}, 0},
	{NETLINK_ROUTE, RTM_NEWMDB, 1, AF_BRIDGE, 8, 3, {1, 1}, 0},
	{NETLINK_ROUTE, RTM_NEWMDB, 1, AF_BRIDGE, 8, 13, {1, 1, 1}, 28},
	{NETLINK_ROUTE, RTM_NEWMDB, 1, AF_BRIDGE, 8, 3, {2}, 0},
	{NETLINK_ROUTE, RTM_NEWMDB, 1, AF_BRIDGE, 8, 7, {2, 1}, 4},
	{NETLINK_ROUTE, RTM_NEWNSID, 1, 0, 4, 7, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWSTATS, 1, 0, 12, 7, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWSTATS, 1, 0, 12, 4, {2}, 0},
	{NETLINK_ROUTE, RTM_NEWSTATS, 1, 0, 12, 6, {2, 1}, 0},
	{NETLINK_ROUTE, RTM_NEWSTATS, 1, 0, 12, 12, {2, 2, 1}, 0},
	{NETLINK_ROUTE, RTM_NEWSTATS, 1, 0, 12, 3, {4}, 0},
	{NETLINK_ROUTE, RTM_NEWNEXTHOP, 1, AF_INET, 8, 16, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWNEXTHOP, 1, AF_INET6, 8, 8, {0}, 0},
	{NETLINK_ROUTE, RTM_NEWNEXTHOP, 1, AF_INET, 8, 6, {12}, 0},
	{NETLINK_ROUTE, RTM_NEWNEXTHOP, 1, AF_INET, 8, 5, {13}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET, 72, 24, {0}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET6, 72, 3, {0}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET, 72, 5, {19}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET, 72, 9, {19, 2}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET, 72, 13, {19, 3}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET, 72, 3, {20}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_INET, 72, 5, {20, 1}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 1, AF_INET, 56, 5, {0}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_UNIX, 16, 10, {0}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_NETLINK, 28, 7, {0}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, AF_PACKET, 16, 8, {0}, 0},
	{NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, 0, 43, 64, 8, {0}, 0},
	{NETLINK_NETFILTER, 0xa00, 1, AF_INET, 4, 3, {0}, 0},
	{NETLINK_GENERIC, GENL_ID_CTRL, 1, 1, 4, 12, {0}, 0},
	{NETLINK_GENERIC, GENL_ID_CTRL, 1, 1, 4, 4, {6, 1}, 0},
	{NETLINK_GENERIC, GENL_ID_CTRL, 1, 1, 4, 4, {7, 1}, 0},
	{NETLINK_GENERIC, GENL_ID_CTRL, 1, 1, 4, 14, {8, 1, 1}, 0},
	{NETLINK_GENERIC, GENL_ID_CTRL, 1, 1, 4, 4, {9, 1}, 0},
};

static void open_path(struct message *m, const struct kind *k)
{
	unsigned char head[128] = {(unsigned char)k->family};

	start(m, k->type, k->flags, head, k->head_len);
	for (const int *p = k->path; p < k->path + DEPTH_MAX && *p; p++) {
		if (*p < 0)
			put_attribute(m, IFLA_INFO_KIND, *p == -1 ? "bridge" : "tun", *p == -1 ? 7 : 4);
		else
			open_nest(m, (unsigned)*p);
	}
	put_bytes(m, pattern, k->before);
}

static void one(const struct kind *k, unsigned type, const void *bytes, size_t len)
{
	static struct message m;

	open_path(&m, k);
	put_attribute(&m, type, bytes, len);
	finish(&m);
	send_bytes(k->protocol, m.bytes, m.len);
}

int main(void)
{
	static const unsigned char lengths[] = {1, 4, 8, 16, 40, 200};

	netlink_begin();
	for (const struct kind *k = kinds; k < kinds + sizeof(kinds) / sizeof(*kinds); k++) {
		for (unsigned type = 0; type < k->count; type++) {
			for (unsigned i = 0; i < sizeof(lengths); i++)
				one(k, type, pattern, lengths[i]);
			one(k, type, ones, 8);
			one(k, type, "text", 5);
		}
		one(k, 1 | NLA_F_NESTED, pattern, 8);
		one(k, 2 | NLA_F_NET_BYTEORDER | NLA_F_NESTED, pattern, 8);
	}
	return 0;
}
