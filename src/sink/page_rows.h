/*
 * Events as rows of numbers, for pages: who, when, how long, which call, with what result, on which file. Strings and tasks become numbers into
 * dictionaries that stand beside the rows.
 */
#ifndef RINGSIDE_SINK_PAGE_ROWS_H
#define RINGSIDE_SINK_PAGE_ROWS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "sink/stat_place.h"

struct event;
struct task;
struct text_opts;

/* What a row is. */
enum row_kind { ROW_CALL, ROW_SIGNAL, ROW_EXIT, ROW_START, ROW_EXEC, ROW_OTHER, ROW_LOST };

enum { ROW_NO_RESULT = 4096 }; /* the error of what has no result */

/* Whether a row's error is one: no result is none. */
static inline bool row_failed(uint16_t error)
{
	return error && error != ROW_NO_RESULT;
}

struct page_row {
	uint8_t kind;      /* enum row_kind */
	uint16_t error;    /* 0: none */
	uint32_t task;     /* index of tasks + 1; 0: nobody's */
	uint32_t name, path, fd; /* words of the dictionaries; 0: none */
	uint64_t start_ns; /* CLOCK_MONOTONIC */
	uint64_t took_ns;
	int64_t result;    /* of an EXIT its wait status */
	int64_t bytes;     /* read: positive, written: negative */
};

/* Strings by number, from 1 on; 0 is none. */
struct dictionary {
	VEC(char *) words;
	struct map by_hash;
	size_t bytes, limit; /* limit 0: none. Words beyond it are one, DICTIONARY_REST */
	uint32_t rest;
};

#define DICTIONARY_REST "(more than are kept apart)"

uint32_t dictionary_add(struct dictionary *d, const char *s, size_t len);
static inline const char *dictionary_word(const struct dictionary *d, uint32_t number)
{
	return number ? d->words.at[number - 1] : "";
}
void dictionary_done(struct dictionary *d);
/* `,\n"name":["","word",...]` */
void dictionary_put_json(const struct dictionary *d, const char *name, struct buf *out);

struct page_task {
	pid_t tid, pid, parent;
	uint64_t start_ns, end_ns;
	int status;   /* wait status; -1: it has not ended */
	uint8_t abi;
	char comm[16];
};

struct page_rows {
	const struct text_opts *text;
	struct dictionary names, paths, fds;
	VEC(struct page_task) tasks;
	struct map by_tid;        /* index + 1 */
	struct place_moves moves;
	struct buf scratch;
	uint64_t rows, calls, lost, first_ns;
	bool started;             /* first_ns is known */
};

/* The options must outlive *r. */
void page_rows_init(struct page_rows *r, const struct text_opts *text);
/* False when the event is no row: calls in progress, and tasks let go of. `t` may be NULL. */
bool page_rows_add(struct page_rows *r, const struct event *e, const struct task *t, struct page_row *out);
/* The number of the event's task; a new one when it begins. */
uint32_t page_rows_task(struct page_rows *r, const struct event *e, const struct task *t);
void page_rows_done(struct page_rows *r);

/* `,\n"tasks":[null,{"tid":...},...]`, times from first_ns on. */
void page_rows_put_tasks(const struct page_rows *r, struct buf *out);
/* `,\n"errors":{"2":"ENOENT",...}` */
void page_rows_put_errors(const struct page_rows *r, struct buf *out);

#endif
