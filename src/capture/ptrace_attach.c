/* Attaching to running processes, and saying why that is refused. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include "base/diag.h"
#include "capture/fdinfo.h"
#include "capture/ptrace_priv.h"
#include "capture/status.h"

static void comm_of(pid_t pid, char comm[32])
{
	char path[64];

	strcpy(comm, "?");
	snprintf(path, sizeof(path), "/proc/%d/comm", pid);
	FILE *f = fopen(path, "re");
	if (!f)
		return;
	if (fgets(comm, 32, f))
		comm[strcspn(comm, "\n")] = '\0';
	fclose(f);
}

static int yama_scope(void)
{
	int scope = 0;
	FILE *f = fopen("/proc/sys/kernel/yama/ptrace_scope", "re");

	if (!f)
		return 0;
	if (fscanf(f, "%d", &scope) != 1)
		scope = 0;
	fclose(f);
	return scope;
}

/* What EPERM means, when it can be told. */
static void explain_refusal(pid_t pid)
{
	long tracer = status_number(pid, "TracerPid:"), owner = status_number(pid, "Uid:");
	int scope = yama_scope();
	char comm[32];

	if (tracer > 0) {
		comm_of((pid_t)tracer, comm);
		diag_error("Process %d is already being traced by pid %ld (%s)", pid, tracer, comm);
	} else if (owner >= 0 && geteuid() != 0 && (uid_t)owner != geteuid()) {
		diag_error("Process %d belongs to another user (uid %ld)", pid, owner);
	} else if (scope > 0) {
		diag_error("The kernel's Yama module limits tracing: /proc/sys/kernel/yama/ptrace_scope is %d. %s", scope,
		           scope == 3 ? "No process may attach to another"
		           : scope == 2 ? "Only root may attach to running processes"
		                        : "Only a parent may attach to its children, or root to any process");
	}
}

static int seize(const struct ptrace_source *s, pid_t tid)
{
	return ptrace(PTRACE_SEIZE, tid, 0, s->options) ? -errno : 0;
}

/* Its START says what it is called: no execve will. */
static void begin_tracing(struct ptrace_source *s, pid_t tid, pid_t pid)
{
	struct tracee *t = tracee_new(s, tid, pid);

	ptrace(PTRACE_INTERRUPT, tid, 0, 0);
	fdinfo_comm(&t->copy, PHASE_EXIT, tid);
	struct event *e = event_start(s, t, 0);
	e->blobs = t->copy.blobs.at;
	e->nblobs = (unsigned)t->copy.blobs.len;
}

/* One pass over the threads of a process; how many were attached to. */
static unsigned attach_threads_once(struct ptrace_source *s, pid_t pid)
{
	char path[64];
	unsigned n = 0;
	const struct dirent *e;

	snprintf(path, sizeof(path), "/proc/%d/task", pid);
	DIR *dir = opendir(path);
	if (!dir)
		return 0;
	while ((e = readdir(dir))) {
		pid_t tid = (pid_t)strtol(e->d_name, NULL, 10);
		/* One that just ended, or that a thread attached to has started: it is ours already. */
		if (tid <= 0 || map_get(&s->tasks, (uint64_t)tid) || seize(s, tid))
			continue;
		begin_tracing(s, tid, pid);
		n++;
	}
	closedir(dir);
	return n;
}

int tracee_attach(struct ptrace_source *s, pid_t pid)
{
	pid_t group = tracee_group(pid);

	if (map_get(&s->tasks, (uint64_t)pid))
		return 0;
	if (group == getpid()) {
		diag_error("attach: process %d is this tracer itself", pid);
		return -EPERM;
	}
	int err = seize(s, pid);
	if (err) {
		diag_error("attach: ptrace(PTRACE_SEIZE, %d): %s", pid, strerror(-err));
		if (err == -EPERM)
			explain_refusal(pid);
		return err;
	}
	begin_tracing(s, pid, group);
	/* Threads may be made while we look: until a pass finds none that is new. */
	while (s->opts.follow && attach_threads_once(s, group))
		;
	return 0;
}
