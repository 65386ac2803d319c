/* Census children into the case file: what each part becomes, what is refused part by part, and that a second time
 * changes nothing. */
#include "intake_rows.h"

static const struct child_row on_a_plan = {.la_child_id = "F000001",
					   .born_on = "2012-12-17",
					   .strategy_on = "2025-06-20",
					   .conference_on = "2025-07-07",
					   .plan_on = "2025-07-07",
					   .reviews = {"2026-02-23", "2025-10-01"}};

static void test_a_child_on_a_plan(void **state)
{
	struct casework_fixture *fixture = *state;

	assert_int_equal(take_row(fixture, &on_a_plan), INTAKE_ADDED);
	assert_string_equal(casework_fixture_text(fixture, "SELECT reference FROM family WHERE is_provisional = 1"),
			    "CIN-F000001");
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM conference WHERE state = 'closed' AND type "
						 "= 'initial' AND held_on = '2025-07-07' AND enquiry_id IS NOT NULL"),
			 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM conference WHERE type = 'review'"), 2);
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT count(*) FROM enquiry WHERE conference_required = 'yes'"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT held_on FROM conference JOIN plan ON "
							   "plan.conference_id = conference.id"),
			    "2025-07-07");
	/* the second review, whichever order they came in, starts the next six months */
	assert_string_equal(casework_fixture_text(fixture, "SELECT rule || ' ' || trigger_on || ' ' || limit_on FROM "
							   "deadline WHERE state = 'open' AND rule = 'review.next'"),
			    "review.next 2026-02-23 2026-08-23");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM episode WHERE referral_source = '1A'"),
			 1);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM audit WHERE action = 'intake.child' AND "
						 "subject_kind = 'person' AND family_id > 0"),
			 1);
}

static void test_a_second_time_changes_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t rows;

	take_row(fixture, &on_a_plan);
	rows = casework_fixture_number(fixture, "SELECT count(*) FROM audit");
	assert_int_equal(take_row(fixture, &on_a_plan), INTAKE_UNCHANGED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), rows);
	assert_true(casework_is_at_rest(fixture->cw));
}

static const struct {
	struct child_row row;
	const char *required, *deadline, *conference, *why;
} enquiries[] = {
	{{.la_child_id = "E1", .born_on = "2015-01-01", .strategy_on = "2026-03-16", .not_required = ANSWER_NO},
	 "unknown",
	 "icpc 2026-03-16 2026-04-08",
	 "",
	 "no conference yet: the clock runs, Easter taken out"},
	{{.la_child_id = "E2", .born_on = "2015-01-01", .strategy_on = "2026-03-16", .not_required = ANSWER_YES},
	 "no",
	 "",
	 "",
	 "no conference was needed"},
	{{.la_child_id = "E3",
	  .born_on = "2015-01-01",
	  .strategy_on = "2026-03-02",
	  .conference_on = "2026-03-20",
	  .not_required = ANSWER_NO},
	 "yes",
	 "",
	 "initial",
	 "it was held"},
	{{.la_child_id = "E4",
	  .expected_on = "2026-06-01",
	  .strategy_on = "2026-03-02",
	  .conference_on = "2026-03-20",
	  .not_required = ANSWER_NO},
	 "yes",
	 "",
	 "pre_birth",
	 "before the birth"},
	{{.la_child_id = "E5",
	  .born_on = "2026-03-21",
	  .strategy_on = "2026-03-02",
	  .conference_on = "2026-03-20",
	  .not_required = ANSWER_NO},
	 "yes",
	 "",
	 "pre_birth",
	 "born the day after its conference"},
	{{.la_child_id = "E6",
	  .born_on = "2026-03-20",
	  .strategy_on = "2026-03-02",
	  .conference_on = "2026-03-20",
	  .not_required = ANSWER_NO},
	 "yes",
	 "",
	 "initial",
	 "born on the day of its conference"},
};

static void test_what_an_enquiry_becomes(void **state)
{
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof enquiries / sizeof *enquiries; i++) {
		const char *of = arena_printf(&fixture->mem,
					      "(SELECT family_id FROM family_member JOIN person ON person.id = "
					      "person_id WHERE la_child_id = '%s')",
					      enquiries[i].row.la_child_id);

		assert_int_equal(take_row(fixture, &enquiries[i].row), INTAKE_ADDED);
		assert_string_equal(casework_fixture_text(fixture, arena_printf(&fixture->mem,
										"SELECT conference_required FROM "
										"enquiry WHERE family_id = %s",
										of)),
				    enquiries[i].required);
		assert_string_equal(
			casework_fixture_text(fixture, arena_printf(&fixture->mem,
								    "SELECT rule || ' ' || trigger_on "
								    "|| ' ' || limit_on FROM deadline WHERE "
								    "state = 'open' AND family_id = %s",
								    of)),
			enquiries[i].deadline);
		assert_string_equal(casework_fixture_text(fixture, arena_printf(&fixture->mem,
										"SELECT type FROM conference WHERE "
										"family_id = %s",
										of)),
				    enquiries[i].conference);
	}
}

static void test_a_later_return_brings_the_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {
		.la_child_id = "F1", .born_on = "2015-01-01", .strategy_on = "2026-03-02", .not_required = ANSWER_NO};

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	row.conference_on = "2026-03-20";
	assert_int_equal(take_row(fixture, &row), INTAKE_CHANGED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM enquiry"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT state || ' ' || done_on FROM deadline"),
			    "done 2026-03-20");
	row.conference_on = ""; /* an older return takes nothing back */
	assert_int_equal(take_row(fixture, &row), INTAKE_UNCHANGED);
}

static void test_a_plan_of_an_earlier_year_began_at_a_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "F1", .born_on = "2012-07-06", .plan_on = "2024-06-13"};

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	assert_string_equal(casework_fixture_text(fixture, "SELECT type || ' ' || held_on FROM conference"),
			    "initial 2024-06-13");
	assert_string_equal(casework_fixture_text(fixture, "SELECT rule || ' ' || limit_on FROM deadline WHERE state = "
							   "'open'"),
			    "review.first 2024-09-13");
}

static void test_an_ended_plan_waits_for_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {.la_child_id = "F1", .born_on = "2012-07-06", .plan_on = "2025-06-13"};

	take_row(fixture, &row);
	row.plan_ended_on = "2025-12-01";
	assert_int_equal(take_row(fixture, &row), INTAKE_CHANGED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM deadline WHERE state = 'open'"), 0);
	row.plan_ended_on = "";
	assert_int_equal(take_row(fixture, &row), INTAKE_UNCHANGED); /* an older return does not open it again */
}

static const struct {
	struct child_row row;
	const char *field, *words, *count, *why;
	int64_t kept;
} refused_parts[] = {
	{{.la_child_id = "R1", .born_on = "2015-01-01", .strategy_on = "2026-03-20", .conference_on = "2026-03-02"},
	 "DateOfInitialCPC",
	 "before its strategy discussion",
	 "SELECT count(*) FROM conference",
	 "the conference before its discussion",
	 0},
	{{.la_child_id = "R2", .born_on = "2015-01-01", .strategy_on = "2026-03-02", .conference_on = "2026-03-21"},
	 "DateOfInitialCPC",
	 "weekend",
	 "SELECT count(*) FROM conference",
	 "a Saturday (rule 8875)",
	 0},
	{{.la_child_id = "R3", .born_on = "2015-01-01", .strategy_on = "2026-03-02", .conference_on = "2026-04-02"},
	 "DateOfInitialCPC",
	 "in the future",
	 "SELECT count(*) FROM conference",
	 "tomorrow",
	 0},
	{{.la_child_id = "R4", .born_on = "2015-01-01", .strategy_on = "2026-04-02"},
	 "S47ActualStartDate",
	 "in the future",
	 "SELECT count(*) FROM enquiry WHERE strategy_on > '2026-04-01'",
	 "a discussion to come",
	 0},
	{{.la_child_id = "R5", .born_on = "2015-01-01", .plan_on = "2025-06-13", .plan_ended_on = "2025-06-13"},
	 "CPPendDate",
	 "on or before the day it starts",
	 "SELECT count(*) FROM plan",
	 "ends the day it starts (8840)",
	 0},
	{{.la_child_id = "R6", .born_on = "2015-01-01", .plan_on = "2025-06-13", .plan_ended_on = "2026-05-01"},
	 "CPPendDate",
	 "stays open",
	 "SELECT count(*) FROM plan WHERE ended_on IS NULL",
	 "an end to come: the child is on it today",
	 1},
	{{.la_child_id = "R7", .born_on = "2015-01-01", .plan_on = "2025-06-13", .reviews = {"2025-06-13"}},
	 "CPPreviewDate",
	 "on or before the day the plan starts",
	 "SELECT count(*) FROM conference WHERE type = 'review'",
	 "a review on the first day (8841)",
	 0},
	{{.la_child_id = "R8",
	  .born_on = "2015-01-01",
	  .plan_on = "2025-06-13",
	  .plan_ended_on = "2025-09-01",
	  .reviews = {"2025-10-01"}},
	 "CPPreviewDate",
	 "after the end of the plan",
	 "SELECT count(*) FROM conference WHERE type = 'review'",
	 "a review after the end",
	 0},
	{{.la_child_id = "R9", .born_on = "2027-01-01"},
	 "PersonBirthDate",
	 "in the future",
	 "SELECT count(*) FROM person WHERE la_child_id = "
	 "'R9' AND born_on IS NULL",
	 "a birth to come",
	 1},
	{{.la_child_id = "R10", .born_on = "2015-01-01", .expected_on = "2015-02-01"},
	 "ExpectedPersonBirthDate",
	 "the birth date was kept",
	 "SELECT count(*) FROM person WHERE la_child_id = 'R10' AND expected_on IS NULL",
	 "both dates",
	 1},
	{{.la_child_id = "R11"},
	 "PersonBirthDate",
	 "neither",
	 "SELECT count(*) FROM person WHERE la_child_id = 'R11'",
	 "neither date: the child is kept",
	 1},
};

static void test_parts_that_are_refused(void **state)
{
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof refused_parts / sizeof *refused_parts; i++) {
		struct intake_complaint_list complaints;
		struct built_child b;
		int64_t before = casework_fixture_number(fixture, refused_parts[i].count);

		build_child(&b, &refused_parts[i].row);
		assert_int_equal(take_child(fixture, &b, &complaints), INTAKE_ADDED);
		assert_int_equal(complaints.count, 1);
		assert_string_equal(complaints.items[0].field, refused_parts[i].field);
		if (!strstr(complaints.items[0].message, refused_parts[i].words))
			fail_msg("%s: %s", refused_parts[i].why, complaints.items[0].message);
		/* a plan makes its own conference, so plans are counted apart from conferences */
		assert_int_equal(casework_fixture_number(fixture, refused_parts[i].count) - before,
				 refused_parts[i].kept);
	}
}

static void test_a_wrong_conference_date_hides_no_obligation(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row row = {.la_child_id = "R1",
				      .born_on = "2015-01-01",
				      .strategy_on = "2026-03-20",
				      .conference_on = "2026-03-02"};
	struct intake_complaint_list complaints;
	struct built_child b;

	build_child(&b, &row);
	take_child(fixture, &b, &complaints);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = "
						 "'open'"),
			 1);
	assert_int_equal(take_child(fixture, &b, &complaints), INTAKE_UNCHANGED);
	assert_int_equal(complaints.count, 1); /* and says it again */
}

static void test_two_plans_at_a_time(void **state)
{
	static const struct {
		const char *first, *first_end, *second, *second_end, *why;
		int64_t plans;
	} rows[] = {
		{"2025-01-10", "", "2025-06-10", "", "two open plans (8935)", 1},
		{"2025-01-10", "2025-06-10", "2025-06-10", "", "begins on the day the other ends (8940)", 1},
		{"2025-06-10", "", "2025-01-10", "2025-07-01", "an earlier one that runs into it", 1},
		{"2025-01-10", "2025-06-10", "2025-06-11", "", "one after the other", 2},
	};
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *id = arena_printf(&fixture->mem, "T%zu", i);
		struct child_row row = {.la_child_id = id,
					.born_on = "2015-01-01",
					.plan_on = rows[i].first,
					.plan_ended_on = rows[i].first_end};
		struct intake_complaint_list complaints;
		struct built_child b;
		struct intake_plan plans[2];

		build_child(&b, &row);
		plans[0] = plans[1] = b.plan;
		plans[1].started_on = date_from_iso(rows[i].second);
		plans[1].ended_on = day_or_none(rows[i].second_end);
		b.episode.plans = plans;
		b.episode.plan_count = 2;
		take_child(fixture, &b, &complaints);
		assert_int_equal(complaints.count, 2 - rows[i].plans);
		assert_int_equal(casework_fixture_number(fixture, arena_printf(&fixture->mem,
									       "SELECT count(*) FROM plan JOIN "
									       "person ON person.id = person_id WHERE "
									       "la_child_id = '%s'",
									       id)),
				 rows[i].plans);
	}
}

static void test_unknown_category_and_death(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {.la_child_id = "F1", .born_on = "2015-01-01", .plan_on = "2025-06-13"};
	struct intake_complaint_list complaints;
	struct built_child b;

	build_child(&b, &row);
	b.plan.latest = CATEGORY_COUNT;
	take_child(fixture, &b, &complaints);
	assert_int_equal(complaints.count, 1);
	assert_string_equal(complaints.items[0].field, "LatestCategoryOfAbuse");
	build_child(&b, &row);
	b.child.person.died_on = date_from_iso("2025-06-01");
	take_child(fixture, &b, &complaints);
	assert_int_equal(complaints.count, 1);
	assert_non_null(strstr(complaints.items[0].message, "after the child's death"));
	build_child(&b, &row);
	b.child.person.died_on = date_from_iso("2014-12-31");
	b.episode.plan_count = 0;
	take_child(fixture, &b, &complaints);
	assert_int_equal(complaints.count, 1);
	assert_string_equal(complaints.items[0].field, "PersonDeathDate");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM plan"), 0);
}

static void test_a_transfer_in(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {.la_child_id = "F1", .born_on = "2015-01-01", .plan_on = "2025-06-13"};
	struct intake_complaint_list complaints;
	struct built_child b;

	build_child(&b, &row);
	b.episode.conference_on = date_from_iso("2025-06-13");
	assert_int_equal(take_child(fixture, &b, &complaints), INTAKE_ADDED);
	assert_int_equal(complaints.count, 0);
	/* the plan began at the transfer-in conference: there is no second meeting that day */
	assert_string_equal(casework_fixture_text(fixture, "SELECT group_concat(type) FROM conference"), "transfer_in");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM plan WHERE conference_id IS NOT NULL"),
			 1);
}

static void test_a_child_is_known_by_its_id(void **state)
{
	static const struct {
		const char *id, *word, *why;
	} rows[] = {
		{"", "no LA child id", "nobody could tell which child"},
		{"child_1", "letters and digits", "an underscore (rule 1570)"},
		{"F00000000000000000001", "at most 20", "21 characters (rule 1580)"},
		{"Fé1", "letters and digits", "a letter outside ASCII"},
	};
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct child_row row = {.la_child_id = rows[i].id, .born_on = "2015-01-01"};
		struct intake_complaint_list complaints = {0};
		enum intake_result result = INTAKE_ADDED;
		struct built_child b;
		struct fault f = {0};

		build_child(&b, &row);
		assert_false(intake_child(fixture->cw, &b.child, &fixture->mem, &complaints, &result, &f));
		assert_int_equal(result, INTAKE_REFUSED);
		assert_int_equal(f.code, FAULT_REFUSED);
		assert_true(*f.field);
		assert_non_null(strstr(f.message, rows[i].word));
	}
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 0);
	assert_true(casework_is_at_rest(fixture->cw));
}

static void test_birth_dates_that_disagree(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {.la_child_id = "F1", .born_on = "2015-01-01"};
	struct intake_complaint_list complaints;
	struct built_child b;

	take_row(fixture, &row);
	row.born_on = "2015-01-10";
	build_child(&b, &row);
	assert_int_equal(take_child(fixture, &b, &complaints), INTAKE_UNCHANGED);
	assert_int_equal(complaints.count, 1);
	assert_non_null(strstr(complaints.items[0].message, "10 Jan 2015"));
	assert_non_null(strstr(complaints.items[0].message, "1 Jan 2015"));
	assert_string_equal(casework_fixture_text(fixture, "SELECT born_on FROM person"), "2015-01-01");
}

static void test_the_unborn_is_born(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row row = {.la_child_id = "F1", .expected_on = "2026-03-20"};

	take_row(fixture, &row);
	row.expected_on = "";
	row.born_on = "2026-03-18";
	assert_int_equal(take_row(fixture, &row), INTAKE_CHANGED);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM person WHERE born_on = '2026-03-18' AND "
						 "expected_on IS NULL"),
			 1);
}

static void test_who_may(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_complaint_list complaints = {0};
	enum intake_result result;
	struct built_child b;
	struct fault f = {0};

	build_child(&b, &on_a_plan);
	casework_fixture_open_as(fixture, "carol", ROLE_BIT(ROLE_CHAIR));
	assert_false(intake_child(fixture->cw, &b.child, &fixture->mem, &complaints, &result, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_a_child_on_a_plan),
		FIXTURE_TEST(test_a_second_time_changes_nothing),
		FIXTURE_TEST(test_what_an_enquiry_becomes),
		FIXTURE_TEST(test_a_later_return_brings_the_conference),
		FIXTURE_TEST(test_a_plan_of_an_earlier_year_began_at_a_conference),
		FIXTURE_TEST(test_an_ended_plan_waits_for_nothing),
		FIXTURE_TEST(test_parts_that_are_refused),
		FIXTURE_TEST(test_a_wrong_conference_date_hides_no_obligation),
		FIXTURE_TEST(test_two_plans_at_a_time),
		FIXTURE_TEST(test_unknown_category_and_death),
		FIXTURE_TEST(test_a_transfer_in),
		FIXTURE_TEST(test_a_child_is_known_by_its_id),
		FIXTURE_TEST(test_birth_dates_that_disagree),
		FIXTURE_TEST(test_the_unborn_is_born),
		FIXTURE_TEST(test_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
