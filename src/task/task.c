/* Tasks by id: see task.h. */
#include "task/task.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#include "desc/table.h"

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
	t->abi = t->abi_told = origin ? origin->abi : (uint8_t)abi_native();
	t->nr = t->interrupted = TASK_NO_CALL;
	if (e->kind == EVENT_START && e->nr)
		t->interrupted = (int64_t)e->nr; /* what it was in when it was attached */
	if (origin)
		memcpy(t->comm, origin->comm, sizeof(t->comm));
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

static void set_comm(struct task *t, const uint8_t *name, size_t len)
{
	len = len < sizeof(t->comm) - 1 ? len : sizeof(t->comm) - 1;
	memcpy(t->comm, name, len);
	t->comm[len] = '\0';
}

/* Which argument of the call is the task's new name: the program's file, or a name that it gave itself; -1: none. */
static int renaming_argument(const struct event *e, bool *is_file)
{
	const struct call *c = desc_call(&desc_builtin, (enum abi)e->abi, e->nr);
	const char *name = c ? desc_call_name(&desc_builtin, c) : "";

	if (name[0] != 'e' && name[0] != 'p') /* nearly all of them */
		return -1;
	*is_file = strcmp(name, "prctl") != 0;
	if (strcmp(name, "execve") == 0)
		return 0;
	return strcmp(name, "execveat") == 0 || (!*is_file && (int)e->args[0] == PR_SET_NAME) ? 1 : -1;
}

/* begin_new_exec() and prctl(2): the name is the last part of the file's, cut to 15 bytes. */
static void note_rename(struct task *t, const struct event *e)
{
	bool is_file = false;
	int argument = e->kind == EVENT_CALL && e->outcome == OUTCOME_OK ? renaming_argument(e, &is_file) : -1;
	enum blob_status status;
	size_t len;

	if (argument < 0)
		return;
	const uint8_t *name = event_memory(e, PHASE_ENTRY, e->args[argument], PATH_MAX, &len, &status);
	const uint8_t *end = name ? memchr(name, '\0', len) : NULL;
	if (!end)
		return;
	const uint8_t *slash = is_file ? memrchr(name, '/', (size_t)(end - name)) : NULL;
	name = slash ? slash + 1 : name;
	if (end > name) /* else execveat(2) of a descriptor */
		set_comm(t, name, (size_t)(end - name));
}

static void note_comm(struct task *t, const struct event *e)
{
	const struct blob *b = event_note(e, BLOB_COMM, PHASE_EXIT, (uint64_t)t->tid);

	if (b)
		set_comm(t, b->data, b->len);
	note_rename(t, e);
}

static void note_call(struct task *t, const struct event *e)
{
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

	if (e->kind == EVENT_LOST)
		return NULL;
	tasks_sweep(ts);
	if (e->kind == EVENT_EXEC)
		t = task_take_over(ts, e);
	else if (!t)
		t = task_add(ts, e);
	t->last_ns = e->enter_ns;
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED)
		note_call(t, e);
	else if (e->nblobs)
		note_comm(t, e);
	t->abi_changed = t->abi != t->abi_told;
	if (e->kind == EVENT_EXIT || e->kind == EVENT_DETACH)
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
