/*
 * A source of one call that is made by hand: a child of ours makes it, so that it is the child whose memory, descriptors or life it changes, and
 * its event is captured as that of any traced program's. No ptrace is needed.
 */
#ifndef RINGSIDE_CAPTURE_HANDMADE_H
#define RINGSIDE_CAPTURE_HANDMADE_H

#include <signal.h>
#include <stdint.h>

#include "capture/source.h"

/*
 * The call `nr` of this machine's own ABI with args that may point to our memory, which the child has a copy of. The events are START, an
 * ENTERED when it waits, CALL and EXIT; child_status of the source is that of a program that exits with 1 when its call failed. 0, or -errno
 * after a diag_error(). The child has the signals of `mask` blocked.
 */
int handmade_source_open(const struct capture_opts *opts, uint64_t nr, const uint64_t args[6], const sigset_t *mask, struct source **out);

#endif
