/* A 32-bit program (the Makefile compiles it so). options: -e trace=getpriority,exit_group,chdir */
#include "expect.h"

#include <sys/resource.h>

int main(void)
{
	long ret;

	expect_call("getpriority(PRIO_PROCESS, 0)", "20");
	syscall(SYS_getpriority, PRIO_PROCESS, 0);
	ret = syscall(SYS_chdir, "/nonexistent");
	expect_call("chdir(\"/nonexistent\")", result_text(ret, "ENOENT"));
	ret = syscall(SYS_chdir, -1);
	expect_call("chdir(0xffffffff)", result_text(ret, "EFAULT"));
	expect_call("exit_group(0)", "?");
	expect("+++ exited with 0 +++");
	return 0;
}
