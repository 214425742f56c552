/*
 * `ringside trace`: events from a source, past the filters, to the sinks, until there are no more or a signal ends it. The traced
 * program's exit status becomes ours.
 */
#include <errno.h>

#include <libgen.h>
#include <net/if.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/ebpf.h"
#include "capture/ebpf_count.h"
#include "capture/fake.h"
#include "capture/source.h"
#include "cmd/cmd.h"
#include "cmd/engine.h"
#include "cmd/run.h"
#include "cmd/trace_opts.h"
#include "event/bounds.h"
#include "task/task.h"

enum { STATUS_CANNOT = 1, SINKS_MAX = 4 };

struct run {
	struct trace_opts o;
	const struct job *job;
	struct ptrace_opts engine;
	struct source *source;
	sigset_t mask;          /* as we came */
	struct tasks tasks;
	struct pathset paths;
	struct output output;
	struct palette palette;
	struct format_opts format;
	const struct event *now; /* the one at hand, with all its notes */
	struct sink *sinks[SINKS_MAX];
	unsigned nsinks;
	unsigned nraw;          /* of which the first get all that was captured */
	VEC(struct blob) blobs; /* of the event at hand, without notes that nobody asked to see */
	uint64_t shown_calls;   /* with --syscall-limit */
	int stopped_by;         /* the signal that ended the trace, or 0 */
};

static const int fatal_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM};

static volatile sig_atomic_t pending_signal;

static void take_signal(int signo)
{
	if (!pending_signal)
		pending_signal = signo;
	output_interrupt();
}

static void dispose(int signo, void (*handler)(int))
{
	/* No SA_RESTART: the wait for events is what a signal is to interrupt. */
	struct sigaction action = {.sa_handler = handler};

	sigaction(signo, &action, NULL);
}

/*
 * From before the program starts until we can take them, signals wait: one that ended us in between would leave the program to itself. The
 * program itself is to have the mask we came with.
 */
static void hold_signals(struct run *r)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(fatal_signals) / sizeof(fatal_signals[0]) && r->o.interruptible != INTERRUPT_ANYWHERE; i++)
		sigaddset(&set, fatal_signals[i]);
	sigprocmask(SIG_BLOCK, &set, &r->mask);
}

/* After the program was started: it inherits what we came with. */
static void take_signals(enum interruptible when)
{
	size_t n = sizeof(fatal_signals) / sizeof(fatal_signals[0]);

	dispose(SIGCHLD, SIG_DFL); /* ignored children would never be reported */
	dispose(SIGTTOU, SIG_IGN);
	dispose(SIGTTIN, SIG_IGN);
	for (size_t i = 0; i < n && when != INTERRUPT_ANYWHERE; i++)
		dispose(fatal_signals[i], when == INTERRUPT_WAITING ? take_signal : SIG_IGN);
	if (when == INTERRUPT_NEVER_TSTP)
		dispose(SIGTSTP, SIG_IGN);
}

/* Filters */

static bool call_wanted(const struct run *r, const struct event *e)
{
	uint64_t nr = arch_number((enum abi)e->abi, e->nr);

	if (!callset_has(&r->o.trace, (enum abi)e->abi, nr))
		return false;
	if (!r->paths.names.len && !r->o.trace_fds_set)
		return true;
	return pathset_match(&r->paths, r->o.text.desc, e) || (r->o.trace_fds_set && fds_match(&r->o.trace_fds, r->o.text.desc, e));
}

static bool status_wanted(const struct run *r, const struct event *e)
{
	static const enum status_bit bits[] = {
		[OUTCOME_OK] = STATUS_SUCCESSFUL,
		[OUTCOME_ERROR] = STATUS_FAILED,
		[OUTCOME_NONE] = STATUS_UNFINISHED,
		[OUTCOME_UNAVAILABLE] = STATUS_UNAVAILABLE,
		[OUTCOME_DETACHED] = STATUS_DETACHED,
	};

	return wordset_has(&r->o.status, bits[e->outcome]);
}

/* What --where says; of several, all of it. */
static enum truth where_wanted(const struct run *r, const struct event *e, const struct task *t)
{
	enum truth all = TRUTH_TRUE;

	for (size_t i = 0; i < r->o.wheres.len && all != TRUTH_FALSE; i++) {
		enum truth one = where_eval(r->o.wheres.at[i], e, t);
		all = one == TRUTH_TRUE ? all : one;
	}
	return all;
}

/* The same, asked early; see struct capture_opts. */
static bool where_excluded(void *ctx, const struct event *e, bool memory)
{
	const struct run *r = ctx;

	for (size_t i = 0; i < r->o.wheres.len; i++) {
		if (where_excludes(r->o.wheres.at[i], e, memory))
			return true;
	}
	return false;
}

static void status_bounds(const struct run *r, struct bounds *out)
{
	struct box *b = &out->box[0];

	bounds_all(out);
	if (!wordset_has(&r->o.status, STATUS_FAILED))
		memset(b->errors, 0, sizeof(b->errors));
	b->errors[0] &= ~1ull;
	b->errors[0] |= wordset_has(&r->o.status, STATUS_SUCCESSFUL);
}

/* The same of ends; see struct capture_opts. */
static void end_bounds(void *ctx, enum abi abi, uint64_t nr, struct bounds *out)
{
	const struct run *r = ctx;
	struct bounds one;

	status_bounds(r, out);
	for (size_t i = 0; i < r->o.wheres.len; i++) {
		where_bounds(r->o.wheres.at[i], abi, nr, &one);
		bounds_and(out, &one);
	}
}

/* Whether filters look at what is known of a call at its end only. */
static bool decided_late(const struct trace_opts *o)
{
	return o->status_filtered || o->needs.late || o->whole_lines || o->format;
}

/*
 * The end of a call whose start was shown is shown; one whose start was not, because its task got the name in it perhaps, can be. Signals and stops are left out when --where says no;
 * that it asks for what only calls have is no reason. The rest is the frame in which these stand.
 */
static bool event_wanted(const struct run *r, const struct event *e, struct task *t)
{
	if (e->kind == EVENT_ENTERED) {
		t->shown = !decided_late(&r->o) && call_wanted(r, e) && where_wanted(r, e, t) == TRUTH_TRUE;
		return t->shown;
	}
	if (e->kind == EVENT_SIGNAL || e->kind == EVENT_STOP)
		return where_wanted(r, e, t) != TRUTH_FALSE;
	if (e->kind != EVENT_CALL)
		return true;
	if (e->announced && t->shown && !decided_late(&r->o))
		return true;
	return call_wanted(r, e) && status_wanted(r, e) && where_wanted(r, e, t) == TRUTH_TRUE;
}

/* The kind of what BLOB_SOCKET says of a descriptor. */
static enum fd_kind fd_kind(const struct blob *more)
{
	static const struct {
		const char *start;
		enum fd_kind kind;
	} starts[] = {{"<", FD_DEV}, {"pid:", FD_PIDFD}, {"{eventfd", FD_EVENTFD}, {"signalfd:", FD_SIGNALFD}};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		size_t n = strlen(starts[i].start);
		if (more->len >= n && memcmp(more->data, starts[i].start, n) == 0)
			return starts[i].kind;
	}
	return FD_SOCKET;
}

/* A device is told as the path of what it is one of, so that comes along. */
static bool fd_shown(const struct trace_opts *o, const struct event *e, const struct blob *link)
{
	if (o->fd_kinds & 1 << FD_PATH)
		return true;
	const struct blob *more = o->fd_kinds & 1 << FD_DEV ? event_note(e, BLOB_SOCKET, (enum phase)link->phase, link->addr) : NULL;
	return more && more->phase == link->phase && fd_kind(more) == FD_DEV;
}

static bool is_shown(const struct trace_opts *o, const struct event *e, const struct blob *b)
{
	switch (b->slot) {
	case BLOB_FD:
		return fd_shown(o, e, b);
	case BLOB_DELETED:
		return o->fd_kinds & 1 << FD_PATH;
	case BLOB_SOCKET:
		return o->fd_kinds >> fd_kind(b) & 1;
	case BLOB_COMM:
		return o->comms;
	case BLOB_PIDNS:
		return o->pidns;
	case BLOB_NAMESPACE:
		return o->namespaces;
	case BLOB_VCPU:
		return o->vcpu != VCPU_NONE;
	default:
		return true;
	}
}

static bool some_fds_only(const struct trace_opts *o)
{
	return o->fd_kinds && o->fd_kinds != 1 << FD_PATH && o->fd_kinds != FD_ALL;
}

/* -P and --where need to know what descriptors stand for, and a tape has it; only -y shows it. */
static void hide_notes(struct run *r, struct event *e)
{
	if (r->o.json && r->o.lines.raw)
		return;
	if (!r->job->all_notes && !r->job->open_sink && !r->o.needs.comm && !some_fds_only(&r->o) &&
	    ((!r->paths.names.len && !r->o.trace_fds_set && !r->o.needs.fds) || r->o.fd_kinds))
		return;
	vec_reserve(&r->blobs, e->nblobs);
	for (unsigned i = 0; i < e->nblobs; i++) {
		struct blob *b = &r->blobs.at[i];
		*b = e->blobs[i];
		if (is_shown(&r->o, e, b))
			continue;
		if (b->slot == BLOB_FD && b->phase == PHASE_EXIT)
			b->len = 0; /* what the number stood for before is not to be seen in its place */
		else
			b->slot = BLOB_HIDDEN;
	}
	e->blobs = r->blobs.at;
}

/* What -e inject says of a call that -e trace and -P let through. */
static bool decide_tampering(void *ctx, const struct event *entry, struct tamper *out)
{
	struct run *r = ctx;

	return call_wanted(r, entry) && injections_decide(&r->o.injections, entry, tasks_find(&r->tasks, entry->tid), out);
}

/* The loop */

/* --syscall-limit: calls that filters leave out don't count. */
static void count_shown(struct run *r)
{
	if (!r->o.syscall_limit || ++r->shown_calls != r->o.syscall_limit)
		return;
	if (r->o.notice.attach)
		diag_note("System call limit has been reached, detaching tracees");
	source_stop(r->source, 0);
}

static int handle(struct run *r, const struct event *e)
{
	struct task *t = tasks_apply(&r->tasks, e);
	struct event whole, shown;
	int err = 0;

	injections_event(&r->o.injections, e);
	if ((r->job->wants && !r->job->wants(r->source, e)) || !event_wanted(r, e, t))
		return 0;
	if (e->announced && t && !t->shown) { /* filters may have kept the start to themselves; LOST is of no task */
		whole = *e;
		whole.announced = false;
		e = &whole;
	}
	r->now = e;
	if (r->nraw < r->nsinks) {
		shown = *e;
		hide_notes(r, &shown);
	}
	for (unsigned i = 0; i < r->nsinks && !err; i++)
		err = sink_event(r->sinks[i], i < r->nraw ? e : &shown, t);
	if (t)
		t->abi_told = t->abi;
	if (e->kind == EVENT_CALL)
		count_shown(r);
	return err;
}

static void flush(struct run *r)
{
	for (unsigned i = 0; i < r->nsinks; i++)
		sink_flush(r->sinks[i]);
}

static void stop_when_told(struct run *r)
{
	if (!pending_signal || r->stopped_by)
		return;
	r->stopped_by = pending_signal;
	source_stop(r->source, r->stopped_by);
}

/* 0 at the end, or -errno. */
static int loop(struct run *r)
{
	const struct event *e;

	for (;;) {
		stop_when_told(r);
		if (r->job->done && r->job->done(r->job->ctx))
			source_stop(r->source, 0);
		int result = source_next(r->source, &e);
		if (result < 0 || result == SOURCE_END)
			return result < 0 ? result : 0;
		if (result == SOURCE_IDLE)
			flush(r);
		else if ((result = handle(r, e)) < 0)
			return result;
	}
}

/* Beginning and end */

static int open_separate(const char *path)
{
	char *copy = strdup(path);
	int err = 0;

	if (!copy)
		abort();
	/* The files come with the tasks; that there can be none is better known before. */
	if (access(dirname(copy), W_OK | X_OK) < 0) {
		err = -errno;
		diag_error("Can't fopen '%s.PID': %s", path, strerror(-err));
	}
	free(copy);
	return err;
}

static int open_output(struct run *r)
{
	const struct trace_opts *o = &r->o;

	if (!o->output && r->job->open_source)
		r->output = (struct output){.fd = STDOUT_FILENO, .by_line = isatty(STDOUT_FILENO)}; /* no program is there that writes to it, too */
	else if (!o->output)
		output_open_stderr(&r->output);
	else if (o->text.separate)
		return open_separate(o->output);
	else if (o->output[0] == '|' || o->output[0] == '!')
		return output_open_command(&r->output, o->output + 1);
	else
		return output_open_file(&r->output, o->output, o->append);
	return 0;
}

static void put_path(void *ctx, struct buf *out)
{
	const struct run *r = ctx;

	path_of(r->o.text.desc, r->now, out);
}

static int open_sinks(struct run *r)
{
	struct trace_opts *o = &r->o;

	o->text.tasks = &r->tasks;
	if (r->job->open_sink) {
		int err = r->job->open_sink(r->job->ctx, r->source, &r->sinks[0]);
		r->nsinks = r->nraw = !err;
		if (err || r->job->only_sink)
			return err;
	}
	struct output *shared = o->text.separate ? NULL : &r->output;

	r->format = (struct format_opts){.format = o->template, .text = &o->text, .path = put_path, .ctx = r};

	if (o->color == COLOR_ALWAYS || (o->color == COLOR_AUTO && shared && shared->fd >= 0 && palette_suits(shared->fd))) {
		palette_init(&r->palette, getenv("STRACE_COLORS"));
		o->text.palette = &r->palette;
		r->output.palette = &r->palette;
	}
	o->notice.in_text = r->job->open_source && !o->output && !o->json;
	o->text.ifname = r->job->open_source ? NULL : if_indextoname;
	o->text.recorded = r->job->open_source;
	r->sinks[r->nsinks++] = notice_new(&o->notice, shared);
	if (o->json)
		r->sinks[r->nsinks++] = jsonl_new(&o->lines, shared);
	else if (o->template)
		r->sinks[r->nsinks++] = format_new(&r->format, shared);
	else if (!o->summary_only)
		r->sinks[r->nsinks++] = text_new(&o->text, shared);
	if (o->summary_only || o->summary)
		r->sinks[r->nsinks++] = summary_new(&o->table, &r->output);
	return 0;
}

static bool wants_every_call(const struct callset *s)
{
	struct callset all;

	callset_all(&all);
	return memcmp(s->bits, all.bits, sizeof(all.bits)) == 0;
}

/* Whether anything that is shown, counted, kept or filtered by has to do with how long calls take. */
static bool needs_durations(const struct run *r)
{
	const struct trace_opts *o = &r->o;

	return r->job->open_sink || r->job->count || o->json || o->template || o->summary || o->summary_only || o->cpu_time || o->wheres.len ||
	       o->text.took >= 0;
}

static bool needs_times(const struct run *r)
{
	const struct text_opts *t = &r->o.text;

	return needs_durations(r) || t->clock != CLOCK_NONE || t->relative >= 0;
}

static struct ptrace_opts engine_opts(struct run *r)
{
	const struct trace_opts *o = &r->o;
	/* -n: signals and ends have the number of the call before them, whether that is shown or not. */
	bool every_number = o->text.nr && !o->json && !o->seccomp;
	bool paths = r->paths.names.len > 0;

	return (struct ptrace_opts){
		.capture = {
			.desc = o->text.desc,
			.string_bytes = o->text.show.max_string + 1,
			.fds = o->fd_kinds || paths || o->trace_fds_set || o->needs.fds || (r->job->open_sink && !r->job->lean),
			.sockets = fd_details(o),
			.whole_read = numset_empty(&o->dump.read) ? NULL : &o->dump.read,
			.whole_write = numset_empty(&o->dump.write) ? NULL : &o->dump.write,
			.comms = o->comms,
			.pidns = o->pidns,
			.namespaces = o->namespaces,
			.vcpus = o->vcpu != VCPU_NONE,
			.own_comm = o->needs.comm || o->comms,
			.cpu_time = o->cpu_time || ((o->summary || o->summary_only) && !o->table.wall),
			.untimed = !needs_durations(r),
			.timeless = !needs_times(r),
			.stacks = o->images ? &o->stacks : NULL,
			.announce = !r->job->lean && (r->job->open_sink || (!o->summary_only && !decided_late(o))),
			.excludes = o->wheres.len ? where_excluded : NULL,
			.bounds = o->wheres.len || o->status_filtered ? end_bounds : NULL,
			.filter_ctx = r,
			.only_fds = o->trace_fds_set && !paths ? &o->trace_fds : NULL,
			.wanted = every_number || wants_every_call(&o->trace) ? NULL : o->trace.bits,
		},
		.argv = o->argv,
		.argv0 = o->argv0,
		.env = o->env.at,
		.nenv = (unsigned)o->env.len,
		.mask = &r->mask,
		.user = o->user_name ? &o->user : NULL,
		.pids = o->pids.at,
		.npids = (unsigned)o->pids.len,
		.follow = o->follow,
		.kill_on_exit = o->kill_on_exit,
		.detach_on_exec = o->detach_on_exec,
		.daemonize = o->daemonize,
		.prefilter = o->seccomp ? PREFILTER_ON : o->syscall_limit ? PREFILTER_OFF : PREFILTER_AUTO,
		.tamperer = {o->injections.rules.len ? decide_tampering : NULL, r},
	};
}

static int open_ebpf(struct run *r)
{
	struct ebpf_opts opts = {.common = r->engine, .targets = targets_opts(&r->o.targets), .ring_bytes = r->o.ring_bytes, .lossless = r->o.lossless,
	                         .degrade = r->o.degrade, .debug = r->o.debug};

	return ebpf_source_open(&opts, &r->source);
}

static int open_count(struct run *r)
{
	struct count_opts opts = {.common = r->engine, .targets = targets_opts(&r->o.targets), .by = *r->job->count};

	return count_source_open(&opts, &r->source);
}

static int open_engine(struct run *r)
{
	enum engine engine;
	int err = engine_choose(&r->o, r->job->count && !r->paths.names.len && !r->o.wheres.len, &engine);

	if (err)
		return err;
	if (r->job->tell_engine)
		engine_tell(engine);
	if (engine == ENGINE_FAKE)
		return fake_source_open(r->o.engine + strlen("fake:"), r->o.text.desc, &r->source);
	engine_drop_root(&r->o, engine, r->job->count);
	r->engine = engine_opts(r);
	return engine == ENGINE_COUNT ? open_count(r) : engine == ENGINE_EBPF ? open_ebpf(r) : ptrace_source_open(&r->engine, &r->source);
}

static int open_source(struct run *r)
{
	int err = r->job->open_source ? r->job->open_source(r->job->ctx, &r->o, &r->source) : open_engine(r);

	if (err)
		return err;
	r->o.text.realtime_offset = r->source->realtime_offset;
	r->o.notice.child = r->source->child;
	return 0;
}

/* As the traced program did, so that we can stand in its place. */
_Noreturn static void die_of(int signo)
{
	struct rlimit none = {0, 0};
	sigset_t set;

	setrlimit(RLIMIT_CORE, &none); /* its core is the interesting one */
	dispose(signo, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, signo);
	raise(signo);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	_exit(128 + signo);
}

static int finish(struct run *r, int err)
{
	bool done = r->source && r->source->child && r->source->child_done;
	int status = done ? r->source->child_status : 0;

	source_close(r->source);
	for (unsigned i = 0; i < r->nsinks; i++)
		sink_end(r->sinks[i]);
	output_close(&r->output);
	tasks_done(&r->tasks);
	pathset_done(&r->paths);
	vec_done(&r->blobs);
	if (!err)
		tips_show(&r->o.tips);
	trace_opts_done(&r->o);
	if (err)
		return STATUS_CANNOT;
	if (r->stopped_by)
		die_of(r->stopped_by);
	if (WIFSIGNALED(status))
		die_of(WTERMSIG(status));
	return WEXITSTATUS(status);
}

static void tell_debug(const struct run *r)
{
	const struct trace_opts *o = &r->o;
	unsigned wanted = 0, all = 0;

	for (uint64_t nr = 0; nr < CALLSET_WORDS * 64; nr++) {
		const struct call *c = desc_call(o->text.desc, (enum abi)abi_native(), nr);
		all += c != NULL;
		wanted += c && callset_has(&o->trace, (enum abi)abi_native(), nr);
	}
	diag_note("engine %s; %u of %u calls; strings up to %u bytes; program %d", o->engine ? o->engine : "auto", wanted, all,
	          o->text.show.max_string, r->source->child);
}

static int trace(struct run *r)
{
	for (size_t i = 0; i < r->o.paths.len; i++)
		pathset_add(&r->paths, r->o.paths.at[i], r->o.text.quiet & QUIET_PATHS);
	int err = open_output(r);
	if (err)
		return err;
	hold_signals(r);
	err = open_source(r);
	if (!err)
		take_signals(r->o.interruptible);
	sigprocmask(SIG_SETMASK, &r->mask, NULL);
	if (err)
		return err;
	if (r->o.debug)
		tell_debug(r);
	err = open_sinks(r);
	return err ? err : loop(r);
}

int job_run(const struct job *job, int argc, char **argv)
{
	static struct run run;
	int err = trace_opts_parse(&run.o, job->options, argc, argv);

	run.job = job;
	run.output.fd = -1;
	if (!err && run.o.verdict == VERDICT_HELP) {
		job->help(stdout);
		return 0;
	}
	if (!err && run.o.verdict == VERDICT_TIPS)
		return finish(&run, 0);
	if (!err && run.o.verdict == VERDICT_VERSION)
		return cmd_version(1, argv);
	if (!err && job->settle)
		err = job->settle(job->ctx, &run.o);
	return finish(&run, err ? err : trace(&run));
}

int cmd_trace(int argc, char **argv)
{
	static const struct job job = {.help = cmd_trace_help};

	return job_run(&job, argc, argv);
}

void cmd_trace_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside trace [OPTIONS] PROGRAM [ARGUMENTS]\n"
		"       ringside trace [OPTIONS] -p PID\n"
		"\n"
		"Shows the system calls that a program makes and the signals it gets, as they happen,\n"
		"with strace's options and in strace's words. The program's exit status is passed on.\n";

	help_text(to, usage);
	trace_opts_help(NULL, to, help_columns(to));
}
