/* Tokens are those the schema's CHECKs know, and a person is always called something. */
#include "domain/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct person somebody(const char *surname, const char *given_names)
{
	return (struct person){.reference = "N-00012",
			       .la_child_id = "F000123",
			       .surname = surname,
			       .given_names = given_names,
			       .known_as = "",
			       .born_on = DAY_NONE,
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE};
}

static void test_tokens(void **state)
{
	(void)state;
	assert_string_equal(yes_no_token(ANSWER_UNKNOWN), "unknown");
	assert_string_equal(yes_no_token(ANSWER_YES), "yes");
	assert_string_equal(yes_no_token(ANSWER_NO), "no");
	assert_string_equal(record_source_token(SOURCE_TYPED), "typed");
	assert_string_equal(record_source_token(SOURCE_DEMO), "demo");
	assert_string_equal(resource_kind_token(RESOURCE_MINUTE_TAKER), "minute_taker");
	assert_string_equal(resource_kind_label(RESOURCE_MINUTE_TAKER), "Minute-taker");
	assert_string_equal(subject_kind_token(SUBJECT_NONE), "");
	for (int kind = SUBJECT_ENQUIRY; kind < SUBJECT_KIND_COUNT; kind++)
		assert_true(*subject_kind_token((enum subject_kind)kind));
	assert_string_equal(subject_kind_token((enum subject_kind)99), "");
	assert_string_equal(yes_no_token((enum yes_no) - 1), "");
}

static void test_names(void **state)
{
	static const struct {
		const char *surname, *given_names, *full, *listed, *why;
	} rows[] = {
		{"Okonkwo", "Chidi", "Chidi Okonkwo", "Okonkwo, Chidi", "the usual case"},
		{"Sukarno", "", "Sukarno", "Sukarno", "one-name people have no comma and no blank"},
		{"", "小明", "小明", "小明", "the one name may be the given one"},
		{"", "", "F000123", "F000123", "a return names nobody"},
	};
	char out[NAME_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person p = somebody(rows[i].surname, rows[i].given_names);

		assert_string_equal(person_full_name(&p, out), rows[i].full);
		assert_string_equal(person_listed_name(&p, out), rows[i].listed);
	}
}

static void test_an_unborn_child_is_called_so(void **state)
{
	struct person p = somebody("Nguyen-Brown", "");
	char out[NAME_ROOM];

	(void)state;
	p.expected_on = date_from_iso("2026-08-10");
	assert_string_equal(person_full_name(&p, out), "unborn Nguyen-Brown");
	assert_string_equal(person_listed_name(&p, out), "Nguyen-Brown, unborn");
	p.given_names = "Maia"; /* already chosen */
	assert_string_equal(person_full_name(&p, out), "Maia Nguyen-Brown");
	p.surname = p.given_names = "";
	assert_string_equal(person_full_name(&p, out), "F000123");
	p = somebody("Nguyen-Brown", "");
	p.born_on = date_from_iso("2026-08-02"); /* born, and not named yet */
	p.expected_on = date_from_iso("2026-08-10");
	assert_string_equal(person_full_name(&p, out), "Nguyen-Brown");
}

static void test_nameless_without_an_id_is_called_by_reference(void **state)
{
	struct person p = somebody("", "");
	char out[NAME_ROOM];

	(void)state;
	p.la_child_id = "";
	assert_string_equal(person_full_name(&p, out), "N-00012");
}

static void test_long_names_are_cut_between_characters(void **state)
{
	char surname[400] = "", out[NAME_ROOM];
	struct person p = somebody(surname, "Ọ̀");

	(void)state;
	for (size_t i = 0; i + 2 < sizeof surname; i += 2)
		memcpy(surname + i, "é", 2);
	for (size_t cut = 300; cut > 250; cut--) { /* whichever half a character the end falls on */
		surname[cut & ~(size_t)1] = '\0';
		person_listed_name(&p, out);
		assert_true(strlen(out) < NAME_ROOM);
		person_full_name(&p, out);
		assert_true(strlen(out) < NAME_ROOM);
		if (strlen(out) == NAME_ROOM - 1 || strlen(out) == NAME_ROOM - 2)
			assert_true((out[strlen(out) - 1] & 0xc0) == 0x80);
	}
}

static void test_ages(void **state)
{
	static const struct {
		const char *born, *expected, *died, *today, *age, *why;
	} rows[] = {
		{"2012-12-17", "", "", "2026-04-01", "13", "years from two on"},
		{"", "2026-05-15", "", "2026-04-01", "unborn, due Fri 15 May", "an expected child"},
		{"2026-03-31", "", "", "2026-04-01", "1 day", "a newborn"},
		{"2026-03-19", "", "", "2026-04-01", "13 days", "days for two weeks"},
		{"2026-02-01", "", "", "2026-04-01", "8 weeks", "then weeks"},
		{"2025-11-01", "", "", "2026-04-01", "5 months", "then months"},
		{"2025-11-02", "", "", "2026-04-01", "4 months", "the day before the fifth month is complete"},
		{"2024-04-02", "", "", "2026-04-01", "23 months", "the day before two"},
		{"2024-04-01", "", "", "2026-04-01", "2", "two"},
		{"2012-12-17", "", "2015-01-01", "2026-04-01", "2", "a child who died does not grow older"},
		{"", "", "", "2026-04-01", "", "nothing is known"},
		{"2026-04-02", "", "", "2026-04-01", "", "not born yet on that day"},
	};
	char out[NAME_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person p = somebody("Okonkwo", "Chidi");

		p.born_on = date_from_iso(rows[i].born);
		p.expected_on = date_from_iso(rows[i].expected);
		p.died_on = date_from_iso(rows[i].died);
		assert_string_equal(person_age_text(&p, date_from_iso(rows[i].today), out), rows[i].age);
	}
}

static void test_contact_ways_and_their_words(void **state)
{
	enum contact_way way;

	(void)state;
	for (int i = 0; i < CONTACT_WAY_COUNT; i++) {
		assert_true(contact_way_from_token(contact_way_token((enum contact_way)i), &way));
		assert_int_equal(way, i);
		assert_true(contact_way_label((enum contact_way)i)[0]);
	}
	assert_false(contact_way_from_token("pigeon", &way));
}

static void test_an_address_is_kept_from_whom_it_says(void **state)
{
	static const struct {
		const char *from;
		enum relationship who;
		bool kept;
		const char *why;
	} rows[] = {
		{"", RELATIONSHIP_FATHER, false, "kept from nobody"},
		{"father", RELATIONSHIP_FATHER, true, "the one named"},
		{"father", RELATIONSHIP_MOTHER, false, "somebody else"},
		{"father", RELATIONSHIP_STEP_FATHER, false, "a step-father is not the father"},
		{"father, step-father", RELATIONSHIP_STEP_FATHER, true, "the second of two"},
		{"father,adult sibling", RELATIONSHIP_SIBLING, true, "a relationship of two words"},
		{", ", RELATIONSHIP_MOTHER, false, "a comma alone names nobody"},
		{"the landlord", RELATIONSHIP_MOTHER, true, "words nobody understands keep it from everybody"},
		{"somebody whose description is longer than any relationship", RELATIONSHIP_MOTHER, true, "long words"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct address address = {.lines = "", .postcode = "", .confidential_from = rows[i].from};

		if (address_is_kept_from(&address, rows[i].who) != rows[i].kept)
			fail_msg("%s", rows[i].why);
	}
}

static void test_the_same_place_is_lines_and_postcode(void **state)
{
	const struct address here = {.lines = "1 Elm Road", .postcode = "ZZ1 1ZZ", .confidential_from = ""};
	struct address other = here;

	(void)state;
	other.from_on = 20000;
	other.confidential_from = "father";
	assert_true(address_is_same_place(&here, &other));
	other.postcode = "ZZ1 1ZY";
	assert_false(address_is_same_place(&here, &other));
	other = here;
	other.lines = "2 Elm Road";
	assert_false(address_is_same_place(&here, &other));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_an_unborn_child_is_called_so),
		cmocka_unit_test(test_nameless_without_an_id_is_called_by_reference),
		cmocka_unit_test(test_long_names_are_cut_between_characters),
		cmocka_unit_test(test_ages),
		cmocka_unit_test(test_contact_ways_and_their_words),
		cmocka_unit_test(test_an_address_is_kept_from_whom_it_says),
		cmocka_unit_test(test_the_same_place_is_lines_and_postcode),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
