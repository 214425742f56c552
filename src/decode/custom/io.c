/* Waiting for descriptors, futexes, priorities of I/O. */
#include <stdio.h>
#include <string.h>

#include "decode/custom/custom.h"

/* fdset(nfds): bits 0 to nfds - 1 as the descriptors they stand for. The bytes must hold all of them, in whole words. */
void custom_fdset(struct walk *w, const struct custom_use *u)
{
	static const struct type fd = {.kind = TYPE_INT, .meaning = MEANING_FD, .flags = TF_SIGNED, .size = {4, 4, 4, 4, 4}};
	int64_t nfds = custom_param(w, u, 0, 0);
	unsigned bits = abi_word(w->abi) * 8;

	if (nfds <= 0 || (nfds + bits - 1) / bits * bits / 8 > u->at->avail) {
		w->v->ops->pointer(w->v, u->at->addr, nfds <= 0 ? POINTER_PLAIN : POINTER_UNREADABLE);
		return;
	}
	w->v->ops->open(w->v, GROUP_SET, NULL);
	for (int64_t i = 0; i < nfds; i++) {
		if (!(u->at->p[i / 8] >> (i % 8) & 1))
			continue;
		w->v->ops->element(w->v);
		walk_number(w, &fd, (uint64_t)i);
	}
	w->v->ops->close(w->v, GROUP_SET);
}

/* pollfds: those elements of an array whose last member, what happened, is not 0; without -v, at most the string limit of them. */
void custom_pollfds(struct walk *w, const struct custom_use *u)
{
	const struct type *array = type_at(w, u->type->elem);
	const struct type *t = type_at(w, array->elem);
	const struct field *happened = &w->d->fields[t->first + t->count - 1u];
	uint32_t unit = t->size[w->abi], shown = 0;

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (uint32_t at = 0; at + unit <= u->at->avail; at += unit) {
		struct place one = {.p = u->at->p + at, .addr = u->at->addr + at, .avail = unit, .phase = u->at->phase};
		if (!place_number(&one, happened->offset[w->abi], type_at(w, happened->type)->size[w->abi], false, false))
			continue;
		if (shown++ == w->o->max_string && !w->o->verbose) {
			w->v->ops->more(w->v);
			break;
		}
		w->v->ops->element(w->v);
		walk_value(w, array->elem, &one, u->scope);
	}
	w->v->ops->close(w->v, GROUP_ARRAY);
}

/* ioprio: class and priority in one number. */
void custom_ioprio(struct walk *w, const struct custom_use *u)
{
	static const char *const classes[] = {"IOPRIO_CLASS_NONE", "IOPRIO_CLASS_RT", "IOPRIO_CLASS_BE", "IOPRIO_CLASS_IDLE"};
	const struct type *t = type_at(w, u->type->elem);
	uint64_t raw = custom_number(w, u);
	uint32_t bits = t->size[w->abi] == 2 ? (uint16_t)raw : (uint32_t)raw;
	unsigned class = bits >> 13;
	char name[48], text[96];

	bool known = class < sizeof(classes) / sizeof(*classes);

	if (known && !(w->o->index_names && w->o->index_numbers))
		snprintf(name, sizeof(name), "%s", classes[class]);
	else
		snprintf(name, sizeof(name), "%#x /* %s */", class, known ? classes[class] : "IOPRIO_CLASS_???");
	snprintf(text, sizeof(text), "IOPRIO_PRIO_VALUE(%s, %u)", name, bits & 0x1fff);
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {
		.raw = raw, .size = (uint8_t)t->size[w->abi], .style = t->style, .is_signed = t->flags & TF_SIGNED, .parts = &part, .nparts = 1,
	};
	w->v->ops->number(w->v, &n);
}

/* A part of FUTEX_WAKE_OP's third value: its name shifted, or its number with a remark that it has none. */
static int op_part(char *text, size_t size, const char *const *names, unsigned n, unsigned value, unsigned shift, const char *unknown)
{
	if (value < n)
		return snprintf(text, size, "%s<<%u", names[value], shift);
	return snprintf(text, size, "%#x<<%u /* %s */", value, shift, unknown);
}

/* Likewise with -X raw and verbose, where each part has a number of its own. */
static void op_number(struct walk *w, const char *name, unsigned value, unsigned shift, const char *unknown)
{
	char text[16];

	w->v->ops->element(w->v);
	walk_plain(w, value, 4, false, STYLE_HEX);
	if (name && w->o->index_names)
		walk_comment(w, name);
	snprintf(text, sizeof(text), "<<%u", shift);
	walk_text(w, text, BYTES_PLAIN);
	if (unknown && !(name && w->o->index_names))
		walk_comment(w, unknown);
}

/* futex_wake_op: what to do to the second futex, with which operand, and when to wake its waiters. */
void custom_futex_wake_op(struct walk *w, const struct custom_use *u)
{
	static const char *const ops[] = {"FUTEX_OP_SET", "FUTEX_OP_ADD", "FUTEX_OP_OR", "FUTEX_OP_ANDN", "FUTEX_OP_XOR"};
	static const char *const compares[] = {
		"FUTEX_OP_CMP_EQ", "FUTEX_OP_CMP_NE", "FUTEX_OP_CMP_LT", "FUTEX_OP_CMP_LE", "FUTEX_OP_CMP_GT", "FUTEX_OP_CMP_GE",
	};
	uint32_t raw = (uint32_t)custom_number(w, u);
	unsigned what = raw >> 28 & 7, when = raw >> 24 & 15;
	char op[48], compare[48], text[192];

	if (w->o->index_numbers) {
		w->v->ops->open(w->v, GROUP_JOINED, NULL);
		if (raw >> 31)
			op_number(w, "FUTEX_OP_OPARG_SHIFT", 8, 28, NULL);
		op_number(w, what < 5 ? ops[what] : NULL, what, 28, "FUTEX_OP_???");
		op_number(w, NULL, raw >> 12 & 0xfff, 12, NULL);
		op_number(w, when < 6 ? compares[when] : NULL, when, 24, "FUTEX_OP_CMP_???");
		w->v->ops->element(w->v);
		walk_plain(w, raw & 0xfff, 4, false, STYLE_HEX);
		w->v->ops->close(w->v, GROUP_JOINED);
		return;
	}
	op_part(op, sizeof(op), ops, 5, what, 28, "FUTEX_OP_???");
	op_part(compare, sizeof(compare), compares, 6, when, 24, "FUTEX_OP_CMP_???");
	snprintf(text, sizeof(text), "%s%s|%#x<<12|%s|%#x", raw >> 31 ? "FUTEX_OP_OPARG_SHIFT<<28|" : "", op, raw >> 12 & 0xfff, compare,
	         raw & 0xfff);
	struct part part = {text, (uint32_t)strlen(text)};
	struct number n = {.raw = raw, .size = 4, .style = STYLE_HEX, .parts = &part, .nparts = 1};
	w->v->ops->number(w->v, &n);
}
