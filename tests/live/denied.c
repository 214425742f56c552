/* What a seccomp policy decides on shows with the result that it gives. options: -e trace=chdir,fchdir */
#include "expect.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>

int main(void)
{
	struct sock_filter policy[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_chdir, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EXDEV),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = sizeof(policy) / sizeof(*policy), .filter = policy};

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		return 1;
	expect_call("chdir(\"/denied\")", "-1 EXDEV (Invalid cross-device link)");
	syscall(SYS_chdir, "/denied");
	expect_call("fchdir(-1)", "-1 EBADF (Bad file descriptor)");
	syscall(SYS_fchdir, -1);
	expect("+++ exited with 0 +++");
	return 0;
}
