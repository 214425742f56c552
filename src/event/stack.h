/*
 * Stacks as they travel in events, in two blobs: BLOB_STACK has the frames, BLOB_MODULES what their offsets are offsets in. Both are
 * the same for the same stack of the same program, wherever it was loaded: so on a tape most are there only once.
 *
 *   frame   4 bytes: which module (24 bits, all set: none), bit 31: the address is exact, see struct unwind_frame
 *           8 bytes: offset in the module's file; without a file, the address
 *   module  kind, kind and length of the id: a byte each; a byte 0; lengths of path and of symbols: 2 bytes each;
 *           then the id's bytes, the path, and symbols: of code that no reader may find in a file
 *   symbol  offset in the module (without a file, the lower half of the address), size: 4 bytes each; length of the name: 1 byte; the name
 *
 * All little-endian. The status of BLOB_STACK: BLOB_OK; BLOB_SHORT when there were more frames than wanted; BLOB_FAULT when the last
 * frame's address is in no code that is known.
 */
#ifndef RINGSIDE_SYMBOL_STACK_H
#define RINGSIDE_SYMBOL_STACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

enum module_id_kind {
	MODULE_ID_NONE,
	MODULE_ID_BUILD, /* the linker's build id (ld(1), --build-id) */
	MODULE_ID_FILE,  /* there is none: size and time of last change, 8 bytes each */
};

/* What a file holds, whatever its name. */
struct module_id {
	uint8_t kind; /* enum module_id_kind */
	uint8_t len;
	uint8_t bytes[32];
};

enum module_kind {
	MODULE_FILE,
	MODULE_ANONYMOUS, /* memory without a file: code made at run time. A function whose name is known is one of its own, with that symbol */
	MODULE_SPECIAL,   /* what the kernel provides: [vdso]. Its symbols come along */
};

enum { STACK_FRAME_BYTES = 12, STACK_SYMBOL_HEAD = 9, MODULE_NONE = 0xffffff, STACK_MODULES_MAX = 256 };

struct stack_module {
	uint8_t kind;          /* enum module_kind */
	struct module_id id;
	const char *path;      /* as in /proc/PID/maps; not NUL-terminated */
	uint16_t path_len;
	uint16_t symbols_len;
	const uint8_t *symbols;
	const uint8_t *record; /* when read: the whole */
	size_t record_len;
};

struct stack_frame {
	uint32_t module; /* index; MODULE_NONE */
	bool exact;
	uint64_t offset;
};

void stack_put_module(struct buf *out, const struct stack_module *m);
void stack_put_symbol(struct buf *out, uint32_t offset, uint32_t size, const char *name);
void stack_put_frame(struct buf *out, const struct stack_frame *f);

/* The modules at `data`, as far as they are whole, at most `max`. */
unsigned stack_modules(const uint8_t *data, size_t len, struct stack_module *out, unsigned max);
/* The i-th frame; false when there are no more. */
bool stack_frame_at(const uint8_t *data, size_t len, unsigned i, struct stack_frame *out);
/* Among a module's own symbols, the one around an offset. */
bool stack_module_symbol(const struct stack_module *m, uint64_t offset, const char **name, size_t *name_len, uint32_t *start);

#endif
