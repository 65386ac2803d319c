/* One key, one state: what each mark changes, how it is taken back, which deadlines follow, who may. */
#include "report_steps.h"

static void the_same_again_takes_it_back(void **state)
{
	static const struct {
		enum report_mark mark;
		const char *column, *set, *unset;
	} rows[] = {
		{MARK_REQUESTED, "requested_on", "2026-04-01", ""},
		{MARK_RECEIVED, "received_on", "2026-04-01", ""},
		{MARK_VERBAL, "received_on || is_verbal", "2026-04-011", ""},
		{MARK_SIGNED, "is_signed", "yes", "unknown"},
		{MARK_LEGIBLE, "is_legible", "yes", "unknown"},
		{MARK_TO_CHAIR, "to_chair_on", "2026-04-01", ""},
		{MARK_TO_MANAGER, "to_manager_on", "2026-04-01", ""},
		{MARK_NOT_INVOLVED, "(SELECT involved FROM invitee WHERE id = invitee_id)", "no", "unknown"},
	};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t id = a_report(fixture, conference, "School", "K. Evans", "agency", "share");

	number(fixture, "UPDATE report SET requested_on = NULL");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char sql[160];

		snprintf(sql, sizeof sql, "SELECT coalesce(%s, '') FROM report", rows[i].column);
		if (marked(fixture, id, rows[i].mark, "2026-04-01", 0) ||
		    strcmp(casework_fixture_text(fixture, sql), rows[i].set) != 0)
			fail_msg("%s: %s", report_mark_label(rows[i].mark), casework_fixture_text(fixture, sql));
		if (!marked(fixture, id, rows[i].mark, "2026-04-01", 0) ||
		    strcmp(casework_fixture_text(fixture, sql), rows[i].unset) != 0)
			fail_msg("%s taken back: %s", report_mark_label(rows[i].mark),
				 casework_fixture_text(fixture, sql));
	}
	assert_int_equal(number(fixture, "SELECT version FROM report"), 17);
	assert_int_equal(casework_fixture_audited(fixture, "report.mark"), 16);
}

/* Another day corrects the day; said and in writing are two ways in. */
static void another_day_or_way_corrects_it(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_report(fixture, a_booked_conference(fixture, "Okonkwo"), "GP", "Dr Tran", "agency", "share");

	assert_false(marked(fixture, id, MARK_VERBAL, "2026-03-31", 0));
	assert_false(marked(fixture, id, MARK_RECEIVED, "2026-03-31", 0));
	assert_int_equal(number(fixture, "SELECT is_verbal FROM report"), 0);
	assert_false(marked(fixture, id, MARK_RECEIVED, "2026-03-30", 0));
	assert_string_equal(casework_fixture_text(fixture, "SELECT received_on FROM report"), "2026-03-30");
	assert_true(marked(fixture, id, MARK_RECEIVED, "2026-03-30", 0));
}

static void the_last_one_in_meets_the_deadline(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");
	int64_t camhs = a_report(fixture, conference, "CAMHS", "S. Cole", "agency", "share");
	int64_t housing = a_report(fixture, conference, "Housing", "L. Wood", "agency", "share");

	number(fixture, "UPDATE report SET is_required = 0 WHERE id = %lld", (long long)housing);
	marked(fixture, school, MARK_RECEIVED, "2026-03-31", 0);
	marked(fixture, gp, MARK_VERBAL, "2026-03-30", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "open");
	marked(fixture, camhs, MARK_NOT_INVOLVED, "2026-04-01", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "done 2026-03-31");
	marked(fixture, school, MARK_RECEIVED, "2026-03-31", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "open");
	marked(fixture, school, MARK_RECEIVED, "2026-04-01", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "done 2026-04-01");
	marked(fixture, camhs, MARK_NOT_INVOLVED, "2026-04-01", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "open");
	assert_int_equal(number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'report.initial'"), 1);
}

/* What a manager waived stays waived, and what an officer ticked by hand stays ticked while nothing is taken back. */
static void what_was_settled_by_hand_stays(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t gp = a_report(fixture, conference, "GP", "Dr Tran", "agency", "share");

	number(fixture, "UPDATE deadline SET state = 'waived' WHERE rule = 'report.initial'");
	marked(fixture, school, MARK_RECEIVED, "2026-04-01", 0);
	marked(fixture, gp, MARK_RECEIVED, "2026-04-01", 0);
	marked(fixture, gp, MARK_RECEIVED, "2026-04-01", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "waived");
	number(fixture, "UPDATE deadline SET state = 'done', done_on = '2026-03-31' WHERE rule = 'report.initial'");
	marked(fixture, school, MARK_RECEIVED, "2026-04-01", 0);
	assert_string_equal(standing_of_rule(fixture, conference, "report.initial"), "done 2026-03-31");
}

static void the_social_workers_report_has_its_own(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t mother = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	int64_t father = a_reader(fixture, conference, "Tommy", RELATIONSHIP_FATHER);
	int64_t social = a_report(fixture, conference, "Social care", "T. Campbell", "social_work", "share");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	const struct {
		int64_t report;
		enum report_mark mark;
		int64_t person;
		const char *rule, *stands;
	} rows[] = {
		{school, MARK_TO_CHAIR, 0, "report.chair.initial", "open"},
		{social, MARK_TO_CHAIR, 0, "report.chair.initial", "done 2026-04-01"},
		{social, MARK_TO_CHAIR, 0, "report.chair.initial", "open"},
		{social, MARK_TO_MANAGER, 0, "report.manager.initial", "done 2026-04-01"},
		{school, MARK_SHARED, 0, "report.family.initial", "open"},
		{social, MARK_SHARED, mother, "report.family.initial", "open"},
		{social, MARK_SHARED, father, "report.family.initial", "done 2026-04-01"},
		{social, MARK_SHARED, mother, "report.family.initial", "open"},
		{social, MARK_SHARED, 0, "report.family.initial", "done 2026-04-01"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		marked(fixture, rows[i].report, rows[i].mark, "2026-04-01", rows[i].person);
		if (strcmp(standing_of_rule(fixture, conference, rows[i].rule), rows[i].stands) != 0)
			fail_msg("row %zu: %s is %s", i, rows[i].rule,
				 standing_of_rule(fixture, conference, rows[i].rule));
	}
}

/* Nobody named: those who come with the others. Whoever is kept apart gets a report only by name. */
static void shared_with_all_leaves_out_who_is_kept_apart(void **state)
{
	static const char *const apart[] = {"exclusion = 'whole'", "exclusion = 'part'", "exclusion = 'asked'",
					    "sitting = 2", "is_withdrawn = 1"};
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t mother = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	int64_t father = a_reader(fixture, conference, "Tommy", RELATIONSHIP_FATHER);
	int64_t id = a_report(fixture, conference, "School", "K. Evans", "agency", "share");

	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
		number(fixture, "UPDATE invitee SET exclusion = 'none', sitting = 0, is_withdrawn = 0");
		number(fixture, "UPDATE invitee SET %s WHERE person_id = %lld", apart[i], (long long)father);
		assert_false(marked(fixture, id, MARK_SHARED, "2026-04-01", 0));
		if (number(fixture, "SELECT group_concat(person_id) FROM report_reader WHERE shared_on IS NOT NULL") !=
		    mother)
			fail_msg("%s: had it", apart[i]);
		assert_true(marked(fixture, id, MARK_SHARED, "2026-04-01", 0));
		assert_int_equal(number(fixture, "SELECT count(*) FROM report_reader WHERE shared_on IS NOT NULL"), 0);
	}
	number(fixture, "UPDATE invitee SET is_withdrawn = 0, exclusion = 'refused' WHERE person_id = %lld",
	       (long long)father);
	marked(fixture, id, MARK_SHARED, "2026-04-01", 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM report_reader WHERE shared_on IS NOT NULL"), 2);
	number(fixture, "UPDATE invitee SET exclusion = 'whole' WHERE person_id = %lld", (long long)father);
	number(fixture, "DELETE FROM report_reader");
	assert_false(marked(fixture, id, MARK_SHARED, "2026-04-01", father)); /* the chair may send him one by name */
}

static void what_cannot_be_marked(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo"), other = a_booked_conference(fixture, "Begum");
	int64_t school = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	int64_t police = a_report(fixture, conference, "Police", "DC Hall", "police", "share");
	int64_t third = a_report(fixture, conference, "GP", "Dr Tran", "agency", "professionals_only");
	int64_t alone = a_report(fixture, other, "GP", "Dr Nair", "agency", "share");
	int64_t mother = a_reader(fixture, conference, "Amelia", RELATIONSHIP_MOTHER);
	int64_t stranger = a_reader(fixture, other, "Farah", RELATIONSHIP_MOTHER);
	const struct {
		const char *why;
		int64_t report, person;
		enum report_mark mark;
		const char *on, *field, *words;
	} rows[] = {
		{"tomorrow", school, 0, MARK_RECEIVED, "2026-04-02", "on", "in the future"},
		{"no day", school, 0, MARK_RECEIVED, "", "on", "Enter the day"},
		{"last year's date", school, 0, MARK_RECEIVED, "2025-03-31", "on", "long before"},
		{"police to the family", police, 0, MARK_SHARED, "2026-04-01", "mark", "police report"},
		{"police to the mother", police, mother, MARK_SHARED, "2026-04-01", "mark", "police report"},
		{"police read by the mother", police, mother, MARK_SEEN, "2026-04-01", "mark", "police report"},
		{"for professionals only", third, mother, MARK_SHARED, "2026-04-01", "mark", "professionals only"},
		{"another family's mother", school, stranger, MARK_SHARED, "2026-04-01", "person",
		 "member of the family"},
		{"seen by nobody", school, 0, MARK_SEEN, "2026-04-01", "person", "who of the family"},
		{"a mark that is none", school, 0, REPORT_MARK_COUNT, "2026-04-01", "mark", "one of the list"},
		{"no such report", 999, 0, MARK_RECEIVED, "2026-04-01", "", "not in the case file"},
	};
	bool taken_back;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct report_marking marking = a_marking(fixture, rows[i].report, rows[i].mark, rows[i].on,
							  rows[i].person);
		struct fault fault = {0};

		if (casework_report_mark(fixture->cw, &marking, &taken_back, &fault) ||
		    strcmp(fault.field, rows[i].field) != 0 || !strstr(fault.message, rows[i].words))
			fail_msg("%s: %s: %s", rows[i].why, fault.field, fault.message);
	}
	number(fixture, "UPDATE invitee SET is_withdrawn = 1 WHERE person_id = %lld", (long long)stranger);
	REFUSED(casework_report_mark(fixture->cw, &(struct report_marking){alone, 1, MARK_SHARED, 20544, 0},
				     &taken_back, f),
		"person", "Nobody of the family comes");
	REFUSED(casework_report_mark(fixture->cw, &(struct report_marking){school, 7, MARK_RECEIVED, 20544, 0},
				     &taken_back, f),
		"", "Another person changed this report");
	assert_int_equal(casework_fixture_audited(fixture, "report.mark"), 0);
}

/* A chair's right ends at the conferences they chair. */
static void a_chair_marks_their_own_only(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t conference = a_booked_conference(fixture, "Okonkwo");
	int64_t id = a_report(fixture, conference, "School", "K. Evans", "agency", "share");
	struct report_marking marking = a_marking(fixture, id, MARK_RECEIVED, "2026-04-01", 0);
	bool taken_back;

	casework_fixture_open_as(fixture, "pritchard", ROLE_BIT(ROLE_CHAIR));
	REFUSED(casework_report_mark(fixture->cw, &marking, &taken_back, f), "", "only for conferences that you chair");
	number(fixture, "UPDATE resource SET login = 'pritchard' WHERE id = (SELECT chair_id FROM conference)");
	MUST(casework_report_mark(fixture->cw, &marking, &taken_back, f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_same_again_takes_it_back),
		FIXTURE_TEST(another_day_or_way_corrects_it),
		FIXTURE_TEST(the_last_one_in_meets_the_deadline),
		FIXTURE_TEST(what_was_settled_by_hand_stays),
		FIXTURE_TEST(the_social_workers_report_has_its_own),
		FIXTURE_TEST(shared_with_all_leaves_out_who_is_kept_apart),
		FIXTURE_TEST(what_cannot_be_marked),
		FIXTURE_TEST(a_chair_marks_their_own_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
