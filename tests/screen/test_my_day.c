/* My day, by hand: what stands in it, whose it is, how far it looks, and who begins there. */
#include "brief_desk.h"

static void the_day_reads_well(void **state)
{
	desk_keys(*state, "Y");
	desk_golden(*state, "my-day-80x24.screen");
}

static void a_conference_is_one_stop(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y");
	desk_shows(desk, "> 10:00-12:00   Loveridge ×2");
	desk_keys(desk, "Down");
	desk_shows(desk, "> 14:00-16:00   Hussain ×2");
	desk_keys(desk, "Down");
	desk_shows(desk, "> 14:00-16:00   Hussain ×2"); /* its own lines are no stop */
	desk_keys(desk, "PgDn End");
	desk_shows(desk, "> 14:00-16:00   Hussain ×2");
	desk_keys(desk, "Up");
	desk_shows(desk, "> 10:00-12:00   Loveridge ×2");
	desk_keys(desk, "PgUp Home");
	desk_shows(desk, "> 10:00-12:00   Loveridge ×2");
}

static void more_days_are_working_days(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y -");
	desk_shows(desk, "Only today is shown already.");
	desk_shows_not(desk, "Charles");
	desk_keys(desk, "+");
	desk_shows(desk, "Wed 1 Apr to Thu 2 Apr");
	desk_keys(desk, "End");
	desk_shows(desk, "Charles ×2");
	desk_keys(desk, "+"); /* past Good Friday and Easter Monday */
	desk_shows(desk, "Wed 1 Apr to Tue 7 Apr");
	desk_keys(desk, "- -");
	desk_shows_not(desk, "Charles");
	for (int i = 0; i < 21; i++)
		desk_keys(desk, "+");
	desk_shows(desk, "Four weeks are shown. The Diary shows later days.");
}

static void the_day_of_another_chair_is_chosen_by_name(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y + y");
	desk_type(desk, "holl");
	desk_keys(desk, "Enter");
	desk_shows(desk, "My day · Peter Hollins");
	desk_shows(desk, "> 10:00-12:00   Charles ×2");
	desk_shows_not(desk, "Loveridge");
	desk_keys(desk, "y Down Enter");
	desk_shows(desk, "My day · all chairs");
	desk_shows(desk, "Loveridge");
}

static void a_filter_keeps_the_lines_of_a_conference_together(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y /");
	desk_type(desk, "hussain");
	desk_keys(desk, "Enter");
	desk_shows(desk, "nobody is on the list");
	desk_shows_not(desk, "Loveridge");
	desk_shows_not(desk, "quorum at risk");
}

static void who_only_chairs_begins_with_the_own_day(void **state)
{
	struct desk_fixture *desk = *state;

	desk_shows(desk, "Today · Wednesday 1 April 2026");
	start_as(desk, "phollins", ROLE_BIT(ROLE_CHAIR) | ROLE_BIT(ROLE_MANAGER));
	desk_shows(desk, "Today · Wednesday 1 April 2026");
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	desk_shows(desk, "My day · Siân Pritchard · Wed 1 Apr");
	desk_shows_not(desk, "Charles");
	desk_keys(desk, "T");
	desk_shows(desk, "Today · Wednesday 1 April 2026");
	desk_keys(desk, "Esc");
	desk_shows(desk, "My day · Siân Pritchard");
	desk_keys(desk, "Enter Y");
	desk_shows(desk, "My day · Siân Pritchard");
}

static void a_restricted_slot_is_taken_and_tells_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	number(desk->file, "UPDATE family SET is_restricted = 1 WHERE name = 'Hussain'");
	start_as(desk, "spritchard", ROLE_BIT(ROLE_CHAIR));
	desk_keys(desk, "End");
	desk_shows(desk, "> 14:00-16:00   Restricted");
	desk_shows_not(desk, "Hussain");
	desk_keys(desk, "Enter");
	desk_shows(desk, "A manager can name you for it.");
}

static void it_keeps_working_at_every_size(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "Y +");
	for (int rows = 1; rows <= 60; rows += 7)
		for (int columns = 1; columns <= 240; columns += 23) {
			tui_headless_resize(desk->tui, rows, columns);
			desk_keys(desk, "Down Enter Down x PgDn x Esc Up");
		}
	tui_headless_resize(desk->tui, 24, 80);
	desk_shows(desk, "Professionals only · My day");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		BRIEF_TEST(the_day_reads_well),
		BRIEF_TEST(a_conference_is_one_stop),
		BRIEF_TEST(more_days_are_working_days),
		BRIEF_TEST(the_day_of_another_chair_is_chosen_by_name),
		BRIEF_TEST(a_filter_keeps_the_lines_of_a_conference_together),
		BRIEF_TEST(who_only_chairs_begins_with_the_own_day),
		BRIEF_TEST(a_restricted_slot_is_taken_and_tells_nothing),
		BRIEF_TEST(it_keeps_working_at_every_size),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
