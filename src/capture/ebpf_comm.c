/* Patterns of names as an automaton that a BPF program runs without going back: see ebpf_target.h, bpf/target.h. */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "capture/bpf/target_config.h"
#include "capture/ebpf_target.h"

/* Where the set that starts at `p` ends, behind its ']'; NULL when it is none. */
static const char *set_end(const char *p)
{
	const char *first = p + 1 + (p[1] == '!' || p[1] == '^');

	return *first ? (strchr(first + 1, ']') ? strchr(first + 1, ']') + 1 : NULL) : NULL;
}

static void take_set(struct target_config *c, uint64_t bit, const char *p, const char *end)
{
	bool invert = p[1] == '!' || p[1] == '^', in[256] = {false};

	for (p += 1 + invert; p < end - 1; p++) {
		uint8_t low = (uint8_t)p[0], high = low;
		if (p + 2 < end - 1 && p[1] == '-') {
			high = (uint8_t)p[2];
			p += 2;
		}
		for (unsigned i = low; i <= high; i++)
			in[i] = true;
	}
	for (unsigned i = 0; i < 256; i++)
		c->comm_match[i] |= in[i] != invert ? bit : 0;
}

static void take_any(struct target_config *c, uint64_t bit)
{
	for (unsigned i = 0; i < 256; i++)
		c->comm_match[i] |= bit;
}

/* One element of a pattern, '*' or what matches a character; returns what is behind it. */
static const char *take_element(struct target_config *c, uint64_t bit, const char *p)
{
	const char *end = *p == '[' ? set_end(p) : NULL;

	if (end) {
		take_set(c, bit, p, end);
		return end;
	}
	if (*p == '?' || *p == '*') {
		take_any(c, bit);
		c->comm_stars |= *p == '*' ? bit : 0;
		return p + (*p == '*' ? strspn(p, "*") : 1);
	}
	p += *p == '\\' && p[1];
	c->comm_match[(uint8_t)*p] |= bit;
	return p + 1;
}

int target_comms_compile(const char *const *patterns, unsigned n, struct target_config *c)
{
	unsigned at = 0;

	c->comms = 1;
	for (unsigned i = 0; i < n; i++) {
		uint64_t first = 1ULL << at;
		for (const char *p = patterns[i]; *p; at++) {
			if (at + 1 >= TARGET_COMM_BITS)
				return -E2BIG;
			p = take_element(c, 1ULL << at, p);
		}
		c->comm_first |= first | (first & c->comm_stars) << 1;
		c->comm_last |= 1ULL << at++;
		if (at >= TARGET_COMM_BITS && i + 1 < n)
			return -E2BIG;
	}
	return 0;
}
