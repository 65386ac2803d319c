/* Core groups at the desk: the board, one group, and what is said of its meetings. */
#include "../casework/core_group_steps.h"
#include "desk_fixture.h"

/* The day on which the first core group of a family meets. */
static int desk_with_groups(void **state)
{
	struct desk_fixture *desk;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	a_family_on_plan(desk->file, "2026-04-09");
	desk_restart_on(desk, "2026-04-09", 24, 80);
	return 0;
}

static void to_the_group(struct desk_fixture *desk)
{
	desk_keys(desk, "B /");
	desk_type(desk, "okonkwo");
	desk_keys(desk, "Enter Enter");
	desk_shows(desk, "Core group · Okonkwo ×2");
}

static void the_board_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "B");
	desk_golden(desk, "core-groups-80x24.screen");
	desk_restart_on(desk, "2026-04-20", 43, 132);
	desk_keys(desk, "B");
	desk_golden(desk, "core-groups-132x43.screen");
}

static void a_group_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_golden(desk, "core-group-80x24.screen");
	desk_restart_on(desk, "2026-04-20", 43, 132);
	to_the_group(desk);
	desk_golden(desk, "core-group-132x43.screen");
}

static void that_it_met_moves_the_next(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "h");
	desk_golden(desk, "core-group-held-80x24.screen");
	desk_keys(desk, "Down Space Ctrl-S");
	desk_shows(desk, "Saved. The next is due Thu 21 May.");
	desk_shows(desk, "The next is due Thu 21 May · last held Thu 9 Apr");
	desk_shows(desk, "held · record not sent · without the social");
	desk_keys(desk, "n");
	desk_type(desk, "Nana looks after them.");
	desk_keys(desk, "Ctrl-S P");
	desk_type(desk, "Amelia Okonkwo");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "record sent to");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Nana looks after them.");
	desk_shows(desk, "The record went to Amelia Okonkwo on Thu 9 Apr 2026");
	desk_keys(desk, "Esc n");
	desk_type(desk, "More.");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "its notes stay");
}

static void its_record_goes_out_as_letters(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "p");
	desk_shows(desk, "No meeting was held yet: there is no record to send.");
	desk_keys(desk, "h Ctrl-S n");
	desk_type(desk, "Nana looks after them.");
	desk_keys(desk, "Ctrl-S p");
	desk_golden(desk, "core-group-record-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Nana looks after them.");
	desk_keys(desk, "Esc s y");
	desk_shows(desk, "Its record 1");
	desk_keys(desk, "Esc Esc");
	desk_shows(desk, "record not gone yet, ");
	desk_keys(desk, "Enter");
	desk_shows(desk, "waits to be sent");
}

static void a_run_is_shown_before_it_is_booked(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "r");
	desk_type(desk, "13 4");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Book 2 core groups, to the review on Wed 24 Jun 2026?");
	desk_shows(desk, "for Mon 25 May: Spring bank holiday");
	desk_golden(desk, "core-group-run-80x24.screen");
	desk_keys(desk, "n Ctrl-S y");
	desk_shows(desk, "Booked: 2 core groups.");
	desk_shows(desk, "Fri 22 May 2026");
}

static void one_is_moved_missed_or_cancelled(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "Enter");
	desk_shows(desk, "Move the core group");
	desk_keys(desk, "+ Ctrl-S");
	desk_shows(desk, "Say why the core group is moved.");
	desk_type(desk, "the school trip");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "instead of Thu 9 Apr");
	desk_keys(desk, "m");
	desk_shows(desk, "is still to come: v moves it, c cancels it.");
	desk_keys(desk, "c");
	desk_type(desk, "Emma Evans");
	desk_keys(desk, "Tab");
	desk_type(desk, "ill");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "cancelled · ill · by Emma Evans");
	desk_keys(desk, "c");
	desk_shows(desk, "Choose a meeting that is booked.");
}

static void members_and_actions_change(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "a");
	desk_type(desk, "Nana Okonkwo");
	desk_shows(desk, "Somebody else: Nana Okonkwo");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Joins the core group");
	desk_keys(desk, "Tab");
	desk_type(desk, "grandmother");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Nana Okonkwo");
	desk_keys(desk, "/");
	desk_type(desk, "nana");
	desk_keys(desk, "Enter l Tab");
	desk_type(desk, "moved away");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "grandmother · left Thu 9 Apr: moved away");
	desk_keys(desk, "Esc /");
	desk_type(desk, "lock");
	desk_keys(desk, "Enter Enter d Tab");
	desk_type(desk, "seen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "done · Nana");
}

static void somebody_of_the_directory_joins(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "a");
	desk_type(desk, "P. Ach");
	desk_shows(desk, "P. Achebe");
	desk_keys(desk, "Esc a");
	desk_type(desk, "P. Achibe");  /* nobody is called so */
	desk_shows(desk, "P. Achebe"); /* but somebody is spelt alike */
	desk_keys(desk, "Esc a");
	desk_type(desk, "Emma E"); /* who leads it */
	desk_shows(desk, "in it already");
}

/* A slot is taken, and the form is filled with it. */
static void a_day_that_suits_is_booked(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "b");
	desk_golden(desk, "core-group-slots-80x24.screen");
	desk_keys(desk, "m Down Enter");
	desk_shows(desk, "Book a core group · Okonkwo ×2");
	desk_shows(desk, "Station Primary School");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Booked. i asks the members to it.");
	desk_keys(desk, "b t Esc");
	desk_shows(desk, "Core group · Okonkwo ×2");
}

static void what_was_said_by_mistake_is_taken_back(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "u");
	desk_shows(desk, "Choose a meeting that was held or missed.");
	desk_keys(desk, "h Ctrl-S u");
	desk_shows(desk, "Said by mistake · Okonkwo ×2");
	desk_keys(desk, "Ctrl-S");
	desk_type(desk, "another family's");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "The first is due Fri 17 Apr · last held none");
	desk_shows(desk, "said by mistake to be held: another family's");
}

static void the_actions_are_stepped_through(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "s");
	desk_shows(desk, "said at the core group of Thu 9 Apr 2026");
	desk_keys(desk, "p");
	desk_shows(desk, "Thu 9 Apr, core group: partly done");
	desk_keys(desk, "e Tab");
	desk_type(desk, "half of it hangs");
	desk_keys(desk, "Ctrl-S");
	desk_golden(desk, "core-group-actions-80x24.screen");
}

static void they_are_asked_and_answer(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "i");
	desk_shows(desk, "5 to tell");
	desk_keys(desk, "t Down p c"); /* told and answered, one by one */
	desk_shows(desk, "3 to tell");
	desk_golden(desk, "core-group-invite-80x24.screen");
	desk_keys(desk, "i");
	desk_shows(desk, "Core group 3");
	desk_keys(desk, "Esc End c");
	desk_shows(desk, "They were not asked to this meeting yet: ask them first.");
}

static void its_pages_use_a_wide_terminal(void **state)
{
	struct desk_fixture *desk = *state;

	desk_restart_on(desk, "2026-04-09", 43, 132);
	number(desk->file, "UPDATE contact SET name = 'Oluwaseun Featherstonehaugh-Adeyemi' WHERE name = 'P. Achebe'");
	to_the_group(desk);
	desk_shows(desk, "Oluwaseun Featherstonehaugh-Adeyemi "); /* whole: there is room beside it */
	desk_keys(desk, "i");
	desk_shows(desk, "Oluwaseun Featherstonehaugh-Adeyemi, worker");
	desk_keys(desk, "Esc");
	number(desk->file, "UPDATE contact SET name = 'P. Achebe' WHERE name LIKE 'Oluwaseun%%'");
	desk_restart_on(desk, "2026-04-09", 43, 132);
	to_the_group(desk);
	desk_keys(desk, "b");
	desk_golden(desk, "core-group-slots-132x43.screen");
	desk_keys(desk, "Esc i");
	desk_golden(desk, "core-group-invite-132x43.screen");
	desk_keys(desk, "Esc s");
	desk_golden(desk, "core-group-actions-132x43.screen");
}

static void the_board_finds_a_family_by_its_number(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "B /");
	desk_type(desk, "FAM-0001");
	desk_shows(desk, "Okonkwo");
	desk_keys(desk, "Esc /");
	desk_type(desk, "FAM-0999");
	desk_shows_not(desk, "Okonkwo");
}

static void today_leads_to_it(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "/");
	desk_type(desk, "first core");
	desk_keys(desk, "Enter Enter");
	desk_shows(desk, "Core group · Okonkwo ×2");
	desk_keys(desk, "Esc t");
	desk_keys(desk, "y");
	desk_shows_not(desk, "marked as done");
}

static void what_was_typed_is_taken_up_again(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_group(desk);
	desk_keys(desk, "c");
	desk_type(desk, "Emma Evans");
	desk_keys(desk, "Tab");
	desk_restart(desk);
	desk_keys(desk, "D Enter");
	desk_shows(desk, "Cancel the core group · Okonkwo ×2");
	desk_shows(desk, "Emma Evans");
}

int main(void)
{
#define GROUP_TEST(name) cmocka_unit_test_setup_teardown(name, desk_with_groups, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		GROUP_TEST(the_board_reads_well),
		GROUP_TEST(a_group_reads_well),
		GROUP_TEST(that_it_met_moves_the_next),
		GROUP_TEST(its_record_goes_out_as_letters),
		GROUP_TEST(a_run_is_shown_before_it_is_booked),
		GROUP_TEST(one_is_moved_missed_or_cancelled),
		GROUP_TEST(members_and_actions_change),
		GROUP_TEST(somebody_of_the_directory_joins),
		GROUP_TEST(a_day_that_suits_is_booked),
		GROUP_TEST(what_was_said_by_mistake_is_taken_back),
		GROUP_TEST(the_actions_are_stepped_through),
		GROUP_TEST(they_are_asked_and_answer),
		GROUP_TEST(its_pages_use_a_wide_terminal),
		GROUP_TEST(today_leads_to_it),
		GROUP_TEST(the_board_finds_a_family_by_its_number),
		GROUP_TEST(what_was_typed_is_taken_up_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
