/* The custom decoders. Each needs a reason: what it shows cannot be said in the description language. */
#include "decode/custom/custom.h"

const struct custom customs[] = {
	{"calendar", custom_calendar},         /* seconds as a date alone */
	{"clock_time", custom_clock_time},     /* seconds with a calendar date as a remark */
	{"cpuset", custom_cpuset},             /* bits as a list of CPUs */
	{"dated", custom_dated},               /* a struct of seconds and fraction with a calendar date as a remark */
	{"dirents", custom_dirents},           /* entries of varying length, one after the other; without -v only how many */
	{"fdset", custom_fdset},               /* bits as a list of descriptors */
	{"hex6", custom_hex6},                 /* hex of at least six digits */
	{"rlimit", custom_rlimit},             /* N*1024, or infinity */
	{"in6_addr", custom_in6_addr},         /* 16 bytes that the library call for text writes */
	{"mac", custom_mac},                   /* bytes as 00:11:22 */
	{"sigset", custom_sigset},             /* bits as a list of signals, complemented when most are set */
	{"syscall_number", custom_syscall_number}, /* names from another ABI's call table */
	{"ticks", custom_ticks},               /* clock_t with seconds as a remark */
	{"sun_path", custom_sun_path},         /* its first byte tells what it is */
	{"utime_spec", custom_utime_spec},     /* a time, or a word in its place */
	{"wait_status", custom_wait_status},   /* the macros of wait(2) */
};
const size_t ncustoms = sizeof(customs) / sizeof(*customs);
