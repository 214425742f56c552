/* Glosses: see gloss.h. */
#include "sink/gloss.h"

#include <string.h>

#include "decode/walk.h"
#include "desc/about.h"
#include "sink/text.h"

/* A gloss is one remark, not a lesson: up to the first full stop or semicolon. */
static void put_first(struct buf *out, const char *text)
{
	const char *stop = text;

	while (*stop && *stop != ';' && !(*stop == '.' && (!stop[1] || stop[1] == ' ')))
		stop++;
	buf_put(out, text, (size_t)(stop - text));
}

/* What the error means of this call, if that is known, or in general. */
static void gloss_error(const struct text_opts *o, struct buf *out, const struct event *e)
{
	const char *name = decode_errno_name(o->desc, (unsigned)-e->ret);
	const struct call *c = desc_call(o->desc, (enum abi)e->abi, e->nr);
	const struct about *call = c ? about_find(ABOUT_CALL, desc_call_name(o->desc, c)) : NULL;
	const struct about *error = name ? about_find(ABOUT_ERRNO, name) : NULL;
	const char *text = error ? error->text : NULL;

	for (size_t i = 0; name && call && i < call->nerrors; i++)
		if (strcmp(call->errors[i].name, name) == 0)
			text = call->errors[i].when;
	if (!text)
		return;
	buf_printf(out, "  # %s: ", name);
	put_first(out, text);
}

/* A visitor that only wants names. */
struct names {
	struct visitor visitor;
	struct buf *out;
	bool any;
};

static void gloss_name(struct names *n, const char *name, size_t len)
{
	char word[64];

	if (len >= sizeof(word))
		return;
	memcpy(word, name, len);
	word[len] = '\0';
	const struct about *a = about_find(ABOUT_FLAG, word);
	if (!a)
		return;
	buf_printf(n->out, "%s%s: ", n->any ? "; " : "  # ", word);
	buf_puts(n->out, a->text);
	n->any = true;
}

static void names_number(struct visitor *v, const struct number *number)
{
	for (unsigned i = 0; i < number->nparts && !number->call; i++)
		gloss_name((struct names *)v, number->parts[i].text, number->parts[i].len);
}

static void names_resume(struct visitor *v, unsigned nargs) { (void)v, (void)nargs; }
static void names_arg(struct visitor *v, const char *name, bool shown) { (void)v, (void)name, (void)shown; }
static void names_field(struct visitor *v, const char *name) { (void)v, (void)name; }
static void names_alone(struct visitor *v) { (void)v; }
static void names_open(struct visitor *v, enum group g, const char *name) { (void)v, (void)g, (void)name; }
static void names_close(struct visitor *v, enum group g) { (void)v, (void)g; }
static void names_bytes(struct visitor *v, const struct bytes *b) { (void)v, (void)b; }
static void names_pointer(struct visitor *v, uint64_t addr, enum pointer_reason why) { (void)v, (void)addr, (void)why; }
static void names_note(struct visitor *v, enum note kind, const char *text, size_t len) { (void)v, (void)kind, (void)text, (void)len; }

static const struct visitor_ops names_ops = {
	.resume = names_resume, .arg = names_arg, .field = names_field, .element = names_alone, .open = names_open, .close = names_close,
	.more = names_alone, .change = names_alone, .number = names_number, .bytes = names_bytes, .pointer = names_pointer, .note = names_note,
};

void gloss_call(const struct text_opts *o, struct buf *out, const struct event *e)
{
	struct decode_opts decode = text_decode_opts(o, e);
	struct names n = {.visitor.ops = &names_ops, .out = out};

	if (e->outcome == OUTCOME_ERROR)
		gloss_error(o, out, e);
	else
		decode_args(&decode, e, e->outcome == OUTCOME_OK ? DECODE_ALL : DECODE_ENTRY, &n.visitor);
}
