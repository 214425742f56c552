/* Room in the heap: see heap.h. */
#include "base/heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { HUGE = 1 << 21, MMAP_FROM = 1 << 25 /* the most that mallopt(3) takes */ };

void heap_reserve(size_t bytes)
{
	uintptr_t from = (uintptr_t)sbrk(0);

	mallopt(M_MMAP_THRESHOLD, MMAP_FROM);
	mallopt(M_TRIM_THRESHOLD, MMAP_FROM);
	void *volatile room = malloc(bytes); /* or the compiler would see that it is of no use */
	free(room);
	from = (from + HUGE - 1) & ~(uintptr_t)(HUGE - 1);
	uintptr_t to = (uintptr_t)sbrk(0) & ~(uintptr_t)(HUGE - 1);
	if (from < to)
		madvise((void *)from, to - from, MADV_HUGEPAGE);
}

void heap_release(void)
{
	mallopt(M_MMAP_THRESHOLD, 1 << 20);
	mallopt(M_TRIM_THRESHOLD, 1 << 20);
}
