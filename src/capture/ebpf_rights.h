/*
 * Whether this process may load the eBPF engine's programs into this kernel; and if not, what to do about it, in a sentence.
 */
#ifndef RINGSIDE_CAPTURE_EBPF_RIGHTS_H
#define RINGSIDE_CAPTURE_EBPF_RIGHTS_H

#include <stdbool.h>
#include <stdint.h>

struct bpf_object_open_opts;
struct buf;

/* What it depends on. */
struct ebpf_facts {
	char release[65];        /* as in uname(2) */
	bool btf;                /* the kernel describes its types, and we can read them: /sys/kernel/btf/vmlinux */
	bool confidential;       /* kernel_lockdown(7): programs may not read the kernel's memory */
	uint64_t capabilities;   /* effective ones */
	uint64_t bounding;       /* those that could be had: capabilities(7) */
	bool file_capable;       /* our file has been given some */
	bool user_namespace;     /* in which capabilities are none to the kernel */
	bool seccomp;            /* a filter looks at our calls */
	int bpf_err;             /* of an attempt to make a map: 0 or -errno */
	char missing[512];       /* what the programs need and this kernel does not have, by comma; not looked for without the right to */
	char program[256];       /* our file */
};

/* Whether we are in a user namespace that is not the first. Ids and capabilities are others to the kernel. */
bool ebpf_in_user_namespace(void);
/* Whether we have a capability now: CAP_*. */
bool ebpf_may(int capability);
void ebpf_facts_gather(struct ebpf_facts *f);
/* 0; or -errno, and the sentence in *why, without its end. */
int ebpf_facts_judge(const struct ebpf_facts *f, struct buf *why);

/* Both, for this process. Without the engine in this build, too. */
int ebpf_permitted(struct buf *why);

#ifdef HAVE_BPF
struct types_file;

/*
 * How objects are to be opened. libbpf looks among modules for a type that the kernel itself does not have, as older ones do not have all of ours; to list them
 * takes CAP_SYS_ADMIN, and without that the load would fail. Told where to look, it does not.
 */
void ebpf_open_opts(struct bpf_object_open_opts *o, const struct types_file *types); /* NULL: what is opened has no programs */
/* The heap that it takes to open and load one, and in two threads two. */
enum { EBPF_LOAD_BYTES = 8 << 20 };
/* libbpf's messages are kept for ebpf_explain(), and not shown. To be called before it is used. */
void ebpf_listen(void);
/* A diag_error() with the sentence that belongs to a failed load or attach of programs, or what comes with it. `err` is -errno. */
void ebpf_explain(int err);
#endif

#endif
