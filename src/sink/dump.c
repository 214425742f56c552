/* Dumps: see dump.h. Which calls move data through their first argument, and in which shape, is a table here: types alone don't tell. */
#include "sink/dump.h"

#include <stdlib.h>
#include <string.h>

#include "desc/table.h"

enum carried {
	DATA,     /* argument 1 is a buffer; 2 its size */
	VECTOR,   /* 1 is an iovec array; 2 its length */
	MESSAGE,  /* 1 is a struct msghdr */
	MESSAGES, /* 1 is a struct mmsghdr array; 2 its length */
};

static const struct mover {
	const char *name;
	enum carried shape;
	bool writes;
} movers[] = { /* sorted */
	{"mq_timedreceive", DATA, false}, {"mq_timedreceive_time64", DATA, false}, {"mq_timedsend", DATA, true},
	{"mq_timedsend_time64", DATA, true}, {"pread64", DATA, false}, {"preadv", VECTOR, false}, {"preadv2", VECTOR, false},
	{"pwrite64", DATA, true}, {"pwritev", VECTOR, true}, {"pwritev2", VECTOR, true}, {"read", DATA, false}, {"readv", VECTOR, false},
	{"recv", DATA, false}, {"recvfrom", DATA, false}, {"recvmmsg", MESSAGES, false}, {"recvmmsg_time64", MESSAGES, false},
	{"recvmsg", MESSAGE, false}, {"send", DATA, true}, {"sendmmsg", MESSAGES, true}, {"sendmsg", MESSAGE, true},
	{"sendto", DATA, true}, {"vmsplice", VECTOR, true}, {"write", DATA, true}, {"writev", VECTOR, true},
};

struct dump {
	struct buf *out;
	const struct event *e;
	unsigned word; /* bytes of a pointer */
};

static int mover_compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct mover *)row)->name);
}

/* `len` bytes as they were when the call had them last; NULL when they are not all there. */
static const uint8_t *bytes_at(const struct dump *d, uint64_t addr, uint64_t len)
{
	enum blob_status status;
	size_t got;

	if (len > SIZE_MAX / 2)
		return NULL;
	const uint8_t *p = event_memory(d->e, PHASE_EXIT, addr, (size_t)len, &got, &status);
	if (got < len)
		p = event_memory(d->e, PHASE_ENTRY, addr, (size_t)len, &got, &status);
	return got < len ? NULL : p;
}

static uint64_t number(const uint8_t *p, unsigned size)
{
	uint64_t n = 0;

	memcpy(&n, p, size);
	return n;
}

static void put_line(struct buf *out, const uint8_t *p, uint64_t at, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	enum { WIDTH = 16 };

	buf_printf(out, " | %05llx ", (unsigned long long)at);
	for (size_t i = 0; i < WIDTH; i++) {
		char pair[3] = {' ', i < n ? digits[p[i] >> 4] : ' ', i < n ? digits[p[i] & 15] : ' '};
		if (i == WIDTH / 2)
			buf_putc(out, ' ');
		buf_put(out, pair, sizeof(pair));
	}
	buf_put(out, "  ", 2);
	for (size_t i = 0; i < WIDTH; i++)
		buf_putc(out, i >= n ? ' ' : p[i] >= ' ' && p[i] < 0x7f ? (char)p[i] : '.');
	buf_put(out, " |\n", 3);
}

static void put_data(struct dump *d, uint64_t addr, uint64_t len)
{
	const uint8_t *p = len ? bytes_at(d, addr, len) : NULL;

	for (uint64_t at = 0; p && at < len; at += 16)
		put_line(d->out, p + at, at, len - at < 16 ? (size_t)(len - at) : 16);
}

/* As the reference: up to the first buffer that has nothing. */
static void put_vector(struct dump *d, uint64_t addr, uint64_t count, uint64_t left)
{
	unsigned size = 2 * d->word;
	const uint8_t *p = count && count < UINT32_MAX ? bytes_at(d, addr, count * size) : NULL;

	for (uint64_t i = 0; p && i < count; i++, p += size) {
		uint64_t len = number(p + d->word, d->word);
		if (len > left)
			len = left;
		if (!len)
			return;
		buf_printf(d->out, " * %llu bytes in buffer %llu\n", (unsigned long long)len, (unsigned long long)i);
		put_data(d, number(p, d->word), len);
		left -= len;
	}
}

/* Where a struct msghdr has its vector: after the name and its length, which takes a whole word. */
static void put_message(struct dump *d, const uint8_t *head, uint64_t left)
{
	put_vector(d, number(head + 2 * d->word, d->word), number(head + 3 * d->word, d->word), left);
}

static void put_messages(struct dump *d, uint64_t addr, uint64_t count, bool writes)
{
	unsigned head = 7 * d->word, size = d->word == 8 ? head + 8 : head + 4;

	for (uint64_t i = 0; i < count; i++) {
		const uint8_t *p = bytes_at(d, addr + i * size, size);
		if (!p)
			return;
		buf_printf(d->out, " = %llu buffers in vector %llu\n", (unsigned long long)number(p + 3 * d->word, d->word), (unsigned long long)i);
		put_message(d, p, writes ? UINT64_MAX : number(p + head, 4));
	}
}

static void put_moved(struct dump *d, const struct mover *m)
{
	const uint64_t *args = d->e->args;
	bool failed = d->e->outcome != OUTCOME_OK;
	uint64_t got = failed ? 0 : (uint64_t)d->e->ret, left = m->writes ? UINT64_MAX : got;
	const uint8_t *head;

	if (!m->writes && !got)
		return;
	switch (m->shape) {
	case DATA:
		put_data(d, args[1], m->writes || args[2] < got ? args[2] : got);
		break;
	case VECTOR:
		put_vector(d, args[1], args[2], left);
		break;
	case MESSAGE:
		head = bytes_at(d, args[1], 4 * d->word);
		if (head)
			put_message(d, head, left);
		break;
	case MESSAGES:
		put_messages(d, args[1], failed ? (uint32_t)args[2] : got, m->writes);
		break;
	}
}

void dump_call(const struct dump_opts *o, struct buf *out, const struct event *e)
{
	struct dump d = {out, e, abi_word((enum abi)e->abi)};
	bool read = numset_has(&o->read, (uint32_t)e->args[0]), write = numset_has(&o->write, (uint32_t)e->args[0]);
	const struct call *c = (read || write) && (int32_t)e->args[0] >= 0 ? desc_call(o->desc, (enum abi)e->abi, e->nr) : NULL;
	const struct mover *m = c ? bsearch(desc_call_name(o->desc, c), movers, sizeof(movers) / sizeof(movers[0]), sizeof(movers[0]), mover_compare) : NULL;

	if (m && (m->writes ? write : read) && e->outcome <= OUTCOME_ERROR)
		put_moved(&d, m);
}
