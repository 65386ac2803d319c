/* By which events a plan may end outside a review, on which day, and the steps of one that is decided. */
#include "domain/plan_ending.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static day_number iso(const char *text)
{
	return *text ? date_from_iso(text) : DAY_NONE;
}

static void every_reason_has_its_row(void **state)
{
	(void)state;
	for (int i = 1; i < PLAN_END_COUNT; i++) {
		const struct plan_ending_rule *rule = plan_ending_rule_of((enum plan_end_reason)i);

		assert_non_null(rule);
		assert_int_equal(rule->reason, i);
		assert_true((rule->way == PLAN_ENDING_BY_REVIEW) == (rule->refusal[0] != '\0'));
	}
	assert_null(plan_ending_rule_of(PLAN_END_NONE));
	assert_null(plan_ending_rule_of(PLAN_END_COUNT));
}

static void tokens_lead_back(void **state)
{
	enum plan_ending_state by_token;
	enum plan_ending_step step;

	(void)state;
	for (int i = 0; i < PLAN_ENDING_STATE_COUNT; i++) {
		assert_true(
			plan_ending_state_from_token(plan_ending_state_token((enum plan_ending_state)i), &by_token));
		assert_int_equal(by_token, i);
	}
	for (int i = 0; i < PLAN_ENDING_STEP_COUNT; i++) {
		assert_true(plan_ending_step_from_token(plan_ending_step_label((enum plan_ending_step)i), &step));
		assert_int_equal(step, i);
	}
}

static void birthdays(void **state)
{
	(void)state;
	assert_int_equal(person_birthday(iso("2008-05-04"), 18), iso("2026-05-04"));
	assert_int_equal(person_birthday(iso("2008-02-29"), 18), iso("2026-03-01")); /* no 29th in 2026 */
	assert_int_equal(person_birthday(iso("2008-02-29"), 20), iso("2028-02-29"));
	assert_int_equal(person_birthday(DAY_NONE, 18), DAY_NONE);
}

static void which_day_it_may_be(void **state)
{
	static const struct {
		const char *why;
		enum plan_end_reason reason;
		const char *born, *died, *ended, *on, *words, *authority, *refusal; /* refusal NULL: it may */
	} rows[] = {
		{"died", PLAN_END_DIED, "2019-05-04", "", "", "2026-03-02", "the hospital", "", NULL},
		{"on the day that is kept", PLAN_END_DIED, "2019-05-04", "2026-03-02", "", "2026-03-02", "x", "", NULL},
		{"not on another", PLAN_END_DIED, "2019-05-04", "2026-03-01", "", "2026-03-02", "x", "", "kept as"},
		{"not before the birth", PLAN_END_DIED, "2026-03-05", "", "", "2026-03-02", "x", "",
		 "before the birth"},
		{"who told us", PLAN_END_DIED, "2019-05-04", "", "", "2026-03-02", "", "", "Enter the day of death"},
		{"18 today", PLAN_END_EIGHTEEN, "2008-04-01", "", "", "2026-04-01", "", "", NULL},
		{"18 last month", PLAN_END_EIGHTEEN, "2008-03-01", "", "", "2026-03-01", "", "", NULL},
		{"not on any day", PLAN_END_EIGHTEEN, "2008-03-01", "", "", "2026-03-02", "", "", "turned 18"},
		{"not yet", PLAN_END_EIGHTEEN, "2008-04-02", "", "", "2026-04-01", "", "", "turns 18"},
		{"not known", PLAN_END_EIGHTEEN, "", "", "", "2026-04-01", "", "", "no birth date"},
		{"moved", PLAN_END_MOVED, "2019-05-04", "", "", "2026-03-02", "letter", "Ashcombe", NULL},
		{"to whom", PLAN_END_MOVED, "2019-05-04", "", "", "2026-03-02", "letter", "", "authority"},
		{"a review's", PLAN_END_NO_RISK, "2019-05-04", "", "", "2026-03-02", "x", "", "Only a review"},
		{"closed", PLAN_END_ABROAD, "2019-05-04", "", "2026-02-02", "2026-03-02", "x", "", "already"},
		{"its first day", PLAN_END_ABROAD, "2019-05-04", "", "", "2026-01-05", "x", "", "same day"},
		{"before it", PLAN_END_ABROAD, "2019-05-04", "", "", "2026-01-04", "x", "", "before that"},
		{"to come", PLAN_END_ABROAD, "2019-05-04", "", "", "2026-04-02", "x", "", "to come"},
		{"no day", PLAN_END_ABROAD, "2019-05-04", "", "", "", "x", "", "Enter the day"},
		{"after a death", PLAN_END_ABROAD, "2019-05-04", "2026-02-02", "", "2026-03-02", "x", "", "died on"},
		{"asked for without a day", PLAN_END_ORDER, "2019-05-04", "", "", "", "care order", "", NULL},
		{"decided on its first day", PLAN_END_ORDER, "2019-05-04", "", "", "2026-01-05", "x", "", "same day"},
		{"none", PLAN_END_NONE, "2019-05-04", "", "", "2026-03-02", "x", "", "Choose"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct plan plan = {
			.reference = "P-0001", .started_on = iso("2026-01-05"), .ended_on = iso(rows[i].ended)};
		const struct person child = {
			.born_on = iso(rows[i].born), .expected_on = DAY_NONE, .died_on = iso(rows[i].died)};
		const struct plan_ending_facts facts = {.plan = &plan,
							.child = &child,
							.on = iso(rows[i].on),
							.today = iso("2026-04-01"),
							.words = rows[i].words,
							.authority = rows[i].authority};
		struct fault f = {0};
		bool ok = plan_ending_check(rows[i].reason, &facts, &f);

		if (ok != (rows[i].refusal == NULL) || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

static void steps_lead_on(void **state)
{
	static const struct {
		const char *why;
		enum plan_ending_state from;
		enum plan_ending_step step;
		int objections;
		const char *words, *today, *refusal; /* NULL: it may */
	} rows[] = {
		{"told", PLAN_ENDING_ASKED, PLAN_ENDING_STEP_TELL, 0, "", "2026-04-01", NULL},
		{"not before they are told", PLAN_ENDING_ASKED, PLAN_ENDING_STEP_END, 0, "", "2026-04-20", "not told"},
		{"not told twice", PLAN_ENDING_TOLD, PLAN_ENDING_STEP_TELL, 0, "", "2026-04-01", "already"},
		{"not while they may object", PLAN_ENDING_TOLD, PLAN_ENDING_STEP_END, 0, "", "2026-04-10", "after"},
		{"decided", PLAN_ENDING_TOLD, PLAN_ENDING_STEP_END, 0, "", "2026-04-11", NULL},
		{"an objection is answered", PLAN_ENDING_TOLD, PLAN_ENDING_STEP_END, 1, "", "2026-04-11", "objected"},
		{"it was", PLAN_ENDING_TOLD, PLAN_ENDING_STEP_END, 1, "met", "2026-04-11", NULL},
		{"why not", PLAN_ENDING_TOLD, PLAN_ENDING_STEP_REFUSE, 0, "", "2026-04-11", "why"},
		{"over", PLAN_ENDING_ENDED, PLAN_ENDING_STEP_WITHDRAW, 0, "x", "2026-04-11", "nothing more"},
		{"over", PLAN_ENDING_REFUSED, PLAN_ENDING_STEP_END, 0, "x", "2026-04-11", "nothing more"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_ending ending = plan_ending_blank();
		const struct plan_ending_move *move;
		struct fault f = {0};
		bool ok;

		ending.reference = "X-0001";
		ending.state = rows[i].from;
		ending.objections = rows[i].objections;
		ending.object_by = iso("2026-04-10");
		ok = plan_ending_step_check(&ending, rows[i].step, rows[i].words, iso(rows[i].today), &move, &f);
		if (ok != (rows[i].refusal == NULL) || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

/* Nobody who only records may decide. */
static void only_a_manager_decides(void **state)
{
	size_t count;
	const struct plan_ending_move *all = plan_ending_moves(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		assert_true((all[i].step == PLAN_ENDING_STEP_END || all[i].step == PLAN_ENDING_STEP_REFUSE) ==
			    (all[i].who == ACTION_DECIDE_ENDINGS));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reason_has_its_row),
		cmocka_unit_test(tokens_lead_back),
		cmocka_unit_test(birthdays),
		cmocka_unit_test(which_day_it_may_be),
		cmocka_unit_test(steps_lead_on),
		cmocka_unit_test(only_a_manager_decides),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
