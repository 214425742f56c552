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

/* mac(uuid): bytes of an address as 00:11:22; with the parameter as the groups of a UUID: 00112233-4455-... With a second one, so many of them are the address. */
void custom_mac(struct walk *w, const struct custom_use *u)
{
	char text[3 * 32 + 1] = "";
	uint32_t size = type_at(w, u->type->elem)->size[w->abi]; /* of a switch, more may be there */
	size_t len = size && size < u->at->avail ? size : u->at->avail;
	if (len > 32)
		len = 32;
	size_t shown = (size_t)custom_param(w, u, 1, (int64_t)len);
	bool uuid = custom_param(w, u, 0, 0);
	size_t n = 0;

	for (size_t i = 0; i < len && i < shown; i++) {
		const char *between = !uuid ? ":" : i >= 4 && i <= 10 && i % 2 == 0 ? "-" : "";
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%02x", i ? between : "", u->at->p[i]);
	}
	if (uuid) {
		walk_text(w, text, BYTES_PLAIN);
		return;
	}
	struct part part = {text, (uint32_t)n};
	struct number whole = {.size = (uint8_t)len, .style = STYLE_HEX, .parts = &part, .nparts = 1, .bytes = u->at->p};
	w->v->ops->number(w->v, &whole);
}

enum { AX25_ADDR_LEN = 7, CALL_LEN = 6 };

/*
 * The call sign that 7 bytes hold, each letter shifted to the left by one, with the station's number: false when there is none.
 * `canonical`: the same text could only have come from these bytes. AX.25 2.2, section 3.12.
 */
static bool call_sign(const uint8_t *p, char *text, size_t size, bool *canonical)
{
	char sign[CALL_LEN + 1] = "";
	size_t len = 0;

	*canonical = !(p[CALL_LEN] & ~0x1e);
	for (size_t i = 0; i < CALL_LEN; i++) {
		char c = (char)(p[i] >> 1);
		if (c < ' ' || c == 0x7f || c == '*')
			return false;
		*canonical &= !(p[i] & 1) && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c == ' ' && i));
		*canonical &= !(i && c != ' ' && sign[i - 1] == ' ');
		sign[i] = c;
		if (c != ' ')
			len = i + 1;
	}
	if (len)
		snprintf(text, size, "%.*s-%d", (int)len, sign, p[CALL_LEN] >> 1 & 15);
	else
		snprintf(text, size, "*");
	return true;
}

/* ax25: an address of amateur radio: CQ-0, or its bytes and, where they hold some, the call sign. */
void custom_ax25(struct walk *w, const struct custom_use *u)
{
	char text[32];
	bool canonical, sign;

	if (u->at->avail < AX25_ADDR_LEN)
		return;
	sign = call_sign(u->at->p, text, sizeof(text), &canonical);
	if (sign && canonical && strcmp(text, "*")) {
		walk_text(w, text, BYTES_PLAIN);
		return;
	}
	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	w->v->ops->field(w->v, "ax25_call");
	w->v->ops->bytes(w->v, &(struct bytes){u->at->p, AX25_ADDR_LEN, BYTES_HEX});
	w->v->ops->close(w->v, GROUP_STRUCT);
	if (sign)
		walk_comment(w, text);
}

/* port_range: the lowest and the highest port, as one number: 0x18110a03 with 2563..6161 as a remark. */
void custom_port_range(struct walk *w, const struct custom_use *u)
{
	uint32_t range = (uint32_t)custom_number(w, u);
	char text[32], *at = text;

	*at = '\0';
	if (range & 0xffff)
		at += snprintf(at, sizeof(text), "%u", range & 0xffff);
	at += snprintf(at, sizeof(text) - (size_t)(at - text), "..");
	if (range >> 16)
		snprintf(at, sizeof(text) - (size_t)(at - text), "%u", range >> 16);
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {.raw = range, .size = 4, .style = STYLE_HEX, .form = FORM_BESIDE, .parts = &part, .nparts = range != 0};
	w->v->ops->open(w->v, GROUP_REF, NULL);
	w->v->ops->number(w->v, &n);
	w->v->ops->close(w->v, GROUP_REF);
}

/* kernel_version: the parts of such a number. */
void custom_kernel_version(struct walk *w, const struct custom_use *u)
{
	uint32_t version = (uint32_t)custom_number(w, u);
	char text[32];
	struct part part = {text, 0};
	struct number n = {.raw = version, .size = 4, .style = type_at(w, u->type->elem)->style, .parts = &part, .nparts = 1, .call = "KERNEL_VERSION("};

	part.len = (uint32_t)snprintf(text, sizeof(text), "%u, %u, %u", version >> 16, version >> 8 & 0xff, version & 0xff);
	w->v->ops->number(w->v, &n);
}
