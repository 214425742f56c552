/* Sets of words: see words.h. */
#include "filter/words.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/str.h"
#include "desc/table.h"

/* How a kind of word is looked up. */
struct lexicon {
	const char *what;
	int (*find)(const void *ctx, const char *word);            /* its bit, or -1 */
	const char *(*next)(const void *ctx, size_t i);
	const void *ctx;
};

void wordset_all(struct wordset *s)
{
	memset(s, 0xff, sizeof(*s));
}

static void tell_invalid(const struct lexicon *l, const char *word)
{
	const char *near = strlen(word) > 2 ? str_nearest(word, l->next, l->ctx) : NULL;

	if (near && str_distance(word, near) <= (strlen(word) + 2) / 4 + 1 && strlen(word) > 3)
		diag_error("invalid %s '%s', did you mean '%s'?", l->what, word, near);
	else
		diag_error("invalid %s '%s'", l->what, word);
}

static int add_word(struct wordset *s, const struct lexicon *l, const char *text, size_t len)
{
	char word[64] = "";

	memcpy(word, text, len < sizeof(word) ? len : sizeof(word) - 1);
	int bit = l->find(l->ctx, word);
	if (bit < 0) {
		tell_invalid(l, word);
		return -EINVAL;
	}
	s->bits[bit / 64] |= 1ULL << (bit % 64);
	return 0;
}

static int parse(struct wordset *s, const struct lexicon *l, const char *text)
{
	const char *start = text;
	struct wordset set = {0};
	bool invert = false, any = false;

	for (; *text == '!'; text++)
		invert = !invert;
	bool alone = strcmp(text, "none") == 0 || strcmp(text, "all") == 0;
	if (alone && *text == 'a')
		wordset_all(&set);
	for (; *text && !alone; text += *text == ',') {
		size_t len = strcspn(text, ",");
		int err = len ? add_word(&set, l, text, len) : 0;
		if (err)
			return err;
		any |= len > 0;
		text += len;
	}
	if (!any && !alone) {
		diag_error("invalid %s '%s'", l->what, start);
		return -EINVAL;
	}
	for (int i = 0; i < 4; i++)
		s->bits[i] = invert ? ~set.bits[i] : set.bits[i];
	return 0;
}

/* Listed words */

struct word_list {
	const struct word *words;
	size_t n;
};

static int find_listed(const void *ctx, const char *word)
{
	const struct word_list *l = ctx;

	for (size_t i = 0; i < l->n; i++)
		if (strcasecmp(l->words[i].name, word) == 0)
			return (int)l->words[i].bit;
	return -1;
}

static const char *next_listed(const void *ctx, size_t i)
{
	const struct word_list *l = ctx;

	return i < l->n ? l->words[i].name : NULL;
}

int wordset_parse(struct wordset *s, const char *what, const struct word *words, size_t nwords, const char *text)
{
	struct word_list list = {words, nwords};

	return parse(s, &(struct lexicon){what, find_listed, next_listed, &list}, text);
}

/* Signals */

enum { SIGNAL_RTMIN = 32, SIGNAL_RTMAX = 64, SIGNAL_MAX = 255 };

static const char *next_signal(const void *ctx, size_t i)
{
	const struct desc *d = ctx;
	uint16_t set = desc_set_named(d, "signals");

	if (!set || i >= d->sets[set].count)
		return NULL;
	return desc_string(d, d->symbols[d->sets[set].first + i].name);
}

static int find_realtime(const char *name)
{
	int64_t n;

	if (strcasecmp(name, "RTMIN") == 0)
		return SIGNAL_RTMIN;
	if (strncasecmp(name, "RT_", 3) != 0 || str_number(name + 3, 0, SIGNAL_RTMAX - SIGNAL_RTMIN, &n))
		return -1;
	return SIGNAL_RTMIN + (int)n;
}

static int find_signal(const void *ctx, const char *word)
{
	const struct desc *d = ctx;
	const char *name, *bare = strncasecmp(word, "SIG", 3) == 0 ? word + 3 : word;
	int64_t number;

	if (isdigit((unsigned char)*word) && str_decimal(word, 0, SIGNAL_MAX, &number) == 0)
		return (int)number;
	for (size_t i = 0; (name = next_signal(d, i)); i++)
		if (strcasecmp(name + 3, bare) == 0)
			return (int)d->symbols[d->sets[desc_set_named(d, "signals")].first + i].value;
	return find_realtime(bare);
}

int word_signal(const struct desc *d, const char *word)
{
	return find_signal(d, word);
}

int wordset_parse_signals(struct wordset *s, const struct desc *d, const char *text)
{
	return parse(s, &(struct lexicon){"signal", find_signal, next_signal, d}, text);
}
