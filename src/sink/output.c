/* Buffered output: see output.h. */
#include "sink/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"

enum { BLOCK_SIZE = 64 * 1024 };

extern char **environ;

static char *copied(const char *s)
{
	char *copy = strdup(s);

	if (!copy)
		abort();
	return copy;
}

/* Traced programs must not find our descriptors where they expect to open their own: keep away from the low ones. */
static int move_up(int fd)
{
	int high = fcntl(fd, F_DUPFD_CLOEXEC, 100);

	if (high < 0)
		return fd;
	close(fd);
	return high;
}

int output_open_file(struct output *o, const char *name, bool append)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0666);

	if (fd < 0) {
		int error = errno;
		diag_error("Can't fopen '%s': %s", name, strerror(error));
		return -error;
	}
	*o = (struct output){.fd = move_up(fd), .name = copied(name)};
	o->by_line = isatty(o->fd);
	return 0;
}

int output_open_command(struct output *o, const char *command)
{
	char *argv[] = {"sh", "-c", (char *)command, NULL};
	posix_spawn_file_actions_t actions;
	int ends[2];
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) < 0) {
		int error = errno;
		diag_error("pipe: %s", strerror(error));
		return -error;
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	int error = posix_spawn(&pid, "/bin/sh", &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[0]);
	if (error) {
		diag_error("/bin/sh: %s", strerror(error));
		close(ends[1]);
		return -error;
	}
	*o = (struct output){.fd = move_up(ends[1]), .command = pid};
	struct buf name = {0};
	buf_printf(&name, "|%s", command);
	o->name = copied(buf_cstr(&name));
	buf_done(&name);
	return 0;
}

void output_open_stderr(struct output *o)
{
	*o = (struct output){.fd = STDERR_FILENO, .by_line = true};
}

void output_pad(struct output *o, size_t column)
{
	ssize_t end = o->line_start + (ssize_t)column;

	if (end > 0)
		buf_pad(&o->text, (size_t)end);
}

void output_line_end(struct output *o)
{
	o->line_start = (ssize_t)o->text.len;
	if (o->by_line || o->text.len >= BLOCK_SIZE)
		output_flush(o);
}

void output_paint_span(struct output *o, enum paint paint)
{
	if (o->spans.len && o->spans.at[o->spans.len - 1].at >= o->text.len) /* nothing was painted so, or it was taken back */
		o->spans.at[o->spans.len - 1] = (struct span){o->text.len, paint};
	else
		*vec_push(&o->spans) = (struct span){o->text.len, paint};
}

/* Text in its colour, which ends with it; codes add up. "0" is no colour. */
static void put_span(struct output *o, enum paint paint, size_t from, size_t to)
{
	const char *codes = o->palette->codes[paint];
	bool plain = strcmp(codes, "0") == 0;

	if (from == to)
		return;
	if (!plain)
		buf_printf(&o->painted, "\033[%sm", codes);
	buf_put(&o->painted, o->text.data + from, to - from);
	if (!plain)
		buf_puts(&o->painted, "\033[0m");
}

/* What is written later goes on in the colour that was last; until then the terminal is the traced program's. */
static const struct buf *with_codes(struct output *o)
{
	enum paint now = PAINT_NONE;
	size_t from = 0;

	o->painted.len = 0;
	for (size_t i = 0; i < o->spans.len; i++) {
		const struct span *s = &o->spans.at[i];
		size_t to = s->at < o->text.len ? s->at : o->text.len;
		put_span(o, now, from, to);
		from = to;
		now = s->paint;
	}
	put_span(o, now, from, o->text.len);
	o->spans.len = 0;
	*vec_push(&o->spans) = (struct span){0, now};
	return &o->painted;
}

static void output_fail(struct output *o, int error)
{
	o->broken = true;
	if (o->name)
		diag_error("%s: %s", o->name, strerror(error));
}

static volatile sig_atomic_t interrupted;

void output_interrupt(void)
{
	interrupted = 1;
}

/* The reader of a full pipe may never take more, and the trace is to end. */
static bool is_stuck(const struct output *o)
{
	return interrupted && poll(&(struct pollfd){.fd = o->fd, .events = POLLOUT}, 1, 0) == 0;
}

void output_flush(struct output *o)
{
	const struct buf *text = o->palette && o->text.len ? with_codes(o) : &o->text;
	size_t done = 0;

	while (!o->broken && done < text->len) {
		ssize_t n = write(o->fd, text->data + done, text->len - done);
		if (n > 0) {
			done += (size_t)n;
			if (done < text->len && is_stuck(o)) /* the signal came in the middle */
				output_fail(o, EINTR);
		} else if (errno == EAGAIN && !is_stuck(o))
			poll(&(struct pollfd){.fd = o->fd, .events = POLLOUT}, 1, -1);
		else if (errno != EINTR || is_stuck(o))
			output_fail(o, errno);
	}
	o->line_start -= (ssize_t)o->text.len;
	o->text.len = 0;
}

void output_close(struct output *o)
{
	output_flush(o);
	if (o->fd > STDERR_FILENO)
		close(o->fd);
	while (o->command && waitpid(o->command, NULL, 0) < 0 && errno == EINTR)
		;
	buf_done(&o->text);
	buf_done(&o->painted);
	vec_done(&o->spans);
	free(o->name);
	*o = (struct output){.fd = -1};
}
