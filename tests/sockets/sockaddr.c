/*
 * Addresses of every family in calls that take and give them, with lengths that are too short and too long.
 * trace: bind,connect,accept,accept4,getsockname,getpeername,sendto,recvfrom; i386
 */
#include "standin.h"

#include <sys/socket.h>

static unsigned char pattern[512];

static long bind_at(const void *addr, unsigned len)
{
	return syscall(SYS_bind, -1, addr, len);
}

/* An address of that many bytes, before nothing. */
static void *address(unsigned family, unsigned len, const unsigned char *bytes)
{
	unsigned char *p = (unsigned char *)before_nothing(len);

	memcpy(p, bytes, len);
	if (len > 0)
		p[0] = (unsigned char)family;
	if (len > 1)
		p[1] = (unsigned char)(family >> 8);
	return p;
}

static void one(unsigned family, unsigned len, const unsigned char *bytes)
{
	void *p = address(family, len, bytes);
	static unsigned *size;

	if (!size)
		size = standin_memory(4096);
	bind_at(p, len);
	*size = len;
	syscall(SYS_getsockname, -1, p, size);
}

static void every_length(unsigned family, unsigned known)
{
	static unsigned char zero[512];
	unsigned char text[512];

	for (unsigned i = 0; i < sizeof(text); i++)
		text[i] = (unsigned char)('a' + i % 26);
	for (unsigned len = 0; len <= 132; len += len < known ? 1 : len < known + 8 ? 3 : 41)
		one(family, len, pattern);
	for (unsigned len = 1; len <= 132; len += len < known ? 5 : 43) {
		one(family, len, zero);
		one(family, len, text);
	}
}

/* Values that a family's members may have, one member at a time. */
static void every_value(unsigned family, unsigned size)
{
	static const unsigned char values[] = {1, 2, 3, 0x21, 0x7f, 0x80, 0xff};
	unsigned char bytes[128] = {0};

	for (unsigned at = 2; at < size; at++) {
		for (unsigned i = 0; i < sizeof(values); i++) {
			bytes[at] = values[i];
			one(family, size, bytes);
		}
		bytes[at] = 0;
	}
	memset(bytes, 0xff, sizeof(bytes));
	one(family, size, bytes);
}

static void unix_names(void)
{
	static const char *const names[] = {"\0", "\0\0", "\0abstract", "\0abstract\0more", "/path", "/path\0rest", "with \"quotes\" \n", "\0\1\2" "3"};

	for (unsigned i = 0; i < sizeof(names) / sizeof(*names); i++) {
		unsigned char bytes[128] = {0};
		memcpy(bytes + 2, names[i], names[i][0] ? strlen(names[i]) : 1 + strlen(names[i] + 1));
		for (unsigned len = 2; len <= 24; len++)
			one(AF_UNIX, len, bytes);
		one(AF_UNIX, 110, bytes);
		one(AF_UNIX, 112, bytes);
	}
}

static void bad_pointers(void)
{
	unsigned char *p = address(AF_INET, 16, pattern);
	static const unsigned lengths[] = {0, 1, 2, 16, 128, 129, 0x7fffffff, 0x80000000, 0xffffffff};

	for (unsigned i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		bind_at(NULL, lengths[i]);
		bind_at((void *)1, lengths[i]);
		bind_at(p, lengths[i]);
		bind_at(p + 12, lengths[i]);
		syscall(SYS_connect, -1, p, lengths[i]);
	}
}

static void given(void)
{
	unsigned char *p = address(AF_INET, 16, pattern);
	unsigned *len = &standin->number;

	for (int failed = 0; failed < 2; failed++) {
		for (unsigned i = 0; i < 24; i++) {
			standin->result = failed ? -EINVAL : 7;
			standin->writes = true;
			standin->value = i % 3 ? 16 : i;
			*len = i;
			syscall(SYS_getpeername, -1, p, len);
			*len = i;
			syscall(SYS_accept4, -1, p, len, i << 9);
			*len = i;
			syscall(SYS_recvfrom, -1, p, i, 0, p, len);
			standin->writes = false;
		}
		syscall(SYS_getsockname, -1, NULL, len);
		syscall(SYS_getsockname, -1, p, NULL);
		syscall(SYS_getsockname, -1, p, (void *)1);
		syscall(SYS_getsockname, -1, (void *)1, len);
		syscall(SYS_accept4, -1, NULL, NULL, 0x80800);
		syscall(SYS_recvfrom, -1, p, 4, 0x40, NULL, len);
		syscall(SYS_recvfrom, -1, p, 4, 0x40, p, NULL);
		*len = 0x80000000;
		syscall(SYS_getsockname, -1, p, len);
		*len = 0xffffffff;
		syscall(SYS_recvfrom, -1, p, 4, ~0u, p, len);
	}
	for (unsigned i = 0; i < 24; i++)
		syscall(SYS_sendto, -1, "data", 4, i ? 1u << i : 0, p, i);
	syscall(SYS_sendto, -1, NULL, 4, 0, NULL, 0);
	syscall(SYS_sendto, -1, (void *)1, (size_t)-1, 0, (void *)1, 16);
}

int main(void)
{
	static const int zero[] = {SYS_getsockname, -1}, told[] = {SYS_accept4, SYS_getpeername, SYS_recvfrom, -1};

	standin_begin(zero, told);
	for (unsigned i = 0; i < sizeof(pattern); i++)
		pattern[i] = (unsigned char)(i * 7 + 3);
	static const struct {
		unsigned char family, size;
	} known[] = {
		{AF_UNIX, 8}, {AF_INET, 16}, {AF_INET6, 28}, {AF_NETLINK, 12}, {AF_PACKET, 22}, {AF_VSOCK, 16}, {AF_ALG, 32}, {AF_AX25, 32},
		{AF_X25, 18}, {AF_IPX, 16}, {AF_XDP, 16}, {AF_TIPC, 16}, {AF_NFC, 18}, {AF_RXRPC, 38}, {AF_PHONET, 6}, {AF_IEEE802154, 22},
		{AF_MCTP, 12}, {AF_QIPCRTR, 12}, {AF_CAN, 18}, {AF_LLC, 16}, {AF_PPPOX, 31}, {AF_BLUETOOTH, 16},
	};
	static const unsigned bluetooth[] = {6, 8, 10, 12, 14};

	for (unsigned family = 0; family < 48; family++)
		every_length(family, 3);
	every_length(0xffff, 4);
	for (unsigned i = 0; i < sizeof(known) / sizeof(*known); i++)
		every_length(known[i].family, known[i].size);
	for (unsigned i = 0; i + 1 < sizeof(known) / sizeof(*known); i++)
		every_value(known[i].family, known[i].size);
	for (unsigned i = 0; i < sizeof(bluetooth) / sizeof(*bluetooth); i++)
		every_value(AF_BLUETOOTH, bluetooth[i]);
	for (unsigned len = 86; len < 100; len++)
		one(AF_NFC, len, pattern);
	unix_names();
	bad_pointers();
	given();
	return 0;
}
