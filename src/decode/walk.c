/*
 * The walk over a call: which arguments are shown when, the result and what it means. It interprets the tables over registers and
 * blobs and tells a visitor; values are value.c's and pointer.c's, numbers number.c's, and what the language cannot say custom/'s.
 */
#include "decode/walk_in.h"

#include <stdio.h>
#include <string.h>

#include "event/tamper.h"

static struct walk walk_start(const struct decode_opts *o, const struct event *e, struct visitor *v)
{
	struct walk w; /* pairs and swapped are i386's: half of it need not be cleared */

	memset(&w, 0, offsetof(struct walk, pairs));
	w.o = o;
	w.d = o->desc;
	w.e = e;
	w.v = v;
	w.abi = (enum abi)e->abi;
	w.returned = e->kind == EVENT_CALL && e->outcome <= OUTCOME_ERROR;
	w.failed = e->kind == EVENT_CALL && e->outcome == OUTCOME_ERROR;
	for (unsigned i = 0; w.abi == ABI_I386 && i < REG_RET - 1; i++) {
		w.pairs[i] = (uint32_t)e->args[i] | e->args[i + 1] << 32;
		w.swapped[i] = __builtin_bswap64(e->args[i] << 32 | (uint32_t)e->args[i + 1]);
	}
	return w;
}

/* The registers as they are, by number: -N calls them arg1, arg2, ... */
static void raw_args(struct walk *w, unsigned n)
{
	char name[8];

	for (unsigned i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "arg%u", i + 1);
		w->v->ops->arg(w->v, name, false);
		walk_plain(w, w->e->args[i], 8, false, STYLE_HEX);
	}
}

static bool is_split(const struct walk *w, const struct field *f)
{
	const struct type *t = type_at(w, f->type);

	return t->kind == TYPE_POINTER && t->dir == DIR_INOUT && !(f->flags & FF_CHANGE) && !(t->flags & TF_CONTINUED);
}

/* A frame on the stack whose members are not looked at: where they lie; or where it does, when one of them is in pieces. */
static void walk_frame(struct walk *w, const struct type *t, uint64_t addr)
{
	for (unsigned i = 0; i < t->count; i++)
		if (w->d->fields[t->first + i].flags & FF_HIDDEN) {
			w->v->ops->pointer(w->v, addr, POINTER_SKIPPED);
			return;
		}
	w->v->ops->open(w->v, GROUP_STRUCT, NULL);
	for (unsigned i = 0; i < t->count; i++) {
		const struct field *f = &w->d->fields[t->first + i];
		w->v->ops->field(w->v, desc_string(w->d, f->name));
		w->v->ops->pointer(w->v, addr + f->offset[w->abi], POINTER_SKIPPED);
	}
	w->v->ops->close(w->v, GROUP_STRUCT);
}

static void walk_arg(struct walk *w, const struct field *f, const struct scope *s, enum decode_part part)
{
	const struct type *t = type_at(w, f->type);
	struct place at = {.p = (const uint8_t *)walk_register(w, f), .avail = 8};
	uint64_t addr = place_number(&at, 0, t->size[w->abi] > 4 ? 8 : 4, false, false);

	if (t->kind == TYPE_POINTER && f->flags & FF_CHANGE)
		walk_change(w, t, addr, s);
	else if (part == DECODE_ENTRY && is_split(w, f) && addr)
		walk_inout_before(w, t, addr, PHASE_ENTRY, s);
	else if (part == DECODE_EXIT && is_split(w, f)) {
		if (addr) /* a NULL pointer was shown at entry */
			walk_inout_after(w, t, addr, s);
	} else if (f->flags & FF_STACK && !w->o->follow)
		walk_frame(w, type_at(w, t->elem), addr);
	else
		walk_value(w, f->type, &at, s);
}

static void walk_args(struct walk *w, const struct shape *shape, enum decode_part part)
{
	struct scope s = {.is_call = true, .first = shape->first};
	struct place at = {.phase = PHASE_ENTRY};
	bool reached = false; /* the first argument that needs exit data */
	unsigned shown = 0;

	for (unsigned i = 0; i < shape->count; i++) {
		const struct field *f = &w->d->fields[shape->first + i];
		bool needs_exit = type_at(w, f->type)->flags & TF_EXIT || f->flags & FF_AFTER;
		bool first = needs_exit && !reached;

		if (f->flags & FF_HIDDEN || !walk_holds(w, f->cond, &s, &at))
			continue;
		reached |= needs_exit;
		if (part == DECODE_ENTRY && reached) {
			if (!is_split(w, f))
				return;
			w->v->ops->arg(w->v, desc_string(w->d, f->name), f->flags & FF_NAMED);
			walk_arg(w, f, &s, DECODE_ENTRY);
			return;
		}
		if (part == DECODE_EXIT && !reached) {
			shown++;
			continue;
		}
		if (part == DECODE_EXIT && first) {
			w->v->ops->resume(w->v, shown + is_split(w, f));
			if (is_split(w, f)) {
				walk_arg(w, f, &s, DECODE_EXIT);
				continue;
			}
		}
		w->v->ops->arg(w->v, desc_string(w->d, f->name), f->flags & FF_NAMED);
		walk_arg(w, f, &s, DECODE_ALL);
	}
}

void decode_args(const struct decode_opts *o, const struct event *e, enum decode_part part, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	const struct call *c = desc_call(w.d, w.abi, e->nr);

	if (c && c->described && !o->raw)
		walk_args(&w, desc_shape(w.d, c, w.abi, e->args), part);
	else if (part != DECODE_EXIT)
		raw_args(&w, c ? c->nargs[w.abi] : 6);
}

static void walk_remark(struct walk *w, const struct field *f, const struct scope *s)
{
	uint64_t value = f->reg[w->abi] == REG_RET ? (uint64_t)w->e->ret : w->e->args[f->reg[w->abi] % REG_RET];
	struct place at = {.p = (const uint8_t *)&value, .avail = 8};

	if (f->flags & FF_LITERAL) {
		w->v->ops->element(w->v);
		walk_text(w, desc_string(w->d, f->name), BYTES_PLAIN);
		return;
	}
	if (f->flags & FF_UNNAMED)
		w->v->ops->element(w->v);
	else
		w->v->ops->field(w->v, desc_string(w->d, f->name));
	walk_value(w, f->type, &at, s);
}

/* Whether what the remark's pointer points to was left with any bit set. */
static bool remark_nonzero(struct walk *w, const struct field *f, const struct scope *s)
{
	const struct type *t = type_at(w, type_at(w, f->type)->elem);
	struct place at = {.phase = PHASE_EXIT};
	size_t got;
	enum blob_status status;

	if (t->kind == TYPE_CUSTOM)
		t = type_at(w, t->elem);
	uint64_t n = t->size[w->abi];
	if (t->kind == TYPE_ARRAY)
		n = walk_count(w, t, s, &at) * type_at(w, t->elem)->size[w->abi];
	const uint8_t *p = event_memory(w->e, PHASE_EXIT, w->e->args[f->reg[w->abi] % REG_RET], n < UINT32_MAX ? n : UINT32_MAX,
	                                &got, &status);
	for (size_t i = 0; i < got && got == n; i++)
		if (p[i])
			return true;
	return false;
}

/* Whether the remark is an array, what stands for one of structs, or parts of a struct. Sets of descriptors are shown whether pointers are followed or not. */
static bool is_list(const struct walk *w, const struct type *t)
{
	const struct type *elem = type_at(w, t->elem);

	if (t->kind != TYPE_POINTER || elem->kind != TYPE_CUSTOM)
		return t->kind == TYPE_POINTER && (elem->kind == TYPE_ARRAY || elem->flags & TF_JOINED);
	const struct type *array = type_at(w, elem->elem);
	return array->kind == TYPE_ARRAY && type_at(w, array->elem)->kind == TYPE_STRUCT;
}

/* Whether the struct that the remark's pointer points to is there: without a word before it, the remark is left out then. */
static bool remark_readable(const struct walk *w, const struct field *f)
{
	const struct type *t = type_at(w, f->type), *elem = type_at(w, t->elem);
	enum blob_status status;
	size_t got;

	if (t->kind != TYPE_POINTER || elem->kind != TYPE_STRUCT || !w->o->follow)
		return true;
	event_memory(w->e, PHASE_EXIT, w->e->args[f->reg[w->abi] % REG_RET], elem->size[w->abi], &got, &status);
	return got == elem->size[w->abi];
}

/* Names of bits, without a word before them, are nothing where only numbers are shown. */
static bool is_names_only(const struct walk *w, const struct field *f)
{
	const struct type *t = type_at(w, f->type);
	bool names = t->kind == TYPE_INT ? t->flags & TF_FLAGS && t->flags & TF_WORD : t->kind == TYPE_STRUCT && t->flags & TF_JOINED && t->flags & TF_BESIDE;

	return names && f->flags & FF_UNNAMED && w->o->index_numbers && !w->o->index_names;
}

static void walk_remarks(struct walk *w, const struct shape *shape)
{
	struct scope s = {.is_call = true, .first = shape->first};
	struct place at = {.phase = PHASE_EXIT};
	bool opened = false;

	for (unsigned i = 0; i < shape->nremarks; i++) {
		const struct field *f = &w->d->fields[shape->remark + i];
		const struct type *t = type_at(w, f->type);
		if ((is_list(w, t) && !w->o->follow) || !walk_holds(w, f->cond, &s, &at) || (f->flags & FF_NONZERO && !remark_nonzero(w, f, &s)))
			continue;
		if ((f->flags & FF_UNNAMED && !remark_readable(w, f)) || is_names_only(w, f))
			continue;
		if (!opened)
			w->v->ops->open(w->v, GROUP_RESULT, NULL);
		opened = true;
		w->remark = true;
		walk_remark(w, f, &s);
		w->remark = false;
	}
	if (opened)
		w->v->ops->close(w->v, GROUP_RESULT);
}

/* What the register holds. */
static uint64_t whole_result(const struct walk *w)
{
	return w->abi == ABI_I386 ? (uint32_t)w->e->ret : (uint64_t)w->e->ret;
}

/* A result of the user's may be what no call of that type gives: it is shown whole. */
static bool walk_injected(struct walk *w, const struct type *t)
{
	bool fd = t->meaning == MEANING_FD, plain = t->meaning == MEANING_NONE && !t->set;
	int64_t ret = w->e->ret;

	if (t->kind != TYPE_INT || !(plain || (fd && ret != (int)ret)) || !(event_tampered(w->e) & TAMPERED_RESULT))
		return false;
	walk_plain(w, whole_result(w), 8, fd, t->style == STYLE_ADDR ? STYLE_HEX : (enum style)t->style);
	return true;
}

/* Namespaces that the call entered, in the order in which they were noted. */
static void walk_namespaces(struct walk *w)
{
	bool opened = false;

	for (unsigned i = 0; i < w->e->nblobs; i++) {
		const struct blob *b = &w->e->blobs[i];
		if (b->slot != BLOB_NAMESPACE)
			continue;
		if (!opened)
			w->v->ops->open(w->v, GROUP_RESULT, NULL);
		opened = true;
		w->v->ops->element(w->v);
		w->v->ops->bytes(w->v, &(struct bytes){.data = b->data, .len = b->len, .flags = BYTES_PLAIN});
	}
	if (opened)
		w->v->ops->close(w->v, GROUP_RESULT);
}

/* Why a virtual CPU stopped running: linux/kvm.h, KVM_EXIT_*. */
static void walk_vcpu(struct walk *w)
{
	enum { REASON_AT = 8 };
	const struct blob *b = event_note(w->e, BLOB_VCPU, PHASE_EXIT, w->e->args[0]);
	uint32_t reason;

	if (!b || b->phase != PHASE_EXIT || b->len < REASON_AT + sizeof(reason))
		return;
	memcpy(&reason, b->data + REASON_AT, sizeof(reason));
	const char *name = walk_symbol(w, desc_set_named(w->d, "kvm_exit_reason"), reason);

	w->v->ops->open(w->v, GROUP_RESULT, NULL);
	w->v->ops->element(w->v);
	walk_text(w, name ? name : "KVM_EXIT_???", BYTES_PLAIN);
	w->v->ops->close(w->v, GROUP_RESULT);
}

void decode_result(const struct decode_opts *o, const struct event *e, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	const struct call *c = desc_call(w.d, w.abi, e->nr);

	if (o->raw && !w.failed) {
		walk_plain(&w, whole_result(&w), 8, false, STYLE_HEX);
		return;
	}
	if (w.failed || !c || !c->described) {
		walk_plain(&w, (uint64_t)e->ret, 8, true, STYLE_DEC);
		return;
	}
	const struct shape *shape = desc_shape(w.d, c, w.abi, e->args);
	struct place at = {.p = (const uint8_t *)&e->ret, .avail = 8, .phase = PHASE_EXIT};
	struct scope s = {.is_call = true, .first = shape->first};
	w.result = true;
	if (!walk_injected(&w, type_at(&w, shape->ret)))
		walk_value(&w, shape->ret, &at, &s);
	w.result = false;
	walk_remarks(&w, shape);
	walk_namespaces(&w);
	walk_vcpu(&w);
}

void decode_siginfo(const struct decode_opts *o, const struct event *e, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	struct place at = {.phase = PHASE_EXIT};
	struct scope none = {0};

	w.returned = true;
	for (unsigned i = 0; i < e->nblobs; i++) {
		if (e->blobs[i].slot == BLOB_SIGINFO) {
			at.p = e->blobs[i].data;
			at.avail = e->blobs[i].len;
		}
	}
	if (at.p && w.d->siginfo)
		walk_value(&w, w.d->siginfo, &at, &none);
}

void decode_vcpu(const struct decode_opts *o, const struct event *e, enum phase phase, struct visitor *v)
{
	struct walk w = walk_start(o, e, v);
	const struct blob *b = event_note(e, BLOB_VCPU, phase, e->args[0]);
	struct scope none = {0};

	w.returned = true;
	if (b && b->phase == phase && w.d->kvm_run)
		walk_value(&w, w.d->kvm_run, &(struct place){.p = b->data, .avail = b->len, .phase = (uint8_t)phase}, &none);
}
