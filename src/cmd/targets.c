/* --system, --tree, --cgroup, --container, --comm, --uid: see targets.h. */
#include "cmd/targets.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/str.h"
#include "capture/container.h"

static int add_tree(struct targets *t, const char *arg)
{
	int64_t pid;

	if (str_number(arg, 1, INT32_MAX, &pid)) {
		diag_error("Invalid process id: '%s'", arg);
		return -EINVAL;
	}
	*vec_push(&t->trees) = (pid_t)pid;
	return 0;
}

static int add_cgroup(struct targets *t, const char *arg)
{
	char *mount, *folder;
	int err = cgroup_mount(&mount);

	if (err)
		return err;
	err = cgroup_find(mount, arg, &folder);
	free(mount);
	if (!err)
		*vec_push(&t->cgroups) = folder;
	return err;
}

static int add_container(struct targets *t, const char *arg)
{
	char *folder;
	int err = container_find_here(arg, &folder);

	if (!err)
		*vec_push(&t->cgroups) = folder;
	return err;
}

static int add_uid(struct targets *t, const char *arg)
{
	const struct passwd *p = getpwnam(arg);
	int64_t uid = p ? p->pw_uid : 0;

	if (!p && str_number(arg, 0, UINT32_MAX - 1, &uid)) {
		diag_error("Cannot find user '%s'", arg);
		return -EINVAL;
	}
	*vec_push(&t->uids) = (uid_t)uid;
	return 0;
}

int targets_add(struct targets *t, enum target_word what, const char *arg)
{
	switch (what) {
	case TARGET_SYSTEM:
		t->system = true;
		return 0;
	case TARGET_TREE:
		return add_tree(t, arg);
	case TARGET_CGROUP:
		return add_cgroup(t, arg);
	case TARGET_CONTAINER:
		return add_container(t, arg);
	case TARGET_COMM:
		*vec_push(&t->comms) = arg;
		return 0;
	case TARGET_UID:
		return add_uid(t, arg);
	}
	return -EINVAL;
}

bool targets_any(const struct targets *t)
{
	return t->system || t->trees.len || t->cgroups.len || t->comms.len || t->uids.len;
}

struct target_opts targets_opts(const struct targets *t)
{
	return (struct target_opts){
		.system = t->system,
		.trees = t->trees.at, .ntrees = (unsigned)t->trees.len,
		.cgroups = t->cgroups.at, .ncgroups = (unsigned)t->cgroups.len,
		.comms = t->comms.at, .ncomms = (unsigned)t->comms.len,
		.uids = t->uids.at, .nuids = (unsigned)t->uids.len,
	};
}

void targets_done(struct targets *t)
{
	for (size_t i = 0; i < t->cgroups.len; i++)
		free(t->cgroups.at[i]);
	vec_done(&t->cgroups);
	vec_done(&t->trees);
	vec_done(&t->comms);
	vec_done(&t->uids);
}
