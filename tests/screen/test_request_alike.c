/* A new child who is somebody on file already: offered, taken or told apart, never merged silently, never blocked. */
#include "desk_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static int64_t number(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_number(fixture->file, sql);
}

static void next(struct desk_fixture *fixture, const char *text)
{
	desk_type(fixture, text);
	desk_keys(fixture, "Tab");
}

/* A request for a new family with one new child, up to the child's surname. */
static void type_child(struct desk_fixture *fixture, const char *family, const char *given, const char *born)
{
	desk_keys(fixture, "a");
	next(fixture, family);
	next(fixture, given);
	next(fixture, born);
}

/* The rest, from the child's surname on: the conference can be taken then. */
static void type_rest(struct desk_fixture *fixture, const char *surname)
{
	next(fixture, surname);
	next(fixture, "m");
	next(fixture, ""); /* no second child */
	next(fixture, "");
	next(fixture, "i");
	next(fixture, "27 3");
	next(fixture, "Bruises on both arms.");
	next(fixture, "Tomasz Campbell");
}

static void whoever_looks_alike_is_offered(void **state)
{
	struct desk_fixture *fixture = *state;

	type_child(fixture, "Okonkwo-Bello", "Chidi", "4 5 2016");
	desk_shows(fixture, "Chidi Okonkwo-Bello looks like somebody on file. Ctrl-O shows who");
	desk_shows(fixture, "On file: Chidi Okonkwo, born 4 May");
	desk_golden(fixture, "request-alike-80x24.screen");
	desk_keys(fixture, "Ctrl-O");
	desk_golden(fixture, "request-alike-menu-80x24.screen");
	desk_keys(fixture, "Esc");
	desk_shows(fixture, "On file: Chidi Okonkwo"); /* not answered, and not in the way */
	desk_type(fixture, "Bello");
	desk_shows(fixture, "[Bello");
}

/* The family of the child on file is the family of the request: one child is never in two. */
static void the_child_on_file_is_taken(void **state)
{
	struct desk_fixture *fixture = *state;
	int64_t people = number(fixture, "SELECT count(*) FROM person");

	type_child(fixture, "Bello", "Ayo", "30 8 2021"); /* Ayọ̀ Ọ̀ṣúndé: the father's surname was typed */
	number(fixture, "UPDATE conference SET state = 'cancelled'");
	number(fixture, "UPDATE deadline SET state = 'withdrawn' WHERE state = 'open'");
	desk_shows(fixture, "On file: Ayọ̀ Ọ̀ṣúndé");
	desk_keys(fixture, "Ctrl-O Enter");
	desk_shows(fixture, "FAM-0003 Ọ̀ṣúndé");
	desk_shows(fixture, "Ayọ̀ Ọ̀ṣúndé is taken from the file and ticked");
	desk_golden(fixture, "request-taken-80x24.screen");
	desk_keys(fixture, "i Tab");
	next(fixture, "30 3");
	next(fixture, "Bruises on both arms.");
	next(fixture, "Tomasz Campbell");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Left out of this request: Temilọlá Ọ̀ṣúndé");
	desk_keys(fixture, "y");
	desk_shows(fixture, "Book");
	assert_int_equal(number(fixture, "SELECT count(*) FROM person"), people);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference AS c JOIN conference_child AS k ON"
					 " k.conference_id = c.id JOIN person AS p ON p.id = k.person_id WHERE"
					 " c.state = 'requested' AND p.la_child_id = 'F000004'"),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM family WHERE name = 'Bello'"), 0);
}

static void saving_asks_until_it_is_answered(void **state)
{
	struct desk_fixture *fixture = *state;
	int64_t people = number(fixture, "SELECT count(*) FROM person");

	type_child(fixture, "Okonkwo-Bello", "Chidi", "4 5 2016");
	type_rest(fixture, "");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "already on file?");
	desk_keys(fixture, "Esc");
	assert_int_equal(number(fixture, "SELECT count(*) FROM person"), people);
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "A different child");
	desk_keys(fixture, "d");
	desk_shows_not(fixture, "all the same?");
	desk_shows(fixture, "Saved: the request is");
	assert_int_equal(number(fixture, "SELECT count(*) FROM person WHERE given_names = 'Chidi'"), 2);
}

/* A child typed as new has no plan to review; the child on file has. */
static void a_review_is_of_the_child_on_file(void **state)
{
	struct desk_fixture *fixture = *state;

	type_child(fixture, "Okonkwo-Bello", "Chidi", "4 5 2016");
	for (int i = 0; i < 4; i++)
		next(fixture, "");
	next(fixture, "r");
	desk_keys(fixture, "Ctrl-S Enter");
	desk_shows(fixture, "Chidi Okonkwo is taken from the file and ticked");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: the request is");
	desk_shows(fixture, "Book · review · Okonkwo");
}

/* What was answered stands until the words change. */
static void another_child_is_said_before_saving(void **state)
{
	struct desk_fixture *fixture = *state;

	type_child(fixture, "Okonkwo-Bello", "Chidi", "4 5 2016");
	desk_keys(fixture, "Ctrl-O d");
	desk_shows(fixture, "Not Chidi Okonkwo, who is on file.");
	type_rest(fixture, "");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: the request is");
}

static void a_known_brother_typed_again_is_ticked(void **state)
{
	struct desk_fixture *fixture = *state;

	desk_keys(fixture, "a");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Down Enter n Tab n Tab"); /* both unticked */
	next(fixture, "Temilola");
	next(fixture, "11 2 2019");
	desk_keys(fixture, "Ctrl-O 1");
	desk_shows(fixture, "Temilọlá Ọ̀ṣúndé is taken from the file and ticked");
	desk_shows(fixture, "[yes]");
	desk_shows_not(fixture, "11 2 2019");
}

static void a_restricted_family_is_not_told_of(void **state)
{
	struct desk_fixture *fixture = *state;

	number(fixture, "UPDATE family SET is_restricted = 1");
	type_child(fixture, "Okonkwo", "Chidi", "4 5 2016");
	desk_shows(fixture, "born 4 May 2016");
	desk_shows_not(fixture, "on file");
	desk_shows_not(fixture, "F000001");
	desk_keys(fixture, "Ctrl-O");
	desk_shows(fixture, "No new child here looks like somebody on file.");
}

/* A census return may bring a family of any size. */
static void every_child_of_a_large_family_can_be_ticked(void **state)
{
	struct desk_fixture *fixture = *state;

	for (int i = 1; i <= 20; i++) {
		char sql[400];

		snprintf(sql, sizeof sql,
			 "INSERT INTO person (reference, surname, given_names, born_on) VALUES ('N-9%04d', 'Okonkwo',"
			 " 'Child %d', '2015-01-%02d')",
			 i, i, i);
		number(fixture, sql);
	}
	number(fixture, "INSERT INTO family_member (family_id, person_id, relationship) SELECT f.id, p.id, 'child'"
			" FROM family AS f, person AS p WHERE f.reference = 'FAM-0001' AND p.reference LIKE 'N-9%'");
	desk_keys(fixture, "a");
	desk_type(fixture, "okon");
	desk_keys(fixture, "Down Enter");
	for (int i = 0; i < 20; i++)
		desk_keys(fixture, "n Tab");
	desk_shows(fixture, "Child 20 Okonkwo, 11   [no]");
	desk_shows(fixture, "Chidi Okonkwo, 9");
}

/* Officers type several requests of one team in a row. */
static void what_was_saved_is_repeated(void **state)
{
	struct desk_fixture *fixture = *state;

	type_child(fixture, "Lim", "Tyler", "17 12 2012");
	type_rest(fixture, "");
	desk_keys(fixture, "Ctrl-S");
	desk_shows(fixture, "Saved: the request is");
	desk_keys(fixture, "Esc a");
	desk_type(fixture, "Begum");
	for (int i = 0; i < 6; i++)
		desk_keys(fixture, "Tab");
	desk_shows(fixture, "First letters, then Down and Enter.");
	desk_keys(fixture, "Ctrl-R");
	desk_shows(fixture, "[Tomasz Campbell");
	desk_keys(fixture, "Tab Ctrl-R");
	desk_shows(fixture, "nothing to repeat");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_fixture_setup, desk_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(whoever_looks_alike_is_offered),      TEST(the_child_on_file_is_taken),
		TEST(saving_asks_until_it_is_answered),    TEST(a_review_is_of_the_child_on_file),
		TEST(another_child_is_said_before_saving), TEST(a_known_brother_typed_again_is_ticked),
		TEST(a_restricted_family_is_not_told_of),  TEST(every_child_of_a_large_family_can_be_ticked),
		TEST(what_was_saved_is_repeated),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
