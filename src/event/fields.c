/* Members by name: see fields.h. */
#include "event/fields.h"

#include <string.h>

#include "event/event.h"

#define LIMITED(type, member, is_signed, max, help) \
	{#member, offsetof(struct type, member), sizeof(((struct type *)0)->member), is_signed, max, help}
#define FIELD(type, member, is_signed, help) LIMITED(type, member, is_signed, 0, help)

const struct event_field event_fields[] = {
	LIMITED(event, kind, false, EVENT_LOST, "enum event_kind"),
	LIMITED(event, abi, false, ABI_COUNT - 1, "enum abi"),
	LIMITED(event, outcome, false, OUTCOME_DETACHED, "enum outcome"),
	LIMITED(event, announced, false, 1, "1: an \"entered\" of this call went before"),
	FIELD(event, pid, true, "the process"),
	FIELD(event, tid, true, "the thread"),
	FIELD(event, enter_ns, false, "CLOCK_MONOTONIC"),
	FIELD(event, exit_ns, false, "CLOCK_MONOTONIC"),
	FIELD(event, nr, false, "as in the register"),
	FIELD(event, ret, true, "as in the register"),
	FIELD(event, ip, false, "instruction pointer"),
	FIELD(event, sp, false, "stack pointer"),
	FIELD(event, cpu_ns, false, "system CPU time"),
	FIELD(event, signo, true, "signal"),
	FIELD(event, status, true, "as from waitpid(2)"),
	FIELD(event, old_tid, true, "the thread that called execve"),
	FIELD(event, parent, true, "the task this one comes from"),
	FIELD(event, lost, false, "events missing here"),
	{0},
};

const struct event_field blob_fields[] = {
	FIELD(blob, slot, false, "argument 0 to 5, or BLOB_*"),
	LIMITED(blob, phase, false, PHASE_EXIT, "0: read at entry, 1: at exit"),
	LIMITED(blob, status, false, BLOB_SKIPPED, "enum blob_status"),
	FIELD(blob, row, false, "row of the capture plan"),
	FIELD(blob, parent, true, "index of the blob that held the pointer, or -1"),
	FIELD(blob, index, false, "which element of the parent"),
	FIELD(blob, want, false, "bytes wanted"),
	FIELD(blob, addr, false, "address, descriptor or thread"),
	{0},
};

uint64_t event_field_get(const void *of, const struct event_field *f)
{
	const char *at = (const char *)of + f->offset;
	uint64_t v = 0;
	unsigned spare = 64 - 8 * f->size;

	memcpy(&v, at, f->size); /* all machines that we trace on are little-endian */
	return f->is_signed ? (uint64_t)((int64_t)(v << spare) >> spare) : v;
}

bool event_field_set(void *of, const struct event_field *f, uint64_t value)
{
	unsigned spare = 64 - 8 * f->size;
	uint64_t kept = f->is_signed ? (uint64_t)((int64_t)(value << spare) >> spare) : value << spare >> spare;

	if (kept != value || (f->max && value > f->max))
		return false;
	memcpy((char *)of + f->offset, &value, f->size);
	return true;
}
