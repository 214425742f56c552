/*
 * The way in. A run of `ringside trace` is: options, source, loop { event → task → filter → decode → sink }.
 *
 * main.c                  picks the command
 * cmd/                    one file a subcommand; these may use everything
 *   cmd.h help.c version.c  the command table; help; what is built in
 *   options.c               parsing and help by table
 *   trace.c                 the loop, signals, exit status
 *   record.c replay.c units.c processes.c  to a tape; from it; sizes and times; /proc
 *   stat.c export.c         their options; the work is sink/'s
 *   part.c                  which part of a tape: --since, --until, --pid
 *   report.c page.c page_facts.c  a page to look at; its template; what it tells beside the recording
 *   view.c view_data.c view_serve.c  the page of a large tape; passes and chunks; HTTP
 *   explain.c table.c call.c  what things mean; calls and their numbers; one made by hand
 *   bench.c vdso.c          what crossing costs; who need not cross
 *   trace_opts.c trace_opts_*.c  trace's options: the table, what they do, their contradictions
 *   trace_stack.c           those of stacks
 *   targets.c engine.c      whom to watch; who can do what was asked
 *   invoker.c               who started us with root's rights
 *   completion.c            shells and the manual, from the same tables
 *   expression.c            -e: which set means what
 *   topics.c tips.c         help on what several commands share; hints
 * capture/                where events come from; source.h is the interface
 *   ptrace*.c               the engine anyone can use
 *   copy.c memory.c         a task's memory by capture plan
 *   fdinfo.c sockinfo.c     what a descriptor stands for
 *   nsinfo.c status.c vcpu.c  namespaces and their pids; lines of /proc/PID/status; virtual CPUs
 *   ebpf*.c bpf/            programs in the kernel, and their events
 *   launch.c                a child that becomes a program
 *   container*.c            cgroups by name
 *   stack.c code.c jit.c    where a task is and who called; which code is mapped; names of code made at run time
 *   placement.c             which CPU the tracer runs on
 *   json.c                  events from JSON Lines
 *   fake.c                  events from a text file
 *   handmade.c              one call that a child of ours makes
 *   tape.c                  events from a tape
 * event/event.c fields.c stack.c bounds.c  one raw fact, and its memory; its members by name; stacks as bytes; what filters ask of ends
 * task/task.c             who is who over time
 * arch/arch.c i386.c      what the kernel calls ABIs; calls within calls
 * symbol/                 addresses → functions, files, lines
 *   image.c rules.c names.c none.c  files of code: opening, unwind tables, symbols; without libdw
 *   unwind.c                up the stack, by rules
 *   symbols.c               the frames of an event in words
 * desc/                   what calls look like, as tables
 *   table.c classes.c expr.c  look-ups in the tables
 *   lex.c sources.c attributes.c parse*.c build.c check.c layout.c class.c plan.c  the language to tables
 *   descc.c emit.c load.c   at build time; at run time
 *   about.c                 what things are, in words
 * decode/                 event + table → values
 *   walk.c value.c pointer.c number.c chain.c linked.c eval.c address.c  by type
 *   redact*.c               events without secrets
 *   custom/                 what the language cannot say
 * filter/                 which events matter
 *   callset.c words.c path.c  -e trace; other sets; -P
 *   where*.c glob.c         --where: the expression language
 *   inject*.c               -e inject: what to do to calls
 *   prefilter.c             the same for the kernel
 * insight/                explanations
 *   compose.c               arguments from words
 *   cost*.c vdso.c          measuring what calls cost; reading the vDSO
 *   explain*.c signature.c coverage.c  what calls, errors and lines mean; calls as C prototypes
 * sink/                   where events end; sink.h is the interface
 *   text*.c memo.c show.c when.c  lines; those that come again; values; times
 *   stack.c                 stacks behind lines
 *   format.c                lines by template
 *   summary.c               the table of -c
 *   stat*.c histogram.c     the tables of stat
 *   export*.c               formats of other programs
 *   palette.c gloss.c       colours; errors and flags in words
 *   dump.c                  what calls moved, in hex
 *   page*.c overview*.c     the data of a page: rows, columns, text; added up
 *   notice.c                what is attached and detached
 *   json.c jsonl*.c         values as JSON; events; the schema of both
 *   output.c                files, pipes, stderr, one buffer
 *   tape.c                  events to a tape
 * tape/                   recordings; tape.h is the interface
 *   format.c meta.c crc32c.c  header, heads, what is known of a recording
 *   encode.c decode.c dirents.c stream.c  events to chunks and back, by model.h; compression
 *   write.c read.c          files, index, ring; finding chunks, damage
 * base/                   buffers, maps, strings, sets, messages, a thread; numbers of calls within calls
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "cmd/cmd.h"
#include "cmd/options.h"

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Options of the program itself, for those who try them first. */
static const struct {
	const char *option;
	const char *command;
} aliases[] = {
	{"-h", "help"}, {"--help", "help"}, {"-V", "version"}, {"--version", "version"},
};

static const struct command *find(const char *word)
{
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		if (strcmp(aliases[i].option, word) == 0)
			return command_named(aliases[i].command);
	return command_named(word);
}

int main(int argc, char **argv)
{
	if (argc > 0)
		diag_program = argv[0];
	if (strcmp(base_name(diag_program), "strace") == 0)
		return cmd_trace(argc, argv);
	if (argc < 2) {
		cmd_help_overview(stderr);
		return 1;
	}
	const struct command *c = find(argv[1]);
	if (!c)
		return 1;
	usage_command(c->name);
	return c->run(argc - 1, argv + 1);
}
