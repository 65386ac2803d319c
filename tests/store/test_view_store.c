/* Views, decisions and recommendations: every member comes back, and nobody overwrites anybody unseen. */
#include "live_fixture.h"
#include "store/view_store.h"

static void a_view_is_one_for_each_person_and_child(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct view of_sam = view_blank(), of_ama = view_blank(), stale;
	struct view_list list;

	of_sam.conference_id = of_ama.conference_id = day.conference.id;
	of_sam.invitee_id = of_ama.invitee_id = day.school.id;
	of_sam.person_id = day.sam;
	of_ama.person_id = day.ama;
	assert_ok(x, view_keep(x->s, &of_sam, &x->f));
	assert_ok(x, view_keep(x->s, &of_ama, &x->f));
	stale = of_sam;
	of_sam.at_risk = OPINION_YES;
	of_sam.plan = OPINION_UNSURE;
	of_sam.category = CATEGORY_NEGLECT; /* the first of the categories is a category, not "not said" */
	of_sam.scale = 0;
	of_sam.why = "comes hungry";
	of_sam.is_dissent = true;
	of_sam.dissent_words = "the plan is too thin";
	of_sam.by_user = "minutes";
	of_sam.at = 1774516200;
	assert_ok(x, view_keep(x->s, &of_sam, &x->f));
	assert_conflict(x, view_keep(x->s, &stale, &x->f));
	stale.version = 0;
	assert_conflict(x, view_keep(x->s, &stale, &x->f));
	assert_ok(x, views_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].person_id, day.sam);
	assert_int_equal(list.items[0].invitee_id, day.school.id);
	assert_int_equal(list.items[0].at_risk, OPINION_YES);
	assert_int_equal(list.items[0].plan, OPINION_UNSURE);
	assert_int_equal(list.items[0].category, CATEGORY_NEGLECT);
	assert_int_equal(list.items[0].scale, 0);
	assert_string_equal(list.items[0].why, "comes hungry");
	assert_true(list.items[0].is_dissent);
	assert_string_equal(list.items[0].dissent_words, of_sam.dissent_words);
	assert_string_equal(list.items[0].by_user, "minutes");
	assert_int_equal(list.items[0].at, of_sam.at);
	assert_int_equal(list.items[0].version, 2);
	assert_int_equal(list.items[1].category, CATEGORY_COUNT); /* not said stays not said */
	assert_int_equal(list.items[1].scale, -1);
	assert_int_equal(list.items[1].at_risk, OPINION_NONE);
}

static void a_decision_is_one_for_each_child(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct child_decision sam = child_decision_blank(), ama = child_decision_blank(), stale;
	struct child_decision_list list;
	const struct child_decision *back;

	sam.conference_id = ama.conference_id = day.conference.id;
	sam.person_id = day.sam;
	ama.person_id = day.ama;
	assert_ok(x, child_decision_keep(x->s, &sam, &x->f));
	assert_ok(x, child_decision_keep(x->s, &ama, &x->f));
	stale = sam;
	sam.participation = PARTICIPATION_PN2;
	sam.child_views = "I want to stay with Nan";
	sam.scale = 0;
	sam.outcome = OUTCOME_PLAN_ENDS;
	sam.category = CATEGORY_EMOTIONAL;
	sam.categories = CATEGORY_BIT(CATEGORY_EMOTIONAL) | CATEGORY_BIT(CATEGORY_MULTIPLE);
	sam.reasons = "safe with her";
	sam.end_reason = PLAN_END_ORDER;
	sam.step_down = "child in need plan";
	sam.not_decided_why = "-";
	sam.warnings_accepted = "seen on Monday";
	sam.decided_at = 1774520000;
	sam.decided_by = "chair";
	assert_ok(x, child_decision_keep(x->s, &sam, &x->f));
	assert_conflict(x, child_decision_keep(x->s, &stale, &x->f));
	stale.version = 0;
	assert_conflict(x, child_decision_keep(x->s, &stale, &x->f));
	assert_ok(x, child_decisions_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	back = &list.items[0];
	assert_int_equal(back->person_id, day.sam);
	assert_int_equal(back->participation, sam.participation);
	assert_string_equal(back->child_views, sam.child_views);
	assert_int_equal(back->scale, 0);
	assert_int_equal(back->outcome, sam.outcome);
	assert_int_equal(back->category, sam.category);
	assert_int_equal(back->categories, sam.categories);
	assert_string_equal(back->reasons, sam.reasons);
	assert_int_equal(back->end_reason, sam.end_reason);
	assert_string_equal(back->step_down, sam.step_down);
	assert_string_equal(back->not_decided_why, sam.not_decided_why);
	assert_string_equal(back->warnings_accepted, sam.warnings_accepted);
	assert_int_equal(back->decided_at, sam.decided_at);
	assert_string_equal(back->decided_by, "chair");
	assert_int_equal(back->version, 2);
	assert_int_equal(list.items[1].outcome, OUTCOME_NONE);
	assert_int_equal(list.items[1].category, CATEGORY_COUNT);
	assert_int_equal(list.items[1].scale, -1);
}

static void what_was_decided_about_a_child_comes_latest_first(void **state)
{
	static const struct {
		const char *reference, *day;
		enum outcome outcome;
	} rows[] = {{"C-0010", "2025-06-02", OUTCOME_PLAN_MADE},
		    {"C-0011", "2025-12-01", OUTCOME_PLAN_CONTINUES},
		    {"C-0012", "2025-09-01", OUTCOME_ADJOURNED},
		    {"C-0013", "2026-03-02", OUTCOME_NONE}};
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct child_decision_list list;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct conference c = a_conference(x, rows[i].reference, day.family, rows[i].day, 570, STATE_DECIDED);
		struct child_decision decision = child_decision_blank();

		decision.conference_id = c.id;
		decision.person_id = day.sam;
		decision.outcome = rows[i].outcome;
		assert_ok(x, child_decision_keep(x->s, &decision, &x->f));
	}
	assert_ok(x, child_decisions_of_person(x->s, day.sam, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	assert_int_equal(list.items[0].outcome, OUTCOME_PLAN_CONTINUES);
	assert_int_equal(list.items[1].outcome, OUTCOME_ADJOURNED);
	assert_int_equal(list.items[2].outcome, OUTCOME_PLAN_MADE);
	assert_ok(x, child_decisions_of_person(x->s, day.ama, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 0);
}

static void a_recommendation_can_be_taken_back(void **state)
{
	struct fixture *x = *state;
	struct day day = a_day(x);
	struct recommendation legal = recommendation_blank(), network, stale;
	struct recommendation_list list;

	legal.conference_id = day.conference.id;
	network = legal;
	assert_ok(x, recommendation_keep(x->s, &legal, &x->f));
	network.kind = RECOMMEND_FAMILY_GROUP;
	network.person_id = day.ama;
	network.words = "before Easter";
	network.who = "Ms Adeyemi";
	network.by_on = date_from_iso("2026-04-02");
	assert_ok(x, recommendation_keep(x->s, &network, &x->f));
	stale = legal;
	legal.words = "within a week";
	assert_ok(x, recommendation_keep(x->s, &legal, &x->f));
	assert_conflict(x, recommendation_keep(x->s, &stale, &x->f));
	assert_conflict(x, recommendation_drop(x->s, stale.id, stale.version, &x->f));
	assert_ok(x, recommendation_drop(x->s, legal.id, legal.version, &x->f));
	assert_ok(x, recommendations_of(x->s, day.conference.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].id, network.id);
	assert_int_equal(list.items[0].kind, RECOMMEND_FAMILY_GROUP);
	assert_int_equal(list.items[0].person_id, day.ama);
	assert_string_equal(list.items[0].words, "before Easter");
	assert_string_equal(list.items[0].who, "Ms Adeyemi");
	assert_int_equal(list.items[0].by_on, network.by_on);
	assert_int_equal(list.items[0].version, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_view_is_one_for_each_person_and_child),
		TEST(a_decision_is_one_for_each_child),
		TEST(what_was_decided_about_a_child_comes_latest_first),
		TEST(a_recommendation_can_be_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
