/*
 * `ringside call`: one system call made by hand, through the descriptions, and shown as trace would show it. How it is shown is for trace's
 * options to say.
 */
#include <errno.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/handmade.h"
#include "cmd/cmd.h"
#include "cmd/run.h"
#include "insight/compose.h"

enum { OPT_FORCE = OPT_OTHERS };

static const char group[] = "The call";

static const struct option_row rows[] = {
	{OPT_FORCE, 0, "force", ARG_NONE, NULL, group, "Make it even if it would harm more than the child that makes it"},
};

struct call_command {
	bool force;
	sigset_t mask; /* as we came: the command holds some back while it begins */
	struct arena memory;
};

static int apply(void *ctx, const struct option_use *use)
{
	struct call_command *c = ctx;

	(void)use;
	c->force = true;
	return 0;
}

/* What these do stays when the child that made them is gone, and is not meant for one process. */
static const char *const of_the_machine[] = {
	"acct", "adjtimex", "clock_adjtime", "clock_settime", "delete_module", "finit_module", "fsconfig", "fsmount", "init_module", "ioperm",
	"iopl", "kexec_file_load", "kexec_load", "mount", "mount_setattr", "move_mount", "nfsservctl", "pivot_root", "quotactl", "quotactl_fd",
	"reboot", "sethostname", "setdomainname", "settimeofday", "swapoff", "swapon", "syslog", "umount", "umount2", "vhangup",
};

static const char *const that_signal[] = {"kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal"};

static bool is_one_of(const char *name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, list[i]) == 0)
			return true;
	return false;
}

/* Why it had better not be made; or NULL. */
static const char *harm(const char *name, const uint64_t args[6])
{
	pid_t to = (pid_t)args[0];

	if (is_one_of(name, of_the_machine, sizeof(of_the_machine) / sizeof(of_the_machine[0])))
		return "it changes the machine, not only the process that makes it";
	if (is_one_of(name, that_signal, sizeof(that_signal) / sizeof(that_signal[0])) && strcmp(name, "pidfd_send_signal") != 0 &&
	    (to <= 1 || to == getpid() || to == getppid()))
		return "it signals a group of processes, init, or who started it";
	if (strcmp(name, "vfork") == 0 || (strcmp(name, "clone") == 0 && args[0] & CLONE_VM))
		return "parent and child would run on one stack";
	return NULL;
}

static const char *next_call(const void *ctx, size_t i)
{
	const struct desc *d = ctx;

	return i + 1 < d->ncalls ? desc_call_name(d, &d->calls[i + 1]) : NULL;
}

/* The number of a call of this machine's own ABI; or -EINVAL. */
static int find(const struct desc *d, const char *name, const struct call **call)
{
	int nr = -1;

	*call = desc_call_named(d, name);
	if (*call)
		nr = desc_number(d, (enum abi)abi_native(), *call);
	if (nr >= 0)
		return nr;
	const char *near = *call ? NULL : str_nearest(name, next_call, d);
	if (near)
		return usage_error("no such call: '%s', did you mean '%s'?", name, near);
	return usage_error("no such call on %s: '%s'", abi_name((enum abi)abi_native()), name);
}

static int open_call(void *ctx, struct trace_opts *o, struct source **out)
{
	struct call_command *c = ctx;
	struct capture_opts capture = {
		.desc = o->text.desc, .string_bytes = o->text.show.max_string + 1, .fds = o->fd_kinds || o->needs.fds, .sockets = o->fd_kinds & ~(1u << FD_PATH),
		.comms = o->comms, .announce = true,
	};
	const struct call *call;
	uint64_t args[6];
	unsigned n = 0;

	int nr = find(capture.desc, o->argv[0], &call);
	if (nr < 0)
		return nr;
	while (o->argv[n + 1])
		n++;
	int err = compose_args(capture.desc, call, o->argv + 1, n, &c->memory, args);
	if (err)
		return usage_hint();
	const char *why = c->force ? NULL : harm(o->argv[0], args);
	if (why) {
		diag_error("%s is not made: %s. --force makes it", o->argv[0], why);
		return -EPERM;
	}
	return handmade_source_open(&capture, (uint64_t)nr, args, &c->mask, out);
}

static int settle(void *ctx, struct trace_opts *o)
{
	(void)ctx;
	return o->argv ? 0 : usage_error("must have CALL [ARGUMENTS]");
}

static const bool from_file = true; /* as far as trace's options can tell */
static const struct option_table options = {.rows = rows, .n = sizeof(rows) / sizeof(rows[0]), .apply = apply, .from_file = &from_file};

int cmd_call(int argc, char **argv)
{
	static struct call_command c;
	struct option_table mine = options;
	struct job job = {.options = &mine, .help = cmd_call_help, .settle = settle, .open_source = open_call, .ctx = &c};

	mine.ctx = &c;
	sigprocmask(SIG_SETMASK, NULL, &c.mask);
	int status = job_run(&job, argc, argv);
	arena_done(&c.memory);
	return status;
}

void cmd_call_help(FILE *to)
{
	static const char usage[] =
		"Usage: ringside call [OPTIONS] CALL [ARGUMENT ...]\n"
		"\n"
		"Makes a system call, in a child process, and shows it as trace would. The exit status is 0, or 1 when the call failed.\n"
		"\n"
		"  ringside call openat AT_FDCWD /etc/hostname 'O_RDONLY|O_CLOEXEC'\n"
		"  ringside call uname                             what the kernel writes needs no word\n"
		"  ringside call write 1 'hello\\n' 6               a string; quotes \"...\" are needed for escapes only\n"
		"  ringside call read 0 @16 16                     room for 16 bytes\n"
		"  ringside call nanosleep '{tv_sec=1, tv_nsec=0}' NULL\n"
		"  ringside call poll '[{fd=0, events=POLLIN}]' 1 500\n"
		"\n"
		"Numbers are decimal, 0x or 0 octal; names are joined by '|'. Of the options below, those for filters and text apply.\n";

	help_text(to, usage);
	trace_opts_help(&options, to, help_columns(to));
}
