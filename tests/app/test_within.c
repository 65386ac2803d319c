/* How far ahead a person looks is read as typed and ends on the right day. */
#include "within.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th. */
static const struct holiday easter[] = {{20546, "Good Friday"}, {20549, "Easter Monday"}};
static const struct working_calendar calendar = {.bank_holidays = {easter, 2}, .known_from = 0, .known_until = 40000};

static const struct {
	const char *typed, *until, *why;
} rows[] = {
	{"10wd", "2026-04-17", "working days pass over Easter"},
	{"10", "2026-04-17", "a number alone counts working days"},
	{"0wd", "2026-04-01", "today only"},
	{"2w", "2026-04-15", "weeks are calendar weeks"},
	{"30d", "2026-05-01", "days are calendar days"},
	{NULL, "", "everything"},
};

static const char *const refused[] = {"", "wd", "-3wd", "10m", "10 wd", "99999999999999999999wd", "+5wd", "5wdx"};

static void ends(void **state)
{
	(void)state;
	assert_int_equal(easter[0].day, date_from_iso("2026-04-03"));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct within within;
		struct fault f = {0};
		char iso[DATE_TEXT_ROOM];

		assert_true(within_read(&within, rows[i].typed, &f));
		date_to_iso(within_until(&within, date_from_iso("2026-04-01"), &calendar), iso);
		if (strcmp(iso, rows[i].until) != 0)
			fail_msg("%s: %s ends on %s", rows[i].why, rows[i].typed, iso);
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
	const struct CMUnitTest tests[] = {cmocka_unit_test(ends), cmocka_unit_test(refuses)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
