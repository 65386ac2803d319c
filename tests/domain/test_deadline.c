/* Every rule for every day of 2015 to 2028 against a calendar that is built and counted day by day, and the worked
 * examples. */
#include "domain/policy.h"

#include "bank_holidays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The figures, written down here once more by hand: this test must not read what it checks. */
static const struct {
	enum rule_key key;
	int n;
	enum rule_unit unit;
	bool before, statutory;
} figures[] = {
	{RULE_ICPC, 15, UNIT_WORKING_DAYS, false, true},
	{RULE_TRANSFER_IN, 15, UNIT_WORKING_DAYS, false, true},
	{RULE_PREBIRTH, 10, UNIT_WEEKS, true, false},
	{RULE_INQUORATE_REBOOK, 10, UNIT_WORKING_DAYS, false, false},
	{RULE_COMPLAINT_SECOND, 20, UNIT_WORKING_DAYS, false, false},
	{RULE_INVITE_INITIAL, 7, UNIT_WORKING_DAYS, true, false},
	{RULE_INVITE_REVIEW, 20, UNIT_WORKING_DAYS, true, false},
	{RULE_REVIEW_UPDATE, 30, UNIT_WORKING_DAYS, true, false},
	{RULE_POLICE_NOTICE, 7, UNIT_WORKING_DAYS, true, false},
	{RULE_CHANGE_NOTICE, 0, UNIT_DAYS, false, false},
	{RULE_REPLIES, 3, UNIT_WORKING_DAYS, true, false},
	{RULE_EXCLUSION_REQUEST, 3, UNIT_WORKING_DAYS, true, false},
	{RULE_REPORT_INITIAL, 2, UNIT_WORKING_DAYS, true, false},
	{RULE_REPORT_REVIEW, 5, UNIT_WORKING_DAYS, true, false},
	{RULE_REPORT_MANAGER_INITIAL, 4, UNIT_DAYS, true, false},
	{RULE_REPORT_MANAGER_REVIEW, 4, UNIT_DAYS, true, false},
	{RULE_REPORT_CHAIR_INITIAL, 2, UNIT_WORKING_DAYS, true, false},
	{RULE_REPORT_CHAIR_REVIEW, 5, UNIT_WORKING_DAYS, true, false},
	{RULE_REPORT_FAMILY_INITIAL, 3, UNIT_WORKING_DAYS, true, false},
	{RULE_REPORT_FAMILY_REVIEW, 5, UNIT_WORKING_DAYS, true, false},
	{RULE_BUNDLE, 1, UNIT_WORKING_DAYS, true, false},
	{RULE_DECISION_LETTER, 1, UNIT_WORKING_DAYS, false, false},
	{RULE_PLAN_ISSUE, 0, UNIT_DAYS, false, false},
	{RULE_RECORD_APPROVE, 5, UNIT_WORKING_DAYS, false, false},
	{RULE_RECORD_DISTRIBUTE, 15, UNIT_WORKING_DAYS, false, false},
	{RULE_CORE_GROUP_FIRST, 10, UNIT_WORKING_DAYS, false, true},
	{RULE_CORE_GROUP_NEXT, 6, UNIT_WEEKS, false, false},
	{RULE_VISIT, 10, UNIT_WORKING_DAYS, false, false},
	{RULE_REVIEW_FIRST, 3, UNIT_MONTHS, false, true},
	{RULE_REVIEW_NEXT, 6, UNIT_MONTHS, false, true},
	{RULE_REVIEW_AFTER_BIRTH, 10, UNIT_WORKING_DAYS, false, false},
	{RULE_TRANSFER_OUT, 15, UNIT_WORKING_DAYS, false, false},
	{RULE_COMES_OF_AGE, 0, UNIT_DAYS, false, false},
	{RULE_COMPLAINT_RAISE, 28, UNIT_DAYS, false, false},
	{RULE_COMPLAINT_ACKNOWLEDGE, 5, UNIT_WORKING_DAYS, false, false},
	{RULE_COMPLAINT_CHAIR_CONTACT, 14, UNIT_DAYS, false, false},
	{RULE_COMPLAINT_ANSWER, 20, UNIT_WORKING_DAYS, false, false},
	{RULE_ESCALATION_1, 5, UNIT_WORKING_DAYS, false, false},
	{RULE_ESCALATION_2, 5, UNIT_WORKING_DAYS, false, false},
	{RULE_ESCALATION_3, 10, UNIT_WORKING_DAYS, false, false},
	{RULE_PLAN_ACTION, 0, UNIT_DAYS, false, false},
};

_Static_assert(sizeof figures / sizeof *figures == RULE_COUNT, "every rule is tried");

/* A calendar of its own: one entry a day from 1 January 2013, made by counting. */
enum { FIRST_YEAR = 2013, LAST_YEAR = 2030, DAYS_ROOM = 366 * (LAST_YEAR - FIRST_YEAR + 1) };

static struct naive_day {
	int year, month, day, weekday; /* 0 = Monday */
	char iso[DATE_TEXT_ROOM];
	bool works_nationally, works_locally;
} days[DAYS_ROOM];
static int day_count;
static day_number first_day;

static struct policy policy;
static struct holiday national[BANK_HOLIDAY_COUNT];
static struct holiday closed[] = {
	{0, "Council closed"}, {0, "Council closed"}, {0, "Staff day"}, {0, "Council closed"}};
static const char *const closed_days[] = {"2016-12-29", "2020-12-31", "2023-06-14", "2026-12-29"};
static struct working_calendar calendar;

static int naive_month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && year % 4 == 0 ? 29 : lengths[month - 1]; /* no century falls in these years */
}

static bool is_bank_holiday(const char *iso)
{
	for (size_t i = 0; i < BANK_HOLIDAY_COUNT; i++)
		if (strcmp(bank_holidays[i].iso, iso) == 0)
			return true;
	return false;
}

static bool is_closed(const char *iso)
{
	for (size_t i = 0; i < sizeof closed_days / sizeof *closed_days; i++)
		if (strcmp(closed_days[i], iso) == 0)
			return true;
	return false;
}

static void build_days(void)
{
	struct naive_day at = {.year = FIRST_YEAR, .month = 1, .day = 1, .weekday = 1}; /* a Tuesday */

	for (day_count = 0; at.year <= LAST_YEAR; day_count++) {
		snprintf(at.iso, sizeof at.iso, "%04d-%02d-%02d", at.year, at.month, at.day);
		at.works_nationally = at.weekday < 5 && !is_bank_holiday(at.iso);
		at.works_locally = at.works_nationally && !is_closed(at.iso);
		days[day_count] = at;
		at.weekday = (at.weekday + 1) % 7;
		if (++at.day > naive_month_length(at.year, at.month)) {
			at.day = 1;
			at.month = at.month % 12 + 1;
			at.year += at.month == 1;
		}
	}
}

static int set_up(void **state)
{
	(void)state;
	build_days();
	first_day = date_from_iso("2013-01-01");
	bank_holidays_into(&calendar, national);
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		closed[i].day = date_from_iso(closed_days[i]);
	calendar.closures = (struct holiday_list){closed, sizeof closed / sizeof *closed};
	for (size_t i = 0; i < RULE_COUNT; i++)
		policy.rules[figures[i].key] = (struct rule){.in_force = true,
							     .n = figures[i].n,
							     .unit = figures[i].unit,
							     .before = figures[i].before,
							     .statutory = figures[i].statutory};
	memcpy(policy.national, policy.rules, sizeof policy.national);
	return 0;
}

static int naive_months(int from, int months)
{
	int month = days[from].year * 12 + days[from].month - 1 + months;
	int length = naive_month_length(month / 12, month % 12 + 1);
	int day = days[from].day < length ? days[from].day : length;
	int step = months < 0 ? -1 : 1;

	while (days[from].year != month / 12 || days[from].month != month % 12 + 1 || days[from].day != day)
		from += step;
	return from;
}

/* n working days on, one day at a time; the day set out from is not counted. */
static int naive_working_days(int from, int n, int step, bool local)
{
	while (n > 0) {
		from += step;
		n -= local ? days[from].works_locally : days[from].works_nationally;
	}
	return from;
}

static int naive_count(const struct rule *rule, int from, bool local)
{
	int step = rule->before ? -1 : 1;
	int n = rule->inclusive && rule->n > 0 && rule->unit != UNIT_MONTHS && rule->unit != UNIT_WEEKS ? rule->n - 1
													: rule->n;
	int shorter = rule->inclusive && rule->n > 0 ? step : 0;

	switch (rule->unit) {
	case UNIT_WORKING_DAYS: return naive_working_days(from, n, step, local);
	case UNIT_DAYS: return from + step * n;
	case UNIT_WEEKS: return from + step * n * 7 - shorter;
	case UNIT_MONTHS: return naive_months(from, step * n) - shorter;
	case RULE_UNIT_COUNT: break;
	}
	return -1;
}

static void assert_day(day_number got, int wanted, enum rule_key key, int from, const char *what)
{
	char iso[DATE_TEXT_ROOM];

	if (got != first_day + wanted)
		fail_msg("%s from %s: %s is %s, by counting %s", rule_token(key), days[from].iso, what,
			 date_to_iso(got, iso), days[wanted].iso);
}

static void every_rule_on_every_day_agrees_with_counting(void **state)
{
	int tried = 0;

	(void)state;
	for (int from = 0; from < day_count; from++) {
		if (days[from].year < 2015 || days[from].year > 2028)
			continue;
		assert_int_equal(date_from_iso(days[from].iso), first_day + from);
		for (int key = 0; key < RULE_COUNT; key++) {
			const struct rule *rule = &policy.rules[key];
			struct deadline_dates got = deadline_compute(&policy, &calendar, (enum rule_key)key,
								     first_day + from);

			assert_day(got.due, naive_count(rule, from, true), (enum rule_key)key, from, "due");
			if (rule->statutory)
				assert_day(got.limit, naive_count(rule, from, false), (enum rule_key)key, from,
					   "the limit");
			else
				assert_int_equal(got.limit, DAY_NONE);
			tried++;
		}
	}
	assert_int_equal(tried, 5114 * RULE_COUNT); /* fourteen years, leap days in 2016, 2020, 2024 and 2028 */
}

/* A profile may write any rule in any unit, either way and with its own day counted. */
static void every_shape_of_rule_agrees_with_counting(void **state)
{
	static const int counts[] = {0, 1, 2, 7, 13, 20};
	struct policy local = policy;

	(void)state;
	for (int shape = 0; shape < RULE_UNIT_COUNT * 4 * 6; shape++) {
		struct rule *rule = &local.rules[RULE_VISIT];

		*rule = (struct rule){.in_force = true,
				      .n = counts[shape / (RULE_UNIT_COUNT * 4)],
				      .unit = (enum rule_unit)(shape % RULE_UNIT_COUNT),
				      .before = shape / RULE_UNIT_COUNT % 2,
				      .inclusive = shape / RULE_UNIT_COUNT / 2 % 2};
		for (int from = 0; from < day_count; from += 3) {
			if (days[from].year < 2015 || days[from].year > 2028)
				continue;
			assert_day(deadline_compute(&local, &calendar, RULE_VISIT, first_day + from).due,
				   naive_count(rule, from, true), RULE_VISIT, from, "due");
		}
	}
}

static void worked_examples_hold(void **state)
{
	static const struct {
		const char *why;
		enum rule_key key;
		const char *trigger, *due, *limit;
	} rows[] = {
		{"a Monday, no holiday between", RULE_ICPC, "2026-03-02", "2026-03-23", "2026-03-23"},
		{"Good Friday and Easter Monday fall out", RULE_ICPC, "2026-03-26", "2026-04-20", "2026-04-20"},
		{"a discussion on a Saturday is day 0", RULE_ICPC, "2026-03-07", "2026-03-27", "2026-03-27"},
		{"25 and 28 December and 1 January fall out; a closure moves due, not the limit", RULE_CORE_GROUP_FIRST,
		 "2026-12-18", "2027-01-07", "2027-01-06"},
		{"30 November + 3 months is clamped, and stays on its Sunday", RULE_REVIEW_FIRST, "2026-11-30",
		 "2027-02-28", "2027-02-28"},
		{"31 August + 6 months in a leap year", RULE_REVIEW_NEXT, "2027-08-31", "2028-02-29", "2028-02-29"},
		{"two working days before a Monday are a Thursday", RULE_REPORT_INITIAL, "2026-03-09", "2026-03-05",
		 ""},
		{"the plan leaves the room with the people", RULE_PLAN_ISSUE, "2026-03-09", "2026-03-09", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct deadline_dates got = deadline_compute(&policy, &calendar, rows[i].key,
							     date_from_iso(rows[i].trigger));
		char due[DATE_TEXT_ROOM], limit[DATE_TEXT_ROOM];

		if (strcmp(date_to_iso(got.due, due), rows[i].due) != 0 ||
		    strcmp(date_to_iso(got.limit, limit), rows[i].limit) != 0)
			fail_msg("%s: due %s, limit %s", rows[i].why, due, limit);
	}
}

static void a_looser_local_rule_leaves_the_national_limit(void **state)
{
	struct policy local = policy;
	struct deadline_dates got;

	(void)state;
	local.rules[RULE_REVIEW_FIRST] = (struct rule){.in_force = true, .n = 90, .unit = UNIT_DAYS};
	got = deadline_compute(&local, &calendar, RULE_REVIEW_FIRST, date_from_iso("2026-02-01"));
	assert_int_equal(got.due, date_from_iso("2026-05-02"));
	assert_int_equal(got.limit, date_from_iso("2026-05-01"));
	local.rules[RULE_REVIEW_FIRST].in_force = false;
	got = deadline_compute(&local, &calendar, RULE_REVIEW_FIRST, date_from_iso("2026-02-01"));
	assert_int_equal(got.due, DAY_NONE);
	assert_int_equal(got.limit, date_from_iso("2026-05-01"));
}

static void no_trigger_or_no_rule_gives_no_date(void **state)
{
	struct deadline_dates got = deadline_compute(&policy, &calendar, RULE_ICPC, DAY_NONE);

	(void)state;
	assert_int_equal(got.due, DAY_NONE);
	assert_int_equal(got.limit, DAY_NONE);
	got = deadline_compute(&policy, &calendar, RULE_COUNT, first_day);
	assert_int_equal(got.due, DAY_NONE);
	assert_int_equal(got.limit, DAY_NONE);
	got = deadline_compute(&policy, &calendar, RULE_REVIEW_NEXT, date_from_iso("2200-12-01"));
	assert_int_equal(got.due, DAY_NONE);
	got = deadline_compute(&policy, &calendar, RULE_PREBIRTH, date_from_iso("1900-01-05"));
	assert_int_equal(got.due, DAY_NONE);
	got = deadline_compute(&policy, &calendar, RULE_COMPLAINT_RAISE, INT32_MAX);
	assert_int_equal(got.due, DAY_NONE);
}

static void states_turn_on_the_right_day(void **state)
{
	static const struct {
		const char *why, *due, *today;
		int soon;
		enum deadline_state wanted;
	} rows[] = {
		{"the day after due is late", "2026-03-23", "2026-03-24", 10, DEADLINE_LATE},
		{"due on Friday is late on Saturday", "2026-03-20", "2026-03-21", 10, DEADLINE_LATE},
		{"the day itself", "2026-03-23", "2026-03-23", 10, DEADLINE_TODAY},
		{"tomorrow", "2026-03-24", "2026-03-23", 10, DEADLINE_SOON},
		{"the tenth working day", "2026-04-08", "2026-03-23", 10, DEADLINE_SOON},
		{"the eleventh working day", "2026-04-09", "2026-03-23", 10, DEADLINE_OK},
		{"nothing is soon within none", "2026-03-24", "2026-03-23", 0, DEADLINE_OK},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum deadline_state got = deadline_state(date_from_iso(rows[i].due), date_from_iso(rows[i].today),
							 &calendar, rows[i].soon);
		if (got != rows[i].wanted)
			fail_msg("%s: %s", rows[i].why, deadline_state_token(got));
	}
	assert_int_equal(deadline_state(DAY_NONE, first_day, &calendar, 10), DEADLINE_OK);
	assert_string_equal(deadline_state_token(DEADLINE_LATE), "late");
	assert_string_equal(deadline_state_token(DEADLINE_TODAY), "today");
	assert_string_equal(deadline_state_token(DEADLINE_SOON), "soon");
	assert_string_equal(deadline_state_token(DEADLINE_OK), "ok");
}

static void rules_read_as_words(void **state)
{
	static const struct {
		enum rule_key key;
		struct rule rule;
		const char *words;
	} rows[] = {
		{RULE_ICPC, {.in_force = true, .n = 15}, "strategy discussion + 15 working days"},
		{RULE_BUNDLE, {.in_force = true, .n = 1, .before = true}, "conference - 1 working day"},
		{RULE_CORE_GROUP_NEXT, {.in_force = true, .n = 6, .unit = UNIT_WEEKS}, "core group held + 6 weeks"},
		{RULE_REVIEW_FIRST, {.in_force = true, .n = 3, .unit = UNIT_MONTHS}, "initial conference + 3 months"},
		{RULE_PLAN_ISSUE, {.in_force = true, .n = 0, .unit = UNIT_DAYS}, "conference, the same day"},
		{RULE_VISIT,
		 {.in_force = true, .n = 10, .inclusive = true},
		 "visit + 10 working days, that day counted"},
		{RULE_VISIT, {.in_force = false}, "no limit set"},
	};
	char words[RULE_WORDS_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(rule_words(rows[i].key, &rows[i].rule, words), rows[i].words);
}

static void tokens_find_their_rows_again(void **state)
{
	enum lane lane;
	enum rule_key rule;

	(void)state;
	for (int i = 0; i < LANE_COUNT; i++) {
		assert_true(lane_from_token(lane_token((enum lane)i), &lane) && (int)lane == i);
		assert_true(lane_from_token(lane_label((enum lane)i), &lane) && (int)lane == i);
	}
	assert_true(lane_from_token("CORE-GROUPS", &lane) && lane == LANE_CORE_GROUPS);
	assert_false(lane_from_token("", &lane));
	assert_false(lane_from_token(NULL, &lane));
	for (int i = 0; i < RULE_COUNT; i++) {
		assert_true(rule_from_token(rule_token((enum rule_key)i), &rule) && (int)rule == i);
		assert_true(*rule_label((enum rule_key)i) && *trigger_label(rule_trigger((enum rule_key)i)));
		assert_true(rule_lane((enum rule_key)i) < LANE_COUNT);
	}
	assert_false(rule_from_token("ICPC", &rule)); /* a key is a contract, spelt one way */
	assert_false(rule_from_token(NULL, &rule));
	assert_string_equal(rule_token(RULE_COUNT), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_on_every_day_agrees_with_counting),
		cmocka_unit_test(every_shape_of_rule_agrees_with_counting),
		cmocka_unit_test(worked_examples_hold),
		cmocka_unit_test(a_looser_local_rule_leaves_the_national_limit),
		cmocka_unit_test(no_trigger_or_no_rule_gives_no_date),
		cmocka_unit_test(states_turn_on_the_right_day),
		cmocka_unit_test(rules_read_as_words),
		cmocka_unit_test(tokens_find_their_rows_again),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
