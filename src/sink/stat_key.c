/* Keys: see stat_key.h. What is text is told apart by its hash: texts live in rows only. */
#include "sink/stat_key.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/str.h"
#include "decode/walk.h"
#include "desc/table.h"
#include "event/event.h"
#include "sink/stat_place.h"
#include "task/task.h"

enum { NS = 1000000000, HOUR = 3600 };

/* Not 0. */
static uint64_t id_of_text(const char *text, size_t len)
{
	uint64_t h = hash_text(text, len);

	h ^= h >> 32;
	return h ? h : 1;
}

/* The call */

static uint64_t id_call(const struct stat_subject *s)
{
	return ((uint64_t)s->e->abi + 1) << 56 ^ abi_counted_number((enum abi)s->e->abi, s->e->nr);
}

/* Other ABIs' calls are told apart. */
static void put_call(const struct stat_subject *s, struct buf *out)
{
	const struct call *c = desc_call(s->opts->desc, (enum abi)s->e->abi, s->e->nr);

	if (c)
		buf_puts(out, desc_call_name(s->opts->desc, c));
	else
		buf_printf(out, "syscall_0x%llx", (unsigned long long)s->e->nr);
	if (s->e->abi != abi_native())
		buf_printf(out, "@%s", abi_name((enum abi)s->e->abi));
}

/* The task */

static uint64_t id_comm(const struct stat_subject *s)
{
	return s->task->comm[0] ? id_of_text(s->task->comm, strlen(s->task->comm)) : 0;
}

static void put_comm(const struct stat_subject *s, struct buf *out)
{
	buf_puts(out, s->task->comm);
}

static uint64_t id_pid(const struct stat_subject *s)
{
	return (uint64_t)s->e->pid;
}

static void put_pid(const struct stat_subject *s, struct buf *out)
{
	buf_dec(out, s->e->pid);
}

static uint64_t id_tid(const struct stat_subject *s)
{
	return (uint64_t)s->e->tid;
}

static void put_tid(const struct stat_subject *s, struct buf *out)
{
	buf_dec(out, s->e->tid);
}

/* The place */

static void put_path(const struct stat_subject *s, struct buf *out)
{
	place_path(s->opts->desc, s->e, out);
}

static void put_fd(const struct stat_subject *s, struct buf *out)
{
	place_fd(s->opts->desc, s->e, out);
}

static uint64_t id_path(const struct stat_subject *s)
{
	s->text->len = 0;
	return place_path(s->opts->desc, s->e, s->text) ? id_of_text(s->text->data, s->text->len) : 0;
}

static uint64_t id_fd(const struct stat_subject *s)
{
	s->text->len = 0;
	return place_fd(s->opts->desc, s->e, s->text) ? id_of_text(s->text->data, s->text->len) : 0;
}

/* The end */

static uint64_t id_errno(const struct stat_subject *s)
{
	return s->e->outcome == OUTCOME_ERROR ? (uint64_t)-s->e->ret : 0;
}

static void put_errno(const struct stat_subject *s, struct buf *out)
{
	const char *name = decode_errno_name(s->opts->desc, (unsigned)-s->e->ret);

	if (name)
		buf_puts(out, name);
	else
		buf_dec(out, -s->e->ret);
}

/* Others */

static uint64_t id_class(const struct stat_subject *s)
{
	return (uint64_t)(s->class + 1);
}

static void put_class(const struct stat_subject *s, struct buf *out)
{
	buf_puts(out, desc_class_names()[s->class]);
}

static time_t second_of(const struct stat_subject *s)
{
	return (time_t)((s->e->enter_ns + s->opts->realtime_offset) / NS);
}

static uint64_t id_hour(const struct stat_subject *s)
{
	return (uint64_t)(second_of(s) / HOUR) + 1;
}

/* Local time; zones that are off by less than an hour show where theirs begin. */
static void put_hour(const struct stat_subject *s, struct buf *out)
{
	time_t second = second_of(s) / HOUR * HOUR;
	struct tm tm;
	char text[32];

	buf_put(out, text, strftime(text, sizeof(text), "%F %H:%M", localtime_r(&second, &tm)));
}

const struct stat_key_row stat_keys[STAT_KEY_COUNT] = {
	[STAT_CALL] = {"call", "call", "the system call", false, false, id_call, put_call},
	[STAT_COMM] = {"comm", "comm", "the thread's name", true, false, id_comm, put_comm},
	[STAT_PID] = {"pid", "pid", "the process", false, true, id_pid, put_pid},
	[STAT_TID] = {"tid", "tid", "the thread", false, true, id_tid, put_tid},
	[STAT_PATH] = {"path", "path", "the file", true, false, id_path, put_path},
	[STAT_FD] = {"fd", "fd", "the descriptor", true, false, id_fd, put_fd},
	[STAT_ERRNO] = {"errno", "errno", "the error", false, false, id_errno, put_errno},
	[STAT_CLASS] = {"class", "class", "each class that the call is in", false, false, id_class, put_class},
	[STAT_HOUR] = {"hour", "hour", "the hour of the day", false, false, id_hour, put_hour},
};

/* Options */

const char *stat_key_name(unsigned i)
{
	return i < STAT_KEY_COUNT ? stat_keys[i].name : NULL;
}

static const char *next_key(const void *ctx, size_t i)
{
	(void)ctx;
	return stat_key_name((unsigned)i);
}

static int key_named(const char *name, size_t len)
{
	char word[32];

	for (int i = 0; i < STAT_KEY_COUNT; i++)
		if (strlen(stat_keys[i].name) == len && memcmp(stat_keys[i].name, name, len) == 0)
			return i;
	snprintf(word, sizeof(word), "%.*s", (int)len, name);
	const char *near = str_nearest(word, next_key, NULL);
	if (near)
		diag_error("no such key: '%s', did you mean '%s'?", word, near);
	else
		diag_error("no such key: '%s'", word);
	return -EINVAL;
}

int stat_keys_parse(struct stat_opts *o, const char *text)
{
	unsigned seen = 0;

	o->nkeys = 0;
	for (bool more = true; more;) {
		size_t len = strcspn(text, ",");
		int key = key_named(text, len);
		if (key < 0)
			return key;
		if (o->nkeys == STAT_KEYS_MAX || seen >> key & 1) {
			diag_error("--by takes up to %d different keys", STAT_KEYS_MAX);
			return -EINVAL;
		}
		seen |= 1U << key;
		o->keys[o->nkeys++] = (enum stat_key)key;
		more = text[len] == ',';
		text += len + more;
	}
	return 0;
}

static bool has_key(const struct stat_opts *o, enum stat_key key)
{
	for (unsigned i = 0; i < o->nkeys; i++)
		if (o->keys[i] == key)
			return true;
	return false;
}

bool stat_needs_memory(const struct stat_opts *o)
{
	for (unsigned i = 0; i < o->nkeys; i++)
		if (stat_keys[o->keys[i]].memory)
			return true;
	return o->parts & (STAT_PATHS | STAT_FDS);
}

void stat_needs_full(const struct stat_opts *o, uint8_t full[ABI_COUNT][1024])
{
	struct place_moves moves;

	place_moves_init(&moves, o->desc);
	for (unsigned abi = 0; abi < ABI_COUNT; abi++) {
		for (unsigned nr = 0; nr < 1024; nr++)
			full[abi][nr] = (moves.of[abi][nr] & MOVES_MESSAGES) != 0;
	}
}

bool stat_needs_comm(const struct stat_opts *o)
{
	return has_key(o, STAT_COMM);
}

bool stat_needs_fds(const struct stat_opts *o)
{
	return has_key(o, STAT_PATH) || has_key(o, STAT_FD) || o->parts & (STAT_PATHS | STAT_FDS);
}
