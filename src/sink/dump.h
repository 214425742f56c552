/*
 * -e read=SET, -e write=SET: what a call moved through a descriptor, as hex digits and characters, in lines below the call's. Of
 * vectors and messages, buffer by buffer.
 *
 * What is written is all that the program offered, whatever the kernel took; what is read is as long as the result says. Nothing is
 * shown of a buffer that could not be copied whole.
 */
#ifndef RINGSIDE_SINK_DUMP_H
#define RINGSIDE_SINK_DUMP_H

#include "base/buf.h"
#include "base/numset.h"
#include "event/event.h"

struct desc;

struct dump_opts {
	const struct desc *desc;
	struct numset read, write; /* descriptors */
};

/* Appends the lines for a CALL, if any. */
void dump_call(const struct dump_opts *o, struct buf *out, const struct event *e);

#endif
