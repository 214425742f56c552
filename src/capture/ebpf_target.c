/* Targets: see ebpf_target.h. */
#ifdef HAVE_BPF

#include "capture/ebpf_target.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/diag.h"
#include "capture/bpf/target_config.h"

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

int target_configure(struct bpf_object *programs, const struct target_opts *o)
{
	struct target_config *c = config_of(programs);
	bool no_place = !o->npids && !o->ntrees && !o->ncgroups && !o->launches;

	if (o->ncgroups > TARGET_CGROUPS_MAX || o->nuids > TARGET_UIDS_MAX) {
		diag_error("up to %d cgroups and %d users can be watched at once", TARGET_CGROUPS_MAX, TARGET_UIDS_MAX);
		return -E2BIG;
	}
	c->system = o->system || no_place;
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

int target_mark(struct bpf_object *programs, pid_t tid, unsigned flags)
{
	struct mark mark = {.flags = flags};
	int marks = bpf_object__find_map_fd_by_name(programs, "marks");
	int task = (int)syscall(SYS_pidfd_open, tid, 0);

	if (task < 0 && errno == EINVAL)
		task = (int)syscall(SYS_pidfd_open, tid, PIDFD_THREAD);
	if (task < 0)
		return -errno;
	int err = bpf_map_update_elem(marks, &task, &mark, BPF_ANY) ? -errno : 0;
	close(task);
	return err;
}

void target_renew(struct bpf_object *programs)
{
	size_t size;
	__u32 *generation = (__u32 *)bpf_map__initial_value(bpf_object__find_map_by_name(programs, ".data.target"), &size);

	__atomic_add_fetch(generation, 1, __ATOMIC_RELAXED);
}

static int mark_all(struct bpf_object *programs, const pid_t *pids, unsigned n, unsigned flags)
{
	for (unsigned i = 0; i < n; i++) {
		int err = target_mark(programs, pids[i], flags);
		if (err == -EINVAL)
			diag_error("cannot watch the thread %d alone: that takes Linux 6.9 or newer; -f watches its whole process", pids[i]);
		else if (err)
			diag_error("cannot watch process %d: %s", pids[i], strerror(-err));
		if (err)
			return err;
	}
	return 0;
}

static int add_cgroups(struct bpf_object *programs, const struct target_opts *o)
{
	int map = bpf_object__find_map_fd_by_name(programs, "target_cgroups");

	for (__u32 i = 0; i < o->ncgroups; i++) {
		int fd = open(o->cgroups[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		int err = fd < 0 || bpf_map_update_elem(map, &i, &fd, BPF_ANY) ? -errno : 0;
		if (fd >= 0)
			close(fd);
		if (err) {
			diag_error("cannot watch the cgroup %s: %s", o->cgroups[i], strerror(-err));
			return err;
		}
	}
	return 0;
}

int target_begin(struct bpf_object *programs, const struct target_opts *o)
{
	enum { ONE = MARK_TARGET, PROCESS = ONE | MARK_FOLLOW | MARK_GROUP };
	pid_t self = getpid();
	int err = mark_all(programs, &self, 1, MARK_NEVER | MARK_FOLLOW | MARK_GROUP);

	err = err ? err : add_cgroups(programs, o);
	err = err ? err : mark_all(programs, o->pids, o->npids, o->follow ? PROCESS : ONE);
	err = err ? err : mark_all(programs, o->trees, o->ntrees, PROCESS | MARK_TREE);
	target_renew(programs);
	return err;
}

#endif
