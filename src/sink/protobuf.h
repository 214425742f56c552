/*
 * Protocol Buffers' wire format, as far as it takes to write: a message is fields, each a key and a number or bytes
 * (https://protobuf.dev/programming-guides/encoding/). A nested message is written to a buffer of its own first.
 */
#ifndef RINGSIDE_SINK_PROTOBUF_H
#define RINGSIDE_SINK_PROTOBUF_H

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

enum { PROTO_VARINT = 0, PROTO_BYTES = 2 };

static inline void proto_varint(struct buf *b, uint64_t v)
{
	for (; v > 0x7f; v >>= 7)
		buf_putc(b, (char)(v | 0x80));
	buf_putc(b, (char)v);
}

static inline void proto_number(struct buf *b, unsigned field, uint64_t v)
{
	proto_varint(b, field << 3 | PROTO_VARINT);
	proto_varint(b, v);
}

static inline void proto_bytes(struct buf *b, unsigned field, const void *data, size_t len)
{
	proto_varint(b, field << 3 | PROTO_BYTES);
	proto_varint(b, len);
	buf_put(b, data, len);
}

static inline void proto_string(struct buf *b, unsigned field, const char *s)
{
	proto_bytes(b, field, s, strlen(s));
}

/* Takes the message out of its buffer. */
static inline void proto_message(struct buf *b, unsigned field, struct buf *message)
{
	proto_bytes(b, field, message->len ? message->data : "", message->len);
	message->len = 0;
}

#endif
