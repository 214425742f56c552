/* `ringside help`: all from the tables. */
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

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

void cmd_help_overview(FILE *to)
{
	fputs("Ringside shows what programs ask of the Linux kernel.\n\nUsage: ringside COMMAND ...\n\n", to);
	for (const struct command *c = commands; c->name; c++)
		fprintf(to, "  %-10s %s\n", c->name, c->summary);
	fputs("\nExamples:\n"
	      "  ringside trace ls -l\n"
	      "  ringside trace -f -o trace.txt make\n"
	      "  ringside trace -c -p 1234\n"
	      "\n'ringside help COMMAND' explains a command, 'ringside help where' filter expressions. Invoked as strace, ringside is 'ringside trace'.\n", to);
}

void cmd_help_help(FILE *to)
{
	fputs("Usage: ringside help [COMMAND]\n       ringside help TOPIC\n\nTopics:\n", to);
	for (const struct topic *t = topics; t->name; t++)
		fprintf(to, "  %-10s %s\n", t->name, t->summary);
}

int cmd_help(int argc, char **argv)
{
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
