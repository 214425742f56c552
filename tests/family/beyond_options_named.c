/*
 * Options of sockets whose value is a number that has a name, or is made of flags: the reference shows it as a number.
 *
 * options: -e trace=getsockopt,setsockopt
 */
#include "option.h"

#include <linux/can/error.h>
#include <linux/can/raw.h>
#include <linux/if_packet.h>
#include <linux/if_pppol2tp.h>
#include <linux/mroute.h>
#include <linux/mroute6.h>
#include <linux/net_tstamp.h>
#include <linux/phonet.h>
#include <linux/rds.h>
#include <linux/rxrpc.h>
#include <linux/tcp.h>
#include <linux/udp.h>

#ifndef SO_BUF_LOCK
#define SO_BUF_LOCK 72
#endif
#ifndef SOL_RXRPC
#define SOL_RXRPC 272
#endif
#ifndef SOL_UDP
#define SOL_UDP 17
#endif

static const char *number_text;
RAW(void, number, put("[%s]", number_text))

enum { SETS = 1, GETS = 2 };

static void number(int ways, const char *level_name, int level, const char *name, int optname, unsigned value, const char *text)
{
	*(unsigned *)arena = value;
	number_text = text;
	if (ways & SETS)
		option(1, level_name, level, name, optname, 4, (shower *)show_number);
	if (ways & GETS)
		option(0, level_name, level, name, optname, 4, (shower *)show_number);
}

/* A constant that is shown by its name; any number as that text. */
#define IS(ways, level, name, value) number(ways, #level, level, #name, name, value, #value)
#define AS_TEXT(ways, level, name, value, text) number(ways, #level, level, #name, name, value, text)

static void names(void)
{
	IS(GETS, SOL_SOCKET, SO_TYPE, SOCK_SEQPACKET);
	IS(GETS, SOL_SOCKET, SO_DOMAIN, AF_VSOCK);
	IS(SETS | GETS, SOL_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO);
	IS(SETS | GETS, SOL_IP, IP_MTU_DISCOVER, IP_PMTUDISC_OMIT);
	IS(SETS | GETS, SOL_IPV6, IPV6_MTU_DISCOVER, IPV6_PMTUDISC_PROBE);
	IS(SETS, SOL_IPV6, IPV6_ADDRFORM, AF_INET);
	IS(SETS | GETS, SOL_TCP, TCP_REPAIR, TCP_REPAIR_ON);
	IS(SETS | GETS, SOL_TCP, TCP_REPAIR, TCP_REPAIR_OFF_NO_WP);
	IS(SETS | GETS, SOL_TCP, TCP_REPAIR_QUEUE, TCP_SEND_QUEUE);
	IS(SETS | GETS, SOL_UDP, UDP_ENCAP, UDP_ENCAP_L2TPINUDP);
	IS(SETS | GETS, SOL_PACKET, PACKET_VERSION, TPACKET_V3);
	IS(SETS | GETS, SOL_RDS, SO_RDS_TRANSPORT, RDS_TRANS_TCP);
	AS_TEXT(SETS | GETS, SOL_RDS, SO_RDS_TRANSPORT, ~0u, "RDS_TRANS_NONE");
	IS(SETS, SOL_RXRPC, RXRPC_MIN_SECURITY_LEVEL, RXRPC_SECURITY_ENCRYPT);
	IS(GETS, SOL_RXRPC, RXRPC_SUPPORTED_CMSG, RXRPC_CHARGE_ACCEPT);
	IS(SETS | GETS, SOL_PNPIPE, PNPIPE_ENCAP, PNPIPE_ENCAP_IP);
	AS_TEXT(SETS | GETS, SOL_IP, IP_MTU_DISCOVER, 77, "0x4d /* IP_PMTUDISC_??? */");
}

static void bits(void)
{
	AS_TEXT(SETS | GETS, SOL_SOCKET, SO_TIMESTAMPING_OLD, SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE | 0x40000000,
		"SOF_TIMESTAMPING_RX_SOFTWARE|SOF_TIMESTAMPING_SOFTWARE|0x40000000");
	AS_TEXT(SETS | GETS, SOL_SOCKET, SO_TIMESTAMPING_NEW, SOF_TIMESTAMPING_OPT_CMSG, "SOF_TIMESTAMPING_OPT_CMSG");
	AS_TEXT(SETS | GETS, SOL_SOCKET, SO_TIMESTAMPING_NEW, 0, "0");
	AS_TEXT(SETS | GETS, SOL_SOCKET, SO_BUF_LOCK, 3, "SOCK_SNDBUF_LOCK|SOCK_RCVBUF_LOCK");
	AS_TEXT(SETS, SOL_IP, MRT_FLUSH, MRT_FLUSH_MFC | MRT_FLUSH_VIFS_STATIC, "MRT_FLUSH_MFC|MRT_FLUSH_VIFS_STATIC");
	AS_TEXT(SETS, SOL_IPV6, MRT6_FLUSH, MRT6_FLUSH_MIFS, "MRT6_FLUSH_MIFS");
	AS_TEXT(SETS | GETS, SOL_IPV6, IPV6_ADDR_PREFERENCES, 0x402, "IPV6_PREFER_SRC_PUBLIC|IPV6_PREFER_SRC_HOME");
	AS_TEXT(SETS | GETS, SOL_PACKET, PACKET_TIMESTAMP, SOF_TIMESTAMPING_RAW_HARDWARE, "SOF_TIMESTAMPING_RAW_HARDWARE");
	AS_TEXT(SETS | GETS, SOL_CAN_RAW, CAN_RAW_ERR_FILTER, CAN_ERR_BUSOFF | CAN_ERR_ACK, "CAN_ERR_ACK|CAN_ERR_BUSOFF");
	AS_TEXT(SETS | GETS, SOL_PPPOL2TP, PPPOL2TP_SO_DEBUG, 5, "PPPOL2TP_MSG_DEBUG|PPPOL2TP_MSG_SEQ");
	/* Numbers of interfaces that are not there. */
	AS_TEXT(SETS | GETS, SOL_SOCKET, SO_BINDTOIFINDEX, 12345678, "12345678");
	AS_TEXT(SETS | GETS, SOL_IP, IP_UNICAST_IF, htonl(7), "htonl(7)");
	AS_TEXT(SETS | GETS, SOL_IPV6, IPV6_UNICAST_IF, htonl(7), "htonl(7)");
	AS_TEXT(SETS | GETS, SOL_IPV6, IPV6_MULTICAST_IF, 12345678, "12345678");
}

int main(void)
{
	family_start();
	fresh();
	names();
	bits();
	return 0;
}
