/* filter/where: what expressions say of events, which calls they leave alone, and what they refuse. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "event/bounds.h"
#include "event/event.h"
#include "filter/filter.h"
#include "filter/glob.h"
#include "filter/where.h"
#include "task/task.h"

enum { T = TRUTH_TRUE, F = TRUTH_FALSE, U = TRUTH_UNKNOWN };

static const char name[] = "/etc/passwd", relative[] = "sub/app.log", text[] = "one\0two error";
static const uint8_t address[16] = {2, 0, 0, 80, 127, 0, 0, 1}; /* AF_INET, port 80 in big-endian */

static const struct blob blobs[] = {
	{.slot = 1, .phase = PHASE_ENTRY, .want = sizeof(name), .len = sizeof(name), .addr = 0x1000, .data = (const uint8_t *)name},
	{.slot = 1, .phase = PHASE_ENTRY, .want = sizeof(relative), .len = sizeof(relative), .addr = 0x1100, .data = (const uint8_t *)relative},
	{.slot = 1, .phase = PHASE_ENTRY, .want = 13, .len = 13, .addr = 0x2000, .data = (const uint8_t *)text},
	{.slot = 1, .phase = PHASE_ENTRY, .status = BLOB_SHORT, .want = 100, .len = 40, .addr = 0x2100,
	 .data = (const uint8_t *)"0123456789012345678901234567890123456789"},
	{.slot = 1, .phase = PHASE_ENTRY, .want = sizeof(address), .len = sizeof(address), .addr = 0x3000, .data = address},
	{.slot = BLOB_FD, .phase = PHASE_ENTRY, .want = 8, .len = 8, .addr = 5, .data = (const uint8_t *)"/var/log"},
	{.slot = BLOB_FD, .phase = PHASE_ENTRY, .want = 14, .len = 14, .addr = 7, .data = (const uint8_t *)"/var/log/a.log"},
	{.slot = BLOB_FD, .phase = PHASE_EXIT, .want = 11, .len = 11, .addr = 3, .data = (const uint8_t *)"/etc/passwd"},
};

static const struct task nginx = {.tid = 101, .pid = 100, .comm = "nginx"};

static struct event call(const char *called, uint64_t a, uint64_t b, uint64_t c, int64_t ret)
{
	const struct call *desc = desc_call_named(&desc_builtin, called);
	struct event e = {.kind = EVENT_CALL, .abi = ABI_X86_64, .pid = 100, .tid = 101, .args = {a, b, c}, .ret = ret,
	                  .enter_ns = 1000000, .exit_ns = 1020000, .blobs = blobs, .nblobs = sizeof(blobs) / sizeof(blobs[0])};

	assert_non_null(desc);
	e.nr = (uint64_t)desc_number(&desc_builtin, ABI_X86_64, desc);
	e.outcome = ret < 0 && ret > -4096 ? OUTCOME_ERROR : OUTCOME_OK;
	return e;
}

static struct where *parsed(const char *expression)
{
	struct where *w = NULL;

	if (where_parse("--where", expression, &desc_builtin, 32, &w))
		fail_msg("refused: %s", expression);
	return w;
}

/* Nor at its entry: neither by its registers nor by the memory that was there. */
static void expect_kept(struct where *w, const struct event *e, const char *expression)
{
	struct blob early[sizeof(blobs) / sizeof(blobs[0])];
	struct event entered = *e;

	entered.kind = EVENT_ENTERED;
	entered.ret = 0;
	entered.blobs = early;
	entered.nblobs = 0;
	if (where_excludes(w, &entered, false))
		fail_msg("%s: left out by registers, but matches", expression);
	for (unsigned i = 0; i < e->nblobs; i++) {
		if (e->blobs[i].phase == PHASE_ENTRY)
			early[entered.nblobs++] = e->blobs[i];
	}
	if (where_excludes(w, &entered, true))
		fail_msg("%s: left out at entry, but matches", expression);
}

/* Nor where only its end is looked at. */
static void expect_bounded(struct where *w, const struct event *e, const char *expression)
{
	bool failed = e->outcome == OUTCOME_ERROR;
	struct bounds b;

	where_bounds(w, (enum abi)e->abi, e->nr, &b);
	if (e->outcome <= OUTCOME_ERROR && !bounds_has(&b, failed ? (unsigned)-e->ret : 0, failed ? -1 : e->ret, e->exit_ns - e->enter_ns))
		fail_msg("%s: out of bounds, but matches", expression);
}

static void expect(const struct event *e, const char *expression, int expected)
{
	static const char *const words[] = {"false", "true", "unknown"};
	struct where *w = parsed(expression);
	struct callset calls;
	int got = where_eval(w, e, &nginx);

	if (got != expected)
		fail_msg("%s: %s instead of %s", expression, words[got], words[expected]);
	/* What matches is never left out beforehand. */
	callset_all(&calls);
	where_limit(w, &calls);
	if (got == TRUTH_TRUE && e->kind == EVENT_CALL && !callset_has(&calls, (enum abi)e->abi, e->nr))
		fail_msg("%s: left out before it could match", expression);
	if (got == TRUTH_TRUE && e->kind == EVENT_CALL)
		expect_kept(w, e, expression);
	if (got == TRUTH_TRUE && e->kind == EVENT_CALL)
		expect_bounded(w, e, expression);
	where_free(w);
}

static void early(void **state)
{
	struct event opened = call("openat", (uint64_t)-100, 0x1000, 02000000, 3);
	static const struct {
		const char *expression;
		bool registers, memory;
	} cases[] = {
		{"fd==7", true, true}, {"fd==7 && errno==ENOENT", true, true}, {"fd==7 || errno==ENOENT", false, false}, {"tid==5", true, true},
		{"path~\"/usr/*\"", false, true}, {"path~\"/usr/*\" && dur>1s", false, true}, {"fd.path~\"/x*\"", false, false},
		{"openat.flags&O_TRUNC", false, true}, {"!(openat.flags&O_CLOEXEC)", false, true}, {"comm==\"other\"", false, false},
		{"ret==5", false, false}, {"!(ret==5)", false, false}, {"path~\"/etc/*\"", false, false},
	};

	(void)state;
	opened.kind = EVENT_ENTERED;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct where *w = parsed(cases[i].expression);
		if (where_excludes(w, &opened, false) != cases[i].registers || where_excludes(w, &opened, true) != cases[i].memory)
			fail_msg("%s: excluded otherwise", cases[i].expression);
		if (where_eval(w, &opened, &nginx) == TRUTH_TRUE && cases[i].memory)
			fail_msg("%s: true and excluded", cases[i].expression);
		where_free(w);
	}
}

static void fields(void **state)
{
	struct event opened = call("openat", (uint64_t)-100, 0x1000, 02000000, 3);
	struct event missing = call("openat", 5, 0x1100, 0, -ENOENT);

	(void)state;
	expect(&opened, "call==openat", T);
	expect(&opened, "call in (read, openat)", T);
	expect(&opened, "call~\"open*\" && call!=open", T);
	expect(&opened, "%file", T);
	expect(&opened, "!%file", F);
	expect(&opened, "call in (%memory, %network)", F);
	expect(&opened, "pid==100 && tid==101 && comm==\"nginx\" && abi==x86_64 && kind==call", T);
	expect(&opened, "comm=~\"^ngi\"", T);
	expect(&opened, "ret==3 && ret>=0 && errno==0 && !errno", T);
	expect(&missing, "ret<0 && ret==-1 && errno==ENOENT", T);
	expect(&missing, "errno in (EPERM, 2)", T);
	expect(&missing, "errno~\"EN*\"", T);
	expect(&missing, "errno==EAGAIN || errno==EWOULDBLOCK", F);
	expect(&opened, "dur==20us", T);
	expect(&opened, "dur>0.02ms", F);
	expect(&opened, "dur<1s and not dur<1us", T);
	expect(&opened, "ret.path==\"/etc/passwd\"", T);
	expect(&opened, "openat.ret==3", T);
	expect(&opened, "read.ret==3", U);
	expect(&opened, "signal==SIGINT", U);
}

static void paths(void **state)
{
	struct event whole = call("openat", (uint64_t)-100, 0x1000, 0, 3);
	struct event below = call("openat", 5, 0x1100, 0, 3);
	struct event written = call("write", 7, 0x2000, 13, 13);

	(void)state;
	expect(&whole, "path~\"/etc/*\"", T);
	expect(&whole, "path!~\"/etc/*\"", F);
	expect(&whole, "openat.pathname==\"/etc/passwd\"", T);
	expect(&below, "path==\"sub/app.log\"", T);
	expect(&below, "path==\"/var/log/sub/app.log\"", T);
	expect(&below, "fd==5 && fd.path==\"/var/log\"", T);
	expect(&below, "dirfd.path==\"/var/log\"", T);
	expect(&written, "path==\"x\"", U);
	expect(&written, "fd.path~\"*.log\"", T);
	expect(&written, "write.fd.path~\"*.txt\"", F);
	expect(&written, "read.fd.path~\"*.log\"", U);
}

static void flags(void **state)
{
	struct event e = call("openat", (uint64_t)-100, 0x1000, 02001001, 3); /* O_WRONLY|O_TRUNC|O_CLOEXEC */
	struct event plain = call("openat", (uint64_t)-100, 0x1000, 0, 3);
	struct event mapped = call("mmap", 0, 01000, 3, 0x7000);

	(void)state;
	mapped.args[3] = 0x22; /* MAP_PRIVATE|MAP_ANONYMOUS */
	expect(&e, "openat.flags&O_TRUNC", T);
	expect(&e, "flags & (O_APPEND|O_TRUNC)", T);
	expect(&e, "flags & O_APPEND", F);
	expect(&e, "flags & O_WRONLY", T);
	expect(&e, "flags & O_RDONLY", F);
	expect(&plain, "flags & O_RDONLY", T);
	expect(&plain, "flags==O_RDONLY", T);
	expect(&e, "flags==O_WRONLY|O_TRUNC|O_CLOEXEC", T);
	expect(&e, "flags==O_WRONLY|O_TRUNC", F);
	expect(&e, "flags & 3 == 1 && (flags & 3) == O_WRONLY", T);
	expect(&e, "flags==02001001", T);
	expect(&e, "flags~\"*TRUNC*\"", T);
	/* MAP_SHARED is 1, as O_WRONLY is, and MAP_ANONYMOUS 0x20; names of other sets don't match. */
	expect(&e, "flags & MAP_SHARED", F);
	expect(&mapped, "flags & MAP_ANONYMOUS", T);
	expect(&mapped, "flags & O_EXCL", F);
	expect(&mapped, "prot==PROT_READ|PROT_WRITE && addr==NULL", T);
	expect(&mapped, "openat.flags & O_TRUNC", U);
	expect(&mapped, "!(openat.flags & O_TRUNC)", U);
	expect(&mapped, "openat.flags & O_TRUNC || %memory", T);
	expect(&mapped, "openat.flags & O_TRUNC && %file", F);
}

static void values(void **state)
{
	struct event w = call("write", 7, 0x2000, 13, 10);
	struct event cut = call("write", 7, 0x2100, 100, 100);
	struct event c = call("connect", 7, 0x3000, 16, 0);

	(void)state;
	expect(&w, "ret<count", T);
	expect(&w, "write.count>ret && size>ret", T);
	expect(&w, "size==13 && size<1k", T);
	expect(&w, "buf~\"*error\"", T); /* behind a NUL */
	expect(&w, "buf=~\"two err\"", T);
	expect(&w, "buf==\"one\\x00two error\"", T);
	expect(&w, "buf!=NULL", T);
	expect(&w, "buf==5", U);
	expect(&cut, "buf~\"0123*\"", T);
	expect(&cut, "buf~\"*x*\"", U); /* perhaps in what was not copied */
	expect(&cut, "buf==\"01\"", F);
	expect(&c, "connect.sin_port==80 && addr.sin_addr==\"127.0.0.1\"", T);
	expect(&c, "sa_family==AF_INET", T);
	expect(&c, "sin_port in (80, 443) && addr!=NULL", T);
	expect(&c, "sin6_port==80", U);
}

static void others(void **state)
{
	struct event s = {.kind = EVENT_SIGNAL, .abi = ABI_X86_64, .pid = 100, .tid = 102, .signo = 17};
	struct event entered = call("openat", (uint64_t)-100, 0x1000, 0, 0);
	struct event ended = call("exit_group", 3, 0, 0, 0);

	(void)state;
	entered.kind = EVENT_ENTERED;
	ended.outcome = OUTCOME_NONE;
	expect(&s, "signal==SIGCHLD && kind==signal", T);
	expect(&s, "signal in (SIGINT, SIGRT_3)", F);
	expect(&s, "errno==ENOENT", U);
	expect(&s, "%file", U);
	expect(&s, "errno==ENOENT && tid==101", F);
	expect(&entered, "path~\"/etc/*\" && call==openat", T);
	expect(&entered, "ret<0", U);
	expect(&entered, "dur>1s", U);
	expect(&ended, "call==exit_group", T);
	expect(&ended, "dur>0 || ret==0", U);
}

/* Calls that may still be wanted, of some. */
static void expect_calls(const char *expression, const char *wanted)
{
	static const char *const calls[] = {"openat", "read", "mmap", "getpid", "connect"};
	struct where *w = parsed(expression);
	char got[64] = "";
	struct callset set;

	callset_all(&set);
	where_limit(w, &set);
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		int nr = desc_number(&desc_builtin, ABI_X86_64, desc_call_named(&desc_builtin, calls[i]));
		if (!callset_has(&set, ABI_X86_64, (uint64_t)nr))
			continue;
		strcat(got, *got ? " " : "");
		strcat(got, calls[i]);
	}
	if (strcmp(got, wanted) != 0)
		fail_msg("%s: %s instead of %s", expression, got, wanted);
	where_free(w);
}

static void limits(void **state)
{
	(void)state;
	expect_calls("ret<0", "openat read mmap getpid connect");
	expect_calls("call==openat && ret<0", "openat");
	expect_calls("openat.flags&O_TRUNC", "openat");
	expect_calls("!(openat.flags&O_TRUNC)", "openat");
	expect_calls("flags&O_TRUNC", "openat mmap");
	expect_calls("%file || %network", "openat connect");
	expect_calls("!%file && call!=read", "mmap getpid connect");
	expect_calls("!(%file || call in (read, mmap))", "getpid connect");
	expect_calls("path~\"*\"", "openat");
	expect_calls("fd==3", "openat read mmap connect");
	expect_calls("sin_port==80", "connect");
	expect_calls("abi==i386", "");
	expect_calls("tid==1 || call==read", "openat read mmap getpid connect");
}

static void needs(void **state)
{
	static const struct {
		const char *expression;
		bool fds, comm, late;
	} cases[] = {
		{"call==openat && openat.flags&O_TRUNC && tid==1", false, false, false},
		{"fd.path~\"*\"", true, false, false},
		{"comm==\"x\"", false, true, false},
		{"errno==ENOENT", false, false, true},
		{"dur>1s", false, false, true},
		{"read.buf~\"x\"", false, false, true},
		{"write.buf~\"x\"", false, false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct where *w = parsed(cases[i].expression);
		const struct where_needs *n = where_needs(w);
		if (n->fds != cases[i].fds || n->comm != cases[i].comm || n->late != cases[i].late)
			fail_msg("needs of %s", cases[i].expression);
		where_free(w);
	}
}

static void refused(void **state)
{
	static const char *const wrong[] = {
		"", "5", "(", "tid==", "tid==3 4", "tid=3", "foo==1", "openat.foo==1", "errno==EFOO", "openat.flags&PROT_READ", "dur>10",
		"ret>10ms", "comm==5", "ret==\"x\"", "path~x", "path=~\"([\"", "%foo", "call==foo", "\"abc", "tid==1k2", "call in ()", "5==tid",
		"tid==1 &&", "!", "openat.flags&call", "kind==foo", "flags==%file", "a.b.c.d.e.f.g.h==1", "tid==0x", "tid @ 3",
	};
	char deep[1024];
	struct where *w;
	int stderr_fd = dup(STDERR_FILENO), null_fd = open("/dev/null", O_WRONLY);

	(void)state;
	dup2(null_fd, STDERR_FILENO); /* the messages are a golden test's */
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (where_parse("--where", wrong[i], &desc_builtin, 32, &w) != -EINVAL)
			fail_msg("accepted: %s", wrong[i]);
	memset(deep, '(', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	assert_int_equal(where_parse("--where", deep, &desc_builtin, 32, &w), -EINVAL);
	dup2(stderr_fd, STDERR_FILENO);
	close(stderr_fd);
	close(null_fd);
}

/* Ends of a read: which of them are within the bounds of an expression. */
static void ends(void **state)
{
	static const struct {
		unsigned error;
		int64_t ret;
		uint64_t ns;
	} cases[] = {{0, 0, 20}, {0, 100, 20}, {0, 100, 20000000}, {ENOENT, -1, 20}, {EIO, -1, 20000000}, {0, INT64_MIN, 0}, {4095, -1, UINT64_MAX}};
	static const struct {
		const char *expression, *within; /* a character an end */
	} wanted[] = {
		{"dur>10ms", "..x.x.x"}, {"dur<=20ns", "xx.x.x."}, {"!(dur>10ms)", "xx.x.x."}, {"ret<0", "...xxxx"}, {"ret==100", ".xx...."},
		{"ret!=100", "x..xxxx"}, {"ret in (0, 100)", "xxx...."}, {"!(ret in (0, 100))", "...xxxx"}, {"errno==ENOENT", "...x..."},
		{"errno", "...xx.x"}, {"errno in (ENOENT, EIO)", "...xx.."}, {"errno!=ENOENT", "xxx.xxx"}, {"errno>5", "......x"},
		{"errno==ENOENT || dur>10ms", "..xxx.x"}, {"errno==ENOENT && dur>10ms", "......."}, {"ret<0 && call==read", "...xxxx"},
		{"ret<0 && call==write", "......."}, {"call==write || ret==0", "x......"}, {"read.ret==0", "x......"}, {"write.ret==0", "......."},
		{"fd==7", "xxxxxxx"}, {"fd==7 && ret==0", "x......"}, {"fd==7 || ret==0", "xxxxxxx"}, {"ret==size", "xxxxxxx"}, {"ret & 4", "xxxxxxx"},
		{"ret==1 || ret==2 || ret==3 || ret==4 || ret==100 || ret==0", "xxx...."},
	};
	int64_t nr = desc_number(&desc_builtin, ABI_X86_64, desc_call_named(&desc_builtin, "read"));

	(void)state;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		struct where *w = parsed(wanted[i].expression);
		char got[sizeof(cases) / sizeof(cases[0]) + 1] = "";
		struct bounds b;
		where_bounds(w, ABI_X86_64, (uint64_t)nr, &b);
		for (size_t j = 0; j < sizeof(cases) / sizeof(cases[0]); j++)
			got[j] = bounds_has(&b, cases[j].error, cases[j].ret, cases[j].ns) ? 'x' : '.';
		if (strcmp(got, wanted[i].within) != 0)
			fail_msg("%s: %s instead of %s", wanted[i].expression, got, wanted[i].within);
		where_free(w);
	}
}

static void globs(void **state)
{
	static const struct {
		const char *pattern, *text;
		bool match;
	} cases[] = {
		{"", "", true}, {"*", "", true}, {"", "a", false}, {"a*b*c", "a--b-b-c", true}, {"a*b*c", "a--b-b-cd", false}, {"?", "", false},
		{"??", "ab", true}, {"[a-c]x", "bx", true}, {"[!a-c]x", "bx", false}, {"[]]", "]", true}, {"[", "[", true}, {"a[b", "a[b", true},
		{"\\*", "*", true}, {"\\*", "a", false}, {"*.log", "/var/a.log", true}, {"**", "x", true}, {"[a-]", "-", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (glob_match(cases[i].pattern, strlen(cases[i].pattern), cases[i].text, strlen(cases[i].text)) != cases[i].match)
			fail_msg("%s on %s", cases[i].pattern, cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields), cmocka_unit_test(paths), cmocka_unit_test(flags), cmocka_unit_test(values),
		cmocka_unit_test(others), cmocka_unit_test(early), cmocka_unit_test(limits), cmocka_unit_test(needs), cmocka_unit_test(refused),
		cmocka_unit_test(globs), cmocka_unit_test(ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
