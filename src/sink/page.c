/* Events to the data of a page: see page.h. Text goes out block by block as events come; columns, compressed, wait for the end. */
#include "sink/page.h"

#ifdef HAVE_ZLIB
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/map.h"
#include "base/vec.h"
#include "decode/walk.h"
#include "desc/table.h"
#include "event/event.h"
#include "sink/export_split.h"
#include "sink/json.h"
#include "sink/stat_place.h"
#include "sink/text.h"
#include "task/task.h"

enum column {
	COLUMN_KIND, COLUMN_TASK, COLUMN_START, COLUMN_TOOK, COLUMN_NAME, COLUMN_ERROR, COLUMN_RESULT, COLUMN_PATH, COLUMN_FD, COLUMN_BYTES,
	COLUMN_COUNT,
};

/* What a row is. */
enum row_kind { ROW_CALL, ROW_SIGNAL, ROW_EXIT, ROW_START, ROW_EXEC, ROW_OTHER, ROW_LOST };

static const char *const column_names[COLUMN_COUNT] = {"kind", "task", "start", "took", "name", "error", "result", "path", "fd", "bytes"};

enum { LEVEL = 6, CHUNK = 1 << 16, NONE = 4096 /* the error of what has no result */ };

struct packer {
	z_stream z;
	struct buf out;
	uint8_t raw[CHUNK];
	size_t len;
};

/* Strings by number, from 1 on; 0 is none. */
struct dictionary {
	VEC(char *) words;
	struct map by_hash;
};

struct page_task {
	pid_t tid, pid, parent;
	uint64_t start_ns, end_ns;
	int status;   /* wait status; -1: it has not ended */
	uint8_t abi;
	char comm[16];
};

struct page {
	struct sink sink;
	const struct page_opts *opts;
	struct output *out;
	struct packer columns[COLUMN_COUNT];
	struct dictionary names, paths, fds;
	VEC(struct page_task) tasks;
	struct map by_tid;        /* index + 1 */
	struct output lines;      /* what trace would print */
	struct sink *text;        /* ... printed there */
	struct split split;
	struct place_moves moves;
	struct buf block, packed, scratch;
	unsigned in_block;
	uint64_t rows, calls, lost, first_ns, last_ns;
	bool started;
};

/* Packing */

static void packer_init(struct packer *p)
{
	deflateInit2(&p->z, LEVEL, Z_DEFLATED, 15 + 16 /* gzip */, 8, Z_DEFAULT_STRATEGY);
}

static void deflate_into(z_stream *z, struct buf *out, int how)
{
	do {
		buf_grow(out, CHUNK);
		z->next_out = (Bytef *)out->data + out->len;
		z->avail_out = CHUNK;
		deflate(z, how);
		out->len += CHUNK - z->avail_out;
	} while (!z->avail_out);
}

static void packer_flush(struct packer *p, int how)
{
	p->z.next_in = p->raw;
	p->z.avail_in = (uInt)p->len;
	deflate_into(&p->z, &p->out, how);
	p->len = 0;
}

static void put_number(struct packer *p, uint64_t v)
{
	if (p->len + 10 > CHUNK)
		packer_flush(p, Z_NO_FLUSH);
	for (; v >= 0x80; v >>= 7)
		p->raw[p->len++] = (uint8_t)(v | 0x80);
	p->raw[p->len++] = (uint8_t)v;
}

static uint64_t zigzag(int64_t v)
{
	return (uint64_t)v << 1 ^ (uint64_t)(v >> 63);
}

/* RFC 4648. */
static void put_base64(struct output *o, const uint8_t *p, size_t n)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	buf_grow(&o->text, n / 3 * 4 + 8);
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0) | (i + 2 < n ? p[i + 2] : 0);
		buf_putc(&o->text, alphabet[v >> 18]);
		buf_putc(&o->text, alphabet[v >> 12 & 63]);
		buf_putc(&o->text, i + 1 < n ? alphabet[v >> 6 & 63] : '=');
		buf_putc(&o->text, i + 2 < n ? alphabet[v & 63] : '=');
	}
}

/* Dictionaries */

static uint64_t hash_of(const char *s, size_t len)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (size_t i = 0; i < len; i++)
		h = (h ^ (uint8_t)s[i]) * 1099511628211u;
	return h;
}

static uint32_t dictionary_add(struct dictionary *d, const char *s, size_t len)
{
	uint64_t hash = hash_of(s, len);
	uintptr_t at;

	for (; (at = (uintptr_t)map_get(&d->by_hash, hash)); hash++)
		if (strncmp(d->words.at[at - 1], s, len) == 0 && !d->words.at[at - 1][len])
			return (uint32_t)at;
	char *copy = strndup(s, len);
	if (!copy)
		abort();
	*vec_push(&d->words) = copy;
	map_put(&d->by_hash, hash, (void *)d->words.len);
	return (uint32_t)d->words.len;
}

static void dictionary_done(struct dictionary *d)
{
	for (size_t i = 0; i < d->words.len; i++)
		free(d->words.at[i]);
	vec_done(&d->words);
	map_done(&d->by_hash);
}

/* Tasks */

static uint32_t task_add(struct page *p, const struct event *e, const struct task *t)
{
	struct page_task *n = vec_push(&p->tasks);

	*n = (struct page_task){.tid = e->tid, .pid = e->pid, .parent = e->kind == EVENT_START ? e->parent : 0, .start_ns = e->enter_ns, .status = -1};
	if (t)
		memcpy(n->comm, t->comm, sizeof(n->comm));
	map_put(&p->by_tid, (uint64_t)e->tid, (void *)p->tasks.len);
	return (uint32_t)p->tasks.len;
}

/* Its number, from 1 on; of LOST, which is nobody's, 0. */
static uint32_t task_number(struct page *p, const struct event *e, const struct task *t)
{
	if (e->kind == EVENT_LOST)
		return 0;
	uintptr_t at = (uintptr_t)map_get(&p->by_tid, (uint64_t)e->tid);
	if (!at || e->kind == EVENT_START)
		at = task_add(p, e, t);
	struct page_task *k = &p->tasks.at[at - 1];
	k->abi = e->abi;
	k->end_ns = e->kind == EVENT_CALL && e->exit_ns > e->enter_ns ? e->exit_ns : e->enter_ns;
	if (t)
		memcpy(k->comm, t->comm, sizeof(k->comm));
	if (e->kind == EVENT_EXIT) {
		k->status = e->status;
		map_remove(&p->by_tid, (uint64_t)e->tid);
	}
	return (uint32_t)at;
}

/* Text */

static void end_block(struct page *p)
{
	z_stream z = {0};

	if (!p->in_block)
		return;
	p->packed.len = 0;
	deflateInit2(&z, LEVEL, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
	z.next_in = (Bytef *)p->block.data;
	z.avail_in = (uInt)p->block.len;
	deflate_into(&z, &p->packed, Z_FINISH);
	deflateEnd(&z);
	buf_puts(&p->out->text, "<script type=\"text/block\">");
	put_base64(p->out, (const uint8_t *)p->packed.data, p->packed.len);
	buf_puts(&p->out->text, "</script>\n");
	output_line_end(p->out);
	p->block.len = 0;
	p->in_block = 0;
}

/* The register that carries an argument of that name. */
static char register_of(const struct page *p, const struct event *e, const char *name)
{
	const struct desc *d = p->opts->text->desc;
	const struct call *c = desc_call(d, (enum abi)e->abi, e->nr);
	const struct shape *s = c ? desc_shape(d, c, (enum abi)e->abi, e->args) : NULL;

	for (unsigned i = 0; s && name && i < s->count; i++) {
		const struct field *f = &d->fields[s->first + i];
		if (strcmp(desc_string(d, f->name), name) == 0 && f->reg[e->abi] < 6)
			return (char)('0' + f->reg[e->abi]);
	}
	return '-';
}

static void put_pieces(struct page *p, const struct event *e)
{
	const struct split *s = &p->split;
	struct buf *b = &p->block;

	split_call(&p->split, p->opts->text, e);
	buf_putc(b, '\3');
	for (unsigned i = 0; i < s->n; i++) {
		buf_putc(b, '\1');
		buf_putc(b, register_of(p, e, s->args[i].name));
		buf_puts(b, s->args[i].name ? s->args[i].name : "");
		buf_putc(b, '\2');
		buf_put(b, s->text.data + s->args[i].start, s->args[i].end - s->args[i].start);
	}
	buf_putc(b, '\4');
	buf_put(b, s->result.data, s->result.len);
	buf_putc(b, '\6');
	buf_printf(b, "%llx", (unsigned long long)e->nr);
	for (unsigned i = 0; i < 6; i++)
		buf_printf(b, ",%llx", (unsigned long long)e->args[i]);
	buf_printf(b, ",%llx,%llx", (unsigned long long)e->ret, (unsigned long long)e->ip);
}

/* What trace prints goes with the row that it belongs to. */
static void put_text(struct page *p, const struct event *e)
{
	if (p->lines.text.len)
		buf_put(&p->block, p->lines.text.data, p->lines.text.len);
	p->lines.line_start -= (ssize_t)p->lines.text.len; /* as if it had been written */
	p->lines.text.len = 0;
	if (e->kind == EVENT_CALL)
		put_pieces(p, e);
	buf_putc(&p->block, '\5');
	if (++p->in_block == PAGE_BLOCK)
		end_block(p);
}

/* Rows */

static enum row_kind row_kind(const struct event *e)
{
	switch (e->kind) {
	case EVENT_CALL:
		return ROW_CALL;
	case EVENT_SIGNAL:
		return ROW_SIGNAL;
	case EVENT_EXIT:
		return ROW_EXIT;
	case EVENT_START:
		return ROW_START;
	case EVENT_EXEC:
		return ROW_EXEC;
	case EVENT_LOST:
		return ROW_LOST;
	default:
		return ROW_OTHER;
	}
}

static uint32_t name_of(struct page *p, const struct event *e)
{
	const char *name;

	if (e->kind == EVENT_CALL) {
		name = split_name(p->opts->text, e, &p->scratch);
		return dictionary_add(&p->names, name, strlen(name));
	}
	if (!split_mark(p->opts->text, e, &p->scratch))
		return 0;
	return dictionary_add(&p->names, p->scratch.data, p->scratch.len);
}

static uint32_t place_of(struct page *p, const struct event *e, struct dictionary *d,
                         bool (*place)(const struct desc *d, const struct event *e, struct buf *out))
{
	p->scratch.len = 0;
	if (e->kind != EVENT_CALL || !place(p->opts->text->desc, e, &p->scratch))
		return 0;
	return dictionary_add(d, p->scratch.data, p->scratch.len);
}

/* Read: positive, written: negative. */
static int64_t bytes_of(const struct page *p, const struct event *e)
{
	if (e->kind != EVENT_CALL)
		return 0;
	struct place_bytes b = place_moved(&p->moves, e);
	return b.in ? (int64_t)b.in : -(int64_t)b.out;
}

static void put_columns(struct page *p, const struct event *e, uint32_t task)
{
	bool call = e->kind == EVENT_CALL;
	struct packer *c = p->columns;

	put_number(&c[COLUMN_KIND], row_kind(e));
	put_number(&c[COLUMN_TASK], task);
	put_number(&c[COLUMN_START], zigzag((int64_t)(e->enter_ns - p->last_ns)));
	put_number(&c[COLUMN_TOOK], call && e->exit_ns > e->enter_ns ? e->exit_ns - e->enter_ns : 0);
	put_number(&c[COLUMN_NAME], name_of(p, e));
	put_number(&c[COLUMN_ERROR], !call || e->outcome == OUTCOME_OK ? 0 : e->outcome == OUTCOME_ERROR ? (uint64_t)-e->ret : NONE);
	put_number(&c[COLUMN_RESULT], zigzag(call && e->outcome == OUTCOME_OK ? e->ret : e->kind == EVENT_EXIT ? e->status : 0));
	put_number(&c[COLUMN_PATH], place_of(p, e, &p->paths, place_path));
	put_number(&c[COLUMN_FD], place_of(p, e, &p->fds, place_fd));
	put_number(&c[COLUMN_BYTES], zigzag(bytes_of(p, e)));
	p->last_ns = e->enter_ns;
}

static int page_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct page *p = (struct page *)sink;
	int err = sink_event(p->text, e, t);

	if (err || e->kind == EVENT_ENTERED || e->kind == EVENT_DETACH)
		return err;
	if (!p->started)
		p->first_ns = p->last_ns = e->enter_ns;
	p->started = true;
	put_columns(p, e, task_number(p, e, t));
	put_text(p, e);
	p->rows++;
	p->calls += e->kind == EVENT_CALL;
	p->lost += e->lost;
	return p->out->broken ? -1 : 0;
}

/* The end */

static void put_words(struct buf *b, const char *name, const struct dictionary *d)
{
	buf_printf(b, ",\n\"%s\":[\"\"", name);
	for (size_t i = 0; i < d->words.len; i++) {
		buf_putc(b, ',');
		json_string(b, d->words.at[i], strlen(d->words.at[i]));
	}
	buf_putc(b, ']');
}

static void put_tasks(struct page *p, struct buf *b)
{
	buf_puts(b, ",\n\"tasks\":[null");
	for (size_t i = 0; i < p->tasks.len; i++) {
		const struct page_task *t = &p->tasks.at[i];
		buf_printf(b, ",\n{\"tid\":%d,\"pid\":%d,\"parent\":%d,\"status\":%d,\"abi\":\"%s\",\"start\":%lld,\"end\":%lld,\"comm\":", t->tid, t->pid, t->parent,
		           t->status, abi_name((enum abi)t->abi), (long long)(t->start_ns - p->first_ns), (long long)(t->end_ns - p->first_ns));
		json_string(b, t->comm, strnlen(t->comm, sizeof(t->comm)));
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
}

static void put_errors(const struct page *p, struct buf *b)
{
	buf_puts(b, ",\n\"errors\":{\"0\":\"\"");
	for (unsigned i = 1; i < NONE; i++) {
		const char *name = decode_errno_name(p->opts->text->desc, i);
		if (name)
			buf_printf(b, ",\"%u\":\"%s\"", i, name);
	}
	buf_putc(b, '}');
}

static void put_calls(struct page *p, struct buf *b)
{
	bool first = true;

	buf_puts(b, ",\n\"calls\":{");
	for (size_t i = 0; i < p->names.words.len && p->opts->about; i++) {
		const char *name = p->names.words.at[i];
		if (!desc_call_named(p->opts->text->desc, name))
			continue;
		buf_puts(b, first ? "" : ",");
		json_string(b, name, strlen(name));
		buf_puts(b, ":{");
		p->opts->about(p->opts->ctx, name, b);
		buf_putc(b, '}');
		first = false;
	}
	buf_putc(b, '}');
}

/* Nothing in it may end the element that it stands in. */
static void put_script_text(struct output *o, const struct buf *json)
{
	for (size_t i = 0; i < json->len; i++) {
		if (json->data[i] == '<')
			buf_puts(&o->text, "\\u003c");
		else
			buf_putc(&o->text, json->data[i]);
	}
}

static void put_head(struct page *p)
{
	struct buf b = {0};

	buf_printf(&b, "{\"version\":1,\"rows\":%llu,\"calls_made\":%llu,\"lost\":%llu,\"block\":%d,\"first_ns\":\"%llu\",\"realtime_offset\":\"%llu\"",
	           (unsigned long long)p->rows, (unsigned long long)p->calls, (unsigned long long)p->lost, PAGE_BLOCK, (unsigned long long)p->first_ns,
	           (unsigned long long)p->opts->text->realtime_offset);
	put_words(&b, "names", &p->names);
	put_words(&b, "paths", &p->paths);
	put_words(&b, "fds", &p->fds);
	put_tasks(p, &b);
	put_errors(p, &b);
	put_calls(p, &b);
	if (p->opts->more)
		p->opts->more(p->opts->ctx, &b);
	buf_putc(&b, '}');
	buf_puts(&p->out->text, "<script type=\"application/json\" id=\"head\">");
	put_script_text(p->out, &b);
	buf_puts(&p->out->text, "</script>\n");
	output_line_end(p->out);
	buf_done(&b);
}

static void put_all_columns(struct page *p)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		packer_flush(&p->columns[i], Z_FINISH);
		buf_printf(&p->out->text, "<script type=\"text/column\" data-name=\"%s\">", column_names[i]);
		put_base64(p->out, (const uint8_t *)p->columns[i].out.data, p->columns[i].out.len);
		buf_puts(&p->out->text, "</script>\n");
		output_line_end(p->out);
	}
}

static const char marker[] = "<!--DATA-->";

static int page_end(struct sink *sink)
{
	struct page *p = (struct page *)sink;
	const char *rest = strstr(p->opts->page, marker);

	sink_end(p->text);
	end_block(p);
	put_all_columns(p);
	put_head(p);
	if (rest)
		buf_puts(&p->out->text, rest + strlen(marker));
	output_flush(p->out);
	for (int i = 0; i < COLUMN_COUNT; i++) {
		deflateEnd(&p->columns[i].z);
		buf_done(&p->columns[i].out);
	}
	dictionary_done(&p->names);
	dictionary_done(&p->paths);
	dictionary_done(&p->fds);
	vec_done(&p->tasks);
	map_done(&p->by_tid);
	buf_done(&p->lines.text);
	buf_done(&p->block);
	buf_done(&p->packed);
	buf_done(&p->scratch);
	split_done(&p->split);
	int err = p->out->broken ? -1 : 0;
	free(p);
	return err;
}

static const struct sink_ops ops = {.event = page_event, .end = page_end};

struct sink *page_new(const struct page_opts *opts, struct output *out)
{
	struct page *p = calloc(1, sizeof(*p));
	const char *data = strstr(opts->page, marker);

	if (!p)
		abort();
	p->sink.ops = &ops;
	p->opts = opts;
	p->out = out;
	p->lines.fd = -1;
	p->text = text_new(opts->text, &p->lines);
	place_moves_init(&p->moves, opts->text->desc);
	for (int i = 0; i < COLUMN_COUNT; i++)
		packer_init(&p->columns[i]);
	buf_put(&out->text, opts->page, data ? (size_t)(data - opts->page) : strlen(opts->page));
	output_line_end(out);
	return &p->sink;
}
#else
struct sink *page_new(const struct page_opts *opts, struct output *out)
{
	(void)opts;
	(void)out;
	return NULL;
}
#endif
