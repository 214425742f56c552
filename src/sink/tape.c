/* Events to a tape: see tape.h. */
#include "sink/tape.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/vec.h"
#include "task/task.h"

enum { PROGRESS_NS = 200000000, NAMED_SLOTS = 1024 };

struct tape_sink {
	struct sink sink;
	struct tape_sink_opts opts;
	struct tape_writer *writer;
	uint64_t began_ns;     /* first event of the file */
	uint64_t shown_ns, shown_calls;
	struct tape_stats past; /* of the files before */
	unsigned dumps;
	bool full, failed;
	bool line_open;        /* a line of progress stands on the terminal */
	unsigned files;        /* before this one */
	/* Tasks whose names were put into a chunk, by a hash of their tids; one that lost its slot is named again. */
	struct named {
		pid_t tid;
		unsigned file;
		uint64_t chunk;
	} named[NAMED_SLOTS];
	VEC(struct blob) blobs; /* of the event at hand, with its task's name */
};

static struct tape_sink *of(struct sink *s)
{
	return (struct tape_sink *)s;
}

/* ---- progress ---- */

static void put_size(struct buf *b, uint64_t bytes)
{
	static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
	double v = (double)bytes;
	unsigned unit = 0;

	while (v >= 1024 && unit < 4) {
		v /= 1024;
		unit++;
	}
	buf_printf(b, unit ? "%.1f %s" : "%.0f %s", v, units[unit]);
}

static void write_progress(struct tape_sink *s, struct buf *b)
{
	/* Nobody is helped by an error about a line of progress. */
	if (write(STDERR_FILENO, b->data, b->len) < 0)
		s->opts.progress = false;
}

static void show_progress(struct tape_sink *s, uint64_t now_ns)
{
	struct tape_stats now;
	struct buf b = {0};

	if (!s->opts.progress || (s->shown_ns && now_ns - s->shown_ns < PROGRESS_NS))
		return;
	tape_stats(s->writer, &now);
	uint64_t calls = s->past.calls + now.calls;
	double seconds = (double)(now_ns - s->shown_ns) / 1e9;
	buf_printf(&b, "\r\033[K%llu calls", (unsigned long long)calls);
	if (s->shown_ns && calls > s->shown_calls)
		buf_printf(&b, ", %.0f/s", (double)(calls - s->shown_calls) / seconds);
	buf_puts(&b, ", ");
	put_size(&b, s->past.bytes + now.bytes);
	if (s->past.lost + now.lost)
		buf_printf(&b, ", %llu lost", (unsigned long long)(s->past.lost + now.lost));
	write_progress(s, &b);
	buf_done(&b);
	s->shown_ns = now_ns;
	s->shown_calls = calls;
	s->line_open = true;
}

static void clear_progress(struct tape_sink *s)
{
	struct buf b = {0};

	if (!s->line_open)
		return;
	buf_puts(&b, "\r\033[K");
	write_progress(s, &b);
	buf_done(&b);
	s->line_open = false;
}

/* ---- files ---- */

static int fail(struct tape_sink *s, int err)
{
	if (err && !s->failed) {
		clear_progress(s);
		diag_error("cannot write '%s': %s", s->opts.path, strerror(-err));
		s->failed = true;
	}
	return err;
}

static char *numbered(const char *path, unsigned n)
{
	char *name;

	if (asprintf(&name, "%s.%u", path, n) < 0)
		abort();
	return name;
}

/* PATH.1 becomes PATH.2 and so on; PATH becomes PATH.1. */
static int shift_files(struct tape_sink *s)
{
	int err = 0;

	for (unsigned n = s->opts.keep; n && !err; n--) {
		char *from = n > 1 ? numbered(s->opts.path, n - 1) : strdup(s->opts.path), *to = numbered(s->opts.path, n);
		if (!from)
			abort();
		if (rename(from, to) && errno != ENOENT)
			err = -errno;
		free(from);
		free(to);
	}
	return err;
}

static void count_file(struct tape_sink *s)
{
	struct tape_stats file;

	tape_stats(s->writer, &file);
	s->past.events += file.events;
	s->past.calls += file.calls;
	s->past.lost += file.lost;
	s->past.bytes += file.bytes;
}

static int next_file(struct tape_sink *s)
{
	count_file(s);
	s->files++;
	int err = tape_finish(s->writer);
	s->writer = NULL;
	if (!err)
		err = shift_files(s);
	if (!err && s->opts.renew)
		s->opts.tape.meta = s->opts.renew(s->opts.ctx);
	if (!err)
		err = tape_create(s->opts.path, &s->opts.tape, &s->writer);
	s->began_ns = 0;
	return err;
}

static bool at_limit(const struct tape_sink *s, uint64_t now_ns)
{
	const struct tape_sink_opts *o = &s->opts;
	struct tape_stats file;

	tape_stats(s->writer, &file);
	return (o->max_bytes && !o->tape.ring_bytes && file.bytes >= o->max_bytes) || (o->max_events && file.events >= o->max_events) ||
	       (o->max_ns && now_ns > s->began_ns && now_ns - s->began_ns >= o->max_ns);
}

/* ---- the sink ---- */

/*
 * Whoever reads from the middle of a tape, or what a ring or --keep left of it, has not seen the tasks' beginnings: the first event of a
 * task in a chunk says what it is called.
 */
static bool must_name(struct tape_sink *s, const struct event *e, const struct task *t)
{
	struct named now = {.tid = e->tid, .file = s->files};
	struct tape_stats file;

	if (!t || !t->comm[0] || e->kind == EVENT_LOST)
		return false;
	tape_stats(s->writer, &file);
	now.chunk = file.chunks;
	struct named *n = &s->named[(unsigned)e->tid % NAMED_SLOTS];
	if (n->tid == now.tid && n->file == now.file && n->chunk == now.chunk)
		return false;
	*n = now;
	return !event_note(e, BLOB_COMM, PHASE_EXIT, (uint64_t)e->tid);
}

static void add_name(struct tape_sink *s, struct event *e, const struct task *t)
{
	s->blobs.len = 0;
	vec_reserve(&s->blobs, e->nblobs + 1);
	for (unsigned i = 0; i < e->nblobs; i++)
		*vec_push(&s->blobs) = e->blobs[i];
	uint32_t len = (uint32_t)strlen(t->comm);
	*vec_push(&s->blobs) = (struct blob){
		.slot = BLOB_COMM, .phase = PHASE_EXIT, .row = UINT8_MAX, .parent = -1, .addr = (uint64_t)e->tid, .want = len, .len = len,
		.data = (const uint8_t *)t->comm,
	};
	e->blobs = s->blobs.at;
	e->nblobs++;
}

/* The event without what was in the registers but is no part of the call. */
static struct event trimmed(const struct tape_sink *s, const struct event *e)
{
	struct event copy = *e;
	uint64_t nr = e->abi == ABI_X32 ? e->nr & ~(uint64_t)0x40000000 : e->nr;

	if (!s->opts.registers || (e->kind != EVENT_CALL && e->kind != EVENT_ENTERED) || e->abi >= ABI_COUNT || nr >= 1024)
		return copy;
	unsigned used = s->opts.registers[e->abi][nr];
	for (unsigned i = 0; i < 6; i++) {
		if (!(used >> i & 1))
			copy.args[i] = 0;
	}
	if (!(used & TAPE_SINK_SP))
		copy.sp = 0;
	return copy;
}

static int put(struct sink *sink, const struct event *e, const struct task *t)
{
	struct tape_sink *s = of(sink);
	struct event event = trimmed(s, e);
	uint64_t now_ns = e->exit_ns ? e->exit_ns : e->enter_ns;
	int err;

	if (s->full || !s->writer)
		return s->writer ? 0 : -EIO;
	if (!s->began_ns)
		s->began_ns = now_ns;
	if (must_name(s, e, t))
		add_name(s, &event, t);
	err = tape_put(s->writer, s->opts.change ? s->opts.change(s->opts.ctx, &event) : &event);
	if (s->opts.until && s->opts.until(s->opts.ctx, e, t)) {
		s->full = true;
	} else if (!err && at_limit(s, now_ns)) {
		if (s->opts.keep)
			err = next_file(s);
		else
			s->full = true;
	}
	if (!err)
		show_progress(s, now_ns);
	return fail(s, err);
}

static int flush(struct sink *sink)
{
	struct tape_sink *s = of(sink);
	uint64_t now_ns = clock_ns();

	if (!s->writer)
		return -EIO;
	show_progress(s, now_ns);
	return fail(s, tape_flush(s->writer, now_ns));
}

static int end(struct sink *sink)
{
	struct tape_sink *s = of(sink);
	int err = 0;

	clear_progress(s);
	if (s->writer)
		err = fail(s, tape_finish(s->writer));
	vec_done(&s->blobs);
	free(s);
	return err;
}

bool tape_sink_full(const struct sink *s)
{
	return ((const struct tape_sink *)s)->full;
}

int tape_sink_dump(struct sink *sink)
{
	struct tape_sink *s = of(sink);
	char *path = numbered(s->opts.path, ++s->dumps);
	int err = s->writer ? tape_dump(s->writer, path) : -EIO;

	clear_progress(s);
	if (err)
		diag_error("cannot write '%s': %s", path, strerror(-err));
	free(path);
	return err;
}

int tape_sink_new(const struct tape_sink_opts *opts, struct sink **out)
{
	static const struct sink_ops ops = {put, flush, end};
	struct tape_sink *s = calloc(1, sizeof(*s));
	int err;

	if (!s)
		return -ENOMEM;
	s->sink.ops = &ops;
	s->opts = *opts;
	err = fail(s, tape_create(opts->path, &opts->tape, &s->writer));
	if (err) {
		free(s);
		return err;
	}
	*out = &s->sink;
	return 0;
}
