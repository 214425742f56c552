/* A line of a trace, in words: its call, each argument as it was written, and the result. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "desc/about.h"
#include "desc/table.h"
#include "insight/explain.h"
#include "insight/signature.h"

enum { ARGS_MAX = 16 };

struct line {
	const char *name;
	size_t name_len;
	struct {
		const char *text;
		size_t len;
	} args[ARGS_MAX];
	unsigned nargs;
	const char *result; /* after "= ", or NULL */
};

/* The end of a string in quotes that starts at s. */
static const char *after_string(const char *s)
{
	for (s++; *s && *s != '"'; s++)
		if (*s == '\\' && s[1])
			s++;
	return *s ? s + 1 : s;
}

/* Splits at commas that stand between the outermost parentheses only. Returns what follows the closing one, or NULL. */
static const char *split_args(struct line *l, const char *s)
{
	unsigned depth = 0;
	const char *start = s;

	for (; *s; s++) {
		if (*s == '"') {
			s = after_string(s) - 1;
			continue;
		}
		bool closing = *s == ')' || *s == ']' || *s == '}';
		if ((closing && !depth) || (*s == ',' && !depth)) {
			start += strspn(start, " ");
			if (l->nargs < ARGS_MAX && s > start) {
				l->args[l->nargs].text = start;
				l->args[l->nargs++].len = (size_t)(s - start);
			}
			start = s + 1;
			if (closing)
				return s + 1;
		} else if (*s == '(' || *s == '[' || *s == '{') {
			depth++;
		} else if (closing) {
			depth--;
		}
	}
	return NULL;
}

static bool parse(struct line *l, const char *text)
{
	const char *open = strchr(text, '(');

	if (!open)
		return false;
	/* What stands before: pid, time. */
	for (l->name = open; l->name > text && l->name[-1] != ' '; l->name--)
		;
	l->name_len = (size_t)(open - l->name);
	const char *rest = split_args(l, open + 1);
	l->result = rest ? strstr(rest, "= ") : NULL;
	l->result = l->result ? l->result + 2 : NULL;
	return l->name_len > 0;
}

static void put_args(struct buf *out, const struct desc *d, const struct call *c, const struct line *l, unsigned columns)
{
	const struct shape *s = &d->shapes[c->shape];

	for (unsigned i = 0; i < l->nargs; i++) {
		const struct field *f = i < s->count ? &d->fields[s->first + i] : NULL;
		const char *name = f ? desc_string(d, f->name) : "";
		struct buf text = {0};
		buf_put(&text, l->args[i].text, l->args[i].len);
		if (f) {
			buf_puts(&text, "   ");
			signature_meaning(&text, d, s, f);
		}
		explain_entry(out, name, buf_cstr(&text), columns);
		buf_done(&text);
	}
}

/* What this call says of the error; else what everybody does. */
static void put_error(struct buf *out, const struct about *call, const char *name, size_t len, unsigned columns)
{
	char word[32] = "";

	memcpy(word, name, len < sizeof(word) - 1 ? len : sizeof(word) - 1);
	const struct about *a = about_find(ABOUT_ERRNO, word);
	for (size_t i = 0; call && i < call->nerrors; i++)
		if (strcmp(call->errors[i].name, word) == 0)
			explain_entry(out, word, call->errors[i].when, columns);
	if (a)
		explain_entry(out, word, a->text, columns);
}

static void put_result(struct buf *out, const struct about *call, const struct line *l, unsigned columns)
{
	buf_printf(out, "\nresult: %s\n", l->result);
	if (strncmp(l->result, "-1 E", 4) == 0)
		put_error(out, call, l->result + 3, strcspn(l->result + 3, " "), columns);
	else if (l->result[0] == '?')
		explain_entry(out, "?", "The call did not return, or its result is not known: the task ended, or was let go, inside it.", columns);
}

bool explain_line(struct buf *out, const struct desc *d, const char *text, unsigned columns)
{
	struct line l = {0};
	char name[64] = "";

	if (!parse(&l, text))
		return false;
	memcpy(name, l.name, l.name_len < sizeof(name) - 1 ? l.name_len : sizeof(name) - 1);
	const struct call *c = desc_call_named(d, name);
	if (!c)
		return false;
	const struct about *a = about_find(ABOUT_CALL, name);
	buf_printf(out, "%s", name);
	if (a && a->text) {
		buf_puts(out, ": ");
		buf_wrap(out, a->text, out->len - l.name_len - 2, 0, columns);
	} else {
		buf_putc(out, '\n');
	}
	buf_putc(out, '\n');
	put_args(out, d, c, &l, columns);
	if (l.result)
		put_result(out, a, &l, columns);
	return true;
}
