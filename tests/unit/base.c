/* base/: buffers, maps, strings, arenas, vectors. */
#include "unit.h"

#include <errno.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

static void buf_formats_numbers(void **state)
{
	struct buf b = {0};

	(void)state;
	buf_dec(&b, 0);
	buf_putc(&b, ' ');
	buf_dec(&b, -1);
	buf_putc(&b, ' ');
	buf_dec(&b, INT64_MIN);
	buf_putc(&b, ' ');
	buf_udec(&b, UINT64_MAX);
	buf_putc(&b, ' ');
	buf_hex(&b, 0);
	buf_putc(&b, ' ');
	buf_hex(&b, 0xdeadbeef);
	buf_putc(&b, ' ');
	buf_oct(&b, 0);
	buf_putc(&b, ' ');
	buf_oct(&b, 0644);
	assert_string_equal(buf_cstr(&b), "0 -1 -9223372036854775808 18446744073709551615 0 0xdeadbeef 0 0644");
	buf_done(&b);
	assert_int_equal(b.len, 0);
}

static void buf_keeps_bytes_when_it_grows(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_putc(&b, (char)i);
	assert_int_equal(b.len, 100000);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(b.data[i], (char)i);
	buf_done(&b);
}

static void buf_prints_any_length(void **state)
{
	struct buf b = {0};
	char text[1001];

	(void)state;
	memset(text, 'x', 1000);
	text[1000] = '\0';
	buf_puts(&b, "<");
	buf_printf(&b, "%s %d", text, 42);
	assert_int_equal(b.len, 1 + 1000 + 3);
	assert_memory_equal(b.data + 1001, " 42", 3);
	buf_done(&b);
}

static void buf_pads_but_never_cuts(void **state)
{
	struct buf b = {0};

	(void)state;
	buf_puts(&b, "abc");
	buf_pad(&b, 5);
	assert_string_equal(buf_cstr(&b), "abc  ");
	buf_pad(&b, 2);
	assert_string_equal(buf_cstr(&b), "abc  ");
	assert_int_equal(b.len, 5);
	buf_done(&b);
}

static void map_of_nothing(void **state)
{
	struct map m = {0};

	(void)state;
	assert_null(map_get(&m, 1));
	assert_null(map_remove(&m, 1));
	map_done(&m);
}

static void map_replaces(void **state)
{
	struct map m = {0};
	int a, b;

	(void)state;
	map_put(&m, 0, &a);
	map_put(&m, 0, &b);
	assert_ptr_equal(map_get(&m, 0), &b);
	assert_int_equal(m.len, 1);
	map_done(&m);
}

/* Against a plain array, with keys that collide and runs that wrap around the end of the table. */
static void map_agrees_with_an_array(void **state)
{
	enum { KEYS = 512, ROUNDS = 200000 };
	static char values[KEYS];
	void *model[KEYS] = {0};
	struct map m = {0};
	size_t len = 0;

	(void)state;
	srandom(1);
	for (int i = 0; i < ROUNDS; i++) {
		unsigned k = (unsigned)random() % KEYS;
		uint64_t key = (uint64_t)k << 20;
		if (random() % 2) {
			len += !model[k];
			model[k] = &values[random() % KEYS];
			map_put(&m, key, model[k]);
		} else {
			len -= model[k] != NULL;
			assert_ptr_equal(map_remove(&m, key), model[k]);
			model[k] = NULL;
		}
		assert_int_equal(m.len, len);
	}
	for (unsigned k = 0; k < KEYS; k++)
		assert_ptr_equal(map_get(&m, (uint64_t)k << 20), model[k]);
	map_for_each(&m, slot)
	{
		assert_ptr_equal(model[slot->key >> 20], slot->value);
		len--;
	}
	assert_int_equal(len, 0);
	map_done(&m);
}

static void str_knows_prefixes(void **state)
{
	(void)state;
	assert_true(str_starts("trace=open", "trace="));
	assert_true(str_starts("x", ""));
	assert_false(str_starts("tra", "trace"));
}

static void str_measures_distance(void **state)
{
	(void)state;
	assert_int_equal(str_distance("", ""), 0);
	assert_int_equal(str_distance("open", ""), 4);
	assert_int_equal(str_distance("open", "open"), 0);
	assert_int_equal(str_distance("openat", "opeant"), 1); /* neighbours swapped */
	assert_int_equal(str_distance("open", "opn"), 1);
	assert_int_equal(str_distance("open", "oopen"), 1);
	assert_int_equal(str_distance("kitten", "sitting"), 3);
}

static void str_distance_survives_long_words(void **state)
{
	char a[200], b[200];

	(void)state;
	memset(a, 'a', sizeof(a) - 1);
	memset(b, 'b', sizeof(b) - 1);
	a[sizeof(a) - 1] = b[sizeof(b) - 1] = '\0';
	assert_int_equal(str_distance(a, a), 0);
	assert_int_equal(str_distance(a, b), 64);
}

static const char *word_at(const void *ctx, size_t i)
{
	return ((const char *const *)ctx)[i];
}

static void str_finds_the_nearest(void **state)
{
	static const char *const words[] = {"open", "openat", "openat2", "close", "read", NULL};

	(void)state;
	assert_string_equal(str_nearest("opeant", word_at, words), "openat");
	assert_string_equal(str_nearest("clsoe", word_at, words), "close");
	assert_null(str_nearest("socketpair", word_at, words));
}

static void str_reads_numbers(void **state)
{
	int64_t n = 7;

	(void)state;
	assert_int_equal(str_number("42", 0, 100, &n), 0);
	assert_int_equal(n, 42);
	assert_int_equal(str_number("0x10", 0, 100, &n), 0);
	assert_int_equal(n, 16);
	assert_int_equal(str_number("-3", -5, 100, &n), 0);
	assert_int_equal(n, -3);
	assert_int_equal(str_number("101", 0, 100, &n), -ERANGE);
	assert_int_equal(str_number("99999999999999999999", 0, INT64_MAX, &n), -ERANGE);
	assert_int_equal(str_number("", 0, 100, &n), -EINVAL);
	assert_int_equal(str_number("4x", 0, 100, &n), -EINVAL);
	assert_int_equal(n, -3); /* untouched by failures */
}

static void arena_is_aligned_and_keeps_contents(void **state)
{
	struct arena a = {0};
	char *at[300];

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < 300; i++) {
			at[i] = arena_alloc(&a, i * 3);
			assert_int_equal((uintptr_t)at[i] % 16, 0);
			memset(at[i], (int)i, i * 3);
		}
		for (size_t i = 0; i < 300; i++)
			for (size_t j = 0; j < i * 3; j++)
				assert_int_equal((unsigned char)at[i][j], i & 255);
		arena_reset(&a);
	}
	memset(arena_alloc(&a, 1 << 20), 1, 1 << 20);
	arena_done(&a);
	assert_null(a.head);
}

static void arena_steady_state_allocates_nothing(void **state)
{
	struct arena a = {0};

	(void)state;
	char *first = arena_alloc(&a, 1000);
	for (int i = 0; i < 100; i++) {
		arena_reset(&a);
		assert_ptr_equal(arena_alloc(&a, 1000), first);
	}
	arena_done(&a);
}

static void vec_grows(void **state)
{
	VEC(int) v = {0};

	(void)state;
	for (int i = 0; i < 1000; i++)
		*vec_push(&v) = i;
	assert_int_equal(v.len, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v.at[i], i);
	vec_done(&v);
	assert_null(v.at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buf_formats_numbers),
		cmocka_unit_test(buf_keeps_bytes_when_it_grows),
		cmocka_unit_test(buf_prints_any_length),
		cmocka_unit_test(buf_pads_but_never_cuts),
		cmocka_unit_test(map_of_nothing),
		cmocka_unit_test(map_replaces),
		cmocka_unit_test(map_agrees_with_an_array),
		cmocka_unit_test(str_knows_prefixes),
		cmocka_unit_test(str_measures_distance),
		cmocka_unit_test(str_distance_survives_long_words),
		cmocka_unit_test(str_finds_the_nearest),
		cmocka_unit_test(str_reads_numbers),
		cmocka_unit_test(arena_is_aligned_and_keeps_contents),
		cmocka_unit_test(arena_steady_state_allocates_nothing),
		cmocka_unit_test(vec_grows),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
