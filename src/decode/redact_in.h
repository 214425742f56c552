/* What the files of redaction share: redact.c finds out which bytes are what, redact_address.c knows addresses. */
#ifndef RINGSIDE_DECODE_REDACT_IN_H
#define RINGSIDE_DECODE_REDACT_IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "decode/redact.h"

/* SipHash-2-4 with the redactor's key: who knows some of the names cannot find the key and with it the others. */
uint64_t redact_hash(const struct redactor *r, const uint8_t *data, size_t len);

/* Another address in place of one of 4 or 16 bytes, in network order. Those that tell nothing stay: 127.0.0.1, 0.0.0.0, ::1 and such. */
void redact_inet(const struct redactor *r, uint8_t *addr, size_t len);

/*
 * Appends what BLOB_SOCKET says of a socket's ends, "TCP:[127.0.0.1:80->10.0.0.1:4242]" or "TCPv6:[[::1]:80]", with other addresses.
 * False when there were none.
 */
bool redact_inet_text(const struct redactor *r, const char *text, size_t len, struct buf *out);

#endif
