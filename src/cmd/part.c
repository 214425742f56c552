/* Times and pids to the limits of a tape source: see part.h. */
#include "cmd/part.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"
#include "capture/source.h"
#include "capture/tape.h"
#include "cmd/run.h"
#include "cmd/units.h"
#include "tape/format.h"
#include "tape/tape.h"

bool part_is_tape(const char *path)
{
	char magic[sizeof(TAPE_MAGIC) - 1];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return false;
	ssize_t n = read(fd, magic, sizeof(magic));
	close(fd);
	return n == sizeof(magic) && memcmp(magic, TAPE_MAGIC, sizeof(magic)) == 0;
}

const char *part_behind(int argc, char **argv, bool surely)
{
	if (argc < 3 || argv[1][0] == '-' || !(surely || part_is_tape(argv[1])))
		return NULL;
	char *tape = argv[1];
	memmove(&argv[1], &argv[2], (size_t)(argc - 2) * sizeof(*argv));
	argv[argc - 1] = tape;
	return tape;
}

static int add_pids(struct tape_part *p, const struct option_use *use)
{
	char *list = strdup(use->arg), *rest = list;
	int err = 0;

	if (!list)
		abort();
	for (char *word = strtok_r(list, ", \t\n", &rest); word && !err; word = strtok_r(NULL, ", \t\n", &rest)) {
		int64_t pid;
		if (str_number(word, 1, INT32_MAX, &pid))
			err = usage_error("Invalid process id: '%s'", word);
		else
			*vec_push(&p->pids) = (pid_t)pid;
	}
	free(list);
	return err;
}

int part_apply(struct tape_part *p, const struct option_use *use)
{
	if (use->row->id == OPT_PIDS)
		return add_pids(p, use);
	*(use->row->id == OPT_SINCE ? &p->since : &p->until) = use->arg;
	return 0;
}

bool part_is_set(const struct tape_part *p)
{
	return p->since || p->until || p->pids.len;
}

/* "12:34[:56[.789]]" on the local day of the tape's start, as a time since 1970. */
static bool time_of_day(const char *text, uint64_t start_ns, uint64_t *real_ns)
{
	time_t start = (time_t)(start_ns / 1000000000);
	unsigned hour, minute;
	double second = 0;
	struct tm tm;
	int used = 0, last = 0;

	if (sscanf(text, "%2u:%2u%n", &hour, &minute, &used) != 2 || hour > 23 || minute > 59)
		return false;
	if (text[used] && (sscanf(text + used, ":%lf%n", &second, &last) != 1 || text[used + last] || second < 0 || second >= 61))
		return false;
	localtime_r(&start, &tm);
	tm.tm_hour = (int)hour;
	tm.tm_min = (int)minute;
	tm.tm_sec = 0;
	*real_ns = (uint64_t)mktime(&tm) * 1000000000 + (uint64_t)(second * 1e9 + 0.5);
	return true;
}

/* A time on the tape's CLOCK_MONOTONIC. */
static int parse_time(const char *text, const struct tape_meta *m, uint64_t *out)
{
	uint64_t ns;

	if (text[0] == '@' && !units_ns(text + 1, &ns))
		*out = ns > m->realtime_offset ? ns - m->realtime_offset : 0;
	else if (time_of_day(text, m->start_ns + m->realtime_offset, &ns))
		*out = ns > m->realtime_offset ? ns - m->realtime_offset : 0;
	else if (!units_ns(text + (text[0] == '+'), &ns))
		*out = m->start_ns + ns;
	else
		return usage_error("invalid time: '%s'", text);
	return 0;
}

static int limit(const struct tape_part *p, struct source *s)
{
	uint64_t since_ns = 0, until_ns = UINT64_MAX;
	int err = p->since ? parse_time(p->since, tape_source_meta(s), &since_ns) : 0;

	if (!err && p->until)
		err = parse_time(p->until, tape_source_meta(s), &until_ns);
	if (!err && since_ns > until_ns)
		return usage_error("--since is later than --until");
	if (!err)
		tape_source_limit(s, since_ns, until_ns);
	return err;
}

int part_open(const struct tape_part *p, const char *path, struct tape_source_opts *o, struct job *job, struct source **out)
{
	struct source *s;

	o->since_ns = 0;
	o->until_ns = UINT64_MAX;
	o->pids = p->pids.at;
	o->npids = (unsigned)p->pids.len;
	int err = tape_source_open(path, o, &s);
	if (err)
		return err;
	err = limit(p, s);
	if (err) {
		source_close(s);
		return err;
	}
	job->wants = part_is_set(p) ? tape_source_wants : NULL;
	*out = s;
	return 0;
}

void part_done(struct tape_part *p)
{
	vec_done(&p->pids);
}
