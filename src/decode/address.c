/* Numbers of the network: ports, addresses, interfaces. C code would write them as calls, and so are they shown. */
#include <arpa/inet.h>
#include <endian.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>

#include "decode/custom/custom.h"

/* `call` and its argument in place of the bytes as they are in memory. */
static void show_call(struct walk *w, uint64_t raw, unsigned size, const char *call, const char *argument, bool quoted)
{
	struct part part = {argument, (uint32_t)strlen(argument)};
	struct number n = {.raw = raw, .size = (uint8_t)size, .style = STYLE_UDEC, .parts = &part, .nparts = 1, .call = call,
	                   .quoted = quoted, .bytes = w->at ? w->at : (const uint8_t *)&raw};

	w->v->ops->number(w->v, &n);
}

/* The call whatever -X says: its argument is a number. */
static void show_macro(struct walk *w, const struct type *t, uint64_t value, unsigned size, const char *name)
{
	w->v->ops->open(w->v, GROUP_CALL, name);
	w->v->ops->element(w->v);
	if (t->set)
		walk_symbols(w, t, value, size);
	else
		walk_plain(w, value, size, false, (enum style)t->style);
	w->v->ops->close(w->v, GROUP_CALL);
}

/* A protocol of Ethernet. In a register it is an argument of htons(), in memory bytes that htons() made. */
static void show_protocol(struct walk *w, const struct type *t, uint64_t raw)
{
	uint16_t value = ntohs((uint16_t)raw);
	const char *name = walk_symbol(w, t->set, value);
	char text[64];

	if (t->size[w->abi] != sizeof(value)) {
		show_macro(w, t, value, sizeof(value), "htons");
		return;
	}
	if (!name)
		snprintf(text, sizeof(text), "%#x /* %s */", value, desc_string(w->d, w->d->sets[t->set].unknown));
	show_call(w, raw, sizeof(value), "htons(", name ? name : text, false);
}

static void show_interface(struct walk *w, uint64_t raw)
{
	char name[IF_NAMESIZE];

	if (!raw || !w->o->ifname || !w->o->ifname((unsigned)raw, name)) {
		walk_plain(w, raw, 4, false, STYLE_UDEC);
		return;
	}
	struct part part = {name, (uint32_t)strlen(name)};
	struct number n = {.raw = raw, .size = 4, .style = STYLE_UDEC, .parts = &part, .nparts = 1, .call = "if_nametoindex(", .quoted = true};
	w->v->ops->number(w->v, &n);
}

/* Big-endian numbers. */
static void show_order(struct walk *w, const struct type *t, uint64_t raw)
{
	unsigned size = t->size[w->abi];
	const char *name = size == 8 ? "htobe64" : t->meaning == MEANING_PORT ? "htons" : "htonl";
	uint64_t value = size == 8 ? be64toh(raw) : t->meaning == MEANING_PORT ? ntohs((uint16_t)raw) : ntohl((uint32_t)raw);
	char call[16], text[32];

	if (t->flags & TF_WORD) {
		struct type plain = *t;
		plain.flags &= ~(uint32_t)TF_WORD;
		show_macro(w, &plain, value, size, name);
	} else if (t->set) {
		show_protocol(w, t, raw);
	} else {
		snprintf(call, sizeof(call), "%s(", name);
		snprintf(text, sizeof(text), "%llu", (unsigned long long)value);
		show_call(w, raw, size, call, text, false);
	}
}

void walk_address(struct walk *w, const struct type *t, uint64_t raw)
{
	uint32_t addr = (uint32_t)raw;
	char text[INET_ADDRSTRLEN];

	switch ((enum meaning)t->meaning) {
	case MEANING_PORT:
	case MEANING_HTONL:
		show_order(w, t, raw);
		break;
	case MEANING_HTOBS:
		show_macro(w, t, raw, 2, "htobs");
		break;
	case MEANING_INET4:
		show_call(w, raw, 4, "inet_addr(", inet_ntop(AF_INET, &addr, text, sizeof(text)), true);
		break;
	default:
		if (t->set)
			show_protocol(w, t, raw);
		else
			show_interface(w, addr);
		break;
	}
}

/* in6_addr: 16 bytes; a struct's member is the last argument of inet_pton(). */
void custom_in6_addr(struct walk *w, const struct custom_use *u)
{
	char text[INET6_ADDRSTRLEN];

	if (u->at->avail < 16)
		return;
	inet_ntop(AF_INET6, u->at->p, text, sizeof(text));
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {.size = 16, .style = STYLE_HEX, .parts = &part, .nparts = 1, .call = "inet_pton(AF_INET6, ", .quoted = true,
	                   .into = true, .bytes = u->at->p};
	w->v->ops->number(w->v, &n);
}
