/* What the kernel tells of processes. */
#include <stdio.h>
#include <sys/wait.h>

#include "decode/custom/custom.h"

/* wait_status: 32 bits from wait(2), as the macros that tell them apart. */
void custom_wait_status(struct walk *w, const struct custom_use *u)
{
	int status = (int)custom_number(w, u);
	char text[128], buf[16];
	int n = 0;
	unsigned event = (unsigned)status >> 16;

	if (WIFSTOPPED(status)) {
		const char *name = decode_signal_name(w->d, (unsigned)WSTOPSIG(status) & 0x7f, buf);
		const char *extra = WSTOPSIG(status) & 0x80 ? "|0x80" : "";
		n = name ? snprintf(text, sizeof(text), "WIFSTOPPED(s) && WSTOPSIG(s) == %s%s", name, extra)
		         : snprintf(text, sizeof(text), "WIFSTOPPED(s) && WSTOPSIG(s) == %d", WSTOPSIG(status));
		status &= ~W_STOPCODE(WSTOPSIG(status));
	} else if (WIFSIGNALED(status)) {
		const char *name = decode_signal_name(w->d, (unsigned)WTERMSIG(status), buf);
		const char *core = WCOREDUMP(status) ? " && WCOREDUMP(s)" : "";
		n = name ? snprintf(text, sizeof(text), "WIFSIGNALED(s) && WTERMSIG(s) == %s%s", name, core)
		         : snprintf(text, sizeof(text), "WIFSIGNALED(s) && WTERMSIG(s) == %d%s", WTERMSIG(status), core);
		status &= ~(W_EXITCODE(0, WTERMSIG(status)) | WCOREFLAG);
	} else if (WIFEXITED(status)) {
		n = snprintf(text, sizeof(text), "WIFEXITED(s) && WEXITSTATUS(s) == %d", WEXITSTATUS(status));
		status &= ~W_EXITCODE(WEXITSTATUS(status), 0);
	} else if (WIFCONTINUED(status)) {
		n = snprintf(text, sizeof(text), "WIFCONTINUED(s)");
		status = 0;
	}
	if (event && n) {
		static const char *const events[] = {
			NULL, "PTRACE_EVENT_FORK", "PTRACE_EVENT_VFORK", "PTRACE_EVENT_CLONE", "PTRACE_EVENT_EXEC",
			"PTRACE_EVENT_VFORK_DONE", "PTRACE_EVENT_EXIT", "PTRACE_EVENT_SECCOMP",
		};
		const char *name = event < sizeof(events) / sizeof(*events) ? events[event] : event == 128 ? "PTRACE_EVENT_STOP" : NULL;
		if (name)
			snprintf(text + n, sizeof(text) - (size_t)n, " | %s << 16", name);
		else
			snprintf(text + n, sizeof(text) - (size_t)n, " | %#x << 16", event);
	}
	if (n)
		walk_symbolic(w, custom_number(w, u), 4, text);
	else
		walk_plain(w, (uint32_t)status, 4, false, STYLE_HEX);
}
