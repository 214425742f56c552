/* Sizes, alignments and offsets of all types in every ABI, and which types need data from before or after the call. */
#include "desc/build.h"

#include <string.h>

static const struct {
	uint8_t word;      /* bytes of pointers and size_t in memory */
	uint8_t long_size; /* of the kernel's long (__kernel_long_t): on x32 it is not the C compiler's */
	uint8_t max_align; /* of 8-byte integers */
} abis[ABI_COUNT] = {
	[ABI_X86_64] = {8, 8, 8}, [ABI_I386] = {4, 4, 4}, [ABI_X32] = {4, 8, 8}, [ABI_AARCH64] = {8, 8, 8}, [ABI_RISCV64] = {8, 8, 8},
};

struct pass {
	struct builder *b;
	uint8_t *done; /* per type: 1 busy, 2 done */
};

static void layout_type(struct pass *p, uint16_t id);

static const struct layout *explicit_layout(const struct builder *b, uint16_t type, int abi)
{
	for (size_t i = 0; i < b->layouts.len; i++)
		if (b->layouts.at[i].type == type && b->layouts.at[i].abis >> abi & 1)
			return &b->layouts.at[i];
	return NULL;
}

static void place_explicit(struct builder *b, struct type *t, int abi, const struct layout *l)
{
	uint32_t at = 0;
	VEC(bool) placed = {0};

	for (uint32_t i = 0; i < t->count; i++)
		*vec_push(&placed) = false;
	for (uint32_t i = 0; i < l->count; i++) {
		struct layout_item *item = &b->layout_items.at[l->first + i];
		if (item->field < 0) {
			at += item->bytes;
			continue;
		}
		struct field *f = &b->fields.at[t->first + item->field];
		f->offset[abi] = at;
		at += b->types.at[f->type].size[abi];
		placed.at[item->field] = true;
	}
	for (uint32_t i = 0; i < t->count; i++) {
		struct field *f = &b->fields.at[t->first + i];
		if (placed.at[i])
			continue;
		if (f->flags & FF_OVERLAY && i)
			f->offset[abi] = f[-1].offset[abi];
		else if (!(f->flags & FF_HIDDEN) && b->types.at[f->type].kind != TYPE_VOID)
			error_at(b, l->at, "the layout leaves out '%s'", build_text(b, f->name));
	}
	vec_done(&placed);
	t->size[abi] = at;
	t->align[abi] = 1;
}

/* As a C compiler does; an overlay starts where the member before it starts. */
static void place_naturally(struct builder *b, struct type *t, int abi)
{
	uint32_t at = 0, end = 0, start = 0;
	uint8_t align = 1;

	for (uint32_t i = 0; i < t->count; i++) {
		struct field *f = &b->fields.at[t->first + i];
		const struct type *m = &b->types.at[f->type];
		uint8_t a = m->align[abi] && !(t->flags & TF_PACKED) ? m->align[abi] : 1;
		if (f->flags & FF_OVERLAY)
			at = start;
		at = (at + a - 1) / a * a;
		f->offset[abi] = start = at;
		at += m->size[abi];
		if (at < end)
			at = end; /* the longest of the overlaid ones counts */
		end = at;
		align = a > align ? a : align;
	}
	t->size[abi] = (end + align - 1) / align * align;
	t->align[abi] = align;
}

static void layout_struct(struct pass *p, uint16_t id)
{
	struct builder *b = p->b;
	struct type *t = &b->types.at[id];

	for (uint32_t i = 0; i < t->count; i++)
		layout_type(p, b->fields.at[t->first + i].type);
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		const struct layout *l = explicit_layout(b, id, abi);
		if (l)
			place_explicit(b, t, abi, l);
		else
			place_naturally(b, t, abi);
	}
}

static void copy_layout(struct type *t, const struct type *from)
{
	memcpy(t->size, from->size, sizeof(t->size));
	memcpy(t->align, from->align, sizeof(t->align));
}

static void layout_switch(struct pass *p, struct type *t)
{
	struct builder *b = p->b;

	uint32_t signs = TF_SIGNED; /* in expressions a switch has a sign when all cases have */

	for (uint32_t i = 0; i < t->count; i++) {
		uint16_t id = b->cases.at[t->first + i].type;
		layout_type(p, id);
		signs &= b->types.at[id].flags;
		for (int abi = 0; abi < ABI_COUNT; abi++) {
			const struct type *c = &b->types.at[id];
			if (c->size[abi] > t->size[abi])
				t->size[abi] = c->size[abi];
			if (c->align[abi] > t->align[abi])
				t->align[abi] = c->align[abi];
		}
	}
	t->flags |= signs;
}

static bool constant_length(const struct builder *b, uint16_t expr, int64_t *value)
{
	*value = b->exprs.at[expr].value;
	return b->exprs.at[expr].op == EXPR_CONST;
}

/* Whether the elements are what is being laid out: attributes within attributes of their own kind. */
static bool within_itself(const struct pass *p, const struct type *t)
{
	uint16_t id = t->elem;

	while (p->b->types.at[id].kind == TYPE_SIZED && p->done[id] != 2)
		id = p->b->types.at[id].elem;
	return t->flags & TF_CHAIN && p->done[id] == 1;
}

/* Which member says where the next element is, or how long one. */
static void find_link(struct pass *p, struct type *t, uint16_t id)
{
	const struct type *elem = &p->b->types.at[t->elem];

	while (elem->kind == TYPE_SIZED)
		elem = &p->b->types.at[elem->elem];
	for (uint16_t i = 0; elem->kind == TYPE_STRUCT && i < elem->count; i++) {
		const struct field *f = &p->b->fields.at[elem->first + i];
		if (f->name == t->name && p->b->types.at[f->type].kind == TYPE_INT && (i + 1 < elem->count || !(t->flags & TF_COUNTED))) {
			t->when = i;
			t->name = 0;
			return;
		}
	}
	error_at(p->b, p->b->type_tokens.at[id], "%s elements have no number '%s'", t->flags & TF_LINKED ? "linked" : "chained",
	         build_text(p->b, t->name));
}

static void layout_repeated(struct pass *p, struct type *t, uint16_t id)
{
	const struct type *elem = t->elem ? &p->b->types.at[t->elem] : NULL;
	int64_t n;

	if (elem && within_itself(p, t))
		elem = NULL;
	if (elem)
		layout_type(p, t->elem);
	if (t->flags & TF_LINKED) {
		find_link(p, t, id);
		return;
	}
	if (t->flags & TF_COUNTED)
		find_link(p, t, id);
	bool constant = constant_length(p->b, t->len, &n);
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		uint32_t unit = elem && !(t->flags & TF_BYTES) ? elem->size[abi] : 1;
		t->size[abi] = constant ? (uint32_t)n * unit : 0;
		t->align[abi] = elem ? elem->align[abi] : 1;
	}
}

/* NAME[16]: that many bytes, whatever the struct has. */
static void fix_size(const struct builder *b, struct type *t)
{
	int64_t n;

	if (t->kind != TYPE_SIZED || !t->len || !constant_length(b, t->len, &n))
		return;
	for (int abi = 0; abi < ABI_COUNT; abi++)
		t->size[abi] = (uint32_t)n;
}

static void layout_scalar(struct type *t, int abi)
{
	if (t->flags & TF_WIDE)
		t->size[abi] = 8;
	else if (t->kind == TYPE_POINTER || t->size[abi] == SIZE_WORD)
		t->size[abi] = abis[abi].word;
	else if (t->size[abi] == SIZE_LONG)
		t->size[abi] = abis[abi].long_size;
	else if (t->size[abi] == SIZE_OLD_ID)
		t->size[abi] = abi == ABI_I386 ? 2 : 4;
	t->align[abi] = (uint8_t)t->size[abi];
	if (t->align[abi] > abis[abi].max_align)
		t->align[abi] = abis[abi].max_align;
}

static void layout_type(struct pass *p, uint16_t id)
{
	struct type *t = &p->b->types.at[id];

	if (p->done[id] == 1 && t->kind != TYPE_POINTER) {
		error_at(p->b, p->b->type_tokens.at[id], "this type contains itself");
		return;
	}
	if (p->done[id])
		return;
	p->done[id] = 1;
	switch ((enum type_kind)t->kind) {
	case TYPE_INT:
	case TYPE_POINTER:
		for (int abi = 0; abi < ABI_COUNT; abi++)
			layout_scalar(t, abi);
		break;
	case TYPE_STRUCT:
		layout_struct(p, id);
		break;
	case TYPE_CUSTOM:
	case TYPE_SIZED:
		if (t->kind == TYPE_SIZED && t->len && p->done[t->elem] == 1) {
			fix_size(p->b, t);
			break; /* a struct with one of its kind inside it, as long as there are bytes */
		}
		layout_type(p, t->elem);
		copy_layout(t, &p->b->types.at[t->elem]);
		if (t->flags & TF_BRIEF && t->size[ABI_X86_64] > SIZED_BRIEF_MAX)
			error_at(p->b, p->b->type_tokens.at[id], "a 'brief' struct has at most %d bytes", SIZED_BRIEF_MAX);
		fix_size(p->b, t);
		break;
	case TYPE_SWITCH:
		layout_switch(p, t);
		break;
	case TYPE_BUFFER:
	case TYPE_ARRAY:
		layout_repeated(p, t, id);
		break;
	case TYPE_VOID:
	case TYPE_STRING:
	case TYPE_VECTOR:
		break;
	}
	p->done[id] = 2;
}

/* TF_ENTRY and TF_EXIT: what a pointer's direction, or anything inside, asks for. */
static uint32_t derive(struct builder *b, uint16_t id, uint8_t *done)
{
	struct type *t = &b->types.at[id];
	uint32_t need = 0;

	if (done[id])
		return t->flags & (TF_ENTRY | TF_EXIT);
	done[id] = 1;
	if (t->kind == TYPE_POINTER)
		need = (t->dir & DIR_IN ? TF_ENTRY : 0) | (t->dir & DIR_OUT ? TF_EXIT : 0);
	if (t->elem)
		need |= derive(b, t->elem, done);
	if (t->kind == TYPE_STRUCT)
		for (uint32_t i = 0; i < t->count; i++)
			need |= derive(b, b->fields.at[t->first + i].type, done);
	if (t->kind == TYPE_SWITCH)
		for (uint32_t i = 0; i < t->count; i++)
			need |= derive(b, b->cases.at[t->first + i].type, done);
	b->types.at[id].flags |= need;
	return need;
}

void build_layout(struct builder *b)
{
	uint8_t *done = calloc(b->types.len, 2);
	struct pass p = {b, done};

	if (!done)
		abort();
	for (size_t i = 1; i < b->types.len; i++)
		layout_type(&p, (uint16_t)i);
	for (size_t i = 1; i < b->types.len; i++)
		derive(b, (uint16_t)i, done + b->types.len);
	free(done);
}
