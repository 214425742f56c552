/*
 * Options of SCTP, packet sockets, CAN, RDS, XDP, VSOCK and DCCP of which the reference shows bytes, a number or an address.
 *
 * options: -v -e trace=getsockopt,setsockopt
 */
#include "option.h"

#include <linux/can.h>
#include <linux/can/isotp.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>
#include <linux/dccp.h>
#include <linux/if_packet.h>
#include <linux/if_xdp.h>
#include <linux/rds.h>
#include <linux/sctp.h>
#include <linux/vm_sockets.h>
#include <sys/time.h>

/* What headers of 6.1 do not have. */
#ifndef CAN_RAW_XL_VCID_TX_SET
enum { CAN_RAW_XL_VCID_OPTS = 8, CAN_RAW_XL_VCID_TX_SET = 1, CAN_RAW_XL_VCID_TX_PASS = 2, CAN_RAW_XL_VCID_RX_FILTER = 4 };
struct can_raw_vcid_options { __u8 flags, tx_vcid, rx_vcid, rx_vcid_mask; };
#endif
#ifndef CAN_ISOTP_SF_BROADCAST
enum { CAN_ISOTP_SF_BROADCAST = 0x800 };
#endif
#ifndef CAN_ISOTP_CF_BROADCAST
enum { CAN_ISOTP_CF_BROADCAST = 0x1000 };
#endif
#ifndef CAN_ISOTP_DYN_FC_PARMS
enum { CAN_ISOTP_DYN_FC_PARMS = 0x2000 };
#endif
struct xdp_umem_reg_7_2 { __u64 addr, len; __u32 chunk_size, headroom, flags, tx_metadata_len; };

/* SCTP */
STRUCT(sctp_rtoinfo, N(srto_assoc_id); N(srto_initial); N(srto_max); N(srto_min))
STRUCT_OF(struct sctp_rtoinfo, future, AS(srto_assoc_id, "SCTP_FUTURE_ASSOC"); N(srto_initial); N(srto_max); N(srto_min))
STRUCT(sctp_assocparams, N(sasoc_assoc_id); N(sasoc_asocmaxrxt); N(sasoc_number_peer_destinations); N(sasoc_peer_rwnd); N(sasoc_local_rwnd); N(sasoc_cookie_life))
STRUCT(sctp_initmsg, N(sinit_num_ostreams); N(sinit_max_instreams); N(sinit_max_attempts); N(sinit_max_init_timeo))
STRUCT(sctp_setpeerprim, N(sspp_assoc_id); SA(sspp_addr))
STRUCT(sctp_prim, N(ssp_assoc_id); SA(ssp_addr))
STRUCT(sctp_setadaptation, X(ssb_adaptation_ind))
STRUCT(sctp_paddrparams, N(spp_assoc_id); SA(spp_address); N(spp_hbinterval); N(spp_pathmaxrxt); N(spp_pathmtu); N(spp_sackdelay);
	F(spp_flags, "SPP_???", V(SPP_HB_ENABLE) V(SPP_HB_DISABLE) V(SPP_HB_DEMAND) V(SPP_PMTUD_ENABLE) V(SPP_PMTUD_DISABLE) V(SPP_SACKDELAY_ENABLE)
		V(SPP_SACKDELAY_DISABLE) V(SPP_HB_TIME_IS_ZERO) V(SPP_IPV6_FLOWLABEL) V(SPP_DSCP)); X(spp_ipv6_flowlabel); X(spp_dscp))
STRUCT(sctp_sndrcvinfo, N(sinfo_stream); N(sinfo_ssn); AS(sinfo_flags, "SCTP_UNORDERED|SCTP_PR_SCTP_RTX|SCTP_EOF"); HTONL(sinfo_ppid); N(sinfo_context); N(sinfo_timetolive);
	N(sinfo_tsn); N(sinfo_cumtsn); N(sinfo_assoc_id))
STRUCT(sctp_sndinfo, N(snd_sid); AS(snd_flags, "SCTP_PR_SCTP_NONE|SCTP_SENDALL"); HTONL(snd_ppid); N(snd_context); N(snd_assoc_id))
STRUCT(sctp_event_subscribe, N(sctp_data_io_event); N(sctp_association_event); N(sctp_address_event); N(sctp_send_failure_event); N(sctp_peer_error_event);
	N(sctp_shutdown_event); N(sctp_partial_delivery_event); N(sctp_adaptation_layer_event); N(sctp_authentication_event); N(sctp_sender_dry_event);
	N(sctp_stream_reset_event); N(sctp_assoc_reset_event); N(sctp_stream_change_event); N(sctp_send_failure_event_event))
STRUCT_OF(struct sctp_event_subscribe, three_events, N(sctp_data_io_event); N(sctp_association_event); N(sctp_address_event))
#define PATH N(spinfo_assoc_id); SA(spinfo_address); AS(spinfo_state, "SCTP_ACTIVE"); N(spinfo_cwnd); N(spinfo_srtt); N(spinfo_rto); N(spinfo_mtu)
STRUCT(sctp_paddrinfo, PATH)
STRUCT(sctp_status, N(sstat_assoc_id); AS(sstat_state, "SCTP_ESTABLISHED"); N(sstat_rwnd); N(sstat_unackdata); N(sstat_penddata); N(sstat_instrms); N(sstat_outstrms);
	N(sstat_fragmentation_point); WITHIN(sstat_primary, PATH))
STRUCT(sctp_sack_info, N(sack_assoc_id); N(sack_delay); N(sack_freq))
STRUCT(sctp_assoc_value, N(assoc_id); N(assoc_value))
STRUCT(sctp_authchunk, N(sauth_chunk))
STRUCT(sctp_hmacalgo, N(shmac_num_idents); AS(shmac_idents, "[SCTP_AUTH_HMAC_ID_SHA256, SCTP_AUTH_HMAC_ID_SHA1]"))
STRUCT(sctp_authkey, N(sca_assoc_id); N(sca_keynumber); N(sca_keylength); put_open("sca_key"); put_bytes(p->sca_key, 5, 1))
STRUCT(sctp_authkeyid, N(scact_assoc_id); N(scact_keynumber))
STRUCT(sctp_authchunks, N(gauth_assoc_id); N(gauth_number_of_chunks); put_open("gauth_chunks"); put("[%u, %u, %u]", p->gauth_chunks[0], p->gauth_chunks[1], p->gauth_chunks[2]))
STRUCT(sctp_assoc_ids, N(gaids_number_of_ids); put_open("gaids_assoc_id"); put("[%d, %d]", p->gaids_assoc_id[0], p->gaids_assoc_id[1]))
STRUCT(sctp_paddrthlds, N(spt_assoc_id); SA(spt_address); N(spt_pathmaxrxt); N(spt_pathpfthld))
STRUCT(sctp_paddrthlds_v2, N(spt_assoc_id); SA(spt_address); N(spt_pathmaxrxt); N(spt_pathpfthld); N(spt_pathcpthld))
STRUCT_OF(sctp_peeloff_arg_t, peeloff, N(associd); N(sd))
STRUCT_OF(sctp_peeloff_flags_arg_t, peeloff_flags, WITHIN(p_arg, N(associd); N(sd)); AS(flags, "SOCK_CLOEXEC|SOCK_NONBLOCK"))
STRUCT(sctp_getaddrs_old, N(assoc_id); N(addr_num); P(addrs))
STRUCT(sctp_getaddrs, N(assoc_id); N(addr_num); put_open("addrs"); put("["); put_sockaddr(p->addrs); put(", "); put_sockaddr(p->addrs + 28); put("]"))
STRUCT_OF(struct sctp_getaddrs, mixed, N(assoc_id); N(addr_num); put_open("addrs"); put_bytes(p->addrs, 44, 1))
RAW(char, two_in, put("["); put_sockaddr(of_); put(", "); put_sockaddr(of_ + 16); put("]"))
RAW(char, one_in6, put("["); put_sockaddr(of_); put("]"))
STRUCT(sctp_assoc_stats, N(sas_assoc_id); SA(sas_obs_rto_ipaddr); N(sas_maxrto); N(sas_isacks); N(sas_osacks); N(sas_opackets); N(sas_ipackets); N(sas_rtxchunks);
	N(sas_outofseqtsns); N(sas_idupchunks); N(sas_gapcnt); N(sas_ouodchunks); N(sas_iuodchunks); N(sas_oodchunks); N(sas_iodchunks); N(sas_octrlchunks);
	N(sas_ictrlchunks))
STRUCT(sctp_default_prinfo, N(pr_assoc_id); N(pr_value); AS(pr_policy, "SCTP_PR_SCTP_TTL"))
STRUCT(sctp_prstatus, N(sprstat_assoc_id); N(sprstat_sid); AS(sprstat_policy, "SCTP_PR_SCTP_PRIO"); N(sprstat_abandoned_unsent); N(sprstat_abandoned_sent))
STRUCT(sctp_reset_streams, N(srs_assoc_id); AS(srs_flags, "SCTP_STREAM_RESET_INCOMING|SCTP_STREAM_RESET_OUTGOING"); N(srs_number_streams);
	put_open("srs_stream_list"); put("[%u, %u]", p->srs_stream_list[0], p->srs_stream_list[1]))
STRUCT(sctp_add_streams, N(sas_assoc_id); N(sas_instrms); N(sas_outstrms))
STRUCT(sctp_stream_value, N(assoc_id); N(stream_id); N(stream_value))
STRUCT(sctp_event, N(se_assoc_id); AS(se_type, "SCTP_SENDER_DRY_EVENT"); N(se_on))
STRUCT(sctp_udpencaps, N(sue_assoc_id); SA(sue_address); PORT(sue_port))
STRUCT(sctp_probeinterval, N(spi_assoc_id); SA(spi_address); N(spi_interval))
STRUCT_OF(struct sctp_assoc_value, reset_enabled, N(assoc_id); AS(assoc_value, "SCTP_ENABLE_RESET_STREAM_REQ|SCTP_ENABLE_CHANGE_ASSOC_REQ"))
STRUCT_OF(struct sctp_assoc_value, scheduler, N(assoc_id); AS(assoc_value, "SCTP_SS_RR"))

/* With an address of the internet in it. */
#define WITH_ADDRESS(level, name, type, member, way) (fresh(), make_sockaddr(&((struct type *)arena)->member, AF_INET), \
	option(way, #level, level, #name, name, sizeof(struct type), (shower *)show_##type), make_sockaddr(&((struct type *)arena)->member, AF_INET6), \
	option(way, #level, level, #name, name, sizeof(struct type), (shower *)show_##type))

static void sctp(void)
{
	fresh();
	BOTH_WAYS(SOL_SCTP, SCTP_RTOINFO, struct sctp_rtoinfo, sctp_rtoinfo);
	BOTH_WAYS(SOL_SCTP, SCTP_ASSOCINFO, struct sctp_assocparams, sctp_assocparams);
	BOTH_WAYS(SOL_SCTP, SCTP_INITMSG, struct sctp_initmsg, sctp_initmsg);
	BOTH_WAYS(SOL_SCTP, SCTP_ADAPTATION_LAYER, struct sctp_setadaptation, sctp_setadaptation);
	BOTH_WAYS(SOL_SCTP, SCTP_EVENTS, struct sctp_event_subscribe, sctp_event_subscribe);
	SET_N(SOL_SCTP, SCTP_EVENTS, 3, three_events);
	GET_N(SOL_SCTP, SCTP_EVENTS, 3, three_events);
	SET_N(SOL_SCTP, SCTP_RTOINFO, 3, bytes_3);
	GET_N(SOL_SCTP, SCTP_STATUS, 3, bytes_3);
	BOTH_WAYS(SOL_SCTP, SCTP_DELAYED_SACK, struct sctp_sack_info, sctp_sack_info);
	BOTH_WAYS(SOL_SCTP, SCTP_DELAYED_SACK, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_MAXSEG, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_CONTEXT, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_MAX_BURST, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_PR_SUPPORTED, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_RECONFIG_SUPPORTED, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_INTERLEAVING_SUPPORTED, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_ASCONF_SUPPORTED, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_AUTH_SUPPORTED, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_ECN_SUPPORTED, struct sctp_assoc_value, sctp_assoc_value);
	BOTH_WAYS(SOL_SCTP, SCTP_EXPOSE_POTENTIALLY_FAILED_STATE, struct sctp_assoc_value, sctp_assoc_value);
	SET(SOL_SCTP, SCTP_AUTH_CHUNK, struct sctp_authchunk, sctp_authchunk);
	BOTH_WAYS(SOL_SCTP, SCTP_AUTH_ACTIVE_KEY, struct sctp_authkeyid, sctp_authkeyid);
	SET(SOL_SCTP, SCTP_AUTH_DELETE_KEY, struct sctp_authkeyid, sctp_authkeyid);
	SET(SOL_SCTP, SCTP_AUTH_DEACTIVATE_KEY, struct sctp_authkeyid, sctp_authkeyid);
	GET(SOL_SCTP, SCTP_SOCKOPT_PEELOFF, sctp_peeloff_arg_t, peeloff);
	SET(SOL_SCTP, SCTP_ADD_STREAMS, struct sctp_add_streams, sctp_add_streams);
	BOTH_WAYS(SOL_SCTP, SCTP_STREAM_SCHEDULER_VALUE, struct sctp_stream_value, sctp_stream_value);
	GET(SOL_SCTP, SCTP_SOCKOPT_CONNECTX3, struct sctp_getaddrs_old, sctp_getaddrs_old);
	WITH_ADDRESS(SOL_SCTP, SCTP_SET_PEER_PRIMARY_ADDR, sctp_setpeerprim, sspp_addr, 1);
	WITH_ADDRESS(SOL_SCTP, SCTP_PRIMARY_ADDR, sctp_prim, ssp_addr, 1);
	WITH_ADDRESS(SOL_SCTP, SCTP_PRIMARY_ADDR, sctp_prim, ssp_addr, 0);
	WITH_ADDRESS(SOL_SCTP, SCTP_PEER_ADDR_PARAMS, sctp_paddrparams, spp_address, 1);
	WITH_ADDRESS(SOL_SCTP, SCTP_PEER_ADDR_PARAMS, sctp_paddrparams, spp_address, 0);
	WITH_ADDRESS(SOL_SCTP, SCTP_PEER_ADDR_THLDS, sctp_paddrthlds, spt_address, 1);
	WITH_ADDRESS(SOL_SCTP, SCTP_PEER_ADDR_THLDS, sctp_paddrthlds, spt_address, 0);
	WITH_ADDRESS(SOL_SCTP, SCTP_PEER_ADDR_THLDS_V2, sctp_paddrthlds_v2, spt_address, 1);
	WITH_ADDRESS(SOL_SCTP, SCTP_GET_ASSOC_STATS, sctp_assoc_stats, sas_obs_rto_ipaddr, 0);
	WITH_ADDRESS(SOL_SCTP, SCTP_REMOTE_UDP_ENCAPS_PORT, sctp_udpencaps, sue_address, 1);
	WITH_ADDRESS(SOL_SCTP, SCTP_REMOTE_UDP_ENCAPS_PORT, sctp_udpencaps, sue_address, 0);
	WITH_ADDRESS(SOL_SCTP, SCTP_PLPMTUD_PROBE_INTERVAL, sctp_probeinterval, spi_address, 1);
}

#define PUT(type, member, value) (((struct type *)arena)->member = value)

static void more_sctp(void)
{
	fresh();
	PUT(sctp_rtoinfo, srto_assoc_id, SCTP_FUTURE_ASSOC);
	SET(SOL_SCTP, SCTP_RTOINFO, struct sctp_rtoinfo, future);
	fresh();
	PUT(sctp_sndrcvinfo, sinfo_flags, SCTP_UNORDERED | SCTP_PR_SCTP_RTX | 0x200);
	BOTH_WAYS(SOL_SCTP, SCTP_DEFAULT_SEND_PARAM, struct sctp_sndrcvinfo, sctp_sndrcvinfo);
	PUT(sctp_sndinfo, snd_flags, 0x40);
	BOTH_WAYS(SOL_SCTP, SCTP_DEFAULT_SNDINFO, struct sctp_sndinfo, sctp_sndinfo);
	fresh();
	make_sockaddr(&((struct sctp_paddrinfo *)arena)->spinfo_address, AF_INET);
	PUT(sctp_paddrinfo, spinfo_state, SCTP_ACTIVE);
	GET(SOL_SCTP, SCTP_GET_PEER_ADDR_INFO, struct sctp_paddrinfo, sctp_paddrinfo);
	fresh();
	make_sockaddr(&((struct sctp_status *)arena)->sstat_primary.spinfo_address, AF_INET6);
	PUT(sctp_status, sstat_primary.spinfo_state, SCTP_ACTIVE);
	PUT(sctp_status, sstat_state, SCTP_ESTABLISHED);
	GET(SOL_SCTP, SCTP_STATUS, struct sctp_status, sctp_status);
	fresh();
	PUT(sctp_hmacalgo, shmac_num_idents, 2);
	PUT(sctp_hmacalgo, shmac_idents[0], SCTP_AUTH_HMAC_ID_SHA256);
	PUT(sctp_hmacalgo, shmac_idents[1], SCTP_AUTH_HMAC_ID_SHA1);
	SET_N(SOL_SCTP, SCTP_HMAC_IDENT, 8, sctp_hmacalgo);
	GET_N(SOL_SCTP, SCTP_HMAC_IDENT, 8, sctp_hmacalgo);
	fresh();
	PUT(sctp_authkey, sca_keylength, 5);
	SET_N(SOL_SCTP, SCTP_AUTH_KEY, 16, sctp_authkey);
	PUT(sctp_authchunks, gauth_number_of_chunks, 3);
	GET_N(SOL_SCTP, SCTP_PEER_AUTH_CHUNKS, 11, sctp_authchunks);
	GET_N(SOL_SCTP, SCTP_LOCAL_AUTH_CHUNKS, 11, sctp_authchunks);
	PUT(sctp_assoc_ids, gaids_number_of_ids, 2);
	GET_N(SOL_SCTP, SCTP_GET_ASSOC_ID_LIST, 12, sctp_assoc_ids);
	fresh();
	((sctp_peeloff_flags_arg_t *)arena)->flags = SOCK_CLOEXEC | SOCK_NONBLOCK;
	GET(SOL_SCTP, SCTP_SOCKOPT_PEELOFF_FLAGS, sctp_peeloff_flags_arg_t, peeloff_flags);
	PUT(sctp_default_prinfo, pr_policy, SCTP_PR_SCTP_TTL);
	BOTH_WAYS(SOL_SCTP, SCTP_DEFAULT_PRINFO, struct sctp_default_prinfo, sctp_default_prinfo);
	PUT(sctp_prstatus, sprstat_policy, SCTP_PR_SCTP_PRIO);
	GET(SOL_SCTP, SCTP_PR_ASSOC_STATUS, struct sctp_prstatus, sctp_prstatus);
	GET(SOL_SCTP, SCTP_PR_STREAM_STATUS, struct sctp_prstatus, sctp_prstatus);
	PUT(sctp_reset_streams, srs_flags, 3);
	PUT(sctp_reset_streams, srs_number_streams, 2);
	SET_N(SOL_SCTP, SCTP_RESET_STREAMS, 12, sctp_reset_streams);
	PUT(sctp_event, se_type, SCTP_SENDER_DRY_EVENT);
	BOTH_WAYS(SOL_SCTP, SCTP_EVENT, struct sctp_event, sctp_event);
	PUT(sctp_assoc_value, assoc_value, 5);
	BOTH_WAYS(SOL_SCTP, SCTP_ENABLE_STREAM_RESET, struct sctp_assoc_value, reset_enabled);
	PUT(sctp_assoc_value, assoc_value, SCTP_SS_RR);
	BOTH_WAYS(SOL_SCTP, SCTP_STREAM_SCHEDULER, struct sctp_assoc_value, scheduler);
	fresh();
	PUT(sctp_getaddrs, addr_num, 2);
	make_sockaddr(arena + 8, AF_INET6);
	make_sockaddr(arena + 36, AF_INET6);
	GET_N(SOL_SCTP, SCTP_GET_PEER_ADDRS, 64, sctp_getaddrs);
	GET_N(SOL_SCTP, SCTP_GET_LOCAL_ADDRS, 52, mixed);
	fresh();
	make_sockaddr(arena, AF_INET);
	make_sockaddr(arena + 16, AF_INET);
	SET_N(SOL_SCTP, SCTP_SOCKOPT_BINDX_ADD, 32, two_in);
	SET_N(SOL_SCTP, SCTP_SOCKOPT_CONNECTX, 32, two_in);
	make_sockaddr(arena, AF_INET6);
	SET_N(SOL_SCTP, SCTP_SOCKOPT_BINDX_REM, 28, one_in6);
}

/* The others */
STRUCT(timeval, N(tv_sec); AS(tv_usec, ({ static char text_[32]; snprintf(text_, sizeof(text_), "%lu", (unsigned long)p->tv_usec); text_; })))
RAW(__u64, size, put("[%llu]", (unsigned long long)*of_))
STRUCT(tpacket_req3, N(tp_block_size); N(tp_block_nr); N(tp_frame_size); N(tp_frame_nr); N(tp_retire_blk_tov); N(tp_sizeof_priv);
	F(tp_feature_req_word, "TP_FT_REQ_???", V(TP_FT_REQ_FILL_RXHASH)))
STRUCT(tpacket_rollover_stats, N(tp_all); N(tp_huge); N(tp_failed))
struct fanout { __u16 id, type_flags; __u32 max_num_members; };
STRUCT(fanout, N(id); AS(type_flags, "PACKET_FANOUT_CPU|PACKET_FANOUT_FLAG_ROLLOVER|PACKET_FANOUT_FLAG_DEFRAG"); N(max_num_members))
RAW(struct can_filter, can_filters, put("[{can_id=CAN_EFF_FLAG|CAN_INV_FILTER|0x123, can_mask=CAN_EFF_FLAG|CAN_RTR_FLAG|CAN_ERR_FLAG|0x7ff}, {can_id=0x456, can_mask=0x7ff}]"))
STRUCT(can_raw_vcid_options, F(flags, "CAN_RAW_XL_VCID_???", V(CAN_RAW_XL_VCID_TX_SET) V(CAN_RAW_XL_VCID_TX_PASS) V(CAN_RAW_XL_VCID_RX_FILTER)); X(tx_vcid); X(rx_vcid);
	X(rx_vcid_mask))
STRUCT(can_isotp_options, F(flags, "CAN_ISOTP_???", V(CAN_ISOTP_LISTEN_MODE) V(CAN_ISOTP_EXTEND_ADDR) V(CAN_ISOTP_TX_PADDING) V(CAN_ISOTP_RX_PADDING) V(CAN_ISOTP_CHK_PAD_LEN)
		V(CAN_ISOTP_CHK_PAD_DATA) V(CAN_ISOTP_HALF_DUPLEX) V(CAN_ISOTP_FORCE_TXSTMIN) V(CAN_ISOTP_FORCE_RXSTMIN) V(CAN_ISOTP_RX_EXT_ADDR) V(CAN_ISOTP_WAIT_TX_DONE)
		V(CAN_ISOTP_SF_BROADCAST) V(CAN_ISOTP_CF_BROADCAST) V(CAN_ISOTP_DYN_FC_PARMS)); N(frame_txtime); X(ext_address); X(txpad_content); X(rxpad_content);
	X(rx_ext_address))
STRUCT(can_isotp_fc_options, N(bs); N(stmin); N(wftmax))
STRUCT(can_isotp_ll_options, AS(mtu, "CANFD_MTU"); N(tx_dl); F(tx_flags, "CANFD_???", V(CANFD_BRS) V(CANFD_ESI) {4, "CANFD_FDF"},))
STRUCT(j1939_filter, X(name); X(name_mask); X(pgn); X(pgn_mask); X(addr); X(addr_mask))
RAW(struct j1939_filter, j1939_filters, put("["); show_j1939_filter(of_); put(", "); show_j1939_filter(of_ + 1); put("]"))
#define RDS_FLAGS(m) F(m, "RDS_RDMA_???", V(RDS_RDMA_READWRITE) V(RDS_RDMA_FENCE) V(RDS_RDMA_INVALIDATE) V(RDS_RDMA_USE_ONCE) V(RDS_RDMA_DONTWAIT) V(RDS_RDMA_NOTIFY_ME) V(RDS_RDMA_SILENT))
STRUCT(rds_get_mr_args, WITHIN(vec, PW(addr); N(bytes)); PW(cookie_addr); RDS_FLAGS(flags))
STRUCT(rds_get_mr_for_dest_args, SA(dest_addr); WITHIN(vec, PW(addr); N(bytes)); PW(cookie_addr); RDS_FLAGS(flags))
STRUCT(rds_free_mr_args, X(cookie); RDS_FLAGS(flags))
STRUCT(rds_rx_trace_so, N(rx_traces); AS(rx_trace_pos, "[RDS_MSG_RX_DGRAM_DELIVERED, RDS_MSG_RX_HDR_TO_DGRAM_START, RDS_MSG_RX_DGRAM_REASSEMBLE]"))
RAW(struct sockaddr, address, put_sockaddr(of_))
#define PUT6(m) put_in6(#m, &p->m)
#define STATE F(flags, "RDS_INFO_CONNECTION_FLAG_???", V(RDS_INFO_CONNECTION_FLAG_SENDING) V(RDS_INFO_CONNECTION_FLAG_CONNECTING) V(RDS_INFO_CONNECTION_FLAG_CONNECTED))
#define MESSAGE F(flags, "RDS_INFO_MESSAGE_FLAG_???", V(RDS_INFO_MESSAGE_FLAG_ACK) V(RDS_INFO_MESSAGE_FLAG_FAST_ACK))
STRUCT(rds_info_counter, TX(name); N(value))
STRUCT(rds_info_connection, N(next_tx_seq); N(next_rx_seq); I4(laddr); I4(faddr); TX(transport); STATE; X(tos))
STRUCT(rds6_info_connection, N(next_tx_seq); N(next_rx_seq); PUT6(laddr); PUT6(faddr); TX(transport); STATE)
STRUCT(rds_info_message, N(seq); N(len); I4(laddr); I4(faddr); PORT(lport); PORT(fport); MESSAGE; X(tos))
STRUCT(rds6_info_message, N(seq); N(len); PUT6(laddr); PUT6(faddr); PORT(lport); PORT(fport); MESSAGE; X(tos))
STRUCT(rds_info_socket, N(sndbuf); I4(bound_addr); I4(connected_addr); PORT(bound_port); PORT(connected_port); N(rcvbuf); N(inum))
STRUCT(rds6_info_socket, N(sndbuf); PUT6(bound_addr); PUT6(connected_addr); PORT(bound_port); PORT(connected_port); N(rcvbuf); N(inum))
STRUCT(rds_info_tcp_socket, I4(local_addr); PORT(local_port); I4(peer_addr); PORT(peer_port); N(hdr_rem); N(data_rem); N(last_sent_nxt); N(last_expected_una);
	N(last_seen_una); X(tos))
STRUCT(rds6_info_tcp_socket, PUT6(local_addr); PORT(local_port); PUT6(peer_addr); PORT(peer_port); N(hdr_rem); N(data_rem); N(last_sent_nxt); N(last_expected_una);
	N(last_seen_una))
#define REST N(max_send_wr); N(max_recv_wr); N(max_send_sge); N(rdma_mr_max); N(rdma_mr_size); X(tos); N(sl); N(cache_allocs)
STRUCT(rds_info_rdma_connection, I4(src_addr); I4(dst_addr); PUT6(src_gid); PUT6(dst_gid); REST)
STRUCT(rds6_info_rdma_connection, PUT6(src_addr); PUT6(dst_addr); PUT6(src_gid); PUT6(dst_gid); REST)
static shower *list_show;
static unsigned list_each;
RAW(char, list, put("["); list_show(of_); put(", "); list_show(of_ + list_each); put("]"))
#define LIST(name, type) (list_show = (shower *)show_##type, list_each = sizeof(struct type), option(0, "SOL_RDS", SOL_RDS, #name, name, 2 * list_each, (shower *)show_list))

#define RING X(producer); X(consumer); X(desc); X(flags)
STRUCT(xdp_mmap_offsets, WITHIN(rx, RING); WITHIN(tx, RING); WITHIN(fr, RING); WITHIN(cr, RING))
STRUCT(xdp_umem_reg_7_2, PW(addr); N(len); N(chunk_size); N(headroom); F(flags, "XDP_UMEM_???", V(XDP_UMEM_UNALIGNED_CHUNK_FLAG) {2, "XDP_UMEM_TX_SW_CSUM"},
	{4, "XDP_UMEM_TX_METADATA_LEN"},); N(tx_metadata_len))
STRUCT_OF(struct xdp_umem_reg_7_2, old_umem_reg, PW(addr); N(len); N(chunk_size); N(headroom))
STRUCT(xdp_statistics, N(rx_dropped); N(rx_invalid_descs); N(tx_invalid_descs); N(rx_ring_full); N(rx_fill_ring_empty_descs); N(tx_ring_empty_descs))
STRUCT_OF(struct xdp_statistics, old_statistics, N(rx_dropped); N(rx_invalid_descs); N(tx_invalid_descs))
STRUCT(xdp_options, F(flags, "XDP_OPTIONS_???", V(XDP_OPTIONS_ZEROCOPY)))
RAW(__u32, services, put("[htonl(%u), htonl(%u)]", ntohl(of_[0]), ntohl(of_[1])))
RAW(__u8, ccids, put("[%u, %u, %u]", of_[0], of_[1], of_[2]))

static void packet_and_can(void)
{
	fresh();
	SET(SOL_PACKET, PACKET_RX_RING, struct tpacket_req3, tpacket_req3);
	SET(SOL_PACKET, PACKET_TX_RING, struct tpacket_req3, tpacket_req3);
	GET(SOL_PACKET, PACKET_ROLLOVER_STATS, struct tpacket_rollover_stats, tpacket_rollover_stats);
	((struct fanout *)arena)->type_flags = PACKET_FANOUT_CPU | PACKET_FANOUT_FLAG_ROLLOVER | PACKET_FANOUT_FLAG_DEFRAG;
	SET(SOL_PACKET, PACKET_FANOUT, struct fanout, fanout);
	fresh();
	SET(SOL_CAN_RAW, CAN_RAW_XL_VCID_OPTS, struct can_raw_vcid_options, can_raw_vcid_options);
	GET(SOL_CAN_RAW, CAN_RAW_XL_VCID_OPTS, struct can_raw_vcid_options, can_raw_vcid_options);
	BOTH_WAYS(SOL_CAN_ISOTP, CAN_ISOTP_OPTS, struct can_isotp_options, can_isotp_options);
	BOTH_WAYS(SOL_CAN_ISOTP, CAN_ISOTP_RECV_FC, struct can_isotp_fc_options, can_isotp_fc_options);
	SET(SOL_CAN_J1939, SO_J1939_FILTER, struct j1939_filter[2], j1939_filters);
	((struct can_isotp_ll_options *)arena)->mtu = CANFD_MTU;
	BOTH_WAYS(SOL_CAN_ISOTP, CAN_ISOTP_LL_OPTS, struct can_isotp_ll_options, can_isotp_ll_options);
	((struct can_filter *)arena)[0] = (struct can_filter){CAN_EFF_FLAG | CAN_INV_FILTER | 0x123, CAN_EFF_FLAG | CAN_RTR_FLAG | CAN_ERR_FLAG | 0x7ff};
	((struct can_filter *)arena)[1] = (struct can_filter){0x456, 0x7ff};
	BOTH_WAYS(SOL_CAN_RAW, CAN_RAW_FILTER, struct can_filter[2], can_filters);
}

static void rds(void)
{
	fresh();
	SET(SOL_RDS, RDS_GET_MR, struct rds_get_mr_args, rds_get_mr_args);
	SET(SOL_RDS, RDS_FREE_MR, struct rds_free_mr_args, rds_free_mr_args);
	LIST(RDS_INFO_COUNTERS, rds_info_counter);
	LIST(RDS_INFO_CONNECTIONS, rds_info_connection);
	LIST(RDS_INFO_SEND_MESSAGES, rds_info_message);
	LIST(RDS_INFO_RETRANS_MESSAGES, rds_info_message);
	LIST(RDS_INFO_RECV_MESSAGES, rds_info_message);
	LIST(RDS_INFO_SOCKETS, rds_info_socket);
	LIST(RDS_INFO_TCP_SOCKETS, rds_info_tcp_socket);
	LIST(RDS_INFO_IB_CONNECTIONS, rds_info_rdma_connection);
	LIST(RDS6_INFO_CONNECTIONS, rds6_info_connection);
	LIST(RDS6_INFO_SEND_MESSAGES, rds6_info_message);
	LIST(RDS6_INFO_RETRANS_MESSAGES, rds6_info_message);
	LIST(RDS6_INFO_RECV_MESSAGES, rds6_info_message);
	LIST(RDS6_INFO_SOCKETS, rds6_info_socket);
	LIST(RDS6_INFO_TCP_SOCKETS, rds6_info_tcp_socket);
	LIST(RDS6_INFO_IB_CONNECTIONS, rds6_info_rdma_connection);
	make_sockaddr(arena, AF_INET);
	SET(SOL_RDS, RDS_CANCEL_SENT_TO, struct sockaddr_in, address);
	SET(SOL_RDS, RDS_GET_MR_FOR_DEST, struct rds_get_mr_for_dest_args, rds_get_mr_for_dest_args);
	memcpy(((struct rds_rx_trace_so *)arena)->rx_trace_pos, "\2\0\1", 3);
	SET(SOL_RDS, SO_RDS_MSG_RXPATH_LATENCY, struct rds_rx_trace_so, rds_rx_trace_so);
	GET(SOL_RDS, SO_RDS_MSG_RXPATH_LATENCY, struct rds_rx_trace_so, rds_rx_trace_so);
}

static void others(void)
{
	fresh();
	GET(SOL_XDP, XDP_MMAP_OFFSETS, struct xdp_mmap_offsets, xdp_mmap_offsets);
	SET(SOL_XDP, XDP_UMEM_REG, struct xdp_umem_reg_7_2, xdp_umem_reg_7_2);
	SET_N(SOL_XDP, XDP_UMEM_REG, 24, old_umem_reg);
	GET(SOL_XDP, XDP_STATISTICS, struct xdp_statistics, xdp_statistics);
	GET_N(SOL_XDP, XDP_STATISTICS, 24, old_statistics);
	GET(SOL_XDP, XDP_OPTIONS, struct xdp_options, xdp_options);
	BOTH_WAYS(AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, __u64, size);
	BOTH_WAYS(AF_VSOCK, SO_VM_SOCKETS_BUFFER_MIN_SIZE, __u64, size);
	BOTH_WAYS(AF_VSOCK, SO_VM_SOCKETS_BUFFER_MAX_SIZE, __u64, size);
	BOTH_WAYS(AF_VSOCK, SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD, struct timeval, timeval);
	BOTH_WAYS(SOL_DCCP, DCCP_SOCKOPT_SERVICE, __u32[2], services);
	GET(SOL_DCCP, DCCP_SOCKOPT_AVAILABLE_CCIDS, char[3], ccids);
	SET(SOL_DCCP, DCCP_SOCKOPT_CCID, char[3], ccids);
	SET(SOL_DCCP, DCCP_SOCKOPT_TX_CCID, char[3], ccids);
	SET(SOL_DCCP, DCCP_SOCKOPT_RX_CCID, char[3], ccids);
}

int main(void)
{
	family_start();
	sctp();
	more_sctp();
	packet_and_can();
	rds();
	others();
	return 0;
}
