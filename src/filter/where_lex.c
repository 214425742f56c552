/* Words of filter expressions: names, numbers with units, strings, classes, punctuation. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "filter/where_in.h"

static bool name_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static bool bad(struct where_word *w, const char *why)
{
	w->kind = WORD_BAD;
	w->text = why;
	return false;
}

static const char *copy(struct arena *a, const char *text, size_t len)
{
	char *s = arena_alloc(a, len + 1);

	memcpy(s, text, len);
	s[len] = '\0';
	return s;
}

/* Numbers */

static const struct {
	const char *name;
	uint8_t unit;
	double factor;
} units[] = {
	{"ns", UNIT_TIME, 1}, {"us", UNIT_TIME, 1e3}, {"ms", UNIT_TIME, 1e6}, {"s", UNIT_TIME, 1e9}, {"min", UNIT_TIME, 60e9},
	{"h", UNIT_TIME, 3600e9},
	{"k", UNIT_SIZE, 1ULL << 10}, {"M", UNIT_SIZE, 1ULL << 20}, {"G", UNIT_SIZE, 1ULL << 30}, {"T", UNIT_SIZE, 1ULL << 40},
};

/* "k", "kB", "KiB": sizes may say that they are bytes. */
static bool is_unit(size_t i, const char *text, size_t len)
{
	size_t n = strlen(units[i].name);

	if (units[i].unit == UNIT_TIME)
		return n == len && memcmp(units[i].name, text, len) == 0;
	if (len < n || (text[0] != units[i].name[0] && !(text[0] == 'K' && units[i].name[0] == 'k')))
		return false;
	return len == n || (len == n + 1 && text[n] == 'B') || (len == n + 2 && memcmp(text + n, "iB", 2) == 0);
}

static bool apply_unit(struct where_word *w, double value, bool fraction, const char *text, size_t len)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!is_unit(i, text, len))
			continue;
		if (value * units[i].factor >= 1.8e19)
			return bad(w, "a number that large is none here");
		w->unit = units[i].unit;
		w->number = fraction ? (uint64_t)(value * units[i].factor + 0.5) : w->number * (uint64_t)units[i].factor;
		return true;
	}
	return bad(w, "no such unit; there are ns us ms s min h, k M G T");
}

static void scan_number(struct where_word *w, const char *s)
{
	bool hex = s[0] == '0' && (s[1] == 'x' || s[1] == 'X');
	char *end;
	size_t len;

	w->kind = WORD_NUMBER;
	w->number = strtoull(s, &end, 0);
	double value = (double)w->number;
	bool fraction = *end == '.' && isdigit((unsigned char)end[1]) && !hex;
	if (fraction)
		value = strtod(s, &end);
	for (len = 0; name_char(end[len]); len++)
		;
	w->len = (uint32_t)(end - s + (ptrdiff_t)len);
	if (len && (hex || (s[0] == '0' && isdigit((unsigned char)end[0]))))
		bad(w, "not a number");
	else if (len)
		apply_unit(w, value, fraction, end, len);
	else if (fraction)
		bad(w, "a fraction needs a unit: 1.5ms, 0.5k");
}

/* Strings */

static int hex_digit(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

/* The byte that an escape stands for; moves behind it. One that means nothing keeps its backslash: patterns have their own. */
static bool unescape(const char **s, char *out)
{
	static const char letters[] = "nrt0e", bytes[] = "\n\r\t\0\033";
	const char *found = strchr(letters, (*s)[1]);

	if ((*s)[1] == 'x' && hex_digit((*s)[2]) >= 0 && hex_digit((*s)[3]) >= 0) {
		*out = (char)(hex_digit((*s)[2]) << 4 | hex_digit((*s)[3]));
		*s += 4;
		return true;
	}
	if (!(*s)[1] || !found)
		return false;
	*out = bytes[found - letters];
	*s += 2;
	return true;
}

static void scan_string(struct where_word *w, const char *s, struct arena *a)
{
	char quote = *s, *out = arena_alloc(a, strlen(s) + 1);
	const char *p = s + 1;

	w->kind = WORD_STRING;
	w->text = out;
	while (*p && *p != quote) {
		if (*p == '\\' && p[1] == quote) {
			*out++ = quote;
			p += 2;
		} else if (*p == '\\' && unescape(&p, out)) {
			out++;
		} else {
			if (*p == '\\' && p[1])
				*out++ = *p++;
			*out++ = *p++;
		}
	}
	*out = '\0';
	w->text_len = (size_t)(out - w->text);
	w->len = (uint32_t)(p + (*p == quote) - s);
	if (*p != quote)
		bad(w, "the string has no end");
}

/* Others */

static void scan_word(struct where_word *w, const char *s, size_t skip, uint8_t kind, struct arena *a)
{
	w->kind = kind;
	for (w->len = (uint32_t)skip; name_char(s[w->len]); w->len++)
		;
	w->text = copy(a, s, w->len);
	w->text_len = w->len;
}

static void scan_punct(struct where_word *w, const char *s, struct arena *a)
{
	static const char *const several[] = {"&&", "||", "==", "!=", "<=", ">=", "=~", "!~"};

	w->kind = WORD_PUNCT;
	w->len = 1;
	for (size_t i = 0; i < sizeof(several) / sizeof(several[0]); i++)
		if (strncmp(s, several[i], 2) == 0)
			w->len = 2;
	w->text = copy(a, s, w->len);
	w->text_len = w->len;
	if (w->len == 1 && *s == '=')
		bad(w, "'=' compares nothing: write '=='");
	else if (w->len == 1 && !strchr("!&|()<>~.,-", *s))
		bad(w, "this character means nothing here");
}

void where_lex(const char *text, struct arena *a, where_words *out)
{
	const char *s = text;

	for (;;) {
		s += strspn(s, " \t\n");
		struct where_word w = {.kind = WORD_END, .at = (uint32_t)(s - text), .len = 1, .text = ""};
		if (isdigit((unsigned char)*s))
			scan_number(&w, s);
		else if (name_char(*s))
			scan_word(&w, s, 0, WORD_NAME, a);
		else if (*s == '%')
			scan_word(&w, s, strspn(s, "%"), WORD_CLASS, a);
		else if (*s == '"' || *s == '\'')
			scan_string(&w, s, a);
		else if (*s)
			scan_punct(&w, s, a);
		*(struct where_word *)vec_push(out) = w;
		if (w.kind == WORD_END)
			return;
		s += w.len;
	}
}
