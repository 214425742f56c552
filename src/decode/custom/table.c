/* The custom decoders. Each needs a reason: what it shows cannot be said in the description language. */
#include "decode/custom/custom.h"

const struct custom customs[] = {
	{"clock_time", custom_clock_time},     /* seconds with a calendar date as a remark */
	{"fdset", custom_fdset},               /* bits as a list of descriptors */
	{"sigset", custom_sigset},             /* bits as a list of signals, complemented when most are set */
	{"wait_status", custom_wait_status},   /* the macros of wait(2) */
};
const size_t ncustoms = sizeof(customs) / sizeof(*customs);
