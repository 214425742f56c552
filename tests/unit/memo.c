/* sink/memo: which calls have the same text, and which only look so. */
#include "unit.h"

#include <stdio.h>

#include "event/event.h"
#include "sink/memo.h"

static const uint8_t path[] = "/etc/passwd", other[] = "/etc/passwx", large[2000];

static struct event opened(struct blob *b)
{
	*b = (struct blob){.slot = 1, .parent = -1, .addr = 0x1000, .want = sizeof(path), .len = sizeof(path), .data = path};
	return (struct event){.kind = EVENT_CALL, .nr = 257, .args = {3, 0x1000}, .ret = 5, .sp = 0x7000, .blobs = b, .nblobs = 1};
}

static bool is_known(struct memo *m, const struct event *e)
{
	struct memo_text text;
	bool known = memo_find(m, e, &text);

	if (known) {
		assert_int_equal(text.call_len, 4);
		assert_memory_equal(text.call, "open", 4);
		assert_int_equal(text.result_len, 1);
		assert_memory_equal(text.result, "5", 1);
	}
	return known;
}

static void keep(struct memo *m, const struct event *e)
{
	struct memo_text text = {"open", "5", 4, 1};

	assert_false(is_known(m, e));
	memo_keep(m, &text);
	assert_true(is_known(m, e));
}

/* Each is changed alone, and looked up. */
static void differences(void **state)
{
	struct memo *m = memo_new();
	struct blob b, changed;
	struct event e = opened(&b), with = e;

	(void)state;
	keep(m, &e);
#define EXPECT_UNKNOWN(of, what) do { struct event one = e; changed = b; one.blobs = &changed; of.what; assert_false(is_known(m, &one)); } while (0)
	EXPECT_UNKNOWN(one, nr = 258);
	EXPECT_UNKNOWN(one, abi = 1);
	EXPECT_UNKNOWN(one, args[5] = 1);
	EXPECT_UNKNOWN(one, ret = 6);
	EXPECT_UNKNOWN(one, outcome = OUTCOME_ERROR);
	EXPECT_UNKNOWN(one, sp = 0x7008);
	EXPECT_UNKNOWN(one, nblobs = 0);
	EXPECT_UNKNOWN(changed, data = other);
	EXPECT_UNKNOWN(changed, len = 3);
	EXPECT_UNKNOWN(changed, want = 3);
	EXPECT_UNKNOWN(changed, addr = 0x1001);
	EXPECT_UNKNOWN(changed, phase = PHASE_EXIT);
	EXPECT_UNKNOWN(changed, status = BLOB_SHORT);
	EXPECT_UNKNOWN(changed, slot = BLOB_FD);
#undef EXPECT_UNKNOWN
	with.pid = 7;
	with.tid = 8;
	with.enter_ns = with.exit_ns = 99;
	assert_true(is_known(m, &with));
	memo_free(m);
}

static void hidden_notes(void **state)
{
	struct memo *m = memo_new();
	struct blob b[2];
	struct event e = opened(b);

	(void)state;
	keep(m, &e);
	e.nblobs = 2;
	b[1] = (struct blob){.slot = BLOB_HIDDEN, .addr = 3, .len = 4, .data = path};
	assert_true(is_known(m, &e));
	b[1].data = other;
	b[1].len = 9;
	assert_true(is_known(m, &e));
	memo_free(m);
}

static void large_memory(void **state)
{
	struct memo *m = memo_new();
	struct memo_text text = {"open", "5", 4, 1};
	struct blob b;
	struct event e = opened(&b);

	(void)state;
	b.data = large;
	b.len = b.want = sizeof(large);
	assert_false(is_known(m, &e));
	memo_keep(m, &text);
	assert_false(is_known(m, &e));
	memo_free(m);
}

/* More than there is room for: what is found is right all the same, and lines that never come again are not looked for all the time. */
static void many(void **state)
{
	struct memo *m = memo_new();
	struct blob b;
	struct event e = opened(&b);

	(void)state;
	for (unsigned i = 0; i < 100000; i++) {
		char call[32];
		struct memo_text text, mine = {.call = call, .result = "5", .result_len = 1};
		e.args[2] = i % 20000;
		mine.call_len = (size_t)snprintf(call, sizeof(call), "open%u", i % 20000);
		if (!memo_find(m, &e, &text)) {
			memo_keep(m, &mine);
			continue;
		}
		assert_int_equal(text.call_len, mine.call_len);
		assert_memory_equal(text.call, call, mine.call_len);
	}
	memo_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(differences), cmocka_unit_test(hidden_notes), cmocka_unit_test(large_memory), cmocka_unit_test(many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
