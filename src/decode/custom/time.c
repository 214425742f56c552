/* Times. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "decode/custom/custom.h"

void custom_date(struct walk *w, int64_t sec, uint64_t fraction, unsigned digits)
{
	uint64_t unit = digits == 9 ? 1000000000 : 1000000;
	time_t t = (time_t)sec;
	struct tm tm;
	char day[32], zone[16], text[96];

	if ((!sec && !fraction) || fraction >= unit || !localtime_r(&t, &tm) || !strftime(day, sizeof(day), "%FT%T", &tm))
		return;
	strftime(zone, sizeof(zone), "%z", &tm);
	if (fraction)
		snprintf(text, sizeof(text), "%s.%0*llu%s", day, (int)digits, (unsigned long long)fraction, zone);
	else
		snprintf(text, sizeof(text), "%s%s", day, zone);
	walk_comment(w, text);
}

/* clock_time(nsec): seconds since 1970, with the local date, the nanoseconds and the zone as a remark; clock_time: the date alone. */
void custom_clock_time(struct walk *w, const struct custom_use *u)
{
	int64_t sec = (int64_t)custom_number(w, u);
	time_t time = (time_t)sec;
	struct tm tm;
	char text[64];

	if (!u->type->count) {
		if (localtime_r(&time, &tm) && strftime(text, sizeof(text), "%FT%T%z", &tm))
			walk_text(w, text, BYTES_PLAIN);
		return;
	}
	walk_plain(w, (uint64_t)sec, 8, true, STYLE_DEC);
	custom_date(w, sec, (uint64_t)custom_param(w, u, 0, 0), 9);
}

/* The number in member i of the struct that the decoder works on. */
static uint64_t member(const struct walk *w, const struct custom_use *u, unsigned i)
{
	const struct type *t = type_at(w, u->type->elem);
	const struct field *f = &w->d->fields[t->first + i];
	const struct type *number = type_at(w, f->type);

	return place_number(u->at, f->offset[w->abi], number->size[w->abi], number->flags & TF_SIGNED, false);
}

/*
 * dated(digits, words, brief): a struct of seconds since 1970 and a fraction of so many digits, with the date as a remark; with words,
 * the nanoseconds that stand for one in utimensat(2); with brief, no date with -X raw.
 */
void custom_dated(struct walk *w, const struct custom_use *u)
{
	enum { UTIME_NOW_NSEC = 0x3fffffff, UTIME_OMIT_NSEC = 0x3ffffffe };
	uint64_t fraction = member(w, u, 1);

	if (custom_param(w, u, 1, 0) && (fraction == UTIME_NOW_NSEC || fraction == UTIME_OMIT_NSEC)) {
		char whole[64];
		const char *name = fraction == UTIME_NOW_NSEC ? "UTIME_NOW" : "UTIME_OMIT";
		struct part part = {name, (uint32_t)strlen(name)};
		struct number n = {.raw = fraction, .size = 8, .parts = &part, .nparts = 1, .whole = whole};

		snprintf(whole, sizeof(whole), "{tv_sec=%lld, tv_nsec=%llu}", (long long)member(w, u, 0), (unsigned long long)fraction);
		w->v->ops->number(w->v, &n);
		return;
	}
	walk_value(w, u->type->elem, u->at, u->scope);
	if (w->o->index_names || !custom_param(w, u, 2, 0))
		custom_date(w, (int64_t)member(w, u, 0), fraction, (unsigned)custom_param(w, u, 0, 9));
}

/* ticks(hz): a time in parts of a second, clock_t by default, with seconds as a remark. Of a buffer, a number of as many bytes as there are. */
void custom_ticks(struct walk *w, const struct custom_use *u)
{
	enum { USER_HZ = 100 };
	const struct type *t = type_at(w, u->type->elem);
	unsigned size = t->size[w->abi] ? t->size[w->abi] : u->at->avail < 8 ? u->at->avail : 8, digits = 0;
	uint64_t ticks = place_number(u->at, 0, size, t->flags & TF_SIGNED, false), hz = (uint64_t)custom_param(w, u, 0, USER_HZ);
	bool negative = t->flags & TF_SIGNED && (int64_t)ticks < 0;
	uint64_t n = negative ? -ticks : ticks;
	char text[96];

	for (uint64_t part = hz; part > 1; part /= 10)
		digits++;
	snprintf(text, sizeof(text), "%s%llu.%0*llu s", negative ? "-" : "", (unsigned long long)(n / hz), (int)(digits % 20), (unsigned long long)(n % hz));
	walk_beside(w, ticks, size, t->flags & TF_SIGNED, ticks ? text : NULL);
}
