/* The subcommands. */
#ifndef RINGSIDE_CMD_CMD_H
#define RINGSIDE_CMD_CMD_H

#include <stdio.h>

struct command {
	const char *name;
	const char *summary;
	int (*run)(int argc, char **argv); /* argv[0] is the command's name. The exit status */
	void (*help)(FILE *to);            /* everything about it */
};

/* All of them, in the order of help; a row without name ends it. */
extern const struct command commands[];

const struct command *command_named(const char *name); /* or NULL after a diag_error() with the nearest name */

int cmd_trace(int argc, char **argv);
void cmd_trace_help(FILE *to);
int cmd_record(int argc, char **argv);
void cmd_record_help(FILE *to);
int cmd_replay(int argc, char **argv);
void cmd_replay_help(FILE *to);
int cmd_stat(int argc, char **argv);
void cmd_stat_help(FILE *to);
int cmd_export(int argc, char **argv);
void cmd_export_help(FILE *to);
int cmd_explain(int argc, char **argv);
void cmd_explain_help(FILE *to);
int cmd_table(int argc, char **argv);
void cmd_table_help(FILE *to);
int cmd_call(int argc, char **argv);
void cmd_call_help(FILE *to);
int cmd_bench(int argc, char **argv);
void cmd_bench_help(FILE *to);
int cmd_vdso(int argc, char **argv);
void cmd_vdso_help(FILE *to);
int cmd_report(int argc, char **argv);
void cmd_report_help(FILE *to);
int cmd_view(int argc, char **argv);
void cmd_view_help(FILE *to);
int cmd_completion(int argc, char **argv);
void cmd_completion_help(FILE *to);
int cmd_help(int argc, char **argv);
void cmd_help_help(FILE *to);
/* What `ringside` alone and `ringside --help` print. */
void cmd_help_overview(FILE *to);
int cmd_version(int argc, char **argv);
void cmd_version_help(FILE *to);

/* Columns of the terminal behind `to`, or 80. */
unsigned help_columns(FILE *to);
/*
 * Text in that width: lines in a row that begin without a blank are one paragraph, and are broken anew. Others, and those of "Usage:", stay as
 * they are, but for an explanation that is too long, which goes on below where it began.
 */
void help_text(FILE *to, const char *text);

#endif
