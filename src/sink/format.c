/* Lines by template: see format.h. */
#include "sink/format.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "decode/walk.h"
#include "sink/export_split.h"
#include "sink/when.h"
#include "task/task.h"

enum field_id {
	FIELD_LITERAL, FIELD_TIME, FIELD_UNIX, FIELD_SINCE, FIELD_DUR, FIELD_PID, FIELD_TID, FIELD_COMM, FIELD_CALL, FIELD_NR, FIELD_ABI,
	FIELD_ARGS, FIELD_RET, FIELD_ERRNO, FIELD_ERROR, FIELD_PATH, FIELD_IP, FIELD_ARGUMENT,
};

static const struct {
	const char *name;
	enum field_id id;
	const char *help;
} fields[] = {
	{"time", FIELD_TIME, "when the call began: 12:34:56.789012"},
	{"unix", FIELD_UNIX, "the same in seconds since 1970"},
	{"since", FIELD_SINCE, "seconds since the line before began"},
	{"dur", FIELD_DUR, "how long it took, in seconds"},
	{"pid", FIELD_PID, "the process"},
	{"tid", FIELD_TID, "the thread"},
	{"comm", FIELD_COMM, "the thread's name"},
	{"call", FIELD_CALL, "the call's name"},
	{"nr", FIELD_NR, "its number"},
	{"abi", FIELD_ABI, "x86_64, i386, ..."},
	{"args", FIELD_ARGS, "all arguments, as in the text"},
	{"ret", FIELD_RET, "the result: a number, or -1 and the error's name"},
	{"errno", FIELD_ERRNO, "the error's name, when there is one"},
	{"error", FIELD_ERROR, "the error in words"},
	{"path", FIELD_PATH, "the file it is about: a name among the arguments, or what the descriptor stands for"},
	{"ip", FIELD_IP, "the instruction pointer"},
};

enum { NFIELDS = sizeof(fields) / sizeof(fields[0]) };

struct piece {
	enum field_id id;
	int width;     /* negative: at the right end */
	char *text;    /* a literal, or an argument's name */
};

struct format {
	VEC(struct piece) pieces;
};

struct formatter {
	struct sink sink;
	const struct format_opts *opts;
	struct output *out;
	struct split split;
	bool is_split;       /* for the call at hand */
	struct buf scratch;
	struct clock_text clock;
	uint64_t previous_ns;
};

/* Templates */

static const char *next_field(const void *ctx, size_t i)
{
	(void)ctx;
	return i < NFIELDS ? fields[i].name : NULL;
}

static bool shape_has(const struct desc *d, const struct shape *s, const char *name)
{
	for (unsigned i = 0; i < s->count; i++)
		if (strcmp(desc_string(d, d->fields[s->first + i].name), name) == 0)
			return true;
	return false;
}

/* Whether any call has an argument of that name. */
static bool is_argument(const struct desc *d, const char *name)
{
	int abi = abi_native();

	for (uint64_t nr = 0; nr < d->nnumbers[abi]; nr++) {
		const struct call *c = desc_call(d, (enum abi)abi, nr);
		if (!c || !c->described)
			continue;
		if (shape_has(d, &d->shapes[c->shape], name))
			return true;
		for (unsigned i = 0; c->select && i < c->ncases; i++)
			if (shape_has(d, &d->shapes[d->cases[c->first_case + i].shape], name))
				return true;
	}
	return false;
}

static char *kept(const char *s, size_t len)
{
	char *copy = strndup(s, len);

	if (!copy)
		abort();
	return copy;
}

static int refuse(const char *what, const char *text, const char *at, const char *why, const char *name)
{
	const char *near = *name ? str_nearest(name, next_field, NULL) : NULL;

	if (near)
		diag_error("%s: column %zu: %s '%s', did you mean '%s'?", what, (size_t)(at - text) + 1, why, name, near);
	else
		diag_error("%s: column %zu: %s%s%s%s", what, (size_t)(at - text) + 1, why, *name ? " '" : "", name, *name ? "'" : "");
	return -EINVAL;
}

/* "{name}" or "{name:width}" at `at`; *end is what follows. */
static int parse_field(const char *what, const char *text, const char *at, const struct desc *d, struct format *f, const char **end)
{
	size_t len = strcspn(at + 1, ":}");
	char name[64] = "";
	struct piece p = {.id = FIELD_ARGUMENT};

	memcpy(name, at + 1, len < sizeof(name) ? len : sizeof(name) - 1);
	const char *close = strchr(at, '}');
	if (!close)
		return refuse(what, text, at, "no '}' ends this", "");
	for (size_t i = 0; i < NFIELDS; i++)
		if (strcmp(fields[i].name, name) == 0)
			p.id = fields[i].id;
	if (p.id == FIELD_ARGUMENT && !is_argument(d, name))
		return refuse(what, text, at + 1, "no such field or argument", name);
	if (at[1 + len] == ':') {
		char *stop;
		p.width = (int)strtol(at + 2 + len, &stop, 10);
		if (stop != close || stop == at + 2 + len || abs(p.width) > 1000)
			return refuse(what, text, at + 2 + len, "a number of columns is expected", "");
	}
	p.text = kept(name, strlen(name));
	*vec_push(&f->pieces) = p;
	*end = close + 1;
	return 0;
}

static char escaped(char c)
{
	return c == 'n' ? '\n' : c == 't' ? '\t' : c == '\\' ? '\\' : 0;
}

/* Text up to the next field. */
static const char *parse_literal(const char *at, struct format *f)
{
	struct buf b = {0};

	while (*at && (*at != '{' || at[1] == '{')) {
		char c = *at == '\\' ? escaped(at[1]) : 0;
		buf_putc(&b, c ? c : *at);
		at += c || ((*at == '{' || *at == '}') && at[1] == *at) ? 2 : 1;
	}
	if (b.len)
		*vec_push(&f->pieces) = (struct piece){.id = FIELD_LITERAL, .text = kept(buf_cstr(&b), b.len)};
	buf_done(&b);
	return at;
}

int format_parse(const char *what, const char *text, const struct desc *d, struct format **out)
{
	struct format *f = calloc(1, sizeof(*f));
	int err = 0;

	if (!f)
		abort();
	for (const char *at = text; *at && !err;) {
		at = parse_literal(at, f);
		if (*at)
			err = parse_field(what, text, at, d, f, &at);
	}
	if (err)
		format_free(f);
	else
		*out = f;
	return err;
}

void format_free(struct format *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->pieces.len; i++)
		free(f->pieces.at[i].text);
	vec_done(&f->pieces);
	free(f);
}

void format_list_fields(FILE *to)
{
	for (size_t i = 0; i < NFIELDS; i++)
		fprintf(to, "  %-8s %s\n", fields[i].name, fields[i].help);
}

/* Lines */

static const struct split *split_of(struct formatter *f, const struct event *e)
{
	if (!f->is_split)
		split_call(&f->split, f->opts->text, e);
	f->is_split = true;
	return &f->split;
}

static void put_argument(struct formatter *f, struct buf *b, const struct event *e, const char *name)
{
	const struct split *s = split_of(f, e);

	for (unsigned i = 0; i < s->n; i++) {
		if (strcmp(s->args[i].name, name))
			continue;
		buf_put(b, s->text.data + s->args[i].start, s->args[i].end - s->args[i].start);
		return;
	}
}

static void put_error(struct formatter *f, struct buf *b, const struct event *e, enum field_id id)
{
	const char *name = e->outcome == OUTCOME_ERROR ? decode_errno_name(f->opts->text->desc, (unsigned)-e->ret) : NULL;

	if (name)
		buf_puts(b, id == FIELD_ERRNO ? name : strerror((int)-e->ret));
}

static void put_result(struct formatter *f, struct buf *b, const struct event *e)
{
	if (e->outcome == OUTCOME_ERROR) {
		buf_puts(b, "-1 ");
		put_error(f, b, e, FIELD_ERRNO);
	} else {
		const struct split *s = split_of(f, e);
		buf_put(b, s->result.data, s->result.len);
	}
}

static void put_time(struct formatter *f, struct buf *b, const struct event *e, enum field_id id)
{
	int places = f->opts->text->clock_digits > 0 ? f->opts->text->clock_digits : 6;

	if (id == FIELD_SINCE)
		when_put_seconds(b, f->previous_ns && e->enter_ns > f->previous_ns ? e->enter_ns - f->previous_ns : 0, 0, places);
	else
		when_put_clock(&f->clock, b, e->enter_ns + f->opts->text->realtime_offset, id == FIELD_UNIX, places);
}

static void put_field(struct formatter *f, struct buf *b, const struct piece *p, const struct event *e, const struct task *t)
{
	switch (p->id) {
	case FIELD_TIME: case FIELD_UNIX: case FIELD_SINCE:
		put_time(f, b, e, p->id);
		break;
	case FIELD_DUR:
		if (e->outcome != OUTCOME_NONE)
			when_put_seconds(b, e->exit_ns - e->enter_ns, 0, 6);
		break;
	case FIELD_PID: case FIELD_TID:
		buf_dec(b, p->id == FIELD_PID ? e->pid : e->tid);
		break;
	case FIELD_COMM:
		if (t)
			buf_put(b, t->comm, strnlen(t->comm, sizeof(t->comm)));
		break;
	case FIELD_CALL:
		buf_puts(b, split_name(f->opts->text, e, &f->scratch));
		break;
	case FIELD_NR:
		buf_udec(b, e->nr);
		break;
	case FIELD_ABI:
		buf_puts(b, abi_name((enum abi)e->abi));
		break;
	case FIELD_ARGS:
		split_of(f, e);
		buf_put(b, f->split.text.data, f->split.text.len);
		break;
	case FIELD_RET:
		put_result(f, b, e);
		break;
	case FIELD_ERRNO: case FIELD_ERROR:
		put_error(f, b, e, p->id);
		break;
	case FIELD_PATH:
		f->opts->path(f->opts->ctx, b);
		break;
	case FIELD_IP:
		buf_hex(b, e->ip);
		break;
	case FIELD_ARGUMENT:
		put_argument(f, b, e, p->text);
		break;
	case FIELD_LITERAL:
		buf_puts(b, p->text);
		break;
	}
}

/* Columns are counted as characters, which UTF-8 may write in several bytes. */
static int columns_of(const char *s, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++)
		n += (s[i] & 0xc0) != 0x80;
	return n;
}

static void put_piece(struct formatter *f, struct buf *b, const struct piece *p, const struct event *e, const struct task *t)
{
	size_t start = b->len;

	put_field(f, b, p, e, t);
	int missing = abs(p->width) - columns_of(b->data + start, b->len - start);
	if (missing <= 0)
		return;
	size_t len = b->len - start;
	buf_pad(b, b->len + (size_t)missing);
	if (p->width < 0) {
		memmove(b->data + start + missing, b->data + start, len);
		memset(b->data + start, ' ', (size_t)missing);
	}
}

static int format_event(struct sink *sink, const struct event *e, const struct task *t)
{
	struct formatter *f = (struct formatter *)sink;
	struct buf *b = &f->out->text;

	if (e->kind != EVENT_CALL)
		return 0;
	f->is_split = false;
	for (size_t i = 0; i < f->opts->format->pieces.len; i++)
		put_piece(f, b, &f->opts->format->pieces.at[i], e, t);
	f->previous_ns = e->enter_ns;
	buf_putc(b, '\n');
	output_line_end(f->out);
	return 0;
}

static int format_flush(struct sink *sink)
{
	output_flush(((struct formatter *)sink)->out);
	return 0;
}

static int format_end(struct sink *sink)
{
	struct formatter *f = (struct formatter *)sink;

	output_flush(f->out);
	split_done(&f->split);
	buf_done(&f->scratch);
	free(f);
	return 0;
}

static const struct sink_ops format_ops = {.event = format_event, .flush = format_flush, .end = format_end};

struct sink *format_new(const struct format_opts *opts, struct output *out)
{
	struct formatter *f = calloc(1, sizeof(*f));

	if (!f)
		abort();
	f->sink.ops = &format_ops;
	f->opts = opts;
	f->out = out;
	return &f->sink;
}
