/* The texts of calls/about: read once, when first asked for. See about.h. */
#include "desc/about.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"

/* All files of calls/about, one after the other. */
extern const char about_texts[];
__asm__(".pushsection .rodata\n"
	".globl about_texts\n"
	"about_texts:\n"
	".incbin \"" ABOUT_TEXTS "\"\n"
	".byte 0\n"
	".popsection\n");

struct entry {
	struct about about;
	VEC(struct about_error) errors;
};

static VEC(struct entry) entries;

static const char *const kind_words[ABOUT_KINDS] = {"call ", "errno ", "signal ", "flag "};

/* A copy of the words from `at` on. */
static char *keep(const char *at, size_t len)
{
	char *s = strndup(at, len);

	if (!s)
		abort();
	return s;
}

/* Another line of a text that may have begun. */
static const char *joined(const char *text, const char *line, size_t len)
{
	size_t before = text ? strlen(text) + 1 : 0;
	char *s = malloc(before + len + 1);

	if (!s)
		abort();
	if (before) {
		memcpy(s, text, before - 1);
		s[before - 1] = ' ';
	}
	memcpy(s + before, line, len);
	s[before + len] = '\0';
	return s;
}

/* One entry for each of the names. */
static void add_entries(enum about_kind kind, const char *names, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t n = strcspn(names + i, " \n");
		if (n)
			*vec_push(&entries) = (struct entry){.about = {.kind = kind, .name = keep(names + i, n)}};
		i += n + 1;
	}
}

static void add_error(struct entry *e, const char *line, size_t len)
{
	size_t n = strcspn(line, " \n"), when = n + strspn(line + n, " ");

	*vec_push(&e->errors) = (struct about_error){.name = keep(line, n), .when = keep(line + when, len - when)};
}

/* Of an indented line. */
static void add_line(struct entry *e, const char *line, size_t len)
{
	static const char error[] = "error ", libc[] = "libc: ", see[] = "see: ", tip[] = "tip: ", vdso[] = "vdso";

	if (str_starts(line, error))
		add_error(e, line + sizeof(error) - 1, len - (sizeof(error) - 1));
	else if (str_starts(line, libc))
		e->about.libc = keep(line + sizeof(libc) - 1, len - (sizeof(libc) - 1));
	else if (str_starts(line, see))
		e->about.see = keep(line + sizeof(see) - 1, len - (sizeof(see) - 1));
	else if (str_starts(line, tip))
		e->about.tip = joined(e->about.tip, line + sizeof(tip) - 1, len - (sizeof(tip) - 1));
	else if (len == sizeof(vdso) - 1 && str_starts(line, vdso))
		e->about.vdso = true;
	else
		e->about.text = joined(e->about.text, line, len);
}

static bool take_head(const char *line, size_t len)
{
	for (int kind = 0; kind < ABOUT_KINDS; kind++) {
		size_t n = strlen(kind_words[kind]);
		if (str_starts(line, kind_words[kind])) {
			add_entries((enum about_kind)kind, line + n, len - n);
			return true;
		}
	}
	return false;
}

static void read_all(void)
{
	size_t first = 0, before = 0; /* entries that the indented lines are about */

	for (const char *line = about_texts; *line;) {
		size_t len = strcspn(line, "\n"), indent = strspn(line, " ");
		before = entries.len;
		if (len && indent)
			for (size_t i = first; i < entries.len; i++)
				add_line(&entries.at[i], line + indent, len - indent);
		else if (take_head(line, len))
			first = before;
		line += len + (line[len] == '\n');
	}
	for (size_t i = 0; i < entries.len; i++) {
		entries.at[i].about.errors = entries.at[i].errors.at;
		entries.at[i].about.nerrors = entries.at[i].errors.len;
	}
}

const struct about *about_at(size_t i)
{
	if (!entries.len)
		read_all();
	return i < entries.len ? &entries.at[i].about : NULL;
}

const struct about *about_find(enum about_kind kind, const char *name)
{
	const struct about *a;

	for (size_t i = 0; (a = about_at(i)); i++)
		if (a->kind == kind && strcmp(a->name, name) == 0)
			return a;
	return NULL;
}
