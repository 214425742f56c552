/* Requests of ioctl(2). */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "decode/custom/custom.h"

/*
 * Requests that terminals share with a sound device. A descriptor that took one, or got as far as the argument, is a terminal;
 * which it is otherwise, nothing tells.
 */
static const char *terminal_request(const struct walk *w, uint32_t raw, const char *name)
{
	enum { TCSETS = 0x5402, TCSETSF = 0x5404 };
	const char *second = strstr(name, " or ");
	bool refused = w->failed && (w->e->ret == -ENOTTY || w->e->ret == -EBADF || w->e->ret == -EINVAL);

	return raw >= TCSETS && raw <= TCSETSF && second && w->returned && !refused ? second + strlen(" or ") : NULL;
}

static void show_request(struct walk *w, uint32_t raw, const char *text)
{
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {.raw = raw, .size = 4, .style = STYLE_HEX, .parts = &part, .nparts = 1};

	w->v->ops->number(w->v, &n);
}

/* ioctl_cmd: the request's name, or the macro that makes such a number: direction, type, number, size of the argument. */
void custom_ioctl_cmd(struct walk *w, const struct custom_use *u)
{
	static const char *const directions[] = {"_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE"};
	const struct type *t = type_at(w, u->type->elem);
	uint32_t raw = (uint32_t)custom_number(w, u);
	const char *name = t->set ? walk_symbol(w, t->set, raw) : NULL;
	const char *known = name ? terminal_request(w, raw, name) : NULL;
	char text[96];

	if (name) {
		show_request(w, raw, known ? known : name);
		return;
	}
	snprintf(text, sizeof(text), "_IOC(%s, %#x, %#x, %#x)", directions[raw >> 30], raw >> 8 & 0xff, raw & 0xff, raw >> 16 & 0x3fff);
	show_request(w, raw, text);
}

/* labelled: an array whose elements are named by their index, with the names that the elements' enum has: [[VINTR]=0x3, [17]=0]. */
void custom_labelled(struct walk *w, const struct custom_use *u)
{
	const struct type *array = type_at(w, u->type->elem);
	const struct type *t = type_at(w, array->elem);
	uint32_t unit = t->size[w->abi];
	char label[64];

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (uint32_t i = 0; (i + 1) * unit <= u->at->avail; i++) {
		const char *name = walk_symbol(w, t->set, i);
		if (i == w->o->max_string && !w->o->verbose) {
			w->v->ops->more(w->v);
			break;
		}
		bool quiet = w->d->sets[t->set].flags & SET_QUIET;
		const char *remark = name ? name : quiet ? NULL : desc_string(w->d, w->d->sets[t->set].unknown);
		if (name && w->o->index_names && !w->o->index_numbers)
			snprintf(label, sizeof(label), "[%s]", name);
		else if (!remark || !w->o->index_names)
			snprintf(label, sizeof(label), "[%u]", i);
		else
			snprintf(label, sizeof(label), "[%u /* %s */]", i, remark);
		w->v->ops->field(w->v, label);
		walk_plain(w, place_number(u->at, i * unit, unit, t->flags & TF_SIGNED, false), unit, t->flags & TF_SIGNED, (enum style)t->style);
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}

/* kvm_io_data(bytes, offset): what a virtual CPU sends to a port, or receives; it lies behind the struct, not in it. */
void custom_kvm_io_data(struct walk *w, const struct custom_use *u)
{
	const struct blob *run = event_note(w->e, BLOB_VCPU, (enum phase)u->at->phase, w->e->args[0]);
	uint64_t bytes = (uint64_t)custom_param(w, u, 0, 0), offset = (uint64_t)custom_param(w, u, 1, 0);

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (uint64_t i = 0; run && i < bytes && offset < run->len && i < run->len - offset; i++) {
		w->v->ops->element(w->v);
		walk_plain(w, run->data[offset + i], 1, false, STYLE_HEX);
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}
