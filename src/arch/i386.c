/* Calls of i386 that are many: see arch.h and base/abi.h. Which argument means what: ipc(2), and the prototypes of the calls within. */
#include <string.h>

#include "arch/arch.h"

enum { NR_SELECT = 82, NR_MMAP = 90, NR_SOCKETCALL = 102, NR_IPC = 117 };

/* uapi/linux/ipc.h */
enum {
	SEMOP = 1, SEMGET, SEMCTL, SEMTIMEDOP, MSGSND = 11, MSGRCV, MSGGET, MSGCTL, SHMAT = 21, SHMDT, SHMGET, SHMCTL,
	VERSION_SHIFT = 16,
};

struct unpack {
	struct event *e;
	arch_read *read;
	const void *ctx;
	uint64_t args[6];   /* of the call within */
	uint64_t result_at;
};

static bool read_words(struct unpack *u, uint64_t addr, uint64_t *words, unsigned n)
{
	uint32_t raw[6];

	addr = (uint32_t)addr;
	if (!addr || !u->read(u->ctx, addr, raw, n * sizeof(*raw)))
		return false;
	for (unsigned i = 0; i < n; i++)
		words[i] = raw[i];
	return true;
}

/* Words of memory are the arguments. */
static bool unpack_socketcall(struct unpack *u)
{
	static const uint8_t counts[] = {0, 3, 3, 3, 2, 3, 3, 3, 4, 4, 4, 6, 6, 2, 5, 5, 3, 3, 4, 5, 4};
	uint32_t key = (uint32_t)u->e->args[0];

	return key < sizeof(counts) && counts[key] && read_words(u, u->e->args[1], u->args, counts[key]);
}

static void set_args(struct unpack *u, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	u->args[0] = a;
	u->args[1] = b;
	u->args[2] = c;
	u->args[3] = d;
}

/* The value or pointer is one pointer further away; both are of interest: see semctl@ipc. */
static void unpack_semctl(struct unpack *u, const uint64_t *a)
{
	uint64_t inner = a[4];

	read_words(u, a[4], &inner, 1);
	set_args(u, a[1], a[2], a[3], inner);
	u->args[4] = a[4];
}

/* The oldest form has two of the arguments in memory. */
static bool unpack_msgrcv(struct unpack *u, const uint64_t *a)
{
	uint64_t kludge[2] = {a[4], a[5]};

	if (!(a[0] >> VERSION_SHIFT) && !read_words(u, a[4], kludge, 2))
		return false;
	set_args(u, a[1], kludge[0], a[2], kludge[1]);
	u->args[4] = a[3];
	return true;
}

static bool unpack_ipc(struct unpack *u)
{
	const uint64_t *a = u->e->args;

	switch (a[0] & ((1 << VERSION_SHIFT) - 1)) {
	case SEMOP:
	case SEMTIMEDOP:
		set_args(u, a[1], a[4], a[2], a[5]);
		return true;
	case SEMGET:
	case SHMGET:
		set_args(u, a[1], a[2], a[3], 0);
		return true;
	case SEMCTL:
		unpack_semctl(u, a);
		return true;
	case MSGSND:
		set_args(u, a[1], a[4], a[2], a[3]);
		return true;
	case MSGRCV:
		return unpack_msgrcv(u, a);
	case MSGGET:
		set_args(u, a[1], a[2], 0, 0);
		return true;
	case MSGCTL:
	case SHMCTL:
		set_args(u, a[1], a[2], a[4], 0);
		return true;
	case SHMAT:
		set_args(u, a[1], a[4], a[2], 0);
		u->result_at = (uint32_t)a[3];
		return true;
	case SHMDT:
		set_args(u, a[4], 0, 0, 0);
		return true;
	}
	return false;
}

static bool unpack_call(struct unpack *u, unsigned *key)
{
	*key = 1;
	switch (u->e->nr) {
	case NR_SOCKETCALL:
		*key = (uint32_t)u->e->args[0];
		return unpack_socketcall(u);
	case NR_IPC:
		*key = u->e->args[0] & ((1 << VERSION_SHIFT) - 1);
		return unpack_ipc(u);
	case NR_MMAP:
		return read_words(u, u->e->args[0], u->args, 6);
	case NR_SELECT:
		return read_words(u, u->e->args[0], u->args, 5);
	}
	return false;
}

uint64_t arch_unpack(struct event *e, arch_read *read, const void *ctx)
{
	struct unpack u = {.e = e, .read = read, .ctx = ctx};
	unsigned key;

	if (e->abi != ABI_I386)
		return 0;
	if (e->nr >= ABI_INNER && e->nr < ABI_INNER_END) /* no call of this kernel's */
		e->nr |= 1ULL << 32;
	if (!unpack_call(&u, &key))
		return 0;
	e->nr = (uint64_t)abi_inner_number(ABI_I386, (unsigned)e->nr, key);
	memcpy(e->args, u.args, sizeof(u.args));
	return u.result_at;
}
