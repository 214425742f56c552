/* What -e says: see expression.h. */
#include "cmd/expression.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "cmd/trace_opts.h"

enum qualifier {
	Q_TRACE, Q_ABBREV, Q_VERBOSE, Q_RAW, Q_SIGNAL, Q_STATUS, Q_WHERE, Q_QUIET, Q_FDS, Q_PIDS, Q_READ, Q_WRITE, Q_TRACE_FDS, Q_SECONTEXT, Q_ERRNO, Q_DUR, Q_KVM, Q_NAMESPACE, Q_INJECT, Q_LATER,
};

static const struct {
	const char *name;
	enum qualifier q;
} qualifiers[] = {
	{"trace", Q_TRACE}, {"t", Q_TRACE},
	{"abbrev", Q_ABBREV}, {"a", Q_ABBREV},
	{"verbose", Q_VERBOSE}, {"v", Q_VERBOSE},
	{"raw", Q_RAW}, {"x", Q_RAW},
	{"signal", Q_SIGNAL}, {"signals", Q_SIGNAL}, {"s", Q_SIGNAL},
	{"status", Q_STATUS},
	{"where", Q_WHERE},
	{"quiet", Q_QUIET}, {"silent", Q_QUIET}, {"silence", Q_QUIET}, {"q", Q_QUIET},
	{"decode-fds", Q_FDS}, {"decode-fd", Q_FDS},
	{"decode-pids", Q_PIDS}, {"decode-pid", Q_PIDS},
	{"read", Q_READ}, {"reads", Q_READ}, {"r", Q_READ},
	{"write", Q_WRITE}, {"writes", Q_WRITE}, {"w", Q_WRITE},
	{"fault", Q_INJECT}, {"inject", Q_INJECT}, {"secontext", Q_SECONTEXT}, {"errno", Q_ERRNO}, {"dur", Q_DUR}, {"kvm", Q_KVM}, {"namespace", Q_NAMESPACE},
	{"trace-fds", Q_TRACE_FDS}, {"trace-fd", Q_TRACE_FDS}, {"fds", Q_TRACE_FDS}, {"fd", Q_TRACE_FDS},
};

static const struct word status_words[] = {
	{"successful", STATUS_SUCCESSFUL}, {"failed", STATUS_FAILED}, {"unfinished", STATUS_UNFINISHED},
	{"unavailable", STATUS_UNAVAILABLE}, {"detached", STATUS_DETACHED},
};

/* Bits as in enum quiet. */
static const struct word quiet_words[] = {
	{"attach", 0}, {"exit", 1}, {"path-resolution", 2}, {"personality", 3}, {"thread-execve", 4}, {"superseded", 4},
};

static const struct word fd_words[] = {
	{"path", FD_PATH}, {"socket", FD_SOCKET}, {"dev", FD_DEV}, {"pidfd", FD_PIDFD}, {"eventfd", FD_EVENTFD}, {"signalfd", FD_SIGNALFD},
};

static const struct word pid_words[] = {
	{"comm", 0}, {"pidns", 1},
};

#define WORDS(w) (w), sizeof(w) / sizeof((w)[0])

static int not_yet(const char *what)
{
	diag_error("%s is not supported yet", what);
	return -ENOTSUP;
}

static int set_status(struct trace_opts *o, const char *text)
{
	const uint64_t every = (1ULL << STATUS_COUNT) - 1;
	int err = wordset_parse(&o->status, "status", WORDS(status_words), text);

	o->status_filtered = (o->status.bits[0] & every) != every;
	return err;
}

static int add_where(struct trace_opts *o, const char *text)
{
	struct where *w;
	int err = where_parse("--where", text, o->text.desc, o->text.show.max_string, &w);

	if (err)
		return err;
	*vec_push(&o->wheres) = w;
	const struct where_needs *needs = where_needs(w);
	o->needs.fds |= needs->fds;
	o->needs.comm |= needs->comm;
	o->needs.late |= needs->late;
	return 0;
}

/* As --where has it; the text is kept. */
static int add_written(struct trace_opts *o, struct buf *text)
{
	char *copy = strdup(buf_cstr(text));

	buf_done(text);
	if (!copy)
		abort();
	*vec_push(&o->texts) = copy;
	return add_where(o, copy);
}

static const char *next_error(const void *ctx, size_t i)
{
	const struct desc *d = ctx;
	const struct set *s = &d->sets[desc_set_named(d, "errors")];

	return i < s->count ? desc_string(d, d->symbols[s->first + i].name) : NULL;
}

/* A name of errno(3), or a number. */
static int put_error(const struct desc *d, struct buf *out, const char *word, size_t len)
{
	char name[32] = "";
	const char *known;
	int64_t number;

	memcpy(name, word, len < sizeof(name) ? len : sizeof(name) - 1);
	for (size_t i = 0; (known = next_error(d, i)); i++)
		if (strcasecmp(known, name) == 0)
			break;
	if (!known && str_number(name, 1, 4095, &number)) {
		const char *near = str_nearest(name, next_error, d);
		diag_error(near ? "invalid errno '%s', did you mean '%s'?" : "invalid errno '%s'", name, near);
		return -EINVAL;
	}
	buf_printf(out, "%serrno==%s", out->len && out->data[out->len - 1] != '(' ? " || " : "", known ? known : name);
	return 0;
}

/* errno=SET: calls that failed so. */
static int add_errno(struct trace_opts *o, const char *text)
{
	struct buf where = {0};
	bool inverted = *text == '!';

	text += inverted;
	if (strcmp(text, "all") == 0 || strcmp(text, "none") == 0) {
		buf_puts(&where, (strcmp(text, "all") == 0) != inverted ? "errno!=0" : "errno==0");
		return add_written(o, &where);
	}
	buf_puts(&where, inverted ? "errno!=0 && !(" : "(");
	for (bool more = true; more;) {
		size_t len = strcspn(text, ",");
		int err = put_error(o->text.desc, &where, text, len);
		if (err) {
			buf_done(&where);
			return err;
		}
		more = text[len];
		text += len + more;
	}
	buf_putc(&where, ')');
	return add_written(o, &where);
}

/* dur=MIN[..MAX], either of which may be left out. */
static int add_duration(struct trace_opts *o, const char *text)
{
	const char *dots = strstr(text, "..");
	size_t len = dots ? (size_t)(dots - text) : strlen(text);
	uint64_t min = 0, max = UINT64_MAX;
	struct buf where = {0};
	char first[40] = "";

	memcpy(first, text, len < sizeof(first) ? len : sizeof(first) - 1);
	if ((len && str_time(first, &min)) || (dots && dots[2] && str_time(dots + 2, &max)) || (!len && !(dots && dots[2])) || max < min) {
		diag_error("invalid dur '%s': MIN, MIN..MAX or ..MAX is expected, such as 10ms or 50us..1s", text);
		return -EINVAL;
	}
	buf_printf(&where, "dur>=%lluns", (unsigned long long)min);
	if (max != UINT64_MAX)
		buf_printf(&where, " && dur<=%lluns", (unsigned long long)max);
	return add_written(o, &where);
}

static int set_quiet(struct trace_opts *o, const char *text)
{
	int err = wordset_parse(&o->quiet, "quiet", WORDS(quiet_words), text);

	o->quiet_set = true;
	o->text.quiet = (unsigned)o->quiet.bits[0];
	return err;
}

static int set_fds(struct trace_opts *o, const char *text)
{
	struct wordset set;
	int err = wordset_parse(&set, "decode-fds", WORDS(fd_words), text);

	if (err)
		return err;
	o->fds_set = true;
	o->fd_kinds = set.bits[0] & FD_ALL;
	return 0;
}

static int set_pids(struct trace_opts *o, const char *text)
{
	struct wordset set;
	int err = wordset_parse(&set, "decode-pids", WORDS(pid_words), text);

	if (err)
		return err;
	o->comms = wordset_has(&set, 0);
	o->pidns = wordset_has(&set, 1);
	return 0;
}

static int add_injection(struct trace_opts *o, const char *name, const char *text)
{
	int err = injections_add(&o->injections, name, text, o->text.desc, o->text.show.max_string);

	o->needs.fds |= o->injections.needs.fds;
	o->needs.comm |= o->injections.needs.comm;
	return err;
}

static int set_vcpu(struct trace_opts *o, const char *text)
{
	if (strcmp(text, "vcpu") == 0) {
		o->vcpu = VCPU_REASON;
		return 0;
	}
	if (strcmp(text, "vcpu+") == 0) {
		o->vcpu = VCPU_STRUCT;
		return 0;
	}
	diag_error("invalid -e kvm= argument: '%s'", text);
	return -EINVAL;
}

static int set_namespaces(struct trace_opts *o, const char *text)
{
	o->namespaces = true;
	if (strcmp(text, "new") == 0)
		return 0;
	diag_error("invalid -e namespace= argument: '%s'", text);
	return -EINVAL;
}

static int apply(struct trace_opts *o, enum qualifier q, const char *name, const char *text)
{
	const struct desc *d = o->text.desc;
	char what[64];

	switch (q) {
	case Q_TRACE:
		return callset_parse(&o->trace, d, text);
	case Q_ABBREV:
		return callset_parse(&o->abbrev, d, text);
	case Q_VERBOSE:
		return callset_parse(&o->verbose, d, text);
	case Q_RAW:
		return callset_parse(&o->raw, d, text);
	case Q_SIGNAL:
		return wordset_parse_signals(&o->signals, d, text);
	case Q_STATUS:
		return set_status(o, text);
	case Q_WHERE:
		return add_where(o, text);
	case Q_QUIET:
		return set_quiet(o, text);
	case Q_INJECT:
		return add_injection(o, name, text);
	case Q_FDS:
		return set_fds(o, text);
	case Q_PIDS:
		return set_pids(o, text);
	case Q_ERRNO:
		return add_errno(o, text);
	case Q_DUR:
		return add_duration(o, text);
	case Q_SECONTEXT:
		diag_error("SELinux context printing (--secontext option) is not supported by this build of strace");
		return -ENOTSUP;
	case Q_KVM:
		return set_vcpu(o, text);
	case Q_NAMESPACE:
		return set_namespaces(o, text);
	case Q_READ:
		return numset_parse(&o->dump.read, "descriptor", text);
	case Q_WRITE:
		return numset_parse(&o->dump.write, "descriptor", text);
	case Q_TRACE_FDS:
		o->trace_fds_set = true;
		return numset_parse(&o->trace_fds, "descriptor", text);
	default:
		snprintf(what, sizeof(what), "-e %s", name);
		return not_yet(what);
	}
}

/* The qualifier of that name, or -1. */
static int qualifier_named(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof(qualifiers) / sizeof(qualifiers[0]); i++)
		if (strlen(qualifiers[i].name) == len && memcmp(qualifiers[i].name, name, len) == 0)
			return (int)i;
	return -1;
}

int expression_apply(struct trace_opts *o, const struct expression *e)
{
	const char *text = e->text;
	size_t len = e->qualifier ? strlen(e->qualifier) : strcspn(text, "=");
	int i = e->qualifier ? qualifier_named(e->qualifier, len) : text[len] ? qualifier_named(text, len) : -1;

	if (i < 0)
		return apply(o, Q_TRACE, "trace", text);
	return apply(o, qualifiers[i].q, qualifiers[i].name, e->qualifier ? text : text + len + 1);
}
