/*
 * What tests/options traces: `subject NAME...` makes the calls of each NAME in turn, the same ones in every run. Nothing it does
 * reaches beyond itself: sockets are pairs, files are in the current directory.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <mqueue.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

static void fill(char *to, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to[i] = (char)(i * 7 + (i >> 4));
}

static int scratch_file(void)
{
	return open("scratch", O_RDWR | O_CREAT | O_TRUNC, 0600);
}

/* Data through one descriptor, in every way: what -e read= and -e write= dump. */
static void do_data(void)
{
	char data[300], in[300];
	int fd = scratch_file();

	fill(data, sizeof(data));
	write(fd, "hello, world\n", 13);
	write(fd, data, sizeof(data));
	write(fd, data, 0);
	write(fd, data, 1);
	write(fd, data, 16);
	write(fd, data, 17);
	pwrite(fd, data, 20, 100);
	lseek(fd, 0, SEEK_SET);
	read(fd, in, 13);
	read(fd, in, sizeof(in));
	pread(fd, in, 40, 5);
	pread(fd, in, 40, 1 << 20);
	read(fd, NULL, 0);
	read(fd, (void *)8, 10);
	write(fd, (void *)8, 10);
	read(-1, in, 10);
	close(fd);
}

static void do_vectors(void)
{
	char data[100], a[10], b[30], c[60];
	struct iovec out[] = {{data, 10}, {data + 10, 0}, {data + 10, 30}}, in[] = {{a, sizeof(a)}, {b, sizeof(b)}, {c, sizeof(c)}};
	int fd = scratch_file(), ends[2];

	fill(data, sizeof(data));
	writev(fd, out, 3);
	pwritev(fd, out, 3, 7);
	pwritev2(fd, out, 1, 7, 0);
	writev(fd, out, 0);
	writev(fd, (void *)8, 2);
	lseek(fd, 0, SEEK_SET);
	readv(fd, in, 3);
	preadv(fd, in, 2, 3);
	preadv2(fd, in, 2, 3, 0);
	readv(fd, in, 3);
	pipe(ends);
	vmsplice(ends[1], out, 3, 0);
	splice(ends[0], NULL, fd, NULL, 10, 0);
	tee(ends[0], ends[1], 5, SPLICE_F_NONBLOCK);
	sendfile(fd, fd, NULL, 5);
	close(ends[0]);
	close(ends[1]);
	close(fd);
}

static void do_messages(void)
{
	char data[64], in[64];
	struct iovec out[] = {{data, 5}, {data + 5, 20}}, into[] = {{in, 8}, {in + 8, 50}};
	struct msghdr m = {.msg_iov = out, .msg_iovlen = 2}, r = {.msg_iov = into, .msg_iovlen = 2};
	struct mmsghdr many[2] = {{.msg_hdr = m}, {.msg_hdr = m}}, got[2] = {{.msg_hdr = r}, {.msg_hdr = r}};
	int s[2];

	fill(data, sizeof(data));
	socketpair(AF_UNIX, SOCK_DGRAM, 0, s);
	send(s[0], data, 20, 0);
	recv(s[1], in, sizeof(in), 0);
	sendto(s[0], data, 3, MSG_DONTWAIT, NULL, 0);
	recvfrom(s[1], in, 2, 0, NULL, NULL);
	sendmsg(s[0], &m, 0);
	recvmsg(s[1], &r, 0);
	sendmmsg(s[0], many, 2, 0);
	recvmmsg(s[1], got, 2, 0, NULL);
	recv(s[1], in, sizeof(in), MSG_DONTWAIT);
	close(s[0]);
	close(s[1]);
}

static void do_queue(void)
{
	struct mq_attr attr = {.mq_maxmsg = 2, .mq_msgsize = 32};
	char in[32];
	mqd_t q = mq_open("/ringside-options", O_RDWR | O_CREAT, 0600, &attr);

	mq_unlink("/ringside-options");
	mq_send(q, "a message", 9, 3);
	mq_receive(q, in, sizeof(in), NULL);
	mq_close(q);
}

/* Descriptors of every kind, each in a call or two. */
static void do_kinds(void)
{
	sigset_t set;
	struct itimerspec never = {0};
	int fds[12], s[2], p[2];
	unsigned n = 0;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGRTMIN + 3);
	fds[n++] = open("/dev/null", O_RDWR);
	fds[n++] = open("/dev/full", O_RDONLY);
	fds[n++] = eventfd(5, EFD_SEMAPHORE);
	fds[n++] = signalfd(-1, &set, 0);
	fds[n++] = (int)syscall(SYS_pidfd_open, getpid(), 0);
	fds[n++] = timerfd_create(CLOCK_MONOTONIC, 0);
	fds[n++] = epoll_create1(0);
	fds[n++] = open(".", O_RDONLY | O_DIRECTORY);
	fds[n++] = scratch_file();
	unlink("scratch");
	socketpair(AF_UNIX, SOCK_STREAM, 0, s);
	pipe(p);
	for (unsigned i = 0; i < n; i++)
		fcntl(fds[i], F_GETFD);
	fcntl(s[0], F_GETFD);
	fcntl(p[0], F_GETFD);
	timerfd_settime(fds[5], 0, &never, NULL);
	dup2(fds[0], 60);
	openat(fds[7], "absent", O_RDONLY);
	openat(AT_FDCWD, "absent", O_RDONLY);
	for (unsigned i = 0; i < n; i++)
		close(fds[i]);
	close(s[0]);
	close(s[1]);
	close(p[0]);
	close(p[1]);
	close(60);
}

static void do_files(void)
{
	struct stat st;
	char in[100];
	int fd = open("/etc/passwd", O_RDONLY), other = open("/dev/null", O_WRONLY);

	read(fd, in, sizeof(in));
	fstat(fd, &st);
	fstat(other, &st);
	stat("/etc/passwd", &st);
	stat("/etc/../etc/passwd", &st);
	access("/etc/passwd", R_OK);
	access("/absent", R_OK);
	rename("/absent", "/etc/passwd-");
	mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0);
	mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	dup2(fd, 9);
	dup2(fd, fd);
	struct pollfd polled[] = {{fd, POLLIN, 0}, {other, POLLOUT, 0}};
	poll(polled, 2, 0);
	fd_set set;
	FD_ZERO(&set);
	FD_SET(9, &set);
	select(10, &set, NULL, NULL, &(struct timeval){0});
	close(9);
	close(other);
	close(fd);
	close(77);
	getpid();
}

static void do_strings(void)
{
	access("plain", F_OK);
	access("tab\tnew\nbell\a quote\" back\\", F_OK);
	access("high\377\200""1", F_OK);
	access("oct\1""7\2z", F_OK);
	write(-1, "\0\0\0\0", 4);
	write(-1, "plain", 5);
	write(-1, "a long string that is longer than thirty-two bytes, as you see", 62);
	write(-1, "\e[1mbold\x7f", 9);
}

static void handle(int signo)
{
	(void)signo;
}

static void do_signals(void)
{
	signal(SIGUSR1, handle);
	signal(SIGCHLD, SIG_IGN);
	raise(SIGUSR1);
	kill(getpid(), SIGUSR1);
	kill(getpid(), SIGURG);
	kill(0, 0);
}

/* When SIGCHLD comes is chance; that it comes is not what these are about. */
static void block_sigchld(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

static void do_fork(void)
{
	block_sigchld();
	pid_t child = fork();

	if (child == 0) {
		getppid();
		_exit(7);
	}
	waitpid(child, NULL, 0);
	kill(child, 0);
}

static void *thread_main(void *arg)
{
	syscall(SYS_gettid);
	return arg;
}

static void do_thread(void)
{
	pthread_t t;

	pthread_create(&t, NULL, thread_main, NULL);
	pthread_join(t, NULL);
}

/* A thread that waits in a call while another makes some, and then goes on. */
static int wait_pipe[2];

static void *waiting_main(void *arg)
{
	char c;

	read(wait_pipe[0], &c, 1);
	return arg;
}

static void do_wait(void)
{
	pthread_t t;

	pipe(wait_pipe);
	pthread_create(&t, NULL, waiting_main, NULL);
	usleep(100000);
	access("/while", F_OK);
	usleep(100000);
	write(wait_pipe[1], "x", 1);
	pthread_join(t, NULL);
}

/* Calls that never return. */
static void do_hang(void)
{
	pthread_t t;

	pipe(wait_pipe);
	pthread_create(&t, NULL, waiting_main, NULL);
	usleep(100000);
	syscall(SYS_exit_group, 0);
}

static void do_flags(void)
{
	mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	mmap(NULL, 8192, 0x40, 0x10000022, -1, 0);
	openat(AT_FDCWD, "absent", O_RDWR | O_APPEND | O_CLOEXEC);
	lseek(99, 5, SEEK_END);
	lseek(99, 5, 99);
	fcntl(99, F_SETFD, FD_CLOEXEC);
	rt: syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, NULL, 8);
	syscall(SYS_madvise, NULL, 0, 4);
	syscall(1000, 1, 2, 3);
	if (0)
		goto rt;
}

/* Sets of descriptors, of which 77 is none; and structs that could hold one. */
static void do_polls(void)
{
	struct pollfd polled[] = {{.fd = 0, .events = POLLIN}, {.fd = 77, .events = POLLIN}};
	struct timespec none = {0};
	fd_set set;

	poll(polled, 2, 0);
	poll(polled + 1, 1, 0);
	ppoll(polled, 2, &none, NULL);
	FD_ZERO(&set);
	FD_SET(0, &set);
	select(1, &set, NULL, NULL, &(struct timeval){0});
	FD_SET(77, &set);
	select(77, NULL, &set, NULL, &(struct timeval){0});
	select(78, NULL, NULL, &set, &(struct timeval){0});
	pselect(0, &set, NULL, NULL, &none, NULL);
	syscall(SYS_bpf, 1, (uint64_t[16]){0}, 32);
}

/* A number that stands for one kind of thing after another. */
static void do_again(void)
{
	int of[] = {open("/dev/null", O_RDWR), open("/etc/passwd", O_RDONLY), socket(AF_UNIX, SOCK_DGRAM, 0), eventfd(3, 0)};

	for (size_t i = 0; i < LEN(of); i++)
		for (size_t j = 0; j < LEN(of); j++) {
			dup2(of[i], 40);
			dup2(of[j], 40);
		}
}

static void do_structs(void)
{
	struct stat st;
	struct sockaddr_un un = {AF_UNIX, "absent"};
	int s = socket(AF_UNIX, SOCK_STREAM, 0);

	stat("/dev/null", &st);
	connect(s, (void *)&un, sizeof(un));
	sigaction(SIGUSR2, NULL, &(struct sigaction){0});
	nanosleep(&(struct timespec){0, 1000}, NULL);
	close(s);
}

static void do_errors(void)
{
	open("/absent", O_RDONLY);
	close(99);
	mkdir("/", 0700);
	syscall(SYS_kill, 0x7fffffff, 0);
	getcwd(NULL, 1);
	access("/", F_OK);
}

static void do_namespaces(void)
{
	if (unshare(CLONE_NEWUSER | CLONE_NEWUTS) == 0)
		unshare(CLONE_NEWIPC);
	unshare(CLONE_FILES);
	unshare(0x1);
}

/* In a pid namespace of its own. */
static void do_pids(void)
{
	block_sigchld();
	if (unshare(CLONE_NEWPID))
		return;
	pid_t child = fork();
	if (child == 0) {
		int ends[2];
		char c;
		pipe(ends);
		pid_t grandchild = fork();
		if (grandchild == 0) {
			read(ends[0], &c, 1);
			getpid();
			_exit(0);
		}
		getpid();
		getppid();
		syscall(SYS_gettid);
		getpgid(0);
		kill(grandchild, 0);
		write(ends[1], "x", 1);
		waitpid(grandchild, NULL, 0);
		_exit(0);
	}
	waitpid(child, NULL, 0);
}

/* A guest of two instructions: a byte to a port, then halt. */
static void do_kvm(void)
{
	static const uint8_t code[] = {0xb0, 0x41, 0xe6, 0x10, 0xf4};
	int kvm = open("/dev/kvm", O_RDWR), vm = ioctl(kvm, KVM_CREATE_VM, 0);
	uint8_t *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct kvm_userspace_memory_region region = {.guest_phys_addr = 0x1000, .memory_size = 4096, .userspace_addr = (uint64_t)memory};
	struct kvm_sregs sregs;
	struct kvm_regs regs = {.rip = 0x1000, .rflags = 2};

	memcpy(memory, code, sizeof(code));
	ioctl(vm, KVM_SET_USER_MEMORY_REGION, &region);
	int cpu = ioctl(vm, KVM_CREATE_VCPU, 0);
	mmap(NULL, (size_t)ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), PROT_READ | PROT_WRITE, MAP_SHARED, cpu, 0);
	ioctl(cpu, KVM_GET_SREGS, &sregs);
	sregs.cs.base = sregs.cs.selector = 0;
	ioctl(cpu, KVM_SET_SREGS, &sregs);
	ioctl(cpu, KVM_SET_REGS, &regs);
	ioctl(cpu, KVM_RUN, 0);
	ioctl(cpu, KVM_RUN, 0);
}

static const struct {
	const char *name;
	void (*run)(void);
} parts[] = {
	{"data", do_data}, {"vectors", do_vectors}, {"messages", do_messages}, {"queue", do_queue}, {"kinds", do_kinds}, {"files", do_files},
	{"strings", do_strings}, {"signals", do_signals}, {"fork", do_fork}, {"thread", do_thread}, {"wait", do_wait}, {"hang", do_hang},
	{"flags", do_flags}, {"structs", do_structs}, {"polls", do_polls}, {"again", do_again}, {"errors", do_errors}, {"namespaces", do_namespaces}, {"pids", do_pids},
#if defined(__x86_64__)
	{"kvm", do_kvm},
#endif

};

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		for (size_t j = 0; j < LEN(parts); j++)
			if (strcmp(parts[j].name, argv[i]) == 0)
				parts[j].run();
	return argc > 1 && strcmp(argv[argc - 1], "fail") == 0 ? 42 : 0;
}
