/* Rows of the list of people: families gathered, adults matched, addresses kept, and what is refused. */
#include "intake_rows.h"

static enum intake_result take(struct casework_fixture *fixture, const struct intake_person *row)
{
	enum intake_result result = INTAKE_REFUSED;
	struct fault f = {0};

	assert_done(intake_person(fixture->cw, row, &result, &f), &f);
	return result;
}

static void refuse(struct casework_fixture *fixture, const struct intake_person *row, const char *field,
		   const char *words)
{
	enum intake_result result = INTAKE_ADDED;
	struct fault f = {0};

	assert_false(intake_person(fixture->cw, row, &result, &f));
	assert_int_equal(result, INTAKE_REFUSED);
	assert_int_equal(f.code, FAULT_REFUSED);
	assert_string_equal(f.field, field);
	if (!strstr(f.message, words))
		fail_msg("%s", f.message);
}

static void test_a_family_from_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person child = person_row("FAM-0001", "F000001", "Lim", "Tyler", RELATIONSHIP_CHILD,
						"2012-12-17");
	struct intake_person father = person_row("FAM-0001", "", "ap-Rhys ", "Sarah", RELATIONSHIP_FATHER, "");

	father.address.lines = "60 Windmill Road";
	father.address.postcode = "zz151aa";
	father.address.confidential_from = "mother";
	assert_int_equal(take(fixture, &child), INTAKE_ADDED);
	assert_int_equal(take(fixture, &father), INTAKE_ADDED);
	assert_string_equal(casework_fixture_text(fixture, "SELECT name FROM family WHERE reference = 'FAM-0001'"),
			    "Lim");
	assert_string_equal(casework_fixture_text(fixture, "SELECT surname FROM person WHERE given_names = 'Sarah'"),
			    "ap-Rhys");
	assert_string_equal(casework_fixture_text(fixture, "SELECT postcode || confidential_from FROM address"),
			    "ZZ15 1AAmother");
	assert_int_equal(take(fixture, &child), INTAKE_UNCHANGED);
	assert_int_equal(take(fixture, &father), INTAKE_UNCHANGED);
	assert_int_equal(casework_fixture_audited(fixture, "intake.person"), 2);
}

static const struct child_row siblings[] = {
	{.la_child_id = "F1",
	 .born_on = "2012-01-01",
	 .strategy_on = "2025-06-20",
	 .conference_on = "2025-07-07",
	 .plan_on = "2025-07-07",
	 .reviews = {"2025-10-01"}},
	{.la_child_id = "F2",
	 .born_on = "2014-01-01",
	 .strategy_on = "2025-06-20",
	 .conference_on = "2025-07-07",
	 .plan_on = "2025-07-07",
	 .reviews = {"2025-10-01", "2026-02-23"}},
	{.la_child_id = "F3", .born_on = "2016-01-01", .strategy_on = "2026-03-16"},
	{.la_child_id = "F4", .born_on = "2018-01-01", .strategy_on = "2026-03-16"},
};

static void gather_siblings(struct casework_fixture *fixture)
{
	for (size_t i = 0; i < sizeof siblings / sizeof *siblings; i++)
		assert_int_equal(take_row(fixture, &siblings[i]), INTAKE_ADDED);
	for (size_t i = 0; i < sizeof siblings / sizeof *siblings; i++) {
		struct intake_person row = person_row("FAM-0007", siblings[i].la_child_id, i == 0 ? "Miah" : "Ali",
						      "Sam", RELATIONSHIP_CHILD, siblings[i].born_on);

		assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
	}
}

static void test_siblings_of_a_return_are_gathered(void **state)
{
	struct casework_fixture *fixture = *state;

	gather_siblings(fixture);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT group_concat(reference || ' ' || name || is_provisional) FROM "
					       "family"),
		"FAM-0007 Ali0"); /* the name most of them share */
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT group_concat(x, ';') FROM (SELECT conference.reference || ' ' "
					       "|| type || ' ' || count(*) AS x FROM conference JOIN "
					       "conference_child ON conference_id = id GROUP BY id ORDER BY id)"),
		"C-0001 initial 2;C-0002 review 2;C-0005 review 1"); /* one meeting each, the lowest reference kept */
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT group_concat(x, ';') FROM (SELECT strategy_on || ' ' || "
						  "count(*) AS x FROM enquiry JOIN enquiry_child ON enquiry_id = id "
						  "GROUP BY id ORDER BY id)"),
			    "2025-06-20 2;2026-03-16 2");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(DISTINCT conference_id) FROM plan"), 1);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM deadline WHERE rule = 'icpc'"), 1);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM deadline_child JOIN deadline ON deadline.id = "
						 "deadline_id WHERE rule = 'icpc'"),
			 2);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM conference AS c JOIN conference AS e ON e.id = "
						 "c.earlier_id WHERE c.type = 'review'"),
			 2);
	assert_int_equal(casework_fixture_audited(fixture, "family.take_over"), 1);
	assert_int_equal(casework_fixture_audited(fixture, "family.gather"), 3);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT group_concat(\"table\") FROM pragma_foreign_key_check"), "");
}

static void test_the_return_again_finds_what_was_gathered(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row third = {.la_child_id = "F5", .born_on = "2020-01-01", .strategy_on = "2026-03-16"};
	struct intake_person row = person_row("FAM-0007", "F5", "Ali", "Noor", RELATIONSHIP_CHILD, "2020-01-01");

	gather_siblings(fixture);
	for (size_t i = 0; i < sizeof siblings / sizeof *siblings; i++)
		assert_int_equal(take_row(fixture, &siblings[i]), INTAKE_UNCHANGED);
	assert_int_equal(take(fixture, &row), INTAKE_ADDED);
	assert_int_equal(take_row(fixture, &third), INTAKE_CHANGED); /* joins the enquiry of the siblings */
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM enquiry"), 2);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM deadline_child JOIN deadline ON deadline.id = "
						 "deadline_id WHERE rule = 'icpc'"),
			 3);
}

/* The list of people first and the return after it give the same file. */
static void test_the_order_of_the_files_does_not_matter(void **state)
{
	struct casework_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof siblings / sizeof *siblings; i++) {
		struct intake_person row = person_row("FAM-0007", siblings[i].la_child_id, i == 0 ? "Miah" : "Ali",
						      "Sam", RELATIONSHIP_CHILD, siblings[i].born_on);

		assert_int_equal(take(fixture, &row), INTAKE_ADDED);
	}
	for (size_t i = 0; i < sizeof siblings / sizeof *siblings; i++)
		assert_int_equal(take_row(fixture, &siblings[i]), INTAKE_CHANGED);
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT group_concat(x, ';') FROM (SELECT type || ' ' || held_on || "
						  "' ' || count(*) AS x FROM conference JOIN conference_child ON "
						  "conference_id = id GROUP BY id ORDER BY id)"),
			    "initial 2025-07-07 2;review 2025-10-01 2;review 2026-02-23 1");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM enquiry"), 2);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM deadline_child JOIN deadline ON deadline.id = "
						 "deadline_id WHERE rule = 'icpc' AND state = 'open'"),
			 2);
}

static void test_without_its_audit_row_nothing_is_kept(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person row = person_row("FAM-0001", "F1", "Lim", "Tyler", RELATIONSHIP_CHILD, "2012-12-17");
	enum intake_result result;
	struct fault f = {0};

	casework_fixture_number(
		fixture, "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END");
	assert_false(intake_person(fixture->cw, &row, &result, &f));
	assert_int_equal(result, INTAKE_REFUSED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 0);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM family"), 0);
	assert_true(casework_is_at_rest(fixture->cw));
}

static void test_siblings_whose_answers_differ(void **state)
{
	struct casework_fixture *fixture = *state;
	struct child_row held = siblings[2], waiting = siblings[3];

	gather_siblings(fixture);
	held.conference_on = "2026-03-30";
	assert_int_equal(take_row(fixture, &held), INTAKE_CHANGED);
	/* the other one was in no conference: it waits on, untouched */
	assert_int_equal(take_row(fixture, &waiting), INTAKE_UNCHANGED);
	assert_int_equal(casework_fixture_number(fixture,
						 "SELECT count(*) FROM deadline WHERE rule = 'icpc' AND state = "
						 "'open'"),
			 1);
	assert_int_equal(take_row(fixture, &held), INTAKE_UNCHANGED);
	assert_int_equal(take_row(fixture, &waiting), INTAKE_UNCHANGED);
}

static void test_a_second_row_of_a_file_is_refused(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person father = person_row("FAM-0005", "", "Szczepański", "Gemma", RELATIONSHIP_FATHER, "");
	struct fault f = {0};

	for (int time = 0; time < 2; time++) { /* and again when the file comes in again */
		assert_true(casework_batch_begin(fixture->cw, &f));
		assert_int_equal(take(fixture, &father), time == 0 ? INTAKE_ADDED : INTAKE_UNCHANGED);
		refuse(fixture, &father, "Surname", "earlier row of this file");
		assert_true(casework_batch_end(fixture->cw, true, &f));
	}
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM person"), 1);
}

static void test_who_is_the_same_adult(void **state)
{
	static const struct {
		const char *surname, *given_names, *born_on, *why;
		enum relationship relationship;
		enum intake_result result;
	} rows[] = {
		{"Szczepański", "Gemma", "", "the same", RELATIONSHIP_FATHER, INTAKE_UNCHANGED},
		{"Szczepanski", "GEMMA", "", "accents and case are spelling: the row's spelling is kept",
		 RELATIONSHIP_FATHER, INTAKE_CHANGED},
		{"Szczepański", "Gemma", "1980-01-01", "a birth date that was not known", RELATIONSHIP_FATHER,
		 INTAKE_CHANGED},
		{"Szczepański", "Gemma", "1981-01-01", "another birth date is another person", RELATIONSHIP_FATHER,
		 INTAKE_ADDED},
		{"Szczepański", "Gemma", "", "another relationship is another person", RELATIONSHIP_GRANDFATHER,
		 INTAKE_ADDED},
	};
	struct casework_fixture *fixture = *state;
	struct intake_person row = person_row("FAM-0005", "", "Szczepański", "Gemma", RELATIONSHIP_FATHER, "");

	take(fixture, &row);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		row = person_row("FAM-0005", "", rows[i].surname, rows[i].given_names, rows[i].relationship,
				 rows[i].born_on);
		if (take(fixture, &row) != rows[i].result)
			fail_msg("%s", rows[i].why);
	}
}

static void test_changed_values(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person row = person_row("FAM-0001", "F1", "Lim", "Tyler", RELATIONSHIP_CHILD, "2012-12-17");

	row.address.lines = "1 Marsh Road";
	take(fixture, &row);
	row.person.sex = SEX_MALE;
	assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
	row.address.lines = "2 Marsh Road";
	assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT group_concat(lines || ifnull(to_on, '')) FROM (SELECT * FROM "
						  "address ORDER BY id)"),
			    "1 Marsh Road2026-04-01,2 Marsh Road");
	row.person.given_names = "Tyler Ọ̀ṣọ́";
	assert_int_equal(take(fixture, &row), INTAKE_CHANGED);
	assert_string_equal(casework_fixture_text(fixture, "SELECT given_names FROM person"), "Tyler Ọ̀ṣọ́");
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT count(*) FROM name_search WHERE name_search MATCH 'oso'"), 1);
	row.person.sex = SEX_UNKNOWN; /* says nothing */
	assert_int_equal(take(fixture, &row), INTAKE_UNCHANGED);
}

static void test_refusals(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person known = person_row("FAM-0001", "F1", "Lim", "Tyler", RELATIONSHIP_CHILD, "2012-12-17"),
			     row;

	take(fixture, &known);
	row = known;
	row.family_reference = "FAM-0002";
	refuse(fixture, &row, "Family ref", "FAM-0001 already");
	row = known;
	row.person.born_on = date_from_iso("2012-12-18");
	refuse(fixture, &row, "DOB", "18 Dec 2012");
	row = known;
	row.address.postcode = "nonsense";
	refuse(fixture, &row, "postcode", "form of one");
	row = known;
	row.person.email = "tyler.example.org";
	refuse(fixture, &row, "email", "one @");
	row = known;
	row.person.born_on = date_from_iso("2026-05-01");
	refuse(fixture, &row, "birth date", "in the future");
	row = known;
	row.person.surname = row.person.given_names = "";
	refuse(fixture, &row, "Surname", "at least one name");
	row = known;
	row.family_reference = "  ";
	refuse(fixture, &row, "Family ref", "belongs together");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM family"), 1);
}

static void test_who_may(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person row = person_row("FAM-0001", "F1", "Lim", "Tyler", RELATIONSHIP_CHILD, "2012-12-17");
	enum intake_result result;
	struct fault f = {0};

	casework_fixture_open_as(fixture, "max", ROLE_BIT(ROLE_MANAGER));
	assert_false(intake_person(fixture->cw, &row, &result, &f));
	assert_int_equal(f.code, FAULT_NOT_ALLOWED);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM family"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_a_family_from_nothing),
		FIXTURE_TEST(test_siblings_of_a_return_are_gathered),
		FIXTURE_TEST(test_the_return_again_finds_what_was_gathered),
		FIXTURE_TEST(test_the_order_of_the_files_does_not_matter),
		FIXTURE_TEST(test_without_its_audit_row_nothing_is_kept),
		FIXTURE_TEST(test_siblings_whose_answers_differ),
		FIXTURE_TEST(test_a_second_row_of_a_file_is_refused),
		FIXTURE_TEST(test_who_is_the_same_adult),
		FIXTURE_TEST(test_changed_values),
		FIXTURE_TEST(test_refusals),
		FIXTURE_TEST(test_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
