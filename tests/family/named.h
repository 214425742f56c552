/*
 * More forms for request.h: members and arguments that are shown by names, requests without an argument.
 */
#ifndef RINGSIDE_TESTS_FAMILY_NAMED_H
#define RINGSIDE_TESTS_FAMILY_NAMED_H

#include "request.h"

struct named {
	unsigned long long value;
	const char *name;
};

/* A constant of the headers, with its name. */
#define V(constant) {(unsigned long long)(constant), #constant},

static unsigned long long named_bits(size_t size, unsigned long long number) __attribute__((unused));
static unsigned long long named_bits(size_t size, unsigned long long number)
{
	return number & (~0ULL >> (64 - size * 8));
}

/* One of several values. */
static void put_enum(size_t size, unsigned long long number, const char *unknown, const struct named *names) __attribute__((unused));
static void put_enum(size_t size, unsigned long long number, const char *unknown, const struct named *names)
{
	number = named_bits(size, number);
	for (; names->name; names++)
		if (named_bits(size, names->value) == number) {
			put("%s", names->name);
			return;
		}
	put("%#llx /* %s */", number, unknown);
}

/* Bits, and what is left of them. */
static void put_flags(size_t size, unsigned long long number, const char *unknown, const struct named *names) __attribute__((unused));
static void put_flags(size_t size, unsigned long long number, const char *unknown, const struct named *names)
{
	const char *bar = "";

	number = named_bits(size, number);
	for (const struct named *n = names; n->name; n++)
		if (n->value ? (number & n->value) == n->value : !number) {
			put("%s%s", bar, n->name);
			number &= ~n->value;
			bar = "|";
		}
	if (!*bar)
		put(number ? "%#llx /* %s */" : "0", number, unknown);
	else if (number)
		put("|%#llx", number);
}

/* Text in `size` bytes, of which the last is not shown unless a NUL is before it. */
static void put_text(const char *text, size_t size) __attribute__((unused));
static void put_text(const char *text, size_t size)
{
	size_t shown = size - 1, n = strnlen(text, size);

	put("\"");
	for (size_t i = 0; i < n && i < shown; i++) {
		static const char escaped[] = "\t\n\v\f\r", letters[] = "tnvfr";
		const char *known = strchr(escaped, text[i]);
		int digit_next = i + 1 < n && i + 1 < shown && text[i + 1] >= '0' && text[i + 1] <= '9';

		if (known)
			put("\\%c", letters[known - escaped]);
		else if (text[i] == '"' || text[i] == '\\')
			put("\\%c", text[i]);
		else if (text[i] >= ' ' && text[i] <= '~')
			put("%c", text[i]);
		else
			put(digit_next ? "\\%03o" : "\\%o", (unsigned char)text[i]);
	}
	put(n > shown ? "\"..." : "\"");
}

#define TX(m) (put_open(#m), put_text((const char *)p->m, sizeof(p->m)))
#define E(m, unknown, ...) (put_open(#m), ({ static const struct named names_[] = {__VA_ARGS__ {0}}; put_enum(sizeof(p->m), (unsigned long long)p->m, unknown, names_); }))
#define F(m, unknown, ...) (put_open(#m), ({ static const struct named names_[] = {__VA_ARGS__ {0}}; put_flags(sizeof(p->m), (unsigned long long)p->m, unknown, names_); }))
/* A number in network byte order; a pointer that has 64 bits in every program. */
#define BE(m) (put_open(#m), put_number(0, sizeof(p->m) == 2 ? __builtin_bswap16((unsigned short)p->m) : sizeof(p->m) == 4 ? __builtin_bswap32((unsigned)p->m) : __builtin_bswap64((unsigned long long)p->m)))
#define PW(m) (put_open(#m), put(p->m ? "%#llx" : "NULL", (unsigned long long)p->m))
#define X0(m) PW(m)
#define PS(m) EACH(m, put_addr((uintptr_t)p->m[i_]))
#define UNLESS_BITS(m) do { if (p->m) BITS(m); } while (0)

/*
 * Requests: R of request.h, with a part that is asked and another that is told R2; BOTH and BOTH2 also on bytes that are all different (members
 * without names only); ALONE without an argument; GIVEN a number; SHOWN memory as a text. X_AS: where the trace has another name for it.
 */
#define R_AS(name, number, way, shown) request(name, number, OF_##way, (void (*)(const void *))show_##shown)
#define R2(number, shown) R2_AS(#number, number, shown)
#define R2_AS(name, number, shown) asked_and_told(name, number, (void (*)(const void *))show_##shown##_asked, (void (*)(const void *))show_##shown##_told)
#define BOTH(number, way, shown) BOTH_AS(#number, number, way, shown)
#define BOTH_AS(name, number, way, shown) \
	(R_AS(name, number, way, shown), fill(arena, 0x6000, RISING), R_AS(name, number, way, shown), fill(arena, 0x6000, ONE))
#define BOTH2(number, shown) BOTH2_AS(#number, number, shown)
#define BOTH2_AS(name, number, shown) \
	(R2_AS(name, number, shown), fill(arena, 0x6000, RISING), R2_AS(name, number, shown), fill(arena, 0x6000, ONE))
#define ALONE(number) ALONE_AS(#number, number)
#define ALONE_AS(name, number) given(number, 5, name, NULL)
#define GIVEN(number, value, text) GIVEN_AS(#number, number, value, text)
#define GIVEN_AS(name, number, value, text) given(number, value, name, text)
#define SHOWN(number, text) SHOWN_AS(#number, number, text)
#define SHOWN_AS(name, number, text) given(number, (uintptr_t)arena, name, text)

static void asked_and_told(const char *name, unsigned long number, void (*asked)(const void *), void (*told)(const void *)) __attribute__((unused));
static void asked_and_told(const char *name, unsigned long number, void (*asked)(const void *), void (*told)(const void *))
{
	ok(SYS_ioctl, -1, number, arena);
	request_length = 0;
	put("ioctl(-1, %s, ", name);
	asked(arena);
	put(" => ");
	told(arena);
	put(")");
	expect_call(request_line, "0");
}

static void given(unsigned long number, unsigned long value, const char *name, const char *text) __attribute__((unused));
static void given(unsigned long number, unsigned long value, const char *name, const char *text)
{
	char line[4096];

	ok(SYS_ioctl, -1, number, value);
	snprintf(line, sizeof(line), text ? "ioctl(-1, %s, %s)" : "ioctl(-1, %s)", name, text);
	expect_call(line, "0");
}

/* The struct in the arena, made of zeros, and a request on it. */
#define AT(type) (*(type *)memset(arena, 0, 0x1000))
#define MADE(name, text) given(name, (uintptr_t)arena, #name, text)

#endif
