/* What events and tables share: the calling conventions they know, and the two moments at which memory is read. */
#ifndef RINGSIDE_BASE_ABI_H
#define RINGSIDE_BASE_ABI_H

enum abi { ABI_X86_64, ABI_I386, ABI_X32, ABI_AARCH64, ABI_RISCV64, ABI_COUNT };

enum phase { PHASE_ENTRY, PHASE_EXIT };

#endif
