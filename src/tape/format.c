/* Packing of the fixed parts: see format.h. */
#include "tape/format.h"

#include <errno.h>
#include <string.h>

#include "tape/bytes.h"
#include "tape/crc32c.h"

void header_pack(uint8_t out[TAPE_HEADER_BYTES], const struct tape_header *h)
{
	memset(out, 0, TAPE_HEADER_BYTES);
	memcpy(out, TAPE_MAGIC, 8);
	le_put(out + 8, 2, h->version);
	le_put(out + 10, 2, h->len);
	le_put(out + 16, 8, h->required);
	le_put(out + 24, 8, h->optional);
	le_put(out + 32, 8, h->id);
	le_put(out + 12, 4, crc32c(out, TAPE_HEADER_BYTES));
}

int header_unpack(struct tape_header *h, const uint8_t in[TAPE_HEADER_BYTES])
{
	uint8_t copy[TAPE_HEADER_BYTES];

	if (memcmp(in, TAPE_MAGIC, 8))
		return -EINVAL;
	memcpy(copy, in, sizeof(copy));
	le_put(copy + 12, 4, 0);
	if (crc32c(copy, sizeof(copy)) != le_get(in + 12, 4))
		return -EBADMSG;
	*h = (struct tape_header){
		.version = (uint16_t)le_get(in + 8, 2), .len = (uint16_t)le_get(in + 10, 2),
		.required = le_get(in + 16, 8), .optional = le_get(in + 24, 8), .id = le_get(in + 32, 8),
	};
	return h->len < TAPE_HEADER_BYTES ? -EBADMSG : 0;
}

void chunk_pack(uint8_t out[CHUNK_HEAD_BYTES], const struct chunk_head *h, uint64_t tape_id)
{
	memset(out, 0, CHUNK_HEAD_BYTES);
	memcpy(out, CHUNK_MAGIC, 8);
	le_put(out + 8, 8, tape_id);
	le_put(out + 16, 4, h->type);
	le_put(out + 20, 4, h->flags);
	le_put(out + 24, 8, h->serial);
	le_put(out + 32, 4, h->summary_len);
	le_put(out + 36, 4, h->payload_len);
	le_put(out + 40, 4, h->summary_crc);
	le_put(out + 44, 4, h->payload_crc);
	le_put(out + 60, 4, crc32c(out, 60));
}

bool chunk_unpack(struct chunk_head *h, const uint8_t in[CHUNK_HEAD_BYTES], uint64_t tape_id)
{
	if (memcmp(in, CHUNK_MAGIC, 8) || le_get(in + 8, 8) != tape_id || crc32c(in, 60) != le_get(in + 60, 4))
		return false;
	*h = (struct chunk_head){
		.type = (uint32_t)le_get(in + 16, 4), .flags = (uint32_t)le_get(in + 20, 4), .serial = le_get(in + 24, 8),
		.summary_len = (uint32_t)le_get(in + 32, 4), .payload_len = (uint32_t)le_get(in + 36, 4),
		.summary_crc = (uint32_t)le_get(in + 40, 4), .payload_crc = (uint32_t)le_get(in + 44, 4),
	};
	return h->summary_len <= CHUNK_SUMMARY_MAX && h->payload_len <= CHUNK_PAYLOAD_MAX;
}
