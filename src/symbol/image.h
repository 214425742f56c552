/*
 * Images: files of machine code as they are mapped into tasks, opened once, whoever maps them. An image is known by its id rather
 * than by its name, so that what was recorded finds the same code again, and never another that took its place.
 *
 * All addresses here are *virtual addresses* of the file, as its symbols and its unwind tables have them; image_address() gives them
 * from offsets in the file, which is what a mapping tells.
 */
#ifndef RINGSIDE_SYMBOL_IMAGE_H
#define RINGSIDE_SYMBOL_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "event/stack.h"

struct image;
struct images;
struct unwind_rule;

enum machine { MACHINE_OTHER, MACHINE_X86_64, MACHINE_I386 };

/* Whether this build can do any of this, which takes libdw. */
bool images_supported(void);

struct images *images_new(void);
void images_free(struct images *s);

/* The file at `path`, NULL unless it can be opened and has the inode number `ino` (0: any). Whoever keeps it takes a reference. */
struct image *images_open(struct images *s, const char *path, uint64_t ino);
/* One that lies in memory, such as the vDSO; the bytes are copied. NULL when that cannot be. */
struct image *images_open_memory(struct images *s, const void *data, size_t len);
/* One that was opened before and is still here, or NULL. */
struct image *images_find(struct images *s, const struct module_id *id);

/* Images that nobody refers to are closed when there are many. */
void image_hold(struct image *i);
void image_drop(struct image *i); /* NULL: nothing */

const struct module_id *image_id(const struct image *i);
enum machine image_machine(const struct image *i);

/* The virtual address of what lies at this offset in the file; false when no segment has it. */
bool image_address(const struct image *i, uint64_t offset, uint64_t *address);

/* How to get from a frame at that address to its caller's: see unwind.h. NULL: the tables do not say. Valid as long as the image. */
const struct unwind_rule *image_rule(struct image *i, uint64_t address);

struct image_symbol {
	const char *name; /* as in the table: not demangled */
	uint64_t address, size;
};

/*
 * The function around an address: of those that cover it, the one that begins last; of several names for it, the first in the table.
 * The table is that of the file or of its debug file (by build id or debug link, under /usr/lib/debug or beside it), else the dynamic one;
 * with .gnu_debugdata beside it.
 */
bool image_symbol(struct image *i, uint64_t address, struct image_symbol *out);

struct image_line {
	const char *file;
	unsigned line;
};

/* Where the code at an address was compiled from. */
bool image_line(struct image *i, uint64_t address, struct image_line *out);

/* Calls for each of its functions. */
void image_symbols_each(struct image *i, void (*each)(void *ctx, const struct image_symbol *s), void *ctx);

#endif
