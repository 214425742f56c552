/*
 * Redaction: see redact.h. The bytes of an event are copied, the walk goes over the copy as if to show all of it, and the visitor marks
 * which bytes are names and which are contents. Buffers and strings that are not shown, as those of calls that failed, are known by their
 * rows in the capture plan. Structs keep what was not marked, which are numbers, but for what looks like text.
 */
#include "decode/redact.h"

#include <string.h>

#include "decode/redact_in.h"
#include "decode/walk.h"
#include "desc/plan.h"
#include "event/stack.h"

enum mark { MARK_NONE, MARK_CONTENT, MARK_NAME, MARK_WORDS, MARK_INET4, MARK_INET6 };

enum { TEXT_LEAST = 12 }; /* so many printable bytes in a row are text; pointers are shorter, and so is a random number with its neighbours */

struct marker {
	struct visitor visitor;
	struct redactor *r;
	const struct event *e;
	uint8_t **marks; /* a byte a byte of each blob */
	bool names;      /* contents are names, too: readlink(2) */
};

/* ---- names ---- */

/* Letters and digits in place of a name; "." and ".." stay. */
static void rename_component(const struct redactor *r, uint8_t *name, size_t len)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	uint64_t more[2] = {0, 0}, bits = 0;

	if (!len || (name[0] == '.' && (len == 1 || (len == 2 && name[1] == '.'))))
		return;
	more[0] = redact_hash(r, name, len);
	for (size_t i = 0; i < len; i++) {
		if (i % 12 == 0) {
			more[1] = i;
			bits = redact_hash(r, (const uint8_t *)more, sizeof(more));
		}
		name[i] = (uint8_t)letters[bits % 36];
		bits /= 36;
	}
}

static void rename_path(const struct redactor *r, uint8_t *path, size_t len)
{
	size_t start = 0;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && path[i] != '/' && path[i])
			continue;
		rename_component(r, path + start, i - start);
		start = i + 1;
	}
}

/* What a descriptor's link says is a path or such as "pipe:[4242]", which tells nothing. */
static void rename_link(const struct redactor *r, uint8_t *link, size_t len)
{
	if (len && link[0] == '/')
		rename_path(r, link, len);
}

void redact_path(const struct redactor *r, char *path, size_t len)
{
	if (r->what & REDACT_PATHS)
		rename_link(r, (uint8_t *)path, len);
}

void redact_comm(const struct redactor *r, char *comm, size_t len)
{
	if (r->what & REDACT_PATHS)
		rename_component(r, (uint8_t *)comm, len);
}

/* "UNIX:[123,"/path"]", "<char 5:2 @/dev/pts/0>": what stands in quotes, or from the @ on. */
static void rename_inner(const struct redactor *r, uint8_t *text, size_t len)
{
	bool device = len && text[0] == '<';
	uint8_t *open = memchr(text, device ? '@' : '"', len);
	uint8_t *close = open ? memrchr(open + 1, device ? '>' : '"', (size_t)(text + len - open - 1)) : NULL;

	if (open)
		rename_path(r, open + 1, (size_t)((close ? close : text + len) - open - 1));
}

/* A build id is as good as a name. What was made at run time has one symbol, which may be named after a script. */
static void rename_modules(const struct redactor *r, uint8_t *data, size_t len)
{
	struct stack_module m;

	for (; stack_modules(data, len, &m, 1); data += m.record_len, len -= m.record_len) {
		rename_link(r, (uint8_t *)m.path, m.path_len);
		if (m.kind == MODULE_ANONYMOUS && m.symbols_len > STACK_SYMBOL_HEAD)
			rename_component(r, (uint8_t *)m.symbols + STACK_SYMBOL_HEAD, m.symbols_len - (size_t)STACK_SYMBOL_HEAD);
		memset(data + (m.path - (const char *)m.record) - m.id.len, 0, m.id.len);
	}
}

/* ---- which bytes are what ---- */

/* A name stays one: programs like to have theirs as first argument, too, and that may be the same memory. */
static void mark_bytes(uint8_t *marks, uint64_t n, enum mark as)
{
	for (uint64_t i = 0; i < n; i++) {
		if (marks[i] != MARK_NAME)
			marks[i] = (uint8_t)as;
	}
}

/* Of all copies of that memory: those of other rows and of the other phase hold the same, or what was there before. */
static void mark_memory(struct marker *m, uint64_t addr, uint64_t len, enum mark as)
{
	for (unsigned i = 0; i < m->e->nblobs; i++) {
		const struct blob *b = &m->e->blobs[i];
		uint64_t skip = addr > b->addr ? addr - b->addr : 0, ahead = b->addr > addr ? b->addr - addr : 0;
		if (!m->marks[i] || skip >= b->len || ahead >= len)
			continue;
		uint64_t n = len - ahead, room = b->len - skip;
		mark_bytes(m->marks[i] + skip, n < room ? n : room, as);
	}
}

static void mark(struct marker *m, const uint8_t *p, size_t len, enum mark as)
{
	for (unsigned i = 0; i < m->e->nblobs; i++) {
		const struct blob *b = &m->e->blobs[i];
		if (m->marks[i] && p >= b->data && p < b->data + b->len) {
			mark_memory(m, b->addr + (uint64_t)(p - b->data), len, as);
			return;
		}
	}
}

static void on_bytes(struct visitor *v, const struct bytes *b)
{
	struct marker *m = (struct marker *)v;
	bool name = m->names || (b->flags & BYTES_PATH && !(b->flags & BYTES_HEX));

	if (!(b->flags & BYTES_PLAIN))
		mark(m, b->data, b->len, name ? MARK_NAME : MARK_CONTENT);
}

/* Numbers are kept but for addresses, which their decoders write as calls. */
static void on_number(struct visitor *v, const struct number *n)
{
	if (n->call && n->bytes && strcmp(n->call, "inet_addr(") == 0)
		mark((struct marker *)v, n->bytes, 4, MARK_INET4);
	else if (n->call && n->bytes && strcmp(n->call, "inet_pton(AF_INET6, ") == 0)
		mark((struct marker *)v, n->bytes, 16, MARK_INET6);
}

static void on_name(struct visitor *v, const char *name)
{
	(void)v;
	(void)name;
}

static void on_arg(struct visitor *v, const char *name, bool shown)
{
	(void)v;
	(void)name;
	(void)shown;
}

static void on_open(struct visitor *v, enum group g, const char *name)
{
	(void)v;
	(void)g;
	(void)name;
}

static void on_close(struct visitor *v, enum group g)
{
	(void)v;
	(void)g;
}

static void on_resume(struct visitor *v, unsigned nargs)
{
	(void)v;
	(void)nargs;
}

static void on_plain(struct visitor *v)
{
	(void)v;
}

static void on_pointer(struct visitor *v, uint64_t addr, enum pointer_reason why)
{
	(void)v;
	(void)addr;
	(void)why;
}

static void on_note(struct visitor *v, enum note kind, const char *text, size_t len)
{
	(void)v;
	(void)kind;
	(void)text;
	(void)len;
}

static const struct visitor_ops marker_ops = {
	.resume = on_resume, .arg = on_arg, .field = on_name, .element = on_plain, .open = on_open, .close = on_close, .more = on_plain,
	.change = on_plain, .number = on_number, .bytes = on_bytes, .pointer = on_pointer, .note = on_note,
};

/* As a call that has ended well: then all that is there is walked over. */
static void walk_over(struct marker *m)
{
	struct decode_opts o = {.desc = m->r->desc, .verbose = true, .follow = true, .max_string = UINT32_MAX};
	struct event ended = *m->e;

	ended.kind = EVENT_CALL;
	if (m->e->kind == EVENT_ENTERED || m->e->outcome > OUTCOME_ERROR) {
		ended.outcome = OUTCOME_OK;
		ended.ret = 0;
	}
	decode_args(&o, &ended, DECODE_ALL, &m->visitor);
	decode_result(&o, &ended, &m->visitor);
}

/* The row that made a blob, or NULL. */
static const struct plan_row *row_of(const struct desc *d, const struct event *e, const struct blob *b)
{
	const struct call *c = desc_call(d, (enum abi)e->abi, e->nr);
	const struct shape *s = c && c->described ? desc_shape(d, c, (enum abi)e->abi, e->args) : NULL;

	return s && b->row < s->nplan[e->abi] ? &d->plans[s->plan[e->abi] + b->row] : NULL;
}

/* What all of a blob is when the walk says nothing of it. */
static enum mark mark_of_row(const struct marker *m, const struct blob *b)
{
	const struct plan_row *row = row_of(m->r->desc, m->e, b);
	const struct plan_row *rows = row ? row - b->row : NULL;

	if (!row)
		return MARK_CONTENT;
	if (row->kind == PLAN_CSTR)
		return row->parent >= 0 && rows[row->parent].kind == PLAN_VECTOR ? MARK_WORDS : row->cap ? MARK_NAME : MARK_CONTENT;
	return row->kind == PLAN_BYTES && row->unit == 1 && !row->cap ? MARK_CONTENT : MARK_NONE;
}

static bool is_readlink(const struct desc *d, const struct event *e)
{
	const struct call *c = desc_call(d, (enum abi)e->abi, e->nr);

	return c && strncmp(desc_call_name(d, c), "readlink", 8) == 0;
}

/* ---- the copy ---- */

static void zero_text(uint8_t *data, const uint8_t *marks, size_t len)
{
	size_t run = 0;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && !marks[i] && data[i] >= ' ' && data[i] < 0x7f) {
			run++;
			continue;
		}
		if (run >= TEXT_LEAST)
			memset(data + i - run, 0, run);
		run = 0;
	}
}

static void rename_marked(const struct redactor *r, uint8_t *data, const uint8_t *marks, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t start = i;
		while (i < len && marks[i] == MARK_NAME)
			i++;
		rename_path(r, data + start, i - start);
		i += i == start;
	}
}

/* One that was cut off becomes zeros. */
static void replace_addresses(const struct redactor *r, uint8_t *data, const uint8_t *marks, size_t len)
{
	for (size_t i = 0; i < len;) {
		size_t size = marks[i] == MARK_INET4 ? 4 : marks[i] == MARK_INET6 ? 16 : 0, start = i;
		i += !size;
		while (size && i < len && i - start < size && marks[i] == marks[start])
			i++;
		if (size && i - start == size)
			redact_inet(r, data + start, size);
		else if (size)
			memset(data + start, 0, i - start);
	}
}

static void redact_memory(const struct redactor *r, struct blob *b, uint8_t *data, const uint8_t *marks)
{
	if (b->len && marks[0] == MARK_WORDS) {
		if (r->what & REDACT_ENV) {
			memset(data, 0, b->len);
			b->len = 1;
		}
		return;
	}
	if (r->what & REDACT_ADDRESSES)
		replace_addresses(r, data, marks, b->len);
	if (r->what & REDACT_PATHS)
		rename_marked(r, data, marks, b->len);
	for (size_t i = 0; i < b->len && r->what & REDACT_BUFFERS; i++) {
		if (marks[i] == MARK_CONTENT)
			data[i] = 0;
	}
	if (r->what & REDACT_BUFFERS)
		zero_text(data, marks, b->len);
}

/* What a note says of a socket's ends may become longer or shorter. */
static uint8_t *redact_ends(struct redactor *r, struct blob *b, uint8_t *data)
{
	r->text.len = 0;
	if (!redact_inet_text(r, (const char *)data, b->len, &r->text))
		return data;
	data = memcpy(arena_alloc(&r->arena, r->text.len + 1), r->text.data, r->text.len);
	b->data = data;
	b->len = b->want = (uint32_t)r->text.len;
	return data;
}

static void redact_note(struct redactor *r, struct blob *b, uint8_t *data)
{
	if (r->what & REDACT_ADDRESSES && b->slot == BLOB_SOCKET)
		data = redact_ends(r, b, data);
	if (!(r->what & REDACT_PATHS))
		return;
	if (b->slot == BLOB_MODULES)
		rename_modules(r, data, b->len);
	else if (b->slot == BLOB_FD)
		rename_link(r, data, b->len);
	else if (b->slot == BLOB_COMM)
		rename_component(r, data, b->len);
	else if (b->slot == BLOB_SOCKET)
		rename_inner(r, data, b->len);
}

static void find_marks(struct marker *m)
{
	for (unsigned i = 0; i < m->e->nblobs; i++) {
		const struct blob *b = &m->e->blobs[i];
		m->marks[i] = b->slot <= BLOB_RET ? arena_alloc(&m->r->arena, b->len + 1) : NULL;
		if (m->marks[i])
			memset(m->marks[i], mark_of_row(m, b), b->len);
	}
	walk_over(m);
	/* Lists of words are walked over as strings. */
	for (unsigned i = 0; i < m->e->nblobs; i++) {
		if (m->marks[i] && mark_of_row(m, &m->e->blobs[i]) == MARK_WORDS)
			memset(m->marks[i], MARK_WORDS, m->e->blobs[i].len);
	}
}

const struct event *redact_event(struct redactor *r, const struct event *e)
{
	struct marker m = {.visitor.ops = &marker_ops, .r = r, .e = e, .names = is_readlink(r->desc, e)};

	if (!e->nblobs)
		return e;
	arena_reset(&r->arena);
	m.marks = arena_alloc(&r->arena, e->nblobs * sizeof(*m.marks));
	if (e->kind == EVENT_CALL || e->kind == EVENT_ENTERED)
		find_marks(&m);
	else
		memset(m.marks, 0, e->nblobs * sizeof(*m.marks));
	vec_reserve(&r->blobs, e->nblobs);
	for (unsigned i = 0; i < e->nblobs; i++) {
		struct blob *b = &r->blobs.at[i];
		*b = e->blobs[i];
		uint8_t *data = arena_alloc(&r->arena, (size_t)b->len + 1);
		memcpy(data, b->data ? b->data : data, b->len);
		b->data = data;
		if (m.marks[i])
			redact_memory(r, b, data, m.marks[i]);
		else
			redact_note(r, b, data);
	}
	r->event = *e;
	r->event.blobs = r->blobs.at;
	return &r->event;
}

void redact_done(struct redactor *r)
{
	arena_done(&r->arena);
	buf_done(&r->text);
	vec_done(&r->blobs);
}
