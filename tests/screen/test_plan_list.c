/* The look-up of the list of children on plans: found as it is typed, answered in few keys, all of it kept, and nothing
 * else for the out-of-hours account. */
#include "casework/plan_list.h"
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int64_t number(const struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_number(fixture->file, sql);
}

static void go_out_of_hours(struct desk_fixture *fixture)
{
	desk_restart_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
}

static void the_list_comes_first_out_of_hours(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_shows(fixture, "List of children on plans · today · 2 on a plan");
	desk_golden(fixture, "list-80x24.screen");
	desk_type(fixture, "oko");
	desk_shows(fixture, "Okonkwo, Chidi");
	desk_shows(fixture, "1 found.");
	desk_golden(fixture, "list-found-80x24.screen");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "is on a child protection");
	desk_golden(fixture, "list-entry-80x24.screen");
}

/* A hospital rings: nine letters of a name, Enter, Enter, and what only the caller knows. */
static void a_hospital_is_answered_in_few_keys(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_type(fixture, "chidi oko");
	desk_keys(fixture, "Enter Enter");
	desk_shows(fixture, "Who asks");
	desk_type(fixture, "Dr Imran Shah");
	desk_keys(fixture, "Tab Tab");
	desk_type(fixture, "Northgate Hospital");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "a burn, in the emergency department");
	desk_keys(fixture, "Tab Tab Tab");
	desk_golden(fixture, "enquiry-80x24.screen");
	desk_keys(fixture, "Ctrl-S");
	assert_int_equal(number(fixture, "SELECT count(*) FROM list_enquiry"), 0); /* on what number? */
	desk_type(fixture, "01632 960700");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Kept: Dr Imran Shah, Northgate Hospital: told what the list says.");
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM list_enquiry WHERE told LIKE 'Chidi Okonkwo, born 4 May 2016,"
				" is on a child protection plan%' AND words = 'Chidi Okonkwo' AND by_user = 'night'"),
			 1);
	desk_keys(fixture, "Tab Enter");
	desk_shows(fixture, "Made sure by");
	desk_shows(fixture, "01632 960700");
	desk_keys(fixture, "Esc Esc F2");
	desk_shows(fixture, "Enquiries to the list · 1");
	desk_shows(fixture, "Dr Imran Shah");
	desk_shows(fixture, "told: yes");
	desk_shows(fixture, "Chidi Okonkwo · rang back · answered by night");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Northgate Hospital");
	desk_shows(fixture, "a burn, in the emergency department");
}

static void nobody_found_is_an_answer_too(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Look for the child first");
	desk_type(fixture, "nobody such");
	desk_shows(fixture, "Nobody on the list is found by this.");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Enquiry · nobody found");
	desk_shows(fixture, "nobody such");
	desk_type(fixture, "PC Ryan Doyle");
	desk_keys(fixture, "Tab Tab");
	desk_type(fixture, "Northgate Police");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "found alone at night");
	desk_keys(fixture, "Tab Tab k"); /* voice known */
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Told although");
	assert_int_equal(number(fixture, "SELECT count(*) FROM list_enquiry"), 0);
	desk_type(fixture, "a child at the station");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Kept: PC Ryan Doyle");
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM list_enquiry WHERE person_id IS NULL AND unchecked_why <> ''"),
		1);
}

/* Whoever is spelt alike is offered, and not taken for the one who was asked about. */
static void a_name_heard_wrong_is_offered_right(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_type(fixture, "okonko chidy");
	desk_shows(fixture, "Nobody is called so.");
	desk_shows(fixture, "Okonkwo, Chidi");
	desk_keys(fixture, "F6");
	desk_shows(fixture, "Enquiry · nobody found");
	desk_keys(fixture, "Esc Down F6");
	desk_shows(fixture, "Enquiry · Okonkwo, Chidi");
}

/* "Was this child on a plan on 9 July 2025?" The day before it began. */
static void the_list_is_asked_as_at_a_past_day(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_type(fixture, "wisniewska");
	desk_shows(fixture, "on a plan since 10 Jul 2025");
	desk_keys(fixture, "F8");
	desk_type(fixture, "9 7 2025");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "as at Wed 9 Jul 2025 · 0 on a plan");
	desk_shows(fixture, "plan began later, 10 Jul 2025");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "NOT ON A PLAN as at Wed 9 Jul 2025");
	desk_shows(fixture, "was not on a child");
	desk_keys(fixture, "Esc F8");
	desk_type(fixture, "t");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "· today · 2 on a plan");
}

static void what_was_looked_for_is_logged_once_it_rests(void **state)
{
	static const char searches[] = "SELECT count(*) FROM audit WHERE action = 'list.search'";
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_type(fixture, "okonkwo");
	assert_int_equal(number(fixture, searches), 0);
	desk_keys(fixture, "Enter");
	assert_int_equal(number(fixture, searches), 1);
	desk_keys(fixture, "Esc Esc"); /* the words go; they have left their row */
	assert_int_equal(number(fixture, searches), 1);
	desk_type(fixture, "wis");
	desk_keys(fixture, "Backspace Backspace Backspace"); /* one look, however it is rubbed out */
	assert_int_equal(number(fixture, searches), 2);
	desk_type(fixture, "chi");
	for (int second = 0; second < 7; second++)
		tui_headless_turn(fixture->tui);
	assert_int_equal(number(fixture, searches), 3);
	desk_type(fixture, "d");
	desk_keys(fixture, "Ctrl-q");
	assert_int_equal(number(fixture, searches), 4);
	assert_true(tui_headless_has_quit(fixture->tui));
}

static void the_duty_manager_answers_for_a_restricted_family(void **state)
{
	struct desk_fixture *fixture = *state;

	number(fixture, "UPDATE family SET is_restricted = 1 WHERE reference = 'FAM-0001'");
	go_out_of_hours(fixture);
	desk_type(fixture, "chidi okonkw");
	desk_shows_not(fixture, "duty manager");
	desk_shows_not(fixture, "Okonkwo");
	desk_type(fixture, "o");
	desk_shows(fixture, "! The duty manager answers this one: Dayo Okafor, 01632 960180.");
	desk_shows_not(fixture, "Okonkwo");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "sent to the duty manager");
	desk_type(fixture, "Dr Imran Shah");
	desk_keys(fixture, "Tab Tab");
	desk_type(fixture, "Northgate Hospital");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "a burn");
	desk_keys(fixture, "Tab Tab Tab");
	desk_type(fixture, "01632 960700");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Kept: Dr Imran Shah");
	desk_keys(fixture, "Esc F2");
	desk_shows(fixture, "Restricted");
	desk_shows_not(fixture, "kwo");
}

/* --- The out-of-hours account reaches nothing else --- */

/* One of the screens of the list, or what any of them puts over itself. */
static bool is_of_the_list(const char *screen)
{
	static const char *const words[] = {
		"List of children on plans", "ON A PLAN", "Enquir", "Help", "Messages", "as at", " · locked\n"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(screen, words[i]))
			return true;
	return false;
}

static void try_key(struct desk_fixture *fixture, tui_key key, const char *from)
{
	const char *screen;

	tui_headless_key(fixture->tui, key);
	screen = desk_screen(fixture);
	if (!is_of_the_list(screen) && !tui_headless_has_quit(fixture->tui) && strlen(screen) > 60)
		fail_msg("key %lx from %s leads to\n%s", (unsigned long)key, from, screen);
}

static void every_key(struct desk_fixture *fixture, const char *way_there)
{
	for (tui_key key = 1; key < 0x7f + 40 + 20; key++) {
		tui_key pressed = key < 0x7f        ? key
				  : key < 0x7f + 40 ? TUI_KEY_UP + (key - 0x7f)
						    : TUI_F(1 + key - 0x7f - 40);

		desk_start_over(fixture);
		desk_keys(fixture, way_there);
		try_key(fixture, pressed, way_there);
	}
}

static void no_key_leads_out_of_the_list(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	every_key(fixture, "");                /* in the line */
	every_key(fixture, "Tab");             /* in the list, nobody found */
	every_key(fixture, "o k o Tab");       /* in the list */
	every_key(fixture, "o k o Enter");     /* in an entry */
	every_key(fixture, "o k o Enter Tab"); /* in its enquiries */
	every_key(fixture, "F2");              /* in the log */
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM audit WHERE login = 'night' AND action NOT LIKE 'list.%' AND"
				" action <> 'sign-in'"),
			 0);
}

/* --- In the day --- */

static void an_officer_comes_and_goes(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "N");
	desk_shows(fixture, "List of children on plans");
	desk_type(fixture, "oko");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "c Child");
	desk_keys(fixture, "c");
	desk_shows(fixture, "F000001");
	desk_keys(fixture, "Esc Esc Esc Esc"); /* child, entry, words, list */
	desk_shows(fixture, "Today");
	desk_keys(fixture, ": l i s t");
	desk_shows(fixture, "List of children on plans");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Look for");
}

static void what_was_typed_is_there_again(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	desk_type(fixture, "oko");
	desk_keys(fixture, "Enter Enter");
	desk_type(fixture, "Dr Imran Shah");
	desk_keys(fixture, "Tab");
	go_out_of_hours(fixture); /* the line was cut */
	desk_type(fixture, "oko");
	desk_keys(fixture, "Enter Enter");
	desk_shows(fixture, "Dr Imran Shah");
	desk_shows(fixture, "is here again");
}

static void a_small_window_is_enough(void **state)
{
	struct desk_fixture *fixture = *state;

	go_out_of_hours(fixture);
	tui_headless_resize(fixture->tui, 18, 60);
	desk_type(fixture, "oko");
	desk_golden(fixture, "list-found-60x18.screen");
	desk_keys(fixture, "Enter");
	desk_golden(fixture, "list-entry-60x18.screen");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_list_comes_first_out_of_hours),
		TEST(a_hospital_is_answered_in_few_keys),
		TEST(nobody_found_is_an_answer_too),
		TEST(a_name_heard_wrong_is_offered_right),
		TEST(the_list_is_asked_as_at_a_past_day),
		TEST(what_was_looked_for_is_logged_once_it_rests),
		TEST(the_duty_manager_answers_for_a_restricted_family),
		TEST(no_key_leads_out_of_the_list),
		TEST(an_officer_comes_and_goes),
		TEST(what_was_typed_is_there_again),
		TEST(a_small_window_is_enough),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
