/* Escalations on the screen: raised by one key, answered, taken to the next manager and settled; a dissent that waits;
 * a letter to each manager; and complaints beside them. */
#include "../casework/complaint_steps.h"
#include "desk_fixture.h"

static int64_t count_of(const struct desk_fixture *desk, const char *sql)
{
	return casework_fixture_number(desk->file, sql);
}

/* A day that is over with a dissent, and the program over it as somebody who may do all of this. */
static int escalation_desk_setup(void **state)
{
	struct desk_fixture *desk;
	struct live_day d;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	d = a_decided_day(desk->file);
	number(desk->file, "DELETE FROM view WHERE invitee_id = %lld", (long long)d.school);
	number(desk->file,
	       "INSERT INTO view (conference_id, invitee_id, person_id, plan, why, is_dissent, dissent_words, by_user, "
	       "at)"
	       " VALUES (%lld, %lld, %lld, 'yes', 'Neglect goes on.', 1, 'Chidi needs a plan too.', 'chair', 0)",
	       (long long)d.id, (long long)d.school, (long long)d.chidi);
	desk_restart(desk);
	return 0;
}

static void raise_one(struct desk_fixture *desk)
{
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT reference FROM conference WHERE state IN ('decided',"
							  " 'challenged')"));
	desk_keys(desk, "Enter A Tab");
	desk_type(desk, "Northgate Children's Services");
	desk_keys(desk, "Tab");
	desk_type(desk, "E. Marsh");
	desk_keys(desk, "Tab");
	desk_type(desk, "e.marsh@example.org");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "No action of the plan was begun.");
}

/* Late is a sign on its line, not only a number in the title. */
static void a_late_one_is_marked(void **state)
{
	struct desk_fixture *desk = *state;

	raise_one(desk);
	desk_keys(desk, "Ctrl-S n");
	desk_restart_on(desk, "2026-04-20", 24, 80);
	desk_keys(desk, "K Tab");
	desk_shows(desk, "Escalations · 1 open, 1 late");
	desk_shows(desk, "> ! A-0001");
	desk_keys(desk, "Enter");
	desk_shows(desk, ", late");
}

static void one_is_raised_and_goes_through_its_stages(void **state)
{
	struct desk_fixture *desk = *state;

	raise_one(desk);
	desk_golden(desk, "escalation-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "A-0001 is raised with E. Marsh. Write the letter now?");
	desk_keys(desk, "n");
	desk_keys(desk, "K Tab");
	desk_shows(desk, "Escalations · 1 open, 0 late · 1 dissent not taken further");
	desk_golden(desk, "escalations-80x24.screen");
	desk_keys(desk, "Home Enter");
	desk_golden(desk, "escalation-80x24.screen");
	desk_keys(desk, "a Tab");
	desk_type(desk, "We are short of people.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Kept: Answered.");
	desk_keys(desk, "n Ctrl-S");
	desk_shows(desk, "Goes to: an answer is needed");
	desk_type(desk, "S. Okoro");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "That changes nothing.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "stage 2 of 3, service manager");
	desk_keys(desk, "2");
	desk_shows(desk, "Answered, team manager E. Marsh: We are short of people.");
	desk_keys(desk, "1 x Tab");
	desk_type(desk, "A new worker starts on Monday.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "settled Wed 1 Apr");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM deadline WHERE subject_kind = 'escalation'"
					" AND state = 'open'"),
			 0);
}

static void a_dissent_fills_the_form(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "K Tab Enter");
	desk_shows(desk, "K. Evans, Station Primary School");
	desk_shows(desk, "Chidi needs a plan too.");
	desk_keys(desk, "Tab Tab");
	desk_type(desk, "E. Marsh");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "A-0001 is raised with E. Marsh. Write the letter now?");
	desk_keys(desk, "n");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM escalation WHERE dissent_id IS NOT NULL"), 1);
}

static void the_manager_is_written_to(void **state)
{
	struct desk_fixture *desk = *state;

	raise_one(desk);
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "e.marsh@example.org");
	desk_golden(desk, "notice-80x24.screen");
	tui_headless_resize(desk->tui, 43, 132);
	desk_golden(desk, "notice-132x43.screen");
	tui_headless_resize(desk->tui, 24, 80);
	desk_keys(desk, "Enter");
	desk_shows(desk, "A concern about practice with a child protection plan");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, escalation_desk_setup, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		CASE(a_late_one_is_marked),
		CASE(one_is_raised_and_goes_through_its_stages),
		CASE(a_dissent_fills_the_form),
		CASE(the_manager_is_written_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
