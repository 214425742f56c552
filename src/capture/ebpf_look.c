/*
 * Calls in progress: the kernel tells of a call when it ends, so now and then an iterator over all tasks tells of those that have waited for
 * some time. Meanwhile they may end; so what was seen is settled only when the ring has been read as far as it went after the look.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "capture/ebpf_priv.h"

enum { READ_BYTES = 1 << 17 };

/* One call at the start of the bytes; how many bytes it takes, or 0: it is not there as a whole. */
static size_t take_one(struct ebpf_source *s, const uint8_t *data, size_t len)
{
	const struct record *r = (const struct record *)data;
	struct look_end end;

	if (len < sizeof(*r) || len < sizeof(*r) + r->bytes + sizeof(end))
		return 0;
	/* The head's own length may have changed while it was copied; then `end` does not lie where it says, and the rest is no use either. */
	memcpy(&end, data + sizeof(*r) + r->bytes, sizeof(end));
	if (end.bytes != r->bytes)
		return 0;
	if (end.whole) {
		struct looked *l = vec_push(&s->looked);
		l->bytes = (uint32_t)sizeof(*r) + r->bytes;
		l->record = malloc(l->bytes);
		if (!l->record)
			abort();
		memcpy(l->record, r, l->bytes);
	}
	return sizeof(*r) + r->bytes + sizeof(end);
}

static size_t read_all(int fd, uint8_t **out)
{
	size_t len = 0, cap = READ_BYTES;
	uint8_t *data = malloc(cap);

	for (ssize_t n; data; len += (size_t)n) {
		if (cap - len < READ_BYTES / 2) {
			cap *= 2;
			data = realloc(data, cap);
			if (!data)
				abort();
		}
		n = read(fd, data + len, cap - len);
		if (n < 0 && (errno == EAGAIN || errno == EINTR))
			n = 0;
		else if (n <= 0)
			break;
	}
	*out = data;
	return len;
}

void look_now(struct ebpf_source *s)
{
	int fd = bpf_iter_create(bpf_link__fd(s->look));
	uint8_t *data = NULL;

	if (fd < 0)
		return;
	s->state->entered = 0;
	size_t len = read_all(fd, &data), at = 0, taken;
	close(fd);
	while (at < len && (taken = take_one(s, data + at, len - at)))
		at += taken;
	free(data);
	s->looked_until = __atomic_load_n(s->ring.producer, __ATOMIC_ACQUIRE);
}

static int by_time(const void *a, const void *b)
{
	uint64_t x = ((const struct looked *)a)->record->enter_ns, y = ((const struct looked *)b)->record->enter_ns;

	return x < y ? -1 : x > y;
}

void watched_announce(struct ebpf_source *s, struct watched *w, struct record *r, uint32_t bytes)
{
	struct event e = record_event(s, r, bytes);

	e.kind = EVENT_ENTERED;
	w->announced = true;
	w->entered = r;
	w->entered_bytes = bytes;
	*(struct event *)vec_push(&s->queue) = e;
}

static void announce(struct ebpf_source *s, struct looked *l)
{
	struct watched *w = watched_get(s, (pid_t)l->record->tid);

	if (!w || w->announced || l->record->flags & RECORD_LAUNCH)
		return;
	watched_announce(s, w, l->record, l->bytes);
	l->record = NULL;
}

static void push_detached(struct ebpf_source *s, const struct record *r, uint32_t bytes, bool announced, uint64_t now_ns)
{
	struct event e = record_event(s, r, bytes);

	e.outcome = OUTCOME_DETACHED;
	e.announced = announced;
	e.exit_ns = now_ns;
	*(struct event *)vec_push(&s->queue) = e;
}

void look_detach(struct ebpf_source *s, const struct watched *w)
{
	uint64_t now = clock_ns();

	if (w->announced) {
		if (w->entered)
			push_detached(s, w->entered, w->entered_bytes, true, now);
		return;
	}
	for (size_t i = 0; i < s->looked.len; i++) {
		const struct looked *l = &s->looked.at[i];
		if ((pid_t)l->record->tid == w->tid && !(l->record->flags & RECORD_LAUNCH))
			push_detached(s, l->record, l->bytes, false, now);
	}
}

void look_done(struct ebpf_source *s)
{
	for (size_t i = 0; i < s->looked.len; i++)
		free(s->looked.at[i].record);
	s->looked.len = 0;
}

void look_settle(struct ebpf_source *s)
{
	if (!s->looked.len || s->ring.at < s->looked_until)
		return;
	qsort(s->looked.at, s->looked.len, sizeof(*s->looked.at), by_time);
	for (size_t i = 0; i < s->looked.len; i++)
		announce(s, &s->looked.at[i]);
	look_done(s);
}

void look_forget(struct ebpf_source *s, const struct record *r)
{
	for (size_t i = 0; i < s->looked.len; i++) {
		if (s->looked.at[i].record->tid != r->tid || s->looked.at[i].record->enter_ns != r->enter_ns)
			continue;
		free(s->looked.at[i].record);
		s->looked.at[i--] = s->looked.at[--s->looked.len];
	}
}

#endif
