/* The actions of plans among what is due: one row for each family, by the first that is still to be done. */
#include "core_group_steps.h"

#include "casework/births.h"
#include "casework/family_plan.h"
#include "casework/pages.h"
#include "casework/worklist.h"

static struct due_list actions_due(struct casework_fixture *fixture, const char *chair)
{
	const struct due_filter filter = {.within_wd = 10, .lane = LANE_ACTIONS, .chair = chair};
	struct due_list out;

	MUST(casework_due(fixture->cw, &filter, &fixture->mem, &out, f));
	return out;
}

/* The plan of the steps has one action, Nana's, by no day. */
static void by_day(struct casework_fixture *fixture, const char *who, const char *by)
{
	number(fixture,
	       "INSERT INTO plan_action (plan_version_id, position, what, who, by_on, state) SELECT max(id),"
	       " (SELECT count(*) + 1 FROM plan_action), 'a new lock', '%s', '%s', 'open' FROM plan_version",
	       who, by);
}

static void they_stand_in_one_row_a_family(void **state)
{
	struct casework_fixture *fixture = *state;
	struct due_list due;

	a_family_on_plan(fixture, "2026-04-08");
	assert_int_equal(actions_due(fixture, NULL).count, 0); /* no day was said */
	number(fixture, "DROP TRIGGER issued_action_is_never_added");
	by_day(fixture, "K. Evans", "2026-04-10");
	due = actions_due(fixture, NULL);
	assert_int_equal(due.count, 1);
	assert_int_equal(due.by_lane[LANE_ACTIONS], 1);
	assert_string_equal(due.items[0].missing, "1 to be done");
	assert_int_equal(due.items[0].state, DEADLINE_SOON);
	by_day(fixture, "Nana", "2026-04-02");
	by_day(fixture, "K. Evans", "2026-04-03");
	due = actions_due(fixture, NULL);
	assert_int_equal(due.count, 1);
	assert_int_equal(due.items[0].due, date_from_iso("2026-04-02"));
	assert_int_equal(due.items[0].state, DEADLINE_LATE);
	assert_non_null(strstr(due.items[0].missing, "2 overdue: "));
	assert_non_null(strstr(due.items[0].missing, "Nana"));
	assert_string_equal(due.items[0].ids, ""); /* ticked nowhere: what became of it is said on the plan */
	number(fixture, "UPDATE plan_action SET state = 'done'");
	assert_int_equal(actions_due(fixture, NULL).count, 0);
	by_day(fixture, "Rosa, aunt", "2026-04-02");
	by_day(fixture, "K. Evans", "2026-04-03");
	assert_string_equal(actions_due(fixture, NULL).items[0].missing, "2 overdue: Rosa, aunt; K. Evans");
}

/* By the chair of the family's next review. */
static void a_chair_has_those_of_their_own_families(void **state)
{
	struct casework_fixture *fixture = *state;

	a_family_on_plan(fixture, "2026-04-08");
	number(fixture, "DROP TRIGGER issued_action_is_never_added");
	by_day(fixture, "Nana", "2026-04-02");
	assert_int_equal(actions_due(fixture, "Pritchard").count, 0);
	number(fixture, "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE name LIKE '%%Pritchard')");
	assert_int_equal(actions_due(fixture, "Pritchard").count, 1);
}

static void a_hidden_family_has_none(void **state)
{
	struct casework_fixture *fixture = *state;

	a_family_on_plan(fixture, "2026-04-08");
	number(fixture, "DROP TRIGGER issued_action_is_never_added");
	by_day(fixture, "Nana", "2026-04-02");
	assert_int_equal(actions_due(fixture, NULL).by_lane[LANE_ACTIONS], 1);
	number(fixture, "UPDATE family SET is_restricted = 1");
	assert_int_equal(actions_due(fixture, NULL).by_lane[LANE_ACTIONS], 0);
}

static size_t due_of_child(struct casework_fixture *fixture, int64_t child)
{
	struct child_page page;

	MUST(casework_child_page(fixture->cw, child, &fixture->mem, &page, f));
	return page.deadlines.count + (page.visits.due != DAY_NONE);
}

/* What a family owes is no longer owed for a child who died; brothers and sisters keep it, but for what was to be done
 * for that child alone. */
static void nothing_is_due_for_a_child_who_died(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t ada, chidi;
	struct loss loss = {.kind = LOSS_DEATH, .words = "the police, by telephone"};
	struct overdue_lines overdue;

	a_family_on_plan(fixture, "2026-04-08");
	ada = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	chidi = number(fixture, "SELECT id FROM person WHERE given_names = 'Chidi'");
	number(fixture, "DROP TRIGGER issued_action_is_never_added");
	by_day(fixture, "Nana", "2026-04-02");
	number(fixture,
	       "INSERT INTO plan_action (plan_version_id, person_id, position, what, who, by_on, state) SELECT max(id),"
	       " %lld, 3, 'a place at nursery', 'K. Evans', '2026-04-03', 'open' FROM plan_version",
	       (long long)ada);
	assert_string_equal(actions_due(fixture, NULL).items[0].missing, "2 overdue: Nana; K. Evans");
	assert_true(due_of_child(fixture, ada) > 1);
	loss.person_id = ada;
	loss.version = number(fixture, "SELECT version FROM person WHERE id = %lld", (long long)ada);
	loss.on = date_from_iso("2026-04-07");
	MUST(casework_loss(fixture->cw, &loss, f));
	assert_int_equal(due_of_child(fixture, ada), 0);
	assert_true(due_of_child(fixture, chidi) > 1);
	assert_string_equal(actions_due(fixture, NULL).items[0].missing, "1 overdue: Nana");
	MUST(casework_overdue_actions(fixture->cw, 0, &fixture->mem, &overdue, f));
	assert_int_equal(overdue.count, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(they_stand_in_one_row_a_family),
		TEST(a_chair_has_those_of_their_own_families),
		TEST(a_hidden_family_has_none),
		TEST(nothing_is_due_for_a_child_who_died),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
