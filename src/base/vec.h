/*
 * A typed growable array in three fields:  VEC(struct row) rows;  *vec_push(&rows) = (struct row){...};
 * Aborts when memory runs out. Pointers into it are valid until the next push.
 */
#ifndef RINGSIDE_BASE_VEC_H
#define RINGSIDE_BASE_VEC_H

#include <stdlib.h>

#define VEC(type)                                                                                  \
	struct {                                                                                   \
		type *at;                                                                          \
		size_t len, cap;                                                                   \
	}

static inline void *vec_grown(void *at, size_t *cap, size_t need, size_t size)
{
	if (need <= *cap)
		return at;
	*cap = need > *cap * 2 ? need : *cap * 2;
	at = realloc(at, *cap * size);
	if (!at)
		abort();
	return at;
}

#define vec_reserve(v, n) ((v)->at = vec_grown((v)->at, &(v)->cap, (n), sizeof(*(v)->at)))
/* A pointer to the new, uninitialised last element. */
#define vec_push(v) (vec_reserve(v, (v)->len + 1), &(v)->at[(v)->len++])
#define vec_done(v) (free((v)->at), (v)->at = NULL, (v)->len = (v)->cap = 0)

#endif
