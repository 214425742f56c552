/*
 * A live test program makes system calls and prints, to stdout, the trace that it expects of them: a line each, or, after '~', a
 * regular expression. The comment at its top names the tracer's options:   options: -e trace=openat;
 * The trace is compared as a whole, so the options must leave out the calls that printing makes. It may add
 *   variants: , -v, -X raw;   further options, one after the other: a line that begins with "[-v|-X raw] " is for these alone, see expect_as()
 *                             (in all lines @{2|O_RDWR} is the number, the name, or both, as -X has it)
 *   i386                      a 32-bit build, too
 * A program that cannot do its part here prints why, and ends with status 77.
 */
#ifndef RINGSIDE_TESTS_LIVE_EXPECT_H
#define RINGSIDE_TESTS_LIVE_EXPECT_H

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static void expect(const char *fmt, ...) __attribute__((format(printf, 1, 2), unused));
static void expect(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
}

/* A line of some variants. */
static void expect_as(const char *variants, const char *fmt, ...) __attribute__((format(printf, 2, 3), unused));
static void expect_as(const char *variants, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	printf("[%s] ", variants);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	fflush(stdout);
}

/* A call whose line is padded as strace does: its "=" at column 40. */
static void expect_call(const char *call, const char *result) __attribute__((unused));
static void expect_call(const char *call, const char *result)
{
	expect("%-39s = %s", call, result);
}

/* "N" or "-1 ENAME (message)", from what the C library's syscall() gave. */
static const char *result_text(long ret, const char *error_name) __attribute__((unused));
static const char *result_text(long ret, const char *error_name)
{
	static char text[128];

	if (ret == -1)
		snprintf(text, sizeof(text), "-1 %s (%s)", error_name, strerror(errno));
	else
		snprintf(text, sizeof(text), "%ld", ret);
	return text;
}

/* The end of `size` readable bytes behind which nothing is mapped. */
static char *before_nothing(size_t size) __attribute__((unused));
static char *before_nothing(size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *p = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	munmap(p + page, page);
	return p + page - size;
}

#endif
