/* Who goes on after a conference, and what that makes of the review that was booked and of the plan when it is closed.
 */
#include "live_after.h"

#include "live_plan_steps.h"
#include "live_review.h"

static struct conference held(struct casework_fixture *fixture, const struct live_day *d)
{
	return facts_of(fixture, d->id).conference;
}

/* Books the next review; its id. */
static int64_t a_review(struct casework_fixture *fixture, const struct live_day *d)
{
	struct proposal_list list;
	struct booking booking = {0};

	MUST(casework_live_review_proposals(fixture->cw, d->id, DAY_NONE, 1, &fixture->mem, &list, f));
	booking.slot = list.items[0].slot;
	MUST(casework_live_review(fixture->cw, d->id, &booking, f));
	return number(fixture, "SELECT review_id FROM live_state");
}

static void settled(struct casework_fixture *fixture, const struct live_day *d)
{
	struct conference c = held(fixture, d);

	MUST(work_begin(fixture->cw, ACTION_DECIDE, f));
	MUST(live_review_settle(fixture->cw, &c, &fixture->mem, f));
	MUST(work_keep(fixture->cw, f));
}

static const char *of_review(struct casework_fixture *fixture, int64_t review)
{
	return casework_fixture_text(fixture,
				     arena_printf(&fixture->mem,
						  "SELECT group_concat(given_names, ' ') FROM (SELECT"
						  " given_names FROM conference_child AS k JOIN person AS p ON"
						  " p.id = k.person_id WHERE k.conference_id = %lld ORDER BY 1)",
						  (long long)review));
}

static int64_t tasks_of(struct casework_fixture *fixture, int64_t review, int64_t child)
{
	return number(
		fixture,
		"SELECT count(*) FROM deadline_child AS k JOIN deadline AS d ON d.id = k.deadline_id WHERE"
		" d.subject_kind = 'conference' AND d.subject_id = %lld AND d.state = 'open' AND k.person_id = %lld",
		(long long)review, (long long)child);
}

static void what_is_decided_tells_who_goes_on(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct child_decision adjourned = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);
	struct conference c;
	struct live_after after;

	adjourned.outcome = OUTCOME_ADJOURNED;
	adjourned.category = CATEGORY_COUNT;
	adjourned.categories = 0;
	decides(fixture, &adjourned);
	c = held(fixture, &d);
	MUST(work_begin(fixture->cw, ACTION_DECIDE, f));
	MUST(live_after_read(fixture->cw, &c, &fixture->mem, &after, f));
	work_undo(fixture->cw);
	assert_int_equal(after.on_plan.count, 1);
	assert_int_equal(after.on_plan.items[0].id, d.chidi);
	assert_int_equal(after.freed.count, 1); /* Ada is neither: it goes on another day */
	assert_int_equal(after.freed.items[0].id, d.skye);
}

static void the_review_is_for_those_on_a_plan_at_the_end(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct child_decision skye = a_plan_for(&d, d.skye, CATEGORY_NEGLECT), ada = no_plan_for(&d, d.ada);
	int64_t review = a_review(fixture, &d);

	assert_string_equal(of_review(fixture, review), "Ada Chidi");
	assert_int_equal(tasks_of(fixture, review, d.ada), 9);
	decides(fixture, &skye);
	decides(fixture, &ada);
	settled(fixture, &d);
	assert_string_equal(of_review(fixture, review), "Chidi Skye");
	assert_int_equal(tasks_of(fixture, review, d.ada), 0);
	assert_int_equal(tasks_of(fixture, review, d.skye), 9);
}

static void one_that_nobody_needs_is_given_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct child_decision ada = no_plan_for(&d, d.ada), chidi = no_plan_for(&d, d.chidi);
	int64_t review;

	settled(fixture, &d); /* none is booked: nothing happens */
	review = a_review(fixture, &d);
	decides(fixture, &ada);
	settled(fixture, &d);
	assert_int_equal(facts_of(fixture, review).conference.state, STATE_SCHEDULED);
	decides(fixture, &chidi);
	settled(fixture, &d);
	assert_int_equal(facts_of(fixture, review).conference.state, STATE_CANCELLED);
	assert_int_equal(number(fixture, "SELECT count(*) FROM live_state WHERE review_id IS NOT NULL"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'cancel' AND reason ="
					 " 'no child is on a plan any more'"),
			 1);
}

static void a_plan_is_for_those_on_one_now(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct child_decision ada = no_plan_for(&d, d.ada);
	struct conference c = held(fixture, &d);
	struct plan_version plan;
	struct live_after after;

	MUST(work_begin(fixture->cw, ACTION_DECIDE, f));
	MUST(live_plan_begun(fixture->cw, &c, &fixture->mem, &plan, f));
	MUST(work_keep(fixture->cw, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version_child"), 2);
	decides(fixture, &ada);
	MUST(work_begin(fixture->cw, ACTION_DECIDE, f));
	MUST(live_after_read(fixture->cw, &c, &fixture->mem, &after, f));
	MUST(live_plan_children_follow(fixture->cw, &after, plan.id, &fixture->mem, f));
	MUST(work_keep(fixture->cw, f));
	assert_int_equal(number(fixture, "SELECT sum(person_id) FROM plan_version_child"), d.chidi);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_decided_tells_who_goes_on),
		TEST(the_review_is_for_those_on_a_plan_at_the_end),
		TEST(one_that_nobody_needs_is_given_back),
		TEST(a_plan_is_for_those_on_one_now),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
