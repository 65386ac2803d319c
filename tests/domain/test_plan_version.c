/* What a plan is made of: overdue actions, how two versions differ, the scale drawn. */
#include "domain/plan_version.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define DAY(text) date_from_iso(text)

static void every_text_has_its_words(void **state)
{
	struct plan_version plan = plan_version_blank();

	(void)state;
	for (int i = 0; i < PLAN_TEXT_COUNT; i++) {
		enum plan_text text = (enum plan_text)i;

		assert_string_equal(plan_text_of(&plan, text), "");
		*plan_text_in(&plan, text) = plan_text_token(text);
		assert_string_equal(plan_text_of(&plan, text), plan_text_token(text));
		assert_true(strlen(plan_text_label(text)) <= 20); /* the first column of the page */
		assert_true(*plan_text_hint(text));
	}
	assert_string_equal(plan.goals_long, "goals_long");
	assert_string_equal(plan_text_label(PLAN_TEXT_COUNT), "");
	assert_null(plan_text_in(&plan, PLAN_TEXT_COUNT));
}

static void an_action_is_overdue_when_its_day_is_gone(void **state)
{
	static const struct {
		const char *by;
		enum plan_action_state standing;
		bool is_overdue;
		const char *why;
	} rows[] = {
		{"2026-03-31", PLAN_ACTION_OPEN, true, "yesterday"},
		{"2026-04-01", PLAN_ACTION_OPEN, false, "today is its day"},
		{"2026-03-31", PLAN_ACTION_PARTLY, true, "half of it is not it"},
		{"2026-03-31", PLAN_ACTION_DONE, false, "it was done"},
		{"2026-03-31", PLAN_ACTION_DROPPED, false, "nobody needs it"},
		{NULL, PLAN_ACTION_OPEN, false, "it goes on as long as the plan"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_action action = plan_action_blank();

		action.state = rows[i].standing;
		action.by_on = rows[i].by ? DAY(rows[i].by) : DAY_NONE;
		if (plan_action_is_overdue(&action, DAY("2026-04-01")) != rows[i].is_overdue)
			fail_msg("%s", rows[i].why);
	}
}

static void a_child_sees_its_own_and_those_of_all(void **state)
{
	struct plan_action action = plan_action_blank();

	(void)state;
	assert_true(plan_action_is_for(&action, 7));
	action.person_id = 7;
	assert_true(plan_action_is_for(&action, 7));
	assert_true(plan_action_is_for(&action, 0));
	assert_false(plan_action_is_for(&action, 8));
}

static void texts_differ(void **state)
{
	static const struct {
		const char *before, *now;
		enum plan_change change;
	} rows[] = {
		{"", "", PLAN_CHANGE_SAME},       {"a", "a", PLAN_CHANGE_SAME},    {"", "a", PLAN_CHANGE_ADDED},
		{"a", "", PLAN_CHANGE_TAKEN_OUT}, {"a", "b", PLAN_CHANGE_CHANGED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(plan_text_change(rows[i].before, rows[i].now), rows[i].change);
	for (int i = 0; i < PLAN_CHANGE_COUNT; i++) {
		assert_int_equal(strlen(plan_change_mark((enum plan_change)i)), 1); /* told apart without colour */
		assert_true(*plan_change_label((enum plan_change)i));
	}
}

static void an_action_is_found_again(void **state)
{
	struct plan_action before[] = {plan_action_blank(), plan_action_blank()}, now = plan_action_blank();
	const struct plan_action_list all = {.items = before, .count = 2};

	(void)state;
	before[0].id = 11;
	before[0].what = "See the GP";
	before[1].id = 12;
	before[1].what = "a bed";
	now.what = "see the gp";
	assert_ptr_equal(plan_action_match(&all, &now), &before[0]); /* by its words */
	now.earlier_id = 12;
	assert_ptr_equal(plan_action_match(&all, &now), &before[1]); /* whatever it is called now */
	now.earlier_id = 99;
	now.what = "another";
	assert_null(plan_action_match(&all, &now));
	assert_int_equal(plan_action_change(NULL, &now), PLAN_CHANGE_ADDED);
	assert_int_equal(plan_action_change(&now, &now), PLAN_CHANGE_SAME);
	assert_int_equal(plan_action_change(&before[0], &now), PLAN_CHANGE_CHANGED);
}

static void a_helper_is_found_again(void **state)
{
	struct plan_network before[] = {plan_network_blank(), plan_network_blank()}, now = plan_network_blank();
	const struct plan_network_list all = {.items = before, .count = 2};

	(void)state;
	before[0].name = "Joy Bell";
	before[1].name = "Nana";
	before[1].person_id = 5;
	now.name = "joy bell";
	assert_ptr_equal(plan_network_match(&all, &now), &before[0]);
	now.name = "Grace Bell";
	now.person_id = 5;
	assert_ptr_equal(plan_network_match(&all, &now), &before[1]); /* the same person by another name */
	now.does = "has a key";
	assert_int_equal(plan_network_change(&before[1], &now), PLAN_CHANGE_CHANGED);
	assert_int_equal(plan_network_change(NULL, &now), PLAN_CHANGE_ADDED);
}

static void a_scale_is_drawn(void **state)
{
	char strip[PLAN_SCALE_ROOM];

	(void)state;
	assert_string_equal(plan_scale_strip(0, strip), "··········");
	assert_string_equal(plan_scale_strip(6, strip), "######····");
	assert_string_equal(plan_scale_strip(10, strip), "##########");
	assert_string_equal(plan_scale_strip(-1, strip), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_has_its_words),
		cmocka_unit_test(an_action_is_overdue_when_its_day_is_gone),
		cmocka_unit_test(a_child_sees_its_own_and_those_of_all),
		cmocka_unit_test(texts_differ),
		cmocka_unit_test(an_action_is_found_again),
		cmocka_unit_test(a_helper_is_found_again),
		cmocka_unit_test(a_scale_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
