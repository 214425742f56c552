/* Mapped code: see code.h. */
#include "capture/code.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "capture/memory.h"
#include "desc/table.h"
#include "event/stack.h"

enum { VDSO_BYTES_MAX = 64 << 10, PATH_BYTES = 4200 };

#define READ_AGAIN_NS 500000000ull

/* ---- calls ---- */

void code_calls_init(struct code_calls *c, const struct desc *d)
{
	static const struct {
		const char *name;
		enum code_change change;
	} names[] = {
		{"mmap", CHANGE_MAP}, {"mmap2", CHANGE_MAP}, {"munmap", CHANGE_UNMAP}, {"mprotect", CHANGE_PROTECT},
		{"pkey_mprotect", CHANGE_PROTECT}, {"mremap", CHANGE_MOVE}, {"remap_file_pages", CHANGE_ANY}, {"shmat", CHANGE_ANY},
		{"shmdt", CHANGE_ANY},
	};

	for (unsigned abi = 0; abi < ABI_COUNT; abi++) {
		for (uint64_t nr = 0; nr < 1024; nr++) {
			const struct call *call = desc_call(d, (enum abi)abi, nr);
			for (size_t i = 0; call && i < sizeof(names) / sizeof(names[0]); i++)
				if (strcmp(desc_call_name(d, call), names[i].name) == 0)
					c->change[abi][nr] = (uint8_t)names[i].change;
		}
	}
}

static bool overlaps(const struct code *c, uint64_t start, uint64_t len)
{
	uint64_t end = start + len < start ? UINT64_MAX : start + len;

	for (size_t i = 0; i < c->ranges.len; i++)
		if (start < c->ranges.at[i].end && c->ranges.at[i].start < end)
			return true;
	return false;
}

void code_changed(struct code *c, enum code_change change, const uint64_t args[6])
{
	bool executable = args[2] & PROT_EXEC;

	switch (change) {
	case CHANGE_MAP:
		c->grown |= executable;
		c->stale |= args[3] & MAP_FIXED && overlaps(c, args[0], args[1]);
		break;
	case CHANGE_PROTECT:
		c->grown |= executable;
		c->stale |= overlaps(c, args[0], args[1]);
		break;
	case CHANGE_UNMAP:
		c->stale |= overlaps(c, args[0], args[1]);
		break;
	case CHANGE_MOVE:
		c->stale |= overlaps(c, args[0], args[1]) || (args[3] & MREMAP_FIXED && overlaps(c, args[4], args[2]));
		break;
	case CHANGE_ANY:
		c->stale = true;
		break;
	case CHANGE_NONE:
		break;
	}
}

/* ---- reading ---- */

void code_init(struct code *c, pid_t pid)
{
	*c = (struct code){.pid = pid, .stale = true};
}

static void clear(struct code *c)
{
	for (size_t i = 0; i < c->ranges.len; i++)
		image_drop(c->ranges.at[i].image);
	c->ranges.len = c->modules.len = c->records.len = 0;
	c->last = 0;
}

void code_done(struct code *c)
{
	clear(c);
	vec_done(&c->ranges);
	vec_done(&c->modules);
	buf_done(&c->records);
	jit_done(&c->jit);
}

/*
 * The file that is mapped, under its name; or where the name means another file or none: for a task in another root, for one that was
 * removed. The last of these needs CAP_CHECKPOINT_RESTORE.
 */
static struct image *open_file(const struct code *c, struct images *images, const struct code_line *l)
{
	char path[PATH_BYTES];
	struct image *i;

	snprintf(path, sizeof(path), "%.*s", (int)l->path_len, l->path);
	i = images_open(images, path, l->ino);
	if (i)
		return i;
	snprintf(path, sizeof(path), "/proc/%d/root%.*s", c->pid, (int)l->path_len, l->path);
	i = images_open(images, path, l->ino);
	if (i)
		return i;
	snprintf(path, sizeof(path), "/proc/%d/exe", c->pid);
	i = images_open(images, path, l->ino);
	if (i)
		return i;
	snprintf(path, sizeof(path), "/proc/%d/map_files/%llx-%llx", c->pid, (unsigned long long)l->start, (unsigned long long)l->end);
	return images_open(images, path, 0);
}

static struct image *open_vdso(const struct code *c, struct images *images, const struct code_line *l)
{
	size_t len = l->end - l->start < VDSO_BYTES_MAX ? (size_t)(l->end - l->start) : VDSO_BYTES_MAX;
	uint8_t *data = malloc(len);
	struct image *i = NULL;

	if (!data)
		abort();
	if (memory_read(c->pid, l->start, data, len) == len)
		i = images_open_memory(images, data, len);
	free(data);
	return i;
}

static void put_symbol(void *ctx, const struct image_symbol *s)
{
	struct buf *b = ctx;

	if (b->len < UINT16_MAX - 300 && s->address <= UINT32_MAX)
		stack_put_symbol(b, (uint32_t)s->address, (uint32_t)s->size, s->name);
}

static void add_module(struct code *c, enum module_kind kind, const struct code_line *l, struct image *image)
{
	struct stack_module m = {.kind = (uint8_t)kind, .path = l->path, .path_len = (uint16_t)l->path_len};
	struct buf symbols = {0};
	uint32_t at = (uint32_t)c->records.len;

	if (image)
		m.id = *image_id(image);
	if (image && kind == MODULE_SPECIAL)
		image_symbols_each(image, put_symbol, &symbols);
	m.symbols = (const uint8_t *)symbols.data;
	m.symbols_len = (uint16_t)symbols.len;
	stack_put_module(&c->records, &m);
	buf_done(&symbols);
	*vec_push(&c->modules) = (struct code_module){.record_at = at, .record_len = (uint32_t)c->records.len - at};
}

static bool is_special(const struct code_line *l, const char *name)
{
	return l->path_len == strlen(name) && memcmp(l->path, name, l->path_len) == 0;
}

static void add_range(struct code *c, struct images *images, const struct code_line *l)
{
	bool vdso = is_special(l, "[vdso]");
	enum module_kind kind = vdso || is_special(l, "[vsyscall]") ? MODULE_SPECIAL : l->file ? MODULE_FILE : MODULE_ANONYMOUS;
	struct image *image = l->vdso ? l->vdso : vdso ? open_vdso(c, images, l) : l->file ? open_file(c, images, l) : NULL;

	if (image)
		image_hold(image);
	*vec_push(&c->ranges) = (struct code_range){
		.start = l->start, .end = l->end, .offset = kind == MODULE_ANONYMOUS ? l->start : l->offset, .image = image,
	};
	add_module(c, kind, l, image);
}

/* "7f0c4b2f5000-7f0c4b44a000 r-xp 00026000 fe:00 1837 /usr/lib/libc.so.6"; whether it is of code. */
static bool parse_line(const char *text, const char *end, struct code_line *l)
{
	char *at;

	l->start = strtoull(text, &at, 16);
	l->end = strtoull(at + 1, &at, 16);
	if (at + 4 >= end || at[3] != 'x')
		return false;
	l->offset = strtoull(at + 6, &at, 16);
	at += strspn(at, " ");
	at += strcspn(at, " "); /* device */
	l->ino = strtoull(at, &at, 10);
	l->file = l->ino;
	l->vdso = NULL;
	at += strspn(at, " ");
	l->path = at;
	l->path_len = (size_t)(end - at);
	return l->path_len <= UINT16_MAX / 2;
}

static bool read_maps(pid_t pid, struct buf *text)
{
	char path[32];
	ssize_t n;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	do {
		buf_grow(text, 16 << 10);
		n = read(fd, text->data + text->len, text->cap - text->len);
		text->len += n > 0 ? (size_t)n : 0;
	} while (n > 0);
	close(fd);
	return text->len > 0;
}

/* Threads that nobody traces map, too. */
bool code_outdated(const struct code *c)
{
	return c->grown || clock_of_ns(CLOCK_MONOTONIC_COARSE) - c->read_ns > READ_AGAIN_NS;
}

void code_read(struct code *c, struct images *images)
{
	struct buf text = {0};
	struct code_line l;

	clear(c);
	c->stale = c->grown = false;
	c->read_ns = clock_of_ns(CLOCK_MONOTONIC_COARSE);
	if (read_maps(c->pid, &text)) {
		const char *last = buf_cstr(&text) + text.len;
		for (const char *at = text.data, *end; at < last && (end = memchr(at, '\n', (size_t)(last - at))); at = end + 1)
			if (parse_line(at, end, &l))
				add_range(c, images, &l);
	}
	buf_done(&text);
}

/* ---- being told ---- */

void code_clear(struct code *c)
{
	clear(c);
	c->stale = c->grown = false;
	c->read_ns = clock_of_ns(CLOCK_MONOTONIC_COARSE);
}

/* A part of one of another table's ranges, with its module. */
static void add_part(struct code *c, const struct code *from, size_t i, uint64_t start, uint64_t end)
{
	struct code_range r = from->ranges.at[i];
	const struct code_module *m = &from->modules.at[i];

	if (start >= end)
		return;
	r.offset += start - r.start;
	r.start = start;
	r.end = end;
	if (r.image)
		image_hold(r.image);
	*vec_push(&c->ranges) = r;
	*vec_push(&c->modules) = (struct code_module){.record_at = (uint32_t)c->records.len, .record_len = m->record_len};
	buf_put(&c->records, from->records.data + m->record_at, m->record_len);
}

void code_inherit(struct code *c, const struct code *from)
{
	clear(c);
	for (size_t i = 0; i < from->ranges.len; i++)
		add_part(c, from, i, from->ranges.at[i].start, from->ranges.at[i].end);
	c->stale = from->stale;
	c->grown = from->grown;
	c->read_ns = from->read_ns;
}

void code_map(struct code *c, struct images *images, const struct code_line *l)
{
	struct code old = *c;
	bool added = false;

	*c = (struct code){.pid = old.pid, .stale = old.stale, .grown = old.grown, .read_ns = old.read_ns, .jit = old.jit};
	old.jit = (struct jit){0};
	for (size_t i = 0; i < old.ranges.len; i++) {
		const struct code_range *r = &old.ranges.at[i];
		add_part(c, &old, i, r->start, r->end < l->start ? r->end : l->start);
		if (!added && r->end > l->start) {
			add_range(c, images, l);
			added = true;
		}
		add_part(c, &old, i, r->start > l->end ? r->start : l->end, r->end);
	}
	if (!added)
		add_range(c, images, l);
	code_done(&old);
}

/* ---- using ---- */

static bool is_in(const struct code_range *r, uint64_t address)
{
	return address >= r->start && address < r->end;
}

const struct code_range *code_find(struct code *c, uint64_t address)
{
	size_t lo = 0, hi = c->ranges.len;

	if (c->last < c->ranges.len && is_in(&c->ranges.at[c->last], address))
		return &c->ranges.at[c->last];
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (c->ranges.at[mid].end <= address)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == c->ranges.len || !is_in(&c->ranges.at[lo], address))
		return NULL;
	c->last = lo;
	return &c->ranges.at[lo];
}

struct code_module *code_module(struct code *c, const struct code_range *r)
{
	return &c->modules.at[r - c->ranges.at];
}

bool code_is_made(const struct code *c, const struct code_range *r)
{
	return !r->image && c->records.data[c->modules.at[r - c->ranges.at].record_at] != MODULE_SPECIAL;
}
