/* Whom to watch beside a program and -p: options that the eBPF engine alone can do. */
#ifndef RINGSIDE_CMD_TARGETS_H
#define RINGSIDE_CMD_TARGETS_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/vec.h"
#include "capture/ebpf_target.h"

enum target_word { TARGET_SYSTEM, TARGET_TREE, TARGET_CGROUP, TARGET_CONTAINER, TARGET_COMM, TARGET_UID };

struct targets {
	bool system;
	VEC(pid_t) trees;
	VEC(char *) cgroups;     /* folders; ours */
	VEC(const char *) comms;
	VEC(uid_t) uids;
};

/* One option. 0, or -errno after a diag_error(). */
int targets_add(struct targets *t, enum target_word what, const char *arg);
bool targets_any(const struct targets *t);
/* As the engine wants them. */
struct target_opts targets_opts(const struct targets *t);
void targets_done(struct targets *t);

#endif
