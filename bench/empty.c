/* empty PROGRAM [ARGS]: runs it while two empty programs sit at entry and exit of all calls. */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "empty.skel.h"

int main(int argc, char **argv)
{
	struct empty_bpf *programs = empty_bpf__open_and_load();
	int status = 0;

	if (argc < 2 || !programs || empty_bpf__attach(programs))
		return 1;
	pid_t child = fork();
	if (child == 0) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	waitpid(child, &status, 0);
	empty_bpf__destroy(programs);
	return WEXITSTATUS(status);
}
