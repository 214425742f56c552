/* Requests of ioctl(2). */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
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

/* What stands in the parentheses of a pattern: `size`, `nr` or `nr:SET`, where the number counts from that of the pattern. */
static void show_parameter(struct walk *w, struct buf *out, const struct symbol *pattern, uint32_t raw, const char *word, size_t len)
{
	uint32_t nr = raw & ~(uint32_t)pattern->mask & 0xff;
	char set[64];

	if (strncmp(word, "size", 4) == 0) {
		buf_printf(out, "%u", raw >> 16 & 0x3fff);
		return;
	}
	if (len <= 3) {
		buf_printf(out, "%u", nr);
		return;
	}
	snprintf(set, sizeof(set), "%.*s", (int)(len - 3), word + 3);
	uint16_t id = desc_set_named(w->d, set);
	const char *name = walk_symbol(w, id, nr);
	if (name)
		buf_printf(out, "%s", name);
	else
		buf_printf(out, w->o->index_numbers ? "%#x" : "%#x /* %s */", nr, desc_string(w->d, w->d->sets[id].unknown));
}

static void show_pattern(struct walk *w, struct buf *out, const struct symbol *pattern, uint32_t raw)
{
	const char *at = desc_string(w->d, pattern->name);
	size_t len = strcspn(at, "(");

	buf_printf(out, "%.*s(", (int)len, at);
	for (at += len; *at != ')'; at += len) {
		if (*at == ',')
			buf_printf(out, ", ");
		at++;
		len = strcspn(at, ",)");
		show_parameter(w, out, pattern, raw, at, len);
	}
	buf_printf(out, ")");
}

/* ioctl_cmd: the request's name, or the macro that makes such a number: direction, type, number, size of the argument. */
void custom_ioctl_cmd(struct walk *w, const struct custom_use *u)
{
	static const char *const directions[] = {"_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE"};
	const struct type *t = type_at(w, u->type->elem);
	uint32_t raw = (uint32_t)custom_number(w, u);
	const struct symbol *exact = desc_request(w->d, t->set, w->abi, raw);
	const struct symbol *pattern = desc_request_pattern(w->d, w->abi, raw);
	const char *name = exact ? desc_string(w->d, exact->name) : NULL;
	const char *known = name ? terminal_request(w, raw, name) : NULL;
	struct buf text = {0};

	if (name && !pattern) {
		show_request(w, raw, known ? known : name);
		return;
	}
	if (pattern)
		show_pattern(w, &text, pattern, raw);
	if (name)
		buf_printf(&text, "%s%s", pattern ? " or " : "", known ? known : name);
	if (!pattern && !name)
		buf_printf(&text, "_IOC(%s, %#x, %#x, %#x)", directions[raw >> 30], raw >> 8 & 0xff, raw & 0xff, raw >> 16 & 0x3fff);
	show_request(w, raw, buf_cstr(&text));
	buf_done(&text);
}

/* labelled(always): an array whose elements are named by their index, with the names that the elements' enum has: [[VINTR]=0x3, [17]=0]. With `always`, whatever -X says. */
void custom_labelled(struct walk *w, const struct custom_use *u)
{
	const struct type *array = type_at(w, u->type->elem);
	const struct type *t = type_at(w, array->elem);
	uint32_t unit = t->size[w->abi];
	char label[64];
	bool always = custom_param(w, u, 0, 0);
	int64_t told;
	bool tells = array->fill && walk_eval(w, array->fill, u->scope, u->at, &told);

	w->v->ops->open(w->v, GROUP_ARRAY, NULL);
	for (uint32_t i = 0; !tells || i < (uint64_t)told; i++) {
		const char *name = walk_symbol(w, t->set, i);
		bool there = (uint64_t)(i + 1) * unit <= u->at->avail;
		if (!there && !tells)
			break;
		if (!there || (i == w->o->max_string && !w->o->verbose)) {
			w->v->ops->more(w->v);
			break;
		}
		bool quiet = w->d->sets[t->set].flags & SET_QUIET;
		const char *remark = name ? name : quiet ? NULL : desc_string(w->d, w->d->sets[t->set].unknown);
		if (name && (always || (w->o->index_names && !w->o->index_numbers)))
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

/* The words that hold the bits up to `limit`, beside the names. */
static void bit_words(struct walk *w, const struct custom_use *u, uint64_t limit, unsigned word)
{
	struct buf text = {0};

	for (uint64_t at = 0; at * 8 < limit; at += word)
		buf_printf(&text, "%s%#llx", at ? ", " : "[", (unsigned long long)place_number(u->at, (uint32_t)at, word, false, false));
	buf_printf(&text, "]");
	if (w->o->index_names)
		walk_comment(w, buf_cstr(&text));
	else
		walk_text(w, buf_cstr(&text), BYTES_PLAIN);
	buf_done(&text);
}

/*
 * bit_names(filled, count): those bits of an array that are set, by the names that its elements' enum has: [EV_SYN EV_KEY]. Of
 * `count` bits the first `filled` are there. Without -v the first four. With numbers,
 * the words that hold them stand beside the names, or instead of them.
 */
void custom_bit_names(struct walk *w, const struct custom_use *u)
{
	enum { SHOWN = 4 };
	const struct type *array = type_at(w, u->type->elem);
	struct type bit = *type_at(w, array->elem);
	int64_t filled = custom_param(w, u, 0, 0), count = custom_param(w, u, 1, 0), limit = filled < count ? filled : count;
	unsigned shown = 0, word = w->abi == ABI_I386 || w->abi == ABI_X32 ? 4 : 8;

	if (u->at->avail < (count + 8 * word - 1) / (8 * word) * word) {
		w->v->ops->pointer(w->v, u->at->addr, POINTER_UNREADABLE);
		return;
	}
	if (w->o->index_numbers && !w->o->index_names) {
		bit_words(w, u, (uint64_t)limit, word);
		return;
	}
	bit.style = STYLE_HEX;
	w->v->ops->open(w->v, GROUP_SET, NULL);
	for (int64_t i = 0; i < limit && i / 8 < u->at->avail; i++) {
		if (!(u->at->p[i / 8] >> (i % 8) & 1))
			continue;
		if (shown++ == SHOWN && !w->o->verbose) {
			w->v->ops->more(w->v);
			break;
		}
		w->v->ops->element(w->v);
		walk_symbols(w, &bit, (uint64_t)i, 4);
	}
	w->v->ops->close(w->v, GROUP_SET);
	if (w->o->index_numbers)
		bit_words(w, u, (uint64_t)limit, word);
}
