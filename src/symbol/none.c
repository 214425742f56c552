/* In place of image.c, names.c, rules.c and unwind.c, where there is no libdw: nothing can be opened. */
#include "symbol/image.h"
#include "symbol/unwind.h"

bool images_supported(void)
{
	return false;
}

struct images *images_new(void)
{
	return NULL;
}

void images_free(struct images *s)
{
	(void)s;
}

struct image *images_open(struct images *s, const char *path, uint64_t ino)
{
	(void)s;
	(void)path;
	(void)ino;
	return NULL;
}

struct image *images_open_memory(struct images *s, const void *data, size_t len)
{
	(void)s;
	(void)data;
	(void)len;
	return NULL;
}

struct image *images_find(struct images *s, const struct module_id *id)
{
	(void)s;
	(void)id;
	return NULL;
}

void image_hold(struct image *i)
{
	(void)i;
}

void image_drop(struct image *i)
{
	(void)i;
}

const struct module_id *image_id(const struct image *i)
{
	static const struct module_id none;

	(void)i;
	return &none;
}

bool image_address(const struct image *i, uint64_t offset, uint64_t *address)
{
	(void)i;
	(void)offset;
	(void)address;
	return false;
}

bool image_symbol(struct image *i, uint64_t address, struct image_symbol *out)
{
	(void)i;
	(void)address;
	(void)out;
	return false;
}

bool image_line(struct image *i, uint64_t address, struct image_line *out)
{
	(void)i;
	(void)address;
	(void)out;
	return false;
}

void image_symbols_each(struct image *i, void (*each)(void *ctx, const struct image_symbol *s), void *ctx)
{
	(void)i;
	(void)each;
	(void)ctx;
}

unsigned unwind(const struct unwind_space *space, const struct unwind_opts *opts, const struct registers *start,
                struct unwind_frame *frames, enum unwind_end *end)
{
	(void)space;
	(void)opts;
	(void)start;
	(void)frames;
	*end = UNWOUND;
	return 0;
}
