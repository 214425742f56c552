/*
 * Reading tapes: finding chunks, checking them, telling what is damaged. What is in a chunk is decode.c's.
 *
 * A chunk's length is believed only as far as a chunk begins behind it; otherwise the next one is searched byte by byte. The tape's id
 * in every head keeps chunks of another tape, which a traced program may have read or written, from being taken for chunks of this one.
 */
#include "tape/tape.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "base/worker.h"
#include "tape/bytes.h"
#include "tape/chunk.h"
#include "tape/crc32c.h"
#include "tape/format.h"
#include "tape/meta.h"
#include "tape/stream.h"

enum { SEARCH_BYTES = 1 << 16, RESCUE_BYTES = 1 << 20 };

/* The chunk after the one being decoded, as another thread has found it meanwhile. */
struct prepared {
	uint64_t at;
	bool begun, ready; /* ready: it can be taken, as soon as the worker is done */
	struct chunk_head head;
	struct tape_summary summary;
	struct arena arena;
	struct buf frame;
	struct decoder *decoder;
};

struct tape {
	int fd;
	uint64_t id;
	struct tape_select select;
	struct decoder *decoder;
	struct tape_meta meta;
	struct arena meta_arena, chunk_arena, index_arena;
	struct buf frame, search;
	uint64_t first, at, end;   /* of the file: the first chunk, the next one, where to stop */
	uint64_t last_ns;          /* of the last chunk read */
	uint64_t expected;         /* serial of the next DATA chunk, or ANY_SERIAL */
	struct tape_summary now;   /* the chunk being decoded */
	bool decoding, finished;
	int header_error;          /* still to be told */
	struct tape_damage damage;
	VEC(struct tape_summary) chunks;
	bool have_chunks;
	struct worker *worker;     /* NULL: none yet, or none to be had */
	struct prepared next;
};

#define ANY_SERIAL UINT64_MAX

/* ---- bytes of the file ---- */

/* How many of the bytes there are, or -errno. */
static ssize_t read_at(const struct tape *t, void *data, size_t len, uint64_t at)
{
	size_t got = 0;

	while (got < len) {
		ssize_t n = pread(t->fd, (char *)data + got, len - got, (off_t)(at + got));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -errno;
		if (!n)
			break;
		got += (size_t)n;
	}
	return (ssize_t)got;
}

static uint64_t file_bytes(const struct tape *t)
{
	struct stat st;

	return fstat(t->fd, &st) ? 0 : (uint64_t)st.st_size;
}

/* The head at that place: 1, 0 when there is none (or not all of it), or -errno. */
static int head_at(const struct tape *t, uint64_t at, struct chunk_head *h)
{
	uint8_t bytes[CHUNK_HEAD_BYTES];
	ssize_t n = read_at(t, bytes, sizeof(bytes), at);

	if (n < 0)
		return (int)n;
	return n == sizeof(bytes) && chunk_unpack(h, bytes, t->id);
}

/* The place of the first chunk of this tape at or after `at`; the file's end when there is none. */
static uint64_t find_chunk(struct tape *t, uint64_t at)
{
	struct chunk_head h;

	buf_grow(&t->search, SEARCH_BYTES);
	for (;;) {
		ssize_t n = read_at(t, t->search.data, SEARCH_BYTES, at);
		if (n < CHUNK_HEAD_BYTES)
			return file_bytes(t);
		const char *p = t->search.data, *last = p + n - CHUNK_HEAD_BYTES;
		while (p <= last && (p = memchr(p, CHUNK_MAGIC[0], (size_t)(last - p) + 1))) {
			if (chunk_unpack(&h, (const uint8_t *)p, t->id))
				return at + (uint64_t)(p - t->search.data);
			p++;
		}
		at += (uint64_t)n - CHUNK_HEAD_BYTES + 1;
	}
}

/* Reads summary and perhaps payload into *frame; whether they are what was written. */
static bool read_parts_into(const struct tape *t, struct buf *frame, uint64_t at, const struct chunk_head *h, bool payload)
{
	size_t len = h->summary_len + (payload ? h->payload_len : 0);

	frame->len = 0;
	buf_grow(frame, len);
	if (read_at(t, frame->data, len, at + CHUNK_HEAD_BYTES) != (ssize_t)len)
		return false;
	frame->len = len;
	if (crc32c(frame->data, h->summary_len) != h->summary_crc)
		return false;
	return !payload || crc32c(frame->data + h->summary_len, h->payload_len) == h->payload_crc;
}

static bool read_parts(struct tape *t, uint64_t at, const struct chunk_head *h, bool payload)
{
	return read_parts_into(t, &t->frame, at, h, payload);
}

static bool read_summary_into(const struct tape *t, struct buf *frame, uint64_t at, const struct chunk_head *h, struct arena *a,
                              struct tape_summary *s)
{
	*s = (struct tape_summary){.offset = at, .bytes = chunk_bytes(h), .serial = h->serial};
	return at + chunk_bytes(h) <= file_bytes(t) && read_parts_into(t, frame, at, h, false) &&
	       summary_unpack(s, a, frame->data, h->summary_len);
}

static bool read_summary(struct tape *t, uint64_t at, const struct chunk_head *h, struct arena *a, struct tape_summary *s)
{
	return read_summary_into(t, &t->frame, at, h, a, s);
}

/* ---- damage ---- */

/* When the next chunk that can be read begins. */
static uint64_t time_after(struct tape *t, uint64_t at)
{
	struct chunk_head h;
	struct tape_summary s;
	struct arena a = {0};
	uint64_t first_ns = UINT64_MAX;

	while (first_ns == UINT64_MAX && head_at(t, at, &h) == 1 && h.type != CHUNK_END) {
		if (h.type == CHUNK_DATA && read_summary(t, at, &h, &a, &s))
			first_ns = s.first_ns;
		at += chunk_bytes(&h);
	}
	arena_done(&a);
	return first_ns;
}

/* What lies between t->at and `next` is lost; reading goes on there. */
static int skip_damage(struct tape *t, const char *reason, uint64_t next)
{
	t->damage = (struct tape_damage){
		.reason = reason, .offset = t->at, .bytes = next - t->at, .since_ns = t->last_ns, .until_ns = time_after(t, next),
	};
	t->damage.cut = t->damage.until_ns == UINT64_MAX && next >= file_bytes(t);
	t->at = next;
	t->expected = ANY_SERIAL;
	return TAPE_DAMAGE;
}

/* Likewise a chunk whose head is whole. Its summary, when whole, tells more. */
static int skip_chunk(struct tape *t, const struct chunk_head *h, const char *reason)
{
	struct chunk_head following;
	struct tape_summary s;
	uint64_t at = t->at, next = at + chunk_bytes(h);
	bool known = h->type == CHUNK_DATA && read_summary(t, at, h, &t->chunk_arena, &s);

	if (next != file_bytes(t) && head_at(t, next, &following) != 1)
		next = find_chunk(t, at + CHUNK_HEAD_BYTES);
	skip_damage(t, reason, next);
	if (known) {
		t->damage.since_ns = s.first_ns;
		t->damage.until_ns = s.last_ns;
		t->damage.events = s.events;
	}
	return TAPE_DAMAGE;
}

/* ---- chunk by chunk ---- */

static bool is_wanted(const struct tape *t, const struct tape_summary *s)
{
	return !t->select.chunk || t->select.chunk(t->select.ctx, s);
}

static int load(const struct tape *t, struct decoder *d, const struct buf *frame, const struct chunk_head *h, const struct tape_summary *s)
{
	bool brief = t->select.brief && !(t->select.full && t->select.full(t->select.ctx, s));

	return decoder_load(d, frame->data + h->summary_len, h->payload_len, brief);
}

/* In the worker: nothing of the tape but what stays as it is may be looked at. Whatever is unusual is left to enter_chunk(). */
static void prepare(void *ctx)
{
	struct tape *t = ctx;
	struct prepared *p = &t->next;
	const struct chunk_head *h = &p->head;

	arena_reset(&p->arena);
	p->ready = head_at(t, p->at, &p->head) == 1 && h->type == CHUNK_DATA &&
	           read_summary_into(t, &p->frame, p->at, h, &p->arena, &p->summary) && is_wanted(t, &p->summary) &&
	           read_parts_into(t, &p->frame, p->at, h, true) && !load(t, p->decoder, &p->frame, h, &p->summary);
}

/* Has the chunk at t->at prepared while the one before is decoded; a tape that has one chunk only needs no thread. */
static void prepare_next(struct tape *t)
{
	struct chunk_head h;

	if (t->select.follow || t->at >= t->end || head_at(t, t->at, &h) != 1 || h.type != CHUNK_DATA)
		return;
	if (!t->worker && !(t->worker = worker_new()))
		return;
	if (!t->next.decoder)
		t->next.decoder = decoder_new();
	t->next.at = t->at;
	t->next.begun = true;
	worker_begin(t->worker, prepare, t);
}

/* Whether the chunk at t->at was prepared: then it is the one being decoded. */
static bool take_prepared(struct tape *t, const struct chunk_head *h)
{
	struct prepared *p = &t->next;

	if (!p->begun)
		return false;
	worker_wait(t->worker);
	p->begun = false;
	if (!p->ready || p->at != t->at || memcmp(&p->head, h, sizeof(*h)) != 0)
		return false;
	struct decoder *decoder = t->decoder;
	struct arena arena = t->chunk_arena;
	t->decoder = p->decoder;
	t->chunk_arena = p->arena;
	t->now = p->summary;
	p->decoder = decoder;
	p->arena = arena;
	return true;
}

/* Chunks before this one are missing without a trace in the file. */
static int tell_gap(struct tape *t, const struct tape_summary *s)
{
	t->damage = (struct tape_damage){
		.reason = "chunks are missing", .offset = t->at, .since_ns = t->last_ns, .until_ns = s->first_ns,
	};
	t->expected = ANY_SERIAL;
	return TAPE_DAMAGE;
}

/* Makes the DATA chunk at t->at the one being decoded, or passes it by. TAPE_EVENT: go on. */
static int enter_data(struct tape *t, const struct chunk_head *h)
{
	struct tape_summary *s = &t->now;
	bool prepared = take_prepared(t, h);

	if (!prepared) {
		arena_reset(&t->chunk_arena);
		if (!read_summary(t, t->at, h, &t->chunk_arena, s))
			return skip_chunk(t, h, "a chunk is damaged");
	}
	if (t->expected != ANY_SERIAL && h->serial != t->expected)
		return tell_gap(t, s);
	t->decoding = prepared || is_wanted(t, s);
	if (t->decoding && !prepared) {
		t->decoding = false;
		if (!read_parts(t, t->at, h, true))
			return skip_chunk(t, h, "a chunk is damaged");
		int err = load(t, t->decoder, &t->frame, h, s);
		if (err == -ENOTSUP)
			return err;
		if (err)
			return skip_chunk(t, h, "a chunk cannot be decoded");
		t->decoding = true;
	}
	t->at += s->bytes;
	t->last_ns = s->last_ns;
	t->expected = h->serial + 1;
	if (t->decoding)
		prepare_next(t);
	return TAPE_EVENT;
}

/* At a place with no head: the end, or damage. */
static int no_head(struct tape *t)
{
	uint64_t size = file_bytes(t);

	if (t->at >= size)
		return t->select.follow ? TAPE_MORE : TAPE_END;
	if (t->select.follow && size - t->at < CHUNK_HEAD_BYTES)
		return TAPE_MORE;
	uint64_t next = find_chunk(t, t->at + 1);
	return skip_damage(t, next < size ? "a chunk's head is damaged" : "the tape ends within a chunk", next);
}

static int enter_chunk(struct tape *t)
{
	struct chunk_head h;
	int got = head_at(t, t->at, &h);

	if (got < 0)
		return got;
	if (!got)
		return no_head(t);
	if (t->at + chunk_bytes(&h) > file_bytes(t))
		return t->select.follow ? TAPE_MORE : skip_chunk(t, &h, "the tape ends within a chunk");
	if (h.type == CHUNK_DATA)
		return enter_data(t, &h);
	if (h.type == CHUNK_END) {
		t->finished = true;
		return TAPE_END;
	}
	if (h.type != CHUNK_META && h.type != CHUNK_INDEX && h.flags & CHUNK_REQUIRED)
		return -EPROTONOSUPPORT;
	t->at += chunk_bytes(&h);
	return TAPE_EVENT;
}

static int tell_header_damage(struct tape *t)
{
	uint64_t at = t->at;

	t->at = 0;
	t->header_error = 0;
	skip_damage(t, "the tape's header is damaged", at);
	t->damage.until_ns = t->damage.since_ns; /* no event was in it */
	t->damage.cut = false;
	return TAPE_DAMAGE;
}

int tape_next(struct tape *t, const struct event **out)
{
	if (t->header_error)
		return tell_header_damage(t);
	for (;;) {
		bool bad = false;
		if (t->decoding && (*out = decoder_next(t->decoder, &bad)))
			return TAPE_EVENT;
		t->decoding = false;
		if (bad) {
			t->damage = (struct tape_damage){
				.reason = "a chunk cannot be decoded", .offset = t->now.offset, .bytes = t->now.bytes,
				.since_ns = t->now.first_ns, .until_ns = t->now.last_ns,
			};
			return TAPE_DAMAGE;
		}
		if (t->finished || t->at >= t->end)
			return TAPE_END;
		int got = enter_chunk(t);
		if (got != TAPE_EVENT)
			return got;
	}
}

/* ---- opening ---- */

/* A tape whose header is gone is known by its first chunk. */
static int rescue(struct tape *t)
{
	struct chunk_head h;
	int err = -EINVAL;

	buf_grow(&t->search, RESCUE_BYTES);
	ssize_t n = read_at(t, t->search.data, RESCUE_BYTES, 0);
	for (ssize_t i = 0; err && i + CHUNK_HEAD_BYTES <= n; i++) {
		const uint8_t *p = (const uint8_t *)t->search.data + i;
		t->id = le_get(p + 8, 8);
		if (*p == (uint8_t)CHUNK_MAGIC[0] && chunk_unpack(&h, p, t->id)) {
			t->first = (uint64_t)i;
			err = 0;
		}
	}
	return err;
}

static int read_header(struct tape *t, const char **why)
{
	uint8_t bytes[TAPE_HEADER_BYTES] = {0};
	struct tape_header h;
	ssize_t n = read_at(t, bytes, sizeof(bytes), 0);

	if (n < 0)
		return (int)n;
	int err = n < TAPE_HEADER_BYTES ? -EINVAL : header_unpack(&h, bytes);
	if (err) {
		if (!rescue(t)) {
			t->header_error = err;
			return 0;
		}
		*why = memcmp(bytes, TAPE_MAGIC, 8) ? "not a tape" : "its header is damaged";
		return memcmp(bytes, TAPE_MAGIC, 8) ? -EINVAL : -EBADMSG;
	}
	if (h.version < TAPE_VERSION) {
		*why = "written by an older version of this program, in a format that was never released";
		return -EPROTONOSUPPORT;
	}
	if (h.version > TAPE_VERSION || h.required & ~(uint64_t)FEATURES_KNOWN) {
		*why = "written by a newer version of this program";
		return -EPROTONOSUPPORT;
	}
	if (h.required & ~packer_features()) {
		*why = "compressed, and this program was built without zstd";
		return -EPROTONOSUPPORT;
	}
	t->id = h.id;
	t->first = h.len;
	return 0;
}

/* Best effort: whatever is wrong with it is told as damage when reading gets there. */
static void read_meta(struct tape *t)
{
	struct chunk_head h;
	bool there = head_at(t, t->first, &h) == 1 && h.type == CHUNK_META &&
	             t->first + chunk_bytes(&h) <= file_bytes(t) && read_parts(t, t->first, &h, true);

	if (there)
		meta_unpack(&t->meta, &t->meta_arena, t->frame.data + h.summary_len, h.payload_len);
	else
		meta_unpack(&t->meta, &t->meta_arena, "", 0);
}

/* META is where damage would otherwise go unseen, because enter_chunk() passes it by. */
static void check_meta(struct tape *t)
{
	struct chunk_head h;

	if (head_at(t, t->first, &h) == 1 && h.type == CHUNK_META && !t->header_error &&
	    t->first + chunk_bytes(&h) <= file_bytes(t) && !read_parts(t, t->first, &h, true))
		t->header_error = -EBADMSG;
}

/* Whether reading can go to any place of it, as chunks need. */
static bool can_seek(int fd)
{
	return lseek(fd, 0, SEEK_CUR) >= 0;
}

/* All that a pipe holds, in a file that is gone when it is closed; or -errno. */
static int spool(int from)
{
	const char *dir = getenv("TMPDIR");
	int fd = open(dir && *dir ? dir : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600), err = fd < 0 ? -errno : 0;
	char block[1 << 16];
	ssize_t n = 1, written;

	while (!err && n) {
		n = read(from, block, sizeof(block));
		if (n < 0 && errno != EINTR)
			err = -errno;
		written = n > 0 ? write(fd, block, (size_t)n) : n;
		if (n > 0 && written != n)
			err = written < 0 ? -errno : -ENOSPC;
	}
	if (err && fd >= 0)
		close(fd);
	return err ? err : fd;
}

static int open_tape(const char *path, bool follow, const char **why)
{
	int fd = strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return -errno;
	if (can_seek(fd))
		return fd;
	if (follow) {
		*why = "a pipe cannot be followed: it is read to its end first";
		close(fd);
		return -ESPIPE;
	}
	int file = spool(fd);
	close(fd);
	return file;
}

int tape_open(const char *path, const struct tape_select *select, struct tape **out, const char **why)
{
	struct tape *t = calloc(1, sizeof(*t));
	const char *reason = NULL;
	int err;

	if (!t)
		return -ENOMEM;
	t->fd = open_tape(path, select && select->follow, &reason);
	err = t->fd < 0 ? t->fd : read_header(t, &reason);
	if (err) {
		if (why)
			*why = reason ? reason : strerror(-err);
		tape_close(t);
		return err;
	}
	if (select)
		t->select = *select;
	t->decoder = decoder_new();
	t->at = t->first;
	t->end = UINT64_MAX;
	t->expected = ANY_SERIAL; /* a ring's first chunk can have any */
	read_meta(t);
	check_meta(t);
	*out = t;
	return 0;
}

void tape_close(struct tape *t)
{
	if (!t)
		return;
	worker_free(t->worker);
	if (t->fd >= 0)
		close(t->fd);
	decoder_free(t->decoder);
	decoder_free(t->next.decoder);
	arena_done(&t->next.arena);
	buf_done(&t->next.frame);
	arena_done(&t->meta_arena);
	arena_done(&t->chunk_arena);
	arena_done(&t->index_arena);
	buf_done(&t->frame);
	buf_done(&t->search);
	vec_done(&t->chunks);
	free(t);
}

const struct tape_meta *tape_meta(const struct tape *t)
{
	return &t->meta;
}

const struct tape_damage *tape_damage(const struct tape *t)
{
	return &t->damage;
}

bool tape_finished(const struct tape *t)
{
	return t->finished;
}

/* ---- the index ---- */

static bool index_entry(struct tape *t, struct bytes *in, uint64_t *offset)
{
	struct tape_summary *s = vec_push(&t->chunks);

	*s = (struct tape_summary){.offset = *offset += bytes_number(in)};
	s->bytes = bytes_number(in);
	s->serial = bytes_number(in);
	size_t len = bytes_count(in);
	const uint8_t *summary = bytes_take(in, len);
	return !in->bad && summary_unpack(s, &t->index_arena, summary, len);
}

/* The index of a tape that was finished; false when there is none that can be trusted. */
static bool load_index(struct tape *t)
{
	uint64_t size = file_bytes(t), tail = CHUNK_HEAD_BYTES + END_PAYLOAD_BYTES, offset = 0;
	struct chunk_head h;

	if (size < tail || head_at(t, size - tail, &h) != 1 || h.type != CHUNK_END || chunk_bytes(&h) != tail ||
	    !read_parts(t, size - tail, &h, true))
		return false;
	uint64_t at = le_get((const uint8_t *)t->frame.data, END_PAYLOAD_BYTES);
	if (head_at(t, at, &h) != 1 || h.type != CHUNK_INDEX || at + chunk_bytes(&h) > size || !read_parts(t, at, &h, true))
		return false;
	struct bytes in = bytes_of(t->frame.data + h.summary_len, h.payload_len);
	while (bytes_left(&in)) {
		if (!index_entry(t, &in, &offset))
			return false;
	}
	return true;
}

static void walk_chunks(struct tape *t)
{
	uint64_t size = file_bytes(t);
	struct chunk_head h;

	for (uint64_t at = t->first; at < size;) {
		struct tape_summary s;
		if (head_at(t, at, &h) != 1) {
			at = find_chunk(t, at + 1);
		} else if (at + chunk_bytes(&h) > size) {
			at = find_chunk(t, at + CHUNK_HEAD_BYTES);
		} else {
			if (h.type == CHUNK_DATA && read_summary(t, at, &h, &t->index_arena, &s))
				*vec_push(&t->chunks) = s;
			at += chunk_bytes(&h);
		}
	}
}

const struct tape_summary *tape_chunks(struct tape *t, size_t *n)
{
	if (!t->have_chunks && !load_index(t)) {
		t->chunks.len = 0;
		walk_chunks(t);
	}
	t->have_chunks = true;
	*n = t->chunks.len;
	return t->chunks.len ? t->chunks.at : NULL;
}

void tape_seek(struct tape *t, size_t first, size_t last)
{
	size_t n;
	const struct tape_summary *chunks = tape_chunks(t, &n);

	t->at = first < n ? chunks[first].offset : file_bytes(t);
	t->end = last < n ? chunks[last].offset : UINT64_MAX;
	t->expected = ANY_SERIAL;
	t->decoding = t->finished = false;
}
