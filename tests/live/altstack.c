/*
 * The stack for signals: set, asked for, in use while a handler runs on it, taken away, and refused.
 * options: -a 1 -e signal=none -e trace=sigaltstack;
 * variants: , -v, -X raw, -X verbose, -y, -s 3; i386
 */
#include "expect.h"

#include <signal.h>

static char place[64 * 1024];
static stack_t was;

static void refused(const stack_t *ss, const char *text, const char *error)
{
	long ret = syscall(SYS_sigaltstack, ss, NULL);

	expect("sigaltstack(%s, NULL) = %s", text, result_text(ret, error));
}

/* On the very stack that it asks about. */
static void on_it(int signo)
{
	(void)signo;
	syscall(SYS_sigaltstack, NULL, &was);
	expect("sigaltstack(NULL, {ss_sp=%p, ss_flags=@{0x1|SS_ONSTACK}, ss_size=%zu}) = 0", (void *)place, sizeof(place));
	stack_t other = {.ss_sp = place, .ss_size = 8192};
	char text[128];
	snprintf(text, sizeof(text), "{ss_sp=%p, ss_flags=0, ss_size=8192}", (void *)place);
	refused(&other, text, "EPERM");
}

int main(void)
{
	struct sigaction sa = {.sa_handler = on_it, .sa_flags = SA_ONSTACK};
	stack_t mine = {.ss_sp = place, .ss_size = sizeof(place)}, none = {.ss_flags = SS_DISABLE}, small = {.ss_sp = place, .ss_size = 100},
		unknown = {.ss_sp = place, .ss_flags = 0x10 | SS_ONSTACK, .ss_size = sizeof(place)};
	char text[128];

	sigaction(SIGUSR1, &sa, NULL);
	snprintf(text, sizeof(text), "{ss_sp=%p, ss_flags=0, ss_size=%zu}", (void *)place, sizeof(place));
	syscall(SYS_sigaltstack, &mine, &was);
	expect("sigaltstack(%s, {ss_sp=NULL, ss_flags=@{0x2|SS_DISABLE}, ss_size=0}) = 0", text);
	syscall(SYS_sigaltstack, NULL, &was);
	expect("sigaltstack(NULL, %s) = 0", text);
	kill(getpid(), SIGUSR1);
	syscall(SYS_sigaltstack, &none, &was);
	expect("sigaltstack({ss_sp=NULL, ss_flags=@{0x2|SS_DISABLE}, ss_size=0}, %s) = 0", text);
	mine.ss_flags = 1 << 31; /* SS_AUTODISARM */
	syscall(SYS_sigaltstack, &mine, NULL);
	expect("sigaltstack({ss_sp=%p, ss_flags=@{0x80000000|SS_AUTODISARM}, ss_size=%zu}, NULL) = 0", (void *)place, sizeof(place));
	snprintf(text, sizeof(text), "{ss_sp=%p, ss_flags=0, ss_size=100}", (void *)place);
	refused(&small, text, "ENOMEM");
	snprintf(text, sizeof(text), "{ss_sp=%p, ss_flags=@{0x11|SS_ONSTACK|0x10}, ss_size=%zu}", (void *)place, sizeof(place));
	refused(&unknown, text, "EINVAL");
	stack_t *short_one = (void *)before_nothing(8);
	snprintf(text, sizeof(text), "%p", (void *)short_one);
	refused(short_one, text, "EFAULT");
	expect("+++ exited with 0 +++");
	return 0;
}
