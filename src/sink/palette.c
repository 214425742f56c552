/* Colours: see palette.h. */
#include "sink/palette.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
	const char *key;
	const char *codes;
} defaults[PAINT_COUNT] = {
	[PAINT_NONE] = {"", "0"}, [PAINT_SYSCALL] = {"syscall", "33"}, [PAINT_ARGNAME] = {"argname", "39"}, [PAINT_ARGVAL] = {"argval", "35"},
	[PAINT_CALL] = {"call", "33"}, [PAINT_CONST] = {"const", "34"}, [PAINT_COMMENT] = {"comment", "36"},
	[PAINT_PUNCT] = {"punct", "0"}, [PAINT_RETVAL] = {"retval", "32"}, [PAINT_ERROR] = {"error", "31"},
};

static void set(struct palette *p, const char *word, size_t len)
{
	const char *equals = memchr(word, '=', len);
	size_t key = equals ? (size_t)(equals - word) : 0, n = equals ? len - key - 1 : 0;

	if (!n || n >= sizeof(p->codes[0]) || strspn(equals + 1, "0123456789;") < n)
		return;
	for (unsigned i = 1; i < PAINT_COUNT; i++) {
		if (strlen(defaults[i].key) != key || memcmp(defaults[i].key, word, key) != 0)
			continue;
		memcpy(p->codes[i], equals + 1, n);
		p->codes[i][n] = '\0';
	}
}

void palette_init(struct palette *p, const char *custom)
{
	for (unsigned i = 0; i < PAINT_COUNT; i++)
		strcpy(p->codes[i], defaults[i].codes);
	for (const char *at = custom ? custom : ""; *at;) {
		size_t len = strcspn(at, ":");
		set(p, at, len);
		at += len + (at[len] == ':');
	}
}

bool palette_suits(int fd)
{
	const char *term = getenv("TERM");

	return isatty(fd) && !getenv("NO_COLOR") && term && *term && strcmp(term, "dumb") != 0;
}
