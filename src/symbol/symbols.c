/* Frames in words: see symbols.h. */
#include "symbol/symbols.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "event/stack.h"
#include "symbol/image.h"

enum { KNOWN_MAX = 1 << 16 }; /* frames to remember: then all are forgotten */

/* A module by what its record says. */
struct known_module {
	struct stack_module m; /* its bytes are in the arena */
	const char *path;      /* NUL-terminated */
	bool opened;           /* it was tried */
	struct image *image;
};

struct symbols {
	struct images *images;
	bool lines;
	struct arena arena;
	struct map modules; /* hash of the record → struct known_module */
	struct map frames;  /* hash of module and offset → struct frame_info */
	VEC(const struct frame_info *) stack;
	char *(*demangle)(const char *name, char *buf, size_t *len, int *status);
	bool demangle_known;
};

struct symbols *symbols_new(struct images *images, bool lines)
{
	struct symbols *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->images = images;
	s->lines = lines;
	return s;
}

static void forget(struct symbols *s)
{
	map_for_each(&s->modules, slot)
		image_drop(((struct known_module *)slot->value)->image);
	map_done(&s->modules);
	map_done(&s->frames);
	arena_reset(&s->arena);
}

void symbols_free(struct symbols *s)
{
	if (!s)
		return;
	forget(s);
	arena_done(&s->arena);
	vec_done(&s->stack);
	free(s);
}

static uint64_t hash_bytes(const uint8_t *p, size_t len)
{
	uint64_t h = len, word;

	for (; len >= 8; p += 8, len -= 8) {
		memcpy(&word, p, 8);
		h = (h ^ word) * 0x9e3779b97f4a7c15ULL;
		h ^= h >> 29;
	}
	word = 0;
	memcpy(&word, p, len);
	h = (h ^ word) * 0x9e3779b97f4a7c15ULL;
	return h ^ h >> 32;
}

static const char *keep(struct symbols *s, const char *text, size_t len)
{
	char *copy = arena_alloc(&s->arena, len + 1);

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

/* ---- modules ---- */

static struct known_module *module_of(struct symbols *s, const struct stack_module *m)
{
	uint64_t hash = hash_bytes(m->record, m->record_len);
	struct known_module *k = map_get(&s->modules, hash);

	if (k)
		return k;
	k = arena_alloc(&s->arena, sizeof(*k));
	const uint8_t *record = (const uint8_t *)keep(s, (const char *)m->record, m->record_len);
	*k = (struct known_module){.path = keep(s, m->path, m->path_len)};
	stack_modules(record, m->record_len, &k->m, 1);
	map_put(&s->modules, hash, k);
	return k;
}

static bool same_id(const struct module_id *a, const struct module_id *b)
{
	return a->kind == b->kind && a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* A debug file by its build id: what is left of a program that was replaced. */
static struct image *open_debug(struct symbols *s, const struct module_id *id)
{
	static const char hex[] = "0123456789abcdef";
	char path[sizeof("/usr/lib/debug/.build-id/") + 2 * sizeof(id->bytes) + sizeof("/.debug")];
	char *at = stpcpy(path, "/usr/lib/debug/.build-id/");

	if (id->kind != MODULE_ID_BUILD || id->len < 2)
		return NULL;
	for (unsigned i = 0; i < id->len; i++) {
		*at++ = hex[id->bytes[i] >> 4];
		*at++ = hex[id->bytes[i] & 15];
		if (i == 0)
			*at++ = '/';
	}
	strcpy(at, ".debug");
	struct image *i = images_open(s->images, path, 0);
	return i && same_id(image_id(i), id) ? i : NULL;
}

static struct image *find_image(struct symbols *s, const struct known_module *k)
{
	struct image *i = images_find(s->images, &k->m.id);

	if (!i && k->m.kind == MODULE_FILE) {
		i = images_open(s->images, k->path, 0);
		i = i && same_id(image_id(i), &k->m.id) ? i : NULL;
	}
	return i ? i : open_debug(s, &k->m.id);
}

static struct image *image_of(struct symbols *s, struct known_module *k)
{
	if (!k->opened && k->m.id.kind != MODULE_ID_NONE) {
		k->image = find_image(s, k);
		if (k->image)
			image_hold(k->image);
	}
	k->opened = true;
	return k->image;
}

/* ---- frames ---- */

/* libstdc++ knows C++ names best. It is looked for when there is one, and missed by nobody when it isn't there. */
static const char *demangled(struct symbols *s, const char *name)
{
	int status = -1;

	if (strncmp(name, "_Z", 2) != 0)
		return name;
	if (!s->demangle_known) {
		void *library = dlopen("libstdc++.so.6", RTLD_LAZY);
		void *function = library ? dlsym(library, "__cxa_demangle") : NULL;
		memcpy(&s->demangle, &function, sizeof(function));
		s->demangle_known = true;
	}
	char *text = s->demangle ? s->demangle(name, NULL, NULL, &status) : NULL;
	const char *kept = text && status == 0 ? keep(s, text, strlen(text)) : name;
	free(text);
	return kept;
}

static void find_function(struct symbols *s, struct known_module *k, bool exact, struct frame_info *f)
{
	struct image *i = image_of(s, k);
	struct image_symbol symbol;
	struct image_line line;
	uint64_t at;

	if (!i || !image_address(i, f->offset - !exact, &at))
		return;
	if (image_symbol(i, at, &symbol)) {
		f->function = demangled(s, keep(s, symbol.name, strlen(symbol.name)));
		f->plus = at + !exact - symbol.address;
	}
	if (s->lines && image_line(i, at, &line)) {
		f->file = keep(s, line.file, strlen(line.file));
		f->line = line.line;
	}
}

static void find_own(struct symbols *s, const struct known_module *k, struct frame_info *f)
{
	const char *name;
	size_t len;
	uint32_t start;

	if (!stack_module_symbol(&k->m, f->offset, &name, &len, &start))
		return;
	f->function = keep(s, name, len);
	f->plus = (uint32_t)f->offset - start;
}

static const struct frame_info *frame_of(struct symbols *s, struct known_module *k, const struct stack_frame *at)
{
	uint64_t facts[3] = {(uintptr_t)k, at->offset, at->exact};
	uint64_t hash = hash_bytes((const uint8_t *)facts, sizeof(facts));
	struct frame_info *f = map_get(&s->frames, hash);

	if (f)
		return f;
	f = arena_alloc(&s->arena, sizeof(*f));
	*f = (struct frame_info){.path = k ? k->path : NULL, .offset = at->offset};
	map_put(&s->frames, hash, f);
	if (k && k->m.symbols_len)
		find_own(s, k, f);
	if (k && !f->function)
		find_function(s, k, at->exact, f);
	return f;
}

unsigned symbols_of(struct symbols *s, const uint8_t *frames, size_t frames_len, const uint8_t *modules, size_t modules_len,
                    const struct frame_info *const **out)
{
	struct stack_module list[STACK_MODULES_MAX];
	struct known_module *known[STACK_MODULES_MAX];
	struct stack_frame f;

	if (s->frames.len >= KNOWN_MAX)
		forget(s);
	unsigned n = stack_modules(modules, modules_len, list, STACK_MODULES_MAX);
	for (unsigned i = 0; i < n; i++)
		known[i] = module_of(s, &list[i]);
	s->stack.len = 0;
	for (unsigned i = 0; stack_frame_at(frames, frames_len, i, &f); i++)
		*vec_push(&s->stack) = frame_of(s, f.module < n ? known[f.module] : NULL, &f);
	*out = s->stack.at;
	return (unsigned)s->stack.len;
}
