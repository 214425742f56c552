/* Sets of numbers: see numset.h. They are short lists, so that looking through them is as good as anything. */
#include "base/numset.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"

bool numset_has(const struct numset *s, uint32_t n)
{
	for (size_t i = 0; i < s->listed.len; i++)
		if (s->listed.at[i] == n)
			return !s->inverted;
	return s->inverted;
}

static int add(struct numset *s, const char *what, const char *word, size_t len)
{
	char number[32];
	int64_t n;

	snprintf(number, sizeof(number), "%.*s", (int)len, word);
	if (len >= sizeof(number) || str_decimal(number, 0, INT32_MAX, &n)) {
		diag_error("invalid %s '%.*s'", what, (int)len, word);
		return -EINVAL;
	}
	*vec_push(&s->listed) = (uint32_t)n;
	return 0;
}

static int add_list(struct numset *s, const char *what, const char *text)
{
	const char *start = text;
	bool any = false;

	for (; *text == '!'; text++)
		s->inverted = !s->inverted;
	if (strcmp(text, "none") == 0)
		return 0;
	if (strcmp(text, "all") == 0) {
		s->inverted = !s->inverted;
		return 0;
	}
	for (; *text; text += *text == ',') {
		size_t len = strcspn(text, ",");
		int err = len ? add(s, what, text, len) : 0;
		if (err)
			return err;
		any |= len > 0;
		text += len;
	}
	if (!any)
		diag_error("invalid %s '%s'", what, start);
	return any ? 0 : -EINVAL;
}

int numset_parse(struct numset *s, const char *what, const char *text)
{
	struct numset set = {0};
	int err = add_list(&set, what, text);

	if (err) {
		numset_done(&set);
		return err;
	}
	numset_done(s);
	*s = set;
	return 0;
}

void numset_done(struct numset *s)
{
	vec_done(&s->listed);
	s->inverted = false;
}
