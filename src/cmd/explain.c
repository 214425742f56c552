/* `ringside explain`: what output means, from the tables that it is made by. */
#include <stdio.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/options.h"
#include "sink/jsonl.h"
#include "sink/output.h"

enum { OPT_JSON_SCHEMA, OPT_HELP };

static const struct option_row rows[] = {
	{OPT_JSON_SCHEMA, 0, "json-schema", ARG_NONE, NULL, "What", "The JSON Schema of the lines that --json writes"},
	{OPT_HELP, 'h', "help", ARG_NONE, NULL, "What", "Show this"},
};

static int apply(void *ctx, const struct option_use *use)
{
	*(int *)ctx = use->row->id;
	return 0;
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

static int put_schema(void)
{
	struct output out = {.fd = STDOUT_FILENO};

	jsonl_schema(&out.text);
	output_flush(&out);
	int status = out.broken;
	output_close(&out);
	return status;
}

int cmd_explain(int argc, char **argv)
{
	struct option_table mine = options;
	int what = -1;

	mine.ctx = &what;
	int first = options_parse(&mine, argc, argv);
	if (first < 0)
		return 1;
	if (argv[first] || what < 0)
		return usage_error("explain what? There is --json-schema") != 0;
	if (what == OPT_JSON_SCHEMA)
		return put_schema();
	cmd_explain_help(stdout);
	return 0;
}

void cmd_explain_help(FILE *to)
{
	fputs("Usage: ringside explain --json-schema\n\nSays what output means.\n", to);
	options_help(&options, to, help_columns(to));
}
