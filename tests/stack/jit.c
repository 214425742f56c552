/* Code that is in no file, or in one that is gone. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NOINLINE __attribute__((noinline, noclone))

/* push %rbp; mov %rsp,%rbp; mov $110,%eax; syscall; pop %rbp; ret */
static const unsigned char code[] = {0x55, 0x48, 0x89, 0xe5, 0xb8, 110, 0, 0, 0, 0x0f, 0x05, 0x5d, 0xc3};

static void run(void *at)
{
	memcpy(at, code, sizeof(code));
	((void (*)(void))at)();
	__asm__ volatile("");
}

static NOINLINE void anonymous(void)
{
	void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	mprotect(at, 4096, PROT_READ | PROT_WRITE | PROT_EXEC);
	run(at);
	/* Moved, the same code is at an address that nobody knows yet. */
	run(mremap(at, 4096, 8192, MREMAP_MAYMOVE));
	__asm__ volatile("");
}

static NOINLINE void in_memory(void)
{
	int fd = memfd_create("code", 0);

	if (ftruncate(fd, 8192))
		return;
	run(mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_SHARED, fd, 4096));
	__asm__ volatile("");
}

static NOINLINE void deleted(const char *self)
{
	unlink(self);
	syscall(SYS_getppid);
	__asm__ volatile("");
}

/* Tells what the code is called, as programs do that compile at run time: first wrongly, since what is told last holds. */
static NOINLINE void named(void)
{
	unsigned char *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char path[64];

	snprintf(path, sizeof(path), "/tmp/perf-%d.map", getpid());
	FILE *map = fopen(path, "we");
	if (!map)
		return;
	fprintf(map, "%lx 1000 what was there before\n%lx %zx made at run time\n%lx 10 the next", (long)at, (long)at + 16, sizeof(code), (long)at + 64);
	fflush(map);
	run(at + 16);
	fprintf(map, " one\n");
	fclose(map);
	run(at + 64);
	unlink(path);
	__asm__ volatile("");
}

int main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "named") == 0) {
		named();
		return 0;
	}
	if (argc > 1)
		deleted(argv[0]);
	anonymous();
	in_memory();
	return 0;
}
