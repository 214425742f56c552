/* What events and tables share: the calling conventions they know, and the two moments at which memory is read. */
#ifndef RINGSIDE_BASE_ABI_H
#define RINGSIDE_BASE_ABI_H

#include <stdint.h>

enum abi { ABI_X86_64, ABI_I386, ABI_X32, ABI_AARCH64, ABI_RISCV64, ABI_COUNT };

enum phase { PHASE_ENTRY, PHASE_EXIT };

/*
 * Requests of io_uring are told as if they were calls: with a number of their own, from ABI_URING on by opcode, of the native ABI. Their registers:
 * calls/uring_ops.sys.
 */
enum { ABI_URING = 880, ABI_URING_END = 960 };

/*
 * Calls of i386 that are many: ipc and socketcall, whose first argument says which; mmap and select, whose arguments lie in memory.
 * Engines see through them: in events and tables each call within has a number of its own, from ABI_INNER on, where the kernel has none.
 * The one in the register stays for those that cannot be seen through, because the key is unknown or the memory unreadable.
 */
enum { ABI_INNER = 960, ABI_INNER_END = 1024 };

/* The number of what call `outer` does for `key`; -1 when it is not known to have several. */
int abi_inner_number(enum abi abi, unsigned outer, unsigned key);

/* What the register held when the call has this number. */
uint64_t abi_register_number(enum abi abi, uint64_t nr);

/* The number under which tables count: without x32's bit, and one for i386's mmap and for its select, wherever their arguments lie. */
uint64_t abi_counted_number(enum abi abi, uint64_t nr);

#endif
