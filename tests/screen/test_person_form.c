/* Correcting a person, adding one to a family, look-alikes, whoever saves second, and leaving a family. */
#include "casework/people.h"
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void go_to(struct desk_fixture *fixture, const char *typed)
{
	desk_keys(fixture, ":");
	desk_type(fixture, typed);
	desk_keys(fixture, "Enter");
}

static void next(struct desk_fixture *fixture, const char *text)
{
	desk_type(fixture, text);
	desk_keys(fixture, "Tab");
}

static int64_t number(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_number(fixture->file, sql);
}

static const char *text(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_text(fixture->file, sql);
}

/* In place of what stands in the field that has the focus. */
static void instead(struct desk_fixture *fixture, const char *words)
{
	desk_keys(fixture, "Ctrl-U");
	desk_type(fixture, words);
}

static void a_child_is_corrected_from_its_page(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "F000001");
	desk_keys(fixture, "e");
	desk_golden(fixture, "person-80x24.screen");
	desk_keys(fixture, "End");
	desk_type(fixture, " Kọ́lá");
	desk_keys(fixture, "Tab Tab");
	desk_type(fixture, "Chi");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: the details of Chidi Kọ́lá Okonkwo.");
	desk_shows(fixture, "Known as              Chi");
	assert_string_equal(text(fixture, "SELECT given_names || '/' || known_as FROM person WHERE la_child_id = "
					  "'F000001'"),
			    "Chidi Kọ́lá/Chi");
	desk_keys(fixture, "3");
	desk_shows(fixture, "Details changed: name, known as");
}

/* What is repeated is what was kept: details that were thrown away come back nowhere. */
static void what_was_thrown_away_is_not_repeated(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "F000001");
	desk_keys(fixture, "e Tab Tab");
	desk_type(fixture, "Chi");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved");
	desk_keys(fixture, "e Tab Tab");
	instead(fixture, "Nobody Says This");
	desk_keys(fixture, "Esc d");
	go_to(fixture, "F000003");
	desk_keys(fixture, "e Tab Tab Ctrl-R");
	desk_shows(fixture, "[Chi ");
	desk_shows_not(fixture, "Nobody Says This");
}

/* Names of one part, in any script, are read, shown and kept as they are. */
static void names_of_every_script_go_through(void **state)
{
	static const struct {
		const char *id, *name;
	} rows[] = {{"F000003", "Temilọlá"}, {"F000005", "小明"}, {"F000006", "محمد"}};
	struct desk_fixture *fixture = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char sql[120], kept[40];

		go_to(fixture, rows[i].id);
		desk_keys(fixture, "e");
		desk_shows(fixture, rows[i].name);
		desk_keys(fixture, "Tab Tab");
		desk_type(fixture, "Sam");
		desk_keys(fixture, "Ctrl-S");
		desk_shows(fixture, "Saved");
		snprintf(sql, sizeof sql, "SELECT given_names || known_as FROM person WHERE la_child_id = '%s'",
			 rows[i].id);
		snprintf(kept, sizeof kept, "%sSam", rows[i].name);
		assert_string_equal(text(fixture, sql), kept);
		desk_keys(fixture, "Esc");
	}
}

static void a_mother_is_corrected_from_her_row(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "FAM-0001");
	desk_keys(fixture, "2 Down");
	desk_golden(fixture, "family-members-80x24.screen");
	desk_keys(fixture, "e");
	desk_golden(fixture, "person-adult-80x24.screen");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved");
}

static void what_is_refused_stays_at_its_field(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "F000001");
	desk_keys(fixture, "e Tab Tab Tab Tab");
	instead(fixture, "2 4 2026");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Error:");
	desk_shows(fixture, "2 4 2026");
	instead(fixture, "");
	desk_keys(fixture, "Ctrl-S"); /* a child has a birth date or an expected one */
	desk_shows(fixture, "needs a birth date");
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE action = 'person.save'"), 0);
}

/* Another's save is one sentence: what they changed appears, what was typed here stays, and saving again keeps both. */
static void nothing_is_lost_to_whoever_saved_first(void **state)
{
	struct desk_fixture *fixture = *state;
	struct arena mem = {0};
	struct person_record theirs;
	struct fault f = {0};

	go_to(fixture, "F000001");
	desk_keys(fixture, "e Tab Tab");
	desk_type(fixture, "Chi");
	assert_true(casework_person_record(fixture->file->cw,
					   number(fixture, "SELECT id FROM person WHERE la_child_id = 'F000001'"), 0,
					   &mem, &theirs, &f));
	theirs.person.surname = "Okonkwo-Bell";
	theirs.person.known_as = "Dede";
	assert_true(casework_person_save(fixture->file->cw, &theirs, &f));
	arena_finish(&mem);
	desk_keys(fixture, "Ctrl-S");
	desk_golden(fixture, "saved-twice-80x24.screen");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Choose for \"Known as\" first");
	desk_keys(fixture, "Esc Ctrl-S Space"); /* from the form, where nothing is saved without it, back to it */
	tui_headless_resize(fixture->tui, 43, 132);
	desk_golden(fixture, "saved-twice-132x43.screen");
	tui_headless_resize(fixture->tui, 24, 80);
	desk_keys(fixture, "A X m"); /* the last choice counts */
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft WHERE form = 'person'"), 1);
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved");
	assert_string_equal(
		text(fixture, "SELECT known_as || ' ' || surname FROM person WHERE la_child_id = 'F000001'"),
		"Chi Okonkwo-Bell");
	assert_int_equal(number(fixture, "SELECT count(*) FROM draft"), 0);
}

static void a_kill_leaves_a_draft(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "F000001");
	desk_keys(fixture, "e Tab Tab");
	next(fixture, "Chi");
	desk_restart(fixture);
	desk_keys(fixture, "D Enter");
	desk_shows(fixture, "Details · Okonkwo, Chidi");
	desk_keys(fixture, "Ctrl-S");
	assert_string_equal(text(fixture, "SELECT known_as FROM person WHERE la_child_id = 'F000001'"), "Chi");
}

static void a_father_outside_the_home_is_added(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "FAM-0001");
	desk_keys(fixture, "m");
	desk_golden(fixture, "member-80x24.screen");
	next(fixture, "f");
	next(fixture, "y");
	next(fixture, "Kwame");
	next(fixture, "Mensah");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: Kwame Mensah is of family FAM-0001.");
	assert_int_equal(number(fixture, "SELECT count(*) FROM family_member JOIN person ON id = person_id WHERE "
					 "given_names = 'Kwame' AND relationship = 'father' AND "
					 "parental_responsibility = 'yes'"),
			 1);
}

static void somebody_known_is_offered_and_joins(void **state)
{
	struct desk_fixture *fixture = *state;
	int64_t people = number(fixture, "SELECT count(*) FROM person");

	go_to(fixture, "FAM-0002");
	desk_keys(fixture, "m");
	next(fixture, "a"); /* aunt */
	next(fixture, "");
	next(fixture, "ngozi");
	next(fixture, "okonkwo");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Who is it?");
	desk_golden(fixture, "member-alike-80x24.screen");
	desk_keys(fixture, "Enter");
	desk_shows(fixture, "with the details kept before");
	assert_int_equal(number(fixture, "SELECT count(*) FROM person"), people);
	assert_int_equal(number(fixture, "SELECT count(*) FROM family_member AS m JOIN person ON id = person_id WHERE "
					 "given_names = 'Ngozi'"),
			 2);
}

static void where_a_child_lives_is_one_line_and_says_from_whom_it_is_kept(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "F000001");
	desk_keys(fixture, "e BackTab"); /* from the first field to the last */
	instead(fixture, "Father , step father");
	desk_keys(fixture, "BackTab BackTab BackTab");
	desk_keys(fixture, "End Enter");
	desk_type(fixture, "Flat 3");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Address               1 Marsh Road, Flat 3 ZZ6 9UZ");
	desk_shows(fixture, "  keep from           father, step-father");
	desk_keys(fixture, "e BackTab");
	instead(fixture, "the landlord");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "is not one known");
	desk_shows(fixture, "the landlord");
}

static void whoever_left_is_shown_apart(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "FAM-0001");
	desk_keys(fixture, "2 Down l");
	next(fixture, "30 3");
	desk_type(fixture, "Moved abroad.");
	desk_golden(fixture, "leaving-80x24.screen");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: no longer of the family since 30 Mar 2026.");
	desk_shows(fixture, "No longer of this family");
	desk_shows(fixture, "until Mon 30 Mar 2026");
	desk_keys(fixture, "Home l");
	next(fixture, "30 3");
	desk_type(fixture, "Another family.");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "on a child protection plan");
}

static void a_strategy_discussion_is_corrected(void **state)
{
	struct desk_fixture *fixture = *state;

	go_to(fixture, "C-0004");
	desk_shows(fixture, "Strategy discussion");
	desk_keys(fixture, "r");
	next(fixture, "23 3");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "the day kept already");
	instead(fixture, "25 3");
	desk_keys(fixture, "Tab");
	desk_type(fixture, "Typed wrongly.");
	desk_golden(fixture, "correction-80x24.screen");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: the strategy discussion was on 25 Mar 2026");
	assert_int_equal(number(fixture, "SELECT count(*) FROM enquiry WHERE strategy_on = '2026-03-25'"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE action = 'enquiry.correct' AND detail LIKE "
					 "'%Typed wrongly.'"),
			 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_child_is_corrected_from_its_page),
		TEST(what_was_thrown_away_is_not_repeated),
		TEST(names_of_every_script_go_through),
		TEST(a_mother_is_corrected_from_her_row),
		TEST(what_is_refused_stays_at_its_field),
		TEST(nothing_is_lost_to_whoever_saved_first),
		TEST(a_kill_leaves_a_draft),
		TEST(a_father_outside_the_home_is_added),
		TEST(somebody_known_is_offered_and_joins),
		TEST(where_a_child_lives_is_one_line_and_says_from_whom_it_is_kept),
		TEST(whoever_left_is_shown_apart),
		TEST(a_strategy_discussion_is_corrected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
