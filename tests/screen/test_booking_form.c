/* Booking by hand: a proposed slot in few keys, a typed one, the questions that must be answered, and what a kill
 * leaves. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void to_the_booking_of_osunde(struct desk_fixture *fixture)
{
	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b");
	desk_shows(fixture, "Book · initial");
}

static void slots_are_proposed_with_the_needs(void **state)
{
	to_the_booking_of_osunde(*state);
	desk_shows(*state, "Yoruba");
	desk_golden(*state, "booking-80x24.screen");
}

static void a_proposed_slot_is_taken_in_two_keys(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_booking_of_osunde(fixture);
	desk_keys(fixture, "Enter y");
	desk_shows(fixture, "Saved: C-");
	assert_int_equal(
		casework_fixture_number(fixture->file, "SELECT count(*) FROM conference WHERE state = 'scheduled'"), 1);
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM booking"), 3);
}

static void a_review_is_booked_in_at_most_six_keys(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "/");
	desk_type(fixture, "wis");
	desk_keys(fixture, "Enter");
	desk_keys(fixture, "b Enter y"); /* what the six keys are about: from the row on */
	desk_shows(fixture, "Saved: C-");
	assert_int_equal(
		casework_fixture_number(
			fixture->file, "SELECT count(*) FROM conference WHERE type = 'review' AND state = 'scheduled'"),
		1);
}

static void a_late_slot_asks_why_and_who_agreed(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "c /");
	desk_type(fixture, "王");
	desk_keys(fixture, "Enter b Enter");
	desk_shows(fixture, "Why late");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM booking"), 0);
	desk_type(fixture, "Chair off sick; nobody else free.");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "D. Walker and the chair, 31 March");
	desk_keys(fixture, "Ctrl-S y");
	desk_shows(fixture, "Saved: C-");
	assert_string_equal(
		casework_fixture_text(fixture->file, "SELECT late_agreed_by FROM conference WHERE late_reason <> ''"),
		"D. Walker and the chair, 31 March");
}

static void a_slot_that_was_typed_survives_a_kill(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_booking_of_osunde(fixture);
	desk_keys(fixture, "Tab");
	desk_type(fixture, "14 4");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "9:30");
	desk_keys(fixture, "Tab");
	desk_restart(fixture);
	desk_shows(fixture, "1 draft not saved");
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "Tue 14 Apr 2026");
}

static void a_bank_holiday_is_refused_by_name(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_booking_of_osunde(fixture);
	desk_keys(fixture, "Tab");
	desk_type(fixture, "3 4");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "9:30");
	desk_keys(fixture, "Tab Tab");
	desk_type(fixture, "Prit");
	desk_keys(fixture, "Down Enter");
	desk_type(fixture, "Room 1");
	desk_keys(fixture, "Down Enter Ctrl-S");
	desk_shows(fixture, "Good Friday");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM booking"), 0);
}

static void a_typed_time_names_who_is_free(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_booking_of_osunde(fixture);
	desk_keys(fixture, "Tab");
	desk_type(fixture, "14 4");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "9:30");
	desk_keys(fixture, "Tab");
	desk_shows(fixture, "[Room 1");
	desk_keys(fixture, "Ctrl-S y");
	desk_shows(fixture, "Saved: C-");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM booking"), 3);
}

static void looking_at_a_review_leaves_nothing_behind(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "/");
	desk_type(fixture, "wis");
	desk_keys(fixture, "Enter b");
	desk_shows(fixture, "not asked for yet");
	desk_keys(fixture, "Esc");
	assert_int_equal(
		casework_fixture_number(fixture->file, "SELECT count(*) FROM conference WHERE state = 'requested'"), 2);
}

static void a_held_conference_opens_no_booking(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, ":");
	desk_type(fixture, "C-0001");
	desk_keys(fixture, "Enter b");
	desk_shows(fixture, "closed, so it cannot be moved");
	desk_shows_not(fixture, "Or type one");
	desk_keys(fixture, "p");
	desk_shows(fixture, "closed, so it cannot be postponed");
}

static void a_slot_only_looked_at_was_never_typed(void **state)
{
	struct desk_fixture *fixture = *state;

	to_the_booking_of_osunde(fixture);
	desk_keys(fixture, "Enter n Esc");
	desk_shows(fixture, "Clock ·"); /* back at once: nothing to save */
}

/* As on the first day of a new file. */
static void that_nobody_is_known_to_chair_is_said(void **state)
{
	struct desk_fixture *fixture = *state;

	casework_fixture_number(fixture->file, "UPDATE resource SET is_active = 0 WHERE kind = 'chair'");
	to_the_booking_of_osunde(fixture);
	desk_shows(fixture, "No chair is known yet.");
	desk_shows_not(fixture, "No free slot");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "14 4");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "10:00");
	desk_keys(fixture, "Tab Tab");
	desk_type(fixture, "pritchard");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Error: No chair is known yet.");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM booking"), 0);
}

static void that_no_room_is_known_is_said(void **state)
{
	struct desk_fixture *fixture = *state;

	casework_fixture_number(fixture->file, "UPDATE resource SET is_active = 0 WHERE kind = 'room'");
	to_the_booking_of_osunde(fixture);
	desk_shows(fixture, "No room is known yet");
	desk_shows_not(fixture, "No free slot");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(slots_are_proposed_with_the_needs, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_proposed_slot_is_taken_in_two_keys, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_review_is_booked_in_at_most_six_keys, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_late_slot_asks_why_and_who_agreed, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_slot_that_was_typed_survives_a_kill, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_typed_time_names_who_is_free, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(looking_at_a_review_leaves_nothing_behind, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_held_conference_opens_no_booking, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_slot_only_looked_at_was_never_typed, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(that_nobody_is_known_to_chair_is_said, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(that_no_room_is_known_is_said, desk_fixture_setup,
						desk_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_bank_holiday_is_refused_by_name, desk_fixture_setup,
						desk_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
