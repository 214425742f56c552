/*
 * Stacks from what the kernel's side copies of them, and from what it tells of mapped code (bpf/stack.inc): walked when the record is read,
 * by when the task is elsewhere, so nothing of them is read from it.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/diag.h"
#include "capture/ebpf_priv.h"
#include "symbol/image.h"
#include "trace_maps.skel.h"

_Static_assert((int)STACK_REGISTERS == (int)UNWIND_REGISTERS, "STACK_REGISTERS");

/* A process that was just forked, and whose first mapping is another image's. */
enum { OWN_MEMORY = 1 };

int stacks_choose(struct ebpf_source *s)
{
	const struct stack_opts *o = s->opts.common.capture.stacks;
	struct trace_config *config = &s->shared->rodata_trace->trace_config;
	int cpus = libbpf_num_possible_cpus();

	if (!o)
		return 0;
	if (libbpf_probe_bpf_helper(BPF_PROG_TYPE_RAW_TRACEPOINT, BPF_FUNC_find_vma, NULL) == 0) {
		diag_error("stacks (-k) take Linux 5.17 or newer with --engine=ebpf, where programs may ask what is mapped: use --engine=ptrace");
		return -ENOTSUP;
	}
	s->stacks = stacks_new(o, s->opts.common.capture.desc);
	s->stacks->told = true;
	config->stacks = o->frame_pointers ? STACKS_WALKED : STACKS_COPIED;
	if (o->frame_pointers) /* one more tells that there are more */
		config->stack_max = o->limit < STACK_FRAMES_MAX ? o->limit + 1 : STACK_FRAMES_MAX;
	else
		config->stack_max = o->max_bytes ? o->max_bytes : STACK_DATA - 256;
	return cpus < 0 ? cpus : bpf_map__set_max_entries(s->shared->maps.stack_rooms, (uint32_t)cpus);
}

/* When some of it was lost, /proc is asked, too. */
static void note_loss(struct ebpf_source *s)
{
	if (s->state->unmapped)
		s->stacks->told = false;
}

static struct registers registers_of(const struct record_stack *k)
{
	struct registers r = {.machine = k->compat ? MACHINE_I386 : MACHINE_X86_64};
	/* By DWARF's numbers of i386, those of x86_64: ax cx dx bx sp bp si di ip. */
	static const uint8_t i386[] = {0, 2, 1, 3, 7, 6, 4, 5, 16};

	for (unsigned i = 0; i < (k->compat ? sizeof(i386) : STACK_REGISTERS); i++) {
		r.value[i] = k->compat ? (uint32_t)k->regs[i386[i]] : k->regs[i];
		r.known |= 1u << i;
	}
	return r;
}

void stacks_take(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes)
{
	const struct record_stack *k = (const struct record_stack *)(r + 1);
	const uint8_t *data = (const uint8_t *)(k + 1);

	if (!s->stacks || bytes < sizeof(*r) + sizeof(*k) || bytes - sizeof(*r) - sizeof(*k) < (uint64_t)k->bytes[0] + k->bytes[1])
		return;
	note_loss(s);
	copy_reset(&w->stacked);
	stack_told_memory(s->stacks, &w->stack, w->pid, k->memory, false);
	if (k->walked) {
		stack_copy_walked(s->stacks, &w->stack, w->pid, (const uint64_t *)data, k->bytes[0] / 8, &w->stacked, (enum phase)k->phase);
		return;
	}
	struct registers regs = registers_of(k);
	struct stack_slice slices[] = {{k->base[0], data, k->bytes[0]}, {k->base[1], data + k->bytes[0], k->bytes[1]}};
	stack_copy_slices(s->stacks, &w->stack, w->pid, &regs, slices, k->bytes[1] ? 2 : 1, &w->stacked, (enum phase)k->phase);
}

/* The image of the kernel's own code; its bytes came with the first mapping of it. */
static struct image *vdso_of(struct ebpf_source *s, uint64_t address, const struct record_blob *b)
{
	struct image *i = map_get(&s->vdsos, address);

	if (!i && b && b->len) {
		i = images_open_memory(s->stacks->opts->images, b + 1, b->len);
		if (i) {
			image_hold(i);
			map_put(&s->vdsos, address, i);
		}
	}
	return i;
}

void stacks_take_map(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes)
{
	struct code_line l = {.start = r->args[MAP_START], .end = r->args[MAP_END], .offset = r->args[MAP_OFFSET], .ino = r->args[MAP_INO]};
	const struct record_blob *b = (const struct record_blob *)(r + 1);
	bool whole = r->nblobs && bytes >= sizeof(*r) + sizeof(*b) && bytes - sizeof(*r) - sizeof(*b) >= b->len;
	struct blob name[NAME_BLOBS];

	if (!s->stacks)
		return;
	l.path = "";
	if (r->args[MAP_VDSO]) {
		l.vdso = vdso_of(s, r->args[MAP_VDSO], whole ? b : NULL);
		l.path = "[vdso]";
		l.path_len = strlen(l.path);
	} else if (whole && name_blobs(s, r, b, name)) {
		l.path = (const char *)name[0].data;
		l.path_len = name[0].len;
		l.file = true;
	}
	stack_told_memory(s->stacks, &w->stack, w->pid, r->args[MAP_MEMORY], true);
	stack_told_code(s->stacks, &w->stack, &l);
}

void stacks_attached(struct ebpf_source *s, struct watched *w)
{
	if (s->stacks)
		stack_attached(s->stacks, &w->stack, w->pid);
}

void stacks_launched(struct ebpf_source *s, struct watched *w)
{
	if (s->stacks)
		stack_told_memory(s->stacks, &w->stack, w->pid, OWN_MEMORY, false);
}

void stacks_started(struct ebpf_source *s, struct watched *w, const struct record *r)
{
	struct watched *parent = watched_get(s, (pid_t)r->nr);

	if (s->stacks && parent)
		stack_told_start(s->stacks, &w->stack, w->pid, &parent->stack, r->args[0]);
}

void stacks_add(struct ebpf_source *s, const struct watched *w, struct event *e)
{
	unsigned n = (unsigned)w->stacked.blobs.len;

	if (!s->stacks || !n)
		return;
	struct blob *all = arena_alloc(&s->arena, (e->nblobs + n) * sizeof(*all));
	if (e->nblobs)
		memcpy(all, e->blobs, e->nblobs * sizeof(*all));
	memcpy(all + e->nblobs, w->stacked.blobs.at, n * sizeof(*all));
	e->blobs = all;
	e->nblobs += n;
}

void stacks_done(struct ebpf_source *s)
{
	map_for_each(&s->vdsos, slot)
		image_drop(slot->value);
	map_done(&s->vdsos);
	stacks_free(s->stacks);
}

#endif
