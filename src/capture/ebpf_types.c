/* The kernel's types: see ebpf_types.h. The format is that of Documentation/bpf/btf.rst. */
#ifdef HAVE_BPF

#include "capture/ebpf_types.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bpf/btf.h>

struct kernel_types {
	const char *names;
	uint32_t names_bytes;
	const uint8_t *types;
	uint32_t *at; /* where each is, by id from 1 on */
	uint32_t n;
};

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
	return types_find(k, head->type_len);
}

const struct kernel_types *kernel_types(void)
{
	static struct kernel_types types;
	static int opened;

	if (!opened)
		opened = types_open(&types) ? 1 : -1;
	return opened > 0 ? &types : NULL;
}

static const struct btf_type *type_named(const struct kernel_types *k, const char *name, unsigned kind)
{
	for (uint32_t id = 1; k && id < k->n; id++) {
		const struct btf_type *t = type_at(k, id);
		if (btf_kind(t) == kind && t->name_off < k->names_bytes && strcmp(k->names + t->name_off, name) == 0)
			return t;
	}
	return NULL;
}

bool kernel_types_function(const struct kernel_types *k, const char *name)
{
	return type_named(k, name, BTF_KIND_FUNC) != NULL;
}

/* Its typedef is of a pointer to what is called. */
unsigned kernel_types_tracepoint(const struct kernel_types *k, const char *name)
{
	char type[64];

	snprintf(type, sizeof(type), "btf_trace_%s", name);
	const struct btf_type *t = type_named(k, type, BTF_KIND_TYPEDEF);
	t = t ? type_at(k, t->type) : NULL;
	t = t && btf_is_ptr(t) ? type_at(k, t->type) : NULL;
	return t && btf_is_func_proto(t) ? btf_vlen(t) : 0;
}

#endif
