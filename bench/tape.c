/*
 * What a tape costs and how fast it reads: bytes a call by stream, calls a second for a brief scan, for a full one, and for both CPUs.
 *
 *   tape FILE [ROUNDS]
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tape/bytes.h"
#include "tape/format.h"
#include "tape/tape.h"

static const char *path;

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static uint64_t scan(bool brief, size_t first, size_t last)
{
	struct tape_select select = {.brief = brief};
	const struct event *e;
	const char *why;
	struct tape *t;
	uint64_t calls = 0;
	int got;

	if (tape_open(path, &select, &t, &why)) {
		fprintf(stderr, "tape: %s: %s\n", path, why);
		exit(1);
	}
	if (last)
		tape_seek(t, first, last);
	while ((got = tape_next(t, &e)) == TAPE_EVENT || got == TAPE_DAMAGE)
		calls += got == TAPE_EVENT && e->kind == EVENT_CALL;
	tape_close(t);
	return calls;
}

static void report_scan(const char *what, bool brief, unsigned rounds)
{
	double start = now();
	uint64_t calls = 0;

	for (unsigned i = 0; i < rounds; i++)
		calls += scan(brief, 0, 0);
	printf("%-24s %8.1f M calls/s\n", what, (double)calls / (now() - start) / 1e6);
}

struct part {
	pthread_t thread;
	size_t first, last;
	unsigned rounds;
	uint64_t calls;
};

static void *scan_part(void *arg)
{
	struct part *p = arg;

	for (unsigned i = 0; i < p->rounds; i++)
		p->calls += scan(true, p->first, p->last);
	return NULL;
}

static void report_shared_scan(size_t chunks, unsigned rounds)
{
	struct part parts[2] = {{.last = (chunks + 1) / 2, .rounds = rounds}, {.first = (chunks + 1) / 2, .last = chunks, .rounds = rounds}};
	double start = now();

	for (unsigned i = 0; i < 2; i++)
		pthread_create(&parts[i].thread, NULL, scan_part, &parts[i]);
	for (unsigned i = 0; i < 2; i++)
		pthread_join(parts[i].thread, NULL);
	printf("%-24s %8.1f M calls/s\n", "brief, two threads", (double)(parts[0].calls + parts[1].calls) / (now() - start) / 1e6);
}

static void add_streams(int fd, const struct tape_summary *s, uint64_t raw[STREAM_COUNT], uint64_t stored[STREAM_COUNT])
{
	struct chunk_head h;
	uint8_t *data = malloc(s->bytes);
	uint64_t id;

	if (pread(fd, data, s->bytes, (off_t)s->offset) != (ssize_t)s->bytes)
		exit(1);
	if (!chunk_unpack(&h, data, le_get(data + 8, 8)))
		exit(1);
	stored[0] += CHUNK_HEAD_BYTES + h.summary_len;
	struct bytes in = bytes_of(data + CHUNK_HEAD_BYTES + h.summary_len, h.payload_len);
	while ((id = bytes_number(&in)) && id < STREAM_COUNT) {
		bytes_number(&in);
		raw[id] += bytes_number(&in);
		stored[id] += bytes_number(&in);
	}
	free(data);
}

static void report_streams(const struct tape_summary *s, size_t n)
{
	static const char *const names[STREAM_COUNT] = {
		"heads and summaries", "forms", "form", "tasks", "task", "time size", "time bits", "duration size", "duration bits",
		"results", "arguments", "addresses", "misc", "blobs", "text", "binary",
	};
	uint64_t raw[STREAM_COUNT] = {0}, stored[STREAM_COUNT] = {0}, calls = 0, events = 0, bytes = 0;
	int fd = open(path, O_RDONLY);

	for (size_t i = 0; i < n; i++) {
		add_streams(fd, &s[i], raw, stored);
		calls += s[i].calls;
		events += s[i].events;
		bytes += s[i].bytes;
	}
	close(fd);
	if (!calls)
		return;
	printf("%llu calls, %llu events, %zu chunks, %.2f bytes a call\n", (unsigned long long)calls, (unsigned long long)events, n,
	       (double)bytes / (double)calls);
	for (unsigned id = 0; id < STREAM_COUNT; id++)
		printf("  %-22s %8.3f of %8.3f\n", names[id], (double)stored[id] / (double)calls, (double)raw[id] / (double)calls);
}

int main(int argc, char **argv)
{
	unsigned rounds = argc > 2 ? (unsigned)atoi(argv[2]) : 1;
	struct tape *t;
	size_t n;

	if (argc < 2)
		return 2;
	path = argv[1];
	if (tape_open(path, NULL, &t, NULL)) {
		fprintf(stderr, "tape: cannot read %s\n", path);
		return 1;
	}
	const struct tape_summary *s = tape_chunks(t, &n);
	report_streams(s, n);
	report_scan("brief", true, rounds);
	report_shared_scan(n, rounds);
	report_scan("full", false, rounds);
	tape_close(t);
	return 0;
}
