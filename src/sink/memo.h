/*
 * Lines that come again: the text of a call's arguments and result, by all that it depends on. Programs ask the same thing over and over, and
 * to find out that a call is the same takes a fraction of the time that it takes to decode it.
 */
#ifndef RINGSIDE_SINK_MEMO_H
#define RINGSIDE_SINK_MEMO_H

#include <stdbool.h>
#include <stddef.h>

#include "event/event.h"

struct memo;

struct memo *memo_new(void);
void memo_free(struct memo *m); /* NULL will do */

struct memo_text {
	const char *call;   /* "name(arguments" */
	const char *result;
	size_t call_len, result_len;
};

/*
 * Whether the text of an event that differs in ids and times only was kept: then *out is it, until the following call. Events with much
 * memory are never kept.
 */
bool memo_find(struct memo *m, const struct event *e, struct memo_text *out);
/* Keeps the text of the event for which memo_find() was just false. */
void memo_keep(struct memo *m, const struct memo_text *text);

#endif
