/* Calls that a signal interrupts: restart codes, and EINTR. options: -e trace=pause,recvfrom,rt_sigreturn */
#include "expect.h"

#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

static void handler(int signo)
{
	(void)signo;
}

static void alarm_in_ms(long ms)
{
	struct itimerval t = {.it_value.tv_usec = ms * 1000};

	setitimer(ITIMER_REAL, &t, NULL);
}

int main(void)
{
	struct sigaction sa = {.sa_handler = handler};
	char call[128];
	int fds[2];

	sigaction(SIGALRM, &sa, NULL);
	expect_call("pause()", "? ERESTARTNOHAND (To be restarted if no handler)");
	expect("--- SIGALRM {si_signo=SIGALRM, si_code=SI_KERNEL} ---");
	expect_call("rt_sigreturn({mask=[]})", "-1 EINTR (Interrupted system call)");
	alarm_in_ms(20);
	syscall(SYS_pause);

	socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
	snprintf(call, sizeof(call), "recvfrom(%d, %p, 1, 0, NULL, NULL)", fds[0], (void *)call);
	expect_call(call, "? ERESTARTSYS (To be restarted if SA_RESTART is set)");
	expect("--- SIGALRM {si_signo=SIGALRM, si_code=SI_KERNEL} ---");
	expect_call("rt_sigreturn({mask=[]})", "-1 EINTR (Interrupted system call)");
	alarm_in_ms(20);
	syscall(SYS_recvfrom, fds[0], call, 1, 0, NULL, NULL);
	expect("+++ exited with 0 +++");
	return 0;
}
