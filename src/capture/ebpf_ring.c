/*
 * Reading the ring in place: see ebpf_priv.h, and bpf/record.h for its layout. It is ours and not the kernel's (BPF_MAP_TYPE_RINGBUF), where each
 * record costs two calls of helpers and a lock.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "capture/ebpf_priv.h"

/* The less often each side looks at the other's position, the less their CPUs fight for it. */
enum { RELEASES = 64 };

uint32_t ring_chunks(uint64_t bytes)
{
	return bytes > RING_CHUNK ? (uint32_t)(bytes / RING_CHUNK) : 1;
}

int ring_open(struct ring *r, int fd, uint64_t bytes, uint64_t secret, struct ring_state *state)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), mapped = ((size_t)ring_chunks(bytes) * RING_STRIDE + page - 1) & ~(page - 1);
	void *data = mmap(NULL, mapped, PROT_READ, MAP_SHARED, fd, 0);

	if (data == MAP_FAILED)
		return -errno;
	*r = (struct ring){
		.consumer = (uint64_t *)&state->consumer, .now_ns = (uint64_t *)&state->now_ns, .producer = (uint64_t *)&state->producer,
		.data = data, .mapped = mapped, .size = bytes, .secret = secret,
	};
	return 0;
}

void ring_close(struct ring *r)
{
	if (r->data)
		munmap((void *)r->data, r->mapped);
	*r = (struct ring){0};
}

const struct record *ring_next(struct ring *r, uint32_t *bytes)
{
	const uint8_t *at = r->data + r->at / RING_CHUNK % ring_chunks(r->size) * RING_STRIDE + r->at % RING_CHUNK;
	uint64_t head = __atomic_load_n((const uint64_t *)at, __ATOMIC_ACQUIRE), none = ring_head(r->secret, r->at, 0);

	/* Of all that may be there only its own head differs from that in the length alone. */
	r->idle = head - none < sizeof(struct record) || head - none >= RING_RECORD_MAX;
	if (r->idle)
		return NULL;
	*bytes = (uint32_t)(head - none);
	r->at += (*bytes + sizeof(head) + 7) & ~7u;
	return (const struct record *)(at + sizeof(head));
}

void ring_release(struct ring *r)
{
	if (r->at == r->released || (r->at - r->released < r->size / RELEASES && !r->idle))
		return;
	r->released = r->at;
	__atomic_store_n(r->consumer, r->at, __ATOMIC_RELEASE);
}

#endif
