/* capture/fake: what a text of events becomes, and what it refuses. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "capture/fake.h"
#include "capture/source.h"
#include "desc/table.h"

static int open_text(const char *text, struct source **s)
{
	char path[] = "/tmp/ringside-fake-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	int err = fake_source_open(path, &desc_builtin, s);
	unlink(path);
	return err;
}

static const struct event *next(struct source *s)
{
	const struct event *e = NULL;

	assert_int_equal(source_next(s, &e), SOURCE_EVENT);
	return e;
}

static void replays(void **state)
{
	struct source *s;
	const struct event *e;

	(void)state;
	assert_int_equal(open_text("# a comment\n"
				   "start pid=100 at=1.5\n"
				   "call openat(-100, 0x1000, 0x80000) = 3 pid=100 tid=101 took=0.000012 ip=0x40\n"
				   "\t1 entry 0x1000 \"/etc\\x41\\n\\0\" u16 1 0x102 zero 2\n"
				   "\tret exit 3 \"a\" short want=9\n"
				   "idle\n"
				   "call read(3) = -11 pid=100 announced\n"
				   "call 9999() = none pid=100\n"
				   "signal 17 pid=100\n"
				   "exit pid=100 status=0x100\n", &s), 0);
	assert_int_equal(s->child, 100);
	e = next(s);
	assert_int_equal(e->kind, EVENT_START);
	assert_int_equal(e->enter_ns, 1500000000);
	e = next(s);
	assert_int_equal(e->kind, EVENT_CALL);
	assert_int_equal(e->nr, 257);
	assert_int_equal(e->args[0], (uint64_t)-100);
	assert_int_equal(e->args[2], 0x80000);
	assert_int_equal(e->ret, 3);
	assert_int_equal(e->outcome, OUTCOME_OK);
	assert_int_equal(e->tid, 101);
	assert_int_equal(e->enter_ns, 1500010000);
	assert_int_equal(e->exit_ns, 1500022000);
	assert_int_equal(e->ip, 0x40);
	assert_int_equal(e->nblobs, 2);
	assert_int_equal(e->blobs[0].len, 13);
	assert_memory_equal(e->blobs[0].data, "/etcA\n\0\1\0\2\1\0\0", 13);
	assert_int_equal(e->blobs[1].slot, BLOB_RET);
	assert_int_equal(e->blobs[1].phase, PHASE_EXIT);
	assert_int_equal(e->blobs[1].status, BLOB_SHORT);
	assert_int_equal(e->blobs[1].want, 9);
	assert_int_equal(source_next(s, &e), SOURCE_IDLE);
	e = next(s);
	assert_int_equal(e->outcome, OUTCOME_ERROR);
	assert_true(e->announced);
	e = next(s);
	assert_int_equal(e->nr, 9999);
	assert_int_equal(e->outcome, OUTCOME_NONE);
	e = next(s);
	assert_int_equal(e->kind, EVENT_SIGNAL);
	assert_int_equal(e->signo, 17);
	assert_false(s->child_done);
	e = next(s);
	assert_int_equal(e->kind, EVENT_EXIT);
	assert_true(s->child_done);
	assert_int_equal(s->child_status, 0x100);
	assert_int_equal(source_next(s, &e), SOURCE_END);
	source_close(s);
}

static void numbers_depend_on_the_abi(void **state)
{
	struct source *s;

	(void)state;
	assert_int_equal(open_text("call read(0, 0, 0) = 0 pid=1 abi=i386\ncall read(0, 0, 0) = 0 pid=1\n", &s), 0);
	const struct event *e = next(s);
	assert_int_equal(e->abi, ABI_I386);
	assert_int_equal(e->nr, 3);
	assert_int_equal(next(s)->nr, 0);
	source_close(s);
}

static void refuses(void **state)
{
	static const char *const wrong[] = {
		"nothing pid=1\n", "call read(0) pid=1\n", "call nosuchcall() = 0 pid=1\n", "call read(1,2,3,4,5,6,7) = 0 pid=1\n",
		"call read() = 0\n", "start pid=1 colour=red\n", "start pid=\n", "\t1 entry 0 \"x\"\n", "start pid=1\n\t9 entry 0 \"x\"\n",
		"start pid=1\n\t1 before 0 \"x\"\n", "start pid=1\n\t1 entry 0 \"x\n", "start pid=1\n\t1 entry 0 \"\\q\"\n",
		"start pid=1\n\t1 entry 0 u8\n", "start pid=1\n\t1 entry 0 \"x\" ok junk\n", "start pid=1 abi=vax\n",
	};
	struct source *s = NULL;

	(void)state;
	/* The messages are not what is tested; they would be taken for TAP. */
	int saved = dup(2), null = open("/dev/null", O_WRONLY);
	dup2(null, 2);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		int err = open_text(wrong[i], &s);
		if (err != -EINVAL)
			print_message("# accepted: %s", wrong[i]);
		assert_int_equal(err, -EINVAL);
		assert_null(s);
	}
	assert_int_equal(fake_source_open("/nonexistent/events", &desc_builtin, &s), -ENOENT);
	dup2(saved, 2);
	close(saved);
	close(null);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(replays),
		cmocka_unit_test(numbers_depend_on_the_abi),
		cmocka_unit_test(refuses),
	};

	return cmocka_run_group_tests_name("fake", tests, NULL, NULL);
}
