/* A session that is left alone is warned, locked and ended, each at its second; a lock takes ten tries. */
#include "domain/idle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void each_state_begins_at_its_second(void **state)
{
	static const struct {
		struct idle_limits limits;
		long long quiet;
		bool is_locked;
		enum idle_state state;
		const char *why;
	} rows[] = {
		{{600, 3600}, 0, false, IDLE_AT_WORK, "a key just now"},
		{{600, 3600}, 539, false, IDLE_AT_WORK, "a second before the warning"},
		{{600, 3600}, 540, false, IDLE_WARNED, "a minute before the lock"},
		{{600, 3600}, 599, false, IDLE_WARNED, "a second before the lock"},
		{{600, 3600}, 600, false, IDLE_LOCKED, "ten minutes"},
		{{600, 3600}, 3599, true, IDLE_LOCKED, "a second before the end"},
		{{600, 3600}, 3600, true, IDLE_OVER, "an hour, locked"},
		{{600, 3600}, 9000, false, IDLE_OVER, "the machine slept past both"},
		{{600, 3600}, 5, true, IDLE_LOCKED, "locked by its key: a try is no work"},
		{{60, 3600}, 0, false, IDLE_WARNED, "the shortest lock is warned of at once"},
		{{0, 0}, 1000000, false, IDLE_AT_WORK, "never"},
		{{0, 3600}, 3000, false, IDLE_AT_WORK, "never locked, still ended"},
		{{0, 3600}, 3600, false, IDLE_OVER, "never locked, ended"},
		{{600, 0}, 1000000, true, IDLE_LOCKED, "never ended"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (idle_state_of(rows[i].limits, rows[i].quiet, rows[i].is_locked) != rows[i].state)
			fail_msg("%s: %d", rows[i].why,
				 (int)idle_state_of(rows[i].limits, rows[i].quiet, rows[i].is_locked));
}

static void tries_are_free_then_slow_then_over(void **state)
{
	static const struct {
		int wrong, wait;
		const char *why;
	} rows[] = {
		{0, 0, "none yet"},          {1, 0, "a slip"}, {2, 0, "another"},        {3, 30, "now it is slow"},
		{9, 30, "the last but one"}, {10, -1, "over"}, {11, -1, "and stays so"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (lock_wait_after(rows[i].wrong) != rows[i].wait)
			fail_msg("%s: %d", rows[i].why, lock_wait_after(rows[i].wrong));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_state_begins_at_its_second),
		cmocka_unit_test(tries_are_free_then_slow_then_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
