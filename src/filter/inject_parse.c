/* The notation of -e inject= and -e fault=: calls, then actions separated by ':'. */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/str.h"
#include "desc/table.h"
#include "filter/inject.h"
#include "filter/inject_in.h"
#include "filter/words.h"

enum { ERRNO_MAX = 4095, WHEN_MAX = 65535, LAST_MAX = WHEN_MAX - 1, ENOSYS_DEFAULT = 38, SIGNAL_MAX = 64 };

/* Bits of what was given, for what excludes each other. */
enum { GIVEN_RESULT = 1, GIVEN_SIGNAL = 2, GIVEN_ENTER = 4, GIVEN_EXIT = 8, GIVEN_POKE_ENTER = 16, GIVEN_POKE_EXIT = 32, GIVEN_IF = 64,
       GIVEN_INSTEAD = 128 };

struct parse {
	const char *what, *text;
	const struct desc *desc;
	uint32_t max_string;
	bool fault;
	struct rule *rule;
	unsigned given;
	const char *why; /* of the last error, when there is more to say than that it is one */
};

void rule_free(struct rule *r)
{
	for (size_t i = 0; i < r->pokes.len; i++)
		free((void *)r->pokes.at[i].data);
	vec_done(&r->pokes);
	where_free(r->where);
	free(r->text);
	free(r);
}

static int fail(struct parse *p, const char *why)
{
	if (!p->why)
		p->why = why;
	return -EINVAL;
}

/* Once only. */
static int give(struct parse *p, unsigned what)
{
	if (p->given & what)
		return fail(p, what == GIVEN_RESULT ? "error= and retval= exclude each other" : "given twice");
	p->given |= what;
	return 0;
}

/* A decimal in front, within [1, max]; 0 when there is none. */
static uint64_t take_decimal(const char **s, uint64_t max)
{
	char *end;

	errno = 0;
	unsigned long v = strtoul(*s, &end, 10);
	if (end == *s || memchr(*s, '-', (size_t)(end - *s)) || errno || v > max)
		return 0;
	*s = end;
	return v;
}

/* FIRST[..LAST][+[STEP]] */
static int parse_when(struct parse *p, const char *s)
{
	struct rule *r = p->rule;

	r->first = r->last = take_decimal(&s, WHEN_MAX);
	r->step = 1;
	if (!r->first)
		return fail(p, "when= is FIRST[..LAST][+[STEP]], counted from 1 to 65535");
	bool range = str_starts(s, "..");
	if (range) {
		s += 2;
		r->last = take_decimal(&s, LAST_MAX);
		if (r->last < r->first)
			return fail(p, "LAST of when= is a number from FIRST to 65534");
	}
	if (*s == '+') {
		s++;
		r->last = range ? r->last : UINT64_MAX;
		r->step = *s ? take_decimal(&s, WHEN_MAX) : 1;
	}
	return *s || !r->step ? fail(p, "when= is FIRST[..LAST][+[STEP]], counted from 1 to 65535") : 0;
}

static uint64_t errno_named(const struct desc *d, const char *name)
{
	const struct set *set = &d->sets[desc_set_named(d, "errors")];

	for (uint32_t i = 0; i < set->count; i++)
		if (strcasecmp(desc_string(d, d->symbols[set->first + i].name), name) == 0)
			return d->symbols[set->first + i].value;
	return 0;
}

static int parse_error(struct parse *p, const char *s)
{
	int64_t number;
	uint64_t error = str_decimal(s, 1, ERRNO_MAX, &number) ? errno_named(p->desc, s) : (uint64_t)number;

	if (!error)
		return fail(p, "error= is an error's name or a number from 1 to 4095");
	p->rule->tamper.result = p->rule->tamper.failed = true;
	p->rule->tamper.ret = error;
	return give(p, GIVEN_RESULT);
}

/* What else the value may be taken for. The words are strace's. */
static void warn_retval(uint64_t v)
{
	if (v >= (uint64_t)-ERRNO_MAX)
		diag_warn("Inadvertent injection of error %llu is possible for retval=%llu", (unsigned long long)-v, (unsigned long long)v);
	else if ((uint32_t)v >= (uint32_t)-ERRNO_MAX)
		diag_warn("Inadvertent injection of error %u is possible in compat personality for retval=%llu", -(uint32_t)v,
		          (unsigned long long)v);
	else if (v > UINT32_MAX)
		diag_warn("Injected return value %llu will be clipped to %u in compat personality", (unsigned long long)v, (uint32_t)v);
}

static int parse_u64(const char *s, uint64_t *out)
{
	char *end;

	errno = 0;
	*out = strtoull(s, &end, 0);
	return end == s || *end || errno ? -EINVAL : 0;
}

static int parse_retval(struct parse *p, const char *s)
{
	struct tamper *t = &p->rule->tamper;

	if (parse_u64(s, &t->ret))
		return fail(p, "retval= is a number");
	t->result = true;
	return give(p, GIVEN_RESULT);
}

static int parse_signal(struct parse *p, const char *s)
{
	int signo = word_signal(p->desc, s);

	if (signo < 1 || signo > SIGNAL_MAX)
		return fail(p, "signal= is a signal's name or a number from 1 to 64");
	p->rule->tamper.signo = signo;
	return give(p, GIVEN_SIGNAL);
}

static int parse_instead(struct parse *p, const char *s)
{
	const struct call *c = desc_call_named(p->desc, s);

	if (!c || !(c->classes >> CLASS_PURE & 1))
		return fail(p, "syscall= is the name of a call of %pure");
	p->rule->tamper.instead = desc_call_name(p->desc, c);
	return give(p, GIVEN_INSTEAD);
}

static int parse_delay(struct parse *p, const char *s, enum phase phase)
{
	uint64_t *ns = &p->rule->tamper.delay_ns[phase];

	if (str_time(s, ns))
		return fail(p, "a delay is a time such as 100, 1.5ms or 2s; without a unit in microseconds");
	*ns += !*ns; /* none at all is told as one, too */
	return give(p, phase == PHASE_ENTRY ? GIVEN_ENTER : GIVEN_EXIT);
}

static int hex_digit(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

/* @argN=HEX, at *s. */
static int parse_poke(struct parse *p, const char **s, enum phase phase)
{
	const char *at = *s;
	size_t digits = 0;

	if (!str_starts(at, "@arg") || at[4] < '1' || at[4] > '7' || at[5] != '=')
		return -EINVAL;
	uint8_t arg = (uint8_t)(at[4] - '1');
	at += 6;
	while (hex_digit(at[digits]) >= 0)
		digits++;
	if (!digits || digits % 2)
		return -EINVAL;
	for (size_t i = 0; i < p->rule->pokes.len; i++)
		if (p->rule->pokes.at[i].arg == arg && p->rule->pokes.at[i].phase == phase)
			return -EINVAL;
	uint8_t *data = malloc(digits / 2);
	if (!data)
		abort();
	for (size_t i = 0; i < digits / 2; i++)
		data[i] = (uint8_t)(hex_digit(at[2 * i]) << 4 | hex_digit(at[2 * i + 1]));
	*vec_push(&p->rule->pokes) = (struct poke){.arg = arg, .phase = (uint8_t)phase, .len = digits / 2, .data = data};
	*s = at + digits;
	return 0;
}

static int parse_pokes(struct parse *p, const char *s, enum phase phase)
{
	int err = *s ? 0 : -EINVAL;

	while (*s && !err) {
		err = parse_poke(p, &s, phase);
		if (!err && *s && *s++ != ',')
			err = -EINVAL;
	}
	if (err)
		return fail(p, "data to poke is @argN=HEX[,@argM=HEX]..., each of arg1 to arg7 at most once");
	return give(p, phase == PHASE_ENTRY ? GIVEN_POKE_ENTER : GIVEN_POKE_EXIT);
}

/* argN=VALUE: `s` is what follows "arg". */
static int parse_arg(struct parse *p, const char *s)
{
	struct tamper *t = &p->rule->tamper;

	if (s[0] < '1' || s[0] > '6' || s[1] != '=' || parse_u64(s + 2, &t->args[s[0] - '1']))
		return fail(p, "an argument is replaced by argN=NUMBER, arg1 to arg6");
	if (t->args_set >> (s[0] - '1') & 1)
		return fail(p, "given twice");
	t->args_set |= (uint8_t)(1 << (s[0] - '1'));
	return 0;
}

static int parse_if(struct parse *p, const char *s)
{
	if (give(p, GIVEN_IF))
		return -EINVAL;
	int err = where_parse("if=", s, p->desc, p->max_string, &p->rule->where);
	if (err)
		return -EALREADY; /* said already */
	return where_needs(p->rule->where)->late ? fail(p, "if= asks for what is known at the call's end only") : 0;
}

static int parse_action(struct parse *p, const char *s)
{
	const char *value = strchr(s, '=') ? strchr(s, '=') + 1 : "";

	if (str_starts(s, "error="))
		return parse_error(p, value);
	if (str_starts(s, "when="))
		return parse_when(p, value);
	if (str_starts(s, "syscall="))
		return parse_instead(p, value);
	if (str_starts(s, "if="))
		return parse_if(p, value);
	if (p->fault)
		return fail(p, "a fault has error=, when=, syscall= and if= only");
	if (str_starts(s, "retval="))
		return parse_retval(p, value);
	if (str_starts(s, "signal="))
		return parse_signal(p, value);
	if (str_starts(s, "delay_enter="))
		return parse_delay(p, value, PHASE_ENTRY);
	if (str_starts(s, "delay_exit="))
		return parse_delay(p, value, PHASE_EXIT);
	if (str_starts(s, "poke_enter="))
		return parse_pokes(p, value, PHASE_ENTRY);
	if (str_starts(s, "poke_exit="))
		return parse_pokes(p, value, PHASE_EXIT);
	if (str_starts(s, "arg"))
		return parse_arg(p, s + 3);
	return fail(p, "no such action");
}

/* Where an action ends: an expression may have colons within strings and parentheses. */
static size_t action_length(const char *s)
{
	bool expression = str_starts(s, "if=");
	unsigned depth = 0;
	char quote = '\0';
	size_t i;

	for (i = 0; s[i] && (s[i] != ':' || (expression && (quote || depth))); i++) {
		if (!expression)
			continue;
		if (quote && s[i] == '\\' && s[i + 1])
			i++;
		else if (quote)
			quote = s[i] == quote ? '\0' : quote;
		else if (s[i] == '"' || s[i] == '\'')
			quote = s[i];
		else if (s[i] == '(')
			depth++;
		else if (s[i] == ')' && depth)
			depth--;
	}
	return i;
}

static int parse_actions(struct parse *p, char *s)
{
	while (*s) {
		size_t len = action_length(s);
		bool last = !s[len];
		s[len] = '\0';
		int err = len ? parse_action(p, s) : 0;
		if (err)
			return err;
		s += last ? len : len + 1;
	}
	const struct tamper *t = &p->rule->tamper;
	if (p->fault && !t->result) {
		p->rule->tamper.result = p->rule->tamper.failed = true;
		p->rule->tamper.ret = ENOSYS_DEFAULT;
	} else if (!t->result && !t->signo && !t->args_set && !(p->given & (GIVEN_ENTER | GIVEN_EXIT | GIVEN_POKE_ENTER | GIVEN_POKE_EXIT))) {
		return fail(p, "nothing is to be injected");
	}
	return 0;
}

static int parse_rule(struct parse *p)
{
	struct rule *r = p->rule;
	char *actions = strchr(r->text, ':');

	if (actions)
		*actions++ = '\0';
	int err = callset_parse(&r->calls, p->desc, r->text);
	if (err)
		return err;
	err = parse_actions(p, actions ? actions : strchr(r->text, '\0'));
	if (err == -EINVAL)
		diag_error("invalid %s argument '%s': %s", p->what, p->text, p->why);
	return err ? -EINVAL : 0;
}

/* Rules without condition take the place of earlier ones. */
static void supersede(struct injections *in, const struct rule *r)
{
	for (size_t i = 0; i < in->rules.len && !r->where; i++)
		if (!in->rules.at[i]->where)
			callset_remove(&in->rules.at[i]->calls, &r->calls);
}

int injections_add(struct injections *in, const char *what, const char *text, const struct desc *d, uint32_t max_string)
{
	struct rule *r = calloc(1, sizeof(*r));
	struct parse p = {.what = what, .text = text, .desc = d, .max_string = max_string, .fault = strcmp(what, "fault") == 0, .rule = r};

	if (!r || !(r->text = strdup(text)))
		abort();
	r->first = r->step = 1;
	r->last = UINT64_MAX;
	int err = parse_rule(&p);
	if (err) {
		rule_free(r);
		return err;
	}
	if (r->tamper.result && !r->tamper.failed)
		warn_retval(r->tamper.ret);
	r->tamper.pokes = r->pokes.at;
	r->tamper.npokes = r->pokes.len;
	if (r->where) {
		in->needs.fds |= where_needs(r->where)->fds;
		in->needs.comm |= where_needs(r->where)->comm;
	}
	supersede(in, r);
	*vec_push(&in->rules) = r;
	return 0;
}
