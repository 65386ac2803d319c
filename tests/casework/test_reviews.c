/* The reviews to come, the update asked for, reviews brought forward, and children who are looked after besides. */
#include "casework/brief.h"
#include "casework/pages.h"
#include "review_steps.h"
#include "store/conference_store.h"

static int64_t booked(struct casework_fixture *fixture, int64_t plan, const char *day)
{
	struct booking booking = {.slot = {.day = date_from_iso(day), .starts = 600, .minutes = 90},
				  .late_reason = "no room before",
				  .late_agreed_by = "the manager"};
	struct booking_facts facts;
	int64_t conference;

	MUST(casework_review_facts(fixture->cw, plan, &fixture->mem, &facts, f));
	booking.conference_id = facts.conference.id;
	booking.version = facts.conference.version;
	booking.slot.chair_id = number(fixture, "SELECT min(id) FROM resource WHERE kind = 'chair'");
	booking.slot.minute_taker_id = number(fixture, "SELECT min(id) FROM resource WHERE kind = 'minute_taker'");
	booking.slot.place = "Town Hall";
	MUST(casework_review_booking(fixture->cw, plan, &booking, &fixture->mem, &conference, f));
	return conference;
}

/* --- The horizon --- */

static void siblings_due_together_are_one_line(void **state)
{
	struct casework_fixture *fixture = *state;
	struct review_horizon h;
	const struct review_line *line;

	two_on_plans(fixture);
	h = horizon_of(fixture);
	assert_int_equal(h.count, 1);
	line = &h.items[0];
	assert_int_equal(line->count, 2);
	assert_string_equal(line->names, "Chidi, Ada");
	assert_string_equal(line->booked, "not asked for");
	assert_int_equal(line->last, date_from_iso("2026-04-15"));
	assert_int_equal(line->working_days_left, 8); /* Good Friday and Easter Monday stand between */
	assert_int_equal(line->update, UPDATE_LATE);
	assert_int_equal(h.plans, 2);
	assert_int_equal(h.unasked, 1);
	assert_int_equal(casework_fixture_audited(fixture, "look.reviews"), 1);
}

static void beyond_twelve_weeks_it_is_not_shown_yet(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F9",
				      .born_on = "2015-01-09",
				      .conference_on = "2025-12-01",
				      .strategy_on = "2025-11-20",
				      .plan_on = "2025-12-01",
				      .reviews = {"2026-02-20"}};

	take_row(fixture, &row);
	assert_int_equal(horizon_of(fixture).count, 0);
	casework_fixture_reopen(fixture, "2026-05-28");
	assert_int_equal(horizon_of(fixture).count, 1); /* 20 August is twelve weeks away */
}

static void a_slot_is_held_and_measured(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), conference = booked(fixture, plan, "2026-04-21");
	struct review_horizon h = horizon_of(fixture);

	assert_int_equal(h.count, 1);
	assert_int_equal(h.items[0].conference_id, conference);
	assert_string_equal(h.items[0].booked, "Tue 21 Apr 10:00");
	assert_true(h.items[0].is_booked_late);
	assert_int_equal(h.unbooked, 0);
}

/* --- The update --- */

static void the_update_is_asked_and_answered(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), plans[8];
	struct review_page page = review_of_plan(fixture, plan);
	struct review_update update = {.asked_of = "Emma Evans", .asked_on = DAY_NONE, .way = ASK_WAY_EMAIL};

	REFUSED(casework_review_update_ask(fixture->cw, plans, 0, &update, f), "", "No child");
	REFUSED(casework_review_update_ask(fixture->cw, plans, plans_of_line(&page.line, plans),
					   &(struct review_update){.asked_of = " "}, f),
		"asked_of", "who was asked");
	MUST(casework_review_update_ask(fixture->cw, plans, 2, &update, f));
	assert_int_equal(review_of_plan(fixture, plan).line.update, UPDATE_ASKED);
	casework_fixture_reopen(fixture, "2026-04-20");
	assert_int_equal(review_of_plan(fixture, plan).line.update, UPDATE_UNANSWERED);
	update.answered_on = date_from_iso("2026-03-31");
	update.answer = "Nana comes; the school has changed.";
	REFUSED(casework_review_update_answer(fixture->cw, &update, f), "answered_on", "1 Apr 2026");
	update.answered_on = DAY_NONE;
	MUST(casework_review_update_answer(fixture->cw, &update, f));
	page = review_of_plan(fixture, plan);
	assert_int_equal(page.line.update, UPDATE_ANSWERED);
	assert_string_equal(page.update.answer, "Nana comes; the school has changed.");
	update.version = 1;
	REFUSED(casework_review_update_answer(fixture->cw, &update, f), "", "changed");
}

/* Six weeks before the review; before the day it is booked for, once it is. What is past is no task. */
static void the_day_to_ask_follows_the_review(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F9",
				      .born_on = "2015-01-09",
				      .conference_on = "2026-03-26",
				      .strategy_on = "2026-03-16",
				      .plan_on = "2026-03-26"};
	const char *update = "SELECT group_concat(due_on || ' ' || state, '; ') FROM (SELECT * FROM deadline"
			     " WHERE rule = 'review.update' ORDER BY id)";
	struct review_update asked = {.asked_of = "Emma Evans", .asked_on = DAY_NONE, .way = ASK_WAY_TELEPHONE};
	int64_t plan;

	take_row(fixture, &row);
	plan = number(fixture, "SELECT id FROM plan");
	assert_string_equal(casework_fixture_text(fixture, update), "2026-05-14 open"); /* limit 26 June */
	booked(fixture, plan, "2026-06-17");
	assert_string_equal(casework_fixture_text(fixture, update), "2026-05-05 open");
	MUST(casework_review_update_ask(fixture->cw, &plan, 1, &asked, f));
	assert_string_equal(casework_fixture_text(fixture, update), "2026-05-05 done");
	two_on_plans(fixture);
	assert_string_equal(casework_fixture_text(fixture, update), "2026-05-05 done");
}

/* Today and the list of reviews say the same: it is done when somebody was asked, and it stays asked. */
static void the_update_is_not_ticked(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture);
	struct review_update asked = {.asked_of = "Emma Evans", .asked_on = DAY_NONE, .way = ASK_WAY_EMAIL};
	const char *id;

	booked(fixture, plan, "2026-07-17");
	id = casework_fixture_text(fixture,
				   "SELECT min(id) FROM deadline WHERE rule = 'review.update' AND state = 'open'");
	REFUSED(casework_deadline_done(fixture->cw, id, casework_today(fixture->cw), "ticked", f), "", "who was asked");
	MUST(casework_review_update_ask(fixture->cw, &plan, 1, &asked, f));
	id = casework_fixture_text(fixture,
				   "SELECT min(id) FROM deadline WHERE rule = 'review.update' AND state = 'done'");
	REFUSED(casework_deadline_reopen(fixture->cw, id, f), "", "ask once more");
}

/* --- Earlier --- */

static void it_is_brought_forward_and_asked_for(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), plans[8], conference;
	struct review_page page = review_of_plan(fixture, plan);
	size_t count = plans_of_line(&page.line, plans);
	struct review_early early = wanted_by("2026-04-10", EARLY_TRIGGER_RISKY_PERSON);

	MUST(casework_review_early(fixture->cw, plans, count, &early, &fixture->mem, &conference, f));
	page = review_of_plan(fixture, plan);
	assert_int_equal(page.line.conference_id, conference);
	assert_string_equal(page.line.booked, "no slot");
	assert_int_equal(page.line.due, date_from_iso("2026-04-10"));
	assert_int_equal(page.line.limit, date_from_iso("2026-04-15"));
	assert_int_equal(page.line.trigger, EARLY_TRIGGER_RISKY_PERSON);
	assert_int_equal(page.earlies.count, 2);
	early.review_by = date_from_iso("2026-04-13");
	REFUSED(casework_review_early(fixture->cw, plans, count, &early, &fixture->mem, &conference, f), "review_by",
		"due by Fri 10 Apr 2026 already");
	early.review_by = date_from_iso("2026-04-08");
	MUST(casework_review_early(fixture->cw, plans, count, &early, &fixture->mem, &conference, f));
	assert_int_equal(review_of_plan(fixture, plan).line.due, date_from_iso("2026-04-08"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference WHERE type = 'review'"), 1);
}

static void what_is_missing_is_said(void **state)
{
	static const struct {
		const char *why, *field, *words;
		struct review_early early;
	} rows[] = {
		{"no trigger", "trigger", "Choose", {.trigger = EARLY_TRIGGER_COUNT, .why = "x", .told = ""}},
		{"no reason", "why", "what happened", {.trigger = EARLY_TRIGGER_CHANGE, .why = " ", .told = ""}},
	};
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), conference;
	struct review_early early = wanted_by("2026-03-31", EARLY_TRIGGER_OTHER);

	REFUSED(casework_review_early(fixture->cw, &plan, 1, &early, &fixture->mem, &conference, f), "review_by",
		"is over");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		early = rows[i].early;
		early.review_by = date_from_iso("2026-04-08");
		REFUSED(casework_review_early(fixture->cw, &plan, 1, &early, &fixture->mem, &conference, f),
			rows[i].field, rows[i].words);
	}
	number(fixture, "UPDATE plan SET ended_on = '2026-03-30' WHERE id = %lld", (long long)plan);
	early = wanted_by("2026-04-08", EARLY_TRIGGER_OTHER);
	REFUSED(casework_review_early(fixture->cw, &plan, 1, &early, &fixture->mem, &conference, f), "", "has ended");
	assert_int_equal(number(fixture, "SELECT count(*) FROM review_early"), 0);
}

/* --- One that goes on with a review --- */

static int64_t reconvened(struct casework_fixture *fixture, const char *earlier_type, const char *earlier_on)
{
	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on, held_on, "
	       "starts,"
	       " minutes) SELECT 'C-0800', family_id, '%s', 'adjourned', 'request', 'p', '2026-03-02', '%s', 600, 90 "
	       "FROM"
	       " plan LIMIT 1",
	       earlier_type, earlier_on);
	number(fixture, "INSERT INTO conference (reference, family_id, earlier_id, type, state, source, policy,"
			" requested_on) SELECT 'C-0801', family_id, id, 'reconvened', 'requested', 'request', 'p',"
			" '2026-03-30' FROM conference WHERE reference = 'C-0800'");
	number(fixture, "INSERT INTO conference_child SELECT c.id, p.person_id FROM conference AS c, plan AS p WHERE"
			" c.reference IN ('C-0800', 'C-0801')");
	return number(fixture, "SELECT id FROM conference WHERE reference = 'C-0801'");
}

static void a_review_that_goes_on_is_the_review_that_waits(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), goes_on = reconvened(fixture, "review", "2026-03-30"), asked;

	MUST(casework_review_request(fixture->cw, plan, &fixture->mem, &asked, f));
	assert_int_equal(asked, goes_on);
	assert_int_equal(horizon_of(fixture).items[0].conference_id, goes_on);
}

/* What goes on with the conference that made the plan is about somebody else. */
static void an_initial_one_that_goes_on_is_no_review(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), asked;

	reconvened(fixture, "initial", "2026-01-15");
	REFUSED(casework_review_request(fixture->cw, plan, &fixture->mem, &asked, f), "children", "C-0801");
	assert_int_equal(horizon_of(fixture).items[0].conference_id, 0);
}

/* What the pages of the family and of the conference say, and the brief. */
static void pages_say_what_is_known_of_the_review(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), plans[8], conference;
	struct review_page page = review_of_plan(fixture, plan);
	size_t count = plans_of_line(&page.line, plans);
	struct review_early early = wanted_by("2026-04-10", EARLY_TRIGGER_RISKY_PERSON);
	struct looked_after row = {.person_id = page.line.children[1].person_id,
				   .since = date_from_iso("2026-03-02"),
				   .ended_on = DAY_NONE,
				   .status = LEGAL_STATUS_CARE_ORDER,
				   .next_review_on = date_from_iso("2026-04-20")};
	static const char said[] =
		"Chidi and Ada: the review is wanted earlier, by Fri 10 Apr 2026: a person who may be a "
		"risk begins contact. The father of the youngest is out of prison.\n"
		"Ada is looked after too, since Mon 2 Mar 2026: care order; looked-after review on Mon "
		"20 Apr 2026.";
	struct family_page family;
	struct child_page child;
	struct conference_page of;
	struct brief brief;
	int seen = 0;

	MUST(casework_review_early(fixture->cw, plans, count, &early, &fixture->mem, &conference, f));
	MUST(casework_looked_after_save(fixture->cw, &row, f));
	MUST(casework_family_page(fixture->cw, page.line.family_id, &fixture->mem, &family, f));
	assert_string_equal(family.notes, said);
	MUST(casework_child_page(fixture->cw, row.person_id, &fixture->mem, &child, f));
	assert_string_equal(child.notes, said);
	booked(fixture, plan, "2026-04-09");
	page = review_of_plan(fixture, plan);
	MUST(casework_review_combine(fixture->cw, conference, page.line.conference_version, 690, f));
	MUST(casework_conference_page(fixture->cw, conference, &fixture->mem, &of, f));
	assert_memory_equal(of.notes, said, strlen("Chidi, Ada: the review is wanted earlier"));
	assert_non_null(strstr(of.notes, "The looked-after review follows C-"));
	MUST(casework_brief(fixture->cw, conference, &fixture->mem, &brief, f));
	for (size_t i = 0; i < brief.count; i++) {
		bool is_early = strstr(brief.items[i].text, "out of prison") != NULL;

		assert_true(!is_early || brief.items[i].is_restricted);
		seen += is_early || strstr(brief.items[i].text, "looked after too") ||
			strstr(brief.items[i].text, "at 11:30 in the same room");
	}
	assert_int_equal(seen, 3);
	number(fixture, "UPDATE conference SET starts = 700 WHERE id = %lld",
	       (long long)conference); /* and so the other is before its end */
	MUST(casework_conference_page(fixture->cw, conference, &fixture->mem, &of, f));
	assert_non_null(strstr(of.notes, "no letter says it"));
}

/* --- Looked after besides --- */

static void dual_status_is_shown_and_combined(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), conference;
	struct review_page page = review_of_plan(fixture, plan);
	struct looked_after row = {.person_id = page.line.children[0].person_id,
				   .since = date_from_iso("2026-03-02"),
				   .ended_on = DAY_NONE,
				   .status = LEGAL_STATUS_ACCOMMODATED,
				   .next_review_on = date_from_iso("2026-04-20")},
			    again = row;
	struct conference_page of;

	conference = booked(fixture, plan, "2026-04-14");
	page = review_of_plan(fixture, plan);
	REFUSED(casework_review_combine(fixture->cw, conference, page.line.conference_version, 690, f), "",
		"No child of");
	MUST(casework_looked_after_save(fixture->cw, &row, f));
	REFUSED(casework_looked_after_save(fixture->cw, &again, f), "", "looked after already");
	REFUSED(casework_review_combine(fixture->cw, conference, page.line.conference_version, 660, f), "starts",
		"until 11:30");
	REFUSED(casework_review_combine(fixture->cw, conference, 99, 690, f), "", "changed");
	MUST(casework_review_combine(fixture->cw, conference, page.line.conference_version, 690, f));
	page = review_of_plan(fixture, plan);
	assert_int_equal(page.line.looked_after, 1);
	assert_int_equal(page.line.looked_after_review, date_from_iso("2026-04-20"));
	assert_int_equal(page.line.combined, 690);
	REFUSED(casework_review_combine(fixture->cw, conference, page.line.conference_version, 690, f), "starts",
		"at 11:30 already");
	/* On another day it is agreed no more, at whatever hour, until it is said again. */
	number(fixture, "UPDATE conference SET held_on = '2026-04-15' WHERE id = %lld", (long long)conference);
	assert_int_equal(review_of_plan(fixture, plan).line.combined, -1);
	MUST(casework_conference_page(fixture->cw, conference, &fixture->mem, &of, f));
	assert_non_null(strstr(of.notes, "the conference has moved since, so no letter says it"));
	REFUSED(casework_review_combine(fixture->cw, conference, page.line.conference_version - 1, 690, f), "",
		"changed");
	MUST(casework_review_combine(fixture->cw, conference, page.line.conference_version, 690, f));
	assert_int_equal(review_of_plan(fixture, plan).line.combined, 690);
	number(fixture, "UPDATE conference SET held_on = '2026-04-14' WHERE id = %lld", (long long)conference);
	page = review_of_plan(fixture, plan);
	MUST(casework_review_combine(fixture->cw, conference, page.line.conference_version, -1, f));
	row.ended_on = date_from_iso("2026-03-31");
	MUST(casework_looked_after_save(fixture->cw, &row, f));
	page = review_of_plan(fixture, plan);
	assert_int_equal(page.line.looked_after, 0);
	assert_int_equal(page.line.combined, -1);
	MUST(casework_looked_after_save(fixture->cw, &again, f)); /* a second time */
}

static void days_of_being_looked_after_are_checked(void **state)
{
	static const struct {
		const char *why, *since, *ended, *next, *field;
	} rows[] = {
		{"not said", "", "", "", "since"},
		{"in the future", "2026-04-02", "", "", "since"},
		{"before the birth", "2015-01-08", "", "", "since"},
		{"ends before it began", "2026-03-02", "2026-03-01", "", "ended_on"},
		{"ends tomorrow", "2026-03-02", "2026-04-02", "", "ended_on"},
		{"reviewed before it began", "2026-03-02", "", "2026-03-01", "next_review_on"},
	};
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), child = review_of_plan(fixture, plan).line.children[0].person_id;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct looked_after row = {.person_id = child,
					   .since = day_or_none(rows[i].since),
					   .ended_on = day_or_none(rows[i].ended),
					   .next_review_on = day_or_none(rows[i].next)};

		REFUSED(casework_looked_after_save(fixture->cw, &row, f), rows[i].field, "");
	}
}

/* --- Not for everybody --- */

static void a_restricted_family_is_not_there(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t plan = two_on_plans(fixture), conference;
	struct review_early early = wanted_by("2026-04-08", EARLY_TRIGGER_CHANGE);
	struct review_update update = {.asked_of = "Emma Evans", .asked_on = DAY_NONE};
	struct review_horizon h;
	struct review_page page;

	number(fixture, "UPDATE family SET is_restricted = 1");
	h = horizon_of(fixture);
	assert_int_equal(h.count + h.plans + h.unasked, 0);
	REFUSED(casework_review(fixture->cw, plan, &fixture->mem, &page, f), "", "not in the case file");
	REFUSED(casework_review_early(fixture->cw, &plan, 1, &early, &fixture->mem, &conference, f), "",
		"not in the case file");
	REFUSED(casework_review_update_ask(fixture->cw, &plan, 1, &update, f), "", "not in the case file");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(siblings_due_together_are_one_line),
		FIXTURE_TEST(beyond_twelve_weeks_it_is_not_shown_yet),
		FIXTURE_TEST(a_slot_is_held_and_measured),
		FIXTURE_TEST(the_update_is_asked_and_answered),
		FIXTURE_TEST(the_day_to_ask_follows_the_review),
		FIXTURE_TEST(the_update_is_not_ticked),
		FIXTURE_TEST(it_is_brought_forward_and_asked_for),
		FIXTURE_TEST(what_is_missing_is_said),
		FIXTURE_TEST(a_review_that_goes_on_is_the_review_that_waits),
		FIXTURE_TEST(an_initial_one_that_goes_on_is_no_review),
		FIXTURE_TEST(pages_say_what_is_known_of_the_review),
		FIXTURE_TEST(dual_status_is_shown_and_combined),
		FIXTURE_TEST(days_of_being_looked_after_are_checked),
		FIXTURE_TEST(a_restricted_family_is_not_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
