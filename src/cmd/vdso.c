/*
 * `ringside vdso`: where the vDSO is mapped and what is in it; of a tape, which calls entered the kernel although the vDSO could have
 * answered them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arch/arch.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "capture/source.h"
#include "capture/tape.h"
#include "cmd/cmd.h"
#include "cmd/options.h"
#include "desc/table.h"
#include "insight/cost.h"
#include "insight/vdso.h"
#include "sink/output.h"
#include "task/task.h"

enum { OPT_PID, OPT_HELP };

static const char group[] = "Options";

static const struct option_row rows[] = {
	{OPT_PID, 'p', "pid", ARG_NEEDED, "PID", group, "Of this process, not of ringside itself"},
	{OPT_HELP, 'h', "help", ARG_NONE, NULL, group, "Show this"},
};

struct vdso_command {
	int64_t pid;
	bool help;
	struct output out;
};

static int apply(void *ctx, const struct option_use *use)
{
	struct vdso_command *c = ctx;

	if (use->row->id == OPT_PID && str_number(use->arg, 1, INT32_MAX, &c->pid))
		return usage_error("Invalid process id: '%s'", use->arg);
	c->help |= use->row->id == OPT_HELP;
	return 0;
}

static const struct option_table options_of_vdso = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply};

static void put_process(struct vdso_command *c, const struct vdso *v)
{
	struct buf *b = &c->out.text;

	for (size_t i = 0; i < v->areas.len; i++) {
		const struct vdso_area *a = &v->areas.at[i];
		buf_printf(b, "%#llx-%#llx  %-12s %llu bytes%s\n", (unsigned long long)a->start, (unsigned long long)a->end, a->name,
		           (unsigned long long)(a->end - a->start), str_starts(a->name, "vvar") ? ": data that the kernel keeps up to date" : "");
	}
	if (!v->areas.len)
		buf_puts(b, "no vDSO is mapped there (the kernel was started with vdso=0, or the process unmapped it)\n");
	if (v->functions.len)
		buf_puts(b, "\nfunction                     version    at         bytes  in place of\n");
	for (size_t i = 0; i < v->functions.len; i++) {
		const struct vdso_function *f = &v->functions.at[i];
		const struct call *call = desc_call_named(&desc_builtin, vdso_call_name(f->name));
		buf_printf(b, "%-28s %-10s +%#-8llx %6llu  %s\n", f->name, f->version, (unsigned long long)f->offset, (unsigned long long)f->size,
		           call ? desc_call_name(&desc_builtin, call) : "(no call)");
	}
}

static int show_process(struct vdso_command *c)
{
	struct vdso v = {0};
	int err = vdso_read((pid_t)c->pid, &v);

	if (!err)
		put_process(c, &v);
	vdso_done(&v);
	return err ? 1 : 0;
}

/* Tapes */

/* Calls of one task of one kind. */
struct bypass {
	pid_t tid;
	const char *call;
	int32_t clock;    /* clock_gettime, clock_getres */
	bool avoidable;
	uint64_t calls, total_ns;
	char comm[16];
};

struct bypasses {
	VEC(struct bypass) rows;
	struct map by_key;
	uint64_t all_calls;
};

static bool takes_clock(const char *name)
{
	return strcmp(name, "clock_gettime") == 0 || strcmp(name, "clock_getres") == 0;
}

/* The vDSO of this machine says which. */
static bool is_served(const struct vdso *v, const char *name)
{
	for (size_t i = 0; i < v->functions.len; i++)
		if (strcmp(vdso_call_name(v->functions.at[i].name), name) == 0)
			return true;
	return false;
}

/* glibc 2.41 is the first to; what it asks for at a program's start cannot come from there either. */
static bool takes_state(const char *name)
{
	return strcmp(name, "getrandom") == 0;
}

static void count(struct bypasses *b, const struct vdso *v, const struct event *e, const struct task *t)
{
	const struct call *c = desc_call(&desc_builtin, (enum abi)e->abi, e->nr);
	const char *name = c ? desc_call_name(&desc_builtin, c) : "";

	b->all_calls++;
	if (!is_served(v, name))
		return;
	int32_t clock = takes_clock(name) ? (int32_t)e->args[0] : 0;
	uint64_t key = ((uint64_t)(uint32_t)e->tid << 32) ^ (uint64_t)(uint32_t)clock << 12 ^ (uint64_t)(c - desc_builtin.calls);
	uintptr_t at = (uintptr_t)map_get(&b->by_key, key);
	if (!at) {
		*vec_push(&b->rows) = (struct bypass){.tid = e->tid, .call = name, .clock = clock,
		                                      .avoidable = takes_clock(name) ? vdso_has_clock(clock) : !takes_state(name)};
		at = b->rows.len;
		map_put(&b->by_key, key, (void *)at);
	}
	struct bypass *row = &b->rows.at[at - 1];
	row->calls++;
	row->total_ns += e->exit_ns - e->enter_ns;
	if (t)
		memcpy(row->comm, t->comm, sizeof(row->comm));
}

static int compare(const void *a, const void *b)
{
	const struct bypass *x = a, *y = b;

	return (x->calls < y->calls) - (x->calls > y->calls);
}

static const char *clock_name(int32_t clock)
{
	const struct set *s = &desc_builtin.sets[desc_set_named(&desc_builtin, "clocks")];

	for (uint32_t i = 0; i < s->count; i++)
		if (desc_builtin.symbols[s->first + i].value == (uint32_t)clock)
			return desc_string(&desc_builtin, desc_builtin.symbols[s->first + i].name);
	return "a clock of a process or device";
}

static void put_rows(struct vdso_command *c, const struct bypasses *b)
{
	struct buf *out = &c->out.text;

	buf_puts(out, "     calls   time in them  thread                     call, and whether the vDSO could have answered it\n");
	for (size_t i = 0; i < b->rows.len; i++) {
		const struct bypass *r = &b->rows.at[i];
		buf_printf(out, "%10llu  %10.3f ms  %-8d %-16s  %s", (unsigned long long)r->calls, (double)r->total_ns / 1e6, r->tid, r->comm, r->call);
		if (takes_clock(r->call))
			buf_printf(out, "(%s)", clock_name(r->clock));
		buf_puts(out, r->avoidable ? "  yes\n" : takes_clock(r->call) ? "  no: that clock needs the kernel\n" : "  only where the C library keeps state for it\n");
	}
}

/* What they would have cost, by what one costs here. */
static void put_sum(struct vdso_command *c, const struct bypasses *b)
{
	struct cost vdso;
	uint64_t calls = 0, ns = 0;

	for (size_t i = 0; i < b->rows.len; i++) {
		calls += b->rows.at[i].avoidable ? b->rows.at[i].calls : 0;
		ns += b->rows.at[i].avoidable ? b->rows.at[i].total_ns : 0;
	}
	if (!calls) {
		buf_printf(&c->out.text, "None of the %llu calls on the tape could have been spared by the vDSO.\n", (unsigned long long)b->all_calls);
		return;
	}
	cost_measure(cost_kind_named("vdso"), 11, &vdso);
	buf_printf(&c->out.text,
	           "\n%llu of %llu calls entered the kernel for what the vDSO knows: %.3f ms as recorded; in the vDSO of this machine, about %.3f ms.\n"
	           "A program bypasses it when it calls syscall(2) itself, is linked with a C library that does not look for it, or when the clock\n"
	           "source cannot be read in user mode (/sys/devices/system/clocksource/clocksource0/current_clocksource is not tsc).\n",
	           (unsigned long long)calls, (unsigned long long)b->all_calls, (double)ns / 1e6, (double)calls * vdso.median_ns / 1e6);
}

static int show_tape(struct vdso_command *c, const char *path)
{
	struct tape_source_opts opts = {.until_ns = UINT64_MAX};
	struct bypasses b = {0};
	struct tasks tasks = {0};
	struct vdso v = {0};
	struct source *s;
	const struct event *e;
	int result = tape_source_open(path, &opts, &s);

	if (result)
		return 1;
	result = vdso_read(0, &v);
	while (!result && (result = source_next(s, &e)) == SOURCE_EVENT) {
		struct task *t = tasks_apply(&tasks, e);
		if (e->kind == EVENT_CALL)
			count(&b, &v, e, t);
		result = 0;
	}
	if (b.rows.len)
		qsort(b.rows.at, b.rows.len, sizeof(*b.rows.at), compare);
	if (b.rows.len)
		put_rows(c, &b);
	if (result >= 0)
		put_sum(c, &b);
	source_close(s);
	tasks_done(&tasks);
	vdso_done(&v);
	vec_done(&b.rows);
	map_done(&b.by_key);
	return result < 0;
}

int cmd_vdso(int argc, char **argv)
{
	struct vdso_command c = {.out = {.fd = STDOUT_FILENO}};
	struct option_table mine = options_of_vdso;

	mine.ctx = &c;
	int first = options_parse(&mine, argc, argv);
	if (first < 0)
		return 1;
	if (c.help) {
		cmd_vdso_help(stdout);
		return 0;
	}
	if (argv[first] && (c.pid || argv[first + 1]))
		return usage_error("one process or one tape: '%s'", argv[first + !c.pid]) != 0;
	int status = argv[first] ? show_tape(&c, argv[first]) : show_process(&c);
	output_flush(&c.out);
	status |= c.out.broken;
	output_close(&c.out);
	return status;
}

void cmd_vdso_help(FILE *to)
{
	help_text(to, "Usage: ringside vdso [-p PID]\n"
		"       ringside vdso TAPE\n"
		"\n"
		"The vDSO is a small library that the kernel maps into each program, with which some calls need not enter the kernel. Shows\n"
		"where it is and what functions it has; of a tape, which calls entered the kernel although it could have answered them.\n");
	options_help(&options_of_vdso, to, help_columns(to));
}
