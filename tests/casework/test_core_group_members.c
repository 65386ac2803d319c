/* Who joins and leaves a core group between conferences, and what became of the plan's actions. */
#include "core_group_steps.h"

static struct core_group_member named(const char *name)
{
	struct core_group_member one = core_group_member_blank();

	one.name = name;
	return one;
}

static void whoever_joins_is_in_it_once(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	size_t before = group_page(fixture, family).members.count;
	struct core_group_member nana = named("Nana Okonkwo"), again = named("nana okonkwo"), nobody = named(" "),
				 stranger = core_group_member_blank(), both = core_group_member_blank();

	MUST(casework_core_group_join(fixture->cw, family, &nana, f));
	REFUSED(casework_core_group_join(fixture->cw, family, &again, f), "name", "already");
	REFUSED(casework_core_group_join(fixture->cw, family, &nobody, f), "name", "who joins");
	stranger.person_id = 9999;
	REFUSED(casework_core_group_join(fixture->cw, family, &stranger, f), "name", "none of the family");
	both.person_id = both.contact_id = 1;
	REFUSED(casework_core_group_join(fixture->cw, family, &both, f), "name", "not both");
	stranger.person_id = 0;
	stranger.contact_id = 9999;
	REFUSED(casework_core_group_join(fixture->cw, family, &stranger, f), "name", "directory");
	assert_int_equal(group_page(fixture, family).members.count, before + 1);
	assert_int_equal(audited(fixture, "core_group.join"), 1);
	stranger.contact_id = number(fixture, "SELECT min(id) FROM contact");
	number(fixture, "PRAGMA ignore_check_constraints = 1");
	number(fixture, "UPDATE contact SET method = 'pigeon'");
	REFUSED(casework_core_group_join(fixture->cw, family, &stranger, f), "", "\"method\" that this program");
	number(fixture, "PRAGMA ignore_check_constraints = 0");
}

static void whoever_leaves_keeps_the_row(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_member one = group_page(fixture, family).members.items[0];
	day_number on = date_from_iso("2026-04-08");
	struct core_group_page page;

	REFUSED(casework_core_group_leave(fixture->cw, family, one.id, one.version, on, "", f), "why", "Say why");
	REFUSED(casework_core_group_leave(fixture->cw, family, one.id, one.version, on + 1, "moved", f), "on",
		"in the future");
	REFUSED(casework_core_group_leave(fixture->cw, family, one.id, one.version, one.since - 1, "moved", f), "on",
		"before they joined");
	REFUSED(casework_core_group_leave(fixture->cw, family, one.id, one.version, DAY_NONE, "moved", f), "on",
		"Enter the day");
	CONFLICTS(casework_core_group_leave(fixture->cw, family, one.id, one.version + 1, on, "moved", f));
	MUST(casework_core_group_leave(fixture->cw, family, one.id, one.version, on, "moved", f));
	REFUSED(casework_core_group_leave(fixture->cw, family, one.id, one.version + 1, on, "moved", f), "",
		"not in this core group");
	page = group_page(fixture, family);
	assert_string_equal(page.members.items[page.members.count - 1].left_why, "moved");
	assert_int_equal(page.members.items[page.members.count - 1].until, on);
	assert_int_equal(audited(fixture, "core_group.leave"), 1);
}

static void actions_are_reviewed_one_by_one(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_page page = group_page(fixture, family);
	struct plan_action one;

	assert_int_equal(page.actions.count, 1);
	one = page.actions.items[0];
	one.state = PLAN_ACTION_PARTLY;
	one.evidence = "seen on Monday";
	one.difference = "the door is shut at night";
	MUST(casework_core_group_action(fixture->cw, family, 0, &one, f));
	page = group_page(fixture, family);
	assert_int_equal(page.actions.items[0].state, PLAN_ACTION_PARTLY);
	assert_string_equal(page.actions.items[0].evidence, "seen on Monday");
	one.version = 1;
	CONFLICTS(casework_core_group_action(fixture->cw, family, 0, &one, f));
	one.state = PLAN_ACTION_STATE_COUNT;
	REFUSED(casework_core_group_action(fixture->cw, family, 0, &one, f), "state", "Choose");
	one.id = 999;
	REFUSED(casework_core_group_action(fixture->cw, family, 0, &one, f), "", "not of the present plan");
	assert_int_equal(audited(fixture, "core_group.action"), 1);
}

/* The history of an action: what was said each time, and where. */
static void what_was_said_stays_with_its_meeting(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting met = booked_meeting(fixture, family), to_come = meeting_on("2026-05-20");
	struct plan_action one = group_page(fixture, family).actions.items[0];
	struct core_group_page page;

	MUST(casework_core_group_book(fixture->cw, family, &to_come, f));
	one.state = PLAN_ACTION_PARTLY;
	one.evidence = "half of it hangs";
	REFUSED(casework_core_group_action(fixture->cw, family, to_come.id, &one, f), "meeting", "still to come");
	REFUSED(casework_core_group_action(fixture->cw, family, 999, &one, f), "meeting", "not of this core group");
	MUST(casework_core_group_action(fixture->cw, family, met.id, &one, f)); /* while it sits */
	MUST(casework_core_group_held(fixture->cw, family, &met, NULL, 0, f));
	one.state = PLAN_ACTION_DONE;
	one.difference = "the children sleep";
	MUST(casework_core_group_action(fixture->cw, family, 0, &one, f));
	page = group_page(fixture, family);
	assert_int_equal(page.said.count, 2);
	assert_int_equal(page.said.items[0].meeting_id, met.id);
	assert_int_equal(page.said.items[0].state, PLAN_ACTION_PARTLY);
	assert_string_equal(page.said.items[0].evidence, "half of it hangs");
	assert_int_equal(page.said.items[1].meeting_id, 0);
	assert_string_equal(page.said.items[1].difference, "the children sleep");
	assert_int_equal(page.actions.items[0].state, PLAN_ACTION_DONE);
}

/* A plan that another system kept has no group here: the first who joins begins it. */
static void a_group_begins_between_conferences(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-08");
	struct core_group_member nana = named("Nana");
	struct core_group_meeting held = meeting_on("2026-04-07");

	number(fixture, "DELETE FROM core_group_member");
	number(fixture, "DELETE FROM core_group_meeting");
	number(fixture, "DELETE FROM core_group");
	number(fixture, "DELETE FROM deadline_child WHERE deadline_id IN (SELECT id FROM deadline WHERE rule ="
			" 'core_group.first')");
	number(fixture, "DELETE FROM deadline WHERE rule = 'core_group.first'");
	assert_string_equal(group_page(fixture, family).line.due_words, "not known");
	MUST(casework_core_group_join(fixture->cw, family, &nana, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group WHERE conference_id IS NULL"), 1);
	MUST(casework_core_group_held(fixture->cw, family, &held, NULL, 0, f));
	assert_string_equal(owed_words(fixture), "core_group.next due 2026-05-19 from 2026-04-07");
	assert_one_of_each(fixture);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(whoever_joins_is_in_it_once),        TEST(whoever_leaves_keeps_the_row),
		TEST(actions_are_reviewed_one_by_one),    TEST(what_was_said_stays_with_its_meeting),
		TEST(a_group_begins_between_conferences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
