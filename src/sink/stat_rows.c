/*
 * Rows by their keys' ids: see stat_rows.h. A table that has grown to twice its limit gives up the half that took the least time: what
 * is large stays, and merging costs little a call.
 */
#include "sink/stat_rows.h"

#include <stdlib.h>
#include <string.h>

#include "event/event.h"

static uint64_t hash_of(const uint64_t *ids, unsigned n)
{
	uint64_t h = 0;

	for (unsigned i = 0; i < n; i++) {
		h = (h ^ ids[i]) * 0x9e3779b97f4a7c15;
		h ^= h >> 32;
	}
	return h;
}

static bool is_row(const struct stat_row *r, const uint64_t *ids, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (r->ids[i] != ids[i])
			return false;
	return true;
}

struct stat_row *stat_table_find(struct stat_table *t, const uint64_t *ids)
{
	uint64_t hash = hash_of(ids, t->nkeys);
	struct stat_row **cached = &t->cache[hash % STAT_CACHE];

	if (*cached && is_row(*cached, ids, t->nkeys))
		return *cached;
	for (struct stat_row *r = map_get(&t->by_hash, hash); r; r = r->next)
		if (is_row(r, ids, t->nkeys))
			return *cached = r;
	return NULL;
}

static void link_row(struct stat_table *t, struct stat_row *r)
{
	uint64_t hash = hash_of(r->ids, t->nkeys);

	r->next = map_get(&t->by_hash, hash);
	map_put(&t->by_hash, hash, r);
}

static int compare_spent(const void *left, const void *right)
{
	const struct stat_row *a = *(struct stat_row *const *)left, *b = *(struct stat_row *const *)right;

	if (a->wall_ns != b->wall_ns)
		return a->wall_ns < b->wall_ns ? 1 : -1;
	return (a->calls < b->calls) - (a->calls > b->calls);
}

static void free_row(struct stat_row *r)
{
	stat_row_done(r);
	free(r);
}

static void merge_least(struct stat_table *t)
{
	qsort(t->rows.at, t->rows.len, sizeof(*t->rows.at), compare_spent);
	for (size_t i = t->max_rows; i < t->rows.len; i++) {
		stat_row_merge(&t->rest, t->rows.at[i]);
		free_row(t->rows.at[i]);
		t->merged++;
	}
	t->rows.len = t->max_rows;
	memset(t->cache, 0, sizeof(t->cache));
	map_done(&t->by_hash);
	t->by_hash = (struct map){0};
	for (size_t i = 0; i < t->rows.len; i++)
		link_row(t, t->rows.at[i]);
}

struct stat_row *stat_table_add(struct stat_table *t, const uint64_t *ids, const char *text, size_t len)
{
	struct stat_row *r = calloc(1, sizeof(*r));

	if (t->rows.len >= 2 * (size_t)t->max_rows)
		merge_least(t);
	if (!r || !(r->text = malloc(len + 1)))
		abort();
	memcpy(r->ids, ids, t->nkeys * sizeof(*ids));
	memcpy(r->text, text, len);
	r->text[len] = '\0';
	*vec_push(&t->rows) = r;
	link_row(t, r);
	return r;
}

void stat_table_done(struct stat_table *t)
{
	for (size_t i = 0; i < t->rows.len; i++)
		free_row(t->rows.at[i]);
	vec_done(&t->rows);
	map_done(&t->by_hash);
	stat_row_done(&t->rest);
}

void stat_row_add(struct stat_row *r, const struct stat_sample *s)
{
	const struct event_counts *c = s->counts;
	uint64_t calls = c ? c->calls : 1, min_ns = c ? c->min_ns : s->wall_ns, max_ns = c ? c->max_ns : s->wall_ns;

	if (!r->calls || min_ns < r->min_ns)
		r->min_ns = min_ns;
	if (max_ns > r->max_ns)
		r->max_ns = max_ns;
	r->calls += calls;
	r->errors += s->failed ? calls : 0;
	r->wall_ns += s->wall_ns;
	r->cpu_ns += s->cpu_ns;
	r->in += s->in;
	r->out += s->out;
	if (c)
		histogram_add_octave(&r->times, c->octave, c->subs);
	else
		histogram_add(&r->times, s->wall_ns);
}

void stat_row_merge(struct stat_row *into, const struct stat_row *from)
{
	if (!from->calls)
		return;
	if (!into->calls || from->min_ns < into->min_ns)
		into->min_ns = from->min_ns;
	if (from->max_ns > into->max_ns)
		into->max_ns = from->max_ns;
	into->calls += from->calls;
	into->errors += from->errors;
	into->wall_ns += from->wall_ns;
	into->cpu_ns += from->cpu_ns;
	into->in += from->in;
	into->out += from->out;
	histogram_merge(&into->times, &from->times);
}

void stat_row_done(struct stat_row *r)
{
	histogram_done(&r->times);
	free(r->text);
	r->text = NULL;
}

const char *stat_row_key(const struct stat_row *r, unsigned n)
{
	const char *at = r->text;

	while (n--)
		at += strlen(at) + 1;
	return at;
}
