/* capture: what is said where the eBPF engine cannot run, for each of what it takes. */
#include "unit.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "capture/ebpf_rights.h"

#define BPF (1ull << 39)
#define PERFMON (1ull << 38)
#define ADMIN (1ull << 21)

static const struct ebpf_facts good = {.release = "6.1.0", .btf = true, .capabilities = BPF | PERFMON, .bounding = ~0ull, .program = "/opt/ringside"};

static void expect(struct ebpf_facts f, int expected, const char *words)
{
	struct buf why = {0};

	assert_int_equal(ebpf_facts_judge(&f, &why), expected);
	if (!strstr(buf_cstr(&why), words) || (expected == 0) != (why.len == 0))
		fail_msg("'%s' is not in: %s", words, buf_cstr(&why));
	buf_done(&why);
}

#define WITH(...) ({ struct ebpf_facts f_ = good; struct ebpf_facts *f = &f_; __VA_ARGS__; f_; })

static void enough(void **state)
{
	(void)state;
	expect(good, 0, "");
	expect(WITH(f->capabilities = ADMIN), 0, "");
}

static void each_thing_that_lacks(void **state)
{
	(void)state;
	expect(WITH(f->bpf_err = -ENOSYS), -ENOSYS, "CONFIG_BPF_SYSCALL");
	expect(WITH(f->btf = false), -EPERM, "this kernel (6.1.0) does not describe its types");
	expect(WITH(f->user_namespace = true), -EPERM, "user namespace");
	expect(WITH(f->capabilities = 0), -EPERM, "both are missing: run it with sudo, or give them to the program once: sudo setcap cap_bpf,cap_perfmon,cap_sys_ptrace+ep /opt/ringside");
	expect(WITH(f->capabilities = BPF), -EPERM, "the second is missing");
	expect(WITH(f->capabilities = PERFMON), -EPERM, "the first is missing");
	expect(WITH(f->capabilities = PERFMON, f->file_capable = true), -EPERM, "the first is missing: what its file was given does not do");
	expect(WITH(f->capabilities = 0, f->bounding = BPF), -EPERM, "both are missing: nobody can have that here: start the container with --cap-add");
	expect(WITH(f->capabilities = 0, f->bounding = ADMIN), -EPERM, "run it with sudo");
	expect(WITH(f->confidential = true), -EPERM, "lockdown=integrity");
	expect(WITH(f->bpf_err = -EPERM, f->seccomp = true), -EPERM, "--privileged");
	expect(WITH(f->bpf_err = -EACCES), -EACCES, "security module");
	expect(WITH(strcpy(f->missing, "bpf_task_pt_regs (Linux 5.15)")), -EPERM, "this kernel (6.1.0) lacks bpf_task_pt_regs (Linux 5.15); ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(enough),
		cmocka_unit_test(each_thing_that_lacks),
	};

	return cmocka_run_group_tests_name("rights", tests, NULL, NULL);
}
