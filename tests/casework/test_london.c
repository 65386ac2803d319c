/* English civil time by rule, against the C library's own time zone tables where the host has them. */
#include "london.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

static void test_changes(void **state)
{
	static const struct {
		int64_t moment;
		int offset;
		const char *day;
		int second;
		const char *why;
	} rows[] = {
		{1774746000 - 1, 0, "2026-03-29", 3599, "one second before 01:00 UTC on the last Sunday of March"},
		{1774746000, 3600, "2026-03-29", 7200, "clocks go forward: 02:00 at once"},
		{1792890000 - 1, 3600, "2026-10-25", 7199, "one second before 01:00 UTC on the last Sunday of October"},
		{1792890000, 0, "2026-10-25", 3600, "clocks go back: 01:00 again"},
		{1782862200, 3600, "2026-07-01", 1800, "23:30 UTC on 30 June is already 1 July in London"},
		{1767223800, 0, "2025-12-31", 84600, "23:30 UTC on 31 December is still the old year"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(london_offset(rows[i].moment), rows[i].offset);
		assert_int_equal(london_day(rows[i].moment), date_from_iso(rows[i].day));
		assert_int_equal(london_second(rows[i].moment), rows[i].second);
	}
}

static void test_there_and_back(void **state)
{
	(void)state;
	for (day_number day = date_from_iso("2012-01-01"); day < date_from_iso("2030-01-01"); day++) {
		int64_t noon = london_moment(day, 12 * 3600);

		assert_int_equal(london_day(noon), day);
		assert_int_equal(london_second(noon), 12 * 3600);
		assert_int_equal(london_day(london_moment(day, 0)), day);
	}
}

/* The suite runs with TZ=Europe/London; without time zone tables the C library falls back to UTC and July shows it. */
static void test_against_the_c_library(void **state)
{
	time_t july = 1782862200;
	struct tm tm;

	(void)state;
	setenv("TZ", "Europe/London", 1); /* whatever the tests are run under */
	tzset();
	localtime_r(&july, &tm);
	if (tm.tm_isdst != 1)
		skip();
	for (time_t t = 852076800; t < 2145916800; t += 3600 * 5 + 17) { /* 1997 to 2037 */
		localtime_r(&t, &tm);
		assert_int_equal(tm.tm_gmtoff, london_offset(t));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_against_the_c_library),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
