/* Every day of three centuries against a calendar that only steps, and against the C library. */
#include "domain/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const int days_of_month[2][12] = {{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31},
					 {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}};

static int leap(int year)
{
	return year % 400 == 0 ? 1 : year % 100 == 0 ? 0 : year % 4 == 0;
}

static void step(struct civil_date *date)
{
	if (++date->day <= days_of_month[leap(date->year)][date->month - 1])
		return;
	date->day = 1;
	if (++date->month <= 12)
		return;
	date->month = 1;
	date->year++;
}

static void test_every_day_by_stepping(void **state)
{
	struct civil_date date = {1900, 1, 1};
	int weekday = MONDAY; /* 1 January 1900 */
	day_number day = -25567;

	(void)state;
	for (; date.year <= 2200; step(&date), day++, weekday = (weekday + 1) % 7) {
		struct civil_date back = date_civil(day);

		assert_int_equal(date_number(date), day);
		assert_int_equal(back.year, date.year);
		assert_int_equal(back.month, date.month);
		assert_int_equal(back.day, date.day);
		assert_int_equal(date_weekday(day), weekday);
		assert_true(date_in_range(day));
	}
	assert_int_equal(day, 84371);
	assert_false(date_in_range(day));
	assert_false(date_in_range(-25568));
}

static void test_every_day_by_the_c_library(void **state)
{
	char ours[DATE_TEXT_ROOM], theirs[DATE_TEXT_ROOM];

	(void)state;
	for (day_number day = -25567; day <= 84370; day++) {
		time_t seconds = (time_t)day * 86400;
		struct tm tm;

		gmtime_r(&seconds, &tm);
		strftime(theirs, sizeof theirs, "%Y-%m-%d", &tm);
		assert_string_equal(date_to_iso(day, ours), theirs);
		assert_int_equal(date_from_iso(theirs), day);
		strftime(theirs, sizeof theirs, "%V", &tm);
		snprintf(ours, sizeof ours, "%02d", date_iso_week(day));
		assert_string_equal(ours, theirs);
		strftime(theirs, sizeof theirs, "%A %-d %B %Y", &tm);
		assert_string_equal(date_long(day, ours), theirs);
		strftime(theirs, sizeof theirs, "%a %-d %b %Y", &tm);
		assert_string_equal(date_medium(day, ours), theirs);
		strftime(theirs, sizeof theirs, "%a %-d %b", &tm);
		assert_string_equal(date_short(day, ours), theirs);
		strftime(theirs, sizeof theirs, "%-d %b %Y", &tm);
		assert_string_equal(date_plain(day, ours), theirs);
	}
}

static void test_what_is_not_a_date(void **state)
{
	static const struct {
		const char *why;
		struct civil_date date;
	} rows[] = {
		{"2026 is no leap year", {2026, 2, 29}}, {"1900 was no leap year", {1900, 2, 29}},
		{"nor will 2100 be", {2100, 2, 29}},     {"April has 30 days", {2026, 4, 31}},
		{"months count from 1", {2026, 0, 1}},   {"there are twelve", {2026, 13, 1}},
		{"days count from 1", {2026, 1, 0}},     {"a day below", {2026, 1, -1}},
		{"32 January", {2026, 1, 32}},           {"before the range", {1899, 12, 31}},
		{"after the range", {2201, 1, 1}},       {"an absurd month", {2026, 2147483647, 1}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (date_is_real(rows[i].date) || date_number(rows[i].date) != DAY_NONE)
			fail_msg("%s", rows[i].why);
	}
	assert_true(date_is_real((struct civil_date){2000, 2, 29}));
	assert_int_equal(date_days_in_month(2028, 2), 29);
	assert_int_equal(date_days_in_month(2026, 0), 0);
	assert_int_equal(date_days_in_month(2026, 13), 0);
}

static void test_iso_takes_one_shape(void **state)
{
	static const char *const wrong[] = {"",           "2026-7-14",   "2026-07-14 ", " 2026-07-14",
					    "2026/07/14", "20260714",    "2026-02-30",  "0000-00-00",
					    "26-07-14",   "2026-07-1x",  "-026-07-14",  "2026-07-",
					    "+026-07-14", "2026-07-145", "1899-12-31",  "2201-01-01"};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (date_from_iso(wrong[i]) != DAY_NONE)
			fail_msg("\"%s\" was taken", wrong[i]);
	assert_int_equal(date_from_iso(NULL), DAY_NONE);
	assert_int_equal(date_from_iso("1970-01-01"), 0);
}

/* One month at a time by the table, then the day clamped once: 31 Jan + 2 months is 31 Mar, not 28 Mar. */
static void test_months_on_every_day(void **state)
{
	struct civil_date date = {1900, 1, 1};

	(void)state;
	for (; date.year <= 2200; step(&date)) {
		for (int months = -26; months <= 26; months++) {
			struct civil_date want = date;

			for (int i = 0; i < months; i++)
				if (++want.month > 12)
					want.month = 1, want.year++;
			for (int i = 0; i > months; i--)
				if (--want.month < 1)
					want.month = 12, want.year--;
			if (want.day > days_of_month[leap(want.year)][want.month - 1])
				want.day = days_of_month[leap(want.year)][want.month - 1];
			if (date_add_months(date_number(date), months) != date_number(want))
				fail_msg("%d-%d-%d %+d months", date.year, date.month, date.day, months);
		}
	}
}

static void test_sums_stay_in_range(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(date_from_iso("2026-11-30"), 3), date_from_iso("2027-02-28"));
	assert_int_equal(date_add_months(date_from_iso("2200-12-31"), 1), DAY_NONE);
	assert_int_equal(date_add_months(date_from_iso("1900-01-01"), -1), DAY_NONE);
	assert_int_equal(date_add_months(0, 2147483647), DAY_NONE);
	assert_int_equal(date_add_months(0, -2147483647 - 1), DAY_NONE);
	assert_int_equal(date_add_months(DAY_NONE, 1), DAY_NONE);
	assert_int_equal(date_add_days(DAY_NONE, 1), DAY_NONE);
	assert_int_equal(date_add_days(0, INT64_MAX), DAY_NONE);
	assert_int_equal(date_add_days(0, INT64_MIN), DAY_NONE);
	assert_int_equal(date_add_days(84370, 1), DAY_NONE);
	assert_int_equal(date_add_days(-25567, -1), DAY_NONE);
	assert_int_equal(date_add_days(-25567, 84370 + 25567), 84370);
}

static void test_ages(void **state)
{
	static const struct {
		const char *why, *born, *on;
		int age;
	} rows[] = {
		{"the day of birth", "2026-03-14", "2026-03-14", 0},
		{"the day before the first birthday", "2025-03-14", "2026-03-13", 0},
		{"the first birthday", "2025-03-14", "2026-03-14", 1},
		{"not born yet", "2026-03-15", "2026-03-14", -1},
		{"the day before turning 18", "2008-09-01", "2026-08-31", 17},
		{"turning 18", "2008-09-01", "2026-09-01", 18},
		{"leap child on 28 February", "2020-02-29", "2026-02-28", 5},
		{"leap child on 1 March", "2020-02-29", "2026-03-01", 6},
		{"leap child in a leap year", "2020-02-29", "2028-02-29", 8},
		{"a long life", "1900-01-01", "2200-12-31", 300},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (date_age(date_from_iso(rows[i].born), date_from_iso(rows[i].on)) != rows[i].age)
			fail_msg("%s", rows[i].why);
	assert_int_equal(date_age(DAY_NONE, 0), -1);
}

static void test_nothing_is_written_for_no_day(void **state)
{
	char out[DATE_TEXT_ROOM] = "x";

	(void)state;
	assert_string_equal(date_to_iso(DAY_NONE, out), "");
	assert_string_equal(date_short(DAY_NONE, out), "");
	assert_string_equal(date_medium(DAY_NONE, out), "");
	assert_string_equal(date_long(DAY_NONE, out), "");
	assert_string_equal(date_plain(DAY_NONE, out), "");
	assert_int_equal(date_iso_week(DAY_NONE), 0);
	assert_string_equal(date_month_name(0), "");
	assert_string_equal(date_month_name(13), "");
}

static void test_clock(void **state)
{
	char ours[8], theirs[16];

	(void)state;
	for (int minutes = 0; minutes < 1440; minutes++) {
		snprintf(theirs, sizeof theirs, "%02d:%02d", minutes / 60, minutes % 60);
		assert_string_equal(date_clock(minutes, ours), theirs);
	}
	assert_string_equal(date_clock(-1, ours), "");
	assert_string_equal(date_clock(1440, ours), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day_by_stepping),
		cmocka_unit_test(test_every_day_by_the_c_library),
		cmocka_unit_test(test_what_is_not_a_date),
		cmocka_unit_test(test_iso_takes_one_shape),
		cmocka_unit_test(test_months_on_every_day),
		cmocka_unit_test(test_sums_stay_in_range),
		cmocka_unit_test(test_ages),
		cmocka_unit_test(test_nothing_is_written_for_no_day),
		cmocka_unit_test(test_clock),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
