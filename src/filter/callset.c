/* Sets of calls and their grammar: see filter.h. */
#include <errno.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "filter/filter.h"

void callset_none(struct callset *s)
{
	*s = (struct callset){0};
}

void callset_all(struct callset *s)
{
	memset(s->bits, 0xff, sizeof(s->bits));
	s->beyond = true;
}

/* One word of a list, and what it may add. */
struct word {
	const char *option;  /* for messages */
	const char *whole;   /* as written */
	char text[128];      /* without '?' and '@' parts */
	uint32_t abis;       /* bit per enum abi */
	bool may_miss;       /* '?' stood before it */
};

static void add_number(struct callset *s, const struct word *w, const struct desc *d, uint64_t nr)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (w->abis >> abi & 1 && nr < CALLSET_WORDS * 64 && desc_call(d, (enum abi)abi, nr))
			s->bits[abi][nr / 64] |= 1ULL << (nr % 64);
}

/* Every call for which wants() holds; false when there is none. */
static bool add_matching(struct callset *s, const struct word *w, const struct desc *d,
                         bool (*wants)(const struct desc *d, const struct call *c, const void *ctx), const void *ctx)
{
	bool any = false;

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		for (uint32_t nr = 0; nr < d->nnumbers[abi]; nr++) {
			const struct call *c = desc_call(d, (enum abi)abi, nr);
			if (!c || !wants(d, c, ctx))
				continue;
			any = true;
			if (w->abis >> abi & 1)
				s->bits[abi][nr / 64] |= 1ULL << (nr % 64);
		}
	}
	return any;
}

static bool has_name(const struct desc *d, const struct call *c, const void *name)
{
	return strcmp(desc_call_name(d, c), name) == 0;
}

static bool has_class(const struct desc *d, const struct call *c, const void *bit)
{
	(void)d;
	return c->classes & *(const uint32_t *)bit;
}

static bool matches(const struct desc *d, const struct call *c, const void *regex)
{
	return regexec(regex, desc_call_name(d, c), 0, NULL, 0) == 0;
}

/* "%file"; also "file", as it was written before classes had a '%'. 0 when it is none. */
static uint32_t class_bit(const char *text)
{
	static const char *const bare[] = {"file", "desc", "network", "net", "process", "signal", "ipc", "memory"};
	char name[64];
	bool plain = false;

	for (size_t i = 0; i < sizeof(bare) / sizeof(*bare); i++)
		plain |= strcmp(text, bare[i]) == 0;
	snprintf(name, sizeof(name), "%s%s", plain ? "%" : "", text);
	if (strcmp(name, "%net") == 0)
		strcpy(name, "%network");
	else if (strcmp(name, "%clocks") == 0)
		strcpy(name, "%clock");
	for (unsigned i = 0; i < CLASS_COUNT; i++)
		if (strcmp(desc_class_names()[i], name) == 0)
			return 1u << i;
	return 0;
}

static int add_regex(struct callset *s, const struct word *w, const struct desc *d)
{
	regex_t regex;
	char message[128];
	int err = regcomp(&regex, w->text + 1, REG_EXTENDED | REG_NOSUB);

	if (err) {
		regerror(err, &regex, message, sizeof(message));
		diag_error("regcomp: %s: %s", w->text + 1, message);
		return -EINVAL;
	}
	bool any = add_matching(s, w, d, matches, &regex);
	regfree(&regex);
	return any ? 0 : -ENOENT;
}

static const char *nth_name(const void *ctx, size_t i)
{
	const struct desc *d = ctx;

	if (i + 1 < d->ncalls)
		return desc_call_name(d, &d->calls[i + 1]);
	i -= d->ncalls - 1;
	return i < CLASS_COUNT ? desc_class_names()[i] : NULL;
}

static int unknown(const struct word *w, const struct desc *d)
{
	const char *near = w->text[0] == '/' || !w->text[0] ? NULL : str_nearest(w->text, nth_name, d);

	if (w->may_miss)
		return 0;
	if (near)
		diag_error("invalid system call '%s'; did you mean '%s'?", w->whole, near);
	else
		diag_error("invalid system call '%s'", w->whole);
	return -EINVAL;
}

static int add_word(struct callset *s, const struct word *w, const struct desc *d)
{
	uint32_t bit = class_bit(w->text);
	int64_t nr;
	int err = 0;

	if (strcmp(w->text, "none") == 0)
		return 0;
	if (strcmp(w->text, "all") == 0) {
		for (int abi = 0; abi < ABI_COUNT; abi++)
			if (w->abis >> abi & 1)
				memset(s->bits[abi], 0xff, sizeof(s->bits[abi]));
		s->beyond = true;
		return 0;
	}
	if (bit) {
		add_matching(s, w, d, has_class, &bit);
		return 0;
	}
	if (w->text[0] == '/')
		err = add_regex(s, w, d);
	else if (w->text[0] >= '0' && w->text[0] <= '9' && !str_number(w->text, 0, CALLSET_WORDS * 64 - 1, &nr) &&
	         desc_call(d, (enum abi)abi_native(), (uint64_t)nr))
		add_number(s, w, d, (uint64_t)nr);
	else if (!add_matching(s, w, d, has_name, w->text))
		err = -ENOENT;
	return err == -ENOENT ? unknown(w, d) : err;
}

/* "@64", "@32", "@x32" after a word. */
static int take_personality(struct word *w)
{
	static const struct {
		const char *name;
		uint32_t abis;
	} known[] = {
		{"64", 1u << ABI_X86_64 | 1u << ABI_AARCH64 | 1u << ABI_RISCV64}, {"32", 1u << ABI_I386}, {"x32", 1u << ABI_X32},
	};
	char *at = w->text[0] == '/' ? NULL : strrchr(w->text, '@');

	w->abis = (1u << ABI_COUNT) - 1;
	if (!at)
		return 0;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		if (strcmp(at + 1, known[i].name) == 0) {
			w->abis = known[i].abis;
			*at = '\0';
			return 0;
		}
	}
	diag_error("incorrect personality designator '%s' in qualification '%s'", at + 1, w->whole);
	return -EINVAL;
}

static int parse_word(struct callset *s, const struct desc *d, const char *option, char *text)
{
	struct word w = {.option = option, .whole = text};

	if (strlen(text) >= sizeof(w.text)) {
		diag_error("invalid system call '%s'", text);
		return -EINVAL;
	}
	while (*text == '?') {
		w.may_miss = true;
		text++;
	}
	strcpy(w.text, text);
	int err = take_personality(&w);
	return err ? err : add_word(s, &w, d);
}

static void invert(struct callset *s)
{
	for (int abi = 0; abi < ABI_COUNT; abi++)
		for (int i = 0; i < CALLSET_WORDS; i++)
			s->bits[abi][i] = ~s->bits[abi][i];
	s->beyond = !s->beyond;
}

int callset_parse(struct callset *s, const struct desc *d, const char *option, const char *text)
{
	struct callset set = {0};
	bool negated = *text == '!';
	char *copy = strdup(text + negated);
	int err = 0;
	bool any = false;

	if (!copy)
		abort();
	for (char *save, *word = strtok_r(copy, ",", &save); word && !err; word = strtok_r(NULL, ",", &save)) {
		any = true;
		err = parse_word(&set, d, option, word);
	}
	if (!any && !err)
		err = unknown(&(struct word){.whole = text + negated}, d);
	free(copy);
	if (err)
		return err;
	if (negated)
		invert(&set);
	*s = set;
	return 0;
}
