/*
 * The heap of a process that is about to use much of it for a moment.
 */
#ifndef RINGSIDE_BASE_HEAP_H
#define RINGSIDE_BASE_HEAP_H

#include <stddef.h>

/*
 * Has malloc(3) take so many bytes, and some more, from the kernel at once, for all threads, in huge pages where it has them: a page fault costs microseconds, in some virtual
 * machines many. A hint, which cannot fail.
 */
void heap_reserve(size_t bytes);
/* What is free of it is given back when more gets free. */
void heap_release(void);

#endif
