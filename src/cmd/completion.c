/* `ringside completion`: scripts for shells, written from the tables of commands and options. */
#include "cmd/completion.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "cmd/cmd.h"
#include "cmd/options.h"
#include "cmd/topics.h"

enum { ROWS_MAX = 256 };

struct rows {
	struct option_row at[ROWS_MAX];
	size_t n;
};

static void take(void *ctx, const struct option_table *t)
{
	struct rows *rows = ctx;

	for (size_t i = 0; i < t->n && rows->n < ROWS_MAX; i++)
		rows->at[rows->n++] = t->rows[i];
}

/* Those that a command's help would show. */
static void rows_of(const struct command *c, struct rows *rows)
{
	FILE *nowhere = fopen("/dev/null", "we");

	rows->n = 0;
	if (!nowhere)
		return;
	options_collect(take, rows);
	c->help(nowhere);
	options_collect(NULL, NULL);
	fclose(nowhere);
}

/* How a shell completes the argument. */
enum completes { COMPLETES_NOTHING, COMPLETES_VALUES, COMPLETES_FILES, COMPLETES_PIDS, COMPLETES_USERS };

static enum completes completes(const struct option_row *r)
{
	const char *word = r->word ? r->word : "";

	if (r->values)
		return COMPLETES_VALUES;
	if (strcmp(word, "FILE") == 0 || strcmp(word, "PATH") == 0 || strcmp(word, "TAPE") == 0)
		return COMPLETES_FILES;
	return strcmp(word, "PID") == 0 ? COMPLETES_PIDS : strcmp(word, "USER") == 0 ? COMPLETES_USERS : COMPLETES_NOTHING;
}

/* The first sentence, or part of one, of a row's help, for between single quotes; blanks for what the shell would take for its own. */
static void put_brief(FILE *to, const char *help, const char *special)
{
	size_t len = strcspn(help, ".;:(");

	while (len && help[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < len; i++) {
		if (help[i] == '\'')
			fputs("'\\''", to);
		else if (strchr(special, help[i]))
			fputc(' ', to);
		else
			fputc(help[i], to);
	}
}

/* Whether a program and its arguments may follow the options: those commands can change its environment. */
static bool starts_programs(const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].name && rows->at[i].help && strcmp(rows->at[i].name, "env") == 0)
			return true;
	return false;
}

static void put_topics(FILE *to)
{
	for (const struct topic *t = topics; t->name; t++)
		fprintf(to, " %s", t->name);
}

/* bash */

static void bash_words(FILE *to, const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct option_row *r = &rows->at[i];
		if (r->letter && r->help)
			fprintf(to, " -%c", r->letter);
		if (r->name && r->help)
			fprintf(to, " --%s%s", r->name, r->arg == ARG_NEEDED ? "=" : "");
	}
}

static void bash_arguments(FILE *to, const char *command, const struct rows *rows)
{
	static const char *const actions[] = {
		[COMPLETES_NOTHING] = "", [COMPLETES_FILES] = "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))",
		[COMPLETES_PIDS] = "COMPREPLY=($(compgen -W \"$(command ps -A -o pid= 2>/dev/null)\" -- \"$cur\"))",
		[COMPLETES_USERS] = "COMPREPLY=($(compgen -u -- \"$cur\"))",
	};

	for (size_t i = 0; i < rows->n; i++) {
		const struct option_row *r = &rows->at[i];
		if (r->arg == ARG_NONE || (!r->name && r->arg != ARG_NEEDED))
			continue;
		fprintf(to, "\t\t%s:", command);
		if (r->letter && r->arg == ARG_NEEDED)
			fprintf(to, "-%c%s%s", r->letter, r->name ? "|" : "", r->name ? command : "");
		if (r->name)
			fprintf(to, "%s--%s", r->letter && r->arg == ARG_NEEDED ? ":" : "", r->name);
		if (completes(r) == COMPLETES_VALUES)
			fprintf(to, ") _ringside_values '%s' ;;\n", r->values);
		else
			fprintf(to, ") %s ;;\n", completes(r) ? actions[completes(r)] : ":");
	}
}

static void bash_commands(FILE *to)
{
	for (const struct command *c = commands; c->name; c++)
		fprintf(to, " %s", c->name);
}

static void completion_bash(FILE *to)
{
	static struct rows rows;

	fputs("# bash completion for ringside, written by 'ringside completion bash'.\n"
	      "_ringside_values()\n"
	      "{\n"
	      "\tlocal before=\n"
	      "\t[[ $cur == *,* ]] && before=${cur%,*},\n"
	      "\tCOMPREPLY=($(compgen -P \"$before\" -W \"$1\" -- \"${cur##*,}\"))\n"
	      "}\n"
	      "_ringside()\n"
	      "{\n"
	      "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
	      "\tCOMPREPLY=()\n"
	      "\tif ((COMP_CWORD == 1)); then\n"
	      "\t\tCOMPREPLY=($(compgen -W '", to);
	bash_commands(to);
	fputs("' -- \"$cur\"))\n\t\treturn\n\tfi\n"
	      "\t# readline takes --name=value apart at the =\n"
	      "\tif [[ $cur == = ]]; then\n\t\tcur=\n"
	      "\telif [[ $prev == = ]]; then\n\t\tprev=${COMP_WORDS[COMP_CWORD-2]}\n"
	      "\telif [[ $cur == --*=* ]]; then\n\t\tprev=${cur%%=*}\n\t\tcur=${cur#*=}\n\tfi\n"
	      "\tcase $command:$prev in\n", to);
	for (const struct command *c = commands; c->name; c++) {
		rows_of(c, &rows);
		bash_arguments(to, c->name, &rows);
	}
	fputs("\t\thelp:help) COMPREPLY=($(compgen -W '", to);
	bash_commands(to);
	put_topics(to);
	fputs("' -- \"$cur\")) ;;\n\t\tcompletion:completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- \"$cur\")) ;;\n"
	      "\t\t*) _ringside_options ;;\n\tesac\n"
	      "\t[[ ${COMPREPLY-} == *= ]] && compopt -o nospace\n"
	      "}\n"
	      "_ringside_options()\n{\n\tif [[ $cur != -* ]]; then\n\t\tcompopt -o filenames 2>/dev/null\n"
	      "\t\tCOMPREPLY=($(compgen -f -- \"$cur\") $(compgen -c -- \"$cur\"))\n\t\treturn\n\tfi\n\tcase $command in\n", to);
	for (const struct command *c = commands; c->name; c++) {
		rows_of(c, &rows);
		if (!rows.n)
			continue;
		fprintf(to, "\t\t%s) COMPREPLY=($(compgen -W '", c->name);
		bash_words(to, &rows);
		fputs("' -- \"$cur\")) ;;\n", to);
	}
	fputs("\tesac\n}\ncomplete -F _ringside ringside\n", to);
}

/* zsh */

static void zsh_action(FILE *to, const struct option_row *r)
{
	fprintf(to, ":%s:", r->word ? r->word : "");
	switch (completes(r)) {
	case COMPLETES_VALUES:
		fprintf(to, "_values -s , %s %s", "value", r->values);
		break;
	case COMPLETES_FILES:
		fputs("_files", to);
		break;
	case COMPLETES_PIDS:
		fputs("_pids", to);
		break;
	case COMPLETES_USERS:
		fputs("_users", to);
		break;
	default:
		fputc(' ', to);
	}
}

static void zsh_row(FILE *to, const struct option_row *r, bool letter)
{
	static const char *const equals[] = {[ARG_NONE] = "", [ARG_NEEDED] = "=", [ARG_OPTIONAL] = "=-"};

	fputs("\t\t'*", to);
	if (letter)
		fprintf(to, "-%c%s", r->letter, r->arg == ARG_NEEDED ? "+" : "");
	else
		fprintf(to, "--%s%s", r->name, equals[r->arg]);
	fputc('[', to);
	put_brief(to, r->help, "[]\\\"`$");
	fputc(']', to);
	if (r->arg == ARG_OPTIONAL && !letter)
		fputc(':', to);
	if (r->arg == ARG_NEEDED || (r->arg == ARG_OPTIONAL && !letter))
		zsh_action(to, r);
	fputs("' \\\n", to);
}

static void completion_zsh(FILE *to)
{
	static struct rows rows;

	fputs("#compdef ringside\n# zsh completion for ringside, written by 'ringside completion zsh'.\n_ringside()\n{\n\tlocal -a commands\n\tcommands=(\n", to);
	for (const struct command *c = commands; c->name; c++) {
		fprintf(to, "\t\t'%s:", c->name);
		put_brief(to, c->summary, ":\\\"`$");
		fputs("'\n", to);
	}
	fputs("\t)\n\tif ((CURRENT == 2)); then\n\t\t_describe command commands\n\t\treturn\n\tfi\n"
	      "\tlocal command=$words[2]\n\tshift words\n\t((CURRENT--))\n\tcase $command in\n", to);
	for (const struct command *c = commands; c->name; c++) {
		rows_of(c, &rows);
		if (!rows.n)
			continue;
		fprintf(to, "\t%s)\n\t\t_arguments -s -A '-*' \\\n", c->name);
		for (size_t i = 0; i < rows.n; i++) {
			if (rows.at[i].help && rows.at[i].letter)
				zsh_row(to, &rows.at[i], true);
			if (rows.at[i].help && rows.at[i].name)
				zsh_row(to, &rows.at[i], false);
		}
		fputs(starts_programs(&rows) ? "\t\t'*::arguments:{ _normal || _files }' ;;\n" : "\t\t'*:file:_files' ;;\n", to);
	}
	fputs("\thelp)\n\t\t_describe command commands\n\t\tcompadd", to);
	put_topics(to);
	fputs(" ;;\n\tcompletion) _values shell bash zsh fish ;;\n\tesac\n}\n_ringside \"$@\"\n", to);
}

/* fish */

static void fish_row(FILE *to, const char *command, const struct option_row *r)
{
	fprintf(to, "complete -c ringside -n '__fish_seen_subcommand_from %s'", command);
	if (r->letter)
		fprintf(to, " -s %c", r->letter);
	if (r->name)
		fprintf(to, " -l %s", r->name);
	if (r->arg == ARG_NEEDED)
		fputs(completes(r) == COMPLETES_FILES ? " -r" : " -x", to);
	if (completes(r) == COMPLETES_VALUES)
		fprintf(to, " -a '%s'", r->values);
	else if (completes(r) == COMPLETES_PIDS)
		fputs(" -a '(__fish_complete_pids)'", to);
	else if (completes(r) == COMPLETES_USERS)
		fputs(" -a '(__fish_complete_users)'", to);
	fputs(" -d '", to);
	put_brief(to, r->help, "\\");
	fputs("'\n", to);
}

/* What follows `ringside COMMAND` and options is another command line; fish wants to know which options take the next word. */
static void fish_program(FILE *to, const char *command, const struct rows *rows)
{
	fprintf(to, "complete -c ringside -n '__fish_seen_subcommand_from %s' -a '(__fish_complete_subcommand --fcs-skip=2 --", command);
	for (size_t i = 0; i < rows->n; i++) {
		const struct option_row *r = &rows->at[i];
		if (r->arg == ARG_NEEDED && r->letter)
			fprintf(to, " -%c", r->letter);
		if (r->arg == ARG_NEEDED && r->name)
			fprintf(to, " --%s", r->name);
	}
	fputs(")'\n", to);
}

static void completion_fish(FILE *to)
{
	static struct rows rows;

	fputs("# fish completion for ringside, written by 'ringside completion fish'.\n", to);
	for (const struct command *c = commands; c->name; c++) {
		fprintf(to, "complete -c ringside -n __fish_use_subcommand -x -a %s -d '", c->name);
		put_brief(to, c->summary, "\\");
		fputs("'\n", to);
	}
	for (const struct command *c = commands; c->name; c++) {
		rows_of(c, &rows);
		for (size_t i = 0; i < rows.n; i++)
			if (rows.at[i].help)
				fish_row(to, c->name, &rows.at[i]);
		if (starts_programs(&rows))
			fish_program(to, c->name, &rows);
	}
	fputs("complete -c ringside -n '__fish_seen_subcommand_from help' -x -a '", to);
	for (const struct command *c = commands; c->name; c++)
		fprintf(to, "%s ", c->name);
	put_topics(to);
	fputs("'\n", to);
	fputs("complete -c ringside -n '__fish_seen_subcommand_from completion' -x -a 'bash zsh fish'\n", to);
}

/* The manual */

static void man_text(FILE *to, const char *s)
{
	for (bool start = true; *s; start = false, s++) {
		if (*s == '-')
			fputs("\\-", to);
		else if (*s == '\\')
			fputs("\\e", to);
		else if (*s == '~')
			fputs("\\(ti", to);
		else if (*s == '^')
			fputs("\\(ha", to);
		else if ((*s == '.' || *s == '\'') && start)
			fprintf(to, "\\&%c", *s);
		else
			fputc(*s, to);
	}
}

static void man_spelling(FILE *to, const struct option_row *r)
{
	if (r->letter) {
		fprintf(to, "\\fB\\-%c\\fR", r->letter);
		if (r->arg == ARG_NEEDED) {
			fputs(" \\fI", to);
			man_text(to, r->word);
			fputs("\\fR", to);
		}
	}
	if (r->letter && r->name)
		fputs(", ", to);
	if (!r->name)
		return;
	fputs("\\fB\\-\\-", to);
	man_text(to, r->name);
	fputs("\\fR", to);
	if (r->arg == ARG_NONE)
		return;
	fputs(r->arg == ARG_OPTIONAL ? "[=\\fI" : "=\\fI", to);
	man_text(to, r->word);
	fputs(r->arg == ARG_OPTIONAL ? "\\fR]" : "\\fR", to);
}

void completion_man(const struct command *c, FILE *to)
{
	static struct rows rows;
	const char *group = NULL;

	rows_of(c, &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct option_row *r = &rows.at[i];
		if (!r->help)
			continue;
		if (!group || strcmp(group, r->group) != 0)
			fprintf(to, ".SS %s\n", r->group);
		group = r->group;
		fputs(".TP\n", to);
		man_spelling(to, r);
		fputc('\n', to);
		man_text(to, r->help);
		fputs(".\n", to);
	}
}

/* The command */

static const struct {
	const char *name;
	void (*write)(FILE *to);
} shells[] = {{"bash", completion_bash}, {"zsh", completion_zsh}, {"fish", completion_fish}};

int cmd_completion(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";

	if (strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0) {
		cmd_completion_help(stdout);
		return 0;
	}
	for (size_t i = 0; argc == 2 && i < sizeof(shells) / sizeof(shells[0]); i++) {
		if (strcmp(shells[i].name, word))
			continue;
		shells[i].write(stdout);
		return 0;
	}
	/* For our own manual; see tests/options. */
	const struct command *c = argc == 3 && strcmp(word, "man") == 0 ? command_named(argv[2]) : NULL;
	if (c) {
		completion_man(c, stdout);
		return 0;
	}
	if (*word)
		diag_error("no such shell: '%s'; there are bash, zsh and fish", word);
	else
		diag_error("must have a SHELL: bash, zsh or fish");
	usage_hint();
	return 1;
}

void cmd_completion_help(FILE *to)
{
	help_text(to, "Usage: ringside completion bash|zsh|fish\n"
		"\n"
		"Prints a script that completes commands, options and their arguments. 'make install' puts them where the shells look.\n"
		"To try one:\n"
		"\n"
		"  bash   source <(ringside completion bash)\n"
		"  zsh    ringside completion zsh >\"${fpath[1]}/_ringside\"; compinit\n"
		"  fish   ringside completion fish | source\n");
}
