/* Small sets of words in strace's notation: signals, statuses, messages. */
#ifndef RINGSIDE_FILTER_WORDS_H
#define RINGSIDE_FILTER_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct desc;

struct wordset {
	uint64_t bits[4];
};

static inline bool wordset_has(const struct wordset *s, unsigned i)
{
	return i < 256 && (s->bits[i / 64] >> i % 64 & 1);
}

void wordset_all(struct wordset *s);

struct word {
	const char *name;
	unsigned bit;
};

/*
 * A comma-separated list of words, or all, or none, perhaps after '!'. `what` is what messages call one ("status"). 0 and a new *s;
 * -EINVAL after a diag_error() with the nearest word.
 */
int wordset_parse(struct wordset *s, const char *what, const struct word *words, size_t nwords, const char *text);
/* The number of a signal: SIGINT, int, 2, SIGRT_3. -1: there is none. */
int word_signal(const struct desc *d, const char *word);
/* Likewise of signals: SIGINT, int, 2, SIGRT_3. */
int wordset_parse_signals(struct wordset *s, const struct desc *d, const char *text);

#endif
