/* The choice of an engine: see engine.h. */
#include "cmd/engine.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/ebpf_rights.h"
#include "cmd/invoker.h"
#include "cmd/options.h"
#include "cmd/trace_opts.h"

static bool is_permitted(bool tell)
{
	struct buf why = {0};
	bool permitted = ebpf_permitted(&why) == 0;

	if (!permitted && tell)
		diag_error("--engine=ebpf: %s", buf_cstr(&why));
	buf_done(&why);
	return permitted;
}

/* What takes a tracer that can stop its tracee; NULL: nothing that was asked for. */
static const char *wants_stops(const struct trace_opts *o)
{
	return o->injections.rules.len ? "--inject or --fault" : o->detach_on_exec ? "-b/--detach-on" : o->daemonize ? "-D/--daemonize" : NULL;
}

/* Options that say what is to be done as the ring fills, where there is none. */
static void tell_ringless(const struct trace_opts *o, enum engine engine)
{
	const char *option = o->lossless ? "--lossless" : o->degrade ? "--degrade" : o->ring_bytes ? "--ring-size" : NULL;

	if (option && engine != ENGINE_EBPF)
		diag_note("%s is for --engine=ebpf, and means nothing here: %s has no ring of events", option, engine == ENGINE_COUNT ? "counting in the kernel" : "ptrace");
}

int engine_choose(const struct trace_opts *o, bool countable, enum engine *out)
{
	bool targets = targets_any(&o->targets), ebpf = o->engine ? strcmp(o->engine, "ebpf") == 0 : targets;

	if (o->engine && str_starts(o->engine, "fake:")) {
		*out = ENGINE_FAKE;
		return 0;
	}
	if (ebpf && wants_stops(o)) {
		diag_error("%s stops tasks at their calls, which --engine=ebpf never does: use --engine=ptrace", wants_stops(o));
		return -EINVAL;
	}
	if (targets && !ebpf)
		return usage_error("--system, --tree, --cgroup, --container, --comm and --uid are for --engine=ebpf");
	if (ebpf && !is_permitted(true))
		return -EPERM;
	countable &= !wants_stops(o) && !o->syscall_limit;
	if (ebpf || (!o->engine && countable && is_permitted(false)))
		*out = countable ? ENGINE_COUNT : ENGINE_EBPF;
	else
		*out = ENGINE_PTRACE;
	tell_ringless(o, *out);
	return 0;
}

void engine_tell(enum engine engine)
{
	static const char *const words[] = {
		[ENGINE_PTRACE] = "ptrace", [ENGINE_EBPF] = "ebpf", [ENGINE_COUNT] = "ebpf, counting in the kernel", [ENGINE_FAKE] = "fake",
	};

	diag_note("engine: %s", words[engine]);
}

void engine_drop_root(struct trace_opts *o, enum engine engine, bool counts)
{
	if (engine == ENGINE_EBPF || engine == ENGINE_COUNT || (counts && !o->engine))
		invoker_take(o);
}
