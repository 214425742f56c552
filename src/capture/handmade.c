/* One call, made by a child: see handmade.h. Parent and child take turns by two pipes; the result lies in memory that they share. */
#include "capture/handmade.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/vec.h"
#include "capture/copy.h"
#include "desc/table.h"

enum { IDLE_MS = 20 };

/* What the child leaves. */
struct outcome_page {
	volatile uint64_t enter_ns, exit_ns;
	volatile long ret;
	volatile int returned;
};

enum state {
	STATE_STARTED, STATE_CALLING,
	STATE_RETURNED, /* the child waits for us */
	STATE_REPLACED, /* another program runs in the child */
	STATE_GONE,
	STATE_OVER,
};

struct handmade {
	struct source base;
	struct capture_opts opts;
	sigset_t mask;      /* of the child */
	struct event call;
	struct copy copy;
	struct outcome_page *page;
	int go[2], done[2]; /* pipes: the parent lets the child go on; the child tells that it returned */
	enum state state;
	int status;         /* wait status, once it is gone */
	bool announced;
	struct event out;
};

static void wait_for(int fd)
{
	char c;

	while (read(fd, &c, 1) < 0 && errno == EINTR)
		;
}

/* The result as the kernel gives it: the C library's wrapper would turn it into errno. */
static long raw_call(uint64_t nr, const uint64_t a[6])
{
	long ret = syscall((long)nr, a[0], a[1], a[2], a[3], a[4], a[5]);

	return ret == -1 ? -errno : ret;
}

_Noreturn static void child_main(struct handmade *h)
{
	pid_t self = getpid();
	struct outcome_page *page = h->page;
	int done = h->done[1];

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	wait_for(h->go[0]);
	sigprocmask(SIG_SETMASK, &h->mask, NULL);
	page->enter_ns = clock_ns();
	long ret = raw_call(h->call.nr, h->call.args);
	uint64_t after = clock_ns();
	if (syscall(SYS_getpid) != self)
		_exit(0); /* a fork's child; it has nothing to tell */
	page->exit_ns = after;
	page->ret = ret;
	page->returned = 1;
	if (write(done, "", 1) != 1) /* the descriptor may be what the call closed: the end of the child tells, too */
		_exit(0);
	wait_for(h->go[0]);
	_exit(0);
}

static void let_go_on(struct handmade *h)
{
	if (write(h->go[1], "", 1) != 1)
		kill(h->call.tid, SIGKILL);
}

static void copy_phase(struct handmade *h, enum phase phase, bool failed)
{
	const struct desc *d = h->opts.desc;
	enum abi abi = (enum abi)h->call.abi;
	const struct call *c = desc_call(d, abi, h->call.nr);
	const struct shape *shape = c ? desc_shape(d, c, abi, h->call.args) : NULL;

	if (shape && shape->nplan[abi]) {
		struct copy_call call = {
			.tid = h->call.tid, .abi = abi, .args = h->call.args, .ret = h->call.ret, .failed = failed,
			.plan = d->plans + shape->plan[abi], .nplan = shape->nplan[abi],
		};
		copy_rows(&h->copy, &h->opts, &call, phase);
	}
	h->call.blobs = h->copy.blobs.at;
	h->call.nblobs = (unsigned)h->copy.blobs.len;
}

static int hand_out(struct handmade *h, enum event_kind kind, const struct event **out)
{
	if (kind == EVENT_CALL || kind == EVENT_ENTERED)
		h->out = h->call;
	else
		h->out = (struct event){.abi = h->call.abi, .pid = h->call.pid, .tid = h->call.tid, .enter_ns = clock_ns()};
	h->out.kind = (uint8_t)kind;
	h->out.status = h->status;
	*out = &h->out;
	return SOURCE_EVENT;
}

/* The call is done, or never will be. */
static int finish_call(struct handmade *h, const struct event **out)
{
	long ret = h->page->ret;
	bool failed = ret < 0 && ret >= -4095;

	h->call.announced = h->announced;
	h->call.enter_ns = h->page->enter_ns ? h->page->enter_ns : clock_ns();
	h->call.exit_ns = h->page->returned ? h->page->exit_ns : clock_ns();
	if (h->page->returned) {
		h->call.ret = ret;
		h->call.outcome = failed ? OUTCOME_ERROR : OUTCOME_OK;
		copy_phase(h, PHASE_EXIT, failed);
	} else {
		h->call.outcome = OUTCOME_NONE;
	}
	return hand_out(h, EVENT_CALL, out);
}

static bool is_gone(struct handmade *h)
{
	return waitpid(h->call.tid, &h->status, WNOHANG) == h->call.tid;
}

/* An execve that succeeds returns nowhere; it closes the pipe, and what exits is the other program. */
static bool replaces_program(const struct handmade *h)
{
	if ((h->call.nr != SYS_execve && h->call.nr != SYS_execveat) || WIFSIGNALED(h->status))
		return false;
	h->page->exit_ns = clock_ns();
	h->page->returned = 1;
	return true;
}

static int await_return(struct handmade *h, const struct event **out)
{
	struct pollfd p = {.fd = h->done[0], .events = POLLIN};
	int n = poll(&p, 1, IDLE_MS);

	if (n > 0 && p.revents & POLLIN)
		h->state = STATE_RETURNED;
	else if (is_gone(h))
		h->state = STATE_GONE;
	else if (n > 0 && p.revents & POLLHUP && replaces_program(h))
		h->state = STATE_REPLACED;
	if (h->state == STATE_GONE)
		replaces_program(h);
	if (h->state != STATE_CALLING)
		return finish_call(h, out);
	if (n > 0 && p.revents & POLLHUP)
		poll(NULL, 0, IDLE_MS); /* the call closed the pipe: nothing comes from there but the child's end */
	if (h->announced || !h->opts.announce)
		return SOURCE_IDLE;
	h->announced = true;
	return hand_out(h, EVENT_ENTERED, out);
}

static void end_child(struct handmade *h)
{
	if (h->state != STATE_GONE) {
		if (h->state == STATE_RETURNED)
			let_go_on(h);
		while (waitpid(h->call.tid, &h->status, 0) < 0 && errno == EINTR)
			;
		h->state = STATE_GONE;
	}
	h->base.child_done = true;
	h->base.child_status = h->page->returned && h->call.outcome == OUTCOME_ERROR ? 1 << 8 : h->status;
}

static int handmade_next(struct source *s, const struct event **out)
{
	struct handmade *h = (struct handmade *)s;

	switch (h->state) {
	case STATE_STARTED:
		copy_phase(h, PHASE_ENTRY, false);
		h->state = STATE_CALLING;
		let_go_on(h);
		return hand_out(h, EVENT_START, out);
	case STATE_CALLING:
		return await_return(h, out);
	case STATE_RETURNED: case STATE_REPLACED: case STATE_GONE:
		end_child(h);
		h->state = STATE_OVER;
		return h->page->returned && WIFEXITED(h->status) ? SOURCE_END : hand_out(h, EVENT_EXIT, out);
	default:
		return SOURCE_END;
	}
}

static void handmade_stop(struct source *s, int signo)
{
	struct handmade *h = (struct handmade *)s;

	kill(h->call.tid, signo ? signo : SIGKILL);
}

static void handmade_close(struct source *s)
{
	struct handmade *h = (struct handmade *)s;

	if (h->state < STATE_GONE && h->call.tid > 0) {
		kill(h->call.tid, SIGKILL);
		waitpid(h->call.tid, NULL, 0);
	}
	close(h->go[1]);
	close(h->done[0]);
	munmap(h->page, sizeof(*h->page));
	copy_done(&h->copy);
	free(h);
}

static const struct source_ops ops = {.next = handmade_next, .stop = handmade_stop, .close = handmade_close};

/* Its pipes end above what programs use, so that closing or duplicating small numbers does not cut them. */
static int open_pipes(struct handmade *h)
{
	if (pipe2(h->go, O_CLOEXEC) || pipe2(h->done, O_CLOEXEC))
		return -errno;
	int *ends[] = {&h->go[0], &h->done[1]};
	for (int i = 0; i < 2; i++) {
		int high = fcntl(*ends[i], F_DUPFD_CLOEXEC, 500);
		if (high < 0)
			continue;
		close(*ends[i]);
		*ends[i] = high;
	}
	return 0;
}

static int start(struct handmade *h)
{
	int err = open_pipes(h);

	if (err)
		return err;
	h->page = mmap(NULL, sizeof(*h->page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (h->page == MAP_FAILED)
		return -errno;
	pid_t pid = fork();
	if (pid < 0)
		return -errno;
	if (!pid) {
		close(h->go[1]);
		close(h->done[0]);
		child_main(h);
	}
	close(h->go[0]);
	close(h->done[1]);
	h->call.pid = h->call.tid = h->base.child = pid;
	return 0;
}

int handmade_source_open(const struct capture_opts *opts, uint64_t nr, const uint64_t args[6], const sigset_t *mask, struct source **out)
{
	struct handmade *h = calloc(1, sizeof(*h));

	if (!h)
		abort();
	h->base.ops = &ops;
	h->opts = *opts;
	h->mask = *mask;
	h->call = (struct event){.kind = EVENT_CALL, .abi = (uint8_t)abi_native(), .nr = nr};
	memcpy(h->call.args, args, sizeof(h->call.args));
	h->base.realtime_offset = clock_realtime_offset_ns();
	int err = start(h);
	if (err) {
		diag_error("cannot make a child for the call: %s", strerror(-err));
		free(h);
		return err;
	}
	*out = &h->base;
	return 0;
}
