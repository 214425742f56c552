/* Numbers for calls within calls: see abi.h. */
#include "base/abi.h"

#include <stddef.h>

static const struct outer {
	unsigned char abi; /* enum abi */
	unsigned short nr, first, count; /* count numbers from first on: for the keys 0 to count - 1 */
	unsigned char one;               /* they are one call, whose arguments lie elsewhere */
} outers[] = {
	{ABI_I386, 102, 960, 21}, /* socketcall(2): uapi/linux/net.h has its keys */
	{ABI_I386, 117, 981, 25}, /* ipc(2): uapi/linux/ipc.h */
	{ABI_I386, 90, 1006, 2, 1},  /* the first mmap */
	{ABI_I386, 82, 1008, 2, 1},  /* and select, whose arguments lie in memory */
};
enum { OUTERS = sizeof(outers) / sizeof(*outers) };

int abi_inner_number(enum abi abi, unsigned outer, unsigned key)
{
	for (size_t i = 0; i < OUTERS; i++)
		if (outers[i].abi == abi && outers[i].nr == outer && key < outers[i].count)
			return (int)(outers[i].first + key);
	return -1;
}

/* The one that the call of this number is within, or NULL. */
static const struct outer *outer_of(enum abi abi, uint64_t nr)
{
	for (size_t i = 0; i < OUTERS; i++)
		if (outers[i].abi == abi && nr >= outers[i].first && nr - outers[i].first < outers[i].count)
			return &outers[i];
	return NULL;
}

uint64_t abi_register_number(enum abi abi, uint64_t nr)
{
	const struct outer *o = outer_of(abi, nr);

	return o ? o->nr : abi == ABI_I386 ? (uint32_t)nr : nr;
}

uint64_t abi_counted_number(enum abi abi, uint64_t nr)
{
	const struct outer *o = nr >= ABI_INNER ? outer_of(abi, nr) : NULL;

	return o && o->one ? o->nr : abi == ABI_X32 ? nr & ~(uint64_t)0x40000000 : nr;
}
