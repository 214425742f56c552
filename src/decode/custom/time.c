/* Times. */
#include <stdio.h>
#include <time.h>

#include "decode/custom/custom.h"

/* clock_time(nsec): seconds since 1970, with the local date, the nanoseconds and the zone as a remark. */
void custom_clock_time(struct walk *w, const struct custom_use *u)
{
	time_t sec = (time_t)custom_number(w, u);
	int64_t nsec = custom_param(w, u, 0, 0);
	struct tm tm;
	char day[32], zone[16], text[96];

	walk_plain(w, (uint64_t)sec, 8, true, STYLE_DEC);
	if ((!sec && !nsec) || !localtime_r(&sec, &tm) || !strftime(day, sizeof(day), "%FT%T", &tm))
		return;
	strftime(zone, sizeof(zone), "%z", &tm);
	if (nsec > 0)
		snprintf(text, sizeof(text), "%s.%09lld%s", day, (long long)nsec, zone);
	else
		snprintf(text, sizeof(text), "%s%s", day, zone);
	walk_comment(w, text);
}
