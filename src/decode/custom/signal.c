/* Signal sets. */
#include <string.h>

#include "decode/custom/custom.h"

enum { SIGNALS = 64 };

static void show_signals(struct walk *w, uint64_t set)
{
	char buf[16];

	for (unsigned signo = 1; signo <= SIGNALS; signo++) {
		if (!(set >> (signo - 1) & 1))
			continue;
		const char *name = decode_signal_name(w->d, signo, buf);
		w->v->ops->element(w->v);
		walk_symbolic(w, signo, 4, name && strncmp(name, "SIG", 3) == 0 ? name + 3 : name ? name : "?");
	}
}

/* How many bits the set has: its bytes may be fewer than the 8 of the kernel's, and the old sets' second half is elsewhere. */
static unsigned bits_of(const struct walk *w, const struct custom_use *u)
{
	const struct type *t = type_at(w, u->type->elem);
	unsigned bytes = t->kind == TYPE_INT && t->size[w->abi] < u->at->avail ? t->size[w->abi] : u->at->avail;

	return bytes < 8 && !u->type->count ? bytes * 8 : SIGNALS;
}

/* Bits that stand for values of an enum. */
static void show_bits(struct walk *w, uint16_t set, uint64_t bits)
{
	for (unsigned i = 0; i < 64; i++) {
		const char *name = walk_symbol(w, set, i);
		struct part part = {name, name ? (uint32_t)strlen(name) : 0};
		struct number n = {.raw = i, .size = 4, .style = STYLE_HEX, .parts = &part, .nparts = name != NULL};
		if (!(bits >> i & 1))
			continue;
		if (!name)
			n.unknown = desc_string(w->d, w->d->sets[set].unknown);
		w->v->ops->element(w->v);
		w->v->ops->number(w->v, &n);
	}
}

/* sigset, sigset(HIGH WORD): complemented when at least two thirds are set, as [..] or ~[..]. */
void custom_sigset(struct walk *w, const struct custom_use *u)
{
	unsigned bits = bits_of(w, u), low = u->type->count ? 32 : bits;
	uint64_t set = place_number(u->at, 0, low / 8, false, false) | (uint64_t)(uint32_t)custom_param(w, u, 0, 0) << 32;
	uint64_t valid = bits == SIGNALS ? ~0ULL : (1ULL << bits) - 1;
	bool invert = (unsigned)__builtin_popcountll(set) >= bits * 2 / 3;
	enum group g = invert ? GROUP_NOT_SET : GROUP_SET;

	w->v->ops->open(w->v, g, NULL);
	uint16_t names = type_at(w, u->type->elem)->set;
	if (names)
		show_bits(w, names, invert ? ~set & valid : set);
	else
		show_signals(w, invert ? ~set & valid : set);
	w->v->ops->close(w->v, g);
}
