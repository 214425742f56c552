/* Virtual CPUs: see vcpu.h. Where the struct is mapped is found in /proc/PID/maps, by the name of what the descriptor stands for. */
#include "capture/vcpu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "capture/memory.h"
#include "desc/table.h"

enum {
	KVM_RUN = 0xae80,   /* linux/kvm.h */
	RUN_BYTES = 2352,   /* struct kvm_run */
	DATA_BYTES = 4096,  /* of KVM_EXIT_IO, in the page behind it */
};

/* Where a file of that name is mapped, or 0. */
static uint64_t mapped_at(pid_t pid, const char *name)
{
	char path[64], line[512];
	uint64_t at = 0;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	FILE *f = fopen(path, "re");
	while (f && !at && fgets(line, sizeof(line), f)) {
		size_t len = strlen(line), n = strlen(name);
		if (len > n + 1 && line[len - 1] == '\n' && memcmp(line + len - 1 - n, name, n) == 0)
			at = strtoull(line, NULL, 16);
	}
	if (f)
		fclose(f);
	return at;
}

void vcpu_note(struct copy *c, const struct event *call, enum phase phase)
{
	char path[64], name[128];
	uint8_t bytes[RUN_BYTES + DATA_BYTES];

	if ((uint32_t)call->args[1] != KVM_RUN)
		return;
	snprintf(path, sizeof(path), "/proc/%d/fd/%d", call->tid, (int)call->args[0]);
	ssize_t n = readlink(path, name, sizeof(name) - 1);
	if (n < 0)
		return;
	name[n] = '\0';
	uint64_t at = str_starts(name, "anon_inode:kvm-vcpu:") ? mapped_at(call->tid, name) : 0;
	size_t got = at ? memory_read(call->tid, at, bytes, sizeof(bytes)) : 0;
	if (got <= 16)
		return;
	copy_bytes(c, BLOB_VCPU, phase, call->args[0], bytes, (uint32_t)got);
	c->blobs.at[c->blobs.len - 1].index = (uint32_t)strtoul(strrchr(name, ':') + 1, NULL, 10);
}
