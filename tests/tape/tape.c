/*
 * Tests of the tape: what is put comes back, and damage costs no more than what it hit. Prints TAP.
 *
 *   tape DIRECTORY              an empty one, for the tapes it makes
 *   tape --sample EVENTS TAPE   writes a tape of fake events: a sample to be kept when there is a new version of the format
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"
#include "capture/fake.h"
#include "capture/source.h"
#include "desc/table.h"
#include "events.h"
#include "tape/crc32c.h"
#include "tape/format.h"
#include "tape/tape.h"

static const char *directory;
static unsigned tests, failures;

static bool ok(bool good, const char *what)
{
	printf("%sok %u - %s\n", good ? "" : "not ", ++tests, what);
	failures += !good;
	fflush(stdout);
	return good;
}

static const char *path_of(const char *name)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	return path;
}

static const struct tape_meta *sample_meta(void)
{
	static const char *const argv[] = {"ls", "-l", "a file with spaces", NULL}, *const env[] = {"A=b", NULL};
	static const struct tape_fd fds[] = {{0, "/dev/pts/1"}, {-100, "/home"}};
	static const struct tape_process processes[] = {
		{.pid = 1, .comm = "init", .exe = "/sbin/init", .cwd = "/"},
		{.pid = 77, .ppid = 1, .comm = "sh", .exe = "/bin/dash", .cwd = "/home", .fds = fds, .nfds = 2},
	};
	static const struct tape_meta meta = {
		.program = "ringside test", .host = "here", .release = "6.18", .version = "#1", .machine = "x86_64", .abi = ABI_X86_64,
		.realtime_offset = 1700000000000000000, .start_ns = 12345, .argv = argv, .argc = 3, .child = 78, .follow = true, .env = env, .nenv = 1,
		.string_bytes = 33, .fds = true, .comms = true, .processes = processes, .nprocesses = 2,
	};

	return &meta;
}

/* ---- what is put comes back ---- */

struct written {
	struct arena arena;
	VEC(struct event) events;
};

/* After an ENTERED event, the next call of the task is the one that was announced, mostly. */
static void announce(struct written *w)
{
	for (size_t i = 0; i < w->events.len; i++) {
		const struct event *entered = &w->events.at[i];
		for (size_t j = i + 1; entered->kind == EVENT_ENTERED && j < i + 10 && j < w->events.len; j++) {
			struct event *e = &w->events.at[j];
			if (e->tid != entered->tid || e->kind != EVENT_CALL)
				continue;
			e->announced = true;
			e->ip = entered->ip;
			e->sp = entered->sp;
			if (j % 5)
				memcpy(e->args, entered->args, sizeof(e->args));
			if (j % 7)
				e->enter_ns = entered->enter_ns;
			break;
		}
	}
}

static void make(struct written *w, uint64_t seed, size_t n, unsigned wild_percent)
{
	struct random r = {seed};
	uint64_t now_ns = 1000000000;

	for (size_t i = 0; i < n; i++) {
		struct event *e = vec_push(&w->events);
		if (random_below(&r, 100) < wild_percent)
			random_wild(&r, &w->arena, e);
		else
			random_tame(&r, &w->arena, e, &now_ns);
	}
	announce(w);
}

static void written_done(struct written *w)
{
	arena_done(&w->arena);
	vec_done(&w->events);
}

static int write_tape(const char *path, const struct written *w, const struct tape_opts *opts)
{
	struct tape_writer *writer;
	int err = tape_create(path, opts, &writer);

	if (err)
		return err;
	for (size_t i = 0; i < w->events.len && !err; i++)
		err = tape_put(writer, &w->events.at[i]);
	int last = tape_finish(writer);
	return err ? err : last;
}

static bool reads_back(const char *path, const struct written *w)
{
	const struct event *e = NULL;
	const char *why, *difference = NULL;
	struct tape *t;
	size_t n = 0;
	int got;

	if (tape_open(path, NULL, &t, &why)) {
		printf("# cannot open: %s\n", why);
		return false;
	}
	while ((got = tape_next(t, &e)) == TAPE_EVENT && n < w->events.len && !difference) {
		difference = event_difference(&w->events.at[n], e);
		n++;
	}
	bool good = got == TAPE_END && n == w->events.len && !difference && tape_finished(t);
	if (!good)
		printf("# after %zu of %zu: result %d, difference in %s\n", n, w->events.len, got, difference ? difference : "nothing");
	tape_close(t);
	return good;
}

static void test_round_trips(void)
{
	static const struct {
		const char *what;
		size_t events;
		unsigned wild, chunk_events;
	} cases[] = {
		{"no event at all", 0, 0, 0},
		{"one event", 1, 100, 0},
		{"tame events in one chunk", 5000, 0, 0},
		{"tame events, a chunk each", 100, 0, 1},
		{"wild events in one chunk", 5000, 100, 0},
		{"wild events in chunks of 7", 3000, 100, 7},
		{"both in chunks of 1,000", 20000, 3, 1000},
		{"more than one full chunk", 150000, 0, 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct written w = {0};
		struct tape_opts opts = {.meta = sample_meta(), .chunk_events = cases[i].chunk_events, .chunk_ns = UINT64_MAX};
		make(&w, i + 1, cases[i].events, cases[i].wild);
		const char *path = path_of("round.tape");
		bool good = !write_tape(path, &w, &opts) && reads_back(path, &w);
		ok(good, cases[i].what);
		written_done(&w);
	}
}

static void test_many_seeds(void)
{
	bool good = true;

	for (uint64_t seed = 100; seed < 160 && good; seed++) {
		struct written w = {0};
		struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 1 + (uint32_t)seed % 50, .level = (int)(seed % 5) - 1};
		make(&w, seed, 200, seed % 2 ? 100 : 50);
		good = !write_tape(path_of("seed.tape"), &w, &opts) && reads_back(path_of("seed.tape"), &w);
		if (!good)
			printf("# seed %llu\n", (unsigned long long)seed);
		written_done(&w);
	}
	ok(good, "events of 60 seeds");
}

static bool same_meta(const struct tape_meta *a, const struct tape_meta *b)
{
	bool same = !strcmp(a->program, b->program) && !strcmp(a->host, b->host) && !strcmp(a->release, b->release) &&
	            !strcmp(a->version, b->version) && !strcmp(a->machine, b->machine) && a->abi == b->abi &&
	            a->realtime_offset == b->realtime_offset && a->start_ns == b->start_ns && a->argc == b->argc &&
	            a->nenv == b->nenv && a->string_bytes == b->string_bytes && a->fds == b->fds && a->sockets == b->sockets &&
	            a->comms == b->comms && a->cpu_time == b->cpu_time && a->child == b->child && a->follow == b->follow && a->nprocesses == b->nprocesses;

	for (unsigned i = 0; same && i < a->argc; i++)
		same = !strcmp(a->argv[i], b->argv[i]);
	for (unsigned i = 0; same && i < a->nprocesses; i++) {
		const struct tape_process *p = &a->processes[i], *q = &b->processes[i];
		same = p->pid == q->pid && p->ppid == q->ppid && !strcmp(p->comm, q->comm) && !strcmp(p->exe, q->exe) &&
		       !strcmp(p->cwd, q->cwd) && p->nfds == q->nfds;
		for (unsigned f = 0; same && f < p->nfds; f++)
			same = p->fds[f].number == q->fds[f].number && !strcmp(p->fds[f].link, q->fds[f].link);
	}
	return same && !strcmp(a->env[0], b->env[0]);
}

static void test_meta(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta()};
	struct tape *t;

	make(&w, 5, 3, 100);
	write_tape(path_of("meta.tape"), &w, &opts);
	if (ok(!tape_open(path_of("meta.tape"), NULL, &t, NULL), "a tape opens")) {
		ok(same_meta(sample_meta(), tape_meta(t)), "what is known of the recording comes back");
		tape_close(t);
	}
	written_done(&w);
}

/* ---- chunks ---- */

static bool chunks_agree(const struct tape_summary *s, size_t n, const struct written *w, uint32_t each)
{
	for (size_t i = 0; i < n; i++) {
		uint64_t calls = 0, errors = 0, counted = 0, first_ns = UINT64_MAX;
		for (size_t j = i * each; j < (i + 1) * each && j < w->events.len; j++) {
			const struct event *e = &w->events.at[j];
			calls += e->kind == EVENT_CALL;
			errors += e->kind == EVENT_CALL && e->outcome == OUTCOME_ERROR;
			first_ns = e->enter_ns < first_ns ? e->enter_ns : first_ns;
		}
		for (unsigned c = 0; c < s[i].ncounts; c++)
			counted += s[i].counts[c].calls;
		if (s[i].calls != calls || s[i].errors != errors || counted != calls || s[i].first_ns != first_ns || s[i].serial != i)
			return false;
	}
	return true;
}

static size_t count_events(struct tape *t)
{
	const struct event *e;
	size_t n = 0;

	while (tape_next(t, &e) == TAPE_EVENT)
		n++;
	return n;
}

static bool only_even(void *ctx, const struct tape_summary *s)
{
	(void)ctx;
	return s->serial % 2 == 0;
}

static void test_chunks(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 100, .chunk_ns = UINT64_MAX};
	struct tape_select even = {.chunk = only_even};
	struct tape *t;
	size_t n;

	make(&w, 9, 1050, 20);
	write_tape(path_of("chunks.tape"), &w, &opts);
	tape_open(path_of("chunks.tape"), NULL, &t, NULL);
	const struct tape_summary *s = tape_chunks(t, &n);
	ok(n == 11 && chunks_agree(s, n, &w, 100), "the index tells what is in each chunk");
	tape_seek(t, 3, 5);
	ok(count_events(t) == 200, "a part is read");
	tape_seek(t, 10, 99);
	ok(count_events(t) == 50, "the last part is read");
	tape_seek(t, 11, 12);
	ok(count_events(t) == 0, "a part behind the end is empty");
	off_t last = (off_t)s[10].offset;
	tape_close(t);
	tape_open(path_of("chunks.tape"), &even, &t, NULL);
	ok(count_events(t) == 550, "unwanted chunks are passed by");
	tape_close(t);
	ok(!truncate(path_of("chunks.tape"), last), "(the tape is cut before its last chunk)");
	tape_open(path_of("chunks.tape"), NULL, &t, NULL);
	s = tape_chunks(t, &n);
	ok(n == 10 && chunks_agree(s, n, &w, 100), "without an index, chunks are found by walking");
	tape_close(t);
	written_done(&w);
}

static void test_brief(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 500, .chunk_ns = UINT64_MAX};
	struct tape_select brief = {.brief = true};
	const struct event *e;
	struct tape *t;
	size_t n = 0;
	bool good = true;

	make(&w, 11, 2000, 50);
	write_tape(path_of("brief.tape"), &w, &opts);
	tape_open(path_of("brief.tape"), &brief, &t, NULL);
	while (good && tape_next(t, &e) == TAPE_EVENT) {
		const struct event *o = &w.events.at[n++];
		good = e->kind == o->kind && e->tid == o->tid && e->nr == o->nr && e->ret == o->ret && e->enter_ns == o->enter_ns &&
		       e->exit_ns == o->exit_ns && e->outcome == o->outcome && !e->nblobs;
	}
	ok(good && n == 2000, "brief reading gives kind, task, number, result and times");
	tape_close(t);
	written_done(&w);
}

/* ---- damage ---- */

static char *load(const char *path, size_t *len)
{
	FILE *f = fopen(path, "r");
	struct stat st;

	fstat(fileno(f), &st);
	char *data = malloc((size_t)st.st_size);
	*len = fread(data, 1, (size_t)st.st_size, f);
	fclose(f);
	return data;
}

static void store(const char *path, const char *data, size_t len)
{
	FILE *f = fopen(path, "w");

	fwrite(data, 1, len, f);
	fclose(f);
}

struct outcome_of_reading {
	int opened;
	size_t events, damages;
	bool in_order; /* each event equals one of those written, later than the one before */
	bool unending;
};

/* Each of these tapes' tame events has its own time, so that it can be told which it is. */
static uint64_t end_ns(const struct event *e)
{
	return e->exit_ns ? e->exit_ns : e->enter_ns;
}

static struct outcome_of_reading read_damaged(const char *path, const struct written *w)
{
	struct outcome_of_reading o = {.in_order = true};
	const struct event *e;
	struct tape *t;
	size_t at = 0;
	int got = TAPE_END;

	o.opened = tape_open(path, NULL, &t, NULL);
	if (o.opened)
		return o;
	for (size_t steps = 0; (got = tape_next(t, &e)) == TAPE_EVENT || got == TAPE_DAMAGE; steps++) {
		if (steps > w->events.len * 2 + 100) {
			o.unending = true;
			break;
		}
		if (got == TAPE_DAMAGE) {
			o.damages++;
			continue;
		}
		while (at < w->events.len && end_ns(&w->events.at[at]) != end_ns(e))
			at++;
		if (at == w->events.len || event_difference(&w->events.at[at], e)) {
			o.in_order = false;
			break;
		}
		at++;
		o.events++;
	}
	if (got < 0)
		o.opened = got;
	tape_close(t);
	return o;
}

struct sample {
	struct written w;
	char *data;
	size_t len;
	struct tape_summary chunks[64];
	size_t nchunks;
};

static void make_sample(struct sample *s, const char *path, size_t events, uint32_t each)
{
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = each};
	struct tape *t;

	make(&s->w, 21, events, 0);
	write_tape(path, &s->w, &opts);
	s->data = load(path, &s->len);
	tape_open(path, NULL, &t, NULL);
	const struct tape_summary *chunks = tape_chunks(t, &s->nchunks);
	memcpy(s->chunks, chunks, s->nchunks * sizeof(*chunks));
	tape_close(t);
}

static void sample_done(struct sample *s)
{
	written_done(&s->w);
	free(s->data);
}

/* Events of the chunks that [from, to) does not touch. */
static size_t intact_events(const struct sample *s, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = 0; i < s->nchunks; i++) {
		const struct tape_summary *c = &s->chunks[i];
		if (to <= c->offset || from >= c->offset + c->bytes)
			n += c->events;
	}
	return n;
}

static void test_truncation(void)
{
	const char *path = strdup(path_of("cut.tape"));
	struct sample s = {0};
	size_t bad = SIZE_MAX;

	make_sample(&s, path, 60, 10);
	for (size_t len = 0; len < s.len && bad == SIZE_MAX; len++) {
		store(path, s.data, len);
		struct outcome_of_reading o = read_damaged(path, &s.w);
		if (o.opened ? len >= TAPE_HEADER_BYTES : o.unending || !o.in_order || o.events != intact_events(&s, len, s.len))
			bad = len;
	}
	if (!ok(bad == SIZE_MAX, "a tape cut anywhere keeps the chunks before"))
		printf("# cut to %zu of %zu bytes\n", bad, s.len);
	sample_done(&s);
	free((char *)path);
}

/* What cannot be found any more: where the damage lies within header and META, nothing. */
static bool survives(const struct sample *s, const char *path, const char *data, size_t len, size_t from, size_t to)
{
	store(path, data, len);
	struct outcome_of_reading o = read_damaged(path, &s->w);
	return !o.opened && !o.unending && o.in_order && o.events >= intact_events(s, from, to) &&
	       (o.events == s->w.events.len || o.damages);
}

static void test_flips(void)
{
	const char *path = strdup(path_of("flip.tape"));
	struct sample s = {0};
	struct random r = {33};
	size_t bad = SIZE_MAX;

	make_sample(&s, path, 60, 10);
	char *data = malloc(s.len);
	for (size_t at = 0; at < s.len && bad == SIZE_MAX; at++) {
		memcpy(data, s.data, s.len);
		data[at] ^= (char)(1 << random_below(&r, 8));
		if (!survives(&s, path, data, s.len, at, at + 1))
			bad = at;
	}
	if (!ok(bad == SIZE_MAX, "a flipped bit anywhere costs its chunk at most, and is told"))
		printf("# bit flipped in byte %zu of %zu\n", bad, s.len);
	bad = SIZE_MAX;
	for (unsigned round = 0; round < 2000 && bad == SIZE_MAX; round++) {
		size_t at = random_below(&r, s.len), n = random_below(&r, s.len - at < 400 ? s.len - at : 400) + 1;
		memcpy(data, s.data, s.len);
		for (size_t i = at; i < at + n; i++)
			data[i] = (char)random_next(&r);
		if (!survives(&s, path, data, s.len, at, at + n))
			bad = at;
	}
	ok(bad == SIZE_MAX, "overwritten parts cost the chunks they touch, and are told");
	free(data);
	sample_done(&s);
	free((char *)path);
}

/* Bytes taken out or put in: the lengths in heads no longer lead anywhere. */
static void test_shifts(void)
{
	const char *path = strdup(path_of("shift.tape"));
	struct sample s = {0};
	struct random r = {44};
	bool good = true;

	make_sample(&s, path, 60, 10);
	char *data = malloc(s.len + 300);
	for (unsigned round = 0; round < 2000 && good; round++) {
		size_t at = s.chunks[0].offset + random_below(&r, s.len - s.chunks[0].offset - 300), n = random_below(&r, 300) + 1;
		memcpy(data, s.data, at);
		memcpy(data + at, s.data + at + n, s.len - at - n);
		good = survives(&s, path, data, s.len - n, at, at + n);
		if (!good)
			printf("# %zu bytes taken out at %zu\n", n, at);
		memset(data + at, 'x', n);
		memcpy(data + at + n, s.data + at, s.len - at);
		store(path, data, s.len + n);
		struct outcome_of_reading o = read_damaged(path, &s.w);
		good = good && !o.opened && !o.unending && o.in_order && o.events >= intact_events(&s, at, at + 1);
	}
	ok(good, "bytes taken out or put in cost the chunks they touch");
	free(data);
	sample_done(&s);
	free((char *)path);
}

static void test_damage_report(void)
{
	const char *path = strdup(path_of("report.tape"));
	struct sample s = {0};
	const struct event *e;
	struct tape *t;
	int got;

	make_sample(&s, path, 60, 10);
	s.data[s.chunks[2].offset + s.chunks[2].bytes - 1] ^= 1;
	store(path, s.data, s.len);
	tape_open(path, NULL, &t, NULL);
	while ((got = tape_next(t, &e)) == TAPE_EVENT)
		;
	const struct tape_damage *d = tape_damage(t);
	ok(got == TAPE_DAMAGE && d->offset == s.chunks[2].offset && d->bytes == s.chunks[2].bytes && d->events == 10 &&
	       d->since_ns == s.chunks[2].first_ns && d->until_ns == s.chunks[2].last_ns && !d->cut,
	   "a damaged payload is told with its events and times");
	tape_close(t);
	s.data[s.chunks[2].offset + 20] ^= 1;
	store(path, s.data, s.len);
	tape_open(path, NULL, &t, NULL);
	while ((got = tape_next(t, &e)) == TAPE_EVENT)
		;
	d = tape_damage(t);
	ok(got == TAPE_DAMAGE && d->offset == s.chunks[2].offset && d->bytes == s.chunks[2].bytes &&
	       d->since_ns == s.chunks[1].last_ns && d->until_ns == s.chunks[3].first_ns,
	   "a damaged head is told with the times of its neighbours");
	tape_close(t);
	memmove(s.data + s.chunks[2].offset, s.data + s.chunks[3].offset, s.len - s.chunks[3].offset);
	store(path, s.data, s.len - s.chunks[2].bytes);
	struct outcome_of_reading o = read_damaged(path, &s.w);
	ok(o.events == 50 && o.damages == 1, "a chunk that is missing without a trace is told");
	sample_done(&s);
	free((char *)path);
}

/* A traced program may have copied a tape: its chunks are within ours. */
static void test_tape_in_tape(void)
{
	struct sample inner = {0};
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 1};
	const char *path = strdup(path_of("outer.tape"));

	make_sample(&inner, path, 30, 10);
	make(&w, 77, 10, 0);
	struct blob b = {.parent = -1, .len = (uint32_t)inner.len, .want = (uint32_t)inner.len, .data = (const uint8_t *)inner.data};
	w.events.at[4].blobs = &b;
	w.events.at[4].nblobs = 1;
	write_tape(path, &w, &opts);
	ok(reads_back(path, &w), "a tape that holds a tape reads back");
	size_t len;
	char *data = load(path, &len), *magic = NULL;
	struct tape *t;
	size_t n;
	tape_open(path, NULL, &t, NULL);
	const struct tape_summary *s = tape_chunks(t, &n);
	magic = data + s[4].offset;
	*magic ^= 1;
	store(path, data, len);
	tape_close(t);
	struct outcome_of_reading o = read_damaged(path, &w);
	ok(o.in_order && o.events == 9 && o.damages == 1, "its chunks are not taken for ours");
	free(data);
	written_done(&w);
	sample_done(&inner);
	free((char *)path);
}

static void test_foreign_files(void)
{
	struct written w = {0};
	struct tape *t;
	const char *why = NULL;

	store(path_of("foreign"), "#!/bin/sh\necho no tape\n", 23);
	ok(tape_open(path_of("foreign"), NULL, &t, &why) == -EINVAL && why, "a file that is no tape is refused");
	store(path_of("empty"), "", 0);
	ok(tape_open(path_of("empty"), NULL, &t, &why) == -EINVAL, "an empty file is refused");
	ok(tape_open(path_of("absent"), NULL, &t, &why) == -ENOENT, "a missing file is told");
	ok(tape_open(directory, NULL, &t, &why) == -EISDIR, "a directory is told");

	uint8_t header[TAPE_HEADER_BYTES];
	struct tape_header h = {.version = TAPE_VERSION, .len = TAPE_HEADER_BYTES, .required = 1ULL << 63};
	header_pack(header, &h);
	store(path_of("future"), (char *)header, sizeof(header));
	ok(tape_open(path_of("future"), NULL, &t, &why) == -EPROTONOSUPPORT, "a feature that is not known is refused");
	written_done(&w);
}

/* Sections and chunks of later versions. */
static void test_unknown_parts(void)
{
	const char *path = strdup(path_of("unknown.tape"));
	struct sample s = {0};
	uint8_t head[CHUNK_HEAD_BYTES];
	struct chunk_head h = {.type = 0x77777777, .payload_len = 5, .payload_crc = crc32c("hello", 5)};

	make_sample(&s, path, 20, 10);
	uint64_t id = 0;
	memcpy(&id, s.data + 32, 8);
	chunk_pack(head, &h, id);
	FILE *f = fopen(path, "w");
	fwrite(s.data, 1, s.chunks[1].offset, f);
	fwrite(head, 1, sizeof(head), f);
	fwrite("hello", 1, 5, f);
	fwrite(s.data + s.chunks[1].offset, 1, s.len - s.chunks[1].offset, f);
	fclose(f);
	struct outcome_of_reading o = read_damaged(path, &s.w);
	ok(o.events == 20 && !o.damages && !o.opened, "a chunk of unknown type is passed by");
	h.flags = CHUNK_REQUIRED;
	chunk_pack(head, &h, id);
	f = fopen(path, "r+");
	fseek(f, (long)s.chunks[1].offset, SEEK_SET);
	fwrite(head, 1, sizeof(head), f);
	fclose(f);
	o = read_damaged(path, &s.w);
	ok(o.events == 10 && o.opened == -EPROTONOSUPPORT, "unless it says that a reader must know it");
	sample_done(&s);
	free((char *)path);
}

/* ---- rings, following, full disks ---- */

static void test_ring(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 100, .ring_bytes = 20000};
	struct tape_writer *writer;
	struct tape_stats stats;
	const char *path = strdup(path_of("ring.tape")), *dump = strdup(path_of("ring.dump"));

	make(&w, 55, 10000, 0);
	tape_create(path, &opts, &writer);
	for (size_t i = 0; i < w.events.len; i++) {
		tape_put(writer, &w.events.at[i]);
		if (i == 5049)
			tape_dump(writer, dump);
	}
	tape_stats(writer, &stats);
	ok(access(path, F_OK) && stats.bytes <= 20000 && stats.bytes > 10000, "a ring keeps to its size and off the disk");
	ok(!tape_finish(writer), "it is written at the end");
	struct outcome_of_reading end = read_damaged(path, &w), middle = read_damaged(dump, &w);
	ok(!end.opened && !end.damages && end.in_order && end.events > 200 && end.events < 9000, "with the last chunks");
	ok(!middle.opened && !middle.damages && middle.in_order && middle.events > 200, "and when asked in between");
	struct tape *t;
	const struct event *e;
	uint64_t last = 0;
	tape_open(dump, NULL, &t, NULL);
	while (tape_next(t, &e) == TAPE_EVENT)
		last = e->enter_ns;
	ok(last == w.events.at[5049].enter_ns, "up to that very event");
	tape_close(t);
	written_done(&w);
	free((char *)path);
	free((char *)dump);
}

static void test_follow(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 10};
	struct tape_select follow = {.follow = true};
	struct tape_writer *writer;
	const struct event *e;
	struct tape *t;
	size_t n = 0, rounds = 0;
	int got;

	make(&w, 66, 100, 0);
	tape_create(path_of("follow.tape"), &opts, &writer);
	ok(!tape_open(path_of("follow.tape"), &follow, &t, NULL), "a tape opens while it is written");
	for (size_t i = 0; i < w.events.len; i++) {
		tape_put(writer, &w.events.at[i]);
		while ((got = tape_next(t, &e)) == TAPE_EVENT)
			n += !event_difference(&w.events.at[n], e);
		rounds += got == TAPE_MORE;
	}
	ok(n == 100 && rounds == 100, "its events come as its chunks do");
	tape_finish(writer);
	ok(tape_next(t, &e) == TAPE_END && tape_finished(t), "and it ends when the writer does");
	tape_close(t);
	written_done(&w);
}

static void test_flush(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_ns = 1000};
	struct tape_writer *writer;
	struct tape_stats before, after;

	make(&w, 3, 1, 0);
	tape_create(path_of("flush.tape"), &opts, &writer);
	tape_put(writer, &w.events.at[0]);
	tape_stats(writer, &before);
	tape_flush(writer, w.events.at[0].exit_ns + 999);
	tape_stats(writer, &after);
	ok(before.bytes == after.bytes, "a young chunk waits");
	tape_flush(writer, w.events.at[0].exit_ns + 1000);
	tape_stats(writer, &after);
	ok(before.bytes < after.bytes, "an old one is written when all is quiet");
	tape_finish(writer);
	written_done(&w);
}

static void test_full_disk(void)
{
	struct written w = {0};
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 10};
	struct tape_writer *writer;

	ok(tape_create("/dev/full", &opts, &writer) == -ENOSPC, "a full disk is told at the start");
	ok(tape_create(path_of("no/such/directory"), &opts, &writer) == -ENOENT, "a path that cannot be made is told");
	written_done(&w);
}

static int write_sample(const char *events, const char *path)
{
	struct tape_opts opts = {.meta = sample_meta(), .chunk_events = 16};
	struct tape_writer *writer;
	struct source *source;
	const struct event *e;
	int got;

	if (fake_source_open(events, &desc_builtin, &source) || tape_create(path, &opts, &writer))
		return 1;
	while ((got = source_next(source, &e)) == SOURCE_EVENT || got == SOURCE_IDLE) {
		if (got == SOURCE_EVENT && tape_put(writer, e))
			return 1;
	}
	source_close(source);
	return tape_finish(writer) || got != SOURCE_END;
}

/* Events of the source are those of the tape, one by one. */
static void test_sample(void)
{
	const struct event *a = NULL, *b;
	const char *difference = NULL;
	struct source *source;
	struct tape *t;
	unsigned n = 0;

	if (!ok(!fake_source_open("tests/tape/samples/v2.events", &desc_builtin, &source), "the sample's events") ||
	    !ok(!tape_open("tests/tape/samples/v2.tape", NULL, &t, NULL), "a tape of version 2 opens"))
		return;
	while (!difference && tape_next(t, &b) == TAPE_EVENT) {
		int got = source_next(source, &a);
		difference = got == SOURCE_EVENT ? event_difference(a, b) : "one more";
		n++;
	}
	if (!ok(!difference && source_next(source, &a) == SOURCE_END && n > 25, "its events are those that were put on it"))
		printf("# event %u: %s\n", n, difference ? difference : "missing");
	ok(same_meta(tape_meta(t), sample_meta()), "so is what is known of the recording");
	ok(tape_finished(t), "and it ends in order");
	source_close(source);
	tape_close(t);
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "--sample") == 0)
		return write_sample(argv[2], argv[3]);
	if (argc != 2)
		return 2;
	directory = argv[1];
	ok(crc32c("123456789", 9) == 0xe3069283, "the checksum is CRC-32C");
	test_round_trips();
	test_many_seeds();
	test_meta();
	test_chunks();
	test_brief();
	test_truncation();
	test_flips();
	test_shifts();
	test_damage_report();
	test_tape_in_tape();
	test_foreign_files();
	test_unknown_parts();
	test_ring();
	test_follow();
	test_flush();
	test_full_disk();
	test_sample();
	printf("1..%u\n", tests);
	return failures != 0;
}
