/* A task's stack to blobs: see stack.h. */
#include "capture/stack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>

#include "capture/memory.h"
#include "event/stack.h"

enum {
	FIRST_BYTES = 4096,
	PIECE_BYTES = 8192,
	WINDOW_BYTES_MAX = 1 << 20, /* what lies beyond is read word by word */
	SPARE_BYTES = 256,
};

struct stacks *stacks_new(const struct stack_opts *opts, const struct desc *desc)
{
	struct stacks *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->opts = opts;
	s->frames = calloc(opts->limit, sizeof(*s->frames));
	if (!s->frames)
		abort();
	code_calls_init(&s->calls, desc);
	return s;
}

void stacks_free(struct stacks *s)
{
	if (!s)
		return;
	map_for_each(&s->processes, slot) {
		code_done(&((struct stack_process *)slot->value)->code);
		free(slot->value);
	}
	map_done(&s->processes);
	free(s->frames);
	buf_done(&s->window);
	buf_done(&s->records);
	buf_done(&s->modules);
	free(s);
}

/* ---- registers ---- */

#if defined(__x86_64__)

/* A task may run code of both kinds; its code segment tells which: arch/x86/include/asm/segment.h. */
enum { USER32_CS = 0x23 };

static void take_i386(const struct user_regs_struct *r, struct registers *out)
{
	const uint64_t values[] = {r->rax, r->rcx, r->rdx, r->rbx, r->rsp, r->rbp, r->rsi, r->rdi, r->rip};

	out->machine = MACHINE_I386;
	for (unsigned i = 0; i <= I386_PC; i++)
		out->value[i] = (uint32_t)values[i];
	out->known = (1u << (I386_PC + 1)) - 1;
}

static void take_x86_64(const struct user_regs_struct *r, struct registers *out)
{
	const uint64_t values[] = {
		r->rax, r->rdx, r->rcx, r->rbx, r->rsi, r->rdi, r->rbp, r->rsp, r->r8, r->r9, r->r10, r->r11, r->r12, r->r13, r->r14, r->r15, r->rip,
	};

	out->machine = MACHINE_X86_64;
	memcpy(out->value, values, sizeof(values));
	out->known = (1u << (X86_64_PC + 1)) - 1;
}

bool stack_registers(pid_t tid, struct registers *out)
{
	struct user_regs_struct r;

	if (ptrace(PTRACE_GETREGS, tid, 0, &r))
		return false;
	if (r.cs == USER32_CS)
		take_i386(&r, out);
	else
		take_x86_64(&r, out);
	return true;
}

#else

bool stack_registers(pid_t tid, struct registers *out)
{
	(void)tid;
	(void)out;
	return false;
}

#endif

/* ---- reading ---- */

struct reading {
	struct stacks *s;
	struct code *code;
	pid_t tid;
	uint64_t base;     /* of the window */
	size_t max_window;
	uint64_t top;      /* how far up was read */
	bool hole;         /* the window ends where memory does */
};

/* More of the stack, up to `until` bytes from its base. */
static void widen(struct reading *r, size_t until)
{
	struct buf *w = &r->s->window;
	size_t want = until - w->len < PIECE_BYTES ? PIECE_BYTES : until - w->len;

	if (w->len + want > r->max_window)
		want = r->max_window - w->len;
	buf_grow(w, want);
	size_t got = memory_read(r->tid, r->base + w->len, w->data + w->len, want);
	w->len += got;
	r->hole = got < want;
}

static bool read_stack(void *ctx, uint64_t address, void *data, size_t len)
{
	struct reading *r = ctx;
	const struct buf *w = &r->s->window;
	uint64_t at = address - r->base;

	if (address < r->base || at + len > r->max_window)
		return !r->s->opts->max_bytes && memory_read(r->tid, address, data, len) == len;
	if (at + len > w->len && !r->hole)
		widen(r, (size_t)at + len);
	if (at + len > w->len)
		return false;
	if (at + len > r->top)
		r->top = at + len;
	memcpy(data, w->data + at, len);
	return true;
}

static const struct code_range *find_code(void *ctx, uint64_t pc)
{
	struct reading *r = ctx;

	return code_find(r->code, pc);
}

static struct stack_process *process_of(struct stacks *s, struct stack_task *t, pid_t pid)
{
	if (!t->process) {
		t->process = map_get(&s->processes, (uint64_t)pid);
		if (!t->process) {
			t->process = calloc(1, sizeof(*t->process));
			if (!t->process)
				abort();
			code_init(&t->process->code, pid);
			map_put(&s->processes, (uint64_t)pid, t->process);
		}
		t->process->refs++;
	}
	return t->process;
}

static struct code *code_of(struct stacks *s, struct stack_task *t, pid_t pid)
{
	struct code *code = &process_of(s, t, pid)->code;

	if (code->stale)
		code_read(code, s->opts->images);
	return code;
}

static void begin_window(struct reading *r, const struct stack_task *t, uint64_t sp)
{
	struct buf *w = &r->s->window;
	size_t want = t->bytes ? t->bytes : FIRST_BYTES;

	r->base = sp;
	r->max_window = r->s->opts->max_bytes ? r->s->opts->max_bytes : WINDOW_BYTES_MAX;
	want = want < r->max_window ? want : r->max_window;
	buf_grow(w, want);
	w->len = memory_read(r->tid, sp, w->data, want);
	r->hole = w->len < want;
}

/* ---- blobs ---- */

/* The module of a frame within this stack's BLOB_MODULES. */
static uint32_t module_index(struct stacks *s, struct code *code, const struct code_range *range, uint32_t *count)
{
	if (!range)
		return MODULE_NONE;
	struct code_module *m = code_module(code, range);
	if (m->stamp != s->stamp) {
		m->stamp = s->stamp;
		m->index = (*count)++;
		buf_put(&s->modules, code->records.data + m->record_at, m->record_len);
	}
	return m->index;
}

/* A function made at run time is a module of its own, which has its name and in which addresses are offsets. */
static uint32_t made_index(struct stacks *s, struct code *code, const struct unwind_frame *f, uint32_t *count)
{
	struct jit_function *made;
	struct buf symbol = {0};
	char name[256];

	if (s->jit_stamp != s->stamp)
		jit_refresh(&code->jit, code->pid);
	s->jit_stamp = s->stamp;
	made = jit_find(&code->jit, f->pc - !f->exact);
	if (!made)
		return MODULE_NONE;
	if (made->stamp != s->stamp) {
		made->stamp = s->stamp;
		made->index = (*count)++;
		snprintf(name, sizeof(name), "%.*s", (int)made->name_len, code->jit.names.data + made->name);
		stack_put_symbol(&symbol, (uint32_t)made->start, made->size, name);
		stack_put_module(&s->modules, &(struct stack_module){.kind = MODULE_ANONYMOUS, .path = "", .symbols = (const uint8_t *)symbol.data, .symbols_len = (uint16_t)symbol.len});
		buf_done(&symbol);
	}
	return made->index;
}

static void put_frame(struct stacks *s, struct code *code, const struct unwind_frame *f, uint32_t *count)
{
	uint32_t made = f->range && code_is_made(code, f->range) ? made_index(s, code, f, count) : MODULE_NONE;
	uint32_t module = made == MODULE_NONE ? module_index(s, code, f->range, count) : made;
	uint64_t offset = made == MODULE_NONE && f->range ? f->pc - f->range->start + f->range->offset : f->pc;

	stack_put_frame(&s->records, &(struct stack_frame){module, f->exact, offset});
}

static void put_blobs(struct stacks *s, struct code *code, unsigned n, enum unwind_end end, struct copy *c, enum phase phase)
{
	uint32_t count = 0;

	s->stamp++;
	s->records.len = s->modules.len = 0;
	for (unsigned i = 0; i < n; i++)
		put_frame(s, code, &s->frames[i], &count);
	copy_bytes(c, BLOB_STACK, phase, 0, s->records.data, (uint32_t)s->records.len);
	c->blobs.at[c->blobs.len - 1].status = end == UNWIND_LIMIT ? BLOB_SHORT : end == UNWIND_ASTRAY ? BLOB_FAULT : BLOB_OK;
	if (s->modules.len)
		copy_bytes(c, BLOB_MODULES, phase, 0, s->modules.data, (uint32_t)s->modules.len);
}

void stack_copy(struct stacks *s, struct stack_task *t, pid_t pid, pid_t tid, const struct registers *regs, struct copy *c, enum phase phase)
{
	struct unwind_opts opts = {.limit = s->opts->limit, .frame_pointers = s->opts->frame_pointers};
	struct reading r = {.s = s, .tid = tid};
	struct unwind_space space = {find_code, read_stack, &r};
	enum unwind_end end;
	unsigned n;

	r.code = code_of(s, t, pid);
	begin_window(&r, t, regs->value[regs->machine == MACHINE_I386 ? I386_SP : X86_64_SP]);
	n = unwind(&space, &opts, regs, s->frames, &end);
	if (end == UNWIND_ASTRAY && code_outdated(r.code)) {
		code_read(r.code, s->opts->images);
		n = unwind(&space, &opts, regs, s->frames, &end);
	}
	t->bytes = (uint32_t)(r.top + SPARE_BYTES);
	put_blobs(s, r.code, n, end, c, phase);
}

/* ---- stacks at second hand ---- */

struct slices {
	struct code *code;
	const struct stack_slice *at;
	unsigned n;
};

static bool read_slices(void *ctx, uint64_t address, void *data, size_t len)
{
	const struct slices *all = ctx;

	for (unsigned i = 0; i < all->n; i++) {
		const struct stack_slice *one = &all->at[i];
		if (address < one->base || address - one->base > one->len || one->len - (address - one->base) < len)
			continue;
		memcpy(data, one->data + (address - one->base), len);
		return true;
	}
	return false;
}

static const struct code_range *find_in_slices(void *ctx, uint64_t pc)
{
	return code_find(((struct slices *)ctx)->code, pc);
}

/* A process may have mapped more of which nobody told. */
static bool read_again(struct stacks *s, const struct stack_task *t)
{
	struct code *code = &t->process->code;

	if (s->told || !code_outdated(code))
		return false;
	code_read(code, s->opts->images);
	return true;
}

void stack_copy_slices(struct stacks *s, struct stack_task *t, pid_t pid, const struct registers *regs, const struct stack_slice *slices,
                       unsigned nslices, struct copy *c, enum phase phase)
{
	struct unwind_opts opts = {.limit = s->opts->limit};
	struct slices all = {code_of(s, t, pid), slices, nslices};
	struct unwind_space space = {find_in_slices, read_slices, &all};
	enum unwind_end end;
	unsigned n;

	do {
		n = unwind(&space, &opts, regs, s->frames, &end);
	} while (end == UNWIND_ASTRAY && read_again(s, t));
	put_blobs(s, all.code, n, end, c, phase);
}

/* As unwind() by frame pointers: an address that is in no code is no caller. */
void stack_copy_walked(struct stacks *s, struct stack_task *t, pid_t pid, const uint64_t *addresses, unsigned n, struct copy *c, enum phase phase)
{
	struct code *code = code_of(s, t, pid);
	enum unwind_end end = n > s->opts->limit ? UNWIND_LIMIT : UNWOUND;
	unsigned i;

	for (i = 0; i < n && i < s->opts->limit; i++) {
		const struct code_range *range = code_find(code, addresses[i]);
		if (!range && i)
			break;
		s->frames[i] = (struct unwind_frame){range, addresses[i], i == 0};
		if (!range)
			end = UNWIND_ASTRAY;
	}
	put_blobs(s, code, i, i < s->opts->limit && end == UNWIND_LIMIT ? UNWOUND : end, c, phase);
}

/* ---- changes ---- */

void stack_told_memory(struct stacks *s, struct stack_task *t, pid_t pid, uint64_t memory, bool mapped)
{
	struct stack_process *p = process_of(s, t, pid);

	if (p->memory == memory)
		return;
	if (s->told && p->memory && mapped)
		code_clear(&p->code);
	else if (p->memory || !p->code.read_ns)
		p->code.stale = true;
	p->memory = memory;
}

void stack_attached(struct stacks *s, struct stack_task *t, pid_t pid)
{
	code_of(s, t, pid);
}

void stack_told_code(struct stacks *s, struct stack_task *t, const struct code_line *l)
{
	struct code *code = &t->process->code;

	if (code->stale)
		code_read(code, s->opts->images);
	code_map(code, s->opts->images, l);
}

void stack_told_start(struct stacks *s, struct stack_task *t, pid_t pid, const struct stack_task *from, uint64_t memory)
{
	struct stack_process *p = process_of(s, t, pid);

	if (p->memory || !from->process || !from->process->memory || p == from->process)
		return;
	code_inherit(&p->code, &from->process->code);
	p->memory = memory;
}

void stack_called(struct stacks *s, const struct stack_task *t, enum abi abi, uint64_t nr, const uint64_t args[6])
{
	enum code_change change = abi < ABI_COUNT && nr < 1024 ? (enum code_change)s->calls.change[abi][nr] : CHANGE_NONE;

	if (change != CHANGE_NONE && t->process)
		code_changed(&t->process->code, change, args);
}

void stack_want_changes(const struct stacks *s, enum abi abi, uint64_t wanted[16])
{
	for (uint64_t nr = 0; nr < 1024; nr++)
		if (s->calls.change[abi][nr])
			wanted[nr / 64] |= 1ULL << (nr % 64);
}

void stack_forget(struct stack_task *t)
{
	if (t->process)
		t->process->code.stale = true;
}

void stack_task_done(struct stacks *s, struct stack_task *t)
{
	struct stack_process *p = t->process;

	t->process = NULL;
	if (!p || --p->refs)
		return;
	map_remove(&s->processes, (uint64_t)p->code.pid);
	code_done(&p->code);
	free(p);
}
