/* Plans that end outside a review: what ends with them, what goes on for brothers and sisters, and who decides. */
#include "plan_end_steps.h"

static void an_order_of_one_leaves_the_other(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_DIED, "2026-04-18");
	const char *follows = end_follows(fixture, &request);

	assert_non_null(strstr(follows, "Ada Okonkwo: P-0001 ends on Sat 18 Apr 2026, died."));
	assert_non_null(strstr(follows, "The plan and the core group go on for Skye Okonkwo."));
	assert_non_null(strstr(follows, "C-0900 on Wed 24 Jun 2026 goes on for"));
	assert_non_null(strstr(follows, "Nothing is written to the family"));
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 - "); /* only asked */
	ended(fixture, &request);
	assert_string_equal(plan_words(fixture), "P-0001 2026-04-18 died; P-0002 - ");
	assert_string_equal(casework_fixture_text(fixture, "SELECT died_on FROM person WHERE given_names = 'Ada'"),
			    "2026-04-18");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE subject_kind = 'plan' AND subject_id = 1 "
					 "AND state = 'open'"),
			 0);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM conference_child WHERE person_id = %lld AND "
				"conference_id = (SELECT id FROM conference WHERE reference = 'C-0900')",
				(long long)d.ada),
			 0);
	assert_int_equal(number(fixture, "SELECT state = 'scheduled' FROM conference WHERE reference = 'C-0900'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE state = 'booked' AND day > "
					 "'2026-04-18'"),
			 1);
	assert_int_equal(casework_fixture_audited(fixture, "plan.end"), 1);
	assert_one_of_each(fixture);
}

static void the_last_plan_takes_group_and_review_with_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_ABROAD, "2026-04-15");
	const char *follows;

	request.all_of_family = true;
	follows = end_follows(fixture, &request);
	assert_non_null(strstr(follows, "The core group of Tue 12 May 2026 is cancelled."));
	ended(fixture, &request);
	assert_string_equal(plan_words(fixture), "P-0001 2026-04-15 abroad; P-0002 2026-04-15 abroad");
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM conference WHERE reference = 'C-0900'"),
			    "cancelled");
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE state = 'booked' AND day > "
					 "'2026-04-15'"),
			 0);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM booking WHERE conference_id = (SELECT id FROM conference "
				"WHERE reference = 'C-0900')"),
			 0);
	assert_int_equal(casework_fixture_audited(fixture, "plan.end"), 2);
}

/* One sister is on the plan of another authority, which holds her core groups: nothing of hers ends with ours. */
static void a_plan_of_another_authority_keeps_no_core_group(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.skye, PLAN_END_ABROAD, "2026-04-15");
	const char *follows;

	number(fixture, "UPDATE plan SET is_other_authority = 1 WHERE person_id = %lld", (long long)d.ada);
	request.all_of_family = true;
	follows = end_follows(fixture, &request);
	assert_non_null(strstr(follows, "The core group of Tue 12 May 2026 is cancelled."));
	assert_null(strstr(follows, "Ada Okonkwo: P-0001"));
	ended(fixture, &request);
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 2026-04-15 abroad");
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE state = 'booked' AND day > "
					 "'2026-04-15'"),
			 0);
}

static void what_may_not_end_it_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	const struct {
		const char *why;
		int64_t child;
		enum plan_end_reason reason;
		const char *on, *field, *words;
		bool all;
	} rows[] = {
		{"a review's", d.ada, PLAN_END_NO_RISK, "2026-04-15", "reason", "Only a review", false},
		{"no reason", d.ada, PLAN_END_NONE, "2026-04-15", "reason", "Choose why", false},
		{"to come", d.ada, PLAN_END_ABROAD, "2026-04-21", "on", "still to come", false},
		{"its first day", d.ada, PLAN_END_ABROAD, "2026-04-01", "on", "same day", false},
		{"before it", d.ada, PLAN_END_ABROAD, "2026-03-31", "on", "cannot end before", false},
		{"not 18", d.ada, PLAN_END_EIGHTEEN, "", "reason", "turns 18 on", false},
		{"one child's", d.ada, PLAN_END_DIED, "2026-04-15", "reason", "one child's", true},
		{"no plan", d.chidi, PLAN_END_ABROAD, "2026-04-15", "", "no plan", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct plan_end_request request = an_end(rows[i].child, rows[i].reason, rows[i].on);
		int64_t id;

		request.all_of_family = rows[i].all;
		REFUSED(casework_plan_end(fixture->cw, &request, &fixture->mem, &id, f), rows[i].field, rows[i].words);
		assert_int_equal(id, 0);
	}
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 - ");
	assert_int_equal(number(fixture, "SELECT count(*) FROM plan_ending"), 0);
}

static void a_closed_plan_is_not_ended_again(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_ABROAD, "2026-04-15");
	int64_t id;

	ended(fixture, &request);
	REFUSED(casework_plan_end(fixture->cw, &request, &fixture->mem, &id, f), "", "already");
}

/* --- Decided --- */

static int64_t an_order(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_end_request request = an_end(d->ada, PLAN_END_ORDER, "");
	const char *follows = end_follows(fixture, &request);

	assert_non_null(strstr(follows, "Nothing ends yet"));
	return ended(fixture, &request);
}

static void an_order_is_asked_told_and_decided(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	int64_t id = an_order(fixture, &d);
	struct plan_ending_act tell = an_act(fixture, id, PLAN_ENDING_STEP_TELL), act;
	struct plan_ending_page page;

	act = an_act(fixture, id, PLAN_ENDING_STEP_END);
	REFUSED(casework_plan_ending_act(fixture->cw, &act, f), "step", "not told");
	REFUSED(casework_plan_ending_act(fixture->cw, &tell, f), "object_by", "may object");
	tell.object_by = date_from_iso("2026-04-27");
	acts(fixture, tell);
	act = an_act(fixture, id, PLAN_ENDING_STEP_END);
	REFUSED(casework_plan_ending_act(fixture->cw, &act, f), "step", "after that day");
	act = an_act(fixture, id, PLAN_ENDING_STEP_OBJECT);
	act.words = "the school sees her hungry";
	REFUSED(casework_plan_ending_act(fixture->cw, &act, f), "agency", "which agency");
	act.agency = "Station Primary School";
	acts(fixture, act);
	assert_string_equal(plan_words(fixture), "P-0001 - ; P-0002 - ");
	casework_fixture_reopen(fixture, "2026-04-28");
	act = an_act(fixture, id, PLAN_ENDING_STEP_END);
	act.on = date_from_iso("2026-04-28");
	REFUSED(casework_plan_ending_act(fixture->cw, &act, f), "words", "objected");
	act.words = "the care plan has her meals; the school agrees now";
	acts(fixture, act);
	assert_string_equal(plan_words(fixture), "P-0001 2026-04-28 order; P-0002 - ");
	MUST(casework_plan_ending(fixture->cw, id, &fixture->mem, &page, f));
	assert_int_equal(page.told.count, 4);
	assert_string_equal(page.told.items[2].what, "Agency objects: Station Primary School");
	assert_string_equal(page.line.stands, "ended on Tue 28 Apr 2026");
}

static void an_officer_asks_and_a_manager_decides(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request order = an_end(d.ada, PLAN_END_ORDER, ""),
				abroad = an_end(d.ada, PLAN_END_ABROAD, "2026-03-31");
	struct plan_ending_act act;
	struct fault why = {0};
	int64_t id;

	casework_fixture_open_as(fixture, "officer", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	id = ended(fixture, &order);
	assert_false(casework_plan_end(fixture->cw, &abroad, &fixture->mem, &id, &why));
	assert_int_equal(why.code, FAULT_NOT_ALLOWED);
	act = an_act(fixture, 1, PLAN_ENDING_STEP_REFUSE);
	act.words = "no";
	assert_false(casework_plan_ending_act(fixture->cw, &act, &why));
	assert_int_equal(why.code, FAULT_NOT_ALLOWED);
}

static void two_people_never_decide_unseen(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	int64_t id = an_order(fixture, &d);
	struct plan_ending_act first = an_act(fixture, id, PLAN_ENDING_STEP_WITHDRAW), second = first;
	struct plan_end_request again = an_end(d.ada, PLAN_END_LOOKED_AFTER, "");

	REFUSED(casework_plan_end(fixture->cw, &again, &fixture->mem, &id, f), "", "asks for the end");
	first.words = second.words = "asked for by mistake";
	acts(fixture, first);
	CONFLICTS(casework_plan_ending_act(fixture->cw, &second, f));
}

/* What happened is stronger than what was asked for. */
static void a_death_withdraws_what_was_asked(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request died = an_end(d.ada, PLAN_END_DIED, "2026-04-18");

	an_order(fixture, &d);
	ended(fixture, &died);
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(state, ' ') FROM (SELECT state FROM "
							   "plan_ending ORDER BY id)"),
			    "withdrawn ended");
}

static void eighteen_is_the_birthday(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_EIGHTEEN, "");

	number(fixture, "UPDATE person SET born_on = '2008-04-12' WHERE id = %lld", (long long)d.ada);
	ended(fixture, &request);
	assert_string_equal(plan_words(fixture), "P-0001 2026-04-12 eighteen; P-0002 - ");
}

static const char *of_age(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture,
				     "SELECT ifnull(group_concat(due_on || ' ' || state, '; '), '') FROM (SELECT * "
				     "FROM deadline WHERE rule = 'comes_of_age' ORDER BY id)");
}

/* A task only where it is before the review; settled by the ending, not merely withdrawn. */
static void a_birthday_before_the_review_is_a_task(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request request = an_end(d.ada, PLAN_END_EIGHTEEN, "");
	struct person ada;

	assert_string_equal(of_age(fixture), "");
	MUST(casework_person(fixture->cw, d.ada, &fixture->mem, &ada, f));
	ada.born_on = date_from_iso("2008-12-12"); /* long after the review */
	MUST(casework_person_save(fixture->cw, &(struct person_record){.person = ada}, f));
	assert_string_equal(of_age(fixture), "");
	MUST(casework_person(fixture->cw, d.ada, &fixture->mem, &ada, f));
	ada.born_on = date_from_iso("2008-05-12");
	MUST(casework_person_save(fixture->cw, &(struct person_record){.person = ada}, f));
	assert_string_equal(of_age(fixture), "2026-05-12 open");
	casework_fixture_reopen(fixture, "2026-05-12");
	ended(fixture, &request);
	assert_string_equal(of_age(fixture), "2026-05-12 done");
	assert_string_equal(plan_words(fixture), "P-0001 2026-05-12 eighteen; P-0002 - ");
}

static void a_restricted_family_is_not_there(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	int64_t id = an_order(fixture, &d);
	struct plan_end_request request = an_end(d.skye, PLAN_END_DIED, "2026-04-18");
	struct plan_ending_line_list lines;
	struct plan_ending_page page;
	struct plan_ending_act act = an_act(fixture, id, PLAN_ENDING_STEP_TELL);
	struct fault why = {0};

	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)d.family);
	MUST(casework_plan_endings(fixture->cw, 0, false, &fixture->mem, &lines, f));
	assert_int_equal(lines.count, 0);
	assert_false(casework_plan_ending(fixture->cw, id, &fixture->mem, &page, &why));
	assert_false(casework_plan_ending_act(fixture->cw, &act, &why));
	assert_int_equal(why.code, FAULT_NOT_FOUND);
	assert_false(casework_plan_end(fixture->cw, &request, &fixture->mem, &id, &why));
	assert_int_equal(why.code, FAULT_NOT_ALLOWED);
}

/* Also the outline that a later conference wrote: with the last child nobody is sent it any more. */
static void the_outline_of_a_review_is_owed_no_more(void **state)
{
	static const char open[] = "SELECT count(*) FROM deadline JOIN deadline_child ON deadline_id = deadline.id"
				   " WHERE rule = 'plan_issue' AND state = 'open'";
	struct casework_fixture *fixture = *state;
	struct live_day d = two_sisters_on_plans(fixture);
	struct plan_end_request ada = an_end(d.ada, PLAN_END_ABROAD, "2026-04-15"),
				skye = an_end(d.skye, PLAN_END_ABROAD, "2026-04-15");

	number(fixture, "UPDATE deadline SET subject_id = (SELECT id FROM conference WHERE reference = 'C-0900')"
			" WHERE rule = 'plan_issue'");
	assert_int_equal(number(fixture, open), 2);
	ended(fixture, &ada);
	assert_int_equal(number(fixture, open), 1);
	ended(fixture, &skye);
	assert_int_equal(number(fixture, open), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(an_order_of_one_leaves_the_other),
		FIXTURE_TEST(the_last_plan_takes_group_and_review_with_it),
		FIXTURE_TEST(the_outline_of_a_review_is_owed_no_more),
		FIXTURE_TEST(a_plan_of_another_authority_keeps_no_core_group),
		FIXTURE_TEST(what_may_not_end_it_is_refused),
		FIXTURE_TEST(a_closed_plan_is_not_ended_again),
		FIXTURE_TEST(an_order_is_asked_told_and_decided),
		FIXTURE_TEST(an_officer_asks_and_a_manager_decides),
		FIXTURE_TEST(two_people_never_decide_unseen),
		FIXTURE_TEST(a_death_withdraws_what_was_asked),
		FIXTURE_TEST(eighteen_is_the_birthday),
		FIXTURE_TEST(a_birthday_before_the_review_is_a_task),
		FIXTURE_TEST(a_restricted_family_is_not_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
