/*
 * Whom the programs in the kernel watch: what bpf/target.h needs to know. Places add up: a task is watched when it is in one of them, with
 * none in all of the system. Names and users narrow that.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_TARGET_H
#define RINGSIDE_CAPTURE_EBPF_TARGET_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "capture/bpf/target_config.h"

struct bpf_object;

struct target_opts {
	bool system;               /* every task but our own */
	const pid_t *pids;         /* with `follow`, all of their process, and what that makes from now on */
	unsigned npids;
	bool follow;
	const pid_t *trees;        /* processes with all that descends from them */
	unsigned ntrees;
	char *const *cgroups;      /* folders of cgroup2; what is below them, too */
	unsigned ncgroups;
	uint64_t cgroup_inos[TARGET_CGROUPS_MAX]; /* which they were as target_begin() looked */
	const char *const *comms;  /* patterns as in filter/glob.h, of which one is to match a thread's name */
	unsigned ncomms;
	const uid_t *uids;         /* real users */
	unsigned nuids;
	bool launches;             /* a program is going to be started: a place of its own */
};

struct ptrace_opts;
/* Sets pids, follow and launches. */
void target_take(struct target_opts *t, const struct ptrace_opts *o);
/* Whether every task is a place: when it was said so, or nothing else. */
bool target_is_system(const struct target_opts *o);
/* Between open and load of the programs. 0, or -errno after a diag_error(). */
int target_configure(struct bpf_object *programs, const struct target_opts *o);
/*
 * After load, before attach. Leaves alone: ourselves, what we have made and make (unless it is told to target_mark()), and who reads what we
 * write: the other ends of stdout and stderr, pipes or terminals. 0 or -errno.
 */
int target_spare(struct bpf_object *programs, const struct target_opts *o);
/* Calls back for each process that reads what we write. */
void target_readers(void (*reader)(void *ctx, pid_t pid), void *ctx);
/*
 * After load and attach. `seen` is told of each task of pids and trees as it is marked (with MARK_SEEN); those of cgroups and the system mark
 * themselves as they make calls. 0, or -errno after a diag_error().
 */
typedef void target_seen(void *ctx, pid_t tid, pid_t pid);
int target_begin(struct bpf_object *programs, struct target_opts *o, target_seen *seen, void *ctx);
/* Whether all cgroups have been removed: nobody can come into them any more, as one made anew at the same place is another. */
bool target_cgroups_gone(const struct target_opts *o);
/* A pidfd of a process or thread; or -errno, of single threads also before Linux 6.9. */
int target_open(pid_t tid);
/* Says of a task what bits of enum mark_flags say (bpf/target_config.h), in place of what was said before. 0 or -errno. */
int target_mark(struct bpf_object *programs, pid_t tid, unsigned flags);
/* Verdicts on all tasks are made again: for those that inherit what was said. */
void target_renew(struct bpf_object *programs);
/* At the end: a diag_warn() if tasks may have been missed. */
void target_tell_unmarked(struct bpf_object *programs);

/* The patterns as an automaton in *c (comm_*). -E2BIG when they are too long together. */
struct target_config;
int target_comms_compile(const char *const *patterns, unsigned n, struct target_config *c);

#endif
