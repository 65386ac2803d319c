/* The next review, booked at the conference that decides on it: its limit, its chair, its children, and that nothing is
 * kept by looking. */
#include "live_plan_steps.h"

static struct booking_facts review_facts(struct casework_fixture *fixture, int64_t conference)
{
	struct booking_facts facts;

	MUST(casework_live_review_facts(fixture->cw, conference, &fixture->mem, &facts, f));
	return facts;
}

static struct booking review_slot(struct casework_fixture *fixture, int64_t conference)
{
	struct proposal_list list;

	MUST(casework_live_review_proposals(fixture->cw, conference, DAY_NONE, 1, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	return (struct booking){.slot = list.items[0].slot};
}

static int64_t conferences(const struct casework_fixture *fixture)
{
	return number(fixture, "SELECT count(*) FROM conference");
}

/* Chaired by one of the settings' chairs, so that slots can be proposed with them; the chair at the keyboard is the
 * officer, who may write too. */
static struct live_day a_day_of_a_known_chair(struct casework_fixture *fixture)
{
	struct live_day d = a_decided_day(fixture);

	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	number(fixture,
	       "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE name = 'Farida Rahman'), access ="
	       " 'step-free' WHERE id = %lld",
	       (long long)d.id);
	return d;
}

static void looking_keeps_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	int64_t rows = conferences(fixture), looks = audited(fixture, "booking.look");
	struct booking_facts facts = review_facts(fixture, d.id);
	struct booking booking = review_slot(fixture, d.id);
	struct resource_list chairs, rooms, minute_takers;

	assert_int_equal(facts.conference.id, 0);
	assert_int_equal(facts.conference.version, 0);
	assert_string_equal(facts.conference.reference, "");
	assert_int_equal(facts.conference.type, CONFERENCE_REVIEW);
	assert_int_equal(facts.conference.earlier_id, d.id);
	assert_string_equal(facts.needs, "step-free");
	MUST(casework_live_review_check(fixture->cw, d.id, &booking, f));
	MUST(casework_live_free_for_review(fixture->cw, d.id, booking.slot.day, booking.slot.starts,
					   booking.slot.minutes, &fixture->mem, &chairs, &rooms, &minute_takers, f));
	assert_string_equal(chairs.items[0].name, "Farida Rahman"); /* who chairs today knows the family */
	assert_int_equal(conferences(fixture), rows);
	assert_int_equal(audited(fixture, "booking.look"), looks + 1);
}

/* The plan rows are there only after closing: the limit counts from this conference by what is decided. */
static void the_limit_counts_from_this_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	struct booking_facts facts = review_facts(fixture, d.id);
	struct live_plan_page page = plan_page(fixture, d.id);
	struct booking booking = review_slot(fixture, d.id);

	assert_int_equal(facts.trigger_on, date_from_iso(FIXTURE_TODAY));
	assert_int_equal(facts.due, date_from_iso("2026-07-01")); /* three months */
	assert_non_null(strstr(facts.rule_words, "initial conference"));
	assert_int_equal(page.review_due, facts.due);
	assert_int_equal(page.review_limit, facts.limit);
	booking.slot.day = date_from_iso("2026-07-02");
	REFUSED(casework_live_review_check(fixture->cw, d.id, &booking, f), "late_reason", "The limit is");
	REFUSED(casework_live_review(fixture->cw, d.id, &booking, f), "late_reason", "The limit is");
	booking.late_reason = "school holidays";
	REFUSED(casework_live_review(fixture->cw, d.id, &booking, f), "late_agreed_by", "which manager");
	booking.late_agreed_by = "D. Walker and the chair";
	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	assert_string_equal(plan_page(fixture, d.id).review.late_reason, "school holidays");
}

static void at_a_review_it_is_the_next_ones(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct booking_facts facts;

	/* the limit that today's review meets is still open, and is not the next one's */
	number(fixture,
	       "INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, policy)"
	       " SELECT 'review.first', 'plan', id, family_id, '2026-01-05', '2026-04-05', '2026-04-05', 'x' FROM "
	       "plan");
	facts = review_facts(fixture, d.id);
	assert_int_equal(facts.due, date_from_iso("2026-10-01"));
	assert_non_null(strstr(facts.rule_words, "review conference"));
	assert_int_equal(plan_page(fixture, d.id).review_due, facts.due);
}

static void an_unborn_child_is_reviewed_soon_after_its_birth(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);

	number(fixture,
	       "UPDATE person SET born_on = NULL, expected_on = '2026-05-08', given_names = '' WHERE id = %lld",
	       (long long)d.ada);
	assert_int_equal(review_facts(fixture, d.id).due, date_from_iso("2026-07-01")); /* no pre-birth conference */
	number(fixture, "UPDATE conference SET type = 'pre_birth' WHERE id = %lld", (long long)d.id);
	assert_int_equal(review_facts(fixture, d.id).trigger_on, date_from_iso("2026-05-08"));
	assert_int_equal(review_facts(fixture, d.id).due, date_from_iso("2026-05-22"));
	number(fixture, "UPDATE person SET expected_on = '2026-03-20' WHERE id = %lld", (long long)d.ada);
	assert_int_equal(review_facts(fixture, d.id).trigger_on, date_from_iso(FIXTURE_TODAY)); /* overdue */
}

static void booking_asks_books_and_remembers(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	struct booking booking = review_slot(fixture, d.id);
	struct live_plan_page page;

	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.review.state, STATE_SCHEDULED);
	assert_int_equal(page.review.type, CONFERENCE_REVIEW);
	assert_int_equal(page.review.earlier_id, d.id);
	assert_int_equal(page.review.held_on, booking.slot.day);
	assert_string_equal(page.review.chair, "Farida Rahman");
	assert_int_equal(number(fixture, "SELECT review_id FROM live_state"), page.review.id);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_child WHERE conference_id = %lld",
				(long long)page.review.id),
			 2); /* Skye has no plan */
	assert_int_equal(audited(fixture, "live.review"), 1);
	assert_int_equal(audited(fixture, "review.book"), 1);
	assert_int_equal(audited(fixture, "conference.book"), 2);
	/* the officer who opens it now sees the limit it is held by, though no plan is there yet */
	assert_int_equal(facts_of(fixture, page.review.id).due, date_from_iso("2026-07-01"));
	assert_int_equal(review_facts(fixture, d.id).conference.id, page.review.id);
}

static void it_is_moved_by_version_with_why(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	struct booking booking = review_slot(fixture, d.id);
	struct conference review;

	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	CONFLICTS(casework_live_review(fixture->cw, d.id, &booking, f)); /* as if nobody had booked one */
	review = plan_page(fixture, d.id).review;
	booking.conference_id = review.id;
	booking.version = review.version;
	booking.slot.day -= 7;
	REFUSED(casework_live_review(fixture->cw, d.id, &booking, f), "reason", "why it is moved");
	booking.reason = "the mother works on that day";
	booking.agreed_by = "the chair";
	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	CONFLICTS(casework_live_review(fixture->cw, d.id, &booking, f));
	assert_int_equal(plan_page(fixture, d.id).review.held_on, booking.slot.day);
	assert_int_equal(conferences(fixture), 2);
}

static void a_slot_that_is_refused_keeps_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	struct booking booking = review_slot(fixture, d.id);
	int64_t rows = conferences(fixture);

	booking.slot.day = date_from_iso("2026-05-25");
	REFUSED(casework_live_review_check(fixture->cw, d.id, &booking, f), "day", "no conference is held then");
	REFUSED(casework_live_review(fixture->cw, d.id, &booking, f), "day", "no conference is held then");
	assert_int_equal(conferences(fixture), rows);
	assert_int_equal(number(fixture, "SELECT count(*) FROM live_state WHERE review_id IS NOT NULL"), 0);
}

static void nobody_on_a_plan_needs_none(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct booking_facts facts;
	struct booking booking = {.slot.day = date_from_iso("2026-06-01")};

	REFUSED(casework_live_review_facts(fixture->cw, d.id, &fixture->mem, &facts, f), "", "decide first");
	REFUSED(casework_live_review(fixture->cw, d.id, &booking, f), "", "decide first");
	REFUSED(casework_live_review_drop(fixture->cw, d.id, f), "", "nothing to give back");
}

/* Booked ahead by the office: taken up, with the children who are on a plan after today and the sibling it is for too.
 */
static void one_that_waits_already_is_taken_up(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	int64_t plan = number(fixture, "SELECT id FROM plan WHERE person_id = %lld", (long long)d.ada), early;
	struct booking_facts facts;
	struct booking booking;

	number(fixture, "UPDATE conference SET state = 'ready' WHERE id = %lld", (long long)d.id);
	number(fixture, "UPDATE conference SET type = 'initial' WHERE id = %lld", (long long)d.id);
	MUST(casework_review_request(fixture->cw, plan, &fixture->mem, &early, f));
	number(fixture, "UPDATE conference SET state = 'in_progress', type = 'review' WHERE id = %lld",
	       (long long)d.id);
	assert_int_equal(plan_page(fixture, d.id).review.id, early);
	facts = review_facts(fixture, d.id);
	assert_int_equal(facts.conference.id, early);
	assert_int_equal(facts.conference.version, plan_page(fixture, d.id).review.version);
	assert_int_equal(facts.due, date_from_iso("2026-10-01"));
	booking = review_slot(fixture, d.id);
	booking.conference_id = early;
	booking.version = facts.conference.version;
	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	assert_int_equal(plan_page(fixture, d.id).review.earlier_id, d.id);
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM conference_child WHERE conference_id = %lld", (long long)early),
		2);
}

static void it_is_given_back(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	struct booking booking = review_slot(fixture, d.id);
	int64_t first;

	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	first = plan_page(fixture, d.id).review.id;
	MUST(casework_live_review_drop(fixture->cw, d.id, f));
	assert_int_equal(plan_page(fixture, d.id).review.id, 0);
	assert_int_equal(facts_of(fixture, first).conference.state, STATE_CANCELLED);
	assert_int_equal(number(fixture, "SELECT count(*) FROM booking WHERE conference_id = %lld", (long long)first),
			 0);
	assert_int_equal(audited(fixture, "live.review_drop"), 1);
	booking = review_slot(fixture, d.id);
	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	assert_int_not_equal(plan_page(fixture, d.id).review.id, first);
}

/* A sibling of another conference still waits for it. */
static void one_that_others_wait_for_goes_on_for_them(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_of_a_known_chair(fixture);
	struct booking booking = review_slot(fixture, d.id);
	struct person other = a_child("Ife", "Okonkwo", "2016-02-02");
	int64_t review;

	MUST(casework_live_review(fixture->cw, d.id, &booking, f));
	review = plan_page(fixture, d.id).review.id;
	MUST(casework_member_add(fixture->cw, d.family, &other, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f));
	number(fixture, "INSERT INTO conference_child VALUES (%lld, %lld)", (long long)review, (long long)other.id);
	MUST(casework_live_review_drop(fixture->cw, d.id, f));
	assert_int_equal(facts_of(fixture, review).conference.state, STATE_SCHEDULED);
	assert_int_equal(number(fixture,
				"SELECT group_concat(person_id) FROM conference_child WHERE conference_id ="
				" %lld",
				(long long)review),
			 other.id);
}

/* A review may be asked for before the plan is there only at the conference that makes the plan. */
static void a_request_names_the_conference_that_decides(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct request_child child = {.person_id = d.skye};
	struct request request = a_request(&child, 1, "");
	const char *reference;
	int64_t id;

	request.type = CONFERENCE_REVIEW;
	request.family_id = d.family;
	request.decided_at = d.id;
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "children",
		"is not on a plan"); /* none was made for Skye */
	child.person_id = d.ada;
	request.type = CONFERENCE_INITIAL;
	request.strategy_on = date_from_iso("2026-03-30");
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "",
		"no review can be asked for at it");
	request.type = CONFERENCE_REVIEW;
	request.decided_at = 0;
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "children",
		"is not on a plan"); /* not yet */
	request.decided_at = d.id;
	number(fixture, "UPDATE conference SET state = 'ready' WHERE id = %lld", (long long)d.id);
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "",
		"C-0001 is not being held");
	number(fixture, "UPDATE conference SET state = 'in_progress' WHERE id = %lld", (long long)d.id);
	MUST(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f));
	assert_int_equal(facts_of(fixture, id).conference.earlier_id, d.id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(looking_keeps_nothing),
		TEST(the_limit_counts_from_this_conference),
		TEST(at_a_review_it_is_the_next_ones),
		TEST(an_unborn_child_is_reviewed_soon_after_its_birth),
		TEST(booking_asks_books_and_remembers),
		TEST(it_is_moved_by_version_with_why),
		TEST(a_slot_that_is_refused_keeps_nothing),
		TEST(nobody_on_a_plan_needs_none),
		TEST(one_that_waits_already_is_taken_up),
		TEST(it_is_given_back),
		TEST(one_that_others_wait_for_goes_on_for_them),
		TEST(a_request_names_the_conference_that_decides),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
