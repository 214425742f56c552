/* What options do that are about how lines look. */
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/trace_opts_in.h"

/* Output format */

static int set_precision(const struct option_use *use, digits *out)
{
	int i = use->arg ? WORD_INDEX(precisions, use->arg, strlen(use->arg)) : 2;

	if (i < 0)
		return invalid_argument(use);
	*out = (digits)(i * 3);
	return 0;
}

static int set_clock_word(struct text_opts *t, const char *word, size_t len)
{
	static const char *const formats[] = {"none", "time", "unix"};
	bool only_format = strncasecmp(word, "format:", 7) == 0, only_precision = strncasecmp(word, "precision:", 10) == 0;
	size_t skip = only_format ? 7 : only_precision ? 10 : 0;
	int as = only_precision ? -1 : WORD_INDEX(formats, word + skip, len - skip);
	int precision = only_format ? -1 : WORD_INDEX(precisions, word + skip, len - skip);

	if (as >= 0)
		t->clock = (enum clock_as)as;
	else if (precision >= 0)
		t->clock_digits = (digits)(precision * 3);
	return as < 0 && precision < 0 ? -EINVAL : 0;
}

static int set_clock(struct trace_opts *o, const struct option_use *use)
{
	if (use->by_letter) {
		o->t_letters++;
		return 0;
	}
	/* What is not said stays as an option before said. */
	o->clock_set = true;
	if (!use->arg || o->text.clock == CLOCK_NONE)
		o->text.clock = CLOCK_TIME;
	for (const char *s = use->arg ? use->arg : "time"; *s; s += *s == ',') {
		size_t len = strcspn(s, ",");
		if (set_clock_word(&o->text, s, len))
			return invalid_argument(use);
		s += len;
	}
	return 0;
}

static int set_hex(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"none", "non-ascii", "all", "non-ascii-chars"}; /* as in enum escape_as */
	int i = WORD_INDEX(words, use->arg ? use->arg : "all", strlen(use->arg ? use->arg : "all"));

	if (use->by_letter) {
		o->x_letters++;
		return 0;
	}
	if (i < 0)
		return invalid_argument(use);
	o->strings_set = true;
	o->text.show.escape = (enum escape_as)i;
	return 0;
}

static int set_const(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"abbrev", "raw", "verbose"}; /* as in enum symbols_as */
	int i = WORD_INDEX(words, use->arg, strlen(use->arg));

	if (i < 0)
		return invalid_argument(use);
	o->text.show.symbols = (enum symbols_as)i;
	return 0;
}

static int set_color(struct trace_opts *o, const struct option_use *use)
{
	static const char *const words[] = {"auto", "never", "always"};
	int i = use->arg ? WORD_INDEX(words, use->arg, strlen(use->arg)) : -1;

	if (i < 0)
		return invalid_argument(use);
	o->color = i;
	return 0;
}

static int set_json(struct trace_opts *o, const struct option_use *use)
{
	if (use->arg && strcmp(use->arg, "raw") != 0)
		return invalid_argument(use);
	o->json = true;
	o->lines.raw = use->arg != NULL;
	return 0;
}

static int apply_number(const struct option_use *use, unsigned long max, unsigned *out)
{
	return parse_decimal(use->arg, max, out) ? invalid_argument(use) : 0;
}

static int apply_values(struct trace_opts *o, const struct option_use *use)
{
	enum { STRING_MAX = UINT32_MAX / 4, FRAMES_MAX = INT32_MAX / 2 };

	switch (use->row->id) {
	case OPT_COLUMNS:
		return apply_number(use, INT32_MAX - 1, &o->text.column);
	case OPT_STRING:
		o->string_limit_set = true;
		return apply_number(use, STRING_MAX, &o->text.show.max_string);
	case OPT_RELATIVE:
		return set_precision(use, &o->text.relative);
	case OPT_TOOK:
		return set_precision(use, &o->text.took);
	case OPT_CLOCK:
		return set_clock(o, use);
	case OPT_HEX:
		return set_hex(o, use);
	case OPT_CONST:
		return set_const(o, use);
	case OPT_JSON:
		return set_json(o, use);
	case OPT_STACK:
		return trace_stack_mode(o, use);
	case OPT_CALL_GRAPH:
		return trace_stack_call_graph(o, use);
	case OPT_FRAMES:
		return parse_decimal(use->arg, FRAMES_MAX, &o->frame_limit) || !o->frame_limit ? invalid_argument(use) : 0;
	default:
		return set_color(o, use);
	}
}

int trace_apply_format(struct trace_opts *o, const struct option_use *use)
{
	switch (use->row->id) {
	case OPT_IP:
		o->text.ip = true;
		return 0;
	case OPT_NUMBER:
		o->text.nr = true;
		return 0;
	case OPT_ARG_NAMES:
		o->text.show.arg_names = true;
		return 0;
	case OPT_OUTPUT:
		o->output = use->arg;
		return 0;
	case OPT_APPEND:
		o->append = true;
		return 0;
	case OPT_DECODE:
		o->decode = true;
		return 0;
	case OPT_WHOLE:
		o->whole_lines = true;
		return 0;
	case OPT_EXPLAIN:
		o->text.explain = true;
		return 0;
	case OPT_FORMAT:
		o->format = use->arg;
		return 0;
	case OPT_ALWAYS_PID:
		o->always_pid = true;
		return 0;
	case OPT_FOLD:
		o->text.fold_stacks = true;
		return 0;
	default:
		return apply_values(o, use);
	}
}
