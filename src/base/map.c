/* Open addressing with linear probing and back-shift removal: see map.h. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

static size_t home(const struct map *m, uint64_t key)
{
	return (size_t)((key * 0x9e3779b97f4a7c15ULL) >> 32) & (m->cap - 1);
}

static struct map_slot *find(const struct map *m, uint64_t key)
{
	size_t i = home(m, key);

	while (m->slots[i].value && m->slots[i].key != key)
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

void *map_get(const struct map *m, uint64_t key)
{
	return m->cap ? find(m, key)->value : NULL;
}

static void resize(struct map *m)
{
	struct map old = *m;

	m->cap = old.cap ? old.cap * 2 : 16;
	m->slots = calloc(m->cap, sizeof(*m->slots));
	if (!m->slots)
		abort();
	map_for_each(&old, slot)
		*find(m, slot->key) = *slot;
	free(old.slots);
}

void map_put(struct map *m, uint64_t key, void *value)
{
	if (m->len * 4 >= m->cap * 3)
		resize(m);
	struct map_slot *slot = find(m, key);
	m->len += !slot->value;
	*slot = (struct map_slot){key, value};
}

void *map_remove(struct map *m, uint64_t key)
{
	if (!m->cap)
		return NULL;
	struct map_slot *slot = find(m, key);
	void *value = slot->value;
	if (!value)
		return NULL;
	size_t hole = (size_t)(slot - m->slots), i = hole;
	m->slots[hole].value = NULL;
	m->len--;
	for (;;) {
		i = (i + 1) & (m->cap - 1);
		if (!m->slots[i].value)
			return value;
		size_t want = home(m, m->slots[i].key);
		if (((i - want) & (m->cap - 1)) < ((i - hole) & (m->cap - 1)))
			continue;
		m->slots[hole] = m->slots[i];
		m->slots[i].value = NULL;
		hole = i;
	}
}

void map_done(struct map *m)
{
	free(m->slots);
	*m = (struct map){0};
}
