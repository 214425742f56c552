/* Explanations in words, from the tables and calls/about. Each appends text of `columns` columns and returns whether there was anything to say. */
#ifndef RINGSIDE_INSIGHT_EXPLAIN_H
#define RINGSIDE_INSIGHT_EXPLAIN_H

#include <stdbool.h>

struct buf;
struct desc;

/* "openat": what it does, its arguments, numbers, registers, errors. */
bool explain_call(struct buf *out, const struct desc *d, const char *name, unsigned columns);
/* "ENOENT", "2": what the error means, and which calls are known to return it. */
bool explain_errno(struct buf *out, const struct desc *d, const char *word, unsigned columns);
/* "SIGSEGV". */
bool explain_signal(struct buf *out, const struct desc *d, const char *word, unsigned columns);
/* "O_CLOEXEC": its value, and which arguments of which calls have it. */
bool explain_constant(struct buf *out, const struct desc *d, const char *word, unsigned columns);
/* A line as trace prints it: "openat(AT_FDCWD, "x", O_CREAT) = -1 EACCES". */
bool explain_line(struct buf *out, const struct desc *d, const char *line, unsigned columns);
/* How much of what Linux has is described: calls, requests and options by family, and which calls need custom code. */
void explain_coverage(struct buf *out, const struct desc *d, unsigned columns);
/* A label, and text beside it, broken at `columns`: what the others are made of. */
void explain_entry(struct buf *out, const char *label, const char *text, unsigned columns);
/* Which register carries what, in every ABI. */
void explain_registers(struct buf *out);

#endif
