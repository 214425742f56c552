/*
 * Options of sockets by level and name, with values of many lengths, set and got.
 * trace: setsockopt,getsockopt; only: , -X raw, -X verbose, -e verbose=none; i386
 */
#include "standin.h"

#include <netinet/in.h>

static unsigned char pattern[512];

static void *value_of(const void *bytes, size_t len)
{
	static unsigned char *end;

	if (!end)
		end = (unsigned char *)before_nothing(4096) + 4096;
	memcpy(end - len, bytes, len);
	return end - len;
}

static unsigned *length_of(unsigned len)
{
	static unsigned *at;

	if (!at)
		at = (unsigned *)before_nothing(sizeof(*at));
	*at = len;
	return at;
}

static void one(int level, int name, const void *bytes, unsigned len)
{
	syscall(SYS_setsockopt, -1, level, name, value_of(bytes, len), len);
	syscall(SYS_getsockopt, -1, level, name, value_of(bytes, len), length_of(len));
}

static void option(int level, int name)
{
	static const unsigned char lengths[] = {0, 1, 2, 4, 8, 12, 16, 20, 136};
	static const int values[] = {0, 1, -1};

	for (unsigned i = 0; i < sizeof(lengths); i++)
		one(level, name, pattern, lengths[i]);
	for (unsigned i = 0; i < sizeof(values) / sizeof(*values); i++)
		one(level, name, &values[i], sizeof(values[i]));
	one(level, name, "text", 5);
}

static void bad(int level, int name)
{
	static const unsigned lengths[] = {0, 4, 0x7fffffff, 0x80000000, 0xffffffff};

	for (unsigned i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		syscall(SYS_setsockopt, -1, level, name, NULL, lengths[i]);
		syscall(SYS_setsockopt, -1, level, name, (void *)1, lengths[i]);
		syscall(SYS_setsockopt, -1, level, name, value_of(pattern, 3), lengths[i]);
		syscall(SYS_getsockopt, -1, level, name, NULL, length_of(lengths[i]));
		syscall(SYS_getsockopt, -1, level, name, (void *)1, length_of(lengths[i]));
		syscall(SYS_getsockopt, -1, level, name, value_of(pattern, 3), length_of(lengths[i]));
	}
	syscall(SYS_getsockopt, -1, level, name, value_of(pattern, 4), NULL);
	syscall(SYS_getsockopt, -1, level, name, value_of(pattern, 4), (void *)1);
}

/* The kernel gives less than was asked for, or says that there is more. */
static void told(int level, int name, unsigned asked, unsigned given)
{
	standin->result = 0;
	standin->number = asked;
	standin->value = given;
	standin->writes = true;
	syscall(SYS_getsockopt, -1, level, name, value_of(pattern, asked), &standin->number);
	standin->result = -EINVAL;
	standin->number = asked;
	syscall(SYS_getsockopt, -1, level, name, value_of(pattern, asked), &standin->number);
	standin->writes = false;
}

int main(void)
{
	static const struct {
		int level, first, last;
	} levels[] = {
		{SOL_SOCKET, 0, 88}, {SOL_IP, 0, 54}, {SOL_IP, 63, 70}, {SOL_IP, 95, 100}, {SOL_IP, 127, 132}, {SOL_IPV6, 0, 82},
		{6, 0, 50}, {17, 0, 3}, {17, 99, 106}, {58, 0, 3}, {100, 0, 3}, {101, 0, 10}, {132, 0, 40}, {132, 99, 136}, {136, 0, 14}, {255, 0, 3},
		{256, 0, 3}, {257, 0, 14}, {258, 0, 2}, {259, 0, 6}, {260, 0, 9}, {261, 0, 2}, {262, 0, 3}, {263, 0, 27}, {264, 0, 3},
		{265, 0, 2}, {266, 0, 12}, {267, 0, 2}, {268, 0, 9}, {269, 0, 18}, {270, 0, 14}, {271, 126, 142}, {272, 0, 9}, {273, 0, 7},
		{274, 0, 20}, {275, 0, 6}, {276, 0, 12}, {277, 0, 3}, {278, 126, 130}, {279, 0, 9}, {280, 0, 4}, {281, 0, 3}, {282, 0, 7},
		{283, 0, 11}, {284, 0, 6}, {285, 0, 3}, {286, 0, 3}, {287, 0, 10}, {288, 0, 2}, {40, 0, 9}, {999, 0, 2}, {-1, -1, 1},
	};
	static const int told_calls[] = {SYS_getsockopt, -1};

	for (unsigned i = 0; i < sizeof(pattern); i++)
		pattern[i] = (unsigned char)(i * 7 + 3);
	value_of(pattern, 0);
	length_of(0);
	standin_begin(NULL, told_calls);
	for (unsigned i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		for (int name = levels[i].first; name < levels[i].last; name++)
			option(levels[i].level, name);
	bad(SOL_SOCKET, SO_RCVBUF);
	bad(SOL_SOCKET, SO_LINGER);
	bad(SOL_SOCKET, SO_ATTACH_FILTER);
	bad(SOL_IP, IP_ADD_MEMBERSHIP);
	bad(SOL_IP, IP_TTL);
	bad(SOL_IPV6, IPV6_JOIN_GROUP);
	bad(263, 1);
	bad(999, 999);
	told(SOL_SOCKET, SO_RCVBUF, 4, 4);
	told(SOL_SOCKET, SO_RCVBUF, 8, 4);
	told(SOL_SOCKET, SO_RCVBUF, 4, 8);
	told(SOL_SOCKET, SO_LINGER, 8, 4);
	told(SOL_SOCKET, SO_PEERCRED, 12, 12);
	told(SOL_SOCKET, SO_PEERCRED, 16, 12);
	told(SOL_SOCKET, SO_PEERGROUPS, 16, 8);
	told(SOL_IP, IP_TTL, 1, 1);
	told(SOL_IP, IP_TTL, 4, 1);
	told(263, 6, 12, 8);
	told(270, 9, 16, 8);
	return 0;
}
