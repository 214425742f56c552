/*
 * A 32-bit program (the Makefile compiles it so): ids of 16 bits, numbers of 64 in two registers, and calls within calls.
 * options: -e trace=getpriority,exit_group,chdir,setfsuid,truncate64,_llseek,socket,listen,recv,socketcall,semop,semctl,ipc,mmap,select
 */
#include "expect.h"

#include <linux/ipc.h>
#include <linux/net.h>
#include <sys/resource.h>

static void plain_calls(void)
{
	long ret;

	expect_call("getpriority(PRIO_PROCESS, 0)", "20");
	syscall(SYS_getpriority, PRIO_PROCESS, 0);
	ret = syscall(SYS_chdir, "/nonexistent");
	expect_call("chdir(\"/nonexistent\")", result_text(ret, "ENOENT"));
	ret = syscall(SYS_chdir, -1);
	expect_call("chdir(0xffffffff)", result_text(ret, "EFAULT"));
}

static void odd_widths(void)
{
	long ret = syscall(SYS_setfsuid, 0x1ffff);

	expect_call("setfsuid(-1)", result_text(ret, "EPERM"));
	ret = syscall(SYS_truncate64, "/nonexistent", 2, 1); /* the low half first */
	expect_call("truncate64(\"/nonexistent\", 4294967298)", result_text(ret, "ENOENT"));
	ret = syscall(SYS__llseek, -1, 1, 2, NULL, SEEK_END); /* the high half first */
	expect_call("_llseek(-1, 4294967298, NULL, SEEK_END)", result_text(ret, "EBADF"));
}

static void within_socketcall(void)
{
	long args[] = {-1, 5, 0, 0};
	long ret = syscall(SYS_socketcall, SYS_LISTEN, args);
	char unknown[64];

	expect_call("listen(-1, 5)", result_text(ret, "EBADF"));
	ret = syscall(SYS_socketcall, SYS_RECV, args);
	expect_call("recv(-1, 0x5, 0, 0)", result_text(ret, "EBADF"));
	ret = syscall(SYS_socketcall, SYS_SOCKET, 1);
	expect_call("socketcall(SYS_SOCKET, 0x1)", result_text(ret, "EFAULT"));
	ret = syscall(SYS_socketcall, 21, args);
	snprintf(unknown, sizeof(unknown), "socketcall(21, %p)", (void *)args);
	expect_call(unknown, result_text(ret, "EINVAL"));
}

static void within_ipc(void)
{
	long value = 7;
	long ret = syscall(SYS_ipc, SEMOP, -1, 3, 0, 0, 0);

	expect_call("semop(-1, NULL, 3)", result_text(ret, "EFAULT"));
	ret = syscall(SYS_ipc, SEMCTL, -1, 0, 16 /* SETVAL */, &value, 0);
	expect_call("semctl(-1, 0, SETVAL, [0x7])", result_text(ret, "EINVAL"));
	ret = syscall(SYS_ipc, 1 << 16 | 5, 0, 0, 0, 0, 0);
	expect_call("ipc(1<<16|5, 0, 0, 0, 0, 0)", result_text(ret, "ENOSYS"));
}

/* Their arguments lie in memory. */
static void old_forms(void)
{
	long mapping[] = {0, 0, 0, 0x22, -1, 4096}, none[] = {0, 0, 0, 0, (long)mapping};
	long ret = syscall(SYS_mmap, mapping);

	expect_call("mmap(NULL, 0, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0x1000)", result_text(ret, "EINVAL"));
	ret = syscall(SYS_mmap, -1);
	expect_call("mmap(0xffffffff)", result_text(ret, "EFAULT"));
	ret = syscall(SYS_select, none);
	expect_call("select(0, NULL, NULL, NULL, {tv_sec=0, tv_usec=0})", "0 (Timeout)");
	ret = syscall(SYS_select, -1);
	expect_call("select(0xffffffff)", result_text(ret, "EFAULT"));
}

int main(void)
{
	plain_calls();
	odd_widths();
	within_socketcall();
	within_ipc();
	old_forms();
	expect_call("exit_group(0)", "?");
	expect("+++ exited with 0 +++");
	return 0;
}
