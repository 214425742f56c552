/*
 * The vDSO: the small library that the kernel maps into every program, with which some calls need not enter it. vdso(7).
 */
#ifndef RINGSIDE_INSIGHT_VDSO_H
#define RINGSIDE_INSIGHT_VDSO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/vec.h"

struct vdso_function {
	char name[48];
	char version[24];   /* "LINUX_2.6", or "" */
	uint64_t offset;    /* from the start of the mapping, bytes */
	uint64_t size;
};

struct vdso_area {
	char name[24];      /* "vdso", "vvar", "vvar_vclock" */
	uint64_t start, end;
};

struct vdso {
	VEC(struct vdso_area) areas;
	VEC(struct vdso_function) functions; /* by address */
};

/* What a process has (pid 0: our own). 0, or -errno after a diag_error(). */
int vdso_read(pid_t pid, struct vdso *out);
void vdso_done(struct vdso *v);

/* The call of that name that the vDSO function stands for: "__vdso_time" is time. Points into the name. */
const char *vdso_call_name(const char *function);

/* Whether a clock_gettime of that clock is answered by the vDSO, when the clock source allows it at all. vdso(7), clock_gettime(2). */
bool vdso_has_clock(int32_t clock);

#endif
