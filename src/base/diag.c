/* Diagnostics: see diag.h. Each message is one write, so that messages of two processes never mix within a line. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"

const char *diag_program = "ringside";
static unsigned errors;

static void say(const char *fmt, va_list ap)
{
	char line[4096];
	int n = snprintf(line, sizeof(line), "%s: ", diag_program);
	int m = vsnprintf(line + n, sizeof(line) - (size_t)n - 1, fmt, ap);
	size_t len = (size_t)n + (size_t)m;

	if (len > sizeof(line) - 1)
		len = sizeof(line) - 1;
	line[len++] = '\n';
	fflush(stderr);
	if (write(STDERR_FILENO, line, len) < 0)
		return; /* nowhere left to complain to */
}

void diag_error(const char *fmt, ...)
{
	va_list ap;

	errors++;
	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void diag_warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void diag_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

unsigned diag_errors(void)
{
	return errors;
}
