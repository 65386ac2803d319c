/* The first two steps of a live conference, by hand: begun, the family asked, what is read out. */
#include "live_desk.h"

static int64_t marks(struct desk_fixture *desk, const char *sql)
{
	return number(desk->file, "SELECT count(*) FROM run_mark WHERE %s", sql);
}

static const char *state_now(struct desk_fixture *desk)
{
	char sql[80];

	snprintf(sql, sizeof sql, "SELECT state FROM conference WHERE id = %lld", (long long)live_conference(desk));
	return casework_fixture_text(desk->file, sql);
}

static void one_key_begins_it_on_its_day(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y L");
	desk_shows(desk, "Not begun: S starts it.");
	desk_keys(desk, "y");
	assert_int_equal(marks(desk, "1"), 0);
	desk_keys(desk, "S");
	desk_shows(desk, "C-0006 has begun.");
	assert_string_equal(state_now(desk), "in_progress");
	desk_keys(desk, "S");
	desk_shows(desk, "has begun already");
}

/* Entered on the next day: why is asked, and it counts for its own. */
static void a_later_day_asks_why(void **state)
{
	struct desk_fixture *desk = *state;

	start_on(desk, "2026-04-02");
	desk_keys(desk, ":");
	desk_type(desk, "C-0006");
	desk_keys(desk, "Enter L S");
	desk_shows(desk, "Why is it entered only now?");
	desk_keys(desk, "Enter");
	assert_string_equal(state_now(desk), "scheduled");
	desk_type(desk, "the line was down");
	desk_keys(desk, "Enter");
	desk_shows(desk, "C-0006 has begun.");
	assert_string_equal(state_now(desk), "in_progress");
	assert_int_equal(number(desk->file,
				"SELECT count(*) FROM conference WHERE id = %lld AND held_on = '2026-04-01'",
				(long long)live_conference(desk)),
			 1);
}

static void a_day_before_it_is_not_begun(void **state)
{
	struct desk_fixture *desk = *state;

	start_on(desk, "2026-03-31");
	desk_keys(desk, ":");
	desk_type(desk, "C-0006");
	desk_keys(desk, "Enter L S");
	assert_string_equal(state_now(desk), "scheduled");
	desk_shows_not(desk, "has begun.");
}

static void the_family_is_asked_before_it(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "1");
	desk_keys(desk, "y y n");
	desk_shows(desk, "what is to be put right?");
	desk_type(desk, "Amelia is spelt with one L");
	desk_keys(desk, "Enter");
	live_golden(desk, "live-opening-80x24.screen");
	assert_int_equal(marks(desk, "answer = 'yes'"), 2);
	assert_int_equal(marks(desk, "answer = 'no' AND item = 'names_right' AND note = 'Amelia is spelt with one L'"),
			 1);
	desk_keys(desk, "Up u");
	assert_int_equal(marks(desk, "answer = 'no'"), 0);
}

/* No alone: nothing more is to be said. */
static void no_needs_no_note(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "1");
	desk_keys(desk, "n Enter");
	assert_int_equal(marks(desk, "answer = 'no' AND note = ''"), 1);
	desk_keys(desk, "n Esc");
	assert_int_equal(marks(desk, "1"), 1);
}

/* Four questions of one person: two keys. */
static void the_rest_of_one_person_is_one_key(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "1");
	desk_keys(desk, "=");
	assert_int_equal(marks(desk, "answer = 'yes'"), 4);
	assert_int_equal(number(desk->file, "SELECT count(DISTINCT invitee_id) FROM run_mark"), 1);
	desk_keys(desk, "="); /* it stands at the next person, and at the last line once nobody is left */
	assert_int_equal(number(desk->file, "SELECT count(DISTINCT invitee_id) FROM run_mark"), 2);
	assert_int_equal(marks(desk, "answer = 'yes'"), 8);
	desk_keys(desk, "y");
	assert_int_equal(marks(desk, "answer = 'yes'"), 8);
}

static void whoever_is_excluded_is_asked_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	number(desk->file, "UPDATE invitee SET exclusion = 'whole' WHERE id = %lld",
	       (long long)invitee_called(desk, "Tommy"));
	open_step(desk, "1");
	desk_shows(desk, "Amelia Loveridge, mother");
	desk_shows_not(desk, "Tommy Doran");
}

static void statements_are_ticked_and_read_in_full(void **state)
{
	struct desk_fixture *desk = *state;

	attends(desk, "Amelia", ATTENDANCE_ROOM);
	open_step(desk, "2");
	desk_keys(desk, "y y");
	live_golden(desk, "live-statements-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows_not(desk, "[2 Statements]");
	desk_keys(desk, "Esc");
	desk_shows(desk, "[2 Statements]");
	desk_keys(desk, "=");
	assert_int_equal(marks(desk, "coalesce(invitee_id, 0) = 0 AND answer = 'yes'"), 7);
	/* Recording is agreed to by each alone. */
	assert_int_equal(marks(desk, "item = 'recording'"), 0);
	desk_keys(desk, "End n Enter");
	assert_int_equal(marks(desk, "item = 'recording' AND answer = 'no'"), 1);
}

static void a_tick_repaints_two_rows(void **state)
{
	struct desk_fixture *desk = *state;
	char *before;

	open_step(desk, "1");
	desk_keys(desk, "Space");
	before = strdup(desk_screen(desk));
	desk_keys(desk, "Space");
	assert_true(rows_changed(before, desk_screen(desk), 3, 20) <= 2);
	free(before);
}

static void letters_of_a_filter_tick_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	open_step(desk, "1");
	desk_keys(desk, "/");
	desk_type(desk, "names y");
	desk_keys(desk, "Esc");
	assert_int_equal(marks(desk, "1"), 0);
}

static void small_windows_hold_it(void **state)
{
	static const int sizes[][2] = {{18, 60}, {12, 40}, {6, 20}, {3, 12}, {43, 132}};
	struct desk_fixture *desk = *state;

	open_step(desk, "1");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		tui_headless_resize(desk->tui, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 12)
			desk_shows(desk, "> ");
	}
}

#define BEFORE_TEST(name) cmocka_unit_test_setup_teardown(name, brief_desk_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BEFORE_TEST(one_key_begins_it_on_its_day),
		BEFORE_TEST(a_later_day_asks_why),
		BEFORE_TEST(a_day_before_it_is_not_begun),
		LIVE_TEST(the_family_is_asked_before_it),
		LIVE_TEST(no_needs_no_note),
		LIVE_TEST(the_rest_of_one_person_is_one_key),
		LIVE_TEST(whoever_is_excluded_is_asked_nothing),
		LIVE_TEST(statements_are_ticked_and_read_in_full),
		LIVE_TEST(a_tick_repaints_two_rows),
		LIVE_TEST(letters_of_a_filter_tick_nothing),
		LIVE_TEST(small_windows_hold_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
