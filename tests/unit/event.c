/* event/: finding memory and notes in the blobs of an event. */
#include "unit.h"

#include "event/event.h"

static const uint8_t bytes[] = "0123456789abcdef";

static const struct blob blobs[] = {
	{.slot = 1, .phase = PHASE_ENTRY, .status = BLOB_OK, .want = 8, .len = 8, .addr = 0x1000, .data = bytes},
	{.slot = 1, .phase = PHASE_EXIT, .status = BLOB_OK, .want = 4, .len = 4, .addr = 0x1000, .data = bytes + 10},
	{.slot = 2, .phase = PHASE_ENTRY, .status = BLOB_FAULT, .want = 8, .len = 3, .addr = 0x2000, .data = bytes},
	{.slot = 3, .phase = PHASE_ENTRY, .status = BLOB_SHORT, .want = 8, .len = 2, .addr = 0x3000, .data = bytes},
	{.slot = 4, .phase = PHASE_ENTRY, .status = BLOB_FAULT, .want = 4, .len = 0, .addr = 0x4000},
	{.slot = 5, .phase = PHASE_ENTRY, .status = BLOB_LATE, .want = 4, .len = 4, .addr = 0x5000, .data = bytes},
	{.slot = BLOB_FD, .phase = PHASE_ENTRY, .status = BLOB_OK, .want = 4, .len = 4, .addr = 3, .data = bytes},
	{.slot = BLOB_FD, .phase = PHASE_EXIT, .status = BLOB_OK, .want = 2, .len = 2, .addr = 4, .data = bytes},
	{.slot = BLOB_FD, .phase = PHASE_ENTRY, .status = BLOB_OK, .want = 1, .len = 1, .addr = (uint64_t)-100, .data = bytes},
};
static const struct event event = {.blobs = blobs, .nblobs = sizeof(blobs) / sizeof(blobs[0])};

struct got {
	const uint8_t *data;
	size_t len;
	enum blob_status status;
};

static struct got memory(enum phase phase, uint64_t addr, size_t want)
{
	struct got g;

	g.data = event_memory(&event, phase, addr, want, &g.len, &g.status);
	return g;
}

static void whole(void **state)
{
	struct got g = memory(PHASE_ENTRY, 0x1000, 8);

	(void)state;
	assert_ptr_equal(g.data, bytes);
	assert_int_equal(g.len, 8);
	assert_int_equal(g.status, BLOB_OK);
}

static void inside(void **state)
{
	struct got g = memory(PHASE_ENTRY, 0x1003, 2);

	(void)state;
	assert_ptr_equal(g.data, bytes + 3);
	assert_int_equal(g.len, 2);
	assert_int_equal(g.status, BLOB_OK);
}

static void phases_are_apart(void **state)
{
	struct got g = memory(PHASE_EXIT, 0x1000, 4);

	(void)state;
	assert_ptr_equal(g.data, bytes + 10);
	g = memory(PHASE_EXIT, 0x2000, 1);
	assert_null(g.data);
	assert_int_equal(g.len, 0);
	assert_int_equal(g.status, BLOB_SKIPPED);
}

static void fewer_than_wanted_says_why(void **state)
{
	struct got g = memory(PHASE_ENTRY, 0x2000, 8);

	(void)state;
	assert_int_equal(g.len, 3);
	assert_int_equal(g.status, BLOB_FAULT);
	g = memory(PHASE_ENTRY, 0x3000, 8);
	assert_int_equal(g.len, 2);
	assert_int_equal(g.status, BLOB_SHORT);
	/* More than the engine was asked for is no fault. */
	g = memory(PHASE_ENTRY, 0x1000, 100);
	assert_int_equal(g.len, 8);
	assert_int_equal(g.status, BLOB_SHORT);
}

static void nothing_there_says_why(void **state)
{
	struct got g = memory(PHASE_ENTRY, 0x4000, 4);

	(void)state;
	assert_null(g.data);
	assert_int_equal(g.len, 0);
	assert_int_equal(g.status, BLOB_FAULT);
	g = memory(PHASE_ENTRY, 0x9000, 4);
	assert_null(g.data);
	assert_int_equal(g.status, BLOB_SKIPPED);
}

static void late_counts_as_entry(void **state)
{
	struct got g = memory(PHASE_ENTRY, 0x5000, 4);

	(void)state;
	assert_ptr_equal(g.data, bytes);
	assert_int_equal(g.status, BLOB_OK);
}

static void numbers_of_notes_are_no_addresses(void **state)
{
	struct got g = memory(PHASE_ENTRY, 3, 1);

	(void)state;
	assert_null(g.data);
}

static void notes(void **state)
{
	(void)state;
	assert_ptr_equal(event_note(&event, BLOB_FD, PHASE_ENTRY, 3), &blobs[6]);
	/* What is known of the exit only says nothing of the entry: the call may have made it. */
	assert_null(event_note(&event, BLOB_FD, PHASE_ENTRY, 4));
	assert_ptr_equal(event_note(&event, BLOB_FD, PHASE_EXIT, 4), &blobs[7]);
	/* AT_FDCWD, in 32 bits and in 64. */
	assert_ptr_equal(event_note(&event, BLOB_FD, PHASE_EXIT, 0xffffff9c), &blobs[8]);
	assert_ptr_equal(event_note(&event, BLOB_FD, PHASE_EXIT, (uint64_t)-100), &blobs[8]);
	assert_null(event_note(&event, BLOB_FD, PHASE_ENTRY, 5));
	assert_null(event_note(&event, BLOB_COMM, PHASE_ENTRY, 3));
}

static void words_of_abis(void **state)
{
	(void)state;
	assert_int_equal(abi_word(ABI_X86_64), 8);
	assert_int_equal(abi_word(ABI_I386), 4);
	assert_int_equal(abi_word(ABI_X32), 4);
	assert_int_equal(abi_word(ABI_AARCH64), 8);
	assert_string_equal(abi_name(ABI_I386), "i386");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole),
		cmocka_unit_test(inside),
		cmocka_unit_test(phases_are_apart),
		cmocka_unit_test(fewer_than_wanted_says_why),
		cmocka_unit_test(nothing_there_says_why),
		cmocka_unit_test(late_counts_as_entry),
		cmocka_unit_test(numbers_of_notes_are_no_addresses),
		cmocka_unit_test(notes),
		cmocka_unit_test(words_of_abis),
	};

	return cmocka_run_group_tests_name("event", tests, NULL, NULL);
}
