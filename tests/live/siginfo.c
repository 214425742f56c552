/*
 * What comes with a signal, by the kinds of its origin: faults, other processes, timers, files, queues, children, seccomp.
 * options: -a 1 -e trace=none;
 * variants: , -v, -X raw, -X verbose, -s 3; i386
 */
#include "expect.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <mqueue.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>

static sigjmp_buf back;
static int self;
static volatile sig_atomic_t seen;

/* Out of the instruction that would fault again. Never in a child: it would go on as if it were its parent. */
static void leave(int signo, siginfo_t *info, void *context)
{
	(void)info;
	(void)context;
	if (getpid() != self)
		_exit(1);
	seen = signo;
	siglongjmp(back, 1);
}

static void note(int signo)
{
	seen = signo;
}

static void on(int signo, void (*handler)(int, siginfo_t *, void *))
{
	struct sigaction sa = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};

	sigaction(signo, &sa, NULL);
}

/* A signal by its names, and what comes behind them. */
#define TOLD(signo, name, code, code_name, ...) \
	do { \
		char rest_[160]; \
		snprintf(rest_, sizeof(rest_), __VA_ARGS__); \
		expect("--- %s {si_signo=@{%d|%s}, si_code=@{%s|%s}%s} ---", name, signo, name, code, code_name, rest_); \
	} while (0)

/* What follows makes a signal, and need not come to its end. */
#define SIGNALLED(signo, ...) \
	do { \
		seen = 0; \
		on(signo, leave); \
		if (!sigsetjmp(back, 1)) { \
			__VA_ARGS__; \
		} \
		if (seen != (signo)) \
			expect("no signal %d", signo); \
		signal(signo, SIG_DFL); \
	} while (0)

static void faults(void)
{
	char *readable = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *beyond = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, (int)syscall(SYS_memfd_create, "empty", 0), 0);

	TOLD(SIGSEGV, "SIGSEGV", "0x1", "SEGV_MAPERR", ", si_addr=0x10");
	SIGNALLED(SIGSEGV, *(volatile char *)16 = 1);
	TOLD(SIGSEGV, "SIGSEGV", "0x2", "SEGV_ACCERR", ", si_addr=%p", (void *)(readable + 5));
	SIGNALLED(SIGSEGV, ((volatile char *)readable)[5] = 1);
	TOLD(SIGSEGV, "SIGSEGV", "0x80", "SI_KERNEL", ", si_addr=NULL");
	SIGNALLED(SIGSEGV, __asm__ volatile("hlt"));
	TOLD(SIGBUS, "SIGBUS", "0x2", "BUS_ADRERR", ", si_addr=%p", (void *)(beyond + 7));
	SIGNALLED(SIGBUS, ((volatile char *)beyond)[7] = 1);
	TOLD(SIGILL, "SIGILL", "0x2", "ILL_ILLOPN", ", si_addr=%p", __extension__ &&undefined);
	SIGNALLED(SIGILL, undefined: __asm__ volatile("ud2"));
	volatile int zero = 0;
	expect("~--- SIGFPE \\{si_signo=@{8|SIGFPE}, si_code=@{0x1|FPE_INTDIV}, si_addr=0x[0-9a-f]+\\} ---");
	SIGNALLED(SIGFPE, zero = 10 / zero);
}

static void processes(void)
{
	int uid = (int)getuid(), rt = SIGRTMIN + 3, ends[2];
	char name[24], both[64];

	snprintf(name, sizeof(name), "SIGRT_%d", rt - 32);
	TOLD(SIGUSR1, "SIGUSR1", "0", "SI_USER", ", si_pid=%d, si_uid=%d", self, uid);
	SIGNALLED(SIGUSR1, kill(self, SIGUSR1));
	TOLD(SIGUSR1, "SIGUSR1", "0xfffffffa", "SI_TKILL", ", si_pid=%d, si_uid=%d", self, uid);
	SIGNALLED(SIGUSR1, raise(SIGUSR1));
	snprintf(both, sizeof(both), ", si_int=-5, si_ptr=%p", (void *)-5l);
	TOLD(rt, name, "0xffffffff", "SI_QUEUE", ", si_pid=%d, si_uid=%d%s", self, uid, both);
	SIGNALLED(rt, sigqueue(self, rt, (union sigval){.sival_ptr = (void *)-5l}));
	pipe(ends);
	close(ends[0]);
	TOLD(SIGPIPE, "SIGPIPE", "0", "SI_USER", ", si_pid=%d, si_uid=%d", self, uid);
	SIGNALLED(SIGPIPE, write(ends[1], "x", 1));
}

static void timers(void)
{
	struct itimerval soon = {.it_value.tv_usec = 1000};
	struct itimerspec at_once = {.it_value.tv_nsec = 1};
	int rt = SIGRTMIN + 4;
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = rt, .sigev_value.sival_int = 7};
	char name[24];
	timer_t timer;

	snprintf(name, sizeof(name), "SIGRT_%d", rt - 32);
	TOLD(SIGALRM, "SIGALRM", "0x80", "SI_KERNEL", "%s", "");
	SIGNALLED(SIGALRM, setitimer(ITIMER_REAL, &soon, NULL); pause());
	TOLD(SIGVTALRM, "SIGVTALRM", "0x80", "SI_KERNEL", "%s", "");
	SIGNALLED(SIGVTALRM, setitimer(ITIMER_VIRTUAL, &soon, NULL); for (;;));
	event.sigev_value.sival_ptr = (void *)7;
	timer_create(CLOCK_MONOTONIC, &event, &timer);
	TOLD(rt, name, "0xfffffffe", "SI_TIMER", ", si_timerid=0, si_overrun=0, si_int=7, si_ptr=0x7");
	SIGNALLED(rt, timer_settime(timer, 0, &at_once, NULL); pause());
	timer_delete(timer);
}

static void files(void)
{
	int rt = SIGRTMIN + 5, ends[2];
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = rt, .sigev_value.sival_ptr = (void *)9};
	char name[24], queue[32];

	snprintf(name, sizeof(name), "SIGRT_%d", rt - 32);
	pipe(ends);
	fcntl(ends[0], F_SETFL, O_ASYNC | O_NONBLOCK);
	fcntl(ends[0], F_SETOWN, self);
	fcntl(ends[0], F_SETSIG, SIGIO); /* so that it says which file */
	TOLD(SIGIO, "SIGIO", "0x1", "POLL_IN", ", si_band=65, si_fd=%d", ends[0]);
	SIGNALLED(SIGIO, write(ends[1], "x", 1); pause());
	snprintf(queue, sizeof(queue), "/ringside-%d", self);
	mqd_t q = mq_open(queue, O_CREAT | O_RDWR, 0600, NULL);
	mq_unlink(queue);
	if (q == (mqd_t)-1)
		return;
	mq_notify(q, &event);
	TOLD(rt, name, "0xfffffffd", "SI_MESGQ", ", si_pid=%d, si_uid=%d, si_int=9, si_ptr=0x9", self, (int)getuid());
	SIGNALLED(rt, mq_send(q, "x", 1, 0); pause());
}

/* The next SIGCHLD. */
static void child_told(int pid, const char *code, const char *code_name, const char *status)
{
	expect("~--- SIGCHLD \\{si_signo=@{17|SIGCHLD}, si_code=@{%s|%s}, si_pid=%d, si_uid=%d, si_status=%s, si_utime=\\d+( /\\* [0-9.]+ s \\*/)?, "
	       "si_stime=\\d+( /\\* [0-9.]+ s \\*/)?\\} ---", code, code_name, pid, (int)getuid(), status);
}

/* A child that goes on can be waited for before it has said so. */
static void await(int pid, int options)
{
	while (waitpid(pid, NULL, options) < 0 && errno == EINTR)
		;
	while (!seen)
		usleep(1000);
	seen = 0;
}

static int child(void (*run)(void))
{
	int pid = fork();

	if (pid == 0) {
		run();
		_exit(7);
	}
	return pid;
}

static void nothing(void)
{
}

static void killed(void)
{
	kill(getpid(), SIGTERM);
}

static void stopped(void)
{
	kill(getpid(), SIGSTOP);
	pause();
}

static void children(void)
{
	signal(SIGCHLD, note);
	seen = 0;
	int pid = child(nothing);
	child_told(pid, "0x1", "CLD_EXITED", "7");
	await(pid, 0);
	pid = child(killed);
	child_told(pid, "0x2", "CLD_KILLED", "@{15|SIGTERM}");
	await(pid, 0);
	pid = child(stopped);
	child_told(pid, "0x5", "CLD_STOPPED", "@{19|SIGSTOP}");
	await(pid, WUNTRACED);
	child_told(pid, "0x6", "CLD_CONTINUED", "@{18|SIGCONT}");
	kill(pid, SIGCONT);
	await(pid, WCONTINUED);
	child_told(pid, "0x2", "CLD_KILLED", "@{9|SIGKILL}");
	kill(pid, SIGKILL);
	await(pid, 0);
	signal(SIGCHLD, SIG_DFL);
}

static void policy(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_sync, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP | 5),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = sizeof(code) / sizeof(*code), .filter = code};

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		return;
	expect("~--- SIGSYS \\{si_signo=@{31|SIGSYS}, si_code=@{0x1|SYS_SECCOMP}, si_errno=@{5|EIO}, si_call_addr=0x[0-9a-f]+, "
	       "si_syscall=@{%d|__NR_sync}, si_arch=@{%s}\\} ---", SYS_sync, sizeof(long) == 4 ? "0x40000003|AUDIT_ARCH_I386" : "0xc000003e|AUDIT_ARCH_X86_64");
	SIGNALLED(SIGSYS, syscall(SYS_sync));
}

int main(void)
{
	struct rlimit cpu = {20, 20};

	setrlimit(RLIMIT_CPU, &cpu);
	self = getpid();
	faults();
	processes();
	timers();
	files();
	children();
	policy();
	expect("+++ exited with 0 +++");
	return 0;
}
