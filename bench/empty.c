/* empty [-t] PROGRAM [ARGS]: runs it while two empty programs sit at entry and exit of all calls; -t: two that time them. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "empty.skel.h"

int main(int argc, char **argv)
{
	struct empty_bpf *programs = empty_bpf__open();
	int status = 0, timing = argc > 1 && strcmp(argv[1], "-t") == 0;

	if (argc < 2 + timing || !programs)
		return 1;
	argv += timing;
	programs->rodata->timing = timing;
	if (empty_bpf__load(programs) || empty_bpf__attach(programs))
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
