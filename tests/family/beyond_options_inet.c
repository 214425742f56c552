/*
 * Options of IP and IPv6, of multicast routing, IPsec policies and tables of packet filters, of which the reference shows bytes or a number.
 *
 * options: -v -e trace=getsockopt,setsockopt
 */
#include "option.h"

#include <linux/icmpv6.h>
#include <linux/ipsec.h>
#include <linux/ipv6.h>
#include <linux/mroute.h>
#include <linux/mroute6.h>
#include <linux/netfilter_arp/arp_tables.h>
#include <linux/netfilter_bridge/ebtables.h>
#include <linux/netfilter_ipv4.h>
#include <linux/netfilter_ipv4/ip_tables.h>
#include <linux/netfilter_ipv6/ip6_tables.h>
#include <linux/pfkeyv2.h>
#include <linux/xfrm.h>

struct flow_label {
	struct in6_addr flr_dst;
	__be32 flr_label;
	__u8 flr_action, flr_share;
	__u16 flr_flags, flr_expires, flr_linger;
	__u32 __flr_pad;
};

#define MODE(m) E(m, "MCAST_???", V(MCAST_EXCLUDE) V(MCAST_INCLUDE))
STRUCT(ip_mreq, I4(imr_multiaddr); I4(imr_interface))
STRUCT(ip_mreqn, I4(imr_multiaddr); I4(imr_address); IFINDEX(imr_ifindex))
STRUCT(ip_mreq_source, I4(imr_multiaddr); I4(imr_interface); I4(imr_sourceaddr))
RAW(struct in_addr, in_addr, put("["); put_in4(of_); put("]"))
STRUCT_OF(struct ip_msfilter, three_sources, I4(imsf_multiaddr); I4(imsf_interface); MODE(imsf_fmode); N(imsf_numsrc);
	put_open("imsf_slist"); put("["); for (int i = 0; i < 3; i++) put(i ? ", " : ""), put_in4(&(&p->imsf_slist[0])[i]); put("]"))
STRUCT_OF(struct ip_msfilter, two_sources, I4(imsf_multiaddr); I4(imsf_interface); MODE(imsf_fmode); AS(imsf_numsrc, "2");
	put_open("imsf_slist"); put("["); for (int i = 0; i < 2; i++) put(i ? ", " : ""), put_in4(&(&p->imsf_slist[0])[i]); put("]"))
STRUCT(group_source_req, IFINDEX(gsr_interface); SA(gsr_group); SA(gsr_source))
STRUCT(group_filter, IFINDEX(gf_interface); SA(gf_group); MODE(gf_fmode); N(gf_numsrc); put_open("gf_slist"); put("["); put_sockaddr(&p->gf_slist[0]); put("]"))
STRUCT(vifctl, N(vifc_vifi); F(vifc_flags, "VIFF_???", V(VIFF_TUNNEL) V(VIFF_SRCRT) V(VIFF_REGISTER) V(VIFF_USE_IFINDEX)); N(vifc_threshold); N(vifc_rate_limit);
	if (p->vifc_flags & VIFF_USE_IFINDEX) IFINDEX(vifc_lcl_ifindex); else I4(vifc_lcl_addr); I4(vifc_rmt_addr))
STRUCT(mfcctl, I4(mfcc_origin); I4(mfcc_mcastgrp); N(mfcc_parent); NS(mfcc_ttls); N(mfcc_pkt_cnt); N(mfcc_byte_cnt); N(mfcc_wrong_if); N(mfcc_expire))
STRUCT(mif6ctl, N(mif6c_mifi); F(mif6c_flags, "MIFF_???", V(MIFF_REGISTER)); N(vifc_threshold); N(mif6c_pifi); N(vifc_rate_limit))
STRUCT(mf6cctl, SA(mf6cc_origin); SA(mf6cc_mcastgrp); N(mf6cc_parent); WITHIN(mf6cc_ifset, XS(ifs_bits)))
RAW(struct sockaddr, sockaddr, put_sockaddr(of_))

STRUCT(in6_pktinfo, I6(ipi6_addr); IFINDEX(ipi6_ifindex))
STRUCT(ip6_mtuinfo, SA(ip6m_addr); N(ip6m_mtu))
STRUCT(flow_label, I6(flr_dst); HTONL(flr_label); E(flr_action, "IPV6_FL_A_???", V(IPV6_FL_A_GET) V(IPV6_FL_A_PUT) V(IPV6_FL_A_RENEW));
	E(flr_share, "IPV6_FL_S_???", V(IPV6_FL_S_NONE) V(IPV6_FL_S_EXCL) V(IPV6_FL_S_PROCESS) V(IPV6_FL_S_USER) V(IPV6_FL_S_ANY));
	F(flr_flags, "IPV6_FL_F_???", V(IPV6_FL_F_CREATE) V(IPV6_FL_F_EXCL) V(IPV6_FL_F_REFLECT) V(IPV6_FL_F_REMOTE)); N(flr_expires); N(flr_linger);
	UNLESS_0(X, __flr_pad))
STRUCT(icmp6_filter, XS(data))
STRUCT(ipv6_opt_hdr, AS(nexthdr, "IPPROTO_TCP"); N(hdrlen); put_open("data"); put_bytes(p + 1, 14, 1))
#define ROUTING(type_name) AS(nexthdr, "IPPROTO_UDP"); N(hdrlen); AS(type, type_name); N(segments_left)
STRUCT_OF(struct rt0_hdr, routing_0, ({ __typeof__(&p->rt_hdr) of_ = &p->rt_hdr; __typeof__(of_) p = of_; ROUTING("IPV6_SRCRT_TYPE_0"); }); X(reserved);
	put_open("addr"); put("["); put_in6_alone(&p->addr[0]); put(", "); put_in6_alone(&p->addr[1]); put("]"))
STRUCT_OF(struct ipv6_rt_hdr, routing_4, ROUTING("IPV6_SRCRT_TYPE_4"); put_open("data"); put_bytes(p + 1, 20, 1))

/* IPsec. */
#define XFRM_ADDR(m) (put_open(#m), put_in4(&p->m))
STRUCT(sadb_x_policy, N(sadb_x_policy_len); N(sadb_x_policy_exttype); AS(sadb_x_policy_type, "IPSEC_POLICY_IPSEC"); AS(sadb_x_policy_dir, "IPSEC_DIR_OUTBOUND");
	UNLESS_0(X, sadb_x_policy_reserved); N(sadb_x_policy_id); N(sadb_x_policy_priority))
STRUCT_OF(struct sadb_x_ipsecrequest, request, N(sadb_x_ipsecrequest_len); AS(sadb_x_ipsecrequest_proto, "IPPROTO_ESP"); AS(sadb_x_ipsecrequest_mode, "IPSEC_MODE_TUNNEL");
	AS(sadb_x_ipsecrequest_level, "IPSEC_LEVEL_REQUIRE"); X(sadb_x_ipsecrequest_reserved1); N(sadb_x_ipsecrequest_reqid); X(sadb_x_ipsecrequest_reserved2))
#define SELECTOR XFRM_ADDR(daddr); XFRM_ADDR(saddr); PORT(dport); XBE(dport_mask); PORT(sport); XBE(sport_mask); AS(family, "AF_INET"); N(prefixlen_d); \
	N(prefixlen_s); AS(proto, "IPPROTO_UDP"); IFINDEX(ifindex); N(user)
#define POLICY \
	WITHIN(sel, SELECTOR); \
	WITHIN(lft, N(soft_byte_limit); N(hard_byte_limit); N(soft_packet_limit); N(hard_packet_limit); N(soft_add_expires_seconds); \
		N(hard_add_expires_seconds); N(soft_use_expires_seconds); N(hard_use_expires_seconds)); \
	WITHIN(curlft, N(bytes); N(packets); N(add_time); N(use_time)); N(priority); N(index); AS(dir, "XFRM_POLICY_OUT"); AS(action, "XFRM_POLICY_BLOCK"); \
	AS(flags, "XFRM_POLICY_LOCALOK|XFRM_POLICY_ICMP"); AS(share, "XFRM_SHARE_UNIQUE")
#define TEMPLATE WITHIN(id, XFRM_ADDR(daddr); XBE(spi); AS(proto, "IPPROTO_AH")); AS(family, "AF_INET"); XFRM_ADDR(saddr); N(reqid); AS(mode, "XFRM_MODE_TUNNEL"); \
	AS(share, "XFRM_SHARE_SESSION"); N(optional); X(aalgos); X(ealgos); X(calgos)
STRUCT(xfrm_userpolicy_info, POLICY)
struct policy_and_template { struct xfrm_userpolicy_info policy; struct xfrm_user_tmpl tmpl[1]; };
STRUCT(policy_and_template, ({ __typeof__(&p->policy) of_ = &p->policy; __typeof__(of_) p = of_; POLICY; }); WITHINS(tmpl, TEMPLATE))

static void ip(void)
{
	fresh();
	SET(SOL_IP, IP_MULTICAST_IF, struct in_addr, in_addr);
	GET(SOL_IP, IP_MULTICAST_IF, struct in_addr, in_addr);
	SET(SOL_IP, IP_MULTICAST_IF, struct ip_mreq, ip_mreq);
	SET(SOL_IP, IP_MULTICAST_IF, struct ip_mreqn, ip_mreqn);
	SET(SOL_IP, IP_ADD_SOURCE_MEMBERSHIP, struct ip_mreq_source, ip_mreq_source);
	SET(SOL_IP, IP_DROP_SOURCE_MEMBERSHIP, struct ip_mreq_source, ip_mreq_source);
	SET(SOL_IP, IP_BLOCK_SOURCE, struct ip_mreq_source, ip_mreq_source);
	SET(SOL_IP, IP_UNBLOCK_SOURCE, struct ip_mreq_source, ip_mreq_source);
	SET_N(SOL_IP, IP_UNBLOCK_SOURCE, 3, bytes_3);
	SET_N(SOL_IP, IP_MSFILTER, 3, bytes_3);
	GET_N(SOL_IP, IP_MSFILTER, 3, bytes_3);
	SET_N(SOL_IP, IP_MSFILTER, 28, three_sources);
	((struct ip_msfilter *)arena)->imsf_fmode = MCAST_INCLUDE;
	((struct ip_msfilter *)arena)->imsf_numsrc = 2;
	SET_N(SOL_IP, IP_MSFILTER, 24, two_sources);
	GET_N(SOL_IP, IP_MSFILTER, 24, two_sources);
	SET_N(SOL_IP, IP_MSFILTER, 28, two_sources);
	fresh();
	make_sockaddr(&((struct group_source_req *)arena)->gsr_group, AF_INET);
	make_sockaddr(&((struct group_source_req *)arena)->gsr_source, AF_INET6);
	SET(SOL_IP, MCAST_JOIN_SOURCE_GROUP, struct group_source_req, group_source_req);
	SET(SOL_IP, MCAST_LEAVE_SOURCE_GROUP, struct group_source_req, group_source_req);
	SET(SOL_IPV6, MCAST_BLOCK_SOURCE, struct group_source_req, group_source_req);
	SET(SOL_IPV6, MCAST_UNBLOCK_SOURCE, struct group_source_req, group_source_req);
	fresh();
	make_sockaddr(&((struct group_filter *)arena)->gf_group, AF_INET);
	make_sockaddr(&((struct group_filter *)arena)->gf_slist[0], AF_INET6);
	((struct group_filter *)arena)->gf_numsrc = 1;
	BOTH_WAYS(SOL_IP, MCAST_MSFILTER, struct group_filter, group_filter);
	BOTH_WAYS(SOL_IPV6, MCAST_MSFILTER, struct group_filter, group_filter);
	fresh();
	SET(SOL_IP, MRT_ADD_MFC, struct mfcctl, mfcctl);
	SET(SOL_IP, MRT_DEL_MFC, struct mfcctl, mfcctl);
	SET(SOL_IP, MRT_ADD_VIF, struct vifctl, vifctl);
	((struct vifctl *)arena)->vifc_flags = VIFF_USE_IFINDEX;
	SET(SOL_IP, MRT_DEL_VIF, struct vifctl, vifctl);
	make_sockaddr(arena, AF_INET);
	GET(SOL_IP, SO_ORIGINAL_DST, struct sockaddr_in, sockaddr);
}

static void ipv6(void)
{
	fresh();
	SET(SOL_IPV6, IPV6_PKTINFO, struct in6_pktinfo, in6_pktinfo);
	BOTH_WAYS(SOL_IPV6, IPV6_2292PKTINFO, struct in6_pktinfo, in6_pktinfo);
	BOTH_WAYS(SOL_IPV6, IPV6_FLOWLABEL_MGR, struct flow_label, flow_label);
	((struct flow_label *)arena)->flr_action = IPV6_FL_A_RENEW;
	((struct flow_label *)arena)->flr_share = IPV6_FL_S_ANY;
	((struct flow_label *)arena)->flr_flags = IPV6_FL_F_EXCL;
	((struct flow_label *)arena)->__flr_pad = 0;
	BOTH_WAYS(SOL_IPV6, IPV6_FLOWLABEL_MGR, struct flow_label, flow_label);
	BOTH_WAYS(SOL_ICMPV6, ICMPV6_FILTER, struct icmp6_filter, icmp6_filter);
	SET(SOL_IPV6, MRT6_ADD_MIF, struct mif6ctl, mif6ctl);
	SET_N(SOL_IPV6, IPV6_PKTINFO, 3, bytes_3);
	fresh();
	arena[0] = IPPROTO_TCP;
	SET_N(SOL_IPV6, IPV6_HOPOPTS, 16, ipv6_opt_hdr);
	GET_N(SOL_IPV6, IPV6_DSTOPTS, 16, ipv6_opt_hdr);
	SET_N(SOL_IPV6, IPV6_RTHDRDSTOPTS, 16, ipv6_opt_hdr);
	SET_N(SOL_IPV6, IPV6_2292HOPOPTS, 16, ipv6_opt_hdr);
	SET_N(SOL_IPV6, IPV6_2292DSTOPTS, 16, ipv6_opt_hdr);
	arena[0] = IPPROTO_UDP;
	arena[2] = IPV6_SRCRT_TYPE_0;
	SET_N(SOL_IPV6, IPV6_RTHDR, 40, routing_0);
	arena[2] = 4;
	GET_N(SOL_IPV6, IPV6_RTHDR, 24, routing_4);
	SET_N(SOL_IPV6, IPV6_2292RTHDR, 24, routing_4);
	fresh();
	make_sockaddr(arena, AF_INET6);
	BOTH_WAYS(SOL_IPV6, IPV6_NEXTHOP, struct sockaddr_in6, sockaddr);
	GET(SOL_IPV6, IPV6_PATHMTU, struct ip6_mtuinfo, ip6_mtuinfo);
	GET(SOL_IPV6, IP6T_SO_ORIGINAL_DST, struct sockaddr_in6, sockaddr);
	make_sockaddr(&((struct mf6cctl *)arena)->mf6cc_mcastgrp, AF_INET6);
	SET(SOL_IPV6, MRT6_ADD_MFC, struct mf6cctl, mf6cctl);
	SET(SOL_IPV6, MRT6_DEL_MFC_PROXY, struct mf6cctl, mf6cctl);
}

RAW(struct sadb_x_policy, policy_and_request, show_sadb_x_policy(of_); request_length--; put(", requests="); show_request(of_ + 1);
	request_length--; put(", addresses="); put_bytes((const char *)(of_ + 1) + 16, 8, 1); put("}}"))

static void ipsec(void)
{
	struct sadb_x_policy *sadb = (struct sadb_x_policy *)arena;
	struct sadb_x_ipsecrequest *wanted = (struct sadb_x_ipsecrequest *)(sadb + 1);
	struct policy_and_template *xfrm = (struct policy_and_template *)arena;

	fresh();
	sadb->sadb_x_policy_type = IPSEC_POLICY_IPSEC;
	sadb->sadb_x_policy_dir = IPSEC_DIR_OUTBOUND;
	wanted->sadb_x_ipsecrequest_len = 24;
	wanted->sadb_x_ipsecrequest_proto = IPPROTO_ESP;
	wanted->sadb_x_ipsecrequest_mode = IPSEC_MODE_TUNNEL;
	wanted->sadb_x_ipsecrequest_level = IPSEC_LEVEL_REQUIRE;
	SET(SOL_IP, IP_IPSEC_POLICY, struct sadb_x_policy, sadb_x_policy);
	SET_N(SOL_IPV6, IPV6_IPSEC_POLICY, 40, policy_and_request);
	fresh();
	xfrm->policy.sel.family = xfrm->tmpl[0].family = AF_INET;
	xfrm->policy.sel.proto = IPPROTO_UDP;
	xfrm->policy.dir = XFRM_POLICY_OUT;
	xfrm->policy.action = XFRM_POLICY_BLOCK;
	xfrm->policy.flags = 3;
	xfrm->policy.share = XFRM_SHARE_UNIQUE;
	xfrm->tmpl[0].id.proto = IPPROTO_AH;
	xfrm->tmpl[0].mode = XFRM_MODE_TUNNEL;
	xfrm->tmpl[0].share = XFRM_SHARE_SESSION;
	SET(SOL_IP, IP_XFRM_POLICY, struct xfrm_userpolicy_info, xfrm_userpolicy_info);
	SET(SOL_IPV6, IPV6_XFRM_POLICY, struct policy_and_template, policy_and_template);
}

/* Tables of packet filters: entries with and without matches, of a standard target, a module's and an error. */
#define HOOKS(m, ...) F(m, "1<<NF_???", __VA_ARGS__)
#define INET_HOOKS HOOKS(valid_hooks, {1, "1<<NF_INET_PRE_ROUTING"}, {2, "1<<NF_INET_LOCAL_IN"}, {4, "1<<NF_INET_FORWARD"}, {8, "1<<NF_INET_LOCAL_OUT"}, \
	{16, "1<<NF_INET_POST_ROUTING"},)
#define ARP_HOOKS HOOKS(valid_hooks, {1, "1<<NF_ARP_IN"}, {2, "1<<NF_ARP_OUT"}, {4, "1<<NF_ARP_FORWARD"},)
#define BR_HOOKS HOOKS(valid_hooks, {1, "1<<NF_BR_PRE_ROUTING"}, {2, "1<<NF_BR_LOCAL_IN"}, {4, "1<<NF_BR_FORWARD"}, {8, "1<<NF_BR_LOCAL_OUT"}, \
	{16, "1<<NF_BR_POST_ROUTING"}, {32, "1<<NF_BR_BROUTING"},)
#define NAMES(m) (put_open(#m), put_text((const char *)p->m, sizeof(p->m)))
#define INFO(hooks) NAMES(name); hooks; NS(hook_entry); NS(underflow); N(num_entries); N(size)
#define REPLACE(hooks) NAMES(name); hooks; N(num_entries); N(size); NS(hook_entry); NS(underflow); N(num_counters); P(counters)
#define INVERSE(m, family) F(m, #family "_INV_???", V(family##_INV_VIA_IN) V(family##_INV_VIA_OUT) V(family##_INV_TOS) V(family##_INV_SRCIP) V(family##_INV_DSTIP) \
	V(family##_INV_FRAG) {0x40, #family "_INV_PROTO"},)
#define INTERFACES NAMES(iniface); NAMES(outiface); B(iniface_mask); B(outiface_mask)
#define COUNTERS WITHIN(counters, N(pcnt); N(bcnt))
STRUCT(ipt_getinfo, INFO(INET_HOOKS))
STRUCT(arpt_getinfo, INFO(ARP_HOOKS))
STRUCT(xt_get_revision, NAMES(name); N(revision))
STRUCT(xt_counters_info, NAMES(name); AS(num_counters, "2"); put_open("counters"); put("[{pcnt=%llu, bcnt=%llu}, {pcnt=%llu, bcnt=%llu}]", p->counters[0].pcnt,
	p->counters[0].bcnt, p->counters[1].pcnt, p->counters[1].bcnt))
STRUCT(ebt_replace, NAMES(name); BR_HOOKS; N(nentries); N(entries_size); PS(hook_entry); N(num_counters); P(counters); P(entries))

static void put_match(const struct xt_entry_match *of_)
{
	MEMBERS(AS(match_size, ({ static char n[8]; sprintf(n, "%u", p->u.match_size); n; })); put_open("name"); put_text(p->u.user.name, 29);
		put_open("revision"); put("%u", p->u.user.revision); put_open("data"); put_bytes(p->data, p->u.match_size - 32, 0));
}
static void put_target(const struct xt_entry_target *of_)
{
	MEMBERS(put_open("target_size"); put("%u", p->u.target_size); put_open("name"); put_text(p->u.user.name, 29);
		put_open("revision"); put("%u", p->u.user.revision);
		if (*p->u.user.name) { put_open("data"); put_bytes(p->data, p->u.target_size - 32, 0); }
		else { put_open("verdict"); put("%d", *(const int *)p->data); });
}
/* What is behind an entry's counters. */
#define ELEMENTS \
	do { \
		if (p->target_offset > sizeof(*p)) { \
			put_open("matches"); \
			for (unsigned at_ = sizeof(*p); at_ < p->target_offset; at_ += ((const struct xt_entry_match *)((const char *)p + at_))->u.match_size) \
				put(at_ > sizeof(*p) ? ", " : ""), put_match((const void *)((const char *)p + at_)); \
		} \
		request_comma = ", "; \
		put_open("target"), put_target((const void *)((const char *)p + p->target_offset)); \
		request_comma = ", "; \
	} while (0)
#define ENTRY_END N(target_offset); N(next_offset); X(comefrom); COUNTERS; ELEMENTS
STRUCT(ipt_entry, WITHIN(ip, I4(src); I4(dst); I4(smsk); I4(dmsk); INTERFACES; AS(proto, "IPPROTO_TCP"); F(flags, "IPT_F_???", V(IPT_F_FRAG) V(IPT_F_GOTO));
	INVERSE(invflags, IPT)); X(nfcache); ENTRY_END)
STRUCT(ip6t_entry, WITHIN(ipv6, put_in6("src", &p->src); put_in6("dst", &p->dst); put_in6("smsk", &p->smsk); put_in6("dmsk", &p->dmsk); INTERFACES;
	AS(proto, "IPPROTO_TCP"); X(tos); F(flags, "IP6T_F_???", V(IP6T_F_PROTO) V(IP6T_F_TOS) V(IP6T_F_GOTO)); INVERSE(invflags, IP6T)); X(nfcache); ENTRY_END)
STRUCT(arpt_entry, WITHIN(arp, I4(src); I4(tgt); I4(smsk); I4(tmsk); N(arhln); X(arhln_mask); WITHIN(src_devaddr, B(addr); B(mask)); WITHIN(tgt_devaddr, B(addr); B(mask));
	AS(arpop, "2"); XBE(arpop_mask); AS(arhrd, "ARPHRD_ETHER"); XBE(arhrd_mask); AS(arpro, "ETH_P_IP"); XBE(arpro_mask); INTERFACES; X(flags);
	F(invflags, "ARPT_INV_???", V(ARPT_INV_VIA_IN) V(ARPT_INV_VIA_OUT) V(ARPT_INV_SRCIP) V(ARPT_INV_TGTIP) V(ARPT_INV_SRCDEVADDR) V(ARPT_INV_TGTDEVADDR)
		V(ARPT_INV_ARPOP) V(ARPT_INV_ARPHRD) V(ARPT_INV_ARPPRO) V(ARPT_INV_ARPHLN))); ENTRY_END)
#define ENTRIES(m, kind) put_open(#m); show_##kind((const void *)p->m); put(", "); show_##kind((const void *)((const char *)p->m + p->m[0].next_offset)); request_comma = ", "
STRUCT(ipt_replace, REPLACE(INET_HOOKS); ENTRIES(entries, ipt_entry))
STRUCT(ip6t_replace, REPLACE(INET_HOOKS); ENTRIES(entries, ip6t_entry))
STRUCT(arpt_replace, REPLACE(ARP_HOOKS); ENTRIES(entries, arpt_entry))
STRUCT(ipt_get_entries, NAMES(name); N(size); ENTRIES(entrytable, ipt_entry))
STRUCT(ip6t_get_entries, NAMES(name); N(size); ENTRIES(entrytable, ip6t_entry))
STRUCT(arpt_get_entries, NAMES(name); N(size); ENTRIES(entrytable, arpt_entry))

/* Two entries: with two matches and a module's target, with a standard one. Their size. */
static unsigned make_elements(void *entry, unsigned head, __u16 *target_offset, __u16 *next_offset, int matches, const char *target)
{
	struct xt_entry_match *match = (struct xt_entry_match *)((char *)entry + head);
	unsigned at = head;

	for (int i = 0; i < matches; i++) {
		match = (struct xt_entry_match *)((char *)entry + at);
		match->u.match_size = 40 + 8 * i;
		strcpy(match->u.user.name, i ? "tcp" : "udp");
		match->u.user.revision = i;
		at += match->u.match_size;
	}
	*target_offset = at;
	struct xt_entry_target *t = (struct xt_entry_target *)((char *)entry + at);
	t->u.target_size = 40;
	strcpy(t->u.user.name, target);
	t->u.user.revision = 1;
	*(int *)t->data = -2;
	*next_offset = at + 40;
	return at + 40;
}

#define MAKE(type, at, ...) \
	({ struct type *e_ = (void *)(at); \
	unsigned n_ = make_elements(e_, sizeof(*e_), &e_->target_offset, &e_->next_offset, 2, "REJECT"); \
	struct type *f_ = (void *)((char *)e_ + n_); \
	n_ += make_elements(f_, sizeof(*f_), &f_->target_offset, &f_->next_offset, 0, ""); \
	for (struct type *p = e_; ; p = f_) { __VA_ARGS__; if (p == f_) break; } n_; })

#define TABLE(level, get, set, family, ...) \
	do { \
		struct family##_replace *r = (void *)arena; \
		struct family##_get_entries *g = (void *)arena; \
		fresh(); \
		strcpy(r->name, "filter"); \
		r->num_entries = 2; \
		r->valid_hooks = 6; \
		r->size = MAKE(family##_entry, r->entries, __VA_ARGS__); \
		option(1, #level, level, #set, set, sizeof(*r) + r->size, (shower *)show_##family##_replace); \
		fresh(); \
		strcpy(g->name, "filter"); \
		g->size = MAKE(family##_entry, g->entrytable, __VA_ARGS__); \
		option(0, #level, level, #get, get, sizeof(*g) + g->size, (shower *)show_##family##_get_entries); \
	} while (0)

static void tables(void)
{
	fresh();
	strcpy(arena, "nat");
	GET(SOL_IP, IPT_SO_GET_INFO, struct ipt_getinfo, ipt_getinfo);
	GET(SOL_IPV6, IP6T_SO_GET_INFO, struct ip6t_getinfo, ipt_getinfo);
	GET(SOL_IP, ARPT_SO_GET_INFO, struct arpt_getinfo, arpt_getinfo);
	GET(SOL_IP, IPT_SO_GET_REVISION_MATCH, struct xt_get_revision, xt_get_revision);
	GET(SOL_IP, IPT_SO_GET_REVISION_TARGET, struct xt_get_revision, xt_get_revision);
	GET(SOL_IP, ARPT_SO_GET_REVISION_TARGET, struct xt_get_revision, xt_get_revision);
	GET(SOL_IPV6, IP6T_SO_GET_REVISION_MATCH, struct xt_get_revision, xt_get_revision);
	GET(SOL_IPV6, IP6T_SO_GET_REVISION_TARGET, struct xt_get_revision, xt_get_revision);
	GET(SOL_IP, EBT_SO_GET_INFO, struct ebt_replace, ebt_replace);
	GET(SOL_IP, EBT_SO_GET_INIT_ENTRIES, struct ebt_replace, ebt_replace);
	SET(SOL_IP, EBT_SO_SET_ENTRIES, struct ebt_replace, ebt_replace);
	SET(SOL_IP, EBT_SO_SET_COUNTERS, struct ebt_replace, ebt_replace);
	((struct xt_counters_info *)arena)->num_counters = 2;
	SET_N(SOL_IP, IPT_SO_SET_ADD_COUNTERS, sizeof(struct xt_counters_info) + 32, xt_counters_info);
	SET_N(SOL_IP, ARPT_SO_SET_ADD_COUNTERS, sizeof(struct xt_counters_info) + 32, xt_counters_info);
	SET_N(SOL_IPV6, IP6T_SO_SET_ADD_COUNTERS, sizeof(struct xt_counters_info) + 32, xt_counters_info);
	TABLE(SOL_IP, IPT_SO_GET_ENTRIES, IPT_SO_SET_REPLACE, ipt, p->ip.proto = IPPROTO_TCP);
	TABLE(SOL_IPV6, IP6T_SO_GET_ENTRIES, IP6T_SO_SET_REPLACE, ip6t, p->ipv6.proto = IPPROTO_TCP);
	TABLE(SOL_IP, ARPT_SO_GET_ENTRIES, ARPT_SO_SET_REPLACE, arpt, p->arp.arpop = htons(2); p->arp.arhrd = htons(1); p->arp.arpro = htons(0x800));
}

int main(void)
{
	family_start();
	ip();
	ipv6();
	ipsec();
	tables();
	return 0;
}
