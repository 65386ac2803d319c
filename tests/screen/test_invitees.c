/* The tab of invitees: proposed, added, answered by one key, excluded, in sittings, taken off; names of every script.
 */
#include "casework/intake.h"
#include "casework/invitees.h"
#include "casework/people.h"
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void must(bool done, const struct fault *f)
{
	if (!done)
		fail_msg("%s", f->message);
}

static int64_t number(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_number(fixture->file, sql);
}

static const char *text(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_text(fixture->file, sql);
}

static void add_member(struct desk_fixture *fixture, enum relationship relationship, const char *given,
		       const char *surname, const char *lines)
{
	const struct intake_person row = {.family_reference = "FAM-0003",
					  .relationship = relationship,
					  .parental_responsibility = ANSWER_YES,
					  .person = {.reference = "",
						     .la_child_id = "",
						     .upn = "",
						     .upn_unknown = "",
						     .nhs_number = "",
						     .surname = surname,
						     .given_names = given,
						     .known_as = "",
						     .born_on = DAY_NONE,
						     .expected_on = DAY_NONE,
						     .died_on = DAY_NONE,
						     .ethnicity = "",
						     .disabilities = "",
						     .language = "",
						     .phone = "",
						     .email = ""},
					  .address = {.lines = lines,
						      .postcode = "ZZ6 9UZ",
						      .from_on = DAY_NONE,
						      .to_on = DAY_NONE,
						      .confidential_from = ""}};
	enum intake_result result;
	struct fault f = {0};

	must(intake_person(fixture->file->cw, &row, &result, &f), &f);
}

/* A family whose names have combining marks, one part only, and other scripts; a school and a deputy. */
static int setup(void **state)
{
	static const struct intake_contact school = {.agency = "Station Primary School",
						     .quorum_group = "school",
						     .name = "K. Evans",
						     .role = "head teacher",
						     .email = "k.evans@example.org",
						     .phone = "01632 960111",
						     .deputy = "Lynn Cole",
						     .checked_on = DAY_NONE};
	struct desk_fixture *fixture;
	enum intake_result result;
	struct fault f = {0};

	if (desk_fixture_setup(state) != 0)
		return -1;
	fixture = *state;
	must(intake_contact(fixture->file->cw, &school, &result, &f), &f);
	add_member(fixture, RELATIONSHIP_MOTHER, "Adébáyọ̀", "", "1 Marsh Road");
	add_member(fixture, RELATIONSHIP_FATHER, "أحمد", "الخطيب", "9 Quay Street");
	add_member(fixture, RELATIONSHIP_GRANDMOTHER, "美玲", "王", "1 Marsh Road");
	desk_keys(fixture, ":");
	desk_type(fixture, "C-0004");
	desk_keys(fixture, "Enter 3");
	return 0;
}

/* Everybody ticked is on the list. */
static void propose(struct desk_fixture *fixture)
{
	desk_keys(fixture, "p Enter");
	desk_shows(fixture, "put on the list");
}

static void choose(struct desk_fixture *fixture, const char *name)
{
	desk_keys(fixture, "/");
	desk_type(fixture, name);
	desk_keys(fixture, "Enter");
}

static const char *standing_of(struct desk_fixture *fixture, const char *column, const char *email)
{
	char sql[300];

	snprintf(sql, sizeof sql,
		 "SELECT %s FROM invitee WHERE contact_id = (SELECT id FROM contact WHERE email = '%s')", column,
		 email);
	return text(fixture, sql);
}

static void an_empty_list_says_what_to_do(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_shows(fixture, "[Invitees]");
	desk_shows(fixture, "Nobody is on the list yet. p proposes");
	desk_keys(fixture, "y");
	desk_shows(fixture, "Nobody is chosen");
}

static void those_ticked_are_added_in_one_act(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "p");
	desk_golden(fixture, "invitees-proposal-80x24.screen");
	desk_keys(fixture, "Home Space"); /* turned: the child is to be asked too */
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "Saved:");
	desk_golden(fixture, "invitees-80x24.screen");
	assert_int_equal(casework_fixture_audited(fixture->file, "invitees.add"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE capacity = 'child'"), 1);
	desk_keys(fixture, "p a a Enter"); /* all, then none */
	desk_shows(fixture, "Nobody is ticked");
}

static void wide_screens_show_the_whole_of_one(void **state)
{
	struct desk_fixture *fixture = *state;

	propose(fixture);
	tui_headless_resize(fixture->tui, 43, 132);
	choose(fixture, "campbell");
	desk_shows(fixture, "comes as");
	desk_shows(fixture, "tomasz.campbell@example.org");
}

static void names_of_every_script_stand_in_the_list(void **state)
{
	static const char *const names[] = {"Adébáyọ̀, mother", "أحمد الخطيب, father", "美玲 王"};
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "p");
	desk_keys(fixture, "a Enter");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		desk_shows(fixture, names[i]);
}

static void one_key_takes_an_answer_and_one_takes_it_back(void **state)
{
	struct desk_fixture *fixture = *state;

	propose(fixture);
	choose(fixture, "campbell");
	desk_keys(fixture, "y");
	desk_shows(fixture, "is coming");
	assert_string_equal(standing_of(fixture, "reply || ' ' || reply_on", "tomasz.campbell@example.org"),
			    "coming 2026-04-01");
	desk_keys(fixture, "n");
	assert_string_equal(standing_of(fixture, "reply", "tomasz.campbell@example.org"), "declined");
	desk_keys(fixture, "u");
	desk_shows(fixture, "Taken back");
	assert_string_equal(standing_of(fixture, "reply", "tomasz.campbell@example.org"), "coming");
	desk_keys(fixture, "u");
	desk_shows(fixture, "nothing to take back");
}

static void a_contact_is_found_by_first_letters(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	desk_shows(fixture, "Adébáyọ̀"); /* the family first, before anything is typed */
	desk_keys(fixture, "Esc");
	propose(fixture);
	desk_keys(fixture, "a");
	desk_type(fixture, "stat");
	desk_shows(fixture, "K. Evans");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "k.evans@example.org");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: K. Evans is put on the list.");
	desk_shows(fixture, ">   K. Evans"); /* shown where it stands */
	desk_keys(fixture, "a");
	desk_type(fixture, "evans");
	desk_shows(fixture, "on the list already");
}

static void a_deputy_of_the_directory_is_offered(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	desk_type(fixture, "stat");
	desk_keys(fixture, "Enter Ctrl-S r s");
	desk_shows(fixture, "Lynn Cole");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "sends Lynn Cole");
	assert_string_equal(standing_of(fixture, "reply || ' ' || deputy", "k.evans@example.org"), "deputy Lynn Cole");
}

static void somebody_typed_comes_for_somebody_on_the_list(void **state)
{
	struct desk_fixture *fixture = *state;

	propose(fixture);
	desk_keys(fixture, "a");
	desk_type(fixture, "Ọlá");
	desk_keys(fixture, "Enter Tab s Tab"); /* supporter stays */
	desk_type(fixture, "ad");
	desk_keys(fixture, "Down Enter Ctrl-S");
	desk_shows(fixture, "Saved: Ọlá is put on the list.");
	desk_shows(fixture, "  Ọlá, s");
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee AS i JOIN invitee AS host ON host.id = "
					 "i.for_invitee_id JOIN person AS p ON p.id = host.person_id WHERE i.name = "
					 "'Ọlá' AND p.given_names = 'Adébáyọ̀'"),
			 1);
}

static void why_is_asked_before_somebody_is_taken_off(void **state)
{
	struct desk_fixture *fixture = *state;

	propose(fixture);
	choose(fixture, "campbell");
	desk_keys(fixture, "d Enter");
	desk_shows(fixture, "Say why");
	desk_type(fixture, "Has left the team.");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "taken off the list");
	assert_string_equal(standing_of(fixture, "withdrawn_why", "tomasz.campbell@example.org"), "Has left the team.");
}

static void the_letters_that_are_due_are_a_key_away(void **state)
{
	struct desk_fixture *fixture = *state;

	propose(fixture);
	desk_keys(fixture, "1 b Enter y Enter 3 i");
	desk_shows(fixture, "Letters to send");
	desk_shows(fixture, "Adébáyọ̀");
	desk_keys(fixture, "Esc");
	desk_shows(fixture, "[Invitees]");
}

/* Another person changed the line meanwhile: it is said, nothing that was typed is lost, and the next save keeps it. */
static void whoever_answers_second_is_told(void **state)
{
	struct desk_fixture *fixture = *state;
	struct arena mem = {0};
	struct invitees_page page;
	struct fault f = {0};

	propose(fixture);
	choose(fixture, "campbell");
	desk_keys(fixture, "r n Tab Tab Tab");
	desk_type(fixture, "On leave.");
	must(casework_invitees(fixture->file->cw, number(fixture, "SELECT conference_id FROM invitee LIMIT 1"), &mem,
			       &page, &f),
	     &f);
	for (size_t i = 0; i < page.lines.count; i++) {
		struct invitee *theirs = &page.lines.items[i].invitee;

		theirs->access = "step-free";
		if (strcmp(theirs->shown_name, "Tomasz Campbell") == 0)
			must(casework_invitee_save(fixture->file->cw, theirs, &f), &f);
	}
	arena_finish(&mem);
	desk_keys(fixture, "Ctrl-S"); /* what they changed is no part of this form: nothing is to be chosen */
	assert_string_equal(
		standing_of(fixture, "reply || ' ' || reply_note || ' ' || access", "tomasz.campbell@example.org"),
		"declined On leave. step-free");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(an_empty_list_says_what_to_do),
		TEST(those_ticked_are_added_in_one_act),
		TEST(wide_screens_show_the_whole_of_one),
		TEST(names_of_every_script_stand_in_the_list),
		TEST(one_key_takes_an_answer_and_one_takes_it_back),
		TEST(a_contact_is_found_by_first_letters),
		TEST(a_deputy_of_the_directory_is_offered),
		TEST(somebody_typed_comes_for_somebody_on_the_list),
		TEST(why_is_asked_before_somebody_is_taken_off),
		TEST(the_letters_that_are_due_are_a_key_away),
		TEST(whoever_answers_second_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
