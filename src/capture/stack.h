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
	uint64_t memory; /* for those who are told of changes: whose code it is; 0: not known */
	unsigned refs;
};

/* A part of a stack that was copied while the task was in it. */
struct stack_slice {
	uint64_t base;
	const uint8_t *data;
	size_t len;
};

struct stacks {
	const struct stack_opts *opts;
	struct code_calls calls;
	struct map processes;        /* pid → struct stack_process */
	struct unwind_frame *frames; /* opts->limit of them */
	struct buf window;           /* a piece of the stack */
	struct buf records, modules;
	uint32_t stamp, jit_stamp;
	bool told;                   /* of all changes of what is mapped, by stack_told_*() */
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
/* The same of one that was never stopped: what is in none of the slices cannot be read. */
void stack_copy_slices(struct stacks *s, struct stack_task *t, pid_t pid, const struct registers *regs, const struct stack_slice *slices,
                       unsigned nslices, struct copy *c, enum phase phase);
/* Of one whose frame pointers were followed when it was there: addresses, the innermost first. */
void stack_copy_walked(struct stacks *s, struct stack_task *t, pid_t pid, const uint64_t *addresses, unsigned n, struct copy *c, enum phase phase);
/* The registers of a stopped tracee; false when there are none, or none that are known here. */
bool stack_registers(pid_t tid, struct registers *out);

/* Of a call that begins or ends, wanted or not. */
void stack_called(struct stacks *s, const struct stack_task *t, enum abi abi, uint64_t nr, const uint64_t args[6]);
/* Sets the bits of calls that this needs to be told of. */
void stack_want_changes(const struct stacks *s, enum abi abi, uint64_t wanted[16]);
/*
 * What the kernel tells of, beginning with what is there now: the task's memory is the one of that name, which is another after an execve(2), and
 * then `mapped` says that all that is mapped there is told, too; code was mapped there; a task begins with what another has.
 */
void stack_attached(struct stacks *s, struct stack_task *t, pid_t pid);
void stack_told_memory(struct stacks *s, struct stack_task *t, pid_t pid, uint64_t memory, bool mapped);
void stack_told_code(struct stacks *s, struct stack_task *t, const struct code_line *l);
void stack_told_start(struct stacks *s, struct stack_task *t, pid_t pid, const struct stack_task *from, uint64_t memory);
/* All that was mapped is gone: execve(2). */
void stack_forget(struct stack_task *t);
/* The task is gone. */
void stack_task_done(struct stacks *s, struct stack_task *t);

#endif
