/* How a child stands on the list on a day, and the words of an enquiry to it. */
#include "domain/plan_list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void tokens_lead_back(void **state)
{
	(void)state;
#define LEADS_BACK(type, count)                                                                                        \
	for (int i = 0; i < (count); i++) {                                                                            \
		enum type by_token, by_label;                                                                          \
                                                                                                                       \
		assert_true(type##_from_token(type##_token((enum type)i), &by_token));                                 \
		assert_true(type##_from_token(type##_label((enum type)i), &by_label));                                 \
		assert_int_equal(by_token, i);                                                                         \
		assert_int_equal(by_label, i);                                                                         \
	}
	LEADS_BACK(list_standing, LIST_STANDING_COUNT)
	LEADS_BACK(list_check, LIST_CHECK_COUNT)
	LEADS_BACK(list_answer, LIST_ANSWER_COUNT)
#undef LEADS_BACK
}

static void a_known_voice_is_no_check(void **state)
{
	static const bool is_enough[LIST_CHECK_COUNT] = {
		[LIST_CHECK_CALL_BACK] = true, [LIST_CHECK_SECURE_MAIL] = true, [LIST_CHECK_IN_PERSON] = true};

	(void)state;
	for (int check = 0; check < LIST_CHECK_COUNT; check++)
		assert_int_equal(list_check_is_enough((enum list_check)check), is_enough[check]);
}

/* Three plans of one child: 10-19, 30-39, and from 50 on; days are numbers here. */
static void the_plan_of_a_day_tells_how_a_child_stands(void **state)
{
	static const struct {
		const char *why;
		size_t plans;
		day_number day;
		enum list_standing standing;
		int64_t plan;
	} rows[] = {
		{"never had one", 0, 10, LIST_NOT_LISTED, 0},
		{"the day before the first", 3, 9, LIST_LATER, 1},
		{"the day it starts", 3, 10, LIST_ON_PLAN, 1},
		{"the last day of it", 3, 19, LIST_ON_PLAN, 1},
		{"the day it ends", 3, 20, LIST_ENDED, 1},
		{"between two: the one before", 3, 25, LIST_ENDED, 1},
		{"the second", 3, 30, LIST_ON_PLAN, 2},
		{"after the second", 2, 60, LIST_ENDED, 2},
		{"one that has not ended", 3, 60, LIST_ON_PLAN, 3},
	};
	struct plan plans[] = {{.id = 1, .started_on = 10, .ended_on = 20},
			       {.id = 2, .started_on = 30, .ended_on = 40},
			       {.id = 3, .started_on = 50, .ended_on = DAY_NONE}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int reversed = 0; reversed < 2; reversed++) {
			struct plan in_order[3];
			const struct plan_list list = {.items = in_order, .count = rows[i].plans};
			enum list_standing standing;
			const struct plan *plan;

			for (size_t k = 0; k < list.count; k++)
				in_order[k] = plans[reversed ? list.count - 1 - k : k];
			plan = list_plan_on(&list, rows[i].day, &standing);
			if (standing != rows[i].standing || (plan ? plan->id : 0) != rows[i].plan)
				fail_msg("%s: %s", rows[i].why, list_standing_label(standing));
		}
}

static void a_plan_of_ours_is_open_and_not_another_authority_s(void **state)
{
	enum { ADA = 1, KAI, SKYE };
	static const struct {
		const char *why;
		day_number ended_on;
		bool is_other_authority, is_ours;
	} rows[] = {
		{"open, and ours", DAY_NONE, false, true},
		{"open, and theirs: the child is here for a time", DAY_NONE, true, false},
		{"ours, and over", 40, false, false},
		{"theirs, and over", 40, true, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan plans[] = {{.id = 1, .person_id = ADA, .started_on = 5, .ended_on = 9},
				       {.id = 2, .person_id = KAI, .started_on = 5, .ended_on = DAY_NONE},
				       {.id = 3,
					.person_id = ADA,
					.started_on = 30,
					.ended_on = rows[i].ended_on,
					.is_other_authority = rows[i].is_other_authority}};
		const struct plan_list family = {.items = plans, .count = 3};

		if (plan_is_ours(&plans[2]) != rows[i].is_ours ||
		    plan_of_ours(&family, ADA) != (rows[i].is_ours ? &plans[2] : NULL))
			fail_msg("%s", rows[i].why);
		assert_ptr_equal(plan_of_ours(&family, KAI), &plans[1]);
		assert_null(plan_of_ours(&family, SKYE));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_lead_back),
		cmocka_unit_test(a_known_voice_is_no_check),
		cmocka_unit_test(the_plan_of_a_day_tells_how_a_child_stands),
		cmocka_unit_test(a_plan_of_ours_is_open_and_not_another_authority_s),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
