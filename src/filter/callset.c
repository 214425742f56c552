/* Sets of calls in strace's notation: see filter.h. */
#include "filter/filter.h"

#include <ctype.h>
#include <errno.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"

void callset_all(struct callset *s)
{
	memset(s, 0xff, sizeof(s->bits));
	s->beyond = true;
}

void callset_none(struct callset *s)
{
	memset(s, 0, sizeof(*s));
}

void callset_remove(struct callset *s, const struct callset *without)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		for (int i = 0; i < CALLSET_WORDS; i++)
			s->bits[abi][i] &= ~without->bits[abi][i];
	s->beyond &= !without->beyond;
}

static void callset_invert(struct callset *s)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		for (int i = 0; i < CALLSET_WORDS; i++)
			s->bits[abi][i] = ~s->bits[abi][i];
	s->beyond = !s->beyond;
}

/* One of the comma-separated elements. */
struct element {
	char text[256];   /* as given, for messages */
	char word[256];   /* without what stands around it */
	bool optional;    /* '?': no message when nothing matches */
	unsigned abis;    /* bit per enum abi */
};

static void add_number(struct callset *s, enum abi abi, uint64_t nr)
{
	s->bits[abi][nr / 64] |= 1ULL << (nr % 64);
}

/* Adds the calls for which match() holds; whether there were any. */
static bool add_matching(struct callset *s, const struct desc *d, const struct element *el,
                         bool (*match)(const struct desc *d, const struct call *c, const void *ctx), const void *ctx)
{
	bool any = false;

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (!(el->abis >> abi & 1))
			continue;
		for (uint64_t nr = 0; nr < d->nnumbers[abi] && nr < CALLSET_WORDS * 64; nr++) {
			const struct call *c = desc_call(d, (enum abi)abi, nr);
			if (!c || !match(d, c, ctx))
				continue;
			add_number(s, (enum abi)abi, nr);
			any = true;
		}
	}
	return any;
}

/* Elements */

static bool match_name(const struct desc *d, const struct call *c, const void *ctx)
{
	return strcmp(desc_call_name(d, c), ctx) == 0;
}

static bool match_class(const struct desc *d, const struct call *c, const void *ctx)
{
	(void)d;
	return c->classes >> *(const int *)ctx & 1;
}

static bool match_regex(const struct desc *d, const struct call *c, const void *ctx)
{
	return regexec(ctx, desc_call_name(d, c), 0, NULL, 0) == 0;
}

/* Classes that may be written without '%', from the time before there was one. */
static const char *const bare_classes[] = {"desc", "file", "ipc", "memory", "network", "process", "signal"};

static int class_named(const char *word)
{
	const char *const *names = desc_class_names();

	if (strcmp(word, "%net") == 0)
		word = "%network";
	for (int i = 0; i < CLASS_COUNT; i++)
		if (strcmp(names[i], word) == 0)
			return i;
	for (size_t i = 0; i < sizeof(bare_classes) / sizeof(bare_classes[0]); i++) {
		char text[16] = "%";
		if (strcmp(bare_classes[i], word) == 0)
			return class_named(strcat(text, word));
	}
	return -1;
}

/* Whether any call matched; -EINVAL after a diag_error(). */
static int add_regex(struct callset *s, const struct desc *d, const struct element *el)
{
	char why[128];
	regex_t re;
	int err = regcomp(&re, el->word + 1, REG_EXTENDED | REG_NOSUB);

	if (err) {
		regerror(err, &re, why, sizeof(why));
		diag_error("regcomp: %s: %s", el->word + 1, why);
		return -EINVAL;
	}
	bool any = add_matching(s, d, el, match_regex, &re);
	regfree(&re);
	return any;
}

static bool add_numbered(struct callset *s, const struct desc *d, const struct element *el)
{
	int64_t nr;
	bool any = false;

	if (str_decimal(el->word, 0, CALLSET_WORDS * 64 - 1, &nr))
		return false;
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (!(el->abis >> abi & 1) || (uint64_t)nr >= d->nnumbers[abi])
			continue;
		add_number(s, (enum abi)abi, (uint64_t)nr);
		any = true;
	}
	return any;
}

static bool add_all(struct callset *s, const struct element *el)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (el->abis >> abi & 1)
			memset(s->bits[abi], 0xff, sizeof(s->bits[abi]));
	s->beyond = true;
	return true;
}

static int element_add(struct callset *s, const struct desc *d, const struct element *el)
{
	int class = class_named(el->word);

	if (el->word[0] == '/')
		return add_regex(s, d, el);
	if (isdigit((unsigned char)el->word[0]))
		return add_numbered(s, d, el);
	if (strcmp(el->word, "all") == 0)
		return add_all(s, el);
	if (class >= 0)
		return add_matching(s, d, el, match_class, &class);
	return add_matching(s, d, el, match_name, el->word);
}

/* Messages */

static const char *next_name(const void *ctx, size_t i)
{
	const struct desc *d = ctx;

	if (i + 1 < d->ncalls)
		return desc_call_name(d, &d->calls[i + 1]);
	i -= d->ncalls - 1;
	return i < CLASS_COUNT ? desc_class_names()[i] : NULL;
}

/* Of short words most are near to something: be strict. */
static const char *near_name(const struct desc *d, const char *word)
{
	bool guess = strlen(word) > 2 && !isdigit((unsigned char)word[0]) && word[0] != '/' && strcmp(word, "none") != 0;
	const char *near = guess ? str_nearest(word, next_name, d) : NULL;

	return near && str_distance(word, near) <= (strlen(word) + 1) / 4 + (strlen(word) > 3) ? near : NULL;
}

static void tell_unknown(const struct desc *d, const struct element *el)
{
	const char *near = near_name(d, el->word);

	if (near && strcmp(near, el->word) != 0)
		diag_error("invalid system call '%s', did you mean '%s'?", el->text, near);
	else
		diag_error("invalid system call '%s'", el->text);
}

/* The element's parts; -EINVAL after a diag_error(). */
static int element_parse(struct element *el, const char *text, size_t len)
{
	static const struct {
		const char *name;
		unsigned abis;
	} suffixes[] = {
		{"64", 1 << ABI_X86_64 | 1 << ABI_AARCH64 | 1 << ABI_RISCV64},
		{"32", 1 << ABI_I386},
		{"x32", 1 << ABI_X32},
	};

	*el = (struct element){.abis = (1 << ABI_COUNT) - 1};
	len = len < sizeof(el->text) ? len : sizeof(el->text) - 1;
	memcpy(el->text, text, len);
	el->optional = el->text[0] == '?';
	strcpy(el->word, el->text + el->optional);
	char *at = strrchr(el->word, '@');
	if (!at)
		return 0;
	*at++ = '\0';
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		if (strcmp(suffixes[i].name, at) == 0) {
			el->abis = suffixes[i].abis;
			return 0;
		}
	}
	diag_error("incorrect personality designator '%s' in qualification '%s'", at, el->text);
	return -EINVAL;
}

static int callset_add(struct callset *s, const struct desc *d, const char *text, size_t len)
{
	struct element el;
	int found = element_parse(&el, text, len);

	if (found < 0)
		return found;
	found = element_add(s, d, &el);
	if (found < 0)
		return found;
	if (found || el.optional)
		return 0;
	tell_unknown(d, &el);
	return -EINVAL;
}

int callset_parse(struct callset *s, const struct desc *d, const char *text)
{
	const char *start = text;
	struct callset set;
	bool invert = false, any = false;

	while (*text == '!') {
		invert = !invert;
		text++;
	}
	callset_none(&set);
	for (bool none = strcmp(text, "none") == 0; *text && !none; text += *text == ',') {
		size_t len = strcspn(text, ",");
		int err = len ? callset_add(&set, d, text, len) : 0;
		if (err)
			return err;
		any |= len > 0;
		text += len;
	}
	if (!any && strcmp(text, "none") != 0) {
		diag_error("invalid system call '%s'", start);
		return -EINVAL;
	}
	if (invert)
		callset_invert(&set);
	*s = set;
	return 0;
}
