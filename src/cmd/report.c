/*
 * `ringside report`: a recording as one page that opens in a browser and needs nothing else. Events come from a tape, or from a program that is
 * run for it.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "capture/source.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/page.h"
#include "cmd/page_facts.h"
#include "cmd/part.h"
#include "cmd/run.h"
#include "sink/page.h"
#include "tape/tape.h"

enum { OPT_REPORT_OUTPUT = OPT_OTHERS, OPT_OPEN, OPT_TITLE, PROGRESS_EVENTS = 1 << 14 };

static const char group[] = "The page";

static const struct option_row rows[] = {
	PART_ROWS,
	{OPT_REPORT_OUTPUT, 'o', "output", ARG_NEEDED, "FILE", group, "Write the page there (default: the tape's name, or run, with .html)"},
	{OPT_OPEN, 0, "open", ARG_NONE, NULL, group, "Open it in a browser when it is done (xdg-open)"},
	{OPT_TITLE, 0, "title", ARG_NEEDED, "TEXT", group, "What the page is called (default: the command line)"},
};

struct report {
	struct page_opts page;
	struct tape_part part;
	struct job *job;
	struct trace_opts *o;
	const struct tape_meta *meta; /* of a tape */
	const char *title, *path;
	const char *tape;             /* the first word, which is one; or NULL */
	char default_path[4096];
	struct output out;
	struct buf origin;            /* members of the head: host, kernel, argv */
	bool open, from_tape, progress;
	uint64_t events;
	uint64_t told_ns; /* when progress was last told */
};

static int apply(void *ctx, const struct option_use *use)
{
	struct report *r = ctx;

	if (part_is_option(use->row->id))
		return part_apply(&r->part, use);
	if (use->row->id == OPT_REPORT_OUTPUT)
		r->path = use->arg;
	else if (use->row->id == OPT_TITLE)
		r->title = use->arg;
	else
		r->open = true;
	return 0;
}

static void put_about(void *ctx, const char *name, struct buf *b)
{
	page_put_about(((struct report *)ctx)->o->text.desc, name, b);
}

/* At the end, so that measuring is in nobody's way. What the tape says was noted before it was closed. */
static void put_more(void *ctx, struct buf *b)
{
	const struct report *r = ctx;

	buf_put(b, r->origin.data, r->origin.len);
	page_put_registers(b);
	page_put_costs(b);
}

/* The run */

static int open_tape(void *ctx, struct trace_opts *o, struct source **out)
{
	struct report *r = ctx;
	struct tape_source_opts opts = {0};
	int err = part_open(&r->part, o->argv[0], &opts, r->job, out);

	if (!err)
		r->meta = tape_source_meta(*out);
	return err;
}

static void name_page(struct report *r)
{
	const char *base = r->from_tape ? r->o->argv[0] : "run";
	size_t len = strlen(base), end = sizeof(".tape") - 1;

	if (len > end && strcmp(base + len - end, ".tape") == 0)
		len -= end;
	snprintf(r->default_path, sizeof(r->default_path), "%.*s.html", (int)(len < 4000 ? len : 4000), base);
	r->path = r->path ? r->path : r->default_path;
}

static int settle(void *ctx, struct trace_opts *o)
{
	struct report *r = ctx;

	r->o = o;
	if (!page_html())
		return usage_error("this build has no page: node and npm were missing when it was made, or could not fetch what web/package-lock.json names");
	if (o->summary_only || o->summary || o->separate || o->json)
		return usage_error("-c, -C, -ff and --json are for trace and replay");
	r->from_tape = o->argv && (r->tape || part_is_tape(o->argv[0]));
	if (r->from_tape && o->argv[1])
		return usage_error("one tape at a time: '%s'", o->argv[r->tape == NULL]);
	if (r->from_tape && trace_opts_recorded(o))
		return -EINVAL;
	if (!r->from_tape && part_is_set(&r->part))
		return usage_error("--since, --until and --pid are for tapes");
	if (r->from_tape)
		r->job->open_source = open_tape;
	name_page(r);
	if (!o->fd_kinds)
		o->fd_kinds = FD_ALL;
	r->page.text = &o->text;
	return 0;
}

static int open_sink(void *ctx, const struct source *s, struct sink **out)
{
	struct report *r = ctx;
	bool stacks = r->meta ? r->meta->stacks : r->o->images != NULL;
	int err = output_open_file(&r->out, r->path, false);

	(void)s;
	if (err)
		return err;
	r->out.by_line = false;
	page_put_origin(r->meta, r->o->argv, r->title, &r->origin);
	if (stacks)
		r->page.symbols = trace_stack_symbols(r->o);
	page_put_stacks(stacks, r->page.symbols, &r->origin);
	r->progress = isatty(STDERR_FILENO) && r->from_tape;
	r->page.page = page_html();
	r->page.more = put_more;
	r->page.about = put_about;
	r->page.ctx = r;
	*out = page_new(&r->page, &r->out);
	return *out ? 0 : usage_error("this build has no page: zlib was missing");
}

/* Between events: says how far it is, a few times a second. */
static bool done(void *ctx)
{
	struct report *r = ctx;

	if (!r->progress || ++r->events % PROGRESS_EVENTS)
		return false;
	uint64_t now = clock_ns();
	if (now - r->told_ns < 200000000)
		return false;
	r->told_ns = now;
	fprintf(stderr, "\r%llu events\033[K", (unsigned long long)r->events);
	return false;
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

int cmd_report(int argc, char **argv)
{
	static struct report r;
	struct option_table mine = options;
	struct job job = {.options = &mine, .help = cmd_report_help, .settle = settle, .open_sink = open_sink, .only_sink = true, .done = done, .ctx = &r};

	mine.ctx = &r;
	r.job = &job;
	r.out.fd = -1;
	r.tape = part_behind(argc, argv, false);
	int status = job_run(&job, argc, argv);
	bool opened = r.out.fd >= 0, broken = r.out.broken;
	output_close(&r.out);
	part_done(&r.part);
	buf_done(&r.origin);
	if (r.progress)
		fputs("\r\033[K", stderr);
	if (!opened || broken)
		return status ? status : broken;
	diag_note("wrote %s", r.path);
	if (r.open)
		page_show(r.path);
	return status;
}

void cmd_report_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside report [OPTIONS] TAPE\n"
		"       ringside report [OPTIONS] PROGRAM [ARGUMENTS]\n"
		"\n"
		"Makes one HTML file of a recording: timeline, calls, files, errors, and each call's way into the kernel and back with what it\n"
		"costs on this machine. It opens from disk and needs no network. Of a program, records and reports in one; its exit status\n"
		"is passed on. Options that filter apply, and -s, -v, -X and others say how arguments look.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
