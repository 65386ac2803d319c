/* The set of rows a batch spoke of: found when added, whatever the numbers, and empty after it is forgotten. */
#include "seen.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_many_numbers(void **state)
{
	struct seen seen = {0};

	(void)state;
	assert_false(seen_has(&seen, 1));
	for (int64_t id = 1; id <= 20000; id++) {
		assert_false(seen_has(&seen, id * 4096)); /* numbers whose low bits are all alike */
		assert_true(seen_add(&seen, id * 4096));
		assert_true(seen_add(&seen, id * 4096)); /* twice is once */
	}
	assert_int_equal(seen.count, 20000);
	for (int64_t id = 1; id <= 20000; id++) {
		assert_true(seen_has(&seen, id * 4096));
		assert_false(seen_has(&seen, id * 4096 + 1));
	}
	seen_forget(&seen);
	assert_false(seen_has(&seen, 4096));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_many_numbers)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
