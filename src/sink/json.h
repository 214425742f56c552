/*
 * JSON Lines: one object an event. Names are stable; `ringside explain --json-schema` will describe them.
 *
 *   type    "call" "entered" "signal" "stop" "start" "exec" "exit" "detach" "lost"
 *   time    seconds since 1970 with nanoseconds, a string: no common parser keeps 19 digits of a number
 *   pid tid comm abi; of calls: call nr args ret error duration_ns
 *
 * A value is a number; a string when it is beyond 2^53 - 1 either way, so that no parser rounds it; null for NULL. Else an object:
 *   {"raw": 577, "symbols": "O_WRONLY|O_CREAT|O_TRUNC"}          a number with names; "unknown" instead when nothing in it has one
 *   {"text": "hello"} or {"hex": "ff00"} when it is no UTF-8     bytes; "cut": true when there were more
 *   {"address": "0x7f..", "state": "unreadable"}                 a pointer that was not followed: plain unreadable skipped failed
 *   {"before": .., "after": ..}                                  what the call changed
 *   {"value": .., "path": ".."}                                  and what is known of it beyond: path, comm, remark
 *   {"makedev": [..]}                                            a value that text shows like a function call
 * Structs are objects, arrays and sets arrays; "...": true, or a last element "...", says that members were left out;
 * a complemented set is {"not": [..]}.
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
		bool named;         /* GROUP_RESULT: {"name": } around the element is open */
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
