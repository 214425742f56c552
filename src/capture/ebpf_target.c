/* Targets: see ebpf_target.h. */
#ifdef HAVE_BPF

#include "capture/ebpf_target.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/diag.h"
#include "base/vec.h"
#include "capture/bpf/target_config.h"
#include "capture/ebpf_priv.h"
#include "capture/ptrace_priv.h"

#ifndef PIDFD_THREAD
#define PIDFD_THREAD O_EXCL /* of any thread, not just leaders: Linux 6.9 */
#endif

/* Before the load */

static struct target_config *config_of(struct bpf_object *programs)
{
	size_t size;
	struct bpf_map *map = bpf_object__find_map_by_name(programs, ".rodata.target");

	return (struct target_config *)bpf_map__initial_value(map, &size);
}

void target_take(struct target_opts *t, const struct ptrace_opts *o)
{
	t->pids = o->pids;
	t->npids = o->npids;
	t->follow = o->follow;
	t->launches = o->argv != NULL;
}

bool target_is_system(const struct target_opts *o)
{
	return o->system || (!o->npids && !o->ntrees && !o->ncgroups && !o->launches);
}

/* Our pid namespace, when it is not the first: kernel Documentation has no number for that, include/linux/proc_ns.h does (PROC_PID_INIT_INO). */
static __u32 namespace_of_ours(void)
{
	const ino_t first = 0xEFFFFFFC;
	struct stat st;

	return stat("/proc/self/ns/pid", &st) || st.st_ino == first ? 0 : (__u32)st.st_ino;
}

int target_configure(struct bpf_object *programs, const struct target_opts *o)
{
	struct target_config *c = config_of(programs);

	if (o->ncgroups > TARGET_CGROUPS_MAX || o->nuids > TARGET_UIDS_MAX) {
		diag_error("up to %d cgroups and %d users can be watched at once", TARGET_CGROUPS_MAX, TARGET_UIDS_MAX);
		return -E2BIG;
	}
	c->system = target_is_system(o);
	c->ns_ino = namespace_of_ours();
	c->in_ns = c->ns_ino != 0;
	c->trees = o->ntrees > 0;
	c->cgroups = o->ncgroups;
	c->uids = o->nuids;
	for (unsigned i = 0; i < o->nuids; i++)
		c->uid[i] = o->uids[i];
	if (!o->ncomms)
		return 0;
	int err = target_comms_compile(o->comms, o->ncomms, c);
	if (err)
		diag_error("the patterns of --comm are too long: up to %d characters together", TARGET_COMM_BITS - 1);
	return err;
}

/* While the programs run */

int target_open(pid_t tid)
{
	int task = (int)syscall(SYS_pidfd_open, tid, 0);

	/* Of a thread that leads none: EINVAL, ENOENT since Linux 6.16. */
	if (task < 0 && errno != ESRCH)
		task = (int)syscall(SYS_pidfd_open, tid, PIDFD_THREAD);
	return task < 0 ? -errno : task;
}

static int put_mark(struct bpf_object *programs, pid_t tid, const struct mark *mark)
{
	int marks = bpf_object__find_map_fd_by_name(programs, "marks"), task = target_open(tid);

	if (task < 0)
		return task;
	int err = bpf_map_update_elem(marks, &task, mark, BPF_ANY) ? -errno : 0;
	close(task);
	target_renew(programs); /* what was decided on it before does not hold */
	return err;
}

int target_mark(struct bpf_object *programs, pid_t tid, unsigned flags)
{
	return put_mark(programs, tid, &(struct mark){.flags = flags});
}

static struct target_state *state_of(struct bpf_object *programs)
{
	size_t size;

	return (struct target_state *)bpf_map__initial_value(bpf_object__find_map_by_name(programs, ".data.target"), &size);
}

void target_renew(struct bpf_object *programs)
{
	__atomic_add_fetch(&state_of(programs)->generation, 1, __ATOMIC_RELAXED);
}

void target_tell_unmarked(struct bpf_object *programs)
{
	unsigned n = state_of(programs)->unmarked;

	if (n)
		diag_warn("%u times the kernel had no memory at that moment to note who is watched: processes or threads may be missing", n);
}

/* A task that was there before us: what it waits in has begun before the programs could see it. */
static int mark_old(struct bpf_object *programs, pid_t tid, unsigned flags, bool *hidden)
{
	struct mark mark = {.flags = flags | MARK_SEEN};
	struct event before = {0}, after = {0};

	if (!waiting_call(tid, &before)) {
		*hidden |= errno != 0;
		return put_mark(programs, tid, &mark);
	}
	mark.flight.nr = (__s32)before.nr;
	mark.flight.enter_ns = clock_ns();
	int err = put_mark(programs, tid, &mark);
	if (err || (waiting_call(tid, &after) && memcmp(&before, &after, sizeof(before)) == 0))
		return err;
	mark.flight.enter_ns = 0; /* it went on meanwhile */
	return put_mark(programs, tid, &mark);
}

/* Numbers in a file of /proc, or names of the entries of a folder there. */
static unsigned read_ids(const char *path, pid_t **out)
{
	VEC(pid_t) ids = {0};
	DIR *dir = opendir(path);
	FILE *f = dir ? NULL : fopen(path, "re");
	int id;

	for (struct dirent *d; dir && (d = readdir(dir));)
		if ((id = atoi(d->d_name)) > 0)
			*vec_push(&ids) = id;
	while (f && fscanf(f, "%d", &id) == 1)
		*vec_push(&ids) = id;
	if (dir)
		closedir(dir);
	if (f)
		fclose(f);
	*out = ids.at;
	return (unsigned)ids.len;
}

/* Who marks, and whom to tell. */
struct marking {
	struct bpf_object *programs;
	target_seen *seen;
	void *ctx;
	bool *hidden; /* to be set when we may not know what a task waits in */
};

static int mark_one(const struct marking *m, pid_t tid, pid_t pid, unsigned flags)
{
	int err = mark_old(m->programs, tid, flags, m->hidden);

	if (!err)
		m->seen(m->ctx, tid, pid);
	return err;
}

/* All threads of a process, with MARK_TREE those of all its descendants: those that come meanwhile inherit, or find out themselves. */
static int mark_process(const struct marking *m, pid_t pid, unsigned flags)
{
	char path[64];
	pid_t *tids, *children;

	snprintf(path, sizeof(path), "/proc/%d/task", pid);
	unsigned n = read_ids(path, &tids);
	int err = pid == getpid() ? -EPERM : mark_one(m, pid, pid, flags | MARK_GROUP);
	for (unsigned i = 0; i < n && !err; i++)
		if (tids[i] != pid)
			mark_one(m, tids[i], pid, flags & ~(unsigned)MARK_TREE);
	for (unsigned i = 0; i < n && !err && flags & MARK_TREE; i++) {
		snprintf(path, sizeof(path), "/proc/%d/task/%d/children", pid, tids[i]);
		unsigned nchildren = read_ids(path, &children);
		for (unsigned j = 0; j < nchildren; j++)
			mark_process(m, children[j], flags);
		free(children);
	}
	free(tids);
	return err;
}

static int tell_unmarked(pid_t pid, int err)
{
	if (err == -EINVAL || err == -ENOENT)
		diag_error("cannot watch the thread %d alone: that takes Linux 6.9 or newer; -f watches its whole process", pid);
	else if (err)
		diag_error("cannot watch process %d: %s", pid, strerror(-err));
	return err;
}

static int mark_pids(const struct marking *m, const struct target_opts *o)
{
	int err = 0;

	for (unsigned i = 0; i < o->npids && !err; i++) {
		pid_t group = tracee_group(o->pids[i]);
		err = o->follow ? mark_process(m, group, MARK_TARGET | MARK_FOLLOW) : mark_one(m, o->pids[i], group, MARK_TARGET);
		err = tell_unmarked(o->pids[i], err);
	}
	for (unsigned i = 0; i < o->ntrees && !err; i++)
		err = tell_unmarked(o->trees[i], mark_process(m, o->trees[i], MARK_TARGET | MARK_FOLLOW | MARK_TREE));
	return err;
}

static int add_cgroups(struct bpf_object *programs, struct target_opts *o)
{
	int map = bpf_object__find_map_fd_by_name(programs, "target_cgroups");

	for (__u32 i = 0; i < o->ncgroups; i++) {
		int fd = open(o->cgroups[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		struct stat st;
		int err = fd < 0 || fstat(fd, &st) || bpf_map_update_elem(map, &i, &fd, BPF_ANY) ? -errno : 0;
		if (fd >= 0)
			close(fd);
		if (err) {
			diag_error("cannot watch the cgroup %s: %s", o->cgroups[i], strerror(-err));
			return err;
		}
		o->cgroup_inos[i] = st.st_ino;
	}
	return 0;
}

bool target_cgroups_gone(const struct target_opts *o)
{
	struct stat st;

	for (unsigned i = 0; i < o->ncgroups; i++)
		if (stat(o->cgroups[i], &st) == 0 && st.st_ino == o->cgroup_inos[i])
			return false;
	return o->ncgroups > 0;
}

int target_begin(struct bpf_object *programs, struct target_opts *o, target_seen *seen, void *ctx)
{
	bool hidden = false;
	struct marking m = {programs, seen, ctx, &hidden};
	int err = add_cgroups(programs, o);

	err = err ? err : mark_pids(&m, o);
	if (!err && hidden)
		diag_note("calls that processes of somebody else wait in already are not seen before they end: that takes CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH");
	target_renew(programs);
	return err;
}

#endif
