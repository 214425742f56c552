/*
 * The capture plans: each pointer reachable from a call's arguments becomes a row. What a row cannot say (a length that is a
 * sum, say) is copied up to a constant limit instead; the walk takes what it needs of it.
 */
#include "desc/build.h"

#include <string.h>

#include "base/abi.h"

enum { PATH_BYTES = 4096, ARRAY_BYTES = 64 * 1024, STRUCT_BYTES = 4096 };

/* Where a value lies: a register, or bytes of one or two rows. */
struct place {
	int row_entry, row_exit; /* -1: not there in that phase */
	bool in_register;
	uint8_t slot;
	uint32_t offset;
};

/* How the names in an expression are bound: the members around a value, and the parameters they were given. */
struct frame {
	const struct frame *outer;   /* of an anonymous struct */
	const struct frame *user;    /* where params are evaluated */
	uint16_t params;             /* first of them */
	uint16_t first;              /* fields */
	bool is_call;
	struct place place;
};

struct planner {
	struct builder *b;
	int abi;
	struct plan_row rows[PLAN_ROWS_MAX];
	int n;
	bool overflow;
	bool netlink; /* within what is there only for netlink sockets */
};

static bool number_of(const struct planner *p, uint16_t expr, const struct frame *f, const struct place *at,
                      struct plan_number *out);

/* (argument + constant) >> constant: elements that so many bits or bytes take up. */
static bool rounded_number(const struct planner *p, const struct expr *e, const struct frame *f, const struct place *at,
                           struct plan_number *out)
{
	const struct expr *sum = &p->b->exprs.at[e->a], *shift = &p->b->exprs.at[e->b];

	if (sum->op != EXPR_ADD || shift->op != EXPR_CONST || p->b->exprs.at[sum->b].op != EXPR_CONST ||
	    !number_of(p, sum->a, f, at, out) || out->from != FROM_ARG)
		return false;
	out->value = (uint32_t)p->b->exprs.at[sum->b].value;
	out->shift = (uint8_t)shift->value;
	return true;
}

/* (argument >> constant) & constant: bits of it. */
static bool bits_number(const struct planner *p, const struct expr *e, const struct frame *f, const struct place *at, struct plan_number *out)
{
	const struct expr *from = &p->b->exprs.at[e->a], *mask = &p->b->exprs.at[e->b];
	uint8_t shift = 0;
	uint16_t arg = e->a;

	if (from->op == EXPR_SHR && p->b->exprs.at[from->b].op == EXPR_CONST) {
		shift = (uint8_t)p->b->exprs.at[from->b].value;
		arg = from->a;
	}
	if (mask->op != EXPR_CONST || !number_of(p, arg, f, at, out) || out->from != FROM_ARG || out->value || out->shift)
		return false;
	out->from = FROM_BITS;
	out->shift = shift;
	out->value = (uint32_t)mask->value;
	return true;
}

static bool number_of(const struct planner *p, uint16_t expr, const struct frame *f, const struct place *at,
                      struct plan_number *out)
{
	const struct expr *e = &p->b->exprs.at[expr];

	switch (e->op) {
	case EXPR_CONST:
		*out = (struct plan_number){.from = FROM_CONST, .value = (uint32_t)e->value};
		return true;
	case EXPR_RET:
		*out = (struct plan_number){.from = FROM_RET};
		return true;
	case EXPR_SHR:
		return rounded_number(p, e, f, at, out);
	case EXPR_BITAND:
		return bits_number(p, e, f, at, out);
	case EXPR_PARAM:
		return f->user && number_of(p, (uint16_t)(f->params + e->a), f->user, at, out);
	case EXPR_FIELD:
	case EXPR_DEREF:
		break;
	default:
		return false;
	}
	for (unsigned up = e->b; up && f; up--)
		f = f->outer;
	if (!f)
		return false;
	const struct field *field = &p->b->fields.at[f->first + e->a];
	const struct type *t = &p->b->types.at[field->type];
	uint8_t size = (uint8_t)t->size[p->abi];
	if (e->op == EXPR_DEREF && e->value) {
		const struct field *told = build_told(p->b, field->type, (uint32_t)e->value);
		*out = (struct plan_number){.from = FROM_HEAD, .slot = field->reg[p->abi], .size = (uint8_t)p->b->types.at[told->type].size[p->abi],
		                            .value = told->offset[p->abi]};
		return f->is_call;
	}
	if (e->op == EXPR_DEREF) {
		const struct type *behind = &p->b->types.at[t->elem];
		if (behind->kind == TYPE_SIZED)
			behind = &p->b->types.at[behind->elem];
		if (behind->kind == TYPE_STRUCT)
			behind = &p->b->types.at[p->b->fields.at[behind->first].type];
		size = (uint8_t)behind->size[p->abi];
		*out = (struct plan_number){.from = FROM_DEREF, .slot = field->reg[p->abi], .size = size};
		return f->is_call;
	}
	if (f->is_call) {
		*out = (struct plan_number){.from = FROM_ARG, .slot = field->reg[p->abi], .size = size};
		return true;
	}
	if (t->kind != TYPE_INT || f->place.row_entry != at->row_entry || f->place.row_exit != at->row_exit)
		return false;
	*out = (struct plan_number){.from = FROM_FIELD, .size = size, .value = f->place.offset + field->offset[p->abi]};
	return true;
}

/* One value of a size that is always the same; a row of arrays has elements that pointers are in. */
static bool is_fixed(const struct plan_row *row)
{
	return row->kind == PLAN_BYTES && row->count.from == FROM_CONST && (row->unit == 1 || row->count.value == 1) && row->cap &&
	       !(row->flags & PLAN_HAS_FILL);
}

/* Values of different sizes that may be in one place (a switch behind a pointer) are copied as one, as large as the largest. */
static bool merge_fixed(struct plan_row *known, const struct plan_row *row)
{
	uint32_t size = known->unit * known->count.value, more = row->unit * row->count.value;

	if (!is_fixed(known) || !is_fixed(row) || known->phase != row->phase || known->slot != row->slot || known->parent != row->parent ||
	    known->offset != row->offset || known->flags != row->flags)
		return false;
	if (more > size) {
		known->unit = 1;
		known->count.value = more;
		known->cap = more;
	}
	return true;
}

/* Rows that differ only in how much they copy at most are one, of the larger limit. */
static bool merge_caps(struct plan_row *known, const struct plan_row *row)
{
	struct plan_row same = *row;

	same.cap = known->cap;
	if (!known->cap || !row->cap || memcmp(known, &same, sizeof(same)) != 0)
		return false;
	if (row->cap > known->cap)
		known->cap = row->cap;
	return true;
}

static int add_row(struct planner *p, const struct plan_row *row)
{
	for (int i = 0; i < p->n; i++)
		if (memcmp(&p->rows[i], row, sizeof(*row)) == 0 || merge_fixed(&p->rows[i], row) || merge_caps(&p->rows[i], row))
			return i;
	if (p->n == PLAN_ROWS_MAX) {
		p->overflow = true;
		return -1;
	}
	p->rows[p->n] = *row;
	return p->n++;
}

/* The part of a row that says where the pointer is. */
static struct plan_row base_row(const struct planner *p, const struct place *at, int parent, uint8_t phase, uint8_t kind)
{
	struct plan_row row;

	memset(&row, 0, sizeof(row)); /* rows are compared as bytes */
	row.phase = phase;
	row.kind = kind;
	row.slot = at->slot;
	row.parent = (int8_t)(at->in_register ? -1 : parent);
	row.offset = at->offset;
	row.flags = p->netlink ? PLAN_IF_NETLINK : 0;
	return row;
}

/* Whether what an argument points to tells the length. */
static bool is_told(const struct builder *b, uint16_t expr)
{
	const struct expr *e = &b->exprs.at[expr];

	return e->op == EXPR_DEREF || (e->op > EXPR_DEREF && (is_told(b, e->a) || (e->b && is_told(b, e->b))));
}

static void row_lengths(const struct planner *p, struct plan_row *row, const struct type *t, const struct frame *f,
                        const struct place *at, uint32_t limit)
{
	row->cap = limit;
	if (!number_of(p, t->len, f, at, &row->count))
		row->count = (struct plan_number){.from = FROM_CONST, .value = limit ? limit / (row->unit ? row->unit : 1) : PATH_BYTES};
	row->each = row->count.from == FROM_HEAD ? (uint16_t)row->unit : 0;
	if (t->fill && number_of(p, t->fill, f, at, &row->fill))
		row->flags |= PLAN_HAS_FILL;
	if (t->flags & TF_TOTAL)
		row->flags &= (uint8_t)~PLAN_HAS_FILL; /* the total is spread over the buffers inside */
}

/* A struct whose last member takes all that is left, as a list's does. */
static bool ends_open(const struct planner *p, const struct type *t)
{
	const struct type *s = &p->b->types.at[t->elem];

	if (s->flags & TF_LIST)
		return true;
	return s->kind == TYPE_STRUCT && s->count && !p->b->types.at[p->b->fields.at[s->first + s->count - 1u].type].size[p->abi];
}

/* Whether a struct ends in bytes or elements whose number another member tells. */
static bool open_ended(const struct builder *b, const struct type *t)
{
	if (t->kind != TYPE_STRUCT || !t->count)
		return false;
	const struct type *last = &b->types.at[b->fields.at[t->first + t->count - 1].type];
	return (last->kind == TYPE_ARRAY || last->kind == TYPE_BUFFER) && !last->size[ABI_X86_64] && (!(last->flags & TF_CHAIN) || last->flags & TF_COUNTED);
}

/*
 * A struct that ends in elements of which another member says how many: behind an argument so many are copied, elsewhere, or where the number is not
 * simply a member, what a page holds.
 */
static void row_of_head(const struct planner *p, struct plan_row *row, const struct type *t, const struct place *at)
{
	const struct field *last = &p->b->fields.at[t->first + t->count - 1];
	const struct type *array = &p->b->types.at[last->type];
	const struct expr *e = &p->b->exprs.at[array->len];
	const struct field *count = e->op == EXPR_FIELD && !e->b ? &p->b->fields.at[t->first + e->a] : NULL;
	const struct type *number = count ? &p->b->types.at[count->type] : NULL;
	uint32_t each = array->kind == TYPE_BUFFER || array->flags & TF_BYTES ? 1 : p->b->types.at[array->elem].size[p->abi];

	row->unit = 1;
	row->cap = STRUCT_BYTES;
	row->count = (struct plan_number){.from = FROM_CONST, .value = STRUCT_BYTES};
	if (!at->in_register || !number || number->kind != TYPE_INT || !each || array->fill)
		return;
	row->cap = ARRAY_BYTES;
	row->base = (uint16_t)last->offset[p->abi];
	row->each = (uint16_t)each;
	row->count = (struct plan_number){.from = FROM_HEAD, .slot = at->slot, .size = (uint8_t)number->size[p->abi], .value = count->offset[p->abi]};
}

/* Fills in what to copy for a pointer to `t`; false when nothing is. */
static bool row_content(struct planner *p, struct plan_row *row, const struct type *t, const struct frame *f,
                        const struct place *at)
{
	uint32_t size = t->size[p->abi];

	while (t->kind == TYPE_CUSTOM)
		t = &p->b->types.at[t->elem];
	switch ((enum type_kind)t->kind) {
	case TYPE_STRING:
		row->kind = PLAN_CSTR;
		row->cap = t->flags & TF_PATH ? PATH_BYTES : 0;
		return true;
	case TYPE_VECTOR:
		row->kind = PLAN_VECTOR;
		row->unit = p->abi == ABI_I386 || p->abi == ABI_X32 ? 4 : 8;
		row->cap = ARRAY_BYTES;
		return true;
	case TYPE_BUFFER:
		row->unit = 1;
		row_lengths(p, row, t, f, at, size ? size : t->flags & TF_CSTR ? PATH_BYTES : 0);
		return true;
	case TYPE_ARRAY:
		row->unit = t->flags & TF_BYTES ? 1 : p->b->types.at[t->elem].size[p->abi]; /* a chain's elements hold no pointers */
		row_lengths(p, row, t, f, at, ARRAY_BYTES);
		return row->unit != 0;
	case TYPE_SIZED:
		row->unit = 1;
		if (!t->len && open_ended(p->b, &p->b->types.at[t->elem])) {
			row_of_head(p, row, &p->b->types.at[t->elem], at);
			return true;
		}
		if (!t->len) {
			row->count = (struct plan_number){.from = FROM_CONST, .value = size};
			row->cap = size;
			return size != 0;
		}
		row_lengths(p, row, t, f, at, size && !ends_open(p, t) && !is_told(p->b, t->len) ? size : STRUCT_BYTES);
		row->flags &= (uint8_t)~PLAN_HAS_FILL; /* that is its least size */
		row->fill = (struct plan_number){0};
		if (row->count.from != FROM_CONST)
			row->cap = t->when ? t->when : STRUCT_BYTES; /* what a newer kernel's struct has beyond ours */
		else if (t->when && t->when < row->cap)
			row->cap = row->count.value = t->when;
		return true;
	case TYPE_INT:
	case TYPE_STRUCT:
		if (open_ended(p->b, t)) {
			row_of_head(p, row, t, at);
			return true;
		}
		/* fall through */
	case TYPE_SWITCH:
	case TYPE_POINTER:
		row->unit = size;
		row->count = (struct plan_number){.from = FROM_CONST, .value = 1};
		row->cap = size;
		return size != 0;
	case TYPE_VOID:
	case TYPE_CUSTOM:
		break;
	}
	return false;
}

static void plan_value(struct planner *p, uint16_t id, const struct frame *f, const struct place *at, unsigned depth);

/* Control messages may hold descriptors, before the call (sent) or after it (received). */
static void plan_rights(struct planner *p, const struct place *at)
{
	bool entry = at->row_entry >= 0;
	struct plan_row row = base_row(p, at, entry ? at->row_entry : at->row_exit, entry ? PHASE_ENTRY : PHASE_EXIT, PLAN_RIGHTS);

	row.flags |= p->rows[row.parent].flags & PLAN_ALWAYS;
	add_row(p, &row);
}

/* Pointers within what a row copied. */
static void plan_inside(struct planner *p, uint16_t id, const struct frame *f, struct place inside, unsigned depth)
{
	const struct type *t = &p->b->types.at[id];

	if (t->kind == TYPE_ARRAY && t->flags & TF_CHAIN) { /* where its elements are is not known before they are read */
		if (strcmp(build_text(p->b, p->b->types.at[t->elem].name), "control_message") == 0)
			plan_rights(p, &inside);
		return;
	}
	if (t->kind == TYPE_VECTOR) {
		struct plan_row row = base_row(p, &inside, inside.row_entry >= 0 ? inside.row_entry : inside.row_exit,
		                               inside.row_entry >= 0 ? PHASE_ENTRY : PHASE_EXIT, PLAN_CSTR);
		if (row_content(p, &row, &p->b->types.at[t->elem], f, &inside))
			add_row(p, &row);
		return;
	}
	plan_value(p, t->kind == TYPE_ARRAY ? t->elem : id, f, &inside, depth);
}

/* The rows of one pointer: memory as of entry, exit or both. */
static struct place plan_rows(struct planner *p, const struct type *pointer, const struct type *t, const struct frame *f,
                              const struct place *at)
{
	struct place inside = {.row_entry = -1, .row_exit = -1, .slot = at->slot};
	bool known_at_entry = at->in_register || at->row_entry >= 0;
	int parent = known_at_entry ? at->row_entry : at->row_exit;

	if (pointer->dir & DIR_IN && known_at_entry) {
		struct plan_row row = base_row(p, at, parent, PHASE_ENTRY, PLAN_BYTES);
		if (row_content(p, &row, t, f, at))
			inside.row_entry = add_row(p, &row);
	}
	if (pointer->dir & DIR_OUT || !known_at_entry) {
		struct plan_row row = base_row(p, at, parent, PHASE_EXIT, PLAN_BYTES);
		if (pointer->when || (row.parent >= 0 && p->rows[row.parent].flags & PLAN_ALWAYS))
			row.flags |= PLAN_ALWAYS;
		bool there = row_content(p, &row, t, f, at);
		if (row.parent >= 0 && known_at_entry && row.fill.from == FROM_FIELD) { /* the call tells that member, and the parent is as of entry */
			row.flags &= (uint8_t)~PLAN_HAS_FILL;
			row.fill = (struct plan_number){0};
		}
		if (there)
			inside.row_exit = add_row(p, &row);
	}
	return inside;
}

/* `total` of an array: the buffers inside its elements share it. */
static uint16_t total_of(const struct type *t)
{
	return t->kind == TYPE_ARRAY && t->flags & TF_TOTAL ? t->fill : 0;
}

static void mark_total(struct planner *p, int from, uint16_t total, const struct frame *f, const struct place *at)
{
	struct plan_number fill;

	if (!total || !number_of(p, total, f, at, &fill) || fill.from == FROM_FIELD) /* a field is another element's */
		return;
	for (int i = from; i < p->n; i++) {
		if (p->rows[i].kind == PLAN_BYTES && p->rows[i].unit == 1 && p->rows[i].parent >= from - 2) {
			p->rows[i].fill = fill;
			p->rows[i].flags |= PLAN_HAS_FILL | PLAN_FILL_TOTAL;
		}
	}
}

/* Whether an expression asks for the protocol of a netlink socket; then its descriptor's row is made. */
static bool plan_netlink(struct planner *p, uint16_t expr, const struct frame *f, const struct place *at)
{
	const struct expr *e = &p->b->exprs.at[expr];
	struct plan_number fd;

	if (e->op == EXPR_PARAM)
		return f->user && plan_netlink(p, (uint16_t)(f->params + e->a), f->user, at);
	if (e->op == EXPR_NETLINK && number_of(p, e->a, f, at, &fd) && fd.from == FROM_ARG) {
		struct place reg = {.in_register = true, .slot = fd.slot};
		struct plan_row row = base_row(p, &reg, -1, PHASE_ENTRY, PLAN_NETLINK);
		add_row(p, &row);
		return true;
	}
	return e->op > EXPR_DEREF && (plan_netlink(p, e->a, f, at) || (e->b && plan_netlink(p, e->b, f, at)));
}

static void plan_pointed(struct planner *p, const struct type *pointer, uint16_t elem, const struct frame *f,
                         const struct place *at, unsigned depth)
{
	const struct type *t = &p->b->types.at[elem];

	if (t->kind == TYPE_SWITCH) { /* a row for each kind of thing that may be there */
		bool outer = p->netlink, netlink = plan_netlink(p, t->len, f, at);
		for (uint32_t i = 0; i < t->count; i++) {
			const struct switch_case *c = &p->b->cases.at[t->first + i];
			p->netlink = outer || (netlink && !c->is_default);
			plan_pointed(p, pointer, c->type, f, at, depth);
		}
		p->netlink = outer;
		return;
	}
	struct place inside = plan_rows(p, pointer, t, f, at);
	int from = p->n;
	if (inside.row_entry >= 0 || inside.row_exit >= 0)
		plan_inside(p, elem, f, inside, depth + 1);
	mark_total(p, from, total_of(t), f, at);
}

static void plan_pointer(struct planner *p, uint16_t id, const struct frame *f, const struct place *at, unsigned depth)
{
	const struct type *t = &p->b->types.at[id];

	if (depth < PLAN_DEPTH_MAX)
		plan_pointed(p, t, t->elem, f, at, depth);
}

/* A number that stands for a descriptor or process, whose name may be wanted. */
static void plan_number_note(struct planner *p, const struct type *t, const struct place *at, uint32_t count)
{
	uint8_t kind;

	if (t->meaning == MEANING_FD || t->meaning == MEANING_DIRFD)
		kind = PLAN_FD;
	else if (t->meaning == MEANING_PID || t->meaning == MEANING_TID || t->meaning == MEANING_PGID)
		kind = PLAN_PID;
	else if (t->meaning == MEANING_FDSET)
		kind = PLAN_FDSET;
	else
		return;
	bool entry = at->in_register || at->row_entry >= 0;
	struct plan_row row = base_row(p, at, entry ? at->row_entry : at->row_exit, entry ? PHASE_ENTRY : PHASE_EXIT, kind);
	if (row.parent >= 0)
		row.flags |= p->rows[row.parent].flags & PLAN_ALWAYS;
	row.unit = t->size[p->abi];
	row.count = (struct plan_number){.from = FROM_CONST, .value = count};
	add_row(p, &row);
}

static void plan_struct(struct planner *p, const struct type *t, const struct frame *f, const struct place *at, unsigned depth,
                        const struct frame *outer)
{
	struct frame inner = {.outer = outer, .user = f->user, .params = f->params, .first = t->first, .place = *at};

	for (uint32_t i = 0; i < t->count; i++) {
		struct place member = *at;
		const struct field *field = &p->b->fields.at[t->first + i];
		member.offset += field->offset[p->abi];
		if (field->flags & FF_AFTER && member.row_exit >= 0 && p->b->types.at[field->type].kind == TYPE_INT)
			member.row_entry = -1; /* what is told after the call is named as of then */
		plan_value(p, field->type, &inner, &member, depth);
	}
}

static void plan_value(struct planner *p, uint16_t id, const struct frame *f, const struct place *at, unsigned depth)
{
	const struct type *t = &p->b->types.at[id];

	switch ((enum type_kind)t->kind) {
	case TYPE_INT:
		plan_number_note(p, t, at, 1);
		break;
	case TYPE_POINTER:
		plan_pointer(p, id, f, at, depth);
		break;
	case TYPE_STRUCT:
		plan_struct(p, t, f, at, depth, t->name ? NULL : f);
		break;
	case TYPE_SIZED: {
		struct frame user = {.user = f, .params = t->first, .first = f->first, .place = f->place};
		plan_value(p, t->elem, &user, at, depth);
		break;
	}
	case TYPE_CUSTOM:
		plan_value(p, t->elem, f, at, depth);
		break;
	case TYPE_SWITCH:
		for (uint32_t i = 0; i < t->count; i++)
			plan_value(p, p->b->cases.at[t->first + i].type, f, at, depth);
		break;
	case TYPE_ARRAY:
		if (p->b->types.at[t->elem].kind == TYPE_INT && p->b->exprs.at[t->len].op == EXPR_CONST)
			plan_number_note(p, &p->b->types.at[t->elem], at, (uint32_t)p->b->exprs.at[t->len].value);
		else
			plan_value(p, t->elem, f, at, depth);
		break;
	case TYPE_VOID:
	case TYPE_STRING:
	case TYPE_BUFFER:
	case TYPE_VECTOR:
		break;
	}
}

static void plan_result(struct planner *p, const struct shape *s)
{
	const struct type *t = &p->b->types.at[s->ret];
	struct plan_row row;

	memset(&row, 0, sizeof(row));
	row.phase = PHASE_EXIT;
	row.parent = -1;
	row.slot = 6;

	if (t->kind != TYPE_INT)
		return;
	if (t->meaning == MEANING_FD)
		row.kind = PLAN_FD_RET;
	else if (t->meaning == MEANING_PID || t->meaning == MEANING_TID || t->meaning == MEANING_PGID)
		row.kind = PLAN_PID;
	else
		return;
	row.unit = 4;
	row.count = (struct plan_number){.from = FROM_CONST, .value = 1};
	add_row(p, &row);
}

/* Rows of a shape are stored once, however many shapes have the same. */
static uint16_t store_rows(struct builder *b, const struct planner *p)
{
	size_t bytes = (size_t)p->n * sizeof(*p->rows);
	uint64_t key = build_hash(p->rows, bytes);
	uintptr_t known = (uintptr_t)map_get(&b->plan_ids, key);

	if (known)
		return (uint16_t)known;
	uint16_t first = (uint16_t)b->plans.len;
	for (int i = 0; i < p->n; i++)
		*vec_push(&b->plans) = p->rows[i];
	map_put(&b->plan_ids, key, (void *)(uintptr_t)first);
	return first;
}

static void plan_fields(struct planner *p, const struct frame *f, const struct field *fields, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		struct place at = {.row_entry = -1, .row_exit = -1, .in_register = true, .slot = fields[i].reg[p->abi]};
		if (at.slot != REG_RET)
			plan_value(p, fields[i].type, f, &at, 0);
	}
}

static void plan_shape(struct builder *b, struct shape *s, int abi)
{
	struct planner p = {.b = b, .abi = abi};
	struct frame f = {.first = s->first, .is_call = true};

	memset(p.rows, 0, sizeof(p.rows));
	plan_fields(&p, &f, &b->fields.at[s->first], s->count);
	plan_fields(&p, &f, &b->fields.at[s->remark], s->nremarks);
	plan_result(&p, s);
	if (p.overflow)
		error_at(b, b->type_tokens.at[b->fields.at[s->first].type], "this call needs more than %d plan rows", PLAN_ROWS_MAX);
	s->nplan[abi] = (uint16_t)p.n;
	s->plan[abi] = p.n ? store_rows(b, &p) : 0;
}

void build_plans(struct builder *b)
{
	for (size_t i = 1; i < b->shapes.len; i++)
		for (int abi = 0; abi < ABI_COUNT; abi++)
			plan_shape(b, &b->shapes.at[i], abi);
}
