/* Run-time descriptions: see load.h. */
#include "desc/load.h"

#include <string.h>

#include "desc/build.h"

static char *copy_text(const char *text)
{
	char *copy = strdup(text);

	if (!copy)
		abort();
	return copy;
}

const struct desc *desc_load(char *const *paths, size_t n)
{
	static struct builder b;
	static struct desc tables;

	build_init(&b, stderr);
	for (size_t i = 0; i < desc_nsources; i++)
		build_add(&b, desc_sources[i].path, copy_text(desc_sources[i].text));
	b.first_user = (uint16_t)b.files.len;
	for (size_t i = 0; i < n; i++) {
		char *text = build_read(&b, paths[i]);
		if (text)
			build_add(&b, paths[i], text);
	}
	char *numbers = copy_text(desc_numbers);
	build_numbers(&b, "numbers.tbl", numbers);
	free(numbers);
	if (!b.errors)
		build_all(&b);
	if (b.errors) {
		build_done(&b);
		return NULL;
	}
	tables = build_view(&b);
	return &tables;
}
