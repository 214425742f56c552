/* The JSON visitor: see json.h. It writes as the walk goes; a note that comes after a value wraps what is already there. */
#include "sink/json.h"

#include <stdio.h>
#include <string.h>

enum { JSON_ARGS = 0xff };

static const uint64_t SAFE_MAX = (1ULL << 53) - 1;

static struct json *json_of(struct visitor *v)
{
	return (struct json *)v; /* the visitor is its first member */
}

static struct json_level *level(struct json *j)
{
	return &j->levels[j->depth];
}

/* Strings */

/* Length of the UTF-8 sequence at p, or 0: no overlong forms, no surrogates. */
static size_t utf8_length(const uint8_t *p, size_t left)
{
	size_t n = *p < 0x80 ? 1 : *p >= 0xc2 && *p < 0xe0 ? 2 : *p >= 0xe0 && *p < 0xf0 ? 3 : *p >= 0xf0 && *p < 0xf5 ? 4 : 0;

	if (!n || n > left)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	if ((*p == 0xe0 && p[1] < 0xa0) || (*p == 0xed && p[1] >= 0xa0) || (*p == 0xf0 && p[1] < 0x90) || (*p == 0xf4 && p[1] >= 0x90))
		return 0;
	return n;
}

static bool is_utf8(const uint8_t *p, size_t len)
{
	for (size_t i = 0, n; i < len; i += n) {
		n = utf8_length(p + i, len - i);
		if (!n)
			return false;
	}
	return true;
}

void json_string(struct buf *out, const void *data, size_t len)
{
	const uint8_t *p = data;

	buf_putc(out, '"');
	for (size_t i = 0, n; i < len; i += n) {
		n = utf8_length(p + i, len - i);
		if (!n) {
			buf_puts(out, "\\ufffd");
			n = 1;
		} else if (p[i] == '"' || p[i] == '\\') {
			buf_putc(out, '\\');
			buf_putc(out, (char)p[i]);
		} else if (p[i] < ' ' || p[i] == 0x7f) {
			buf_printf(out, "\\u%04x", p[i]);
		} else {
			buf_put(out, p + i, n);
		}
	}
	buf_putc(out, '"');
}

void json_number(struct buf *out, uint64_t raw, bool is_signed)
{
	bool negative = is_signed && (int64_t)raw < 0;
	uint64_t size = negative ? -raw : raw;
	bool quoted = size > SAFE_MAX;

	if (quoted)
		buf_putc(out, '"');
	if (negative)
		buf_dec(out, (int64_t)raw);
	else
		buf_udec(out, raw);
	if (quoted)
		buf_putc(out, '"');
}

static void put_name(struct buf *out, const char *name)
{
	json_string(out, name, strlen(name));
	buf_putc(out, ':');
}

/* What makes an object more than a struct. A field of that name gets a '_' behind it. */
static const char *const reserved[] = {"raw", "text", "hex", "address", "before", "value", "not", "call"};

static bool is_reserved(const char *name)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (strcmp(name, reserved[i]) == 0)
			return true;
	return false;
}

static void put_field_name(struct buf *out, const char *name)
{
	char word[64];

	snprintf(word, sizeof(word), "%.*s", (int)strcspn(name, "="), name); /* "entry_number=", a remark on a result */
	put_name(out, word);
	if (is_reserved(name)) {
		out->len -= 2;
		buf_puts(out, "_\":");
	}
}

/* Structure */

static bool is_object(uint8_t group)
{
	return group == GROUP_STRUCT || group == GROUP_LIST || group == JSON_ARGS;
}

static void value_starts(struct json *j)
{
	struct json_level *l = level(j);

	if (!l->changing)
		l->last = j->out->len;
	l->notes = 0;
}

/* Ends what the value before opened around itself. */
static void finish(struct json *j)
{
	struct json_level *l = level(j);

	if (l->changing)
		buf_putc(j->out, '}');
	if (l->named)
		buf_putc(j->out, '}');
	l->changing = l->named = false;
}

static void member_starts(struct json *j)
{
	struct json_level *l = level(j);

	finish(j);
	if (l->started)
		buf_putc(j->out, ',');
	l->started = true;
	l->last = j->out->len;
	l->notes = 0;
}

/* Puts text before the last value. */
static void insert(struct json *j, const char *text)
{
	size_t at = level(j)->last, n = strlen(text), tail = j->out->len - at;

	buf_put(j->out, text, n); /* room */
	memmove(j->out->data + at + n, j->out->data + at, tail);
	memcpy(j->out->data + at, text, n);
}

static void json_resume(struct visitor *v, unsigned nargs)
{
	(void)v;
	(void)nargs;
}

static void json_arg(struct visitor *v, const char *name, bool shown)
{
	struct json *j = json_of(v);
	char number[16];

	(void)shown;
	member_starts(j);
	if (!*name) { /* a call without description */
		snprintf(number, sizeof(number), "arg%u", ++j->raw_args);
		name = number;
	}
	put_name(j->out, name);
	level(j)->last = j->out->len;
}

static void json_field(struct visitor *v, const char *name)
{
	struct json *j = json_of(v);

	member_starts(j);
	if (!is_object(level(j)->group)) { /* a remark with a word, in an array */
		buf_putc(j->out, '{');
		level(j)->named = true;
	}
	put_field_name(j->out, name);
	level(j)->last = j->out->len;
}

static void json_element(struct visitor *v)
{
	member_starts(json_of(v));
}

static void json_open(struct visitor *v, enum group g, const char *name)
{
	struct json *j = json_of(v);

	if (g == GROUP_RESULT) { /* follows the result itself */
		insert(j, "{\"value\":");
		buf_puts(j->out, ",\"remarks\":");
	} else {
		value_starts(j);
	}
	if (g == GROUP_STRUCT || g == GROUP_LIST) {
		buf_putc(j->out, '{');
	} else if (g == GROUP_CALL) {
		buf_puts(j->out, "{\"call\":");
		json_string(j->out, name, strlen(name));
		buf_puts(j->out, ",\"args\":[");
	} else if (g == GROUP_NOT_SET) {
		buf_puts(j->out, "{\"not\":[");
	} else if (g != GROUP_REF) { /* what a pointer to a number points to is the number */
		buf_putc(j->out, '[');
	}
	if (j->depth + 1 < JSON_DEPTH_MAX)
		j->depth++;
	*level(j) = (struct json_level){.group = (uint8_t)g, .last = j->out->len};
}

static void json_close(struct visitor *v, enum group g)
{
	struct json *j = json_of(v);

	finish(j);
	if (j->depth)
		j->depth--;
	if (g == GROUP_STRUCT || g == GROUP_LIST)
		buf_putc(j->out, '}');
	else if (g == GROUP_CALL || g == GROUP_NOT_SET || g == GROUP_RESULT)
		buf_puts(j->out, "]}");
	else if (g != GROUP_REF)
		buf_putc(j->out, ']');
}

static void json_more(struct visitor *v)
{
	struct json *j = json_of(v);

	if (level(j)->more)
		return;
	level(j)->more = true;
	member_starts(j);
	buf_puts(j->out, is_object(level(j)->group) ? "\"...\":true" : "\"...\"");
}

static void json_change(struct visitor *v)
{
	struct json *j = json_of(v);

	insert(j, "{\"before\":");
	buf_puts(j->out, ",\"after\":");
	level(j)->changing = true;
}

/* Values */

static void put_symbols(struct buf *out, const struct number *n)
{
	buf_putc(out, '"');
	if (n->call)
		buf_puts(out, n->call);
	for (unsigned i = 0; i < n->nparts; i++) {
		if (i)
			buf_putc(out, '|');
		buf_put(out, n->parts[i].text, n->parts[i].len);
	}
	if (n->call)
		buf_putc(out, ')');
	if (n->has_residue) {
		buf_putc(out, '|');
		buf_hex(out, n->residue);
	}
	buf_putc(out, '"');
}

static void put_raw(struct buf *out, const struct number *n)
{
	if (n->size <= 8) {
		json_number(out, n->raw, n->is_signed);
		return;
	}
	buf_putc(out, '"');
	for (unsigned i = 0; i < n->size; i++)
		buf_printf(out, "%02x", n->bytes[i]);
	buf_putc(out, '"');
}

static void json_number_value(struct visitor *v, const struct number *n)
{
	struct json *j = json_of(v);

	value_starts(j);
	if (!n->nparts && !n->unknown) {
		json_number(j->out, n->raw, n->is_signed);
		return;
	}
	buf_puts(j->out, "{\"raw\":");
	put_raw(j->out, n);
	if (n->nparts) {
		buf_puts(j->out, ",\"symbols\":");
		put_symbols(j->out, n);
		if (n->remark) {
			buf_puts(j->out, ",\"name\":");
			json_string(j->out, n->remark, strlen(n->remark));
		}
	} else {
		buf_puts(j->out, ",\"unknown\":");
		json_string(j->out, n->unknown, strlen(n->unknown));
	}
	buf_putc(j->out, '}');
}

static void json_bytes(struct visitor *v, const struct bytes *b)
{
	struct json *j = json_of(v);

	value_starts(j);
	if (b->flags & BYTES_PLAIN) {
		json_string(j->out, b->data, b->len);
		return;
	}
	if (is_utf8(b->data, b->len)) {
		buf_puts(j->out, "{\"text\":");
		json_string(j->out, b->data, b->len);
	} else {
		buf_puts(j->out, "{\"hex\":\"");
		for (size_t i = 0; i < b->len; i++)
			buf_printf(j->out, "%02x", b->data[i]);
		buf_putc(j->out, '"');
	}
	if (b->flags & BYTES_CUT)
		buf_puts(j->out, ",\"cut\":true");
	buf_putc(j->out, '}');
}

static void json_pointer(struct visitor *v, uint64_t addr, enum pointer_reason why)
{
	static const char *const states[] = {
		[POINTER_PLAIN] = "plain", [POINTER_UNREADABLE] = "unreadable", [POINTER_SKIPPED] = "skipped", [POINTER_INVALID] = "failed",
	};
	struct json *j = json_of(v);

	value_starts(j);
	if (why == POINTER_NULL)
		buf_puts(j->out, "null");
	else
		buf_printf(j->out, "{\"address\":\"%#llx\",\"state\":\"%s\"}", (unsigned long long)addr, states[why]);
}

/* Several notes on a value share one object. */
static void json_note(struct visitor *v, enum note kind, const char *text, size_t len)
{
	static const char *const names[] = {
		[NOTE_FD] = "path", [NOTE_DEVICE] = "device", [NOTE_SOCKET] = "socket",
		[NOTE_COMM] = "comm", [NOTE_DELETED] = "file", [NOTE_COMMENT] = "remark",
	};
	struct json *j = json_of(v);
	struct json_level *l = level(j);

	if (l->changing || l->last == j->out->len || kind == NOTE_NAME)
		return; /* inside a pair there is no one value to wrap */
	if (!l->notes || l->notes >> kind & 1)
		insert(j, "{\"value\":");
	else
		j->out->len--; /* its brace */
	l->notes = l->notes >> kind & 1 ? 1U << kind : l->notes | 1U << kind;
	buf_putc(j->out, ',');
	put_name(j->out, names[kind]);
	json_string(j->out, text, len);
	buf_putc(j->out, '}');
}

static const struct visitor_ops json_ops = {
	.resume = json_resume, .arg = json_arg, .field = json_field, .element = json_element, .open = json_open,
	.close = json_close, .more = json_more, .change = json_change, .number = json_number_value, .bytes = json_bytes,
	.pointer = json_pointer, .note = json_note,
};

void json_init(struct json *j, struct buf *out)
{
	*j = (struct json){.visitor = {&json_ops}, .out = out};
	j->levels[0] = (struct json_level){.group = JSON_ARGS, .last = out->len};
}

void json_init_value(struct json *j, struct buf *out)
{
	json_init(j, out);
	j->levels[0].group = GROUP_ARRAY;
}

void json_end(struct json *j)
{
	finish(j);
}
