/* One family's plans from the strategy discussion to their end, as a year brings it: core groups held, missed and moved
 * over Christmas, a review brought forward, two complaints, a birth, brothers and sisters who part. After each step
 * what is owed is what was counted by hand from the national rules, the bank holidays and the closure of 29 to 31
 * December. */
#include "casework/births.h"
#include "casework/core_groups.h"
#include "casework/reviews.h"
#include "complaint_steps.h"
#include "transfer_steps.h"

struct life {
	struct casework_fixture *fixture;
	struct live_day d; /* its id: the conference at hand; the contacts are invited to each */
	int64_t kofi, ingrid, baby, next_review, complaint;
};

/* What is owed of the plans; who is invited, reports, letters and records have tests of their own. */
static const char *owed(struct casework_fixture *fixture)
{
	const struct due_filter all = {.within_wd = -1, .lane = -1, .chair = ""};
	struct due_list due;
	const char *lines = "";

	MUST(casework_due(fixture->cw, &all, &fixture->mem, &due, f));
	for (size_t i = 0; i < due.count; i++) {
		const struct due_item *one = &due.items[i];
		enum lane lane = rule_lane(one->rule);
		char day[DATE_TEXT_ROOM], limit[DATE_TEXT_ROOM];

		if (one->rule == RULE_VISIT ||
		    (lane != LANE_BOOK && lane != LANE_CORE_GROUPS && lane != LANE_REVIEWS && lane != LANE_COMPLAINTS))
			continue;
		lines = arena_printf(&fixture->mem, "%s%s due %s%s%s of %zu, %d wd, %.*s\n", lines,
				     rule_token(one->rule), date_to_iso(one->due, day),
				     one->limit == DAY_NONE ? "" : " limit ",
				     one->limit == DAY_NONE ? "" : date_to_iso(one->limit, limit), one->child_count,
				     one->working_days_left, (int)strcspn(one->missing, ";"),
				     one->missing); /* its record is another thing */
	}
	return lines;
}

/* --- Conferences --- */

static void book(struct life *l, int64_t conference, const char *day)
{
	struct booking booking = first_booking(l->fixture, conference);
	struct proposal_list list;

	MUST(casework_propose_slots(l->fixture->cw, conference, date_from_iso(day), 1, &l->fixture->mem, &list, f));
	booking.slot = list.items[0].slot;
	assert_int_equal(booking.slot.day, date_from_iso(day));
	MUST(casework_book(l->fixture->cw, &booking, f));
}

static int64_t asked(struct life *l, const char *contact)
{
	return put_on(l->fixture, l->d.id,
		      of_contact(number(l->fixture, "SELECT id FROM contact WHERE name = '%s'", contact)));
}

/* The chair of the slot is at the keyboard, and three who make a quorum are there. */
static void begin(struct life *l, int64_t conference, const char *day)
{
	char sql[160];

	l->d.id = conference;
	l->d.worker = asked(l, "Emma Evans");
	l->d.school = asked(l, "K. Evans");
	l->d.nurse = asked(l, "P. Achebe");
	snprintf(sql, sizeof sql,
		 "SELECT login FROM resource WHERE id = (SELECT chair_id FROM conference WHERE id = %lld)",
		 (long long)conference);
	casework_fixture_open_as(l->fixture, casework_fixture_text(l->fixture, sql), ROLE_BIT(ROLE_CHAIR));
	as_on(l->fixture, casework_fixture_text(l->fixture, sql), day);
	MUST(casework_live_start(l->fixture->cw, conference, "its papers were handed out", f));
	make_quorate(l->fixture, &l->d);
}

static void decide(struct life *l, int64_t child, enum outcome outcome)
{
	struct child_decision one = at_review(l->d.id, child, outcome,
					      outcome == OUTCOME_PLAN_ENDS ? CATEGORY_COUNT : CATEGORY_NEGLECT);

	MUST(casework_live_decide(l->fixture->cw, &one, "said in the room", f));
}

static void go_on_as_they_are(struct life *l)
{
	decide(l, l->kofi, OUTCOME_PLAN_CONTINUES);
	decide(l, l->ingrid, OUTCOME_PLAN_CONTINUES);
	decide(l, l->baby, OUTCOME_PLAN_CONTINUES);
	write_plan(l->fixture, &l->d);
}

/* The group goes on as it is; by when it meets is asked at the table. */
static void group_goes_on(struct life *l, const char *by)
{
	struct core_group_member_list members;
	struct live_plan_page page;
	const char *left_out;

	MUST(casework_live_core_group_propose(l->fixture->cw, l->d.id, &l->fixture->mem, &members, &left_out, f));
	MUST(casework_live_core_group(l->fixture->cw, l->d.id, 0, members.items, members.count, "Emma Evans", f));
	MUST(casework_live_plan_page(l->fixture->cw, l->d.id, &l->fixture->mem, &page, f));
	assert_int_equal(page.meeting_due, date_from_iso(by));
}

static void review_after(struct life *l, const char *day)
{
	struct proposal_list list;
	struct booking booking = {.late_reason = "", .late_agreed_by = "", .reason = "", .agreed_by = ""};

	MUST(casework_live_review_proposals(l->fixture->cw, l->d.id, date_from_iso(day), 1, &l->fixture->mem, &list,
					    f));
	booking.slot = list.items[0].slot;
	MUST(casework_live_review(l->fixture->cw, l->d.id, &booking, f));
	l->next_review = number(l->fixture, "SELECT review_id FROM live_state WHERE conference_id = %lld",
				(long long)l->d.id);
}

static void close_it(struct life *l)
{
	MUST(casework_live_close(l->fixture->cw, l->d.id, "said, not written", f));
}

/* --- What happens --- */

static void a_strategy_discussion(struct life *l, const char *day)
{
	struct person unborn = a_child("", "Quaye", "");
	const struct request_child children[] = {{.person = a_child("Kofi", "Quaye", "2017-03-12")},
						 {.person = a_child("Ingrid", "Quaye", "2020-06-05")},
						 {.person = unborn}};
	struct request_child all[3];
	struct request request;

	memcpy(all, children, sizeof all);
	all[2].person.expected_on = date_from_iso("2027-01-20");
	a_contact(l->fixture, "Northgate Children's Services", "social care", "Emma Evans", "social worker");
	a_contact(l->fixture, "Station Primary School", "education", "K. Evans", "designated safeguarding lead");
	a_contact(l->fixture, "Northgate NHS Trust", "health", "P. Achebe", "midwife");
	request = a_request(all, 3, day);
	l->d.id = taken(l->fixture, &request);
	l->d.family = family_of(l->fixture, l->d.id);
	l->kofi = child_named(l->fixture, "Kofi");
	l->ingrid = child_named(l->fixture, "Ingrid");
	l->baby = number(l->fixture, "SELECT id FROM person WHERE expected_on IS NOT NULL");
	an_adult(l->fixture, l->d.family, "Efua", "Quaye", RELATIONSHIP_MOTHER, ANSWER_YES, "14 Tanner Row");
}

static void a_slot(struct life *l, const char *day)
{
	(void)day;
	book(l, l->d.id, "2026-10-12");
}

static void the_initial_conference(struct life *l, const char *day)
{
	begin(l, l->d.id, day);
	decide(l, l->kofi, OUTCOME_PLAN_MADE);
	decide(l, l->ingrid, OUTCOME_PLAN_MADE);
	decide(l, l->baby, OUTCOME_PLAN_MADE);
	write_plan(l->fixture, &l->d);
	name_core_group(l->fixture, &l->d, "2026-10-21", "");
	review_after(l, "2027-01-07");
	close_it(l);
}

static struct core_group_meeting the_booked(struct life *l)
{
	struct core_group_page page;

	MUST(casework_core_group(l->fixture->cw, l->d.family, &l->fixture->mem, &page, f));
	for (size_t i = 0; i < page.meetings.count; i++)
		if (page.meetings.items[i].state == CORE_GROUP_MEETING_BOOKED)
			return page.meetings.items[i];
	return core_group_meeting_blank();
}

static void meets_on(struct life *l, const char *day)
{
	struct core_group_meeting one = core_group_meeting_blank();

	one.day = date_from_iso(day);
	one.starts = 840;
	one.minutes = 60;
	one.place = "Harbour Family Hub";
	MUST(casework_core_group_book(l->fixture->cw, l->d.family, &one, f));
}

static void it_meets(struct life *l, const char *day)
{
	struct core_group_meeting one = the_booked(l);

	one.day = date_from_iso(day);
	MUST(casework_core_group_held(l->fixture->cw, l->d.family, &one, NULL, 0, f));
}

static void it_meets_and_books(struct life *l, const char *day)
{
	it_meets(l, day);
	meets_on(l, strcmp(day, "2026-10-21") == 0 ? "2026-11-12" : "2026-12-09");
}

static void the_review_is_wanted_earlier(struct life *l, const char *day)
{
	const struct review_early early = {.trigger = EARLY_TRIGGER_FURTHER_HARM,
					   .review_by = date_from_iso("2026-12-18"),
					   .why = "Ingrid was found alone in the street.",
					   .told = ""};
	int64_t plans[3], conference;
	struct booking_facts facts;

	(void)day;
	for (int i = 0; i < 3; i++)
		plans[i] = number(l->fixture, "SELECT id FROM plan ORDER BY id LIMIT 1 OFFSET %d", i);
	MUST(casework_review_early(l->fixture->cw, plans, 3, &early, &l->fixture->mem, &conference, f));
	assert_int_equal(conference, l->next_review);
	facts = facts_of(l->fixture, conference);
	assert_string_equal(facts.rule_words, "initial conference Mon 12 Oct 2026 + 3 months, brought forward");
	assert_int_equal(facts.last, date_from_iso("2026-12-18"));
	book(l, conference, "2026-12-17");
}

static void nobody_comes(struct life *l, const char *day)
{
	struct core_group_meeting one = the_booked(l);

	(void)day;
	MUST(casework_core_group_missed(l->fixture->cw, l->d.family, one.id, one.version, "only two came", f));
	meets_on(l, "2026-12-22");
}

static void it_is_moved_over_christmas(struct life *l, const char *day)
{
	struct core_group_meeting one = the_booked(l);

	(void)day;
	one.moved_why = "the school is closed";
	one.late_reason = "";
	one.day = date_from_iso("2026-12-29");
	REFUSED(casework_core_group_book(l->fixture->cw, l->d.family, &one, f), "day", "Council closed");
	one.day = date_from_iso("2027-01-06");
	REFUSED(casework_core_group_book(l->fixture->cw, l->d.family, &one, f), "late_reason", "Thu 24 Dec 2026");
	one.late_reason = "nobody is there before";
	MUST(casework_core_group_book(l->fixture->cw, l->d.family, &one, f));
}

static void the_early_review(struct life *l, const char *day)
{
	begin(l, l->next_review, day);
	go_on_as_they_are(l);
	group_goes_on(l, "2026-12-24");
	review_after(l, "2027-06-10");
	close_it(l);
}

static void a_complaint_of(struct life *l, const char *who)
{
	struct complaint c = a_complaint(l->d.id, GROUND_PLAN_MADE);

	c.who = who;
	MUST(casework_complaint_register(l->fixture->cw, &c, &l->fixture->mem, f));
	l->complaint = c.id;
}

static void a_complaint_comes(struct life *l, const char *day)
{
	(void)day;
	a_complaint_of(l, "Lars Lindqvist");
}

static void settled_as(struct life *l, enum complaint_outcome outcome, int64_t *second)
{
	const struct complaint_settlement how = a_settlement(l->fixture, l->complaint, outcome);

	MUST(casework_complaint_settle(l->fixture->cw, &how, &l->fixture->mem, second, f));
}

static void it_is_upheld_and_another_comes(struct life *l, const char *day)
{
	int64_t second;

	(void)day;
	settled_as(l, COMPLAINT_OUTCOME_UPHELD, &second);
	a_complaint_of(l, "Efua Quaye");
}

static void a_second_conference_is_asked_for(struct life *l, const char *day)
{
	struct clock_list clock;

	(void)day;
	settled_as(l, COMPLAINT_OUTCOME_SECOND_CONFERENCE, &l->d.id);
	MUST(casework_clock(l->fixture->cw, &l->fixture->mem, &clock, f));
	assert_int_equal(clock.count, 1);
	assert_int_equal(clock.items[0].conference_id, l->d.id);
}

static void it_meets_and_the_second_is_booked(struct life *l, const char *day)
{
	it_meets(l, day);
	book(l, l->d.id, "2027-01-12");
	assert_int_equal(number(l->fixture,
				"SELECT a.chair_id <> b.chair_id FROM conference AS a JOIN conference AS b ON b.id ="
				" a.earlier_id WHERE a.id = %lld",
				(long long)l->d.id),
			 1);
}

static void the_second_conference(struct life *l, const char *day)
{
	begin(l, l->d.id, day);
	go_on_as_they_are(l);
	group_goes_on(l, "2027-02-17");
	close_it(l);
}

static void a_sister_is_born(struct life *l, const char *day)
{
	const struct birth birth = {
		.person_id = l->baby,
		.version = number(l->fixture, "SELECT version FROM person WHERE id = %lld", (long long)l->baby),
		.born_on = date_from_iso("2027-01-16"), /* a Saturday: day 0 all the same */
		.count = 1,
		.children = {{.given_names = "Solveig", .surname = "", .nhs_number = "", .sex = SEX_FEMALE}}};
	const char *follows;

	(void)day;
	MUST(casework_birth(l->fixture->cw, &birth, &l->fixture->mem, &follows, f));
	assert_int_equal(number(l->fixture, "SELECT count(*) FROM deadline WHERE rule = 'visit' AND state = 'open' AND"
					    " trigger_on = '2027-01-16' AND due_on = '2027-01-29'"),
			 1);
	book(l, l->next_review, "2027-01-25");
}

static void the_review_after_birth(struct life *l, const char *day)
{
	begin(l, l->next_review, day);
	go_on_as_they_are(l);
	group_goes_on(l, "2027-02-17");
	review_after(l, "2027-07-14");
	close_it(l);
	casework_fixture_reopen(l->fixture, day);
	meets_on(l, "2027-02-16");
}

static void two_move_and_one_stays(struct life *l, const char *day)
{
	const int64_t going[] = {l->kofi, l->baby};
	struct transfer_registration out = a_move(l->d.family, TRANSFER_OUT, day);

	out.children = going;
	out.child_count = 2;
	l->complaint = moves(l->fixture, &out); /* from here on the move */
}

static void their_conference_is_held(struct life *l, const char *day)
{
	struct transfer_act act = a_move_act(l->fixture, l->complaint, TRANSFER_STEP_ACCEPT);

	(void)day;
	MUST(casework_transfer_act(l->fixture->cw, &act, f));
	assert_int_equal(number(l->fixture, "SELECT count(*) FROM plan WHERE ended_on IS NULL"), 3);
	act = a_move_act(l->fixture, l->complaint, TRANSFER_STEP_HELD);
	MUST(casework_transfer_act(l->fixture->cw, &act, f));
}

/* They live elsewhere, but stand in the family still. */
static void nothing_is_decided(struct life *l, int64_t child)
{
	struct child_decision one = child_decision_blank();

	one.conference_id = l->d.id;
	one.person_id = child;
	one.not_decided_why = "lives in Ashcombe, on the plan there";
	MUST(casework_live_decide(l->fixture->cw, &one, "", f));
}

static void the_last_plan_ends(struct life *l, const char *day)
{
	begin(l, l->next_review, day);
	nothing_is_decided(l, l->kofi);
	nothing_is_decided(l, l->baby);
	decide(l, l->ingrid, OUTCOME_PLAN_ENDS);
	close_it(l);
}

/* The day; what happened on it; what is owed then. */
static const struct {
	const char *day;
	void (*happens)(struct life *l, const char *day);
	const char *owed;
} steps[] = {
	{"2026-09-29", a_strategy_discussion, "icpc due 2026-10-20 limit 2026-10-20 of 3, 15 wd, no slot\n"},
	{"2026-09-29", a_slot, "icpc due 2026-10-20 limit 2026-10-20 of 3, 15 wd, booked Mon 12 Oct 09:30\n"},
	{"2026-10-12", the_initial_conference,
	 "core_group.first due 2026-10-26 limit 2026-10-26 of 3, 10 wd, booked Wed 21 Oct 14:00\n"
	 "review.first due 2027-01-12 limit 2027-01-12 of 3, 60 wd, booked Thu 7 Jan 09:30\n"},
	{"2026-10-21", it_meets_and_books,
	 "core_group.next due 2026-12-02 of 3, 30 wd, booked Thu 12 Nov 14:00\n"
	 "review.first due 2027-01-12 limit 2027-01-12 of 3, 53 wd, booked Thu 7 Jan 09:30\n"},
	{"2026-11-12", it_meets_and_books, /* early: the next moves with it */
	 "core_group.next due 2026-12-24 of 3, 30 wd, booked Wed 9 Dec 14:00\n"
	 "review.first due 2027-01-12 limit 2027-01-12 of 3, 37 wd, booked Thu 7 Jan 09:30\n"},
	{"2026-12-04", the_review_is_wanted_earlier,
	 "review.first due 2026-12-18 limit 2027-01-12 of 3, 10 wd, booked Thu 17 Dec 09:30\n"
	 "core_group.next due 2026-12-24 of 3, 14 wd, booked Wed 9 Dec 14:00\n"},
	{"2026-12-09", nobody_comes, /* and moves nothing */
	 "review.first due 2026-12-18 limit 2027-01-12 of 3, 7 wd, booked Thu 17 Dec 09:30\n"
	 "core_group.next due 2026-12-24 of 3, 11 wd, booked Tue 22 Dec 14:00\n"},
	{"2026-12-15", it_is_moved_over_christmas,
	 "review.first due 2026-12-18 limit 2027-01-12 of 3, 3 wd, booked Thu 17 Dec 09:30\n"
	 "core_group.next due 2026-12-24 of 3, 7 wd, booked Wed 6 Jan 14:00\n"},
	{"2026-12-17", the_early_review,
	 "core_group.next due 2026-12-24 of 3, 5 wd, booked Wed 6 Jan 14:00\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 3, 120 wd, booked Thu 10 Jun 09:30\n"},
	{"2026-12-21", a_complaint_comes,
	 "core_group.next due 2026-12-24 of 3, 3 wd, booked Wed 6 Jan 14:00\n"
	 "complaint.chair_contact due 2027-01-04 of 3, 4 wd, not spoken to, of C-0002\n"
	 "complaint.acknowledge due 2027-01-05 of 3, 5 wd, not acknowledged, of C-0002\n"
	 "complaint.answer due 2027-01-26 of 3, 20 wd, not answered, of C-0002\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 3, 118 wd, booked Thu 10 Jun 09:30\n"},
	{"2026-12-22", it_is_upheld_and_another_comes,
	 "core_group.next due 2026-12-24 of 3, 2 wd, booked Wed 6 Jan 14:00\n"
	 "complaint.chair_contact due 2027-01-05 of 3, 4 wd, not spoken to, of C-0002\n"
	 "complaint.acknowledge due 2027-01-06 of 3, 5 wd, not acknowledged, of C-0002\n"
	 "complaint.answer due 2027-01-27 of 3, 20 wd, not answered, of C-0002\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 3, 117 wd, booked Thu 10 Jun 09:30\n"},
	{"2027-01-05", a_second_conference_is_asked_for,
	 "core_group.next due 2026-12-24 of 3, -2 wd, booked Wed 6 Jan 14:00\n"
	 "complaint.second due 2027-02-02 of 3, 20 wd, no slot\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 3, 113 wd, booked Thu 10 Jun 09:30\n"},
	{"2027-01-06", it_meets_and_the_second_is_booked,
	 "complaint.second due 2027-02-02 of 3, 19 wd, booked Tue 12 Jan 09:30\n"
	 "core_group.next due 2027-02-17 of 3, 30 wd, not booked\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 3, 112 wd, booked Thu 10 Jun 09:30\n"},
	{"2027-01-12", the_second_conference, /* decides about the plans anew, and is no review */
	 "core_group.next due 2027-02-17 of 3, 26 wd, not booked\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 3, 108 wd, booked Thu 10 Jun 09:30\n"},
	{"2027-01-18", a_sister_is_born,
	 "review.after_birth due 2027-01-29 limit 2027-06-17 of 1, 9 wd, booked Mon 25 Jan 09:30\n"
	 "core_group.next due 2027-02-17 of 3, 22 wd, not booked\n"
	 "review.next due 2027-06-17 limit 2027-06-17 of 2, 104 wd, booked Mon 25 Jan 09:30\n"},
	{"2027-01-25", the_review_after_birth,
	 "core_group.next due 2027-02-17 of 3, 17 wd, booked Tue 16 Feb 14:00\n"
	 "review.next due 2027-07-25 limit 2027-07-25 of 3, 125 wd, booked Wed 14 Jul 09:30\n"},
	{"2027-02-16", it_meets, /* over Easter to Tuesday 30 March */
	 "core_group.next due 2027-03-30 of 3, 28 wd, not booked\n"
	 "review.next due 2027-07-25 limit 2027-07-25 of 3, 109 wd, booked Wed 14 Jul 09:30\n"},
	{"2027-03-01", two_move_and_one_stays, /* ours stays ours, and theirs is followed */
	 "transfer_out due 2027-03-22 of 2, 15 wd, Ashcombe: 7 papers not sent\n"
	 "core_group.next due 2027-03-30 of 3, 19 wd, not booked\n"
	 "review.next due 2027-07-25 limit 2027-07-25 of 3, 100 wd, booked Wed 14 Jul 09:30\n"},
	{"2027-03-19", their_conference_is_held,
	 "core_group.next due 2027-03-30 of 1, 5 wd, not booked\n"
	 "review.next due 2027-07-25 limit 2027-07-25 of 1, 86 wd, booked Wed 14 Jul 09:30\n"},
	{"2027-07-14", the_last_plan_ends, ""},
};

static void a_plan_is_lived_through(void **state)
{
	struct life l = {.fixture = *state};

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		print_message("%s\n", steps[i].day);
		casework_fixture_reopen(l.fixture, steps[i].day);
		steps[i].happens(&l, steps[i].day);
		casework_fixture_reopen(l.fixture, steps[i].day);
		assert_string_equal(owed(l.fixture), steps[i].owed);
	}
	assert_int_equal(number(l.fixture, "SELECT count(*) FROM plan WHERE ended_on = '2027-03-19'"), 2);
	assert_int_equal(number(l.fixture, "SELECT count(*) FROM plan WHERE ended_on = '2027-07-14'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_plan_is_lived_through, casework_fixture_setup,
						casework_fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
