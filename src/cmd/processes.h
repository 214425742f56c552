/* The process table that a tape begins with, from /proc. */
#ifndef RINGSIDE_CMD_PROCESSES_H
#define RINGSIDE_CMD_PROCESSES_H

#include "base/arena.h"
#include "tape/tape.h"

/*
 * Adds the processes of these pids with their open descriptors, and all their and our own ancestors without. Nobody else's: a tape is
 * for sharing. Everything lives in the arena; what /proc does not tell is "".
 */
void processes_list(struct tape_meta *m, struct arena *a, const pid_t *pids, unsigned npids);

#endif
