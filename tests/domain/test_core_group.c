/* By when a core group meets next, what a run of dates to the review is, and its strip. */
#include "domain/core_group.h"

#include "bank_holidays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct policy policy;
static struct holiday national[BANK_HOLIDAY_COUNT];
static struct holiday closed[1];
static struct working_calendar calendar;

static int set_up(void **state)
{
	(void)state;
	bank_holidays_into(&calendar, national);
	closed[0] = (struct holiday){date_from_iso("2026-12-24"), "Council closed"};
	calendar.closures = (struct holiday_list){closed, 1};
	policy.rules[RULE_CORE_GROUP_NEXT] = (struct rule){.in_force = true, .n = 6, .unit = UNIT_WEEKS};
	policy.core_group_before_review_wd = 0;
	return 0;
}

static struct core_group_meeting met(int64_t id, const char *day, enum core_group_meeting_state state)
{
	struct core_group_meeting one = core_group_meeting_blank();

	one.id = id;
	one.day = date_from_iso(day);
	one.state = state;
	return one;
}

static void the_limit_counts_from_the_one_before(void **state)
{
	static const struct {
		const char *day, *limit;
		int64_t except;
		const char *why;
	} rows[] = {
		{"2026-04-08", "2026-04-17", 0, "nothing before it: what is owed"},
		{"2026-04-20", "2026-05-21", 0, "six weeks after the one booked for 9 Apr"},
		{"2026-04-20", "2026-04-17", 3, "that one is the one that is moved"},
		{"2026-06-10", "2026-07-02", 0, "after the later of two that are booked"},
		{"2026-04-09", "2026-04-17", 0, "one on the day itself is not before it"},
	};
	struct core_group_meeting meetings[] = {
		met(1, "2026-03-25", CORE_GROUP_MEETING_BOOKED), /* past, and nobody said what became of it */
		met(2, "2026-04-08", CORE_GROUP_MEETING_CANCELLED), met(3, "2026-04-09", CORE_GROUP_MEETING_BOOKED),
		met(4, "2026-05-21", CORE_GROUP_MEETING_BOOKED),    met(5, "2026-05-22", CORE_GROUP_MEETING_MISSED),
	};
	const struct core_group_meeting_list list = {meetings, 5, 5};
	char words[DATE_TEXT_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct core_group_ahead ahead = {.meetings = &list,
						       .owed_by = date_from_iso("2026-04-17"),
						       .today = date_from_iso("2026-04-01"),
						       .except = rows[i].except};
		day_number limit = core_group_limit(&ahead, date_from_iso(rows[i].day), &policy, &calendar);

		if (strcmp(date_to_iso(limit, words), rows[i].limit) != 0)
			fail_msg("%s: %s", rows[i].why, words);
	}
}

/* "2026-11-12, 2026-12-23 for 2026-12-24: Council closed" */
static const char *run_words(const char *first, const char *review, char out[1000])
{
	struct core_group_date dates[CORE_GROUP_RUN_MOST];
	size_t count = core_group_lay(date_from_iso(first), date_from_iso(review), &policy, &calendar, dates), at = 0;
	char day[DATE_TEXT_ROOM], asked[DATE_TEXT_ROOM];

	for (size_t i = 0; i < count; i++) {
		at += (size_t)snprintf(out + at, 1000 - at, "%s%s", i ? ", " : "", date_to_iso(dates[i].day, day));
		if (dates[i].why)
			at += (size_t)snprintf(out + at, 1000 - at, " for %s: %s", date_to_iso(dates[i].asked, asked),
					       dates[i].why);
	}
	return out;
}

static void a_run_never_passes_its_limit(void **state)
{
	static const struct {
		const char *first, *review, *dates;
		int before_review;
		const char *why;
	} rows[] = {
		{"2026-05-21", "2026-08-01", "2026-05-21, 2026-07-02", 0, "as many as fit before the review"},
		{"2026-05-21", "2026-07-02", "2026-05-21", 0, "the review's own day is none of them"},
		{"2026-05-21", "2026-07-03", "2026-05-21, 2026-07-02", 0, "the day before it is"},
		{"2026-11-13", "2027-02-20", "2026-11-13, 2026-12-23 for 2026-12-25: Christmas Day, 2027-02-03", 0,
		 "over Christmas and a closure to the working day before, and six weeks from there"},
		{"2026-11-12", "2027-01-01", "2026-11-12, 2026-12-23 for 2026-12-24: Council closed", 0, "a closure"},
		{"2026-04-13", "2026-06-24", "2026-04-13, 2026-05-22 for 2026-05-25: Spring bank holiday", 0,
		 "over a weekend back to the Friday"},
		{"2026-05-21", "2026-08-01", "2026-05-21, 2026-07-02, 2026-07-20", 10,
		 "the last ten working days before the review, where the profile says so"},
		{"2026-05-21", "2026-07-16", "2026-05-21, 2026-07-02", 10, "the last is on that day already"},
		{"2026-05-21", "2026-05-28", "2026-05-21", 10, "that day is past: the first stands"},
	};
	char words[1000];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		policy.core_group_before_review_wd = rows[i].before_review;
		if (strcmp(run_words(rows[i].first, rows[i].review, words), rows[i].dates) != 0)
			fail_msg("%s: %s", rows[i].why, words);
	}
	policy.rules[RULE_CORE_GROUP_NEXT].in_force = false;
	assert_string_equal(run_words("2026-05-21", "2027-01-01", words), "2026-05-21");
}

/* Each within six weeks of the one before, on a working day, before the review; and there is no room for one more. */
static void any_run_keeps_the_interval(void **state)
{
	(void)state;
	for (day_number first = date_from_iso("2025-01-01"); first < date_from_iso("2027-01-01"); first++) {
		struct core_group_date dates[CORE_GROUP_RUN_MOST];
		day_number review = first + 40 + first % 190;
		size_t count = core_group_lay(first, review, &policy, &calendar, dates);

		assert_in_range(count, 1, CORE_GROUP_RUN_MOST);
		assert_true(dates[count - 1].day + 42 >= review);
		for (size_t i = 1; i < count; i++) {
			assert_true(dates[i].day > dates[i - 1].day && dates[i].day <= dates[i - 1].day + 42);
			assert_true(dates[i].day < review);
			assert_true(working_day_is(dates[i].day, &calendar, COUNT_LOCAL));
			assert_true((dates[i].why != NULL) == (dates[i].day != dates[i].asked));
		}
	}
}

static void a_strip_is_drawn_to_scale(void **state)
{
	static const struct {
		const char *held, *due, *booked;
		int columns;
		const char *strip, *why;
	} rows[] = {
		{"2026-03-18", "2026-04-29", "", 12, "····|--····", "a column a week, to the day it is due"},
		{"2026-03-18", "2026-04-29", "2026-04-15", 12, "····|--·x··", "the day booked"},
		{"2026-02-18", "2026-04-01", "", 12, "|------", "due today"},
		{"2026-01-05", "2026-02-16", "", 12, "|!!!!!!", "late since before it begins"},
		{"2026-02-25", "2026-03-18", "", 12, "·|--!!!", "late"},
		{"", "2026-04-17", "2026-04-09", 12, "-------x·", "never met, the first is booked"},
		{"", "2026-03-25", "", 12, "-----!!", "never met, and late"},
		{"", "", "", 12, "", "nothing is known"},
		{"2026-04-01", "2026-05-13", "", 12, "······|·····", "held today"},
		{"2026-03-18", "2026-04-29", "2026-08-01", 12, "····|--····x", "booked beyond the edge"},
		{"2026-03-18", "2026-04-29", "", 24, "········|----········", "twice as wide"},
	};
	char strip[CORE_GROUP_STRIP_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct core_group_time time = {.last_held = date_from_iso(rows[i].held),
						     .due = date_from_iso(rows[i].due),
						     .booked = date_from_iso(rows[i].booked),
						     .today = date_from_iso("2026-04-01")};

		if (strcmp(core_group_strip(&time, rows[i].columns, strip), rows[i].strip) != 0)
			fail_msg("%s: %s", rows[i].why, strip);
	}
	assert_true(strlen(core_group_strip(&(struct core_group_time){.last_held = date_from_iso("2027-01-01")}, 999,
					    strip)) < CORE_GROUP_STRIP_ROOM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(the_limit_counts_from_the_one_before, set_up),
		cmocka_unit_test_setup(a_run_never_passes_its_limit, set_up),
		cmocka_unit_test_setup(any_run_keeps_the_interval, set_up),
		cmocka_unit_test_setup(a_strip_is_drawn_to_scale, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
