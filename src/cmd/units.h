/* Sizes and times as users write them. */
#ifndef RINGSIDE_CMD_UNITS_H
#define RINGSIDE_CMD_UNITS_H

#include <stdint.h>

/* "4096", "10k", "1.5M", "2G", "1T", with or without B or iB behind: powers of 1024. 0, or -EINVAL. */
int units_bytes(const char *text, uint64_t *out);

/* "10" and "10s", "1.5ms", "20us", "5ns", "3m", "1h", "2d". 0, or -EINVAL. */
int units_ns(const char *text, uint64_t *out);

#endif
