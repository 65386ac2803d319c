/* Versions of a plan: numbered, carried over, and as they were given out from the day they are issued. */
#include "live_fixture.h"
#include "store/plan_version_store.h"

#define FROZEN "Write a new version"

static struct plan_version a_plan(struct fixture *x, const struct day *day)
{
	struct plan_version plan = plan_version_blank();

	plan.family_id = day->family;
	plan.conference_id = day->conference.id;
	plan.written_on = date_from_iso("2026-03-26");
	plan.harm = "left alone at night";
	plan.by_user = "chair";
	assert_ok(x, plan_version_keep(x->s, &plan, &x->f));
	return plan;
}

static struct plan_action an_action(struct fixture *x, const struct plan_version *plan, int position, const char *what,
				    enum plan_action_state standing)
{
	struct plan_action action = plan_action_blank();

	action.plan_version_id = plan->id;
	action.position = position;
	action.what = what;
	action.state = standing;
	assert_ok(x, plan_action_keep(x->s, &action, &x->f));
	return action;
}

static void every_member_of_a_plan_is_kept(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version plan = a_plan(x, &day), stale = plan, back;

	assert_int_equal(plan.number, 1);
	plan.written_on = date_from_iso("2026-03-27");
	plan.harm = "harm";
	plan.change = "change";
	plan.outcomes = "outcomes";
	plan.child_wishes = "wishes";
	plan.parents_views = "parents";
	plan.visits = "every ten days";
	plan.contingency = "court";
	plan.goals_short = "warm";
	plan.goals_long = "half a year";
	plan.assessments = "parenting";
	plan.contact_limits = "supervised";
	plan.format_for_parents = "large print";
	plan.lead_social_worker = "Ms Adeyemi";
	plan.by_user = "minutes";
	plan.why = "first";
	assert_ok(x, plan_version_keep(x->s, &plan, &x->f));
	assert_conflict(x, plan_version_keep(x->s, &stale, &x->f));
	assert_ok(x, plan_version_of_conference(x->s, day.conference.id, &x->mem, &back, &x->f));
	assert_int_equal(back.id, plan.id);
	assert_int_equal(back.family_id, day.family);
	assert_int_equal(back.conference_id, day.conference.id);
	assert_int_equal(back.number, 1);
	assert_int_equal(back.written_on, plan.written_on);
	assert_int_equal(back.issued_on, DAY_NONE);
	assert_string_equal(back.harm, "harm");
	assert_string_equal(back.change, "change");
	assert_string_equal(back.outcomes, "outcomes");
	assert_string_equal(back.child_wishes, "wishes");
	assert_string_equal(back.parents_views, "parents");
	assert_string_equal(back.visits, "every ten days");
	assert_string_equal(back.contingency, "court");
	assert_string_equal(back.goals_short, "warm");
	assert_string_equal(back.goals_long, "half a year");
	assert_string_equal(back.assessments, "parenting");
	assert_string_equal(back.contact_limits, "supervised");
	assert_string_equal(back.format_for_parents, "large print");
	assert_string_equal(back.lead_social_worker, "Ms Adeyemi");
	assert_string_equal(back.by_user, "minutes");
	assert_string_equal(back.why, "first");
	assert_int_equal(back.version, 2);
	assert_false(plan_version_by_id(x->s, 4711, &x->mem, &back, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_ok(x, plan_version_of_conference(x->s, day.conference.id + 1, &x->mem, &back, &x->f));
	assert_int_equal(back.id, 0);
}

static void versions_of_a_family_count_up(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version first = a_plan(x, &day), second = a_plan(x, &day), other;
	struct plan_version_list list;
	struct day elsewhere = {.family = a_family(x, "FAM-0002", "Okonkwo"), .conference = day.conference};

	other = a_plan(x, &elsewhere);
	assert_int_equal(second.number, 2);
	assert_int_equal(other.number, 1);
	assert_ok(x, plan_versions_of_family(x->s, day.family, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].id, second.id);
	assert_int_equal(list.items[1].id, first.id);
}

static void its_children_are_those_that_were_said_last(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version plan = a_plan(x, &day);
	struct person_list children;

	assert_ok(x, plan_version_children_set(x->s, plan.id, (int64_t[]){day.ama, day.sam}, 2, &x->f));
	assert_ok(x, plan_version_children(x->s, plan.id, &x->mem, &children, &x->f));
	assert_int_equal(children.count, 2);
	assert_int_equal(children.items[0].id, day.sam); /* the oldest first */
	assert_ok(x, plan_version_children_set(x->s, plan.id, (int64_t[]){day.ama}, 1, &x->f));
	assert_ok(x, plan_version_children(x->s, plan.id, &x->mem, &children, &x->f));
	assert_int_equal(children.count, 1);
	assert_int_equal(children.items[0].id, day.ama);
}

static void every_member_of_an_action_is_kept(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version plan = a_plan(x, &day);
	struct plan_action action = an_action(x, &plan, 2, "see the GP", PLAN_ACTION_OPEN), stale = action,
			   first = an_action(x, &plan, 1, "come to school", PLAN_ACTION_OPEN);
	struct plan_action_list list;

	action.person_id = day.sam;
	action.what = "see the GP together";
	action.who = "mother";
	action.who_invitee_id = day.parent.id;
	action.who_contact_id = day.school.contact_id;
	action.who_person_id = day.mother;
	action.by_on = date_from_iso("2026-04-09");
	action.state = PLAN_ACTION_PARTLY;
	action.evidence = "letter";
	action.difference = "sleeps";
	assert_ok(x, plan_action_keep(x->s, &action, &x->f));
	assert_conflict(x, plan_action_keep(x->s, &stale, &x->f));
	assert_conflict(x, plan_action_mark(x->s, &stale, &x->f));
	assert_conflict(x, plan_action_drop(x->s, stale.id, stale.version, &x->f));
	assert_ok(x, plan_actions_of(x->s, plan.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].id, first.id); /* by position */
	assert_int_equal(list.items[1].person_id, day.sam);
	assert_string_equal(list.items[1].what, action.what);
	assert_string_equal(list.items[1].who, "mother");
	assert_int_equal(list.items[1].who_invitee_id, day.parent.id);
	assert_int_equal(list.items[1].who_contact_id, day.school.contact_id);
	assert_int_equal(list.items[1].who_person_id, day.mother);
	assert_int_equal(list.items[1].by_on, action.by_on);
	assert_int_equal(list.items[1].state, PLAN_ACTION_PARTLY);
	assert_string_equal(list.items[1].evidence, "letter");
	assert_string_equal(list.items[1].difference, "sleeps");
	assert_int_equal(list.items[1].version, 2);
	assert_ok(x, plan_action_drop(x->s, action.id, action.version, &x->f));
	assert_ok(x, plan_actions_of(x->s, plan.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
}

static void an_issued_plan_is_never_changed(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version plan = a_plan(x, &day), back;
	struct plan_action action = an_action(x, &plan, 1, "see the GP", PLAN_ACTION_OPEN), more = plan_action_blank();
	struct plan_action_list list;

	assert_ok(x, plan_version_children_set(x->s, plan.id, &day.sam, 1, &x->f));
	back = plan;
	assert_ok(x, plan_version_issue(x->s, &plan, date_from_iso("2026-03-27"), &x->f));
	assert_conflict(x, plan_version_issue(x->s, &back, date_from_iso("2026-03-28"), &x->f));
	assert_ok(x, plan_version_by_id(x->s, plan.id, &x->mem, &back, &x->f));
	assert_int_equal(back.issued_on, date_from_iso("2026-03-27"));
	assert_int_equal(back.version, plan.version);
	plan.harm = "another";
	assert_refused(x, plan_version_keep(x->s, &plan, &x->f), FROZEN);
	assert_refused(x, plan_version_issue(x->s, &plan, date_from_iso("2026-03-28"), &x->f), FROZEN);
	assert_refused(x, plan_version_children_set(x->s, plan.id, &day.ama, 1, &x->f), FROZEN);
	assert_refused(x, plan_action_keep(x->s, &action, &x->f), FROZEN);
	assert_refused(x, plan_action_drop(x->s, action.id, action.version, &x->f), FROZEN);
	more.plan_version_id = plan.id;
	more.what = "one more";
	assert_refused(x, plan_action_keep(x->s, &more, &x->f), FROZEN);
	action.state = PLAN_ACTION_DONE; /* what became of it may be said */
	action.evidence = "seen on 8 April";
	action.difference = "treated";
	assert_ok(x, plan_action_mark(x->s, &action, &x->f));
	assert_ok(x, plan_actions_of(x->s, plan.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].state, PLAN_ACTION_DONE);
	assert_string_equal(list.items[0].evidence, "seen on 8 April");
	assert_string_equal(list.items[0].difference, "treated");
}

#define HAND(sql)                                                                                                      \
	{                                                                                                              \
		{                                                                                                      \
			(sql), false                                                                                   \
		}                                                                                                      \
	}

static void the_case_file_itself_keeps_an_issued_plan(void **state)
{
	static const struct by_hand rows[] = {
		HAND("UPDATE plan_version SET harm = 'x'"),
		HAND("UPDATE plan_version SET change = 'x'"),
		HAND("UPDATE plan_version SET outcomes = 'x'"),
		HAND("UPDATE plan_version SET child_wishes = 'x'"),
		HAND("UPDATE plan_version SET parents_views = 'x'"),
		HAND("UPDATE plan_version SET visits = 'x'"),
		HAND("UPDATE plan_version SET contingency = 'x'"),
		HAND("UPDATE plan_version SET goals_short = 'x'"),
		HAND("UPDATE plan_version SET assessments = 'x'"),
		HAND("UPDATE plan_version SET contact_limits = 'x'"),
		HAND("UPDATE plan_version SET format_for_parents = 'x'"),
		HAND("UPDATE plan_version SET lead_social_worker = 'x'"),
		HAND("UPDATE plan_version SET by_user = 'x'"),
		HAND("UPDATE plan_version SET why = 'x'"),
		HAND("UPDATE plan_version SET number = 9"),
		HAND("UPDATE plan_version SET written_on = '2020-01-01'"),
		HAND("UPDATE plan_version SET issued_on = NULL"), /* the way round all the others */
		HAND("UPDATE plan_version SET conference_id = NULL"),
		HAND("DELETE FROM plan_version"),
		HAND("INSERT OR REPLACE INTO plan_version (id, family_id, number, written_on, by_user)"
		     " SELECT id, family_id, 1, '2020-01-01', 'x' FROM plan_version"),
		HAND("UPDATE plan_action SET what = 'x'"),
		HAND("UPDATE plan_action SET who = 'x'"),
		HAND("UPDATE plan_action SET by_on = NULL"),
		HAND("UPDATE plan_action SET person_id = NULL"),
		HAND("UPDATE plan_action SET position = 7"),
		HAND("UPDATE plan_action SET who_person_id = NULL"),
		HAND("DELETE FROM plan_action"),
		HAND("INSERT INTO plan_action (plan_version_id, position, what) SELECT id, 1, 'x' FROM plan_version"),
		HAND("DELETE FROM plan_version_child"),
		HAND("INSERT INTO plan_version_child (plan_version_id, person_id) SELECT v.id, p.id FROM plan_version "
		     "AS v,"
		     " person AS p WHERE p.given_names = 'Ama'"),
	};
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version plan = a_plan(x, &day);

	an_action(x, &plan, 1, "see the GP", PLAN_ACTION_OPEN);
	assert_ok(x, plan_version_children_set(x->s, plan.id, &day.sam, 1, &x->f));
	assert_ok(x, plan_version_issue(x->s, &plan, date_from_iso("2026-03-27"), &x->f));
	assert_each_refused(x, rows, sizeof rows / sizeof *rows, "an issued plan is never changed");
}

/* The next version begins with what is still to do, and may change while the issued one stays. */
static void a_next_version_carries_on(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct plan_version first = a_plan(x, &day), second;
	struct person_list children;
	struct plan_action_list list;

	an_action(x, &first, 1, "done", PLAN_ACTION_DONE);
	an_action(x, &first, 2, "open", PLAN_ACTION_OPEN);
	an_action(x, &first, 3, "dropped", PLAN_ACTION_DROPPED);
	an_action(x, &first, 4, "partly", PLAN_ACTION_PARTLY);
	assert_ok(x, plan_version_children_set(x->s, first.id, (int64_t[]){day.sam, day.ama}, 2, &x->f));
	assert_ok(x, plan_version_issue(x->s, &first, date_from_iso("2026-03-27"), &x->f));
	second = a_plan(x, &day);
	assert_ok(x, plan_version_carry_over(x->s, first.id, second.id, &x->f));
	assert_ok(x, plan_version_children(x->s, second.id, &x->mem, &children, &x->f));
	assert_int_equal(children.count, 2);
	assert_ok(x, plan_actions_of(x->s, second.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].what, "open");
	assert_string_equal(list.items[1].what, "partly");
	assert_int_equal(list.items[1].version, 1);
	list.items[0].what = "open, and more of it";
	assert_ok(x, plan_action_keep(x->s, &list.items[0], &x->f));
	assert_refused(x, plan_version_carry_over(x->s, second.id, first.id, &x->f), FROZEN);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_member_of_a_plan_is_kept),
		TEST(versions_of_a_family_count_up),
		TEST(its_children_are_those_that_were_said_last),
		TEST(every_member_of_an_action_is_kept),
		TEST(an_issued_plan_is_never_changed),
		TEST(the_case_file_itself_keeps_an_issued_plan),
		TEST(a_next_version_carries_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
