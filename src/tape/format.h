/*
 * The tape file: what man/tape.5 describes, as numbers. A file is a header, a META chunk, DATA chunks, and, when the recorder ended
 * in order, an INDEX chunk and an END chunk. Numbers of fixed size are little-endian.
 */
#ifndef RINGSIDE_TAPE_FORMAT_H
#define RINGSIDE_TAPE_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#define TAPE_MAGIC "\x89RTAPE\r\n"
#define CHUNK_MAGIC "\xb7" "chunk\r\n"

enum {
	TAPE_VERSION = 2,
	TAPE_HEADER_BYTES = 64,
	CHUNK_HEAD_BYTES = 64,
	CHUNK_SUMMARY_MAX = 16 << 20,
	CHUNK_PAYLOAD_MAX = 1 << 30,
	STREAM_RAW_MAX = 256 << 20,
	END_PAYLOAD_BYTES = 8,
};

/* What a reader must know to read a tape at all. */
enum { FEATURE_ZSTD = 1, FEATURES_KNOWN = FEATURE_ZSTD };

/* Header: magic 8, version u16, header length u16, CRC u32 (of the header with this field 0), required and optional features u64 each,
 * tape id u64, zeros. */
struct tape_header {
	uint16_t version;
	uint16_t len;
	uint64_t required, optional;
	uint64_t id;
};

enum chunk_type {
	CHUNK_META = 0x4154454d,  /* "META" in the file, and so on */
	CHUNK_DATA = 0x41544144,
	CHUNK_INDEX = 0x58444e49,
	CHUNK_END = 0x20444e45,
};

/* Set in flags when a reader that doesn't know the type cannot make sense of the rest. */
enum { CHUNK_REQUIRED = 1 };

/* Head: magic 8, tape id u64, type u32, flags u32, serial u64, lengths of summary and payload u32 each, CRCs of summary and payload
 * u32 each, zeros 12, CRC u32 of the 60 bytes before. */
struct chunk_head {
	uint32_t type, flags;
	uint64_t serial;        /* of DATA chunks: 0, 1, 2, ... */
	uint32_t summary_len, payload_len;
	uint32_t summary_crc, payload_crc;
};

void header_pack(uint8_t out[TAPE_HEADER_BYTES], const struct tape_header *h);
/* 0; -EINVAL when it is no tape, -EBADMSG when it is damaged. */
int header_unpack(struct tape_header *h, const uint8_t in[TAPE_HEADER_BYTES]);

void chunk_pack(uint8_t out[CHUNK_HEAD_BYTES], const struct chunk_head *h, uint64_t tape_id);
/* Whether these bytes are the head of a chunk of that tape. */
bool chunk_unpack(struct chunk_head *h, const uint8_t in[CHUNK_HEAD_BYTES], uint64_t tape_id);

static inline uint64_t chunk_bytes(const struct chunk_head *h)
{
	return (uint64_t)CHUNK_HEAD_BYTES + h->summary_len + h->payload_len;
}

/* Sections of a DATA chunk's summary; {id, length, bytes} each, numbers as varints. Unknown ones are skipped. */
enum { SUMMARY_COUNTS = 1, SUMMARY_TASKS = 2, SUMMARY_CALLS = 3 };

/* Streams of a DATA chunk's payload. */
enum stream_id {
	STREAM_FORMS = 1,  /* definitions of forms: what events of a kind have in common */
	STREAM_FORM,       /* an event: its form */
	STREAM_TASKS,      /* pid and tid of the tasks, by first appearance */
	STREAM_TASK,       /* an event: its task */
	STREAM_TIME_SIZE,  /* an event: bits of its time, and the sign */
	STREAM_TIME_BITS,
	STREAM_DURATION_SIZE,
	STREAM_DURATION_BITS,
	STREAM_RET,        /* from here on, lanes by group */
	STREAM_CPU,
	STREAM_ARGS,
	STREAM_ADDRESSES,  /* instruction and stack pointers */
	STREAM_MISC,       /* signal, status, ... */
	STREAM_BLOBS,      /* which bytes, their length, address, wanted length */
	STREAM_TEXT,       /* bytes of blobs that are text */
	STREAM_BINARY,     /* the others, by length */
	STREAM_DIRENTS,    /* what directories hold, but for names, which are text: kinds */
	STREAM_PADS,
	STREAM_INODE_SIZE,
	STREAM_INODE_BITS,
	STREAM_POSITION_SIZE,
	STREAM_POSITION_BITS,
	STREAM_COUNT,
};

enum { STREAM_LAST_BRIEF = STREAM_CPU };

/* Bits that are noise: compressing is not tried. */
static inline bool stream_is_noise(unsigned id)
{
	return id == STREAM_TIME_BITS || id == STREAM_DURATION_BITS || id == STREAM_INODE_BITS || id == STREAM_POSITION_BITS;
}

enum { CODEC_STORED, CODEC_ZSTD };

/* Sections of META. */
enum {
	META_PROGRAM = 1, META_HOST, META_RELEASE, META_VERSION, META_MACHINE, META_ABI, META_CLOCK, META_ARGV, META_ENV, META_CAPTURE,
	META_PROCESS, META_REDACTED,
};

#endif
