/* Calls as programmers write them: a C prototype, and what each argument means, from the tables of descriptions. */
#ifndef RINGSIDE_INSIGHT_SIGNATURE_H
#define RINGSIDE_INSIGHT_SIGNATURE_H

#include <stdint.h>

#include "base/abi.h"

struct buf;
struct call;
struct desc;
struct field;
struct shape;

/* Appends "ssize_t read(int fd, void *buf, unsigned long count)" for one form of a call. */
void signature_prototype(struct buf *out, const struct desc *d, enum abi abi, const struct call *c, const struct shape *s);
/* Appends the C type of a type of the tables, with a blank at its end unless that is a '*'. */
void signature_type(struct buf *out, const struct desc *d, enum abi abi, uint16_t type);
/* Appends what an argument is: "a descriptor", "read: a path", "written: bytes, count at most". Names of flags are not told here. */
void signature_meaning(struct buf *out, const struct desc *d, const struct shape *s, const struct field *f);
/* Appends an expression over the arguments, as in the descriptions: "flags & 0x40". */
void signature_expr(struct buf *out, const struct desc *d, const struct shape *s, uint16_t expr);
/* The set whose names an argument is shown with, through pointers and arrays; or 0. */
uint16_t signature_set(const struct desc *d, uint16_t type);

#endif
