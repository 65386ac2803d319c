/* Answers, sexes and relationships as spreadsheets and returns write them. */
#include "written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void answers_in_any_case(void **state)
{
	static const struct {
		const char *text;
		bool known;
		enum yes_no answer;
	} rows[] = {
		{"yes", true, ANSWER_YES},
		{"Y", true, ANSWER_YES},
		{"TRUE", true, ANSWER_YES},
		{"1", true, ANSWER_YES},
		{"No", true, ANSWER_NO},
		{"n", true, ANSWER_NO},
		{"False", true, ANSWER_NO},
		{"0", true, ANSWER_NO},
		{"", true, ANSWER_UNKNOWN},
		{"not known", true, ANSWER_UNKNOWN},
		{"perhaps", false, ANSWER_UNKNOWN},
		{"yes please", false, ANSWER_UNKNOWN},
		{"2", false, ANSWER_UNKNOWN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum yes_no answer = ANSWER_YES;

		assert_int_equal(written_yes_no(rows[i].text, &answer), rows[i].known);
		assert_int_equal(answer, rows[i].answer);
	}
}

static void sexes_of_old_and_new_returns(void **state)
{
	static const struct {
		const char *text;
		bool known;
		enum sex sex;
	} rows[] = {
		{"M", true, SEX_MALE},     {"f", true, SEX_FEMALE},   {"Female", true, SEX_FEMALE},
		{"1", true, SEX_MALE},     {"2", true, SEX_FEMALE},   {"0", true, SEX_UNKNOWN},
		{"9", true, SEX_UNKNOWN},  {"U", true, SEX_UNKNOWN},  {"", true, SEX_UNKNOWN},
		{"x", false, SEX_UNKNOWN}, {"3", false, SEX_UNKNOWN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum sex sex = SEX_MALE;

		assert_int_equal(written_sex(rows[i].text, &sex), rows[i].known);
		assert_int_equal(sex, rows[i].sex);
	}
}

static void relationships_as_families_say_them(void **state)
{
	static const struct {
		const char *text;
		bool known;
		enum relationship relationship;
	} rows[] = {
		{"Mother", true, RELATIONSHIP_MOTHER},
		{"Mum", true, RELATIONSHIP_MOTHER},
		{"step father", true, RELATIONSHIP_STEP_FATHER},
		{"Stepfather", true, RELATIONSHIP_STEP_FATHER},
		{"NAN", true, RELATIONSHIP_GRANDMOTHER},
		{"Unborn", true, RELATIONSHIP_CHILD},
		{"mother's partner", true, RELATIONSHIP_PARTNER},
		{"brother", false, RELATIONSHIP_OTHER}, /* a child of the conference, or grown up? */
		{"neighbour's cat", false, RELATIONSHIP_OTHER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum relationship relationship = RELATIONSHIP_OTHER;

		assert_int_equal(written_relationship(rows[i].text, &relationship), rows[i].known);
		assert_int_equal(relationship, rows[i].relationship);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(answers_in_any_case),
					   cmocka_unit_test(sexes_of_old_and_new_returns),
					   cmocka_unit_test(relationships_as_families_say_them)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
