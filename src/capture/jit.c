/* Names of functions made at run time: see jit.h. */
#include "capture/jit.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "capture/status.h"

enum { PIECE_BYTES = 64 << 10, OVERLAPPED_MAX = 16 };

#define FILE_BYTES_MAX (256ull << 20)

/* Its number in the pid namespace it lives in, which is what it calls itself. */
static pid_t own_pid(pid_t pid)
{
	char all[512]; /* from our namespace down to its own */

	if (status_text(pid, "NSpid:", all, sizeof(all)))
		return pid;
	const char *last = strrchr(all, '\t');
	return (pid_t)strtol(last ? last : all, NULL, 10);
}

/* Anyone can write to /tmp: the file must be the program's, ours or root's, and no pipe to wait at. */
static bool is_trusted(int fd, pid_t pid, struct stat *st)
{
	char path[32];
	struct stat process;

	snprintf(path, sizeof(path), "/proc/%d", pid);
	if (fstat(fd, st) || !S_ISREG(st->st_mode) || stat(path, &process))
		return false;
	return !st->st_uid || st->st_uid == geteuid() || st->st_uid == process.st_uid;
}

static int open_file(struct jit *j, pid_t pid, struct stat *st)
{
	char path[64];

	if (!j->own)
		j->own = own_pid(pid);
	snprintf(path, sizeof(path), "/proc/%d/root/tmp/perf-%d.map", pid, j->own);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	if (fd >= 0 && is_trusted(fd, pid, st))
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

static void add_line(struct jit *j, const char *line, const char *end)
{
	char *at;
	struct jit_function f = {.line = j->lines++, .name = (uint32_t)j->names.len};

	f.start = strtoull(line, &at, 16);
	f.size = (uint32_t)strtoull(at, &at, 16);
	while (at < end && *at == ' ')
		at++;
	if (at >= end || !f.size)
		return;
	f.name_len = (uint32_t)(end - at);
	buf_put(&j->names, at, f.name_len);
	*vec_push(&j->functions) = f;
}

/* The whole lines of what follows; how many bytes they are. */
static size_t add_lines(struct jit *j, const char *text, size_t len)
{
	const char *at = text, *end;

	while ((end = memchr(at, '\n', len - (size_t)(at - text)))) {
		add_line(j, at, end);
		at = end + 1;
	}
	return (size_t)(at - text);
}

static void read_more(struct jit *j, int fd)
{
	char *piece = malloc(PIECE_BYTES + 1);
	ssize_t n;

	if (!piece)
		abort();
	while (j->read < FILE_BYTES_MAX && (n = pread(fd, piece, PIECE_BYTES, (off_t)j->read)) > 0) {
		piece[n] = '\0';
		size_t used = add_lines(j, piece, (size_t)n);
		if (!used)
			break; /* a line that is being written, or no such file */
		j->read += used;
	}
	free(piece);
}

static int by_address(const void *a, const void *b)
{
	const struct jit_function *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

void jit_refresh(struct jit *j, pid_t pid)
{
	struct stat st;
	int fd = open_file(j, pid, &st);

	if (fd < 0)
		return;
	uint64_t changed = (uint64_t)st.st_mtim.tv_sec * 1000000000 + (uint64_t)st.st_mtim.tv_nsec;
	if (j->ino != st.st_ino || j->read > (uint64_t)st.st_size) {
		jit_done(j);
		j->ino = st.st_ino; /* another program's, of the same process */
	}
	if (changed != j->changed_ns || j->read < (uint64_t)st.st_size) {
		size_t before = j->functions.len;
		read_more(j, fd);
		j->changed_ns = changed;
		if (j->functions.len > before)
			qsort(j->functions.at, j->functions.len, sizeof(*j->functions.at), by_address);
	}
	close(fd);
}

static bool is_in(const struct jit_function *f, uint64_t address)
{
	return address >= f->start && address - f->start < f->size;
}

/* Memory is used again: of functions that overlap, the one told last is there. */
struct jit_function *jit_find(const struct jit *j, uint64_t address)
{
	struct jit_function *found = NULL;
	size_t lo = 0, hi = j->functions.len;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (j->functions.at[mid].start <= address)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (size_t i = lo, looked = 0; i > 0 && looked < OVERLAPPED_MAX; i--, looked++) {
		struct jit_function *f = &j->functions.at[i - 1];
		if (is_in(f, address) && (!found || f->line > found->line))
			found = f;
	}
	return found;
}

void jit_done(struct jit *j)
{
	vec_done(&j->functions);
	buf_done(&j->names);
	*j = (struct jit){0};
}
