/* The eBPF engine's source: begin, wait, hand out, end. See ebpf.h and ebpf_priv.h. */
#include "capture/ebpf.h"

#include <errno.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/heap.h"

#ifdef HAVE_BPF

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "capture/ebpf_priv.h"
#include "capture/ebpf_rights.h"
#include "capture/ebpf_target.h"
#include "capture/ptrace_priv.h"
#include "capture/status.h"
#include "trace_maps.skel.h"

#define MS 1000000ull

/*
 * Waiting. A record makes no wake-up, so we look: when a part of the ring will have filled that is small enough, if it goes on as it did, and the more seldom the longer
 * there was none. Each look costs those who are watched some 10 us.
 */
#define NAP_LEAST_NS (1 * MS / 4)
#define NAP_BUSY_NS (4 * MS) /* at most, while there are records: it may not go on as it did */
#define NAP_MOST_NS (10 * MS)
enum { NAP_PARTS = 64 };
#define LOOK_EVERY_NS (10 * MS)
#define LOOK_AGE_NS (5 * MS)
#define DEAD_AFTER_NS (500 * MS)

const char *ebpf_lacks(void)
{
	return NULL;
}

/* The child */

static void reap(struct ebpf_source *s)
{
	int status;

	if (!s->base.child || s->base.child_done)
		return;
	if (waitpid(s->base.child, &status, WNOHANG) == s->base.child) {
		s->base.child_status = status;
		s->base.child_done = true;
	}
}

/*
 * What we do not read in time is lost, and those we watch may keep all CPUs busy. So we come first, where that is allowed. After the program was
 * started: it is not to inherit this.
 */
static void come_first(void)
{
	setpriority(PRIO_PROCESS, 0, -20);
}

/* Ends */

/* A task that nobody has waited for yet is there, but has ended. */
static bool is_zombie(pid_t tid)
{
	char state[32];

	return status_text(tid, "State:", state, sizeof(state)) == 0 && state[0] == 'Z';
}

/* Tasks whose end got lost: they have ended, and nothing is in the ring that could tell. */
static void drop_dead(struct ebpf_source *s)
{
	VEC(struct watched *) dead = {0};

	map_for_each(&s->tasks, slot) {
		struct watched *w = slot->value;
		if (!w->ended && ((tgkill(w->pid, w->tid, 0) && errno == ESRCH) || is_zombie(w->tid)))
			*(struct watched **)vec_push(&dead) = w;
	}
	bool told = __atomic_load_n(s->ring.producer, __ATOMIC_ACQUIRE) != s->ring.at;
	for (size_t i = 0; i < dead.len && !told; i++)
		watched_end(s, dead.at[i], clock_ns());
	vec_done(&dead);
}

/* At the end, or when told: what nobody's row of numbers has shown to be missing. */
static void push_lost(struct ebpf_source *s)
{
	uint64_t total = s->state->lost + s->state->untold;

	if (total > s->lost) {
		struct event *e = vec_push(&s->queue);
		*e = (struct event){.kind = EVENT_LOST, .enter_ns = clock_ns(), .lost = total - s->lost};
		s->lost = total;
	}
	target_tell_unmarked(s->shared->obj);
	if (s->state->stackless)
		diag_warn("%llu stacks were lost: they came faster than they could be taken; their calls are shown without. A larger --ring-size (%llu kB now) or --call-graph=fp helps",
		          (unsigned long long)s->state->stackless, (unsigned long long)s->opts.ring_bytes >> 10);
	if (s->degraded)
		diag_warn("of %llu calls less was copied than wanted, as they came faster than they could be taken; what is missing shows as ...",
		          (unsigned long long)s->degraded);
	if (s->state->untold)
		diag_warn("for %llu events the kernel had no memory at that moment", (unsigned long long)s->state->untold);
	if (s->lost == s->state->untold)
		return;
	diag_warn("%llu events were lost: they came faster than they could be taken. A larger --ring-size (%llu kB now) evens out bursts; "
	          "a narrower -e trace or -z leaves less to do%s",
	          (unsigned long long)s->lost, (unsigned long long)s->opts.ring_bytes >> 10, s->opts.lossless ? "" : "; --lossless lets what is watched wait");
}

static int by_tid(const void *a, const void *b)
{
	return (*(struct watched *const *)a)->tid - (*(struct watched *const *)b)->tid;
}

/* All that is left goes on unwatched. */
static void push_farewell(struct ebpf_source *s)
{
	VEC(struct watched *) all = {0};

	uring_abandon(s, 0, OUTCOME_DETACHED, clock_ns());
	map_for_each(&s->tasks, slot)
		*(struct watched **)vec_push(&all) = slot->value;
	if (all.len)
		qsort(all.at, all.len, sizeof(*all.at), by_tid);
	for (size_t i = 0; i < all.len; i++) {
		look_detach(s, all.at[i]);
		watched_push(s, all.at[i], EVENT_DETACH, clock_ns());
		map_remove(&s->tasks, (uint64_t)all.at[i]->tid);
		*(struct watched **)vec_push(&s->gone) = all.at[i];
	}
	vec_done(&all);
}

static void detach_programs(struct ebpf_source *s)
{
	if (!s->detached)
		programs_detach(s);
	s->detached = true;
}

static void ebpf_stop(struct source *base, int signo)
{
	struct ebpf_source *s = (struct ebpf_source *)base;

	if (s->stopping)
		return;
	s->stopping = true;
	s->stop_signo = signo;
	s->state->look_ns = 0;
	if (s->look)
		look_now(s);
	detach_programs(s);
	brake_end(s);
	/* Signalled when it is no longer watched, as with ptrace: the trace does not tell of it. */
	if (s->base.child && signo && !s->base.child_done)
		kill(s->base.child, signo);
}

/* Whether there will be no more events: the ring is empty. */
static bool is_over(struct ebpf_source *s)
{
	if (s->stopping)
		return true;
	const struct target_opts *t = &s->opts.targets;
	if (target_is_system(t) || (t->ncgroups && !s->cgroups_gone))
		return s->base.child && s->base.child_done;
	return !s->tasks.len && (!s->base.child || s->base.child_done);
}

/* Events */

/* For the kernel, too, which does without a clock of its own where it may. */
static uint64_t look_at_clock(struct ebpf_source *s)
{
	uint64_t now = clock_ns();

	__atomic_store_n(s->ring.now_ns, now, __ATOMIC_RELAXED);
	return now;
}

/* How long. */
static uint64_t nap_ns(struct ebpf_source *s, uint64_t now)
{
	uint64_t idle = now - s->busy_ns, bytes = s->record_bytes - s->napped_bytes, fair = NAP_BUSY_NS;

	if (bytes)
		fair = (uint64_t)((double)(now - s->napped_ns) * (double)(s->opts.ring_bytes / NAP_PARTS) / (double)bytes);
	s->napped_bytes = s->record_bytes;
	s->napped_ns = now;
	if (idle >= NAP_BUSY_NS)
		return idle < NAP_MOST_NS ? idle : NAP_MOST_NS;
	return fair < NAP_LEAST_NS ? NAP_LEAST_NS : fair < NAP_BUSY_NS ? fair : NAP_BUSY_NS;
}

/* The end of the program is the end of a nap, too. */
static void nap(struct ebpf_source *s, uint64_t ns)
{
	struct timespec t = {.tv_nsec = (long)ns};
	struct pollfd program = {.fd = s->base.child_done ? -1 : s->child_fd, .events = POLLIN};

	ppoll(&program, 1, &t, NULL);
}

static void begin_round(struct ebpf_source *s)
{
	s->queue.len = s->queue_at = 0;
	for (size_t i = 0; i < s->gone.len; i++)
		watched_free(s, s->gone.at[i]);
	s->gone.len = 0;
	arena_reset(&s->arena);
	ring_release(&s->ring);
}

/* Looks for calls that wait, when it is time to. */
static void look_when_due(struct ebpf_source *s, uint64_t now)
{
	if (!s->look || now < s->look_due_ns || s->looked.len)
		return;
	s->look_due_ns = now + LOOK_EVERY_NS;
	/* An older call may not have been old enough then. */
	if (s->state->entered || s->look_again) {
		s->look_again = s->state->entered;
		look_now(s);
	}
}

/* Nothing in the ring: naps. Whether an idle moment is to be told. */
static bool wait_for_records(struct ebpf_source *s, uint64_t now)
{
	uint64_t idle = now - s->busy_ns;
	bool done = s->base.child_done;

	reap(s);
	brake_check(s);
	if (s->base.child_done != done) /* its last records are there by now */
		return false;
	nap(s, nap_ns(s, now));
	if (idle < NAP_MOST_NS)
		return false;
	watched_settle(s);
	if (idle > DEAD_AFTER_NS && now > s->dead_due_ns) {
		s->dead_due_ns = now + DEAD_AFTER_NS;
		drop_dead(s);
		s->cgroups_gone = target_cgroups_gone(&s->opts.targets);
	}
	return true;
}

static int finish_source(struct ebpf_source *s)
{
	if (s->finished)
		return SOURCE_END;
	s->finished = true;
	if (s->stopping)
		push_farewell(s);
	push_lost(s);
	return s->queue.len ? 0 : SOURCE_END;
}

static int ebpf_next(struct source *base, const struct event **out)
{
	struct ebpf_source *s = (struct ebpf_source *)base;
	uint32_t bytes;

	for (;;) {
		if (s->queue_at < s->queue.len) {
			*out = &s->queue.at[s->queue_at++];
			return SOURCE_EVENT;
		}
		begin_round(s);
		if (!s->stopping)
			look_settle(s);
		if (s->queue.len)
			continue;
		const struct record *r = ring_next(&s->ring, &bytes);
		uint64_t now = 0;
		if (r) {
			record_take(s, r, bytes);
			s->records++;
			s->record_bytes += bytes;
			if (s->records % 1024)
				continue;
			now = s->busy_ns = look_at_clock(s);
			brake_check(s);
			look_when_due(s, now);
			continue;
		}
		now = look_at_clock(s);
		if (s->records != s->records_seen) {
			s->records_seen = s->records;
			s->busy_ns = now;
		}
		if (!s->stopping)
			look_when_due(s, now);
		if (s->looked.len && !s->stopping)
			continue;
		if (is_over(s)) {
			if (finish_source(s) == SOURCE_END)
				return SOURCE_END;
			continue;
		}
		if (wait_for_records(s, now))
			return SOURCE_IDLE;
	}
}

static void ebpf_close(struct source *base)
{
	struct ebpf_source *s = (struct ebpf_source *)base;

	brake_end(s);
	if (s->opts.debug)
		diag_note("the kernel told in %llu records of %llu bytes", (unsigned long long)s->records, (unsigned long long)s->record_bytes);
	programs_close(s);
	ring_close(&s->ring);
	if (s->child_fd >= 0)
		close(s->child_fd);
	look_done(s);
	uring_done(s);
	vec_done(&s->looked);
	vec_done(&s->queue);
	arena_done(&s->arena);
	buf_done(&s->text);
	names_done(s);
	map_done(&s->peers);
	for (size_t i = 0; i < s->gone.len; i++)
		watched_free(s, s->gone.at[i]);
	vec_done(&s->gone);
	map_for_each(&s->tasks, slot)
		watched_free(s, slot->value);
	map_done(&s->tasks);
	stacks_done(s);
	free(s);
}

static const struct source_ops ops = {.next = ebpf_next, .stop = ebpf_stop, .close = ebpf_close};

/* Beginning */

static int ring_choose(struct ebpf_source *s)
{
	struct trace_config *config = &s->shared->rodata_trace->trace_config;
	uint32_t chunks = ring_chunks(s->opts.ring_bytes);

	/* Those that wait in calls as they are stopped all have a record of that: a small ring can do without the limit, as a whole chunk is there. */
	config->ring_bytes = s->opts.lossless ? (uint64_t)chunks * RING_CHUNK : s->opts.ring_bytes;
	config->ring_mask = chunks - 1;
	if (getrandom(&config->ring_secret, sizeof(config->ring_secret), 0) != sizeof(config->ring_secret))
		return -errno;
	return bpf_map__set_max_entries(s->shared->maps.ring, chunks);
}

/* Whether one task is all there is, whose calls come one after the other. */
static bool is_alone(const struct ebpf_source *s)
{
	const struct target_opts *t = &s->opts.targets;
	unsigned programs = s->opts.common.argv ? 1 : 0;

	return !s->opts.common.follow && !t->ntrees && !t->ncgroups && !target_is_system(t) && t->npids + programs == 1;
}

static int load(struct ebpf_source *s)
{
	const struct capture_opts *o = &s->opts.common.capture;
	struct plan_tables *tables;

	int err = programs_open(s);
	if (err)
		return err;
	err = plan_tables_make(s->shared, o, &tables, &s->first_union);
	if (err)
		return err;
	s->shared->rodata_trace->trace_config = (struct trace_config){
		.announce = o->announce, .fds = o->fds, .sockets = o->sockets, .own_comm = o->own_comm, .cpu_time = o->cpu_time,
		.some_calls = o->wanted != NULL, .untimed = o->untimed, .timeless = o->timeless && is_alone(s),
	};
	plan_masks(tables, &s->shared->rodata_trace->trace_config);
	plan_fds(o->only_fds, &s->shared->rodata_trace->trace_config);
	s->shared->data_trace->trace_state.look_ns = LOOK_AGE_NS;
	if (s->opts.degrade)
		s->shared->rodata_trace->trace_config.degrade_at = s->opts.ring_bytes / 2;
	err = brake_prepare(s);
	err = err ? err : ring_choose(s);
	err = err ? err : stacks_choose(s);
	err = err ? err : target_configure(s->shared->obj, &s->opts.targets);
	uring_begin(s);
	err = err ? err : programs_load(s, tables);
	heap_release();
	plan_tables_free(tables);
	return err;
}

static int attach(struct ebpf_source *s)
{
	int err = target_spare(s->shared->obj, &s->opts.targets);
	err = err ? err : programs_attach(s);
	if (!err)
		err = ring_open(&s->ring, bpf_map__fd(s->shared->maps.ring), s->opts.ring_bytes, s->shared->rodata_trace->trace_config.ring_secret,
		                (struct ring_state *)&s->shared->data_ring->ring_state);
	if (err)
		ebpf_explain(err);
	else
		look_at_clock(s);
	s->state = &s->shared->data_trace->trace_state;
	return err;
}

static int start_program(struct ebpf_source *s, struct launch *l)
{
	int err = launch_prepare(l, &s->opts.common);
	if (err)
		return err;
	pid_t child = launch_fork(l);
	if (child < 0)
		return child;
	s->base.child = child;
	s->child_fd = target_open(child);
	err = target_mark(s->shared->obj, child, MARK_LAUNCH | (s->opts.common.follow ? MARK_FOLLOW : 0));
	if (err) {
		diag_error("--engine=ebpf: cannot watch the program: %s", strerror(-err));
		launch_end(l, false);
		return err;
	}
	brake_join(s, child);
	struct watched *w = watched_new(s, child, child);
	watched_push(s, w, EVENT_START, clock_ns())->parent = getpid();
	stacks_launched(s, w);
	return launch_end(l, true);
}

static int begin(struct ebpf_source *s)
{
	const struct ptrace_opts *o = &s->opts.common;
	struct launch l = {0};
	ebpf_listen();
	int err = load(s);

	err = err ? err : attach(s);
	err = err ? err : brake_begin(s); /* before anything is told that may not be lost */
	err = err ? err : target_begin(s->shared->obj, &s->opts.targets, watched_attach, s);
	if (!err && o->argv)
		err = start_program(s, &l);
	launch_done(&l);
	come_first();
	if (!err)
		watched_announce_waiting(s);
	return err;
}

/* What takes a stop, or more than a record holds. */
static int refuse(const struct ebpf_opts *o)
{
	const char *what = o->common.tamperer.decide ? "changes what calls do (-e inject, -e fault)"
		: o->common.capture.whole_read || o->common.capture.whole_write ? "copies all that is read and written (-e read, -e write)"
		: o->common.detach_on_exec ? "detaches on a call (-b)"
		: o->common.daemonize ? "is the program's grandchild (-D)"
		: o->common.kill_on_exit ? "ends with its tracer (--kill-on-exit)" : NULL;

	if (!what)
		return 0;
	diag_error("--engine=ebpf stops nobody, and so never %s: that takes --engine=ptrace", what);
	return -EINVAL;
}

int ebpf_source_open(const struct ebpf_opts *opts, struct source **out)
{
	int refused = refuse(opts);

	if (refused)
		return refused;
	struct ebpf_source *s = calloc(1, sizeof(*s));
	if (!s)
		abort();
	s->base.ops = &ops;
	s->child_fd = -1;
	s->opts = *opts;
	target_take(&s->opts.targets, &opts->common);
	if (!s->opts.ring_bytes)
		s->opts.ring_bytes = EBPF_RING_BYTES;
	s->base.realtime_offset = clock_realtime_offset_ns();
	s->napped_ns = clock_ns();
	int err = begin(s);
	if (err) {
		ebpf_close(&s->base);
		return err;
	}
	*out = &s->base;
	return 0;
}

#else

const char *ebpf_lacks(void)
{
	return BPF_LACKS;
}

int ebpf_source_open(const struct ebpf_opts *opts, struct source **out)
{
	(void)opts;
	(void)out;
	diag_error("--engine=ebpf is not in this build: %s was missing when it was made", BPF_LACKS);
	return -ENOSYS;
}

#endif
