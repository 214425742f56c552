/*
 * `ringside replay`: events from a tape, past the filters, to the sinks of trace. Options of filters and formats are trace's.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/json.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/run.h"
#include "cmd/units.h"
#include "tape/tape.h"

enum { OPT_SINCE = OPT_OTHERS, OPT_UNTIL, OPT_PIDS, OPT_FOLLOW_TAPE, OPT_FROM_JSON };

static const char group[] = "Part of the tape";

static const struct option_row rows[] = {
	{OPT_SINCE, 0, "since", ARG_NEEDED, "TIME", group, "From this time on: 1.5s or 2m after the tape's start, 12:34:56.789 on that day, or @SECONDS since 1970"},
	{OPT_UNTIL, 0, "until", ARG_NEEDED, "TIME", group, "Up to this time"},
	{OPT_PIDS, 0, "pid", ARG_NEEDED, "PID", group, "Only these processes and threads: numbers separated by commas. May be repeated"},
	{OPT_PIDS, 'p', "attach", ARG_NEEDED, NULL, NULL, NULL},
	{OPT_FOLLOW_TAPE, 0, "follow", ARG_NONE, NULL, group, "Wait for more while the tape is being written"},
	{OPT_FROM_JSON, 0, "from-json", ARG_NONE, NULL, group, "TAPE is a file with what --json=raw wrote, or - for standard input"},
};

struct replay {
	const char *since, *until;
	VEC(pid_t) pids;
	bool follow, json;
};

static int add_pids(struct replay *r, const struct option_use *use)
{
	char *list = strdup(use->arg), *rest = list;
	int err = 0;

	if (!list)
		abort();
	for (char *word = strtok_r(list, ", \t\n", &rest); word && !err; word = strtok_r(NULL, ", \t\n", &rest)) {
		int64_t pid;
		if (str_number(word, 1, INT32_MAX, &pid))
			err = usage_error("Invalid process id: '%s'", word);
		else
			*vec_push(&r->pids) = (pid_t)pid;
	}
	free(list);
	return err;
}

static int apply(void *ctx, const struct option_use *use)
{
	struct replay *r = ctx;

	switch (use->row->id) {
	case OPT_SINCE:
		r->since = use->arg;
		return 0;
	case OPT_UNTIL:
		r->until = use->arg;
		return 0;
	case OPT_PIDS:
		return add_pids(r, use);
	case OPT_FROM_JSON:
		r->json = true;
		return 0;
	default:
		r->follow = true;
		return 0;
	}
}

/* "12:34[:56[.789]]" on the local day of the tape's start, as a time since 1970. */
static bool time_of_day(const char *text, uint64_t start_ns, uint64_t *real_ns)
{
	time_t start = (time_t)(start_ns / 1000000000);
	unsigned hour, minute;
	double second = 0;
	struct tm tm;
	int used = 0;

	if (sscanf(text, "%2u:%2u%n", &hour, &minute, &used) != 2 || hour > 23 || minute > 59)
		return false;
	if (text[used] == ':' && sscanf(text + used, ":%lf%n", &second, &(int){0}) != 1)
		return false;
	if (text[used] && text[used] != ':')
		return false;
	localtime_r(&start, &tm);
	tm.tm_hour = (int)hour;
	tm.tm_min = (int)minute;
	tm.tm_sec = 0;
	*real_ns = (uint64_t)mktime(&tm) * 1000000000 + (uint64_t)(second * 1e9 + 0.5);
	return true;
}

/* A time on the tape's CLOCK_MONOTONIC. */
static int parse_time(const char *text, const struct tape_meta *m, uint64_t *out)
{
	uint64_t ns;

	if (text[0] == '@' && !units_ns(text + 1, &ns))
		*out = ns - m->realtime_offset;
	else if (time_of_day(text, m->start_ns + m->realtime_offset, &ns))
		*out = ns - m->realtime_offset;
	else if (!units_ns(text + (text[0] == '+'), &ns))
		*out = m->start_ns + ns;
	else
		return usage_error("invalid time: '%s'", text);
	return 0;
}

static int limit(const struct replay *r, struct source *s)
{
	uint64_t since_ns = 0, until_ns = UINT64_MAX;
	int err = r->since ? parse_time(r->since, tape_source_meta(s), &since_ns) : 0;

	if (!err && r->until)
		err = parse_time(r->until, tape_source_meta(s), &until_ns);
	if (!err)
		tape_source_limit(s, since_ns, until_ns);
	return err;
}

static void note_redacted(const struct tape_meta *m, const char *path)
{
	static const char *const names[] = {"buffers", "arguments and environment", "paths"};
	struct buf list = {0};

	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (m->redacted >> i & 1)
			buf_printf(&list, "%s%s", list.len ? ", " : "", names[i]);
	}
	diag_note("%s: redacted: %s", path, buf_cstr(&list));
	buf_done(&list);
}

/* Says once what was asked for and is not there. */
static void note_absent(const struct trace_opts *o, const struct tape_meta *m, const char *path)
{
	if (m->redacted)
		note_redacted(m, path);
	if (o->text.show.max_string >= m->string_bytes && m->string_bytes)
		diag_note("%s: recorded with -s %u: there is no more of strings", path, m->string_bytes - 1);
	if (o->sockets && !m->sockets)
		diag_note("%s: recorded without -yy: what sockets and devices are is not known", path);
	if (o->comms && !m->comms)
		diag_note("%s: recorded without -Y: names of processes are not known", path);
	if ((o->summary || o->summary_only) && !o->table.wall && !m->cpu_time)
		diag_note("%s: recorded without --cpu-time: -w shows the time from entry to return", path);
}

/* Whether live text would have had a pid on each line. */
static void adopt(struct trace_opts *o, const struct tape_meta *m)
{
	if (m->follow && o->output && !o->text.separate)
		o->text.pid = PID_ALWAYS;
}

static int open_source(void *ctx, struct trace_opts *o, struct source **out)
{
	struct replay *r = ctx;
	const char *path = o->argv[0];
	struct tape_source_opts opts = {.until_ns = UINT64_MAX, .pids = r->pids.at, .npids = (unsigned)r->pids.len, .follow = r->follow};
	int err = r->json ? json_source_open(path, out) : tape_source_open(path, &opts, out);

	if (err || r->json)
		return err;
	err = limit(r, *out);
	note_absent(o, tape_source_meta(*out), path);
	adopt(o, tape_source_meta(*out));
	return err;
}

static int settle(void *ctx, struct trace_opts *o)
{
	const struct replay *r = ctx;

	if (!o->argv)
		return usage_error("must have TAPE");
	if (r->json && (r->since || r->until || r->pids.len || r->follow))
		return usage_error("--since, --until, --pid and --follow are for tapes, not for --from-json");
	if (o->argv[1])
		return usage_error("one tape at a time: '%s'", o->argv[1]);
	return 0;
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

int cmd_replay(int argc, char **argv)
{
	static const bool from_file = true;
	static struct replay r;
	struct option_table mine = options;
	struct job job = {
		.options = &mine, .help = cmd_replay_help, .settle = settle, .open_source = open_source, .all_notes = true, .ctx = &r,
	};

	mine.ctx = &r;
	mine.from_file = &from_file;
	int status = job_run(&job, argc, argv);
	vec_done(&r.pids);
	return status;
}

void cmd_replay_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside replay [OPTIONS] TAPE\n"
		"\n"
		"Shows what is on a tape of 'ringside record', as 'ringside trace' would have: with its filters and formats, on\n"
		"standard output. TAPE may be - for standard input.\n"
		"Options that start or attach to programs have no meaning here.\n";

	fputs(usage, to);
	trace_opts_help(&options, to, help_columns(to));
}
