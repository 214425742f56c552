/*
 * `ringside view`: the page of `ringside report` for tapes that are too large for one file, served to a browser on this machine. The main thread reads
 * the tape from end to end: once at the start, and again for each filter that the page asks for. Meanwhile the server's thread answers: with what was
 * added up, and with chunks of the tape, rows and text, as somebody looks closer.
 */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/page.h"
#include "cmd/page_facts.h"
#include "cmd/part.h"
#include "cmd/trace_opts.h"
#include "cmd/view_data.h"
#include "cmd/view_serve.h"
#include "sink/page.h"
#include "sink/page_pack.h"
#include "tape/tape.h"

enum { OPT_PORT = OPT_OTHERS, OPT_VIEW_OPEN, OPT_VIEW_TITLE, STATUS_CANNOT = 1, PROGRESS_NS = 200000000, FORSAKEN_NS = 700000000 /* without being asked for: nobody waits for it */ };

static const char group[] = "The page";

static const struct option_row rows[] = {
	{OPT_PORT, 0, "port", ARG_NEEDED, "PORT", group, "Listen on this port of 127.0.0.1 (default: any that is free)"},
	{OPT_VIEW_OPEN, 0, "open", ARG_NONE, NULL, group, "Open it in a browser (xdg-open)"},
	{OPT_VIEW_TITLE, 0, "title", ARG_NEEDED, "TEXT", group, "What the page is called (default: the command line)"},
};

/* What is looked for: an expression or words; both NULL: everything. */
struct wanted {
	char *where, *words;
};

struct view {
	struct trace_opts o;
	struct view_data data;
	int64_t port;
	bool open;
	const char *title;
	struct serve *serve;
	struct buf page, policy;

	/* Between the two threads. */
	pthread_mutex_t lock;
	sem_t work;             /* something is wanted, or it is time to stop */
	bool ready;             /* the first pass is over */
	int failed;             /* ... and this is how: -errno */
	struct wanted wanted, made; /* the filter asked for last, and that of `filtered` */
	uint64_t asked_ns;      /* when somebody asked for `wanted` the last time; CLOCK_MONOTONIC */
	int filter_failed;      /* how the pass for `made` ended */
	struct buf head, whole, filtered; /* answers */
};

static struct view view = {.lock = PTHREAD_MUTEX_INITIALIZER};
static volatile sig_atomic_t stopped_by;

static int apply(void *ctx, const struct option_use *use)
{
	struct view *v = ctx;

	if (use->row->id == OPT_PORT && str_number(use->arg, 1, 65535, &v->port))
		return usage_error("invalid port: '%s'", use->arg);
	if (use->row->id == OPT_VIEW_TITLE)
		v->title = use->arg;
	v->open |= use->row->id == OPT_VIEW_OPEN;
	return 0;
}

/* Filters */

static bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_wanted(const struct wanted *w, const char *where, const char *words)
{
	return same_text(w->where, where) && same_text(w->words, words);
}

static void wanted_set(struct wanted *w, const char *where, const char *words)
{
	free(w->where);
	free(w->words);
	w->where = where ? strdup(where) : NULL;
	w->words = words ? strdup(words) : NULL;
	if ((where && !w->where) || (words && !w->words))
		abort();
}

/* Answers */

static void answer_text(struct serve_answer *a, const struct buf *body)
{
	buf_put(&a->body, body->data, body->len);
	a->status = 200;
}

static void answer_progress(struct view *v, struct serve_answer *a)
{
	double all = v->data.events ? (double)v->data.events : 1, done = (double)atomic_load(&v->data.done);

	buf_printf(&a->body, "{\"progress\":%.4f,\"events\":%llu}", done < all ? done / all : 1, (unsigned long long)v->data.events);
	a->status = 202;
}

static void answer_failure(struct serve_answer *a, const char *what)
{
	buf_printf(&a->body, "{\"error\":\"%s\"}", what);
	a->status = 500;
}

/* A new wish has its turn when the one before was met, or is forsaken: two pages that search at once would have each other's passes end for ever. */
static void want(struct view *v, const char *where, const char *words)
{
	bool waited_for = (v->wanted.where || v->wanted.words) && !same_wanted(&v->made, v->wanted.where, v->wanted.words);

	if (!same_wanted(&v->wanted, where, words)) {
		if (waited_for && clock_ns() - v->asked_ns < FORSAKEN_NS)
			return;
		wanted_set(&v->wanted, where, words);
		atomic_store(&v->data.cancel, true);
		atomic_store(&v->data.done, 0);
		sem_post(&v->work);
	}
	v->asked_ns = clock_ns();
}

/* The overview of what is asked for, or how far it is; the lock is held. */
static void answer_overview(struct view *v, const char *where, const char *words, struct serve_answer *a)
{
	if (!where && !words) {
		answer_text(a, &v->whole);
		return;
	}
	if (same_wanted(&v->made, where, words)) {
		if (v->filter_failed)
			answer_failure(a, "the tape could not be searched for that; the terminal in which ringside view runs says why");
		else
			answer_text(a, &v->filtered);
		return;
	}
	want(v, where, words);
	answer_progress(v, a);
}

/* A part of the tape was put into the answer, or not. */
static void settle_part(struct serve_answer *a, int err)
{
	a->status = 200;
	if (!err)
		return;
	a->body.len = 0;
	a->status = 404;
	if (err != -ERANGE)
		answer_failure(a, "that part of the tape cannot be read");
}

/* Chunks are the server thread's own, once the first pass has made their list. */
static void answer_chunk(struct view *v, const char *(*get)(void *request, const char *key), void *request, struct serve_answer *a)
{
	const char *number = get(request, "n");
	int64_t n;

	if (number && !str_number(number, 0, INT64_MAX, &n))
		settle_part(a, view_put_chunk(&v->data, (size_t)n, get(request, "where"), get(request, "words"), &a->body));
}

static void answer_lines(struct view *v, const char *number, struct serve_answer *a)
{
	int64_t n;

	a->type = "text/plain; charset=utf-8";
	if (number && !str_number(number, 0, INT64_MAX / PAGE_BLOCK, &n))
		settle_part(a, view_put_text(&v->data, (uint64_t)n, &a->body));
}

static void answer_when_ready(struct view *v, const char *name, const char *(*get)(void *request, const char *key), void *request, struct serve_answer *a)
{
	if (strcmp(name, "head") == 0)
		answer_text(a, &v->head);
	else
		answer_overview(v, get(request, "where"), get(request, "words"), a);
}

static void answer(void *ctx, const char *name, const char *(*get)(void *request, const char *key), void *request, struct serve_answer *a)
{
	struct view *v = ctx;

	pthread_mutex_lock(&v->lock);
	bool ready = v->ready;
	a->type = "application/json";
	if (!*name) {
		a->type = "text/html; charset=utf-8";
		answer_text(a, &v->page);
	} else if (strcmp(name, "head") == 0 || strcmp(name, "overview") == 0) {
		if (v->failed)
			answer_failure(a, "the tape could not be read; the terminal in which ringside view runs says why");
		else if (ready)
			answer_when_ready(v, name, get, request, a);
		else
			answer_progress(v, a);
	}
	pthread_mutex_unlock(&v->lock);
	if (ready && strcmp(name, "chunk") == 0)
		answer_chunk(v, get, request, a);
	else if (ready && strcmp(name, "text") == 0)
		answer_lines(v, get(request, "block"), a);
}

/* The page: the template, that knows from a mark where its data is. What it may do is what the report may, and ask here. */

static void make_policy(struct view *v, const char *html)
{
	static const char start[] = "http-equiv=\"Content-Security-Policy\" content=\"";
	const char *at = strstr(html, start), *end = at ? strchr(at + strlen(start), '"') : NULL;

	if (end)
		buf_put(&v->policy, at + strlen(start), (size_t)(end - at) - strlen(start));
	buf_puts(&v->policy, "; connect-src 'self'");
}

static void make_page(struct view *v)
{
	static const char marker[] = "<!--DATA-->", nothing[] = "default-src 'none'";
	const char *html = page_html(), *policy = strstr(html, nothing), *data = strstr(html, marker);

	make_policy(v, html);
	if (!policy || !data || policy > data) {
		buf_puts(&v->page, html);
		return;
	}
	policy += strlen(nothing);
	buf_put(&v->page, html, (size_t)(policy - html));
	buf_puts(&v->page, "; connect-src 'self'");
	buf_put(&v->page, policy, (size_t)(data - policy));
	buf_puts(&v->page, "<script type=\"application/json\" id=\"served\">{}</script>\n");
	buf_puts(&v->page, data + strlen(marker));
}

/* The main thread */

static void take_signal(int signo)
{
	stopped_by = signo;
	atomic_store(&view.data.cancel, true);
	sem_post(&view.work);
}

static void take_signals(void)
{
	static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
	struct sigaction action = {.sa_handler = take_signal};

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], &action, NULL);
	action.sa_handler = SIG_IGN;
	sigaction(SIGPIPE, &action, NULL);
}

static void make_head(struct view *v)
{
	const struct tape_meta *meta = tape_meta(v->data.tape);
	struct buf b = {0};

	buf_putc(&b, '{');
	buf_put(&b, v->data.head.data, v->data.head.len);
	page_put_origin(meta, NULL, v->title, &b);
	page_put_stacks(meta->stacks, v->o.symbols, &b);
	page_put_registers(&b);
	page_put_costs(&b);
	buf_putc(&b, '}');
	v->head = b;
}

static void *tell_progress(void *ctx)
{
	struct view *v = ctx;
	const struct timespec nap = {.tv_nsec = PROGRESS_NS};
	bool told = false;

	for (;;) {
		nanosleep(&nap, NULL);
		pthread_mutex_lock(&v->lock);
		bool over = v->ready || v->failed;
		pthread_mutex_unlock(&v->lock);
		if (over)
			break;
		double all = v->data.events ? (double)v->data.events : 1;
		fprintf(stderr, "\rreading the tape: %.0f %%\033[K", 100 * (double)atomic_load(&v->data.done) / all);
		told = true;
	}
	if (told)
		fputs("\r\033[K", stderr);
	return NULL;
}

/* The first pass. 0 or -errno. */
static int read_whole(struct view *v)
{
	pthread_t teller;
	bool tells = isatty(STDERR_FILENO) && pthread_create(&teller, NULL, tell_progress, v) == 0;
	int err = view_pass(&v->data, NULL, NULL, &v->whole);

	if (!err)
		make_head(v);
	pthread_mutex_lock(&v->lock);
	v->failed = err;
	v->ready = !err;
	pthread_mutex_unlock(&v->lock);
	if (tells)
		pthread_join(teller, NULL);
	return err;
}

/* A pass for what the page asks for, unless it is there. */
static void read_filtered(struct view *v)
{
	struct wanted w = {0};
	struct buf out = {0};

	pthread_mutex_lock(&v->lock);
	if (!same_wanted(&v->made, v->wanted.where, v->wanted.words))
		wanted_set(&w, v->wanted.where, v->wanted.words);
	atomic_store(&v->data.cancel, false);
	if (stopped_by) /* asked after, so that a signal in between is not forgotten */
		atomic_store(&v->data.cancel, true);
	pthread_mutex_unlock(&v->lock);
	int err = w.where || w.words ? view_pass(&v->data, w.where, w.words, &out) : -ECANCELED;
	pthread_mutex_lock(&v->lock);
	if (err != -ECANCELED) {
		wanted_set(&v->made, w.where, w.words);
		buf_done(&v->filtered);
		v->filtered = out;
		out = (struct buf){0};
		v->filter_failed = err;
	}
	pthread_mutex_unlock(&v->lock);
	buf_done(&out);
	wanted_set(&w, NULL, NULL);
}

static int serve_until_stopped(struct view *v)
{
	struct serve_opts opts = {.port = (uint16_t)v->port, .policy = buf_cstr(&v->policy), .answer = answer, .ctx = v};
	const char *url;
	int err = serve_start(&opts, &v->serve, &url);

	if (err)
		return err;
	printf("%s\n", url);
	fflush(stdout);
	diag_note("serving %s; Ctrl-C ends it", v->data.path);
	if (v->open)
		page_show(url);
	err = read_whole(v);
	while (!err && !stopped_by) {
		if (sem_wait(&v->work) == 0)
			read_filtered(v);
	}
	serve_stop(v->serve);
	return err == -ECANCELED ? 0 : err;
}

static int settle(struct view *v)
{
	const struct trace_opts *o = &v->o;
	struct callset all;

	callset_all(&all);
	if (!page_html())
		return usage_error("this build has no page: node and npm were missing when it was made, or could not fetch what web/package-lock.json names");
	if (!page_pack_supported())
		return usage_error("this build has no page: zlib was missing");
	if (!o->argv)
		return usage_error("must have TAPE");
	if (o->argv[1])
		return usage_error("one tape at a time: '%s'", o->argv[1]);
	if (o->summary_only || o->summary || o->separate || o->json || o->output)
		return usage_error("-c, -C, -ff, -o and --json are for trace and replay");
	if (o->wheres.len || o->paths.len || o->status_filtered || o->trace_fds_set || memcmp(o->trace.bits, all.bits, sizeof(all.bits)) != 0)
		return usage_error("view shows all of a tape; say what you look for in the page, in its field Show, or see 'ringside report', which filters");
	if (!part_is_tape(o->argv[0]))
		return usage_error("cannot view '%s': %s", o->argv[0], access(o->argv[0], R_OK) ? strerror(errno) : "it is no tape");
	return 0;
}

static int run(struct view *v)
{
	int err = settle(v);

	if (err)
		return err;
	if (!v->o.fd_kinds)
		v->o.fd_kinds = FD_ALL;
	err = view_open(&v->data, v->o.argv[0], &v->o);
	if (err)
		return err;
	if (tape_meta(v->data.tape)->stacks)
		trace_stack_symbols(&v->o);
	make_page(v);
	sem_init(&v->work, 0, 0);
	take_signals();
	err = serve_until_stopped(v);
	view_close(&v->data);
	buf_done(&v->page);
	buf_done(&v->policy);
	buf_done(&v->head);
	buf_done(&v->whole);
	buf_done(&v->filtered);
	wanted_set(&v->wanted, NULL, NULL);
	wanted_set(&v->made, NULL, NULL);
	return err;
}

static const bool from_file = true;
static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply, .from_file = &from_file};

int cmd_view(int argc, char **argv)
{
	struct option_table mine = options;
	struct view *v = &view;

	mine.ctx = v;
	part_behind(argc, argv, true);
	int err = trace_opts_parse(&v->o, &mine, argc, argv);
	if (!err && v->o.verdict == VERDICT_HELP)
		cmd_view_help(stdout);
	else if (!err && v->o.verdict == VERDICT_VERSION)
		return cmd_version(1, argv);
	else if (!err)
		err = run(v);
	trace_opts_done(&v->o);
	return err ? STATUS_CANNOT : 0;
}

void cmd_view_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside view [OPTIONS] TAPE\n"
		"\n"
		"Serves the page of 'ringside report' to a browser on this machine, for tapes that are too large for one file: tens of millions\n"
		"of calls. Prints its address, which only this user should know: what it has behind the host's name is a key. What one looks\n"
		"at closer is read from the tape then. Ctrl-C ends it. Options that say how arguments look apply.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
