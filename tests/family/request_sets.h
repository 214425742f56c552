/*
 * Members of requests that have names (see request.h): flags and enums, with those names of theirs that the arena's bytes can be, from the headers:
 *
 *   SET(seq_port_cap, "SNDRV_SEQ_PORT_CAP_???", V(SNDRV_SEQ_PORT_CAP_READ))
 *   STRUCT(snd_seq_port_info, T(name); F(capability, seq_port_cap))
 *
 * The numbers of a set are 0 or 1 in all tables: that is what the arena has. Other names are in lines written by hand.
 */
#ifndef RINGSIDE_TESTS_FAMILY_REQUEST_SETS_H
#define RINGSIDE_TESTS_FAMILY_REQUEST_SETS_H

#include "request.h"

struct named {
	const char *name;
	unsigned long long value;
};

#define SET(set, unknown, ...) \
	static const char unknown_##set[] __attribute__((unused)) = unknown; \
	static const struct named names_##set[] __attribute__((unused)) = {{NULL, 0}, ##__VA_ARGS__};
#define V(name) {#name, (unsigned long long)(name)}
#define OF_SET(set) names_##set + 1, sizeof(names_##set) / sizeof(*names_##set) - 1, unknown_##set

static void put_enum(unsigned long long value, size_t size, const struct named *names, size_t n, const char *unknown) __attribute__((unused));
static void put_enum(unsigned long long value, size_t size, const struct named *names, size_t n, const char *unknown)
{
	value &= ~0ULL >> (64 - size * 8);
	for (size_t i = 0; i < n; i++)
		if (names[i].value == value) {
			put("%s", names[i].name);
			return;
		}
	put("%#llx /* %s */", value, unknown);
}

static void put_flags(unsigned long long value, size_t size, const struct named *names, size_t n, const char *unknown) __attribute__((unused));
static void put_flags(unsigned long long value, size_t size, const struct named *names, size_t n, const char *unknown)
{
	unsigned long long left = value & (~0ULL >> (64 - size * 8));
	const char *bar = "";

	for (size_t i = 0; i < n; i++)
		if (names[i].value ? (left & names[i].value) == names[i].value : !left && !*bar) {
			put("%s%s", bar, names[i].name);
			left &= ~names[i].value;
			bar = "|";
		}
	if (left && *bar)
		put("|%#llx", left);
	else if (left)
		put("%#llx /* %s */", left, unknown);
	else if (!*bar)
		put("0");
}

static void put_wide(unsigned long long address) __attribute__((unused));
static void put_wide(unsigned long long address)
{
	put(address ? "%#llx" : "NULL", address);
}

/* Members: one of a set; bits of a set; an address in 64 bits. */
#define E(m, set) (put_open(#m), put_enum((unsigned long long)p->m, sizeof(p->m), OF_SET(set)))
#define F(m, set) (put_open(#m), put_flags((unsigned long long)p->m, sizeof(p->m), OF_SET(set)))
#define A(m) (put_open(#m), put_wide(p->m))
/* Arrays of those. */
#define ES(m, set) EACH(m, put_enum((unsigned long long)p->m[i_], sizeof(p->m[0]), OF_SET(set)))
#define FS(m, set) EACH(m, put_flags((unsigned long long)p->m[i_], sizeof(p->m[0]), OF_SET(set)))
/* What headers of later kernels have in bytes that were reserved: by its type and offset. */
#define LATER(form, m, type, offset) \
	do { \
		struct { type m; } later_; \
		const __typeof__(later_) *of_ = (const void *)memcpy(&later_, (const char *)p + (offset), sizeof(type)); \
		{ \
			__typeof__(of_) p = of_; \
			form; \
		} \
	} while (0)

/* A union of what is given and what is told: shown as the one before the call, as the other after it. */
#define BEFORE_AFTER(type, name, before, after) \
	static void show_##name(const type *p) __attribute__((unused)); \
	static void show_##name(const type *of_) \
	{ \
		static int turn; \
		if (turn++ % 2 == 0) \
			MEMBERS(before); \
		else \
			MEMBERS(after); \
	}

/* A member of a request whose number several drivers have: what it is with one of them. */
#define ONE_OF(driver, shown) (put_open(#driver), request_comma = "", show_##shown((const void *)of_), request_comma = ", ")

/* The struct in the arena, with zeros around it; a request on it, or with a number, that succeeds. */
#define AT(type) (*(struct type *)memset(arena, 0, 0x4000))

static void succeeds(unsigned long number, const char *call) __attribute__((unused));
static void succeeds(unsigned long number, const char *call)
{
	ok(SYS_ioctl, -1, number, arena);
	expect_call(call, "0");
}

static void given(unsigned long number, unsigned long value, const char *call) __attribute__((unused));
static void given(unsigned long number, unsigned long value, const char *call)
{
	ok(SYS_ioctl, -1, number, value);
	expect_call(call, "0");
}

#endif
