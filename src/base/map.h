/* A hash map from uint64_t to a pointer. Does not own its values. Aborts when memory runs out. */
#ifndef RINGSIDE_BASE_MAP_H
#define RINGSIDE_BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map_slot {
	uint64_t key;
	void *value; /* NULL: free */
};

struct map {
	struct map_slot *slots;
	size_t cap; /* a power of two */
	size_t len;
};

void *map_get(const struct map *m, uint64_t key);          /* NULL when absent */
void map_put(struct map *m, uint64_t key, void *value);    /* value is not NULL; replaces */
void *map_remove(struct map *m, uint64_t key);             /* the value removed, or NULL */
void map_done(struct map *m);

#define map_for_each(m, slot)                                                                      \
	for (struct map_slot *slot = (m)->slots; slot && slot < (m)->slots + (m)->cap; slot++)     \
		if (slot->value)

#endif
