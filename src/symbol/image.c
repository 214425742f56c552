/* Opening images and finding them again: see image.h. libdw does what has to do with ELF and DWARF. */
#include "symbol/image.h"

#include <elfutils/libdwelf.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "symbol/image_in.h"

enum { IMAGES_MANY = 256 };

struct images {
	struct map files;          /* by what stat(2) tells */
	VEC(struct image *) all;
	uint64_t now;
};

/* Whether a debug link leads anywhere: to a file beside the image, in .debug there, or in the same place under /usr/lib/debug. */
static bool link_exists(const char *image, const char *link)
{
	const char *slash = strrchr(image, '/');
	int len = slash ? (int)(slash - image) : 0;
	char path[PATH_MAX];
	static const struct {
		const char *before, *after;
	} places[] = {{"", ""}, {"", "/.debug"}, {"/usr/lib/debug", ""}};

	for (size_t i = 0; slash && i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(path, sizeof(path), "%s%.*s%s/%s", places[i].before, len, image, places[i].after, link);
		if (access(path, R_OK) == 0)
			return true;
	}
	return false;
}

/*
 * As libdwfl would, but only where files are: its own search ends by loading libcurl and asking servers, which takes longer than many a
 * program that is traced.
 */
static int find_debuginfo(Dwfl_Module *m, void **data, const char *name, Dwarf_Addr base, const char *file, const char *link, GElf_Word crc,
                          char **out)
{
	int fd = dwfl_build_id_find_debuginfo(m, data, name, base, file, link, crc, out);

	if (fd >= 0 || *out || !file || !link || !link_exists(file, link))
		return fd;
	return dwfl_standard_find_debuginfo(m, data, name, base, file, link, crc, out);
}

static const Dwfl_Callbacks callbacks = {
	.find_elf = dwfl_build_id_find_elf,
	.find_debuginfo = find_debuginfo,
	.section_address = dwfl_offline_section_address,
};

bool images_supported(void)
{
	return true;
}

struct images *images_new(void)
{
	struct images *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	return s;
}

static void image_free(struct image *i)
{
	rules_done(i);
	if (i->dwfl)
		dwfl_end(i->dwfl);
	vec_done(&i->segments);
	vec_done(&i->names);
	free(i);
}

void images_free(struct images *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->all.len; i++)
		image_free(s->all.at[i]);
	vec_done(&s->all);
	map_done(&s->files);
	free(s);
}

void image_hold(struct image *i)
{
	i->refs++;
}

void image_drop(struct image *i)
{
	if (i)
		i->refs--;
}

const struct module_id *image_id(const struct image *i)
{
	return &i->id;
}

enum machine image_machine(const struct image *i)
{
	return i->machine;
}

bool image_address(const struct image *i, uint64_t offset, uint64_t *address)
{
	for (size_t n = 0; n < i->segments.len; n++) {
		const struct segment *s = &i->segments.at[n];
		if (offset >= s->offset && offset - s->offset < s->size) {
			*address = offset - s->offset + s->address;
			return true;
		}
	}
	return false;
}

/* ---- opening ---- */

static enum machine machine_of(const GElf_Ehdr *head)
{
	return head->e_machine == EM_X86_64 ? MACHINE_X86_64 : head->e_machine == EM_386 ? MACHINE_I386 : MACHINE_OTHER;
}

/* A mapping's pages are whole: the part of a segment before its beginning and after its end belongs to it. */
static void add_segment(struct image *i, const GElf_Phdr *p)
{
	uint64_t skew = p->p_offset % 4096;

	*vec_push(&i->segments) = (struct segment){p->p_offset - skew, (p->p_filesz + skew + 4095) / 4096 * 4096, p->p_vaddr - skew};
}

static void read_headers(struct image *i, Elf *elf)
{
	GElf_Ehdr head;
	GElf_Phdr p;
	size_t n = 0;

	if (gelf_getehdr(elf, &head))
		i->machine = machine_of(&head);
	elf_getphdrnum(elf, &n);
	for (size_t k = 0; k < n; k++) {
		if (gelf_getphdr(elf, (int)k, &p) && p.p_type == PT_LOAD && p.p_flags & PF_X)
			add_segment(i, &p);
	}
}

static void read_id(struct image *i, Elf *elf, const struct stat *st)
{
	const void *id;
	ssize_t len = elf ? dwelf_elf_gnu_build_id(elf, &id) : 0;

	if (len > 0 && (size_t)len <= sizeof(i->id.bytes)) {
		i->id.kind = MODULE_ID_BUILD;
		i->id.len = (uint8_t)len;
		memcpy(i->id.bytes, id, (size_t)len);
		return;
	}
	uint64_t facts[2] = {(uint64_t)st->st_size, (uint64_t)st->st_mtim.tv_sec * 1000000000 + (uint64_t)st->st_mtim.tv_nsec};
	i->id.kind = MODULE_ID_FILE;
	i->id.len = sizeof(facts);
	memcpy(i->id.bytes, facts, sizeof(facts));
}

/* Takes the descriptor. What is no ELF file is an image, too, of which nothing is known but its id. */
static struct image *image_new(int fd, const char *path, const struct stat *st)
{
	struct image *i = calloc(1, sizeof(*i));
	Elf *elf = NULL;

	if (!i)
		abort();
	i->dwfl = dwfl_begin(&callbacks);
	if (i->dwfl) {
		dwfl_report_begin(i->dwfl);
		i->module = dwfl_report_offline(i->dwfl, path, path, fd);
		dwfl_report_end(i->dwfl, NULL, NULL);
	}
	if (i->module)
		elf = dwfl_module_getelf(i->module, &i->bias);
	else
		close(fd);
	if (elf)
		read_headers(i, elf);
	read_id(i, elf, st);
	return i;
}

/* ---- those that are open ---- */

static uint64_t mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15ULL;
	return h ^ h >> 29;
}

/* Names and inode numbers are given to other files in time; what changes a file changes this. */
static uint64_t file_key(const struct stat *st)
{
	uint64_t h = mix(mix(st->st_dev, st->st_ino), (uint64_t)st->st_size);

	h = mix(mix(h, (uint64_t)st->st_mtim.tv_sec), (uint64_t)st->st_mtim.tv_nsec);
	h = mix(mix(h, (uint64_t)st->st_ctim.tv_sec), (uint64_t)st->st_ctim.tv_nsec);
	return h | 1;
}

static void close_oldest(struct images *s)
{
	size_t oldest = s->all.len;

	for (size_t n = 0; n < s->all.len; n++) {
		const struct image *i = s->all.at[n];
		if (!i->refs && (oldest == s->all.len || i->used < s->all.at[oldest]->used))
			oldest = n;
	}
	if (oldest == s->all.len)
		return;
	struct image *i = s->all.at[oldest];
	if (i->key)
		map_remove(&s->files, i->key);
	image_free(i);
	s->all.at[oldest] = s->all.at[--s->all.len];
}

static struct image *add(struct images *s, struct image *i, uint64_t key)
{
	if (s->all.len >= IMAGES_MANY)
		close_oldest(s);
	i->key = key;
	i->used = ++s->now;
	if (key)
		map_put(&s->files, key, i);
	*vec_push(&s->all) = i;
	return i;
}

struct image *images_open(struct images *s, const char *path, uint64_t ino)
{
	struct stat st;

	if (stat(path, &st) || !S_ISREG(st.st_mode) || (ino && st.st_ino != ino))
		return NULL;
	uint64_t key = file_key(&st);
	struct image *i = map_get(&s->files, key);
	if (i) {
		i->used = ++s->now;
		return i;
	}
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return NULL;
	return add(s, image_new(fd, path, &st), key);
}

struct image *images_open_memory(struct images *s, const void *data, size_t len)
{
	struct stat st = {.st_size = (off_t)len};
	int fd = memfd_create("image", MFD_CLOEXEC);

	if (fd < 0)
		return NULL;
	if (write(fd, data, len) != (ssize_t)len) {
		close(fd);
		return NULL;
	}
	struct image *i = image_new(fd, "[memory]", &st);
	struct image *same = images_find(s, &i->id);
	if (!same)
		return add(s, i, 0);
	image_free(i);
	return same;
}

struct image *images_find(struct images *s, const struct module_id *id)
{
	for (size_t n = 0; n < s->all.len; n++) {
		struct image *i = s->all.at[n];
		if (i->id.kind == id->kind && i->id.len == id->len && memcmp(i->id.bytes, id->bytes, id->len) == 0) {
			i->used = ++s->now;
			return i;
		}
	}
	return NULL;
}
