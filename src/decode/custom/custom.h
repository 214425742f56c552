/* The custom decoders' declarations; what each shows stands in its file. */
#ifndef RINGSIDE_DECODE_CUSTOM_CUSTOM_H
#define RINGSIDE_DECODE_CUSTOM_CUSTOM_H

#include "decode/walk_in.h"

custom_fn custom_ax25;
custom_fn custom_bpf_instruction;
custom_fn custom_bit_names;
custom_fn custom_clock_time;
custom_fn custom_cpuset;
custom_fn custom_dated;
custom_fn custom_dirents;
custom_fn custom_fdset;
custom_fn custom_file_handle;
custom_fn custom_futex_wake_op;
custom_fn custom_hex6;
custom_fn custom_ioctl_cmd;
custom_fn custom_kvm_io_data;
custom_fn custom_ioprio;
custom_fn custom_labelled;
custom_fn custom_pollfds;
custom_fn custom_port_range;
custom_fn custom_rlimit;
custom_fn custom_in6_addr;
custom_fn custom_lsm_ctxs;
custom_fn custom_kernel_version;
custom_fn custom_mac;
custom_fn custom_qcmd;
custom_fn custom_sigset;
custom_fn custom_string_at;
custom_fn custom_syscall_number;
custom_fn custom_ticks;
custom_fn custom_sun_path;
custom_fn custom_wait_status;

/* The local date of so many seconds since 1970 as a remark, with a fraction of 6 or 9 digits; nothing for 0 or an impossible fraction. */
void custom_date(struct walk *w, int64_t sec, uint64_t fraction, unsigned digits);

#endif
