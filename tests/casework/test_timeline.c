/* The timeline of a family and of one child: everything once, in order, against its limit, and only what concerns the
 * child. */
#include "casework/timeline.h"

#include "casework/escalations.h"
#include "casework/visits.h"
#include "core_group_steps.h"
#include "plan_end_steps.h"
#include "transfer_steps.h"

static const char *told(struct casework_fixture *fixture, int64_t family, int64_t child)
{
	struct timeline line;
	const char *text = "";

	MUST(casework_timeline(fixture->cw, family, child, &fixture->mem, &line, f));
	for (size_t i = 0; i < line.events.count; i++) {
		char day[DATE_TEXT_ROOM];

		text = arena_printf(&fixture->mem, "%s%s %s%s\n", text, date_to_iso(line.events.items[i].on, day),
				    line.events.items[i].is_late ? "! " : "", line.events.items[i].sentence);
	}
	return text;
}

static void everything_is_told_once_in_order(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-20");
	int64_t ada = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct visit visit = visit_blank();
	struct visit_child seen = {.person_id = ada, .outcome = VISIT_SEEN, .alone = ANSWER_YES, .why = ""};

	MUST(casework_core_group_missed(fixture->cw, family, one.id, one.version, "nobody came", f));
	visit.visited_on = date_from_iso("2026-04-20");
	visit.by_whom = "Tom Campbell";
	MUST(casework_visit_record(fixture->cw, family, &visit, &seen, 1, f));
	assert_string_equal(
		told(fixture, family, 0),
		"2026-03-26 Strategy discussion for Chidi, Ada and Skye was held.\n"
		"2026-04-01 Initial conference C-0001 for Chidi, Ada and Skye was held.\n"
		"2026-04-01 Plan P-0001 for Chidi began: Neglect.\n"
		"2026-04-01 Plan P-0002 for Ada began: Neglect.\n"
		"2026-04-09 Core group did not meet: nobody came.\n"
		"2026-04-17 ! Limit, first core group: not done yet, 1 working day late (Chidi and Ada).\n"
		"2026-04-17 ! Limit, visit to child: not done yet, 1 working day late (Chidi).\n"
		"2026-04-17 ! Limit, visit to child: done on Mon 20 Apr 2026, 1 working day late (Ada).\n"
		"2026-04-20 Limit, initial conference: done on Wed 1 Apr 2026, in time (Chidi, Ada and Skye).\n"
		"2026-04-20 Visit by Tom Campbell: Ada seen alone.\n"
		"2026-05-05 Limit, visit to child: to be done by this day (Ada).\n"
		"2026-06-24 Review conference C-0900 for Chidi and Ada is booked.\n"
		"2026-07-01 Limit, first review: to be done by this day (Chidi and Ada).\n");
	assert_null(strstr(told(fixture, 0, ada), "P-0001")); /* her brother's plan is none of hers */
	assert_non_null(strstr(told(fixture, 0, ada), "2026-04-20 Visit by Tom Campbell: seen alone.\n"));
	assert_int_equal(audited(fixture, "look.timeline"), 3);
}

/* Its day is over and nobody said how it went: neither "booked", as if it were to come, nor held, nor missed. */
static void a_core_group_of_which_nobody_said_anything_is_told_so(void **state)
{
	static const struct {
		const char *today, *sentence, *why;
	} rows[] = {
		{"2026-04-09", "2026-04-09 Core group is booked.\n", "on the day itself it is to come"},
		{"2026-04-10", "2026-04-09 Core group was held or missed: nobody has said which.\n", "the day after"},
	};
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, rows[0].today);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		casework_fixture_reopen(fixture, rows[i].today);
		if (!strstr(told(fixture, family, 0), rows[i].sentence))
			fail_msg("%s: %s", rows[i].why, told(fixture, family, 0));
	}
}

/* What was late when a plan ended stays to be read as not kept; what was not due yet is nobody's any more. */
static void what_was_late_when_the_plan_ended_stays(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-20");
	int64_t ada = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	struct plan_end_request moved = an_end(ada, PLAN_END_DIED, "2026-04-20");
	const char *text;

	ended(fixture, &moved);
	casework_fixture_reopen(fixture, "2026-05-11");
	text = told(fixture, 0, ada);
	assert_non_null(strstr(text,
			       "2026-04-17 ! Limit, visit to child: not done when the plan ended on Mon 20 Apr 2026, 1 "
			       "working day late.\n"));
	assert_null(strstr(text, "first review"));
	assert_non_null(strstr(told(fixture, family, 0), "Limit, visit to child: not done yet, "));
	assert_non_null(strstr(told(fixture, family, 0), "when the plan ended on Mon 20 Apr 2026"));
}

/* The day it was moved from is read beside the day it was moved to, and so is why. */
static void a_core_group_that_was_moved_is_read_on_both_days(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-07");
	int64_t ada = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	int64_t skye = number(fixture, "SELECT id FROM person WHERE given_names = 'Skye'");
	struct core_group_meeting one = booked_meeting(fixture, family);
	static const char moved[] = "2026-04-09 Core group was moved away from this day: the school is closed.\n";

	one.day = date_from_iso("2026-04-14");
	one.moved_why = "the school is closed";
	MUST(casework_core_group_book(fixture->cw, family, &one, f));
	assert_non_null(strstr(told(fixture, family, 0), moved));
	assert_non_null(strstr(told(fixture, family, 0), "2026-04-14 Core group is booked.\n"));
	assert_non_null(strstr(told(fixture, 0, ada), moved));
	assert_null(strstr(told(fixture, 0, skye), "Core group")); /* she has no plan */
}

/* A child born before the family was known is no event; one born since is, and one who is expected. */
static void births_moves_and_escalations_are_told(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-20");
	int64_t ada = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	struct transfer_registration move = a_move(family, TRANSFER_OUT, "2026-04-14");
	struct escalation e = escalation_blank();
	const char *text;

	e.conference_id = number(fixture, "SELECT min(conference_id) FROM live_state");
	e.cause = ESCALATION_CAUSE_NO_CORE_GROUP;
	e.about = "Social Care";
	e.words = "The first core group was not called.";
	e.with = "Dana Walker";
	MUST(casework_escalation_raise(fixture->cw, &e, &fixture->mem, f));
	number(fixture, "UPDATE person SET born_on = '2026-04-02' WHERE given_names = 'Skye'");
	moves(fixture, &move);
	text = told(fixture, family, 0);
	assert_non_null(strstr(text, "2026-04-02 Birth for Skye took place.\n"));
	assert_non_null(strstr(text, "2026-04-14 Move M-0001 for Chidi and Ada was told of: to Ashcombe.\n"));
	assert_non_null(
		strstr(text, "2026-04-20 Escalation A-0001 for Chidi, Ada and Skye was raised: Social Care.\n"));
	assert_null(strstr(text, "Birth for Ada"));
	assert_null(strstr(told(fixture, 0, ada), "Birth"));
	number(fixture, "UPDATE person SET born_on = NULL, expected_on = '2026-07-09' WHERE given_names = 'Skye'");
	number(fixture, "UPDATE core_group_meeting SET state = 'mistaken'");
	assert_null(strstr(told(fixture, family, 0), "Core group")); /* it never was */
	assert_non_null(strstr(told(fixture, family, 0), "2026-07-09 Birth for Skye is expected about this day.\n"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(everything_is_told_once_in_order),
		TEST(a_core_group_of_which_nobody_said_anything_is_told_so),
		TEST(a_core_group_of_which_nobody_said_anything_is_told_so),
		TEST(what_was_late_when_the_plan_ended_stays),
		TEST(a_core_group_that_was_moved_is_read_on_both_days),
		TEST(births_moves_and_escalations_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
