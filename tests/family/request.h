/*
 * Requests of ioctl(2) on memory of a pattern, and the lines expected of them. A struct's members stand in a table, each with the form that it has in
 * the trace; what they are and where is what the kernel's headers say, not our tables:
 *
 *   STRUCT(vt_sizes, N(v_rows); N(v_cols); N(v_scrollsize))
 *   ...
 *   R(VT_RESIZE, IN, vt_sizes);
 */
#ifndef RINGSIDE_TESTS_FAMILY_REQUEST_H
#define RINGSIDE_TESTS_FAMILY_REQUEST_H

#include "family.h"

#include <stdarg.h>

#include "../live/expect.h"

static char request_line[16384];
static size_t request_length;
static const char *request_comma = ""; /* what stands before the next member */

static void put(const char *format, ...) __attribute__((format(printf, 1, 2), unused));
static void put(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	request_length += (size_t)vsnprintf(request_line + request_length, sizeof(request_line) - request_length, format, ap);
	va_end(ap);
}

static void put_open(const char *name) __attribute__((unused));
static void put_open(const char *name)
{
	put("%s%s=", request_comma, name);
	request_comma = ", ";
}

static void put_number(int is_signed, unsigned long long number) __attribute__((unused));
static void put_number(int is_signed, unsigned long long number)
{
	put(is_signed ? "%lld" : "%llu", number);
}

static void put_hex(size_t size, unsigned long long number) __attribute__((unused));
static void put_hex(size_t size, unsigned long long number)
{
	put("%#llx", number & (~0ULL >> (64 - size * 8)));
}

static void put_addr(uintptr_t address) __attribute__((unused));
static void put_addr(uintptr_t address)
{
	put(address ? "%#lx" : "NULL", (unsigned long)address);
}

/* Text of the pattern: one character, or none. */
static void put_chars(const void *text) __attribute__((unused));
static void put_chars(const void *text)
{
	put(*(const char *)text ? "\"\\%o\"" : "\"\"", *(const unsigned char *)text);
}

static void put_bytes(const void *bytes, size_t n, int whole) __attribute__((unused));
static void put_bytes(const void *bytes, size_t n, int whole)
{
	put("\"");
	for (size_t i = 0; i < n && (whole || i < 32); i++)
		put("\\x%02x", ((const unsigned char *)bytes)[i]);
	put(n > 32 && !whole ? "\"..." : "\"");
}

static int request_is_set(const void *bytes, size_t n) __attribute__((unused));
static int request_is_set(const void *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((const char *)bytes)[i])
			return 1;
	return 0;
}

/* Members: a number, by its type; one in hexadecimal, of its own width; a bit-field. */
#define N(m) (put_open(#m), put_number((__typeof__(p->m))-1 < 1, (unsigned long long)p->m))
#define X(m) (put_open(#m), put_hex(sizeof(p->m), (unsigned long long)p->m))
#define BITS(m) (put_open(#m), put_number(0, p->m))
/* A pointer; text; bytes, all of them or as many as the string limit allows. */
#define P(m) (put_open(#m), put_addr((uintptr_t)p->m))
#define T(m) (put_open(#m), put_chars(p->m))
#define B(m) (put_open(#m), put_bytes(&p->m, sizeof(p->m), 1))
#define S(m) (put_open(#m), put_bytes(&p->m, sizeof(p->m), 0))
/* Arrays of numbers. */
#define NS(m) EACH(m, put_number((__typeof__(p->m[0]))-1 < 1, (unsigned long long)p->m[i_]))
#define XS(m) EACH(m, put_hex(sizeof(p->m[0]), (unsigned long long)p->m[i_]))
#define EACH(m, element) \
	do { \
		put_open(#m), put("["); \
		for (size_t i_ = 0; i_ < sizeof(p->m) / sizeof(p->m[0]); i_++) \
			put("%s", i_ ? ", " : ""), element; \
		put("]"); \
	} while (0)
/* A struct within, with members of its own; an array of them. */
#define WITHIN(m, ...) (put_open(#m), ({ __typeof__(&p->m) of_ = &p->m; MEMBERS(__VA_ARGS__); }))
#define WITHINS(m, ...) EACH(m, ({ __typeof__(&p->m[0]) of_ = &p->m[i_]; MEMBERS(__VA_ARGS__); }))
#define MEMBERS(...) \
	do { \
		__typeof__(of_) p = of_; \
		put("{"), request_comma = ""; \
		__VA_ARGS__; \
		put("}"), request_comma = ", "; \
	} while (0)
/* Shown as this text. */
#define AS(m, text) (put_open(#m), put("%s", text))
/* What is shown unless all its bytes are zero: reserved members. */
#define UNLESS_0(form, m) do { if (request_is_set(&p->m, sizeof(p->m))) form(m); } while (0)

/* show_NAME() of `struct NAME`, of another type, or of a number alone. */
#define STRUCT(name, ...) STRUCT_OF(struct name, name, __VA_ARGS__)
#define STRUCT_OF(type, name, ...) \
	static void show_##name(const type *p) __attribute__((unused)); \
	static void show_##name(const type *of_) { MEMBERS(__VA_ARGS__); }
#define NUMBER(type, name) \
	static void show_##name(const type *p) __attribute__((unused)); \
	static void show_##name(const type *p) { put("["), put_number((type)-1 < 1, (unsigned long long)*p), put("]"); }

enum request_way { OF_IN, OF_OUT, OF_INOUT };

/* The request on the arena's bytes, which nothing changes. */
static void request(const char *name, unsigned long number, enum request_way way, void (*show)(const void *)) __attribute__((unused));
static void request(const char *name, unsigned long number, enum request_way way, void (*show)(const void *))
{
	ok(SYS_ioctl, -1, number, arena);
	request_length = 0;
	put("ioctl(-1, %s, ", name);
	show(arena);
	if (way == OF_INOUT) {
		put(" => ");
		show(arena);
	}
	put(")");
	expect_call(request_line, "0");
}

/* A request that the headers have, what of its struct is shown (IN, OUT: once; INOUT: before and after), and the table. */
#define R(name, way, shown) request(#name, name, OF_##way, (void (*)(const void *))show_##shown)

#endif
