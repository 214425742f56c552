/*
 * Back-pressure (--lossless): what is watched stands still while we catch up. The kernel's side is bpf/pressure.h. A cgroup is frozen: the one that
 * the program is started in, which we make, or those that are watched. What is in none is stopped with SIGSTOP, and so is what a freeze comes
 * too late for.
 *
 * That nobody stays so when we end, or are killed, or wait in a write for a slow reader, takes a process of its own, the keeper:
 *
 *   it is a child of ours that holds none of our files (so the programs in the kernel go when we do), takes no signal, has a name and
 *   command line of its own, so that a killall or pkill of ours does not mean it, and is not what the kernel kills for want of memory;
 *   it sleeps until a record says that the ring has come to hold_at, freezes, and thaws when the ring was read down to a quarter; it may come so late that the
 *   ring has been read by then, and epoll_wait(2) returns for nothing that has passed: so now and then it looks whether somebody stands still all the same;
 *   when the pipe from us ends or our pidfd says that we are gone, it lets everybody go, gives the cgroup's members back, and ends.
 *
 * Should it be killed, we do the same in its place, and go on without.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/membarrier.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <bpf/libbpf.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/container.h"
#include "capture/ebpf_priv.h"
#include "capture/ebpf_rights.h"
#include "capture/ebpf_target.h"
#include "trace_maps.skel.h"

enum { LOOK_EVERY_MS = 1, QUIET_LOOKS = 100, REST_MS = 50, DISBAND_TRIES = 100 };

static struct brake_state *state_of(const struct ebpf_source *s)
{
	return &s->shared->data_brake->brake_state;
}

/* cgroups */

/* The folder of a process's cgroup. NULL: it cannot be told. The caller frees it. */
static char *folder_of(pid_t pid, const char *mount)
{
	char path[64], *line = NULL, *folder = NULL;
	struct buf b = {0};
	size_t cap = 0;

	snprintf(path, sizeof(path), "/proc/%d/cgroup", pid);
	FILE *f = fopen(path, "re");
	while (f && !folder && getline(&line, &cap, f) > 0) {
		if (!str_starts(line, "0::/"))
			continue;
		buf_printf(&b, "%s%.*s", mount, (int)strcspn(line + 3, "\n"), line + 3);
		folder = realpath(buf_cstr(&b), NULL);
	}
	if (f)
		fclose(f);
	free(line);
	buf_done(&b);
	return folder;
}

static bool is_below(const char *folder, const char *top)
{
	size_t len = strlen(top);

	return strncmp(folder, top, len) == 0 && (folder[len] == '/' || !folder[len]);
}

/* Whether a process that must not stand still is in a cgroup. */
struct question {
	const char *mount, *top;
	bool yes;
};

static void ask(void *ctx, pid_t pid)
{
	struct question *q = ctx;
	char *folder = folder_of(pid, q->mount);

	q->yes |= !folder || is_below(folder, q->top);
	free(folder);
}

static int open_in(const char *folder, const char *name, int flags)
{
	struct buf path = {0};

	buf_printf(&path, "%s/%s", folder, name);
	int fd = open(buf_cstr(&path), flags | O_CLOEXEC);
	buf_done(&path);
	return fd;
}

/* Takes a cgroup to be frozen; whether it can be. One that is frozen already, by somebody else, cannot. */
static bool take_cgroup(struct brake *b, const char *folder)
{
	char now = 0;
	int fd = open_in(folder, "cgroup.freeze", O_RDWR);

	if (fd < 0 || read(fd, &now, 1) != 1 || now != '0') {
		if (fd >= 0)
			close(fd);
		return false;
	}
	*vec_push(&b->freezers) = fd;
	return true;
}

static bool take_watched_cgroups(struct brake *b, const struct target_opts *t, const char *mount)
{
	bool all = true;

	for (unsigned i = 0; i < t->ncgroups; i++) {
		char *top = realpath(t->cgroups[i], NULL);
		struct question q = {.mount = mount, .top = top};
		if (top) {
			ask(&q, getpid());
			target_readers(ask, &q);
		}
		all &= top && !q.yes && take_cgroup(b, top);
		free(top);
	}
	return all;
}

/* Where one for the program is to be: below ours. */
static bool name_cgroup(struct brake *b, const char *mount)
{
	struct buf path = {0};

	b->parent = folder_of(getpid(), mount);
	if (!b->parent)
		return false;
	buf_printf(&path, "%s/ringside-%d", b->parent, getpid());
	b->made = strdup(buf_cstr(&path));
	buf_done(&path);
	return true;
}

static void forget_cgroup(struct brake *b)
{
	free(b->made);
	b->made = NULL;
}

static bool put_number(int fd, pid_t pid)
{
	char text[16];
	int len = snprintf(text, sizeof(text), "%d", pid);

	return write(fd, text, (size_t)len) == len;
}

/* What is left in the program's cgroup goes where it would have been, so that this one can go. */
static void disband(const struct brake *b)
{
	for (int i = 0; b->made && i < DISBAND_TRIES && rmdir(b->made) && errno == EBUSY; i++) {
		int from = open_in(b->made, "cgroup.procs", O_RDONLY), to = open_in(b->parent, "cgroup.procs", O_WRONLY), pid;
		FILE *f = from < 0 ? NULL : fdopen(from, "r");
		while (f && fscanf(f, "%d", &pid) == 1)
			put_number(to, pid);
		if (f)
			fclose(f);
		close(to);
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	}
}

/* Standing still */

static void freeze(const struct brake *b, bool on)
{
	for (size_t i = 0; i < b->freezers.len; i++)
		if (pwrite(b->freezers.at[i], on ? "1" : "0", 1, 0) < 0)
			continue; /* it is no more */
}

/* With a value by which the programs in the kernel know whose it is. */
static void let_one_go(pid_t pid)
{
	siginfo_t info = {.si_signo = SIGCONT, .si_code = SI_QUEUE, .si_pid = getpid(), .si_uid = getuid()};

	info.si_value.sival_ptr = (void *)(uintptr_t)BRAKE_MAGIC;
	syscall(SYS_rt_sigqueueinfo, pid, SIGCONT, &info);
}

static int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/*
 * Those that are on the list now, each once: who goes on may fill the ring and stop again before we are through. One that is counted but not written yet
 * comes later; with `all` there is none such, as programs send no more. They are struck off the list when it is done, so that who comes after a keeper
 * that was killed leaves out nobody.
 */
static void let_go(struct brake_state *state, bool all)
{
	uint32_t sent = __atomic_load_n(&state->sent, __ATOMIC_ACQUIRE), end;
	VEC(int) pids = {0};

	for (end = state->let_go; end != sent; end++) {
		int pid = (int)__atomic_load_n(&state->pids[end % BRAKE_SLOTS], __ATOMIC_ACQUIRE);
		if (!pid && !all)
			break;
		if (pid)
			*vec_push(&pids) = pid;
	}
	if (pids.len)
		qsort(pids.at, pids.len, sizeof(*pids.at), by_number);
	for (size_t i = 0; i < pids.len; i++)
		if (!i || pids.at[i] != pids.at[i - 1])
			let_one_go(pids.at[i]);
	for (; state->let_go != end; state->let_go++)
		__atomic_store_n(&state->pids[state->let_go % BRAKE_SLOTS], 0, __ATOMIC_RELEASE);
	vec_done(&pids);
}

/* Returns when each program in the kernel that has begun has ended. */
static void wait_for_programs(void)
{
	if (syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0))
		nanosleep(&(struct timespec){.tv_nsec = 50 * 1000000}, NULL);
}

/* For good. */
static void release(const struct brake *b, struct brake_state *state)
{
	__atomic_store_n(&state->on, 0, __ATOMIC_SEQ_CST);
	freeze(b, false);
	let_go(state, false);
	wait_for_programs();
	let_go(state, true);
	disband(b);
}

/* The keeper */

struct watch {
	bool held;      /* cgroups are frozen */
	unsigned quiet; /* so many looks found nothing to do */
};

static uint64_t ring_fill(const struct ring *r)
{
	uint64_t consumer = __atomic_load_n(r->consumer, __ATOMIC_ACQUIRE);

	return __atomic_load_n(r->producer, __ATOMIC_ACQUIRE) - consumer;
}

/* All files but these. */
static void close_others(int *keep, size_t n)
{
	unsigned from = 0;

	qsort(keep, n, sizeof(*keep), by_number);
	for (size_t i = 0; i < n; i++) {
		if ((unsigned)keep[i] > from)
			close_range(from, (unsigned)keep[i] - 1, 0);
		from = (unsigned)keep[i] + 1;
	}
	close_range(from, ~0u, 0);
}

static void add(int epoll, int fd, uint32_t events)
{
	struct epoll_event e = {.events = events, .data.fd = fd};

	epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &e);
}

/* The command line is not ours any more: a pkill -f that means the tracer does not mean the keeper. proc(5) says where it lies. */
static void rename_line(void)
{
	unsigned long start = 0, end = 0;
	char text[1024] = "";
	int fd = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
	ssize_t n = read(fd, text, sizeof(text) - 1);
	char *at = n > 0 ? strrchr(text, ')') : NULL;

	close(fd);
	for (int field = 2; at && field < 48; field++)
		at = strchr(at + 1, ' ');
	if (at && sscanf(at, "%lu %lu", &start, &end) == 2 && end > start + sizeof("keeper")) {
		memset((void *)start, 0, end - start);
		memcpy((void *)start, "keeper", sizeof("keeper"));
	}
}

/* It must be there when it is needed: before what keeps the CPUs busy, and after what wants memory. */
static void settle_in(void)
{
	sigset_t all;
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

	if (fd >= 0) {
		put_number(fd, -1000);
		close(fd);
	}
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	setpgid(0, 0);
	prctl(PR_SET_NAME, "keeper");
	rename_line();
	setpriority(PRIO_PROCESS, 0, -20);
	sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){.sched_priority = 1});
}

/* One look at the ring. Whether the keeper can sleep until a record wakes it. */
static bool look_after(struct ebpf_source *s, bool woken, struct watch *w)
{
	struct brake_state *state = state_of(s);
	uint64_t fill = ring_fill(&s->ring), size = s->ring.size;

	if (fill > state->most)
		state->most = fill;
	if (!w->held && fill >= BRAKE_HOLD_AT(size)) {
		freeze(&s->brake, true);
		w->held = true;
		state->holds++;
	}
	w->quiet = woken || fill > BRAKE_RELEASE_AT(size) ? 0 : w->quiet + 1;
	if (fill > BRAKE_RELEASE_AT(size))
		return false;
	if (w->held)
		freeze(&s->brake, false);
	w->held = false;
	let_go(state, false);
	if (w->quiet < QUIET_LOOKS)
		return false;
	/* A program that has woken us may only now stop its task. */
	wait_for_programs();
	if (ring_fill(&s->ring) > BRAKE_RELEASE_AT(size))
		return false;
	let_go(state, false);
	return state->let_go == __atomic_load_n(&state->sent, __ATOMIC_ACQUIRE);
}

static int heard(void *context, void *data, size_t size)
{
	(void)context, (void)data, (void)size;
	return 0;
}

/* Whether a keeper that sleeps can go on to do so. */
static bool is_quiet(struct ebpf_source *s)
{
	const struct brake_state *state = state_of(s);

	return ring_fill(&s->ring) <= BRAKE_RELEASE_AT(s->ring.size) && state->let_go == __atomic_load_n(&state->sent, __ATOMIC_ACQUIRE);
}

/* It is the keeper that makes the program's cgroup, so that one of the two is left to remove it whoever is killed. */
static void make_cgroup(struct brake *b, int ready)
{
	char made = b->made && mkdir(b->made, 0755) == 0;

	if (!made)
		forget_cgroup(b);
	else
		take_cgroup(b, b->made);
	while (write(ready, &made, 1) < 0 && errno == EINTR)
		continue;
}

static _Noreturn void keep(struct ebpf_source *s, int tracer, int control, int ready)
{
	int bell = bpf_map__fd(s->shared->maps.bell), epoll = epoll_create1(EPOLL_CLOEXEC);
	struct epoll_event events[4];
	VEC(int) files = {0};
	struct watch w = {0};
	bool sleeps = true;

	settle_in();
	make_cgroup(&s->brake, ready);
	for (size_t i = 0; i < s->brake.freezers.len; i++)
		*vec_push(&files) = s->brake.freezers.at[i];
	*vec_push(&files) = bell;
	*vec_push(&files) = epoll;
	*vec_push(&files) = tracer;
	*vec_push(&files) = control;
	close_others(files.at, files.len);
	struct ring_buffer *rings = ring_buffer__new(bell, heard, NULL, NULL);
	add(epoll, bell, EPOLLIN | EPOLLET);
	add(epoll, tracer, EPOLLIN);
	add(epoll, control, EPOLLIN | EPOLLHUP);
	for (bool ends = false; !ends;) {
		int n = epoll_wait(epoll, events, 4, sleeps ? REST_MS : LOOK_EVERY_MS);
		for (int i = 0; i < n; i++)
			ends |= events[i].data.fd != bell;
		ring_buffer__consume(rings);
		if (!ends && !(n == 0 && sleeps && is_quiet(s)))
			sleeps = look_after(s, n > 0 || sleeps, &w);
	}
	release(&s->brake, state_of(s));
	_exit(0);
}

/* Ours */

static bool may_signal(const pid_t *pids, unsigned n)
{
	bool may = true;

	for (unsigned i = 0; i < n; i++)
		may &= kill(pids[i], 0) == 0 || errno != EPERM;
	return may;
}

static const char *cannot_brake(const struct target_opts *t)
{
	if (target_is_system(t))
		return "all of the system cannot stand still until it has been told of: name a program, processes or cgroups";
	if (!may_signal(t->pids, t->npids) || !may_signal(t->trees, t->ntrees))
		return "to stop processes of somebody else, and to let them go again, takes CAP_KILL: run it with sudo, or leave --lossless out";
	return NULL;
}

int brake_prepare(struct ebpf_source *s)
{
	const struct target_opts *t = &s->opts.targets;
	struct trace_config *config = &s->shared->rodata_trace->trace_config;
	uint64_t size = s->opts.ring_bytes;

	s->brake.control = -1;
	if (!s->opts.lossless)
		return 0;
	const char *why = cannot_brake(t);
	if (why) {
		diag_error("--lossless: %s", why);
		return -EPERM;
	}
	config->hold_at = BRAKE_HOLD_AT(size);
	config->call_to = size - size / 8;
	config->brake_own = !ebpf_may(CAP_KILL);
	config->brake_uid = geteuid();
	return 0;
}

/* Signals are all there is. */
static void brake_by_signals(struct ebpf_source *s, const char *why)
{
	diag_note("--lossless: %s, so SIGSTOP and SIGCONT stop and continue what is watched when need be", why);
	state_of(s)->stop_at = BRAKE_HOLD_AT(s->opts.ring_bytes);
}

static const char no_cgroup[] = "no cgroup can be made for the program";

static void choose_means(struct ebpf_source *s)
{
	const struct target_opts *t = &s->opts.targets;
	const char *why = NULL;
	char *mount = NULL;

	state_of(s)->stop_at = BRAKE_STOP_AT(s->opts.ring_bytes);
	if ((t->ncgroups || t->launches) && cgroup_mount_quiet(&mount))
		why = "no cgroup2 file system is mounted here";
	else if (t->ncgroups && !take_watched_cgroups(&s->brake, t, mount))
		why = "a cgroup cannot be frozen, or we are in it";
	else if (t->launches && !name_cgroup(&s->brake, mount))
		why = no_cgroup;
	else if (t->npids || t->ntrees)
		why = "processes that have not been started here are in no cgroup of ours";
	free(mount);
	if (why)
		brake_by_signals(s, why);
}

/* What make_cgroup() has come to. */
static void await_cgroup(struct ebpf_source *s, int ready)
{
	struct brake *b = &s->brake;
	char made = 0;
	ssize_t n;

	while ((n = read(ready, &made, 1)) < 0 && errno == EINTR)
		continue;
	if (!b->made || (made && take_cgroup(b, b->made)))
		return;
	if (n != 1)
		disband(b); /* the keeper was killed */
	if (!made)
		forget_cgroup(b);
	brake_by_signals(s, no_cgroup);
}

int brake_begin(struct ebpf_source *s)
{
	int control[2] = {-1, -1}, ready[2] = {-1, -1}, err = 0;

	if (!s->opts.lossless)
		return 0;
	choose_means(s);
	int tracer = target_open(getpid());
	if (tracer < 0 || pipe2(control, O_CLOEXEC) || pipe2(ready, O_CLOEXEC))
		err = tracer < 0 ? tracer : -errno;
	pid_t keeper = err ? -1 : fork();
	if (keeper == 0) {
		close(control[1]);
		keep(s, tracer, control[0], ready[1]);
	}
	if (keeper < 0 && !err)
		err = -errno;
	if (tracer >= 0)
		close(tracer);
	if (control[0] >= 0)
		close(control[0]);
	if (ready[1] >= 0)
		close(ready[1]);
	if (!err)
		await_cgroup(s, ready[0]);
	if (ready[0] >= 0)
		close(ready[0]);
	s->brake.control = control[1];
	if (err) {
		diag_error("--lossless: no process to keep watch: %s", strerror(-err));
		return err;
	}
	s->brake.keeper = keeper;
	target_mark(s->shared->obj, keeper, MARK_NEVER | MARK_GROUP);
	state_of(s)->on = 1;
	return 0;
}

void brake_join(struct ebpf_source *s, pid_t child)
{
	int procs = s->brake.made ? open_in(s->brake.made, "cgroup.procs", O_WRONLY) : -1;

	if (s->brake.made && (procs < 0 || !put_number(procs, child)))
		brake_by_signals(s, "the program cannot be put into a cgroup");
	if (procs >= 0)
		close(procs);
}

void brake_check(struct ebpf_source *s)
{
	if (!s->brake.keeper || waitpid(s->brake.keeper, NULL, WNOHANG) != s->brake.keeper)
		return;
	s->brake.keeper = 0;
	diag_warn("--lossless: the process that keeps watch was killed: from here on, events may be lost");
	release(&s->brake, state_of(s));
}

static void tell(const struct brake_state *state)
{
	diag_note("what is watched stood still %u times; %u stop signals; the ring held up to %llu bytes", state->holds, state->sent, (unsigned long long)state->most);
}

void brake_end(struct ebpf_source *s)
{
	struct brake *b = &s->brake;

	if (!s->opts.lossless || b->ended)
		return;
	b->ended = true;
	if (b->control >= 0)
		close(b->control);
	if (b->keeper)
		while (waitpid(b->keeper, NULL, 0) < 0 && errno == EINTR)
			continue;
	else if (s->shared && s->state)
		release(b, state_of(s));
	disband(b);
	if (s->opts.debug && s->state)
		tell(state_of(s));
	for (size_t i = 0; i < b->freezers.len; i++)
		close(b->freezers.at[i]);
	vec_done(&b->freezers);
	free(b->made);
	free(b->parent);
}

#endif
