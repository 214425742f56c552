/*
 * Signals: sets of them, actions, what comes with one, by every code of every signal; calls that take and give those.
 * trace: rt_sigaction,rt_sigprocmask,rt_sigpending,rt_sigsuspend,rt_sigtimedwait,rt_sigqueueinfo,rt_tgsigqueueinfo,
 * pidfd_send_signal,waitid,sigaltstack,signalfd,signalfd4,kill,tkill,tgkill;
 * only: , -v, -X raw, -e verbose=none, -s 8; i386
 * strace 7.2 gives up over some sets with -X verbose.
 */
#include "standin.h"

static siginfo_t *info;
static struct k_sigaction {
	unsigned long handler, flags, restorer;
	uint64_t mask;
} *action;

static void send_info(int signal)
{
	syscall(SYS_rt_sigqueueinfo, 0x7fffff00, signal, info);
}

/* What is in the union: numbers that differ, in every word of it. */
static void fill(int signal, int code, unsigned first)
{
	uint32_t *words = (uint32_t *)info;

	for (unsigned i = 4; i < sizeof(*info) / 4; i++)
		words[i] = first + i * 0x01010101u;
	info->si_signo = signal;
	info->si_errno = 0;
	info->si_code = code;
}

static void every_code(void)
{
	static const int codes[] = {-70, -61, -60, -59, -8, -7, -6, -5, -4, -3, -2, -1, 0x80, 0x81, 0x7fffffff};

	for (int signal = -1; signal < 67; signal++) {
		for (int code = 0; code < 20; code++) {
			fill(signal, code, 0);
			send_info(signal);
		}
		for (unsigned i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
			fill(signal, codes[i], 3);
			send_info(signal);
		}
	}
	for (unsigned e = 0; e < 140; e += e < 4 ? 1 : 17) {
		fill(SIGUSR1, SI_QUEUE, 0);
		info->si_errno = (int)e;
		send_info(SIGUSR1);
	}
	fill(SIGUSR1, SI_QUEUE, 0);
	info->si_errno = -3;
	send_info(SIGUSR1);
}

/* A child's status is a signal or what it exited with; a call's number has a name, in the numbers of its machine. */
static void statuses(void)
{
	for (int code = 1; code < 8; code++) {
		for (int status = -1; status < 300; status += status < 70 ? 1 : 43) {
			fill(SIGCHLD, code, 0);
			info->si_pid = 77;
			info->si_uid = status < 10 ? (uid_t)-1 : 5;
			info->si_status = status;
			info->si_utime = status;
			info->si_stime = status < 5 ? 0 : -1;
			send_info(SIGCHLD);
		}
	}
	for (unsigned arch = 0; arch < 4; arch++) {
		static const unsigned arches[] = {AUDIT_ARCH_X86_64, AUDIT_ARCH_I386, AUDIT_ARCH_AARCH64, 3};

		for (int number = -1; number < 500; number += 25) {
			fill(SIGSYS, 1, 0);
			info->si_call_addr = number & 1 ? NULL : info;
			info->si_syscall = number;
			info->si_arch = arches[arch];
			send_info(SIGSYS);
		}
	}
	for (int band = 0; band < 32; band++) {
		fill(SIGIO, 1 + band % 7, 0);
		info->si_band = band == 31 ? 0 : 1L << band;
		info->si_fd = band - 2;
		send_info(SIGIO);
	}
	for (int code = 0; code < 12; code++) {
		fill(SIGSEGV, code, 0);
		info->si_addr = code & 1 ? NULL : info;
		send_info(SIGSEGV);
		fill(SIGBUS, code, 0);
		info->si_addr = NULL;
		info->si_addr_lsb = (short)code;
		send_info(SIGBUS);
	}
	for (int i = 0; i < 3; i++) {
		fill(SIGALRM, SI_TIMER, 0);
		info->si_timerid = i - 1;
		info->si_overrun = i;
		info->si_value.sival_ptr = i ? info : NULL;
		send_info(SIGALRM);
	}
}

static void infos(void)
{
	fill(SIGCHLD, 1, 0);
	syscall(SYS_rt_sigqueueinfo, -1, SIGCHLD, NULL);
	syscall(SYS_rt_sigqueueinfo, -1, SIGCHLD, (void *)1);
	syscall(SYS_rt_sigqueueinfo, -1, SIGCHLD, (char *)info + 4);
	syscall(SYS_rt_tgsigqueueinfo, -1, -2, SIGRTMIN, info);
	syscall(SYS_pidfd_send_signal, -1, SIGCHLD, info, 0);
	syscall(SYS_pidfd_send_signal, -1, SIGUSR1, NULL, 0x1f);
	for (int type = 0; type < 5; type++) {
		for (int bit = 0; bit < 33; bit += 1)
			syscall(SYS_waitid, type, (unsigned long)(1ull << 32 | 5), bit & 1 ? info : NULL, bit == 32 ? ~0u : 1u << bit, NULL);
	}
	syscall(SYS_waitid, 0, -1, info, 4, (void *)1);
}

static void sets(void)
{
	uint64_t *set = (void *)before_nothing(8), *two = (void *)before_nothing(16);

	for (int how = -1; how < 4; how++)
		syscall(SYS_rt_sigprocmask, how, set, NULL, 8ul);
	for (int bit = 0; bit < 64; bit++) {
		*set = 1ull << bit;
		syscall(SYS_rt_sigprocmask, 0, set, two, 8ul);
		*set = ~*set;
		syscall(SYS_rt_sigprocmask, 0, set, two, 8ul);
		*set = ~0ull >> bit;
		syscall(SYS_rt_sigprocmask, 0, set, two, 8ul);
		*set = 0x9249249249249249ull << bit;
		syscall(SYS_rt_sigprocmask, 0, set, two, 8ul);
	}
	two[0] = 0x5000;
	two[1] = 0x21;
	for (unsigned long size = 0; size < 20; size++) {
		syscall(SYS_rt_sigprocmask, 1, two, set, size);
		syscall(SYS_rt_sigprocmask, 1, set, two, size);
		syscall(SYS_rt_sigpending, two, size);
		syscall(SYS_rt_sigsuspend, two, size);
		syscall(SYS_rt_sigtimedwait, two, info, NULL, size);
		syscall(SYS_signalfd4, -1, two, size, size << 10);
		syscall(SYS_signalfd, -1, two, size);
		syscall(SYS_rt_sigaction, 10, action, NULL, size);
	}
	syscall(SYS_rt_sigprocmask, 1, NULL, (void *)1, 8ul);
	syscall(SYS_rt_sigprocmask, 1, (void *)1, NULL, 8ul);
	syscall(SYS_rt_sigprocmask, 1, (char *)set + 4, NULL, 8ul);
	syscall(SYS_rt_sigtimedwait, (void *)1, (void *)1, (void *)1, 8ul);
	for (int bit = 0; bit < 32; bit++)
		syscall(SYS_signalfd4, -1, set, 8ul, 1u << bit);
}

static void actions(void)
{
	struct k_sigaction *old = (void *)before_nothing(88);

	for (int signal = -1; signal < 67; signal++) {
		*action = (struct k_sigaction){(unsigned long)signal & 3, 0, 0, 1ull << (signal & 63)};
		syscall(SYS_rt_sigaction, signal, action, NULL, 8ul);
	}
	for (int bit = 0; bit < 64; bit++) {
		*action = (struct k_sigaction){0x1000, (unsigned long)(1ull << bit), 0x123456, 0};
		syscall(SYS_rt_sigaction, SIGUSR1, action, old, 8ul);
	}
	*action = (struct k_sigaction){-1ul, ~0ul, -1ul, ~0ull};
	syscall(SYS_rt_sigaction, SIGUSR1, NULL, action, 8ul);
	syscall(SYS_rt_sigaction, SIGUSR1, (char *)action + 72, NULL, 8ul);
	syscall(SYS_rt_sigaction, SIGUSR1, (void *)1, (void *)1, 8ul);
}

static void stacks(void)
{
	stack_t *stack = (void *)before_nothing(sizeof(*stack));

	for (int bit = -1; bit < 32; bit++) {
		*stack = (stack_t){.ss_sp = bit & 1 ? stack : NULL, .ss_flags = bit < 0 ? 0 : (int)(1u << bit), .ss_size = (size_t)bit * 100};
		syscall(SYS_sigaltstack, stack, NULL);
		syscall(SYS_sigaltstack, NULL, stack);
	}
	syscall(SYS_sigaltstack, (char *)stack + 1, (void *)1);
}

static void kills(void)
{
	for (int signal = -1; signal < 130; signal++) {
		syscall(SYS_kill, 0x7fffff00, signal);
		syscall(SYS_tkill, 0x7fffff00, signal);
		syscall(SYS_tgkill, 0x7fffff00, -1, signal);
	}
}

int main(void)
{
	static const int zero[] = {SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigpending, SYS_rt_sigsuspend, SYS_rt_sigtimedwait, SYS_rt_sigqueueinfo,
		SYS_rt_tgsigqueueinfo, SYS_pidfd_send_signal, SYS_waitid, SYS_sigaltstack, SYS_signalfd, SYS_signalfd4, SYS_kill, SYS_tkill, SYS_tgkill, -1};
	static const int told[] = {-1};

	info = (void *)before_nothing(sizeof(*info));
	action = (void *)before_nothing(88); /* strace reads so much of it */
	standin_begin(zero, told);
	every_code();
	statuses();
	infos();
	sets();
	actions();
	stacks();
	kills();
	return 0;
}
