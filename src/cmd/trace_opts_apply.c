/* What options do that choose: programs, tasks, events, and the numbers of the table. */
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/trace_opts_in.h"
#include "cmd/units.h"

/* Startup */

static int add_pids(struct trace_opts *o, const char *list)
{
	static const char separators[] = ", \t\n";

	for (list += strspn(list, separators); *list; list += strspn(list, separators)) {
		size_t len = strcspn(list, separators);
		char word[32] = "";
		unsigned pid;

		memcpy(word, list, len < sizeof(word) ? len : sizeof(word) - 1);
		if (parse_decimal(word, INT32_MAX, &pid) || !pid) {
			diag_error("Invalid process id: '%.*s'", (int)len, list);
			return -EINVAL;
		}
		*vec_push(&o->pids) = (pid_t)pid;
		list += len;
	}
	return 0;
}

static int set_ids(struct trace_opts *o, const char *pair)
{
	char uid_text[16] = "";
	const char *colon = strchr(pair, ':');
	size_t len = (size_t)(colon - pair);
	unsigned uid, gid;

	memcpy(uid_text, pair, len < sizeof(uid_text) ? len : sizeof(uid_text) - 1);
	if (parse_decimal(uid_text, UINT32_MAX - 1UL, &uid) || parse_decimal(colon + 1, UINT32_MAX - 1UL, &gid)) {
		diag_error("Invalid UID:GID pair '%s'", pair);
		return -EINVAL;
	}
	o->user = (struct ptrace_user){.uid = uid, .gid = gid};
	return 0;
}

static int set_user(struct trace_opts *o, const char *name)
{
	o->user_name = name;
	if (strchr(name, ':'))
		return set_ids(o, name);
	struct passwd *p = getpwnam(name);
	if (!p) {
		diag_error("Cannot find user '%s'", name);
		return -EINVAL;
	}
	o->user = (struct ptrace_user){.uid = p->pw_uid, .gid = p->pw_gid, .name = name};
	return 0;
}

static int set_engine(struct trace_opts *o, const struct option_use *use)
{
	o->engine = strcmp(use->arg, "auto") == 0 ? NULL : use->arg;
	if (o->engine && strcmp(use->arg, "ptrace") && strcmp(use->arg, "ebpf") && !str_starts(use->arg, "fake:"))
		return usage_error("no such engine: '%s'; there are auto, ptrace, ebpf and fake:FILE", use->arg);
	return 0;
}

/* The kernel wants a power of two. */
static int set_ring_size(struct trace_opts *o, const struct option_use *use)
{
	uint64_t bytes;

	if (units_bytes(use->arg, &bytes) || bytes < 1 << 16 || bytes > 1u << 31)
		return usage_error("invalid --ring-size argument: '%s'; a size from 64k to 2G is wanted", use->arg);
	for (o->ring_bytes = 1 << 16; o->ring_bytes < bytes;)
		o->ring_bytes *= 2;
	return 0;
}

int trace_apply_startup(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_ENV:
		*vec_push(&o->env) = use->arg;
		return 0;
	case OPT_PID:
		return add_pids(o, use->arg);
	case OPT_USER:
		return set_user(o, use->arg);
	case OPT_ARGV0:
		o->argv0 = use->arg;
		return 0;
	case OPT_DESCRIBE:
		*vec_push(&o->describe) = (char *)use->arg;
		return 0;
	case OPT_RING_SIZE:
		return set_ring_size(o, use);
	case OPT_LOSSLESS:
		o->lossless = true;
		return 0;
	case OPT_DEGRADE:
		o->degrade = true;
		return 0;
	default:
		return set_engine(o, use);
	}
}

/* Tracing */

static int set_interruptible(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"anywhere", "waiting", "never", "never_tstp"};
	int word = WORD_INDEX(words, use->arg, strlen(use->arg));
	unsigned number = (unsigned)word + 1;

	if (word < 0 && (parse_decimal(use->arg, INTERRUPT_NEVER_TSTP, &number) || !number))
		return invalid_argument(use);
	o->interruptible = number;
	return 0;
}

static int set_daemonize(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"", "grandchild", "pgroup", "session", "pgrp"}; /* as in enum daemonize */
	int word = use->arg ? WORD_INDEX(words, use->arg, strlen(use->arg)) : DAEMONIZE_GRANDCHILD;

	if (use->by_letter) {
		o->big_d++;
		return 0;
	}
	if (word < 1)
		return invalid_argument(use);
	o->daemonize = word == 4 ? DAEMONIZE_GROUP : (enum daemonize)word;
	o->daemonize_set = true;
	return 0;
}

static int set_detach(struct trace_opts *o, const struct option_use *use)
{
	if (strcmp(use->arg, "execve") != 0) {
		diag_error("Syscall '%s' for -b isn't supported", use->arg);
		return -EINVAL;
	}
	o->detach_on_exec = true;
	return 0;
}

/* As many as there will ever be are as good as no limit. */
static int set_limit(struct trace_opts *o, const struct option_use *use)
{
	int64_t limit;

	if (str_decimal(use->arg, 1, INT64_MAX, &limit))
		return invalid_argument(use);
	o->syscall_limit = (uint64_t)limit;
	return 0;
}

int trace_apply_tracing(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_FOLLOW:
		o->f_letters += use->by_letter;
		o->follow_set |= !use->by_letter;
		o->follow = true;
		return 0;
	case OPT_FOLLOW_OLD:
		o->big_f++;
		return 0;
	case OPT_SEPARATE:
		o->separate = true;
		return 0;
	case OPT_KILL_ON_EXIT:
		o->kill_on_exit = true;
		return 0;
	case OPT_SECCOMP:
		o->seccomp = true;
		return 0;
	case OPT_DETACH:
		return set_detach(o, use);
	case OPT_DAEMONIZE:
		return set_daemonize(o, use);
	case OPT_LIMIT:
		return set_limit(o, use);
	default:
		return set_interruptible(o, use);
	}
}

/* Filtering, and the other sets: they need the descriptions, so they wait. */

static void add_expression(struct trace_opts *o, const char *qualifier, const char *text)
{
	struct expression *e = vec_push(&o->expressions);

	*e = (struct expression){qualifier, text};
}

int trace_apply_set(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_EXPRESSION:
		add_expression(o, NULL, use->arg);
		return 0;
	case OPT_PATH:
		*vec_push(&o->paths) = use->arg;
		return 0;
	case OPT_SUCCESSFUL:
	case OPT_FAILED:
		o->only_letters++;
		add_expression(o, "status", use->row->id == OPT_FAILED ? "failed" : "successful");
		return 0;
	case OPT_NO_ABBREV:
		add_expression(o, "abbrev", "none");
		return 0;
	case OPT_QUIET:
		o->q_letters += use->by_letter;
		if (!use->by_letter)
			add_expression(o, "quiet", use->arg ? use->arg : "attach,personality");
		return 0;
	case OPT_FDS:
		o->y_letters += use->by_letter;
		if (!use->by_letter)
			add_expression(o, "decode-fds", use->arg ? use->arg : "path");
		return 0;
	case OPT_PIDS:
		add_expression(o, "decode-pids", use->arg ? use->arg : "comm");
		return 0;
	case OPT_NAMESPACE:
		add_expression(o, "namespace", use->arg ? use->arg : "new");
		return 0;
	case OPT_PIDNS:
		add_expression(o, "decode-pids", "pidns");
		return 0;
	default:
		add_expression(o, use->row->name, use->arg);
		return 0;
	}
}

/* Statistics */

static int set_overhead(struct trace_opts *o, const struct option_use *use)
{
	return str_time(use->arg, &o->table.overhead_ns) ? invalid_argument(use) : 0;
}

int trace_apply_statistics(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_SUMMARY_ONLY:
		o->summary_only = true;
		return 0;
	case OPT_SUMMARY:
		o->summary = true;
		return 0;
	case OPT_OVERHEAD:
		return set_overhead(o, use);
	case OPT_SORT:
		o->sort_set = true;
		return summary_sort_parse(&o->table, use->arg) ? usage_error("invalid sortby: '%s'", use->arg) : 0;
	case OPT_TABLE:
		o->columns_set = true;
		return summary_columns_parse(&o->table, use->arg) ? usage_hint() : 0;
	default:
		o->table.wall = true;
		return 0;
	}
}
