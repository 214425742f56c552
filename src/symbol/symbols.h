/*
 * Stacks of events in words: functions, demangled, and lines of source. What was asked for once is remembered.
 */
#ifndef RINGSIDE_SYMBOL_SYMBOLS_H
#define RINGSIDE_SYMBOL_SYMBOLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct images;
struct symbols;

struct frame_info {
	const char *path;     /* of the module, as it was mapped; NULL: the address is in none */
	const char *function; /* NULL: not known */
	uint64_t plus;        /* bytes into the function */
	uint64_t offset;      /* in the file; without a file, the address */
	const char *file;     /* of the source; NULL: not known */
	unsigned line;
};

/* `lines`: look for source lines, too. The images stay the caller's and must outlive this. */
struct symbols *symbols_new(struct images *images, bool lines);
void symbols_free(struct symbols *s); /* NULL: nothing */

/*
 * What the frames of a stack are, given the bytes of its two blobs (stack.h). The number of frames in *out, which is valid until the
 * next call.
 */
unsigned symbols_of(struct symbols *s, const uint8_t *frames, size_t frames_len, const uint8_t *modules, size_t modules_len,
                    const struct frame_info *const **out);

#endif
