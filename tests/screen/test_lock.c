/* The screens left alone: warned, locked, opened by the password alone, ended; each step in the audit log. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void minutes_pass(struct desk_fixture *desk, double minutes)
{
	desk->milliseconds += (int64_t)(minutes * 60000);
	tui_headless_turn(desk->tui);
}

static int64_t logged(const struct desk_fixture *desk, const char *action)
{
	return casework_fixture_audited(desk->file, action);
}

static void it_warns_locks_and_opens(void **state)
{
	struct desk_fixture *desk = *state;

	minutes_pass(desk, 9);
	desk_shows(desk, "This screen locks in a minute; any key keeps it open.");
	desk_keys(desk, "j");
	desk_shows_not(desk, "locks in a minute");
	minutes_pass(desk, 10);
	desk_golden(desk, "lock-80x24.screen");
	desk_shows_not(desk, "Okonkwo");
	assert_int_equal(logged(desk, "session.lock"), 1);
	desk_type(desk, "wrong");
	desk_shows_not(desk, "wrong");
	desk_keys(desk, "Enter");
	desk_shows(desk, "That is not the password of your account. Try again.");
	assert_int_equal(logged(desk, "session.refused"), 1);
	desk_type(desk, "correct horse");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Okonkwo");
	assert_int_equal(logged(desk, "session.unlock"), 1);
}

static void tries_are_slowed_and_end(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "X");
	for (int i = 0; i < 3; i++) {
		desk_type(desk, "wrong");
		desk_keys(desk, "Enter");
	}
	desk_shows(desk, "Wait 30 seconds; 7 tries are left");
	desk_type(desk, "correct horse");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Too soon: wait 30 seconds more");
	assert_int_equal(logged(desk, "session.refused"), 3);
	for (int i = 0; i < 7 && !tui_headless_has_quit(desk->tui); i++) {
		minutes_pass(desk, 0.5);
		desk_type(desk, "wrong");
		desk_keys(desk, "Enter");
	}
	assert_true(tui_headless_has_quit(desk->tui));
	assert_int_equal(logged(desk, "session.refused"), 10);
}

/* Nothing is written for a locked screen: no look at what changed under it. */
static void what_was_being_typed_is_kept_and_nothing_is_read(void **state)
{
	struct desk_fixture *desk = *state;
	int64_t rows;

	desk_keys(desk, "a");
	desk_type(desk, "Papadopoulou");
	minutes_pass(desk, 10);
	desk_shows_not(desk, "Papadopoulou");
	rows = casework_fixture_number(desk->file, "SELECT count(*) FROM audit");
	assert_int_equal(
		casework_fixture_number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE '%Papadopoulou%'"),
		1);
	casework_fixture_number(desk->file, "UPDATE family SET version = version RETURNING id");
	tui_headless_turn(desk->tui);
	assert_int_equal(casework_fixture_number(desk->file, "SELECT count(*) FROM audit"), rows);
	desk_type(desk, "correct horse");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Papadopoulou");
	assert_int_equal(
		casework_fixture_number(desk->file, "SELECT count(*) FROM draft WHERE fields LIKE '%correct%'"), 0);
}

static void after_an_hour_it_ends(void **state)
{
	struct desk_fixture *desk = *state;

	minutes_pass(desk, 59.9);
	assert_false(tui_headless_has_quit(desk->tui));
	minutes_pass(desk, 0.1);
	assert_true(tui_headless_has_quit(desk->tui));
}

static void it_is_left_after_a_question(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "X Esc");
	desk_shows(desk, "Leave? y leaves; any other key stays.");
	desk_keys(desk, "n");
	assert_false(tui_headless_has_quit(desk->tui));
	desk_keys(desk, "Esc y");
	assert_true(tui_headless_has_quit(desk->tui));
}

#define DESK_TEST(test) cmocka_unit_test_setup_teardown(test, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(it_warns_locks_and_opens),
		DESK_TEST(tries_are_slowed_and_end),
		DESK_TEST(what_was_being_typed_is_kept_and_nothing_is_read),
		DESK_TEST(after_an_hour_it_ends),
		DESK_TEST(it_is_left_after_a_question),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
