/* Who started us with root's rights: the user who called sudo(8), doas(1) or pkexec(1). */
#ifndef RINGSIDE_CMD_INVOKER_H
#define RINGSIDE_CMD_INVOKER_H

struct trace_opts;

/*
 * Has the program run as that user, with the environment that this one has: what those programs say of themselves is not in it, and what they say of
 * root (HOME, USER, LOGNAME, SHELL) is the user's. -E comes after that. Without such a user, or with -u, nothing changes.
 */
void invoker_take(struct trace_opts *o);

#endif
