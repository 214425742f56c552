/*
 * The programs of the eBPF engine: a call's entry and exit.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#include "capture/bpf/kernel.h"
#include "capture/bpf/record.h"
#include "capture/bpf/target.h"

char LICENSE[] SEC("license") = "GPL"; /* helpers that read memory ask for it */

SEC("tp_btf/sys_enter")
int BPF_PROG(on_enter, struct pt_regs *regs, long id)
{
	struct mark *m = target_of(bpf_get_current_task_btf());

	if (m)
		m->seq++;
	return 0;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(on_exit, struct pt_regs *regs, long ret)
{
	struct mark *m = target_of(bpf_get_current_task_btf());

	if (m)
		m->seq++;
	return 0;
}
