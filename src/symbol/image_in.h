/* What the files that look into an image share. */
#ifndef RINGSIDE_SYMBOL_IMAGE_IN_H
#define RINGSIDE_SYMBOL_IMAGE_IN_H

#include <elfutils/libdwfl.h>

#include "base/map.h"
#include "base/vec.h"
#include "symbol/image.h"

struct segment {
	uint64_t offset, size, address;
};

struct named {
	uint64_t address, size;
	const char *name;
	uint32_t order; /* in the table */
};

struct image {
	struct module_id id;
	enum machine machine;
	uint64_t key;            /* in images.files; 0: none */
	uint64_t used;           /* when it was asked for last, in calls of images_open() */
	unsigned refs;
	VEC(struct segment) segments;
	Dwfl *dwfl;              /* NULL: no ELF file */
	Dwfl_Module *module;
	GElf_Addr bias;          /* libdwfl's addresses are the file's plus this */
	Dwarf_CFI *cfi;          /* .eh_frame, else .debug_frame */
	GElf_Addr cfi_bias;
	bool cfi_known;
	struct map rules;        /* address + 1 → struct unwind_rule */
	VEC(struct named) names; /* by address */
	bool names_known;
};

void rules_done(struct image *i);

#endif
