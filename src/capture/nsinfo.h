/* Namespaces(7) of tasks: which they enter, and which of our pids a pid in theirs is. */
#ifndef RINGSIDE_CAPTURE_NSINFO_H
#define RINGSIDE_CAPTURE_NSINFO_H

#include <sys/types.h>

#include "capture/copy.h"

/*
 * The pid that a task knows as `of`, in our pid namespace: `of` itself when both are in one; 0 when there is none (0 and negative
 * ones, which stand for groups, among them). Looks through /proc when it has to; what it found is remembered as long as it holds.
 */
pid_t nsinfo_pid(pid_t tid, pid_t of);

/*
 * After a call that succeeded: a BLOB_NAMESPACE for each namespace that clone(2), clone3(2), setns(2) or unshare(2) was asked for, of the
 * task or of its new child. Other calls have none.
 */
void nsinfo_entered(struct copy *c, const struct desc *d, const struct event *call);

#endif
