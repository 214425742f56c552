/*
 * The floor of every tracer that hooks calls in the kernel: two programs that do nothing; and of one that times them, which has to read the clock twice, and
 * to keep what it read with the task.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

const volatile int timing;

struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, __u64);
} times SEC(".maps");

static __always_inline __u64 *time_of(__u64 flags)
{
	return bpf_task_storage_get(&times, bpf_get_current_task_btf(), 0, flags);
}

SEC("tp_btf/sys_enter")
int on_enter(void *ctx)
{
	__u64 *t = timing ? time_of(BPF_LOCAL_STORAGE_GET_F_CREATE) : 0;

	if (t)
		*t = bpf_ktime_get_ns();
	return 0;
}

SEC("tp_btf/sys_exit")
int on_exit(void *ctx)
{
	__u64 *t = timing ? time_of(0) : 0;

	if (t)
		*t = bpf_ktime_get_ns() - *t;
	return 0;
}
