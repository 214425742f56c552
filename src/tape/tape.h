/*
 * Tapes: events in a file, written as they come, read as often as wanted. The format is described in man/tape.5.
 *
 * Every event that is put comes back bit for bit and in the same order. A tape is a row of chunks that need nothing of each other:
 * whatever happens to the file or the recorder, each chunk that is whole can be read.
 */
#ifndef RINGSIDE_TAPE_TAPE_H
#define RINGSIDE_TAPE_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "event/event.h"

struct buf;
struct tape;
struct tape_writer;

struct tape_fd {
	int number;
	const char *link; /* what /proc/PID/fd/N says */
};

struct tape_process {
	pid_t pid, ppid;
	const char *comm, *exe, *cwd; /* "" when unknown */
	const struct tape_fd *fds;    /* of tasks attached to */
	unsigned nfds;
};

/* What is known of a recording as a whole. Strings are never NULL in what a reader hands out. */
struct tape_meta {
	const char *program;                       /* that wrote it, with its version */
	const char *host, *release, *version, *machine; /* as of uname(2) */
	uint8_t abi;                               /* enum abi of the machine */
	uint64_t realtime_offset;                  /* CLOCK_REALTIME = CLOCK_MONOTONIC + this, ns */
	uint64_t start_ns;                         /* CLOCK_MONOTONIC */
	const char *const *argv;                   /* the program traced; argc 0 when attached only */
	unsigned argc;
	pid_t child;                               /* its pid, or 0 */
	const char *const *env;                    /* only when the user asked for it */
	unsigned nenv;
	uint32_t string_bytes;                     /* options that shaped the capture, as in struct capture_opts */
	bool fds, sockets, comms, cpu_time;
	bool follow;                               /* several processes were to be expected */
	bool stacks;
	uint8_t redacted;                          /* what was taken out: bits 1 buffers, 2 arguments and environment, 4 paths, 8 addresses */
	const struct tape_process *processes;      /* as of the start: tasks attached to, and their ancestors */
	unsigned nprocesses;
};

/* ---- writing ---- */

struct tape_opts {
	const struct tape_meta *meta; /* copied */
	uint32_t chunk_events;        /* most events a chunk; 0: 65,536 */
	uint32_t chunk_bytes;         /* about the most bytes of events a chunk holds before compression; 0: 4 MiB */
	uint64_t chunk_ns;            /* a chunk ends when its events span more; 0: 1 s */
	int level;                    /* of compression; 0: what is best for recording */
	uint64_t ring_bytes;          /* not 0: keep the last chunks in memory, up to this size; see tape_dump() */
};

struct tape_stats {
	uint64_t events, calls, lost;
	uint64_t chunks;              /* that are whole */
	uint64_t bytes;               /* of the file, or of the ring, so far */
};

/*
 * Makes (or empties) the file and writes what comes before the first chunk; a ring makes its file only when it is dumped.
 * 0, or -errno.
 */
int tape_create(const char *path, const struct tape_opts *opts, struct tape_writer **out);

/*
 * Appends a copy of the event. 0, or the -errno with which a chunk could not be written: then the file ends with the last chunk
 * that could, and every later call returns the same error.
 */
int tape_put(struct tape_writer *w, const struct event *e);

/* For idle moments: writes the events so far as a chunk when the oldest is older than chunk_ns at `now_ns`; always when now_ns is
 * UINT64_MAX. 0 or -errno. */
int tape_flush(struct tape_writer *w, uint64_t now_ns);

void tape_stats(const struct tape_writer *w, struct tape_stats *out);

/* Writes the chunks of a ring as a whole tape to `path`; the ring goes on. 0 or -errno. */
int tape_dump(struct tape_writer *w, const char *path);

/* Writes what is left and the index, closes and frees. A ring is dumped to the path it was created with. 0, or the first -errno. */
int tape_finish(struct tape_writer *w);

/* ---- reading ---- */

/* One chunk, told without decompressing it. */
struct tape_summary {
	uint64_t offset, bytes;       /* in the file, all of it */
	uint64_t serial;
	uint64_t first_ns, last_ns;   /* CLOCK_MONOTONIC; begin of its earliest call, end of its latest event */
	uint64_t events, calls, errors, lost;
	const struct tape_task {
		pid_t pid, tid;
	} *tasks;
	unsigned ntasks;
	const struct tape_count {
		uint8_t abi;          /* enum abi */
		uint64_t nr, calls, errors;
	} *counts;                    /* the calls that ended in it */
	unsigned ncounts;
};

struct tape_select {
	bool brief;                   /* events come without args, ip, sp, misc members and blobs: four times as fast */
	bool (*full)(void *ctx, const struct tape_summary *s); /* chunks to read in full although brief; NULL: none */
	bool follow;                  /* the tape may still be growing: TAPE_MORE instead of TAPE_END until it is finished */
	/* Chunks worth reading; NULL: all. */
	bool (*chunk)(void *ctx, const struct tape_summary *s);
	void *ctx;
};

enum tape_result {
	TAPE_END,
	TAPE_EVENT,  /* valid until the following call */
	TAPE_DAMAGE, /* something is missing here: see tape_damage() */
	TAPE_MORE,   /* nothing more yet */
};

struct tape_damage {
	const char *reason;
	uint64_t offset, bytes;       /* of what could not be read */
	uint64_t since_ns, until_ns;  /* what is missing happened between; 0 and UINT64_MAX when there is no neighbour */
	uint64_t events;              /* how many are missing, when known, else 0 */
	bool cut;                     /* the file ends within a chunk: the recorder was killed, or is writing */
};

/*
 * Opens a tape for reading; path - is standard input, and what comes from a pipe is kept in a file of $TMPDIR meanwhile. 0; -errno of open(2) and read(2); -EINVAL: no tape; -EBADMSG: its header is damaged beyond use;
 * -EPROTONOSUPPORT: written by a newer version, or with features that this build lacks. *why (may be NULL) gets a sentence then.
 */
int tape_open(const char *path, const struct tape_select *select, struct tape **out, const char **why);

/* enum tape_result or -errno. */
int tape_next(struct tape *t, const struct event **out);

const struct tape_meta *tape_meta(const struct tape *t);       /* zeros and "" when that chunk was damaged */
const struct tape_damage *tape_damage(const struct tape *t);   /* after TAPE_DAMAGE */
bool tape_finished(const struct tape *t);                      /* after TAPE_END: the recorder ended in order */

/*
 * All chunks that can be found, by the index when there is one, else by walking from chunk to chunk. Valid until tape_close();
 * NULL with *n = 0 when there is none.
 */
const struct tape_summary *tape_chunks(struct tape *t, size_t *n);

/*
 * Continues reading at chunk `first` of tape_chunks() and ends before chunk `last`: with a struct tape each, threads share a scan.
 */
void tape_seek(struct tape *t, size_t first, size_t last);

void tape_close(struct tape *t);

#endif
