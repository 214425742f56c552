/* Programs on their way to the kernel: see ebpf_program.h. libbpf has a hook for that, prog_prepare_load_fn. */
#ifdef HAVE_BPF

#include "capture/ebpf_program.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/str.h"
#include "capture/bpf/cast.h"
#include "capture/ebpf_types.h"

#define SECTION_TRACEPOINT "tp_btf/"
#define SECTION_ITERATOR "iter/"
#define CAST "bpf_rdonly_cast"

/* The type that a program at this place has: of a tracepoint's probe, or of the function that stands for an iterator. 0: there is none. */
static uint32_t attach_id(const char *section)
{
	const struct kernel_types *kernel = kernel_types();
	char name[64];

	if (str_starts(section, SECTION_TRACEPOINT))
		return kernel_types_tracepoint_id(kernel, section + strlen(SECTION_TRACEPOINT));
	snprintf(name, sizeof(name), "bpf_iter_%s", section + strlen(SECTION_ITERATOR));
	return kernel_types_function(kernel, name);
}

/* Where the kernel has none, no way leads to such a call. */
static int resolve_casts(struct bpf_program *program)
{
	size_t n = bpf_program__insn_cnt(program);
	uint32_t id = kernel_types_function(kernel_types(), CAST);
	struct bpf_insn *insns = malloc(n * sizeof(*insns));

	if (!insns)
		return -ENOMEM;
	memcpy(insns, bpf_program__insns(program), n * sizeof(*insns));
	for (size_t i = 0; i < n; i++) {
		if (insns[i].code != (BPF_JMP | BPF_CALL) || insns[i].src_reg || insns[i].imm != KERNEL_CAST)
			continue;
		insns[i].src_reg = BPF_PSEUDO_KFUNC_CALL;
		insns[i].imm = (__s32)id;
	}
	int err = bpf_program__set_insns(program, insns, n);
	free(insns);
	return err;
}

/* As long as the program is of another type, libbpf does not think of the kernel's types. */
static int prepare(struct bpf_program *program, struct bpf_prog_load_opts *opts, long attach_type)
{
	opts->expected_attach_type = (enum bpf_attach_type)attach_type;
	opts->attach_btf_id = attach_id(bpf_program__section_name(program));
	if (!opts->attach_btf_id)
		return -ESRCH;
	int err = bpf_program__set_type(program, BPF_PROG_TYPE_TRACING);
	return err ? err : resolve_casts(program);
}

void programs_take(void)
{
	static bool taken;
	const struct {
		const char *section;
		enum bpf_attach_type type;
	} sections[] = {{SECTION_TRACEPOINT, BPF_TRACE_RAW_TP}, {SECTION_ITERATOR, BPF_TRACE_ITER}};

	if (taken || !kernel_types())
		return;
	taken = true;
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		struct libbpf_prog_handler_opts opts;
		char section[16];
		memset(&opts, 0, sizeof(opts)); /* the padding, too */
		opts.sz = sizeof(opts);
		opts.cookie = sections[i].type;
		opts.prog_prepare_load_fn = prepare;
		snprintf(section, sizeof(section), "%.*s+", (int)strlen(sections[i].section) - 1, sections[i].section);
		libbpf_register_prog_handler(section, BPF_PROG_TYPE_RAW_TRACEPOINT, sections[i].type, &opts);
	}
}

bool program_casts(const char *const *names, size_t n, uint32_t *ids)
{
	return kernel_types_function(kernel_types(), CAST) && kernel_types_structs(kernel_types(), names, n, ids);
}

struct bpf_link *program_attach(struct bpf_program *program)
{
	bool iterates = str_starts(bpf_program__section_name(program), SECTION_ITERATOR);

	return iterates ? bpf_program__attach_iter(program, NULL) : bpf_program__attach_trace(program);
}

#endif
