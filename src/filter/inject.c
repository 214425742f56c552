/* Rules at work: which apply to a call, and how often there was one. Parsing is in inject_parse.c. */
#include "filter/inject.h"

#include <stdlib.h>

#include "filter/filter.h"
#include "filter/inject_in.h"

static struct map *counts_of(struct injections *in, pid_t tid)
{
	struct map *m = map_get(&in->tasks, (uint64_t)tid);

	if (m)
		return m;
	m = calloc(1, sizeof(*m));
	if (!m)
		abort();
	map_put(&in->tasks, (uint64_t)tid, m);
	return m;
}

/* How many calls of this kind the rule has seen of the task, this one included. Numbers are stored as pointers, none of which is NULL. */
static uint64_t count(struct injections *in, size_t rule, const struct event *e)
{
	struct map *m = counts_of(in, e->tid);
	uint64_t key = (uint64_t)rule << 32 | (uint64_t)e->abi << 16 | (e->nr & 0xffff);
	uintptr_t n = (uintptr_t)map_get(m, key) + 1;

	map_put(m, key, (void *)n);
	return n;
}

static bool is_due(const struct rule *r, uint64_t n)
{
	return n >= r->first && n <= r->last && (n - r->first) % r->step == 0;
}

static void merge(struct tamper *to, const struct tamper *from)
{
	if (from->result) {
		to->result = true;
		to->failed = from->failed;
		to->ret = from->ret;
		to->instead = from->instead;
	}
	if (from->signo)
		to->signo = from->signo;
	for (int phase = PHASE_ENTRY; phase <= PHASE_EXIT; phase++)
		if (from->delay_ns[phase])
			to->delay_ns[phase] = from->delay_ns[phase];
	for (int i = 0; i < 6; i++)
		if (from->args_set >> i & 1)
			to->args[i] = from->args[i];
	to->args_set |= from->args_set;
	if (from->npokes) {
		to->pokes = from->pokes;
		to->npokes = from->npokes;
	}
}

bool injections_decide(struct injections *in, const struct event *entry, const struct task *t, struct tamper *out)
{
	uint64_t nr = callset_number(entry);
	bool any = false;

	for (size_t i = 0; i < in->rules.len; i++) {
		struct rule *r = in->rules.at[i];
		if (!callset_has(&r->calls, (enum abi)entry->abi, nr) || (r->where && where_eval(r->where, entry, t) != TRUTH_TRUE))
			continue;
		if (!is_due(r, count(in, i, entry)))
			continue;
		merge(out, &r->tamper);
		any = true;
	}
	return any;
}

static void forget(struct injections *in, pid_t tid)
{
	struct map *m = map_remove(&in->tasks, (uint64_t)tid);

	if (m)
		map_done(m);
	free(m);
}

void injections_event(struct injections *in, const struct event *e)
{
	if (e->kind == EVENT_EXIT || e->kind == EVENT_DETACH) {
		forget(in, e->tid);
	} else if (e->kind == EVENT_EXEC) {
		/* The thread goes on under its leader's id. */
		struct map *m = map_remove(&in->tasks, (uint64_t)e->old_tid);
		forget(in, e->tid);
		if (m)
			map_put(&in->tasks, (uint64_t)e->tid, m);
	}
}

void injections_done(struct injections *in)
{
	map_for_each(&in->tasks, slot) {
		map_done(slot->value);
		free(slot->value);
	}
	map_done(&in->tasks);
	for (size_t i = 0; i < in->rules.len; i++)
		rule_free(in->rules.at[i]);
	vec_done(&in->rules);
}
