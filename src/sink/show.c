/* The text visitor: strace's notation for values. Lines around them are sink/text.c's. */
#include "sink/show.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sink/output.h"

static struct show *show_of(struct visitor *v)
{
	return (struct show *)v; /* the visitor is its first member */
}

/* Colours */

static inline void paint(const struct show *s, enum paint as)
{
	if (s->painted)
		output_paint(s->painted, as);
}

static inline void put_painted(const struct show *s, enum paint as, const char *text)
{
	paint(s, as);
	buf_puts(s->out, text);
	paint(s, s->base);
}

static inline void put_punct(const struct show *s, const char *text)
{
	put_painted(s, PAINT_PUNCT, text);
}

/* Strings */

static bool is_printable(unsigned char c)
{
	return c >= ' ' && c < 0x7f;
}

static bool is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool all_hex(const struct show_opts *o, const uint8_t *p, size_t len)
{
	if (o->escape == ESCAPE_HEX_ALL)
		return true;
	if (o->escape != ESCAPE_HEX_STRING)
		return false;
	for (size_t i = 0; i < len; i++)
		if (!is_printable(p[i]) && !is_space(p[i]))
			return true;
	return false;
}

static void put_hex(struct buf *out, uint8_t c)
{
	static const char digits[] = "0123456789abcdef";
	char text[4] = {'\\', 'x', digits[c >> 4], digits[c & 15]};

	buf_put(out, text, sizeof(text));
}

/* The shortest octal escape that the next byte cannot extend. */
static void put_octal(struct buf *out, uint8_t c, bool digit_follows)
{
	buf_putc(out, '\\');
	if (digit_follows || c >= 0100)
		buf_putc(out, (char)('0' + (c >> 6)));
	if (digit_follows || c >= 010)
		buf_putc(out, (char)('0' + (c >> 3 & 7)));
	buf_putc(out, (char)('0' + (c & 7)));
}

static char letter_escape(uint8_t c)
{
	switch (c) {
	case '\t': return 't';
	case '\n': return 'n';
	case '\v': return 'v';
	case '\f': return 'f';
	case '\r': return 'r';
	default: return 0;
	}
}

/* How many bytes from p on stand for themselves; `also` are two more printable bytes that don't. */
static size_t plain_run(const uint8_t *p, size_t len, const char *also)
{
	size_t i = 0;

	while (i < len && is_printable(p[i]) && p[i] != (uint8_t)also[0] && p[i] != (uint8_t)also[1] && p[i] != '"' && p[i] != '\\')
		i++;
	return i;
}

static void put_escape(const struct show_opts *o, struct buf *out, uint8_t c, bool digit_follows)
{
	char letter = c == '"' || c == '\\' ? (char)c : letter_escape(c);

	if (letter) {
		buf_putc(out, '\\');
		buf_putc(out, letter);
	} else if (o->escape == ESCAPE_HEX_CHARS) {
		put_hex(out, c);
	} else {
		put_octal(out, c, digit_follows);
	}
}

/* `also`: two more printable bytes that need an escape where the string stands. */
static void put_escaped(const struct show_opts *o, struct buf *out, const uint8_t *p, size_t len, bool hex, const char *also)
{
	for (size_t i = 0; i < len; i++) {
		size_t n = hex ? 0 : plain_run(p + i, len - i, also);

		buf_put(out, p + i, n);
		i += n;
		if (i == len)
			return;
		if (hex)
			put_hex(out, p[i]);
		else
			put_escape(o, out, p[i], i + 1 < len && p[i + 1] >= '0' && p[i + 1] <= '7');
	}
}

void show_escaped(const struct show_opts *opts, struct buf *out, const void *name, size_t len)
{
	put_escaped(opts, out, name, len, all_hex(opts, name, len), "<>");
}

void show_quoted(const struct show_opts *opts, struct buf *out, const void *data, size_t len)
{
	buf_putc(out, '"');
	put_escaped(opts, out, data, len, all_hex(opts, data, len), "\"\"");
	buf_putc(out, '"');
}

static void show_bytes(struct visitor *v, const struct bytes *b)
{
	struct show *s = show_of(v);
	bool cut = b->flags & BYTES_CUT;
	size_t len = b->len;

	if (b->flags & BYTES_PLAIN) {
		buf_put(s->out, b->data, len);
		return;
	}
	if (!(b->flags & BYTES_PATH) && len > s->opts->max_string) {
		len = s->opts->max_string;
		cut = true;
	}
	if (b->flags & BYTES_ABSTRACT)
		buf_putc(s->out, '@');
	if (b->flags & BYTES_TRIM && len && !b->data[len - 1] && !all_hex(s->opts, b->data, len)) {
		len--;
		cut = false; /* as strace has it: the NUL may be the last one shown of many */
	}
	if (b->flags & BYTES_HEX) {
		buf_putc(s->out, '"');
		put_escaped(s->opts, s->out, b->data, len, true, "\"\"");
		buf_putc(s->out, '"');
	} else {
		show_quoted(s->opts, s->out, b->data, len);
	}
	if (cut)
		put_punct(s, "...");
}

/* Numbers */

static void put_style(struct buf *out, uint64_t raw, bool is_signed, unsigned style)
{
	switch ((enum style)style) {
	case STYLE_DEC:
		if (is_signed)
			buf_dec(out, (int64_t)raw);
		else
			buf_udec(out, raw);
		break;
	case STYLE_UDEC:
		buf_udec(out, raw);
		break;
	case STYLE_HEX:
		buf_hex(out, raw);
		break;
	case STYLE_HEX8:
		buf_printf(out, "%#08llx", (unsigned long long)raw);
		break;
	case STYLE_HEX2:
		buf_printf(out, "%#02llx", (unsigned long long)raw);
		break;
	case STYLE_HEX16:
		buf_printf(out, "%#016llx", (unsigned long long)raw);
		break;
	case STYLE_OCT: /* as modes are written: 000, 07, 0644 */
		if (raw < 0100)
			buf_printf(out, "%#03llo", (unsigned long long)raw);
		else
			buf_oct(out, raw);
		break;
	case STYLE_ADDR:
		if (raw)
			buf_hex(out, raw);
		else
			buf_puts(out, "NULL");
		break;
	}
}

static void put_raw(struct buf *out, const struct number *n)
{
	if (n->whole) {
		buf_puts(out, n->whole);
		return;
	}
	if (n->bytes) {
		buf_putc(out, '"');
		for (unsigned i = 0; i < n->size; i++)
			put_hex(out, n->bytes[i]);
		buf_putc(out, '"');
		return;
	}
	bool narrow = n->style != STYLE_DEC && n->is_signed && n->size && n->size < 8;

	unsigned style = n->style == STYLE_HEX16 && n->size == 4 ? STYLE_HEX8 : n->style; /* as wide as a long */

	put_style(out, narrow ? n->raw & ((1ULL << n->size * 8) - 1) : n->raw, n->is_signed, style);
}

static inline void put_bar(const struct show *s, enum paint then)
{
	if (then == PAINT_CONST)
		paint(s, PAINT_PUNCT);
	buf_putc(s->out, '|');
	if (then == PAINT_CONST)
		paint(s, then);
}

/* Painted as `as`, the bars between as punctuation where they are not part of a remark. */
static void put_parts(const struct show *s, const struct number *n, enum paint as)
{
	struct buf *out = s->out;

	if (n->call)
		buf_puts(out, n->call);
	if (n->quoted) {
		show_quoted(s->opts, out, n->parts[0].text, n->parts[0].len);
		return;
	}
	for (unsigned i = 0; i < n->nparts; i++) {
		if (i)
			put_bar(s, as);
		buf_put(out, n->parts[i].text, n->parts[i].len);
	}
	if (n->has_residue) {
		if (n->nparts)
			put_bar(s, as);
		put_style(out, n->residue, false, n->residue_style);
	}
}

/* What stands for a number: symbols, or a call as C code would write it. */
static void put_symbolic(struct show *s, const struct number *n)
{
	enum paint as = s->set[s->depth] ? s->base : PAINT_CONST;

	paint(s, as);
	put_parts(s, n, as);
	if (n->call)
		buf_putc(s->out, ')');
	paint(s, s->base);
}

/* name=inet_pton(AF_INET6, "::1") as inet_pton(AF_INET6, "::1", &name). */
static void put_into(struct show *s, const struct number *n)
{
	size_t len = s->name_end - s->name_at - 1;
	char name[64];

	snprintf(name, sizeof(name), "%.*s", (int)len, s->out->data + s->name_at);
	s->out->len = s->name_at;
	put_parts(s, n, s->base);
	buf_printf(s->out, ", &%s)", name);
}

static void put_remark(const struct show *s, const char *text, size_t len)
{
	paint(s, PAINT_COMMENT);
	buf_puts(s->out, " /* ");
	buf_put(s->out, text, len);
	buf_puts(s->out, " */");
	paint(s, s->base);
}

/* Whether the symbols are shown instead of the number. */
static bool stands_alone(const struct number *n, enum symbols_as as)
{
	if (n->form == FORM_MACRO)
		return as != SYMBOLS_RAW;
	return as == SYMBOLS_ABBREV && (n->form == FORM_OPTIONS || n->form == FORM_NAMES);
}

static void show_number(struct visitor *v, const struct number *n)
{
	struct show *s = show_of(v);
	enum symbols_as as = n->form == FORM_NAMES || s->joined_names ? SYMBOLS_ABBREV : s->opts->symbols;

	if (n->nparts == 1 && !n->parts[0].len && !n->has_residue && n->form == FORM_OPTIONS) /* named as nothing */
		return;
	bool symbolic = n->nparts || (n->has_residue && !n->unknown);

	if (symbolic && stands_alone(n, as)) {
		if (n->into && s->name_end == s->out->len)
			put_into(s, n);
		else
			put_symbolic(s, n);
		if (n->remark)
			put_remark(s, n->remark, strlen(n->remark));
		return;
	}
	put_raw(s->out, n);
	if ((as == SYMBOLS_RAW && n->form != FORM_BESIDE_ALWAYS) || (!symbolic && !n->unknown))
		return;
	paint(s, PAINT_COMMENT);
	buf_puts(s->out, " /* ");
	if (symbolic)
		put_parts(s, n, PAINT_COMMENT);
	else
		buf_puts(s->out, n->unknown);
	buf_puts(s->out, symbolic && n->call ? ") */" : " */");
	paint(s, s->base);
}

/* Structure */

/* Sets are painted as one value. */
static void put_between(const struct show *s)
{
	if (s->set[s->depth])
		buf_putc(s->out, ' ');
	else
		put_punct(s, s->between[s->depth]);
}

static void separate(struct show *s)
{
	if (s->started[s->depth])
		put_between(s);
	s->started[s->depth] = true;
}

static void show_resume(struct visitor *v, unsigned nargs)
{
	show_of(v)->started[0] = nargs > 0;
}

static void show_arg(struct visitor *v, const char *name, bool shown)
{
	struct show *s = show_of(v);

	separate(s);
	if ((shown || s->opts->arg_names) && *name) {
		put_painted(s, PAINT_ARGNAME, name);
		put_punct(s, "=");
	}
}

static void show_element(struct visitor *v)
{
	separate(show_of(v));
}

static const struct {
	const char *open, *close;
	const char *between;
} groups[] = {
	[GROUP_STRUCT] = {"{", "}", ", "}, [GROUP_ARRAY] = {"[", "]", ", "}, [GROUP_SET] = {"[", "]", " "},
	[GROUP_NOT_SET] = {"~[", "]", " "}, [GROUP_CALL] = {"(", ")", ", "}, [GROUP_REF] = {"[", "]", ", "},
	[GROUP_RESULT] = {" (", ")", ", "}, [GROUP_JOINED] = {"", "", "|"}, [GROUP_FRACTION] = {"", "", "/"},
	[GROUP_NOTED] = {"", "", "|"},
	[GROUP_LIST] = {"[", "]", ", "}, [GROUP_LONE] = {"", "", ", "},
};

static bool is_set(enum group g)
{
	return g == GROUP_SET || g == GROUP_NOT_SET;
}

static void show_open(struct visitor *v, enum group g, const char *name)
{
	struct show *s = show_of(v);

	if (name && g != GROUP_JOINED && g != GROUP_NOTED)
		put_painted(s, PAINT_CALL, name);
	else if (name && s->opts->symbols == SYMBOLS_RAW) { /* what its parts put behind it is taken back */
		buf_puts(s->out, name);
		s->joined_end = s->out->len;
	} else if (g == GROUP_NOTED && s->opts->symbols == SYMBOLS_VERBOSE) { /* its parts are a remark; on a result, all there is */
		s->joined_names = true;
		s->joined_from = s->out->len;
		if (!s->result[s->depth]) {
			buf_puts(s->out, name);
			s->joined_end = s->out->len;
			paint(s, PAINT_COMMENT);
			buf_puts(s->out, " /* ");
			s->joined_parts = s->out->len;
		}
	}
	if (is_set(g))
		buf_puts(s->out, groups[g].open);
	else
		put_punct(s, groups[g].open);
	if (s->depth + 1 < SHOW_DEPTH_MAX)
		s->depth++;
	s->started[s->depth] = false;
	s->between[s->depth] = groups[g].between;
	s->result[s->depth] = g == GROUP_RESULT;
	s->list[s->depth] = g == GROUP_LIST;
	s->set[s->depth] = is_set(g);
}

/* The parts of a number, beside it: taken back, or a remark unless they are the number itself. */
static void close_joined(struct show *s)
{
	size_t digits = s->joined_end - s->joined_from, parts = s->out->len - s->joined_parts;
	const char *text = s->out->data;

	if (s->joined_end && (!s->joined_names || (parts == digits && !memcmp(text + s->joined_from, text + s->joined_parts, digits))))
		s->out->len = s->joined_end;
	else if (s->joined_end)
		buf_puts(s->out, " */");
	if (s->joined_end && s->joined_names)
		paint(s, s->base);
	s->joined_end = 0;
	s->joined_names = false;
}

static void show_close(struct visitor *v, enum group g)
{
	struct show *s = show_of(v);

	if (s->depth)
		s->depth--;
	if (g == GROUP_JOINED || g == GROUP_NOTED)
		close_joined(s);
	if (is_set(g))
		buf_puts(s->out, groups[g].close);
	else
		put_punct(s, groups[g].close);
}

static void show_field(struct visitor *v, const char *name)
{
	struct show *s = show_of(v);

	separate(s);
	if (s->list[s->depth])
		return;
	s->name_at = s->out->len;
	put_painted(s, PAINT_ARGNAME, name);
	if (!s->result[s->depth])
		put_punct(s, "=");
	else if (!*name || name[strlen(name) - 1] != '=') /* a word that brings its own is followed by nothing */
		buf_putc(s->out, ' ');
	s->name_end = s->out->len;
}

static void show_more(struct visitor *v)
{
	struct show *s = show_of(v);

	separate(s);
	put_punct(s, "...");
}

static void show_change(struct visitor *v)
{
	buf_puts(show_of(v)->out, " => ");
}

static void show_pointer(struct visitor *v, uint64_t addr, enum pointer_reason why)
{
	(void)why; /* strace shows the address, whatever the reason */
	put_style(show_of(v)->out, addr, false, STYLE_ADDR);
}

/* The number of a signal by the name that capture/fdinfo.c gives it. */
static int signal_number(const char *name, size_t len)
{
	if (len > 3 && memcmp(name, "RT_", 3) == 0)
		return 32 + (int)strtol(name + 3, NULL, 10);
	for (int signo = 1; signo < 32; signo++) {
		const char *known = sigabbrev_np(signo);
		if (known && strlen(known) == len && memcmp(known, name, len) == 0)
			return signo;
	}
	return 32; /* RTMIN */
}

/* "signalfd:[INT RT_5]" with the numbers of -X raw and verbose. */
static void put_signalfd(struct show *s, const char *text, size_t len)
{
	const char *end = text + len, *at = memchr(text, '[', len);

	at = at ? at + 1 : end;
	buf_put(s->out, text, (size_t)(at - text));
	while (at < end && *at != ']') {
		size_t name = strcspn(at, " ]");
		buf_printf(s->out, "%d", signal_number(at, name));
		if (s->opts->symbols == SYMBOLS_VERBOSE)
			buf_printf(s->out, " /* %.*s */", (int)name, at);
		at += name;
		if (*at == ' ')
			buf_putc(s->out, *at++);
	}
	buf_put(s->out, at, (size_t)(end - at));
}

static bool is_signalfd(const char *text, size_t len)
{
	static const char start[] = "signalfd:";

	return len > sizeof(start) && memcmp(text, start, sizeof(start) - 1) == 0 && text[len - 1] == ']';
}

static void show_note(struct visitor *v, enum note kind, const char *text, size_t len)
{
	struct show *s = show_of(v);
	bool inside = kind == NOTE_DEVICE && s->out->len && s->out->data[s->out->len - 1] == '>';

	if (kind == NOTE_COMMENT) {
		put_remark(s, text, len);
		return;
	}
	if (kind == NOTE_NAME) {
		buf_put(s->out, text, len);
		buf_putc(s->out, '=');
		return;
	}
	if (kind == NOTE_DELETED) {
		buf_put(s->out, text, len);
		return;
	}
	if (inside) /* within the brackets of the path */
		s->out->len--;
	put_punct(s, "<");
	paint(s, PAINT_ARGVAL);
	if (kind == NOTE_FD || kind == NOTE_COMM)
		show_escaped(s->opts, s->out, text, len);
	else if (kind == NOTE_SOCKET && s->opts->symbols != SYMBOLS_ABBREV && is_signalfd(text, len))
		put_signalfd(s, text, len);
	else
		buf_put(s->out, text, len);
	put_punct(s, inside ? ">>" : ">");
}

static const struct visitor_ops show_ops = {
	.resume = show_resume, .arg = show_arg, .field = show_field, .element = show_element, .open = show_open,
	.close = show_close, .more = show_more, .change = show_change, .number = show_number, .bytes = show_bytes,
	.pointer = show_pointer, .note = show_note,
};

/* Deeper levels are set up as they are opened: this runs twice a call. */
void show_init(struct show *s, const struct show_opts *opts, struct buf *out)
{
	s->visitor.ops = &show_ops;
	s->opts = opts;
	s->out = out;
	s->painted = NULL;
	s->base = PAINT_ARGVAL;
	s->depth = 0;
	s->started[0] = false;
	s->between[0] = ", ";
	s->result[0] = false;
	s->list[0] = s->set[0] = false;
	s->joined_end = s->name_at = s->name_end = 0;
	s->joined_names = false;
}
