/* Conference, family and child pages, the palette that finds them, and postponing and cancelling. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void go_to(struct desk_fixture *fixture, const char *typed)
{
	desk_keys(fixture, ":");
	desk_type(fixture, typed);
	desk_keys(fixture, "Enter");
}

static void a_child_is_found_in_at_most_six_keys(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "osun"); /* : o s u n Enter */
	desk_shows(fixture, "Ọ̀ṣúndé");
	desk_shows(fixture, "not on a plan");
}

static void anything_is_found_in_any_spelling(void **state)
{
	static const struct {
		const char *typed, *shows;
	} rows[] = {
		{"WISNIEWSKA", "Wiśniewska, Zofia"},
		{"F000001", "Okonkwo, Chidi"},
		{"04/05/2016", "Okonkwo, Chidi"},
		{"王", "小明"},
		{"محمد", "F000006"},
		{"FAM-0003", "Family Ọ̀ṣúndé"},
		{"clock", "Clock ·"},
		{"c4", "C-0004"},
		{"fam-3", "Family Ọ̀ṣúndé"},
		{"c-0004", "C-0004"},
		{"temilola", "Temilọlá"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		go_to(*state, rows[i].typed);
		desk_shows(*state, rows[i].shows);
		desk_keys(*state, "Esc");
	}
}

/* The tabs of the conference beneath are named as any other action. */
static void a_tab_is_gone_to_by_its_name(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "c4");
	go_to(fixture, "lett");
	desk_shows(fixture, "[Letters]");
	go_to(fixture, "invitees");
	desk_shows(fixture, "[Invitees]");
}

static void nothing_found_says_so(void **state)
{
	desk_keys(*state, ":");
	desk_type(*state, "qqqq");
	desk_shows(*state, "Nothing");
}

static void the_pages_read_well(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "FAM-0001");
	desk_golden(fixture, "family-80x24.screen");
	desk_keys(fixture, "Esc");
	go_to(fixture, "F000001");
	desk_golden(fixture, "child-80x24.screen");
	desk_keys(fixture, "Tab");
	desk_shows(fixture, "mother");
	desk_keys(fixture, "Esc c");
	desk_golden(fixture, "clock-80x24.screen");
	desk_keys(fixture, "Enter");
	desk_golden(fixture, "conference-80x24.screen");
}

static void a_booking_is_moved_postponed_and_kept_in_the_history(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b Enter y Enter");
	desk_shows(fixture, "Booked");
	desk_keys(fixture, "p");
	desk_type(fixture, "The interpreter is ill.");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "The aunt stays.");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "S. Pritchard");
	desk_keys(fixture, "Ctrl-S y");
	desk_shows(fixture, "postponed");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM booking"), 0);
	assert_int_equal(casework_fixture_number(
				 fixture->file, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'open'"),
			 2);
	desk_keys(fixture, "BackTab"); /* History is the last tab */
	desk_shows(fixture, "why: The interpreter is ill.");
	tui_headless_resize(fixture->tui, 24, 200);
	desk_shows(fixture, "until then: The aunt stays.");
	tui_headless_resize(fixture->tui, 24, 80);
	desk_shows(fixture, "agreed: S.");
}

static void the_brief_is_a_key_away(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b Enter y Enter v");
	desk_shows(fixture, "Brief");
	desk_keys(fixture, "Esc");
	desk_shows(fixture, "[Page]");
}

/* The history uses the width there is, says who by name, and is wrapped anew when the window changes. */
static void the_history_fills_the_window(void **state)
{
	static const char reason[] = "agreed with the chair because the interpreter who had been booked is ill and no "
				     "other speaks Yoruba";
	struct desk_fixture *fixture = *state;

	casework_fixture_number(fixture->file, "UPDATE user_account SET name = 'Beatrix Ní Chléirigh'");
	go_to(fixture, "c-0004");
	desk_keys(fixture, "b Enter y Enter p");
	desk_type(fixture, reason);
	desk_keys(fixture, "Tab");
	desk_type(fixture, "The aunt stays.");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "S. Pritchard");
	desk_keys(fixture, "Ctrl-S y BackTab");
	desk_shows(fixture, "Beatrix Ní Chléirigh · ");
	desk_shows_not(fixture, reason); /* it goes over a line */
	tui_headless_resize(fixture->tui, 24, 250);
	desk_shows(fixture, reason);
	tui_headless_resize(fixture->tui, 24, 80);
	desk_shows_not(fixture, reason);
	desk_shows(fixture, "speaks Yoruba");
}

static void the_diary_names_holidays(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b Enter y Esc Esc d"); /* out of the filter, out of the Clock */
	desk_shows(fixture, "Good Friday");
	desk_golden(fixture, "diary-80x24.screen");
	desk_keys(fixture, "n");
	desk_shows(fixture, "Easter Monday");
	desk_keys(fixture, "w Tab");
	desk_shows(fixture, "by chair");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_child_is_found_in_at_most_six_keys, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(anything_is_found_in_any_spelling, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(nothing_found_says_so, desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_tab_is_gone_to_by_its_name, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_pages_read_well, desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_booking_is_moved_postponed_and_kept_in_the_history,
						desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_brief_is_a_key_away, desk_fixture_setup, desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_history_fills_the_window, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_diary_names_holidays, desk_fixture_setup, desk_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
