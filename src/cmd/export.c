/*
 * `ringside export`: events from a tape, past the filters, to a format of other programs. Options of the filters, and of how arguments
 * look, are trace's.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "capture/source.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/part.h"
#include "cmd/run.h"
#include "sink/export.h"

enum { OPT_TO = OPT_OTHERS, OPT_EXPORT_OUTPUT, OPT_WEIGHT };

static const char group[] = "The export";

static const struct option_row rows[] = {
	{OPT_TO, 0, "to", ARG_NEEDED, "FORMAT", group, "chrome: trace events for chrome://tracing and others; perfetto: for ui.perfetto.dev; folded: stacks for flame graphs; csv: a row an event"},
	{OPT_EXPORT_OUTPUT, 'o', "output", ARG_NEEDED, "FILE", group, "Write there, not to stdout"},
	{OPT_WEIGHT, 0, "weight", ARG_NEEDED, "WHAT", group, "What folded stacks count: time (default, in ns), calls, or bytes moved"},
	PART_ROWS,
	{OPT_PIDS, 'p', "attach", ARG_NEEDED, NULL, NULL, NULL},
};

static const struct format {
	const char *name;
	struct sink *(*open)(const struct export_opts *opts, struct output *out);
	bool binary;
} formats[] = {
	{"chrome", export_chrome_new, false}, {"perfetto", export_perfetto_new, true}, {"folded", export_folded_new, false},
	{"csv", export_csv_new, false},
};

struct export_command {
	struct export_opts opts;
	struct tape_part part;
	struct job *job;
	const struct format *format;
	const char *path; /* of the output */
	struct output out;
};

static int set_format(struct export_command *c, const struct option_use *use)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (strcmp(formats[i].name, use->arg) == 0) {
			c->format = &formats[i];
			return 0;
		}
	}
	return usage_error("no such format: '%s'; there are chrome, perfetto, folded and csv", use->arg);
}

static int set_weight(struct export_command *c, const struct option_use *use)
{
	static const char *const words[] = {[WEIGHT_TIME] = "time", [WEIGHT_CALLS] = "calls", [WEIGHT_BYTES] = "bytes"};

	for (unsigned i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(words[i], use->arg) == 0) {
			c->opts.weight = (enum export_weight)i;
			return 0;
		}
	}
	return usage_error("nothing to weigh by is called '%s'; there are time, calls and bytes", use->arg);
}

static int apply(void *ctx, const struct option_use *use)
{
	struct export_command *c = ctx;

	if (part_is_option(use->row->id))
		return part_apply(&c->part, use);
	switch (use->row->id) {
	case OPT_TO:
		return set_format(c, use);
	case OPT_WEIGHT:
		return set_weight(c, use);
	default:
		c->path = use->arg;
		return 0;
	}
}

static int settle(void *ctx, struct trace_opts *o)
{
	struct export_command *c = ctx;

	if (!o->argv)
		return usage_error("must have TAPE");
	if (o->argv[1])
		return usage_error("one tape at a time: '%s'", o->argv[1]);
	if (!c->format)
		return usage_error("must have --to FORMAT: chrome, perfetto, folded or csv");
	if (o->summary_only || o->summary || o->separate || o->json)
		return usage_error("-c, -C, -ff and --json are for replay");
	if (c->format->binary && !c->path && isatty(STDOUT_FILENO))
		return usage_error("%s is no text: use -o FILE", c->format->name);
	if (c->format->open == export_folded_new)
		trace_stack_show(o);
	c->opts.text = &o->text;
	return 0;
}

static int open_source(void *ctx, struct trace_opts *o, struct source **out)
{
	const struct export_command *c = ctx;
	struct tape_source_opts opts = {0};

	return part_open(&c->part, o->argv[0], &opts, c->job, out);
}

static int open_sink(void *ctx, const struct source *s, struct sink **out)
{
	struct export_command *c = ctx;
	int err = 0;

	(void)s;
	if (c->path)
		err = output_open_file(&c->out, c->path, false);
	else
		c->out = (struct output){.fd = STDOUT_FILENO};
	if (err)
		return err;
	c->out.by_line = false;
	*out = c->format->open(&c->opts, &c->out);
	return 0;
}

static const bool from_file = true;
static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply, .from_file = &from_file};

int cmd_export(int argc, char **argv)
{
	static struct export_command c;
	struct option_table mine = options;
	struct job job = {
		.options = &mine, .help = cmd_export_help, .settle = settle, .open_source = open_source, .open_sink = open_sink,
		.only_sink = true, .ctx = &c,
	};

	mine.ctx = &c;
	c.job = &job;
	c.out.fd = -1;
	part_behind(argc, argv, true);
	int status = job_run(&job, argc, argv);
	bool broken = c.out.broken;
	output_close(&c.out);
	part_done(&c.part);
	return broken ? 1 : status;
}

void cmd_export_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside export TAPE --to chrome|perfetto|folded|csv [-o FILE] [OPTIONS]\n"
		"\n"
		"Writes what is on a tape of 'ringside record' in a format of other programs. Filters apply, and -s, -v, -X and others\n"
		"say how arguments look.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
