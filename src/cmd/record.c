/*
 * `ringside record`: events from a source, past the filters, to a tape. Options of the engine and the filters are trace's.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/source.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/processes.h"
#include "cmd/run.h"
#include "cmd/units.h"
#include "cmd/version.h"
#include "decode/redact.h"
#include "filter/where.h"
#include "sink/tape.h"

enum { OPT_TAPE = OPT_OTHERS, OPT_MAX_SIZE, OPT_MAX_TIME, OPT_MAX_EVENTS, OPT_KEEP, OPT_RING, OPT_LEVEL, OPT_WITH_ENV, OPT_CPU_TIME, OPT_LIVE, OPT_UNTIL,
       OPT_REDACT, OPT_FROM };

static const char group[] = "The tape";

static const struct option_row rows[] = {
	{OPT_TAPE, 'o', "output", ARG_NEEDED, "FILE", group, "Where the tape goes (default run.tape)"},
	{OPT_MAX_SIZE, 0, "max-size", ARG_NEEDED, "SIZE", group, "End the recording when the tape is that large: 500k, 10M, 2G"},
	{OPT_MAX_TIME, 0, "max-time", ARG_NEEDED, "TIME", group, "End the recording after that time: 90s, 5m, 2h"},
	{OPT_MAX_EVENTS, 0, "max-events", ARG_NEEDED, "NUMBER", group, "End the recording after that many events"},
	{OPT_KEEP, 0, "keep", ARG_NEEDED, "NUMBER", group, "At a limit, go on with a new tape, and keep so many older ones: FILE.1 is the last, FILE.2 the one before"},
	{OPT_RING, 0, "ring", ARG_NEEDED, "SIZE", group, "Flight recorder: keep the last SIZE of the tape in memory; write it at the end, and to FILE.1, FILE.2, ... on SIGUSR2"},
	{OPT_UNTIL, 0, "until", ARG_NEEDED, "EXPR", group, "End the recording with the first call recorded for which EXPR is true, which has the words of --where: with --ring, what led to it"},
	{OPT_LEVEL, 0, "level", ARG_NEEDED, "LEVEL", group, "How hard to compress, 1 to 19 (default 6)"},
	{OPT_WITH_ENV, 0, "with-env", ARG_NONE, NULL, group, "Write down the program's environment, too"},
	{OPT_CPU_TIME, 0, "cpu-time", ARG_NONE, NULL, group, "Write down the system CPU time of each call, for -c without -w"},
	{OPT_LIVE, 0, "live", ARG_NONE, NULL, group, "Show the text of trace, too, on stderr"},
	{OPT_REDACT, 0, "redact", ARG_NEEDED, "WHAT", group,
	 "Leave out what is nobody's business: buffers (what was read and written, strings that are no paths), env (arguments and environment of programs), paths (of files, names of processes), addresses (of the internet), separated by commas, or all"},
	{OPT_FROM, 0, "from", ARG_NEEDED, "TAPE", group, "Record what is on another tape, such as with --redact before giving it away"},
};

struct record {
	struct tape_sink_opts sink_opts;
	struct tape_meta meta;
	struct arena table; /* of meta: the process table */
	struct arena kept;  /* of meta: what stays for all files */
	struct utsname machine;
	struct job *job;
	const struct trace_opts *o;
	struct sink *sink;
	bool with_env, live, from_file;
	const char *from;          /* a tape; or NULL */
	const char *until;
	struct where *where;       /* of until */
	struct redactor redactor;
	unsigned dumps;            /* done */
	uint8_t registers[ABI_COUNT][1024];
};

/* So many times SIGUSR2 came. */
static volatile sig_atomic_t dumps_asked;

static void take_dump_signal(int signo)
{
	(void)signo;
	dumps_asked++;
}

static int invalid(const struct option_use *use)
{
	return usage_error("invalid %s argument: '%s'", use->given, use->arg);
}

static int set_number(const struct option_use *use, int64_t max, int64_t *out)
{
	if (!str_number(use->arg, 1, max, out))
		return 0;
	return max == INT64_MAX ? invalid(use) : usage_error("invalid %s argument: '%s', a number from 1 to %lld is needed", use->given, use->arg, (long long)max);
}

static int set_redact(struct record *r, const struct option_use *use)
{
	static const struct {
		const char *word;
		unsigned what;
	} words[] = {{"buffers", REDACT_BUFFERS}, {"env", REDACT_ENV}, {"paths", REDACT_PATHS}, {"addresses", REDACT_ADDRESSES}, {"all", REDACT_ALL}};
	const size_t n = sizeof(words) / sizeof(words[0]);

	for (const char *at = use->arg; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
		size_t len = strcspn(at, ","), i = 0;
		while (i < n && (strlen(words[i].word) != len || memcmp(words[i].word, at, len) != 0))
			i++;
		if (i == n)
			return usage_error("invalid %s argument: '%.*s'; there are buffers, env, paths, addresses and all", use->given, (int)len, at);
		r->redactor.what |= words[i].what;
	}
	return 0;
}

static int set_limit(struct tape_sink_opts *s, const struct option_use *use)
{
	int64_t number;

	switch (use->row->id) {
	case OPT_MAX_SIZE:
		return units_bytes(use->arg, &s->max_bytes) || !s->max_bytes ? invalid(use) : 0;
	case OPT_MAX_TIME:
		return units_ns(use->arg, &s->max_ns) || !s->max_ns ? invalid(use) : 0;
	default:
		if (set_number(use, INT64_MAX, &number))
			return -EINVAL;
		s->max_events = (uint64_t)number;
		return 0;
	}
}

static int apply(void *ctx, const struct option_use *use)
{
	struct record *r = ctx;
	struct tape_sink_opts *s = &r->sink_opts;
	int64_t number = 0;
	int err = 0;

	switch (use->row->id) {
	case OPT_TAPE:
		s->path = use->arg;
		break;
	case OPT_KEEP:
		err = set_number(use, 100000, &number);
		s->keep = (unsigned)number;
		break;
	case OPT_RING:
		return units_bytes(use->arg, &s->tape.ring_bytes) || !s->tape.ring_bytes ? invalid(use) : 0;
	case OPT_LEVEL:
		err = set_number(use, 19, &number);
		s->tape.level = (int)number;
		break;
	case OPT_UNTIL:
		r->until = use->arg;
		break;
	case OPT_REDACT:
		return set_redact(r, use);
	case OPT_FROM:
		r->from = use->arg;
		r->from_file = true;
		break;
	case OPT_WITH_ENV:
		r->with_env = true;
		break;
	case OPT_LIVE:
		r->live = true;
		break;
	case OPT_CPU_TIME:
		r->meta.cpu_time = true;
		break;
	default:
		return set_limit(s, use);
	}
	return err;
}

static int open_from(void *ctx, struct trace_opts *o, struct source **out)
{
	struct record *r = ctx;
	struct tape_source_opts opts = {.until_ns = UINT64_MAX};

	(void)o;
	return tape_source_open(r->from, &opts, out);
}

static int settle_from(struct record *r, const struct trace_opts *o)
{
	if (o->argv || o->pids.len)
		return usage_error("--from and a program or -p are mutually exclusive");
	if (r->live || r->with_env || r->meta.cpu_time)
		return usage_error("--live, --with-env and --cpu-time are for programs, not for --from");
	r->job->open_source = open_from;
	return 0;
}

static int settle_until(struct record *r, struct trace_opts *o)
{
	int err = where_parse("--until", r->until, o->text.desc, o->text.show.max_string, &r->where);

	if (!err)
		o->needs.comm |= where_needs(r->where)->comm;
	return err;
}

static int settle(void *ctx, struct trace_opts *o)
{
	struct record *r = ctx;
	const struct tape_sink_opts *s = &r->sink_opts;
	int err = 0;

	r->job->only_sink = !r->live;
	if (o->summary || o->summary_only || o->separate)
		return usage_error("-c, -C and -ff are for replay: a tape has all that they need");
	if (s->keep && !s->max_bytes && !s->max_events && !s->max_ns)
		return usage_error("--keep needs --max-size, --max-time or --max-events");
	if (s->keep && s->tape.ring_bytes)
		return usage_error("--keep and --ring are mutually exclusive");
	o->cpu_time = r->meta.cpu_time;
	r->o = o;
	if (r->from)
		err = settle_from(r, o);
	if (!err && r->until)
		err = settle_until(r, o);
	return err;
}

/* The arguments of the kernel's function, and those registers that a description shows beyond. */
static uint8_t registers_of(const struct desc *d, const struct call *c, unsigned abi)
{
	const struct shape *shape = &d->shapes[c->shape];
	unsigned n = c->nargs[abi] < 6 ? c->nargs[abi] : 6, used = (1U << n) - 1;

	for (unsigned i = 0; i < shape->count; i++) {
		uint8_t reg = d->fields[shape->first + i].reg[abi];
		used |= reg < 6 ? 1U << reg : reg == REG_SP ? TAPE_SINK_SP : 0;
	}
	return (uint8_t)used;
}

static void find_registers(struct record *r, const struct desc *d)
{
	memset(r->registers, 0xff, sizeof(r->registers));
	for (unsigned abi = 0; abi < ABI_COUNT; abi++) {
		for (uint64_t nr = 0; nr < 1024; nr++) {
			const struct call *c = desc_call(d, (enum abi)abi, nr);
			if (c)
				r->registers[abi][nr] = registers_of(d, c, abi);
		}
	}
}

static unsigned count_strings(char *const *list)
{
	unsigned n = 0;

	while (list && list[n])
		n++;
	return n;
}

/* ---- redaction ---- */

static const char *const *emptied(struct record *r, unsigned n)
{
	const char **list = arena_alloc(&r->kept, (n + 1) * sizeof(*list));

	for (unsigned i = 0; i < n; i++)
		list[i] = "";
	list[n] = NULL;
	return list;
}

static const char *renamed(struct record *r, const char *text, void (*rename_it)(const struct redactor *, char *, size_t))
{
	size_t len = strlen(text);
	char *copy = memcpy(arena_alloc(&r->table, len + 1), text, len + 1);

	rename_it(&r->redactor, copy, len);
	return copy;
}

static void redact_process(struct record *r, struct tape_process *p)
{
	struct tape_fd *fds = arena_alloc(&r->table, (p->nfds + 1) * sizeof(*fds));

	p->comm = renamed(r, p->comm, redact_comm);
	p->exe = renamed(r, p->exe, redact_path);
	p->cwd = renamed(r, p->cwd, redact_path);
	for (unsigned i = 0; i < p->nfds; i++)
		fds[i] = (struct tape_fd){p->fds[i].number, renamed(r, p->fds[i].link, redact_path)};
	p->fds = fds;
}

static void redact_meta(struct record *r)
{
	struct tape_meta *m = &r->meta;
	unsigned what = r->redactor.what;

	m->redacted |= (uint8_t)what;
	if (what == REDACT_ALL)
		m->host = "";
	if (what & REDACT_ENV) {
		m->argv = emptied(r, m->argc);
		m->env = emptied(r, m->nenv);
	}
	if (!(what & REDACT_PATHS) || !m->nprocesses)
		return;
	struct tape_process *processes = arena_alloc(&r->table, m->nprocesses * sizeof(*processes));
	memcpy(processes, m->processes, m->nprocesses * sizeof(*processes));
	for (unsigned i = 0; i < m->nprocesses; i++)
		redact_process(r, &processes[i]);
	m->processes = processes;
}

static const struct event *redact(void *ctx, const struct event *e)
{
	return redact_event(&((struct record *)ctx)->redactor, e);
}

static int redact_open(struct record *r)
{
	if (getrandom(r->redactor.key, sizeof(r->redactor.key), 0) != sizeof(r->redactor.key)) {
		int err = -errno;
		diag_error("no random numbers for --redact: %s", strerror(-err));
		return err;
	}
	r->redactor.desc = r->o->text.desc;
	r->sink_opts.change = redact;
	return 0;
}

/* ---- what is known of the recording ---- */

static const struct tape_meta *renew(void *ctx)
{
	struct record *r = ctx;

	if (r->from)
		return &r->meta;
	arena_reset(&r->table);
	r->meta.start_ns = clock_ns();
	processes_list(&r->meta, &r->table, r->o->pids.at, (unsigned)r->o->pids.len);
	redact_meta(r);
	return &r->meta;
}

/* Not before the call has ended: its result is what one wants to see. */
static bool until(void *ctx, const struct event *e, const struct task *t)
{
	return e->kind != EVENT_ENTERED && where_eval(((struct record *)ctx)->where, e, t) == TRUTH_TRUE;
}

static void describe_recording(struct record *r, const struct source *s)
{
	struct tape_meta *m = &r->meta;
	const struct trace_opts *o = r->o;

	if (r->from) {
		*m = *tape_source_meta(s);
		m->program = "ringside " RINGSIDE_VERSION;
		redact_meta(r);
		return;
	}
	uname(&r->machine);
	m->program = "ringside " RINGSIDE_VERSION;
	m->host = r->machine.nodename;
	m->release = r->machine.release;
	m->version = r->machine.version;
	m->machine = r->machine.machine;
	m->abi = (uint8_t)abi_native();
	m->realtime_offset = s->realtime_offset;
	m->argv = (const char *const *)o->argv;
	m->argc = count_strings(o->argv);
	m->child = s->child;
	if (r->with_env) {
		m->env = (const char *const *)environ;
		m->nenv = count_strings(environ);
	}
	m->string_bytes = o->text.show.max_string + 1;
	m->fds = true;
	m->sockets = fd_details(o);
	m->comms = o->comms;
	m->stacks = o->images != NULL;
	m->follow = o->follow || o->pids.len + (o->argv != NULL) > 1;
	renew(r);
}

static int open_sink(void *ctx, const struct source *s, struct sink **out)
{
	struct record *r = ctx;
	struct sigaction action = {.sa_handler = take_dump_signal};
	int err = r->redactor.what ? redact_open(r) : 0;

	if (err)
		return err;
	describe_recording(r, s);
	find_registers(r, r->o->text.desc);
	r->sink_opts.tape.meta = &r->meta;
	r->sink_opts.registers = r->registers;
	r->sink_opts.renew = renew;
	r->sink_opts.ctx = r;
	r->sink_opts.progress = isatty(STDERR_FILENO) && !r->o->q_letters && !r->live;
	r->sink_opts.until = r->where ? until : NULL;
	err = tape_sink_new(&r->sink_opts, &r->sink);
	if (err)
		return err;
	if (r->sink_opts.tape.ring_bytes)
		sigaction(SIGUSR2, &action, NULL);
	*out = r->sink;
	return 0;
}

static bool done(void *ctx)
{
	struct record *r = ctx;

	if (r->dumps != (unsigned)dumps_asked) {
		r->dumps = (unsigned)dumps_asked;
		tape_sink_dump(r->sink);
	}
	return tape_sink_full(r->sink);
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

int cmd_record(int argc, char **argv)
{
	static struct record r = {.sink_opts.path = "run.tape"};
	struct option_table mine = options;
	struct job job = {.options = &mine, .help = cmd_record_help, .settle = settle, .open_sink = open_sink, .done = done, .ctx = &r};

	mine.ctx = &r;
	mine.from_file = &r.from_file;
	r.job = &job;
	int status = job_run(&job, argc, argv);
	arena_done(&r.table);
	arena_done(&r.kept);
	redact_done(&r.redactor);
	where_free(r.where);
	return status;
}

void cmd_record_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside record [OPTIONS] PROGRAM [ARGUMENTS]\n"
		"       ringside record [OPTIONS] -p PID\n"
		"       ringside record [OPTIONS] --from TAPE\n"
		"\n"
		"Writes what a program asks of the kernel to a tape, from which 'ringside replay' shows it as often and in as\n"
		"many ways as wanted. The program's exit status is passed on.\n"
		"\n"
		"The options below that filter and that say what to look at (-f -e -P -s -y -Y) shape the tape: -s is how much of each\n"
		"string is kept, -yy keeps what sockets and devices are. Names behind descriptors are always kept. Those that say how\n"
		"something looks are for replay.\n"
		"\n"
		"--redact keeps calls, numbers, sizes and times. A name becomes another of the same length, the same one for the same\n"
		"throughout a tape; so does an internet address. 'ringside record --from run.tape --redact all -o public.tape'\n"
		"does it later.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
