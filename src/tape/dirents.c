/* Directories in columns: see dirents.h. */
#include "tape/dirents.h"

#include <string.h>

/* Offsets in struct linux_dirent64. */
enum { AT_INODE = 0, AT_POSITION = 8, AT_LENGTH = 16, AT_TYPE = 18, AT_NAME = 19, ENTRY_LEAST = 24 };

/* An entry's kind: its type, how the bytes after its name are told, whether the position is the one that is known to lead to the next. */
enum { KIND_TYPE = 15, PAD_ZERO = 0, PAD_BEFORE = 16, PAD_TOLD = 32, PAD_BITS = 48, KIND_KNOWN = 64, KIND_END = 128 };

enum { BEFORE_MAX = 1 << 20 };

void dirents_reset(struct dirents *d)
{
	d->last_inode = d->last_parent = 0;
	d->before.len = 0;
	memset(d->after, 0, sizeof(d->after));
}

void dirents_done(struct dirents *d)
{
	buf_done(&d->before);
}

/* All of the entry, when its name has `len` bytes. */
static size_t entry_bytes(size_t len)
{
	return (AT_NAME + len + 1 + 7) & ~(size_t)7;
}

static size_t name_len(const uint8_t *entry, size_t length)
{
	const uint8_t *end = memchr(entry + AT_NAME, '\0', length - AT_NAME);

	return end ? (size_t)(end - entry) - AT_NAME : length;
}

bool dirents_is(const uint8_t *data, size_t len)
{
	size_t at = 0;

	while (len - at >= ENTRY_LEAST) {
		size_t length = le_get(data + at + AT_LENGTH, 2);
		if (length < ENTRY_LEAST || length > len - at || data[at + AT_TYPE] > KIND_TYPE ||
		    entry_bytes(name_len(data + at, length)) != length)
			return false;
		at += length;
	}
	return at == len && len;
}

static uint64_t *position_of(struct dirents *d, const uint8_t *name, size_t len)
{
	uint64_t h = len;

	for (size_t i = 0; i < len; i++)
		h = (h ^ name[i]) * 0x100000001b3;
	return &d->after[(h ^ h >> 29) % DIRENT_NAMES];
}

/* ".." is another neighbourhood. */
static uint64_t *neighbour_of(struct dirents *d, const uint8_t *name, size_t len)
{
	return len == 2 && name[0] == '.' && name[1] == '.' ? &d->last_parent : &d->last_inode;
}

/* Bytes [at, at + len) of the buffer as they were; what was never seen is zeros. */
static void before_get(const struct dirents *d, size_t at, size_t len, uint8_t *out)
{
	memset(out, 0, len);
	if (at < d->before.len)
		memcpy(out, d->before.data + at, d->before.len - at < len ? d->before.len - at : len);
}

static void before_set(struct dirents *d, const uint8_t *data, size_t len)
{
	if (len > BEFORE_MAX)
		return;
	buf_grow(&d->before, len > d->before.len ? len - d->before.len : 0);
	memcpy(d->before.data, data, len);
	if (len > d->before.len)
		d->before.len = len;
}

/* ---- writing ---- */

static uint8_t pad_kind(const struct dirents *d, size_t at, const uint8_t *pad, size_t len)
{
	static const uint8_t zeros[8];
	uint8_t before[8];

	if (memcmp(pad, zeros, len) == 0)
		return PAD_ZERO;
	before_get(d, at, len, before);
	return memcmp(pad, before, len) == 0 ? PAD_BEFORE : PAD_TOLD;
}

/* `position` is the one of the entry before, *known where to find the expected one. */
static uint8_t put_position(struct dirents *d, uint64_t *known, uint64_t position, uint64_t last)
{
	if (*known == position)
		return KIND_KNOWN;
	*known = position;
	sized_put(&d->position, position - last);
	return 0;
}

void dirents_put(struct dirents *d, struct lane *text, const uint8_t *data, size_t len)
{
	uint64_t last_position = 0;

	for (size_t at = 0, length; at < len; at += length) {
		const uint8_t *e = data + at, *next;
		length = le_get(e + AT_LENGTH, 2);
		next = at + length < len ? e + length + AT_NAME : (const uint8_t *)"";
		size_t n = name_len(e, length), pad = AT_NAME + n + 1;
		uint64_t *near = neighbour_of(d, e + AT_NAME, n), position = le_get(e + AT_POSITION, 8);
		uint8_t kind = (uint8_t)(e[AT_TYPE] | pad_kind(d, at + pad, e + pad, length - pad) | (at + length == len ? KIND_END : 0));

		kind |= put_position(d, position_of(d, next, strlen((const char *)next)), position, last_position);
		buf_putc(&d->kinds.out, (char)kind);
		buf_put(&text->out, e + AT_NAME, n + 1);
		sized_put(&d->inode, le_get(e + AT_INODE, 8) - *near);
		if ((kind & PAD_BITS) == PAD_TOLD)
			buf_put(&d->pads.out, e + pad, length - pad);
		*near = le_get(e + AT_INODE, 8);
		last_position = position;
	}
	before_set(d, data, len);
}

/* ---- reading ---- */

/* Bytes of the entries that come next in the lanes; 0 when they are not all there. */
static size_t coming_bytes(const struct dirents *d, const struct lane *text)
{
	const uint8_t *name = text->in.at, *kind = d->kinds.in.at;
	size_t sum = 0;

	for (bool more = true; more; kind++) {
		const uint8_t *end = name < text->in.end ? memchr(name, '\0', (size_t)(text->in.end - name)) : NULL;
		if (!end || kind == d->kinds.in.end || end - name > UINT16_MAX - ENTRY_LEAST)
			return 0;
		sum += entry_bytes((size_t)(end - name));
		name = end + 1;
		more = !(*kind & KIND_END);
	}
	return sum;
}

static void get_pad(struct dirents *d, uint8_t kind, size_t at, uint8_t *out, size_t len)
{
	const uint8_t *told = NULL;

	memset(out, 0, len);
	if ((kind & PAD_BITS) == PAD_BEFORE)
		before_get(d, at, len, out);
	else if ((kind & PAD_BITS) == PAD_TOLD && (told = bytes_take(&d->pads.in, len)))
		memcpy(out, told, len);
}

static uint64_t get_position(struct dirents *d, uint8_t kind, uint64_t *known, uint64_t last)
{
	if (!(kind & KIND_KNOWN))
		*known = last + sized_get(&d->position);
	return *known;
}

const uint8_t *dirents_get(struct dirents *d, struct lane *text, struct arena *a, size_t *len, size_t *room)
{
	size_t sum = coming_bytes(d, text);
	uint64_t position = 0;

	if (!sum || sum > *room)
		return NULL;
	*room -= sum;
	uint8_t *data = arena_alloc(a, sum);
	for (size_t at = 0, length; at < sum; at += length) {
		uint8_t *e = data + at, kind = bytes_u8(&d->kinds.in);
		const uint8_t *name = text->in.at;
		size_t n = strlen((const char *)name), pad = AT_NAME + n + 1;
		uint64_t *near = neighbour_of(d, name, n);

		length = entry_bytes(n);
		text->in.at += n + 1;
		const uint8_t *next = kind & KIND_END ? (const uint8_t *)"" : text->in.at;
		position = get_position(d, kind, position_of(d, next, strlen((const char *)next)), position);
		*near += sized_get(&d->inode);
		le_put(e + AT_INODE, 8, *near);
		le_put(e + AT_POSITION, 8, position);
		le_put(e + AT_LENGTH, 2, length);
		e[AT_TYPE] = kind & KIND_TYPE;
		memcpy(e + AT_NAME, name, n + 1);
		get_pad(d, kind, at + pad, e + pad, length - pad);
	}
	before_set(d, data, sum);
	*len = sum;
	return data;
}
