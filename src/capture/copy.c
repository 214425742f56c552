/* Executing capture plans: see copy.h. Names of descriptors are fdinfo's business, the bytes of a task copy_read's. */
#include "capture/copy.h"

#include <string.h>
#include <sys/socket.h>

#include "base/numset.h"
#include "capture/fdinfo.h"
#include "capture/memory.h"

enum {
	FIRST_CHUNK = 256,       /* bytes of a string asked for at first; most are shorter */
	MORE_BYTES = 512,
	CALL_BYTES = 64 << 20,   /* most bytes copied for one call */
	CALL_BLOBS = 16384,
	PAGE_BYTES = 4096,
};

/* A phase of a call being copied. */
struct job {
	struct copy *c;
	const struct capture_opts *o;
	const struct copy_call *call;
	enum phase phase;
	uint32_t ready;      /* rows whose blobs are complete, as bits: those of the other phase, and those done in this one */
	uint32_t first_open; /* blobs from here on still want bytes */
	bool whole_read, whole_written; /* buffers are copied whatever their length: those that the call fills, those it is given */
	size_t bytes;
	uint64_t total_left[PLAN_ROWS_MAX]; /* PLAN_FILL_TOTAL: what the elements so far have left */
};

void copy_reset(struct copy *c)
{
	arena_reset(&c->arena);
	c->blobs.len = 0;
	memset(c->rows, 0, sizeof(c->rows));
}

void copy_done(struct copy *c)
{
	arena_done(&c->arena);
	vec_done(&c->blobs);
	vec_done(&c->open);
}

void copy_bytes(struct copy *c, uint8_t slot, enum phase phase, uint64_t addr, const void *data, uint32_t len)
{
	uint8_t *room = arena_alloc(&c->arena, len);

	memcpy(room, data, len);
	*vec_push(&c->blobs) = (struct blob){
		.slot = slot, .phase = phase, .status = BLOB_OK, .row = UINT8_MAX, .parent = -1,
		.want = len, .len = len, .addr = addr, .data = room,
	};
}

/* A little-endian number in copied bytes; false when they don't hold it whole. */
static bool number_in(const struct blob *b, uint64_t offset, unsigned size, uint64_t *out)
{
	if (!size || size > 8 || offset > b->len || b->len - offset < size)
		return false;
	*out = 0;
	memcpy(out, b->data + offset, size);
	return true;
}

static const struct blob *blob_at(const struct job *j, uint64_t addr, enum phase phase)
{
	for (size_t i = 0; i < j->first_open; i++) {
		const struct blob *b = &j->c->blobs.at[i];
		if (b->phase == phase && b->slot < BLOB_FD && addr >= b->addr && addr - b->addr < b->len)
			return b;
	}
	return NULL;
}

static uint64_t register_of(const struct job *j, unsigned slot)
{
	uint64_t v = slot < 6 ? j->call->args[slot] : slot == REG_SP ? j->call->sp : (uint64_t)j->call->ret;

	return abi_word(j->call->abi) == 4 ? (uint32_t)v : v;
}

/* *argument, from what was copied or else directly. */
static bool number_behind(const struct job *j, const struct plan_number *n, uint64_t *out)
{
	uint64_t addr = register_of(j, n->slot) + (n->from == FROM_HEAD ? n->value : 0);
	const struct blob *b = blob_at(j, addr, j->phase);

	if (b && number_in(b, addr - b->addr, n->size, out))
		return true;
	*out = 0;
	return n->size <= 8 && addr && memory_read(j->call->tid, addr, out, n->size) == n->size;
}

/* The number a row's count or fill stands for, within element `offset` of `parent`. Negative numbers count as none. */
static bool number_of(const struct job *j, const struct plan_number *n, const struct blob *parent, uint64_t offset, uint64_t *out)
{
	switch ((enum plan_from)n->from) {
	case FROM_CONST:
		*out = n->value;
		return true;
	case FROM_ARG:
		*out = register_of(j, n->slot);
		if (n->size == 4) /* the rest of the register is not the kernel's to read */
			*out = (uint32_t)*out;
		*out = (*out + n->value) >> n->shift;
		return true;
	case FROM_FIELD:
		return parent && number_in(parent, offset + n->value, n->size, out);
	case FROM_RET:
		*out = j->call->failed || j->call->ret < 0 ? 0 : (uint64_t)j->call->ret;
		return true;
	case FROM_DEREF:
	case FROM_HEAD:
		return number_behind(j, n, out);
	case FROM_BITS:
		*out = register_of(j, n->slot) >> n->shift & n->value;
		return true;
	}
	return false;
}

static uint64_t times(uint64_t a, uint64_t b)
{
	uint64_t product;

	return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}

/* Bytes that the kernel filled of a buffer that can hold `room`. */
static uint64_t filled(struct job *j, unsigned row, const struct blob *parent, uint64_t offset, uint64_t room)
{
	const struct plan_row *r = &j->call->plan[row];
	uint64_t n;

	if (!(r->flags & PLAN_HAS_FILL))
		return room;
	if (r->flags & PLAN_FILL_TOTAL) {
		n = j->total_left[row] < room ? j->total_left[row] : room;
		j->total_left[row] -= n;
		return n;
	}
	if (!number_of(j, &r->fill, parent, offset, &n))
		return room;
	n = times(n, r->unit);
	return n < room ? n : room;
}

static uint64_t limit_of(const struct job *j, const struct plan_row *r)
{
	if (r->cap)
		return r->cap;
	/* What a call is given may be copied at its exit, too: sendmmsg(2). */
	bool given = j->phase == PHASE_ENTRY || r->flags & PLAN_ALWAYS, got = j->phase == PHASE_EXIT;
	bool whole = (given && j->whole_written) || (got && j->whole_read);
	return whole && r->kind == PLAN_BYTES ? CALL_BYTES : j->o->string_bytes;
}

/* How many bytes lie behind a pointer of the row, as far as can be told before reading them. */
static uint64_t wanted(struct job *j, unsigned row, const struct blob *parent, uint64_t offset)
{
	const struct plan_row *r = &j->call->plan[row];
	uint64_t count;

	if (r->kind == PLAN_CSTR || r->kind == PLAN_VECTOR)
		return limit_of(j, r);
	if (!number_of(j, &r->count, parent, offset, &count))
		return r->base; /* FROM_HEAD: not even that can be read, as far as it goes */
	if (r->count.from == FROM_HEAD)
		return times(count, r->each) < UINT64_MAX - r->base ? times(count, r->each) + r->base : UINT64_MAX;
	return filled(j, row, parent, offset, times(count, r->unit));
}

/* Opens a blob for the memory at `addr`; its bytes come with the next read. */
static void want(struct job *j, unsigned row, uint64_t addr, const struct blob *parent, uint64_t offset, uint32_t index)
{
	const struct plan_row *r = &j->call->plan[row];
	int16_t parent_index = parent ? (int16_t)(parent - j->c->blobs.at) : -1;
	uint64_t n = addr ? wanted(j, row, parent, offset) : 0;

	if (!n || j->c->blobs.len >= CALL_BLOBS)
		return;
	uint64_t limit = limit_of(j, r);
	uint64_t room = n < limit ? n : limit;
	struct blob *b = vec_push(&j->c->blobs);
	*b = (struct blob){
		.slot = r->slot < 6 ? r->slot : BLOB_RET, .phase = (uint8_t)j->phase, .status = BLOB_OK, .row = (uint8_t)row,
		.parent = parent_index, .index = index, .want = n > UINT32_MAX ? UINT32_MAX : (uint32_t)n, .addr = addr,
	};
	if (!room || j->bytes + room > CALL_BYTES) {
		b->status = room ? BLOB_SKIPPED : BLOB_SHORT;
		return;
	}
	j->bytes += r->kind == PLAN_CSTR && room > FIRST_CHUNK ? FIRST_CHUNK : room;
}

/* Calls `visit` for every place where the row's pointer (or number) lies in memory that the parent row copied. */
static void each_element(struct job *j, unsigned row,
                         void (*visit)(struct job *j, unsigned row, uint32_t parent, uint64_t offset, uint32_t index))
{
	const struct plan_row *r = &j->call->plan[row], *up = &j->call->plan[r->parent];
	uint32_t first = j->c->rows[r->parent].first, last = first + j->c->rows[r->parent].count;

	for (uint32_t p = first; p < last; p++) {
		uint32_t step = up->unit > 1 ? up->unit : UINT32_MAX;
		uint32_t len = j->c->blobs.at[p].len;
		for (uint64_t at = 0; at < len; at += step)
			visit(j, row, p, at, (uint32_t)(at / step));
	}
}

static void want_pointed(struct job *j, unsigned row, uint32_t parent, uint64_t offset, uint32_t index)
{
	const struct blob *p = &j->c->blobs.at[parent];
	uint64_t addr;

	if (number_in(p, offset + j->call->plan[row].offset, abi_word(j->call->abi), &addr))
		want(j, row, addr, p, offset, index);
}

static void note(struct job *j, const struct plan_row *r, uint64_t number)
{
	if (r->kind == PLAN_NETLINK) {
		fdinfo_netlink(j->c, j->call->tid, j->phase, (int32_t)number);
	} else if (r->kind == PLAN_PID) {
		fdinfo_pid(j->c, j->o, j->call->tid, j->phase, (pid_t)(int32_t)number);
	} else if (j->o->fds) {
		fdinfo_note(j->c, j->o, j->call->tid, j->phase, (int32_t)number);
	}
}

/* The descriptors that the bits of a number stand for, which is the index-th of its array. */
static void note_bits(struct job *j, const struct plan_row *r, const struct blob *bits, uint64_t offset, uint32_t index)
{
	uint64_t number;

	if (!j->o->fds || !number_in(bits, offset + r->offset, r->unit, &number))
		return;
	for (unsigned bit = 0; bit < r->unit * 8; bit++)
		if (number >> bit & 1)
			note(j, r, index * r->unit * 8 + bit);
}

/* The descriptors in control messages: cmsg(3). */
static void note_rights(struct job *j, const struct plan_row *r, uint32_t messages)
{
	unsigned word = abi_word(j->call->abi);
	uint64_t head = word + 8, len, level, type, fd;

	if (!j->o->fds)
		return;
	for (uint64_t at = 0;; at += (len + word - 1) / word * word) {
		const struct blob *b = &j->c->blobs.at[messages];
		if (!number_in(b, at, word, &len) || !number_in(b, at + word, 4, &level) || !number_in(b, at + word + 4, 4, &type) ||
		    len < head || len > b->len)
			return;
		for (uint64_t i = head; level == SOL_SOCKET && type == SCM_RIGHTS && i + 4 <= len; i += 4)
			if (number_in(&j->c->blobs.at[messages], at + i, 4, &fd)) /* a note may move the blobs */
				note(j, r, fd);
	}
}

static void note_numbers(struct job *j, unsigned row, uint32_t parent, uint64_t offset, uint32_t index)
{
	const struct plan_row *r = &j->call->plan[row];
	uint64_t count, number;

	if (r->kind == PLAN_FDSET) {
		note_bits(j, r, &j->c->blobs.at[parent], offset, index);
		return;
	}
	if (r->kind == PLAN_RIGHTS) {
		note_rights(j, r, parent);
		return;
	}
	if (!number_of(j, &r->count, &j->c->blobs.at[parent], offset, &count))
		return;
	for (uint64_t i = 0; i < count; i++) {
		if (!number_in(&j->c->blobs.at[parent], offset + r->offset + i * r->unit, r->unit, &number))
			return;
		note(j, r, number);
	}
}

static void gather_notes(struct job *j, unsigned row)
{
	const struct plan_row *r = &j->call->plan[row];

	if (r->parent >= 0) {
		each_element(j, row, note_numbers);
	} else if (r->kind == PLAN_FD_RET || r->slot >= 6) {
		if (j->call->ret >= 0)
			note(j, r, (uint64_t)j->call->ret);
	} else {
		note(j, r, j->call->args[r->slot]);
	}
}

static bool is_note(const struct plan_row *r)
{
	return r->kind == PLAN_FD || r->kind == PLAN_FD_RET || r->kind == PLAN_PID || r->kind == PLAN_FDSET || r->kind == PLAN_RIGHTS ||
	       r->kind == PLAN_NETLINK;
}

static void gather(struct job *j, unsigned row)
{
	const struct plan_row *r = &j->call->plan[row];

	j->c->rows[row].first = (uint32_t)j->c->blobs.len;
	if (r->flags & PLAN_FILL_TOTAL && !number_of(j, &r->fill, NULL, 0, &j->total_left[row]))
		j->total_left[row] = UINT64_MAX;
	if (is_note(r))
		gather_notes(j, row);
	else if (r->parent >= 0)
		each_element(j, row, want_pointed);
	else
		want(j, row, register_of(j, r->slot), NULL, 0, 0);
	j->c->rows[row].count = is_note(r) ? 0 : (uint32_t)j->c->blobs.len - j->c->rows[row].first;
}

/* Whether the call's descriptor was found to be a netlink socket. */
static bool is_netlink(const struct job *j)
{
	for (size_t i = 0; i < j->c->blobs.len; i++)
		if (j->c->blobs.at[i].slot == BLOB_NETLINK)
			return true;
	return false;
}

static bool applies(const struct job *j, const struct plan_row *r)
{
	if (r->phase != j->phase || (r->flags & PLAN_IF_NETLINK && !is_netlink(j)))
		return false;
	return j->phase == PHASE_ENTRY || !j->call->failed || r->flags & PLAN_ALWAYS;
}

/* Whether what a length needs was asked for in this phase but has not arrived yet. */
static bool waits(const struct job *j, const struct plan_row *r)
{
	const struct plan_number *n = r->flags & PLAN_HAS_FILL && r->fill.from == FROM_DEREF ? &r->fill : &r->count;

	if (is_note(r) || n->from != FROM_DEREF)
		return false;
	for (unsigned i = 0; i < j->call->nplan; i++) {
		const struct plan_row *of = &j->call->plan[i];
		if (of != r && of->parent < 0 && of->slot == n->slot && !is_note(of) && applies(j, of) && !(j->ready >> i & 1))
			return true;
	}
	return false;
}

static bool can_gather(const struct job *j, unsigned row)
{
	const struct plan_row *r = &j->call->plan[row];

	if (j->ready >> row & 1 || !applies(j, r))
		return false;
	return (r->parent < 0 || j->ready >> r->parent & 1) && !waits(j, r);
}

/* Bytes to ask for next of a blob that has `have`. What ends at a zero comes in growing chunks, the first within a page. */
static uint32_t next_chunk(const struct plan_row *r, const struct blob *b, uint64_t limit, uint32_t have)
{
	uint64_t left = (b->want < limit ? b->want : limit) - have;
	uint64_t to_page = PAGE_BYTES - b->addr % PAGE_BYTES;
	uint64_t chunk = left;

	if (r->kind != PLAN_BYTES)
		chunk = have ? have + (uint64_t)MORE_BYTES : to_page < FIRST_CHUNK ? to_page : FIRST_CHUNK;
	return (uint32_t)(chunk < left ? chunk : left);
}

/* Where a vector's terminating NULL ends, or 0. Elements may straddle chunks, so look at whole words only. */
static uint32_t vector_end(const uint8_t *data, uint32_t len, unsigned word)
{
	static const uint8_t zero[8];

	for (uint32_t i = 0; i + word <= len; i += word)
		if (memcmp(data + i, zero, word) == 0)
			return i + word;
	return 0;
}

/* Looks at a chunk that came; whether the blob is complete. */
static bool take_chunk(const struct job *j, struct blob *b, uint32_t asked, uint32_t got)
{
	const struct plan_row *r = &j->call->plan[b->row];
	uint64_t limit = limit_of(j, r);
	uint32_t before = b->len;

	b->len += got;
	if (r->kind == PLAN_CSTR) {
		const uint8_t *nul = memchr(b->data + before, 0, got);
		if (nul) {
			b->len = (uint32_t)(nul - b->data) + 1;
			b->status = b->len < b->want ? BLOB_SHORT : BLOB_OK;
			return true;
		}
	} else if (r->kind == PLAN_VECTOR) {
		uint32_t end = vector_end(b->data, b->len, abi_word(j->call->abi));
		if (end) {
			b->len = end;
			b->status = b->len < b->want ? BLOB_SHORT : BLOB_OK;
			return true;
		}
	}
	if (got < asked) {
		b->status = BLOB_FAULT;
		return true;
	}
	if (b->len < b->want && b->len < limit)
		return false;
	b->status = b->len < b->want ? BLOB_SHORT : BLOB_OK;
	return true;
}

/* Room for the next chunk, the bytes so far moved there when they were elsewhere. */
static uint8_t *chunk_room(struct job *j, struct blob *b, uint32_t chunk)
{
	uint8_t *data = arena_alloc(&j->c->arena, (size_t)b->len + chunk);

	if (b->len)
		memcpy(data, b->data, b->len);
	b->data = data;
	return data + b->len;
}

/* Reads for all open blobs at once, until each has what it wants. */
static void read_open(struct job *j)
{
	struct memory_range ranges[MEMORY_RANGES];
	uint32_t owners[MEMORY_RANGES];

	j->c->open.len = 0;
	for (uint32_t i = j->first_open; i < j->c->blobs.len; i++)
		if (j->c->blobs.at[i].status == BLOB_OK && !j->c->blobs.at[i].data)
			*vec_push(&j->c->open) = i;
	while (j->c->open.len) {
		unsigned n = 0;
		for (; n < j->c->open.len && n < MEMORY_RANGES; n++) {
			struct blob *b = &j->c->blobs.at[j->c->open.at[n]];
			const struct plan_row *r = &j->call->plan[b->row];
			uint32_t chunk = next_chunk(r, b, limit_of(j, r), b->len);
			ranges[n] = (struct memory_range){b->addr + b->len, chunk_room(j, b, chunk), chunk, 0};
			owners[n] = j->c->open.at[n];
		}
		memory_read_ranges(j->call->tid, ranges, n);
		size_t kept = 0;
		for (unsigned i = 0; i < n; i++)
			if (!take_chunk(j, &j->c->blobs.at[owners[i]], (uint32_t)ranges[i].len, (uint32_t)ranges[i].got))
				j->c->open.at[kept++] = owners[i];
		memmove(&j->c->open.at[kept], &j->c->open.at[n], (j->c->open.len - n) * sizeof(*j->c->open.at));
		j->c->open.len -= n - kept;
	}
	j->first_open = (uint32_t)j->c->blobs.len;
}

static bool wants_whole(const struct numset *of, const struct copy_call *call)
{
	return of && numset_has(of, (uint32_t)call->args[0]);
}

void copy_rows(struct copy *c, const struct capture_opts *o, const struct copy_call *call, enum phase phase)
{
	struct job j = {.c = c, .o = o, .call = call, .phase = phase, .first_open = (uint32_t)c->blobs.len};
	uint32_t level;

	j.whole_read = wants_whole(o->whole_read, call);
	j.whole_written = wants_whole(o->whole_write, call);
	for (unsigned i = 0; i < call->nplan && i < PLAN_ROWS_MAX; i++)
		if (call->plan[i].phase != phase)
			j.ready |= 1u << i;
	do {
		level = 0;
		for (unsigned i = 0; i < call->nplan && i < PLAN_ROWS_MAX; i++) {
			if (can_gather(&j, i)) {
				gather(&j, i);
				level |= 1u << i;
			}
		}
		read_open(&j);
		j.ready |= level;
	} while (level);
}
