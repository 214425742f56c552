/* Who is left alone, so that what we do and write does not make us do and write more: see target_spare() in ebpf_target.h. */
#ifdef HAVE_BPF

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "capture/bpf/target_config.h"
#include "capture/ebpf_target.h"

enum { PTS_MAJOR = 136, PTS_MAJORS = 8 }; /* UNIX98_PTY_SLAVE_MAJOR, include/uapi/linux/major.h */

/* What somebody else may have the other end of. */
struct end {
	bool pipe;
	dev_t dev;
	ino_t ino;
	int terminal; /* its number; -1: none */
};

static bool end_of(int fd, struct end *out)
{
	struct stat st;

	if (fstat(fd, &st))
		return false;
	int set = (int)major(st.st_rdev) - PTS_MAJOR;
	bool is_terminal = S_ISCHR(st.st_mode) && set >= 0 && set < PTS_MAJORS;
	*out = (struct end){.pipe = S_ISFIFO(st.st_mode), .dev = st.st_dev, .ino = st.st_ino,
	                    .terminal = is_terminal ? set * 256 + (int)minor(st.st_rdev) : -1};
	return out->pipe || is_terminal;
}

/* As proc(5) says of a descriptor: how it was opened, and of a terminal's other end, which terminal that is. */
static bool read_fdinfo(pid_t pid, const char *fd, int *flags, int *terminal)
{
	char path[PATH_MAX], line[128];

	snprintf(path, sizeof(path), "/proc/%d/fdinfo/%s", pid, fd);
	FILE *f = fopen(path, "re");
	*flags = *terminal = -1;
	while (f && fgets(line, sizeof(line), f)) {
		sscanf(line, "flags: %o", (unsigned *)flags);
		sscanf(line, "tty-index: %d", terminal);
	}
	if (f)
		fclose(f);
	return f;
}

static bool is_other_end(pid_t pid, const char *fd, const struct end *ours)
{
	char path[PATH_MAX];
	struct stat st;
	int flags, terminal;

	snprintf(path, sizeof(path), "/proc/%d/fd/%s", pid, fd);
	if (stat(path, &st))
		return false;
	if (ours->pipe)
		return S_ISFIFO(st.st_mode) && st.st_ino == ours->ino && st.st_dev == ours->dev && read_fdinfo(pid, fd, &flags, &terminal) &&
		       (flags & O_ACCMODE) != O_WRONLY;
	return S_ISCHR(st.st_mode) && read_fdinfo(pid, fd, &flags, &terminal) && terminal == ours->terminal;
}

static bool has_other_end(pid_t pid, const struct end *ours)
{
	char path[64];
	bool has = false;

	snprintf(path, sizeof(path), "/proc/%d/fd", pid);
	DIR *dir = opendir(path);
	for (struct dirent *d; dir && !has && (d = readdir(dir));)
		has = d->d_name[0] != '.' && is_other_end(pid, d->d_name, ours);
	if (dir)
		closedir(dir);
	return has;
}

void target_readers(void (*reader)(void *ctx, pid_t pid), void *ctx)
{
	for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++) {
		struct end ours = {0};
		DIR *dir = end_of(fd, &ours) ? opendir("/proc") : NULL;
		for (struct dirent *d; dir && (d = readdir(dir));) {
			pid_t pid = atoi(d->d_name);
			if (pid > 0 && pid != getpid() && has_other_end(pid, &ours))
				reader(ctx, pid);
		}
		if (dir)
			closedir(dir);
	}
}

static void spare(void *programs, pid_t pid)
{
	target_mark(programs, pid, MARK_NEVER | MARK_GROUP);
}

/* What runs for us already, such as the command that -o writes to. */
static void spare_children(struct bpf_object *programs, unsigned flags)
{
	char path[64];
	int child;

	snprintf(path, sizeof(path), "/proc/self/task/%d/children", getpid());
	FILE *f = fopen(path, "re");
	while (f && fscanf(f, "%d", &child) == 1)
		target_mark(programs, child, flags);
	if (f)
		fclose(f);
}

int target_spare(struct bpf_object *programs, const struct target_opts *o)
{
	enum { OURS = MARK_NEVER | MARK_FOLLOW | MARK_GROUP };
	int err = target_mark(programs, getpid(), OURS);

	spare_children(programs, OURS);
	if (target_is_system(o) || o->ncgroups)
		target_readers(spare, programs);
	return err;
}

#endif
