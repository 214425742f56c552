/* Events from a text file: see fake.h. The file is read whole at the start; all events live until close. */
#include "capture/fake.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "capture/source.h"
#include "desc/table.h"

enum { EVENT_IDLE = 255, NS = 1000000000, STEP_NS = 10000 };

struct fake {
	struct source source;
	const struct desc *desc;
	VEC(struct event) events;
	VEC(struct blob) blobs; /* of all events in order; event.blobs is set when all are read */
	size_t next;
};

/* Where reading stands, for messages. */
struct reader {
	struct fake *fake;
	const char *path;
	unsigned line;
	char *at;
};

static int bad(const struct reader *r, const char *what)
{
	diag_error("%s:%u: %s, at '%.30s'", r->path, r->line, what, r->at);
	return -EINVAL;
}

static void skip_space(struct reader *r)
{
	r->at += strspn(r->at, " \t");
}

/* Takes the text if it comes next. */
static bool take(struct reader *r, const char *text)
{
	size_t n = strlen(text);

	skip_space(r);
	if (strncmp(r->at, text, n) != 0)
		return false;
	r->at += n;
	return true;
}

/* Takes a word of letters, digits and '_'; its length, 0 when there is none. */
static size_t take_word(struct reader *r, const char **word)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

	skip_space(r);
	size_t n = strspn(r->at, letters);
	*word = r->at;
	r->at += n;
	return n;
}

static bool take_number(struct reader *r, uint64_t *n)
{
	char *end;

	skip_space(r);
	errno = 0;
	*n = *r->at == '-' ? (uint64_t)strtoll(r->at, &end, 0) : strtoull(r->at, &end, 0);
	if (end == r->at || errno)
		return false;
	r->at = end;
	return true;
}

/* Seconds with up to nine decimals. */
static bool take_seconds(struct reader *r, uint64_t *ns)
{
	uint64_t unit = NS, whole;

	if (!take_number(r, &whole))
		return false;
	*ns = whole * NS;
	if (*r->at != '.')
		return true;
	for (r->at++; *r->at >= '0' && *r->at <= '9'; r->at++) {
		unit /= 10;
		*ns += (uint64_t)(*r->at - '0') * unit;
	}
	return true;
}

/* One of `names` by index, or -1. */
static int take_choice(struct reader *r, const char *const *names)
{
	const char *word;
	char *start = r->at;
	size_t n = take_word(r, &word);

	for (int i = 0; n && names[i]; i++)
		if (strlen(names[i]) == n && memcmp(names[i], word, n) == 0)
			return i;
	r->at = start;
	return -1;
}

static int read_abi(struct reader *r, struct event *e)
{
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (take(r, abi_name(abi))) {
			e->abi = (uint8_t)abi;
			return 0;
		}
	}
	return bad(r, "unknown ABI");
}

static int read_attribute(struct reader *r, struct event *e, uint64_t *took)
{
	uint64_t n = 0;
	const char *start = r->at;
	struct {
		const char *name;
		bool is_seconds;
	} const table[] = {{"pid=", false}, {"tid=", false}, {"old=", false}, {"parent=", false}, {"status=", false}, {"ip=", false},
		{"sp=", false}, {"at=", true}, {"took=", true}, {"cpu=", true}};
	enum { PID, TID, OLD, PARENT, STATUS, IP, SP, AT, TOOK, CPU, COUNT };
	unsigned i = 0;

	if (take(r, "announced")) {
		e->announced = true;
		return 0;
	}
	if (take(r, "abi="))
		return read_abi(r, e);
	while (i < COUNT && !take(r, table[i].name))
		i++;
	if (i == COUNT)
		return bad(r, "unknown attribute");
	if (!(table[i].is_seconds ? take_seconds(r, &n) : take_number(r, &n))) {
		r->at = (char *)start;
		return bad(r, "attribute without a number");
	}
	switch (i) {
	case PID: e->pid = (pid_t)n; break;
	case TID: e->tid = (pid_t)n; break;
	case OLD: e->old_tid = (pid_t)n; break;
	case PARENT: e->parent = (pid_t)n; break;
	case STATUS: e->status = (int)n; break;
	case IP: e->ip = n; break;
	case SP: e->sp = n; break;
	case AT: e->enter_ns = n; break;
	case TOOK: *took = n; break;
	case CPU: e->cpu_ns = n; break;
	}
	return 0;
}

static int read_attributes(struct reader *r, struct event *e)
{
	uint64_t took = 0;
	int err = 0;

	while (skip_space(r), !err && *r->at)
		err = read_attribute(r, e, &took);
	e->exit_ns = e->enter_ns + took;
	if (!e->tid)
		e->tid = e->pid;
	return err || e->pid || e->kind == EVENT_LOST ? err : bad(r, "an event needs a pid");
}

/* `abi=` decides on the number of a call, which stands before it; so it is looked for ahead. */
static int find_abi(struct reader *r, struct event *e)
{
	struct reader ahead = *r;

	ahead.at = strstr(r->at, " abi=");
	if (!ahead.at)
		return 0;
	ahead.at += strlen(" abi=");
	return read_abi(&ahead, e);
}

static int read_number_of_call(struct reader *r, struct event *e)
{
	const char *word;
	char name[64];

	if (take_number(r, &e->nr))
		return 0;
	size_t n = take_word(r, &word);
	snprintf(name, sizeof(name), "%.*s", (int)n, word);
	const struct call *c = desc_call_named(r->fake->desc, name);
	int nr = c ? desc_number(r->fake->desc, e->abi, c) : -1;
	if (nr < 0)
		return bad(r, "unknown call before");
	e->nr = (uint64_t)nr;
	return 0;
}

static int read_args(struct reader *r, struct event *e)
{
	unsigned n = 0;

	if (!take(r, "("))
		return bad(r, "'(' expected");
	if (take(r, ")"))
		return 0;
	do {
		if (n == 6 || !take_number(r, &e->args[n++]))
			return bad(r, "at most six numbers expected");
	} while (take(r, ","));
	return take(r, ")") ? 0 : bad(r, "')' expected");
}

static int read_result(struct reader *r, struct event *e)
{
	static const char *const words[] = {"none", "unavailable", "detached", NULL};
	uint64_t n;

	if (!take(r, "="))
		return bad(r, "'= RESULT' expected");
	skip_space(r);
	int word = take_choice(r, words);
	if (word >= 0) {
		e->outcome = (uint8_t)(OUTCOME_NONE + word);
		return 0;
	}
	if (!take_number(r, &n))
		return bad(r, "a number, none, unavailable or detached expected");
	e->ret = (int64_t)n;
	e->outcome = e->ret < 0 && e->ret >= -4095 ? OUTCOME_ERROR : OUTCOME_OK;
	return 0;
}

static int read_signo(struct reader *r, struct event *e)
{
	uint64_t n;

	if (!take_number(r, &n))
		return bad(r, "a signal number expected");
	e->signo = (int)n;
	return 0;
}

/* What stands between the kind and the attributes. */
static int read_facts(struct reader *r, struct event *e)
{
	int err = 0;

	switch (e->kind) {
	case EVENT_CALL:
	case EVENT_ENTERED:
		err = find_abi(r, e);
		if (!err)
			err = read_number_of_call(r, e);
		if (!err)
			err = read_args(r, e);
		if (!err && e->kind == EVENT_CALL)
			err = read_result(r, e);
		return err;
	case EVENT_SIGNAL:
	case EVENT_STOP:
		return read_signo(r, e);
	case EVENT_LOST:
		return take_number(r, &e->lost) ? 0 : bad(r, "a number expected");
	default:
		return 0;
	}
}

static int read_event(struct reader *r)
{
	static const char *const kinds[] = {
		[EVENT_CALL] = "call", [EVENT_ENTERED] = "entered", [EVENT_SIGNAL] = "signal", [EVENT_STOP] = "stop",
		[EVENT_START] = "start", [EVENT_EXEC] = "exec", [EVENT_EXIT] = "exit", [EVENT_DETACH] = "detach",
		[EVENT_LOST] = "lost", "idle", NULL,
	};
	struct fake *f = r->fake;
	int kind = take_choice(r, kinds);
	struct event e = {.kind = (uint8_t)kind, .enter_ns = f->events.len ? f->events.at[f->events.len - 1].enter_ns + STEP_NS : NS};

	if (kind < 0)
		return bad(r, "an event expected");
	if (strcmp(kinds[kind], "idle") == 0) {
		e.kind = EVENT_IDLE;
	} else {
		int err = read_facts(r, &e);
		if (!err)
			err = read_attributes(r, &e);
		if (err)
			return err;
	}
	*vec_push(&f->events) = e;
	return 0;
}

static int read_escape(struct reader *r, struct buf *b)
{
	static const char from[] = "nt0\\\"r", to[] = "\n\t\0\\\"\r";
	unsigned byte;
	const char *found = *r->at ? strchr(from, *r->at) : NULL;

	if (found) {
		buf_putc(b, to[found - from]);
		r->at++;
		return 0;
	}
	if (*r->at != 'x' || sscanf(r->at + 1, "%2x", &byte) != 1)
		return bad(r, "unknown escape");
	buf_putc(b, (char)byte);
	r->at += 3;
	return 0;
}

static int read_text(struct reader *r, struct buf *b)
{
	while (*r->at && *r->at != '"') {
		char c = *r->at++;
		int err = 0;
		if (c == '\\')
			err = read_escape(r, b);
		else
			buf_putc(b, c);
		if (err)
			return err;
	}
	return take(r, "\"") ? 0 : bad(r, "'\"' expected");
}

/* Little-endian numbers of `bytes` bytes each. */
static int read_numbers(struct reader *r, struct buf *b, unsigned bytes)
{
	uint64_t n;
	unsigned count = 0;

	for (; take_number(r, &n); count++)
		for (unsigned i = 0; i < bytes; i++)
			buf_putc(b, (char)(n >> (8 * i)));
	return count ? 0 : bad(r, "a number expected");
}

static int read_zeros(struct reader *r, struct buf *b)
{
	uint64_t n;

	if (!take_number(r, &n) || n > 1 << 20)
		return bad(r, "a number up to a million expected");
	while (n--)
		buf_putc(b, '\0');
	return 0;
}

static int read_contents(struct reader *r, struct buf *b)
{
	static const char *const kinds[] = {"u8", "u16", "u32", "u64", "zero", NULL};
	int err = 0;

	while (!err) {
		if (take(r, "\"")) {
			err = read_text(r, b);
			continue;
		}
		skip_space(r);
		int kind = take_choice(r, kinds);
		if (kind < 0)
			return 0;
		err = kind == 4 ? read_zeros(r, b) : read_numbers(r, b, 1u << kind);
	}
	return err;
}

static int read_slot(struct reader *r, struct blob *b)
{
	static const char *const words[] = {"ret", "siginfo", "fd", "socket", "comm", "tamper", NULL};
	static const uint8_t slots[] = {BLOB_RET, BLOB_SIGINFO, BLOB_FD, BLOB_SOCKET, BLOB_COMM, BLOB_TAMPER};
	uint64_t n;

	skip_space(r);
	int word = take_choice(r, words);
	if (word >= 0) {
		b->slot = slots[word];
		return 0;
	}
	if (!take_number(r, &n) || n > 5)
		return bad(r, "an argument from 0 to 5, ret, siginfo, fd, socket, comm or tamper expected");
	b->slot = (uint8_t)n;
	return 0;
}

static int read_status(struct reader *r, struct blob *b)
{
	static const char *const statuses[] = {
		[BLOB_OK] = "ok", [BLOB_SHORT] = "short", [BLOB_FAULT] = "fault", [BLOB_LATE] = "late", [BLOB_SKIPPED] = "skipped", NULL,
	};
	uint64_t want;

	b->want = b->len;
	int status = take_choice(r, statuses);
	if (status >= 0)
		b->status = (uint8_t)status;
	if (take(r, "want=")) {
		if (!take_number(r, &want) || want < b->len || want > UINT32_MAX)
			return bad(r, "want= is less than what is there");
		b->want = (uint32_t)want;
	}
	skip_space(r);
	return *r->at ? bad(r, "the end of the line expected") : 0;
}

/* Each its own allocation of the exact size, so that a sanitizer sees reads beyond the end. */
static const uint8_t *exact_copy(const struct buf *b)
{
	uint8_t *data = malloc(b->len ? b->len : 1);

	if (!data)
		abort();
	if (b->len)
		memcpy(data, b->data, b->len);
	return data;
}

static int read_blob(struct reader *r)
{
	static const char *const phases[] = {[PHASE_ENTRY] = "entry", [PHASE_EXIT] = "exit", NULL};
	struct fake *f = r->fake;
	struct blob b = {.parent = -1};
	struct buf contents = {0};

	if (!f->events.len || f->events.at[f->events.len - 1].kind == EVENT_IDLE)
		return bad(r, "memory belongs to the event before it");
	int err = read_slot(r, &b);
	skip_space(r);
	int phase = err ? 0 : take_choice(r, phases);
	if (phase < 0)
		err = bad(r, "entry or exit expected");
	if (!err && !take_number(r, &b.addr))
		err = bad(r, "an address expected");
	if (!err)
		err = read_contents(r, &contents);
	b.phase = (uint8_t)phase;
	b.len = (uint32_t)contents.len;
	if (!err)
		err = read_status(r, &b);
	if (!err) {
		b.data = exact_copy(&contents);
		*vec_push(&f->blobs) = b;
		f->events.at[f->events.len - 1].nblobs++;
	}
	buf_done(&contents);
	return err;
}

static int read_line(struct reader *r)
{
	bool indented = *r->at == ' ' || *r->at == '\t';

	r->at[strcspn(r->at, "\n")] = '\0';
	skip_space(r);
	if (*r->at == '\0' || *r->at == '#')
		return 0;
	return indented ? read_blob(r) : read_event(r);
}

static int read_file(struct fake *f, FILE *in, const char *path)
{
	struct reader r = {.fake = f, .path = path};
	char *line = NULL;
	size_t cap = 0;
	int err = 0;

	while (!err && getline(&line, &cap, in) >= 0) {
		r.line++;
		r.at = line;
		err = read_line(&r);
	}
	free(line);
	return err;
}

static void hand_out_blobs(struct fake *f)
{
	size_t next = 0;

	for (size_t i = 0; i < f->events.len; i++) {
		f->events.at[i].blobs = f->blobs.at + next;
		next += f->events.at[i].nblobs;
	}
}

static int fake_next(struct source *s, const struct event **out)
{
	struct fake *f = (struct fake *)s;

	if (f->next == f->events.len)
		return SOURCE_END;
	const struct event *e = &f->events.at[f->next++];
	if (e->kind == EVENT_IDLE)
		return SOURCE_IDLE;
	if (e->kind == EVENT_EXIT && e->tid == s->child) {
		s->child_status = e->status;
		s->child_done = true;
	}
	*out = e;
	return SOURCE_EVENT;
}

static void fake_stop(struct source *s, int signo)
{
	struct fake *f = (struct fake *)s;

	(void)signo;
	f->next = f->events.len;
}

static void fake_close(struct source *s)
{
	struct fake *f = (struct fake *)s;

	for (size_t i = 0; i < f->blobs.len; i++)
		free((void *)f->blobs.at[i].data);
	vec_done(&f->events);
	vec_done(&f->blobs);
	free(f);
}

static const struct source_ops fake_ops = {.next = fake_next, .stop = fake_stop, .close = fake_close};

int fake_source_open(const char *path, const struct desc *desc, struct source **out)
{
	FILE *in = fopen(path, "re");
	int err;

	if (!in) {
		err = -errno;
		diag_error("cannot open '%s': %s", path, strerror(-err));
		return err;
	}
	struct fake *f = calloc(1, sizeof(*f));
	if (!f)
		abort();
	f->source.ops = &fake_ops;
	f->desc = desc;
	err = read_file(f, in, path);
	fclose(in);
	if (err) {
		fake_close(&f->source);
		return err;
	}
	hand_out_blobs(f);
	if (f->events.len)
		f->source.child = f->events.at[0].tid;
	*out = &f->source;
	return 0;
}
