/* Which engine is to do what was asked. */
#ifndef RINGSIDE_CMD_ENGINE_H
#define RINGSIDE_CMD_ENGINE_H

#include <stdbool.h>

struct trace_opts;

enum engine {
	ENGINE_PTRACE,
	ENGINE_EBPF,
	ENGINE_COUNT, /* eBPF, with statistics made in the kernel */
	ENGINE_FAKE,  /* events from a text file */
};

/*
 * The engine that was asked for; or, with auto, the one that can do it: ptrace, unless an option takes eBPF, or counting in the kernel
 * will do (`countable`) and is permitted. 0, or -errno after a diag_error(): what was asked for cannot be done here.
 */
int engine_choose(const struct trace_opts *o, bool countable, enum engine *out);

/* On stderr. */
void engine_tell(enum engine engine);

/*
 * The eBPF engine needs root's rights, the program does not: started by sudo(8) or the like, it runs as the user who called that (invoker.h). So does
 * what is to be counted, whichever engine was found to do it, unless one was named.
 */
void engine_drop_root(struct trace_opts *o, enum engine engine, bool counts);

#endif
