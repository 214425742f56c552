/*
 * Perfetto's trace: see export.h. A track a thread below a track a process; a call is a slice's begin and end, written together, since
 * readers sort by time. Names are interned: each is written once. Field numbers: https://perfetto.dev/docs/reference/trace-packet-proto.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "sink/export.h"
#include "sink/export_split.h"
#include "sink/protobuf.h"
#include "sink/text.h"
#include "task/task.h"

/* Field numbers, by message. */
enum { TRACE_PACKET = 1 };
enum {
	PACKET_CLOCK_SNAPSHOT = 6, PACKET_TIMESTAMP = 8, PACKET_SEQUENCE = 10, PACKET_TRACK_EVENT = 11, PACKET_INTERNED = 12,
	PACKET_FLAGS = 13, PACKET_CLOCK = 58, PACKET_TRACK = 60,
};
enum { SNAPSHOT_CLOCK = 1, SNAPSHOT_PRIMARY = 2, CLOCK_ID = 1, CLOCK_TIMESTAMP = 2 };
enum { TRACK_UUID = 1, TRACK_PROCESS = 3, TRACK_THREAD = 4, TRACK_PARENT = 5 };
enum { PROCESS_PID = 1, PROCESS_NAME = 6, THREAD_PID = 1, THREAD_TID = 2, THREAD_NAME = 5 };
enum { EVENT_ANNOTATION = 4, EVENT_TYPE = 9, EVENT_NAME_ID = 10, EVENT_TRACK = 11, EVENT_CATEGORY = 22, EVENT_NAME = 23 };
enum { ANNOTATION_NAME_ID = 1, ANNOTATION_STRING = 6 };
enum { INTERNED_EVENT_NAME = 2, INTERNED_ANNOTATION_NAME = 3, NAME_ID = 1, NAME_TEXT = 2 };

/* Values. */
enum { CLOCK_REAL = 1, CLOCK_MONO = 3 };
enum { SLICE_BEGIN = 1, SLICE_END = 2, INSTANT = 3 };
enum { FLAG_CLEARED = 1, FLAG_NEEDS = 2 };
enum { SEQUENCE = 1 };

/* Identifies a track; threads and processes have the same numbers. */
#define PROCESS_UUID(pid) ((uint64_t)(uint32_t)(pid) << 1 | 1)
#define THREAD_UUID(tid) ((uint64_t)(uint32_t)(tid) << 1 | 1ULL << 40)

struct perfetto {
	struct sink sink;
	const struct export_opts *opts;
	struct output *out;
	struct split split;
	struct buf packet, message, inner, interned, scratch;
	struct map event_names, annotation_names; /* by hash of the text: its id */
	struct map threads;   /* by tid: the name that was told */
	struct map processes; /* by pid: likewise */
	struct map open;      /* by tid: what began and has not ended */
	bool started;
};

/* Packets */

static void begin_packet(struct perfetto *p, unsigned flags)
{
	p->packet.len = 0;
	proto_number(&p->packet, PACKET_SEQUENCE, SEQUENCE);
	proto_number(&p->packet, PACKET_FLAGS, flags);
}

static void end_packet(struct perfetto *p)
{
	proto_message(&p->out->text, TRACE_PACKET, &p->packet);
	output_line_end(p->out);
}

static void put_clock(struct buf *snapshot, struct buf *clock, unsigned id, uint64_t ns)
{
	proto_number(clock, CLOCK_ID, id);
	proto_number(clock, CLOCK_TIMESTAMP, ns);
	proto_message(snapshot, SNAPSHOT_CLOCK, clock);
}

/* What time it was by either clock. */
static void start(struct perfetto *p, uint64_t ns)
{
	p->started = true;
	begin_packet(p, FLAG_CLEARED);
	put_clock(&p->message, &p->inner, CLOCK_MONO, ns);
	put_clock(&p->message, &p->inner, CLOCK_REAL, ns + p->opts->text->realtime_offset);
	proto_number(&p->message, SNAPSHOT_PRIMARY, CLOCK_MONO);
	proto_message(&p->packet, PACKET_CLOCK_SNAPSHOT, &p->message);
	end_packet(p);
}

/* Tracks */

static bool is_told(struct map *names, pid_t id, const char *name)
{
	char *told = map_get(names, (uint64_t)id);

	if (told && strcmp(told, name) == 0)
		return true;
	free(told);
	if (!(told = strdup(name)))
		abort();
	map_put(names, (uint64_t)id, told);
	return false;
}

static void put_process(struct perfetto *p, pid_t pid, const char *name)
{
	begin_packet(p, FLAG_NEEDS);
	proto_number(&p->inner, PROCESS_PID, (uint64_t)pid);
	if (*name)
		proto_string(&p->inner, PROCESS_NAME, name);
	proto_number(&p->message, TRACK_UUID, PROCESS_UUID(pid));
	proto_message(&p->message, TRACK_PROCESS, &p->inner);
	proto_message(&p->packet, PACKET_TRACK, &p->message);
	end_packet(p);
}

static void put_thread(struct perfetto *p, pid_t pid, pid_t tid, const char *name)
{
	begin_packet(p, FLAG_NEEDS);
	proto_number(&p->inner, THREAD_PID, (uint64_t)pid);
	proto_number(&p->inner, THREAD_TID, (uint64_t)tid);
	if (*name)
		proto_string(&p->inner, THREAD_NAME, name);
	proto_number(&p->message, TRACK_UUID, THREAD_UUID(tid));
	proto_number(&p->message, TRACK_PARENT, PROCESS_UUID(pid));
	proto_message(&p->message, TRACK_THREAD, &p->inner);
	proto_message(&p->packet, PACKET_TRACK, &p->message);
	end_packet(p);
}

/* A process has its leader's name; one whose leader is not seen has none. */
static void tell_tracks(struct perfetto *p, const struct event *e, const struct task *t)
{
	const char *name = t ? t->comm : "";

	if (e->kind == EVENT_LOST)
		return;
	if (e->pid == e->tid ? !is_told(&p->processes, e->pid, name) : !map_get(&p->processes, (uint64_t)e->pid)) {
		is_told(&p->processes, e->pid, e->pid == e->tid ? name : "");
		put_process(p, e->pid, e->pid == e->tid ? name : "");
	}
	if (!is_told(&p->threads, e->tid, name))
		put_thread(p, e->pid, e->tid, name);
}

/* Names */

/* The name's id; a new one goes into the packet's interned data. */
static uint64_t intern(struct perfetto *p, struct map *ids, unsigned field, const char *text)
{
	uint64_t hash = hash_text(text, strlen(text)), id = (uintptr_t)map_get(ids, hash);

	if (id)
		return id;
	id = ids->len + 1;
	map_put(ids, hash, (void *)(uintptr_t)id);
	proto_number(&p->inner, NAME_ID, id);
	proto_string(&p->inner, NAME_TEXT, text);
	proto_message(&p->interned, field, &p->inner);
	return id;
}

/* Events */

static void begin_event(struct perfetto *p, uint64_t ns, unsigned type, pid_t tid)
{
	begin_packet(p, FLAG_NEEDS);
	proto_number(&p->packet, PACKET_TIMESTAMP, ns);
	proto_number(&p->packet, PACKET_CLOCK, CLOCK_MONO);
	proto_number(&p->message, EVENT_TYPE, type);
	proto_number(&p->message, EVENT_TRACK, THREAD_UUID(tid));
}

static void end_event(struct perfetto *p)
{
	proto_message(&p->packet, PACKET_TRACK_EVENT, &p->message);
	if (p->interned.len)
		proto_message(&p->packet, PACKET_INTERNED, &p->interned);
	end_packet(p);
}

static void annotate(struct perfetto *p, const char *name, const char *text, size_t len)
{
	uint64_t id = intern(p, &p->annotation_names, INTERNED_ANNOTATION_NAME, name);

	proto_number(&p->inner, ANNOTATION_NAME_ID, id);
	proto_bytes(&p->inner, ANNOTATION_STRING, len ? text : "", len);
	proto_message(&p->message, EVENT_ANNOTATION, &p->inner);
}

static void put_call(struct perfetto *p, const struct event *e)
{
	bool ended = e->outcome <= OUTCOME_UNAVAILABLE && e->outcome != OUTCOME_NONE;
	const struct split *s = &p->split;

	split_call(&p->split, p->opts->text, e);
	begin_event(p, e->enter_ns, SLICE_BEGIN, e->tid);
	proto_string(&p->message, EVENT_CATEGORY, e->outcome == OUTCOME_ERROR ? "failed" : "call");
	proto_number(&p->message, EVENT_NAME_ID,
	             intern(p, &p->event_names, INTERNED_EVENT_NAME, split_name(p->opts->text, e, &p->scratch)));
	for (unsigned i = 0; i < s->n; i++)
		annotate(p, s->args[i].name, s->text.data + s->args[i].start, s->args[i].end - s->args[i].start);
	annotate(p, "=", s->result.data, s->result.len);
	end_event(p);
	if (!ended) {
		map_put(&p->open, (uint64_t)e->tid, p);
		return;
	}
	begin_event(p, e->exit_ns, SLICE_END, e->tid);
	end_event(p);
}

/* A call that never returned ends with its task. */
static void end_open(struct perfetto *p, const struct event *e)
{
	if (!map_remove(&p->open, (uint64_t)e->tid))
		return;
	begin_event(p, e->enter_ns, SLICE_END, e->tid);
	end_event(p);
}

static void put_mark(struct perfetto *p, const struct event *e)
{
	if (e->kind == EVENT_LOST || !split_mark(p->opts->text, e, &p->scratch))
		return;
	begin_event(p, e->enter_ns, INSTANT, e->tid);
	proto_string(&p->message, EVENT_CATEGORY, "signal");
	proto_bytes(&p->message, EVENT_NAME, p->scratch.data, p->scratch.len);
	end_event(p);
}

static void forget(struct perfetto *p, const struct event *e)
{
	end_open(p, e);
	free(map_remove(&p->threads, (uint64_t)e->tid));
	if (e->pid == e->tid)
		free(map_remove(&p->processes, (uint64_t)e->pid));
}

static int perfetto_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct perfetto *p = (struct perfetto *)sink;

	if (!p->started)
		start(p, e->enter_ns);
	tell_tracks(p, e, t);
	if (e->kind == EVENT_CALL)
		put_call(p, e);
	else
		put_mark(p, e);
	if (e->kind == EVENT_EXIT)
		forget(p, e);
	return 0;
}

static void names_done(struct map *names)
{
	map_for_each(names, slot)
		free(slot->value);
	map_done(names);
}

static int perfetto_end(struct sink *sink)
{
	struct perfetto *p = (struct perfetto *)sink;
	struct buf *const bufs[] = {&p->packet, &p->message, &p->inner, &p->interned, &p->scratch};

	output_flush(p->out);
	names_done(&p->threads);
	names_done(&p->processes);
	map_done(&p->open);
	map_done(&p->event_names);
	map_done(&p->annotation_names);
	for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); i++)
		buf_done(bufs[i]);
	split_done(&p->split);
	free(p);
	return 0;
}

struct sink *export_perfetto_new(const struct export_opts *opts, struct output *out)
{
	static const struct sink_ops ops = {.event = perfetto_event, .end = perfetto_end};
	struct perfetto *p = calloc(1, sizeof(*p));

	if (!p)
		abort();
	p->sink.ops = &ops;
	p->opts = opts;
	p->out = out;
	return &p->sink;
}
