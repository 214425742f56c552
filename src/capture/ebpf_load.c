/*
 * The programs of the eBPF engine, from their opening to their end. The kernel looks through a program as it is loaded, which takes most of the time that
 * Ringside needs to begin. So the maps are an object of their own, which is what the rest of the engine sees; and the programs are several, all with these maps,
 * of which two are loaded at a time.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "base/diag.h"
#include "base/heap.h"
#include "base/worker.h"
#include "capture/ebpf_priv.h"
#include "capture/ebpf_program.h"
#include "capture/ebpf_rights.h"
#include "capture/ebpf_types.h"
#include "trace.skel.h"
#include "trace_casts.skel.h"
#include "trace_maps.skel.h"

enum { PARTS = EBPF_PARTS, NAMES = 3, UNFIT_MAX = 5 };

/* Of which programs there is one each; what takes longest comes first. The last is of all others. */
static const char *const parts_of[PARTS - 1][NAMES] = {
	{"on_exit"}, {"on_enter"}, {"on_uring_submit", "on_uring_submit_old"}, {"on_uring_complete", "on_uring_complete_old"}, {"on_prepare_exec"},
	{"on_task_exit", "on_signal", "on_sent_signal"},
};

struct part {
	struct bpf_object *object; /* NULL: it has nothing to do here */
	int err;
};

struct loading {
	struct trace_maps_bpf *shared;
	const struct plan_tables *tables;
	bool casts; /* of the two forms of the programs, which differ in code alone: bpf/trace_casts.bpf.c */
	const char *unfit[UNFIT_MAX]; /* programs that are not to be loaded here */
	unsigned nunfit;
	struct types_file types; /* that they are relocated by */
	struct part parts[PARTS];
	unsigned next; /* thing to be done, by whoever has nothing to do: to load a part, and after them to fill the tables */
	int err;       /* of that */
};

int programs_open(struct ebpf_source *s)
{
	struct bpf_object_open_opts opening;

	programs_take();
	heap_reserve(EBPF_LOAD_BYTES);
	ebpf_open_opts(&opening, NULL);
	s->shared = trace_maps_bpf__open_opts(&opening);
	int err = s->shared ? 0 : -errno;
	if (err)
		ebpf_explain(err);
	return err;
}

/* Programs whose tracepoints this kernel does not have, of those that not all have, and that we can do without; or that have nothing to do here. */
static unsigned list_unfit(const struct plan_tables *tables, const char *names[UNFIT_MAX])
{
	const struct kernel_types *kernel = kernel_types();
	bool submit = kernel_types_tracepoint(kernel, "io_uring_submit_req"), uring = !uring_lacking() && plan_has_uring(tables);
	unsigned complete = kernel_types_tracepoint(kernel, "io_uring_complete"), n = 0;
	const struct {
		const char *name;
		bool fits;
	} some[UNFIT_MAX] = {
		{"on_uring_submit", uring && submit}, {"on_uring_submit_old", uring && !submit}, {"on_uring_complete", uring && complete == 4},
		{"on_uring_complete_old", uring && complete > 5},
		/* Linux 6.10. Without it, what execve(2) failed to read at its entry stays unread. */
		{"on_prepare_exec", kernel_types_tracepoint(kernel, "sched_prepare_exec") && plan_has_exec(tables)},
	};

	for (size_t i = 0; i < UNFIT_MAX; i++)
		if (!some[i].fits)
			names[n++] = some[i].name;
	return n;
}

static bool is_among(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (names[i] && strcmp(names[i], name) == 0)
			return true;
	return false;
}

static unsigned part_of(const char *name)
{
	unsigned i = 0;

	while (i < PARTS - 1 && !is_among(name, parts_of[i], NAMES))
		i++;
	return i;
}

/* Whether all of its programs are unfit. */
static bool is_idle(const struct loading *l, unsigned part)
{
	bool idle = part < PARTS - 1;

	for (unsigned i = 0; idle && i < NAMES && parts_of[part][i]; i++)
		idle = is_among(parts_of[part][i], l->unfit, l->nunfit);
	return idle;
}

static int part_open(struct loading *l, unsigned part)
{
	size_t bytes = 0;
	const void *code = l->casts ? trace_casts_bpf__elf_bytes(&bytes) : trace_bpf__elf_bytes(&bytes);
	struct bpf_object_open_opts opening;
	struct bpf_program *program;

	ebpf_open_opts(&opening, &l->types);
	opening.object_name = "trace_bpf";
	struct bpf_object *object = bpf_object__open_mem(code, bytes, &opening);
	if (!object)
		return -errno;
	l->parts[part].object = object;
	bpf_object__for_each_program(program, object) {
		const char *name = bpf_program__name(program);
		bpf_program__set_autoload(program, part_of(name) == part && !is_among(name, l->unfit, l->nunfit));
	}
	return 0;
}

static int part_share(struct loading *l, unsigned part)
{
	struct bpf_map *map;
	int err = 0;

	bpf_object__for_each_map(map, l->parts[part].object)
		err = err ? err : bpf_map__reuse_fd(map, bpf_object__find_map_fd_by_name(l->shared->obj, bpf_map__name(map)));
	return err;
}

static int part_load(struct loading *l, unsigned part)
{
	int err = l->parts[part].object ? 0 : part_open(l, part);

	err = err ? err : part_share(l, part);
	return err ? err : bpf_object__load(l->parts[part].object);
}

static void load_what_is_left(void *loading)
{
	struct loading *l = loading;

	for (unsigned i; (i = __atomic_fetch_add(&l->next, 1, __ATOMIC_RELAXED)) <= PARTS;) {
		if (i == PARTS)
			l->err = plan_tables_fill(l->shared, l->tables);
		else if (!is_idle(l, i))
			l->parts[i].err = part_load(l, i);
	}
}

static void load_by_two(struct loading *l)
{
	struct worker *w = worker_new();

	if (w)
		worker_begin(w, load_what_is_left, l);
	load_what_is_left(l);
	worker_free(w);
}

int programs_load(struct ebpf_source *s, const struct plan_tables *tables)
{
	static const char *const casts[] = {CAST_STRUCTS(CAST_NAME)};
	struct loading l = {.shared = s->shared, .tables = tables, .casts = program_casts(casts, CASTS, s->shared->rodata_trace->trace_config.casts)};

	l.nunfit = list_unfit(tables, l.unfit);
	types_file_open(&l.types);
	int err = part_open(&l, 0);
	err = err ? err : types_file_fill(&l.types, bpf_object__btf(l.parts[0].object));
	err = err ? err : trace_maps_bpf__load(s->shared);
	if (!err)
		load_by_two(&l);
	types_file_close(&l.types);
	for (unsigned i = 0; i < PARTS; i++) {
		s->parts[i] = l.parts[i].object;
		err = err ? err : l.parts[i].err;
	}
	if (err)
		ebpf_explain(err);
	return err ? err : l.err;
}

static int attach_one(struct ebpf_source *s, struct bpf_program *program)
{
	struct bpf_link *link = program_attach(program);

	if (!link)
		return -errno;
	*(struct bpf_link **)vec_push(&s->links) = link;
	return 0;
}

/* Links keep the programs: the objects, which have copies of all descriptors, are closed. */
static void close_parts(struct ebpf_source *s)
{
	for (unsigned i = 0; i < PARTS; i++) {
		bpf_object__close(s->parts[i]);
		s->parts[i] = NULL;
	}
}

int programs_attach(struct ebpf_source *s)
{
	struct bpf_program *program, *look = bpf_object__find_program_by_name(s->parts[PARTS - 1], "look");
	int err = 0;

	for (unsigned i = PARTS; i-- > 0;) { /* who comes and goes before who makes calls: see call_leave_slot() */
		if (!s->parts[i])
			continue;
		bpf_object__for_each_program(program, s->parts[i]) {
			if (!err && bpf_program__autoload(program) && program != look)
				err = attach_one(s, program);
		}
	}
	if (!err && s->opts.common.capture.announce) {
		s->look = program_attach(look);
		err = s->look ? 0 : -errno;
	}
	close_parts(s);
	return err;
}

void programs_detach(struct ebpf_source *s)
{
	for (size_t i = 0; i < s->links.len; i++)
		bpf_link__destroy(s->links.at[i]);
	s->links.len = 0;
}

void programs_close(struct ebpf_source *s)
{
	programs_detach(s);
	vec_done(&s->links);
	bpf_link__destroy(s->look);
	close_parts(s);
	trace_maps_bpf__destroy(s->shared);
}

#endif
