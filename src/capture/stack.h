/*
 * Stacks of tasks: where a task is and who called, as the blobs of event/stack.h. The stack's memory is read in few large pieces, as
 * much as the task's stacks took lately.
 */
#ifndef RINGSIDE_CAPTURE_STACK_H
#define RINGSIDE_CAPTURE_STACK_H

#include "base/map.h"
#include "capture/code.h"
#include "capture/copy.h"

struct images;

struct stack_opts {
	struct images *images;
	unsigned limit;          /* frames */
	bool frame_pointers;     /* go by them alone */
	uint32_t max_bytes;      /* of the stack to look at; 0: as many as it takes */
};

/* The mapped code of a process, shared by its tasks. */
struct stack_process {
	struct code code;
	unsigned refs;
};

struct stacks {
	const struct stack_opts *opts;
	struct code_calls calls;
	struct map processes;        /* pid → struct stack_process */
	struct unwind_frame *frames; /* opts->limit of them */
	struct buf window;           /* a piece of the stack */
	struct buf records, modules;
	uint32_t stamp, jit_stamp;
};

/* What a task brings. All zeros is a valid beginning. */
struct stack_task {
	struct stack_process *process;
	uint32_t bytes; /* how much of its stack the last one took */
};

struct stacks *stacks_new(const struct stack_opts *opts, const struct desc *desc);
void stacks_free(struct stacks *s); /* NULL: nothing */

/* Appends the blobs of a task that is stopped with these registers. */
void stack_copy(struct stacks *s, struct stack_task *t, pid_t pid, pid_t tid, const struct registers *regs, struct copy *c, enum phase phase);
/* The registers of a stopped tracee; false when there are none, or none that are known here. */
bool stack_registers(pid_t tid, struct registers *out);

/* Of a call that begins or ends, wanted or not. */
void stack_called(struct stacks *s, const struct stack_task *t, enum abi abi, uint64_t nr, const uint64_t args[6]);
/* Sets the bits of calls that this needs to be told of. */
void stack_want_changes(const struct stacks *s, enum abi abi, uint64_t wanted[16]);
/* All that was mapped is gone: execve(2). */
void stack_forget(struct stack_task *t);
/* The task is gone. */
void stack_task_done(struct stacks *s, struct stack_task *t);

#endif
