/* Signal sets. */
#include <stdio.h>
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

/* sigset: the kernel's 8 bytes (or fewer given); complemented when at least two thirds are set, as [..] or ~[..]. */
void custom_sigset(struct walk *w, const struct custom_use *u)
{
	uint64_t set = place_number(u->at, 0, u->at->avail < 8 ? u->at->avail : 8, false, false);
	uint64_t valid = u->at->avail >= 8 ? ~0ULL : (1ULL << u->at->avail * 8) - 1;
	unsigned bits = u->at->avail >= 8 ? SIGNALS : u->at->avail * 8;
	bool invert = (unsigned)__builtin_popcountll(set) >= bits * 2 / 3;
	enum group g = invert ? GROUP_NOT_SET : GROUP_SET;

	w->v->ops->open(w->v, g, NULL);
	show_signals(w, invert ? ~set & valid : set);
	w->v->ops->close(w->v, g);
}
