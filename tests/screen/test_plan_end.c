/* Plans that end outside a review, births, losses and moves on the screen: each one form, what follows shown first, and
 * the list of what is under way. */
#include "../casework/plan_end_steps.h"
#include "desk_fixture.h"

static int64_t count_of(const struct desk_fixture *desk, const char *sql)
{
	return casework_fixture_number(desk->file, sql);
}

/* Three weeks after two sisters were put on plans; their mother expects another child. */
static int sisters_desk_setup(void **state)
{
	struct desk_fixture *desk;
	struct live_day d;
	struct person unborn = some_person("Okonkwo", "", "");

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	d = two_sisters_on_plans(desk->file);
	unborn.expected_on = date_from_iso("2026-04-25");
	MUST(casework_member_add(desk->file->cw, d.family, &unborn, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	desk_restart_on(desk, THREE_WEEKS_LATER, 24, 80);
	return 0;
}

static void open_person(struct desk_fixture *desk, const char *where)
{
	char sql[160];

	snprintf(sql, sizeof sql, "SELECT reference FROM person WHERE %s", where);
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, sql));
	desk_keys(desk, "Enter");
}

static void what_follows_is_shown_first(void **state)
{
	struct desk_fixture *desk = *state;

	open_person(desk, "given_names = 'Ada'");
	desk_keys(desk, "x l l Tab Tab"); /* left the United Kingdom */
	desk_type(desk, "15 apr");
	desk_keys(desk, "Tab");
	desk_type(desk, "Tickets seen, the school there confirms.");
	desk_golden(desk, "plan-end-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Is this how it ends?");
	desk_golden(desk, "plan-end-follows-80x24.screen");
	desk_keys(desk, "n");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM plan WHERE ended_on IS NOT NULL"), 0);
	desk_keys(desk, "Ctrl-S y");
	desk_shows(desk, "Saved: the plan has ended. Write the 5 letters now?");
	desk_keys(desk, "n");
	desk_shows(desk, "not on a plan");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM plan WHERE end_reason = 'abroad'"), 1);
}

static void an_order_is_taken_step_by_step(void **state)
{
	struct desk_fixture *desk = *state;

	open_person(desk, "given_names = 'Ada'");
	desk_keys(desk, "x Tab Tab");
	desk_type(desk, "Care order of 14 April, family court.");
	desk_keys(desk, "Ctrl-S y E");
	desk_shows(desk, "agencies are to be told");
	desk_keys(desk, "s Enter Tab");
	desk_type(desk, "27 apr");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved: Agencies told. Write the 4 letters now?");
	desk_keys(desk, "y");
	desk_golden(desk, "plan-end-asked-80x24.screen");
	desk_keys(desk, "Esc");
	desk_shows(desk, "may object until Mon 27 Apr");
	desk_golden(desk, "moves-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Agencies told");
}

static void a_child_is_born(void **state)
{
	struct desk_fixture *desk = *state;

	open_person(desk, "expected_on IS NOT NULL");
	desk_shows(desk, "but a brother or sister has");
	desk_keys(desk, "n");
	desk_type(desk, "22 apr");
	desk_shows(desk, "Wed 22 Apr 2026"); /* no child was expected for a year: that it is to come is seen */
	desk_keys(desk, "Ctrl-U");
	desk_type(desk, "19 apr");
	desk_keys(desk, "Tab t Tab Tab");
	desk_type(desk, "Ifeoma");
	desk_keys(desk, "Tab Tab Tab");
	desk_golden(desk, "birth-80x24.screen");
	desk_type(desk, "Obi");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved.");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM person WHERE born_on = '2026-04-19'"), 2);
}

static void a_loss_is_said_quietly(void **state)
{
	struct desk_fixture *desk = *state;

	open_person(desk, "expected_on IS NOT NULL");
	desk_keys(desk, "l Tab");
	desk_type(desk, "19 apr");
	desk_keys(desk, "Tab");
	desk_type(desk, "The midwife rang this morning.");
	desk_golden(desk, "loss-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Nothing is written to the family by itself.");
	desk_keys(desk, "y");
	desk_shows(desk, "Recorded. Nothing goes to the family by itself.");
	desk_shows_not(desk, "unborn, due");
}

/* One sister goes with her mother, the other stays with her father. */
static void sisters_part(void **state)
{
	struct desk_fixture *desk = *state;

	open_person(desk, "given_names = 'Ada'");
	desk_keys(desk, "f v Tab Space Tab Space Tab");
	desk_type(desk, "Ashcombe");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Tick the children who move");
	desk_keys(desk, "Space Ctrl-S");
	desk_shows(desk, "M-0001 is registered.");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM transfer_child"), 1);
	assert_int_equal(count_of(desk, "SELECT count(*) FROM transfer_child WHERE person_id ="
					" (SELECT id FROM person WHERE given_names = 'Ada')"),
			 1);
}

static void a_move_keeps_our_plan(void **state)
{
	struct desk_fixture *desk = *state;

	open_person(desk, "given_names = 'Ada'");
	desk_keys(desk, "f v Tab Tab Tab");
	desk_type(desk, "Ashcombe");
	desk_golden(desk, "move-form-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "M-0001 is registered. Write the letter now?");
	desk_keys(desk, "n");
	desk_shows(desk, "M-0001: We keep our plan until Ashcombe");
	desk_keys(desk, "E s Enter");
	desk_golden(desk, "move-papers-80x24.screen");
	desk_keys(desk, "Tab Space Ctrl-S");
	desk_shows(desk, "Kept: Papers.");
	assert_int_equal(count_of(desk, "SELECT papers FROM transfer"), 1);
	desk_keys(desk, "s Down Enter Ctrl-S");
	desk_shows(desk, "Kept: Accepted."); /* theirs to say: nothing is written */
	desk_keys(desk, "s Down Down Enter Tab");
	desk_type(desk, "9 Weir Court");
	desk_keys(desk, "Tab");
	desk_type(desk, "father");
	desk_golden(desk, "move-moved-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Kept: They moved.");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM address WHERE lines = '9 Weir Court' AND "
					"confidential_from = 'father' AND to_on IS NULL"),
			 2);
	desk_keys(desk, "s Down Down Down Enter Ctrl-S");
	desk_shows(desk, "Conference held there. Write the");
	desk_keys(desk, "y");
	desk_shows(desk, "Letters to send · Okonkwo · X-0001");
	desk_shows(desk, "plan ended Mon 20 Apr");
}

/* A family nobody here knew: children, the move and the conference from one form. */
static void a_family_moves_here(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, "E a");
	desk_shows(desk, "A family moves here");
	desk_type(desk, "Wang");
	desk_keys(desk, "Tab");
	desk_type(desk, "Wei");
	desk_keys(desk, "Tab");
	desk_type(desk, "4 5 2019");
	desk_keys(desk, "Tab Tab Tab Tab Tab Tab"); /* surname, sex, a second child, the type */
	desk_type(desk, "Ashcombe");
	desk_golden(desk, "arrival-80x24.screen");
	desk_keys(desk, "Tab Tab Tab Tab Tab Tab Tab");
	desk_type(desk, "3 11 2025");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Saved: the move is M-0001, the request C-");
	assert_int_equal(count_of(desk, "SELECT count(*) FROM plan WHERE is_other_authority"), 1);
	desk_keys(desk, "Esc E");
	desk_golden(desk, "arrival-moves-80x24.screen");
	desk_keys(desk, "Down f v"); /* the conference waits: no second one is asked for */
	desk_shows(desk, "Move between authorities");
	desk_shows_not(desk, "Tick");
	desk_type(desk, "");
	desk_keys(desk, "Tab");
	desk_type(desk, "Ashcombe");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "M-0001 is under way for");
}

static void the_arrival_on_a_wide_screen(void **state)
{
	struct desk_fixture *desk = *state;

	desk_restart_on(desk, "2026-04-20", 43, 132);
	desk_keys(desk, "E a");
	desk_type(desk, "Wang");
	desk_keys(desk, "Tab");
	desk_type(desk, "Wei");
	desk_golden(desk, "arrival-132x43.screen");
}

/* A family on file without a plan of ours can only arrive. */
static void a_known_family_moves_here(void **state)
{
	struct desk_fixture *desk = *state;

	number(desk->file, "UPDATE plan SET ended_on = '2026-04-18', end_reason = 'abroad'");
	open_person(desk, "given_names = 'Ada'");
	desk_keys(desk, "f v");
	desk_shows(desk, "A family moves here");
	desk_shows(desk, "Okonkwo");
}

int main(void)
{
#define SISTERS_TEST(name) cmocka_unit_test_setup_teardown(name, sisters_desk_setup, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		SISTERS_TEST(what_follows_is_shown_first),
		SISTERS_TEST(an_order_is_taken_step_by_step),
		SISTERS_TEST(a_child_is_born),
		SISTERS_TEST(a_loss_is_said_quietly),
		SISTERS_TEST(sisters_part),
		SISTERS_TEST(a_move_keeps_our_plan),
		SISTERS_TEST(a_family_moves_here),
		SISTERS_TEST(the_arrival_on_a_wide_screen),
		SISTERS_TEST(a_known_family_moves_here),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
