/* Memory that cannot be read, or ends too early. options: -e trace=pwrite64,chdir */
#include "expect.h"

static void path(const char *what, const char *shown)
{
	char call[256];
	long ret = syscall(SYS_chdir, what);

	snprintf(call, sizeof(call), "chdir(%s)", shown);
	expect_call(call, result_text(ret, errno == EFAULT ? "EFAULT" : errno == ENOENT ? "ENOENT" : "ENAMETOOLONG"));
}

static void data(const char *p, size_t size, const char *shown)
{
	char call[256];
	long ret = syscall(SYS_pwrite64, -1, p, size, 0L);

	snprintf(call, sizeof(call), "pwrite64(-1, %s, %zu, 0)", shown, size);
	expect_call(call, result_text(ret, "EBADF"));
}

int main(void)
{
	char shown[128], *end = before_nothing(0), *p;

	path(NULL, "NULL");
	path((char *)1, "0x1");
	snprintf(shown, sizeof(shown), "%p", (void *)end);
	path(end, shown);

	p = end - sizeof("/nonexistent");
	strcpy(p, "/nonexistent");
	path(p, "\"/nonexistent\"");
	/* No NUL before the mapping ends: nothing of it is shown. */
	p = end - 4;
	memcpy(p, "/abc", 4);
	snprintf(shown, sizeof(shown), "%p", (void *)p);
	path(p, shown);

	data(NULL, 5, "NULL");
	memcpy(p, "\n\"\\\1", 4);
	data(p, 4, "\"\\n\\\"\\\\\\1\"");
	data(p, 0, "\"\"");
	snprintf(shown, sizeof(shown), "%p", (void *)p);
	data(p, 5, shown);
	data("0123456789012345678901234567890123456789", 40, "\"01234567890123456789012345678901\"...");
	data("01234567890123456789012345678901", 32, "\"01234567890123456789012345678901\"");
	data("\0" "1", 2, "\"\\0001\"");
	data("\0" "a", 2, "\"\\0a\"");
	expect("+++ exited with 0 +++");
	return 0;
}
