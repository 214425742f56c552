/* String helpers: see str.h. */
#include "base/str.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 64 };

bool str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
	unsigned m = a < b ? a : b;

	return m < c ? m : c;
}

unsigned str_distance(const char *a, const char *b)
{
	size_t la = strnlen(a, WORD_MAX), lb = strnlen(b, WORD_MAX);
	unsigned d[WORD_MAX + 1][WORD_MAX + 1];

	for (size_t i = 0; i <= la; i++)
		d[i][0] = (unsigned)i;
	for (size_t j = 0; j <= lb; j++)
		d[0][j] = (unsigned)j;
	for (size_t i = 1; i <= la; i++) {
		for (size_t j = 1; j <= lb; j++) {
			unsigned cost = a[i - 1] != b[j - 1];

			d[i][j] = min3(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    d[i - 2][j - 2] + 1 < d[i][j])
				d[i][j] = d[i - 2][j - 2] + 1;
		}
	}
	return d[la][lb];
}

const char *str_nearest(const char *word, const char *(*next)(const void *ctx, size_t i), const void *ctx)
{
	const char *best = NULL, *s;
	unsigned best_d = (unsigned)strnlen(word, WORD_MAX) / 3 + 1;

	for (size_t i = 0; (s = next(ctx, i)); i++) {
		unsigned d = str_distance(word, s);

		if (d < best_d || (d == best_d && !best)) {
			best = s;
			best_d = d;
		}
	}
	return best;
}

static int number(const char *s, int base, int64_t min, int64_t max, int64_t *out)
{
	char *end;

	errno = 0;
	long long v = strtoll(s, &end, base);
	if (end == s || *end)
		return -EINVAL;
	if (errno || v < min || v > max)
		return -ERANGE;
	*out = v;
	return 0;
}

int str_number(const char *s, int64_t min, int64_t max, int64_t *out)
{
	return number(s, 0, min, max, out);
}

int str_decimal(const char *s, int64_t min, int64_t max, int64_t *out)
{
	return number(s, 10, min, max, out);
}

int str_time(const char *s, uint64_t *out_ns)
{
	static const struct {
		const char *name;
		double ns;
	} units[] = {{"", 1e3}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"ns", 1}};
	const double most = 1e18;
	char *end;
	double value = strtod(s, &end);
	bool whole = strspn(s, "+0123456789 \t\n") >= (size_t)(end - s);

	if (end == s || (whole && value >= 0x1p63) || !(value >= 0) || value > 1e300 || memchr(s, 'x', (size_t)(end - s)) || memchr(s, 'X', (size_t)(end - s)))
		return -EINVAL;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (strcmp(end, units[i].name) != 0)
			continue;
		value *= units[i].ns;
		*out_ns = (uint64_t)(value < most ? value : most);
		return 0;
	}
	return -EINVAL;
}
