/* Signals with their siginfo, delivered unchanged. options: -e trace=none */
#include "expect.h"

#include <signal.h>
#include <sys/wait.h>

static volatile sig_atomic_t seen, value;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)context;
	seen = signo;
	value = info->si_code == SI_QUEUE ? info->si_value.sival_int : 0;
}

static void delivered(int signo)
{
	if (seen != signo)
		expect("signal %d was not delivered", signo);
	seen = 0;
}

int main(void)
{
	struct sigaction sa = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
	int pid = getpid(), uid = (int)getuid(), status;

	sigaction(SIGUSR1, &sa, NULL);
	sigaction(SIGRTMIN + 1, &sa, NULL);
	sigaction(SIGSEGV, &sa, NULL);
	sigaction(SIGCHLD, &sa, NULL);
	signal(SIGUSR2, SIG_IGN);

	expect("--- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_USER, si_pid=%d, si_uid=%d} ---", pid, uid);
	kill(pid, SIGUSR1);
	delivered(SIGUSR1);

	expect("--- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_TKILL, si_pid=%d, si_uid=%d} ---", pid, uid);
	syscall(SYS_tgkill, pid, pid, SIGUSR1);
	delivered(SIGUSR1);

	/* The kernel's first real-time signal is 32, of which the C library keeps some. */
	expect("--- SIGRT_%d {si_signo=SIGRT_%d, si_code=SI_QUEUE, si_pid=%d, si_uid=%d, si_int=42, si_ptr=0x2a} ---",
	       SIGRTMIN + 1 - 32, SIGRTMIN + 1 - 32, pid, uid);
	sigqueue(pid, SIGRTMIN + 1, (union sigval){.sival_ptr = (void *)42});
	delivered(SIGRTMIN + 1);
	if (value != 42)
		expect("the value did not arrive");

	/* Ignored ones are seen by a tracer too. */
	expect("--- SIGUSR2 {si_signo=SIGUSR2, si_code=SI_USER, si_pid=%d, si_uid=%d} ---", pid, uid);
	kill(pid, SIGUSR2);

	int child = fork();
	if (child == 0)
		_exit(7);
	expect("~--- SIGCHLD \\{si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=%d, si_uid=%d, si_status=7, "
	       "si_utime=\\d+( /\\* [0-9.]+ s \\*/)?, si_stime=\\d+( /\\* [0-9.]+ s \\*/)?\\} ---", child, uid);
	while (waitpid(child, &status, 0) < 0)
		continue;
	delivered(SIGCHLD);

	expect("--- SIGSEGV {si_signo=SIGSEGV, si_code=SI_USER, si_pid=%d, si_uid=%d} ---", pid, uid);
	kill(pid, SIGSEGV);
	delivered(SIGSEGV);

	signal(SIGSEGV, SIG_DFL);
	expect("--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x10} ---");
	expect("+++ killed by SIGSEGV +++");
	*(volatile int *)0x10 = 1;
	return 0;
}
