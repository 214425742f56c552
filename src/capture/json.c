/* Events from JSON Lines: see json.h. The parsing is jansson's. */
#include "capture/json.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

#ifdef HAVE_JANSSON

#include <jansson.h>

#include "base/arena.h"
#include "base/vec.h"
#include "capture/source.h"
#include "event/fields.h"

enum { NS = 1000000000, BLOBS_MAX = 65536 };

struct json_source {
	struct source source;
	FILE *file;
	char *path;
	char *text; /* of the line at hand */
	size_t cap;
	unsigned long line;
	bool peeked; /* the event was read, but not handed out */
	bool stopped;
	struct event event;
	VEC(struct blob) blobs;
	struct arena bytes; /* of the blobs */
};

static int bad(const struct json_source *s, const char *what)
{
	diag_error("%s:%lu: %s", s->path, s->line, what);
	return -EINVAL;
}

/* A number, or a string with one. */
static bool get_number(const json_t *value, bool is_signed, uint64_t *out)
{
	const char *text = json_string_value(value);
	char *end;

	if (json_is_integer(value)) {
		*out = (uint64_t)json_integer_value(value);
		return is_signed || json_integer_value(value) >= 0;
	}
	if (!text || !*text)
		return false;
	errno = 0;
	*out = is_signed ? (uint64_t)strtoll(text, &end, 10) : strtoull(text, &end, 10);
	return !*end && !errno && (is_signed || *text != '-');
}

static int get_fields(const struct json_source *s, json_t *from, const struct event_field *fields, void *to)
{
	for (const struct event_field *f = fields; f->name; f++) {
		const json_t *value = json_object_get(from, f->name);
		uint64_t number;

		if (value && (!get_number(value, f->is_signed, &number) || !event_field_set(to, f, number)))
			return bad(s, "a number in \"raw\" is none, or out of range");
	}
	return 0;
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static int get_bytes(struct json_source *s, const json_t *value, struct blob *b)
{
	const char *hex = json_string_value(value);
	size_t len = hex ? json_string_length(value) / 2 : 0;

	if (!hex || json_string_length(value) % 2 || len > UINT32_MAX)
		return bad(s, "a blob's \"data\" is no hex string");
	uint8_t *data = arena_alloc(&s->bytes, len + 1);
	for (size_t i = 0; i < len; i++) {
		int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return bad(s, "a blob's \"data\" is no hex string");
		data[i] = (uint8_t)(high << 4 | low);
	}
	b->data = data;
	b->len = (uint32_t)len;
	return 0;
}

static int get_blobs(struct json_source *s, const json_t *list)
{
	size_t i, n = json_array_size(list);
	json_t *item;

	if ((list && !json_is_array(list)) || n > BLOBS_MAX)
		return bad(s, "\"blobs\" is no list, or too long");
	s->blobs.len = 0;
	json_array_foreach(list, i, item) {
		struct blob *b = vec_push(&s->blobs);
		*b = (struct blob){0};
		int err = get_fields(s, item, blob_fields, b);
		err = err ? err : get_bytes(s, json_object_get(item, "data"), b);
		if (err)
			return err;
		if (b->parent >= (int)i)
			return bad(s, "a blob's parent comes after it");
	}
	s->event.blobs = s->blobs.at;
	s->event.nblobs = (unsigned)n;
	return 0;
}

static int get_args(struct json_source *s, const json_t *list)
{
	if (!list)
		return 0;
	if (json_array_size(list) != 6)
		return bad(s, "\"args\" of \"raw\" are not six");
	for (size_t i = 0; i < 6; i++)
		if (!get_number(json_array_get(list, i), false, &s->event.args[i]))
			return bad(s, "an argument in \"raw\" is no number");
	return 0;
}

static int get_event(struct json_source *s, json_t *line)
{
	json_t *raw = json_object_get(line, "raw");

	if (!json_is_object(raw))
		return bad(s, "there is no \"raw\": write the lines with --json=raw");
	arena_reset(&s->bytes);
	s->event = (struct event){0};
	int err = get_fields(s, raw, event_fields, &s->event);
	err = err ? err : get_args(s, json_object_get(raw, "args"));
	return err ? err : get_blobs(s, json_object_get(raw, "blobs"));
}

/* CLOCK_REALTIME less CLOCK_MONOTONIC, from an event's two times. */
static uint64_t offset_of(const json_t *line, const struct event *e)
{
	const char *text = json_string_value(json_object_get(line, "time"));
	unsigned long long seconds, ns;

	if (!text || sscanf(text, "%llu.%9llu", &seconds, &ns) != 2)
		return 0;
	return seconds * NS + ns - e->enter_ns;
}

/* SOURCE_EVENT, SOURCE_END or -errno. */
static int read_event(struct json_source *s)
{
	json_error_t error;
	ssize_t len;

	do {
		len = getline(&s->text, &s->cap, s->file);
		s->line++;
	} while (len >= 0 && strspn(s->text, " \t\r\n") == (size_t)len);
	if (len < 0)
		return ferror(s->file) ? bad(s, strerror(errno)) : SOURCE_END;
	json_t *line = json_loadb(s->text, (size_t)len, JSON_ALLOW_NUL, &error);
	if (!line)
		return bad(s, error.text);
	int err = get_event(s, line);
	if (!err && !s->source.realtime_offset)
		s->source.realtime_offset = offset_of(line, &s->event);
	json_decref(line);
	return err ? err : SOURCE_EVENT;
}

static int next(struct source *source, const struct event **out)
{
	struct json_source *s = (struct json_source *)source;
	int result = s->stopped ? SOURCE_END : s->peeked ? SOURCE_EVENT : read_event(s);

	s->peeked = false;
	*out = &s->event;
	return result;
}

static void stop(struct source *source, int signo)
{
	(void)signo;
	((struct json_source *)source)->stopped = true;
}

static void close_file(struct source *source)
{
	struct json_source *s = (struct json_source *)source;

	if (s->file && s->file != stdin)
		fclose(s->file);
	arena_done(&s->bytes);
	vec_done(&s->blobs);
	free(s->text);
	free(s->path);
	free(s);
}

/* The first event tells the time of day and who was started. */
static int peek(struct json_source *s)
{
	int result = read_event(s);

	s->peeked = result == SOURCE_EVENT;
	s->stopped = result == SOURCE_END;
	s->source.child = s->peeked ? s->event.pid : 0;
	return result < 0 ? result : 0;
}

int json_source_open(const char *path, struct source **out)
{
	static const struct source_ops ops = {next, stop, close_file};
	bool piped = strcmp(path, "-") == 0;
	struct json_source *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->source.ops = &ops;
	s->path = strdup(piped ? "stdin" : path);
	s->file = piped ? stdin : fopen(path, "re");
	if (!s->file) {
		int err = -errno;
		diag_error("cannot replay '%s': %s", path, strerror(errno));
		close_file(&s->source);
		return err;
	}
	int err = peek(s);
	if (err)
		close_file(&s->source);
	else
		*out = &s->source;
	return err;
}

#else

int json_source_open(const char *path, struct source **out)
{
	(void)out;
	diag_error("cannot replay '%s': this build cannot read JSON, because the jansson library was not there when it was made", path);
	return -ENOTSUP;
}

#endif
