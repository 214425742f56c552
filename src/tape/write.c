/* Writing tapes: files, chunk frames, the index, the ring. What is in a chunk is encode.c's. */
#include "tape/tape.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"
#include "tape/bytes.h"
#include "tape/chunk.h"
#include "tape/crc32c.h"
#include "tape/format.h"
#include "tape/meta.h"
#include "tape/stream.h"

enum { CHUNK_EVENTS = 65536, CHUNK_BYTES = 4 << 20, CHUNK_NS = 1000000000 };

/* A file being written. */
struct out {
	int fd;
	uint64_t at;      /* bytes that are whole chunks: where the next one goes */
	uint64_t indexed; /* start of the last chunk in the index */
	struct buf index;
};

/* A chunk of the ring. */
struct framed {
	char *data;
	size_t len;
	struct chunk_head head;
};

struct tape_writer {
	struct out out;
	char *path;
	uint64_t id, serial;
	struct buf meta;
	struct encoder *encoder;
	uint32_t chunk_events, chunk_bytes;
	uint64_t chunk_ns, began_ns;
	struct buf frame, summary, payload;
	struct tape_stats stats;
	int error;
	uint64_t ring_bytes, ring_used;
	size_t ring_first;
	VEC(struct framed) ring;
};

/* ---- files ---- */

static int write_all(int fd, const char *data, size_t len)
{
	while (len) {
		ssize_t n = write(fd, data, len);
		if (n < 0 && errno != EINTR)
			return -errno;
		if (n > 0) {
			data += n;
			len -= (size_t)n;
		}
	}
	return 0;
}

/* Appends a chunk, or leaves the file as it was. A pipe cannot be cut; its reader sees what a reader of a cut file sees. */
static int out_put(struct out *o, const char *data, size_t len)
{
	int err = write_all(o->fd, data, len);

	if (err) {
		if (!ftruncate(o->fd, (off_t)o->at))
			lseek(o->fd, (off_t)o->at, SEEK_SET);
		return err;
	}
	o->at += len;
	return 0;
}

static void frame_put(struct buf *out, uint64_t id, struct chunk_head *h, const struct buf *summary, const struct buf *payload)
{
	uint8_t head[CHUNK_HEAD_BYTES];

	h->summary_len = (uint32_t)summary->len;
	h->payload_len = (uint32_t)payload->len;
	h->summary_crc = crc32c(summary->data, summary->len);
	h->payload_crc = crc32c(payload->data, payload->len);
	chunk_pack(head, h, id);
	buf_put(out, head, sizeof(head));
	buf_put(out, summary->data ? summary->data : "", summary->len);
	buf_put(out, payload->data ? payload->data : "", payload->len);
}

static int put_plain_chunk(struct tape_writer *w, struct out *o, enum chunk_type type, const struct buf *payload)
{
	struct chunk_head h = {.type = type};
	struct buf frame = {0};

	frame_put(&frame, w->id, &h, &(struct buf){0}, payload);
	int err = out_put(o, frame.data, frame.len);
	buf_done(&frame);
	return err;
}

static int put_data_chunk(struct out *o, const struct chunk_head *h, const char *frame, size_t len)
{
	uint64_t start = o->at;
	int err = out_put(o, frame, len);

	if (err)
		return err;
	put_number(&o->index, start - o->indexed);
	put_number(&o->index, len);
	put_number(&o->index, h->serial);
	put_number(&o->index, h->summary_len);
	buf_put(&o->index, frame + CHUNK_HEAD_BYTES, h->summary_len);
	o->indexed = start;
	return 0;
}

static int put_header(struct tape_writer *w, struct out *o)
{
	uint8_t header[TAPE_HEADER_BYTES];
	struct tape_header h = {
		.version = TAPE_VERSION, .len = TAPE_HEADER_BYTES, .required = packer_features(), .id = w->id,
	};

	header_pack(header, &h);
	int err = out_put(o, (const char *)header, sizeof(header));
	return err ? err : put_plain_chunk(w, o, CHUNK_META, &w->meta);
}

static int put_end(struct tape_writer *w, struct out *o)
{
	struct buf payload = {0};
	uint8_t where[END_PAYLOAD_BYTES];

	le_put(where, sizeof(where), o->at);
	int err = put_plain_chunk(w, o, CHUNK_INDEX, &o->index);
	buf_put(&payload, where, sizeof(where));
	if (!err)
		err = put_plain_chunk(w, o, CHUNK_END, &payload);
	buf_done(&payload);
	return err;
}

static int out_open(struct tape_writer *w, struct out *o, const char *path)
{
	*o = (struct out){.fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
	return o->fd < 0 ? -errno : put_header(w, o);
}

static int out_close(struct out *o)
{
	int err = o->fd >= 0 && close(o->fd) ? -errno : 0;

	o->fd = -1;
	buf_done(&o->index);
	return err;
}

/* ---- the ring ---- */

static void ring_drop(struct tape_writer *w)
{
	struct framed *f = &w->ring.at[w->ring_first++];

	w->ring_used -= f->len;
	free(f->data);
	if (w->ring_first * 2 > w->ring.len) {
		w->ring.len -= w->ring_first;
		memmove(w->ring.at, w->ring.at + w->ring_first, w->ring.len * sizeof(*w->ring.at));
		w->ring_first = 0;
	}
}

static int ring_put(struct tape_writer *w, const struct chunk_head *h, const struct buf *frame)
{
	struct framed f = {.data = malloc(frame->len), .len = frame->len, .head = *h};

	if (!f.data)
		return -ENOMEM;
	memcpy(f.data, frame->data, f.len);
	*vec_push(&w->ring) = f;
	w->ring_used += f.len;
	while (w->ring_used > w->ring_bytes && w->ring.len - w->ring_first > 1)
		ring_drop(w);
	w->stats.bytes = w->ring_used;
	return 0;
}

static int finish_chunk(struct tape_writer *w);

int tape_dump(struct tape_writer *w, const char *path)
{
	struct out o;
	int err = finish_chunk(w);

	if (!err)
		err = out_open(w, &o, path);
	else
		return err;
	for (size_t i = w->ring_first; !err && i < w->ring.len; i++)
		err = put_data_chunk(&o, &w->ring.at[i].head, w->ring.at[i].data, w->ring.at[i].len);
	if (!err)
		err = put_end(w, &o);
	int closed = out_close(&o);
	return err ? err : closed;
}

/* ---- chunks ---- */

/* Turns the events so far into a chunk. */
static int finish_chunk(struct tape_writer *w)
{
	struct chunk_head h = {.type = CHUNK_DATA, .serial = w->serial};

	if (w->error || !encoder_summary(w->encoder)->events)
		return w->error;
	w->frame.len = w->summary.len = w->payload.len = 0;
	encoder_finish(w->encoder, &w->summary, &w->payload);
	frame_put(&w->frame, w->id, &h, &w->summary, &w->payload);
	w->error = w->ring_bytes ? ring_put(w, &h, &w->frame) : put_data_chunk(&w->out, &h, w->frame.data, w->frame.len);
	if (w->error)
		return w->error;
	w->stats.chunks = ++w->serial;
	if (!w->ring_bytes)
		w->stats.bytes = w->out.at;
	return 0;
}

static bool is_full(const struct tape_writer *w, uint64_t now_ns)
{
	return encoder_summary(w->encoder)->events >= w->chunk_events || encoder_bytes(w->encoder) >= w->chunk_bytes ||
	       encoder_full(w->encoder) || (now_ns > w->began_ns && now_ns - w->began_ns >= w->chunk_ns);
}

int tape_put(struct tape_writer *w, const struct event *e)
{
	uint64_t now_ns = e->exit_ns ? e->exit_ns : e->enter_ns;

	if (w->error)
		return w->error;
	if (!encoder_summary(w->encoder)->events)
		w->began_ns = now_ns;
	encoder_put(w->encoder, e);
	w->stats.events++;
	w->stats.calls += e->kind == EVENT_CALL;
	w->stats.lost += e->lost;
	return is_full(w, now_ns) ? finish_chunk(w) : 0;
}

int tape_flush(struct tape_writer *w, uint64_t now_ns)
{
	if (now_ns <= w->began_ns || now_ns - w->began_ns < w->chunk_ns)
		return w->error;
	return finish_chunk(w);
}

void tape_stats(const struct tape_writer *w, struct tape_stats *out)
{
	*out = w->stats;
}

/* ---- the whole ---- */

static uint64_t new_id(void)
{
	uint64_t id;
	struct timespec now;

	if (getrandom(&id, sizeof(id), GRND_NONBLOCK) == sizeof(id))
		return id;
	clock_gettime(CLOCK_REALTIME, &now);
	return (uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec ^ (uint64_t)getpid() << 48;
}

static void writer_free(struct tape_writer *w)
{
	for (size_t i = w->ring_first; i < w->ring.len; i++)
		free(w->ring.at[i].data);
	vec_done(&w->ring);
	encoder_free(w->encoder);
	buf_done(&w->meta);
	buf_done(&w->frame);
	buf_done(&w->summary);
	buf_done(&w->payload);
	free(w->path);
	free(w);
}

int tape_create(const char *path, const struct tape_opts *opts, struct tape_writer **out)
{
	struct tape_writer *w = calloc(1, sizeof(*w));
	int err = 0;

	if (!w || !(w->path = strdup(path))) {
		free(w);
		return -ENOMEM;
	}
	w->out.fd = -1;
	w->id = new_id();
	w->chunk_events = opts->chunk_events ? opts->chunk_events : CHUNK_EVENTS;
	w->chunk_bytes = opts->chunk_bytes ? opts->chunk_bytes : CHUNK_BYTES;
	w->chunk_ns = opts->chunk_ns ? opts->chunk_ns : CHUNK_NS;
	w->ring_bytes = opts->ring_bytes;
	meta_pack(&w->meta, opts->meta);
	if (!w->ring_bytes)
		err = out_open(w, &w->out, path);
	if (err) {
		out_close(&w->out);
		writer_free(w);
		return err;
	}
	w->encoder = encoder_new(opts->level);
	w->stats.bytes = w->out.at;
	*out = w;
	return 0;
}

int tape_finish(struct tape_writer *w)
{
	int err = w->ring_bytes ? tape_dump(w, w->path) : finish_chunk(w);

	if (!w->ring_bytes) {
		if (!err)
			err = put_end(w, &w->out);
		int closed = out_close(&w->out);
		err = err ? err : closed;
	}
	writer_free(w);
	return err;
}
