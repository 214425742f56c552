/* Lines of /proc/PID/status: see status.h. */
#include "capture/status.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int status_text(pid_t tid, const char *key, char *text, size_t size)
{
	char path[64], line[512];
	size_t len = strlen(key);
	int err = -ENODATA;

	snprintf(path, sizeof(path), "/proc/%d/status", tid);
	FILE *f = fopen(path, "re");
	if (!f)
		return -ESRCH;
	while (err && fgets(line, sizeof(line), f)) {
		if (strncmp(line, key, len))
			continue;
		const char *value = line + len + strspn(line + len, " \t");
		snprintf(text, size, "%.*s", (int)strcspn(value, "\n"), value);
		err = 0;
	}
	fclose(f);
	return err;
}

long status_number(pid_t tid, const char *key)
{
	char text[64];
	int err = status_text(tid, key, text, sizeof(text));

	return err ? err : strtol(text, NULL, 10);
}
