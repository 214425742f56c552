/*
 * The HTTP side of `ringside view`: a page and its data, for one user of this machine. It listens on the loopback address; every address has a random
 * token in front, without which, or under a name that is not this host's, nothing is answered (another site's page could otherwise have the browser
 * ask, by DNS rebinding or not). Answers allow nothing but the page's own script and requests to here.
 */
#ifndef RINGSIDE_CMD_VIEW_SERVE_H
#define RINGSIDE_CMD_VIEW_SERVE_H

#include <stdint.h>

#include "base/buf.h"

struct serve;

struct serve_answer {
	unsigned status;      /* of HTTP */
	const char *type;     /* Content-Type */
	struct buf body;      /* freed after it was sent */
};

struct serve_opts {
	uint16_t port;        /* 0: any that is free */
	const char *policy;   /* Content-Security-Policy of all answers */
	/*
	 * Answers GET of `name`, what stands behind the token ("" for the page). get() looks up an argument behind ?, NULL: absent. In the server's thread,
	 * one at a time.
	 */
	void (*answer)(void *ctx, const char *name, const char *(*get)(void *request, const char *key), void *request, struct serve_answer *out);
	void *ctx;
};

/* 0, or -errno after a diag_error(). *url stays valid until serve_stop(). */
int serve_start(const struct serve_opts *opts, struct serve **out, const char **url);
void serve_stop(struct serve *s); /* NULL: nothing */

#endif
