/* `ringside table`: the calls of an ABI, by number and by name, from the tables that traces are decoded with. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/diag.h"
#include "base/vec.h"
#include "cmd/cmd.h"
#include "cmd/options.h"
#include "filter/filter.h"
#include "sink/json.h"
#include "sink/output.h"

enum { OPT_ABI, OPT_JSON, OPT_BY_NAME, OPT_HELP };

static const char group[] = "What is shown";

static const struct option_row rows[] = {
	{OPT_ABI, 'A', "abi", ARG_NEEDED, "ABI", group, "The numbers of x86_64 (default: this machine's), i386, x32, aarch64 or riscv64; all: a column for each"},
	{OPT_BY_NAME, 'n', "by-name", ARG_NONE, NULL, group, "Sort by name, not by number"},
	{OPT_JSON, 0, "json", ARG_NONE, NULL, group, "An object a line"},
	{OPT_HELP, 'h', "help", ARG_NONE, NULL, group, "Show this"},
};

struct table {
	int abi; /* ABI_COUNT: all */
	bool json, by_name, help;
	const struct desc *desc;
	struct callset wanted;
	struct output out;
};

static int set_abi(struct table *t, const char *name)
{
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (strcmp(abi_name((enum abi)abi), name) == 0) {
			t->abi = abi;
			return 0;
		}
	}
	if (strcmp(name, "all") != 0)
		return usage_error("no such ABI: '%s'; there are x86_64, i386, x32, aarch64, riscv64 and all", name);
	t->abi = ABI_COUNT;
	return 0;
}

static int apply(void *ctx, const struct option_use *use)
{
	struct table *t = ctx;

	switch (use->row->id) {
	case OPT_ABI:
		return set_abi(t, use->arg);
	case OPT_JSON:
		t->json = true;
		return 0;
	case OPT_BY_NAME:
		t->by_name = true;
		return 0;
	default:
		t->help = true;
		return 0;
	}
}

static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

/* Of a call within another there is no number for the register. */
static int number_of(const struct table *t, enum abi abi, const struct call *c)
{
	int nr = desc_number(t->desc, abi, c);

	return nr >= ABI_INNER ? -1 : nr;
}

static void put_classes(struct buf *b, const struct call *c, const char *between, bool quoted)
{
	const char *const *names = desc_class_names();
	bool any = false;

	for (int i = 0; i < CLASS_COUNT; i++) {
		if (!(c->classes >> i & 1))
			continue;
		buf_printf(b, quoted ? "%s\"%s\"" : "%s%s", any ? between : "", names[i]);
		any = true;
	}
}

static void put_since(struct buf *b, const struct call *c, const char *none)
{
	if (c->since)
		buf_printf(b, "%u.%u", c->since >> 8, c->since & 0xff);
	else
		buf_puts(b, none);
}

static void put_json(struct table *t, const struct call *c)
{
	struct buf *b = &t->out.text;
	bool any = false;

	buf_puts(b, "{\"name\":");
	json_string(b, desc_call_name(t->desc, c), strlen(desc_call_name(t->desc, c)));
	buf_puts(b, ",\"numbers\":{");
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		int nr = number_of(t, (enum abi)abi, c);
		if (nr < 0)
			continue;
		buf_printf(b, "%s\"%s\":%d", any ? "," : "", abi_name((enum abi)abi), nr);
		any = true;
	}
	buf_printf(b, "},\"described\":%s,\"classes\":[", c->described ? "true" : "false");
	put_classes(b, c, ",", true);
	buf_puts(b, "],\"since\":");
	if (c->since)
		buf_putc(b, '"');
	put_since(b, c, "null");
	buf_puts(b, c->since ? "\"}\n" : "}\n");
	output_line_end(&t->out);
}

static void put_head(struct table *t)
{
	struct buf *b = &t->out.text;

	for (int abi = 0; abi < ABI_COUNT; abi++)
		if (t->abi == abi || t->abi == ABI_COUNT)
			buf_printf(b, "%7s ", abi_name((enum abi)abi));
	buf_puts(b, " call                    since  classes\n");
	output_line_end(&t->out);
}

static void put_text(struct table *t, const struct call *c)
{
	struct buf *b = &t->out.text;

	for (int abi = 0; abi < ABI_COUNT; abi++) {
		if (t->abi != abi && t->abi != ABI_COUNT)
			continue;
		int nr = number_of(t, (enum abi)abi, c);
		if (nr < 0)
			buf_puts(b, "      - ");
		else
			buf_printf(b, "%7d ", nr);
	}
	buf_printf(b, " %s", desc_call_name(t->desc, c));
	output_pad(&t->out, (size_t)(t->abi == ABI_COUNT ? ABI_COUNT : 1) * 8 + 25);
	put_since(b, c, "-");
	if (c->classes) {
		output_pad(&t->out, (size_t)(t->abi == ABI_COUNT ? ABI_COUNT : 1) * 8 + 32);
		put_classes(b, c, " ", false);
	}
	buf_putc(b, '\n');
	output_line_end(&t->out);
}

static void put_call(struct table *t, const struct call *c)
{
	if (t->json)
		put_json(t, c);
	else
		put_text(t, c);
}

static bool is_wanted(const struct table *t, const struct call *c)
{
	for (int abi = 0; abi < ABI_COUNT; abi++) {
		int nr = t->abi == abi || t->abi == ABI_COUNT ? number_of(t, (enum abi)abi, c) : -1;
		if (nr >= 0 && callset_has(&t->wanted, (enum abi)abi, (uint64_t)nr))
			return true;
	}
	return false;
}

static int compare_names(const void *a, const void *b)
{
	const struct desc *d = &desc_builtin;

	return strcmp(desc_call_name(d, *(const struct call *const *)a), desc_call_name(d, *(const struct call *const *)b));
}

static unsigned list_by_name(struct table *t)
{
	VEC(const struct call *) found = {0};

	for (uint32_t i = 1; i < t->desc->ncalls; i++)
		if (is_wanted(t, &t->desc->calls[i]))
			*vec_push(&found) = &t->desc->calls[i];
	if (found.len)
		qsort(found.at, found.len, sizeof(*found.at), compare_names);
	for (size_t i = 0; i < found.len; i++)
		put_call(t, found.at[i]);
	unsigned n = (unsigned)found.len;
	vec_done(&found);
	return n;
}

static unsigned list_by_number(struct table *t)
{
	unsigned n = 0;

	for (uint32_t nr = 0; nr < t->desc->nnumbers[t->abi] && nr < ABI_INNER; nr++) {
		const struct call *c = desc_call(t->desc, (enum abi)t->abi, nr);
		if (c && callset_has(&t->wanted, (enum abi)t->abi, nr)) {
			put_call(t, c);
			n++;
		}
	}
	return n;
}

static int list(struct table *t, char **words)
{
	struct buf text = {0};
	int err = 0;

	for (; *words; words++)
		buf_printf(&text, "%s%s", text.len ? "," : "", *words);
	callset_all(&t->wanted);
	if (text.len)
		err = callset_parse(&t->wanted, t->desc, buf_cstr(&text));
	buf_done(&text);
	if (err)
		return 1;
	t->out.fd = STDOUT_FILENO;
	if (!t->json)
		put_head(t);
	unsigned n = t->by_name || t->abi == ABI_COUNT ? list_by_name(t) : list_by_number(t);
	output_flush(&t->out);
	bool broken = t->out.broken;
	output_close(&t->out);
	if (!n)
		diag_error("no such call on %s", t->abi == ABI_COUNT ? "any ABI" : abi_name((enum abi)t->abi));
	return broken || !n;
}

int cmd_table(int argc, char **argv)
{
	struct table t = {.abi = abi_native(), .desc = &desc_builtin};
	struct option_table mine = options;

	mine.ctx = &t;
	int first = options_parse(&mine, argc, argv);
	if (first < 0)
		return 1;
	if (t.help) {
		cmd_table_help(stdout);
		return 0;
	}
	return list(&t, argv + first);
}

void cmd_table_help(FILE *to)
{
	help_text(to, "Usage: ringside table [OPTIONS] [CALLS ...]\n"
		"\n"
		"The system calls with their numbers: all of an ABI, or those named as in -e trace=: openat, 257, %file, /^sched_/,\n"
		"!%network.\n");
	options_help(&options, to, help_columns(to));
}
