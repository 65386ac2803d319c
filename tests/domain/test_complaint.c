/* The words of complaints, and which step may be taken when. */
#include "domain/complaint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

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
	LEADS_BACK(complainant, COMPLAINANT_COUNT)
	LEADS_BACK(complaint_about, COMPLAINT_ABOUT_COUNT)
	LEADS_BACK(complaint_ground, COMPLAINT_GROUND_COUNT)
	LEADS_BACK(complaint_way, COMPLAINT_WAY_COUNT)
	LEADS_BACK(complaint_state, COMPLAINT_STATE_COUNT)
	LEADS_BACK(complaint_step, COMPLAINT_STEP_COUNT)
	LEADS_BACK(complaint_outcome, COMPLAINT_OUTCOME_COUNT)
#undef LEADS_BACK
}

/* Management, process, outcome and one agency: each can be complained of. */
static void each_ground_is_about_something(void **state)
{
	bool seen[COMPLAINT_ABOUT_COUNT + 1] = {false};

	(void)state;
	for (int i = 0; i < COMPLAINT_GROUND_COUNT; i++)
		seen[complaint_ground_about((enum complaint_ground)i)] = true;
	for (int i = 0; i < COMPLAINT_ABOUT_COUNT; i++)
		assert_true(seen[i]);
	assert_false(seen[COMPLAINT_ABOUT_COUNT]);
	assert_int_equal(complaint_ground_about(COMPLAINT_GROUND_COUNT), COMPLAINT_ABOUT_COUNT);
}

static void a_step_is_taken_where_it_belongs(void **state)
{
	static const struct {
		const char *why;
		enum complaint_ground ground;
		enum complaint_state state;
		int stage, stages;
		bool was_done;
		enum complaint_step step;
		const char *refusal; /* NULL: taken */
	} rows[] = {
		{"acknowledged", GROUND_NOT_HEARD, COMPLAINT_OPEN, 1, 3, false, COMPLAINT_STEP_ACKNOWLEDGE, NULL},
		{"not twice", GROUND_NOT_HEARD, COMPLAINT_OPEN, 1, 3, true, COMPLAINT_STEP_ACKNOWLEDGE, "already"},
		{"the chair speaks once for the register", GROUND_NOT_HEARD, COMPLAINT_OPEN, 1, 3, true,
		 COMPLAINT_STEP_SPEAK, "already"},
		{"the managers too", GROUND_NOT_HEARD, COMPLAINT_OPEN, 1, 3, true, COMPLAINT_STEP_RAISE, "already"},
		{"the second of two stages", GROUND_CATEGORY, COMPLAINT_OPEN, 1, 2, true, COMPLAINT_STEP_NEXT_STAGE,
		 NULL},
		{"no third of two", GROUND_CATEGORY, COMPLAINT_OPEN, 2, 2, false, COMPLAINT_STEP_NEXT_STAGE,
		 "last stage"},
		{"a third of three", GROUND_CATEGORY, COMPLAINT_OPEN, 2, 3, false, COMPLAINT_STEP_NEXT_STAGE, NULL},
		{"one agency answers for itself", GROUND_AGENCY, COMPLAINT_OPEN, 1, 3, false, COMPLAINT_STEP_SETTLE,
		 "pass it to them"},
		{"and is acknowledged all the same", GROUND_AGENCY, COMPLAINT_OPEN, 1, 3, false,
		 COMPLAINT_STEP_ACKNOWLEDGE, NULL},
		{"passed", GROUND_AGENCY, COMPLAINT_OPEN, 1, 3, false, COMPLAINT_STEP_PASS, NULL},
		{"the conference's is not passed", GROUND_CATEGORY, COMPLAINT_OPEN, 1, 3, false, COMPLAINT_STEP_PASS,
		 "the chair answers it"},
		{"settled is settled", GROUND_CATEGORY, COMPLAINT_SETTLED, 1, 3, false, COMPLAINT_STEP_WITHDRAW,
		 "nothing more"},
		{"withdrawn is withdrawn", GROUND_CATEGORY, COMPLAINT_WITHDRAWN, 1, 3, false, COMPLAINT_STEP_SETTLE,
		 "nothing more"},
		{"registering is no step of one that is there", GROUND_CATEGORY, COMPLAINT_OPEN, 1, 3, false,
		 COMPLAINT_STEP_REGISTER, "Choose"},
		{"no such step", GROUND_CATEGORY, COMPLAINT_OPEN, 1, 3, false, COMPLAINT_STEP_COUNT, "Choose"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct complaint c = complaint_blank();
		struct fault f = {0};
		bool ok;

		c.reference = "K-0001";
		c.ground = rows[i].ground;
		c.state = rows[i].state;
		c.stage = rows[i].stage;
		if (rows[i].was_done)
			c.acknowledged_on = c.spoke_on = c.raised_on = date_from_iso("2026-04-02");
		ok = complaint_step_check(&c, rows[i].step, rows[i].stages, &f);
		if (ok != !rows[i].refusal || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

static void only_what_was_upheld_goes_on(void **state)
{
	static const struct {
		const char *why;
		enum complaint_state state;
		enum complaint_outcome outcome;
		int stage, stages;
		enum complaint_step step;
		const char *refusal; /* NULL: taken */
	} rows[] = {
		{"upheld, they may go on", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_UPHELD, 1, 3, COMPLAINT_STEP_NEXT_STAGE,
		 NULL},
		{"and again", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_UPHELD, 2, 3, COMPLAINT_STEP_NEXT_STAGE, NULL},
		{"not beyond the last", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_UPHELD, 3, 3, COMPLAINT_STEP_NEXT_STAGE,
		 "no other"},
		{"nor beyond the last of two", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_UPHELD, 2, 2,
		 COMPLAINT_STEP_NEXT_STAGE, "no other"},
		{"nothing else is done about it", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_UPHELD, 1, 3,
		 COMPLAINT_STEP_SETTLE, "nothing more"},
		{"a second conference is what they asked for", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_SECOND_CONFERENCE,
		 1, 3, COMPLAINT_STEP_NEXT_STAGE, "nothing more"},
		{"an earlier review too", COMPLAINT_SETTLED, COMPLAINT_OUTCOME_REVIEW_FORWARD, 1, 3,
		 COMPLAINT_STEP_NEXT_STAGE, "nothing more"},
		{"withdrawn does not go on", COMPLAINT_WITHDRAWN, COMPLAINT_OUTCOME_COUNT, 1, 3,
		 COMPLAINT_STEP_NEXT_STAGE, "nothing more"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct complaint c = complaint_blank();
		struct fault f = {0};
		bool ok;

		c.reference = "K-0001";
		c.ground = GROUND_CATEGORY;
		c.state = rows[i].state;
		c.outcome = rows[i].outcome;
		c.stage = rows[i].stage;
		ok = complaint_step_check(&c, rows[i].step, rows[i].stages, &f);
		if (ok != !rows[i].refusal || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

static void two_stages_end_with_a_panel(void **state)
{
	(void)state;
	assert_string_equal(complaint_stage_label(1, 2), "the chair");
	assert_string_equal(complaint_stage_label(2, 2), "a panel");
	assert_string_equal(complaint_stage_label(2, 3), "a formal investigation");
	assert_string_equal(complaint_stage_label(3, 3), "a panel");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_lead_back),
		cmocka_unit_test(each_ground_is_about_something),
		cmocka_unit_test(a_step_is_taken_where_it_belongs),
		cmocka_unit_test(only_what_was_upheld_goes_on),
		cmocka_unit_test(two_stages_end_with_a_panel),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
