/* Deciding for each child alone: who may, the hard rules by field, the soft ones with a reason, the quorum. */
#include "live_steps.h"

static void three_siblings_three_decisions(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision ada = a_plan_for(&d, d.ada, CATEGORY_NEGLECT), chidi = a_plan_for(&d, d.chidi, 0);
	struct child_decision skye = child_decision_blank();
	struct live_page page;

	make_quorate(fixture, &d);
	as_chair(fixture);
	MUST(casework_live_decide(fixture->cw, &ada, "", f));
	chidi.outcome = OUTCOME_CHILD_IN_NEED; /* a category and an end that mean nothing here are not kept */
	chidi.end_reason = PLAN_END_MOVED;
	MUST(casework_live_decide(fixture->cw, &chidi, "", f));
	skye.conference_id = d.id;
	skye.person_id = d.skye;
	skye.not_decided_why = "with her father in Leeds since March";
	MUST(casework_live_decide(fixture->cw, &skye, "", f));
	page = live_now(fixture, d.id);
	assert_int_equal(child_at(&page, d.ada)->decision.outcome, OUTCOME_PLAN_MADE);
	assert_int_equal(child_at(&page, d.ada)->decision.category, CATEGORY_NEGLECT);
	assert_string_equal(child_at(&page, d.ada)->decision.decided_by, "chair");
	assert_true(child_at(&page, d.ada)->decision.decided_at > 0);
	assert_int_equal(child_at(&page, d.chidi)->decision.outcome, OUTCOME_CHILD_IN_NEED);
	assert_int_equal(child_at(&page, d.chidi)->decision.category, CATEGORY_COUNT);
	assert_int_equal(child_at(&page, d.chidi)->decision.end_reason, PLAN_END_NONE);
	assert_int_equal(child_at(&page, d.skye)->decision.decided_at, 0);
	for (size_t i = 0; i < page.children.count; i++)
		assert_string_equal(page.children.items[i].undecided_why, "");
	assert_int_equal(casework_fixture_audited(fixture, "live.decide"), 3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%left alone at night%%'"), 0);
}

static void hard_rules_refuse_by_field(void **state)
{
	static const struct {
		const char *why, *field;
		enum outcome outcome;
		enum category category;
		unsigned categories;
		const char *reasons;
		int scale;
	} rows[] = {
		{"nothing decided, no word why", "outcome", OUTCOME_NONE, CATEGORY_COUNT, 0, "", -1},
		{"an initial one ends no plan", "outcome", OUTCOME_PLAN_ENDS, CATEGORY_COUNT, 0, "safe", -1},
		{"from outside the table", "outcome", OUTCOME_COUNT, CATEGORY_COUNT, 0, "safe", -1},
		{"a plan without category", "category", OUTCOME_PLAN_MADE, CATEGORY_COUNT, 0, "left alone", -1},
		{"no reasons", "reasons", OUTCOME_PLAN_MADE, CATEGORY_NEGLECT, CATEGORY_BIT(CATEGORY_NEGLECT), " ", -1},
		{"off the scale", "scale", OUTCOME_PLAN_MADE, CATEGORY_NEGLECT, CATEGORY_BIT(CATEGORY_NEGLECT), "x",
		 11},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct live_page page;

	make_quorate(fixture, &d);
	as_chair(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct child_decision one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);

		one.outcome = rows[i].outcome;
		one.category = rows[i].category;
		one.categories = rows[i].categories;
		one.reasons = rows[i].reasons;
		one.scale = rows[i].scale;
		REFUSED(casework_live_decide(fixture->cw, &one, "because", f), rows[i].field, "");
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision"), 0);
	page = live_now(fixture, d.id);
	assert_non_null(strstr(child_at(&page, d.ada)->undecided_why, "Nothing is decided about Ada"));
}

static void soft_rules_ask_why(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision one = a_plan_for(&d, d.skye, CATEGORY_EMOTIONAL); /* two years old, and PN5 */
	const char *words;

	make_quorate(fixture, &d);
	number(fixture, "INSERT INTO episode (person_id, referred_on) VALUES (%lld, '2026-02-01')", (long long)d.skye);
	number(fixture, "INSERT INTO need_plan (episode_id, started_on) SELECT id, '2026-02-03' FROM episode");
	as_chair(fixture);
	MUST(casework_live_decision_warnings(fixture->cw, &one, &fixture->mem, &words, f));
	assert_non_null(strstr(words, "PN0 is the usual code"));
	assert_non_null(strstr(words, "child in need plan of Skye Okonkwo is still open"));
	REFUSED(casework_live_decide(fixture->cw, &one, " ", f), "warnings", "PN0 is the usual code");
	MUST(casework_live_decide(fixture->cw, &one, "she drew a picture with her key worker", f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT warnings_accepted FROM child_decision"),
			    "she drew a picture with her key worker");
}

static void without_a_quorum_nothing_is_decided_unsaid(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);
	const struct quorum_choice held = {.answer = QUORUM_ANSWER_PROCEEDED,
					   .exception = QUORUM_EXCEPTION_ENOUGH_KNOWN,
					   .reason = "the nurse is ill, her report is in"};

	comes(fixture, &d, d.worker);
	as_chair(fixture);
	REFUSED(casework_live_decide(fixture->cw, &one, "", f), "quorum", "no quorum for Ada Okonkwo");
	one.outcome = OUTCOME_ADJOURNED;
	MUST(casework_live_decide(fixture->cw, &one, "", f));
	MUST(casework_live_quorum(fixture->cw, d.id, 1, &held, f));
	one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);
	one.version = 1;
	MUST(casework_live_decide(fixture->cw, &one, "", f));
}

/* Neither the officer who writes, nor a manager, nor the chair of another conference. */
static void only_the_chair_of_it_decides(void **state)
{
	static const struct {
		const char *login;
		role_set roles;
	} rows[] = {
		{"minutes", ROLE_BIT(ROLE_BUSINESS_SUPPORT)},
		{"boss", ROLE_BIT(ROLE_MANAGER)},
		{"other", ROLE_BIT(ROLE_CHAIR)},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);

	make_quorate(fixture, &d);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault fault = {0};

		casework_fixture_open_as(fixture, rows[i].login, rows[i].roles);
		assert_false(casework_live_decide(fixture->cw, &one, "", &fault));
		assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision"), 0);
}

static void alike_children_are_decided_in_one_act(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision all = a_plan_for(&d, 0, CATEGORY_NEGLECT);
	struct child_decision chidi = child_decision_blank();
	const int64_t three[] = {d.ada, d.chidi, d.skye}, stranger[] = {d.ada, 999};
	struct live_page page;

	make_quorate(fixture, &d);
	chidi.conference_id = d.id;
	chidi.person_id = d.chidi;
	chidi.participation = PARTICIPATION_PN1;
	chidi.child_views = "wants his own room";
	chidi.scale = 3;
	MUST(casework_live_participation(fixture->cw, &chidi, f));
	as_chair(fixture);
	REFUSED(casework_live_decide_all(fixture->cw, &all, three, 0, "x", f), "children", "Choose the children");
	REFUSED(casework_live_decide_all(fixture->cw, &all, three, 3, "", f), "warnings", "took part");
	REFUSED(casework_live_decide_all(fixture->cw, &all, stranger, 2, "x", f), "", "none of the family's");
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision WHERE outcome <> ''"), 0);
	MUST(casework_live_decide_all(fixture->cw, &all, three, 3, "their parts follow", f));
	page = live_now(fixture, d.id);
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision WHERE outcome = 'plan_made'"), 3);
	assert_string_equal(child_at(&page, d.chidi)->decision.child_views, "wants his own room");
	assert_int_equal(child_at(&page, d.chidi)->decision.scale, 3);
	assert_string_equal(child_at(&page, d.chidi)->decision.warnings_accepted, "");
	assert_string_equal(child_at(&page, d.ada)->decision.warnings_accepted, "their parts follow");
	assert_int_equal(casework_fixture_audited(fixture, "live.decide"), 1);
}

/* The minute-taker writes how a child took part while the chair decides: the second to save is told. */
static void chair_and_minute_taker_meet_at_one_child(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct child_decision typed = child_decision_blank(), one = a_plan_for(&d, d.ada, CATEGORY_NEGLECT);
	struct casework *taker;

	make_quorate(fixture, &d);
	typed.conference_id = d.id;
	typed.person_id = d.ada;
	typed.participation = PARTICIPATION_PN1;
	casework_fixture_open_as(fixture, "minutes", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	as_chair(fixture);
	taker = second_session(fixture, "minutes");
	MUST(casework_live_participation(taker, &typed, f));
	CONFLICTS(casework_live_decide(fixture->cw, &one, "", f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision WHERE outcome <> ''"), 0);
	one.version = 1;
	MUST(casework_live_decide(fixture->cw, &one, "", f));
	CONFLICTS(casework_live_participation(taker, &typed, f));
	typed.version = one.version;
	MUST(casework_live_participation(taker, &typed, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM child_decision WHERE outcome = 'plan_made' AND"
					 " participation = 'PN1' AND reasons <> ''"),
			 1);
	casework_close(taker);
}

/* A brother who was not asked about is decided for too, and is then of the conference. */
static void a_child_of_the_household_joins_by_decision(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct person obi = a_child("Obi", "Okonkwo", "2016-01-01"), uju = a_child("Uju", "Okonkwo", "2006-01-01");
	struct child_decision one;
	struct live_page page;

	MUST(casework_member_add(fixture->cw, d.family, &obi, RELATIONSHIP_CHILD, ANSWER_NO, NULL, f));
	MUST(casework_member_add(fixture->cw, d.family, &uju, RELATIONSHIP_CHILD, ANSWER_NO, NULL, f));
	make_quorate(fixture, &d);
	page = live_now(fixture, d.id);
	assert_int_equal(page.children.count, 4); /* not the adult sister */
	assert_false(child_at(&page, obi.id)->is_of_conference);
	as_chair(fixture);
	one = a_plan_for(&d, obi.id, CATEGORY_NEGLECT);
	MUST(casework_live_decide(fixture->cw, &one, "", f));
	page = live_now(fixture, d.id);
	assert_true(child_at(&page, obi.id)->is_of_conference);
}

/* What a plan runs under is what was decided last, as long as the plan still says the same. */
static void a_plan_brings_its_categories_and_reviews(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_live_day(fixture);
	struct live_page page;

	number(fixture,
	       "INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest)"
	       " VALUES ('P-9001', %lld, %lld, '2025-06-03', 'NEG', 'NEG'), ('P-9002', %lld, %lld, '2025-06-03', "
	       "'NEG', 'EMO')",
	       (long long)d.ada, (long long)d.family, (long long)d.chidi, (long long)d.family);
	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, requested_on, held_on, policy) "
	       "SELECT"
	       " 'C-9001', family_id, 'review', 'closed', source, '2025-11-01', '2025-12-01', policy FROM conference "
	       "WHERE id = %lld",
	       (long long)d.id);
	number(fixture,
	       "INSERT INTO conference_child (conference_id, person_id) SELECT c.id, k.person_id FROM conference c,"
	       " conference_child k WHERE c.reference = 'C-9001' AND k.conference_id = %lld",
	       (long long)d.id);
	number(fixture, "INSERT INTO child_decision (conference_id, person_id, outcome, category, categories, reasons, "
			"decided_at)"
			" SELECT c.id, k.person_id, 'plan_continues', 'NEG', 3, 'hungry', 1764590400 FROM conference c"
			" JOIN conference_child k ON k.conference_id = c.id WHERE c.reference = 'C-9001'");
	page = live_now(fixture, d.id);
	assert_int_equal(child_at(&page, d.ada)->reviews, 1);
	assert_int_equal(child_at(&page, d.ada)->plan_categories,
			 CATEGORY_BIT(CATEGORY_NEGLECT) | CATEGORY_BIT(CATEGORY_PHYSICAL));
	assert_int_equal(child_at(&page, d.chidi)->plan_categories, CATEGORY_BIT(CATEGORY_EMOTIONAL));
	assert_int_equal(child_at(&page, d.skye)->plan_categories, 0);
	assert_int_equal(page.of, CONFERENCE_INITIAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(three_siblings_three_decisions),
		TEST(hard_rules_refuse_by_field),
		TEST(soft_rules_ask_why),
		TEST(without_a_quorum_nothing_is_decided_unsaid),
		TEST(only_the_chair_of_it_decides),
		TEST(alike_children_are_decided_in_one_act),
		TEST(chair_and_minute_taker_meet_at_one_child),
		TEST(a_child_of_the_household_joins_by_decision),
		TEST(a_plan_brings_its_categories_and_reviews),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
