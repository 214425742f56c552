/* What pages tell beside the recording: calls, registers, the machines. Each appends members of the page's head, with a comma before. */
#ifndef RINGSIDE_CMD_PAGE_FACTS_H
#define RINGSIDE_CMD_PAGE_FACTS_H

#include <stdbool.h>

#include "desc/table.h"

struct buf;
struct symbols;
struct tape_meta;

/* The members of what is known of a call. */
void page_put_about(const struct desc *d, const char *name, struct buf *out);
/* Host and kernel, of the tape or else of this machine, and the command line: the tape's, or `argv`. `title` may be NULL. */
void page_put_origin(const struct tape_meta *meta, char *const *argv, const char *title, struct buf *out);
/* Which registers carry what, by ABI. */
void page_put_registers(struct buf *out);
/* What crossing costs here; measures for about a second. */
void page_put_costs(struct buf *out);
/* Whether calls have stacks, and if not, why: `"stacks":"yes"`, "none" or "unsupported". */
void page_put_stacks(bool recorded, const struct symbols *symbols, struct buf *out);

/* Opens a file or address in a browser: xdg-open. */
void page_show(const char *what);

#endif
