/*
 * Calls with many forms, in every combination of the arguments that are listed: the program's arguments are a call's name and, for
 * each of its arguments, values and ranges of them (0-9,0x10,-1), `@` (memory, of several patterns), `!` (a pointer to nothing), or
 * `~64` (the last 64 bytes before nothing); then the next call's name. Each is answered with 0 and refused with EINVAL, and never
 * reaches the kernel.
 *
 * trace: mmap,mmap2,prctl,fcntl,bpf,keyctl,add_key,request_key,quotactl,quotactl_fd,ptrace,seccomp,futex,semctl,shmctl,msgctl,sched_setattr,sched_getattr,clone3,io_uring_setup,io_uring_register,io_submit,io_cancel,mbind,set_mempolicy,get_mempolicy,migrate_pages,move_pages,madvise,mremap,mprotect,memfd_create,mlock2,pkey_alloc,pkey_mprotect,membarrier,mount,umount2,open_tree,move_mount,fsopen,fsconfig,fsmount,fspick,mount_setattr,landlock_create_ruleset,landlock_add_rule,landlock_restrict_self,statmount,listmount,lsm_get_self_attr,lsm_set_self_attr,lsm_list_modules,mseal,cachestat,fchmodat2,map_shadow_stack,setxattrat,listxattrat,removexattrat,open_tree_attr,file_getattr,file_setattr,futex_waitv,futex_wake,futex_wait,futex_requeue,capset,capget,personality,kcmp,sysfs,adjtimex,clock_adjtime,clock_nanosleep,kexec_load,init_module,finit_module,delete_module,fallocate,sync_file_range,lseek,flock,renameat2,statx,openat2,close_range,name_to_handle_at,faccessat2,copy_file_range,fanotify_init,fanotify_mark,inotify_init1,inotify_add_watch,timerfd_create,eventfd2,userfaultfd,getrandom,epoll_ctl,epoll_create1,prlimit64,getrusage,rseq,unshare,setns,waitid,ioprio_set,ioprio_get,pidfd_open,pidfd_getfd,process_madvise,process_mrelease,syslog
 * arguments: calls.txt
 */
#include "family.h"

enum { VALUES = 1024, ARGUMENTS = 5, BYTES = 0x4000 };

#define CALL(name) {#name, SYS_##name}
static const struct { const char *name; long number; } calls[] = {
	CALL(prctl), CALL(fcntl), CALL(bpf), CALL(keyctl), CALL(add_key), CALL(request_key), CALL(quotactl), CALL(ptrace), CALL(seccomp),
	CALL(futex), CALL(semctl), CALL(shmctl), CALL(msgctl), CALL(sched_setattr), CALL(sched_getattr),
	CALL(io_uring_setup), CALL(io_uring_register), CALL(io_uring_enter), CALL(io_submit), CALL(io_cancel), CALL(membarrier),
	CALL(mbind), CALL(set_mempolicy), CALL(get_mempolicy), CALL(move_pages), CALL(migrate_pages), CALL(capget), CALL(capset),
	CALL(adjtimex), CALL(clock_adjtime), CALL(sysfs), CALL(kexec_load), CALL(init_module), CALL(finit_module), CALL(delete_module),
	CALL(personality), CALL(perf_event_open), CALL(memfd_create), CALL(madvise), CALL(mremap), CALL(mprotect), CALL(mount),
	CALL(umount2), CALL(kcmp), CALL(syslog), CALL(ioprio_set), CALL(ioprio_get), CALL(unshare), CALL(setns), CALL(flock),
	CALL(fallocate), CALL(sync_file_range), CALL(lseek), CALL(fanotify_init), CALL(fanotify_mark), CALL(inotify_init1),
	CALL(inotify_add_watch), CALL(timerfd_create), CALL(eventfd2), CALL(userfaultfd), CALL(getrandom), CALL(prlimit64),
	CALL(getrusage), CALL(name_to_handle_at), CALL(rseq), CALL(statx), CALL(renameat2), CALL(copy_file_range), CALL(splice),
	CALL(waitid), CALL(mlock2), CALL(pkey_alloc), CALL(pkey_mprotect), CALL(epoll_ctl), CALL(epoll_create1), CALL(clock_nanosleep),
	CALL(clone),
#ifdef SYS_mmap2
	{"mmap", SYS_mmap2},
#else
	CALL(mmap),
#endif
	/* Numbers from here on are the same everywhere. */
	{"pidfd_send_signal", 424}, {"open_tree", 428}, {"move_mount", 429}, {"fsopen", 430}, {"fsconfig", 431}, {"fsmount", 432},
	{"fspick", 433}, {"pidfd_open", 434}, {"clone3", 435}, {"close_range", 436}, {"openat2", 437}, {"pidfd_getfd", 438},
	{"faccessat2", 439}, {"process_madvise", 440}, {"mount_setattr", 442}, {"quotactl_fd", 443}, {"landlock_create_ruleset", 444},
	{"landlock_add_rule", 445}, {"landlock_restrict_self", 446}, {"memfd_secret", 447}, {"process_mrelease", 448},
	{"futex_waitv", 449}, {"set_mempolicy_home_node", 450}, {"cachestat", 451}, {"fchmodat2", 452}, {"map_shadow_stack", 453},
	{"futex_wake", 454}, {"futex_wait", 455}, {"futex_requeue", 456}, {"statmount", 457}, {"listmount", 458},
	{"lsm_get_self_attr", 459}, {"lsm_set_self_attr", 460}, {"lsm_list_modules", 461}, {"mseal", 462}, {"setxattrat", 463},
	{"getxattrat", 464}, {"listxattrat", 465}, {"removexattrat", 466}, {"open_tree_attr", 467}, {"file_getattr", 468},
	{"file_setattr", 469}, {"listns", 470}, {"rseq_slice_yield", 471},
};

/* What one argument may be. */
struct values {
	unsigned n;
	long at[VALUES];
	unsigned end[VALUES];    /* bytes that are there, of memory that ends too early */
	enum pattern fill[VALUES];
};

static struct values values[ARGUMENTS];
static unsigned arguments;

static void add(struct values *v, long value, unsigned end, enum pattern fill)
{
	if (v->n == VALUES)
		family_die("too many values");
	v->at[v->n] = value;
	v->end[v->n] = end;
	v->fill[v->n++] = fill;
}

/* Each argument's memory is a place of its own. */
static long memory_of(unsigned argument)
{
	return (long)(arena + argument * BYTES);
}

static void parse(struct values *v, unsigned argument, char *text)
{
	static const enum pattern patterns[] = {ZEROS, RISING, ONES, COUNTING, POINTERS, ONE};

	memset(v, 0, sizeof(*v));
	for (char *word = strtok(text, ","); word; word = strtok(NULL, ",")) {
		char *rest;
		if (*word == '@') {
			for (unsigned i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
				add(v, memory_of(argument), 0, patterns[i]);
		} else if (*word == '!') {
			add(v, (long)arena_end, 0, PATTERNS);
		} else if (*word == '~') {
			unsigned end = (unsigned)strtoul(word + 1, NULL, 0);
			add(v, (long)arena_end - end, end, COUNTING);
		} else {
			long from = (long)strtoull(word, &rest, 0);
			long to = *rest == '-' ? (long)strtoull(rest + 1, NULL, 0) : from;
			for (long k = 0; k <= to - from; k++)
				add(v, from + k, 0, PATTERNS);
		}
	}
}

static void prepare(unsigned argument, const struct values *v, unsigned i)
{
	if (v->end[i])
		fill(arena_end - v->end[i], v->end[i], COUNTING);
	else if (v->fill[i] != PATTERNS)
		fill((char *)memory_of(argument), BYTES, v->fill[i]), ((char *)memory_of(argument))[1023] = 0;
}

static void combine(long number)
{
	unsigned at[ARGUMENTS] = {0};
	unsigned k;

	do {
		long a[ARGUMENTS] = {0};
		for (k = 0; k < arguments; k++) {
			a[k] = values[k].at[at[k]];
			prepare(k, &values[k], at[k]);
		}
		if (family_turn()) {
			ok(number, a[0], a[1], a[2], a[3], a[4]);
			fail(number, a[0], a[1], a[2], a[3], a[4]);
		}
		for (k = arguments; k > 0 && ++at[k - 1] == values[k - 1].n; k--)
			at[k - 1] = 0;
	} while (k);
}

static long number_of(const char *name)
{
	for (unsigned i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		if (!strcmp(calls[i].name, name))
			return calls[i].number;
	family_die(name);
}

int main(int argc, char **argv)
{
	family_start();
	for (int i = 1; i < argc;) {
		long number = number_of(argv[i++]);
		for (arguments = 0; i < argc && !(*argv[i] >= 'a' && *argv[i] <= 'z'); i++, arguments++)
			parse(&values[arguments], arguments, argv[i]);
		combine(number);
	}
	return 0;
}
