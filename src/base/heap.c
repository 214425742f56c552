/* Room in the heap: see heap.h. */
#include "base/heap.h"

#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { HUGE = 1 << 21, USUAL = 1 << 17, MMAP_FROM = 1 << 25 /* the most that mallopt(3) takes */ };

void heap_reserve(size_t bytes)
{
	uintptr_t from = (uintptr_t)sbrk(0);

	mallopt(M_ARENA_MAX, 1); /* threads are to have of it, too */
	mallopt(M_MMAP_THRESHOLD, MMAP_FROM);
	mallopt(M_TRIM_THRESHOLD, INT_MAX);
	mallopt(M_TOP_PAD, (int)bytes);
	void *volatile room = malloc(HUGE); /* or the compiler would see that it is of no use */
	free(room);
	mallopt(M_TOP_PAD, USUAL);
	from = (from + HUGE - 1) & ~(uintptr_t)(HUGE - 1);
	uintptr_t to = (uintptr_t)sbrk(0) & ~(uintptr_t)(HUGE - 1);
	if (from < to)
		madvise((void *)from, to - from, MADV_HUGEPAGE);
}

void heap_release(void)
{
	mallopt(M_MMAP_THRESHOLD, USUAL);
	mallopt(M_TRIM_THRESHOLD, USUAL);
}
