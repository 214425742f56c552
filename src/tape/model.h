/*
 * How events become columns: the model that writing and reading share, private to encode.c and decode.c.
 *
 * Each event has a *form*, a number for all that events of its sort have in common (kind, call, outcome, which fields it has, what
 * its blobs are and where their addresses come from), and a task. What is left are numbers, each in the lane of its slot and call, so
 * that like follows like; and bytes, of which each different run is stored once. Numbers are told as the difference from what the
 * model expects. The model sees the same past on both sides, so the code_*() functions are written once: with `put` they write what
 * they are given, else they return what was written. `put` is a constant wherever they are called.
 */
#ifndef RINGSIDE_TAPE_MODEL_H
#define RINGSIDE_TAPE_MODEL_H

#include "base/vec.h"
#include "event/event.h"
#include "tape/dirents.h"
#include "tape/format.h"
#include "tape/sized.h"

enum {
	CONTEXTS = 4096,     /* expectations, by a hash of what they are about; collisions cost bytes, not truth */
	CALLS = 1024,
	FORM_GUESSES = 4096,
	CONTENT_GUESSES = 32768,
	FORMS_MAX = 16384,
	GROUPS_MAX = 4096,
	STRUCT_BYTES_MAX = 256, /* blobs that are not text have a lane for each length up to this, and one for longer ones */
	ARGS = 6,
};

/* Fields that a form's events have; the others are 0. */
enum {
	HAS_EXIT = 1, HAS_RET = 2, HAS_IP = 4, HAS_SP = 8, HAS_CPU = 16, HAS_SIGNO = 32, HAS_STATUS = 64, HAS_OLD_TID = 128,
	HAS_PARENT = 256, HAS_LOST = 512,
	AS_ENTERED = 1024, /* a call whose registers and time of entry are those of the ENTERED event before */
	AS_BLOBS = 2048,   /* ... and whose first blobs are those of that event; the form has those that follow */
	FIELDS_ALL = 4095
};

enum addr_as {
	ADDR_TOLD,
	ADDR_ARG,     /* args[slot] */
	ADDR_RET,
	ADDR_POINTER, /* in the parent's bytes, at pointer_at */
	ADDR_INT_RET, /* the low 32 bits, with their sign */
	ADDR_INT_ARG, /* ... of args[addr_as - ADDR_INT_ARG] */
	ADDR_TID = ADDR_INT_ARG + ARGS,
	ADDR_AS_END,
};

enum want_as { WANT_TOLD, WANT_LEN, WANT_RET, WANT_NEXT_ARG /* args[slot + 1] */, WANT_AS_END };

/* What the blob at one place in a form's events has in common. No padding: compared as bytes. */
struct blob_kind {
	uint8_t slot, phase, status, row;
	uint8_t addr_as, want_as;
	int16_t parent;
	uint16_t pad, zero;
	uint32_t index;
	uint32_t pointer_at;
};

/* Likewise of an event; what is compared ends before first_blob. */
struct form {
	uint8_t kind, abi, outcome, announced;
	uint16_t fields;
	uint8_t nargs; /* arguments after these are 0 */
	uint8_t zero;
	uint64_t nr;
	uint32_t nblobs;
	uint32_t first_blob;
	uint32_t group;
};

enum {
	LANE_RET,
	LANE_ARG,
	LANE_IP = LANE_ARG + ARGS,
	LANE_SP,
	LANE_CPU,
	LANE_MISC,
	LANE_CONTENT,
	LANE_LEN,
	LANE_WANT,
	LANE_ADDR,
	LANES
};

/* Which lanes of all groups make up a stream. */
struct lane_set {
	uint8_t stream, first, count;
};
static const struct lane_set lane_sets[] = {
	{STREAM_RET, LANE_RET, 1},     {STREAM_CPU, LANE_CPU, 1},   {STREAM_ARGS, LANE_ARG, ARGS},
	{STREAM_ADDRESSES, LANE_IP, 2}, {STREAM_MISC, LANE_MISC, 1}, {STREAM_BLOBS, LANE_CONTENT, 4},
};

/* Events of one kind, ABI and call. */
struct group {
	uint8_t kind, abi;
	uint64_t nr;
	uint64_t events, errors;
	struct lane lanes[LANES];
};

struct number {
	uint64_t last;
	uint64_t above_sp; /* of the last one, its distance from the stack pointer */
};

struct context {
	bool used;
	struct number args[ARGS], ip, sp;
};

struct task_entry {
	pid_t pid, tid;
	uint64_t recent;   /* the last large number among its arguments and results: an address most likely */
	uint32_t content;  /* its last one */
	uint32_t form, form_before; /* its last two, + 1 */
	uint64_t entered_ns, args[ARGS], ip, sp; /* of its last ENTERED event */
	uint32_t kept, nkept;                    /* ... its blobs, in model.kept */
};

/* A blob of an ENTERED event. */
struct kept {
	struct blob blob; /* data: when reading */
	uint32_t content;
};

struct content {
	const uint8_t *data; /* when reading */
	size_t at;           /* when writing: offset in its lane */
	uint32_t len;
	uint8_t code;        /* CONTENT_TEXT, ...: which lane has it */
};

struct model {
	VEC(struct form) forms;
	VEC(struct blob_kind) blob_kinds;
	VEC(struct group) groups;
	VEC(struct task_entry) tasks;
	VEC(struct content) contents;
	VEC(struct kept) kept;
	struct lane form, task;
	struct sized time, duration;
	struct lane text, binary[STRUCT_BYTES_MAX + 1]; /* [0]: longer ones */
	uint64_t last_ns;
	uint32_t last_task;
	struct dirents dirents;
	struct context contexts[CONTEXTS]; /* by task and call */
	uint16_t latest[CALLS];            /* the context last used for a call: where new tasks begin, as children are like their parents */
	uint32_t next_form[FORM_GUESSES]; /* form + 1, by the two before */
	uint64_t last_ret[CONTEXTS];
	uint32_t guesses[CONTENT_GUESSES]; /* content + 1 */
};

static inline uint64_t mix(uint64_t v)
{
	v *= 0x9e3779b97f4a7c15ULL;
	return v ^ v >> 32;
}

static inline bool is_struct_size(size_t len)
{
	return len >= 8 && len <= STRUCT_BYTES_MAX && len % 4 == 0;
}

enum mode { MODE_PLAIN, MODE_LAST, MODE_STACK, MODE_RECENT };

static inline bool is_large(uint64_t v)
{
	return v + (1 << 20) >= 1 << 21;
}

/* Two bits of mode and a number. */
static inline void moded_put(struct buf *b, enum mode mode, uint64_t z)
{
	uint8_t first = (uint8_t)((z & 31) << 2 | mode);

	if (z < 32) {
		buf_putc(b, (char)first);
		return;
	}
	buf_putc(b, (char)(first | 128));
	put_number(b, z >> 5);
}

static inline uint64_t moded_get(struct bytes *b, enum mode *mode)
{
	uint8_t first = bytes_u8(b);
	uint64_t z = first >> 2 & 31;

	*mode = first & 3;
	return first < 128 ? z : z | bytes_number(b) << 5;
}

static inline uint64_t expected(const struct number *n, enum mode mode, uint64_t sp, uint64_t recent)
{
	switch (mode) {
	case MODE_LAST: return n->last;
	case MODE_STACK: return n->above_sp + sp;
	case MODE_RECENT: return recent;
	default: return 0;
	}
}

/* The way to tell v that takes fewest bits; *z is what to tell. Small ones are told plainly: they repeat by value. */
static inline enum mode best_mode(const struct number *n, uint64_t v, uint64_t sp, uint64_t recent, uint64_t *z)
{
	enum mode best = MODE_PLAIN;

	*z = zigzag(v);
	if (!is_large(v))
		return best;
	for (enum mode mode = MODE_LAST; mode <= MODE_RECENT; mode++) {
		uint64_t other = zigzag(v - expected(n, mode, sp, recent));
		if (other < *z) {
			best = mode;
			*z = other;
		}
	}
	return best;
}

MODEL_INLINE uint64_t code_address(struct lane *l, struct number *n, uint64_t v, uint64_t sp, uint64_t *recent, const bool put)
{
	enum mode mode;
	uint64_t z;

	if (put) {
		mode = best_mode(n, v, sp, *recent, &z);
		moded_put(&l->out, mode, z);
	} else {
		z = moded_get(&l->in, &mode);
		v = expected(n, mode, sp, *recent) + unzigzag(z);
	}
	n->last = v;
	n->above_sp = v - sp;
	if (is_large(v))
		*recent = v;
	return v;
}

/* Results need nothing of arguments, so that a brief reader can leave those alone. */
MODEL_INLINE uint64_t code_ret(struct lane *l, uint64_t *last, uint64_t v, const bool put)
{
	enum mode mode;
	uint64_t z;

	if (put) {
		mode = is_large(v) && zigzag(v - *last) < zigzag(v) ? MODE_LAST : MODE_PLAIN;
		z = zigzag(mode == MODE_LAST ? v - *last : v);
		moded_put(&l->out, mode, z);
	} else {
		z = moded_get(&l->in, &mode);
		v = (mode == MODE_LAST ? *last : 0) + unzigzag(z);
	}
	*last = v;
	return v;
}

MODEL_INLINE uint64_t code_number(struct lane *l, uint64_t v, const bool put)
{
	if (!put)
		return bytes_number(&l->in);
	put_number(&l->out, v);
	return v;
}

MODEL_INLINE int64_t code_signed(struct lane *l, int64_t v, const bool put)
{
	return (int64_t)unzigzag(code_number(l, zigzag((uint64_t)v), put));
}

/* Times are expected where the previous event ended; a call of the same task enters there, one of another task may overlap. */
MODEL_INLINE void code_times(struct model *m, const struct form *f, uint32_t task, struct event *e, const bool put)
{
	bool enters = task == m->last_task || !(f->fields & HAS_EXIT);
	uint64_t duration = 0, v;

	if (f->fields & HAS_EXIT)
		duration = code_sized(&m->duration, e->exit_ns - e->enter_ns, put);
	if (f->fields & AS_ENTERED) {
		e->enter_ns = m->tasks.at[task].entered_ns;
		e->exit_ns = f->fields & HAS_EXIT ? e->enter_ns + duration : 0;
	} else if (enters) {
		v = code_sized(&m->time, e->enter_ns - m->last_ns, put);
		e->enter_ns = m->last_ns + v;
		e->exit_ns = f->fields & HAS_EXIT ? e->enter_ns + duration : 0;
	} else {
		v = code_sized(&m->time, e->exit_ns - m->last_ns, put);
		e->exit_ns = m->last_ns + v;
		e->enter_ns = e->exit_ns - duration;
	}
	uint64_t end = f->fields & HAS_EXIT ? e->exit_ns : e->enter_ns;
	if (end > m->last_ns)
		m->last_ns = end;
	m->last_task = task;
	if (f->kind == EVENT_ENTERED)
		m->tasks.at[task].entered_ns = e->enter_ns;
}

MODEL_INLINE void code_misc(struct lane *l, const struct form *f, struct event *e, const bool put)
{
	if (f->fields & HAS_SIGNO)
		e->signo = (int)code_signed(l, e->signo, put);
	if (f->fields & HAS_STATUS)
		e->status = (int)code_signed(l, e->status, put);
	if (f->fields & HAS_OLD_TID)
		e->old_tid = (pid_t)code_signed(l, e->old_tid, put);
	if (f->fields & HAS_PARENT)
		e->parent = (pid_t)code_signed(l, e->parent, put);
	if (f->fields & HAS_LOST)
		e->lost = code_number(l, e->lost, put);
}

MODEL_INLINE void code_registers(struct model *m, const struct form *f, struct event *e, const bool put)
{
	struct task_entry *t = &m->tasks.at[m->last_task];
	uint64_t *recent = &t->recent;

	if (f->fields & AS_ENTERED) {
		memcpy(e->args, t->args, sizeof(e->args));
		e->ip = t->ip;
		e->sp = t->sp;
		return;
	}
	uint64_t call = (uint64_t)f->abi << 32 ^ f->nr;
	struct context *c = &m->contexts[mix((uint64_t)m->last_task << 40 ^ call) % CONTEXTS];
	uint16_t *latest = &m->latest[mix(call) % CALLS];
	struct lane *lanes = m->groups.at[f->group].lanes;

	if (!c->used)
		*c = m->contexts[*latest];
	c->used = true;
	*latest = (uint16_t)(c - m->contexts);

	if (f->fields & HAS_SP)
		e->sp = code_address(&lanes[LANE_SP], &c->sp, e->sp, 0, recent, put);
	if (f->fields & HAS_IP)
		e->ip = code_address(&lanes[LANE_IP], &c->ip, e->ip, 0, recent, put);
	for (unsigned i = 0; i < f->nargs; i++)
		e->args[i] = code_address(&lanes[LANE_ARG + i], &c->args[i], e->args[i], e->sp, recent, put);
	if (f->kind == EVENT_ENTERED) {
		memcpy(t->args, e->args, sizeof(t->args));
		t->ip = e->ip;
		t->sp = e->sp;
		t->kept = (uint32_t)m->kept.len;
		t->nkept = 0;
	}
}

/* A blob of the event at hand, which may be wanted again at its end. */
static inline void keep_blob(struct model *m, const struct form *f, const struct blob *b, uint32_t content)
{
	if (f->kind != EVENT_ENTERED)
		return;
	*vec_push(&m->kept) = (struct kept){*b, content};
	m->tasks.at[m->last_task].nkept++;
}

/* How many blobs an event has before those of its form, from task_entry.kept on: once, as each costs time that no byte stands for. */
static inline uint32_t take_kept(struct model *m, const struct form *f)
{
	struct task_entry *t = &m->tasks.at[m->last_task];
	uint32_t n = f->fields & AS_BLOBS ? t->nkept : 0;

	if (n)
		t->nkept = 0;
	return n;
}

/* Where the task's next form is expected: programs repeat what they do, whatever others do meanwhile. */
static inline uint32_t *form_guess(struct model *m, const struct task_entry *t)
{
	return &m->next_form[mix((uint64_t)t->form_before << 32 ^ t->form) % FORM_GUESSES];
}

static inline void form_seen(struct task_entry *t, uint32_t *guess, uint32_t form)
{
	*guess = form + 1;
	t->form_before = t->form;
	t->form = form + 1;
}

/* What is enough for those who count: everything of an event but arguments, addresses and blobs. */
MODEL_INLINE void code_brief(struct model *m, const struct form *f, uint32_t task, struct event *e, const bool put)
{
	code_times(m, f, task, e, put);
	if (f->fields & HAS_RET) {
		uint64_t *last = &m->last_ret[mix((uint64_t)task << 40 ^ (uint64_t)f->abi << 32 ^ f->nr) % CONTEXTS];
		e->ret = (int64_t)code_ret(&m->groups.at[f->group].lanes[LANE_RET], last, (uint64_t)e->ret, put);
	}
	if (f->fields & HAS_CPU)
		e->cpu_ns = code_number(&m->groups.at[f->group].lanes[LANE_CPU], e->cpu_ns, put);
}

/* Two places where the content to expect may be found: content + 1, or 0. */
struct guesses {
	uint32_t *first, *second;
};

/*
 * A descriptor's name is expected to be what it was, or else, like other bytes, to follow what it followed before: programs start
 * alike, and read the same files in the same order.
 */
static inline struct guesses content_guesses(struct model *m, const struct form *f, const struct event *e, const struct blob_kind *k,
                                             uint64_t addr)
{
	const struct task_entry *t = &m->tasks.at[m->last_task];
	uint64_t sort = (uint64_t)k->slot << 56 ^ (uint64_t)k->phase << 55;
	uint64_t place = sort ^ (uint64_t)f->group << 32 ^ k->index;
	uint64_t after = mix(place ^ 1) ^ t->content;

	if (k->slot >= BLOB_FD)
		return (struct guesses){
			&m->guesses[mix(sort ^ (uint64_t)(uint32_t)e->pid << 20 ^ addr) % CONTENT_GUESSES],
			&m->guesses[mix(after) % CONTENT_GUESSES],
		};
	return (struct guesses){&m->guesses[mix(after) % CONTENT_GUESSES], &m->guesses[mix(place) % CONTENT_GUESSES]};
}

static inline void content_seen(struct model *m, const struct guesses *g, uint32_t content)
{
	*g->first = *g->second = content + 1;
	m->tasks.at[m->last_task].content = content + 1;
}

enum content_code { CONTENT_FIRST, CONTENT_SECOND, CONTENT_TEXT, CONTENT_BINARY, CONTENT_DIRENTS, CONTENT_NUMBER };

static inline uint64_t sign_32(uint64_t v)
{
	return (uint64_t)(int64_t)(int32_t)(uint32_t)v;
}

/* The group of a form: made when it is the first of its kind, ABI and number. Writer and reader number groups alike. */
static inline uint32_t model_group(struct model *m, const struct form *f)
{
	for (size_t i = 0; i < m->groups.len; i++) {
		const struct group *g = &m->groups.at[i];
		if (g->kind == f->kind && g->abi == f->abi && g->nr == f->nr)
			return (uint32_t)i;
	}
	*vec_push(&m->groups) = (struct group){.kind = f->kind, .abi = f->abi, .nr = f->nr};
	return (uint32_t)m->groups.len - 1;
}

#endif
