/* Lines of /proc/PID/status: proc_pid_status(5). */
#ifndef RINGSIDE_CAPTURE_STATUS_H
#define RINGSIDE_CAPTURE_STATUS_H

#include <stddef.h>
#include <sys/types.h>

/*
 * What stands behind `key` ("Tgid:", at the start of a line), blanks in front left out, cut to `size` bytes with the NUL. 0; -ESRCH: there is no such task;
 * -ENODATA: there is no such line.
 */
int status_text(pid_t tid, const char *key, char *text, size_t size);

/* The first number there, which is none below 0; or as above. */
long status_number(pid_t tid, const char *key);

#endif
