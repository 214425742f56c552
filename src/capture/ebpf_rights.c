/* Rights: see ebpf_rights.h. */
#include "capture/ebpf_rights.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/capability.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "capture/ebpf.h"
#include "capture/ebpf_types.h"
#include "capture/status.h"

#ifdef HAVE_BPF
#include <bpf/libbpf.h>
#endif

#ifndef CAP_PERFMON
#define CAP_PERFMON 38
#define CAP_BPF 39
#endif

enum { FIRST_USER_NS = 0xEFFFFFFD }; /* PROC_USER_INIT_INO, include/linux/proc_ns.h */
enum { DESCRIPTORS = 230 }; /* that it takes at most: each part of the programs has one of every map while it is loaded */

#ifdef HAVE_BPF

/* What the kernel has */

static void add_missing(struct buf *out, const char *name)
{
	buf_printf(out, "%s%s", out->len ? ", " : "", name);
}

/*
 * What no program of ours can do without, and the kernel does not have, separated by commas. It is tried, as distributions add to old kernels. The newest
 * of it is of Linux 5.15. What some can do without is looked for where it is used: ebpf_uring.c, ebpf_stack.c, ebpf_target.c.
 */
static void list_missing(const struct kernel_types *kernel, struct buf *out)
{
	static const struct {
		enum bpf_map_type type;
		const char *name;
	} maps[] = {
		{BPF_MAP_TYPE_RINGBUF, "ring buffers (Linux 5.8)"}, {BPF_MAP_TYPE_TASK_STORAGE, "task storage (Linux 5.11)"},
		{BPF_MAP_TYPE_CGROUP_ARRAY, "arrays of cgroups (CONFIG_CGROUPS)"},
	};
	static const struct {
		enum bpf_func_id id;
		const char *name;
	} helpers[] = {
		{BPF_FUNC_send_signal_thread, "bpf_send_signal_thread (Linux 5.6)"}, {BPF_FUNC_probe_read_user, "bpf_probe_read_user (Linux 5.5)"},
		{BPF_FUNC_get_current_task_btf, "bpf_get_current_task_btf (Linux 5.11)"}, {BPF_FUNC_task_storage_get, "task storage in tracing programs (Linux 5.13)"},
		{BPF_FUNC_task_pt_regs, "bpf_task_pt_regs (Linux 5.15)"},
	};
	static const char *const tracepoints[] = {
		"sys_enter", "sys_exit", "sched_process_fork", "sched_process_exec", "sched_process_exit", "task_rename", "signal_deliver", "signal_generate",
		"cgroup_attach_task",
	};

	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++)
		if (libbpf_probe_bpf_map_type(maps[i].type, NULL) == 0)
			add_missing(out, maps[i].name);
	for (size_t i = 0; i < sizeof(helpers) / sizeof(helpers[0]); i++)
		if (libbpf_probe_bpf_helper(BPF_PROG_TYPE_RAW_TRACEPOINT, helpers[i].id, NULL) == 0)
			add_missing(out, helpers[i].name);
	for (size_t i = 0; i < sizeof(tracepoints) / sizeof(tracepoints[0]); i++) {
		if (!kernel_types_tracepoint(kernel, tracepoints[i])) {
			add_missing(out, "the tracepoint ");
			buf_puts(out, tracepoints[i]);
		}
	}
}

static void ask_kernel(struct ebpf_facts *f)
{
	struct buf missing = {0};

	ebpf_listen();
	const struct kernel_types *kernel = kernel_types();
	f->btf = kernel != NULL;
	if (kernel)
		list_missing(kernel, &missing);
	snprintf(f->missing, sizeof(f->missing), "%s", buf_cstr(&missing));
	buf_done(&missing);
}

/* What libbpf says when something fails: its first message, and the verifier's last line but one, which says why; the last tells how far it came. */
static char first_message[256], verdict[256];

static void keep_verdict(const char *log)
{
	const char *line = log;

	for (const char *end; (end = strchr(line, '\n')) && !str_starts(line, "processed "); line = end + 1)
		snprintf(verdict, sizeof(verdict), "%.*s", (int)(end - line), line);
}

static int listen_to(enum libbpf_print_level level, const char *fmt, va_list args)
{
	static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER; /* several threads load */
	char *text = NULL;

	if (level != LIBBPF_WARN || vasprintf(&text, fmt, args) < 0)
		return 0;
	pthread_mutex_lock(&one);
	if (!first_message[0] && !strstr(text, "Retrying without BTF")) /* which is done for maps that have no types, and harmless */
		snprintf(first_message, sizeof(first_message), "%.*s", (int)strcspn(text, "\n"), text);
	if (strstr(text, "PROG LOAD LOG"))
		keep_verdict(text);
	pthread_mutex_unlock(&one);
	free(text);
	return 0;
}

void ebpf_listen(void)
{
	first_message[0] = verdict[0] = '\0';
	libbpf_set_print(listen_to);
}

void ebpf_open_opts(struct bpf_object_open_opts *o, const struct types_file *types)
{
	memset(o, 0, sizeof(*o)); /* the padding, too */
	o->sz = sizeof(*o);
	if (types && *types->path)
		o->btf_custom_path = types->path;
	else if (!ebpf_may(CAP_SYS_ADMIN))
		o->btf_custom_path = "/sys/kernel/btf/vmlinux";
}

/* libbpf goes on without what it had no descriptor for, and fails later. */
static bool too_few_descriptors(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < DESCRIPTORS;
}

void ebpf_explain(int err)
{
	if (err == -EMFILE || err == -ENFILE || (err == -EINVAL && too_few_descriptors())) {
		diag_error("--engine=ebpf: %s: it takes some %d descriptors (ulimit -n)", strerror(err == -EINVAL ? EMFILE : -err), DESCRIPTORS);
		return;
	}
	if (err == -ENOMEM) {
		diag_error("--engine=ebpf: %s: a smaller --ring-size takes less, as do higher limits (ulimit -v, memory.max of the cgroup)", strerror(-err));
		return;
	}
	diag_error("--engine=ebpf: the kernel does not take the programs: %s%s%s%s%s", strerror(-err), first_message[0] ? "; " : "", first_message,
	           verdict[0] ? "; verifier: " : "", verdict);
}

#else

static void ask_kernel(struct ebpf_facts *f)
{
	(void)f;
}

#endif

/* Facts */

static uint64_t own_status(const char *key, int base)
{
	char text[64];

	return status_text(getpid(), key, text, sizeof(text)) ? 0 : strtoull(text, NULL, base);
}

bool ebpf_in_user_namespace(void)
{
	struct stat ns;

	return stat("/proc/self/ns/user", &ns) == 0 && ns.st_ino != (ino_t)FIRST_USER_NS;
}

static uint64_t own_capabilities(void)
{
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct halves[_LINUX_CAPABILITY_U32S_3] = {{0}};

	return syscall(SYS_capget, &head, halves) ? 0 : halves[0].effective | (uint64_t)halves[1].effective << 32;
}

bool ebpf_may(int capability)
{
	return own_capabilities() >> capability & 1;
}

static uint64_t bounding_set(void)
{
	uint64_t set = 0;

	for (int i = 0; i < 64; i++)
		set |= (uint64_t)(prctl(PR_CAPBSET_READ, i, 0, 0, 0) == 1) << i;
	return set;
}

static bool is_confidential(void)
{
	FILE *f = fopen("/sys/kernel/security/lockdown", "re");
	char line[256] = "";

	bool is = f && fgets(line, sizeof(line), f) && strstr(line, "[confidentiality]");
	if (f)
		fclose(f);
	return is;
}

static int try_bpf(void)
{
	union bpf_attr attr = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
	int map = (int)syscall(SYS_bpf, BPF_MAP_CREATE, &attr, sizeof(attr));

	if (map < 0)
		return -errno;
	close(map);
	return 0;
}

static bool has(const struct ebpf_facts *f, int capability)
{
	return f->capabilities >> capability & 1;
}

/* What to do for want of capabilities. */
static void advise(const struct ebpf_facts *f, struct buf *why)
{
	uint64_t wanted = 1ull << CAP_BPF | 1ull << CAP_PERFMON;

	if ((f->bounding & wanted) != wanted && !(f->bounding >> CAP_SYS_ADMIN & 1))
		buf_puts(why, "nobody can have that here: start the container with --cap-add=BPF --cap-add=PERFMON or --privileged, or run it outside");
	else if (f->file_capable)
		buf_puts(why, "what its file was given does not do, or not here (no_new_privs, or a file system mounted with nosuid): run it with sudo");
	else
		buf_printf(why, "run it with sudo, or give them to the program once: sudo setcap cap_bpf,cap_perfmon,cap_sys_ptrace+ep %s", f->program);
}

static int judge_capabilities(const struct ebpf_facts *f, struct buf *why)
{
	bool bpf = has(f, CAP_BPF), perfmon = has(f, CAP_PERFMON);

	if (has(f, CAP_SYS_ADMIN) || (bpf && perfmon))
		return 0;
	if (!why)
		return -EPERM;
	buf_printf(why, "it takes CAP_BPF and CAP_PERFMON, of which %s missing: ", bpf ? "the second is" : perfmon ? "the first is" : "both are");
	advise(f, why);
	return -EPERM;
}

void ebpf_facts_gather(struct ebpf_facts *f)
{
	struct utsname u;

	*f = (struct ebpf_facts){0};
	if (uname(&u) == 0)
		snprintf(f->release, sizeof(f->release), "%s", u.release);
	f->btf = access("/sys/kernel/btf/vmlinux", F_OK) == 0;
	f->confidential = is_confidential();
	f->capabilities = own_capabilities();
	f->bounding = bounding_set();
	f->user_namespace = ebpf_in_user_namespace();
	f->seccomp = own_status("Seccomp:", 10) != 0;
	f->bpf_err = try_bpf();
	if (!f->bpf_err && f->btf && judge_capabilities(f, NULL) == 0)
		ask_kernel(f);
	ssize_t n = readlink("/proc/self/exe", f->program, sizeof(f->program) - 1);
	snprintf(f->program + (n > 0 ? n : 0), sizeof(f->program) - (size_t)(n > 0 ? n : 0), "%s", n > 0 ? "" : "ringside");
	f->file_capable = getxattr("/proc/self/exe", "security.capability", NULL, 0) > 0;
}

/* The judgement */

int ebpf_facts_judge(const struct ebpf_facts *f, struct buf *why)
{
	if (f->bpf_err == -ENOSYS)
		buf_puts(why, "this kernel was built without bpf(2) (CONFIG_BPF_SYSCALL), or a seccomp filter hides it");
	else if (!f->btf)
		buf_printf(why, "this kernel (%s) does not describe its types: it takes one with CONFIG_DEBUG_INFO_BTF, which makes /sys/kernel/btf/vmlinux for all to read", f->release);
	else if (f->user_namespace)
		buf_puts(why, "we are in a user namespace (a rootless container, perhaps), whose capabilities do not count for bpf(2): run it outside");
	else if (judge_capabilities(f, why))
		return -EPERM;
	else if (f->confidential)
		buf_puts(why, "kernel lockdown is at 'confidentiality', which keeps programs from reading the kernel's memory: boot with lockdown=integrity, or use --engine=ptrace");
	else if (f->bpf_err && f->seccomp)
		buf_printf(why, "bpf(2) fails (%s), probably by a seccomp filter: run the container with --privileged, or with a profile (--security-opt seccomp=...) that allows bpf(2)", strerror(-f->bpf_err));
	else if (f->bpf_err)
		buf_printf(why, "bpf(2) fails: %s; a security module may forbid it, see the kernel's log", strerror(-f->bpf_err));
	else if (f->missing[0])
		buf_printf(why, "this kernel (%s) lacks %s; Linux 5.15 and newer have all of that, with CONFIG_FTRACE_SYSCALLS", f->release, f->missing);
	else
		return 0;
	return f->bpf_err ? f->bpf_err : -EPERM;
}

int ebpf_permitted(struct buf *why)
{
	struct ebpf_facts f;

	if (ebpf_lacks()) {
		buf_printf(why, "it is not in this build: %s was missing when it was made", ebpf_lacks());
		return -ENOSYS;
	}
	ebpf_facts_gather(&f);
	return ebpf_facts_judge(&f, why);
}
