/* The custom decoders' declarations; what each shows stands in its file. */
#ifndef RINGSIDE_DECODE_CUSTOM_CUSTOM_H
#define RINGSIDE_DECODE_CUSTOM_CUSTOM_H

#include "decode/walk_in.h"

custom_fn custom_clock_time;
custom_fn custom_fdset;
custom_fn custom_sigset;
custom_fn custom_wait_status;

#endif
