/* Options by table: see options.h. getopt_long(3) does the parsing; messages are ours, for the nearest name. */
#include "cmd/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

enum { LONG_FIRST = 256, HELP_INDENT = 17 };

static const char *running; /* the command, unless the program's name says it */

void usage_command(const char *name)
{
	running = name;
}

int usage_hint(void)
{
	fprintf(stderr, "Try '%s%s%s -h' for more information.\n", diag_program, running ? " " : "", running ? running : "");
	return -EINVAL;
}

int usage_error(const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_error("%s", text);
	return usage_hint();
}

/* Tables for getopt_long(3) */

static void build_letters(const struct option_table *t, struct buf *b)
{
	buf_puts(b, "+:");
	for (size_t i = 0; i < t->n; i++) {
		if (!t->rows[i].letter)
			continue;
		buf_putc(b, t->rows[i].letter);
		if (t->rows[i].arg == ARG_NEEDED)
			buf_putc(b, ':');
	}
}

/* Other spellings count as the first row of their id: a prefix that they share is not ambiguous. */
static size_t first_of(const struct option_table *t, size_t row)
{
	size_t i = 0;

	while (t->rows[i].id != t->rows[row].id || !t->rows[i].name)
		i++;
	return i;
}

static struct option *build_names(const struct option_table *t)
{
	static const int has_arg[] = {[ARG_NONE] = no_argument, [ARG_NEEDED] = required_argument, [ARG_OPTIONAL] = optional_argument};
	struct option *names = calloc(t->n + 1, sizeof(*names));
	size_t n = 0;

	if (!names)
		abort();
	for (size_t i = 0; i < t->n; i++)
		if (t->rows[i].name)
			names[n++] = (struct option){t->rows[i].name, has_arg[t->rows[i].arg], NULL, LONG_FIRST + (int)first_of(t, i)};
	return names;
}

static const struct option_row *row_of(const struct option_table *t, int code)
{
	if (code >= LONG_FIRST)
		return &t->rows[code - LONG_FIRST];
	for (size_t i = 0; i < t->n; i++)
		if (t->rows[i].letter == code)
			return &t->rows[i];
	return NULL;
}

/* Of the names of a row, the one that `word` is or begins. */
static const char *spelling(const struct option_table *t, int code, const char *word)
{
	size_t first = (size_t)(code - LONG_FIRST), i = first, len = strcspn(word + 2, "=");

	while (i < t->n && (t->rows[i].id != t->rows[first].id || !t->rows[i].name || strncmp(t->rows[i].name, word + 2, len) != 0))
		i++;
	return t->rows[i < t->n ? i : first].name;
}

/* Messages */

static const char *next_name(const void *ctx, size_t i)
{
	const struct option_table *t = ctx;

	for (size_t j = 0; j < t->n; j++)
		if (t->rows[j].name && i-- == 0)
			return t->rows[j].name;
	return NULL;
}

/* " '--one' '--two'" of names that begin with what was given; other spellings of one are left out. */
static unsigned list_possible(const struct option_table *t, const char *given, size_t len, struct buf *b)
{
	unsigned found = 0;
	int last = -1;

	for (size_t i = 0; i < t->n; i++) {
		if (!t->rows[i].name || strncmp(t->rows[i].name, given, len) != 0 || t->rows[i].id == last)
			continue;
		last = t->rows[i].id;
		buf_printf(b, " '--%s'", t->rows[i].name);
		found++;
	}
	return found;
}

/* Of the names that begin so, the one that strace has, when it has only one; NULL otherwise. */
static const char *meant(const struct option_table *t, const char *given, size_t len)
{
	const struct option_row *only = NULL;

	for (size_t i = 0; i < t->n; i++) {
		const struct option_row *r = &t->rows[i];
		if (!r->name || r->ours || strncmp(r->name, given, len) != 0)
			continue;
		if (only && only->id != r->id)
			return NULL;
		only = only ? only : r;
	}
	return only ? only->name : NULL;
}

/* A beginning of a name that only our own options make ambiguous: the word with the name in full, malloc'ed, or NULL. */
static char *spelt_out(const struct option_table *t, const char *word)
{
	size_t len = strcspn(word + 2, "=");
	const char *name = str_starts(word, "--") && len ? meant(t, word + 2, len) : NULL;
	struct buf b = {0};

	if (!name || strlen(name) == len)
		return NULL;
	buf_printf(&b, "--%s%s", name, word + 2 + len);
	return strdup(buf_cstr(&b));
}

static int unknown_name(const struct option_table *t, const char *word)
{
	size_t len = strcspn(word + 2, "=");
	char name[64] = "";
	struct buf possible = {0};
	int result;

	memcpy(name, word + 2, len < sizeof(name) ? len : sizeof(name) - 1);
	unsigned found = list_possible(t, name, len, &possible);
	const char *near = found ? NULL : str_nearest(name, next_name, t);
	if (found > 1)
		result = usage_error("option '%s' is ambiguous; possibilities:%s", word, buf_cstr(&possible));
	else if (near)
		result = usage_error("unrecognized option '%s', did you mean '--%s'?", word, near);
	else
		result = usage_error("unrecognized option '%s'", word);
	buf_done(&possible);
	return result;
}

/* What getopt_long(3) refused; `word` is the argument it was in. */
static int refuse(const struct option_table *t, int code, const char *word)
{
	bool is_long = str_starts(word, "--");

	if (code == ':' && is_long)
		return usage_error("option '--%s' requires an argument", spelling(t, optopt, word));
	if (code == ':')
		return usage_error("option requires an argument -- '%c'", optopt);
	if (optopt >= LONG_FIRST)
		return usage_error("option '--%s' doesn't allow an argument", spelling(t, optopt, word));
	if (is_long && !optopt)
		return unknown_name(t, word);
	return usage_error("invalid option -- '%c'", optopt);
}

static int apply(const struct option_table *t, int code, const char *word)
{
	struct option_use use = {.row = row_of(t, code), .by_letter = code < LONG_FIRST, .arg = optarg};
	char given[72];

	if (use.by_letter)
		snprintf(given, sizeof(given), "-%c", code);
	else
		snprintf(given, sizeof(given), "--%s", spelling(t, code, word));
	use.given = given;
	return t->apply(t->ctx, &use);
}

int options_parse(const struct option_table *t, int argc, char **argv)
{
	struct option *names = build_names(t);
	struct buf letters = {0};
	int err = 0;

	build_letters(t, &letters);
	optind = 0;
	opterr = 0;
	for (;;) {
		int at = optind ? optind : 1;
		int code = getopt_long(argc, argv, buf_cstr(&letters), names, NULL);
		if (code == -1)
			break;
		char *full = code == '?' && !optopt ? spelt_out(t, argv[at]) : NULL;
		if (full) {
			argv[at] = full; /* kept: what it says may be kept, too */
			optind = at;
			continue;
		}
		err = code == '?' || code == ':' ? refuse(t, code, argv[at]) : apply(t, code, argv[at]);
		if (err)
			break;
	}
	buf_done(&letters);
	free(names);
	return err ? err : optind;
}

/* Help */

static void put_spelling(struct buf *b, const struct option_row *r)
{
	buf_puts(b, "  ");
	if (r->letter) {
		buf_printf(b, "-%c", r->letter);
		if (r->arg == ARG_NEEDED)
			buf_printf(b, " %s", r->word);
	}
	if (r->name) {
		buf_printf(b, "%s--%s", r->letter ? ", " : "", r->name);
		if (r->arg == ARG_NEEDED)
			buf_printf(b, "=%s", r->word);
		else if (r->arg == ARG_OPTIONAL)
			buf_printf(b, "[=%s]", r->word);
	}
}

static void put_row(struct buf *b, const struct option_row *r, unsigned columns)
{
	size_t line = b->len;

	put_spelling(b, r);
	if (b->len - line >= HELP_INDENT) {
		buf_putc(b, '\n');
		line = b->len;
	}
	buf_pad(b, line + HELP_INDENT);
	buf_wrap(b, r->help, line, HELP_INDENT, columns);
}

static struct {
	void (*take)(void *ctx, const struct option_table *t);
	void *ctx;
} collector;

void options_collect(void (*take)(void *ctx, const struct option_table *t), void *ctx)
{
	collector.take = take;
	collector.ctx = ctx;
}

void options_help(const struct option_table *t, FILE *to, unsigned columns)
{
	const char *group = NULL;
	struct buf b = {0};

	if (collector.take) {
		collector.take(collector.ctx, t);
		return;
	}

	for (size_t i = 0; i < t->n; i++) {
		const struct option_row *r = &t->rows[i];
		if (!r->help)
			continue;
		if (r->group != group && (!group || strcmp(r->group, group) != 0))
			buf_printf(&b, "\n%s:\n", r->group);
		group = r->group;
		put_row(&b, r, columns);
	}
	fwrite(b.data, 1, b.len, to);
	buf_done(&b);
}
