/* Taking a request by hand: a family found or new, twins before birth, what is missing, what is refused, and what a
 * kill leaves. */
#include "desk_fixture.h"

#include "casework/pages.h"
#include "casework/request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void focus_next(struct desk_fixture *fixture, const char *text)
{
	desk_type(fixture, text);
	desk_keys(fixture, "Tab");
}

static void a_new_family_with_twins_before_birth(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	desk_golden(fixture, "request-80x24.screen");
	focus_next(fixture, "Ní Dhomhnaill");
	focus_next(fixture, ""); /* given names: unborn */
	focus_next(fixture, "due 20 6");
	desk_shows(fixture, "unborn, due Sat 20 Jun 2026");
	focus_next(fixture, ""); /* surname: the family's */
	focus_next(fixture, ""); /* sex */
	focus_next(fixture, "");
	focus_next(fixture, "due 20 6");
	focus_next(fixture, "");
	focus_next(fixture, "");
	focus_next(fixture, ""); /* third child: none */
	focus_next(fixture, "");
	focus_next(fixture, "p");
	focus_next(fixture, "27 3");
	focus_next(fixture, "Cocaine use in pregnancy.");
	focus_next(fixture, "Tomasz Campbell");
	desk_keys(fixture, "Ctrl-S");
	if (casework_fixture_number(fixture->file, "SELECT count(*) FROM family WHERE name LIKE 'N_ Dhomhnaill'") == 0)
		desk_keys(fixture, "y");
	assert_int_equal(
		casework_fixture_number(fixture->file, "SELECT count(*) FROM person WHERE expected_on = '2026-06-20'"),
		2);
	assert_int_equal(
		casework_fixture_number(fixture->file, "SELECT count(*) FROM conference WHERE type = 'pre_birth'"), 1);
	desk_shows(fixture, "Book · pre-birth");
}

static void a_known_family_brings_its_children(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	desk_type(fixture, "okon");
	desk_keys(fixture, "Down Enter");
	desk_shows(fixture, "Chidi Okonkwo");
	desk_shows(fixture, "FAM-0001");
}

/* The error stands at the tick of the child it names, not where a new child is typed. */
static void a_child_who_is_not_on_a_plan_is_pointed_at(void **state)
{
	struct desk_fixture *fixture = *state;
	const char *at;

	casework_fixture_number(fixture->file, "UPDATE plan SET ended_on = '2026-03-30'");
	desk_keys(fixture, "a");
	desk_type(fixture, "okon");
	desk_keys(fixture, "Down Enter");
	desk_keys(fixture, "Tab Tab Tab r Ctrl-S");
	desk_shows(fixture, "Chidi Okonkwo is not on a plan, so there is nothing to review.");
	at = strstr(desk_screen(fixture), "Chidi Okonkwo, 9      [yes]");
	assert_non_null(at);
	assert_true(strstr(at, "Error: Chidi Okonkwo") < strstr(at, "New child 1"));
}

/* What somebody typed stays; what was filled in goes with its family. */
static void a_known_family_brings_its_interpreter(void **state)
{
	struct desk_fixture *fixture = *state;

	casework_fixture_number(fixture->file, "UPDATE person SET needs_interpreter = 1, language = 'Igbo' WHERE "
					       "given_names = 'Chidi'");
	desk_keys(fixture, "a");
	desk_type(fixture, "okon");
	desk_keys(fixture, "Down Enter");
	for (int i = 0; i < 40 && !strstr(desk_screen(fixture), "Interpreter"); i++)
		desk_keys(fixture, "Tab");
	desk_shows(fixture, "Interpreter           [Igbo");
}

static void a_discussion_in_the_future_is_refused_and_nothing_is_lost(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	focus_next(fixture, "Lim");
	focus_next(fixture, "Tyler");
	focus_next(fixture, "17 12 2012");
	focus_next(fixture, "");
	focus_next(fixture, "m");
	focus_next(fixture, ""); /* second child: none */
	focus_next(fixture, "");
	focus_next(fixture, "i");
	desk_type(fixture, "2 4 2026");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "past");
	desk_shows(fixture, "2 4 2026");
	assert_int_equal(
		casework_fixture_number(fixture->file, "SELECT count(*) FROM person WHERE given_names = 'Tyler'"), 0);
	desk_restart(fixture);
	desk_shows(fixture, "1 draft not saved");
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "Tyler");
}

static void a_birth_date_is_said_back_with_the_age(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	focus_next(fixture, "Lim");
	focus_next(fixture, "Ify");
	desk_type(fixture, "3/3/2019");
	desk_shows(fixture, "= born 3 Mar 2019, 7");
}

static void a_day_to_come_is_when_a_child_is_due(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	focus_next(fixture, "Lim");
	focus_next(fixture, "");
	desk_type(fixture, "10 8 2026");
	desk_shows(fixture, "unborn, due Mon 10 Aug 2026");
}

/* What casework refuses is put at the field it is about, wherever the cursor was. */
static void a_refusal_leads_to_its_field(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	focus_next(fixture, "Lim");
	focus_next(fixture, "Tyler");
	focus_next(fixture, "17 12 2012");
	for (int i = 0; i < 4; i++) /* surname, sex, second child: none */
		focus_next(fixture, "");
	focus_next(fixture, "t");
	focus_next(fixture, "Harrow Vale");
	desk_keys(fixture, "Ctrl-S"); /* no day at all */
	desk_shows(fixture, "written notice");
	desk_type(fixture, "26 3");
	desk_shows(fixture, "Thu 26 Mar 2026");
}

/* As when a request is taken: words that name nobody are kept only when the officer says so. */
static void a_change_to_an_unknown_social_worker_asks(void **state)
{
	struct desk_fixture *fixture = *state;
	const char *kept = "SELECT count(*) FROM conference WHERE social_worker = 'Somebody New'";

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter Enter e Tab");
	desk_shows(fixture, "Change the request");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "Somebody New");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Nobody in the directory is called \"Somebody New\"");
	desk_keys(fixture, "n");
	assert_int_equal(casework_fixture_number(fixture->file, kept), 0);
	desk_shows(fixture, "Somebody New");
	desk_keys(fixture, "Ctrl-S y");
	desk_shows(fixture, "Saved: the request");
	assert_int_equal(casework_fixture_number(fixture->file, kept), 1);
}

/* What was changed is read from its draft, where the conference is not there any more. */
static void a_draft_of_what_is_gone_is_read(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter Enter e Tab Ctrl-U");
	desk_type(fixture, "Somebody New");
	tui_headless_turn(fixture->tui);
	desk_restart(fixture);
	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter Enter e");
	desk_shows(fixture, "What you typed here before, kept ");
	casework_fixture_number(fixture->file, "UPDATE draft SET subject = 'C-0999'");
	desk_restart(fixture);
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "What you typed:\n\n Social worker: Somebody New\n\n");
}

/* Two people change one request: the second sees what the first saved, loses nothing typed, and saves both. */
static void a_change_saved_meanwhile_comes_in_beside_what_was_typed(void **state)
{
	struct desk_fixture *fixture = *state;
	const char *id = "SELECT max(conference.id) FROM conference JOIN family ON family.id = family_id WHERE "
			 "family.name = 'Ọ̀ṣúndé'";
	const char *both = "SELECT count(*) FROM conference WHERE interpreter = 'Igbo' AND avoid = 'not Fridays'";
	struct conference_page page;
	struct request_change theirs = {.avoid = "not Fridays"};
	struct arena mem = {0};
	struct fault f = {0};

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter Enter e");
	focus_next(fixture, "");
	focus_next(fixture, "");
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "Igbo");
	theirs.conference_id = casework_fixture_number(fixture->file, id);
	assert_true(casework_conference_page(fixture->file->cw, theirs.conference_id, &mem, &page, &f));
	theirs.version = page.conference.version;
	theirs.reason = page.conference.reason;
	theirs.social_worker = page.conference.social_worker;
	theirs.social_worker_id = page.conference.social_worker_id;
	theirs.interpreter = page.conference.interpreter;
	theirs.signing = theirs.access = theirs.sittings = "";
	assert_true(casework_request_change(fixture->file->cw, &theirs, &f));
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Another person saved the same record");
	desk_shows(fixture, "not Fridays");
	desk_shows(fixture, "Igbo");
	assert_int_equal(casework_fixture_number(fixture->file, both), 0);
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: the request");
	assert_int_equal(casework_fixture_number(fixture->file, both), 1);
	arena_finish(&mem);
}

/* Who agreed to the one is often who agrees to the next. */
static void what_one_form_saved_the_next_repeats(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b Enter y Enter p");
	desk_type(fixture, "The interpreter is ill.");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "The aunt stays.");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "S. Pritchard");
	desk_keys(fixture, "Ctrl-S y d Tab Tab Ctrl-R");
	desk_shows(fixture, "Cancel ·");
	desk_shows(fixture, "[S. Pritchard");
}

static void leaving_asks_first(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	focus_next(fixture, "Lim");
	desk_keys(fixture, "Esc");
	desk_shows(fixture, "draft");
	desk_keys(fixture, "Esc");
	desk_shows(fixture, "Lim");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_family_with_twins_before_birth, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_known_family_brings_its_children, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_child_who_is_not_on_a_plan_is_pointed_at, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_known_family_brings_its_interpreter, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_discussion_in_the_future_is_refused_and_nothing_is_lost,
						desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_birth_date_is_said_back_with_the_age, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_day_to_come_is_when_a_child_is_due, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_refusal_leads_to_its_field, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_change_saved_meanwhile_comes_in_beside_what_was_typed,
						desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_change_to_an_unknown_social_worker_asks, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_draft_of_what_is_gone_is_read, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(what_one_form_saved_the_next_repeats, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(leaving_asks_first, desk_fixture_setup, desk_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
