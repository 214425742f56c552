/* Stacks in text and JSON: see stack.h. */
#include "sink/stack.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "event/event.h"
#include "sink/json.h"
#include "symbol/symbols.h"

enum { FOLDED_MAX = 1 << 16 }; /* stacks to remember; later ones are shown in full */

/* The last of that kind: a signal's event may have the blobs of the call it came in. */
static const struct blob *last_blob(const struct event *e, uint8_t slot)
{
	for (unsigned i = e->nblobs; i > 0; i--)
		if (e->blobs[i - 1].slot == slot)
			return &e->blobs[i - 1];
	return NULL;
}

bool stack_has(const struct event *e)
{
	return last_blob(e, BLOB_STACK) != NULL;
}

unsigned stack_frames(struct symbols *s, const struct event *e, const struct frame_info *const **out)
{
	const struct blob *stack = last_blob(e, BLOB_STACK), *modules = last_blob(e, BLOB_MODULES);

	if (!stack)
		return 0;
	return symbols_of(s, stack->data, stack->len, modules ? modules->data : NULL, modules ? modules->len : 0, out);
}

uint64_t stack_hash(const struct event *e)
{
	const struct blob *stack = last_blob(e, BLOB_STACK), *modules = last_blob(e, BLOB_MODULES);
	uint64_t h = stack ? hash_more(stack->status + 1u, stack->data, stack->len) : 0;

	return (modules ? hash_more(h, modules->data, modules->len) : h) | 1;
}

/* ---- text ---- */

static void put_frame(struct buf *b, const struct frame_info *f, bool call)
{
	if (!f->path) {
		buf_puts(b, " > unexpected_backtracing_error [");
		buf_hex(b, f->offset);
		buf_puts(b, "]\n");
		return;
	}
	buf_puts(b, " > ");
	buf_puts(b, *f->path ? f->path : "[anon]");
	buf_putc(b, '(');
	if (f->function)
		buf_puts(b, f->function);
	if (f->function || call) {
		buf_puts(b, "+0x");
		buf_printf(b, "%llx", (unsigned long long)f->plus);
	}
	buf_puts(b, ") [0x");
	buf_printf(b, "%llx]", (unsigned long long)f->offset);
	if (f->file)
		buf_printf(b, " %s:%u", f->file, f->line);
	buf_putc(b, '\n');
}

static void put_frames(struct buf *b, struct symbols *s, const struct event *e)
{
	const struct blob *stack = last_blob(e, BLOB_STACK);
	bool call = e->kind == EVENT_CALL && stack->phase == PHASE_ENTRY;
	const struct frame_info *const *frames;
	unsigned n = stack_frames(s, e, &frames);

	for (unsigned i = 0; i < n; i++)
		put_frame(b, frames[i], call);
	if (stack->status == BLOB_SHORT)
		buf_puts(b, " > too many stack frames\n");
}

void stack_fold_done(struct stack_fold *f)
{
	map_done(&f->numbers);
}

/* A number for the text from `start` on; what was there before is not said again. */
static void fold_text(struct buf *b, size_t start, struct stack_fold *fold)
{
	uint64_t hash = hash_more(b->len - start, b->data + start, b->len - start);
	unsigned number = (unsigned)(uintptr_t)map_get(&fold->numbers, hash);
	char head[32];

	if (number) {
		b->len = start;
		buf_printf(b, " > stack %u\n", number);
		return;
	}
	if (fold->count == FOLDED_MAX)
		return;
	map_put(&fold->numbers, hash, (void *)(uintptr_t)++fold->count);
	int len = snprintf(head, sizeof(head), " > stack %u:\n", fold->count);
	buf_grow(b, (size_t)len);
	memmove(b->data + start + len, b->data + start, b->len - start);
	memcpy(b->data + start, head, (size_t)len);
	b->len += (size_t)len;
}

void stack_put_text(struct buf *b, struct symbols *s, const struct event *e, struct stack_fold *fold)
{
	size_t start = b->len;

	if (!stack_has(e))
		return;
	put_frames(b, s, e);
	if (fold && b->len > start)
		fold_text(b, start, fold);
}

/* ---- JSON ---- */

static void put_string(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, ",\"%s\":", name);
	json_string(b, value, strlen(value));
}

static void put_object(struct buf *b, const struct frame_info *f)
{
	buf_puts(b, f->path ? "{\"offset\":" : "{\"address\":");
	json_number(b, f->offset, false);
	if (f->path)
		put_string(b, "module", f->path);
	if (f->function) {
		put_string(b, "function", f->function);
		buf_puts(b, ",\"plus\":");
		json_number(b, f->plus, false);
	}
	if (f->file) {
		put_string(b, "file", f->file);
		buf_printf(b, ",\"line\":%u", f->line);
	}
	buf_putc(b, '}');
}

void stack_put_json(struct buf *b, struct symbols *s, const struct event *e)
{
	const struct frame_info *const *frames;
	unsigned n = stack_frames(s, e, &frames);

	buf_putc(b, '[');
	for (unsigned i = 0; i < n; i++) {
		if (i)
			buf_putc(b, ',');
		put_object(b, frames[i]);
	}
	buf_putc(b, ']');
}
