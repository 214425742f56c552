/*
 * The copier of the BPF programs: executes plan rows (desc/plan.h) of the call in progress. What capture/copy.h says of blobs holds here,
 * too; but memory that is not present cannot be faulted in, so rows that met some are remembered, and done again at exit (BLOB_LATE).
 *
 * It goes in steps, each a global function of its own, whose state is in memory: the verifier looks at a step once, however many
 * there are. A step copies up to RECORD_CHUNK bytes of one blob.
 */
#ifndef RINGSIDE_CAPTURE_BPF_COPY_H
#define RINGSIDE_CAPTURE_BPF_COPY_H

#include <stdbool.h>

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#include "capture/bpf/kernel.h"
#include "capture/bpf/record.h"
#include "capture/bpf/trace_maps.h"

/* desc/plan.h and event/event.h, which include more than can be had here; ebpf_plan.c asserts that they are the same. */
enum { KIND_CSTR, KIND_BYTES, KIND_VECTOR, KIND_FD, KIND_FD_RET, KIND_PID, KIND_FDSET, KIND_RIGHTS, KIND_NETLINK };
enum { NUMBER_CONST, NUMBER_ARG, NUMBER_FIELD, NUMBER_RET, NUMBER_DEREF, NUMBER_HEAD, NUMBER_BITS };
enum { ROW_HAS_FILL = 1, ROW_FILL_TOTAL = 2, ROW_ALWAYS = 4, ROW_IF_NETLINK = 16, ROW_TEXT = 128 };
enum { STATUS_OK, STATUS_SHORT, STATUS_FAULT, STATUS_LATE, STATUS_SKIPPED };
enum { SLOT_RET = 6, SLOT_SP = 7 };

enum { COPY_STEPS = 32, COPY_ROUNDS = 32, WORDS_AT_A_TIME = 64, WORDS_AT_ONCE = 8 };
#define VECTOR_ENDS (1u << 31)

/* A chunk's length under this is one still. */
enum { RECORD_MASK = RECORD_CHUNK * 2 - 1 };

/* Bounds that the verifier believes: clang knows too well what it may leave out. */
#define bounded(n, mask) ({ __u64 n_ = (n); asm volatile("" : "+r"(n_)); n_ & (mask); })

static __always_inline __u64 register_of(const struct call *c, unsigned slot)
{
	__u64 v = slot < 6 ? c->head.args[bounded(slot, 7) < 6 ? bounded(slot, 7) : 0] : slot == SLOT_SP ? c->head.sp : (__u64)c->head.ret;

	return c->head.abi ? (__u32)v : v; /* i386 and x32 */
}

/* A number of `size` bytes in the data; false when it does not lie below `end`. */
static __always_inline int number_at(const struct call *c, __u32 at, unsigned size, __u32 end, __u64 *out)
{
	if (!size || size > 8 || at + size > end || at > RECORD_DATA - 8)
		return 0;
	__u64 v = *(const __u64 *)(c->data + bounded(at, RECORD_DATA - 1));
	*out = size == 8 ? v : v & ((1ull << (size * 8 & 63)) - 1);
	return 1;
}

/* The same as c->number. The verifier walks through it once, and not at every turn of a loop. */
__attribute__((noinline)) int number_here(struct call *c, __u32 at, __u32 size, __u32 end)
{
	return c ? number_at(c, at, size, end, &c->number) : 0;
}

static __always_inline int number_behind(const struct call *c, const struct copy_number *n, __u64 *out)
{
	__u64 addr = register_of(c, n->slot) + (n->from == NUMBER_HEAD ? n->value : 0), v = 0;
	long err = -1;

	if (n->size == 4)
		err = bpf_probe_read_user(&v, 4, (void *)addr);
	else if (n->size == 8)
		err = bpf_probe_read_user(&v, 8, (void *)addr);
	else if (n->size == 2)
		err = bpf_probe_read_user(&v, 2, (void *)addr);
	else if (n->size == 1)
		err = bpf_probe_read_user(&v, 1, (void *)addr);
	*out = v;
	return err == 0;
}

/* The number that a row's count or fill stands for, within the element at hand, as c->number; false when it cannot be told. */
__attribute__((noinline)) int number_of(struct call *c, const struct copy_number *n, __u32 element, __u32 end)
{
	if (!c || !n)
		return 0;
	switch (n->from) {
	case NUMBER_CONST:
		c->number = n->value;
		return 1;
	case NUMBER_ARG: {
		__u64 v = register_of(c, n->slot);
		if (n->size == 4) /* the rest of the register is not the kernel's to read */
			v = (__u32)v;
		c->number = (v + n->value) >> (n->shift & 63);
		return 1;
	}
	case NUMBER_FIELD:
		return number_at(c, element + n->value, n->size, end, &c->number);
	case NUMBER_RET:
		c->number = c->head.ret < 0 ? 0 : (__u64)c->head.ret;
		return 1;
	case NUMBER_DEREF:
	case NUMBER_HEAD:
		return number_behind(c, n, &c->number);
	case NUMBER_BITS:
		c->number = register_of(c, n->slot) >> (n->shift & 63) & n->value;
		return 1;
	}
	return 0;
}

static __always_inline __u64 times(__u64 a, __u32 b)
{
	return a >> 32 ? ~0ull : a * b;
}

/* Bytes that lie behind a pointer of the row, as far as can be told before reading them. */
static __always_inline __u64 row_bytes(struct call *c, const struct copy_row *r, __u32 element, __u32 end)
{
	__u64 n, fill;

	if (r->kind != KIND_BYTES)
		return r->cap;
	if (!number_of(c, &r->count, element, end))
		return r->base;
	if (r->count.from == NUMBER_HEAD)
		return c->number >> 32 ? ~0ull : times(c->number, r->each) + r->base;
	n = times(c->number, r->unit);
	if (!(r->flags & ROW_HAS_FILL))
		return n;
	if (r->flags & ROW_FILL_TOTAL) {
		n = n < c->total ? n : c->total;
		c->total -= n;
		return n;
	}
	if (!number_of(c, &r->fill, element, end))
		return n;
	fill = times(c->number, r->unit);
	return fill < n ? fill : n;
}

/*
 * The most to copy of a row. What is cut is what people read, and say with -s how much of: numbers, structs, names of files and the like are needed
 * to make sense of the call.
 */
static __always_inline __u32 cap_of(const struct call *c, const struct copy_row *r)
{
	return c->cut_to && r->flags & ROW_TEXT && c->cut_to < r->cap ? c->cut_to : r->cap;
}

/* pressure.h: hands over what there is of the call, and so makes room; false when that cannot be. `fresh`: nothing to come refers to any of it. */
int spill(struct call *c, __u32 fresh);

/* Opens a blob; false when there is none. */
static __always_inline int blob_open(struct call *c, const struct copy_row *r, __u64 addr, __u32 element, __u32 end)
{
	__u64 n = addr ? row_bytes(c, r, element, end) : 0;
	__u32 at = c->head.bytes;

	if (!n)
		return 0;
	if (at >= RECORD_DATA) { /* the record is full */
		if (!spill(c, 0)) {
			c->todo = 0;
			return 0;
		}
		at = c->head.bytes;
	}
	struct record_blob *b = (struct record_blob *)(c->data + bounded(at, RECORD_DATA - 1));
	b->slot = r->slot < 6 ? r->slot : SLOT_RET;
	b->phase = r->phase;
	b->status = STATUS_OK;
	b->row = c->row;
	b->parent = r->parent < 0 ? -1 : (__s16)c->up_number;
	b->again = c->late_now;
	b->index = r->parent < 0 ? 0 : c->up_index;
	b->want = n > 0xffffffff ? 0xffffffff : n;
	b->len = 0;
	b->from = 0;
	b->addr = addr;
	c->blob = at;
	c->head.bytes = at + sizeof(*b);
	c->head.nblobs++;
	c->made[bounded(c->row, PLAN_ROWS - 1)].count++;
	return 1;
}

/* What is behind a blob's bytes begins at a multiple of 8. */
static __always_inline void blob_close(struct call *c, struct record_blob *b, __u8 status)
{
	if (status == STATUS_FAULT && !c->phase && !c->late_now)
		c->late |= 1 << (c->row & 15);
	b->status = c->late_now && status == STATUS_OK ? STATUS_LATE : status;
	c->head.bytes = (c->head.bytes + 7) & ~7u;
	c->open = 0;
}

static __always_inline __u32 blob_has(const struct record_blob *b)
{
	return b->from + b->len;
}

/* The open blob goes on behind what was handed over. Where it is now; NULL: it cannot. */
static __always_inline struct record_blob *blob_continue(struct call *c, const struct record_blob *b)
{
	struct record_blob next = *b;

	if (!spill(c, 0))
		return 0;
	__u32 at = c->head.bytes;
	struct record_blob *here = (struct record_blob *)(c->data + bounded(at, RECORD_DATA - 1));
	next.from += next.len;
	next.len = 0;
	*here = next;
	c->blob = at;
	c->head.bytes = at + sizeof(*here);
	c->head.nblobs++;
	return here;
}

/* The chunk that was just copied may have been the last. */
static __always_inline void blob_grown(struct call *c, const struct copy_row *r, struct record_blob *b, __u32 by)
{
	b->len += by;
	c->head.bytes += by;
	if (blob_has(b) < b->want && blob_has(b) < cap_of(c, r))
		return;
	if (blob_has(b) < b->want && blob_has(b) < r->cap)
		c->head.flags |= RECORD_DEGRADED;
	blob_close(c, b, blob_has(b) < b->want ? STATUS_SHORT : STATUS_OK);
}

static __always_inline void string_more(struct call *c, const struct copy_row *r, struct record_blob *b, __u8 *to, __u32 room)
{
	__u64 from = b->addr + blob_has(b);
	long got = bpf_probe_read_user_str(to, bounded(room, RECORD_MASK) + 1, (void *)from);

	if (got <= 0) {
		/* The last attempt gets what there is before the page that is missing. */
		__u32 to_page = PAGE_BYTES - (from & (PAGE_BYTES - 1));
		if ((c->phase || c->late_now) && to_page < room &&
		    !bpf_probe_read_user(to, bounded(to_page, RECORD_MASK), (void *)from)) {
			b->len += to_page;
			c->head.bytes += to_page;
		}
		blob_close(c, b, STATUS_FAULT);
		return;
	}
	if (got <= room) { /* with its zero */
		b->len += got;
		c->head.bytes += got;
		blob_close(c, b, blob_has(b) < b->want ? STATUS_SHORT : STATUS_OK);
		return;
	}
	blob_grown(c, r, b, room);
}

static __always_inline void bytes_more(struct call *c, const struct copy_row *r, struct record_blob *b, __u8 *to, __u32 room)
{
	__u64 from = b->addr + blob_has(b);

	if (bpf_probe_read_user(to, bounded(room, RECORD_MASK), (void *)from)) {
		__u32 to_page = PAGE_BYTES - (from & (PAGE_BYTES - 1));
		/* As far as this page goes, then. */
		if (to_page >= room || bpf_probe_read_user(to, bounded(to_page, RECORD_MASK), (void *)from))
			to_page = 0;
		b->len += to_page;
		c->head.bytes += to_page;
		blob_close(c, b, STATUS_FAULT);
		return;
	}
	blob_grown(c, r, b, room);
}

/* Bytes of the `n` at c->data + at that are pointers up to a NULL one, that included, of the first WORDS_AT_ONCE; VECTOR_ENDS with it when there was one. */
__attribute__((noinline)) __u32 vector_words(const struct call *c, __u32 at, __u32 n, __u32 word)
{
	__u32 taken = 0, v_at;
	__u64 mask = word == 4 ? (__u32)-1 : -1ull;

	if (!c)
		return 0;
	asm volatile("" : "+r"(mask)); /* no branch at every turn, which would double the verifier's paths */
	for (__u32 i = 0; i < WORDS_AT_ONCE; i++) {
		if (taken + word > n)
			break;
		v_at = bounded(at + taken, RECORD_DATA - 1);
		__u64 v = *(const __u64 *)(c->data + v_at);
		taken += word;
		if (!(v & mask))
			return taken | VECTOR_ENDS;
	}
	return taken;
}

/* The same of the first WORDS_AT_A_TIME. */
__attribute__((noinline)) __u32 vector_bytes(const struct call *c, __u32 at, __u32 n, __u32 word)
{
	__u32 taken = 0, some = 1;

	for (__u32 i = 0; i < WORDS_AT_A_TIME / WORDS_AT_ONCE && some && !(some & VECTOR_ENDS); i++) {
		some = vector_words(c, at + taken, n - taken, word);
		taken += some;
	}
	return taken;
}

static __always_inline void vector_more(struct call *c, const struct copy_row *r, struct record_blob *b, __u8 *to, __u32 room)
{
	__u64 from = b->addr + blob_has(b);
	__u32 word = r->word == 4 ? 4 : 8, n = WORDS_AT_A_TIME * word;
	__u32 to_page = PAGE_BYTES - (from & (PAGE_BYTES - 1));

	n = n < room ? n : room;
	n = n < to_page ? n : to_page;
	if (bpf_probe_read_user(to, bounded(n, RECORD_MASK), (void *)from)) {
		blob_close(c, b, STATUS_FAULT);
		return;
	}
	__u32 taken = vector_bytes(c, c->head.bytes, n, word), ended = taken & VECTOR_ENDS;
	taken &= ~VECTOR_ENDS;
	if (!taken) { /* a word across pages: not worth more */
		blob_close(c, b, STATUS_FAULT);
		return;
	}
	b->len += taken;
	c->head.bytes += taken;
	if (ended || blob_has(b) >= b->want)
		blob_close(c, b, blob_has(b) < b->want ? STATUS_SHORT : STATUS_OK);
}

/* The next chunk of the open blob. */
__attribute__((noinline)) int blob_more(struct call *c, const struct copy_row *r)
{
	if (!c || !r)
		return 0;
	__u32 at = c->head.bytes;
	struct record_blob *b = (struct record_blob *)(c->data + bounded(c->blob, RECORD_DATA - 1));
	__u32 limit = b->want < cap_of(c, r) ? b->want : cap_of(c, r);

	__u32 has = blob_has(b);
	if (at >= RECORD_DATA && has < limit) {
		b = blob_continue(c, b);
		at = c->head.bytes;
		if (!b) {
			blob_close(c, (struct record_blob *)(c->data + bounded(c->blob, RECORD_DATA - 1)), has ? STATUS_SHORT : STATUS_SKIPPED);
			return 0;
		}
	}
	if (has >= limit) {
		blob_close(c, b, STATUS_SKIPPED);
		return 0;
	}
	__u32 room = limit - has;
	room = room < RECORD_CHUNK ? room : RECORD_CHUNK;
	__u8 *to = c->data + bounded(at, RECORD_DATA - 1);
	if (r->kind == KIND_CSTR)
		string_more(c, r, b, to, room);
	else if (r->kind == KIND_VECTOR)
		vector_more(c, r, b, to, room);
	else
		bytes_more(c, r, b, to, room);
	return 0;
}

/* Where the next pointer of the row is found; false when this step has none. */
static __always_inline int pointer_next(struct call *c, const struct copy_plan *p, const struct copy_row *r, __u64 *addr, __u32 *element,
                                        __u32 *end)
{
	struct copy_made *made = &c->made[bounded(c->row, PLAN_ROWS - 1)];

	if (!c->begun) {
		made->first = (c->head.bytes + 7) & ~7u;
		made->count = 0;
		made->number = c->head.nblobs;
		c->total = ~0ull;
		if (r->flags & ROW_FILL_TOTAL && number_of(c, &r->fill, 0, 0))
			c->total = c->number;
	}
	*element = *end = 0;
	if (r->parent < 0) {
		*addr = register_of(c, r->slot);
		return 1;
	}
	if (!c->begun) {
		struct copy_made *up = &c->made[bounded((__u8)r->parent, PLAN_ROWS - 1)];
		c->up = up->first;
		c->up_left = up->count;
		c->up_number = up->number;
		c->up_offset = c->up_index = 0;
		c->begun = 1;
	}
	if (!c->up_left || c->up >= RECORD_DATA) {
		c->row++;
		c->begun = 0;
		return 0;
	}
	struct record_blob *b = (struct record_blob *)(c->data + bounded(c->up, RECORD_DATA - 1));
	__u32 step = p->rows[bounded((__u8)r->parent, PLAN_ROWS - 1)].unit, at = c->up + sizeof(*b);
	if (c->up_offset >= b->len) {
		c->up = (at + b->len + 7) & ~7u;
		c->up_left--;
		c->up_number++;
		c->up_offset = c->up_index = 0;
		return 0;
	}
	*element = at + c->up_offset;
	*end = at + b->len;
	int found = number_at(c, *element + r->offset, r->word, *end, addr);
	if (c->up_offset)
		c->up_index++;
	c->up_offset = step > 1 ? c->up_offset + step : b->len;
	return found;
}

/* notes.h: what a row wants to know of the numbers at hand. */
int note_numbers(struct call *c, const struct copy_row *r, __u32 element, __u32 end);

static __always_inline int step(struct call *c, const struct copy_plan *p, bool notes)
{
	__u64 addr;
	__u32 element, end;

	if (!c || !p || !(c->todo >> (c->row & 15)) || c->row >= PLAN_ROWS)
		return 0;
	const struct copy_row *r = &p->rows[bounded(c->row, PLAN_ROWS - 1)];
	if (!(c->todo >> (c->row & 15) & 1) || (r->flags & ROW_IF_NETLINK && !c->netlink)) {
		c->row++;
		return 1;
	}
	if (!c->open) {
		if (!c->begun && p->fresh >> (c->row & 15) & 1 && c->head.bytes > RECORD_DATA / 4)
			spill(c, 1);
		int found = pointer_next(c, p, r, &addr, &element, &end);
		if (r->kind > KIND_VECTOR) {
			if (notes && (found || element != end))
				note_numbers(c, r, element, end);
		} else if (found) {
			c->open = blob_open(c, r, addr, element, end);
		}
		if (!found && r->parent >= 0)
			return 1;
	}
	if (c->open)
		blob_more(c, r);
	if (!c->open && r->parent < 0) {
		c->row++;
		c->begun = 0;
	}
	return 1;
}

/* One step; false when there are no more. */
__attribute__((noinline)) int copy_step(struct call *c, const struct copy_plan *p)
{
	return step(c, p, true);
}

/* Some steps; false when there are no more. */
__attribute__((noinline)) int copy_some(struct call *c, const struct copy_plan *p)
{
	for (int i = 0; i < COPY_STEPS; i++)
		if (!copy_step(c, p))
			return 0;
	return 1;
}

/* The same of a plan whose numbers are not to be noted: half as much for the verifier to walk through. */
__attribute__((noinline)) int copy_memory_step(struct call *c, const struct copy_plan *p)
{
	return step(c, p, false);
}

__attribute__((noinline)) int copy_memory(struct call *c, const struct copy_plan *p)
{
	for (int i = 0; i < COPY_STEPS; i++)
		if (!copy_memory_step(c, p))
			return 0;
	return 1;
}

/*
 * What copying comes to most often: what is behind one argument is all there is, and it comes at once. False: it is for the steps above to do, which would
 * do the same.
 */
static __always_inline bool copy_single(struct call *c, const struct copy_plan *p, __u8 phase)
{
	__u32 row = p->single[phase] - 1, at = c->head.bytes;
	const struct copy_row *r = &p->rows[bounded(row, PLAN_ROWS - 1)];
	__u64 addr = register_of(c, r->slot), want = addr ? row_bytes(c, r, 0, 0) : 0;
	__u32 room = want < r->cap ? want : r->cap;
	bool string = r->kind == KIND_CSTR;

	if (!want)
		return true;
	if (string && room > RECORD_CHUNK) /* few are as long as they may be */
		room = RECORD_CHUNK;
	if (at >= RECORD_DATA || room > RECORD_CHUNK || c->cut_to)
		return false;
	struct record_blob *b = (struct record_blob *)(c->data + bounded(at, RECORD_DATA - 1));
	long got = string ? bpf_probe_read_user_str(b + 1, bounded(room, RECORD_MASK) + 1, (void *)addr)
		: bpf_probe_read_user(b + 1, bounded(room, RECORD_MASK), (void *)addr) ? 0 : room;
	if (got <= 0 || got > room)
		return false;
	*b = (struct record_blob){
		.slot = r->slot, .phase = phase, .status = (__u64)got < want ? STATUS_SHORT : STATUS_OK, .row = row, .parent = -1,
		.want = want > 0xffffffff ? 0xffffffff : want, .len = got, .addr = addr,
	};
	c->head.bytes = (at + sizeof(*b) + got + 7) & ~7u;
	c->head.nblobs++;
	return true;
}

typedef int copy_steps(struct call *c, const struct copy_plan *p);

/* Executes rows, given as bits, by copy_some() or copy_memory(). */
static __always_inline void copy_rows_by(copy_steps *some, struct call *c, const struct copy_plan *p, __u16 rows, __u8 phase)
{
	c->todo = rows;
	c->phase = phase;
	c->row = 0;
	c->begun = c->open = 0;
	for (int i = 0; i < COPY_ROUNDS; i++)
		if (!some(c, p))
			break;
}

static __always_inline void copy_rows(struct call *c, const struct copy_plan *p, __u16 rows, __u8 phase)
{
	copy_rows_by(copy_some, c, p, rows, phase);
}

/* Once more what was not there at entry, and what hangs on it. */
static __always_inline void copy_late(struct call *c, const struct copy_plan *p, copy_steps *some)
{
	__u16 rows = 0;

	for (int i = 0; i < PLAN_ROWS; i++)
		rows |= p->again[i] & -(c->late >> i & 1); /* no branch, of which the verifier goes along both ways */
	c->late_now = 1;
	copy_rows_by(some, c, p, rows, 0);
	c->late_now = 0;
	c->late = 0;
}

#endif
