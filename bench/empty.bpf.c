/* The floor of every tracer that hooks calls in the kernel: two programs that do nothing. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

SEC("raw_tp/sys_enter")
int on_enter(void *ctx)
{
	return 0;
}

SEC("raw_tp/sys_exit")
int on_exit(void *ctx)
{
	return 0;
}
