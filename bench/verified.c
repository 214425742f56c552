/* verified PID: the BPF programs that the process holds, each with how many instructions the kernel's verifier walked through. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/bpf.h>

enum { SHOWN = 256 };

static void show(unsigned id)
{
	static unsigned shown[SHOWN], n;
	struct bpf_prog_info info = {0};

	for (unsigned i = 0; i < n; i++)
		if (shown[i] == id)
			return;
	if (n < SHOWN)
		shown[n++] = id;
	__u32 size = sizeof(info);
	int fd = bpf_prog_get_fd_by_id(id);

	if (fd < 0)
		return;
	if (bpf_obj_get_info_by_fd(fd, &info, &size) == 0)
		printf("%-20s %8u verified, %6u loaded\n", info.name, info.verified_insns, info.xlated_prog_len / 8);
	close(fd);
}

static void look(const char *path)
{
	char line[256];
	unsigned id;
	FILE *f = fopen(path, "re");

	/* A program's, or that of a link to it. */
	while (f && fgets(line, sizeof(line), f))
		if (sscanf(line, "prog_id: %u", &id) == 1)
			show(id);
	if (f)
		fclose(f);
}

int main(int argc, char **argv)
{
	char path[512];
	const struct dirent *e;

	snprintf(path, sizeof(path), "/proc/%s/fdinfo", argc > 1 ? argv[1] : "self");
	DIR *dir = opendir(path);
	while (dir && (e = readdir(dir))) {
		snprintf(path, sizeof(path), "/proc/%s/fdinfo/%s", argc > 1 ? argv[1] : "self", e->d_name);
		look(path);
	}
	if (dir)
		closedir(dir);
	return 0;
}
