/* The custom decoders. Each needs a reason: what it shows cannot be said in the description language. */
#include "decode/custom/custom.h"

const struct custom customs[] = {
	{"ax25", custom_ax25},                 /* letters shifted by one bit, and whether they could be others */
	{"bit_names", custom_bit_names},       /* bits as a list of names */
	{"bpf_instruction", custom_bpf_instruction}, /* a struct in the form of a macro */
	{"clock_time", custom_clock_time},     /* seconds with a calendar date as a remark */
	{"cpuset", custom_cpuset},             /* bits as a list of CPUs */
	{"dated", custom_dated},               /* a struct of seconds and fraction with a calendar date as a remark */
	{"dirents", custom_dirents},           /* entries of varying length, one after the other; without -v only how many */
	{"file_handle", custom_file_handle},   /* its length as asked for and as told, and bytes of that length */
	{"fdset", custom_fdset},               /* bits as a list of descriptors */
	{"futex_wake_op", custom_futex_wake_op}, /* four shifted parts of a number */
	{"hex6", custom_hex6},                 /* hex of at least six digits */
	{"in6_addr", custom_in6_addr},         /* 16 bytes that the library call for text writes */
	{"ioctl_cmd", custom_ioctl_cmd},       /* requests without a name as the macro that makes them */
	{"ioprio", custom_ioprio},             /* the macro that joins class and priority */
	{"kernel_version", custom_kernel_version}, /* a macro of three parts */
	{"mac", custom_mac},                   /* bytes as 00:11:22, or as a UUID */
	{"kvm_io_data", custom_kvm_io_data},   /* bytes at an offset from the start of what a virtual CPU shares */
	{"lsm_ctxs", custom_lsm_ctxs},         /* records of varying length, each with text after its head */
	{"labelled", custom_labelled},         /* array elements named by their index */
	{"pollfds", custom_pollfds},           /* only those array elements that got an event */
	{"port_range", custom_port_range},     /* two ports in one number, as a remark on it */
	{"qcmd", custom_qcmd},                 /* two numbers as the macro that joins them: QCMD(Q_SYNC, USRQUOTA) */
	{"rlimit", custom_rlimit},             /* N*1024, or infinity */
	{"sigset", custom_sigset},             /* bits as a list of signals, complemented when most are set */
	{"string_at", custom_string_at},       /* strings that a struct has at an offset */
	{"sun_path", custom_sun_path},         /* its first byte tells what it is */
	{"syscall_number", custom_syscall_number}, /* names from another ABI's call table */
	{"ticks", custom_ticks},               /* clock_t with seconds as a remark */
	{"wait_status", custom_wait_status},   /* the macros of wait(2) */
};
const size_t ncustoms = sizeof(customs) / sizeof(*customs);
