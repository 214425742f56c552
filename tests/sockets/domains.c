/*
 * Calls of sockets that carry numbers: domains, types and protocols of each, flags of every bit, how to shut down.
 * trace: socket,socketpair,shutdown,listen,accept,accept4,sendto,recvfrom;
 * only: , -X raw, -X verbose, -v, -e verbose=none, -s 8;
 */
#include "standin.h"

static void every_domain(void)
{
	static const int types[] = {SOCK_STREAM, SOCK_RAW, SOCK_DGRAM | SOCK_CLOEXEC, SOCK_SEQPACKET | SOCK_NONBLOCK};

	for (int domain = -1; domain < 50; domain++) {
		for (unsigned t = 0; t < sizeof(types) / sizeof(*types); t++) {
			for (int protocol = -1; protocol < 24; protocol++)
				syscall(SYS_socket, domain, types[t], protocol);
		}
	}
	for (int protocol = 0; protocol < 300; protocol++)
		syscall(SYS_socket, AF_INET, SOCK_RAW, protocol);
	for (int protocol = 0; protocol < 300; protocol++)
		syscall(SYS_socket, AF_INET6, SOCK_RAW, protocol);
	for (unsigned protocol = 0; protocol < 0x10000; protocol += protocol < 0x40 ? 1 : 0x1f)
		syscall(SYS_socket, AF_PACKET, SOCK_RAW, protocol);
	for (int type = 0; type < 17; type++)
		syscall(SYS_socket, AF_UNIX, type, 0);
	for (int bit = 4; bit < 32; bit++)
		syscall(SYS_socket, AF_UNIX, 1 | 1u << bit, 0);
	for (int bit = 4; bit < 32; bit++)
		syscall(SYS_socket, AF_UNIX, ~0u >> (32 - bit), 0);
	syscall(SYS_socket, 1ul << 32 | AF_UNIX, 1ul << 32 | SOCK_STREAM, 1ul << 32);
}

static void every_pair(void)
{
	static int pair[2] = {5, 6};

	for (int domain = -1; domain < 50; domain++)
		syscall(SYS_socketpair, domain, SOCK_DGRAM | SOCK_CLOEXEC, domain, pair);
	syscall(SYS_socketpair, AF_NETLINK, SOCK_RAW, 15, pair);
	syscall(SYS_socketpair, AF_UNIX, 99, 0, NULL);
	syscall(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, (void *)1);
}

static void every_flag(void)
{
	static char bytes[40] = "a message\n\0\1\377 and more";

	for (int bit = -1; bit < 32; bit++) {
		unsigned flags = bit < 0 ? 0 : 1u << bit;

		syscall(SYS_sendto, -1, bytes, (long)sizeof(bytes), flags, NULL, 0);
		syscall(SYS_recvfrom, -1, bytes, (long)sizeof(bytes), flags, NULL, NULL);
		syscall(SYS_accept4, -1, NULL, NULL, flags);
		syscall(SYS_shutdown, -1, bit);
		syscall(SYS_listen, -1, flags);
	}
	syscall(SYS_sendto, -1, NULL, 5, ~0u, (void *)1, 16);
	syscall(SYS_sendto, -1, (void *)1, 5, ~0u, (void *)1, -1);
	syscall(SYS_recvfrom, -1, (void *)1, ~0ul, ~0u, (void *)1, (void *)1);
	syscall(SYS_accept, -1, (void *)1, (void *)1);
	syscall(SYS_accept4, -1, (void *)1, (void *)1, ~0u);
	syscall(SYS_shutdown, -1, 1ul << 32 | 2);
}

int main(void)
{
	static const int zero[] = {SYS_socket, SYS_socketpair, SYS_shutdown, SYS_listen, SYS_accept, SYS_accept4, SYS_sendto, SYS_recvfrom, -1};
	static const int told[] = {-1};

	standin_begin(zero, told);
	every_domain();
	every_pair();
	every_flag();
	return 0;
}
