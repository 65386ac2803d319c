/* Spreadsheet files of every make, broken ones among them: what is read, and what the file is refused for. */
#include "reading.h"

#define HEADING "Agency,Group,Name,Role,Email,Phone,Checked on\n"

static const struct {
	const char *why, *bytes, *taken;
} readable[] = {
	{"commas", HEADING "Northgate NHS,health,Ada Obi,nurse,a@example.org,01632 960001,01/02/2026\n",
	 "Northgate NHS|health|Ada Obi|nurse|a@example.org|01632 960001|2026-02-01\n"},
	{"no line end at the end", HEADING "A,health,B,,,,", "A|health|B||||-\n"},
	{"CR LF", "Agency,Group,Name\r\nA,health,B\r\nC,police,D\r\n", "A|health|B||||-\nC|police|D||||-\n"},
	{"CR alone", "Agency,Group,Name\rA,health,B\rC,police,D\r", "A|health|B||||-\nC|police|D||||-\n"},
	{"a byte order mark", "\xEF\xBB\xBF" HEADING "A,health,B,,,,\n", "A|health|B||||-\n"},
	{"semicolons", "Agency;Group;Name\nA, B and C;health;D\n", "A, B and C|health|D||||-\n"},
	{"tabs, empty cells kept", "Agency\tGroup\tName\tRole\nA\thealth\t\tnurse\n", "A|health||nurse|||-\n"},
	{"columns in any order, headings in any case", "NAME,group,AGENCY\nB,health,A\n", "A|health|B||||-\n"},
	{"quoted commas and doubled quotation marks", HEADING "\"A, Ltd\",health,\"Ada \"\"Addy\"\" Obi\",,,,\n",
	 "A, Ltd|health|Ada \"Addy\" Obi||||-\n"},
	{"blank lines and lines of separators only", HEADING "\n,,,,,,\nA,health,B,,,,\n\n", "A|health|B||||-\n"},
	{"more empty cells than headings", "Agency,Group,Name\nA,health,B,,,\n", "A|health|B||||-\n"},
	{"every script", HEADING "Ọ̀ṣun Trust,health,李 Nguyễn,,,,\n", "Ọ̀ṣun Trust|health|李 Nguyễn||||-\n"},
};

static void files_of_every_make_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof readable / sizeof *readable; i++) {
		struct reading r = {0};

		if (!reading_text(&r, IMPORT_CONTACTS, readable[i].bytes))
			fail_msg("%s: %s", readable[i].why, r.fault.message);
		if (strcmp(r.taken, readable[i].taken) != 0)
			fail_msg("%s:\n%s", readable[i].why, r.taken);
		assert_int_equal(r.report.refused, 0);
		reading_end(&r);
	}
}

#define BYTES(text) text, sizeof(text) - 1

static const struct {
	const char *why, *bytes;
	size_t count;
	const char *said;
} unreadable[] = {
	{"empty", BYTES(""), "is empty"},
	{"nothing but line ends", BYTES("\n\r\n\n"), "holds no rows"},
	{"a workbook", BYTES("PK\003\004\024\0\006\0"), "spreadsheet workbook"},
	{"a census return", BYTES("<?xml version=\"1.0\"?>\n<Message/>"), "is XML, as a census return is"},
	{"an old workbook", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "spreadsheet workbook"},
	{"UTF-16 with its mark",
	 BYTES("\xFF\xFE"
	       "A\0g\0e\0"),
	 "UTF-16"},
	{"UTF-16 of the other order",
	 BYTES("\xFE\xFF"
	       "\0A\0g"),
	 "UTF-16"},
	{"UTF-16 without its mark", BYTES("A\0g\0e\0n\0"), "UTF-16"},
	{"Windows-1252 names its line", BYTES(HEADING "A,health,Ann,,,,\nB,health,Zo\xEB,,,,\n"),
	 "Line 3 of list is not in UTF-8"},
	{"a quotation mark never closed", BYTES(HEADING "A,health,B,,,,\n\"C,health,D,,,,\nE,health,F,,,,\n"),
	 "line 3"},
	{"a quotation mark inside a plain cell", BYTES(HEADING "A,health,Ada \"Addy\" Obi,,,,\n"), "line 2"},
	{"text after a closing quotation mark", BYTES(HEADING "\"A\"x,health,B,,,,\n"), "line 2"},
	{"a needed column is not there", BYTES("Agency,Name\nA,B\n"), "no column headed Group"},
	{"both are named", BYTES("Name\nB\n"), "no column headed Agency, Group"},
	{"a column twice", BYTES("Agency,Group,Name,Organisation\nA,health,B,C\n"), "two columns headed \"Agency\""},
};

static void a_file_that_cannot_be_trusted_is_refused_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof unreadable / sizeof *unreadable; i++) {
		struct reading r = {0};

		if (reading_bytes(&r, IMPORT_CONTACTS, unreadable[i].bytes, unreadable[i].count))
			fail_msg("%s was read", unreadable[i].why);
		if (!strstr(r.fault.message, unreadable[i].said))
			fail_msg("%s: %s", unreadable[i].why, r.fault.message);
		assert_int_equal(r.fault.code, FAULT_REFUSED);
		reading_end(&r);
	}
}

static const struct {
	const char *why, *bytes;
	size_t count;
	const char *problem;
} troubled[] = {
	{"too few cells", BYTES(HEADING "A,health\nC,police,D,,,,\n"),
	 "list, line 2: has 2 cells and the heading has 7."},
	{"too many cells", BYTES(HEADING "A,health,B,,,,,x\nC,police,D,,,,\n"),
	 "list, line 2: has 8 cells and the heading has 7."},
	{"a NUL", BYTES(HEADING "A,health,B\0b,,,,\nC,police,D,,,,\n"), "list, line 2, Name: holds a character"},
	{"an escape sequence", BYTES(HEADING "A,health,\033[2J,,,,\nC,police,D,,,,\n"),
	 "list, line 2, Name: holds a character"},
	{"a line break where none belongs", BYTES(HEADING "A,health,\"B\nb\",,,,\nC,police,D,,,,\n"),
	 "list, line 2, Name: holds a character"},
	{"an empty cell that is needed", BYTES(HEADING "A,,B,,,,\nC,police,D,,,,\n"), "list, line 2, Group: is empty."},
	{"a date that is none", BYTES(HEADING "A,health,B,,,,31/02/2026\nC,police,D,,,,\n"),
	 "list, line 2, Checked on: 31/02/2026 is not a real date."},
};

static void a_row_with_a_problem_is_left_out_and_the_rest_go_on(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof troubled / sizeof *troubled; i++) {
		struct reading r = {0};

		assert_true(reading_bytes(&r, IMPORT_CONTACTS, troubled[i].bytes, troubled[i].count));
		if (strncmp(reading_problem(&r, 0), troubled[i].problem, strlen(troubled[i].problem)) != 0)
			fail_msg("%s: %s", troubled[i].why, reading_problem(&r, 0));
		assert_int_equal(r.report.problem_count, 1);
		assert_int_equal(r.report.refused, 1);
		assert_int_equal(r.report.read, 2);
		assert_string_equal(r.taken, "C|police|D||||-\n");
		reading_end(&r);
	}
}

static void rows_know_the_line_they_begin_on(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(reading_text(&r, IMPORT_REQUESTS,
				 "Family ref,Children,Type,Strategy discussion,Reason\r\n"
				 "FAM-1,F1,Initial,01/03/2026,\"three\r\nlines\r\nlong\"\r\n"
				 "\r\n"
				 "FAM-2,F2,Initial,31/02/2026,\"two\r\nlines\"\r\n"
				 "FAM-3,F3,Sometime,01/03/2026,\r\n"));
	assert_string_equal(r.taken, "FAM-1|F1|initial|2026-03-01||three\nlines\nlong|||\n");
	assert_int_equal(r.report.problems.items[0].line, 6);
	assert_int_equal(r.report.problems.items[1].line, 8);
	reading_end(&r);
}

/* Only the shape matters, so one letter repeated will do. */
static bool read_repeated(struct reading *r, const char *before, const char *unit, size_t times, const char *after)
{
	FILE *file = tmpfile();

	fputs(before, file);
	for (size_t i = 0; i < times; i++)
		fputs(unit, file);
	fputs(after, file);
	rewind(file);
	return reading_file(r, IMPORT_CONTACTS, file);
}

static void sizes_beyond_all_measure_are_refused_by_line(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_false(read_repeated(&r, "", "Agency,", 100000, "\n"));
	assert_non_null(strstr(r.fault.message, "Line 1 has more than 256 cells"));
	reading_end(&r);
	assert_false(read_repeated(&r, HEADING "A,health,", "x", 10 * 1024 * 1024, ",,,,\n"));
	assert_non_null(strstr(r.fault.message, "line 2 of list has a cell of more than 64 KB"));
	reading_end(&r);
	assert_true(read_repeated(&r, HEADING "A,health,", "x", 300, ",,,,\n"));
	assert_string_equal(reading_problem(&r, 0), "list, line 2, Name: is longer than 200 characters. Shorten it.");
	reading_end(&r);
}

/* The list of problems ends; the counting does not. */
static void a_file_of_nothing_but_problems_does_not_fill_the_memory(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(read_repeated(&r, HEADING, "A,,B,,,,\n", IMPORT_PROBLEMS_KEPT + 5, ""));
	assert_int_equal(r.report.problems.count, IMPORT_PROBLEMS_KEPT);
	assert_int_equal(r.report.problem_count, IMPORT_PROBLEMS_KEPT + 5);
	reading_end(&r);
}

static void a_column_nobody_keeps_is_said_once(void **state)
{
	struct reading r = {0};

	(void)state;
	assert_true(reading_text(&r, IMPORT_CONTACTS, "Agency,Group,Name,Shoe size\nA,health,B,9\nC,health,D,10\n"));
	assert_int_equal(r.report.notes.count, 1);
	assert_string_equal(r.report.notes.items[0].field, "Shoe size");
	assert_int_equal(r.report.problem_count, 0);
	reading_end(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_of_every_make_are_read),
		cmocka_unit_test(a_file_that_cannot_be_trusted_is_refused_whole),
		cmocka_unit_test(a_row_with_a_problem_is_left_out_and_the_rest_go_on),
		cmocka_unit_test(rows_know_the_line_they_begin_on),
		cmocka_unit_test(sizes_beyond_all_measure_are_refused_by_line),
		cmocka_unit_test(a_file_of_nothing_but_problems_does_not_fill_the_memory),
		cmocka_unit_test(a_column_nobody_keeps_is_said_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
