/* The list of people: what each column may say, and what is said when it says something else. */
#include "reading.h"

#define HEADING                                                                                                        \
	"Family ref,LA child ID,Surname,Given names,Known as,Relationship,DOB,EDD,Sex,Address,Postcode,Phone,Email,"   \
	"Language,Interpreter,PR,Keep address from\n"

static const struct {
	const char *why, *row, *taken;
} taken[] = {
	{"a child", "FAM-1,F1,Lim,Tyler,Ty,child,17/12/2012,,M,120 Marsh Road,ZZ6 9UZ,,,English,,,\n",
	 "FAM-1|F1|Lim|Tyler|Ty|child|2012-12-17|-|M|120 Marsh Road|ZZ6 9UZ|||English|0|unknown|\n"},
	{"an unborn child", "FAM-1,F2,Lim,Unborn,,Unborn,,15/05/2026,,,,,,,,,\n",
	 "FAM-1|F2|Lim|Unborn||child|-|2026-05-15|U||||||0|unknown|\n"},
	{"a father whose address is kept from nobody, with responsibility",
	 "FAM-1,,ap-Rhys ,Sarah,,Dad,,,F,,,07700 900200,s@example.org,Welsh,Y,yes,no\n",
	 "FAM-1||ap-Rhys|Sarah||father|-|-|F|||07700 900200|s@example.org|Welsh|1|yes|\n"},
	{"an address kept from the step-father", "FAM-1,,Lim,Adaeze,,mother,,,F,1 The Row,zz69uz,,,,,,Stepfather\n",
	 "FAM-1||Lim|Adaeze||mother|-|-|F|1 The Row|ZZ6 9UZ||||0|unknown|step-father\n"},
	{"one name only", "FAM-1,,,Sukarno,,grandfather,1950-01-02,,male,,,,,,,,\n",
	 "FAM-1|||Sukarno||grandfather|1950-01-02|-|M||||||0|unknown|\n"},
	{"an address of several lines",
	 "FAM-1,,Lim,Ada,,mother,,,F,\"Flat 2\r\n1 The Row \r\nNorthgate\",no fixed abode,,,,,,\n",
	 "FAM-1||Lim|Ada||mother|-|-|F|Flat 2\n1 The Row\nNorthgate|no fixed abode||||0|unknown|\n"},
};

/* Which children are an adult's: a column of its own, of any of its names. */
static void whose_children_arrive(void **state)
{
	static const char *const headings[] = {"Theirs", "Their children", "Parent of"};

	(void)state;
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		struct reading r = {0};
		char text[400];

		snprintf(text, sizeof text,
			 "Family ref,Surname,Given names,Relationship,%s\nFAM-1,Mensah,Kofi,father,\"Ada, F2\"\n",
			 headings[i]);
		assert_true(reading_text(&r, IMPORT_PEOPLE, text));
		assert_non_null(strstr(r.taken, "|theirs: Ada, F2"));
		reading_end(&r);
	}
}

static void what_a_row_says_arrives(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		struct reading r = {0};
		char text[2000];

		snprintf(text, sizeof text, "%s%s", HEADING, taken[i].row);
		assert_true(reading_text(&r, IMPORT_PEOPLE, text));
		if (strcmp(r.taken, taken[i].taken) != 0)
			fail_msg("%s:\n%s%s", taken[i].why, r.taken, reading_problem(&r, 0));
		reading_end(&r);
	}
}

static const struct {
	const char *why, *row, *problem;
} refused[] = {
	{"no family", ",F1,Lim,Tyler,,child,,,M,,,,,,,,\n", "Family ref: is empty."},
	{"no name at all", "FAM-1,,,,,mother,,,F,,,,,,,,\n", "Surname: is empty, and so are the given names."},
	{"a relationship nobody knows", "FAM-1,,Lim,A,,cousin twice removed,,,F,,,,,,,,\n",
	 "Relationship: cousin twice removed is not a relationship known here. Type one of: child, mother, father"},
	{"a sex that is none", "FAM-1,,Lim,A,,mother,,,Q,,,,,,,,\n", "Sex: Q is not a sex known here. Type M, F or U."},
	{"a birthday that is none", "FAM-1,,Lim,A,,mother,30/02/1990,,F,,,,,,,,\n",
	 "DOB: 30/02/1990 is not a real date."},
	{"a year of two digits", "FAM-1,,Lim,A,,mother,1/2/90,,F,,,,,,,,\n",
	 "DOB: 1/2/90 has a year of two digits. Type all four."},
	{"born and still expected", "FAM-1,F1,Lim,A,,child,1/2/2026,1/3/2026,F,,,,,,,,\n",
	 "EDD: stands beside a date of birth."},
	{"an interpreter, perhaps", "FAM-1,,Lim,A,,mother,,,F,,,,,,maybe,,\n",
	 "Interpreter: maybe is neither yes nor no."},
	{"from whom?", "FAM-1,,Lim,A,,mother,,,F,,,,,,,,yes\n", "Keep address from: yes does not say from whom."},
};

static void what_is_wrong_names_field_and_remedy(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct reading r = {0};
		char text[2000], expected[400];

		snprintf(text, sizeof text, "%s%s", HEADING, refused[i].row);
		snprintf(expected, sizeof expected, "list, line 2, %s", refused[i].problem);
		assert_true(reading_text(&r, IMPORT_PEOPLE, text));
		if (strncmp(reading_problem(&r, 0), expected, strlen(expected)) != 0)
			fail_msg("%s: %s", refused[i].why, reading_problem(&r, 0));
		assert_int_equal(r.report.problem_count, 1);
		assert_int_equal(r.report.refused, 1);
		assert_string_equal(r.taken, "");
		reading_end(&r);
	}
}

static void each_field_of_a_row_says_its_own_problem(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(reading_text(&r, IMPORT_PEOPLE, HEADING ",,Lim,A,,aardvark,31/04/2000,,Q,,,,,,maybe,,\n"));
	assert_int_equal(r.report.problem_count, 5);
	assert_int_equal(r.report.refused, 1);
	assert_string_equal(r.report.problems.items[1].field, "Relationship");
	reading_end(&r);
}

/* The refusal of casework itself is listed like one of ours; the file goes on. A fault that is not about the row ends
 * it. */
static void what_casework_says_is_passed_on(void **state)
{
	struct reading r = {0};

	(void)state;
	fault_field(&r.refusal, "Surname", "%s", "This child is in two families. Remove one.");
	assert_true(reading_text(&r, IMPORT_PEOPLE,
				 HEADING "FAM-1,F1,Lim,A,,child,,,F,,,,,,,,\nFAM-2,F1,Lim,A,,child,,,F,,,,,,,,\n"));
	assert_string_equal(reading_problem(&r, 1),
			    "list, line 3, Surname: This child is in two families. Remove one.");
	assert_int_equal(r.report.refused, 2);
	reading_end(&r);
	fault_set(&r.refusal, FAULT_BUSY, "%s", "Another person is saving.");
	assert_false(reading_text(&r, IMPORT_PEOPLE, HEADING "FAM-1,F1,Lim,A,,child,,,F,,,,,,,,\n"));
	assert_int_equal(r.fault.code, FAULT_BUSY);
	reading_end(&r);
}

static void the_sample_is_read_whole(void **state)
{
	struct reading r = {.answer = INTAKE_ADDED};

	(void)state;
	assert_true(reading_sample(&r, IMPORT_PEOPLE, "median-authority-people.csv"));
	assert_int_equal(r.report.read, 1782);
	assert_int_equal(r.report.added, 1782);
	assert_int_equal(r.report.problem_count, 0);
	reading_end(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whose_children_arrive),
		cmocka_unit_test(what_a_row_says_arrives),
		cmocka_unit_test(what_is_wrong_names_field_and_remedy),
		cmocka_unit_test(each_field_of_a_row_says_its_own_problem),
		cmocka_unit_test(what_casework_says_is_passed_on),
		cmocka_unit_test(the_sample_is_read_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
