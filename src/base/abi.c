/* Numbers for calls within calls: see abi.h. */
#include "base/abi.h"

#include <stddef.h>

static const struct outer {
	unsigned char abi; /* enum abi */
	unsigned short nr, first, count; /* count numbers from first on: for the keys 0 to count - 1 */
} outers[] = {
	{ABI_I386, 102, 960, 21}, /* socketcall(2): uapi/linux/net.h has its keys */
	{ABI_I386, 117, 981, 25}, /* ipc(2): uapi/linux/ipc.h */
	{ABI_I386, 90, 1006, 2},  /* the first mmap */
	{ABI_I386, 82, 1008, 2},  /* and select, whose arguments lie in memory */
};
enum { OUTERS = sizeof(outers) / sizeof(*outers) };

int abi_inner_number(enum abi abi, unsigned outer, unsigned key)
{
	for (size_t i = 0; i < OUTERS; i++)
		if (outers[i].abi == abi && outers[i].nr == outer && key < outers[i].count)
			return (int)(outers[i].first + key);
	return -1;
}

uint64_t abi_register_number(enum abi abi, uint64_t nr)
{
	for (size_t i = 0; i < OUTERS; i++)
		if (outers[i].abi == abi && nr >= outers[i].first && nr - outers[i].first < outers[i].count)
			return outers[i].nr;
	return abi == ABI_I386 ? (uint32_t)nr : nr;
}
