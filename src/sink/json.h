/*
 * Values as JSON, the second visitor. The objects around them are jsonl.h's; the schema there has the same forms.
 *
 * A value is a number; a string when it is beyond 2^53 - 1 either way, so that no parser rounds it; null for NULL. Else an object:
 *   {"raw": 577, "symbols": "O_WRONLY|O_CREAT|O_TRUNC"}          a number with names; "unknown" instead when nothing in it has one
 *   {"text": "hello"} or {"hex": "ff00"} when it is no UTF-8     bytes; "cut": true when there were more
 *   {"address": "0x7f..", "state": "unreadable"}                 a pointer that was not followed: plain unreadable skipped failed
 *   {"before": .., "after": ..}                                  what the call changed
 *   {"value": .., "path": ".."}                                  and what is known of it: path, device, socket, comm, file, remark
 *   {"value": .., "remarks": [..]}                               a result, and what it means beyond
 *   {"call": "makedev", "args": [..]}                            a value that text shows like a function call
 *   {"not": [..]}                                                a complemented set
 * Structs are objects, arrays and sets arrays; "...": true, or a last element "...", says that members were left out. A struct's
 * field that has the first name of one of these objects gets a '_' behind it, so that a reader can tell them apart.
 */
#ifndef RINGSIDE_SINK_JSON_H
#define RINGSIDE_SINK_JSON_H

#include <stdbool.h>

#include "base/buf.h"
#include "decode/value.h"

enum { JSON_DEPTH_MAX = 32 };

struct json {
	struct visitor visitor; /* pass &json.visitor to decode_*() */
	struct buf *out;
	unsigned depth;
	unsigned raw_args;      /* arguments without a name so far */
	struct json_level {
		uint8_t group;      /* enum group, or JSON_ARGS */
		bool started;
		bool changing;      /* an "after" is open */
		bool more;          /* it says that members were left out */
		bool named;         /* GROUP_RESULT: {"name": } around the element is open */
		uint8_t notes;      /* bits of enum note: what the object around the last value has */
		size_t last;        /* where the last value starts */
	} levels[JSON_DEPTH_MAX];
};

/* Ready for one call's arguments; the caller writes the braces around them. */
void json_init(struct json *j, struct buf *out);
/* Ready for one value; a result with remarks becomes {"value": .., "remarks": [..]}. */
void json_init_value(struct json *j, struct buf *out);
/* After the last argument or value: closes what that left open. */
void json_end(struct json *j);

/* A string with quotes: as it is when it is UTF-8, with each other byte as U+FFFD. */
void json_string(struct buf *out, const void *data, size_t len);
/* A number, or a string when it is too large for a double. */
void json_number(struct buf *out, uint64_t raw, bool is_signed);

#endif
