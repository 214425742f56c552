/* Events from a tape: see tape.h. */
#include "capture/tape.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/diag.h"
#include "tape/tape.h"

enum { FOLLOW_MS = 100 };

struct tape_source {
	struct source source;
	struct tape *tape;
	struct tape_source_opts opts;
	struct event lost;
	char *path;
	bool *met;     /* of each of opts.pids: there were events of it */
	bool stopped;
};

static struct tape_source *of(struct source *s)
{
	return (struct tape_source *)s;
}

/* ---- which events ---- */

static bool is_listed(const struct tape_source_opts *o, pid_t pid, pid_t tid)
{
	for (unsigned i = 0; i < o->npids; i++) {
		if (o->pids[i] == pid || o->pids[i] == tid)
			return true;
	}
	return !o->npids;
}

static void note_met(struct tape_source *s, const struct event *e)
{
	for (unsigned i = 0; i < s->opts.npids; i++)
		s->met[i] |= s->opts.pids[i] == e->pid || s->opts.pids[i] == e->tid;
}

static void tell_absent(const struct tape_source *s)
{
	for (unsigned i = 0; i < s->opts.npids; i++) {
		if (!s->met[i])
			diag_warn("%s: nothing there of a process or thread %d", s->path, s->opts.pids[i]);
	}
}

bool tape_source_wants(const struct source *s, const struct event *e)
{
	const struct tape_source_opts *o = &((const struct tape_source *)s)->opts;
	uint64_t end = e->exit_ns ? e->exit_ns : e->enter_ns;

	return end >= o->since_ns && e->enter_ns <= o->until_ns && (e->kind == EVENT_LOST || is_listed(o, e->pid, e->tid));
}

/* Whether a chunk may hold such events. */
static bool may_hold(void *ctx, const struct tape_summary *c)
{
	const struct tape_source_opts *o = ctx;

	if (c->last_ns < o->since_ns || c->first_ns > o->until_ns)
		return false;
	for (unsigned i = 0; i < c->ntasks; i++) {
		if (is_listed(o, c->tasks[i].pid, c->tasks[i].tid))
			return true;
	}
	return c->lost != 0 || !o->npids;
}

static bool has_full(void *ctx, const struct tape_summary *c)
{
	const struct tape_source_opts *o = ctx;

	for (unsigned i = 0; o->full && i < c->ncounts; i++) {
		uint64_t nr = c->counts[i].abi == ABI_X32 ? c->counts[i].nr & ~(uint64_t)0x40000000 : c->counts[i].nr;
		if (c->counts[i].abi < ABI_COUNT && nr < 1024 && o->full[c->counts[i].abi][nr])
			return true;
	}
	return false;
}

/* ---- damage ---- */

/* Local time with microseconds; "?" for a side on which there is nothing. */
static void clock_text(const struct tape_source *s, uint64_t ns, char *text, size_t size)
{
	uint64_t real = ns + s->source.realtime_offset;
	time_t seconds = (time_t)(real / 1000000000);
	struct tm tm;
	char day[64];

	if (!ns || ns == UINT64_MAX || !localtime_r(&seconds, &tm)) {
		snprintf(text, size, "?");
		return;
	}
	strftime(day, sizeof(day), "%Y-%m-%d %H:%M:%S", &tm);
	snprintf(text, size, "%s.%06u", day, (unsigned)(real % 1000000000 / 1000));
}

static void tell_damage(const struct tape_source *s, const struct tape_damage *d)
{
	char since[96], until[96], count[64] = "";

	clock_text(s, d->since_ns, since, sizeof(since));
	clock_text(s, d->until_ns, until, sizeof(until));
	if (d->events)
		snprintf(count, sizeof(count), "%" PRIu64 " events ", d->events);
	diag_warn("%s: %s (%" PRIu64 " bytes at %" PRIu64 "): %sfrom %s to %s missing", s->path, d->reason, d->bytes, d->offset,
	          count, since, until);
}

static const struct event *lost_event(struct tape_source *s, const struct tape_damage *d)
{
	s->lost = (struct event){.kind = EVENT_LOST, .enter_ns = d->since_ns, .lost = d->events};
	return &s->lost;
}

/* ---- the source ---- */

static int next(struct source *source, const struct event **out)
{
	struct tape_source *s = of(source);
	int got;

	while (!s->stopped) {
		got = tape_next(s->tape, out);
		if (got == TAPE_EVENT) {
			note_met(s, *out);
			return SOURCE_EVENT;
		}
		if (got == TAPE_DAMAGE) {
			tell_damage(s, tape_damage(s->tape));
			*out = lost_event(s, tape_damage(s->tape));
			return SOURCE_EVENT;
		}
		if (got == TAPE_MORE) {
			poll(NULL, 0, FOLLOW_MS);
			return SOURCE_IDLE;
		}
		if (got < 0) {
			diag_error("cannot read '%s': %s", s->path, strerror(-got));
			return got;
		}
		if (!tape_finished(s->tape) && s->opts.until_ns == UINT64_MAX)
			diag_note("%s: the recorder did not finish this tape", s->path);
		tell_absent(s);
		break;
	}
	return SOURCE_END;
}

static void stop(struct source *source, int signo)
{
	(void)signo;
	of(source)->stopped = true;
}

static void close_tape(struct source *source)
{
	struct tape_source *s = of(source);

	tape_close(s->tape);
	free(s->path);
	free(s->met);
	free(s);
}

int tape_source_open(const char *path, const struct tape_source_opts *opts, struct source **out)
{
	static const struct source_ops ops = {next, stop, close_tape};
	struct tape_source *s = calloc(1, sizeof(*s));
	const char *why;

	if (!s || !(s->path = strdup(path)) || !(s->met = calloc(opts->npids + 1, sizeof(*s->met))))
		abort();
	s->source.ops = &ops;
	s->opts = *opts;
	struct tape_select select = {.brief = opts->brief, .full = has_full, .follow = opts->follow, .chunk = may_hold, .ctx = &s->opts};
	int err = tape_open(path, &select, &s->tape, &why);
	if (err) {
		diag_error("cannot replay '%s': %s", path, why);
		free(s->path);
		free(s->met);
		free(s);
		return err;
	}
	s->source.realtime_offset = tape_meta(s->tape)->realtime_offset;
	s->source.child = tape_meta(s->tape)->child;
	*out = &s->source;
	return 0;
}

void tape_source_limit(struct source *s, uint64_t since_ns, uint64_t until_ns)
{
	of(s)->opts.since_ns = since_ns;
	of(s)->opts.until_ns = until_ns;
}

const struct tape_meta *tape_source_meta(const struct source *s)
{
	return tape_meta(((const struct tape_source *)s)->tape);
}
