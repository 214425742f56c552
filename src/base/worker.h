/* A thread that does one thing at a time for another thread, so that both cores have something to do. */
#ifndef RINGSIDE_BASE_WORKER_H
#define RINGSIDE_BASE_WORKER_H

struct worker;

/* NULL when there is one CPU only, or no thread to be had: then do it yourself. */
struct worker *worker_new(void);
/* Waits for what is being done. NULL will do. */
void worker_free(struct worker *w);
/* Begins work(ctx), after what was begun before. */
void worker_begin(struct worker *w, void (*work)(void *ctx), void *ctx);
/* Returns when all that was begun is done. */
void worker_wait(struct worker *w);

#endif
