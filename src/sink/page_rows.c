/* Events to rows: see page_rows.h. */
#include "sink/page_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "decode/walk.h"
#include "event/event.h"
#include "sink/export_split.h"
#include "sink/json.h"
#include "sink/text.h"
#include "task/task.h"

/* Dictionaries */

static uint32_t add_word(struct dictionary *d, uint64_t hash, const char *s, size_t len)
{
	char *copy = strndup(s, len);

	if (!copy)
		abort();
	*vec_push(&d->words) = copy;
	map_put(&d->by_hash, hash, (void *)d->words.len);
	d->bytes += len + 1;
	return (uint32_t)d->words.len;
}

uint32_t dictionary_add(struct dictionary *d, const char *s, size_t len)
{
	uint64_t hash = hash_text(s, len);
	uintptr_t at;

	for (; (at = (uintptr_t)map_get(&d->by_hash, hash)); hash++)
		if (strncmp(d->words.at[at - 1], s, len) == 0 && !d->words.at[at - 1][len])
			return (uint32_t)at;
	if (!d->limit || d->bytes + len < d->limit)
		return add_word(d, hash, s, len);
	if (!d->rest)
		d->rest = add_word(d, hash_text(DICTIONARY_REST, strlen(DICTIONARY_REST)), DICTIONARY_REST, strlen(DICTIONARY_REST));
	return d->rest;
}

void dictionary_done(struct dictionary *d)
{
	for (size_t i = 0; i < d->words.len; i++)
		free(d->words.at[i]);
	vec_done(&d->words);
	map_done(&d->by_hash);
}

void dictionary_put_json(const struct dictionary *d, const char *name, struct buf *out)
{
	buf_printf(out, ",\n\"%s\":[\"\"", name);
	for (size_t i = 0; i < d->words.len; i++) {
		buf_putc(out, ',');
		json_string(out, d->words.at[i], strlen(d->words.at[i]));
	}
	buf_putc(out, ']');
}

/* Tasks */

static uint32_t task_add(struct page_rows *r, const struct event *e, const struct task *t)
{
	struct page_task *n = vec_push(&r->tasks);

	*n = (struct page_task){.tid = e->tid, .pid = e->pid, .parent = e->kind == EVENT_START ? e->parent : 0, .start_ns = e->enter_ns, .status = -1};
	if (t)
		memcpy(n->comm, t->comm, sizeof(n->comm));
	map_put(&r->by_tid, (uint64_t)e->tid, (void *)r->tasks.len);
	return (uint32_t)r->tasks.len;
}

uint32_t page_rows_task(struct page_rows *r, const struct event *e, const struct task *t)
{
	if (e->kind == EVENT_LOST)
		return 0;
	uintptr_t at = (uintptr_t)map_get(&r->by_tid, (uint64_t)e->tid);
	if (!at || e->kind == EVENT_START)
		at = task_add(r, e, t);
	struct page_task *k = &r->tasks.at[at - 1];
	k->abi = e->abi;
	k->end_ns = e->kind == EVENT_CALL && e->exit_ns > e->enter_ns ? e->exit_ns : e->enter_ns;
	if (t)
		memcpy(k->comm, t->comm, sizeof(k->comm));
	if (e->kind == EVENT_EXIT) {
		k->status = e->status;
		map_remove(&r->by_tid, (uint64_t)e->tid);
	}
	return (uint32_t)at;
}

/* Rows */

static enum row_kind row_kind(const struct event *e)
{
	switch (e->kind) {
	case EVENT_CALL:
		return ROW_CALL;
	case EVENT_SIGNAL:
		return ROW_SIGNAL;
	case EVENT_EXIT:
		return ROW_EXIT;
	case EVENT_START:
		return ROW_START;
	case EVENT_EXEC:
		return ROW_EXEC;
	case EVENT_LOST:
		return ROW_LOST;
	default:
		return ROW_OTHER;
	}
}

static uint32_t name_of(struct page_rows *r, const struct event *e)
{
	const char *name;

	if (e->kind == EVENT_CALL) {
		name = split_name(r->text, e, &r->scratch);
		return dictionary_add(&r->names, name, strlen(name));
	}
	if (!split_mark(r->text, e, &r->scratch))
		return 0;
	return dictionary_add(&r->names, r->scratch.data, r->scratch.len);
}

static uint32_t place_of(struct page_rows *r, const struct event *e, struct dictionary *d,
                         bool (*place)(const struct desc *d, const struct event *e, struct buf *out))
{
	r->scratch.len = 0;
	if (e->kind != EVENT_CALL || !place(r->text->desc, e, &r->scratch))
		return 0;
	return dictionary_add(d, r->scratch.data, r->scratch.len);
}

static int64_t bytes_of(const struct page_rows *r, const struct event *e)
{
	if (e->kind != EVENT_CALL)
		return 0;
	struct place_bytes b = place_moved(&r->moves, e);
	return b.in ? (int64_t)b.in : -(int64_t)b.out;
}

bool page_rows_add(struct page_rows *r, const struct event *e, const struct task *t, struct page_row *out)
{
	bool call = e->kind == EVENT_CALL;

	if (e->kind == EVENT_ENTERED || e->kind == EVENT_DETACH)
		return false;
	if (!r->started)
		r->first_ns = e->enter_ns;
	r->started = true;
	*out = (struct page_row){
		.kind = (uint8_t)row_kind(e),
		.task = page_rows_task(r, e, t),
		.start_ns = e->enter_ns,
		.took_ns = call && e->exit_ns > e->enter_ns ? e->exit_ns - e->enter_ns : 0,
		.name = name_of(r, e),
		.error = (uint16_t)(!call || e->outcome == OUTCOME_OK ? 0 : e->outcome == OUTCOME_ERROR ? -e->ret : ROW_NO_RESULT),
		.result = call && e->outcome == OUTCOME_OK ? e->ret : e->kind == EVENT_EXIT ? e->status : 0,
		.path = place_of(r, e, &r->paths, place_path),
		.fd = place_of(r, e, &r->fds, place_fd),
		.bytes = bytes_of(r, e),
	};
	r->rows++;
	r->calls += call;
	r->lost += e->lost;
	return true;
}

void page_rows_init(struct page_rows *r, const struct text_opts *text)
{
	*r = (struct page_rows){.text = text};
	place_moves_init(&r->moves, text->desc);
}

void page_rows_done(struct page_rows *r)
{
	dictionary_done(&r->names);
	dictionary_done(&r->paths);
	dictionary_done(&r->fds);
	vec_done(&r->tasks);
	map_done(&r->by_tid);
	buf_done(&r->scratch);
}

/* Heads */

void page_rows_put_tasks(const struct page_rows *r, struct buf *out)
{
	buf_puts(out, ",\n\"tasks\":[null");
	for (size_t i = 0; i < r->tasks.len; i++) {
		const struct page_task *t = &r->tasks.at[i];
		buf_printf(out, ",\n{\"tid\":%d,\"pid\":%d,\"parent\":%d,\"status\":%d,\"abi\":\"%s\",\"start\":%lld,\"end\":%lld,\"comm\":", t->tid, t->pid,
		           t->parent, t->status, abi_name((enum abi)t->abi), (long long)(t->start_ns - r->first_ns), (long long)(t->end_ns - r->first_ns));
		json_string(out, t->comm, strnlen(t->comm, sizeof(t->comm)));
		buf_putc(out, '}');
	}
	buf_putc(out, ']');
}

void page_rows_put_errors(const struct page_rows *r, struct buf *out)
{
	buf_puts(out, ",\n\"errors\":{\"0\":\"\"");
	for (unsigned i = 1; i < ROW_NO_RESULT; i++) {
		const char *name = decode_errno_name(r->text->desc, i);
		if (name)
			buf_printf(out, ",\"%u\":\"%s\"", i, name);
	}
	buf_putc(out, '}');
}
