/*
 * Where AT_FDCWD is: after chdir and fchdir, in threads that share it and that do not, in children, removed, and below another root.
 * options: -f -e signal=none -e trace=unlinkat,renameat2;
 * variants: -y, -yy, -v -y, -y -X raw, -yy -X verbose; i386
 */
#include "expect.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/wait.h>

static char home[] = "/tmp/ringside-cwdXXXXXX";

static int tid(void)
{
	return (int)syscall(SYS_gettid);
}

/* A call in `path`, which is where we are. */
static void here(const char *path)
{
	syscall(SYS_unlinkat, AT_FDCWD, "none", 0);
	expect("%d unlinkat(@{-100|AT_FDCWD}<%s>, \"none\", 0) = -1 ENOENT (No such file or directory)", tid(), path);
}

static void *shared(void *path)
{
	here(path);
	chdir("/etc");
	here("/etc");
	expect("%d +++ exited with 0 +++", tid());
	return NULL;
}

static void *alone(void *path)
{
	here(path);
	unshare(CLONE_FS);
	chdir("/usr");
	here("/usr");
	expect("%d +++ exited with 0 +++", tid());
	return NULL;
}

static void thread(void *(*run)(void *), char *path)
{
	pthread_t t;

	pthread_create(&t, NULL, run, path);
	pthread_join(t, NULL);
}

static void child(const char *path)
{
	int pid = fork();

	if (pid == 0) {
		here(path);
		chdir("/");
		here("/");
		expect("%d +++ exited with 0 +++", tid());
		_exit(0);
	}
	waitpid(pid, NULL, 0);
}

int main(void)
{
	char below[64], gone[80];
	int etc = open("/etc", O_RDONLY | O_DIRECTORY);

	mkdtemp(home);
	snprintf(below, sizeof(below), "%s/a b\n", home);
	chdir("/");
	here("/");
	fchdir(etc);
	here("/etc");
	chdir("none of them");
	here("/etc");
	chdir(home);
	here(home);
	syscall(SYS_renameat2, AT_FDCWD, "a", AT_FDCWD, "b", 0);
	expect("%d renameat2(@{-100|AT_FDCWD}<%s>, \"a\", @{-100|AT_FDCWD}<%s>, \"b\", 0) = -1 ENOENT (No such file or directory)", tid(), home, home);
	syscall(SYS_unlinkat, etc, "none", AT_REMOVEDIR);
	expect("%d unlinkat(%d</etc>, \"none\", @{0x200|AT_REMOVEDIR}) = -1 ENOENT (No such file or directory)", tid(), etc);

	thread(alone, home);
	here(home);
	thread(shared, home);
	here("/etc");

	mkdir(below, 0700);
	chdir(below);
	snprintf(gone, sizeof(gone), "%s/a b\\n", home);
	here(gone);
	child(gone);
	here(gone);
	rmdir(below);
	strcat(gone, " (deleted)");
	here(gone);
	child(gone);
	rmdir(home);

	if (chroot("/usr") == 0) {
		chdir("/");
		here("/usr");
		chdir("/bin");
		here("/usr/bin");
	}
	expect("%d +++ exited with 0 +++", tid());
	return 0;
}
