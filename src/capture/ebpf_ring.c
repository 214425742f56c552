/*
 * Reading the BPF ring buffer in place: see ebpf_priv.h. Its layout: kernel Documentation/bpf/ringbuf.rst and kernel/bpf/ringbuf.c: a page with the
 * consumer's position, one with the producer's, then the data, which is mapped twice. A record has a head of 8 bytes: its length with two flags.
 */
#ifdef HAVE_BPF

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "capture/ebpf_priv.h"

/* The less often each side looks at the other's position, the less their CPUs fight for it. */
enum { RELEASES = 64 };

int ring_open(struct ring *r, int fd, uint64_t bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	void *consumer = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	if (consumer == MAP_FAILED)
		return -errno;
	void *producer = mmap(NULL, page + 2 * bytes, PROT_READ, MAP_SHARED, fd, (off_t)page);
	if (producer == MAP_FAILED) {
		int err = -errno;
		munmap(consumer, page);
		return err;
	}
	*r = (struct ring){.consumer = consumer, .producer = producer, .data = (uint8_t *)producer + page, .size = bytes};
	return 0;
}

void ring_close(struct ring *r)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	if (!r->consumer)
		return;
	munmap(r->consumer, page);
	munmap((void *)r->producer, page + 2 * r->size);
	*r = (struct ring){0};
}

const struct record *ring_next(struct ring *r, uint32_t *bytes)
{
	for (;;) {
		if (r->at >= r->known) {
			r->known = __atomic_load_n(r->producer, __ATOMIC_ACQUIRE);
			if (r->at >= r->known)
				return NULL;
		}
		const uint8_t *head = r->data + (r->at & (r->size - 1));
		uint32_t len = __atomic_load_n((const uint32_t *)head, __ATOMIC_ACQUIRE);
		if (len & BPF_RINGBUF_BUSY_BIT)
			return NULL;
		uint32_t payload = len & ~(uint32_t)(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);
		r->at += (payload + BPF_RINGBUF_HDR_SZ + 7) & ~7u;
		if (len & BPF_RINGBUF_DISCARD_BIT || payload < sizeof(struct record))
			continue;
		*bytes = payload;
		return (const struct record *)(head + BPF_RINGBUF_HDR_SZ);
	}
}

void ring_release(struct ring *r)
{
	if (r->at - r->released < r->size / RELEASES && r->at < r->known)
		return;
	r->released = r->at;
	__atomic_store_n(r->consumer, r->at, __ATOMIC_RELEASE);
}

#endif
