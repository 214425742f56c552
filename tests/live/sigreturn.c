/*
 * What a handler's end brings back: the mask, by each of the calls that ends one, and the old calls that 32-bit programs may still make.
 * options: -a 1 -e signal=none -e trace=rt_sigreturn,sigreturn,sigaction,sigprocmask,sigpending,sgetmask,ssetmask;
 * variants: , -v, -X raw, -X verbose, -y, -s 3, -e verbose=none; i386
 */
#include "expect.h"

#include <signal.h>
#include <stddef.h>
#include <ucontext.h>

#define FOLLOWED "|-v|-X raw|-X verbose|-y|-s 3"

static volatile int seen;
static char *volatile frame; /* where the kernel put what the handler returns through */

/* In 64-bit programs every handler is given all three; elsewhere the last is rubbish without SA_SIGINFO, and not used. */
static void handler(int signo, siginfo_t *info, void *context)
{
	(void)info;
	seen = signo;
	frame = context;
}

#define plain ((void (*)(int))(void (*)(void))handler)

static void mask_is(uint64_t mask)
{
	syscall(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, 8);
}

/* The frame's mask is not looked at with -e verbose=none; there it is told where it lies, behind struct ucontext's other members. */
static void returned(const char *call, const char *mask)
{
	expect_as(FOLLOWED, "%s({mask=%s}) = 0", call, mask);
	if (strcmp(call, "rt_sigreturn") == 0)
		expect_as("-e verbose=none", "rt_sigreturn({mask=%p}) = 0", frame + offsetof(ucontext_t, uc_sigmask));
	else
		expect_as("-e verbose=none", "~sigreturn\\(0x[0-9a-f]+\\) = 0");
}

static void handled(const char *call, const char *mask)
{
	seen = 0;
	kill(getpid(), SIGUSR1);
	if (seen != SIGUSR1)
		expect("the handler did not run");
	returned(call, mask);
}

static void handlers_end(void)
{
	struct sigaction sa = {.sa_handler = plain};

	sigaction(SIGUSR1, &sa, NULL);
	mask_is(1ull << (SIGUSR2 - 1) | 1ull << (32 + 5 - 1));
	/* The C library asks for the old call where there is one, unless the handler takes a siginfo. */
	handled(sizeof(long) == 4 ? "sigreturn" : "rt_sigreturn", "[@{12|USR2} @{37|RT_5}]");
	mask_is(0);
	handled(sizeof(long) == 4 ? "sigreturn" : "rt_sigreturn", "[]");
	sa.sa_sigaction = handler;
	sa.sa_flags = SA_SIGINFO | SA_NODEFER;
	sigaddset(&sa.sa_mask, SIGHUP);
	sigaction(SIGUSR1, &sa, NULL);
	mask_is(1ull << (SIGTERM - 1));
	handled("rt_sigreturn", "[@{15|TERM}]");
	mask_is(~(1ull << (SIGUSR1 - 1)));
	handled("rt_sigreturn", "~[@{9|KILL} @{10|USR1} @{19|STOP}]");
	mask_is(0);
}

#ifdef __i386__
/* struct old_sigaction of the kernel. */
struct old {
	void (*handler)(int);
	unsigned long mask, flags;
	void (*restorer)(void);
};

enum { KERNEL_SA_RESTORER = 0x04000000 };

static void restorer(void)
{
}

static void old_action(int signo, const char *name, const struct old *act, const char *text, struct old *was, const char *was_text)
{
	long ret = syscall(SYS_sigaction, signo, act, was);
	const char *result = result_text(ret, errno == EFAULT ? "EFAULT" : "EINVAL");
	char one[20] = "NULL", two[20] = "NULL";

	expect_as(FOLLOWED, "sigaction(%s, %s, %s) = %s", name, text, was_text, result);
	if (act)
		snprintf(one, sizeof(one), "%p", (const void *)act);
	if (was)
		snprintf(two, sizeof(two), "%p", (void *)was);
	expect_as("-e verbose=none", "sigaction(%s, %s, %s) = %s", name, one, two, result);
}

static void old_actions(void)
{
	struct old act = {.handler = plain, .mask = 1 << (SIGTERM - 1), .flags = SA_RESTART}, was;
	char one[200], two[200], none[20];

	snprintf(one, sizeof(one), "{sa_handler=%p, sa_mask=[@{15|TERM}], sa_flags=@{0x10000000|SA_RESTART}}", (void *)plain);
	old_action(SIGUSR1, "@{10|SIGUSR1}", &act, one, NULL, "NULL");
	old_action(SIGUSR1, "@{10|SIGUSR1}", NULL, "NULL", &was, one);
	handled("sigreturn", "[]");
	act = (struct old){.handler = SIG_IGN, .mask = ~0u, .flags = KERNEL_SA_RESTORER | (unsigned)SA_RESETHAND, .restorer = restorer};
	snprintf(two, sizeof(two), "{sa_handler=@{0x1|SIG_IGN}, sa_mask=~[], sa_flags=@{0x84000000|SA_RESTORER|SA_RESETHAND}, sa_restorer=%p}", (void *)restorer);
	old_action(SIGUSR2, "@{12|SIGUSR2}", &act, two, &was, "{sa_handler=@{0|SIG_DFL}, sa_mask=[], sa_flags=0}");
	snprintf(none, sizeof(none), "%p", (void *)&was);
	old_action(SIGKILL, "@{9|SIGKILL}", &act, two, &was, none);
	old_action(99, "99", &act, two, NULL, "NULL");
	old_action(SIGUSR1, "@{10|SIGUSR1}", (void *)-1l, "0xffffffff", NULL, "NULL");
	old_action(SIGUSR2, "@{12|SIGUSR2}", NULL, "NULL", (void *)-1l, "0xffffffff");
}

/* Sets of 32 signals, behind a pointer and as a number. */
static void old_masks(void)
{
	unsigned long set = 1 << (SIGHUP - 1) | 1 << (SIGTERM - 1), was;

	mask_is(1ull << (SIGUSR1 - 1));
	syscall(SYS_sigprocmask, SIG_BLOCK, &set, &was);
	expect_as(FOLLOWED, "sigprocmask(@{0|SIG_BLOCK}, [@{1|HUP} @{15|TERM}], [@{10|USR1}]) = 0");
	expect_as("-e verbose=none", "sigprocmask(SIG_BLOCK, %p, %p) = 0", (void *)&set, (void *)&was);
	syscall(SYS_sigprocmask, 7, NULL, &was);
	expect_as("|-v|-X verbose|-y|-s 3", "sigprocmask(0x7 /* SIG_??? */, NULL, [@{1|HUP} @{10|USR1} @{15|TERM}]) = 0");
	expect_as("-X raw", "sigprocmask(0x7, NULL, [1 10 15]) = 0");
	expect_as("-e verbose=none", "sigprocmask(0x7 /* SIG_??? */, NULL, %p) = 0", (void *)&was);
	kill(getpid(), SIGTERM);
	syscall(SYS_sigpending, &was);
	expect_as(FOLLOWED, "sigpending([@{15|TERM}]) = 0");
	expect_as("-e verbose=none", "sigpending(%p) = 0", (void *)&was);
	signal(SIGTERM, SIG_IGN);
	syscall(SYS_sgetmask);
	expect("sgetmask() = 0x4201 (mask [@{1|HUP} @{10|USR1} @{15|TERM}])");
	syscall(SYS_ssetmask, 0x200);
	expect("ssetmask([@{10|USR1}]) = 0x4201 (old mask [@{1|HUP} @{10|USR1} @{15|TERM}])");
}
#endif

int main(void)
{
	handlers_end();
#ifdef __i386__
	old_actions();
	old_masks();
#endif
	expect("+++ exited with 0 +++");
	return 0;
}
