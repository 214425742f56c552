/* Colours of text: what a piece of it is, and the codes that a terminal wants for that (ECMA-48, "select graphic rendition"). */
#ifndef RINGSIDE_SINK_PALETTE_H
#define RINGSIDE_SINK_PALETTE_H

#include <stdbool.h>
#include <stddef.h>

enum paint {
	PAINT_NONE, PAINT_SYSCALL, PAINT_ARGNAME, PAINT_ARGVAL, PAINT_CALL, PAINT_CONST, PAINT_COMMENT, PAINT_PUNCT, PAINT_RETVAL,
	PAINT_ERROR, PAINT_COUNT,
};

struct palette {
	char codes[PAINT_COUNT][24]; /* "1;33" */
};

/* The usual colours, changed by `custom` ("syscall=1;33:const=34"), if any. What is no key or no code in it is passed over. */
void palette_init(struct palette *p, const char *custom);
/* Whether colours suit what is behind a descriptor: a terminal that has them, and nobody who asked for none (NO_COLOR). */
bool palette_suits(int fd);

#endif
