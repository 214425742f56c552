/* base/worker: what is begun is done, one after the other, before the wait for it ends. */
#include "unit.h"

#include <stdbool.h>

#include "base/worker.h"

struct count {
	unsigned begun, done; /* by the asker; by the worker */
	bool in_order;
};

static void add(void *ctx)
{
	struct count *c = ctx;

	c->in_order &= c->done + 1 == c->begun;
	c->done++;
}

static void in_order(void **state)
{
	struct worker *w = worker_new();
	struct count c = {.in_order = true};

	(void)state;
	if (!w) { /* one CPU */
		skip();
		return;
	}
	worker_wait(w); /* for nothing */
	for (unsigned i = 0; i < 1000; i++) {
		c.begun++;
		worker_begin(w, add, &c);
		worker_wait(w);
		assert_int_equal(c.done, c.begun);
	}
	assert_true(c.in_order);
	worker_free(w);
}

static void ends_with_work(void **state)
{
	struct worker *w = worker_new();
	struct count c = {.in_order = true};

	(void)state;
	if (!w) {
		skip();
		return;
	}
	c.begun = 1;
	worker_begin(w, add, &c);
	worker_free(w);
	assert_int_equal(c.done, 1);
	worker_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(in_order), cmocka_unit_test(ends_with_work)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
