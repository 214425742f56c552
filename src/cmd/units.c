/* Numbers with a unit: see units.h. */
#include "cmd/units.h"

#include <ctype.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct unit {
	const char *name;
	double factor;
};

static int parse(const char *text, const struct unit *units, size_t n, uint64_t *out)
{
	char *end;

	if (!isdigit((unsigned char)*text) && *text != '.')
		return -EINVAL;
	double value = strtod(text, &end);
	if (end == text)
		return -EINVAL;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(end, units[i].name) == 0 && value * units[i].factor < 1.8e19) {
			*out = (uint64_t)(value * units[i].factor);
			return 0;
		}
	}
	return -EINVAL;
}

int units_bytes(const char *text, uint64_t *out)
{
	static const char prefixes[] = "kmgt";
	static const struct unit plain[] = {{"", 1}, {"B", 1}};
	size_t digits = strspn(text, "0123456789.");
	const char *prefix = text[digits] ? strchr(prefixes, tolower((unsigned char)text[digits])) : NULL;

	if (!prefix)
		return parse(text, plain, 2, out);
	const char *rest = text + digits + 1;
	if (*rest && strcasecmp(rest, "B") != 0 && strcasecmp(rest, "iB") != 0)
		return -EINVAL;
	double factor = (double)(1ULL << 10 * (prefix - prefixes + 1));
	struct unit unit = {text + digits, factor};
	return parse(text, &unit, 1, out);
}

int units_ns(const char *text, uint64_t *out)
{
	static const struct unit units[] = {
		{"", 1e9}, {"s", 1e9}, {"ms", 1e6}, {"us", 1e3}, {"ns", 1}, {"m", 60e9}, {"min", 60e9}, {"h", 3600e9}, {"d", 86400e9},
	};

	return parse(text, units, sizeof(units) / sizeof(units[0]), out);
}
