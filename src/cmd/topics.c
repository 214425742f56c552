/* Help on what several commands share. */
#include "cmd/topics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "filter/where.h"
#include "sink/format.h"

/* Text, a list of fields, text: as one. */
static void put_topic(FILE *to, const char *before, void (*list_fields)(FILE *to), const char *after)
{
	char *text = NULL;
	size_t len = 0;
	FILE *all = open_memstream(&text, &len);

	if (!all)
		return;
	fputs(before, all);
	list_fields(all);
	fputs(after, all);
	fclose(all);
	help_text(to, text);
	free(text);
}

static void help_where(FILE *to)
{
	static const char before[] =
		"--where EXPR shows only calls for which EXPR is true. Its words are those of the trace:\n"
		"\n"
		"  ringside trace --where 'errno==ENOENT && path~\"/etc/*\"' PROGRAM\n"
		"  ringside trace --where 'dur>10ms || ret<0' -p PID\n"
		"  ringside trace --where 'openat.flags & (O_TRUNC|O_APPEND)' PROGRAM\n"
		"  ringside replay --where 'call==read && fd.path~\"*.log\" && size>=4k' run.tape\n"
		"\n"
		"Fields of every event:\n"
		"\n";
	static const char after[] =
		"\n"
		"Arguments and members go by the names that -N and -v show: flags, openat.flags, st_size, connect.addr.sin_port.\n"
		"A call in front means that call's; members may leave out what is between. NAME.path is what a descriptor stands for.\n"
		"Of several values (the elements of argv, say) one is enough.\n"
		"\n"
		"  == != < <= > >=     numbers, constants and strings; htons(80) is 80; the right side may be another field: ret<count\n"
		"  ~ !~ =~             a shell pattern that matches all; one that does not; an extended regular expression that is found\n"
		"  &                   any of the constants is shown: flags & O_TRUNC; with a number, any of the bits\n"
		"  in (A, B, ...)      one of them\n"
		"  %file               a class of calls, as in -e trace=%file\n"
		"  ! && || ( )         also written not, and, or\n"
		"\n"
		"Times need a unit (ns us ms s min h), sizes may have one (k M G T, powers of 1024). Strings stand in \"\" or ''.\n"
		"\n"
		"What an event does not have is unknown, a comparison with it is unknown, and so is the opposite of that: neither\n"
		"'flags & O_TRUNC' nor '!(flags & O_TRUNC)' shows a call without flags. Signals are left out when EXPR is false, as\n"
		"'tid==123' is for those of other threads.\n"
		"\n"
		"Strings other than paths are compared as far as they are copied: see -s. Calls for which EXPR can never be true run\n"
		"without a stop.\n";

	put_topic(to, before, where_list_fields, after);
}

static void help_format(FILE *to)
{
	static const char before[] =
		"--format TEMPLATE prints a line for each call:\n"
		"\n"
		"  ringside trace --format '{time} {comm}[{tid}] {call} {path} -> {ret}' PROGRAM\n"
		"  ringside replay --format '{dur:-12} {call:16} {args}' run.tape\n"
		"\n"
		"{name} is one of these, or an argument of the call, as -N names it; what a call does not have is left out:\n"
		"\n";
	static const char after[] =
		"\n"
		"{name:12} fills 12 columns, {name:-12} too, at their right end. {{ is a brace; \\n and \\t are a new line and a tab.\n"
		"Signals and ends of processes have no line. Filters, -s, -v, -X, -x, -y and their like say how values look.\n";

	put_topic(to, before, format_list_fields, after);
}

const struct topic topics[] = {
	{"format", "the templates of --format", help_format},
	{"where", "the expressions of --where", help_where},
	{0},
};

const struct topic *topic_named(const char *name)
{
	for (const struct topic *t = topics; t->name; t++)
		if (strcmp(t->name, name) == 0)
			return t;
	return NULL;
}
