/* By when the next review of a plan is held. */
#include "bank_holidays.h"
#include "domain/review.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct policy policy;
static struct holiday holidays[BANK_HOLIDAY_COUNT];
static struct working_calendar calendar;

static int set_up(void **state)
{
	const struct rule first = {.in_force = true, .n = 3, .unit = UNIT_MONTHS},
			  next = {.in_force = true, .n = 6, .unit = UNIT_MONTHS};

	(void)state;
	bank_holidays_into(&calendar, holidays);
	policy.rules[RULE_REVIEW_FIRST] = policy.national[RULE_REVIEW_FIRST] = first;
	policy.rules[RULE_REVIEW_NEXT] = policy.national[RULE_REVIEW_NEXT] = next;
	policy.rules[RULE_REVIEW_AFTER_BIRTH] = (struct rule){.in_force = true, .n = 10, .unit = UNIT_WORKING_DAYS};
	policy.national[RULE_REVIEW_FIRST].statutory = policy.national[RULE_REVIEW_NEXT].statutory = true;
	return 0;
}

static day_number day(const char *iso)
{
	return *iso ? date_from_iso(iso) : DAY_NONE;
}

static void one_limit_for_each_plan(void **state)
{
	static const struct {
		const char *why, *initial, *last, *born, *brought;
		enum rule_key rule;
		const char *trigger, *due, *limit;
	} rows[] = {
		{"three months of the conference", "2026-01-15", "", "", "", RULE_REVIEW_FIRST, "2026-01-15",
		 "2026-04-15", "2026-04-15"},
		{"six months of the last review", "2025-06-10", "2026-03-02", "", "", RULE_REVIEW_NEXT, "2026-03-02",
		 "2026-09-02", "2026-09-02"},
		{"ten working days of the birth, over Easter; the three months stay the national limit", "2026-02-16",
		 "", "2026-03-25", "", RULE_REVIEW_AFTER_BIRTH, "2026-03-25", "2026-04-10", "2026-05-16"},
		{"born days before the three months are over: they are sooner", "2026-01-05", "", "2026-03-30", "",
		 RULE_REVIEW_FIRST, "2026-01-05", "2026-04-05", "2026-04-05"},
		{"both on one day: the plan's own", "2026-01-15", "", "2026-03-30", "", RULE_REVIEW_FIRST, "2026-01-15",
		 "2026-04-15", "2026-04-15"},
		{"brought forward: the law's limit stays", "2026-01-15", "", "", "2026-02-20", RULE_REVIEW_FIRST,
		 "2026-01-15", "2026-02-20", "2026-04-15"},
		{"never later than it is", "2026-01-15", "", "", "2026-06-01", RULE_REVIEW_FIRST, "2026-01-15",
		 "2026-04-15", "2026-04-15"},
		{"after a birth and brought forward", "2026-02-16", "", "2026-03-25", "2026-04-02",
		 RULE_REVIEW_AFTER_BIRTH, "2026-03-25", "2026-04-02", "2026-05-16"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct review_course course = {.initial_on = day(rows[i].initial),
						     .last_review_on = day(rows[i].last),
						     .born_on = day(rows[i].born),
						     .brought_to = day(rows[i].brought)};
		struct review_limit got = review_next(&policy, &calendar, &course);

		if (got.rule != rows[i].rule || got.trigger_on != day(rows[i].trigger) ||
		    got.due_on != day(rows[i].due) || got.limit_on != day(rows[i].limit))
			fail_msg("%s: %s", rows[i].why, rule_token(got.rule));
	}
}

static void a_policy_without_the_rules_owes_nothing(void **state)
{
	static const struct policy nothing;
	const struct review_course course = {.initial_on = date_from_iso("2026-01-15"),
					     .last_review_on = DAY_NONE,
					     .born_on = DAY_NONE,
					     .brought_to = date_from_iso("2026-02-01")};

	(void)state;
	assert_int_equal(review_next(&nothing, &calendar, &course).due_on, DAY_NONE);
}

static void words_go_there_and_back(void **state)
{
	(void)state;
	for (int i = 0; i < EARLY_TRIGGER_COUNT; i++) {
		enum early_trigger found;

		assert_true(early_trigger_from_token(early_trigger_token((enum early_trigger)i), &found));
		assert_int_equal(found, i);
	}
	assert_string_equal(early_trigger_token(EARLY_TRIGGER_COUNT), "");
	assert_string_equal(legal_status_label(LEGAL_STATUS_REMAND), "remanded");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_limit_for_each_plan),
		cmocka_unit_test(a_policy_without_the_rules_owes_nothing),
		cmocka_unit_test(words_go_there_and_back),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
