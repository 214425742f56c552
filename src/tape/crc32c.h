/* CRC-32C (Castagnoli), as iSCSI (RFC 3720, 12.1) and ext4 use it. */
#ifndef RINGSIDE_TAPE_CRC32C_H
#define RINGSIDE_TAPE_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* The checksum of the bytes; crc32c("123456789") is 0xe3069283. */
uint32_t crc32c(const void *data, size_t len);

#endif
