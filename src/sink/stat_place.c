/* Files, descriptors and bytes of a call: see stat_place.h. Which argument is what is read off the call's types. */
#include "sink/stat_place.h"

#include <limits.h>
#include <string.h>

#include "desc/table.h"

enum { FDCWD = -100 };

/* The arguments that matter, as found. */
struct place {
	int fd;          /* -1: none */
	int dirfd;       /* FDCWD, or -1: none */
	const char *path;
	size_t path_len;
};

static bool is_path(const struct desc *d, const struct type *t)
{
	if (t->kind != TYPE_POINTER || !(t->dir & DIR_IN))
		return false;
	const struct type *elem = &d->types[t->elem];
	return elem->kind == TYPE_STRING && elem->flags & TF_PATH;
}

static void take_path(struct place *p, const struct event *e, uint64_t addr)
{
	enum blob_status status;
	size_t len;
	const uint8_t *path = event_memory(e, PHASE_ENTRY, addr, PATH_MAX, &len, &status);
	const uint8_t *end = path ? memchr(path, '\0', len) : NULL;

	if (!end)
		return;
	p->path = (const char *)path;
	p->path_len = (size_t)(end - path);
}

static void take_arg(struct place *p, const struct desc *d, const struct event *e, const struct field *f)
{
	const struct type *t = &d->types[f->type];
	uint8_t reg = f->reg[e->abi];

	if (reg >= 6)
		return;
	if (t->kind == TYPE_INT && t->meaning == MEANING_FD && p->fd < 0)
		p->fd = (int)e->args[reg];
	else if (t->kind == TYPE_INT && t->meaning == MEANING_DIRFD && p->dirfd == -1)
		p->dirfd = (int)e->args[reg];
	else if (is_path(d, t) && !p->path)
		take_path(p, e, e->args[reg]);
}

static void take_result(struct place *p, const struct desc *d, const struct event *e, const struct shape *s)
{
	if (e->outcome == OUTCOME_OK && d->types[s->ret].kind == TYPE_INT && d->types[s->ret].meaning == MEANING_FD)
		p->fd = (int)e->ret;
}

static struct place place_of(const struct desc *d, const struct event *e)
{
	struct place p = {.fd = -1, .dirfd = -1};
	const struct call *c = desc_call(d, (enum abi)e->abi, e->nr);

	if (!c || !c->described)
		return p;
	const struct shape *s = desc_shape(d, c, (enum abi)e->abi, e->args);
	for (unsigned i = 0; i < s->count; i++)
		take_arg(&p, d, e, &d->fields[s->first + i]);
	if (p.fd < 0)
		take_result(&p, d, e, s);
	if (p.fd < 0 && p.dirfd >= 0)
		p.fd = p.dirfd;
	return p;
}

static bool put_note(const struct event *e, int fd, struct buf *out)
{
	const struct blob *link = fd >= 0 || fd == FDCWD ? event_note(e, BLOB_FD, PHASE_ENTRY, (uint64_t)fd) : NULL;

	if (!link && fd >= 0) /* what the call made */
		link = event_note(e, BLOB_FD, PHASE_EXIT, (uint64_t)fd);
	const struct blob *more = link ? event_note(e, BLOB_SOCKET, (enum phase)link->phase, (uint64_t)fd) : NULL;
	if (more && more->len && more->data[0] != '<') /* "<char 1:3>" says less than the path */
		link = more;
	if (!link || !link->len || memchr(link->data, '\0', link->len))
		return false;
	buf_put(out, link->data, link->len);
	return true;
}

bool place_path(const struct desc *d, const struct event *e, struct buf *out)
{
	struct place p = place_of(d, e);
	size_t start = out->len;

	if (!p.path || !p.path_len)
		return put_note(e, p.fd, out) || (p.path && put_note(e, p.dirfd, out));
	if (p.path[0] != '/') {
		bool alone = p.path_len == 1 && p.path[0] == '.';
		if (put_note(e, p.dirfd == -1 ? FDCWD : p.dirfd, out) && alone)
			return true;
		if (out->len != start && out->data[out->len - 1] != '/')
			buf_putc(out, '/');
	}
	buf_put(out, p.path, p.path_len);
	return true;
}

bool place_fd(const struct desc *d, const struct event *e, struct buf *out)
{
	struct place p = place_of(d, e);

	if (p.fd < 0)
		return false;
	buf_dec(out, p.fd);
	buf_putc(out, '<');
	size_t start = out->len;
	put_note(e, p.fd, out);
	if (out->len == start)
		out->len--;
	else
		buf_putc(out, '>');
	return true;
}

static unsigned moves_of(const char *name)
{
	static const struct {
		const char *name;
		uint8_t moves;
	} calls[] = {
		{"read", MOVES_IN}, {"pread64", MOVES_IN}, {"readv", MOVES_IN}, {"preadv", MOVES_IN}, {"preadv2", MOVES_IN},
		{"recv", MOVES_IN}, {"recvfrom", MOVES_IN}, {"recvmsg", MOVES_IN}, {"mq_timedreceive", MOVES_IN},
		{"mq_timedreceive_time64", MOVES_IN}, {"msgrcv", MOVES_IN}, {"process_vm_readv", MOVES_IN}, {"write", MOVES_OUT},
		{"pwrite64", MOVES_OUT}, {"writev", MOVES_OUT}, {"pwritev", MOVES_OUT}, {"pwritev2", MOVES_OUT}, {"send", MOVES_OUT},
		{"sendto", MOVES_OUT}, {"sendmsg", MOVES_OUT}, {"vmsplice", MOVES_OUT}, {"process_vm_writev", MOVES_OUT},
		{"sendfile", MOVES_IN | MOVES_OUT}, {"sendfile64", MOVES_IN | MOVES_OUT}, {"splice", MOVES_IN | MOVES_OUT},
		{"copy_file_range", MOVES_IN | MOVES_OUT}, {"recvmmsg", MOVES_IN | MOVES_MESSAGES},
		{"recvmmsg_time64", MOVES_IN | MOVES_MESSAGES}, {"sendmmsg", MOVES_OUT | MOVES_MESSAGES},
	};

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		if (strcmp(calls[i].name, name) == 0)
			return calls[i].moves;
	}
	return 0;
}

/* By number and not by call: one that is within another, too, has several. */
void place_moves_init(struct place_moves *m, const struct desc *d)
{
	for (unsigned abi = 0; abi < ABI_COUNT; abi++) {
		for (unsigned nr = 0; nr < 1024; nr++) {
			const struct call *c = desc_call(d, (enum abi)abi, nr);
			m->of[abi][nr] = (uint8_t)(c ? moves_of(desc_call_name(d, c)) : 0);
		}
	}
}

/* The lengths in struct mmsghdr, uapi/linux/socket.h: behind a struct msghdr, with padding to the size of a pointer. */
static uint64_t message_bytes(const struct event *e)
{
	unsigned word = abi_word((enum abi)e->abi), offset = 7 * word, size = 8 * word;
	uint64_t sum = 0;

	for (int64_t i = 0; i < e->ret; i++) {
		enum blob_status status;
		uint32_t bytes;
		size_t len;
		const uint8_t *at = event_memory(e, PHASE_EXIT, e->args[1] + (uint64_t)i * size + offset, sizeof(bytes), &len, &status);
		if (!at || len < sizeof(bytes))
			break;
		memcpy(&bytes, at, sizeof(bytes));
		sum += bytes;
	}
	return sum;
}

struct place_bytes place_moved(const struct place_moves *m, const struct event *e)
{
	uint64_t nr = e->abi == ABI_X32 ? e->nr & ~(uint64_t)0x40000000 : e->nr;
	uint64_t result = e->counts ? e->counts->moved : e->ret > 0 ? (uint64_t)e->ret : 0;
	unsigned moves = e->outcome == OUTCOME_OK && result && nr < 1024 ? m->of[e->abi][nr] : 0;

	if (!moves)
		return (struct place_bytes){0, 0};
	uint64_t bytes = moves & MOVES_MESSAGES ? message_bytes(e) : result;
	return (struct place_bytes){moves & MOVES_IN ? bytes : 0, moves & MOVES_OUT ? bytes : 0};
}
