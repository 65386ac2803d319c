/* Working-day sums against a count that steps day by day, over every day of fourteen years. */
#include "domain/working_day.h"

#include "bank_holidays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct holiday national[BANK_HOLIDAY_COUNT];
static struct holiday closed[] = {
	{0, "Staff day"},     {0, NULL}, {0, "Council closed"}, {0, "Council closed"}, {0, "Council closed"},
	{0, "On a Saturday"},
};
static const char *const closed_days[] = {"2019-06-12", "2024-12-27", "2025-12-25",
					  "2026-12-29", "2026-12-30", "2027-01-02"};
static struct working_calendar england;

static int set_up(void **state)
{
	(void)state;
	bank_holidays_into(&england, national);
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		closed[i].day = date_from_iso(closed_days[i]);
	england.closures = (struct holiday_list){closed, sizeof closed / sizeof *closed};
	return 0;
}

static bool listed(const struct holiday_list *list, day_number day)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].day == day)
			return true;
	return false;
}

static bool plainly_working(day_number day, enum day_count count)
{
	return date_weekday(day) <= FRIDAY && !listed(&england.bank_holidays, day) &&
	       (count == COUNT_NATIONAL || !listed(&england.closures, day));
}

#define SPAN_FROM "2014-01-01"
#define SPAN_DAYS 5844 /* to the end of 2029 */

/* Marks once which days of the span are worked, so that the slow count stays affordable. */
static void mark(bool working[SPAN_DAYS], enum day_count count)
{
	for (int i = 0; i < SPAN_DAYS; i++)
		working[i] = plainly_working(date_from_iso(SPAN_FROM) + i, count);
}

static void check_sums_from(day_number from, const bool working[SPAN_DAYS], enum day_count count)
{
	const day_number start = date_from_iso(SPAN_FROM);

	for (int way = -1; way <= 1; way += 2) {
		day_number at = from;

		for (int n = 1; n <= 70; n++) {
			char iso[DATE_TEXT_ROOM];

			do
				at += way;
			while (!working[at - start]);
			if (working_day_add(from, way * n, &england, count) != at)
				fail_msg("%s %+d working days", date_to_iso(from, iso), way * n);
			if (working_day_between(from, at, &england, count) != way * n)
				fail_msg("between %s and %+d working days", date_to_iso(from, iso), way * n);
		}
	}
}

static void test_every_day_against_a_slow_count(void **state)
{
	static bool working[SPAN_DAYS];
	const enum day_count counts[] = {COUNT_LOCAL, COUNT_NATIONAL};

	(void)state;
	for (size_t c = 0; c < 2; c++) {
		mark(working, counts[c]);
		for (day_number day = date_from_iso("2015-01-01"); day <= date_from_iso("2028-12-31"); day++) {
			assert_int_equal(working_day_is(day, &england, counts[c]),
					 working[day - date_from_iso(SPAN_FROM)]);
			check_sums_from(day, working, counts[c]);
		}
	}
}

/* Any two days, worked or not: forward the last day counts, backward the first. */
static void test_every_distance_against_a_slow_count(void **state)
{
	static bool working[SPAN_DAYS];
	const day_number start = date_from_iso(SPAN_FROM);

	(void)state;
	mark(working, COUNT_LOCAL);
	for (day_number from = date_from_iso("2018-11-01"); from <= date_from_iso("2028-01-31"); from += 3) {
		int ahead = 0, behind = 0;

		assert_int_equal(working_day_between(from, from, &england, COUNT_LOCAL), 0);
		for (int days = 1; days <= 120; days++) {
			ahead += working[from + days - start];
			behind -= working[from - days - start];
			assert_int_equal(working_day_between(from, from + days, &england, COUNT_LOCAL), ahead);
			assert_int_equal(working_day_between(from, from - days, &england, COUNT_LOCAL), behind);
		}
	}
}

static void test_practice(void **state)
{
	static const struct {
		const char *why, *from;
		int n;
		enum day_count count;
		const char *due;
	} rows[] = {
		{"fifteen plain working days", "2026-03-02", 15, COUNT_NATIONAL, "2026-03-23"},
		{"over Good Friday and Easter Monday", "2026-03-26", 15, COUNT_NATIONAL, "2026-04-20"},
		{"over Christmas, its substitute and New Year", "2026-12-18", 10, COUNT_NATIONAL, "2027-01-06"},
		{"closures push a local sum further", "2026-12-18", 10, COUNT_LOCAL, "2027-01-08"},
		{"nothing added is the day itself", "2026-12-25", 0, COUNT_LOCAL, "2026-12-25"},
		{"from a Saturday the Monday is day 1", "2026-07-18", 1, COUNT_LOCAL, "2026-07-20"},
		{"from a Sunday the Friday is one before", "2026-07-19", -1, COUNT_LOCAL, "2026-07-17"},
		{"papers two working days before a Monday", "2026-07-20", -2, COUNT_LOCAL, "2026-07-16"},
		{"before Easter Tuesday", "2026-04-07", -1, COUNT_LOCAL, "2026-04-02"},
		{"from a bank holiday", "2026-04-03", 1, COUNT_LOCAL, "2026-04-07"},
		{"the moved May holiday of 2020", "2020-05-07", 1, COUNT_LOCAL, "2020-05-11"},
		{"two holidays in the Jubilee week", "2022-06-01", 1, COUNT_LOCAL, "2022-06-06"},
		{"the state funeral", "2022-09-16", 1, COUNT_LOCAL, "2022-09-20"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (working_day_add(date_from_iso(rows[i].from), rows[i].n, &england, rows[i].count) !=
		    date_from_iso(rows[i].due))
			fail_msg("%s", rows[i].why);
}

static void test_nearest_working_day(void **state)
{
	(void)state;
	/* the three-month limit of 30 November 2026 falls on a Sunday: in practice the Friday before */
	assert_int_equal(working_day_on_or_before(date_from_iso("2027-02-28"), &england, COUNT_NATIONAL),
			 date_from_iso("2027-02-26"));
	assert_int_equal(working_day_on_or_before(date_from_iso("2026-07-14"), &england, COUNT_LOCAL),
			 date_from_iso("2026-07-14"));
	assert_int_equal(working_day_on_or_after(date_from_iso("2026-04-03"), &england, COUNT_LOCAL),
			 date_from_iso("2026-04-07"));
	assert_int_equal(working_day_on_or_after(date_from_iso("2026-12-29"), &england, COUNT_LOCAL),
			 date_from_iso("2026-12-31"));
	assert_int_equal(working_day_on_or_after(date_from_iso("2026-12-29"), &england, COUNT_NATIONAL),
			 date_from_iso("2026-12-29"));
}

static void test_reasons(void **state)
{
	(void)state;
	assert_string_equal(working_day_why_not(date_from_iso("2026-04-03"), &england), "Good Friday");
	assert_string_equal(working_day_why_not(date_from_iso("2026-07-18"), &england), "Saturday");
	assert_string_equal(working_day_why_not(date_from_iso("2027-01-02"), &england), "On a Saturday");
	assert_string_equal(working_day_why_not(date_from_iso("2019-06-12"), &england), "Staff day");
	assert_string_equal(working_day_why_not(date_from_iso("2024-12-27"), &england), "Council closed");
	assert_string_equal(working_day_why_not(date_from_iso("2025-12-25"), &england), "Christmas Day");
	assert_null(working_day_why_not(date_from_iso("2026-07-14"), &england));
	assert_null(working_day_holiday(date_from_iso("2026-07-18"), &england));
	assert_null(working_day_why_not(DAY_NONE, &england));
}

static void test_what_is_known(void **state)
{
	const day_number inside = date_from_iso("2026-07-14");

	(void)state;
	assert_true(working_day_is_known(inside, inside, &england));
	assert_true(working_day_is_known(england.known_until, england.known_from, &england));
	assert_false(working_day_is_known(inside, england.known_until + 1, &england));
	assert_false(working_day_is_known(england.known_from - 1, inside, &england));
	assert_false(working_day_is_known(inside, england.known_from - 1, &england));
	assert_false(working_day_is_known(DAY_NONE, inside, &england));
}

static void test_the_edges(void **state)
{
	static const struct working_calendar bare = {0};
	const day_number first = date_from_iso("1900-01-01"), last = date_from_iso("2200-12-31");

	(void)state;
	assert_int_equal(working_day_add(last, 1, &england, COUNT_LOCAL), DAY_NONE);
	assert_int_equal(working_day_add(first, -1, &england, COUNT_LOCAL), DAY_NONE);
	assert_int_equal(working_day_add(first, INT32_MAX, &england, COUNT_LOCAL), DAY_NONE);
	assert_int_equal(working_day_add(last, INT32_MIN, &england, COUNT_LOCAL), DAY_NONE);
	assert_int_equal(working_day_add(DAY_NONE, 5, &england, COUNT_LOCAL), DAY_NONE);
	assert_int_equal(working_day_between(DAY_NONE, last, &england, COUNT_LOCAL), 0);
	assert_int_equal(
		working_day_add(first, working_day_between(first, last, &bare, COUNT_LOCAL), &bare, COUNT_LOCAL), last);
	assert_int_equal(working_day_add(date_from_iso("2026-04-02"), 1, &bare, COUNT_LOCAL),
			 date_from_iso("2026-04-03"));
}

static void test_distances_in_words(void **state)
{
	static const struct {
		const char *why, *today, *day, *words;
	} rows[] = {
		{"the day itself", "2026-07-14", "2026-07-14", "today"},
		{"the day itself on a weekend", "2026-07-18", "2026-07-18", "today (Saturday)"},
		{"one on", "2026-07-14", "2026-07-15", "tomorrow"},
		{"one on, not worked", "2026-07-17", "2026-07-18", "tomorrow (Saturday)"},
		{"one back", "2026-07-14", "2026-07-13", "yesterday"},
		{"ten", "2026-06-30", "2026-07-14", "in 10 working days"},
		{"the Monday after a Friday", "2026-07-17", "2026-07-20", "in 1 working day"},
		{"the Friday before a Monday", "2026-07-20", "2026-07-17", "1 working day ago"},
		{"a Sunday after Friday: none lies between", "2026-07-17", "2026-07-19", "in 2 days (Sunday)"},
		{"a Saturday before Monday: Monday has gone by since", "2026-07-20", "2026-07-18",
		 "1 working day ago (Saturday)"},
		{"as a late task counts", "2026-04-01", "2026-03-08", "18 working days ago (Sunday)"},
		{"a Sunday further on", "2026-07-14", "2026-07-26", "in 8 working days (Sunday)"},
		{"Good Friday", "2026-03-26", "2026-04-03", "in 5 working days (Good Friday)"},
		{"a closure has its name", "2019-06-10", "2019-06-12", "in 1 working day (Staff day)"},
		{"a name too long for the room is replaced", "2022-07-18", "2022-09-19",
		 "in 43 working days (bank holiday)"},
		{"far off it is years", "2026-07-14", "2028-07-14", "in 2 years"},
		{"a day less is still working days", "2026-07-14", "2028-07-13", "in 504 working days"},
		{"far back", "2026-07-14", "1999-07-15", "26 years ago"},
	};
	char out[DISTANCE_TEXT_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		working_day_distance(date_from_iso(rows[i].today), date_from_iso(rows[i].day), &england, out);
		if (strcmp(out, rows[i].words) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", rows[i].why, out, rows[i].words);
	}
	assert_string_equal(working_day_distance(0, DAY_NONE, &england, out), "");
}

/* After "the day is". */
static void test_closed_in_words(void **state)
{
	static const struct {
		const char *day, *words, *why;
	} rows[] = {
		{"2026-04-03", "Good Friday", "a holiday that is a day's name"},
		{"2026-05-04", "the Early May bank holiday", "one that is called a bank holiday"},
		{"2022-09-19", "the Bank Holiday for the State Funeral of Queen Elizabeth II", "a long name"},
		{"2019-06-12", "a closure day (Staff day)", "a closure is called as the authority likes"},
		{"2026-12-29", "a closure day (Council closed)", "and that need not be a noun"},
		{"2024-12-27", "a closure day", "one without a name"},
		{"2026-04-04", "at a weekend", "a Saturday"},
		{"2027-01-02", "a closure day (On a Saturday)", "a closure at a weekend"},
		{"2026-04-07", "", "a working day"},
	};
	struct holiday long_one = {
		date_from_iso("2026-07-01"),
		"A day on which the whole authority does nothing but look at its records, every year, "
		"for as long as anybody remembers"};
	const struct working_calendar other = {.closures = {&long_one, 1}};
	char out[CLOSED_TEXT_ROOM];

	(void)state;
	assert_string_equal(working_day_closed_words(long_one.day, &other, out), "a closure day");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		working_day_closed_words(date_from_iso(rows[i].day), &england, out);
		if (strcmp(out, rows[i].words) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", rows[i].why, out, rows[i].words);
	}
}

/* The same whichever screen counts it: a limit on a day nobody works is late by every day that was worked since. */
static void test_what_is_left(void **state)
{
	static const struct {
		const char *today, *last;
		int left;
		const char *why;
	} rows[] = {
		{"2026-12-18", "2026-12-25", 4, "Christmas Day itself is no day to do it on"},
		{"2026-12-24", "2026-12-25", 0, "the last day that is worked"},
		{"2026-12-25", "2026-12-25", 0, "the day itself"},
		{"2026-12-26", "2026-12-25", -1, "nobody worked since, and it is late all the same"},
		{"2026-12-31", "2026-12-25", -1, "a day was worked, between closures"},
		{"2027-01-05", "2026-12-25", -3, "today counts"},
		{"2027-02-01", "2027-01-30", -1, "a Saturday, on Monday"},
		{"2027-02-02", "2027-01-30", -2, "and on Tuesday"},
		{"2027-02-02", "2027-02-01", -1, "a Monday, on Tuesday"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int left = working_days_left(date_from_iso(rows[i].today), date_from_iso(rows[i].last), &england);

		if (left != rows[i].left)
			fail_msg("%s: %d on %s", rows[i].why, left, rows[i].today);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day_against_a_slow_count),
		cmocka_unit_test(test_every_distance_against_a_slow_count),
		cmocka_unit_test(test_practice),
		cmocka_unit_test(test_what_is_left),
		cmocka_unit_test(test_nearest_working_day),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_what_is_known),
		cmocka_unit_test(test_the_edges),
		cmocka_unit_test(test_distances_in_words),
		cmocka_unit_test(test_closed_in_words),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
