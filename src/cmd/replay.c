/*
 * `ringside replay`: events from a tape, past the filters, to the sinks of trace. Options of filters and formats are trace's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/diag.h"
#include "capture/json.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/part.h"
#include "cmd/run.h"
#include "tape/tape.h"

enum { OPT_FOLLOW_TAPE = OPT_OTHERS, OPT_FROM_JSON };

static const struct option_row rows[] = {
	PART_ROWS,
	{OPT_PIDS, 'p', "attach", ARG_NEEDED, NULL, NULL, NULL},
	{OPT_FOLLOW_TAPE, 0, "follow", ARG_NONE, NULL, PART_GROUP, "Wait for more while the tape is being written"},
	{OPT_FROM_JSON, 0, "from-json", ARG_NONE, NULL, PART_GROUP, "TAPE is a file with what --json=raw wrote, or - for standard input"},
};

struct replay {
	struct tape_part part;
	struct job *job;
	bool follow, json;
};

static int apply(void *ctx, const struct option_use *use)
{
	struct replay *r = ctx;

	if (part_is_option(use->row->id))
		return part_apply(&r->part, use);
	*(use->row->id == OPT_FROM_JSON ? &r->json : &r->follow) = true;
	return 0;
}

static void note_redacted(const struct tape_meta *m, const char *path)
{
	static const char *const names[] = {"buffers", "arguments and environment", "paths", "addresses"};
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
	if (fd_details(o) && !m->sockets)
		diag_note("%s: recorded without -yy: what sockets and devices are is not known", path);
	if (o->comms && !m->comms)
		diag_note("%s: recorded without -Y: names of processes are not known", path);
	if (o->images && !m->stacks)
		diag_note("%s: recorded without -k: there are no stacks", path);
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
	struct tape_source_opts opts = {.follow = r->follow};
	int err = r->json ? json_source_open(path, out) : part_open(&r->part, path, &opts, r->job, out);

	if (err || r->json)
		return err;
	note_absent(o, tape_source_meta(*out), path);
	adopt(o, tape_source_meta(*out));
	return 0;
}

static int settle(void *ctx, struct trace_opts *o)
{
	const struct replay *r = ctx;

	if (!o->argv)
		return usage_error("must have TAPE");
	if (r->json && (part_is_set(&r->part) || r->follow))
		return usage_error("--since, --until, --pid and --follow are for tapes, not for --from-json");
	if (o->argv[1])
		return usage_error("one tape at a time: '%s'", o->argv[1]);
	return 0;
}

static const bool from_file = true;
static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply, .from_file = &from_file};

int cmd_replay(int argc, char **argv)
{
	static struct replay r;
	struct option_table mine = options;
	struct job job = {
		.options = &mine, .help = cmd_replay_help, .settle = settle, .open_source = open_source, .all_notes = true, .ctx = &r,
	};

	mine.ctx = &r;
	r.job = &job;
	part_behind(argc, argv, true);
	int status = job_run(&job, argc, argv);
	part_done(&r.part);
	return status;
}

void cmd_replay_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside replay [OPTIONS] TAPE\n"
		"\n"
		"Shows what is on a tape of 'ringside record', as 'ringside trace' would have: with its filters and formats, on\n"
		"standard output. TAPE may be - for standard input.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
