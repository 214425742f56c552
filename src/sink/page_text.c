/* Rows as text: see page_text.h. */
#include "sink/page_text.h"

#include <string.h>

#include "desc/table.h"
#include "event/event.h"
#include "sink/sink.h"
#include "sink/stack.h"
#include "sink/text.h"
#include "symbol/symbols.h"

/* The register that carries an argument of that name. */
static char register_of(const struct page_text *p, const struct event *e, const char *name)
{
	const struct desc *d = p->opts->desc;
	const struct call *c = desc_call(d, (enum abi)e->abi, e->nr);
	const struct shape *s = c ? desc_shape(d, c, (enum abi)e->abi, e->args) : NULL;

	for (unsigned i = 0; s && name && i < s->count; i++) {
		const struct field *f = &d->fields[s->first + i];
		if (strcmp(desc_string(d, f->name), name) == 0 && f->reg[e->abi] < 6)
			return (char)('0' + f->reg[e->abi]);
	}
	return '-';
}

static void put_arguments(struct page_text *p, const struct event *e, struct buf *b)
{
	const struct split *s = &p->split;

	split_call(&p->split, p->opts, e);
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
}

static void put_registers(const struct event *e, struct buf *b)
{
	buf_putc(b, '\6');
	buf_printf(b, "%llx", (unsigned long long)e->nr);
	for (unsigned i = 0; i < 6; i++)
		buf_printf(b, ",%llx", (unsigned long long)e->args[i]);
	buf_printf(b, ",%llx,%llx", (unsigned long long)e->ret, (unsigned long long)e->ip);
}

/* Names of files and functions are what somebody made them: nothing in them may look like what separates. */
static void put_word(struct buf *b, const char *word)
{
	for (; word && *word; word++)
		buf_putc(b, (unsigned char)*word < ' ' ? '?' : *word);
}

static void put_stack(const struct page_text *p, const struct event *e, struct buf *b)
{
	const struct frame_info *const *frames;
	unsigned n = stack_frames(p->symbols, e, &frames);

	buf_putc(b, '\7');
	for (unsigned i = 0; i < n; i++) {
		const struct frame_info *f = frames[i];
		buf_putc(b, '\1');
		put_word(b, f->function);
		buf_printf(b, "\2%llu\2", (unsigned long long)f->plus);
		put_word(b, f->path ? *f->path ? f->path : "[anon]" : "");
		buf_printf(b, "\2%llx\2", (unsigned long long)f->offset);
		put_word(b, f->file);
		buf_printf(b, "\2%u", f->file ? f->line : 0);
	}
}

void page_text_init(struct page_text *p, const struct text_opts *opts, struct symbols *symbols)
{
	*p = (struct page_text){.opts = opts, .symbols = symbols, .lines = {.fd = -1}};
	p->text = text_new(opts, &p->lines);
}

int page_text_event(struct page_text *p, const struct event *e, const struct task *t)
{
	return sink_event(p->text, e, t);
}

void page_text_drop(struct page_text *p)
{
	p->lines.line_start -= (ssize_t)p->lines.text.len; /* as if it had been written */
	p->lines.text.len = 0;
}

void page_text_put(struct page_text *p, const struct event *e, struct buf *out)
{
	if (p->lines.text.len)
		buf_put(out, p->lines.text.data, p->lines.text.len);
	page_text_drop(p);
	if (e->kind == EVENT_CALL) {
		put_arguments(p, e, out);
		put_registers(e, out);
		if (p->symbols && stack_has(e))
			put_stack(p, e, out);
	}
	buf_putc(out, '\5');
}

void page_text_done(struct page_text *p)
{
	sink_end(p->text);
	buf_done(&p->lines.text);
	split_done(&p->split);
}
