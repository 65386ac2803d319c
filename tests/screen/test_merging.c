/* A person who was entered twice: found, looked at side by side, made one, taken apart. */
#include "casework/people.h"
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The child of FAM-0001 once more, under another name and in a family of his own. */
static void enter_again(struct desk_fixture *fixture)
{
	struct person child = {.surname = "Okonkwo",
			       .given_names = "Chidiebere",
			       .known_as = "Chidi",
			       .born_on = date_from_iso("2016-05-04"),
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .sex = SEX_MALE,
			       .la_child_id = "",
			       .upn = "",
			       .upn_unknown = "",
			       .nhs_number = "9434765919",
			       .ethnicity = "",
			       .disabilities = "",
			       .language = "",
			       .signing = "",
			       .access = "",
			       .phone = "",
			       .email = "",
			       .reach_note = ""};
	struct fault f = {0};
	int64_t family;

	assert_true(casework_family_add_as(fixture->file->cw, "FAM-0090", "", &family, &f));
	assert_true(
		casework_member_add(fixture->file->cw, family, &child, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, &f));
}

static void choose_the_other(struct desk_fixture *fixture)
{
	desk_keys(fixture, ":");
	desk_type(fixture, "F000001");
	desk_keys(fixture, "Enter d");
	desk_shows(fixture, "Okonkwo, Chidiebere"); /* whoever looks alike stands first, before a letter is typed */
	desk_keys(fixture, "Enter");
}

static void two_entries_are_made_one_and_taken_apart(void **state)
{
	struct desk_fixture *fixture = *state;

	enter_again(fixture);
	choose_the_other(fixture);
	desk_golden(fixture, "entered-twice-80x24.screen");
	desk_keys(fixture, "m Enter");
	desk_shows(fixture, "Say how you know");
	desk_type(fixture, "the same birth certificate");
	tui_headless_turn(fixture->tui); /* the line may break now */
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM draft WHERE family_id > 0"), 1);
	desk_keys(fixture, "Enter");
	assert_int_equal(casework_fixture_number(fixture->file, "SELECT count(*) FROM draft"), 0);
	desk_shows(fixture, "is part of N-00001 now");
	desk_shows(fixture, "9434765919");
	desk_keys(fixture, "2 End");
	desk_shows(fixture, "was also N-");
	desk_keys(fixture, "d");
	desk_type(fixture, "two cousins");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "They are two entries again.");
	desk_shows_not(fixture, "was also N-");
}

static void the_other_entry_can_be_the_one_that_stays(void **state)
{
	struct desk_fixture *fixture = *state;

	enter_again(fixture);
	choose_the_other(fixture);
	desk_keys(fixture, "x");
	desk_shows(fixture, "from the second entry");
	desk_shows(fixture, "child of FAM-0090 Okonkwo");
	desk_shows(fixture, "becomes part of FAM-0090 Okonkwo");
	desk_keys(fixture, "Esc");
	desk_shows(fixture, "F000001");
}

static void a_line_without_a_member_says_so(void **state)
{
	desk_keys(*state, ":");
	desk_type(*state, "FAM-0001");
	desk_keys(*state, "Enter d");
	desk_shows(*state, "Choose a member under Family first");
}

/* From the page of the family that becomes part of the other: what was done is said, not that the page is gone. */
static void the_page_of_a_family_that_is_gone_says_what_was_done(void **state)
{
	struct desk_fixture *fixture = *state;

	enter_again(fixture);
	desk_keys(fixture, ":");
	desk_type(fixture, "FAM-0090");
	desk_keys(fixture, "Enter 2 d Enter x m");
	desk_type(fixture, "the same birth certificate");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "is part of");
	desk_shows_not(fixture, "There is no such");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_entries_are_made_one_and_taken_apart),
		TEST(the_other_entry_can_be_the_one_that_stays),
		TEST(a_line_without_a_member_says_so),
		TEST(the_page_of_a_family_that_is_gone_says_what_was_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
