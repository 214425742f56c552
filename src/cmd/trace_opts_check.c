/* Trace's options together: which contradict each other, which do nothing alone, and what they come to. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/trace_opts_in.h"

#define SUMMARIES "(-c/--summary-only or -C/--summary)"

static int check_summary(const struct trace_opts *o)
{
	bool any = o->summary_only || o->summary;

	if (o->summary_only && o->summary)
		return usage_error("-c/--summary-only and -C/--summary are mutually exclusive");
	if (any && o->separate)
		return usage_error(SUMMARIES " and -ff/--output-separately are mutually exclusive");
	if (o->table.wall && !any)
		return usage_error("-w/--summary-wall-clock must be given with " SUMMARIES);
	if (o->columns_set && !any)
		return usage_error("-U/--summary-columns must be given with " SUMMARIES);
	if (o->sort_set && !any)
		diag_warn("-S/--summary-sort-by has no effect without " SUMMARIES);
	return 0;
}

static int check_program(struct trace_opts *o)
{
	if (!o->argv && !o->pids.len && !targets_any(&o->targets) && !(o->engine && str_starts(o->engine, "fake:")) && !o->from_file) {
		o->verdict = o->tips.format == TIPS_NONE ? VERDICT_RUN : VERDICT_TIPS;
		return o->verdict == VERDICT_TIPS ? 0 : usage_error("must have PROG [ARGS] or -p PID");
	}
	if (o->big_d > DAEMONIZE_SESSION)
		return usage_error("Too many -D's (%u), maximum supported -D count is %d", o->big_d, DAEMONIZE_SESSION);
	if (!o->argv && (o->daemonize || o->big_d))
		return usage_error("PROG [ARGS] must be specified with -D/--daemonize");
	if (!o->argv && o->argv0)
		return usage_error("PROG [ARGS] must be specified with --argv0");
	if (o->kill_on_exit && o->pids.len) {
		diag_error("--kill-on-exit and -p/--attach are mutually exclusive options");
		return -EINVAL;
	}
	return 0;
}

static int check_output(struct trace_opts *o)
{
	if (o->separate && o->output && (o->output[0] == '|' || o->output[0] == '!'))
		return usage_error("piping the output and -ff/--output-separately are mutually exclusive");
	if (o->json && (o->separate || o->summary_only || o->summary))
		return usage_error("--json and -c, -C or -ff are mutually exclusive");
	if (o->separate && !o->follow && !o->big_f && !o->output)
		diag_warn("--output-separately has no effect without -o/--output");
	if (o->format && (o->json || o->separate || o->summary_only))
		return usage_error("--format and --json, -c or -ff are mutually exclusive");
	if (o->append && !o->output)
		diag_warn("-A/--output-append-mode has no effect without -o/--output");
	return 0;
}

static int check_twice(struct trace_opts *o)
{
	const char *letter = o->t_letters && o->clock_set ? "-t and --absolute-timestamps"
		: o->q_letters && o->quiet_set ? "-q and -e quiet/--quiet"
		: o->x_letters && o->strings_set ? "-x and --strings-in-hex"
		: o->y_letters && o->fds_set ? "-y and --decode-fds"
		: o->big_d && o->daemonize_set ? "-D and --daemonize"
		: o->f_letters && o->follow_set ? "-f and --follow-forks"
		: o->f_letters > 1 && o->separate ? "-ff and --output-separately" : NULL;

	o->separate |= o->f_letters > 1;
	if (!letter)
		return 0;
	diag_error("%s cannot be provided simultaneously", letter);
	return -EINVAL;
}

static void warn_ineffective(const struct trace_opts *o)
{
	const struct {
		bool given;
		const char *name;
	} options[] = {
		{o->text.ip, "-i/--instruction-pointer"},
		{o->k_letters || o->stack_set, "-k/--stack-trace"},
		{o->text.nr, "-n/--syscall-number"},
		{o->text.show.arg_names, "-N/--arg-names"},
		{o->text.relative >= 0, "-r/--relative-timestamps"},
		{o->text.clock != CLOCK_NONE, "-t/--absolute-timestamps"},
		{o->text.took >= 0, "-T/--syscall-times"},
		{o->fd_kinds, "-y/--decode-fds"},
	};

	for (size_t i = 0; o->summary_only && i < sizeof(options) / sizeof(options[0]); i++)
		if (options[i].given)
			diag_warn("%s has no effect with -c/--summary-only", options[i].name);
	if (o->only_letters > 1)
		diag_warn("Only the last of -z/--successful-only/-Z/--failed-only options will take effect. See status qualifier for more complex filters.");
}

static void settle_follow(struct trace_opts *o)
{
	if (o->big_f && o->follow)
		diag_warn("deprecated option -F ignored");
	else if (o->big_f)
		diag_warn("option -F is deprecated, please use -f/--follow-forks instead");
	o->follow |= o->big_f > 0;
	if (o->seccomp && !o->follow) {
		diag_warn("--seccomp-bpf cannot be used without -f/--follow-forks, disabling");
		o->seccomp = false;
	}
	const char *against = o->syscall_limit ? "--syscall-limit" : o->detach_on_exec ? "-b" : NULL;
	if (o->seccomp && against) {
		diag_warn("--seccomp-bpf is not enabled because it is not compatible with %s", against);
		o->seccomp = false;
	}
	if (o->seccomp && o->pids.len)
		diag_warn("--seccomp-bpf is not enabled for processes attached with -p");
	o->kill_on_exit |= o->seccomp && !o->pids.len;
}

static void settle_decode(struct trace_opts *o)
{
	enum { WHOLE_STRINGS = 1 << 20 };

	if (!o->fds_set)
		o->fd_kinds = FD_ALL;
	o->comms = o->pidns = o->text.show.arg_names = true;
	if (!o->string_limit_set)
		o->text.show.max_string = WHOLE_STRINGS;
}

/* What letters stand for, now that they have been counted. */
static void settle_letters(struct trace_opts *o)
{
	static const unsigned quiet[] = {0, QUIET_ATTACH | QUIET_PERSONALITY, QUIET_ATTACH | QUIET_PERSONALITY | QUIET_EXIT, ~0U};

	if (o->big_d)
		o->daemonize = (enum daemonize)o->big_d;
	if (o->q_letters)
		o->text.quiet = quiet[o->q_letters < 3 ? o->q_letters : 3];
	else if (!o->quiet_set && o->output && o->argv)
		o->text.quiet = quiet[1];
	if (o->t_letters) {
		o->text.clock = o->t_letters > 2 ? CLOCK_UNIX : CLOCK_TIME;
		o->text.clock_digits = o->t_letters > 1 ? 6 : 0;
	}
	if (o->x_letters)
		o->text.show.escape = o->x_letters > 1 ? ESCAPE_HEX_ALL : ESCAPE_HEX_STRING;
	if (o->decode)
		settle_decode(o);
	if (o->y_letters)
		o->fd_kinds = o->y_letters > 1 ? FD_ALL : 1 << FD_PATH;
}

static void settle_output(struct trace_opts *o)
{
	struct text_opts *t = &o->text;
	bool several = o->follow || o->pids.len + (o->argv != NULL) > 1 || targets_any(&o->targets);

	o->notice.personality = o->summary_only && !(t->quiet & QUIET_PERSONALITY);
	o->notice.attach = !(t->quiet & QUIET_ATTACH) && !targets_any(&o->targets); /* those come and go by the thousand */
	t->append = o->append;
	t->separate = o->separate ? o->output : NULL;
	t->pid = o->always_pid || (o->output && !t->separate && several) ? PID_ALWAYS : t->separate ? PID_NEVER : PID_WHEN_SEVERAL;
	t->abbrev = o->abbrev.bits;
	t->verbose = o->verbose.bits;
	t->raw = o->raw.bits;
	t->comms = o->comms;
	t->vcpus = o->vcpu == VCPU_STRUCT;
	t->dump = numset_empty(&o->dump.read) && numset_empty(&o->dump.write) ? NULL : &o->dump;
	memcpy(t->signals, o->signals.bits, sizeof(t->signals));
	if (o->interruptible == INTERRUPT_DEFAULT)
		o->interruptible = o->daemonize ? INTERRUPT_NEVER_TSTP : o->output && o->argv ? INTERRUPT_NEVER : INTERRUPT_WAITING;
}

int trace_opts_recorded(const struct trace_opts *o)
{
	char spelling[64];

	if (!o->live && !o->injections.rules.len)
		return 0;
	if (!o->live)
		snprintf(spelling, sizeof(spelling), "-e inject");
	else if (o->live->letter && o->live->name)
		snprintf(spelling, sizeof(spelling), "-%c/--%s", o->live->letter, o->live->name);
	else
		snprintf(spelling, sizeof(spelling), "--%s", o->live->name);
	return usage_error("%s has no meaning here: no program is started or attached to", spelling);
}

int trace_opts_check(struct trace_opts *o)
{
	int err = o->from_file ? trace_opts_recorded(o) : 0;

	err = err ? err : check_twice(o);
	err = err ? err : check_summary(o);
	err = err ? err : check_output(o);
	err = err ? err : check_program(o);
	if (err)
		return err;
	settle_follow(o);
	settle_letters(o);
	warn_ineffective(o);
	settle_output(o);
	return trace_stack_settle(o);
}
