/* What `ringside help` explains beside commands. */
#ifndef RINGSIDE_CMD_TOPICS_H
#define RINGSIDE_CMD_TOPICS_H

#include <stdio.h>

struct topic {
	const char *name;
	const char *summary;
	void (*help)(FILE *to);
};

extern const struct topic topics[]; /* a row without name ends it */

const struct topic *topic_named(const char *name); /* or NULL */

#endif
