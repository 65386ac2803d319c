/* The list of contacts, column by column. */
#include "reading.h"

#define HEADING "Agency,Group,Name,Role,Email,Phone,Method,Address,Deputy,Checked on\n"

static void every_column_is_read(void **state)
{
	static const struct {
		const char *why, *text, *taken, *problem;
	} rows[] = {
		{"all of them",
		 HEADING "Police,police,Sam Hall,constable,s@example.net,01632 960111,post,\"1 High St\nTown\""
			 ",Bo Tan,02/03/2026\n",
		 "Police|police|Sam Hall|constable|s@example.net|01632 960111|2026-03-02|post|1 High St\nTown|Bo Tan\n",
		 ""},
		{"the new ones are not needed", "Agency,Group,Name\nPolice,police,Sam Hall\n",
		 "Police|police|Sam Hall||||-\n", ""},
		{"other headings",
		 "Service,Agency group,Full name,Reached by,Postal address,Cover\n"
		 "Police,police,Sam Hall,telephone,1 High St,Bo Tan\n",
		 "Police|police|Sam Hall||||-|telephone|1 High St|Bo Tan\n", ""},
		{"no agency", HEADING ",police,Sam Hall,,,,,,,\n", "", "line 2, Agency"},
		{"no day", HEADING "Police,police,Sam Hall,,,,,,,soon\n", "", "line 2, Checked on"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r = {0};

		assert_true(reading_text(&r, IMPORT_CONTACTS, rows[i].text));
		if (strcmp(r.taken, rows[i].taken) != 0)
			fail_msg("%s: %s", rows[i].why, r.taken);
		if (r.report.problem_count != (rows[i].problem[0] != '\0') ||
		    !strstr(reading_problem(&r, 0), rows[i].problem))
			fail_msg("%s: the problem is not %s", rows[i].why, rows[i].problem);
		reading_end(&r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_column_is_read)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
