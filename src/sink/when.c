/* Times as text: see when.h. */
#include "sink/when.h"

enum { NS_PER_S = 1000000000 };

static void put_fraction(struct buf *b, uint64_t ns, int digits)
{
	static const uint32_t unit[10] = {[3] = 1000000, [6] = 1000, [9] = 1};

	if (digits > 0)
		buf_printf(b, ".%0*u", digits, (unsigned)(ns % NS_PER_S / unit[digits]));
}

void when_put_seconds(struct buf *b, uint64_t ns, unsigned width, int digits)
{
	buf_printf(b, "%*llu", (int)width, (unsigned long long)(ns / NS_PER_S));
	put_fraction(b, ns, digits);
}

void when_put_clock(struct clock_text *c, struct buf *b, uint64_t realtime_ns, bool unix_seconds, int digits)
{
	time_t second = (time_t)(realtime_ns / NS_PER_S);
	struct tm tm;

	if (unix_seconds) {
		buf_udec(b, (uint64_t)second);
	} else {
		if (second != c->second || !c->text[0])
			strftime(c->text, sizeof(c->text), "%T", localtime_r(&second, &tm));
		c->second = second;
		buf_puts(b, c->text);
	}
	put_fraction(b, realtime_ns, digits);
}
