/* `ringside help`: all from the tables. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/topics.h"

const struct command commands[] = {
	{"trace", "show a program's system calls and signals, live", cmd_trace, cmd_trace_help},
	{"record", "write them to a tape", cmd_record, cmd_record_help},
	{"replay", "show what is on a tape", cmd_replay, cmd_replay_help},
	{"stat", "count calls and their times, live or from a tape", cmd_stat, cmd_stat_help},
	{"export", "write a tape in formats of other programs", cmd_export, cmd_export_help},
	{"report", "a page to look at: timeline, calls, files, errors, each call's way", cmd_report, cmd_report_help},
	{"view", "the same page for large tapes, served to a browser here", cmd_view, cmd_view_help},
	{"explain", "say what output means", cmd_explain, cmd_explain_help},
	{"table", "the calls and their numbers, by ABI and class", cmd_table, cmd_table_help},
	{"call", "make a system call by hand", cmd_call, cmd_call_help},
	{"bench", "what crossing into the kernel costs on this machine", cmd_bench, cmd_bench_help},
	{"vdso", "what the vDSO has, and who passes it by", cmd_vdso, cmd_vdso_help},
	{"completion", "scripts that complete command lines, for shells", cmd_completion, cmd_completion_help},
	{"help", "explain a command", cmd_help, cmd_help_help},
	{"version", "the version and what is built in", cmd_version, cmd_version_help},
	{0},
};

static const char *next_command(const void *ctx, size_t i)
{
	(void)ctx;
	return commands[i].name;
}

const struct command *command_named(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	const char *near = str_nearest(name, next_command, NULL);
	if (near)
		diag_error("no such command: '%s', did you mean '%s'?", name, near);
	else
		diag_error("no such command: '%s'; see '%s --help'", name, diag_program);
	return NULL;
}

unsigned help_columns(FILE *to)
{
	struct winsize size;

	if (ioctl(fileno(to), TIOCGWINSZ, &size) < 0 || size.ws_col < 40)
		return 80;
	return size.ws_col < 110 ? size.ws_col : 110;
}

/* Where what is said of a term begins: behind two blanks or more. 0: nothing is. */
static size_t explanation(const char *line, size_t len)
{
	size_t i = strspn(line, " ");

	while (i + 1 < len && (line[i] != ' ' || line[i + 1] != ' '))
		i++;
	while (i < len && line[i] == ' ')
		i++;
	return i < len ? i : 0;
}

static void put_indented(struct buf *b, const char *line, size_t len, unsigned columns)
{
	size_t start = b->len, hang = len > columns ? explanation(line, len) : 0;

	buf_put(b, line, hang ? hang : len);
	if (!hang) {
		buf_putc(b, '\n');
		return;
	}
	char *rest = strndup(line + hang, len - hang);
	buf_wrap(b, rest ? rest : "", start, hang, columns);
	free(rest);
}

static void put_paragraph(struct buf *b, struct buf *words, unsigned columns)
{
	if (words->len)
		buf_wrap(b, buf_cstr(words), b->len, 0, columns);
	words->len = 0;
}

void help_text(FILE *to, const char *text)
{
	struct buf out = {0}, words = {0};
	unsigned columns = help_columns(to);

	for (const char *line = text; *line;) {
		size_t len = strcspn(line, "\n");
		bool fixed = !len || *line == ' ' || str_starts(line, "Usage:");
		if (fixed) {
			put_paragraph(&out, &words, columns);
			put_indented(&out, line, len, columns);
		} else {
			buf_printf(&words, "%s%.*s", words.len ? " " : "", (int)len, line);
		}
		line += len + (line[len] == '\n');
	}
	put_paragraph(&out, &words, columns);
	fwrite(out.data, 1, out.len, to);
	buf_done(&out);
	buf_done(&words);
}

void cmd_help_overview(FILE *to)
{
	fputs("Ringside shows what programs ask of the Linux kernel.\n\nUsage: ringside COMMAND ...\n\n", to);
	for (const struct command *c = commands; c->name; c++)
		fprintf(to, "  %-10s %s\n", c->name, c->summary);
	fputs("\nExamples:\n"
	      "  ringside trace ls -l\n"
	      "  ringside trace -f -o trace.txt make\n"
	      "  ringside trace -c -p 1234\n"
	      "\n", to);
	help_text(to, "'ringside help COMMAND' explains a command, 'ringside help where' filter expressions. Invoked as strace, ringside is 'ringside trace'.\n");
}

void cmd_help_help(FILE *to)
{
	fputs("Usage: ringside help [COMMAND]\n       ringside help TOPIC\n\nTopics:\n", to);
	for (const struct topic *t = topics; t->name; t++)
		fprintf(to, "  %-10s %s\n", t->name, t->summary);
}

int cmd_help(int argc, char **argv)
{
	if (argc > 1 && (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0)) {
		cmd_help_help(stdout);
		return 0;
	}
	const struct topic *topic = argc > 1 ? topic_named(argv[1]) : NULL;
	const struct command *c = argc > 1 && !topic ? command_named(argv[1]) : NULL;

	if (topic) {
		topic->help(stdout);
		return 0;
	}
	if (argc > 1 && !c)
		return 1;
	if (c)
		c->help(stdout);
	else
		cmd_help_overview(stdout);
	return 0;
}
