/* Glob patterns: see glob.h. fnmatch(3) wants strings, and what programs write has NULs in it. */
#include "filter/glob.h"

#include <stdint.h>

/* The set that starts at *at, which moves behind its ']'; -1 when it has none, else whether `c` is in it. */
static int set_has(const char *p, size_t n, size_t *at, uint8_t c)
{
	size_t i = *at + 1;
	bool invert = i < n && (p[i] == '!' || p[i] == '^'), has = false;

	i += invert;
	for (size_t first = i; i < n && (p[i] != ']' || i == first); i++) {
		uint8_t low = (uint8_t)p[i], high = low;
		if (i + 2 < n && p[i + 1] == '-' && p[i + 2] != ']') {
			high = (uint8_t)p[i + 2];
			i += 2;
		}
		has |= c >= low && c <= high;
	}
	if (i >= n)
		return -1;
	*at = i + 1;
	return has != invert;
}

/* Whether what stands at *at in the pattern, no '*', matches the byte; moves behind it. */
static bool one_matches(const char *p, size_t n, size_t *at, uint8_t c)
{
	int in_set = p[*at] == '[' ? set_has(p, n, at, c) : -1;

	if (in_set >= 0)
		return in_set;
	if (p[*at] == '\\' && *at + 1 < n)
		(*at)++;
	else if (p[*at] == '?') {
		(*at)++;
		return true;
	}
	return (uint8_t)p[(*at)++] == c;
}

bool glob_match(const char *pattern, size_t n, const void *text, size_t len)
{
	const uint8_t *s = text;
	size_t p = 0, i = 0, star = SIZE_MAX, resume = 0;

	while (i < len) {
		size_t next = p;
		if (p < n && pattern[p] == '*') {
			star = ++p;
			resume = i;
		} else if (p < n && one_matches(pattern, n, &next, s[i])) {
			p = next;
			i++;
		} else if (star != SIZE_MAX) { /* let the last '*' take one more */
			p = star;
			i = ++resume;
		} else {
			return false;
		}
	}
	while (p < n && pattern[p] == '*')
		p++;
	return p == n;
}
