/*
 * The programs of the eBPF engine, from their opening to their end. The kernel looks through a program as it is loaded, which takes most of the time that
 * Ringside needs to begin. So the maps are an object of their own, which is what the rest of the engine sees; half of the programs are one, and the other
 * half another, both with these maps, and these two are loaded side by side.
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
#include "capture/ebpf_rights.h"
#include "capture/ebpf_types.h"
#include "trace.skel.h"
#include "trace_casts.skel.h"
#include "trace_maps.skel.h"

enum { HALVES = 2, UNFIT_MAX = 5 };

/* Those of the first half: they are looked through for as long as all others. */
static const char *const first_half[] = {"on_enter", "on_exit"};

/* What is to be loaded here, of both halves. */
struct choice {
	struct bpf_object *maps; /* which has them */
	bool casts; /* of the two forms of the programs, which differ in code alone: bpf/trace_casts.bpf.c */
	const char *unfit[UNFIT_MAX];
	unsigned nunfit;
	struct types_file types; /* that they are relocated by */
};

struct half {
	const struct choice *choice;
	struct bpf_object *object;
	int err;
};

int programs_open(struct ebpf_source *s)
{
	struct bpf_object_open_opts opening;

	heap_reserve(EBPF_LOAD_BYTES);
	ebpf_open_opts(&opening, NULL);
	s->shared = trace_maps_bpf__open_opts(&opening);
	int err = s->shared ? 0 : -errno;
	if (err)
		ebpf_explain(err);
	return err;
}

/* Programs whose tracepoints this kernel does not have, of those that not all have, and that we can do without. */
static unsigned list_unfit(const char *names[UNFIT_MAX])
{
	const struct kernel_types *kernel = kernel_types();
	bool submit = kernel_types_tracepoint(kernel, "io_uring_submit_req"), uring = !uring_lacking();
	unsigned complete = kernel_types_tracepoint(kernel, "io_uring_complete"), n = 0;
	const struct {
		const char *name;
		bool fits;
	} some[UNFIT_MAX] = {
		{"on_uring_submit", uring && submit}, {"on_uring_submit_old", uring && !submit}, {"on_uring_complete", uring && complete == 4},
		{"on_uring_complete_old", uring && complete > 5},
		/* Linux 6.10. Without it, what execve(2) failed to read at its entry stays unread. */
		{"on_prepare_exec", kernel_types_tracepoint(kernel, "sched_prepare_exec")},
	};

	for (size_t i = 0; i < UNFIT_MAX; i++)
		if (!some[i].fits)
			names[n++] = some[i].name;
	return n;
}

static bool is_among(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static int half_open(struct half *h, bool first)
{
	const struct choice *of = h->choice;
	size_t bytes = 0;
	const void *code = of->casts ? trace_casts_bpf__elf_bytes(&bytes) : trace_bpf__elf_bytes(&bytes);
	struct bpf_object_open_opts opening;
	struct bpf_program *program;

	ebpf_open_opts(&opening, &of->types);
	opening.object_name = "trace_bpf";
	h->object = bpf_object__open_mem(code, bytes, &opening);
	if (!h->object)
		return -errno;
	bpf_object__for_each_program(program, h->object) {
		const char *name = bpf_program__name(program);
		bool its = is_among(name, first_half, sizeof(first_half) / sizeof(first_half[0]));
		bpf_program__set_autoload(program, its == first && !is_among(name, of->unfit, of->nunfit));
	}
	return 0;
}

static int half_share(struct half *h)
{
	struct bpf_map *map;
	int err = 0;

	bpf_object__for_each_map(map, h->object)
		err = err ? err : bpf_map__reuse_fd(map, bpf_object__find_map_fd_by_name(h->choice->maps, bpf_map__name(map)));
	return err;
}

static void half_load(void *half)
{
	struct half *h = half;

	h->err = half_share(h);
	h->err = h->err ? h->err : bpf_object__load(h->object);
}

static void halves_load(struct half halves[HALVES])
{
	struct worker *w = worker_new();

	if (w)
		worker_begin(w, half_load, &halves[1]);
	half_load(&halves[0]);
	if (!w)
		half_load(&halves[1]);
	worker_free(w);
}

int programs_load(struct ebpf_source *s)
{
	static const char *const casts[] = {CAST_STRUCTS(CAST_NAME)};
	const struct kernel_types *kernel = kernel_types();
	struct choice choice = {
		.maps = s->shared->obj,
		.casts = kernel_types_function(kernel, "bpf_rdonly_cast") &&
			 kernel_types_structs(kernel, casts, CASTS, s->shared->rodata_trace->trace_config.casts),
	};
	struct half halves[HALVES] = {{.choice = &choice}, {.choice = &choice}};
	int err = 0;

	choice.nunfit = list_unfit(choice.unfit);
	types_file_open(&choice.types);
	for (unsigned i = 0; i < HALVES; i++)
		err = err ? err : half_open(&halves[i], i == 0);
	err = err ? err : types_file_fill(&choice.types, bpf_object__btf(halves[0].object));
	err = err ? err : trace_maps_bpf__load(s->shared);
	if (!err)
		halves_load(halves);
	types_file_close(&choice.types);
	for (unsigned i = 0; i < HALVES; i++) {
		s->halves[i] = halves[i].object;
		err = err ? err : halves[i].err;
	}
	if (err)
		ebpf_explain(err);
	return err;
}

/* NULL: it is not loaded. */
static struct bpf_program *program_named(struct ebpf_source *s, const char *name)
{
	for (unsigned i = 0; i < HALVES; i++) {
		struct bpf_program *program = bpf_object__find_program_by_name(s->halves[i], name);
		if (program && bpf_program__autoload(program))
			return program;
	}
	return NULL;
}

static int attach_one(struct ebpf_source *s, struct bpf_program *program)
{
	struct bpf_link *link = bpf_program__attach(program);

	if (!link)
		return -errno;
	*(struct bpf_link **)vec_push(&s->links) = link;
	return 0;
}

int programs_attach(struct ebpf_source *s)
{
	struct bpf_program *program, *look = program_named(s, "look");
	int err = 0;

	for (unsigned i = HALVES; i-- > 0;) { /* who comes and goes before who makes calls: see call_leave_slot() */
		bpf_object__for_each_program(program, s->halves[i]) {
			if (!err && bpf_program__autoload(program) && program != look)
				err = attach_one(s, program);
		}
	}
	if (!err && s->opts.common.capture.announce) {
		s->look = bpf_program__attach_iter(look, NULL);
		err = s->look ? 0 : -errno;
	}
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
	for (unsigned i = 0; i < HALVES; i++)
		bpf_object__close(s->halves[i]);
	trace_maps_bpf__destroy(s->shared);
}

#endif
