/* Tasks by id: see task.h. */
#include "task/task.h"

#include <stdlib.h>
#include <string.h>

enum { ERESTART_RESTARTBLOCK = 516 }; /* include/linux/errno.h */

struct task *tasks_find(const struct tasks *ts, pid_t tid)
{
	return map_get(&ts->by_tid, (uint64_t)tid);
}

static struct task *task_add(struct tasks *ts, const struct event *e)
{
	struct task *t = calloc(1, sizeof(*t));
	const struct task *origin = tasks_find(ts, e->parent);

	if (!t)
		abort();
	t->tid = e->tid;
	t->pid = e->pid;
	t->alive = true;
	t->abi = origin ? origin->abi : (uint8_t)abi_native();
	t->nr = t->interrupted = TASK_NO_CALL;
	if (e->kind == EVENT_START && e->nr)
		t->interrupted = (int64_t)e->nr; /* what it was in when it was attached */
	map_put(&ts->by_tid, (uint64_t)e->tid, t);
	ts->alive++;
	return t;
}

static void tasks_sweep(struct tasks *ts)
{
	free(ts->gone);
	ts->gone = NULL;
}

static void task_end(struct tasks *ts, struct task *t)
{
	map_remove(&ts->by_tid, (uint64_t)t->tid);
	t->alive = false;
	ts->alive--;
	ts->gone = t;
}

/* A thread that executes a program takes over its leader's id; the leader is gone. */
static struct task *task_take_over(struct tasks *ts, const struct event *e)
{
	struct task *old = tasks_find(ts, e->old_tid);
	struct task *leader = tasks_find(ts, e->tid);

	if (!old)
		return leader ? leader : task_add(ts, e);
	if (leader)
		task_end(ts, leader);
	map_remove(&ts->by_tid, (uint64_t)old->tid);
	old->tid = e->tid;
	map_put(&ts->by_tid, (uint64_t)e->tid, old);
	return old;
}

static void note_comm(struct task *t, const struct event *e)
{
	const struct blob *b = event_note(e, BLOB_COMM, PHASE_EXIT, (uint64_t)t->tid);

	if (!b)
		return;
	size_t len = b->len < sizeof(t->comm) - 1 ? b->len : sizeof(t->comm) - 1;
	memcpy(t->comm, b->data, len);
	t->comm[len] = '\0';
}

static void note_call(struct task *t, const struct event *e)
{
	t->abi_changed = e->abi != t->abi;
	t->abi = e->abi;
	t->nr = (int64_t)e->nr;
	if (e->kind == EVENT_CALL && e->outcome == OUTCOME_ERROR && e->ret == -ERESTART_RESTARTBLOCK)
		t->interrupted = t->nr;
	if (e->nblobs)
		note_comm(t, e);
}

struct task *tasks_apply(struct tasks *ts, const struct event *e)
{
	struct task *t = tasks_find(ts, e->tid);

	bool several = ts->alive > 1;
	tasks_sweep(ts);
	if (e->kind == EVENT_EXEC)
		t = task_take_over(ts, e);
	else if (!t)
		t = task_add(ts, e);
	t->last_ns = e->enter_ns;
	t->abi_changed = false;
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED)
		note_call(t, e);
	else if (e->kind == EVENT_EXIT || e->kind == EVENT_DETACH)
		task_end(ts, t);
	if (several != (ts->alive > 1))
		ts->crossed_ns = e->enter_ns;
	return t;
}

void tasks_done(struct tasks *ts)
{
	tasks_sweep(ts);
	map_for_each(&ts->by_tid, slot)
		free(slot->value);
	map_done(&ts->by_tid);
	ts->alive = 0;
}
