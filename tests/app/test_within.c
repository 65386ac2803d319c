/* How far ahead a person looks is read as typed and asked for in its own unit. */
#include "within.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *typed;
	int working_days, days;
	const char *why;
} rows[] = {
	{"10wd", 10, 0, "working days"},
	{"10", 10, 0, "a number alone counts working days"},
	{"0wd", 0, 0, "today only"},
	{"0d", 0, 0, "today only, in days"},
	{"2w", -1, 14, "weeks are calendar weeks"},
	{"30d", -1, 30, "days are calendar days"},
	{NULL, -1, 0, "everything"},
};

static const char *const refused[] = {"", "wd", "-3wd", "10m", "10 wd", "99999999999999999999wd", "+5wd", "5wdx"};

static void asks(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct due_filter filter = {0};
		struct within within;
		struct fault f = {0};

		assert_true(within_read(&within, rows[i].typed, &f));
		within_ask(&within, &filter);
		if (filter.within_wd != rows[i].working_days || filter.within_days != rows[i].days)
			fail_msg("%s: %d working days, %d days", rows[i].why, filter.within_wd, filter.within_days);
	}
}

static void refuses(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct within within;
		struct fault f = {0};

		if (within_read(&within, refused[i], &f))
			fail_msg("\"%s\" was read", refused[i]);
		assert_int_equal(f.code, FAULT_USAGE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(asks), cmocka_unit_test(refuses)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
