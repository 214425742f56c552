/*
 * Unwinding: from the registers of a stopped task to the addresses that its functions will return to. Arithmetic over registers, rules and
 * bytes of the stack: where those come from, a stopped task or a copy of its stack, is the caller's business.
 *
 * Each frame's rule is what the compiler wrote for exceptions (.eh_frame, else .debug_frame; DWARF 5, section 6.4). Where there is
 * none, as in code made at run time, the frame pointer is taken for one: [bp] is the caller's, above it the return address.
 */
#ifndef RINGSIDE_SYMBOL_UNWIND_H
#define RINGSIDE_SYMBOL_UNWIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "symbol/image.h"

enum { UNWIND_REGISTERS = 17 };

/* Registers by their DWARF numbers, which are the ABI's; the last of an ABI's is the program counter. */
struct registers {
	enum machine machine;
	uint32_t known; /* bit a register */
	uint64_t value[UNWIND_REGISTERS];
};

enum { X86_64_BP = 6, X86_64_SP = 7, X86_64_PC = 16, I386_SP = 4, I386_BP = 5, I386_PC = 8 };

enum rule_how {
	RULE_SAME,       /* as in the callee */
	RULE_UNDEFINED,  /* lost; of the program counter: there is no caller */
	RULE_SAVED,      /* in memory at CFA + offset */
	RULE_CFA,        /* CFA + offset itself */
	RULE_REGISTER,   /* register `reg` + offset */
	RULE_SAVED_EXPR, /* in memory at what the expression yields */
	RULE_EXPR,       /* what it yields */
};

/* An operation of a DWARF expression. */
struct rule_op {
	uint8_t atom; /* DW_OP_* */
	uint64_t number, number2;
};

struct rule_of {
	uint8_t how;     /* enum rule_how */
	uint8_t reg;
	uint16_t nops;
	int32_t offset;  /* of an expression: index of its first operation */
};

/* A row of the tables: the canonical frame address (CFA), which is the stack pointer before the call, and where registers are. */
struct unwind_rule {
	struct rule_of cfa; /* RULE_REGISTER or RULE_EXPR */
	struct rule_of regs[UNWIND_REGISTERS];
	bool signal;        /* the frame of a signal handler's return: the caller was interrupted, so its address is exact */
	struct rule_op *ops;
};

/* A part of an address space that holds code. */
struct code_range {
	uint64_t start, end;
	uint64_t offset;     /* in the file */
	struct image *image; /* NULL: none, or it cannot be read */
	void *owner;         /* the caller's */
};

struct unwind_space {
	const struct code_range *(*find)(void *ctx, uint64_t pc);
	bool (*read)(void *ctx, uint64_t address, void *data, size_t len);
	void *ctx;
};

struct unwind_frame {
	const struct code_range *range; /* NULL: the address is in no code that is known */
	uint64_t pc;
	bool exact; /* where it is; else, where it will return to, so the call is before it */
};

enum unwind_end {
	UNWOUND,       /* up to a frame without a caller, or as far as the tables go */
	UNWIND_LIMIT,  /* there are more frames than were asked for */
	UNWIND_ASTRAY, /* the last frame's address is in no known code */
};

struct unwind_opts {
	unsigned limit;      /* frames */
	bool frame_pointers; /* no rules */
};

/* Frames from the innermost on, at most opts->limit in frames[]; at least one. */
unsigned unwind(const struct unwind_space *space, const struct unwind_opts *opts, const struct registers *start,
                struct unwind_frame *frames, enum unwind_end *end);

#endif
