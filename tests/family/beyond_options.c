/*
 * Options of sockets as such, of TCP, MPTCP and TLS, of which the reference shows bytes, a number or an address.
 *
 * options: -v -e trace=getsockopt,setsockopt
 */
#include "option.h"

#include <linux/mptcp.h>
#include <linux/net_tstamp.h>
#include <linux/tcp.h>
#include <linux/inet_diag.h>
#include <linux/tls.h>
#include <sys/time.h>

/* What headers of 6.1 do not have, and structs that have grown since. */
#ifndef TCP_AO_ADD_KEY
enum { TCP_AO_DEL_KEY = 39, TCP_AO_INFO, TCP_AO_GET_KEYS, TCP_AO_REPAIR };
enum { TCP_AO_KEYF_IFINDEX = 1, TCP_AO_KEYF_EXCLUDE_OPT = 2 };
struct tcp_ao_del {
	struct __kernel_sockaddr_storage addr;
	__s32 ifindex;
	__u32 set_current : 1, set_rnext : 1, del_async : 1, reserved : 29;
	__u16 reserved2;
	__u8 prefix, sndid, rcvid, current_key, rnext, keyflags;
} __attribute__((aligned(8)));
struct tcp_ao_info_opt {
	__u32 set_current : 1, set_rnext : 1, ao_required : 1, set_counters : 1, accept_icmps : 1, reserved : 27;
	__u16 reserved2;
	__u8 current_key, rnext;
	__u64 pkt_good, pkt_bad, pkt_key_not_found, pkt_ao_required, pkt_dropped_icmp;
} __attribute__((aligned(8)));
struct tcp_ao_getsockopt {
	struct __kernel_sockaddr_storage addr;
	char alg_name[64];
	__u8 key[80];
	__u32 nkeys;
	__u16 is_current : 1, is_rnext : 1, get_all : 1, reserved : 13;
	__u8 sndid, rcvid, prefix, maclen, keyflags, keylen;
	__s32 ifindex;
	__u64 pkt_good, pkt_bad;
} __attribute__((aligned(8)));
struct tcp_ao_repair {
	__be32 snt_isn, rcv_isn;
	__u32 snd_sne, rcv_sne;
} __attribute__((aligned(8)));
#endif
#ifndef MPTCP_FULL_INFO
enum { MPTCP_FULL_INFO = 4 };
#endif
#ifndef SO_DEVMEM_DONTNEED
#define SO_DEVMEM_DONTNEED 80
#endif
struct timeval64 { long long tv_sec, tv_usec; };
struct dmabuf_tokens { __u32 token_start, token_count; };
struct tcp_info_7_2 {
	__u8 tcpi_state, tcpi_ca_state, tcpi_retransmits, tcpi_probes, tcpi_backoff, tcpi_options;
	__u8 tcpi_snd_wscale : 4, tcpi_rcv_wscale : 4, tcpi_delivery_rate_app_limited : 1, tcpi_fastopen_client_fail : 2;
	__u32 tcpi_rto, tcpi_ato, tcpi_snd_mss, tcpi_rcv_mss, tcpi_unacked, tcpi_sacked, tcpi_lost, tcpi_retrans, tcpi_fackets;
	__u32 tcpi_last_data_sent, tcpi_last_ack_sent, tcpi_last_data_recv, tcpi_last_ack_recv;
	__u32 tcpi_pmtu, tcpi_rcv_ssthresh, tcpi_rtt, tcpi_rttvar, tcpi_snd_ssthresh, tcpi_snd_cwnd, tcpi_advmss, tcpi_reordering;
	__u32 tcpi_rcv_rtt, tcpi_rcv_space, tcpi_total_retrans;
	__u64 tcpi_pacing_rate, tcpi_max_pacing_rate, tcpi_bytes_acked, tcpi_bytes_received;
	__u32 tcpi_segs_out, tcpi_segs_in, tcpi_notsent_bytes, tcpi_min_rtt, tcpi_data_segs_in, tcpi_data_segs_out;
	__u64 tcpi_delivery_rate, tcpi_busy_time, tcpi_rwnd_limited, tcpi_sndbuf_limited;
	__u32 tcpi_delivered, tcpi_delivered_ce;
	__u64 tcpi_bytes_sent, tcpi_bytes_retrans;
	__u32 tcpi_dsack_dups, tcpi_reord_seen, tcpi_rcv_ooopack, tcpi_snd_wnd, tcpi_rcv_wnd, tcpi_rehash;
	__u16 tcpi_total_rto, tcpi_total_rto_recoveries;
	__u32 tcpi_total_rto_time, tcpi_received_ce, tcpi_delivered_e1_bytes, tcpi_delivered_e0_bytes, tcpi_delivered_ce_bytes;
	__u32 tcpi_received_e1_bytes, tcpi_received_e0_bytes, tcpi_received_ce_bytes;
	__u32 tcpi_ecn_mode : 2, tcpi_accecn_opt_seen : 2, tcpi_accecn_fail_mode : 4, tcpi_options2 : 24;
};
struct mptcp_info_7_2 {
	__u8 mptcpi_subflows, mptcpi_add_addr_signal, mptcpi_add_addr_accepted, mptcpi_subflows_max, mptcpi_add_addr_signal_max;
	__u8 mptcpi_add_addr_accepted_max;
	__u32 mptcpi_flags, mptcpi_token;
	__u64 mptcpi_write_seq, mptcpi_snd_una, mptcpi_rcv_nxt;
	__u8 mptcpi_local_addr_used, mptcpi_local_addr_max, mptcpi_csum_enabled;
	__u32 mptcpi_retransmits;
	__u64 mptcpi_bytes_retrans, mptcpi_bytes_sent, mptcpi_bytes_received, mptcpi_bytes_acked;
	__u8 mptcpi_subflows_total, mptcpi_endp_laminar_max, mptcpi_endp_fullmesh_max, reserved;
	__u32 mptcpi_last_data_sent, mptcpi_last_data_recv, mptcpi_last_ack_recv;
};
struct mptcp_full_info_7_2 {
	__u32 size_tcpinfo_kernel, size_tcpinfo_user, size_sfinfo_kernel, size_sfinfo_user, num_subflows, size_arrays_user;
	__u64 subflow_info __attribute__((aligned(8))), tcp_info __attribute__((aligned(8)));
	struct mptcp_info_7_2 mptcp_info;
};
struct mptcp_subflow_head { __u32 size_subflow_data, num_subflows, size_kernel, size_user; };

/* The socket itself. */
STRUCT(timeval, N(tv_sec); AS(tv_usec, ({ static char text_[32]; snprintf(text_, sizeof(text_), "%lu", (unsigned long)p->tv_usec); text_; })))
STRUCT(timeval64, N(tv_sec); N(tv_usec))
STRUCT(so_timestamping, F(flags, "SOF_TIMESTAMPING_???", V(SOF_TIMESTAMPING_TX_HARDWARE) V(SOF_TIMESTAMPING_TX_SOFTWARE) V(SOF_TIMESTAMPING_RX_HARDWARE)
	V(SOF_TIMESTAMPING_RX_SOFTWARE) V(SOF_TIMESTAMPING_SOFTWARE) V(SOF_TIMESTAMPING_SYS_HARDWARE) V(SOF_TIMESTAMPING_RAW_HARDWARE)
	V(SOF_TIMESTAMPING_OPT_ID) V(SOF_TIMESTAMPING_TX_SCHED) V(SOF_TIMESTAMPING_TX_ACK) V(SOF_TIMESTAMPING_OPT_CMSG) V(SOF_TIMESTAMPING_OPT_TSONLY)
	V(SOF_TIMESTAMPING_OPT_STATS) V(SOF_TIMESTAMPING_OPT_PKTINFO) V(SOF_TIMESTAMPING_OPT_TX_SWHW) V(SOF_TIMESTAMPING_BIND_PHC)
	{1 << 16, "SOF_TIMESTAMPING_OPT_ID_TCP"}, {1 << 17, "SOF_TIMESTAMPING_OPT_RX_FILTER"}, {1 << 18, "SOF_TIMESTAMPING_TX_COMPLETION"},); N(bind_phc))
STRUCT(sock_txtime, AS(clockid, "CLOCK_TAI"); F(flags, "SOF_TXTIME_???", V(SOF_TXTIME_DEADLINE_MODE) V(SOF_TXTIME_REPORT_ERRORS)))
RAW(__u64, cookie, put("["); put_hex(8, *of_); put("]"))
RAW(__u64, rate, put("[%llu]", (unsigned long long)*of_))
RAW(int, descriptor, put("[%d]", *of_))
RAW(__u32, groups, put("[%u, %u, %u]", of_[0], of_[1], of_[2]))
RAW(__u32, meminfo, put("[[SK_MEMINFO_RMEM_ALLOC]=%u, [SK_MEMINFO_RCVBUF]=%u, [SK_MEMINFO_WMEM_ALLOC]=%u]", of_[0], of_[1], of_[2]))
RAW(struct dmabuf_tokens, tokens, put("[{token_start=%u, token_count=%u}]", of_->token_start, of_->token_count))
RAW(struct sock_filter, filters, put("[BPF_STMT(BPF_RET|BPF_K, 0x5), BPF_JUMP(BPF_JMP|BPF_K|BPF_JEQ, 0x800, 0x1, 0x2)]"))
RAW(struct sockaddr_in, sockaddr, put_sockaddr(of_))

static void sockets(void)
{
	fresh();
	BOTH_WAYS(SOL_SOCKET, SO_RCVTIMEO_OLD, struct timeval, timeval);
	BOTH_WAYS(SOL_SOCKET, SO_SNDTIMEO_OLD, struct timeval, timeval);
	BOTH_WAYS(SOL_SOCKET, SO_RCVTIMEO_NEW, struct timeval64, timeval64);
	BOTH_WAYS(SOL_SOCKET, SO_SNDTIMEO_NEW, struct timeval64, timeval64);
	BOTH_WAYS(SOL_SOCKET, SO_TIMESTAMPING_OLD, struct so_timestamping, so_timestamping);
	BOTH_WAYS(SOL_SOCKET, SO_TIMESTAMPING_NEW, struct so_timestamping, so_timestamping);
	BOTH_WAYS(SOL_SOCKET, SO_MAX_PACING_RATE, __u64, rate);
	GET(SOL_SOCKET, SO_COOKIE, __u64, cookie);
	GET(SOL_SOCKET, SO_NETNS_COOKIE, __u64, cookie);
	GET(SOL_SOCKET, SO_PEERGROUPS, __u32[3], groups);
	GET(SOL_SOCKET, SO_MEMINFO, __u32[3], meminfo);
	SET(SOL_SOCKET, SO_DEVMEM_DONTNEED, struct dmabuf_tokens, tokens);
	SET(SOL_SOCKET, SO_ATTACH_BPF, int, descriptor);
	SET(SOL_SOCKET, SO_ATTACH_REUSEPORT_EBPF, int, descriptor);
	GET_N(SOL_SOCKET, SO_COOKIE, 3, bytes_3);
	GET_N(SOL_SOCKET, SO_TXTIME, 3, bytes_3);
	SET_N(SOL_SOCKET, SO_TXTIME, 3, bytes_3);
	SET_N(SOL_SOCKET, SO_RCVTIMEO_OLD, 3, bytes_3);
	*(int *)arena = CLOCK_TAI;
	BOTH_WAYS(SOL_SOCKET, SO_TXTIME, struct sock_txtime, sock_txtime);
	make_sockaddr(arena, AF_INET);
	GET(SOL_SOCKET, SO_PEERNAME, struct sockaddr_in, sockaddr);
	make_sockaddr(arena, AF_INET6);
	GET(SOL_SOCKET, SO_PEERNAME, struct sockaddr_in6, sockaddr);
	((struct sock_filter *)arena)[0] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, 5);
	((struct sock_filter *)arena)[1] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x800, 1, 2);
	option(0, "SOL_SOCKET", SOL_SOCKET, "SO_GET_FILTER", SO_GET_FILTER, 2, (shower *)show_filters);
}

/* TCP, MPTCP, TLS. */
#define BITS_AS(m, ...) (put_open(#m), ({ static const struct named names_[] = {__VA_ARGS__ {0}}; put_enum(8, p->m, "?", names_); }))
STRUCT(tcp_info_7_2, E(tcpi_state, "TCP_???", {1, "TCP_ESTABLISHED"},); E(tcpi_ca_state, "TCP_CA_???", V(TCP_CA_CWR)); N(tcpi_retransmits); N(tcpi_probes);
	N(tcpi_backoff); F(tcpi_options, "TCPI_OPT_???", V(TCPI_OPT_TIMESTAMPS) V(TCPI_OPT_SACK) V(TCPI_OPT_WSCALE) V(TCPI_OPT_ECN) V(TCPI_OPT_ECN_SEEN)
		V(TCPI_OPT_SYN_DATA) {64, "TCPI_OPT_USEC_TS"}, {128, "TCPI_OPT_TFO_CHILD"},);
	BITS(tcpi_snd_wscale); BITS(tcpi_rcv_wscale); BITS(tcpi_delivery_rate_app_limited);
	BITS_AS(tcpi_fastopen_client_fail, V(TFO_STATUS_UNSPEC) V(TFO_COOKIE_UNAVAILABLE) V(TFO_DATA_NOT_ACKED) V(TFO_SYN_RETRANSMITTED));
	N(tcpi_rto); N(tcpi_ato); N(tcpi_snd_mss); N(tcpi_rcv_mss); N(tcpi_unacked); N(tcpi_sacked); N(tcpi_lost); N(tcpi_retrans); N(tcpi_fackets);
	N(tcpi_last_data_sent); N(tcpi_last_ack_sent); N(tcpi_last_data_recv); N(tcpi_last_ack_recv); N(tcpi_pmtu); N(tcpi_rcv_ssthresh); N(tcpi_rtt);
	N(tcpi_rttvar); N(tcpi_snd_ssthresh); N(tcpi_snd_cwnd); N(tcpi_advmss); N(tcpi_reordering); N(tcpi_rcv_rtt); N(tcpi_rcv_space);
	N(tcpi_total_retrans); N(tcpi_pacing_rate); N(tcpi_max_pacing_rate); N(tcpi_bytes_acked); N(tcpi_bytes_received); N(tcpi_segs_out);
	N(tcpi_segs_in); N(tcpi_notsent_bytes); N(tcpi_min_rtt); N(tcpi_data_segs_in); N(tcpi_data_segs_out); N(tcpi_delivery_rate); N(tcpi_busy_time);
	N(tcpi_rwnd_limited); N(tcpi_sndbuf_limited); N(tcpi_delivered); N(tcpi_delivered_ce); N(tcpi_bytes_sent); N(tcpi_bytes_retrans);
	N(tcpi_dsack_dups); N(tcpi_reord_seen); N(tcpi_rcv_ooopack); N(tcpi_snd_wnd); N(tcpi_rcv_wnd); N(tcpi_rehash); N(tcpi_total_rto);
	N(tcpi_total_rto_recoveries); N(tcpi_total_rto_time); N(tcpi_received_ce); N(tcpi_delivered_e1_bytes); N(tcpi_delivered_e0_bytes);
	N(tcpi_delivered_ce_bytes); N(tcpi_received_e1_bytes); N(tcpi_received_e0_bytes); N(tcpi_received_ce_bytes);
	BITS_AS(tcpi_ecn_mode, {0, "TCPI_ECN_MODE_DISABLED"}, {1, "TCPI_ECN_MODE_RFC3168"}, {2, "TCPI_ECN_MODE_ACCECN"}, {3, "TCPI_ECN_MODE_PENDING"},);
	BITS_AS(tcpi_accecn_opt_seen, {0, "TCP_ACCECN_OPT_NOT_SEEN"}, {1, "TCP_ACCECN_OPT_EMPTY_SEEN"}, {2, "TCP_ACCECN_OPT_COUNTER_SEEN"},
		{3, "TCP_ACCECN_OPT_FAIL_SEEN"},);
	AS(tcpi_accecn_fail_mode, "TCP_ACCECN_ACE_FAIL_SEND|TCP_ACCECN_OPT_FAIL_RECV"); BITS(tcpi_options2))
STRUCT_OF(struct tcp_info_7_2, tcp_info_short, AS(tcpi_state, "TCP_ESTABLISHED"); AS(tcpi_ca_state, "TCP_CA_CWR"); N(tcpi_retransmits); N(tcpi_probes))
STRUCT(tcp_bbr_info, X(bbr_bw_lo); X(bbr_bw_hi); N(bbr_min_rtt); N(bbr_pacing_gain); N(bbr_cwnd_gain))
STRUCT(tcpvegas_info, N(tcpv_enabled); N(tcpv_rttcnt); N(tcpv_rtt); N(tcpv_minrtt))
STRUCT(tcp_dctcp_info, N(dctcp_enabled); N(dctcp_ce_state); N(dctcp_alpha); N(dctcp_ab_ecn); N(dctcp_ab_tot))
RAW(void, vegas_or_dctcp, put("{vegas="); show_tcpvegas_info(of_); put(", dctcp="); show_tcp_dctcp_info(of_); put("}"))
STRUCT(tcp_md5sig, SA(tcpm_addr); F(tcpm_flags, "TCP_MD5SIG_FLAG_???", V(TCP_MD5SIG_FLAG_PREFIX) {2, "TCP_MD5SIG_FLAG_IFINDEX"},); N(tcpm_prefixlen);
	N(tcpm_keylen); IFINDEX(tcpm_ifindex); put_open("tcpm_key"); put_bytes(p->tcpm_key, p->tcpm_keylen, 1))
RAW(struct tcp_repair_opt, repair_opts, put("[{opt_code=%u, opt_val=%u}, {opt_code=%u, opt_val=%u}]", of_[0].opt_code, of_[0].opt_val, of_[1].opt_code, of_[1].opt_val))
STRUCT(tcp_repair_window, N(snd_wl1); N(snd_wnd); N(max_window); N(rcv_wnd); N(rcv_wup))
STRUCT(tcp_zerocopy_receive, PW(address); N(length); N(recv_skip_hint); N(inq); AS(err, "-ECONNRESET"); PW(copybuf_address); N(copybuf_len);
	AS(flags, "TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT"); PW(msg_control); N(msg_controllen); AS(msg_flags, "MSG_OOB"); UNLESS_0(X, reserved))
#define AO_FLAGS(m) F(m, "TCP_AO_KEYF_???", V(TCP_AO_KEYF_IFINDEX) V(TCP_AO_KEYF_EXCLUDE_OPT))
STRUCT(tcp_ao_del, SA(addr); N(prefix); IFINDEX(ifindex); BITS(set_current); BITS(set_rnext); BITS(del_async);
	put_open("reserved"); put("%#x", p->reserved << 3); X(reserved2); N(sndid); N(rcvid); N(current_key); N(rnext); AO_FLAGS(keyflags))
STRUCT(tcp_ao_info_opt, BITS(set_current); BITS(set_rnext); BITS(ao_required); BITS(set_counters); BITS(accept_icmps);
	put_open("reserved"); put("%#x", p->reserved << 5); X(reserved2); N(current_key); N(rnext); N(pkt_good); N(pkt_bad); N(pkt_key_not_found);
	N(pkt_ao_required); N(pkt_dropped_icmp))
STRUCT(tcp_ao_getsockopt, SA(addr); TX(alg_name); put_open("key"); put_bytes(p->key, p->keylen, 1); N(nkeys); BITS(is_current); BITS(is_rnext);
	BITS(get_all); put_open("reserved"); put("%#x", p->reserved << 3); N(sndid); N(rcvid); N(prefix); N(maclen); AO_FLAGS(keyflags); N(keylen);
	IFINDEX(ifindex); N(pkt_good); N(pkt_bad))
RAW(struct tcp_ao_getsockopt, ao_keys, put("["); show_tcp_ao_getsockopt(of_); put(", "); show_tcp_ao_getsockopt(of_ + 1); put("]"))
STRUCT(tcp_ao_repair, HTONL(snt_isn); HTONL(rcv_isn); N(snd_sne); N(rcv_sne))
#define MPTCP_MEMBERS \
	N(mptcpi_subflows); N(mptcpi_add_addr_signal); N(mptcpi_add_addr_accepted); N(mptcpi_subflows_max); N(mptcpi_add_addr_signal_max); \
	N(mptcpi_add_addr_accepted_max); \
	F(mptcpi_flags, "MPTCP_INFO_FLAG_???", V(MPTCP_INFO_FLAG_FALLBACK) V(MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED)); X(mptcpi_token); N(mptcpi_write_seq); \
	N(mptcpi_snd_una); N(mptcpi_rcv_nxt); N(mptcpi_local_addr_used); N(mptcpi_local_addr_max); N(mptcpi_csum_enabled); N(mptcpi_retransmits); \
	N(mptcpi_bytes_retrans); N(mptcpi_bytes_sent); N(mptcpi_bytes_received); N(mptcpi_bytes_acked); N(mptcpi_subflows_total); \
	N(mptcpi_endp_laminar_max); N(mptcpi_endp_fullmesh_max); X(reserved); N(mptcpi_last_data_sent); N(mptcpi_last_data_recv); N(mptcpi_last_ack_recv)
STRUCT(mptcp_info_7_2, MPTCP_MEMBERS)
STRUCT(mptcp_full_info_7_2, N(size_tcpinfo_kernel); N(size_tcpinfo_user); N(size_sfinfo_kernel); N(size_sfinfo_user); N(num_subflows); N(size_arrays_user);
	PW(subflow_info); PW(tcp_info); WITHIN(mptcp_info, MPTCP_MEMBERS))
#define SUBFLOWS N(size_subflow_data); N(num_subflows); N(size_kernel); N(size_user)
STRUCT_OF(struct mptcp_subflow_head, subflow_info, SUBFLOWS; put_open("tcp_info"); put("["); show_tcp_info_7_2((const void *)(p + 1)); put("]"))
STRUCT_OF(struct mptcp_subflow_head, subflow_bytes, SUBFLOWS; put_open("tcp_info"); put_bytes(p + 1, 16, 1))
STRUCT_OF(struct mptcp_subflow_head, subflow_addrs, SUBFLOWS; put_open("addrs"); put("[{ss_local="); put_sockaddr(p + 1); put(", ss_remote=");
	put_sockaddr((const char *)(p + 1) + 128); put("}]"))
#define TLS_MEMBERS(cipher) AS(info, "{version=TLS_1_3_VERSION, cipher_type=" #cipher "}"); B(iv); B(key)
STRUCT(tls12_crypto_info_aes_gcm_128, TLS_MEMBERS(TLS_CIPHER_AES_GCM_128); B(salt); B(rec_seq))
STRUCT(tls12_crypto_info_aes_gcm_256, TLS_MEMBERS(TLS_CIPHER_AES_GCM_256); B(salt); B(rec_seq))
STRUCT(tls12_crypto_info_aes_ccm_128, TLS_MEMBERS(TLS_CIPHER_AES_CCM_128); B(salt); B(rec_seq))
STRUCT(tls12_crypto_info_chacha20_poly1305, TLS_MEMBERS(TLS_CIPHER_CHACHA20_POLY1305); B(rec_seq))
STRUCT(tls12_crypto_info_sm4_gcm, TLS_MEMBERS(TLS_CIPHER_SM4_GCM); B(salt); B(rec_seq))

static void tcp(void)
{
	fresh();
	((struct tcp_info_7_2 *)arena)->tcpi_ecn_mode = 2;
	((struct tcp_info_7_2 *)arena)->tcpi_accecn_fail_mode = 9;
	GET(SOL_TCP, TCP_INFO, struct tcp_info_7_2, tcp_info_7_2);
	GET_N(SOL_TCP, TCP_INFO, 4, tcp_info_short);
	GET(SOL_TCP, TCP_CC_INFO, struct tcp_bbr_info, tcp_bbr_info);
	GET(SOL_TCP, TCP_CC_INFO, struct tcpvegas_info, vegas_or_dctcp);
	BOTH_WAYS(SOL_TCP, TCP_REPAIR_WINDOW, struct tcp_repair_window, tcp_repair_window);
	SET(SOL_TCP, TCP_REPAIR_OPTIONS, struct tcp_repair_opt[2], repair_opts);
	BOTH_WAYS(SOL_TCP, TCP_AO_INFO, struct tcp_ao_info_opt, tcp_ao_info_opt);
	BOTH_WAYS(SOL_TCP, TCP_AO_REPAIR, struct tcp_ao_repair, tcp_ao_repair);
	SET_N(SOL_TCP, TCP_REPAIR_WINDOW, 3, bytes_3);
	SET_N(SOL_TCP, TCP_MD5SIG, 3, bytes_3);
	GET_N(SOL_TCP, TCP_AO_INFO, 3, bytes_3);
	make_sockaddr(arena, AF_INET);
	((struct tcp_md5sig *)arena)->tcpm_keylen = 5;
	SET(SOL_TCP, TCP_MD5SIG, struct tcp_md5sig, tcp_md5sig);
	SET(SOL_TCP, TCP_MD5SIG_EXT, struct tcp_md5sig, tcp_md5sig);
	make_sockaddr(arena, AF_INET6);
	SET(SOL_TCP, TCP_MD5SIG_EXT, struct tcp_md5sig, tcp_md5sig);
	SET(SOL_TCP, TCP_AO_DEL_KEY, struct tcp_ao_del, tcp_ao_del);
	make_sockaddr(arena + sizeof(struct tcp_ao_getsockopt), AF_INET);
	((struct tcp_ao_getsockopt *)arena)[0].keylen = 80;
	((struct tcp_ao_getsockopt *)arena)[1].keylen = 7;
	GET(SOL_TCP, TCP_AO_GET_KEYS, struct tcp_ao_getsockopt[2], ao_keys);
	fresh();
	((struct tcp_zerocopy_receive *)arena)->err = -ECONNRESET;
	((struct tcp_zerocopy_receive *)arena)->flags = ((struct tcp_zerocopy_receive *)arena)->msg_flags = 1;
	GET(SOL_TCP, TCP_ZEROCOPY_RECEIVE, struct tcp_zerocopy_receive, tcp_zerocopy_receive);
}

static void mptcp_and_tls(void)
{
	struct mptcp_subflow_head *head = (struct mptcp_subflow_head *)arena;
	__u16 *tls = (__u16 *)arena;

	fresh();
	GET(SOL_MPTCP, MPTCP_INFO, struct mptcp_info_7_2, mptcp_info_7_2);
	GET(SOL_MPTCP, MPTCP_FULL_INFO, struct mptcp_full_info_7_2, mptcp_full_info_7_2);
	head->size_user = 8;
	GET_N(SOL_MPTCP, MPTCP_TCPINFO, 32, subflow_bytes);
	head->size_user = sizeof(struct tcp_info_7_2);
	((struct tcp_info_7_2 *)(head + 1))->tcpi_state = 1;
	((struct tcp_info_7_2 *)(head + 1))->tcpi_ca_state = 2;
	((struct tcp_info_7_2 *)(head + 1))->tcpi_accecn_fail_mode = 9;
	GET_N(SOL_MPTCP, MPTCP_TCPINFO, sizeof(*head) + sizeof(struct tcp_info_7_2), subflow_info);
	head->size_user = 256;
	make_sockaddr(head + 1, AF_INET);
	make_sockaddr((char *)(head + 1) + 128, AF_INET6);
	GET_N(SOL_MPTCP, MPTCP_SUBFLOW_ADDRS, sizeof(*head) + 256, subflow_addrs);
	fresh();
	tls[0] = TLS_1_3_VERSION;
#define TLS(cipher, name) (tls[1] = cipher, BOTH_WAYS(SOL_TLS, TLS_TX, struct tls12_crypto_info_##name, tls12_crypto_info_##name), \
	BOTH_WAYS(SOL_TLS, TLS_RX, struct tls12_crypto_info_##name, tls12_crypto_info_##name))
	TLS(TLS_CIPHER_AES_GCM_128, aes_gcm_128);
	TLS(TLS_CIPHER_AES_GCM_256, aes_gcm_256);
	TLS(TLS_CIPHER_AES_CCM_128, aes_ccm_128);
	TLS(TLS_CIPHER_CHACHA20_POLY1305, chacha20_poly1305);
	TLS(TLS_CIPHER_SM4_GCM, sm4_gcm);
}

int main(void)
{
	family_start();
	sockets();
	tcp();
	mptcp_and_tls();
	return 0;
}
