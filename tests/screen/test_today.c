/* Today, by hand: what is late and due, lanes, ticks, and the way to everything else. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void today_shows_what_is_late_first(void **state)
{
	desk_golden(*state, "today-80x24.screen");
}

static void what_is_late_for_long_is_not_cut(void **state)
{
	desk_restart_on(*state, "2026-10-14", 24, 80);
	desk_shows(*state, "Mon 30 Mar 137 late initial conference");
}

static void the_selected_row_is_marked_to_what_is_left(void **state)
{
	struct desk_fixture *fixture = *state;
	char *looks = tui_headless_roles(fixture->tui);

	assert_int_equal(looks[6 * 81], 'r');
	assert_int_equal(looks[6 * 81 + 20], 'r'); /* the end of "2 late" */
	assert_int_equal(looks[6 * 81 + 30], '.'); /* every cell costs a slow line two bytes */
	free(looks);
}

static void a_lane_can_be_shown_alone(void **state)
{
	desk_keys(*state, "2");
	desk_shows(*state, "initial conference");
	desk_shows_not(*state, "first review");
	desk_keys(*state, "0");
	desk_shows(*state, "first review");
}

static void a_filter_narrows_by_a_name_without_accents(void **state)
{
	desk_keys(*state, "/");
	desk_type(*state, "osunde");
	desk_shows(*state, "Ọ̀ṣúndé");
	desk_shows_not(*state, "Okonkwo");
	desk_keys(*state, "Esc");
	desk_shows(*state, "Okonkwo");
}

static void today_keeps_working_at_every_size(void **state)
{
	struct desk_fixture *fixture = *state;

	for (int rows = 1; rows <= 60; rows += 7)
		for (int columns = 1; columns <= 240; columns += 23) {
			tui_headless_resize(fixture->tui, rows, columns);
			desk_keys(fixture, "Down c Esc d Esc Up");
		}
	tui_headless_resize(fixture->tui, 43, 132);
	desk_golden(fixture, "today-132x43.screen");
}

static void sorting_names_every_column_whole(void **state)
{
	desk_keys(*state, "s");
	desk_shows(*state, "Sort by: d due  w what  f family  r reference  m missing  0 none\n");
	desk_keys(*state, "f");
	desk_shows(*state, "P-0001    not requested\n    Wed 15 Apr 8 wd     initial conference Ọ̀ṣúndé");
	desk_keys(*state, "s");
	desk_shows(*state, "Sort by: d due  w what  f family  r reference  m missing  0 none  s reverses\n");
}

static void a_filter_that_finds_nothing_is_named(void **state)
{
	desk_keys(*state, "/");
	desk_type(*state, "due<-90wd");
	desk_keys(*state, "Enter");
	desk_shows(*state, "No row matches \"due<-90wd\". Esc shows all.");
	desk_keys(*state, "Esc");
	desk_shows(*state, "Okonkwo");
}

static void the_other_screens_open_and_close(void **state)
{
	static const struct {
		const char *keys, *shows;
	} rows[] = {{"c", "Clock"}, {"d", "Diary"}, {"a", "Take a request"}, {"D", "Drafts"}, {"?", "Enter"}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		desk_keys(*state, rows[i].keys);
		desk_shows(*state, rows[i].shows);
		desk_keys(*state, "Esc");
		desk_shows(*state, "Today · Wednesday 1 April 2026");
	}
}

/* Invitations of a conference that was just booked. */
static void to_a_task_that_can_be_ticked(struct desk_fixture *fixture)
{
	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b Enter y Esc Esc Esc 3");
	desk_shows(fixture, "> ");
}

static int64_t count_done(struct desk_fixture *fixture)
{
	return casework_fixture_number(fixture->file, "SELECT count(*) FROM deadline WHERE done_on IS NOT NULL");
}

static void a_day_that_is_refused_is_mended_in_the_prompt(void **state)
{
	struct desk_fixture *fixture = *state;
	int64_t before;

	to_a_task_that_can_be_ticked(fixture);
	before = count_done(fixture);
	desk_keys(fixture, "t");
	desk_shows(fixture, "= Wed 1 Apr 2026"); /* t is understood at once */
	desk_type(fixture, "tomorrow");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "[tomorrow ");
	desk_shows(fixture, "Error: Date it was done must be");
	assert_int_equal(count_done(fixture), before);
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, "y");
	desk_shows(fixture, "= Tue 31 Mar 2026");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "is done. u takes it back.");
	assert_int_equal(count_done(fixture), before + 1);
}

static void a_waiver_without_a_reason_stays_in_the_prompt(void **state)
{
	struct desk_fixture *fixture = *state;

	to_a_task_that_can_be_ticked(fixture);
	desk_keys(fixture, "w Enter");
	desk_shows(fixture, "Error: Say why it is waived");
	desk_type(fixture, "The family moved away.");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "is waived. u takes it back.");
}

/* A reason that was being typed when the line broke is read again from Drafts; one that was given leaves none. */
static void a_reason_half_typed_is_kept(void **state)
{
	struct desk_fixture *fixture = *state;

	to_a_task_that_can_be_ticked(fixture);
	desk_keys(fixture, "w");
	desk_type(fixture, "The family moved aw");
	tui_headless_turn(fixture->tui);
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM draft WHERE family_id > 0"), 1);
	desk_restart(fixture);
	desk_shows(fixture, "1 draft not saved: Answer not given to \"Why is it waived?\". D shows it.");
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "The family moved aw\n");
	desk_keys(fixture, "Esc d y Esc 3 w");
	desk_type(fixture, "The family moved away.");
	tui_headless_turn(fixture->tui);
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "is waived. u takes it back.");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM draft"), 0);
}

static void clock_diary_and_today_are_a_key_away_from_anywhere(void **state)
{
	desk_keys(*state, "Enter");
	desk_keys(*state, "C");
	desk_shows(*state, "Clock ·");
	desk_keys(*state, "F4");
	desk_shows(*state, "Diary ·");
	desk_keys(*state, "T");
	desk_shows(*state, "Today · Wednesday 1 April 2026");
}

static void an_empty_today_says_where_the_rest_is(void **state)
{
	struct desk_fixture *fixture = *state;

	casework_fixture_number(fixture->file,
				"UPDATE deadline SET due_on = '2026-06-01', limit_on = NULL WHERE state = 'open'");
	casework_fixture_number(fixture->file,
				"UPDATE conference SET held_on = '2026-06-01' WHERE state = 'scheduled'");
	desk_keys(fixture, "F5");
	desk_shows(fixture, "Press e for what comes later");
	desk_keys(fixture, "e");
	desk_shows_not(fixture, "Nothing is due");
	desk_keys(fixture, "4");
	desk_shows(fixture, "Nothing in this lane.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(today_shows_what_is_late_first, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_late_for_long_is_not_cut, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_selected_row_is_marked_to_what_is_left, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_lane_can_be_shown_alone, desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_filter_narrows_by_a_name_without_accents, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(today_keeps_working_at_every_size, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_day_that_is_refused_is_mended_in_the_prompt, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_waiver_without_a_reason_stays_in_the_prompt, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_reason_half_typed_is_kept, desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(clock_diary_and_today_are_a_key_away_from_anywhere, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(sorting_names_every_column_whole, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_filter_that_finds_nothing_is_named, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(an_empty_today_says_where_the_rest_is, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_other_screens_open_and_close, desk_fixture_setup,
						desk_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
