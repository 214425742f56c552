/* Reading the vDSO of a process: see vdso.h. */
#include "insight/vdso.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"

#ifdef HAVE_GELF
#include <gelf.h>
#endif

enum { IMAGE_MAX = 1 << 20 };

/* The areas of a process that have the kernel's names for them. */
static int read_areas(pid_t pid, struct vdso *out)
{
	char path[64], line[512], name[32];
	unsigned long start, end;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	FILE *f = fopen(path, "re");
	if (!f) {
		int err = -errno;
		diag_error("cannot read %s: %s", path, strerror(-err));
		return err;
	}
	while (fgets(line, sizeof(line), f)) {
		if (sscanf(line, "%lx-%lx %*s %*s %*s %*s [%23[a-z_]]", &start, &end, name) != 3 || name[0] != 'v' || str_starts(name, "vsys"))
			continue;
		struct vdso_area *a = vec_push(&out->areas);
		*a = (struct vdso_area){.start = start, .end = end};
		snprintf(a->name, sizeof(a->name), "%.23s", name);
	}
	fclose(f);
	return 0;
}

static const struct vdso_area *image_area(const struct vdso *v)
{
	for (size_t i = 0; i < v->areas.len; i++)
		if (strcmp(v->areas.at[i].name, "vdso") == 0)
			return &v->areas.at[i];
	return NULL;
}

#ifdef HAVE_GELF
static int compare(const void *a, const void *b)
{
	uint64_t x = ((const struct vdso_function *)a)->offset, y = ((const struct vdso_function *)b)->offset;

	return (x > y) - (x < y);
}

/* The name of a symbol's version, by the tables of definitions. */
static void find_version(Elf *elf, GElf_Word strings, Elf_Data *definitions, GElf_Versym wanted, char *out, size_t size)
{
	GElf_Verdef def;
	GElf_Verdaux aux;

	for (int at = 0; definitions && gelf_getverdef(definitions, at, &def); at += (int)def.vd_next) {
		if ((def.vd_ndx & 0x7fff) == (wanted & 0x7fff) && gelf_getverdaux(definitions, at + (int)def.vd_aux, &aux)) {
			const char *name = elf_strptr(elf, strings, aux.vda_name);
			snprintf(out, size, "%s", name ? name : "");
			return;
		}
		if (!def.vd_next)
			return;
	}
}

static Elf_Data *section_data(Elf *elf, GElf_Word type, GElf_Shdr *head)
{
	for (Elf_Scn *s = elf_nextscn(elf, NULL); s; s = elf_nextscn(elf, s))
		if (gelf_getshdr(s, head) && head->sh_type == type)
			return elf_getdata(s, NULL);
	return NULL;
}

static void read_functions(Elf *elf, struct vdso *out)
{
	GElf_Shdr symbols = {0}, versions = {0}, defs = {0};
	Elf_Data *data = section_data(elf, SHT_DYNSYM, &symbols);
	Elf_Data *version_data = section_data(elf, SHT_GNU_versym, &versions), *def_data = section_data(elf, SHT_GNU_verdef, &defs);
	GElf_Versym version;
	GElf_Sym sym;

	for (int i = 0; data && gelf_getsym(data, i, &sym); i++) {
		const char *name = elf_strptr(elf, symbols.sh_link, sym.st_name);
		if (GELF_ST_TYPE(sym.st_info) != STT_FUNC || !name || !str_starts(name, "__"))
			continue; /* the same functions are there without the prefix, as weak symbols */
		struct vdso_function *f = vec_push(&out->functions);
		*f = (struct vdso_function){.offset = sym.st_value, .size = sym.st_size};
		snprintf(f->name, sizeof(f->name), "%s", name);
		if (version_data && gelf_getversym(version_data, i, &version))
			find_version(elf, defs.sh_link, def_data, version, f->version, sizeof(f->version));
	}
	if (out->functions.len)
		qsort(out->functions.at, out->functions.len, sizeof(*out->functions.at), compare);
}

static int read_image(pid_t pid, const struct vdso_area *area, struct vdso *out)
{
	size_t size = area->end - area->start;
	char path[64], *image = size && size <= IMAGE_MAX ? malloc(size) : NULL;
	int err = 0;

	snprintf(path, sizeof(path), "/proc/%d/mem", pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || !image || pread(fd, image, size, (off_t)area->start) != (ssize_t)size)
		err = errno ? -errno : -EIO;
	if (fd >= 0)
		close(fd);
	Elf *elf = !err && elf_version(EV_CURRENT) != EV_NONE ? elf_memory(image, size) : NULL;
	if (elf)
		read_functions(elf, out);
	else
		diag_error("cannot read the vDSO of process %d: %s", pid, strerror(err ? -err : EINVAL));
	elf_end(elf);
	free(image);
	return elf ? 0 : err ? err : -EINVAL;
}
#else
static int read_image(pid_t pid, const struct vdso_area *area, struct vdso *out)
{
	(void)pid;
	(void)area;
	(void)out;
	diag_error("this build is without libelf: functions of the vDSO cannot be listed");
	return -ENOTSUP;
}
#endif

int vdso_read(pid_t pid, struct vdso *out)
{
	pid = pid ? pid : getpid();
	int err = read_areas(pid, out);

	if (err)
		return err;
	const struct vdso_area *area = image_area(out);
	return area ? read_image(pid, area, out) : 0;
}

void vdso_done(struct vdso *v)
{
	vec_done(&v->areas);
	vec_done(&v->functions);
}

const char *vdso_call_name(const char *function)
{
	static const char *const prefixes[] = {"__vdso_", "__kernel_"};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (str_starts(function, prefixes[i]))
			return function + strlen(prefixes[i]);
	return function;
}

bool vdso_has_clock(int32_t clock)
{
	/* REALTIME, MONOTONIC, MONOTONIC_RAW, their COARSE forms, BOOTTIME and TAI: include/vdso/datapage.h. Not CPU time, not alarms. */
	static const uint32_t clocks = 1u << 0 | 1u << 1 | 1u << 4 | 1u << 5 | 1u << 6 | 1u << 7 | 1u << 11;

	return clock >= 0 && clock < 32 && clocks >> clock & 1;
}
