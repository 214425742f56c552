/* The kernel's types: see ebpf_types.h. The format is that of Documentation/bpf/btf.rst. */
#ifdef HAVE_BPF

#include "capture/ebpf_types.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bpf/btf.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

struct kernel_types {
	const char *names;
	uint32_t names_bytes;
	const uint8_t *types;
	uint32_t *at; /* where each is, by id from 1 on */
	uint32_t n;
	VEC(uint32_t) tracepoints, functions; /* ids of those whose names begin like this: */
};

#define TRACEPOINT "btf_trace_"
#define FUNCTION "bpf_"

/* Mapped, as Linux 6.16 and newer let it be; or read by libbpf, which knows more places. */
static const void *types_raw(uint32_t *bytes)
{
	int fd = open("/sys/kernel/btf/vmlinux", O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *raw = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size <= UINT32_MAX)
		raw = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (raw != MAP_FAILED) {
		*bytes = (uint32_t)st.st_size;
		return raw;
	}
	struct btf *types = btf__load_vmlinux_btf();
	return types ? btf__raw_data(types, bytes) : NULL;
}

/* Bytes behind the head of a type; -1: of an unknown kind. */
static int64_t type_tail(const struct btf_type *t)
{
	switch (btf_kind(t)) {
	case BTF_KIND_INT: case BTF_KIND_VAR: case BTF_KIND_DECL_TAG:
		return 4;
	case BTF_KIND_ARRAY:
		return sizeof(struct btf_array);
	case BTF_KIND_STRUCT: case BTF_KIND_UNION:
		return btf_vlen(t) * sizeof(struct btf_member);
	case BTF_KIND_ENUM:
		return btf_vlen(t) * sizeof(struct btf_enum);
	case BTF_KIND_ENUM64:
		return btf_vlen(t) * sizeof(struct btf_enum64);
	case BTF_KIND_FUNC_PROTO:
		return btf_vlen(t) * sizeof(struct btf_param);
	case BTF_KIND_DATASEC:
		return btf_vlen(t) * sizeof(struct btf_var_secinfo);
	case BTF_KIND_PTR: case BTF_KIND_FWD: case BTF_KIND_TYPEDEF: case BTF_KIND_VOLATILE: case BTF_KIND_CONST: case BTF_KIND_RESTRICT:
	case BTF_KIND_FUNC: case BTF_KIND_FLOAT: case BTF_KIND_TYPE_TAG:
		return 0;
	default:
		return -1;
	}
}

static const struct btf_type *type_at(const struct kernel_types *k, uint32_t id)
{
	return id && id < k->n ? (const void *)(k->types + k->at[id]) : NULL;
}

static const char *name_at(const struct kernel_types *k, const struct btf_type *t)
{
	return t->name_off < k->names_bytes ? k->names + t->name_off : "";
}

static bool types_find(struct kernel_types *k, uint32_t bytes)
{
	uint32_t at = 0;

	k->at = malloc((bytes / sizeof(struct btf_type) + 1) * sizeof(*k->at));
	if (!k->at)
		return false;
	for (k->n = 1; bytes - at >= sizeof(struct btf_type); k->n++) {
		const struct btf_type *t = (const void *)(k->types + at);
		int64_t tail = type_tail(t);
		if (tail < 0 || tail > (int64_t)(bytes - at - sizeof(*t)))
			return false;
		k->at[k->n] = at;
		at += (uint32_t)(sizeof(*t) + (size_t)tail);
	}
	return at == bytes;
}

static bool types_open(struct kernel_types *k)
{
	uint32_t bytes = 0;
	const uint8_t *raw = types_raw(&bytes);
	const struct btf_header *head = (const void *)raw;

	if (!raw || bytes < sizeof(*head) || head->magic != BTF_MAGIC || head->hdr_len > bytes)
		return false;
	raw += head->hdr_len;
	bytes -= head->hdr_len;
	if (head->type_off > bytes || head->type_len > bytes - head->type_off || head->str_off > bytes || head->str_len > bytes - head->str_off ||
	    !head->str_len || raw[head->str_off + head->str_len - 1])
		return false;
	k->names = (const char *)raw + head->str_off;
	k->names_bytes = head->str_len;
	k->types = raw + head->type_off;
	if (!types_find(k, head->type_len))
		return false;
	for (uint32_t id = 1; id < k->n; id++) {
		const struct btf_type *t = type_at(k, id);
		if (btf_is_typedef(t) && str_starts(name_at(k, t), TRACEPOINT))
			*vec_push(&k->tracepoints) = id;
		else if (btf_is_func(t) && str_starts(name_at(k, t), FUNCTION))
			*vec_push(&k->functions) = id;
	}
	return true;
}

const struct kernel_types *kernel_types(void)
{
	static struct kernel_types types;
	static int opened;

	if (!opened)
		opened = types_open(&types) ? 1 : -1;
	return opened > 0 ? &types : NULL;
}

uint32_t kernel_types_function(const struct kernel_types *k, const char *name)
{
	for (size_t i = 0; k && i < k->functions.len; i++)
		if (strcmp(name_at(k, type_at(k, k->functions.at[i])), name) == 0)
			return k->functions.at[i];
	return 0;
}

uint32_t kernel_types_tracepoint_id(const struct kernel_types *k, const char *name)
{
	for (size_t i = 0; k && i < k->tracepoints.len; i++)
		if (strcmp(name_at(k, type_at(k, k->tracepoints.at[i])) + strlen(TRACEPOINT), name) == 0)
			return k->tracepoints.at[i];
	return 0;
}

/* Its typedef is of a pointer to what is called. */
unsigned kernel_types_tracepoint(const struct kernel_types *k, const char *name)
{
	uint32_t id = kernel_types_tracepoint_id(k, name);
	const struct btf_type *t = id ? type_at(k, type_at(k, id)->type) : NULL;

	t = t && btf_is_ptr(t) ? type_at(k, t->type) : NULL;
	return t && btf_is_func_proto(t) ? btf_vlen(t) : 0;
}

/* Names, by their hash */

static bool is_root(const struct btf_type *t)
{
	unsigned kind = btf_kind(t);

	return kind == BTF_KIND_STRUCT || kind == BTF_KIND_UNION || kind == BTF_KIND_TYPEDEF || kind == BTF_KIND_ENUM || kind == BTF_KIND_ENUM64;
}

bool kernel_types_structs(const struct kernel_types *k, const char *const *names, size_t n, uint32_t *ids)
{
	struct map wanted = {0};
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		ids[i] = 0;
		map_put(&wanted, hash_text(names[i], strlen(names[i])), &ids[i]);
	}
	for (uint32_t id = 1; k && id < k->n && found < n; id++) {
		const struct btf_type *t = type_at(k, id);
		if (btf_kind(t) != BTF_KIND_STRUCT)
			continue;
		const char *name = name_at(k, t);
		uint32_t *to = map_get(&wanted, hash_text(name, strlen(name)));
		if (to && !*to && strcmp(names[to - ids], name) == 0) {
			*to = id;
			found++;
		}
	}
	map_done(&wanted);
	return found == n;
}

/* An excerpt that is being made: types by their new ids, less one. Pointers in it lead nowhere. */
struct excerpt {
	const struct kernel_types *kernel;
	VEC(uint32_t) ids;
	uint32_t *new_ids; /* by id; 0: not in it */
	struct buf types, names;
};

static uint32_t excerpt_id(struct excerpt *x, uint32_t id)
{
	if (!type_at(x->kernel, id)) /* void */
		return 0;
	if (!x->new_ids[id]) {
		*vec_push(&x->ids) = id;
		x->new_ids[id] = (uint32_t)x->ids.len;
	}
	return x->new_ids[id];
}

static uint32_t excerpt_name(struct excerpt *x, uint32_t off)
{
	if (!off || off >= x->kernel->names_bytes)
		return 0;
	uint32_t at = (uint32_t)x->names.len;
	buf_put(&x->names, x->kernel->names + off, strlen(x->kernel->names + off) + 1);
	return at;
}

static void excerpt_members(struct excerpt *x, const struct btf_type *t)
{
	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		struct btf_member m = btf_members(t)[i];
		m.name_off = excerpt_name(x, m.name_off);
		m.type = excerpt_id(x, m.type);
		buf_put(&x->types, &m, sizeof(m));
	}
}

/* What is behind the head of a type. Values of enums keep no names: no program asks for these. */
static void excerpt_tail(struct excerpt *x, const struct btf_type *t)
{
	size_t tail = (size_t)type_tail(t), from = x->types.len;

	if (btf_is_composite(t)) {
		excerpt_members(x, t);
		return;
	}
	buf_put(&x->types, t + 1, tail);
	void *copied = x->types.data + from;
	if (btf_is_array(t)) {
		struct btf_array *a = copied;
		a->type = excerpt_id(x, a->type);
		a->index_type = excerpt_id(x, a->index_type);
	}
	for (uint32_t i = 0; btf_is_enum(t) && i < btf_vlen(t); i++)
		((struct btf_enum *)copied)[i].name_off = 0;
	for (uint32_t i = 0; btf_is_enum64(t) && i < btf_vlen(t); i++)
		((struct btf_enum64 *)copied)[i].name_off = 0;
}

static void excerpt_type(struct excerpt *x, const struct btf_type *t)
{
	struct btf_type head = *t;

	head.name_off = excerpt_name(x, t->name_off);
	if (btf_is_ptr(t))
		head.type = 0;
	else if (btf_is_mod(t) || btf_is_typedef(t))
		head.type = excerpt_id(x, t->type);
	buf_put(&x->types, &head, sizeof(head));
	excerpt_tail(x, t);
}

/* Those whose names are names of what is wanted. */
static void excerpt_roots(struct excerpt *x, const struct btf *wanted)
{
	struct map names = {0};

	for (uint32_t id = 1; id < btf__type_cnt(wanted); id++) {
		const struct btf_type *t = btf__type_by_id(wanted, id);
		const char *name = btf__name_by_offset(wanted, t->name_off), *suffix = strstr(name, "___");
		if (is_root(t) && *name)
			map_put(&names, hash_text(name, suffix ? (size_t)(suffix - name) : strlen(name)), (void *)t);
	}
	for (uint32_t id = 1; id < x->kernel->n; id++) {
		const struct btf_type *t = type_at(x->kernel, id);
		const char *name = is_root(t) ? name_at(x->kernel, t) : "";
		if (*name && map_get(&names, hash_text(name, strlen(name)))) /* one more, whose name has the same hash, does no harm */
			excerpt_id(x, id);
	}
	map_done(&names);
}

void types_file_open(struct types_file *f)
{
	f->fd = kernel_types() ? memfd_create("types", MFD_CLOEXEC) : -1;
	snprintf(f->path, sizeof(f->path), "/proc/self/fd/%d", f->fd);
	if (f->fd < 0 || access(f->path, R_OK))
		*f->path = '\0';
}

int types_file_fill(struct types_file *f, const struct btf *wanted)
{
	const struct kernel_types *k = kernel_types();

	if (!*f->path)
		return 0;
	struct excerpt x = {.kernel = k, .new_ids = calloc(k->n, sizeof(*x.new_ids))};
	struct buf all = {0};
	if (!x.new_ids)
		abort();
	buf_putc(&x.names, '\0');
	excerpt_roots(&x, wanted);
	for (size_t i = 0; i < x.ids.len; i++)
		excerpt_type(&x, type_at(k, x.ids.at[i]));
	struct btf_header head = {
		.magic = BTF_MAGIC, .version = BTF_VERSION, .hdr_len = sizeof(head),
		.type_len = (uint32_t)x.types.len, .str_off = (uint32_t)x.types.len, .str_len = (uint32_t)x.names.len,
	};
	buf_put(&all, &head, sizeof(head));
	buf_put(&all, x.types.data, x.types.len);
	buf_put(&all, x.names.data, x.names.len);
	bool written = write(f->fd, all.data, all.len) == (ssize_t)all.len;
	buf_done(&all);
	buf_done(&x.types);
	buf_done(&x.names);
	vec_done(&x.ids);
	free(x.new_ids);
	return written ? 0 : -ENOSPC;
}

void types_file_close(struct types_file *f)
{
	if (f->fd >= 0)
		close(f->fd);
}

#endif
