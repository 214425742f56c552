/* Names of sockets, addresses of links; versions. */
#include <stdio.h>
#include <string.h>

#include "decode/custom/custom.h"

/* sun_path: a file's name, or after a NUL a name that may hold any bytes; as long as what is there. */
void custom_sun_path(struct walk *w, const struct custom_use *u)
{
	enum { PATH_BYTES = 108 };
	size_t len = u->at->avail < PATH_BYTES ? u->at->avail : PATH_BYTES;
	struct bytes b = {u->at->p, len, BYTES_STRING | BYTES_PATH};

	if (len && !u->at->p[0]) {
		b.data++;
		b.len--;
		b.flags |= BYTES_ABSTRACT;
	} else {
		b.len = strnlen((const char *)u->at->p, len);
	}
	w->v->ops->bytes(w->v, &b);
}

/* mac: an address of any link layer, 00:11:22:33:44:55. */
void custom_mac(struct walk *w, const struct custom_use *u)
{
	char text[3 * 32 + 1] = "";
	size_t len = u->at->avail < 32 ? u->at->avail : 32;

	for (size_t i = 0; i < len; i++)
		snprintf(text + 3 * i, 4, "%02x:", u->at->p[i]);
	if (len)
		text[3 * len - 1] = '\0';
	walk_text(w, text, BYTES_PLAIN);
}

/* kernel_version: the parts of such a number. */
void custom_kernel_version(struct walk *w, const struct custom_use *u)
{
	uint32_t version = (uint32_t)custom_number(w, u);
	char text[32];
	struct part part = {text, 0};
	struct number n = {.raw = version, .size = 4, .style = STYLE_UDEC, .parts = &part, .nparts = 1, .call = "KERNEL_VERSION("};

	part.len = (uint32_t)snprintf(text, sizeof(text), "%u, %u, %u", version >> 16, version >> 8 & 0xff, version & 0xff);
	w->v->ops->number(w->v, &n);
}
