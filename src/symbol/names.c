/* Functions and lines of an image: see image.h. */
#include <stdlib.h>
#include <string.h>

#include "symbol/image_in.h"

enum { NESTING = 16 }; /* functions that begin before one that does not reach the address, and may */

static bool is_function(const GElf_Sym *sym, GElf_Word section)
{
	unsigned type = GELF_ST_TYPE(sym->st_info);

	return (type == STT_FUNC || type == STT_GNU_IFUNC) && section != SHN_UNDEF;
}

static int compare(const void *left, const void *right)
{
	const struct named *a = left, *b = right;

	if (a->address != b->address)
		return a->address < b->address ? -1 : 1;
	return a->order < b->order ? 1 : -1; /* looking backwards, the first in the table comes first */
}

static void read_names(struct image *i)
{
	int n = i->module ? dwfl_module_getsymtab(i->module) : 0;
	GElf_Addr address;
	GElf_Word section;
	GElf_Sym sym;

	i->names_known = true;
	for (int k = 0; k < n; k++) {
		const char *name = dwfl_module_getsym_info(i->module, k, &sym, &address, &section, NULL, NULL);
		if (name && *name && is_function(&sym, section))
			*vec_push(&i->names) = (struct named){address - i->bias, sym.st_size, name, (uint32_t)k};
	}
	if (i->names.len)
		qsort(i->names.at, i->names.len, sizeof(*i->names.at), compare);
}

/* How many begin at or before an address. */
static size_t names_until(const struct image *i, uint64_t address)
{
	size_t lo = 0, hi = i->names.len;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (i->names.at[mid].address <= address)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool image_symbol(struct image *i, uint64_t address, struct image_symbol *out)
{
	if (!i->names_known)
		read_names(i);
	size_t until = names_until(i, address);
	for (size_t k = until; k > 0 && until - k < NESTING; k--) {
		const struct named *n = &i->names.at[k - 1];
		if (address - n->address >= n->size)
			continue;
		*out = (struct image_symbol){n->name, n->address, n->size};
		return true;
	}
	return false;
}

void image_symbols_each(struct image *i, void (*each)(void *ctx, const struct image_symbol *s), void *ctx)
{
	if (!i->names_known)
		read_names(i);
	for (size_t k = 0; k < i->names.len; k++)
		each(ctx, &(struct image_symbol){i->names.at[k].name, i->names.at[k].address, i->names.at[k].size});
}

/* Compilers that write no .debug_aranges (clang) leave it to us to look through their units. */
static bool line_by_unit(struct image *i, Dwarf_Addr address, struct image_line *out)
{
	Dwarf_Die *unit = NULL;
	Dwarf_Addr bias;

	while ((unit = dwfl_module_nextcu(i->module, unit, &bias))) {
		if (dwarf_haspc(unit, address - bias) != 1)
			continue;
		Dwarf_Line *line = dwarf_getsrc_die(unit, address - bias);
		int number;
		if (!line || dwarf_lineno(line, &number))
			return false;
		out->file = dwarf_linesrc(line, NULL, NULL);
		out->line = (unsigned)number;
		return out->file;
	}
	return false;
}

bool image_line(struct image *i, uint64_t address, struct image_line *out)
{
	Dwfl_Line *line = i->module ? dwfl_module_getsrc(i->module, address + i->bias) : NULL;
	int number = 0;

	if (!i->module)
		return false;
	out->file = line ? dwfl_lineinfo(line, NULL, &number, NULL, NULL, NULL) : NULL;
	out->line = (unsigned)number;
	return out->file || line_by_unit(i, address + i->bias, out);
}
