/*
 * Capture plans for the kernel: the rows of desc/plan.h with the user's limits filled in, and which of them a call takes. An argument
 * that picks the plan is told as bits of it, which are looked up as they are, and then, where cases are of a mask, under one mask after the other. Where
 * bits are not enough, a call's plan is the union of its cases' plans, as far as they fit.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/diag.h"
#include "base/numset.h"
#include "capture/ebpf_priv.h"
#include "desc/plan.h"
#include "desc/table.h"
#include "event/bounds.h"
#include "trace_maps.skel.h"

#define SAME(a, b) _Static_assert((int)(a) == (int)(b), #b)
enum {
	KIND_CSTR, KIND_BYTES, KIND_VECTOR, KIND_FD, KIND_FD_RET, KIND_PID, KIND_FDSET, KIND_RIGHTS, KIND_NETLINK, /* as in bpf/copy.h */
	NUMBER_CONST = 0, NUMBER_ARG, NUMBER_FIELD, NUMBER_RET, NUMBER_DEREF, NUMBER_HEAD, NUMBER_BITS,
	ROW_TEXT = 128,
	PLAN_UNION = 0x8000, /* a plan's number while they are made: index of `unions` */
};
SAME(KIND_CSTR, PLAN_CSTR);
SAME(KIND_BYTES, PLAN_BYTES);
SAME(KIND_VECTOR, PLAN_VECTOR);
SAME(KIND_FD, PLAN_FD);
SAME(KIND_NETLINK, PLAN_NETLINK);
SAME(NUMBER_CONST, FROM_CONST);
SAME(NUMBER_ARG, FROM_ARG);
SAME(NUMBER_FIELD, FROM_FIELD);
SAME(NUMBER_RET, FROM_RET);
SAME(NUMBER_DEREF, FROM_DEREF);
SAME(NUMBER_HEAD, FROM_HEAD);
SAME(NUMBER_BITS, FROM_BITS);
SAME(PLAN_ROWS, PLAN_ROWS_MAX);
SAME(CALL_ABIS, ABI_X32 + 1);
SAME(END_BOXES, BOUNDS_BOXES);
SAME(sizeof(struct call_ends), sizeof(struct bounds));
SAME(offsetof(struct call_ends, box), offsetof(struct bounds, box));

struct plan_tables {
	const struct desc *desc;
	const struct capture_opts *opts;
	struct call_row numbers[CALL_ABIS * CALL_NUMBERS];
	VEC(struct copy_plan) plans;
	VEC(struct copy_plan) unions; /* those of several shapes: they come behind the others */
	VEC(struct call_case) cases;
	struct call_case *placed; /* as map `cases` has them */
	uint32_t case_places;     /* how many places there are, a power of two */
	VEC(struct call_ends) ends; /* the first is not looked at */
	uint32_t masks[CASE_MASKS]; /* of the cases of one call, ioctl(2): those with the most bits first */
	unsigned nmasks;
	const struct call *masked;
	struct map ids;      /* first row and abi → 1 + index of the plan */
};

/* Whether anybody wants what a row is for. */
static bool is_needed(const struct capture_opts *o, const struct plan_row *r)
{
	switch ((enum plan_kind)r->kind) {
	case PLAN_FD:
	case PLAN_FD_RET:
	case PLAN_FDSET:
	case PLAN_RIGHTS:
		return o->fds;
	case PLAN_PID:
		return o->comms;
	default:
		return true;
	}
}

static struct copy_number number(const struct plan_number *n)
{
	return (struct copy_number){.from = n->from, .slot = n->slot, .size = n->size, .shift = n->shift, .value = n->value};
}

static struct copy_row row_of(const struct plan_tables *t, const struct plan_row *r, int shift, enum abi abi)
{
	bool text = !r->cap && (r->kind == PLAN_CSTR || r->kind == PLAN_BYTES);

	return (struct copy_row){
		.kind = r->kind, .phase = r->phase, .parent = (int8_t)(r->parent < 0 ? -1 : r->parent + shift), .slot = r->slot,
		.flags = (uint8_t)(r->flags | (text ? ROW_TEXT : 0)), .word = (uint8_t)abi_word(abi), .offset = r->offset, .unit = r->unit,
		.count = number(&r->count), .fill = number(&r->fill), .cap = r->cap ? r->cap : t->opts->string_bytes,
		.base = r->base, .each = r->each,
	};
}

/* An argument that is a descriptor, or a result. */
static bool is_plain_fd(const struct plan_row *r)
{
	return r->parent < 0 && !r->flags && ((r->kind == PLAN_FD && r->phase == PHASE_ENTRY && r->slot < 6) || (r->kind == PLAN_FD_RET && r->phase == PHASE_EXIT));
}

/* When row `i` of the plan is copied. */
static void mark_row(const struct plan_tables *t, struct copy_plan *p, unsigned i, const struct plan_row *r)
{
	uint16_t bit = (uint16_t)(1u << i);

	if (!is_needed(t->opts, r))
		return;
	if (is_plain_fd(r))
		p->fds |= r->kind == PLAN_FD_RET ? FDS_RESULT : (uint16_t)(1u << r->slot);
	else if (r->phase == PHASE_ENTRY)
		p->entry |= bit;
	else
		p->exit |= bit;
	if (r->phase == PHASE_EXIT && r->flags & PLAN_ALWAYS)
		p->always |= bit;
}

static void add_row(const struct plan_tables *t, struct copy_plan *p, const struct plan_row *r, int shift, enum abi abi)
{
	p->rows[p->nrows] = row_of(t, r, shift, abi);
	mark_row(t, p, p->nrows++, r);
}

static void add_shape(const struct plan_tables *t, struct copy_plan *p, uint16_t shape, enum abi abi)
{
	const struct shape *s = &t->desc->shapes[shape];
	int shift = p->nrows;

	if (shift + s->nplan[abi] > PLAN_ROWS)
		return;
	for (unsigned i = 0; i < s->nplan[abi]; i++)
		add_row(t, p, &t->desc->plans[s->plan[abi] + i], shift, abi);
}

/* Bytes behind an argument, so many whatever the call says. */
static bool is_one_size(const struct copy_row *r)
{
	return r->kind == PLAN_BYTES && r->parent < 0 && r->count.from == FROM_CONST && !(r->flags & PLAN_HAS_FILL);
}

/* Whether one row does for both: it becomes as large as the larger. */
static bool join_rows(struct copy_row *known, const struct copy_row *more)
{
	if (memcmp(known, more, sizeof(*known)) == 0)
		return true;
	if (!is_one_size(known) || !is_one_size(more) || known->phase != more->phase || known->slot != more->slot || (known->flags ^ more->flags) & ROW_TEXT)
		return false;
	uint32_t size = known->unit * known->count.value, size_of_more = more->unit * more->count.value;
	known->unit = 1;
	known->count.value = size > size_of_more ? size : size_of_more;
	known->cap = known->cap > more->cap ? known->cap : more->cap;
	known->flags |= more->flags;
	return true;
}

static void join_row(const struct plan_tables *t, struct copy_plan *p, const struct plan_row *r, enum abi abi)
{
	struct copy_row row = row_of(t, r, 0, abi);
	unsigned i = 0;

	while (i < p->nrows && !join_rows(&p->rows[i], &row))
		i++;
	if (i == PLAN_ROWS)
		return;
	if (i == p->nrows)
		p->rows[p->nrows++] = row;
	mark_row(t, p, i, r);
}

/* Rows within others' bytes stay with these. */
static void join_shape(const struct plan_tables *t, struct copy_plan *p, uint16_t shape, enum abi abi)
{
	const struct shape *s = &t->desc->shapes[shape];
	const struct plan_row *rows = &t->desc->plans[s->plan[abi]];

	for (unsigned i = 0; i < s->nplan[abi]; i++)
		if (rows[i].parent >= 0) {
			add_shape(t, p, shape, abi);
			return;
		}
	for (unsigned i = 0; i < s->nplan[abi]; i++)
		join_row(t, p, &rows[i], abi);
}

/* 1 + the row of what is behind an argument, when that is all of the rows, and nothing is found by what it has; or 0. */
static uint8_t single(const struct copy_plan *p, uint16_t rows)
{
	unsigned row = rows ? (unsigned)__builtin_ctz(rows) : 0;
	const struct copy_row *r = &p->rows[row];
	bool is = rows == 1u << row && !(rows & (p->parents[PHASE_ENTRY] | p->parents[PHASE_EXIT])) && r->parent < 0 && r->slot < 6 &&
		(r->kind == PLAN_CSTR || (r->kind == PLAN_BYTES && !(r->flags & PLAN_FILL_TOTAL))) && !(r->flags & PLAN_IF_NETLINK);

	return is ? (uint8_t)(row + 1) : 0;
}

static void plan_finish(struct copy_plan *p)
{
	for (unsigned i = 0; i < p->nrows; i++) {
		const struct copy_row *r = &p->rows[i];
		if (r->parent < 0)
			continue;
		p->parents[r->phase] |= (uint16_t)(1u << r->parent);
		p->joined |= p->rows[r->parent].phase != r->phase;
	}
	for (unsigned i = 0; i < p->nrows; i++) {
		const struct copy_row *r = &p->rows[i];
		bool elements = r->kind == PLAN_VECTOR || r->count.from == NUMBER_HEAD || (r->unit > 1 && r->count.from != NUMBER_CONST);
		if ((p->parents[PHASE_ENTRY] | p->parents[PHASE_EXIT]) >> i & 1 && elements && p->rows[i].cap > RECORD_PARENT)
			p->rows[i].cap = RECORD_PARENT;
	}
	for (unsigned i = 1; i < p->nrows && !p->joined; i++) {
		bool fresh = true;
		for (unsigned j = i; j < p->nrows; j++)
			fresh &= p->rows[j].parent < 0 || p->rows[j].parent >= (int)i;
		p->fresh |= fresh ? (uint16_t)(1u << i) : 0;
	}
	for (unsigned i = p->nrows; i-- > 0;) { /* who has a parent comes after it */
		const struct copy_row *r = &p->rows[i];
		p->again[i] |= (uint16_t)(p->entry & 1u << i);
		if (r->parent >= 0 && r->phase == PHASE_ENTRY)
			p->again[r->parent] |= p->again[i];
	}
	p->single[PHASE_ENTRY] = single(p, p->entry);
	p->single[PHASE_EXIT] = single(p, p->exit);
}

/* The plan of a shape; many have the same. 0 is the empty one. */
static uint16_t plan_of_shape(struct plan_tables *t, uint16_t shape, enum abi abi)
{
	const struct shape *s = &t->desc->shapes[shape];
	uint64_t key = (uint64_t)s->plan[abi] << 16 | (uint64_t)s->nplan[abi] << 8 | abi;
	struct copy_plan p = {0};

	if (!s->nplan[abi])
		return 0;
	uintptr_t known = (uintptr_t)map_get(&t->ids, key);
	if (known)
		return (uint16_t)(known - 1);
	add_shape(t, &p, shape, abi);
	plan_finish(&p);
	uint16_t id = 0;
	if (p.entry | p.exit | p.fds) { /* somebody wants what some row is for */
		*vec_push(&t->plans) = p;
		id = (uint16_t)(t->plans.len - 1);
	}
	map_put(&t->ids, key, (void *)(uintptr_t)(id + 1u));
	return id;
}

/* Which bits of an argument an expression is: argument, argument & number, or either shifted to the right. */
static bool selector(const struct plan_tables *t, const struct call *c, enum abi abi, struct call_row *row)
{
	const struct desc *d = t->desc;
	const struct expr *e = &d->exprs[c->select];

	row->mask = ~0ull;
	if (e->op == EXPR_SHR && d->exprs[e->b].op == EXPR_CONST) {
		row->shift = (uint8_t)d->exprs[e->b].value;
		e = &d->exprs[e->a];
	}
	if (e->op == EXPR_BITAND && d->exprs[e->b].op == EXPR_CONST) {
		row->mask = (uint64_t)d->exprs[e->b].value;
		e = &d->exprs[e->a];
	}
	if (e->op != EXPR_FIELD || e->b)
		return false;
	const struct field *f = &d->fields[d->shapes[d->cases[c->first_case].shape].first + e->a];
	if (d->types[f->type].size[abi] <= 4)
		row->mask &= UINT32_MAX;
	row->slot = f->reg[abi];
	return row->slot < 6;
}

static bool in_abi(const struct switch_case *one, enum abi abi)
{
	return !one->abis || one->abis >> abi & 1;
}

/* Of several cases of one value the first counts, as in desc_shape(). */
static void add_cases(struct plan_tables *t, const struct call *c, enum abi abi, unsigned nr, const struct call_row *row)
{
	size_t before = t->cases.len;

	for (unsigned i = 0; i < c->nexact; i++) {
		const struct switch_case *one = &t->desc->cases[c->first_case + i];
		uint64_t bits = row->shift ? one->value : one->value & row->mask;
		if (!in_abi(one, abi) || (t->cases.len > before && t->cases.at[t->cases.len - 1].value == bits))
			continue;
		*vec_push(&t->cases) = (struct call_case){.value = bits, .of = case_of(nr, abi, 0), .plan = 1u + plan_of_shape(t, one->shape, abi)};
	}
}

/* The index of a mask, or CASE_MASKS when there are too many. */
static unsigned mask_of(struct plan_tables *t, uint32_t mask)
{
	unsigned i = 0;

	while (i < t->nmasks && t->masks[i] != mask)
		i++;
	if (i == t->nmasks && i < CASE_MASKS)
		t->masks[t->nmasks++] = mask;
	return i;
}

/* Cases of a mask, which are in the order in which they count. False when they cannot be looked up. */
static bool add_masked_cases(struct plan_tables *t, const struct call *c, enum abi abi, unsigned nr, const struct call_row *row)
{
	if (c->nexact == c->ncases || row->shift || row->mask != UINT32_MAX || (t->masked && t->masked != c))
		return false;
	t->masked = c;
	for (unsigned i = c->nexact; i < c->ncases; i++)
		if (mask_of(t, (uint32_t)t->desc->cases[c->first_case + i].mask) == CASE_MASKS)
			return false;
	for (unsigned i = c->ncases; i-- > c->nexact;) { /* of several of one value the first, which is put there last */
		const struct switch_case *one = &t->desc->cases[c->first_case + i];
		if (!in_abi(one, abi))
			continue;
		*vec_push(&t->cases) = (struct call_case){.value = one->value, .of = case_of(nr, abi, 1 + mask_of(t, (uint32_t)one->mask)),
		                                          .plan = 1u + plan_of_shape(t, one->shape, abi)};
	}
	return true;
}

/* The plan of whatever may be of the cases from `first` on, or of none. Decoding takes what it needs. */
static uint16_t plan_of_several(struct plan_tables *t, const struct call *c, unsigned first, enum abi abi)
{
	struct copy_plan p = {0};

	if (first == c->ncases)
		return plan_of_shape(t, c->shape, abi);
	for (unsigned i = first; i < c->ncases; i++)
		if (in_abi(&t->desc->cases[c->first_case + i], abi))
			join_shape(t, &p, t->desc->cases[c->first_case + i].shape, abi);
	join_shape(t, &p, c->shape, abi);
	if (!p.nrows)
		return 0;
	plan_finish(&p);
	*vec_push(&t->unions) = p;
	return (uint16_t)(PLAN_UNION | (t->unions.len - 1));
}

/* What calls tell of their task: another image, and so another name; another name. */
static unsigned flags_of(const struct desc *d, const struct call *c)
{
	const char *name = desc_call_name(d, c);

	if (strcmp(name, "execve") == 0 || strcmp(name, "execveat") == 0)
		return CALL_EXECVE | CALL_TELLS;
	return strcmp(name, "prctl") == 0 ? CALL_TELLS : 0;
}

/* Calls of different numbers mostly ask for the same. */
static uint8_t ends_of(struct plan_tables *t, enum abi abi, unsigned nr)
{
	struct bounds b = {0};
	struct call_ends ends = {0};

	if (!t->opts->bounds)
		return 0;
	t->opts->bounds(t->opts->filter_ctx, abi, nr, &b);
	if (bounds_is_all(&b))
		return 0;
	ends.n = b.n;
	memcpy(ends.box, b.box, b.n * sizeof(b.box[0]));
	for (size_t i = 1; i < t->ends.len; i++)
		if (memcmp(&t->ends.at[i], &ends, sizeof(ends)) == 0)
			return (uint8_t)i;
	if (t->ends.len > UINT8_MAX) /* user space filters, too */
		return 0;
	*vec_push(&t->ends) = ends;
	return (uint8_t)(t->ends.len - 1);
}

/* Where a shape has descriptors. */
static void note_fds(const struct desc *d, const struct shape *s, enum abi abi, struct call_row *row)
{
	for (unsigned i = 0; i < s->count; i++) {
		const struct field *f = &d->fields[s->first + i];
		const struct type *type = &d->types[f->type];
		if (type->kind == TYPE_INT && (type->meaning == MEANING_FD || type->meaning == MEANING_DIRFD) && f->reg[abi] < 6)
			row->fds |= (uint8_t)(1u << f->reg[abi]);
	}
	for (unsigned i = 0; i < s->nplan[abi]; i++) {
		const struct plan_row *r = &d->plans[s->plan[abi] + i];
		if (r->kind == PLAN_FDSET || r->kind == PLAN_RIGHTS || (r->kind == PLAN_FD && (r->parent >= 0 || r->slot >= 6)))
			row->flags |= CALL_FDS;
	}
}

static void note_all_fds(const struct desc *d, const struct call *c, enum abi abi, struct call_row *row)
{
	note_fds(d, &d->shapes[c->shape], abi, row);
	for (unsigned i = 0; c->select && i < c->ncases; i++)
		note_fds(d, &d->shapes[d->cases[c->first_case + i].shape], abi, row);
}

/* What a call does that matters to stacks. */
static uint16_t stack_flags(const struct desc *d, const struct call *c)
{
	static const struct {
		const char *name;
		uint16_t flag;
	} names[] = {
		{"execve", CALL_LEAVES}, {"execveat", CALL_LEAVES}, {"exit", CALL_LEAVES}, {"exit_group", CALL_LEAVES}, {"rt_sigreturn", CALL_LEAVES},
		{"sigreturn", CALL_LEAVES}, {"vfork", CALL_LEAVES}, {"clone", CALL_LEAVES}, {"clone3", CALL_LEAVES},
		{"mmap", CALL_MAPS}, {"mmap2", CALL_MAPS}, {"mprotect", CALL_MAPS}, {"pkey_mprotect", CALL_MAPS},
		{"mremap", CALL_MOVES}, {"shmat", CALL_MOVES}, {"remap_file_pages", CALL_MOVES},
	};
	const char *name = c ? desc_call_name(d, c) : "";

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i].name) == 0)
			return names[i].flag;
	return 0;
}

static void make_row(struct plan_tables *t, enum abi abi, unsigned nr)
{
	const struct desc *d = t->desc;
	uint16_t index = d && nr < d->nnumbers[abi] ? d->numbers[abi][nr] : 0;
	const struct call *c = index ? &d->calls[index] : NULL;
	struct call_row *row = &t->numbers[abi * CALL_NUMBERS + nr];

	if (!t->opts->wanted || t->opts->wanted[abi][nr / 64] >> (nr % 64) & 1)
		row->flags |= CALL_WANTED;
	row->ends = ends_of(t, abi, nr);
	if (!c)
		return;
	row->flags |= (uint16_t)(flags_of(d, c) | (t->opts->stacks ? stack_flags(d, c) : 0));
	if (t->opts->only_fds)
		note_all_fds(d, c, abi, row);
	if (row->flags & CALL_TELLS)
		row->ends = 0;
	if (!c->select || !c->ncases) {
		row->plan = plan_of_shape(t, c->shape, abi);
	} else if (selector(t, c, abi, row)) {
		row->flags |= CALL_SELECT;
		add_cases(t, c, abi, nr, row);
		if (add_masked_cases(t, c, abi, nr, row)) {
			row->flags |= CALL_MASKS;
			row->plan = plan_of_shape(t, c->shape, abi);
		} else {
			row->plan = plan_of_several(t, c, c->nexact, abi);
		}
	} else {
		row->plan = plan_of_several(t, c, 0, abi);
	}
}

/* Whether a call of that number can be left alone by who does not know its ABI. */
static bool is_nowhere(const struct plan_tables *t, unsigned nr)
{
	uint16_t flags = t->numbers[ABI_X86_64 * CALL_NUMBERS + nr].flags | t->numbers[ABI_I386 * CALL_NUMBERS + nr].flags;

	return !(flags & (CALL_WANTED | CALL_EXECVE)) && abi_inner_number(ABI_I386, nr, 1) < 0;
}

/* Unions get their numbers; the first one's. */
static unsigned place_unions(struct plan_tables *t)
{
	unsigned first = (unsigned)t->plans.len;

	for (size_t i = 0; i < CALL_ABIS * CALL_NUMBERS; i++)
		if (t->numbers[i].plan & PLAN_UNION)
			t->numbers[i].plan = (uint16_t)(first + (t->numbers[i].plan & ~PLAN_UNION));
	for (size_t i = 0; i < t->unions.len; i++)
		*vec_push(&t->plans) = t->unions.at[i];
	return first;
}

/* Of several that are the same the last counts. False: one would lie too far behind. */
static bool place_case(struct plan_tables *t, const struct call_case *one)
{
	uint32_t hash = case_hash(one->value, one->of);

	for (uint32_t i = 0; i < CASE_PROBES; i++) {
		struct call_case *place = &t->placed[(hash + i) & (t->case_places - 1)];
		if (place->plan && (place->value != one->value || place->of != one->of))
			continue;
		*place = *one;
		return true;
	}
	return false;
}

static void place_cases(struct plan_tables *t)
{
	size_t placed;

	for (t->case_places = 1; t->case_places < t->cases.len * 2; t->case_places *= 2)
		;
	do {
		free(t->placed);
		t->placed = calloc(t->case_places, sizeof(*t->placed));
		if (!t->placed)
			abort();
		for (placed = 0; placed < t->cases.len && place_case(t, &t->cases.at[placed]); placed++)
			;
	} while (placed < t->cases.len && (t->case_places *= 2));
}

int plan_tables_make(struct trace_maps_bpf *shared, const struct capture_opts *o, struct plan_tables **out, unsigned *first_union)
{
	struct plan_tables *t = calloc(1, sizeof(*t));

	if (!t)
		abort();
	t->desc = o->desc;
	t->opts = o;
	*vec_push(&t->plans) = (struct copy_plan){0};
	*vec_push(&t->ends) = (struct call_ends){0};
	for (int abi = 0; abi < CALL_ABIS; abi++)
		for (unsigned nr = 0; nr < CALL_NUMBERS; nr++)
			make_row(t, (enum abi)abi, nr);
	for (unsigned nr = 0; nr < CALL_NUMBERS; nr++)
		if (is_nowhere(t, nr))
			t->numbers[ABI_X86_64 * CALL_NUMBERS + nr].flags |= CALL_NOWHERE;
	*first_union = place_unions(t);
	place_cases(t);
	int err = bpf_map__set_max_entries(shared->maps.plans, (uint32_t)t->plans.len);
	err = err ? err : bpf_map__set_max_entries(shared->maps.cases, t->case_places);
	err = err ? err : bpf_map__set_max_entries(shared->maps.ends, (uint32_t)t->ends.len);
	if (err) {
		plan_tables_free(t);
		return err;
	}
	*out = t;
	return 0;
}

bool plan_has_uring(const struct plan_tables *t)
{
	bool has = false;

	for (unsigned nr = ABI_URING; nr < ABI_URING_END; nr++)
		has |= (t->numbers[ABI_X86_64 * CALL_NUMBERS + nr].flags & CALL_WANTED) != 0;
	return has;
}

bool plan_has_exec(const struct plan_tables *t)
{
	const unsigned both = CALL_WANTED | CALL_EXECVE;
	bool has = false;

	for (unsigned i = 0; i < CALL_ABIS * CALL_NUMBERS; i++)
		has |= (t->numbers[i].flags & both) == both;
	return has;
}

void plan_masks(const struct plan_tables *t, struct trace_config *config)
{
	memcpy(config->masks, t->masks, sizeof(config->masks));
	config->case_mask = t->case_places - 1;
}

void plan_fds(const struct numset *only, struct trace_config *config)
{
	config->some_fds = only != NULL;
	for (uint32_t fd = 0; only && fd < FD_NUMBERS; fd++)
		config->only_fds[fd / 64] |= (uint64_t)numset_has(only, fd) << fd % 64;
}

/* An array map's elements lie at multiples of 8. */
static int fill_array(struct bpf_map *map, const void *data, size_t size, size_t n)
{
	size_t step = (size + 7) & ~(size_t)7, bytes = (step * n + 4095) & ~(size_t)4095;
	uint8_t *to = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, bpf_map__fd(map), 0);

	if (to == MAP_FAILED)
		return -errno;
	for (size_t i = 0; i < n; i++)
		memcpy(to + i * step, (const uint8_t *)data + i * size, size);
	munmap(to, bytes);
	return 0;
}

int plan_tables_fill(struct trace_maps_bpf *shared, const struct plan_tables *t)
{
	int err = fill_array(shared->maps.numbers, t->numbers, sizeof(*t->numbers), CALL_ABIS * CALL_NUMBERS);

	err = err ? err : fill_array(shared->maps.plans, t->plans.at, sizeof(*t->plans.at), t->plans.len);
	err = err ? err : fill_array(shared->maps.ends, t->ends.at, sizeof(*t->ends.at), t->ends.len);
	err = err ? err : fill_array(shared->maps.cases, t->placed, sizeof(*t->placed), t->case_places);
	if (err)
		diag_error("--engine=ebpf: cannot tell the kernel what to copy: %s", strerror(-err));
	return err;
}

void plan_tables_free(struct plan_tables *t)
{
	if (!t)
		return;
	vec_done(&t->plans);
	vec_done(&t->unions);
	vec_done(&t->cases);
	free(t->placed);
	vec_done(&t->ends);
	map_done(&t->ids);
	free(t);
}

#endif
