/* The list of requests: types, children and days as social workers write them. */
#include "reading.h"

#define HEADING "Family ref,Children,Type,Strategy discussion,Social worker,Reason,Interpreter,Sittings,Avoid\n"

static const struct {
	const char *why, *row, *taken, *problem;
} rows[] = {
	{"as it should be", "FAM-1,F1 F2,Initial,27/03/2026,Emma Evans,injury to a baby,Polish,,not Tuesdays\n",
	 "FAM-1|F1 F2|initial|2026-03-27|Emma Evans|injury to a baby|Polish||not Tuesdays\n", ""},
	{"children parted by anything", "FAM-1,\"F1, F2;F3 / F4\",review,,,,,,\n", "FAM-1|F1 F2 F3 F4|review|-|||||\n",
	 ""},
	{"all children of the family", "FAM-1,,transfer in,,,,,,\n", "FAM-1||transfer_in|-|||||\n", ""},
	{"a type in any case", "FAM-1,,PRE-BIRTH,1 Mar 2026,,,,,\n", "FAM-1||pre_birth|2026-03-01|||||\n", ""},
	{"a type that is none", "FAM-1,,urgent,,,,,,\n", "",
	 "list, line 2, Type: urgent is not a type of conference. Type initial, pre-birth, transfer-in or review."},
	{"no type", "FAM-1,,,,,,,,\n", "",
	 "list, line 2, Type: is empty. Type initial, pre-birth, transfer-in or review."},
	{"a day that is none", "FAM-1,,Initial,31/02/2026,,,,,\n", "",
	 "list, line 2, Strategy discussion: 31/02/2026 is not a real date. Type the day the discussion was held."},
};

static void requests_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct reading r = {0};
		char text[1000];

		snprintf(text, sizeof text, "%s%s", HEADING, rows[i].row);
		assert_true(reading_text(&r, IMPORT_REQUESTS, text));
		if (strcmp(r.taken, rows[i].taken) != 0 || strcmp(reading_problem(&r, 0), rows[i].problem) != 0)
			fail_msg("%s:\n%s%s", rows[i].why, r.taken, reading_problem(&r, 0));
		reading_end(&r);
	}
}

static void a_refusal_names_the_column(void **state)
{
	struct reading r = {0};

	(void)state;
	fault_field(&r.refusal, "strategy_on", "%s", "This day has not come yet. Correct it.");
	assert_true(reading_text(&r, IMPORT_REQUESTS, HEADING "FAM-1,,Initial,27/03/2026,,,,,\n"));
	assert_string_equal(reading_problem(&r, 0),
			    "list, line 2, Strategy discussion: This day has not come yet. Correct it.");
	reading_end(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(requests_are_read),
					   cmocka_unit_test(a_refusal_names_the_column)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
