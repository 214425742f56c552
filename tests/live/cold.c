/* Arguments in pages that nobody has touched: what is there appears all the same. options: -f -e trace=openat,write,writev,execve; only: ^\d+\s+(?!\s*write\(1,).*COLD */
#include "expect.h"

#include <fcntl.h>
#include <sys/uio.h>
#include <sys/wait.h>

/* Further apart than what one fault brings in. */
enum { STEP = 1 << 20, PIECES = 12 };

static char *cold;
static int file;

/* `text` at the start of a piece, not mapped into this process's tables. */
static char *piece(int n, const void *data, size_t len)
{
	pwrite(file, data, len, (off_t)n * STEP);
	return cold + (size_t)n * STEP;
}

static char *text(int n, const char *s)
{
	return piece(n, s, strlen(s) + 1);
}

static void strings(void)
{
	char *path = text(0, "/COLD/path");

	expect("%d openat(AT_FDCWD, \"/COLD/path\", O_RDONLY) = -1 ENOENT (No such file or directory)", getpid());
	syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
}

static void buffers(int to)
{
	char *bytes = text(1, "COLD bytes");
	struct iovec inside[2] = {{text(2, "COLD one"), 8}, {text(3, "COLD two"), 8}};
	struct iovec *iov = (struct iovec *)piece(4, inside, sizeof(inside));

	expect("%d write(%d, \"COLD bytes\", 10) = 10", getpid(), to);
	syscall(SYS_write, to, bytes, 10);
	expect("%d writev(%d, [{iov_base=\"COLD one\", iov_len=8}, {iov_base=\"COLD two\", iov_len=8}], 2) = 16", getpid(), to);
	syscall(SYS_writev, to, iov, 2);
}

/* The old image is gone when the call is done. */
static void image(void)
{
	char *path = text(5, "/proc/self/exe");
	char *argv[] = {text(6, "COLD argv"), text(7, "end"), NULL}, *envp[] = {text(8, "COLD=env"), NULL};
	char **argv_there = (char **)piece(9, argv, sizeof(argv)), **envp_there = (char **)piece(10, envp, sizeof(envp));
	int child = fork();

	if (child == 0) {
		syscall(SYS_execve, path, argv_there, envp_there);
		_exit(1);
	}
	waitpid(child, NULL, 0); /* its line is to be in one piece */
	expect("%d execve(\"/proc/self/exe\", [\"COLD argv\", \"end\"], %p /* 1 var */) = 0", child, (void *)envp_there);
}

int main(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		return 0;
	file = memfd_create("pieces", 0);
	ftruncate(file, (off_t)PIECES * STEP);
	cold = mmap(NULL, (size_t)PIECES * STEP, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
	strings();
	buffers(memfd_create("sink", 0));
	image();
	return 0;
}
