/*
 * Where events end: text, a summary, later a tape or JSON. A sink decodes only what it shows.
 */
#ifndef RINGSIDE_SINK_SINK_H
#define RINGSIDE_SINK_SINK_H

#include "event/event.h"

struct task;

struct sink {
	const struct sink_ops *ops;
};

struct sink_ops {
	/* 0 or -errno: output is broken. Only LOST has no task. */
	int (*event)(struct sink *s, const struct event *e, const struct task *t);
	int (*flush)(struct sink *s);                                              /* an idle moment */
	int (*end)(struct sink *s);                                                /* last output; also frees */
};

static inline int sink_event(struct sink *s, const struct event *e, const struct task *t)
{
	return s->ops->event(s, e, t);
}

static inline int sink_flush(struct sink *s)
{
	return s->ops->flush ? s->ops->flush(s) : 0;
}

static inline int sink_end(struct sink *s)
{
	return s->ops->end(s);
}

#endif
