/* Counting in the kernel: see ebpf_count.h. */
#ifdef HAVE_BPF

#include "capture/ebpf_count.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "arch/arch.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/heap.h"
#include "base/vec.h"
#include "capture/bpf/count.h"
#include "capture/bpf/target_config.h"
#include "capture/ebpf_priv.h"
#include "capture/ebpf_program.h"
#include "capture/ebpf_rights.h"
#include "capture/ebpf_types.h"
#include "capture/launch.h"
#include "capture/ptrace_priv.h"
#include "count.skel.h"
#include "desc/table.h"

enum {
	TICK_MS = 50,                    /* how often is looked whether there is still room for counters */
	ASK_TICKS = 10,                  /* how often, at the end, whether anybody is left */
	CELLS_MOST = 16384, CELLS_LEAST = 1024,
	CELLS_BYTES = 64 << 20,          /* of one set of counters, on all CPUs */
	NS = 1000000000,
};

/* A counter of calls, all CPUs together, or a call in progress. */
struct count_item {
	struct count_key key;
	struct count_cell cell;
};

struct watched_task {
	int pidfd;
	pid_t process; /* of a thread that is not its first; or 0 */
};

struct count_source {
	struct source base;
	struct count_opts opts;
	struct count_bpf *programs;
	VEC(struct watched_task) watched; /* there is something to be counted while one of them lives */
	int ncpus;
	struct count_cell *of_cpus;      /* room for a cell of each CPU */
	struct count_near *near;         /* the same; NULL: they are not in use */
	unsigned active;                 /* which set is written to */
	uint64_t told_tasks, told_missed, start_ns;
	unsigned waits;                  /* ticks since the last of those that we know ended, and others have not */
	bool stopping, ended, closed;
	/* What is handed out. */
	VEC(struct count_item) items;
	VEC(struct count_flight) flights;
	size_t items_at, flights_at;
	struct event event;
	struct event_counts counts;
	struct blob comm;
};

static struct count_state *state_of(const struct count_source *s)
{
	return &s->programs->data_count->count_state;
}

/* Counters to events */

static void add_cell(struct count_cell *to, const struct count_cell *c)
{
	if (!c->max_ns)
		return;
	if (!to->max_ns || c->min_ns < to->min_ns)
		to->min_ns = c->min_ns;
	if (c->max_ns > to->max_ns)
		to->max_ns = c->max_ns;
	to->wall_ns += c->wall_ns;
	to->cpu_ns += c->cpu_ns;
	to->moved += c->moved;
	for (unsigned i = 0; i < COUNT_SUBS; i++)
		to->subs[i] += c->subs[i];
}

static void drain_near(struct count_source *s, unsigned set)
{
	int map = bpf_map__fd(s->programs->maps.near);

	for (__u32 i = 0; i < 1 << COUNT_NEAR_BITS && s->near; i++) {
		__u32 at = i | set << COUNT_NEAR_BITS;
		bool any = false;
		if (bpf_map_lookup_elem(map, &at, s->near))
			continue;
		for (int cpu = 0; cpu < s->ncpus; cpu++) {
			const struct count_near *n = &s->near[cpu];
			if (!n->key)
				continue;
			struct count_item item = {.cell = n->cell};
			__u64 key = n->key - 1;
			memcpy(&item.key, &key, sizeof(key));
			*vec_push(&s->items) = item;
			any = true;
		}
		if (!any)
			continue;
		memset(s->near, 0, (size_t)s->ncpus * sizeof(*s->near));
		bpf_map_update_elem(map, &at, s->near, BPF_ANY);
	}
}

/* Takes all counters out of a set that no program writes to. */
static void drain(struct count_source *s, unsigned set)
{
	int map = bpf_map__fd(set ? s->programs->maps.cells_1 : s->programs->maps.cells_0);
	struct count_key key = {0};

	drain_near(s, set);
	while (bpf_map_get_next_key(map, NULL, &key) == 0) {
		struct count_item item = {.key = key};
		if (bpf_map_lookup_elem(map, &key, s->of_cpus) == 0) {
			for (int i = 0; i < s->ncpus; i++)
				add_cell(&item.cell, &s->of_cpus[i]);
			*vec_push(&s->items) = item;
		}
		bpf_map_delete_elem(map, &key);
		memset(&key, 0, sizeof(key));
	}
}

/* The update returns when no program has the old set in its hands. */
static void swap_sets(struct count_source *s)
{
	__u32 zero = 0;
	int next = bpf_map__fd(s->active ? s->programs->maps.cells_0 : s->programs->maps.cells_1);

	state_of(s)->cells = 0;
	state_of(s)->set = !s->active;
	if (bpf_map_update_elem(bpf_map__fd(s->programs->maps.cells_now), &zero, &next, BPF_ANY))
		return;
	s->active = !s->active;
	drain(s, !s->active);
}

static uint64_t number_of(const struct desc *d, int abi, int nr)
{
	int inner = nr >> COUNT_INNER_SHIFT;

	if (abi != ABI_I386 || nr < 0 || !inner)
		return abi == ABI_I386 ? (uint32_t)nr : (uint64_t)(int64_t)nr;
	nr &= (1 << COUNT_INNER_SHIFT) - 1;
	int number = abi_inner_number(ABI_I386, (unsigned)nr, (unsigned)inner);
	return (uint64_t)(number >= 0 && desc_call(d, ABI_I386, (uint64_t)number) ? number : nr);
}

static void set_comm(struct count_source *s, const char *comm)
{
	s->comm = (struct blob){.slot = BLOB_COMM, .phase = PHASE_EXIT, .parent = -1, .want = (uint32_t)strlen(comm), .len = (uint32_t)strlen(comm),
	                        .addr = (uint64_t)s->event.tid, .data = (const uint8_t *)comm};
	s->event.blobs = &s->comm;
	s->event.nblobs = 1;
}

static int give_item(struct count_source *s, const struct event **out)
{
	const struct count_item *item = &s->items.at[s->items_at++];
	const struct count_key *k = &item->key;
	uint64_t now = clock_ns();

	s->counts = (struct event_counts){
		.wall_ns = item->cell.wall_ns, .cpu_ns = item->cell.cpu_ns, .min_ns = item->cell.min_ns, .max_ns = item->cell.max_ns,
		.moved = item->cell.moved, .octave = k->octave, .subs = (const uint64_t *)item->cell.subs,
	};
	for (unsigned i = 0; i < COUNT_SUBS; i++)
		s->counts.calls += item->cell.subs[i];
	s->event = (struct event){
		.kind = EVENT_CALL, .abi = k->abi, .outcome = k->error ? OUTCOME_ERROR : OUTCOME_OK, .ret = -(int64_t)k->error,
		.nr = number_of(s->opts.common.capture.desc, k->abi, k->nr), .pid = (pid_t)(k->pid ? k->pid : 1), .tid = (pid_t)(k->tid ? k->tid : k->pid ? k->pid : 1),
		.enter_ns = s->start_ns, .exit_ns = now, .counts = &s->counts,
	};
	if (s->opts.by.comm)
		set_comm(s, k->comm);
	*out = &s->event;
	return SOURCE_EVENT;
}

static int give_flight(struct count_source *s, const struct event **out)
{
	const struct count_flight *f = &s->flights.at[s->flights_at++];

	s->event = (struct event){
		.kind = EVENT_ENTERED, .abi = (uint8_t)f->abi, .nr = number_of(s->opts.common.capture.desc, (int)f->abi, f->nr),
		.pid = (pid_t)f->pid, .tid = (pid_t)f->tid, .enter_ns = f->enter_ns,
	};
	set_comm(s, f->comm);
	*out = &s->event;
	return SOURCE_EVENT;
}

/* Numbers that have changed since they were told: tasks, calls that were not counted. False: none has. */
static bool give_numbers(struct count_source *s, const struct event **out)
{
	uint64_t tasks = state_of(s)->tasks - s->told_tasks, missed = state_of(s)->missed - s->told_missed;

	s->event = (struct event){.kind = tasks ? EVENT_START : EVENT_LOST, .pid = 1, .tid = 1, .enter_ns = tasks ? s->start_ns : clock_ns(), .lost = missed};
	*out = &s->event;
	if (tasks) {
		s->counts = (struct event_counts){.calls = tasks};
		s->event.counts = &s->counts;
		s->told_tasks += tasks;
		return true;
	}
	s->told_missed += missed;
	return missed > 0;
}

/* The time at which it ended. */
static bool give_end(struct count_source *s, const struct event **out)
{
	if (s->closed)
		return false;
	s->closed = true;
	s->event = (struct event){.kind = EVENT_DETACH, .pid = 1, .tid = 1, .enter_ns = clock_ns()};
	*out = &s->event;
	return true;
}

/* The run */

static bool is_alive(int pidfd)
{
	struct pollfd p = {.fd = pidfd, .events = POLLIN};

	return pidfd >= 0 && poll(&p, 1, 0) == 0;
}

/* A thread whose id is gone, while no task has ended, has got its process's: by execve(2). */
static bool lives(struct count_source *s, struct watched_task *w)
{
	if (!is_alive(w->pidfd) && w->process && state_of(s)->gone < state_of(s)->tasks) {
		close(w->pidfd);
		w->pidfd = target_open(w->process);
		w->process = 0;
	}
	return is_alive(w->pidfd);
}

static void reap(struct count_source *s)
{
	if (s->base.child && !s->base.child_done && waitpid(s->base.child, &s->base.child_status, WNOHANG) == s->base.child)
		s->base.child_done = true;
}

static int open_iterator(struct bpf_link *of)
{
	int link = bpf_link__fd(of);

	return link < 0 ? -1 : bpf_iter_create(link);
}

/* Tasks that were ending as we came are not told to have ended. So who is left is looked at now and then, too. */
static bool nobody_lives(struct count_source *s)
{
	char one;

	if (++s->waits % ASK_TICKS)
		return false;
	int iterator = open_iterator(s->programs->links.living);
	bool nobody = iterator >= 0 && read(iterator, &one, 1) == 0;
	if (iterator >= 0)
		close(iterator);
	return nobody;
}

static bool is_over(struct count_source *s)
{
	const struct target_opts *t = &s->opts.targets;
	bool open_ended = target_is_system(t) || (t->ncgroups && !target_cgroups_gone(t)), children = s->opts.common.follow || t->ntrees;

	if (s->stopping || (s->base.child_done && open_ended))
		return true;
	if (open_ended || (s->base.child && !s->base.child_done))
		return false;
	for (size_t i = 0; i < s->watched.len; i++)
		if (lives(s, &s->watched.at[i]))
			return false;
	return !children || state_of(s)->gone >= state_of(s)->tasks || nobody_lives(s);
}

static void read_flights(struct count_source *s)
{
	int iterator = open_iterator(s->programs->links.in_flight);
	struct count_flight f;

	if (iterator < 0)
		return;
	while (read(iterator, &f, sizeof(f)) == sizeof(f))
		*vec_push(&s->flights) = f;
	close(iterator);
}

static void end(struct count_source *s)
{
	read_flights(s);
	count_bpf__detach(s->programs);
	s->items.len = s->items_at = 0;
	drain(s, 0);
	drain(s, 1);
	target_tell_unmarked(s->programs->obj);
	s->ended = true;
}

static int wait_a_tick(struct count_source *s)
{
	struct pollfd p = {.fd = s->watched.len ? s->watched.at[0].pidfd : -1, .events = POLLIN};
	struct timespec tick = {.tv_nsec = TICK_MS * 1000000L};

	if (is_alive(p.fd))
		poll(&p, 1, TICK_MS);
	else
		nanosleep(&tick, NULL);
	reap(s);
	return SOURCE_IDLE;
}

static int count_next(struct source *source, const struct event **out)
{
	struct count_source *s = (struct count_source *)source;

	if (s->items_at < s->items.len)
		return give_item(s, out);
	if (s->flights_at < s->flights.len)
		return give_flight(s, out);
	if (s->ended)
		return give_numbers(s, out) || give_end(s, out) ? SOURCE_EVENT : SOURCE_END;
	reap(s);
	if (is_over(s)) {
		end(s);
		return SOURCE_IDLE;
	}
	s->items.len = s->items_at = 0;
	if (state_of(s)->cells > bpf_map__max_entries(s->programs->maps.cells_0) / 2) {
		swap_sets(s);
		return SOURCE_IDLE;
	}
	return wait_a_tick(s);
}

static void count_stop(struct source *source, int signo)
{
	struct count_source *s = (struct count_source *)source;

	if (s->stopping)
		return;
	s->stopping = true;
	end(s);
	/* Not before: as with ptrace, what it does on this is not watched. */
	if (s->base.child && signo && !s->base.child_done)
		kill(s->base.child, signo);
}

static void count_close(struct source *source)
{
	struct count_source *s = (struct count_source *)source;

	count_bpf__destroy(s->programs);
	for (size_t i = 0; i < s->watched.len; i++)
		if (s->watched.at[i].pidfd >= 0)
			close(s->watched.at[i].pidfd);
	vec_done(&s->watched);
	vec_done(&s->items);
	vec_done(&s->flights);
	free(s->of_cpus);
	free(s->near);
	free(s);
}

/* Beginning */

/*
 * *model: a map as those in map `cells_now` are, but for their numbers of entries, which may differ (Linux 5.10). It is needed until that is made. libbpf has one, too, of
 * which its versions from 1.6 on cannot set the key's size.
 */
static int configure_maps(struct count_source *s, int *model)
{
	const struct count_by *by = &s->opts.by;
	size_t key = by->comm ? sizeof(struct count_key) : by->pid || by->tid ? offsetof(struct count_key, comm) : offsetof(struct count_key, pid);
	size_t cells = CELLS_BYTES / ((size_t)s->ncpus * sizeof(struct count_cell)), most = by->pid || by->tid ? CELLS_MOST : CELLS_MOST / 4;

	cells = cells > most ? most : cells < CELLS_LEAST ? CELLS_LEAST : cells;
	for (int i = 0; i < 2; i++) {
		struct bpf_map *map = i ? s->programs->maps.cells_1 : s->programs->maps.cells_0;
		bpf_map__set_key_size(map, (__u32)key);
		bpf_map__set_max_entries(map, (__u32)cells);
	}
	if (s->near)
		bpf_map__set_max_entries(s->programs->maps.near, 2 << COUNT_NEAR_BITS);
	*model = bpf_map_create(BPF_MAP_TYPE_PERCPU_HASH, "cells", (__u32)key, sizeof(struct count_cell), 1, NULL);
	return *model < 0 ? *model : bpf_map__set_inner_map_fd(s->programs->maps.cells_now, *model);
}

static void configure_calls(struct count_source *s)
{
	struct count_config *c = (struct count_config *)&s->programs->rodata_count->count_config;
	const struct count_by *by = &s->opts.by;

	*c = (struct count_config){.by_pid = by->pid, .by_tid = by->tid, .by_comm = by->comm, .near = s->near != NULL,
	                            .some = s->opts.common.capture.wanted != NULL, .beyond = 1};
	if (!program_casts((const char *const[]){"task_struct"}, 1, &c->task_type))
		c->task_type = 0;
	for (unsigned abi = 0; c->some && abi < COUNT_ABIS; abi++)
		memcpy(c->wanted[abi], s->opts.common.capture.wanted[abi], sizeof(c->wanted[abi]));
}

static int watch(struct count_source *s, pid_t pid)
{
	int fd = target_open(pid);

	if (fd < 0)
		return fd;
	pid_t process = tracee_group(pid);
	*vec_push(&s->watched) = (struct watched_task){.pidfd = fd, .process = process != pid ? process : 0};
	return 0;
}

static int launch(struct count_source *s)
{
	enum { ALONE = MARK_LAUNCH, FAMILY = MARK_LAUNCH | MARK_FOLLOW };
	struct launch l = {0};
	int err = launch_prepare(&l, &s->opts.common);

	if (err)
		return err;
	pid_t child = launch_fork(&l);
	err = child < 0 ? child : 0;
	if (!err) {
		s->base.child = child;
		err = watch(s, child);
		err = err ? err : target_mark(s->programs->obj, child, s->opts.common.follow ? FAMILY : ALONE);
		if (err)
			diag_error("cannot watch the program: %s", strerror(-err));
		int gone = launch_end(&l, !err);
		err = err ? err : gone;
	}
	launch_done(&l);
	return err;
}

static int attach(struct count_source *s)
{
	const struct bpf_object_skeleton *k = s->programs->skeleton;
	int err = 0;

	for (int i = 0; i < k->prog_cnt && !err; i++) {
		*k->progs[i].link = program_attach(*k->progs[i].prog);
		err = *k->progs[i].link ? 0 : -errno;
	}
	return err;
}

static int load(struct count_source *s)
{
	int err = target_configure(s->programs->obj, &s->opts.targets), model;

	if (err)
		return err;
	configure_calls(s);
	err = configure_maps(s, &model);
	err = err ? err : count_bpf__load(s->programs);
	if (model >= 0)
		close(model);
	err = err ? err : target_spare(s->programs->obj, &s->opts.targets);
	err = err ? err : attach(s);
	if (err)
		ebpf_explain(err);
	return err;
}

static void count_task(void *ctx, pid_t tid, pid_t pid)
{
	struct count_source *s = ctx;

	(void)tid;
	(void)pid;
	__atomic_add_fetch(&state_of(s)->tasks, 1, __ATOMIC_RELAXED);
}

static int begin(struct count_source *s)
{
	const struct ptrace_opts *o = &s->opts.common;
	int err = target_begin(s->programs->obj, &s->opts.targets, count_task, s);

	for (unsigned i = 0; i < o->npids && !err; i++)
		err = watch(s, o->pids[i]);
	for (unsigned i = 0; i < s->opts.targets.ntrees && !err; i++)
		err = watch(s, s->opts.targets.trees[i]);
	s->start_ns = clock_ns();
	return err || !o->argv ? err : launch(s);
}

int count_source_open(const struct count_opts *opts, struct source **out)
{
	static const struct source_ops ops = {.next = count_next, .stop = count_stop, .close = count_close};
	struct count_source *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->base.ops = &ops;
	s->base.realtime_offset = clock_realtime_offset_ns();
	s->opts = *opts;
	target_take(&s->opts.targets, &opts->common);
	s->ncpus = libbpf_num_possible_cpus();
	s->of_cpus = calloc((size_t)(s->ncpus > 0 ? s->ncpus : 1), sizeof(*s->of_cpus));
	if (s->ncpus > 0 && !opts->by.comm && !opts->by.pid && !opts->by.tid)
		s->near = calloc((size_t)s->ncpus, sizeof(*s->near));
	ebpf_listen();
	programs_take();
	heap_reserve(EBPF_LOAD_BYTES);
	struct bpf_object_open_opts opening;
	struct types_file types;
	types_file_open(&types);
	ebpf_open_opts(&opening, &types);
	s->programs = count_bpf__open_opts(&opening);
	int err = s->programs ? types_file_fill(&types, bpf_object__btf(s->programs->obj)) : -errno;
	if (err)
		ebpf_explain(err);
	err = err ? err : load(s);
	types_file_close(&types);
	heap_release();
	err = err ? err : begin(s);
	if (err)
		count_close(&s->base);
	else
		*out = &s->base;
	return err;
}

#else

#include "capture/ebpf_count.h"

#include <errno.h>

/* engine_choose() has said why. */
int count_source_open(const struct count_opts *opts, struct source **out)
{
	(void)opts;
	(void)out;
	return -ENOSYS;
}

#endif
