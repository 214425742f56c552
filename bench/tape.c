/*
 * What a tape costs and how fast it reads: bytes a call by stream, calls a second for a brief scan, for a full one, and for both CPUs.
 *
 *   tape FILE [ROUNDS]
 *   tape --run ROUNDS COMMAND...  the least CPU time of a program in seconds, and the most memory in KiB
 *   tape --synthetic FILE CALLS   writes a tape of so many made-up calls, reads it, and tells what memory that took
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
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
		"results", "cpu", "arguments", "addresses", "misc", "blobs", "text", "binary", "dirents", "pads", "inode size", "inode bits",
		"position size", "position bits",
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

/* ---- a tape of any length ---- */

static long resident_kb(void)
{
	struct rusage r;

	getrusage(RUSAGE_SELF, &r);
	return r.ru_maxrss;
}

/* Eight tasks that open, read and close: what a call of that number looks like. */
static void make_call(uint64_t i, struct event *e, struct blob *b, char name[64])
{
	static const uint64_t numbers[] = {257, 0, 0, 5, 0, 0, 1, 3}; /* x86_64: openat, read, fstat, write, close */
	uint64_t noise = (i + 1) * 0x9e3779b97f4a7c15;
	unsigned step = (unsigned)(i / 8 % 8);

	*e = (struct event){
		.kind = EVENT_CALL, .abi = ABI_X86_64, .pid = 1000 + (pid_t)(i % 8), .tid = 1000 + (pid_t)(i % 8), .nr = numbers[step],
		.enter_ns = 1000000000 + i * 1500, .args = {step ? 3 : -100ULL, 0x7ffe00001000 + i % 8 * 0x10000, 4096},
		.ret = step ? (int64_t)(noise >> 52) : 3, .ip = 0x7f0000001000 + step * 0x40, .sp = 0x7ffe00000800,
	};
	e->exit_ns = e->enter_ns + 300 + (noise >> 54);
	e->outcome = noise >> 60 ? OUTCOME_OK : OUTCOME_ERROR;
	if (e->outcome == OUTCOME_ERROR)
		e->ret = -2;
	if (step)
		return;
	snprintf(name, 64, "/usr/share/doc/package-%u/file-%u", (unsigned)(noise >> 56), (unsigned)(i / 64 % 1000));
	*b = (struct blob){
		.slot = 1, .phase = PHASE_ENTRY, .status = BLOB_SHORT, .parent = -1, .want = 4096, .len = (uint32_t)strlen(name) + 1,
		.addr = e->args[1], .data = (const uint8_t *)name,
	};
	e->blobs = b;
	e->nblobs = 1;
}

static void write_synthetic(uint64_t calls)
{
	static const struct tape_meta meta = {.program = "ringside bench", .abi = ABI_X86_64};
	struct tape_opts opts = {.meta = &meta};
	struct tape_stats stats;
	struct tape_writer *w;
	double start = now();
	struct event e;
	struct blob b;
	char name[64];
	int err = tape_create(path, &opts, &w);

	for (uint64_t i = 0; !err && i < calls; i++) {
		make_call(i, &e, &b, name);
		err = tape_put(w, &e);
	}
	if (err) {
		fprintf(stderr, "tape: %s: %s\n", path, strerror(-err));
		exit(1);
	}
	tape_stats(w, &stats);
	tape_finish(w);
	printf("%llu made-up calls, %.2f bytes a call\n", (unsigned long long)calls, (double)stats.bytes / (double)calls);
	printf("%-24s %8.1f M calls/s, %ld MB resident at most\n", "writing", (double)calls / (now() - start) / 1e6, resident_kb() / 1024);
}

/* What a summary needs: how many of each call, how many failed, how long they took. */
static uint64_t summarise(void)
{
	static struct {
		uint64_t calls, errors, ns;
	} sums[512];
	struct tape_select select = {.brief = true};
	const struct event *e;
	uint64_t calls = 0;
	struct tape *t;

	if (tape_open(path, &select, &t, NULL))
		exit(1);
	while (tape_next(t, &e) == TAPE_EVENT) {
		sums[e->nr % 512].calls++;
		sums[e->nr % 512].errors += e->outcome == OUTCOME_ERROR;
		sums[e->nr % 512].ns += e->exit_ns - e->enter_ns;
	}
	tape_close(t);
	for (unsigned i = 0; i < 512; i++)
		calls += sums[i].calls;
	return calls;
}

/* A child each, as the most memory a process had does not shrink again. */
static int synthetic(uint64_t calls)
{
	int status;
	pid_t child;

	write_synthetic(calls);
	fflush(stdout);
	child = fork();
	if (child == 0) {
		execl("/proc/self/exe", "tape", "--summary", path, NULL);
		_exit(1);
	}
	return waitpid(child, &status, 0) == child && status == 0 ? 0 : 1;
}

static double cpu_seconds(const struct rusage *r)
{
	return (double)(r->ru_utime.tv_sec + r->ru_stime.tv_sec) + (double)(r->ru_utime.tv_usec + r->ru_stime.tv_usec) / 1e6;
}

static int run(unsigned rounds, char **argv)
{
	double least = 1e9;
	long most_kb = 0;
	struct rusage r;
	int status = 0;

	for (unsigned i = 0; i < rounds && !status; i++) {
		pid_t child = fork();
		if (child == 0) {
			int null = open("/dev/null", O_RDWR);
			for (int fd = 0; fd < 3; fd++)
				dup2(null, fd);
			execv(argv[0], argv);
			_exit(127);
		}
		if (wait4(child, &status, 0, &r) != child)
			return 1;
		least = cpu_seconds(&r) < least ? cpu_seconds(&r) : least;
		most_kb = r.ru_maxrss > most_kb ? r.ru_maxrss : most_kb;
	}
	printf("%.6f %ld\n", least, most_kb);
	return status ? 1 : 0;
}

static int report_summary(void)
{
	double start = now();
	uint64_t calls = summarise();

	printf("%-24s %8.1f M calls/s, %ld MB resident at most\n", "a summary", (double)calls / (now() - start) / 1e6, resident_kb() / 1024);
	return calls ? 0 : 1;
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "--synthetic") == 0) {
		path = argv[2];
		return synthetic(strtoull(argv[3], NULL, 0));
	}
	if (argc > 3 && strcmp(argv[1], "--run") == 0)
		return run((unsigned)atoi(argv[2]), argv + 3);
	if (argc == 3 && strcmp(argv[1], "--summary") == 0) {
		path = argv[2];
		return report_summary();
	}
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
