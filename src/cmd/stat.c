/*
 * `ringside stat`: events from a program or a tape, past the filters, to the counters of sink/stat. Options of the engine and the
 * filters are trace's.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "capture/ebpf_count.h"
#include "capture/source.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/part.h"
#include "cmd/run.h"
#include "sink/stat.h"
#include "tape/tape.h"

enum {
	OPT_BY = OPT_OTHERS, OPT_STAT_SORT, OPT_TOP, OPT_STAT_COLUMNS, OPT_ERRORS, OPT_STAT_PATHS, OPT_STAT_FDS, OPT_HISTOGRAM, OPT_ALL,
	OPT_FORMAT, OPT_STAT_JSON, OPT_MAX_ROWS, OPT_STAT_OUTPUT, OPT_STAT_VERBOSE,
};

static const char group[] = "The statistics";

static const struct option_row rows[] = {
	{OPT_BY, 0, "by", ARG_NEEDED, "KEYS", group, "Count by these, separated by commas: call (default), comm, pid, tid, path, fd, errno, class, hour"},
	{OPT_STAT_COLUMNS, 0, "columns", ARG_NEEDED, "COLUMNS", group, "Show these: share, total, cpu, calls, errors, min, avg, p50, p90, p99, p99.9, max, in, out, bytes (default: all that have something to tell)"},
	{OPT_STAT_SORT, 0, "sort", ARG_NEEDED, "COLUMN", group, "The greatest first by this column (default total), or key"},
	{OPT_TOP, 0, "top", ARG_NEEDED, "NUMBER", group, "Show so many rows, and the rest as one"},
	{OPT_ERRORS, 0, "errors", ARG_NONE, NULL, group, "Show which calls failed with which error, too"},
	{OPT_STAT_PATHS, 0, "paths", ARG_NONE, NULL, group, "Show the files that took the most, too"},
	{OPT_STAT_FDS, 0, "fds", ARG_NONE, NULL, group, "Show the descriptors that took the most, too"},
	{OPT_HISTOGRAM, 0, "histogram", ARG_NONE, NULL, group, "Show how times are distributed, of the first rows (5, or --top) and all"},
	{OPT_ALL, 0, "all", ARG_NONE, NULL, group, "All four"},
	{OPT_FORMAT, 0, "format", ARG_NEEDED, "FORMAT", group, "text (default), csv or json"},
	{OPT_STAT_JSON, 0, "json", ARG_NONE, NULL, group, "As --format=json"},
	{OPT_MAX_ROWS, 0, "max-rows", ARG_NEEDED, "NUMBER", group, "Merge the least rows of a table beyond so many (default 10000), for a limit to memory"},
	{OPT_STAT_OUTPUT, 'o', "output", ARG_NEEDED, "FILE", group, "Write there, not to stderr (of a tape: stdout)"},
	{OPT_STAT_VERBOSE, 'v', NULL, ARG_NONE, NULL, group, "Say which engine counts"},
	PART_ROWS,
};

struct stat_command {
	struct stat_opts stat;
	struct tape_part part;
	struct output out;
	const char *path; /* of the output */
	const char *tape; /* the first word, which is one; or NULL */
	struct job *job;
	struct count_by by;
	const struct trace_opts *o;
};

static int invalid(const struct option_use *use)
{
	return usage_error("invalid %s argument: '%s'", use->given, use->arg);
}

static int set_format(struct stat_opts *s, const struct option_use *use)
{
	static const char *const words[] = {[STAT_TEXT] = "text", [STAT_CSV] = "csv", [STAT_JSON] = "json"};

	for (unsigned i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(use->arg, words[i]) == 0) {
			s->format = (enum stat_format)i;
			return 0;
		}
	}
	return usage_error("no such format: '%s'; there are text, csv and json", use->arg);
}

static int set_number(const struct option_use *use, uint32_t *out)
{
	int64_t number;

	if (str_number(use->arg, 1, 100000000, &number))
		return invalid(use);
	*out = (uint32_t)number;
	return 0;
}

static int set_list(struct stat_opts *s, const struct option_use *use)
{
	int err = use->row->id == OPT_BY ? stat_keys_parse(s, use->arg)
		: use->row->id == OPT_STAT_SORT ? stat_sort_parse(s, use->arg) : stat_columns_parse(s, use->arg);

	return err ? usage_hint() : 0;
}

static int apply(void *ctx, const struct option_use *use)
{
	static const unsigned parts[] = {
		[OPT_ERRORS - OPT_OTHERS] = STAT_ERRORS, [OPT_STAT_PATHS - OPT_OTHERS] = STAT_PATHS, [OPT_STAT_FDS - OPT_OTHERS] = STAT_FDS,
		[OPT_HISTOGRAM - OPT_OTHERS] = STAT_HISTOGRAM, [OPT_ALL - OPT_OTHERS] = STAT_ALL,
	};
	struct stat_command *c = ctx;

	if (part_is_option(use->row->id))
		return part_apply(&c->part, use);
	switch (use->row->id) {
	case OPT_BY: case OPT_STAT_SORT: case OPT_STAT_COLUMNS:
		return set_list(&c->stat, use);
	case OPT_TOP:
		return set_number(use, &c->stat.top);
	case OPT_MAX_ROWS:
		return set_number(use, &c->stat.max_rows);
	case OPT_FORMAT:
		return set_format(&c->stat, use);
	case OPT_STAT_JSON:
		c->stat.format = STAT_JSON;
		return 0;
	case OPT_STAT_OUTPUT:
		c->path = use->arg;
		return 0;
	case OPT_STAT_VERBOSE:
		c->job->tell_engine = true;
		return 0;
	default:
		c->stat.parts |= parts[use->row->id - OPT_OTHERS];
		return 0;
	}
}

static int open_tape(void *ctx, struct trace_opts *o, struct source **out)
{
	const struct stat_command *c = ctx;
	static uint8_t full[ABI_COUNT][1024];
	struct tape_source_opts opts = {.full = full, .brief = !stat_needs_memory(&c->stat) && !o->paths.len && !o->wheres.len};

	stat_needs_full(&c->stat, full);
	return part_open(&c->part, o->argv[0], &opts, c->job, out);
}

/* Whether all that tells calls apart is known to the kernel without looking at their arguments. */
static bool is_countable(const struct stat_opts *s, struct count_by *by)
{
	bool countable = !(s->parts & (STAT_PATHS | STAT_FDS));

	for (unsigned i = 0; i < s->nkeys; i++) {
		enum stat_key key = s->keys[i];
		countable &= key != STAT_PATH && key != STAT_FD && key != STAT_HOUR;
		by->comm |= key == STAT_COMM;
		by->pid |= key == STAT_PID || key == STAT_TID;
		by->tid |= key == STAT_TID;
	}
	return countable;
}

static int settle(void *ctx, struct trace_opts *o)
{
	struct stat_command *c = ctx;

	if (o->summary_only || o->summary || o->separate)
		return usage_error("-c, -C and -ff are for trace");
	if (c->stat.format == STAT_CSV && c->stat.parts)
		return usage_error("CSV is one table: use --by, not --errors, --paths, --fds, --histogram or --all");
	if (o->argv && (c->tape || part_is_tape(o->argv[0]))) {
		if (o->argv[1])
			return usage_error("one tape at a time: '%s'", o->argv[c->tape == NULL]);
		if (trace_opts_recorded(o))
			return -EINVAL;
		c->job->open_source = open_tape;
	} else if (part_is_set(&c->part)) {
		return usage_error("--since, --until and --pid are for tapes; -p attaches to a process");
	}
	if (!c->stat.nkeys)
		stat_keys_parse(&c->stat, "call");
	if (is_countable(&c->stat, &c->by))
		c->job->count = &c->by;
	c->stat.desc = o->text.desc;
	o->cpu_time = true;
	o->fd_kinds |= stat_needs_fds(&c->stat) << FD_PATH;
	o->needs.comm |= stat_needs_comm(&c->stat);
	c->o = o;
	return 0;
}

static int open_output(struct stat_command *c)
{
	if (c->path && (c->path[0] == '|' || c->path[0] == '!'))
		return output_open_command(&c->out, c->path + 1);
	if (c->path)
		return output_open_file(&c->out, c->path, c->o->append);
	if (c->job->open_source) /* no program is there that writes to it, too */
		c->out = (struct output){.fd = STDOUT_FILENO};
	else
		output_open_stderr(&c->out);
	c->out.by_line = false;
	return 0;
}

static int open_sink(void *ctx, const struct source *s, struct sink **out)
{
	struct stat_command *c = ctx;
	int err = open_output(c);

	if (err)
		return err;
	c->stat.realtime_offset = s->realtime_offset;
	*out = stat_new(&c->stat, &c->out);
	return 0;
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

int cmd_stat(int argc, char **argv)
{
	static struct stat_command c;
	struct option_table mine = options;
	struct job job = {.options = &mine, .help = cmd_stat_help, .settle = settle, .open_sink = open_sink, .only_sink = true, .lean = true, .ctx = &c};

	stat_sort_parse(&c.stat, "total");
	mine.ctx = &c;
	c.job = &job;
	c.out.fd = -1;
	c.tape = part_behind(argc, argv, false);
	int status = job_run(&job, argc, argv);
	output_close(&c.out);
	part_done(&c.part);
	return status;
}

void cmd_stat_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside stat [OPTIONS] PROGRAM [ARGUMENTS]\n"
		"       ringside stat [OPTIONS] -p PID\n"
		"       ringside stat [OPTIONS] TAPE\n"
		"\n"
		"Counts calls and adds up their times, by call or any other keys. A program's exit status is passed on. The options below\n"
		"that filter apply; those that say how text looks have no meaning here.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
