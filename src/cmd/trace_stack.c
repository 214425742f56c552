/* The options of stacks: -k, --call-graph and what goes with them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "cmd/trace_opts.h"
#include "symbol/image.h"
#include "symbol/symbols.h"

enum { CALL_GRAPH_BYTES_MAX = 65528 }; /* of perf-record(1) */

int trace_stack_mode(struct trace_opts *o, const struct option_use *use)
{
	bool source = use->arg && strcmp(use->arg, "source") == 0;

	if (use->by_letter) {
		o->k_letters++;
		return 0;
	}
	if (use->arg && !source && strcmp(use->arg, "symbol") != 0)
		return usage_error("invalid %s argument: '%s'", use->given, use->arg);
	o->stack_set = true;
	o->stack_lines = source;
	return 0;
}

/* The modes of perf-record(1). */
int trace_stack_call_graph(struct trace_opts *o, const struct option_use *use)
{
	const char *comma = strchr(use->arg, ',');
	size_t len = comma ? (size_t)(comma - use->arg) : strlen(use->arg);
	bool dwarf = len == 5 && memcmp(use->arg, "dwarf", len) == 0;
	int64_t bytes = 0;

	if (strcmp(use->arg, "lbr") == 0)
		return usage_error("--call-graph=lbr cannot be had: the processor's record of branches belongs to samples of its counters, and calls are no samples; use dwarf or fp");
	if ((!dwarf && strcmp(use->arg, "fp") != 0) || (comma && str_number(comma + 1, 1, CALL_GRAPH_BYTES_MAX, &bytes)))
		return usage_error("invalid %s argument: '%s'; there are dwarf, dwarf,BYTES (up to %d) and fp", use->given, use->arg, CALL_GRAPH_BYTES_MAX);
	o->stack_set = true;
	o->stacks.frame_pointers = !dwarf;
	o->stacks.max_bytes = (uint32_t)(bytes + 7) / 8 * 8;
	return 0;
}

int trace_stack_settle(struct trace_opts *o)
{
	bool wanted = o->k_letters || o->stack_set;

	if (o->frame_limit && !wanted)
		diag_warn("--stack-trace-frame-limit has no effect without -k/--stack-trace");
	if (o->text.fold_stacks && !wanted)
		diag_warn("--dedup-stacks has no effect without -k/--stack-trace");
	if (!wanted || o->summary_only)
		return 0;
	if (!images_supported()) {
		diag_error("Stack traces (-k/--stack-trace option) are not supported by this build: it has no libdw (elfutils)");
		return -ENOTSUP;
	}
	o->stacks.limit = o->frame_limit ? o->frame_limit : STACK_FRAMES;
	trace_stack_show(o);
	return 0;
}

void trace_stack_show(struct trace_opts *o)
{
	if (o->images || !images_supported())
		return;
	o->images = o->stacks.images = images_new();
	o->text.symbols = symbols_new(o->images, o->stack_lines || o->k_letters > 1);
}

struct symbols *trace_stack_symbols(struct trace_opts *o)
{
	if (!images_supported())
		return NULL;
	if (!o->images)
		o->images = images_new();
	if (!o->symbols)
		o->symbols = symbols_new(o->images, true);
	return o->symbols;
}

void trace_stack_done(struct trace_opts *o)
{
	symbols_free(o->symbols);
	symbols_free(o->text.symbols);
	images_free(o->images);
}
