/*
 * Makes every system call of its ABI once, with arguments that tell their position, while a seccomp filter lets none of them
 * happen. Run under a tracer it shows which calls the tracer knows and how many arguments they have. Free of the C library,
 * which would make calls of its own; ends by SIGSEGV or SIGILL, since it cannot exit either.
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>

enum { CALLS = 512, ARG = 0x11111111 };

#ifdef __x86_64__
enum { NR_PRCTL = 157, NR_URETPROBE = 335, NR_UPROBE = 336 };

static long call(long nr, long a, long b, long c, long d, long e, long f)
{
	register long r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = f;
	long ret;

	__asm__ volatile("syscall"
			 : "=a"(ret)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return ret;
}

/* These end the process when a probe did not make them, and the kernel lets no filter stop them. */
static int is_deadly(long nr)
{
	return nr == NR_URETPROBE || nr == NR_UPROBE;
}
#else
enum { NR_PRCTL = 172, NR_URETPROBE = 0 };

static long call(long nr, long a, long b, long c, long d, long e, long f)
{
	long regs[] = {f, nr};
	long ret;

	__asm__ volatile("pushl %%ebp\n\t"
			 "movl (%%eax), %%ebp\n\t"
			 "movl 4(%%eax), %%eax\n\t"
			 "int $0x80\n\t"
			 "popl %%ebp"
			 : "=a"(ret)
			 : "a"(regs), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
			 : "memory");
	return ret;
}

static int is_deadly(long nr)
{
	(void)nr;
	return 0;
}
#endif

static void forbid_all(void)
{
	struct sock_filter code[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS)};
	struct sock_fprog filter = {1, code};

	if (call(NR_PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, 0) ||
	    call(NR_PRCTL, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, (long)&filter, 0, 0, 0))
		__builtin_trap();
}

static void call_with_args(long nr)
{
	call(nr, ARG, 2 * ARG, 3 * ARG, 4 * ARG, 5 * ARG, 6 * ARG);
}

void _start(void)
{
	forbid_all();
	for (long nr = 0; nr < CALLS; nr++)
		if (!is_deadly(nr))
			call_with_args(nr);
	call_with_args(NR_URETPROBE);
	for (;;)
		__asm__ volatile("hlt");
}
