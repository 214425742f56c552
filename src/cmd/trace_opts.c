/*
 * The options of `ringside trace`, from the command line to what they come to. Messages have strace's words wherever strace has a message,
 * because scripts look for them.
 */
#include "cmd/trace_opts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/expression.h"
#include "cmd/trace_opts_in.h"
#include "desc/load.h"

enum { OTHERS_MAX = 32, TRACE_ROWS_MAX = 160 };

const char *const precisions[PRECISIONS] = {"s", "ms", "us", "ns"};

int invalid_argument(const struct option_use *use)
{
	return usage_error("invalid %s argument: '%s'", use->given, use->arg);
}

int parse_decimal(const char *s, unsigned long max, unsigned *out)
{
	int64_t v;

	if (str_decimal(s, 0, (int64_t)max, &v))
		return -EINVAL;
	*out = (unsigned)v;
	return 0;
}

int word_index(const char *const *words, size_t n, const char *word, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(words[i]) == len && strncasecmp(words[i], word, len) == 0)
			return (int)i;
	return -1;
}

static int apply_option(void *ctx, const struct option_use *use)
{
	struct trace_opts *o = ctx;
	int id = use->row->id;

	if (use->row->live && !o->live)
		o->live = use->row;
	if (id == OPT_HELP || id == OPT_VERSION) {
		o->verdict = id == OPT_HELP ? VERDICT_HELP : VERDICT_VERSION;
		return -ECANCELED;
	}
	if (id == OPT_DEBUG) {
		o->debug = true;
		return 0;
	}
	if (id == OPT_TIPS)
		return tips_parse(&o->tips, use->arg) ? invalid_argument(use) : 0;
	switch (id) {
	case OPT_ENV: case OPT_PID: case OPT_USER: case OPT_ARGV0: case OPT_DESCRIBE: case OPT_ENGINE: case OPT_RING_SIZE: case OPT_LOSSLESS: case OPT_DEGRADE:
		return trace_apply_startup(o, use);
	case OPT_SYSTEM: case OPT_TREE: case OPT_CGROUP: case OPT_CONTAINER: case OPT_COMM: case OPT_UID:
		return targets_add(&o->targets, (enum target_word)(id - OPT_SYSTEM), use->arg);
	case OPT_FOLLOW: case OPT_FOLLOW_OLD: case OPT_DETACH: case OPT_DAEMONIZE: case OPT_LIMIT: case OPT_SEPARATE: case OPT_INTERRUPTIBLE: case OPT_KILL_ON_EXIT: case OPT_SECCOMP:
		return trace_apply_tracing(o, use);
	case OPT_EXPRESSION: case OPT_TRACE: case OPT_SIGNAL: case OPT_STATUS: case OPT_WHERE: case OPT_TRACE_FDS: case OPT_PATH: case OPT_SUCCESSFUL: case OPT_FAILED:
	case OPT_ABBREV: case OPT_VERBOSE: case OPT_RAW: case OPT_READ: case OPT_WRITE: case OPT_QUIET: case OPT_FDS: case OPT_PIDS: case OPT_PIDNS: case OPT_ERRNO: case OPT_DUR: case OPT_SECONTEXT: case OPT_KVM: case OPT_NAMESPACE: case OPT_NO_ABBREV:
		return trace_apply_set(o, use);
	case OPT_INJECT: case OPT_FAULT:
		return trace_apply_set(o, use);
	case OPT_SUMMARY_ONLY: case OPT_SUMMARY: case OPT_OVERHEAD: case OPT_SORT: case OPT_TABLE: case OPT_WALL:
		return trace_apply_statistics(o, use);
	default:
		return trace_apply_format(o, use);
	}
}

/* The options of a command that has others beside trace's. */
struct all_options {
	struct trace_opts *o;
	const struct option_table *others;
	struct option_row rows[TRACE_ROWS_MAX + OTHERS_MAX];
};

static int apply_any(void *ctx, const struct option_use *use)
{
	struct all_options *all = ctx;

	return use->row->id >= OPT_OTHERS ? all->others->apply(all->others->ctx, use) : apply_option(all->o, use);
}

static bool is_replaced(const struct option_row *r, const struct option_table *others)
{
	for (size_t i = 0; others && i < others->n; i++) {
		const struct option_row *o = &others->rows[i];
		if ((r->letter && r->letter == o->letter) || (r->name && o->name && strcmp(r->name, o->name) == 0))
			return true;
	}
	return false;
}

static struct option_table option_table(struct all_options *all)
{
	size_t n = 0;

	for (size_t i = 0; all->others && i < all->others->n && n < OTHERS_MAX; i++)
		all->rows[n++] = all->others->rows[i];
	for (size_t i = 0; i < trace_nrows; i++)
		if (!is_replaced(&trace_rows[i], all->others))
			all->rows[n++] = trace_rows[i];
	return (struct option_table){all->rows, n, apply_any, all};
}

static void set_defaults(struct trace_opts *o)
{
	*o = (struct trace_opts){0};
	o->text = (struct text_opts){.show.max_string = 32, .column = 40, .relative = -1, .took = -1, .desc = &desc_builtin};
	callset_all(&o->trace);
	callset_all(&o->abbrev);
	callset_all(&o->verbose);
	wordset_all(&o->signals);
	wordset_all(&o->status);
	summary_defaults(&o->table);
}

int trace_opts_parse(struct trace_opts *o, const struct option_table *others, int argc, char **argv)
{
	struct all_options all = {.o = o, .others = others};
	struct option_table table = option_table(&all);

	set_defaults(o);
	int first = options_parse(&table, argc, argv);

	if (first == -ECANCELED)
		return 0;
	if (first < 0)
		return first;
	o->argv = argv[first] ? &argv[first] : NULL;
	o->from_file = others && others->from_file && *others->from_file;
	if (o->describe.len) {
		o->text.desc = desc_load(o->describe.at, o->describe.len);
		if (!o->text.desc)
			return -EINVAL;
	}
	o->table.desc = o->dump.desc = o->text.desc;
	o->lines.text = &o->text;
	for (size_t i = 0; i < o->expressions.len; i++) {
		int err = expression_apply(o, &o->expressions.at[i]);
		if (err)
			return err;
	}
	if (o->format) {
		int err = format_parse("--format", o->format, o->text.desc, &o->template);
		if (err)
			return err;
		o->needs.fds |= strstr(o->format, "{path") != NULL;
		o->needs.comm |= strstr(o->format, "{comm") != NULL;
	}
	for (size_t i = 0; i < o->wheres.len; i++)
		where_limit(o->wheres.at[i], &o->trace);
	return trace_opts_check(o);
}

void trace_opts_done(struct trace_opts *o)
{
	vec_done(&o->env);
	vec_done(&o->pids);
	vec_done(&o->describe);
	targets_done(&o->targets);
	vec_done(&o->paths);
	for (size_t i = 0; i < o->wheres.len; i++)
		where_free(o->wheres.at[i]);
	vec_done(&o->wheres);
	format_free(o->template);
	for (size_t i = 0; i < o->texts.len; i++)
		free(o->texts.at[i]);
	vec_done(&o->texts);
	numset_done(&o->trace_fds);
	numset_done(&o->dump.read);
	numset_done(&o->dump.write);
	injections_done(&o->injections);
	vec_done(&o->expressions);
	trace_stack_done(o);
}

void trace_opts_help(const struct option_table *others, FILE *to, unsigned columns)
{
	struct all_options all = {.others = others};
	struct option_table table = option_table(&all);

	for (size_t i = 0; others && others->from_file && i < table.n; i++)
		if (table.rows[i].live)
			all.rows[i].help = NULL;
	options_help(&table, to, columns);
}
