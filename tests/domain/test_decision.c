/* Words of decisions lead back, and each type of conference decides what practice lets it decide. */
#include "domain/decision.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void tokens_and_labels_lead_back(void **state)
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
	}                                                                                                              \
	assert_string_equal(type##_token((enum type)(count)), "");                                                     \
	assert_string_equal(type##_label((enum type) - 1), "")
	LEADS_BACK(outcome, OUTCOME_COUNT);
	LEADS_BACK(plan_end_reason, PLAN_END_COUNT);
	LEADS_BACK(participation, PARTICIPATION_COUNT);
	LEADS_BACK(opinion, OPINION_COUNT);
	LEADS_BACK(recommendation_kind, RECOMMENDATION_COUNT);
	LEADS_BACK(attendance_state, ATTENDANCE_COUNT);
#undef LEADS_BACK
}

static void one_key_records_how_somebody_was_there(void **state)
{
	static const struct {
		char key;
		enum attendance_state means;
		bool is_present;
	} rows[] = {
		{'r', ATTENDANCE_ROOM, true},       {'v', ATTENDANCE_VIDEO, true},   {'t', ATTENDANCE_TELEPHONE, true},
		{'d', ATTENDANCE_DEPUTY, true}, /* somebody of the agency is there */
		{'a', ATTENDANCE_APOLOGIES, false}, {'n', ATTENDANCE_ABSENT, false}, {'x', ATTENDANCE_EXCLUDED, false},
	};
	enum attendance_state got;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(attendance_state_from_key(rows[i].key, &got));
		assert_int_equal(got, rows[i].means);
		assert_int_equal(attendance_is_present(got), rows[i].is_present);
	}
	assert_false(attendance_state_from_key('q', &got));
	assert_false(attendance_state_from_key('\0', &got)); /* "not recorded" has no key */
	assert_false(attendance_is_present(ATTENDANCE_NONE));
}

/* Every outcome against every type of conference: I, R or both; a repeated conference by the type it repeats. */
static void a_conference_decides_what_its_type_allows(void **state)
{
	static const struct {
		enum conference_type type, of;
		const char *possible; /* plan made, in need, early help, referred, none, continues, ends, adjourned */
		const char *why;
	} rows[] = {
		{CONFERENCE_INITIAL, CONFERENCE_TYPE_COUNT, "yyyyynny", "makes a plan or none"},
		{CONFERENCE_PRE_BIRTH, CONFERENCE_TYPE_COUNT, "yyyyynny", "as an initial one"},
		{CONFERENCE_TRANSFER_IN, CONFERENCE_TYPE_COUNT, "yyyyynny", "as an initial one"},
		{CONFERENCE_REVIEW, CONFERENCE_INITIAL, "nnnnnyyy", "continues or ends what there is"},
		{CONFERENCE_RECONVENED, CONFERENCE_INITIAL, "yyyyynny",
		 "decides what the first sitting was called for"},
		{CONFERENCE_RECONVENED, CONFERENCE_REVIEW, "nnnnnyyy", "decides what the first sitting was called for"},
		{CONFERENCE_SECOND, CONFERENCE_REVIEW, "yyyyyyyy", "decides about what stands by now"},
		{CONFERENCE_SECOND, CONFERENCE_INITIAL, "yyyyyyyy", "the plan that was made goes on, or ends"},
		{CONFERENCE_SECOND, CONFERENCE_RECONVENED, "yyyyyyyy", "what was repeated there is not known here"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(outcome_is_possible(OUTCOME_NONE, rows[i].type, rows[i].of));
		assert_int_equal(strlen(rows[i].possible), OUTCOME_COUNT - 1);
		for (int o = 1; o < OUTCOME_COUNT; o++)
			if (outcome_is_possible((enum outcome)o, rows[i].type, rows[i].of) !=
			    (rows[i].possible[o - 1] == 'y'))
				fail_msg("%s of row %zu (%s)", outcome_label((enum outcome)o), i, rows[i].why);
	}
	assert_false(outcome_is_possible(OUTCOME_COUNT, CONFERENCE_INITIAL, CONFERENCE_INITIAL));
}

static void after_two_outcomes_a_plan_is_open(void **state)
{
	(void)state;
	for (int o = 0; o < OUTCOME_COUNT; o++)
		assert_int_equal(outcome_makes_plan((enum outcome)o),
				 o == OUTCOME_PLAN_MADE || o == OUTCOME_PLAN_CONTINUES);
}

static void some_plans_end_without_a_conference(void **state)
{
	(void)state;
	assert_true(plan_end_is_by_conference(PLAN_END_NO_RISK));
	assert_true(plan_end_is_by_conference(PLAN_END_LOOKED_AFTER));
	assert_true(plan_end_is_by_conference(PLAN_END_ORDER));
	for (int reason = PLAN_END_MOVED; reason < PLAN_END_COUNT; reason++)
		assert_false(plan_end_is_by_conference((enum plan_end_reason)reason));
	assert_false(plan_end_is_by_conference(PLAN_END_NONE));
}

static void blank_says_nothing(void **state)
{
	struct child_decision decision = child_decision_blank();

	(void)state;
	assert_int_equal(decision.scale, -1);
	assert_int_equal(decision.category, CATEGORY_COUNT);
	assert_string_equal(category_token(decision.category), "");
	assert_string_equal(decision.reasons, "");
}

static void that_only_a_court_removes_a_child_is_said(void **state)
{
	(void)state;
	assert_non_null(strstr(conference_cannot_remove, "only a court"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_and_labels_lead_back),
		cmocka_unit_test(one_key_records_how_somebody_was_there),
		cmocka_unit_test(a_conference_decides_what_its_type_allows),
		cmocka_unit_test(after_two_outcomes_a_plan_is_open),
		cmocka_unit_test(some_plans_end_without_a_conference),
		cmocka_unit_test(blank_says_nothing),
		cmocka_unit_test(that_only_a_court_removes_a_child_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
