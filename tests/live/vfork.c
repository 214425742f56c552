/* vfork: the parent's call ends after the child's exec. options: -f -e trace=vfork,execve,wait4,clone,clone3,fork -s 200 */
#include "expect.h"

#include <sys/wait.h>

int main(int argc, char **argv)
{
	char *child_argv[] = {argv[0], "child", NULL}, *child_env[] = {"A=b", NULL};
	int status;

	if (argc > 1)
		return 3;
	pid_t parent = getpid();
	pid_t child = vfork();
	if (child == 0) {
		execve(argv[0], child_argv, child_env);
		_exit(127);
	}
	waitpid(child, &status, 0);
	/* Whose line is first depends on the kernel's order of wake-ups; each process's own lines don't. */
	expect("%d vfork() = %d", parent, child);
	expect("%d execve(\"%s\", [\"%s\", \"child\"], %p /* 1 var */) = 0", child, argv[0], argv[0], (void *)child_env);
	expect("%d +++ exited with 3 +++", child);
	expect("%d wait4(%d, [{WIFEXITED(s) && WEXITSTATUS(s) == 3}], 0, NULL) = %d", parent, child, child);
	expect("~%d --- SIGCHLD \\{si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=%d, .*\\} ---", parent, child);
	expect("%d +++ exited with 0 +++", parent);
	return 0;
}
