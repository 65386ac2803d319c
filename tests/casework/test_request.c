/* Requests: what is missing, what is refused, what is warned of, what is kept. */
#include "booking_steps.h"

#include "casework/intake.h"

static struct person unborn(const char *surname, const char *expected)
{
	struct person p = a_child("", surname, "");

	p.born_on = DAY_NONE;
	p.expected_on = date_from_iso(expected);
	return p;
}

static void completeness_says_what_is_missing(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child nameless[] = {{.person = a_child("", "", "")}};
	const struct request_child good[] = {{.person = a_child("Ada", "Okonkwo", "2019-05-04")}};
	struct request request = a_request(NULL, 0, "");
	struct completeness c;

	request.reason = request.social_worker = NULL;
	c = request_completeness(&request, &fixture->mem);
	assert_string_equal(c.missing, "family, children, strategy discussion date, reason, social worker");
	assert_int_equal(c.have, 0);
	assert_int_equal(c.of, 5);
	request = a_request(nameless, 1, "2026-03-26");
	request.type = CONFERENCE_PRE_BIRTH;
	c = request_completeness(&request, &fixture->mem);
	assert_string_equal(c.missing, "family, names of children, expected date");
	request = a_request(good, 1, "");
	request.type = CONFERENCE_TRANSFER_IN;
	assert_string_equal(request_completeness(&request, &fixture->mem).missing, "dates of the transfer");
	request = a_request(good, 1, "2026-03-26");
	c = request_completeness(&request, &fixture->mem);
	assert_string_equal(c.missing, "");
	assert_int_equal(c.have, c.of);
}

static void taking_keeps_all_of_it(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Ní Dhomhnaill", "2026-03-26");

	assert_int_equal(
		id, number(fixture, "SELECT id FROM conference WHERE reference = 'C-0001' AND state = 'requested'"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_child"), 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry WHERE strategy_on = '2026-03-26'"
					 " AND conference_required = 'yes'"),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry_child"), 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND due_on = '2026-04-20'"
					 " AND limit_on = '2026-04-20' AND state = 'open'"),
			 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT policy FROM conference"), "national 2026-04");
	assert_int_equal(casework_fixture_audited(fixture, "request.take"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_change WHERE step = 'request'"), 1);
}

static void what_cannot_be_kept_is_refused_by_field(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child good[] = {{.person = a_child("Ada", "Okonkwo", "2019-05-04")}};
	const struct request_child dateless[] = {{.person = a_child("Ada", "Okonkwo", "")}};
	struct {
		const char *why, *field, *words;
		struct request request;
	} rows[] = {
		{"a discussion has taken place", "strategy_on", "in the future", a_request(good, 1, "2026-04-02")},
		{"the clock needs its day", "strategy_on", "starts the clock", a_request(good, 1, "")},
		{"a conference is about somebody", "children", "at least one child", a_request(good, 0, "2026-03-26")},
		{"a child has a birth or expected date", "children", "birth date of Ada",
		 a_request(dateless, 1, "2026-03-26")},
		{"pre-birth needs an unborn child", "children", "unborn", a_request(good, 1, "2026-03-26")},
		{"a transfer has a day", "transfer_notified_on", "written notice", a_request(good, 1, "")},
		{"a new child has no plan", "children", "no plan", a_request(good, 1, "")},
		{"a second conference follows another", "type", "from the conference it follows",
		 a_request(good, 1, "")},
		{"control characters are no text", "reason", "control characters", a_request(good, 1, "2026-03-26")},
	};

	rows[4].request.type = CONFERENCE_PRE_BIRTH;
	rows[5].request.type = CONFERENCE_TRANSFER_IN;
	rows[6].request.type = CONFERENCE_REVIEW;
	rows[7].request.type = CONFERENCE_SECOND;
	rows[8].request.reason = "in\033jury";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault fault = {0};
		const char *reference;
		int64_t id;

		if (casework_request_take(fixture->cw, &rows[i].request, &fixture->mem, &reference, &id, &fault) ||
		    strcmp(fault.field, rows[i].field) != 0 || !strstr(fault.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
	}
	assert_int_equal(number(fixture, "SELECT (SELECT count(*) FROM family) + (SELECT count(*) FROM person) +"
					 " (SELECT count(*) FROM enquiry) + (SELECT count(*) FROM conference)"),
			 0);
}

static void a_clock_is_never_restarted(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family, ada, id = a_waiting_conference(fixture, "Okonkwo", "2026-03-02");
	struct request_child again[] = {{0}};
	struct request request = a_request(again, 1, "2026-03-30");
	struct withdrawal w = {.conference_id = id, .version = 1, .reason = "asked for twice", .agreed_by = "chair"};
	const char *reference;

	family = facts_of(fixture, id).conference.family_id;
	ada = again[0].person_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	request.family_id = family;
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "children",
		"C-0001 (Requested): book that one. A second request does not restart the clock");
	MUST(casework_cancel(fixture->cw, &w, f));
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "strategy_on",
		"since the strategy discussion on Mon 2 Mar 2026");
	request.strategy_on = date_from_iso("2026-03-02");
	MUST(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'open'"), 1);
	assert_int_equal(ada, number(fixture, "SELECT person_id FROM conference_child WHERE conference_id = %lld",
				     (long long)id));
}

static void a_discussion_leads_to_one_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t first = a_waiting_conference(fixture, "Okonkwo", "2026-03-02"), id;
	struct withdrawal w = {.conference_id = first,
			       .version = 1,
			       .reason = "no harm found",
			       .agreed_by = "D. Walker",
			       .no_longer_required = true};
	struct request_child again[] = {{0}};
	struct request request = a_request(again, 1, "2026-03-02");
	const char *reference;

	again[0].person_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	request.family_id = facts_of(fixture, first).conference.family_id;
	MUST(casework_cancel(fixture->cw, &w, f));
	MUST(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f)); /* needed after all */
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry WHERE conference_required = 'yes'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = 'open'"), 1);
	number(fixture, "UPDATE conference SET state = 'closed', held_on = '2026-03-20' WHERE id = %lld",
	       (long long)id);
	number(fixture, "UPDATE deadline SET state = 'done', done_on = '2026-03-20' WHERE state = 'open'");
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "strategy_on",
		"was held on Fri 20 Mar 2026 (C-0002)");
}

static void a_child_is_in_one_family(void **state)
{
	struct casework_fixture *fixture = *state;
	struct request_child again[] = {{0}};
	struct request request = a_request(again, 1, "2026-03-30");
	const char *reference;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");

	again[0].person_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'");
	request.family_name = "Begum";
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "children",
		"a child is in one family only");
	assert_int_equal(number(fixture, "SELECT count(*) FROM family"), 1);
}

static void before_birth_there_are_two_limits(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child twins[] = {{.person = unborn("Hoxha", "2026-08-20")},
					      {.person = unborn("Hoxha", "2026-08-20")}};
	struct request request = a_request(twins, 2, "2026-03-26");
	struct booking_facts facts;

	request.type = CONFERENCE_PRE_BIRTH;
	facts = facts_of(fixture, taken(fixture, &request));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND trigger_on = '2026-03-26'"), 1);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM deadline WHERE rule = 'prebirth' AND trigger_on = '2026-08-20'"
				" AND due_on = '2026-06-11'"),
			 1);
	assert_int_equal(facts.due, date_from_iso("2026-04-20")); /* the nearer one is booked by */
}

static void a_transfer_counts_from_the_day_the_policy_names(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child children[] = {{.person = a_child("Wei", "", "2019-05-04")}};
	struct request request = a_request(children, 1, "");

	request.family_name = "王";
	request.type = CONFERENCE_TRANSFER_IN;
	request.transfer_referred_on = date_from_iso("2026-03-10");
	request.transfer_notified_on = date_from_iso("2026-03-26");
	taken(fixture, &request);
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'transfer_in'"
					 " AND trigger_on = '2026-03-26' AND due_on = '2026-04-20'"),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry"), 0);
}

static void an_officer_is_told_before(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-02");
	const struct request_child baby[] = {{.person = a_child("Ngozi", "Okonkwo", "2026-03-20")}};
	struct request request = a_request(baby, 1, "2026-03-26");
	const char *words, *reference;

	request.family_id = facts_of(fixture, id).conference.family_id;
	MUST(casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, f));
	assert_non_null(strstr(words, "Left out of this request: Chidi Okonkwo and Ada Okonkwo."));
	assert_non_null(strstr(words, "since Mon 2 Mar 2026 still waits"));
	request.accept_warnings = false;
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "accept_warnings",
		"Left out");
	request.accept_warnings = true;
	MUST(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f));
}

/* Only the authority that holds a plan reviews it. */
static void a_plan_of_another_authority_is_not_reviewed_here(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-02");
	const struct request_child ada[] = {
		{.person_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'")}};
	struct request request = a_request(ada, 1, "2026-03-26");
	const char *words, *reference;

	request.family_id = facts_of(fixture, id).conference.family_id;
	number(fixture, "UPDATE conference SET state = 'cancelled'");
	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest,"
	       " is_other_authority) VALUES ('P-0900', %lld, %lld, '2025-11-03', 'NEG', 'NEG', 1)",
	       (long long)ada[0].person_id, (long long)request.family_id);
	request.type = CONFERENCE_REVIEW;
	request.strategy_on = DAY_NONE;
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "children",
		"is on the plan of another authority, which holds its reviews");
	request.type = CONFERENCE_TRANSFER_IN;
	request.transfer_notified_on = date_from_iso("2026-03-26");
	MUST(casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, f));
	assert_null(strstr(words, "would a review do"));
}

static const char *warnings_of(struct casework_fixture *fixture, const struct request *request)
{
	const char *words;

	MUST(casework_request_warnings(fixture->cw, request, &fixture->mem, &words, f));
	return words;
}

/* Offered, never merged silently and never refused: the officer may say that it is another child. */
static void a_look_alike_is_asked_about(void **state)
{
	struct casework_fixture *fixture = *state;
	struct request_child typed[] = {{.person = a_child("Adá", "OKONKWO", "2019-05-04")}};
	struct request request = a_request(typed, 1, "2026-03-26");
	const char *reference, *words;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-23");

	assert_string_equal(warnings_of(fixture, &request),
			    "Adá OKONKWO looks like Ada Okonkwo, born 4 May 2019, N-00001, F-0001 Okonkwo, who is on "
			    "file: is it the same child?");
	request.accept_warnings = false;
	REFUSED(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f), "accept_warnings",
		"who is on file");
	number(fixture, "INSERT INTO plan (reference, family_id, person_id, started_on, category_initial,"
			" category_latest) VALUES ('P-0001', 1, 1, '2026-01-05', 'NEG', 'NEG')");
	words = warnings_of(fixture, &request);
	assert_non_null(strstr(words, "on a plan"));
	typed[0].is_another = true;
	assert_string_equal(warnings_of(fixture, &request), "");
	request.accept_warnings = true;
	taken(fixture, &request);
	assert_int_equal(number(fixture, "SELECT count(*) FROM person WHERE born_on = '2019-05-04'"), 2);
}

static void only_a_near_limit_is_warned_of(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child baby[] = {{.person = a_child("Ngozi", "Okonkwo", "2026-03-20")}};
	const struct {
		const char *why, *strategy_on, *words;
	} rows[] = {
		{"a day ago", "2026-03-31", ""},
		{"four working days ago is usual", "2026-03-26", ""},
		{"limit Fri 10 Apr: 5 working days left", "2026-03-18", ""},
		{"limit Thu 9 Apr: 4 left", "2026-03-17", "the limit is Thu 9 Apr 2026, in 4 working days."},
		{"limit tomorrow", "2026-03-12", "the limit is Thu 2 Apr 2026, in 1 working day."},
		{"limit today", "2026-03-11", "in 0 working days."},
		{"limit yesterday", "2026-03-10", "The limit for this conference was Tue 31 Mar 2026"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct request request = a_request(baby, 1, rows[i].strategy_on);
		const char *words = warnings_of(fixture, &request);

		if (*rows[i].words ? !strstr(words, rows[i].words) : *words)
			fail_msg("%s: %s", rows[i].why, words);
	}
}

static void nothing_is_asked_in_vain(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child unborn_long_ago[] = {{.person = unborn("Okonkwo", "2025-01-01")}};
	const struct request_child good[] = {{.person = a_child("Ada", "Okonkwo", "2019-05-04")}};
	struct request request = a_request(good, 1, "2026-04-02");
	const char *words;

	REFUSED(casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, f), "strategy_on",
		"in the future");
	request = a_request(good, 1, "2026-03-11");
	request.avoid = "not\033Tuesdays";
	REFUSED(casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, f), "avoid",
		"control characters");
	request = a_request(unborn_long_ago, 1, "2026-03-11");
	REFUSED(casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, f), "expected date",
		"four weeks ago");
	assert_int_equal(number(fixture, "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM conference)"),
			 0);
	assert_int_equal(casework_fixture_audited(fixture, "request.take"), 0);
}

static void add_contact(struct casework_fixture *fixture, const char *name)
{
	const struct intake_contact row = {.agency = "Children's services",
					   .quorum_group = "children_social_care",
					   .name = name,
					   .role = "Social worker",
					   .email = "",
					   .phone = "",
					   .checked_on = DAY_NONE};
	enum intake_result result;

	MUST(intake_contact(fixture->cw, &row, &result, f));
}

static void a_social_worker_is_looked_for(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct request_child good[] = {{.person = a_child("Ada", "Okonkwo", "2019-05-04")}};
	struct request request = a_request(good, 1, "2026-03-26");

	request.social_worker = "tomasz c";
	assert_string_equal(warnings_of(fixture, &request), ""); /* no directory to look in */
	add_contact(fixture, "Tomasz Łukasik");
	assert_non_null(
		strstr(warnings_of(fixture, &request),
		       "Nobody in the directory is called \"tomasz c\": the request keeps the words as typed."));
	add_contact(fixture, "Tomasz Lis");
	request.social_worker = "Tomasz";
	assert_non_null(strstr(warnings_of(fixture, &request), "2 people in the directory are called \"Tomasz"));
	request.social_worker = "tomasz  lu";
	assert_string_equal(warnings_of(fixture, &request), "");
	taken(fixture, &request);
	assert_string_equal(casework_fixture_text(fixture, "SELECT social_worker FROM conference"), "Tomasz Łukasik");
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference JOIN contact ON contact.id = social_worker_id"
					 " WHERE contact.name = 'Tomasz Łukasik'"),
			 1);
}

static void a_wrong_day_is_corrected_with_a_reason(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person_list children;
	struct enquiry enquiry;

	a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	MUST(casework_enquiry(fixture->cw, 1, &fixture->mem, &enquiry, &children, f));
	assert_int_equal(children.count, 2);
	REFUSED(casework_enquiry_correct(fixture->cw, 1, 1, enquiry.strategy_on - 1, " ", f), "reason", "legal limit");
	REFUSED(casework_enquiry_correct(fixture->cw, 1, 1, date_from_iso("2026-04-02"), "typed wrongly", f),
		"strategy_on", "not later than today");
	REFUSED(casework_enquiry_correct(fixture->cw, 1, 7, enquiry.strategy_on - 1, "typed wrongly", f), "",
		"Another person");
	MUST(casework_enquiry_correct(fixture->cw, 1, 1, date_from_iso("2026-03-02"), "typed wrongly", f));
	assert_int_equal(
		number(fixture, "SELECT count(*) FROM deadline WHERE due_on = '2026-03-23' AND state = 'open'"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'deadline.move'"),
			    "icpc: due 2026-03-23, was 2026-04-20; counted from 2026-03-02, was 2026-03-26");
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'enquiry.correct'"),
			    "strategy discussion 2026-03-02, was 2026-03-26: typed wrongly");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(completeness_says_what_is_missing),
		TEST(taking_keeps_all_of_it),
		TEST(what_cannot_be_kept_is_refused_by_field),
		TEST(a_clock_is_never_restarted),
		TEST(a_discussion_leads_to_one_conference),
		TEST(a_child_is_in_one_family),
		TEST(before_birth_there_are_two_limits),
		TEST(a_transfer_counts_from_the_day_the_policy_names),
		TEST(an_officer_is_told_before),
		TEST(a_plan_of_another_authority_is_not_reviewed_here),
		TEST(a_look_alike_is_asked_about),
		TEST(only_a_near_limit_is_warned_of),
		TEST(nothing_is_asked_in_vain),
		TEST(a_social_worker_is_looked_for),
		TEST(a_wrong_day_is_corrected_with_a_reason),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
