/* Complaints: what is asked, the clocks they start, that the decision stands meanwhile, and what follows from each
 * outcome. */
#include "casework/family_plan.h"
#include "casework/live_plan.h"
#include "casework/pages.h"
#include "complaint_steps.h"
#include "store/deadline_store.h"
#include "work.h"

static const char *state_of(struct casework_fixture *fixture, int64_t conference)
{
	char sql[100];

	snprintf(sql, sizeof sql, "SELECT state FROM conference WHERE id = %lld", (long long)conference);
	return casework_fixture_text(fixture, sql);
}

/* "complaint.acknowledge 2026-04-10 open, ..." */
static const char *clocks_of(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture,
				     "SELECT group_concat(rule || ' ' || due_on || ' ' || state, ', ') FROM (SELECT *"
				     " FROM deadline WHERE subject_kind = 'complaint' ORDER BY id)");
}

static void a_complaint_starts_its_clocks_and_the_decision_stands(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = registered(fixture, d.id, GROUND_NOT_HEARD);
	struct conference_page page;

	assert_string_equal(c.reference, "K-0001");
	assert_string_equal(state_of(fixture, d.id), "challenged");
	assert_string_equal(clocks_of(fixture),
			    "complaint.acknowledge 2026-04-10 open, complaint.chair_contact 2026-04-15"
			    " open, complaint.answer 2026-05-01 open");
	assert_non_null(strstr(today_words(fixture),
			       "complaint.chair_contact K-0001 due 2026-04-15: 3, not spoken to, of C-0001\n"));
	MUST(casework_conference_page(fixture->cw, d.id, &fixture->mem, &page, f));
	assert_string_equal(page.stands, "Challenged: the decision stands until K-0001 is settled.");
	registered(fixture, d.id, GROUND_CATEGORY);
	MUST(casework_conference_page(fixture->cw, d.id, &fixture->mem, &page, f));
	assert_string_equal(page.stands, "Challenged: the decision stands until K-0001 and 1 other are settled.");
	/* The plans that were made are as they were. */
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan WHERE ended_on IS NULL"), 2);
}

static void what_is_missing_is_asked_for(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t waiting = a_waiting_conference(fixture, "Suleiman", "2026-03-26");
	struct complaint c = a_complaint(d.id, GROUND_CATEGORY);

#define ASKED(field, words)                                                                                            \
	REFUSED(casework_complaint_register(fixture->cw, &c, &fixture->mem, f), field, words);                         \
	c = a_complaint(d.id, GROUND_CATEGORY)
	c.who = " ";
	ASKED("who", "who complains");
	c.words = "";
	ASKED("words", "in their words");
	c.ground = GROUND_AGENCY;
	ASKED("agency", "which agency");
	c.agency = "Station Primary School";
	ASKED("agency", "Leave the agency empty");
	c.received_on = date_from_iso("2026-03-31");
	ASKED("received_on", "before");
	c.received_on = date_from_iso("2026-04-02");
	ASKED("received_on", "still to come");
	c.conference_id = waiting;
	ASKED("", "not over yet");
#undef ASKED
	assert_int_equal(number(fixture, "SELECT count(*) FROM complaint"), 0);
	assert_string_equal(state_of(fixture, d.id), "decided");
}

/* 28 days from the first of April. */
static void a_late_one_is_asked_for_a_reason_and_taken(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = a_complaint(d.id, GROUND_CATEGORY);

	casework_fixture_reopen(fixture, "2026-05-20");
	c.received_on = date_from_iso("2026-04-30");
	REFUSED(casework_complaint_register(fixture->cw, &c, &fixture->mem, f), "late_reason", "closed on Wed 29 Apr");
	c.late_reason = "she was in hospital";
	MUST(casework_complaint_register(fixture->cw, &c, &fixture->mem, f));
	c = a_complaint(d.id, GROUND_CATEGORY);
	c.received_on = date_from_iso("2026-04-29");
	MUST(casework_complaint_register(fixture->cw, &c, &fixture->mem, f));
}

static void it_goes_through_its_stages(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CRITERIA).id;
	struct complaint_page page;

	MUST(takes(fixture, id, COMPLAINT_STEP_ACKNOWLEDGE, "", "", f));
	REFUSED(takes(fixture, id, COMPLAINT_STEP_ACKNOWLEDGE, "", "", f), "", "already");
	REFUSED(takes(fixture, id, COMPLAINT_STEP_RAISE, "", "", f), "with", "complaints manager");
	MUST(takes(fixture, id, COMPLAINT_STEP_RAISE, "D. Walker, P. Rowe", "", f));
	MUST(takes(fixture, id, COMPLAINT_STEP_SPEAK, "", "at her home", f));
	REFUSED(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "", f), "words", "next stage");
	REFUSED(takes(fixture, id, COMPLAINT_STEP_PASS, "", "", f), "", "the chair answers it");
	casework_fixture_reopen(fixture, "2026-04-20");
	MUST(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "not content with the answer", f));
	MUST(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "nor with this", f));
	REFUSED(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "nor with this", f), "", "last stage");
	page = complaint_of(fixture, id);
	assert_string_equal(page.line.stage, "stage 3 of 3, a panel");
	assert_string_equal(page.line.next, "answer by Tue 19 May");
	assert_int_equal(page.told.count, 6);
	assert_string_equal(page.told.items[3].what, "Chair spoke to them");
	assert_string_equal(page.told.items[3].words, "at her home");
	MUST(takes(fixture, id, COMPLAINT_STEP_WITHDRAW, "", "she is content now", f));
	assert_string_equal(state_of(fixture, d.id), "decided");
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE subject_kind = 'complaint' AND state = 'open'"),
		0);
}

static void another_saves_first(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CRITERIA).id;
	const struct complaint_act act = {
		.complaint_id = id, .version = 7, .step = COMPLAINT_STEP_ACKNOWLEDGE, .on = DAY_NONE};

	REFUSED(casework_complaint_step(fixture->cw, &act, f), "", "Another person changed K-0001");
}

static void one_agency_answers_for_itself(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_AGENCY).id, second;
	struct complaint_settlement upheld = a_settlement(fixture, id, COMPLAINT_OUTCOME_UPHELD);
	struct conference_page page;

	assert_string_equal(state_of(fixture, d.id), "decided");
	MUST(casework_conference_page(fixture->cw, d.id, &fixture->mem, &page, f));
	assert_string_equal(page.stands, "");
	assert_string_equal(clocks_of(fixture), "complaint.acknowledge 2026-04-10 open");
	REFUSED(casework_complaint_settle(fixture->cw, &upheld, &fixture->mem, &second, f), "", "pass it to them");
	REFUSED(takes(fixture, id, COMPLAINT_STEP_PASS, "", "", f), "with", "Station Primary School");
	MUST(takes(fixture, id, COMPLAINT_STEP_PASS, "the head teacher", "", f));
	assert_string_equal(complaint_of(fixture, id).line.next, "passed to the agency");
	assert_string_equal(clocks_of(fixture), "complaint.acknowledge 2026-04-10 withdrawn");
}

static void upheld_the_conference_goes_on_where_it_was(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint first, other;
	struct complaint_settlement how;
	int64_t second;

	number(fixture, "UPDATE conference SET state = 'distributed' WHERE id = %lld", (long long)d.id);
	first = registered(fixture, d.id, GROUND_CRITERIA);
	other = registered(fixture, d.id, GROUND_NOT_HEARD);
	how = a_settlement(fixture, first.id, COMPLAINT_OUTCOME_UPHELD);
	how.words = "";
	REFUSED(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f), "words", "the answer");
	how.words = "The criteria were met.";
	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f));
	assert_int_equal(second, 0);
	assert_string_equal(state_of(fixture, d.id), "challenged"); /* by the other */
	how = a_settlement(fixture, other.id, COMPLAINT_OUTCOME_UPHELD);
	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f));
	assert_string_equal(state_of(fixture, d.id), "distributed");
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(DISTINCT state) FROM deadline WHERE"
							   " rule = 'complaint.answer'"),
			    "done");
}

/* Upheld by the chair; they take it further, and further: each time the decision is challenged and the clock begins
 * again, and each answer is told. */
static void upheld_they_may_take_it_further(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CRITERIA).id, second;
	struct complaint_settlement how = a_settlement(fixture, id, COMPLAINT_OUTCOME_UPHELD);
	struct complaint_page page;

	REFUSED(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "", f), "words", "next stage");
	for (int stage = 1; stage <= 3; stage++) {
		how = a_settlement(fixture, id, COMPLAINT_OUTCOME_UPHELD);
		MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f));
		assert_string_equal(state_of(fixture, d.id), "decided");
		if (stage == 3)
			break;
		MUST(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "not content with the answer", f));
		assert_string_equal(state_of(fixture, d.id), "challenged");
		page = complaint_of(fixture, id);
		assert_int_equal(page.line.complaint.state, COMPLAINT_OPEN);
		assert_int_equal(page.line.complaint.stage, stage + 1);
		assert_string_equal(page.line.complaint.outcome_words, "");
		assert_int_equal(page.line.answer_by, date_from_iso("2026-05-01"));
		assert_int_equal(page.line.speak_by, DAY_NONE);
	}
	REFUSED(takes(fixture, id, COMPLAINT_STEP_NEXT_STAGE, "", "nor with this", f), "", "no other");
	assert_int_equal(number(fixture, "SELECT count(*) FROM complaint_step WHERE step = 'settle'"), 3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE subject_kind = 'complaint' AND state = "
					 "'open'"),
			 0);
}

/* What is said of the conference is said of the plan, and of the conference that is held over it. */
static void the_plan_and_the_second_conference_say_so(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CRITERIA).id, second;
	struct complaint_settlement how = a_settlement(fixture, id, COMPLAINT_OUTCOME_SECOND_CONFERENCE);
	int64_t family = number(fixture, "SELECT family_id FROM complaint");
	struct family_plan plan;
	struct live_page live;

	MUST(casework_family_plan(fixture->cw, family, 0, &fixture->mem, &plan, f));
	assert_string_equal(plan.stands, "Challenged: the decision stands until K-0001 is settled.");
	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f));
	MUST(casework_family_plan(fixture->cw, family, 0, &fixture->mem, &plan, f));
	assert_string_equal(plan.stands, "");
	MUST(casework_live(fixture->cw, second, &fixture->mem, &live, f));
	assert_string_equal(live.stands, "What C-0001 decided stands until this one decides (K-0001).");
	registered(fixture, d.id, GROUND_NOT_HEARD);
	MUST(casework_live(fixture->cw, second, &fixture->mem, &live, f));
	assert_string_equal(live.stands, "Challenged: what C-0001 decided stands until K-0002 is settled.");
	MUST(casework_live(fixture->cw, d.id, &fixture->mem, &live, f));
	assert_string_equal(live.stands, "Challenged: the decision stands until K-0002 is settled.");
}

/* Found by reference and by name; not there for whoever may not see the family. */
static void it_is_found_by_whoever_may_see_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint c = registered(fixture, d.id, GROUND_NOT_HEARD);
	struct found_list found;
	enum found_kind kind;
	int64_t id;

	MUST(casework_resolve(fixture->cw, "k-0001", &kind, &id, f));
	assert_int_equal(kind, FOUND_COMPLAINT);
	assert_int_equal(id, c.id);
	MUST(casework_find(fixture->cw, "k1", 20, false, &fixture->mem, &found, f));
	assert_int_equal(found.count, 1);
	MUST(casework_find(fixture->cw, "okonkwo", 20, false, &fixture->mem, &found, f));
	assert_int_equal(found.items[found.count - 1].kind, FOUND_COMPLAINT);
	assert_string_equal(found.items[found.count - 1].label, "K-0001 Okonkwo");
	/* A family is looked for as a family, whatever was complained of. */
	MUST(casework_find_families(fixture->cw, "okonkwo", 20, &fixture->mem, &found, f));
	assert_int_equal(found.count, 1);
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)c.family_id);
	REFUSED(casework_resolve(fixture->cw, "K-0001", &kind, &id, f), "", "Nothing is called");
	MUST(casework_find(fixture->cw, "k1", 20, false, &fixture->mem, &found, f));
	assert_int_equal(found.count, 0);
	MUST(casework_find(fixture->cw, "okonkwo", 20, false, &fixture->mem, &found, f));
	assert_int_equal(found.count, 0);
}

static void a_second_conference_has_another_chair(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_PLAN_MADE).id, second, chair;
	struct complaint_settlement how = a_settlement(fixture, id, COMPLAINT_OUTCOME_SECOND_CONFERENCE);
	struct clock_list clock;
	struct booking booking;

	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM conference_child WHERE conference_id = %lld", (long long)second),
		3);
	assert_int_equal(facts_of(fixture, second).conference.earlier_id, d.id);
	assert_string_equal(complaint_of(fixture, id).line.second,
			    casework_fixture_text(fixture, "SELECT reference FROM conference WHERE type = 'second'"));
	/* It waits on the Clock, and Today says by when. */
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM deadline WHERE rule = 'complaint.second' AND state = 'open' AND"
				" subject_kind = 'conference' AND subject_id = %lld AND due_on = '%s'",
				(long long)second, "2026-05-01"),
			 1);
	MUST(casework_clock(fixture->cw, &fixture->mem, &clock, f));
	assert_int_equal(clock.count, 1);
	assert_int_equal(clock.items[0].conference_id, second);
	assert_string_equal(facts_of(fixture, second).rule_words, "complaint settled Wed 1 Apr 2026 + 20 working days");
	/* The first chair is one of the settings' for once. */
	booking = first_booking(fixture, second);
	chair = booking.slot.chair_id;
	number(fixture, "UPDATE conference SET chair_id = %lld WHERE id = %lld", (long long)chair, (long long)d.id);
	REFUSED(casework_book(fixture->cw, &booking, f), "chair", "has another one");
	booking = first_booking(fixture, second);
	assert_int_not_equal(booking.slot.chair_id, chair);
	MUST(casework_book(fixture->cw, &booking, f));
}

/* The plan that was complained of goes on or ends; it is no review, so the limit of the first stays. */
static void a_second_conference_decides_about_what_stands(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint_settlement how = a_settlement(fixture, registered(fixture, d.id, GROUND_PLAN_MADE).id,
						       COMPLAINT_OUTCOME_SECOND_CONFERENCE);
	struct child_decision one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);
	struct live_plan_page page;
	struct live_check_list checks;
	const struct quorum_choice held = {QUORUM_ANSWER_PROCEEDED, QUORUM_EXCEPTION_ENOUGH_KNOWN, "nurse ill", ""};
	struct plan_course course;
	const char *follows;

	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &one.conference_id, f));
	number(fixture,
	       "UPDATE conference SET state = 'scheduled', held_on = '%s', starts = 600, minutes = 90, chair_id ="
	       " (SELECT id FROM resource WHERE login = 'chair') WHERE id = %lld",
	       FIXTURE_TODAY, (long long)one.conference_id);
	number(fixture, "UPDATE plan SET started_on = '2026-03-31'"); /* another day than that of the second */
	as_chair(fixture);
	MUST(casework_live_start(fixture->cw, one.conference_id, "", f));
	one.outcome = OUTCOME_CHILD_IN_NEED;
	one.step_down = "a child in need plan";
	REFUSED(casework_live_decide(fixture->cw, &one, "as was said", f), "outcome", "decide that it ends or that it");
	MUST(casework_live_quorum(fixture->cw, one.conference_id, live_now(fixture, one.conference_id).state.version,
				  &held, f));
	one.outcome = OUTCOME_PLAN_CONTINUES;
	MUST(casework_live_decide(fixture->cw, &one, "as was said", f));
	MUST(casework_live_plan_page(fixture->cw, one.conference_id, &fixture->mem, &page, f));
	assert_int_equal(page.review_due, date_from_iso("2026-07-01"));
	MUST(casework_live_check(fixture->cw, one.conference_id, &fixture->mem, &checks, &follows, f));
	assert_non_null(strstr(follows, "Wed 1 Jul 2026"));
	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)one.conference_id);
	MUST(plan_course_of(fixture->cw->store,
			    number(fixture, "SELECT id FROM plan WHERE person_id = %lld", (long long)d.ada),
			    &fixture->mem, &course, f));
	assert_int_equal(course.reviews, 0);
}

static void a_review_moves_earlier_and_never_later(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CATEGORY).id, second;
	struct complaint_settlement how = a_settlement(fixture, id, COMPLAINT_OUTCOME_REVIEW_FORWARD);
	static const char dues[] = "SELECT group_concat(due_on || ' ' || limit_on, ', ') FROM deadline WHERE rule ="
				   " 'review.first' AND state = 'open'";

	REFUSED(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f), "review_by", "held now");
	how.review_by = date_from_iso("2026-03-31");
	REFUSED(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f), "review_by", "is over");
	how.review_by = date_from_iso("2026-07-01");
	REFUSED(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f), "review_by",
		"due by Wed 1 Jul 2026 already");
	assert_string_equal(casework_fixture_text(fixture, dues), "2026-07-01 2026-07-01, 2026-07-01 2026-07-01");
	how.review_by = date_from_iso("2026-05-13");
	MUST(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f));
	assert_string_equal(casework_fixture_text(fixture, dues), "2026-05-13 2026-07-01, 2026-05-13 2026-07-01");
	assert_one_of_each(fixture);
}

static void no_review_no_bringing_it_forward(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CATEGORY).id, second;
	struct complaint_settlement how = a_settlement(fixture, id, COMPLAINT_OUTCOME_REVIEW_FORWARD);

	how.review_by = date_from_iso("2026-05-13");
	number(fixture, "UPDATE deadline SET state = 'withdrawn' WHERE rule = 'review.first'");
	REFUSED(casework_complaint_settle(fixture->cw, &how, &fixture->mem, &second, f), "outcome", "choose another");
}

/* Open ones first, the nearest clock first; then what is over. */
static void the_register_is_in_order(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct complaint_line_list all;
	int64_t first = registered(fixture, d.id, GROUND_CATEGORY).id;

	MUST(takes(fixture, first, COMPLAINT_STEP_WITHDRAW, "", "said so", f));
	MUST(takes(fixture, registered(fixture, d.id, GROUND_CRITERIA).id, COMPLAINT_STEP_ACKNOWLEDGE, "", "", f));
	registered(fixture, d.id, GROUND_AGENCY);
	MUST(casework_complaints(fixture->cw, 0, false, &fixture->mem, &all, f));
	assert_int_equal(all.count, 3);
	assert_string_equal(all.items[0].complaint.reference, "K-0003");
	assert_string_equal(all.items[0].next, "acknowledge by Fri 10 Apr");
	assert_string_equal(all.items[1].complaint.reference, "K-0002");
	assert_string_equal(all.items[1].next, "chair speaks to them by Wed 15 Apr");
	assert_string_equal(all.items[2].next, "withdrawn");
	MUST(casework_complaints(fixture->cw, d.family, true, &fixture->mem, &all, f));
	assert_int_equal(all.count, 2);
}

static void a_chair_keeps_those_about_their_own_conferences(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CATEGORY).id;
	struct complaint c = a_complaint(d.id, GROUND_NOT_HEARD);

	as_chair(fixture);
	MUST(takes(fixture, id, COMPLAINT_STEP_SPEAK, "", "", f));
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_CHAIR));
	REFUSED(casework_complaint_register(fixture->cw, &c, &fixture->mem, f), "",
		"only for conferences that you chair");
	REFUSED(takes(fixture, id, COMPLAINT_STEP_ACKNOWLEDGE, "", "", f), "", "only for conferences that you chair");
}

/* A family that does not name this worker has no complaints, no list and no words. */
static void a_restricted_family_is_silent(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	int64_t id = registered(fixture, d.id, GROUND_CATEGORY).id;
	struct complaint_line_list all;
	struct complaint_page page;
	struct complaint c = a_complaint(d.id, GROUND_NOT_HEARD);

	number(fixture, "UPDATE family SET is_restricted = 1");
	casework_fixture_open_as(fixture, "officer", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	MUST(casework_complaints(fixture->cw, 0, false, &fixture->mem, &all, f));
	assert_int_equal(all.count, 0);
	MUST(casework_complaints(fixture->cw, d.family, false, &fixture->mem, &all, f));
	assert_int_equal(all.count, 0);
	REFUSED(casework_complaint(fixture->cw, id, &fixture->mem, &page, f), "", "not in the case file any more");
	REFUSED(takes(fixture, id, COMPLAINT_STEP_ACKNOWLEDGE, "", "", f), "", "not in the case file any more");
	REFUSED(casework_complaint_register(fixture->cw, &c, &fixture->mem, f), "", "not in the case file any more");
}

static void what_was_done_is_never_changed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);

	registered(fixture, d.id, GROUND_CATEGORY);
	number(fixture, "UPDATE complaint_step SET words = 'other'");
	number(fixture, "DELETE FROM complaint_step");
	number(fixture, "DELETE FROM complaint");
	assert_string_equal(casework_fixture_text(fixture, "SELECT step || words FROM complaint_step"), "register");
	assert_int_equal(number(fixture, "SELECT count(*) FROM complaint"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_complaint_starts_its_clocks_and_the_decision_stands,
						casework_fixture_setup, casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_missing_is_asked_for, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_late_one_is_asked_for_a_reason_and_taken, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(it_goes_through_its_stages, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(another_saves_first, casework_fixture_setup, casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(one_agency_answers_for_itself, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(upheld_the_conference_goes_on_where_it_was, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(upheld_they_may_take_it_further, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_plan_and_the_second_conference_say_so, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(it_is_found_by_whoever_may_see_it, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_second_conference_has_another_chair, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_second_conference_decides_about_what_stands, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_review_moves_earlier_and_never_later, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(no_review_no_bringing_it_forward, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(the_register_is_in_order, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_chair_keeps_those_about_their_own_conferences, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(a_restricted_family_is_silent, casework_fixture_setup,
						casework_fixture_teardown),
		cmocka_unit_test_setup_teardown(what_was_done_is_never_changed, casework_fixture_setup,
						casework_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
