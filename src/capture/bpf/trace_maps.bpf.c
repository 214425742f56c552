/* The maps of the eBPF engine, and no program: see trace_maps.h. */
#include "capture/bpf/trace_maps.h"

char LICENSE[] SEC("license") = "Dual MIT/GPL";
