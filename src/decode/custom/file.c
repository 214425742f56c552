/* Files and descriptors. */
#include "decode/custom/custom.h"

/* fdset(nfds): bits 0 to nfds - 1 as the descriptors they stand for. */
void custom_fdset(struct walk *w, const struct custom_use *u)
{
	int64_t nfds = custom_param(w, u, 0, 0);
	static const struct type fd = {.kind = TYPE_INT, .meaning = MEANING_FD, .flags = TF_SIGNED, .size = {4, 4, 4, 4, 4}};

	w->v->ops->open(w->v, GROUP_SET, NULL);
	for (int64_t i = 0; i < nfds && i / 8 < u->at->avail; i++) {
		if (!(u->at->p[i / 8] >> (i % 8) & 1))
			continue;
		w->v->ops->element(w->v);
		walk_number(w, &fd, (uint64_t)i);
	}
	w->v->ops->close(w->v, GROUP_SET);
}
