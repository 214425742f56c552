/* The eBPF engine's source: see ebpf.h. */
#include "capture/ebpf.h"

#include <errno.h>
#include <stddef.h>

#include "base/diag.h"

#ifdef HAVE_BPF

#include <string.h>

#include <bpf/libbpf.h>

#include "capture/bpf/target_config.h" /* for the skeleton */
#include "trace.skel.h"

const char *ebpf_lacks(void)
{
	return NULL;
}

int ebpf_source_open(const struct ebpf_opts *opts, struct source **out)
{
	struct trace_bpf *programs = trace_bpf__open_and_load();

	(void)opts;
	(void)out;
	int err = programs ? trace_bpf__attach(programs) : -errno;
	trace_bpf__destroy(programs);
	if (err)
		diag_error("--engine=ebpf: the kernel does not take the programs: %s", strerror(-err));
	else
		diag_error("--engine=ebpf: the programs work, but nothing is made of them yet");
	return err ? err : -ENOSYS;
}

#else

const char *ebpf_lacks(void)
{
	return BPF_LACKS;
}

int ebpf_source_open(const struct ebpf_opts *opts, struct source **out)
{
	(void)opts;
	(void)out;
	diag_error("--engine=ebpf is not in this build: %s was missing when it was made", BPF_LACKS);
	return -ENOSYS;
}

#endif
