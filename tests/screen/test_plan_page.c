/* The Plan page at the desk: read whole, an action between two conferences, given out, versions, overdue by owner. */
#include "../casework/core_group_steps.h"
#include "casework/family_plan.h"
#include "desk_fixture.h"

/* The day on which the first core group of a family meets, with a number of the conference. */
static int desk_with_plan(void **state)
{
	struct desk_fixture *desk;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	a_family_on_plan(desk->file, "2026-04-09");
	number(desk->file, "UPDATE child_decision SET scale = 3 WHERE outcome = 'plan_made'");
	desk_restart_on(desk, "2026-04-09", 24, 80);
	return 0;
}

static void to_the_plan(struct desk_fixture *desk)
{
	desk_keys(desk, "B /");
	desk_type(desk, "okonkwo");
	desk_keys(desk, "Enter S");
	desk_shows(desk, "Plan · Okonkwo ×2");
}

/* "nursery place", Emma Evans, tomorrow. */
static void add_action(struct desk_fixture *desk)
{
	desk_keys(desk, "a");
	desk_type(desk, "nursery place");
	desk_keys(desk, "Tab");
	desk_type(desk, "Emma Evans");
	desk_keys(desk, "Tab");
	desk_type(desk, "+1");
	desk_keys(desk, "Ctrl-S");
}

static void give_out(struct desk_fixture *desk)
{
	desk_keys(desk, "i");
	desk_shows(desk, "Give out version 2");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Version 2, given out Thu 9 Apr 2026");
}

static void the_plan_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	desk_golden(desk, "plan-80x24.screen");
	add_action(desk);
	give_out(desk);
	desk_restart_on(desk, "2026-04-20", 43, 132);
	to_the_plan(desk);
	desk_golden(desk, "plan-132x43.screen");
}

/* One key, three fields, and it stands in the next version; the one that was given out is as it was. */
static void an_action_is_added_between(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	add_action(desk);
	desk_shows(desk, "Version 2 is being written");
	desk_shows(desk, "nursery place · by Fri 10 Apr 2026 · to do");
	desk_keys(desk, "w");
	desk_shows(desk, "The next version is being written: w shows it.");
	desk_shows_not(desk, "nursery place");
	desk_keys(desk, "w i");
	desk_golden(desk, "plan-given-80x24.screen");
	desk_keys(desk, "Ctrl-S");
	desk_shows(desk, "Given out: this version stays as it is from now on.");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_version WHERE issued_on = '2026-04-09'"), 1);
	assert_true(number(desk->file, "SELECT count(*) FROM plan_given") > 1);
}

/* Looking into the form of the texts begins nothing. */
static void a_form_that_is_only_looked_at_begins_nothing(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	desk_keys(desk, "e");
	desk_shows(desk, "Plan, version 2");
	desk_keys(desk, "Tab Tab Esc");
	desk_shows(desk, "Version 1, given out");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_version"), 1);
	desk_keys(desk, "e");
	desk_type(desk, "Also: ");
	desk_keys(desk, "Tab Esc");
	desk_shows(desk, "Version 2 is being written");
	desk_keys(desk, "z y");
	desk_shows(desk, "thrown away");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_version"), 1);
}

/* What another person wrote while one was asked is not thrown away with the rest. */
static void what_another_added_meanwhile_is_not_thrown_away(void **state)
{
	struct desk_fixture *desk = *state;
	struct plan_action action = plan_action_blank();
	const struct casework_opening how = {.path = desk->file->path,
					     .config_folder = desk->file->config,
					     .today = casework_today(desk->file->cw),
					     .user = "other"};
	struct casework *cw = NULL;

	to_the_plan(desk);
	add_action(desk);
	number(desk->file, "INSERT INTO user_account (login, name, roles) VALUES ('other', 'Lena Okafor', %u)",
	       (unsigned)ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	desk_keys(desk, "z");
	MUST(casework_open(&cw, &how, f));
	action.what = "the school nurse calls";
	action.who = "School nurse";
	action.by_on = casework_today(cw) + 7;
	MUST(casework_plan_action(cw, number(desk->file, "SELECT max(family_id) FROM plan_version"), &action, f));
	casework_close(cw);
	desk_keys(desk, "y");
	desk_shows(desk, "Nothing was done: Lena Okafor at ");
	desk_shows(desk, "the school nurse calls");
	desk_keys(desk, "z y");
	desk_shows(desk, "thrown away");
}

static void two_versions_stand_beside_one_another(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	add_action(desk);
	give_out(desk);
	desk_keys(desk, "e");
	desk_type(desk, "Still: ");
	desk_keys(desk, "Tab Esc v");
	desk_shows(desk, "Plan, versions 2 and 3");
	desk_golden(desk, "plan-versions-80x24.screen");
	desk_restart_on(desk, "2026-04-09", 43, 132);
	to_the_plan(desk);
	desk_keys(desk, "w v v");
	desk_golden(desk, "plan-versions-132x43.screen");
}

static void what_is_overdue_stands_by_owner(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	add_action(desk);
	give_out(desk);
	desk_restart_on(desk, "2026-04-20", 24, 80);
	desk_keys(desk, "U");
	desk_golden(desk, "overdue-actions-80x24.screen");
	desk_keys(desk, "Enter");
	desk_shows(desk, "! 1 action is overdue: d shows who owes it.");
	desk_keys(desk, "d");
	desk_shows(desk, "Overdue actions of one plan · 1");
}

static void what_became_of_an_action_is_said(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	desk_keys(desk, "/");
	desk_type(desk, "lock");
	desk_keys(desk, "Enter y");
	desk_shows(desk, "Saved: done.");
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_action WHERE state = 'done'"), 1);
	desk_keys(desk, "Enter");
	desk_shows(desk, "What became of it");
}

static void how_safe_is_said_and_drawn(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	desk_keys(desk, "r");
	desk_golden(desk, "plan-scale-80x24.screen");
	desk_type(desk, "Ch");
	desk_keys(desk, "Down Enter");
	desk_type(desk, "6");
	desk_keys(desk, "Ctrl-S /");
	desk_type(desk, "chidi");
	desk_shows(desk, "######····  6 core group");
	desk_shows(desk, "###·······  3 chair");
}

static void the_palette_finds_a_plan(void **state)
{
	struct desk_fixture *desk = *state;

	desk_keys(desk, ":");
	desk_type(desk, "plan of okonkwo");
	desk_shows(desk, "Plan of Okonkwo");
	desk_keys(desk, "Enter");
	desk_shows(desk, "Plan · Okonkwo ×2");
}

static void a_helper_is_added(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_plan(desk);
	desk_keys(desk, "h");
	desk_type(desk, "Joy Bell");
	desk_keys(desk, "Tab");
	desk_type(desk, "neighbour");
	desk_keys(desk, "Tab");
	desk_type(desk, "has a key");
	desk_golden(desk, "plan-network-80x24.screen");
	desk_keys(desk, "Ctrl-S /");
	desk_type(desk, "joy");
	desk_shows(desk, "neighbour: has a key");
}

/* Of a plan that ended nothing can be begun: the key itself answers, no form opens that could not be saved. */
static void a_closed_plan_answers_in_one_sentence(void **state)
{
	static const struct {
		const char *key, *answer;
	} rows[] = {
		{"b", "No child of this family is on a plan now: a closed plan has no core group."},
		{"a", "No child of this family is on a plan of ours now: the plan stays as it was."},
		{"c", "No child of this family is on a plan now: a closed plan has no core group."},
		{"h", "No child of this family is on a plan of ours now: the plan stays as it was."},
		{"r", "No child of this family is on a plan of ours now: the plan stays as it was."},
		{"e", "No child of this family is on a plan of ours now: the plan stays as it was."},
		{"i", "No child of this family is on a plan of ours now: the plan stays as it was."},
	};
	struct desk_fixture *desk = *state;
	long long meetings = number(desk->file, "SELECT count(*) FROM core_group_meeting");

	to_the_plan(desk);
	desk_keys(desk, "b");
	desk_shows(desk, "Book a core group");
	desk_keys(desk, "Esc");
	number(desk->file, "UPDATE plan SET ended_on = '2026-04-09'");
	desk_restart_on(desk, "2026-04-09", 24, 80);
	desk_keys(desk, ":");
	desk_type(desk, "plan of okonkwo");
	desk_keys(desk, "Enter");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk_keys(desk, rows[i].key);
		desk_shows(desk, rows[i].answer);
		desk_shows(desk, "Plan · Okonkwo ×2");
	}
	assert_int_equal(number(desk->file, "SELECT count(*) FROM plan_version"), 1);
	assert_int_equal(number(desk->file, "SELECT count(*) FROM core_group_meeting"), meetings);
}

int main(void)
{
#define WITH_PLAN(name) cmocka_unit_test_setup_teardown(name, desk_with_plan, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_PLAN(the_plan_reads_well),
		WITH_PLAN(an_action_is_added_between),
		WITH_PLAN(a_form_that_is_only_looked_at_begins_nothing),
		WITH_PLAN(what_another_added_meanwhile_is_not_thrown_away),
		WITH_PLAN(two_versions_stand_beside_one_another),
		WITH_PLAN(what_is_overdue_stands_by_owner),
		WITH_PLAN(what_became_of_an_action_is_said),
		WITH_PLAN(how_safe_is_said_and_drawn),
		WITH_PLAN(the_palette_finds_a_plan),
		WITH_PLAN(a_helper_is_added),
		WITH_PLAN(a_closed_plan_answers_in_one_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
