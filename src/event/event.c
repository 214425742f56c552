/* Reading an event: see event.h. */
#include "event/event.h"

#include "event/tamper.h"

/* How many of the bytes from `addr` on a blob holds. */
static size_t covered(const struct blob *b, uint64_t addr)
{
	return addr >= b->addr && addr - b->addr < b->len ? b->len - (size_t)(addr - b->addr) : 0;
}

/* Why a blob that was to hold `addr` has no byte of it, or no more of them. */
static enum blob_status reason(const struct blob *b)
{
	return b->status == BLOB_OK || b->status == BLOB_LATE ? BLOB_SHORT : (enum blob_status)b->status;
}

const uint8_t *event_memory(const struct event *e, enum phase phase, uint64_t addr, size_t want, size_t *len,
                            enum blob_status *status)
{
	const struct blob *best = NULL;
	size_t best_len = 0;

	*status = BLOB_SKIPPED;
	for (unsigned i = 0; i < e->nblobs && best_len < want; i++) {
		const struct blob *b = &e->blobs[i];
		if (b->slot >= BLOB_FD || b->phase != phase)
			continue;
		size_t n = covered(b, addr);
		if (n > best_len) {
			best = b;
			best_len = n;
		} else if (!best && addr >= b->addr && addr - b->addr <= b->want) {
			*status = reason(b);
		}
	}
	if (best)
		*status = best_len >= want ? BLOB_OK : reason(best);
	*len = best_len < want ? best_len : want;
	return best ? best->data + (addr - best->addr) : NULL;
}

static const struct blob *find_note(const struct event *e, uint8_t kind, enum phase phase, uint64_t number)
{
	for (unsigned i = 0; i < e->nblobs; i++) {
		const struct blob *b = &e->blobs[i];
		if (b->slot == kind && b->phase == phase && (uint32_t)b->addr == (uint32_t)number)
			return b;
	}
	return NULL;
}

const struct blob *event_note(const struct event *e, uint8_t kind, enum phase phase, uint64_t number)
{
	const struct blob *b = find_note(e, kind, phase, number);

	return !b && phase == PHASE_EXIT ? find_note(e, kind, PHASE_ENTRY, number) : b;
}

unsigned event_tampered(const struct event *e)
{
	unsigned what = 0;

	for (unsigned i = 0; i < e->nblobs; i++)
		if (e->blobs[i].slot == BLOB_TAMPER && e->blobs[i].len)
			what |= e->blobs[i].data[0];
	return what;
}

unsigned abi_word(enum abi abi)
{
	return abi == ABI_I386 || abi == ABI_X32 ? 4 : 8;
}

const char *abi_name(enum abi abi)
{
	static const char *const names[ABI_COUNT] = {"x86_64", "i386", "x32", "aarch64", "riscv64"};

	return (unsigned)abi < ABI_COUNT ? names[abi] : "unknown";
}

int abi_native(void)
{
#if defined(__x86_64__) && defined(__ILP32__)
	return ABI_X32;
#elif defined(__x86_64__)
	return ABI_X86_64;
#elif defined(__i386__)
	return ABI_I386;
#elif defined(__aarch64__)
	return ABI_AARCH64;
#elif defined(__riscv)
	return ABI_RISCV64;
#else
#error "no ABI is described for this machine"
#endif
}
