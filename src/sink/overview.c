/* Rows to sums: see overview.h. */
#include "sink/overview.h"

#include <stdlib.h>
#include <string.h>

#include "desc/table.h"
#include "event/event.h"
#include "sink/histogram.h"
#include "sink/overview_in.h"
#include "sink/page_rows.h"
#include "sink/text.h"

struct overview *overview_new(uint64_t first_ns, uint64_t last_ns)
{
	struct overview *o = calloc(1, sizeof(*o));

	if (!o)
		abort();
	o->first_ns = first_ns;
	o->span_ns = last_ns > first_ns ? last_ns - first_ns : 1;
	o->columns = OVERVIEW_COLUMNS;
	o->folded.limit = OVERVIEW_FOLDED_BYTES;
	return o;
}

void overview_free(struct overview *o)
{
	if (!o)
		return;
	for (size_t i = 0; i < o->lanes.len; i++)
		vec_done(&o->lanes.at[i].cells);
	for (size_t i = 0; i < o->names.len; i++) {
		histogram_done(&o->names.at[i].times);
		free(o->names.at[i].rate);
	}
	for (size_t i = 0; i < o->places.len; i++)
		vec_done(&o->places.at[i].users);
	vec_done(&o->lanes);
	vec_done(&o->names);
	vec_done(&o->places);
	vec_done(&o->errors);
	vec_done(&o->mapped);
	map_done(&o->place_by_id);
	map_done(&o->error_by_key);
	map_done(&o->error_places);
	map_done(&o->mapped_by_pid);
	map_done(&o->breaks);
	dictionary_done(&o->folded);
	free(o);
}

static unsigned column_of(const struct overview *o, uint64_t at_ns, unsigned columns)
{
	double part = at_ns > o->first_ns ? (double)(at_ns - o->first_ns) / (double)o->span_ns : 0;

	return part >= 1 ? columns - 1 : (unsigned)(part * columns);
}

/* Moments */

static void merge_cells(struct cell *into, const struct cell *from)
{
	if (from->longest.took_ns > into->longest.took_ns) {
		into->longest = from->longest;
		into->number = from->number;
	}
	into->count += from->count;
	into->failed += from->failed;
}

/* Two moments become one, everywhere. */
static void halve(struct overview *o)
{
	o->columns /= 2;
	o->cells = 0;
	for (size_t i = 0; i < o->lanes.len; i++) {
		struct lane *l = &o->lanes.at[i];
		size_t n = 0;
		for (size_t k = 0; k < l->cells.len; k++) {
			struct cell c = l->cells.at[k];
			c.column /= 2;
			if (n && l->cells.at[n - 1].column == c.column)
				merge_cells(&l->cells.at[n - 1], &c);
			else
				l->cells.at[n++] = c;
		}
		l->cells.len = n;
		o->cells += n;
	}
}

/* A thread's rows come in order of time, but for what signals interrupt: a row of an earlier moment is added to the present one. */
static void add_to_lane(struct overview *o, const struct page_row *row, uint64_t number)
{
	struct cell c = {.column = column_of(o, row->start_ns, o->columns), .count = 1, .failed = row_failed(row->error), .number = number, .longest = *row};

	while (o->lanes.len <= row->task)
		*(struct lane *)vec_push(&o->lanes) = (struct lane){0};
	struct lane *l = &o->lanes.at[row->task];
	if (l->cells.len && l->cells.at[l->cells.len - 1].column >= c.column) {
		merge_cells(&l->cells.at[l->cells.len - 1], &c);
		return;
	}
	*vec_push(&l->cells) = c;
	if (++o->cells > OVERVIEW_CELLS && o->columns > OVERVIEW_COLUMNS_LEAST)
		halve(o);
}

/* Names */

static enum mapping mapping_of(const char *name)
{
	static const char *const names[] = {[MAPPING_MMAP] = "mmap", [MAPPING_MUNMAP] = "munmap", [MAPPING_MREMAP] = "mremap", [MAPPING_BRK] = "brk"};

	for (unsigned i = MAPPING_MMAP; i <= MAPPING_BRK; i++)
		if (strcmp(names[i], name) == 0)
			return (enum mapping)i;
	return MAPPING_NONE;
}

static struct name_sum *name_sum(struct overview *o, const struct page_rows *rows, uint32_t name)
{
	while (o->names.len <= name) {
		struct name_sum *n = vec_push(&o->names);
		*n = (struct name_sum){.mapping = mapping_of(dictionary_word(&rows->names, (uint32_t)(o->names.len - 1)))};
	}
	return &o->names.at[name];
}

static void add_bytes(struct sum *s, const struct page_row *row)
{
	s->calls++;
	s->errors += row_failed(row->error);
	s->total_ns += row->took_ns;
	s->read += row->bytes > 0 ? (uint64_t)row->bytes : 0;
	s->written += row->bytes < 0 ? (uint64_t)-row->bytes : 0;
}

static void add_to_name(struct overview *o, struct name_sum *n, const struct page_row *row)
{
	unsigned at = column_of(o, row->start_ns, OVERVIEW_RATE_STEPS);

	add_bytes(&n->sum, row);
	histogram_add(&n->times, row->took_ns);
	if (row->took_ns > n->max_ns)
		n->max_ns = row->took_ns;
	if (!n->rate && !(n->rate = calloc(OVERVIEW_RATE_STEPS, sizeof(*n->rate))))
		abort();
	n->rate[at]++;
	o->rate_all[at]++;
	o->rate_failed[at] += row_failed(row->error);
}

static void add_to_heat(struct overview *o, const struct page_row *row)
{
	unsigned power = row->took_ns > 1 ? 63 - (unsigned)__builtin_clzll(row->took_ns) : 0;
	/* Two lines a power of two: whether the value is beyond 2^(power + 1/2). */
	unsigned line = 2 * power + (power && (double)row->took_ns >= (double)(1ull << power) * 1.4142135623730951);

	if (row->error == ROW_NO_RESULT)
		return;
	line = line < OVERVIEW_HEAT_LINES ? line : OVERVIEW_HEAT_LINES - 1;
	o->heat[line][column_of(o, row->start_ns, OVERVIEW_HEAT_COLUMNS)]++;
}

/* Places: files, sockets, pipes */

static void add_user(struct place_sum *p, const struct page_row *row)
{
	struct place_user *u = NULL;

	for (size_t i = 0; i < p->users.len && !u; i++)
		if (p->users.at[i].task == row->task)
			u = &p->users.at[i];
	if (!u && p->users.len == OVERVIEW_USERS) {
		p->more_users = true;
		return;
	}
	if (!u) {
		u = vec_push(&p->users);
		*u = (struct place_user){.task = row->task};
	}
	u->read += row->bytes > 0 ? (uint64_t)row->bytes : 0;
	u->written += row->bytes < 0 ? (uint64_t)-row->bytes : 0;
}

static void add_to_place(struct overview *o, const struct page_row *row)
{
	uint64_t id = row->path ? row->path : row->fd ? PLACE_OF_FD | row->fd : 0;
	uintptr_t at = id ? (uintptr_t)map_get(&o->place_by_id, id) : 0;

	if (!id)
		return;
	if (!at) {
		*(struct place_sum *)vec_push(&o->places) = (struct place_sum){.id = id};
		at = o->places.len;
		map_put(&o->place_by_id, id, (void *)at);
	}
	add_bytes(&o->places.at[at - 1].sum, row);
	add_user(&o->places.at[at - 1], row);
}

/* Errors */

/* Where programs search along directories, it is the name that counts. */
static const char *folded(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

static void count_place(struct overview *o, struct error_sum *s, uint64_t key, uint32_t path)
{
	uint64_t pair = (key * 0x9e3779b97f4a7c15u ^ path) * 0xff51afd7ed558ccdu;

	if (!path || map_get(&o->error_places, pair))
		return;
	if (o->error_places.len == OVERVIEW_PAIRS) {
		s->more_places = true;
		return;
	}
	map_put(&o->error_places, pair, o);
	s->places++;
}

static void add_to_errors(struct overview *o, const struct page_rows *rows, const struct page_row *row)
{
	const char *what = folded(dictionary_word(&rows->paths, row->path));
	uint32_t word = *what ? dictionary_add(&o->folded, what, strlen(what)) : 0;
	uint64_t key = (uint64_t)row->name << 44 | (uint64_t)row->error << 31 | word | (uint64_t)1 << 63;
	uintptr_t at = (uintptr_t)map_get(&o->error_by_key, key);

	if (!at) {
		*(struct error_sum *)vec_push(&o->errors) = (struct error_sum){.name = row->name, .error = row->error, .what = word};
		at = o->errors.len;
		map_put(&o->error_by_key, key, (void *)at);
	}
	struct error_sum *s = &o->errors.at[at - 1];
	s->calls++;
	s->total_ns += row->took_ns;
	count_place(o, s, key, row->path);
}

/* Memory */

static int64_t grown(struct overview *o, enum mapping mapping, const struct event *e)
{
	uint64_t now = (uint64_t)e->ret, before;

	switch (mapping) {
	case MAPPING_MMAP:
		return (int64_t)e->args[1];
	case MAPPING_MUNMAP:
		return -(int64_t)e->args[1];
	case MAPPING_MREMAP:
		return (int64_t)(e->args[2] - e->args[1]);
	case MAPPING_BRK:
		before = (uint64_t)(uintptr_t)map_get(&o->breaks, (uint64_t)e->pid);
		if (now)
			map_put(&o->breaks, (uint64_t)e->pid, (void *)(uintptr_t)now);
		return before ? (int64_t)(now - before) : 0;
	default:
		return 0;
	}
}

static void add_to_memory(struct overview *o, enum mapping mapping, const struct page_row *row, const struct event *e)
{
	int64_t change = mapping == MAPPING_NONE || row->error ? 0 : grown(o, mapping, e);
	unsigned column = column_of(o, row->start_ns, OVERVIEW_COLUMNS);
	uintptr_t at = change ? (uintptr_t)map_get(&o->mapped_by_pid, (uint64_t)e->pid) : 0;

	if (!change)
		return;
	if (!at || o->mapped.at[at - 1].column != column) {
		*(struct mapped *)vec_push(&o->mapped) = (struct mapped){.task = row->task, .column = column};
		at = o->mapped.len;
		map_put(&o->mapped_by_pid, (uint64_t)e->pid, (void *)at);
	}
	o->mapped.at[at - 1].at_ns = row->start_ns + row->took_ns;
	o->mapped.at[at - 1].change += change;
}

void overview_add(struct overview *o, const struct page_rows *rows, const struct page_row *row, uint64_t number, const struct event *e)
{
	o->rows++;
	if (row->task)
		add_to_lane(o, row, number);
	if (row->kind != ROW_CALL)
		return;
	struct name_sum *n = name_sum(o, rows, row->name);
	o->calls++;
	o->lanes.at[row->task].calls++;
	o->lanes.at[row->task].total_ns += row->took_ns;
	add_to_name(o, n, row);
	add_to_heat(o, row);
	add_to_place(o, row);
	if (row_failed(row->error))
		add_to_errors(o, rows, row);
	add_to_memory(o, n->mapping, row, e);
}
