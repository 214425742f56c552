/* `ringside bench`: what crossing into the kernel costs on this machine, as bars and as JSON. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/options.h"
#include "insight/cost.h"
#include "sink/json.h"
#include "sink/output.h"

enum { OPT_ROUNDS, OPT_JSON, OPT_HELP, ROUNDS = 41, BAR = 20 };

static const char group[] = "How";

static const struct option_row rows[] = {
	{OPT_ROUNDS, 'n', "rounds", ARG_NEEDED, "NUMBER", group, "So many rounds of 2 ms each (default 41)"},
	{OPT_JSON, 0, "json", ARG_NONE, NULL, group, "An object with all of it"},
	{OPT_HELP, 'h', "help", ARG_NONE, NULL, group, "Show this"},
};

struct bench {
	int64_t rounds;
	bool json, help;
	struct output out;
	double unit_ns; /* of an empty call, once that was measured */
};

static int apply(void *ctx, const struct option_use *use)
{
	struct bench *b = ctx;

	if (use->row->id == OPT_ROUNDS && str_number(use->arg, 3, 1000, &b->rounds))
		return usage_error("invalid %s argument: '%s', a number from 3 to 1000 is needed", use->given, use->arg);
	b->json |= use->row->id == OPT_JSON;
	b->help |= use->row->id == OPT_HELP;
	return 0;
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

/* Three digits and a unit. */
static const char *time_text(double ns, char *text, size_t size)
{
	const char *unit = ns < 1000 ? "ns" : ns < 1e6 ? "us" : "ms";
	double v = ns < 1000 ? ns : ns < 1e6 ? ns / 1e3 : ns / 1e6;

	snprintf(text, size, "%.*f%s", v < 10 ? 2 : v < 100 ? 1 : 0, v, unit);
	return text;
}

/* Its length is the logarithm: from 1 ns, nothing, to 1 ms, all of it. */
static void put_bar(struct buf *b, double ns)
{
	int filled = ns > 1 ? (int)(log10(ns) / 6 * BAR + 0.5) : 0;

	for (int i = 0; i < BAR; i++)
		buf_puts(b, i < filled ? "\u2588" : " ");
}

static void put_text(struct bench *b, const struct cost *c)
{
	struct buf *out = &b->out.text;
	char median[16], low[16], high[16], range[40];

	buf_printf(out, "  %-62s", c->kind->what);
	if (c->missing) {
		buf_printf(out, "  not measured: %s\n", c->missing);
		output_line_end(&b->out);
		return;
	}
	snprintf(range, sizeof(range), "%s-%s", time_text(c->low_ns, low, sizeof(low)), time_text(c->high_ns, high, sizeof(high)));
	buf_printf(out, "%8s  %-17s", time_text(c->median_ns, median, sizeof(median)), range);
	if (b->unit_ns > 0)
		buf_printf(out, "%8.*fx ", c->median_ns < 10 * b->unit_ns ? 2 : 0, c->median_ns / b->unit_ns);
	else
		buf_puts(out, "          ");
	put_bar(out, c->median_ns);
	while (out->len && out->data[out->len - 1] == ' ')
		out->len--;
	buf_putc(out, '\n');
	output_line_end(&b->out);
}

static void put_json(struct bench *b, const struct cost *c, bool first)
{
	struct buf *out = &b->out.text;

	buf_puts(out, first ? "\n" : ",\n");
	buf_printf(out, "{\"name\":\"%s\",\"group\":\"%s\",\"what\":\"%s\"", c->kind->name, c->kind->group, c->kind->what);
	if (c->missing) {
		buf_puts(out, ",\"missing\":");
		json_string(out, c->missing, strlen(c->missing));
	} else {
		buf_printf(out, ",\"median_ns\":%.3f,\"low_ns\":%.3f,\"high_ns\":%.3f,\"rounds\":%u,\"calls\":%u,\"bytes\":%u", c->median_ns, c->low_ns,
		           c->high_ns, c->rounds, c->kind->calls, c->kind->bytes);
	}
	buf_putc(out, '}');
}

static const char *next_kind(const void *ctx, size_t i)
{
	(void)ctx;
	return i < ncost_kinds ? cost_kinds[i].name : NULL;
}

/* Whether all words are names of kinds. */
static bool words_known(char **words)
{
	for (; *words; words++) {
		if (cost_kind_named(*words))
			continue;
		const char *near = str_nearest(*words, next_kind, NULL);
		usage_error("nothing to measure is called '%s'%s%s%s", *words, near ? ", did you mean '" : "", near ? near : "", near ? "'?" : "");
		return false;
	}
	return true;
}

static bool is_wanted(const struct cost_kind *k, char **words)
{
	if (!*words)
		return true;
	for (; *words; words++)
		if (strcmp(k->name, *words) == 0)
			return true;
	return false;
}

static void put_head(struct bench *b)
{
	struct utsname u;

	uname(&u);
	if (b->json) {
		buf_puts(&b->out.text, "{\"host\":");
		json_string(&b->out.text, u.nodename, strlen(u.nodename));
		buf_puts(&b->out.text, ",\"kernel\":");
		json_string(&b->out.text, u.release, strlen(u.release));
		buf_puts(&b->out.text, ",\"machine\":");
		json_string(&b->out.text, u.machine, strlen(u.machine));
		buf_puts(&b->out.text, ",\"costs\":[");
		return;
	}
	buf_printf(&b->out.text, "Linux %s, %s: median, nine tenths between, multiple of an empty call\n", u.release, u.machine);
	output_line_end(&b->out);
}

static void measure_all(struct bench *b, char **words)
{
	const char *heading = NULL;
	struct cost c;
	bool first = true;

	put_head(b);
	cost_measure(cost_kind_named("getppid"), 11, &c); /* an empty call: what others are multiples of */
	b->unit_ns = c.median_ns;
	for (size_t i = 0; i < ncost_kinds; i++) {
		const struct cost_kind *k = &cost_kinds[i];
		if (!is_wanted(k, words))
			continue;
		if (!b->json && (!heading || strcmp(heading, k->group) != 0))
			buf_printf(&b->out.text, "\n%s\n", k->group);
		heading = k->group;
		output_flush(&b->out); /* before anything forks */
		cost_measure(k, (unsigned)b->rounds, &c);
		if (b->json)
			put_json(b, &c, first);
		else
			put_text(b, &c);
		first = false;
	}
	if (b->json)
		buf_puts(&b->out.text, "\n]}\n");
}

int cmd_bench(int argc, char **argv)
{
	struct bench b = {.rounds = ROUNDS, .out = {.fd = STDOUT_FILENO, .by_line = isatty(STDOUT_FILENO)}};
	struct option_table mine = options;

	mine.ctx = &b;
	int first = options_parse(&mine, argc, argv);
	if (first < 0)
		return 1;
	if (b.help) {
		cmd_bench_help(stdout);
		return 0;
	}
	if (!words_known(argv + first))
		return 1;
	measure_all(&b, argv + first);
	output_flush(&b.out);
	int status = b.out.broken;
	output_close(&b.out);
	return status;
}

void cmd_bench_help(FILE *to)
{
	struct buf text = {0};

	buf_puts(&text, "Usage: ringside bench [OPTIONS] [NAME ...]\n"
		"\n"
		"Measures what crossing into the kernel costs on this machine, beside what does not cross. All of it takes about ten "
		"seconds. NAME: only these, of");
	for (size_t i = 0; i < ncost_kinds; i++)
		buf_printf(&text, " %s", cost_kinds[i].name);
	help_text(to, buf_cstr(&text));
	buf_done(&text);
	options_help(&options, to, help_columns(to));
}
