/*
 * The text visitor: values in strace's notation, appended to a buffer.
 */
#ifndef RINGSIDE_SINK_SHOW_H
#define RINGSIDE_SINK_SHOW_H

#include "base/buf.h"
#include "decode/value.h"
#include "sink/palette.h"

enum symbols_as { SYMBOLS_ABBREV, SYMBOLS_RAW, SYMBOLS_VERBOSE }; /* -X */
enum escape_as { ESCAPE_OCTAL, ESCAPE_HEX_STRING /* -x */, ESCAPE_HEX_ALL /* -xx */, ESCAPE_HEX_CHARS };

struct show_opts {
	enum symbols_as symbols;
	enum escape_as escape;
	uint32_t max_string;  /* -s: bytes shown of a string that is no path */
	bool arg_names;       /* -N */
};

struct output;

enum { SHOW_DEPTH_MAX = 32 };

struct show {
	struct visitor visitor;         /* pass &show.visitor to decode_*() */
	const struct show_opts *opts;
	struct buf *out;
	struct output *painted;         /* of which `out` is the text; NULL: no colours */
	enum paint base;                /* of values: PAINT_ARGVAL or PAINT_RETVAL */
	unsigned depth;
	bool started[SHOW_DEPTH_MAX];   /* whether the group at each depth has a member */
	const char *between[SHOW_DEPTH_MAX]; /* what separates members */
	bool set[SHOW_DEPTH_MAX];       /* GROUP_SET, GROUP_NOT_SET */
	bool list[SHOW_DEPTH_MAX];      /* GROUP_LIST: names are left out */
	size_t joined_end;              /* where a number whose parts are being shown behind it ends; or 0 */
	size_t joined_from, joined_parts; /* -X verbose: where that number begins, and where its parts do */
	bool joined_names;              /* ... and parts are shown by their names */
	size_t name_at, name_end;       /* the name of the member that was written last, with its `=` */
	bool result[SHOW_DEPTH_MAX];    /* GROUP_RESULT: a word and its value are separated by a space */
};

/* Ready for one call's arguments. Without colours; set `painted` and `base` for them. */
void show_init(struct show *s, const struct show_opts *opts, struct buf *out);
/* A name as it stands within <>. */
void show_escaped(const struct show_opts *opts, struct buf *out, const void *name, size_t len);
/* A quoted, escaped string as strace prints it, with no limit. */
void show_quoted(const struct show_opts *opts, struct buf *out, const void *data, size_t len);

#endif
