/* `ringside explain`: what calls, errors, signals, constants and lines of a trace mean, from the tables that traces are made with. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/options.h"
#include "desc/table.h"
#include "insight/explain.h"
#include "sink/jsonl.h"
#include "sink/output.h"

enum { OPT_COVERAGE, OPT_JSON_SCHEMA, OPT_REGISTERS, OPT_HELP };

static const struct option_row rows[] = {
	{OPT_REGISTERS, 0, "registers", ARG_NONE, NULL, "What", "Which register carries what, in each ABI"},
	{OPT_COVERAGE, 0, "coverage", ARG_NONE, NULL, "What", "How many calls, ioctl requests and socket options are described, by family"},
	{OPT_JSON_SCHEMA, 0, "json-schema", ARG_NONE, NULL, "What", "The JSON Schema of the lines that --json writes"},
	{OPT_HELP, 'h', "help", ARG_NONE, NULL, "What", "Show this"},
};

static int apply(void *ctx, const struct option_use *use)
{
	*(int *)ctx = use->row->id;
	return 0;
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

/* Names that could have been meant. */
static const char *next_name(const void *ctx, size_t i)
{
	const struct desc *d = ctx;

	if (i + 1 < d->ncalls)
		return desc_call_name(d, &d->calls[i + 1]);
	i -= d->ncalls - 1;
	return i + 1 < d->nsymbols ? desc_string(d, d->symbols[i + 1].name) : NULL;
}

static bool explain(struct buf *out, const struct desc *d, const char *word, unsigned columns)
{
	return explain_call(out, d, word, columns) || explain_errno(out, d, word, columns) || explain_signal(out, d, word, columns) ||
	       explain_constant(out, d, word, columns) || explain_line(out, d, word, columns);
}

/* 0, or 1 after a message. */
static int explain_words(struct buf *out, char **words, unsigned columns)
{
	const struct desc *d = &desc_builtin;

	for (char **word = words; *word; word++) {
		if (word > words)
			buf_putc(out, '\n');
		if (explain(out, d, *word, columns))
			continue;
		const char *near = str_nearest(*word, next_name, d);
		if (near)
			diag_error("nothing is known of '%s', did you mean '%s'?", *word, near);
		else
			diag_error("nothing is known of '%s': it is no call, error, signal, constant or line of a trace", *word);
		return 1;
	}
	return 0;
}

int cmd_explain(int argc, char **argv)
{
	struct output out = {.fd = STDOUT_FILENO};
	struct option_table mine = options;
	int what = -1, status = 0;

	mine.ctx = &what;
	int first = options_parse(&mine, argc, argv);
	if (first < 0)
		return 1;
	if (what == OPT_HELP) {
		cmd_explain_help(stdout);
		return 0;
	}
	if (what < 0 && !argv[first])
		return usage_error("explain what? A call, an error, a signal, a constant or a line of a trace") != 0;
	if (what == OPT_JSON_SCHEMA)
		jsonl_schema(&out.text);
	else if (what == OPT_COVERAGE)
		explain_coverage(&out.text, &desc_builtin, help_columns(stdout));
	else if (what == OPT_REGISTERS)
		explain_registers(&out.text);
	else
		status = explain_words(&out.text, argv + first, help_columns(stdout));
	output_flush(&out);
	status |= out.broken;
	output_close(&out);
	return status;
}

void cmd_explain_help(FILE *to)
{
	help_text(to, "Usage: ringside explain WORD ...\n"
		"       ringside explain --registers | --coverage | --json-schema\n"
		"\n"
		"Says what a call does and takes, what an error, a signal or a constant means, and goes through a line of a trace:\n"
		"\n"
		"  ringside explain openat\n"
		"  ringside explain ENOENT SIGPIPE O_CLOEXEC\n"
		"  ringside explain 'openat(AT_FDCWD, \"x\", O_CREAT) = -1 EACCES'\n");
	options_help(&options, to, help_columns(to));
}
