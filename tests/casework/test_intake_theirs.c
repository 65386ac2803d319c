/* Whose child is whose, as a list of people says it: by name or id, once, and never of a child who is not there yet. */
#include "booking_steps.h"
#include "intake_rows.h"

static enum intake_result takes(struct casework_fixture *fixture, const char *given, enum relationship relationship,
				const char *theirs, enum yes_no responsibility)
{
	bool is_child = relationship == RELATIONSHIP_CHILD;
	struct intake_person row = person_row("FAM-1", "", is_child ? "Okonkwo" : "Mensah", given, relationship,
					      is_child ? "2019-05-04" : "");
	enum intake_result result;

	row.theirs = theirs;
	row.parental_responsibility = responsibility;
	MUST(intake_person(fixture->cw, &row, &result, f));
	return result;
}

static void two_children(struct casework_fixture *fixture)
{
	takes(fixture, "Ava", RELATIONSHIP_CHILD, "", ANSWER_UNKNOWN);
	takes(fixture, "Ben", RELATIONSHIP_CHILD, "", ANSWER_UNKNOWN);
}

/* "Ava 1 yes; Ben 0 unknown" of one adult. */
static const char *said_of(struct casework_fixture *fixture, const char *given)
{
	return casework_fixture_text(
		fixture,
		arena_printf(&fixture->mem,
			     "SELECT coalesce(group_concat(k.given_names || ' ' || o.is_theirs || ' ' || "
			     "o.parental_responsibility, '; '), '') FROM parent_of AS o JOIN person AS a ON a.id "
			     "= o.adult_id JOIN person AS k ON k.id = o.child_id WHERE a.given_names = '%s'",
			     given));
}

static void the_children_named_are_theirs_and_the_others_not(void **state)
{
	struct casework_fixture *fixture = *state;

	two_children(fixture);
	assert_int_equal(takes(fixture, "Kofi", RELATIONSHIP_FATHER, "ava", ANSWER_YES), INTAKE_ADDED);
	assert_string_equal(said_of(fixture, "Kofi"), "Ava 1 yes; Ben 0 unknown");
	assert_int_equal(takes(fixture, "Kofi", RELATIONSHIP_FATHER, "Ava", ANSWER_YES), INTAKE_UNCHANGED);
	assert_int_equal(takes(fixture, "Kofi", RELATIONSHIP_FATHER, "Ava; Ben", ANSWER_UNKNOWN), INTAKE_CHANGED);
	assert_string_equal(said_of(fixture, "Kofi"), "Ava 1 yes; Ben 1 unknown");
	assert_int_equal(takes(fixture, "Kofi", RELATIONSHIP_FATHER, "", ANSWER_UNKNOWN), INTAKE_UNCHANGED);
	assert_int_equal(takes(fixture, "Kofi", RELATIONSHIP_FATHER, "none", ANSWER_NO), INTAKE_CHANGED);
	assert_string_equal(said_of(fixture, "Kofi"), "Ava 0 unknown; Ben 0 unknown");
	/* What was said of one adult stays when another is said to be a parent. */
	takes(fixture, "Ama", RELATIONSHIP_MOTHER, "Ava, Ben", ANSWER_YES);
	assert_string_equal(said_of(fixture, "Kofi"), "Ava 0 unknown; Ben 0 unknown");
	assert_string_equal(said_of(fixture, "Ama"), "Ava 1 yes; Ben 1 yes");
}

static void what_cannot_be_said_is_refused_whole(void **state)
{
	static const struct {
		const char *why, *given, *theirs, *words;
		enum relationship relationship;
	} rows[] = {
		{"a child who is not there yet", "Kofi", "Ava, Zoe", "Zoe is no child of family FAM-1 here yet",
		 RELATIONSHIP_FATHER},
		{"of a child", "Ben", "Ava", "leave it empty for a child", RELATIONSHIP_CHILD},
		{"two of one name", "Kofi", "Ben", "Two children of family FAM-1 are called Ben", RELATIONSHIP_FATHER},
	};
	struct casework_fixture *fixture = *state;
	struct person twin = some_person("Okonkwo", "Ben", "2019-05-05");
	enum intake_result result;

	two_children(fixture);
	MUST(casework_member_add(fixture->cw, number(fixture, "SELECT id FROM family"), &twin, RELATIONSHIP_CHILD,
				 ANSWER_UNKNOWN, NULL, f));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct intake_person row = person_row(
			"FAM-1", "", rows[i].relationship == RELATIONSHIP_CHILD ? "Okonkwo" : "Mensah", rows[i].given,
			rows[i].relationship, rows[i].relationship == RELATIONSHIP_CHILD ? "2019-05-04" : "");

		row.theirs = rows[i].theirs;
		REFUSED(intake_person(fixture->cw, &row, &result, f), "Theirs", rows[i].words);
		assert_int_equal(result, INTAKE_REFUSED);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM person WHERE surname = 'Mensah'"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM parent_of"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_children_named_are_theirs_and_the_others_not),
		FIXTURE_TEST(what_cannot_be_said_is_refused_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
