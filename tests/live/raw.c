/* Numbers of which nothing is known. options: -v; only: ^(syscall_|\+\+\+) */
#include "expect.h"

int main(void)
{
	errno = 0;
	long ret = syscall(0xffff, 1, 2, 3, 4, 5, 0xdeadbeefcafe);
	expect("syscall_0xffff(0x1, 0x2, 0x3, 0x4, 0x5, 0xdeadbeefcafe) = %s", result_text(ret, "ENOSYS"));
	expect("+++ exited with 0 +++");
	return 0;
}
