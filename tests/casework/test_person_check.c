/* Postcodes, identifiers, addresses of mail and dates: what is kept, what is refused and under which field. */
#include "person_check.h"

#include "intake_rows.h"

static void test_postcodes(void **state)
{
	static const struct {
		const char *typed, *kept, *why;
	} rows[] = {
		{"ZZ14 2YH", "ZZ14 2YH", "as it should be"},
		{"zz14 2yh", "ZZ14 2YH", "lower case"},
		{" zz142yh ", "ZZ14 2YH", "no blank inside"},
		{"zz 14 2 yh", "ZZ14 2YH", "blanks anywhere"},
		{"m1 1aa", "M1 1AA", "the shortest"},
		{"ec1a1bb", "EC1A 1BB", "a letter after the figure"},
		{"gir 0aa", "GIR 0AA", "the one that breaks the rule"},
		{"", "", "none"},
		{"  ", "", "blanks only"},
		{"nonsense", NULL, "eight letters"},
		{"ZZ14", NULL, "half of one"},
		{"1AA 1AA", NULL, "begins with a figure"},
		{"ZZ14 YH2", NULL, "the inward part turned round"},
		{"ZZ14-2YH", NULL, "a hyphen"},
		{"ABC1 1AA", NULL, "three letters"},
	};
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *kept = postcode_tidy(rows[i].typed, &mem);

		if (rows[i].kept ? !kept || strcmp(kept, rows[i].kept) != 0 : kept != NULL)
			fail_msg("%s: %s", rows[i].why, kept ? kept : "refused");
	}
	arena_finish(&mem);
}

static void test_dates(void **state)
{
	static const struct {
		const char *born_on, *expected_on, *died_on, *field, *why;
		bool is_child;
	} rows[] = {
		{"2014-03-03", "", "", "", "a child", true},
		{"", "2026-05-15", "", "", "an unborn child", true},
		{"", "2026-03-04", "", "", "four weeks overdue: the birth is not recorded yet", true},
		{"", "2026-03-03", "", "expected date", "a day more", true},
		{"2026-04-01", "", "", "", "born today", true},
		{"2026-04-02", "", "", "birth date", "born tomorrow", true},
		{"2014-03-03", "2014-03-01", "", "expected date", "both", true},
		{"", "", "", "birth date", "neither", true},
		{"", "", "", "", "an adult's birth date may not be known", false},
		{"2014-03-03", "", "2014-03-02", "date of death", "died before the birth", true},
		{"2014-03-03", "", "2014-03-03", "", "died on the day of birth", true},
		{"2014-03-03", "", "2026-04-02", "date of death", "dies tomorrow", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person p = some_person("Okonkwo", "Chidi", rows[i].born_on);
		struct fault f = {0};
		bool ok;

		p.expected_on = day_or_none(rows[i].expected_on);
		p.died_on = day_or_none(rows[i].died_on);
		ok = person_dates_check(&p, rows[i].is_child, date_from_iso("2026-04-01"), &f);
		if (ok != !*rows[i].field || strcmp(f.field, rows[i].field) != 0)
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

static void test_names_stay_as_they_are_spelt(void **state)
{
	struct person p = some_person("ap-Rhys ", " Ọ̀ṣúndé  小明", "");
	struct arena mem = {0};
	struct fault f = {0};

	(void)state;
	assert_true(person_tidy(&p, &mem, &f));
	assert_string_equal(p.surname, "ap-Rhys");
	assert_string_equal(p.given_names, "Ọ̀ṣúndé 小明"); /* decomposed marks stay decomposed */
	p.known_as = "a\x1b[2J";
	assert_false(person_tidy(&p, &mem, &f));
	assert_string_equal(f.field, "known as");
	arena_finish(&mem);
}

static void test_a_person_has_a_name(void **state)
{
	struct person p = some_person("", "", "2014-03-03");
	struct fault f = {0};

	(void)state;
	assert_false(person_check(&p, true, date_from_iso("2026-04-01"), &f));
	assert_string_equal(f.field, "surname");
	p.given_names = "Sukarno";
	assert_true(person_check(&p, true, date_from_iso("2026-04-01"), &f));
}

static void test_nhs_numbers(void **state)
{
	static const struct {
		const char *number;
		bool good;
		const char *why;
	} rows[] = {
		{"", true, "not known"},
		{"999 000 0018", true, "of the range kept for examples"},
		{"9990000018", true, "without blanks"},
		{"999-000-0018", true, "with hyphens"},
		{"999 000 0081", false, "two digits changed places"},
		{"999 000 0019", false, "one digit is wrong"},
		{"999 000 0050", true, "the sum leaves nothing: the last digit is 0"},
		{"999 000 0000", false, "the sum asks for 10, which no digit is"},
		{"999 000 001", false, "nine digits"},
		{"999 000 00188", false, "eleven digits"},
		{"99900000l8", false, "a letter that looks like a digit"},
		{" - ", true, "blanks alone say nothing"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fault f = {0};

		if (nhs_number_check(rows[i].number, &f) != rows[i].good)
			fail_msg("%s: %s", rows[i].number, rows[i].why);
		if (!rows[i].good)
			assert_string_equal(f.field, "NHS number");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_postcodes),
		cmocka_unit_test(test_nhs_numbers),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_names_stay_as_they_are_spelt),
		cmocka_unit_test(test_a_person_has_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
