/* Reading /proc for the process table: see processes.h. */
#include "cmd/processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"

enum { DEPTH_MAX = 64 };

struct table {
	VEC(struct tape_process) rows;
	struct arena *a;
};

static const char *keep(struct arena *a, const char *text, size_t len)
{
	char *s = arena_alloc(a, len + 1);

	memcpy(s, text, len);
	s[len] = '\0';
	return s;
}

static const char *link_of(struct arena *a, pid_t pid, const char *name)
{
	char path[64], link[PATH_MAX];

	snprintf(path, sizeof(path), "/proc/%d/%s", pid, name);
	ssize_t n = readlink(path, link, sizeof(link));
	return n < 0 ? "" : keep(a, link, (size_t)n);
}

/* comm and parent, from /proc/PID/stat: "PID (comm) state ppid ...", where comm may hold anything. */
static bool read_stat(struct arena *a, struct tape_process *p)
{
	char path[64], text[512];

	snprintf(path, sizeof(path), "/proc/%d/stat", p->pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
	if (fd >= 0)
		close(fd);
	if (n <= 0)
		return false;
	text[n] = '\0';
	char *open_paren = strchr(text, '('), *close_paren = strrchr(text, ')');
	if (!open_paren || !close_paren || close_paren < open_paren)
		return false;
	p->comm = keep(a, open_paren + 1, (size_t)(close_paren - open_paren - 1));
	return sscanf(close_paren + 1, " %*c %d", &p->ppid) == 1;
}

static void read_fds(struct arena *a, struct tape_process *p)
{
	VEC(struct tape_fd) fds = {0};
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/fd", p->pid);
	DIR *d = opendir(path);
	for (struct dirent *e = d ? readdir(d) : NULL; e; e = readdir(d)) {
		char name[32];
		if (e->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "fd/%.10s", e->d_name);
		*vec_push(&fds) = (struct tape_fd){.number = atoi(e->d_name), .link = link_of(a, p->pid, name)};
	}
	if (d)
		closedir(d);
	if (fds.len)
		p->fds = memcpy(arena_alloc(a, fds.len * sizeof(*fds.at)), fds.at, fds.len * sizeof(*fds.at));
	p->nfds = (unsigned)fds.len;
	vec_done(&fds);
}

static struct tape_process *find(struct table *t, pid_t pid)
{
	for (size_t i = 0; i < t->rows.len; i++) {
		if (t->rows.at[i].pid == pid)
			return &t->rows.at[i];
	}
	return NULL;
}

/* Its parent's pid, or 0. */
static pid_t add(struct table *t, pid_t pid, bool with_fds)
{
	struct tape_process *p = find(t, pid);

	if (!p) {
		struct tape_process row = {.pid = pid};
		if (!read_stat(t->a, &row))
			return 0;
		row.exe = link_of(t->a, pid, "exe");
		row.cwd = link_of(t->a, pid, "cwd");
		p = vec_push(&t->rows);
		*p = row;
	}
	if (with_fds && !p->fds)
		read_fds(t->a, p);
	return p->ppid;
}

static void add_with_ancestors(struct table *t, pid_t pid, bool with_fds)
{
	pid = add(t, pid, with_fds);
	for (unsigned depth = 0; pid > 0 && depth < DEPTH_MAX; depth++)
		pid = add(t, pid, false);
}

void processes_list(struct tape_meta *m, struct arena *a, const pid_t *pids, unsigned npids)
{
	struct table t = {.a = a};

	for (unsigned i = 0; i < npids; i++)
		add_with_ancestors(&t, pids[i], true);
	add_with_ancestors(&t, getpid(), false);
	m->nprocesses = (unsigned)t.rows.len;
	m->processes = NULL;
	if (t.rows.len)
		m->processes = memcpy(arena_alloc(a, t.rows.len * sizeof(*t.rows.at)), t.rows.at, t.rows.len * sizeof(*t.rows.at));
	vec_done(&t.rows);
}
