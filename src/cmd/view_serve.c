/* See view_serve.h. */
#include "cmd/view_serve.h"

#include <errno.h>

#include "base/diag.h"

#ifdef HAVE_MICROHTTPD
#include <arpa/inet.h>
#include <dlfcn.h>
#include <microhttpd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { TOKEN_BYTES = 16, CONNECTIONS = 32 };

/* The library is loaded when it is needed: with the ten that it needs, it takes a third of the time in which Ringside begins. */
#define MHD_LIBRARY "libmicrohttpd.so.12"
#define MHD_FUNCTIONS(X) \
	X(create_response_from_buffer) X(add_response_header) X(queue_response) X(destroy_response) X(lookup_connection_value) X(start_daemon) X(get_daemon_info) \
	X(stop_daemon)
#define MHD_MEMBER(name) __typeof__(&MHD_##name) name;
#define MHD_SYMBOL(name) {"MHD_" #name, (void **)&mhd.name},

static struct {
	MHD_FUNCTIONS(MHD_MEMBER)
} mhd;

static const struct {
	const char *name;
	void **to;
} symbols[] = {MHD_FUNCTIONS(MHD_SYMBOL)};

struct serve {
	struct serve_opts opts;
	struct MHD_Daemon *daemon;
	char token[2 * TOKEN_BYTES + 1];
	char hosts[2][32]; /* what the Host header may say */
	char url[96];
};

static const struct {
	const char *name, *value;
} headers[] = {
	{"Cache-Control", "no-store"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Referrer-Policy", "no-referrer"},
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
};

static enum MHD_Result send_answer(const struct serve *s, struct MHD_Connection *c, struct serve_answer *a)
{
	struct MHD_Response *r = mhd.create_response_from_buffer(a->body.len, a->body.data, MHD_RESPMEM_MUST_COPY);

	buf_done(&a->body);
	if (!r)
		return MHD_NO;
	mhd.add_response_header(r, "Content-Type", a->type);
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		mhd.add_response_header(r, headers[i].name, headers[i].value);
	mhd.add_response_header(r, "Content-Security-Policy", s->opts.policy);
	if (a->status == MHD_HTTP_METHOD_NOT_ALLOWED)
		mhd.add_response_header(r, "Allow", "GET");
	enum MHD_Result result = mhd.queue_response(c, a->status, r);
	mhd.destroy_response(r);
	return result;
}

static enum MHD_Result refuse(const struct serve *s, struct MHD_Connection *c, unsigned status, const char *why)
{
	struct serve_answer a = {.status = status, .type = "text/plain; charset=utf-8"};

	buf_printf(&a.body, "%s\n", why);
	return send_answer(s, c, &a);
}

static bool host_is_ours(const struct serve *s, struct MHD_Connection *c)
{
	const char *host = mhd.lookup_connection_value(c, MHD_HEADER_KIND, "Host");

	for (size_t i = 0; host && i < sizeof(s->hosts) / sizeof(s->hosts[0]); i++)
		if (strcmp(host, s->hosts[i]) == 0)
			return true;
	return false;
}

/* What is behind "/TOKEN/"; NULL when it is not there. How long that takes does not tell how much of it was right. */
static const char *behind_token(const struct serve *s, const char *path)
{
	size_t len = strlen(s->token);
	unsigned char differs = 0;

	if (path[0] != '/' || strlen(path) < len + 2 || path[len + 1] != '/')
		return NULL;
	for (size_t i = 0; i < len; i++)
		differs |= (unsigned char)(path[i + 1] ^ s->token[i]);
	return differs ? NULL : path + len + 2;
}

static const char *get(void *request, const char *key)
{
	return mhd.lookup_connection_value(request, MHD_GET_ARGUMENT_KIND, key);
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *c, const char *path, const char *method, const char *version, const char *upload,
                              size_t *upload_len, void **seen)
{
	struct serve *s = cls;
	struct serve_answer a = {.status = MHD_HTTP_NOT_FOUND, .type = "text/plain; charset=utf-8"};

	(void)version;
	(void)upload;
	if (!*seen) { /* the headers are here; the answer may be given from the next time on */
		*seen = s;
		return MHD_YES;
	}
	*upload_len = 0;
	if (!host_is_ours(s, c))
		return refuse(s, c, MHD_HTTP_FORBIDDEN, "This is ringside view; it answers under the address that it printed, and no other name.");
	const char *name = behind_token(s, path);
	if (!name)
		return refuse(s, c, MHD_HTTP_FORBIDDEN, "This is ringside view; the address that it printed has a token, and that is missing or wrong.");
	if (strcmp(method, "GET") != 0)
		return refuse(s, c, MHD_HTTP_METHOD_NOT_ALLOWED, "Only GET is answered.");
	s->opts.answer(s->opts.ctx, name, get, c, &a);
	if (a.status == MHD_HTTP_NOT_FOUND && !a.body.len)
		return refuse(s, c, a.status, "There is nothing of that name.");
	return send_answer(s, c, &a);
}

static int load_library(void)
{
	void *library = dlopen(MHD_LIBRARY, RTLD_NOW);

	for (size_t i = 0; library && i < sizeof(symbols) / sizeof(symbols[0]); i++) {
		*symbols[i].to = dlsym(library, symbols[i].name);
		if (!*symbols[i].to)
			library = NULL;
	}
	if (library)
		return 0;
	diag_error("cannot serve pages: %s; 'ringside report' makes a page of one file", dlerror());
	return -ENOENT;
}

static int make_token(struct serve *s)
{
	uint8_t bytes[TOKEN_BYTES];

	if (getrandom(bytes, sizeof(bytes), 0) != sizeof(bytes))
		return errno ? -errno : -EIO;
	for (size_t i = 0; i < sizeof(bytes); i++)
		snprintf(s->token + 2 * i, 3, "%02x", bytes[i]);
	return 0;
}

static int listen_on(struct serve *s)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(s->opts.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};

	errno = 0;
	s->daemon = mhd.start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, s->opts.port, NULL, NULL, handle, s, MHD_OPTION_SOCK_ADDR, &at,
	                             MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS, MHD_OPTION_END);
	if (s->daemon)
		return 0;
	int err = errno ? -errno : -EIO;
	diag_error("cannot listen on 127.0.0.1 port %u: %s", s->opts.port, strerror(-err));
	return err;
}

int serve_start(const struct serve_opts *opts, struct serve **out, const char **url)
{
	int err = load_library();
	if (err)
		return err;
	struct serve *s = calloc(1, sizeof(*s));
	err = s ? make_token(s) : -ENOMEM;

	if (err) {
		diag_error("cannot make a token: %s", strerror(-err));
		free(s);
		return err;
	}
	s->opts = *opts;
	err = listen_on(s);
	if (err) {
		free(s);
		return err;
	}
	unsigned port = mhd.get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
	snprintf(s->hosts[0], sizeof(s->hosts[0]), "127.0.0.1:%u", port);
	snprintf(s->hosts[1], sizeof(s->hosts[1]), "localhost:%u", port);
	snprintf(s->url, sizeof(s->url), "http://%s/%s/", s->hosts[0], s->token);
	*out = s;
	*url = s->url;
	return 0;
}

void serve_stop(struct serve *s)
{
	if (!s)
		return;
	mhd.stop_daemon(s->daemon);
	free(s);
}
#else
int serve_start(const struct serve_opts *opts, struct serve **out, const char **url)
{
	(void)opts;
	(void)out;
	(void)url;
	diag_error("this build cannot serve pages: libmicrohttpd was missing when it was made; 'ringside report' makes a page of one file");
	return -ENOTSUP;
}

void serve_stop(struct serve *s)
{
	(void)s;
}
#endif
