/* A library that comes and goes. NAME is its function. */
#include <sys/syscall.h>
#include <unistd.h>

void NAME(void)
{
	syscall(SYS_getppid);
	__asm__ volatile("");
}
