/*
 * What the files of the eBPF engine share. ebpf.c starts, waits and hands events out; ebpf_ring.c reads what the kernel wrote; ebpf_event.c
 * makes events of it; ebpf_stack.c makes stacks of what it copied; ebpf_look.c finds calls in progress; ebpf_plan.c tells the kernel what to copy.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_PRIV_H
#define RINGSIDE_CAPTURE_EBPF_PRIV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/map.h"
#include "base/vec.h"
#include "capture/bpf/record.h"
#include "capture/bpf/target_config.h"
#include "capture/ebpf.h"
#include "capture/launch.h"
#include "capture/stack.h"

struct trace_maps_bpf;
struct bpf_link;
struct bpf_object;

/* The ring of records, as mapped: many that write in the kernel, and we who read. bpf/record.h has its layout. */
struct ring {
	uint64_t *consumer;       /* how far we have read */
	uint64_t *now_ns;         /* for the kernel, which does without a clock of its own then */
	const uint64_t *producer;
	const uint8_t *data;
	size_t mapped;            /* bytes of it */
	uint64_t size;            /* what may be unread, bytes */
	uint64_t secret;
	uint64_t at;              /* next record; what is before it is given back by ring_release() */
	uint64_t released;        /* how far we have given back */
	bool idle;                /* there was nothing to read */
};

/* Of a ring of `bytes` bytes, a power of two: its number of chunks. */
uint32_t ring_chunks(uint64_t bytes);
/* Maps it, once the programs are loaded: `fd` is the map's, `secret` what they know. 0 or -errno. */
int ring_open(struct ring *r, int fd, uint64_t bytes, uint64_t secret, struct ring_state *state);
void ring_close(struct ring *r);
/* The next record, valid until ring_release(), and its length; NULL: there is none now. */
const struct record *ring_next(struct ring *r, uint32_t *bytes);
/* What was returned so far may be written over; told to the kernel now and then. */
void ring_release(struct ring *r);

/* What went before of a call that does not fit into one record: ebpf_part.c. */
struct parts {
	uint64_t enter_ns; /* the call's */
	struct buf blobs;  /* as in a record */
	size_t last;       /* where the last one's head is */
	unsigned n;
};

void parts_take(struct parts *p, const struct record *r, uint32_t bytes);
/* The call's record with all of them, until the next round; as it is, when these are not its. */
const struct record *parts_join(struct arena *arena, const struct parts *before, const struct record *r, uint32_t *bytes);
void parts_done(struct parts *p);

/* A task that events were told of. */
struct watched {
	pid_t tid, pid;
	uint32_t seq;       /* of its last event */
	bool announced;     /* its call's ENTERED went out */
	int stopping;       /* signal that stops its process: to be told when it has come to a stop, too */
	struct record *entered; /* ... and what it said */
	uint32_t entered_bytes;
	uint64_t since_ns;  /* it was there before us; or 0 */
	bool ended;         /* leader that waits for its threads' ends: */
	struct event end;
	struct parts parts;
	VEC(struct event *) later; /* signals that came in a call: told after it */
	struct stack_task stack;
	struct copy stacked;       /* the blobs of the last stack that was told */
};

/* A call in progress that may have to be announced: see ebpf_look.c. */
struct looked {
	struct record *record; /* with its blobs; ours */
	uint32_t bytes;
};

/* A request of io_uring in progress. */
struct uring_begun {
	struct record *record; /* with its blobs; ours */
	uint32_t bytes;
};

/* Back-pressure: ebpf_brake.c. */
struct brake {
	pid_t keeper;              /* 0: none */
	int control;               /* it ends when this is closed; or -1 */
	VEC(int) freezers;         /* files cgroup.freeze */
	char *made, *parent;       /* the cgroup that was made for the program, and the one it is in; or NULL */
	bool ended;
};
/* How full a ring is when things happen, in bytes of its size: see bpf/pressure.h. */
#define BRAKE_HOLD_AT(size) ((size) / 2)
#define BRAKE_STOP_AT(size) ((size) / 4 * 3)
#define BRAKE_RELEASE_AT(size) ((size) / 4)

enum { EBPF_PARTS = 7, NAMES_KNOWN = 64 };

/* A path that the kernel's side has told, as it did and as it reads: most come again. */
struct name_known {
	struct buf told, path;
};

struct ebpf_source {
	struct source base;
	struct ebpf_opts opts;
	struct trace_maps_bpf *shared; /* maps, and what is in them */
	struct bpf_object *parts[EBPF_PARTS]; /* until they are attached */
	VEC(struct bpf_link *) links;
	struct bpf_link *look;      /* iterator over calls in progress */
	struct ring ring;
	struct trace_state *state;  /* the kernel's */
	struct brake brake;

	struct map tasks;           /* tid → struct watched */
	VEC(struct event) queue;    /* events not yet returned; what they point to is in the ring or the arena */
	size_t queue_at;
	VEC(struct watched *) gone; /* to be freed when the queue has been consumed: events point to what they have */
	struct arena arena;
	struct buf text;            /* scratch */
	struct name_known names[NAMES_KNOWN]; /* by descriptor */
	struct map peers;           /* inode of a UNIX socket → its peer's */
	struct stacks *stacks;      /* NULL: not asked for */
	struct map vdsos;           /* address in the kernel → struct image */

	struct map requests;        /* of io_uring in progress: address in the kernel → struct uring_begun */
	const char *uring_lacks;    /* the tracepoint that there is not; NULL: there is, or it was told */

	VEC(struct looked) looked;
	uint64_t looked_until;      /* where the ring ended after the look */
	uint64_t look_due_ns;

	unsigned stops;             /* tasks that are `stopping` */
	uint64_t degraded;          /* calls of which less was copied than was wanted */
	uint64_t lost;              /* events told to be lost, by gaps in their numbers */
	uint64_t busy_ns;           /* when there last was a record */
	uint64_t records, records_seen, record_bytes;
	uint64_t napped_ns, napped_bytes; /* when the last nap began, and record_bytes then */
	int child_fd;               /* a pidfd of the program; below 0: there is none */
	unsigned first_union;       /* plans from here on are of several shapes */
	bool look_again;            /* calls had begun when we last looked */
	uint64_t dead_due_ns;       /* when to look for tasks whose end was lost */
	bool cgroups_gone;          /* all that were watched */
	bool finished;              /* the last events are queued */
	bool detached;              /* the programs are */
	bool stopping;
	int stop_signo;
};

/* ebpf_load.c. What is to be fixed is put into `shared` between open and load. */
int programs_open(struct ebpf_source *s);   /* 0, or -errno after a diag_error() */
struct plan_tables;
int programs_load(struct ebpf_source *s, const struct plan_tables *tables); /* likewise; fills the tables, too */
int programs_attach(struct ebpf_source *s); /* 0 or -errno */
void programs_detach(struct ebpf_source *s);
void programs_close(struct ebpf_source *s);

/* ebpf_plan.c: between open and load: how large the maps are; after load: what they hold. 0 or -errno after a diag_error().
   Plans from *first_union on are of several shapes: which row made a blob says nothing of it. */
int plan_tables_make(struct trace_maps_bpf *shared, const struct capture_opts *o, struct plan_tables **out, unsigned *first_union);
int plan_tables_fill(struct trace_maps_bpf *shared, const struct plan_tables *t);
void plan_tables_free(struct plan_tables *t);
/* Whether anybody wants requests of io_uring; calls that bring another image. */
bool plan_has_uring(const struct plan_tables *t);
bool plan_has_exec(const struct plan_tables *t);
/* Under which masks a call's cases are looked up, and among how many places. */
void plan_masks(const struct plan_tables *t, struct trace_config *config);
/* Calls with which descriptors are to be told; NULL: all. */
void plan_fds(const struct numset *only, struct trace_config *config);

/* ebpf_event.c: queues the events that a record makes. */
void record_take(struct ebpf_source *s, const struct record *r, uint32_t bytes);
/* It is known to be gone, though nothing told how. */
void watched_end(struct ebpf_source *s, struct watched *w, uint64_t now_ns);
/* Nothing more comes at the moment: tasks that are to stop have done so. */
void watched_settle(struct ebpf_source *s);
struct watched *watched_get(struct ebpf_source *s, pid_t tid);
struct watched *watched_new(struct ebpf_source *s, pid_t tid, pid_t pid);
void watched_drop(struct ebpf_source *s, struct watched *w);
void watched_free(struct ebpf_source *s, struct watched *w);
struct event *watched_push(struct ebpf_source *s, const struct watched *w, enum event_kind kind, uint64_t now_ns);
/* The event of a call's record. */
struct event record_event(struct ebpf_source *s, const struct record *r, uint32_t bytes);

/* ebpf_name.c: the blobs of event.h that stand for one of SLOT_NAME or SLOT_PID; how many. What they point to is in the arena. */
enum { NAME_BLOBS = 3 };
unsigned name_blobs(struct ebpf_source *s, const struct record *r, const struct record_blob *b, struct blob out[NAME_BLOBS]);
unsigned comm_blobs(struct ebpf_source *s, const struct record_blob *b, struct blob *out);
void names_done(struct ebpf_source *s);

/* ebpf_uring.c */
/* The tracepoint without which no requests are seen, and that this kernel does not have; NULL: it has all. */
const char *uring_lacking(void);
/* Tells of that, if nothing but requests is wanted. */
void uring_begin(struct ebpf_source *s);
/* Queues the events of a RECORD_URING_*. */
void uring_take(struct ebpf_source *s, const struct record *r, uint32_t bytes);
/* Queues CALL for requests of a task (0: of all) that will not complete. */
void uring_abandon(struct ebpf_source *s, pid_t tid, enum outcome outcome, uint64_t now_ns);
/* Tells once that requests are not seen, when a call has made a ring. */
void uring_note_call(struct ebpf_source *s, const struct event *e);
void uring_done(struct ebpf_source *s);

/* ebpf_stack.c: all of it does nothing when stacks were not asked for */
int stacks_choose(struct ebpf_source *s); /* between open and load; 0 or -errno */
void stacks_take(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes);
void stacks_take_map(struct ebpf_source *s, struct watched *w, const struct record *r, uint32_t bytes);
void stacks_attached(struct ebpf_source *s, struct watched *w);
void stacks_launched(struct ebpf_source *s, struct watched *w);
void stacks_started(struct ebpf_source *s, struct watched *w, const struct record *r);
/* Gives an event the last stack that was told of its task. */
void stacks_add(struct ebpf_source *s, const struct watched *w, struct event *e);
void stacks_done(struct ebpf_source *s);

/* ebpf_attach.c: START for a task that is there: a target_seen, whose context is the struct ebpf_source. Then ENTERED for what tasks wait in. */
void watched_attach(void *source, pid_t tid, pid_t pid);
void watched_announce_waiting(struct ebpf_source *s);
/* The call that a task waits in; false when it runs, or that cannot be told: errno is EACCES or EPERM when it takes more rights, else 0. */
bool waiting_call(pid_t tid, struct event *e);

/* ebpf_brake.c: back-pressure, when it is wanted; else these do nothing. */
int brake_prepare(struct ebpf_source *s); /* between open and load of the programs. 0, or -errno after a diag_error() */
int brake_begin(struct ebpf_source *s);   /* once they are attached; likewise */
void brake_join(struct ebpf_source *s, pid_t child); /* the program is about to run */
void brake_check(struct ebpf_source *s);  /* now and then */
void brake_end(struct ebpf_source *s);    /* nobody stands still any more */

/* ebpf_look.c */
/* Queues ENTERED for a call; the record goes over to the task. */
void watched_announce(struct ebpf_source *s, struct watched *w, struct record *r, uint32_t bytes);
/* Queues CALL with OUTCOME_DETACHED when the task is in one. */
void look_detach(struct ebpf_source *s, const struct watched *w);
void look_now(struct ebpf_source *s);
/* Queues ENTERED events of what was looked at, once the ring has been read as far as it went then. */
void look_settle(struct ebpf_source *s);
/* A call has ended: what was looked at of it is void. */
void look_forget(struct ebpf_source *s, const struct record *r);
void look_done(struct ebpf_source *s);

#endif
