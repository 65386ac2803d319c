/* The outline plan: for whom it is, who writes it, that two people never overwrite each other, what it goes on from. */
#include "live_plan_steps.h"

static void the_page_says_for_whom_it_is_needed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct live_plan_page page = plan_page(fixture, d.id);
	struct child_decision ada = a_plan_for(&d, d.ada, CATEGORY_NEGLECT),
			      skye = a_plan_for(&d, d.skye, CATEGORY_NEGLECT);

	assert_false(page.is_needed);
	assert_string_equal(page.children_words, "");
	assert_int_equal(page.plan.id, 0);
	assert_string_equal(page.plan.lead_social_worker, "Emma Evans"); /* put there to be taken */
	assert_string_equal(page.group.lead, "Emma Evans");
	assert_int_equal(page.review.id, 0);
	assert_int_equal(page.review_due, DAY_NONE);
	make_quorate(fixture, &d);
	as_chair(fixture);
	decides(fixture, &ada);
	assert_string_equal(plan_page(fixture, d.id).children_words, "Ada");
	decides(fixture, &skye);
	page = plan_page(fixture, d.id);
	assert_true(page.is_needed);
	assert_string_equal(page.children_words, "Ada and Skye");
	assert_int_equal(audited(fixture, "live.plan_look"), 3);
	MUST(casework_live_plan_again(fixture->cw, d.id, &fixture->mem, &page, f));
	assert_int_equal(audited(fixture, "live.plan_look"), 3);
}

/* A child who came on the plan of another authority: ours starts here, and its first review is owed in three months. */
static void the_first_review_is_counted_from_our_plan(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	day_number due = plan_page(fixture, d.id).review_due;

	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest,"
	       " is_other_authority) VALUES ('P-0900', %lld, %lld, '2025-11-03', 'NEG', 'NEG', 1)",
	       (long long)d.ada, (long long)d.family);
	number(fixture, "UPDATE child_decision SET outcome = 'child_in_need' WHERE person_id <> %lld",
	       (long long)d.ada);
	assert_int_equal(plan_page(fixture, d.id).review_due, due);
}

static void a_plan_is_begun_and_written(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct plan_version plan = plan_version_blank();
	struct live_plan_page page;

	plan.conference_id = d.id;
	plan.harm = "  left alone at night  ";
	MUST(casework_live_plan(fixture->cw, &plan, f));
	assert_int_equal(plan.number, 1);
	assert_int_equal(plan.version, 1);
	plan.visits = "every ten days";
	MUST(casework_live_plan(fixture->cw, &plan, f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.plan.id, plan.id);
	assert_int_equal(page.plan.version, 2);
	assert_string_equal(page.plan.harm, "left alone at night");
	assert_string_equal(page.plan.visits, "every ten days");
	assert_int_equal(page.plan.written_on, date_from_iso(FIXTURE_TODAY));
	assert_int_equal(page.plan.family_id, d.family);
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version_child"), 2); /* Skye has none */
	assert_int_equal(audited(fixture, "live.plan"), 2);
	plan.harm = "a\001b";
	REFUSED(casework_live_plan(fixture->cw, &plan, f), "harm", "control characters");
}

static void two_people_never_overwrite_each_other(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct plan_version mine = plan_version_blank(), theirs;
	struct casework *other = second_session(fixture, NULL);

	mine.conference_id = d.id;
	theirs = mine;
	MUST(casework_live_plan(other, &theirs, f));
	mine.harm = "typed here";
	CONFLICTS(casework_live_plan(fixture->cw, &mine, f)); /* begun there meanwhile */
	mine = theirs;
	theirs.harm = "typed there";
	MUST(casework_live_plan(other, &theirs, f));
	CONFLICTS(casework_live_plan(fixture->cw, &mine, f));
	assert_string_equal(plan_page(fixture, d.id).plan.harm, "typed there");
	assert_int_equal(mine.version, 1); /* what was typed is as it was */
	mine.id = 999;
	CONFLICTS(casework_live_plan(fixture->cw, &mine, f));
	casework_close(other);
}

static void what_was_given_out_stays(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct plan_version plan = plan_version_blank();
	struct plan_action action = an_action("nursery place", "Emma Evans");

	plan.conference_id = d.id;
	MUST(casework_live_plan(fixture->cw, &plan, f));
	MUST(casework_live_action(fixture->cw, d.id, &action, f));
	number(fixture, "UPDATE plan_version SET issued_on = '" FIXTURE_TODAY "'");
	plan.harm = "another";
	REFUSED(casework_live_plan(fixture->cw, &plan, f), "", "was given out on");
	REFUSED(casework_live_action(fixture->cw, d.id, &action, f), "", "was given out on");
	REFUSED(casework_live_action_drop(fixture->cw, d.id, action.id, action.version, f), "", "was given out on");
}

static void it_goes_on_from_the_earlier_one(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct live_plan_page page;

	REFUSED(casework_live_plan_from_earlier(fixture->cw, d.id, f), "", "No outline plan from before");
	an_earlier_plan(fixture, &d);
	page = plan_page(fixture, d.id);
	assert_int_equal(page.earlier.id, 1);
	assert_int_equal(page.earlier_actions.count, 3);
	MUST(casework_live_plan_from_earlier(fixture->cw, d.id, f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.plan.number, 2);
	assert_int_equal(page.plan.issued_on, DAY_NONE);
	assert_int_equal(page.plan.conference_id, d.id);
	assert_int_equal(page.plan.written_on, date_from_iso(FIXTURE_TODAY));
	assert_string_equal(page.plan.harm, "left alone at night");
	assert_int_equal(page.earlier.id, 1);
	assert_int_equal(page.actions.count, 2); /* what is done is done */
	assert_string_equal(page.actions.items[0].what, "nursery place");
	assert_int_equal(page.actions.items[0].by_on, DAY_NONE); /* its day had passed */
	assert_int_equal(page.actions.items[1].state, PLAN_ACTION_PARTLY);
	assert_int_equal(page.actions.items[1].by_on, date_from_iso("2026-06-01"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_version_child WHERE plan_version_id = %lld",
				(long long)page.plan.id),
			 2);
	CONFLICTS(casework_live_plan_from_earlier(fixture->cw, d.id, f));
}

/* One plan for the family: a conference about his sister takes nothing from a brother's. */
static void who_stays_on_a_plan_keeps_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct plan_action action = an_action("scan", "P. Achebe");
	struct plan_version plan = plan_version_blank();
	struct live_plan_page page;

	an_earlier_plan(fixture, &d);
	number(fixture, "DELETE FROM child_decision WHERE person_id = %lld", (long long)d.chidi);
	number(fixture, "DELETE FROM conference_child WHERE person_id = %lld", (long long)d.chidi);
	page = plan_page(fixture, d.id);
	assert_string_equal(page.children_words, "Ada");
	assert_string_equal(page.staying_words, "Chidi");
	assert_non_null(strstr(page.must_copy, "The plan of Chidi goes on"));
	REFUSED(casework_live_action(fixture->cw, d.id, &action, f), "", "begin with it");
	plan.conference_id = d.id;
	REFUSED(casework_live_plan(fixture->cw, &plan, f), "", "begin with it");
	assert_int_equal(plan_page(fixture, d.id).plan.id, 0);
	MUST(casework_live_plan_from_earlier(fixture->cw, d.id, f));
	page = plan_page(fixture, d.id);
	assert_string_equal(page.must_copy, "");
	assert_int_equal(page.actions.count, 2);
	assert_true(page.actions.items[0].by_on < date_from_iso(FIXTURE_TODAY)); /* overdue, and stays so */
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT group_concat(given_names) FROM (SELECT given_names "
						  "FROM plan_version_child JOIN person ON id = person_id WHERE "
						  "plan_version_id = (SELECT max(id) FROM plan_version) ORDER BY "
						  "given_names)"),
			    "Ada,Chidi");
	MUST(casework_live_action(fixture->cw, d.id, &action, f));
}

/* Another's draft is no plan yet; what an adjourned conference began is, where it goes on. */
static void a_draft_is_no_earlier_plan(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);

	an_earlier_plan(fixture, &d);
	number(fixture,
	       "INSERT INTO conference (id, reference, family_id, type, state, source, policy, requested_on) VALUES"
	       " (90, 'C-0900', 1, 'initial', 'adjourned', 'typed', 'x', '2026-01-01')");
	number(fixture,
	       "INSERT INTO plan_version (family_id, conference_id, number, written_on, by_user) VALUES (%lld, 90, 2,"
	       " '2026-03-01', 'x')",
	       (long long)d.family);
	assert_int_equal(plan_page(fixture, d.id).earlier.number, 1);
	number(fixture, "UPDATE conference SET earlier_id = 90 WHERE id = %lld", (long long)d.id);
	assert_int_equal(plan_page(fixture, d.id).earlier.number, 2);
}

static void whoever_was_to_do_it_is_found_on_this_list(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct live_plan_page page;

	an_earlier_plan(fixture, &d);
	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on) VALUES"
	       " ('C-0900', 1, 'initial', 'closed', 'typed', 'x', '2026-01-01')");
	number(fixture,
	       "INSERT INTO invitee (conference_id, contact_id, capacity, method) SELECT c.id, i.contact_id,"
	       " 'professional', 'email' FROM conference AS c, invitee AS i WHERE c.reference = 'C-0900'"
	       " AND i.id IN (%lld, %lld) ORDER BY i.id",
	       (long long)d.school, (long long)d.police);
	number(fixture, "UPDATE invitee SET is_withdrawn = 1 WHERE id = %lld", (long long)d.police);
	number(fixture, "DROP TRIGGER issued_action_is_never_changed");
	number(fixture,
	       "UPDATE plan_action SET who_invitee_id = (SELECT min(n.id) + plan_action.id - 1 FROM invitee AS n"
	       " JOIN conference AS c ON c.id = n.conference_id AND c.reference = 'C-0900') WHERE id < 3");
	MUST(casework_live_plan_from_earlier(fixture->cw, d.id, f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.actions.items[0].who_invitee_id, d.school);
	assert_int_equal(page.actions.items[1].who_invitee_id, 0); /* taken off the list: the words say who */
	assert_string_equal(page.actions.items[1].who, "Fire service");
}

static void only_what_is_being_held_is_written(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct plan_version plan = plan_version_blank();

	plan.conference_id = d.id;
	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)d.id);
	REFUSED(casework_live_plan(fixture->cw, &plan, f), "", "is over");
	REFUSED(casework_live_plan_from_earlier(fixture->cw, d.id, f), "", "is over");
	assert_string_equal(plan_page(fixture, d.id).children_words, "Chidi and Ada"); /* it is still shown */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_page_says_for_whom_it_is_needed),
		TEST(the_first_review_is_counted_from_our_plan),
		TEST(a_plan_is_begun_and_written),
		TEST(two_people_never_overwrite_each_other),
		TEST(what_was_given_out_stays),
		TEST(it_goes_on_from_the_earlier_one),
		TEST(who_stays_on_a_plan_keeps_it),
		TEST(a_draft_is_no_earlier_plan),
		TEST(whoever_was_to_do_it_is_found_on_this_list),
		TEST(only_what_is_being_held_is_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
