/*
 * Decode to text on one core: a fixed mix of common calls, as events with their blobs, walked into the text visitor.
 * Prints calls a second. `make bench` compares with the budget of DESIGN.md section 7 (2 M calls/s).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "decode/walk.h"
#include "sink/show.h"

struct sample {
	const char *call;
	uint64_t args[6];
	int64_t ret;
	struct blob blobs[2];
	unsigned nblobs;
};

static uint8_t stat_bytes[144] = {1, 0, 0, 0, 0, 0, 0, 0, 9, 9};
static const char path[] = "/usr/lib/x86_64-linux-gnu/libc.so.6";
static const char text[] = "The quick brown fox jumps over the lazy dog\n";

#define ENTRY(s, a, bytes, n) {.slot = s, .phase = PHASE_ENTRY, .parent = -1, .want = n, .len = n, .addr = a, .data = (const uint8_t *)(bytes)}
#define EXIT(s, a, bytes, n) {.slot = s, .phase = PHASE_EXIT, .parent = -1, .want = n, .len = n, .addr = a, .data = (const uint8_t *)(bytes)}

static const struct sample samples[] = {
	{"openat", {(uint64_t)-100, 0x1000, 02000000}, 3, {ENTRY(1, 0x1000, path, sizeof(path))}, 1},
	{"newfstatat", {3, 0x1000, 0x2000, 0x1000}, 0, {ENTRY(1, 0x1000, "", 1), EXIT(2, 0x2000, stat_bytes, 144)}, 2},
	{"read", {3, 0x3000, 832}, 44, {EXIT(1, 0x3000, text, 33)}, 1},
	{"mmap", {0, 8192, 3, 0x22, (uint64_t)-1, 0}, 0x7f0000001000, {}, 0},
	{"close", {3}, 0, {}, 0},
	{"write", {1, 0x3000, 44}, 44, {ENTRY(1, 0x3000, text, 33)}, 1},
	{"lseek", {3, 0, 0}, 0, {}, 0},
	{"futex", {0x7f0000000000, 129, 1, 0, 0, 0}, 1, {}, 0},
};

enum { SAMPLES = sizeof(samples) / sizeof(*samples) };

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(void)
{
	struct decode_opts o = {.desc = &desc_builtin, .follow = true, .max_string = 32};
	struct show_opts so = {.max_string = 32};
	struct event events[SAMPLES];
	struct buf out = {0};
	unsigned long calls = 0;
	size_t bytes = 0;

	for (int i = 0; i < SAMPLES; i++) {
		const struct call *c = desc_call_named(&desc_builtin, samples[i].call);
		events[i] = (struct event){.kind = EVENT_CALL, .abi = ABI_X86_64, .ret = samples[i].ret, .blobs = samples[i].blobs, .nblobs = samples[i].nblobs};
		events[i].nr = (uint64_t)desc_number(&desc_builtin, ABI_X86_64, c);
		memcpy(events[i].args, samples[i].args, sizeof(events[i].args));
	}
	double start = seconds(), now;
	do {
		for (int k = 0; k < 10000; k++) {
			const struct event *e = &events[k % SAMPLES];
			const struct call *c = desc_call(&desc_builtin, ABI_X86_64, e->nr);
			struct show show;
			out.len = 0;
			buf_puts(&out, desc_call_name(&desc_builtin, c));
			buf_putc(&out, '(');
			show_init(&show, &so, &out);
			decode_args(&o, e, DECODE_ALL, &show.visitor);
			buf_pad(&out, 40);
			buf_puts(&out, " = ");
			show_init(&show, &so, &out);
			decode_result(&o, e, &show.visitor);
			buf_putc(&out, '\n');
			bytes += out.len;
			calls++;
		}
		now = seconds();
	} while (now - start < 1.0);
	printf("decode to text: %.2f M calls/s, %.0f bytes a line\n", (double)calls / (now - start) / 1e6, (double)bytes / (double)calls);
	return 0;
}
