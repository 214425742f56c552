/*
 * -e inject= and -e fault=: rules about what to do to which calls. The notation is in ringside-trace(1). A rule without if= takes the place of
 * earlier ones about the same calls; those with if= stand beside each other and all others: of what several want, the last counts.
 */
#ifndef RINGSIDE_FILTER_INJECT_H
#define RINGSIDE_FILTER_INJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "event/tamper.h"
#include "filter/where.h"

struct call;
struct desc;
struct rule;

struct injections {
	VEC(struct rule *) rules;
	struct map tasks;         /* tid → struct map of how many calls there were, by rule and call */
	struct where_needs needs; /* of all if= */
};

/*
 * Adds the rule that `text`, the part after "inject=" or "fault=" (which `what` is, without the '='), makes. Strings are captured up to `max_string`
 * bytes. 0, or -EINVAL after a diag_error().
 */
int injections_add(struct injections *in, const char *what, const char *text, const struct desc *d, uint32_t max_string);

/* What the rules do to this call; counts it. As tamperer.decide; `t` may be NULL. */
bool injections_decide(struct injections *in, const struct event *entry, const struct task *t, struct tamper *out);

/* To be told of every event: whoever is gone is counted no longer. */
void injections_event(struct injections *in, const struct event *e);

void injections_done(struct injections *in);

#endif
