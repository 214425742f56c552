/* Hints: see tips.h. Each is short enough to be read by who only wanted the trace, and true of this program. */
#include "cmd/tips.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"

static const char *const tips[] = {
	"'-e trace=%file' leaves only calls that\ntake a file name, '-Z' those that failed:\nboth together find a missing file.",
	"'ringside record' keeps a trace on a tape;\n'ringside replay' filters and formats it\nas often as you like.",
	"'--where dur>10ms' shows what was slow,\n'--where ret<count' what came short.",
	"'-y' shows which file a descriptor is,\n'-yy' both ends of a socket, too.",
	"'-P PATH' follows one file, whichever\ndescriptor it goes by.",
	"'-c' counts instead of printing; with '-w'\nit is the time until a call returned\nthat counts, not the work it was.",
	"'-p \"$(pidof PROGRAM)\"' takes all of them,\nhowever many there are.",
	"'-k' shows how the program came to make\na call.",
	"'-e inject=CALL:error=ENOSPC' shows what a\nprogram does when the disk is full.",
	"'-o FILE' with '-ff' gives each process\na file: no more <unfinished ...>.",
	"'--whole-lines' keeps the calls of threads\nin one piece each.",
	"'--explain' says in words what an error or\na flag means.",
	"'-e write=1' shows in full, byte by byte,\nwhat is written to standard output.",
	"'-s 200' shows more of strings than the\nusual 32 bytes.",
	"'--json' prints a line an event for other\nprograms to read.",
	"'ringside stat --by path' says which files\nthe time went to.",
	"'-e trace=?CALL' is no error where a kernel\ndoes not have that call.",
	"'--format \"{call} {path}\"' prints just\nthese two.",
	"'-tt -T' says when each call began and how\nlong it took; '-r' how long it is since\nthe one before.",
	"'-E VAR=VALUE' changes the environment of\nthe program alone, not of the tracer.",
};

enum { NTIPS = sizeof(tips) / sizeof(tips[0]), WIDTH = 46 };

static int parse_format(struct tips_opts *o, const char *word)
{
	static const char *const words[] = {"none", "compact", "full"};

	for (int i = 0; i < 3; i++) {
		if (strcasecmp(words[i], word))
			continue;
		o->format = (enum tips_format)i;
		return 0;
	}
	return -EINVAL;
}

static int parse_id(struct tips_opts *o, const char *word)
{
	int64_t id;

	if (strcasecmp(word, "random") == 0)
		id = -1;
	else if (str_decimal(word, 0, INT32_MAX, &id))
		return -EINVAL;
	o->id = (int)id;
	return 0;
}

static int parse_word(struct tips_opts *o, const char *word)
{
	if (str_starts(word, "id:"))
		return parse_id(o, word + 3);
	if (str_starts(word, "format:"))
		return parse_format(o, word + 7);
	return !*word || !parse_id(o, word) ? 0 : parse_format(o, word);
}

int tips_parse(struct tips_opts *o, const char *text)
{
	struct tips_opts new = {.format = TIPS_COMPACT, .id = -1};

	for (const char *at = text ? text : ""; *at;) {
		char word[32] = "";
		size_t len = strcspn(at, ",");
		memcpy(word, at, len < sizeof(word) ? len : sizeof(word) - 1);
		if (parse_word(&new, word))
			return -EINVAL;
		at += len + (at[len] == ',');
	}
	*o = new;
	return 0;
}

static void put_boxed(const char *tip)
{
	fprintf(stderr, " .%.*s.\n", WIDTH, "------------------------------------------------");
	for (const char *at = tip; *at;) {
		int len = (int)strcspn(at, "\n");
		fprintf(stderr, " | %-*.*s |\n", WIDTH - 2, len, at);
		at += len + (at[len] == '\n');
	}
	fprintf(stderr, " '%.*s'\n", WIDTH, "------------------------------------------------");
}

void tips_show(const struct tips_opts *o)
{
	struct timespec now;

	if (o->format == TIPS_NONE)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	unsigned id = o->id >= 0 ? (unsigned)o->id : (unsigned)now.tv_nsec / 1000 + (unsigned)getpid();
	put_boxed(tips[id % NTIPS]);
	if (o->format == TIPS_FULL)
		fprintf(stderr, "        \\\n         \\  (o)-----(o)   tip %u of %d: --tips=%u\n          '--ringside--'  shows it again\n",
		        id % NTIPS, NTIPS, id % NTIPS);
}
