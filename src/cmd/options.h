/*
 * The option table: parsing and help text (later completion and the manual's list) come from the same rows.
 */
#ifndef RINGSIDE_CMD_OPTIONS_H
#define RINGSIDE_CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum option_arg {
	ARG_NONE,
	ARG_NEEDED,
	ARG_OPTIONAL, /* after '=' of the long name only; the letter takes none */
};

struct option_row {
	int id;
	char letter;       /* 0: none */
	const char *name;  /* long, or NULL */
	enum option_arg arg;
	const char *word;  /* what help calls the argument */
	const char *group; /* help's heading */
	const char *help;  /* NULL: another spelling of the row with this id, not shown */
	const char *values; /* what completion offers as its argument, separated by blanks; NULL: by the word (FILE, PATH, PID, USER), or nothing */
	bool ours;          /* strace has no such option: beginnings of names mean strace's rather than this one */
	bool live;          /* about programs that run: a command that reads what was recorded refuses it */
};

struct option_use {
	const struct option_row *row;
	bool by_letter;
	const char *arg;   /* NULL: none */
	const char *given; /* as messages name it: "-s" or "--string-limit" */
};

struct option_table {
	const struct option_row *rows;
	size_t n;
	int (*apply)(void *ctx, const struct option_use *use); /* 0 or -errno after a diag_error() */
	void *ctx;
	const bool *from_file; /* for trace_opts_parse(): whether no program is to be started; looked at after parsing. NULL: no */
};

/*
 * Applies the options in front of the first other word. Result: the index of that word in argv, or -errno after a diag_error() with the
 * nearest name.
 */
int options_parse(const struct option_table *t, int argc, char **argv);
/* From here on options_help() hands its table to `take` instead; NULL: it prints again. */
void options_collect(void (*take)(void *ctx, const struct option_table *t), void *ctx);
/* The rows with help, by group, in `columns` columns. */
void options_help(const struct option_table *t, FILE *to, unsigned columns);

/* A diag_error(), then where to find help. Result: -EINVAL. */
int usage_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* Where to find help. Result: -EINVAL. */
int usage_hint(void);
/* The command that runs, for that hint; the string is kept. */
void usage_command(const char *name);

#endif
