/*
 * Rows as compact columns: a column is the gzip of one number a row, LEB128; signed ones are zigzag. What is binary stands in pages as base64.
 */
#ifndef RINGSIDE_SINK_PAGE_PACK_H
#define RINGSIDE_SINK_PAGE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct page_columns;
struct page_numbers;
struct page_row;

enum { PAGE_COLUMNS = 10 };

extern const char *const page_column_names[PAGE_COLUMNS];

/* Whether this build can, which takes zlib. */
bool page_pack_supported(void);

/* One column on its own. `level` of compression: 1 (fast) to 9. */
struct page_numbers *page_numbers_new(int level);
void page_numbers_put(struct page_numbers *n, uint64_t value);
/* Appends its base64, and frees. */
void page_numbers_end(struct page_numbers *n, struct buf *base64);

/* Those of rows; times are from `first_ns` on. */
struct page_columns *page_columns_new(int level);
void page_columns_put(struct page_columns *c, const struct page_row *row, uint64_t first_ns);
/* Gives the base64 of each column to put(), and frees. */
void page_columns_end(struct page_columns *c, void (*put)(void *ctx, const char *name, const struct buf *base64), void *ctx);

/* Appends the gzip of `data`. */
void page_gzip(struct buf *out, const void *data, size_t len, int level);
/* Appends in base64, RFC 4648. */
void page_base64(struct buf *out, const void *data, size_t len);

#endif
